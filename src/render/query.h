/* SPDX-License-Identifier: MIT */
/*
 * Named queries: sql/queries/NAME.sql, one statement each, which can only read.
 *
 * Private to render/.
 */
#ifndef FARGAUGE_RENDER_QUERY_H
#define FARGAUGE_RENDER_QUERY_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

#include "fargauge/buf.h"
#include "fargauge/error.h"
#include "fargauge/faults.h"
#include "fargauge/resource.h"

/* From here until fg_query_unguard(), statements prepared on `db` may only select, read, recurse
 * and call the functions that query.c lists. It replaces an authorizer that is there. */
void fg_query_guard(sqlite3 *db);
void fg_query_unguard(sqlite3 *db);

/* True for a name that can be a query's: letters, digits, `_` and `-`. */
bool fg_query_is_name(const char *name);

/* The path among the resources. */
void fg_query_path(struct fg_buf *out, const char *name);

/* Prepare the query `name`. *ret_statement is the caller's, to be finalised.
 * Errors: `query: NAME: why`; FG_INTERNAL, or FG_IO where the database cannot be read. */
int fg_query_prepare(sqlite3 *db, const struct fg_resources *resources, const char *name,
                     sqlite3_stmt **ret_statement, struct fg_error *err);

/* The same, with what is wrong added to `faults` at its place in the file. */
int fg_query_check(sqlite3 *db, const struct fg_resources *resources, const char *name, struct fg_faults *faults,
                   sqlite3_stmt **ret_statement, struct fg_error *err);

/* True where the statement ends in an ORDER BY of its own, not only in one of a subquery. */
bool fg_query_has_order(const char *sql);

/* Where the statement begins, behind white space and comments. */
const char *fg_query_start(const char *sql);

/* Fill *err from the connection's last error; returns -1. */
int fg_query_error(sqlite3 *db, const char *name, struct fg_error *err);

#endif
