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

/* What a mark in the queue is about. */
enum fg_mark_kind {
    FG_MARK_FILE,        /* the records before it were this file's, or member's */
    FG_MARK_ARCHIVE,     /* what follows are the members of this archive */
    FG_MARK_ARCHIVE_END, /* these were all; with an error, none of them may be used */
    FG_MARK_PASSED_OVER, /* something in an archive that is not read */
};

/* One file, and what reading it came to. */
struct fg_mark {
    enum fg_mark_kind kind;
    char *path;
    struct fg_source_facts facts; /* of an archive: its own */
    const char *encoding;         /* source.encoding */
    const char *detail;           /* ARCHIVE: its format; PASSED_OVER: why, as passed_over.reason */
    struct fg_document document;
    struct fg_tally no_interest;
    int status;                   /* 0, or -1 where *error says why nothing of it can be used */
    struct fg_error *error;       /* NULL where all went well */
};

/* Takes a struct fg_mark or NULL. */
void fg_mark_free(void *mark);

struct fg_reading_options {
    const struct fg_limits *limits;
    bool waivers_only;             /* anything but a waiver file is refused */
    atomic_uint_fast64_t *counter; /* bytes read, for the progress line */
};

/* Read the input at `path` ("-": standard input; a file, or an archive) into the queue, and close it; its marks
 * name it `name`. Whatever goes wrong is told by the mark that ends it, except where memory fails: then the queue ends without one. */
void fg_reading_run(const char *path, const char *name, const struct fg_reading_options *options,
                    struct fg_queue *queue);

#endif
