/* SPDX-License-Identifier: MIT */
#include "render/query.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "fargauge/store.h"
#include "render/template_place.h"

#define STATEMENT_AUTO __attribute__((cleanup(finalize))) sqlite3_stmt

static void finalize(sqlite3_stmt **statement)
{
    sqlite3_finalize(*statement);
}

/* SQLite's functions that only compute. Not here: load_extension, fts3_tokenizer and the shell's
 * file functions; random, for a report must come out the same every time. */
static const char *const functions[] = {
    "->", "->>", "abs", "avg", "char", "coalesce", "count", "cume_dist", "date", "datetime",
    "dense_rank", "first_value", "format", "glob", "group_concat", "hex", "ifnull", "iif", "instr",
    "json", "json_array", "json_array_length", "json_extract", "json_group_array",
    "json_group_object", "json_insert", "json_object", "json_patch", "json_quote", "json_remove",
    "json_replace", "json_set", "json_type", "json_valid", "julianday", "lag", "last_value", "lead",
    "length", "like", "likelihood", "likely", "lower", "ltrim", "max", "min", "nth_value", "ntile",
    "nullif", "percent_rank", "printf", "quote", "rank", "replace", "round", "row_number", "rtrim",
    "sign", "strftime", "substr", "substring", "sum", "time", "total", "trim", "typeof", "unicode",
    "unixepoch", "unlikely", "upper",
};

static bool is_allowed_function(const char *name)
{
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
        if (sqlite3_stricmp(functions[i], name) == 0)
            return true;
    return false;
}

/* SQLite asks for leave to update its schema table when a table-valued function (json_each) is used
 * for the first time, though it only declares the function's columns in memory. A statement that
 * would really write there is refused by SQLite itself, and by sqlite3_stmt_readonly() below. */
static bool is_declaration(int action, const char *table)
{
    return action == SQLITE_UPDATE && table != NULL && strcmp(table, "sqlite_master") == 0;
}

/* The table-valued pragmas would be refused while they run; better before a byte is written. */
static bool is_pragma(const char *table)
{
    return table != NULL && sqlite3_strnicmp(table, "pragma_", 7) == 0;
}

static int authorize(void *context, int action, const char *table, const char *function,
                     const char *database, const char *view)
{
    (void)context;
    (void)database;
    (void)view;
    bool allowed = action == SQLITE_SELECT || action == SQLITE_RECURSIVE ||
                   (action == SQLITE_READ && !is_pragma(table)) || is_declaration(action, table) ||
                   (action == SQLITE_FUNCTION && function != NULL && is_allowed_function(function));
    return allowed ? SQLITE_OK : SQLITE_DENY;
}

void fg_query_guard(sqlite3 *db)
{
    sqlite3_set_authorizer(db, authorize, NULL);
}

void fg_query_unguard(sqlite3 *db)
{
    sqlite3_set_authorizer(db, NULL, NULL);
}

bool fg_query_is_name(const char *name)
{
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    return name[0] != '\0' && name[strspn(name, allowed)] == '\0';
}

void fg_query_path(struct fg_buf *out, const char *name)
{
    fg_buf_printf(out, "sql/queries/%s.sql", name);
}

int fg_query_error(sqlite3 *db, const char *name, struct fg_error *err)
{
    fg_sqlite_error(db, "query", name, err);
    if (err->code != FG_INTERNAL)
        return -1;
    return fg_error_hint(err, "a query may only read, with the functions listed in "
                              "templates/README.md; see queries/%s.sql", name);
}

/* 1 where nothing but white space and comments is left, 0 where there is more; -1 where there is no memory to tell. */
static int is_end(sqlite3 *db, const char *text, const char *end)
{
    STATEMENT_AUTO *statement = NULL;
    int result = sqlite3_prepare_v2(db, text, (int)(end - text), &statement, NULL);
    return result == SQLITE_NOMEM ? -1 : result == SQLITE_OK && statement == NULL;
}

/* Of a file of the user's own, with the place in it. */
static int note(const struct fg_resource *file, size_t offset, struct fg_faults *faults, struct fg_error *err)
{
    struct fg_spot spot = fg_text_spot(file->data, file->size, offset);
    const char *why = strstr(err->message, ": ");
    why = why == NULL ? NULL : strstr(why + 2, ": ");
    why = why == NULL ? err->message : why + 2;
    char hint[sizeof err->hint];
    memcpy(hint, err->hint, sizeof hint);
    if (faults != NULL)
        fg_faults_add(faults, fg_resource_shown(file), spot.line, spot.column, why, err->hint);
    if (file->shown != NULL) {
        char copy[sizeof err->message];
        memcpy(copy, why, strlen(why) + 1);
        fg_error_set(err, err->code, "query: %s:%u:%u: %s", file->shown, spot.line, spot.column, copy);
        fg_error_hint(err, "%s", hint);
    }
    return -1;
}

static int refuse(const char *name, const char *why, struct fg_error *err)
{
    fg_error_set(err, FG_INTERNAL, "query: %s: %s", name, why);
    return fg_error_hint(err, "queries/%s.sql must hold exactly one SELECT", name);
}

/* SQLite knows the place of a word that it stumbles over; of a table that is not there it only says the name. */
static size_t find_offset(sqlite3 *db, const char *sql)
{
    int offset = sqlite3_error_offset(db);
    const char *message = sqlite3_errmsg(db), *start = fg_query_start(sql);
    const char *name = strstr(message, ": ");
    const char *found = name == NULL ? NULL : strstr(start, name + 2);
    if (offset > 0)
        return (size_t)offset;
    return (size_t)((found != NULL ? found : start) - sql);
}

/* Sets *ret_offset to where in the file it is wrong. */
static int prepare(sqlite3 *db, const struct fg_resource *file, const char *name, sqlite3_stmt **ret_statement,
                   size_t *ret_offset, struct fg_error *err)
{
    STATEMENT_AUTO *statement = NULL;
    const char *tail = NULL;
    *ret_offset = (size_t)(fg_query_start(file->data) - file->data);
    if (file->size > INT_MAX || strlen(file->data) != file->size)
        return refuse(name, "not a text", err);
    if (sqlite3_prepare_v2(db, file->data, (int)file->size, &statement, &tail) != SQLITE_OK) {
        *ret_offset = find_offset(db, file->data);
        return fg_query_error(db, name, err);
    }
    if (statement == NULL)
        return refuse(name, "holds no statement", err);
    int ends = is_end(db, tail, file->data + file->size);
    if (ends < 0)
        return fg_error_memory(err);
    if (ends == 0) {
        *ret_offset = (size_t)(tail - file->data);
        return refuse(name, "holds more than one statement", err);
    }
    if (!sqlite3_stmt_readonly(statement) || sqlite3_column_count(statement) == 0)
        return refuse(name, "is not a SELECT", err);
    *ret_statement = statement;
    statement = NULL;
    return 0;
}

int fg_query_check(sqlite3 *db, const struct fg_resources *resources, const char *name, struct fg_faults *faults,
                   sqlite3_stmt **ret_statement, struct fg_error *err)
{
    struct fg_error unseen;
    FG_BUF_AUTO path = FG_BUF_INIT;
    const struct fg_resource *file;
    size_t offset = 0;
    err = err == NULL ? &unseen : err;
    fg_query_path(&path, name);
    if (path.failed)
        return fg_error_memory(err);
    if (fg_resources_get(resources, path.data, &file, err) < 0)
        return -1;
    if (prepare(db, file, name, ret_statement, &offset, err) == 0)
        return 0;
    return err->code == FG_INTERNAL ? note(file, offset, faults, err) : -1;
}

int fg_query_prepare(sqlite3 *db, const struct fg_resources *resources, const char *name,
                     sqlite3_stmt **ret_statement, struct fg_error *err)
{
    return fg_query_check(db, resources, name, NULL, ret_statement, err);
}
