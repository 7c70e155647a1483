/* SPDX-License-Identifier: MIT */
/*
 * One input file (or standard input), read once from front to back: the decoded text comes out, and
 * what was handed over is measured and hashed on the way.
 *
 * gzip is recognised by its magic bytes, not by the name, and is decoded with zlib; several members
 * in a row are one text. A stream that ends early, has a wrong check sum or garbage behind it is an
 * error, never a short success (zlib's own gzread() reports a truncated file as its end).
 * Memory does not depend on the file's size.
 */
#ifndef FARGAUGE_SOURCE_H
#define FARGAUGE_SOURCE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fargauge/error.h"
#include "fargauge/json_split.h"
#include "fargauge/limits.h"
#include "fargauge/sha256.h"

struct fg_source;

/* Open `path`; "-" is standard input. Only regular files and pipes are read. *ret_source is the
 * caller's. Errors: FG_INPUT, `what: hint` without the path (the caller prepends path and line); FG_IO where it is the machine
 * that cannot, as with no descriptors left. */
int fg_source_open(const char *path, struct fg_source **ret_source, struct fg_error *err);

/* The error of an open() that failed: of errno, whose the fault is. Returns -1. */
int fg_source_cannot_open(struct fg_error *err);
void fg_source_close(struct fg_source *source);

/* The same over bytes that `read` gives, an archive member's. */
int fg_source_over(fg_json_read_fn *read, void *context, struct fg_source **ret_source,
                   struct fg_error *err);

/* Hold decompression to the limits (`total`, `ratio`) instead of the defaults, and count the bytes read from
 * the file into *counter (may be NULL) as they come. Both are borrowed until close. */
void fg_source_watch(struct fg_source *source, const struct fg_limits *limits,
                     atomic_uint_fast64_t *counter);

/* Read up to `room` decoded bytes; *ret_got is 0 at the end of the text, which is reached only when
 * the whole file was well-formed. Errors: FG_INPUT (damaged gzip, a limit passed),
 * FG_IO (read failed). */
int fg_source_read(struct fg_source *source, void *to, size_t room, size_t *ret_got,
                   struct fg_error *err);

struct fg_source_facts {
    uint64_t size;                     /* bytes as handed over */
    char sha256[FG_SHA256_HEX_SIZE];   /* of those bytes */
    bool gzip;
};

/* Read what is left (without decoding it), so that the facts cover the whole file even where decoding
 * or parsing stopped early. Errors: FG_IO. */
int fg_source_finish(struct fg_source *source, struct fg_source_facts *ret_facts,
                     struct fg_error *err);

#endif
