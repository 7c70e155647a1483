/* SPDX-License-Identifier: MIT */
/* Where the inputs' bytes are now. Private to src/pack/. */
#ifndef FARGAUGE_PACK_FIND_H
#define FARGAUGE_PACK_FIND_H

#include "fargauge/pack.h"
#include "pack/bag.h"

/* Look for every file that was handed over, and note in pack_found where its very bytes are. `copy` has sql/pack/tables.sql's
 * tables. Errors: FG_IO where one is not there any more and options do not allow it. */
int fg_pack_find(struct fg_store *copy, const struct fg_pack_options *options, struct fg_error *err);

/* Add what was found to the bag. Errors: FG_IO, also where bytes changed meanwhile. */
int fg_pack_add_inputs(struct fg_store *copy, struct fg_bag_writer *bag, struct fg_error *err);

#endif
