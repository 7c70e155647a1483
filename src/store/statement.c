/* SPDX-License-Identifier: MIT */
#include "store/statement.h"

#include <stdlib.h>
#include <string.h>

#include "fargauge/stop.h"
#include "store/memory.h"

struct fg_statement {
    sqlite3_stmt *handle;
    char *name;
    char **parameters;   /* their names by number, from 1, without the colon */
    int parameter_count;
    int next;            /* the parameter to look at first: most are bound in their order */
    const char *unknown; /* the first parameter name that the statement does not have */
};

/* What a user can do about an error of SQLite's, by its primary code. */
static const struct {
    int code;
    enum fg_code ours;
    const char *hint;
} advice[] = {
    {SQLITE_BUSY, FG_IO, "another fargauge is writing to this database; wait for it and try again"},
    {SQLITE_LOCKED, FG_IO, "another fargauge is writing to this database; wait for it and try again"},
    {SQLITE_FULL, FG_IO, "the disk is full; make room and run the same command again"},
    {SQLITE_IOERR, FG_IO, "the disk failed; check it, then run the same command again"},
    {SQLITE_READONLY, FG_IO, "give write permission, or name another file with --db"},
    {SQLITE_CANTOPEN, FG_IO, "check that the folder exists and may be written"},
    {SQLITE_PERM, FG_IO, "give write permission, or name another file with --db"},
    {SQLITE_NOTADB, FG_IO, "this file is no SQLite database; name another one with --db"},
    {SQLITE_CORRUPT, FG_IO, "the database is damaged; restore it, or import again into a new file"},
    {SQLITE_NOMEM, FG_IO, "close other programs, or import fewer files at a time"},
};

/* What failed for whoever runs the program: the file, not the statement that met it. */
static const char *file_or(sqlite3 *handle, const char *which)
{
    const char *file = handle == NULL ? NULL : sqlite3_db_filename(handle, "main");
    return file == NULL || file[0] == '\0' ? which : file;
}

int fg_sqlite_length_error(sqlite3 *handle, const char *path, struct fg_error *err)
{
    if (handle == NULL || (sqlite3_errcode(handle) & 0xff) != SQLITE_NOMEM || fg_sqlite_memory_refused())
        return 0;
    return fg_damaged_error(path, "a length in it is longer than any memory", err);
}

int fg_sqlite_error(sqlite3 *handle, const char *what, const char *which, struct fg_error *err)
{
    int code = sqlite3_errcode(handle) & 0xff;
    if ((code == SQLITE_INTERRUPT || code == SQLITE_BUSY) && fg_stop_requested())
        return fg_stop_error(err);
    if (fg_sqlite_length_error(handle, file_or(handle, which), err) < 0)
        return -1;
    for (size_t i = 0; i < sizeof advice / sizeof advice[0]; i++)
        if (advice[i].code == code) {
            fg_error_set(err, advice[i].ours, "%s: %s: %s", what, file_or(handle, which),
                         sqlite3_errmsg(handle));
            if (err != NULL)
                err->damaged = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
            return fg_error_hint(err, "%s", advice[i].hint);
        }
    return fg_error_set(err, FG_INTERNAL, "%s: %s: %s", what, which, sqlite3_errmsg(handle));
}

int fg_damaged_error(const char *path, const char *why, struct fg_error *err)
{
    fg_error_set(err, FG_IO, "database: %s: it is damaged: %s", path, why);
    if (err != NULL)
        err->damaged = true;
    return fg_error_hint(err, "restore it, or import its files again into a new one");
}

/* SQLite walks a list for every name it is asked for, and binding a row asks for twenty. The names are
 * copied, because SQLite's own go away when it prepares the statement again. */
static int list_parameters(struct fg_statement *statement)
{
    int count = sqlite3_bind_parameter_count(statement->handle);
    statement->parameters = calloc((size_t)count + 1, sizeof *statement->parameters);
    if (statement->parameters == NULL)
        return -1;
    statement->parameter_count = count;
    for (int i = 1; i <= count; i++) {
        const char *name = sqlite3_bind_parameter_name(statement->handle, i);
        statement->parameters[i] = strdup(name == NULL ? "" : name + 1);
        if (statement->parameters[i] == NULL)
            return -1;
    }
    return 0;
}

int fg_statement_new(sqlite3 *handle, const char *name, const char *sql,
                     struct fg_statement **ret_statement, struct fg_error *err)
{
    struct fg_statement *statement = calloc(1, sizeof *statement);
    if (statement == NULL || (statement->name = strdup(name)) == NULL) {
        fg_statement_free(statement);
        return fg_error_memory(err);
    }
    const char *rest = NULL;
    if (sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->handle, &rest) !=
        SQLITE_OK) {
        fg_statement_free(statement);
        return fg_sqlite_error(handle, "database", name, err);
    }
    if (statement->handle == NULL || rest[strspn(rest, " \t\r\n;")] != '\0') {
        fg_statement_free(statement);
        return fg_error_set(err, FG_INTERNAL, "database: %s: not exactly one statement", name);
    }
    if (list_parameters(statement) < 0) {
        fg_statement_free(statement);
        return fg_error_memory(err);
    }
    *ret_statement = statement;
    return 0;
}

void fg_statement_free(struct fg_statement *statement)
{
    if (statement == NULL)
        return;
    sqlite3_finalize(statement->handle);
    for (int i = 1; i <= statement->parameter_count; i++)
        free(statement->parameters[i]);
    free(statement->parameters);
    free(statement->name);
    free(statement);
}

const char *fg_statement_name(const struct fg_statement *statement)
{
    return statement->name;
}

/* The parameter's number; 0 where there is none. */
static int find_parameter(const struct fg_statement *statement, const char *name)
{
    for (int i = 0; i < statement->parameter_count; i++) {
        int number = statement->next + i + 1; /* most are bound in their order */
        if (number > statement->parameter_count)
            number -= statement->parameter_count;
        const char *other = statement->parameters[number];
        if (other[0] == name[0] && strcmp(other, name) == 0)
            return number;
    }
    return 0;
}

bool fg_statement_takes(const struct fg_statement *statement, const char *name)
{
    return find_parameter(statement, name) > 0;
}

/* The same for binding: where there is none, SQLite refuses the 0 and a note is kept. */
static int parameter(struct fg_statement *statement, const char *name)
{
    int number = find_parameter(statement, name);
    if (number > 0)
        statement->next = number % statement->parameter_count;
    else if (statement->unknown == NULL)
        statement->unknown = name;
    return number;
}

void fg_bind_bytes(struct fg_statement *statement, const char *name, const char *text, size_t len)
{
    if (statement == NULL)
        return;
    sqlite3_bind_text64(statement->handle, parameter(statement, name), text, len, SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

void fg_bind_text(struct fg_statement *statement, const char *name, const char *text)
{
    fg_bind_bytes(statement, name, text, text == NULL ? 0 : strlen(text));
}

void fg_bind_int(struct fg_statement *statement, const char *name, int64_t value)
{
    if (statement == NULL)
        return;
    sqlite3_bind_int64(statement->handle, parameter(statement, name), value);
}

void fg_bind_null(struct fg_statement *statement, const char *name)
{
    if (statement == NULL)
        return;
    sqlite3_bind_null(statement->handle, parameter(statement, name));
}

void fg_statement_reset(struct fg_statement *statement)
{
    sqlite3_reset(statement->handle);
    sqlite3_clear_bindings(statement->handle);
    statement->next = 0;
    statement->unknown = NULL;
}

int fg_step(struct fg_statement *statement, struct fg_error *err)
{
    if (statement->unknown != NULL) {
        fg_error_set(err, FG_INTERNAL, "database: %s: it has no parameter :%s", statement->name,
                     statement->unknown);
        fg_statement_reset(statement);
        return -1;
    }
    int code = sqlite3_step(statement->handle);
    if (code == SQLITE_ROW)
        return 1;
    if (code != SQLITE_DONE)
        fg_sqlite_error(sqlite3_db_handle(statement->handle), "database", statement->name, err);
    fg_statement_reset(statement);
    return code == SQLITE_DONE ? 0 : -1;
}

int fg_step_done(struct fg_statement *statement, int64_t *ret_id, struct fg_error *err)
{
    int step;
    while ((step = fg_step(statement, err)) > 0)
        ;
    if (step == 0 && ret_id != NULL)
        *ret_id = sqlite3_last_insert_rowid(sqlite3_db_handle(statement->handle));
    return step;
}

const char *fg_column_or_null(struct fg_statement *statement, int column)
{
    return (const char *)sqlite3_column_text(statement->handle, column);
}

const char *fg_column_text(struct fg_statement *statement, int column)
{
    const char *text = fg_column_or_null(statement, column);
    return text == NULL ? "" : text;
}

int64_t fg_column_int(struct fg_statement *statement, int column)
{
    return sqlite3_column_int64(statement->handle, column);
}

int fg_store_number(struct fg_store *store, const char *name, int64_t *ret_number, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, name, &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    if (step < 0)
        return -1;
    *ret_number = step > 0 ? fg_column_int(query, 0) : 0;
    fg_statement_reset(query);
    return 0;
}
