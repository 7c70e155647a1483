/* SPDX-License-Identifier: MIT */
#include "store/changed.h"

#include <string.h>

#include "fargauge/buf.h"
#include "store/statement.h"

/* 1 with what is missing or another, 0 where nothing is. */
static int find_change(struct fg_store *store, bool views, struct fg_buf *change, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "store/audit_schema", &query, err) < 0)
        return -1;
    fg_bind_int(query, "views", views);
    fg_bind_int(query, "added", 0);
    int step = fg_step(query, err);
    if (step > 0)
        fg_buf_printf(change, "its %.20s %.100s is %s", fg_column_text(query, 0), fg_column_text(query, 1), fg_column_text(query, 2));
    fg_statement_reset(query);
    return change->failed ? fg_error_memory(err) : step;
}

/* SQLite's words about values, which no import stores. */
static const struct {
    const char *words, *why;
} values[] = {
    {"integer overflow", "numbers in it are larger than any that were imported"},
    {"malformed JSON", "what stands for JSON in it is none"},
};

static int blame_values(const char *path, struct fg_error *err)
{
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (strstr(err->message, values[i].words) != NULL)
            return fg_damaged_error(path, values[i].why, err);
    return -1;
}

int fg_store_blame_attached(struct fg_store *store, const char *path, bool views, struct fg_error *err)
{
    FG_BUF_AUTO change = FG_BUF_INIT;
    if (err == NULL || err->code != FG_INTERNAL)
        return -1;
    if (find_change(store, views, &change, NULL) > 0)
        return fg_damaged_error(path, change.data, err);
    return blame_values(path, err);
}

static int attach(struct fg_store *store, const char *file, struct fg_error *err)
{
    struct fg_statement *statement;
    if (fg_store_statement(store, "store/attach_audit", &statement, err) < 0)
        return -1;
    fg_bind_text(statement, "path", file);
    return fg_step_done(statement, NULL, err);
}

int fg_store_check_schema(struct fg_store *store, struct fg_error *err)
{
    const char *file = sqlite3_db_filename(fg_store_handle(store), "main");
    FG_BUF_AUTO change = FG_BUF_INIT;
    struct fg_store *anew;
    if (file == NULL || file[0] == '\0') /* a temporary one: nobody else knows of it */
        return 0;
    if (fg_store_open(":memory:", true, fg_store_resources(store), &anew, err) < 0)
        return -1;
    int status = attach(anew, file, err);
    if (status == 0)
        status = find_change(anew, true, &change, err);
    fg_store_close(anew);
    return status > 0 ? fg_store_damaged(store, change.data, err) : status;
}

void fg_store_blame(struct fg_store *store, struct fg_error *err)
{
    struct fg_error why = {0};
    if (err == NULL || err->code != FG_INTERNAL)
        return;
    fg_store_rollback(store); /* it may have locked the file */
    if (fg_store_check_schema(store, &why) == 0)
        blame_values(fg_store_path(store), err);
    else if (why.damaged)
        *err = why;
}
