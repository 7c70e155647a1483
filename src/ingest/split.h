/* SPDX-License-Identifier: MIT */
/* Private to src/ingest: an array of records, cut and handed to its mapper one by one. */
#ifndef FARGAUGE_INGEST_SPLIT_H
#define FARGAUGE_INGEST_SPLIT_H

#include "ingest/mapper.h"

/* Take the next value of `json`, an array, record by record. `name` is its place in the document, as a
 * JSON Pointer without the first slash ("services", "detail/findings"), "" for a bare array, whose
 * first record must then be one the mapper recognises (returns 1 where it is not, with nothing
 * stored). 0, or -1. */
int fg_split_array(struct fg_load *load, struct fg_json *json, const struct fg_mapper *mapper,
                   const char *name, struct fg_error *err);

/*
 * A document may itself be a record. While its members are walked for other things, they are gathered:
 * begin, then one call per member, then end.
 */
void fg_split_begin(struct fg_record *record, uint64_t offset);
/* Copy the member before which the walker stands, where the mapper wants it: 1; else 0 and it is still
 * to be passed over; or -1. */
int fg_split_member(struct fg_record *record, struct fg_json *json, const struct fg_mapper *mapper,
                    const struct fg_json_key *key, struct fg_error *err);
/* Map the document as a record: 0, -1, or 1 where the mapper does not recognise it. */
int fg_split_end(struct fg_load *load, struct fg_record *record, uint64_t end,
                 const struct fg_mapper *mapper, struct fg_error *err);

#endif
