/* SPDX-License-Identifier: MIT */
/* Private to src/store: making statements and turning SQLite's errors into ours. */
#ifndef FARGAUGE_STORE_STATEMENT_H
#define FARGAUGE_STORE_STATEMENT_H

#include "fargauge/store.h"

/* Prepare `sql`, exactly one statement. `name` is for error texts and is copied. */
int fg_statement_new(sqlite3 *handle, const char *name, const char *sql,
                     struct fg_statement **ret_statement, struct fg_error *err);
void fg_statement_free(struct fg_statement *statement);
const char *fg_statement_name(const struct fg_statement *statement);

/* fg_store_damaged() of a database that no store holds. */
int fg_damaged_error(const char *path, const char *why, struct fg_error *err);

#endif
