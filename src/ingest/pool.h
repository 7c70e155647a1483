/* SPDX-License-Identifier: MIT */
/*
 * Private to src/ingest: the threads that read inputs ahead of the one that stores them. Each input has a
 * queue; the inputs are taken in their order, whichever was read first.
 */
#ifndef FARGAUGE_INGEST_POOL_H
#define FARGAUGE_INGEST_POOL_H

#include "ingest/reading.h"

struct fg_pool;

/* Start reading. `names` is what the inputs are called, NULL: as their paths. `paths`, `names` and `options` are borrowed until close. *ret_pool is the caller's. Errors: memory, FG_IO
 * where no thread can be had. */
int fg_pool_open(char *const *paths, const char *const *names, size_t count, const struct fg_reading_options *options,
                 struct fg_pool **ret_pool, struct fg_error *err);

/* The queue of the next input, until fg_pool_next(). */
struct fg_queue *fg_pool_queue(struct fg_pool *pool);
/* Done with that input: its queue has ended. */
void fg_pool_next(struct fg_pool *pool);

/* Stop whatever still reads, and release. */
void fg_pool_close(struct fg_pool *pool);

#endif
