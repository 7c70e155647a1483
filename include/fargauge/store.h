/* SPDX-License-Identifier: MIT */
/*
 * The database: one SQLite file per audit.
 *
 * Opening a file makes it ours: a new one gets the schema, an older schema is migrated (a numbered
 * file in sql/schema per step, one transaction each), a newer one or another program's is refused.
 * Catalogue, views and controls follow the program: where their digest differs from the one stored,
 * they are replaced in one transaction. Stored evidence and results are never touched by that.
 *
 * No SQL stands in C: statements are files below sql/, run by name.
 */
#ifndef FARGAUGE_STORE_H
#define FARGAUGE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#include "fargauge/error.h"
#include "fargauge/resource.h"

struct fg_store;

/* `resources` is borrowed until close. *ret_store is the caller's. Errors: FG_IO (cannot open, not a
 * database, newer schema, busy …), FG_INTERNAL (our own SQL). With `create` false a file that does
 * not exist is an error. ":memory:" works, for tests, and "" for a temporary file. */
int fg_store_open(const char *path, bool create, const struct fg_resources *resources,
                  struct fg_store **ret_store, struct fg_error *err);
/* The same for a copy of the database that is named `shown`: what is wrong with its contents is said of that. */
int fg_store_open_as(const char *path, const char *shown, bool create, const struct fg_resources *resources,
                     struct fg_store **ret_store, struct fg_error *err);
void fg_store_close(struct fg_store *store);
/* Close after work that ended with `status`, which is returned. Where it failed by FG_INTERNAL and the schema is not what this
 * program makes, other hands changed it: *err then says that the database is damaged. */
int fg_store_close_after(struct fg_store *store, int status, struct fg_error *err);

/* Call `tell` with the database's path when the store has waited for another process for a second. It goes on
 * waiting, up to an hour: an import of many gigabytes holds the database that long. */
void fg_store_on_wait(struct fg_store *store, void (*tell)(void *context, const char *path),
                      void *context);

/* Copy into an empty store which files the database at `path` holds, without changing that; nothing where
 * there is no such file. Errors: FG_IO. */
int fg_store_copy_sources(struct fg_store *store, const char *path, struct fg_error *err);

/* Copy into a store that holds one assessment, of nothing, the resources and results of the newest assessment of the
 * database at `path`, as they were before waivers, without changing that. Errors: FG_IO, FG_USAGE where it holds no
 * assessment. */
int fg_store_copy_results(struct fg_store *store, const char *path, struct fg_error *err);

/* A copy of all that the database holds, in a file without a name: nobody finds it, and it is gone with the copy or with this
 * process, however that ends. It takes as much room where SQLite has its temporary files ($SQLITE_TMPDIR, $TMPDIR, /var/tmp).
 * *ret_copy is the caller's, and borrows the store's resources. Errors: FG_IO. */
int fg_store_copy(struct fg_store *store, struct fg_store **ret_copy, struct fg_error *err);

/* Load the ruleset anew where it is another one than the database holds: its own rules have changed. Within a transaction, with
 * foreign keys off. Errors: as fg_store_open(). */
int fg_store_renew_ruleset(struct fg_store *store, struct fg_error *err);

/* The connection, borrowed: for rendering, which brings its own statements. */
sqlite3 *fg_store_handle(struct fg_store *store);
const struct fg_resources *fg_store_resources(const struct fg_store *store);
/* The file as it was named when it was opened. Borrowed until close. */
const char *fg_store_path(const struct fg_store *store);

/* Are all tables, indexes and views of the program's there, as it makes them? temp.made_schema then says how that is. Errors:
 * FG_IO, damaged where one is missing or another. */
int fg_store_check_schema(struct fg_store *store, struct fg_error *err);
/* Where *err is FG_INTERNAL and speaks of a value that no import stores, it becomes that the database at `path` is damaged.
 * Returns -1. */
int fg_store_blame_values(const char *path, struct fg_error *err);

/* Run every statement of the file "sql/NAME.sql"; rows they give are passed over. */
int fg_store_run(struct fg_store *store, const char *name, struct fg_error *err);

/* Begin takes the write lock at once, so that two imports queue up instead of failing half-way. */
int fg_store_begin(struct fg_store *store, struct fg_error *err);
/* Begin a transaction that only reads: all its queries see one state. End it with a rollback. */
int fg_store_begin_read(struct fg_store *store, struct fg_error *err);
int fg_store_commit(struct fg_store *store, struct fg_error *err);
/* Never fails: what was not committed is gone, even where the disk is full. */
void fg_store_rollback(struct fg_store *store);

/* Do `work` in a transaction of its own, whole or not at all, without looking foreign keys up meanwhile (a pragma that a
 * transaction would ignore): for work that rebuilds tables, or whose keys were just read from what they point to. */
typedef int fg_store_work_fn(struct fg_store *store, void *context, struct fg_error *err);
int fg_store_unkeyed(struct fg_store *store, fg_store_work_fn *work, void *context, struct fg_error *err);

/* SQL that is not ours (rules and templates of the user's own, or out of somebody's database) may never end. From
 * fg_store_bound() to fg_store_unbound() all statements together may take so many steps of SQLite's machine as
 * fg_resources_bound() said, or as fits the evidence; the one that would take more fails. The same number on any machine, and
 * an eighth more behind fg_store_does_again(): what came to its end once comes to it again. */
int fg_store_bound(struct fg_store *store, struct fg_error *err);
void fg_store_unbound(struct fg_store *store);
void fg_store_does_again(struct fg_store *store);
/* After a failure: where the bound was why, say so of WHAT: WHICH in *err, as FG_USAGE. Returns -1. */
int fg_store_bound_error(const struct fg_store *store, const char *what, const char *which, struct fg_error *err);

/* One prepared statement, from "sql/NAME.sql" (a single statement). The store keeps it prepared:
 * asking again for the same name gives the same statement, reset and unbound. */
struct fg_statement;
int fg_store_statement(struct fg_store *store, const char *name, struct fg_statement **ret_statement,
                       struct fg_error *err);

/* As above for a pattern file whose {view} is replaced by `view`, an identifier ([A-Za-z0-9_]+). */
int fg_store_statement_for(struct fg_store *store, const char *name, const char *view,
                           struct fg_statement **ret_statement, struct fg_error *err);

/* Bind by parameter name, without the colon. A NULL text binds NULL. Text is copied. A name the
 * statement does not have is remembered and reported by the next step: it is a defect of ours. Binding
 * to a NULL statement does nothing. */
void fg_bind_text(struct fg_statement *statement, const char *name, const char *text);
void fg_bind_bytes(struct fg_statement *statement, const char *name, const char *text, size_t len);
void fg_bind_int(struct fg_statement *statement, const char *name, int64_t value);
void fg_bind_null(struct fg_statement *statement, const char *name);

/* True where the statement has a parameter of this name. */
bool fg_statement_takes(const struct fg_statement *statement, const char *name);

/* Step. Returns 1 with a row, 0 when done (the statement is then reset, its bindings cleared), or -1. */
int fg_step(struct fg_statement *statement, struct fg_error *err);
/* Step once to the end, for statements whose rows are of no interest, and set *ret_id (may be NULL)
 * to the row id of the last insert. */
int fg_step_done(struct fg_statement *statement, int64_t *ret_id, struct fg_error *err);
/* The first column of the first row of the query "sql/NAME.sql", which binds nothing; 0 where it has no row. */
int fg_store_number(struct fg_store *store, const char *name, int64_t *ret_number, struct fg_error *err);
/* Stop before the end. */
void fg_statement_reset(struct fg_statement *statement);

/* Fill *err from a connection's last error, `WHAT: WHICH: SQLite's words`: FG_IO with advice for what the
 * file, the disk or another process did, FG_INTERNAL without a hint for mistakes in our SQL. Returns -1. */
int fg_sqlite_error(sqlite3 *handle, const char *what, const char *which, struct fg_error *err);

/* -1, and *err says that the database at `path` is damaged, where a connection's last error is that memory is out although the system
 * never refused any: SQLite was to make room for a length that other hands wrote. Else 0. */
int fg_sqlite_length_error(sqlite3 *handle, const char *path, struct fg_error *err);

/* Fill *err: `database: FILE: it is damaged: why`, FG_IO. For what SQLite finds sound and is none. Returns -1. */
int fg_store_damaged(struct fg_store *store, const char *why, struct fg_error *err);

/* Columns of the current row, by position. Text is borrowed until the next step. Where there is none it is "": a damaged
 * database may lack what its schema promises. */
const char *fg_column_text(struct fg_statement *statement, int column);
/* For columns in which NULL means something, and stays NULL. */
const char *fg_column_or_null(struct fg_statement *statement, int column);
int64_t fg_column_int(struct fg_statement *statement, int column);

#endif
