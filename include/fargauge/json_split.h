/* SPDX-License-Identifier: MIT */
/*
 * A strict, streaming JSON walker.
 *
 * It goes through a text of any length in constant memory: the caller enters the objects and arrays
 * that interest it, copies the values it wants and skips the rest without anything being built.
 * Everything that is passed over is checked all the same: RFC 8259's grammar (no leading zeros, no
 * raw control characters, no trailing commas, nothing behind the document), UTF-8 (no overlong
 * forms, surrogates or bytes above U+10FFFF), depth. So cJSON, which is lenient about most of that,
 * only ever sees text that has already passed here.
 *
 * Not checked here: duplicate keys inside values that are copied or skipped, and lone \uD800
 * surrogate escapes, which the grammar allows; whoever reads a copied value decides on those.
 *
 * Why not a DOM: cJSON keeps a document in about five times its size. Why not a push (SAX) parser:
 * a mapper that pulls what it wants reads like the export it maps.
 */
#ifndef FARGAUGE_JSON_SPLIT_H
#define FARGAUGE_JSON_SPLIT_H

#include <stddef.h>
#include <stdint.h>

#include "fargauge/buf.h"
#include "fargauge/error.h"

struct fg_json;

/* Fill `to` with up to `room` bytes; *ret_got 0 means the end. 0 or -1, as fg_source_read(). */
typedef int fg_json_read_fn(void *context, void *to, size_t room, size_t *ret_got,
                            struct fg_error *err);

enum fg_json_type {
    FG_JSON_END, /* only at document level: nothing but white space is left */
    FG_JSON_OBJECT,
    FG_JSON_ARRAY,
    FG_JSON_STRING,
    FG_JSON_NUMBER,
    FG_JSON_TRUE,
    FG_JSON_FALSE,
    FG_JSON_NULL,
};

enum { FG_JSON_MAX_DEPTH = 512 };

/* `context` is handed to `read` and stays the caller's. A UTF-8 byte order mark at the start is passed
 * over (offsets count it). *ret_json is the caller's. Errors: memory only. */
int fg_json_open(fg_json_read_fn *read, void *context, struct fg_json **ret_json,
                 struct fg_error *err);
void fg_json_close(struct fg_json *json);

/* Refuse more than `depth` objects and arrays in each other; FG_JSON_MAX_DEPTH holds anyway. */
void fg_json_limit_depth(struct fg_json *json, uint64_t depth);

/*
 * Errors of all calls below: FG_INPUT for text that is not JSON (message: what is wrong, without path
 * or line; hint set), or whatever `read` reported. After an error the walker stays at the offending
 * place and every further call fails the same way; fg_json_offset() and fg_json_line() tell where.
 */

/* The type of the next value, without consuming it. */
int fg_json_peek(struct fg_json *json, enum fg_json_type *ret_type, struct fg_error *err);

/* Go into the next value, which must be an object or an array (FG_INTERNAL otherwise). */
int fg_json_enter(struct fg_json *json, struct fg_error *err);

struct fg_json_key {
    const char *text; /* decoded, NUL-terminated, borrowed until the next call; "" in an array */
    size_t len;
};

/* Step to the next member or element of the innermost entered value. Returns 1 with *ret_key filled
 * and the walker before the member's value (which must then be entered, copied or skipped), 0 at the
 * closing bracket (which leaves the value), or -1. A key that holds \u0000 or a lone surrogate is
 * an error; one longer than 64 KiB too. */
int fg_json_next(struct fg_json *json, struct fg_json_key *ret_key, struct fg_error *err);

/* Pass over the next value. */
int fg_json_skip(struct fg_json *json, struct fg_error *err);

/* Append the next value's bytes, as they stand, to `out`. Returns 0; 1 where the value is longer than
 * `limit` bytes (it is passed over whole, `out` is back at its former length); or -1. */
int fg_json_copy(struct fg_json *json, struct fg_buf *out, size_t limit, struct fg_error *err);

/* Append the first element of the next value, which must be an array, and pass over the others:
 * `events` is ordered newest first and only the newest tells something. Returns 0 (nothing appended
 * for an empty array), 1 as fg_json_copy(), or -1. Another type is passed over, nothing appended. */
int fg_json_copy_first(struct fg_json *json, struct fg_buf *out, size_t limit, struct fg_error *err);

/* Offset of the next byte to be looked at; after fg_json_peek(), of the next value's first byte. */
uint64_t fg_json_offset(const struct fg_json *json);

/* The 1-based line of that byte (line feeds counted). */
uint64_t fg_json_line(const struct fg_json *json);

#endif
