/* SPDX-License-Identifier: MIT */
/*
 * Private to src/ingest: one file being stored, in a savepoint of its own inside whatever transaction is
 * open. Begin, fg_load_take() for each record, end.
 */
#ifndef FARGAUGE_INGEST_STORING_H
#define FARGAUGE_INGEST_STORING_H

#include "fargauge/ingest.h"
#include "ingest/reading.h"

struct fg_storing {
    struct fg_store *store;
    const struct fg_ingest_options *options;
    struct fg_load load;
    const struct fg_part *part; /* from fg_storing_end() */
    int outcome;                /* as in struct fg_ingest_report */
};

int fg_storing_begin(struct fg_storing *storing, struct fg_error *err);

/* Keep the file, or find that it is there already, or that reading it failed: then nothing of it stays but
 * a note. */
int fg_storing_end(struct fg_storing *storing, struct fg_part *part, struct fg_error *err);

#endif
