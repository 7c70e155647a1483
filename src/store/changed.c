/* SPDX-License-Identifier: MIT */
#include "store/changed.h"

#include <inttypes.h>
#include <string.h>

#include "fargauge/buf.h"
#include "store/statement.h"

/* ---- How fargauge makes it ---- */

static int copy_rules(struct fg_store *from, struct fg_store *to, struct fg_error *err)
{
    struct fg_statement *query, *insert;
    int step;
    if (fg_store_run(to, "store/own_rules_forget", err) < 0 ||
        fg_store_statement_for(from, "store/own_rules", "main", &query, err) < 0 ||
        fg_store_statement(to, "store/own_rule", &insert, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0) {
        fg_bind_text(insert, "path", fg_column_text(query, 0));
        fg_bind_text(insert, "text", fg_column_text(query, 1));
        if (fg_step_done(insert, NULL, err) < 0) {
            fg_statement_reset(query);
            return -1;
        }
    }
    return step;
}

/* The views of the audit's own rules are made as well. */
static int take_rules(struct fg_store *anew, void *store, struct fg_error *err)
{
    return copy_rules(store, anew, err) < 0 ? -1 : fg_store_renew_ruleset(anew, err);
}

static int copy_schema(struct fg_store *anew, struct fg_store *store, struct fg_error *err)
{
    static const char *const columns[] = {"type", "name", "tbl_name", "sql"};
    struct fg_statement *query, *insert;
    int step;
    if (fg_store_run(store, "store/made_schema", err) < 0 || fg_store_statement(anew, "store/schema_rows", &query, err) < 0 ||
        fg_store_statement(store, "store/made_schema_row", &insert, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0) {
        for (int i = 0; i < (int)(sizeof columns / sizeof columns[0]); i++)
            fg_bind_text(insert, columns[i], fg_column_or_null(query, i));
        if (fg_step_done(insert, NULL, err) < 0) {
            fg_statement_reset(query);
            return -1;
        }
    }
    return step;
}

static int read_digest(struct fg_store *store, struct fg_buf *out, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "store/ruleset_digest", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    if (step > 0)
        fg_buf_add_text(out, fg_column_text(query, 0));
    fg_statement_reset(query);
    return step < 0 ? -1 : 0;
}

/* Views are compared where both have the same rules. */
static int same_rules(struct fg_store *anew, struct fg_store *store, struct fg_error *err)
{
    FG_BUF_AUTO ours = FG_BUF_INIT;
    FG_BUF_AUTO theirs = FG_BUF_INIT;
    if (read_digest(anew, &ours, err) < 0 || read_digest(store, &theirs, err) < 0)
        return -1;
    return strcmp(fg_buf_text(&ours), fg_buf_text(&theirs)) == 0;
}

/* ---- What is another ---- */

/* 1 with what is missing, another or added (as `added` has it), 0 where nothing is. */
static int find_change(struct fg_store *store, const char *schema, bool views, int added, struct fg_buf *change, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement_for(store, "store/changed_schema", schema, &query, err) < 0)
        return -1;
    fg_bind_int(query, "views", views);
    fg_bind_int(query, "added", added);
    int step = fg_step(query, err);
    if (step > 0)
        fg_buf_printf(change, "its %.20s %.100s is %s", fg_column_text(query, 0), fg_column_text(query, 1), fg_column_text(query, 2));
    fg_statement_reset(query);
    return change->failed ? fg_error_memory(err) : step;
}

/* `anew` is an empty database, made for this. */
static int compare(struct fg_store *anew, struct fg_store *store, bool added, struct fg_buf *change, struct fg_error *err)
{
    int64_t made, version;
    fg_store_unkeyed(anew, take_rules, store, NULL); /* where they are none, the digests differ */
    int same = same_rules(anew, store, NULL);
    if (fg_store_number(anew, "store/user_version", &made, err) < 0 || fg_store_number(store, "store/user_version", &version, err) < 0)
        return -1;
    if (made != version) /* another fargauge has come between */
        return 0;
    if (copy_schema(anew, store, err) < 0)
        return -1;
    int found = find_change(store, "main", same > 0, 0, change, err);
    return found == 0 && added ? find_change(store, "main", same > 0, 1, change, err) : found;
}

static int find_any(struct fg_store *store, bool added, struct fg_buf *change, struct fg_error *err)
{
    struct fg_store *anew;
    if (fg_store_open(":memory:", true, fg_store_resources(store), &anew, err) < 0)
        return -1;
    int found = compare(anew, store, added, change, err);
    fg_store_close(anew);
    return found;
}

/* SQLite's words about values, which no import stores. */
static const struct {
    const char *words, *why;
} values[] = {
    {"integer overflow", "numbers in it are larger than any that were imported"},
    {"malformed JSON", "what stands for JSON in it is none"},
    {"JSON cannot hold BLOB values", "bytes stand in it where texts belong"},
    {"constraint failed", "what stands in it breaks the rules of its tables"},
};

int fg_store_blame_values(const char *path, struct fg_error *err)
{
    for (size_t i = 0; err != NULL && err->code == FG_INTERNAL && i < sizeof values / sizeof values[0]; i++)
        if (strstr(err->message, values[i].words) != NULL)
            return fg_damaged_error(path, values[i].why, err);
    return -1;
}

/* ---- Asked ---- */

int fg_store_check_schema(struct fg_store *store, struct fg_error *err)
{
    FG_BUF_AUTO change = FG_BUF_INIT;
    int found = find_any(store, false, &change, err);
    return found > 0 ? fg_store_damaged(store, change.data, err) : found;
}

void fg_store_blame(struct fg_store *store, struct fg_error *err)
{
    const char *file = sqlite3_db_filename(fg_store_handle(store), "main");
    FG_BUF_AUTO change = FG_BUF_INIT;
    if (err == NULL || err->code != FG_INTERNAL || file == NULL || file[0] == '\0') /* of a temporary one nobody else knows */
        return;
    fg_store_rollback(store);
    if (find_any(store, true, &change, NULL) > 0)
        fg_store_damaged(store, change.data, err);
    else
        fg_store_blame_values(fg_store_path(store), err);
}

/* How an earlier schema looked nobody knows any more; but what is asked of a sound one succeeds, as files that are kept of each show. */
static int blame_earlier(const char *path, int64_t version, struct fg_error *err)
{
    FG_BUF_AUTO why = FG_BUF_INIT;
    fg_buf_printf(&why, "it is not as fargauge made it with schema %" PRId64, version);
    return why.failed ? fg_error_memory(err) : fg_damaged_error(path, why.data, err);
}

static int blame_current(struct fg_store *store, const char *path, struct fg_error *err)
{
    FG_BUF_AUTO change = FG_BUF_INIT;
    if (fg_store_run(store, "store/made_schema", NULL) == 0 && fg_store_run(store, "store/made_schema_of_ours", NULL) == 0 &&
        find_change(store, "audit", false, 1, &change, NULL) > 0)
        return fg_damaged_error(path, change.data, err);
    return fg_store_blame_values(path, err);
}

int fg_store_blame_attached(struct fg_store *store, const char *path, struct fg_error *err)
{
    int64_t version, made;
    if (err == NULL || err->code != FG_INTERNAL || fg_store_number(store, "store/audit_user_version", &version, NULL) < 0 ||
        fg_store_number(store, "store/user_version", &made, NULL) < 0)
        return -1;
    return version == made ? blame_current(store, path, err) : blame_earlier(path, version, err);
}
