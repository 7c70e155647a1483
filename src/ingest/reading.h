/* SPDX-License-Identifier: MIT */
/*
 * Private to src/ingest: one input being read, recognised and cut into records, on a thread that knows
 * nothing of the database.
 */
#ifndef FARGAUGE_INGEST_READING_H
#define FARGAUGE_INGEST_READING_H

#include <stdatomic.h>

#include "fargauge/source.h"
#include "ingest/document.h"
#include "ingest/queue.h"

/* One file, and what reading it came to. The mark that follows its records in the queue. */
struct fg_part {
    char *path;
    struct fg_source_facts facts;
    const char *encoding; /* source.encoding */
    struct fg_document document;
    struct fg_tally no_interest;
    int status;           /* 0, or -1 where `error` says why nothing of it can be used */
    struct fg_error error;
};

/* Takes a struct fg_part or NULL. */
void fg_part_free(void *part);

struct fg_reading_options {
    const struct fg_limits *limits;
    bool waivers_only;             /* anything but a waiver file is refused */
    atomic_uint_fast64_t *counter; /* bytes read, for the progress line */
};

/* Read the input at `path` ("-": standard input) into the queue, and close it. Whatever goes wrong is told by the
 * part that ends it, except where memory fails: then the queue ends without one. */
void fg_reading_run(const char *path, const struct fg_reading_options *options,
                    struct fg_queue *queue);

#endif
