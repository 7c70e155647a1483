/* SPDX-License-Identifier: MIT */
/* Private to src/ingest: JSON values cut into records. */
#ifndef FARGAUGE_INGEST_SPLIT_H
#define FARGAUGE_INGEST_SPLIT_H

#include "ingest/cut.h"
#include "ingest/detect.h"

/* Take the next value of `json`, an array that stands at `place` (a JSON Pointer), record by record, as `shape` says.
 * *ret_mapper is the mapper that was chosen. Returns 0 or -1. */
int fg_split_array(struct fg_cut *cut, struct fg_json *json, const struct fg_shape *shape,
                   const char *place, const struct fg_mapper **ret_mapper, struct fg_error *err);

/* Take the next value, the first of a list, as a record that says itself what it is: by `shape`'s two mappers, or by
 * anyone's where that is NULL. *ret_mapper is NULL, and nothing was taken, where nobody recognises it. */
int fg_split_first(struct fg_cut *cut, struct fg_json *json, const struct fg_shape *shape,
                   const char *place, const struct fg_mapper **ret_mapper, struct fg_error *err);

/* Take the next value as one record. */
int fg_split_one(struct fg_cut *cut, struct fg_json *json, const struct fg_mapper *mapper,
                 const char *place, struct fg_error *err);

/*
 * A document may itself be a record. While its members are walked for other things, they are gathered into
 * `record`: begin, then one call per member; then it is the caller's to choose a mapper and push it.
 */
void fg_split_begin(struct fg_record *record);
/* Copy the member before which the walker stands, where the mapper wants it: 1; else 0 and it is still
 * to be passed over; or -1. */
int fg_split_member(struct fg_cut *cut, struct fg_record *record, struct fg_json *json,
                    const struct fg_mapper *mapper, const struct fg_json_key *key,
                    struct fg_error *err);

#endif
