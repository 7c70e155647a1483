/* SPDX-License-Identifier: MIT */
/* Where bytes are, by their hash, in what was opened as bags. Private to src/pack/ and src/redo/. */
#ifndef FARGAUGE_PACK_BY_HASH_H
#define FARGAUGE_PACK_BY_HASH_H

#include "pack/bag_read.h"

struct fg_by_hash {
    const struct fg_bag_file **files; /* the bags', which must outlive it */
    size_t count;
};

/* Add the files of a bag that lie on disk: all, or its inputs only. Errors: memory. */
int fg_by_hash_add(struct fg_by_hash *index, const struct fg_bag *bag, bool inputs_only, struct fg_error *err);
/* To be called behind the last bag. */
void fg_by_hash_sort(struct fg_by_hash *index);
void fg_by_hash_done(struct fg_by_hash *index);

/* A file with these bytes; borrowed, NULL where there is none. */
const char *fg_by_hash_find(const struct fg_by_hash *index, const char *sha256);

#endif
