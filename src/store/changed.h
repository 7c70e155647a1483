/* SPDX-License-Identifier: MIT */
/*
 * Private to src/store: was a database changed by other hands?
 *
 * Our SQL is right for the schema that we make and for what imports store. Where SQLite refuses it, either it has a mistake, which
 * is a defect (FG_INTERNAL), or a table, view or value is gone or another than it was: then the database is damaged, and whoever
 * runs the program can help themselves. Asked only behind such a failure: what was changed and harms nothing is for `verify` to
 * find. Whatever cannot be found out leaves the error as it is.
 */
#ifndef FARGAUGE_STORE_CHANGED_H
#define FARGAUGE_STORE_CHANGED_H

#include "fargauge/store.h"

/* Behind a failure with the audit that `store` holds, which is rolled back: where it is FG_INTERNAL and the audit was changed, *err
 * says so. */
void fg_store_blame(struct fg_store *store, struct fg_error *err);

/* The same of the audit that is attached as `audit` to a store made anew, as `path`. Returns -1. */
int fg_store_blame_attached(struct fg_store *store, const char *path, struct fg_error *err);

#endif
