/* SPDX-License-Identifier: MIT */
/*
 * Private to src/ingest: looking into a record's raw members, for a mapper's wants(), which is asked about
 * records that are then never parsed. The text has been through json_split: it is well-formed. Escapes are
 * not resolved.
 */
#ifndef FARGAUGE_INGEST_RAW_H
#define FARGAUGE_INGEST_RAW_H

#include "ingest/mapper.h"

/* A piece of JSON text, borrowed from the record; FG_RAW_NONE (or len 0) where there is none. */
struct fg_raw {
    const char *at;
    size_t len;
};
#define FG_RAW_NONE ((struct fg_raw){"", 0})

struct fg_raw fg_raw_member(const struct fg_record *record, int member);

/* The value of `name` in the object that `raw` is. */
struct fg_raw fg_raw_get(struct fg_raw raw, const char *name);

/* A string without its quotes; nothing for other values. */
struct fg_raw fg_raw_text(struct fg_raw raw);

/* What stands behind the last '/' of a text. */
struct fg_raw fg_raw_tail(struct fg_raw text);

bool fg_raw_holds(struct fg_raw raw, const char *needle);

#endif
