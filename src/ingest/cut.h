/* SPDX-License-Identifier: MIT */
/*
 * Private to src/ingest: one text being cut into records. Cutting knows nothing of the database: the
 * records go into a sink, in order, and another thread takes them from there (queue.h).
 */
#ifndef FARGAUGE_INGEST_CUT_H
#define FARGAUGE_INGEST_CUT_H

#include "ingest/mapper.h"

struct fg_sink {
    /* The record to fill next, the same until it is pushed; NULL where nobody wants any more. */
    struct fg_record *(*slot)(void *context);
    void (*push)(void *context, const struct fg_mapper *mapper);
    void *context;
};

struct fg_cut {
    struct fg_sink sink;
    const struct fg_limits *limits;
    struct fg_tally no_interest;
    int64_t records;               /* met, whatever became of them */
    int64_t document;              /* which of the file's documents, from 0 */
    uint64_t base;                 /* where the text that is being cut begins in the file's */
    uint64_t base_line;            /* the lines before it */
    const struct fg_record *whole; /* inside JSON held as text: the string that all its records stand in */
};

/* The record to fill next. -1 where nobody wants it. */
int fg_cut_slot(struct fg_cut *cut, struct fg_record **ret_record, struct fg_error *err);

/* Say where the record stands: `place` is its pointer within the document, `line` the one it begins in, from 1. */
void fg_cut_place(const struct fg_cut *cut, struct fg_record *record, const char *place,
                  uint64_t offset, uint64_t length, uint64_t line);

/* The slot's record is complete: hand it on, or count it as of no interest. */
int fg_cut_push(struct fg_cut *cut, const struct fg_mapper *mapper, struct fg_record *record,
                struct fg_error *err);

/* Refuse the file, because something in it passes a limit: a record that was left out for that could not be
 * brought in later, as bytes are loaded once. Returns -1. */
int fg_cut_too_large(const char *what, const char *option, uint64_t limit, struct fg_error *err);

#endif
