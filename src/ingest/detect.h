/* SPDX-License-Identifier: MIT */
/* Private to src/ingest: which shape is this? Told by the members at the top, never by a name. */
#ifndef FARGAUGE_INGEST_DETECT_H
#define FARGAUGE_INGEST_DETECT_H

#include "ingest/mapper.h"

/* The mapper of the array that stands under `key` at the top of an export; NULL where none wants it. */
const struct fg_mapper *fg_detect_member(const struct fg_json_key *key);

/* The mapper for a bare array of records. */
const struct fg_mapper *fg_detect_bare(void);

/* True for the member that says that pages were left behind. */
bool fg_detect_next_token(const struct fg_json_key *key);

/* True for text that begins like a waiver file: with its first column's name. */
bool fg_detect_waivers(const char *text, size_t len);

/* What a document of no known shape seems to be, from one of its top members; NULL where unknown. */
const char *fg_detect_known_stranger(const struct fg_json_key *key);

#endif
