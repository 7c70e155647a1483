/* SPDX-License-Identifier: MIT */
/* Private to src/merge: a database that is only read, attached as "other". */
#ifndef FARGAUGE_MERGE_OTHER_H
#define FARGAUGE_MERGE_OTHER_H

#include "fargauge/store.h"

/* Attach the audit at `path` to the store, whole and of this program's schema; of one that is older a copy at
 * `copy`, which is brought up to date. The store's own schema was looked at before: fg_store_check_schema() remembers what all must
 * be. Not within a transaction. On failure nothing is attached. */
int fg_other_attach(struct fg_store *store, const char *path, const char *copy, struct fg_error *err);

/* Let it go, and remove the copy where one was made. */
void fg_other_detach(struct fg_store *store, const char *copy);

#endif
