/* SPDX-License-Identifier: MIT */
/* Private to src/ingest: an array of records, cut and handed to its mapper one by one. */
#ifndef FARGAUGE_INGEST_SPLIT_H
#define FARGAUGE_INGEST_SPLIT_H

#include "ingest/mapper.h"

/* Take the next value of `json`, an array, record by record. `name` is its member's name, "" for a bare
 * array, whose first record must then be one the mapper recognises (returns 1 where it is not, with
 * nothing stored). 0, or -1. */
int fg_split_array(struct fg_load *load, struct fg_json *json, const struct fg_mapper *mapper,
                   const char *name, struct fg_error *err);

#endif
