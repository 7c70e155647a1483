/* SPDX-License-Identifier: MIT */
/*
 * UTF-16 with a byte order mark, which is what Windows PowerShell's `>` writes, turned into UTF-8 on its way
 * to the parser. Private to src/ingest. Records' offsets are those of the UTF-8 text.
 *
 * Strict as the rest: half of a surrogate pair or half of a character is an error.
 */
#ifndef FARGAUGE_INGEST_UTF16_H
#define FARGAUGE_INGEST_UTF16_H

#include <stdbool.h>

#include "fargauge/json_split.h"

struct fg_utf16 {
    fg_json_read_fn *read; /* where the UTF-16 comes from */
    void *context;
    bool big_endian;
    unsigned char raw[4096];
    size_t at, len;        /* what of `raw` is still to be turned */
    bool started;          /* the byte order mark is behind us */
};

/* The name of the encoding that `text` begins with: "utf-16le", "utf-16be", or "utf-8" for all others. */
const char *fg_utf16_detect(const char *text, size_t len);

/* A fg_json_read_fn over a struct fg_utf16. Errors: FG_INPUT, and what `read` reports. */
int fg_utf16_read(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err);

#endif
