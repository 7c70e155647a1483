/* SPDX-License-Identifier: MIT */
/*
 * Private to src/ingest: records on their way from the thread that cuts a file to the one that stores them,
 * in order. One thread fills, one takes. The queue holds a bounded number of records and of bytes, so that
 * memory stays flat when storing is slower.
 */
#ifndef FARGAUGE_INGEST_QUEUE_H
#define FARGAUGE_INGEST_QUEUE_H

#include "ingest/cut.h"

struct fg_queue;

/* `free_mark` is for marks that nobody took. *ret_queue is the caller's. Errors: memory only. */
int fg_queue_new(void (*free_mark)(void *), struct fg_queue **ret_queue, struct fg_error *err);
void fg_queue_free(struct fg_queue *queue);
/* Make an empty queue of it again. */
void fg_queue_reset(struct fg_queue *queue);

/* ---- The filling side ---- */

/* The sink that fills this queue. Its slot() waits for room; NULL once the taking side has given up. */
struct fg_sink fg_queue_sink(struct fg_queue *queue);
/* Put a mark behind the records pushed so far: `mark` is handed to the taking side, which then owns it. 0, or -1
 * where that has given up. */
int fg_queue_mark(struct fg_queue *queue, void *mark);
/* Nothing more will come. */
void fg_queue_close(struct fg_queue *queue);

/* ---- The taking side ---- */

enum fg_queue_item { FG_QUEUE_END, FG_QUEUE_RECORD, FG_QUEUE_MARK, FG_QUEUE_NOTHING_YET };

struct fg_taken {
    const struct fg_mapper *mapper;
    struct fg_record *record; /* borrowed until the next call */
    void *mark;
};

/* Take the next item; waits up to `patience_ms` for it. */
enum fg_queue_item fg_queue_take(struct fg_queue *queue, int patience_ms, struct fg_taken *ret_taken);
/* Give up: the filling side stops at its next record. */
void fg_queue_give_up(struct fg_queue *queue);

#endif
