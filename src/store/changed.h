/* SPDX-License-Identifier: MIT */
/*
 * Private to src/store: was a database's schema changed by other hands?
 *
 * Our SQL is right for the schema that we make and for what imports store. Where SQLite refuses it, either it has a mistake, which
 * is a defect (FG_INTERNAL), or a table, view or value is gone or another than it was: then the database is damaged, and whoever
 * runs the program can help themselves. Asked only behind such a failure: what was changed and harms nothing is for `verify` to find.
 */
#ifndef FARGAUGE_STORE_CHANGED_H
#define FARGAUGE_STORE_CHANGED_H

#include "fargauge/store.h"

/* Behind a failure with the audit that is attached to `store` (a store made anew; `path` is for error texts): where the failure is
 * FG_INTERNAL and the audit's schema is not what the store's is, or SQLite complains of a value, *err says that instead.
 * `views`: its ruleset is ours. Returns -1. */
int fg_store_blame_attached(struct fg_store *store, const char *path, bool views, struct fg_error *err);

/* The same with the audit that `store` itself holds; it is rolled back. */
void fg_store_blame(struct fg_store *store, struct fg_error *err);

#endif
