/* SPDX-License-Identifier: MIT */
/*
 * Private to src/ingest: CSV (RFC 4180) cut into records, one per row. A row becomes a JSON object of its
 * wanted columns, named by the header, so that mappers know one form only. A record's pointer is its row:
 * "/0" is the first below the header.
 */
#ifndef FARGAUGE_INGEST_CSV_SPLIT_H
#define FARGAUGE_INGEST_CSV_SPLIT_H

#include "ingest/cut.h"
#include "ingest/document.h"

/* Errors: FG_INPUT for text that is not UTF-8 or not CSV, and for a header that lacks a required column or
 * has one twice; what is wrong with a row is its record's problem. */
int fg_csv_split(struct fg_cut *cut, const struct fg_mapper *mapper, fg_json_read_fn *read,
                 void *context, struct fg_document *ret_document, struct fg_error *err);

#endif
