/* SPDX-License-Identifier: MIT */
/*
 * Values of one record, read with cJSON behind typed getters. Private to src/ingest.
 *
 * cJSON is lenient: it cuts strings at \u0000, looks keys up without case, lets duplicate keys pass
 * and rounds large integers. The getters close those gaps; no other file includes its header.
 *
 * What a record lacks is NULL (or false) and no problem; what it holds in the wrong type is noted in
 * a `struct fg_problem`, which keeps the first note. A mapper reads all it wants and looks at the
 * problem once, before anything is stored.
 */
#ifndef FARGAUGE_INGEST_VALUE_H
#define FARGAUGE_INGEST_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fargauge/buf.h"
#include "fargauge/clock.h"

struct fg_value; /* a cJSON item */

/* Why a record cannot be used; `reason` is empty while all is well. */
struct fg_problem {
    const char *reason;  /* a stable code, static: no_arn, bad_arn, wrong_type, bad_time, bad_text … */
    char detail[256];
};

void fg_problem_set(struct fg_problem *problem, const char *reason, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* True where memory was missing, which is no problem of the record's. */
bool fg_problem_is_memory(const struct fg_problem *problem);

/* Parse text that json_split has passed. NULL with a problem: \u0000 or a lone surrogate inside
 * (bad_text), a key twice in one object (duplicate_key), a text of more than `longest` bytes (too_large), no
 * memory. The caller's. */
struct fg_value *fg_value_parse(const char *text, size_t len, uint64_t longest,
                                struct fg_problem *problem);
void fg_value_free(struct fg_value *value);

/* Parse a value that holds JSON as text, as the Config API prints `configuration`. The text is checked
 * as strictly as a file. NULL with a problem (bad_text). The caller's. */
struct fg_value *fg_value_parse_embedded(const char *text, struct fg_problem *problem);

/* Members of `parent` by exact name. NULL or false where `parent` is NULL, the member is absent, or it
 * is null. Text is borrowed until the value is freed. */
const char *fg_get_text(const struct fg_value *parent, const char *name, struct fg_problem *problem);
bool fg_get_int(const struct fg_value *parent, const char *name, int64_t *ret,
                struct fg_problem *problem);
bool fg_get_bool(const struct fg_value *parent, const char *name, bool *ret,
                 struct fg_problem *problem);
/* An object; an empty array counts as absent (AWS Config writes [] for unset structures). */
const struct fg_value *fg_get_object(const struct fg_value *parent, const char *name,
                                     struct fg_problem *problem);
const struct fg_value *fg_get_array(const struct fg_value *parent, const char *name,
                                    struct fg_problem *problem);
/* A time as ISO text or as epoch seconds, in the database's form; false where absent. */
bool fg_get_time(const struct fg_value *parent, const char *name, char out[FG_TIME_SIZE],
                 struct fg_problem *problem);
bool fg_has(const struct fg_value *parent, const char *name);
/* The member whatever it is; for those that exports spell in more than one way. */
const struct fg_value *fg_get(const struct fg_value *parent, const char *name);

/* Walk an array's elements or an object's members: first, then next until NULL. */
const struct fg_value *fg_first(const struct fg_value *parent);
const struct fg_value *fg_next(const struct fg_value *value);
/* The member's name while walking an object; NULL in an array. */
const char *fg_name(const struct fg_value *value);
/* The value itself as text; NULL (and a problem, unless it is null) where it is something else. */
const char *fg_as_text(const struct fg_value *value, const char *what, struct fg_problem *problem);
bool fg_is_object(const struct fg_value *value);
bool fg_is_array(const struct fg_value *value);
bool fg_is_text(const struct fg_value *value);

/* The cJSON that runs, "1.7.15". */
const char *fg_value_library_version(void);

/* Append `text` as a JSON string, quotes included. */
void fg_add_json_string(struct fg_buf *out, const char *text);

#endif
