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
    const struct fg_mark *mark; /* from fg_storing_end() */
    int64_t archive_id;         /* of the archive whose members are stored; 0: none */
    int outcome;                /* as in struct fg_ingest_report */
};

int fg_storing_begin(struct fg_storing *storing, struct fg_error *err);

/* Keep the file, or find that it is there already, or that reading it failed: then nothing of it stays but
 * a note. */
int fg_storing_end(struct fg_storing *storing, struct fg_mark *mark, struct fg_error *err);

/* What comes between these two are an archive's members: all of them stay, or nothing. */
int fg_storing_archive(struct fg_storing *storing, const struct fg_mark *mark, struct fg_error *err);
int fg_storing_archive_end(struct fg_storing *storing, const struct fg_mark *mark, struct fg_error *err);

/* Note something in an archive that is not read. */
int fg_storing_passed_over(struct fg_storing *storing, const struct fg_mark *mark,
                           struct fg_error *err);

#endif
