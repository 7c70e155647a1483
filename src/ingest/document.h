/* SPDX-License-Identifier: MIT */
/* Private to src/ingest: one text, recognised and loaded. */
#ifndef FARGAUGE_INGEST_DOCUMENT_H
#define FARGAUGE_INGEST_DOCUMENT_H

#include "ingest/mapper.h"

struct fg_document {
    const char *kind; /* source.kind */
    bool more_pages;
    uint64_t offset;  /* where reading stopped, after an error */
    uint64_t line;
};

/* Load a JSON export: one document, or several of one kind in a row (pages appended to each other, JSON
 * Lines). The records' pointers then begin with their document's number, as if the documents were the
 * elements of one array. Errors: FG_INPUT for what is not JSON or of no known shape. */
int fg_document_load_json(struct fg_load *load, fg_json_read_fn *read, void *context,
                          struct fg_document *ret_document, struct fg_error *err);

/* Load a waiver file (CSV). Errors: FG_INPUT for a header that is not a waiver file's. */
int fg_document_load_csv(struct fg_load *load, fg_json_read_fn *read, void *context,
                         struct fg_document *ret_document, struct fg_error *err);

#endif
