/* SPDX-License-Identifier: MIT */
/* Where the bytes of inputs are, by their hash: in the pack, or anywhere below a folder. Private to src/redo/ and src/cmd/. */
#ifndef FARGAUGE_REDO_INPUTS_H
#define FARGAUGE_REDO_INPUTS_H

#include "pack/by_hash.h"

struct fg_redo_inputs {
    struct fg_by_hash by_hash;
    struct fg_bag *folder; /* NULL: none was named */
};

/* What `bag` holds below data/inputs/, and whatever lies below the folder `dir` (NULL: none). `bag` must outlive it. Errors: FG_IO. */
int fg_redo_inputs_open(const struct fg_bag *bag, const char *dir, struct fg_redo_inputs *ret_inputs, struct fg_error *err);
void fg_redo_inputs_done(struct fg_redo_inputs *inputs);

/* A fg_redo_find_fn over a struct fg_redo_inputs. */
const char *fg_redo_inputs_find(void *inputs, const char *sha256);

#endif
