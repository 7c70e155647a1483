/* SPDX-License-Identifier: MIT */
/*
 * A manifest of RFC 8493, read leniently and judged strictly: what fargauge writes has one form (`HEX  PATH`, in byte order, line
 * feeds, no byte order mark), and whatever departs from it is a finding, while its lines are used all the same.
 */
#ifndef FARGAUGE_PACK_MANIFEST_H
#define FARGAUGE_PACK_MANIFEST_H

#include "pack/bag_read.h"

struct fg_manifest_line {
    char *path;                      /* decoded */
    char sha256[FG_SHA256_HEX_SIZE]; /* in lower case; "" where it is none */
    size_t number;                   /* of the line, from 1 */
};

struct fg_manifest {
    struct fg_manifest_line *lines; /* by path, each path once */
    size_t count;
};

/* Read `file`. Errors: memory. */
int fg_manifest_read(const struct fg_bag_file *file, struct fg_findings *findings, struct fg_manifest *ret_manifest,
                     struct fg_error *err);
void fg_manifest_done(struct fg_manifest *manifest);

#endif
