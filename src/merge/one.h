/* SPDX-License-Identifier: MIT */
/* Private to src/merge: the steps of one merge. */
#ifndef FARGAUGE_MERGE_ONE_H
#define FARGAUGE_MERGE_ONE_H

#include "fargauge/merge.h"
#include "fargauge/store.h"

/* Merge the database at `path`, in messages `shown`, into the store: in one transaction, all or nothing. `copy` as
 * fg_other_attach() takes it. */
int fg_merge_one(struct fg_store *store, const char *path, const char *shown, const char *copy,
                 struct fg_merged *ret_merged, struct fg_error *err);

#endif
