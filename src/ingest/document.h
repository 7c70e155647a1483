/* SPDX-License-Identifier: MIT */
/* Private to src/ingest: one JSON text, recognised and cut into records. */
#ifndef FARGAUGE_INGEST_DOCUMENT_H
#define FARGAUGE_INGEST_DOCUMENT_H

#include "ingest/cut.h"

struct fg_document {
    const char *kind; /* source.kind */
    bool more_pages;
    uint64_t offset;    /* where reading stopped, after an error */
    uint64_t line;      /* 1-based; 0 where nothing was read */
    int64_t count;      /* documents in the file */
    uint64_t first_end; /* where the first one ends */
};

/* Cut a JSON export: one document, or several of one kind in a row (pages appended to each other, JSON
 * Lines). The records' pointers then begin with their document's number, as if the documents were the
 * elements of one array; those of the first document do not have it yet, because nobody knew: that is the
 * caller's to do, for records that begin before first_end where count > 1. Errors: FG_INPUT for what is
 * not JSON or of no known shape. */
int fg_document_cut(struct fg_cut *cut, fg_json_read_fn *read, void *context,
                    struct fg_document *ret_document, struct fg_error *err);

#endif
