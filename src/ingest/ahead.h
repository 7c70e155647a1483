/* SPDX-License-Identifier: MIT */
/*
 * Private to src/ingest: reading ahead. A thread of its own calls a read function (reading, hashing and
 * inflating a file) while the caller works on what came before. Memory is a few blocks.
 */
#ifndef FARGAUGE_INGEST_AHEAD_H
#define FARGAUGE_INGEST_AHEAD_H

#include "fargauge/json_split.h"

struct fg_ahead;

/* `read` runs on the new thread until it gives nothing, fails, or fg_ahead_close(). *ret_ahead is the
 * caller's. Errors: memory, FG_IO where no thread can be had. */
int fg_ahead_open(fg_json_read_fn *read, void *context, struct fg_ahead **ret_ahead,
                  struct fg_error *err);

/* A fg_json_read_fn over a struct fg_ahead: the same bytes and the same error as `read` gave. */
int fg_ahead_read(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err);

/* Stop the thread, wait for it, and release. After that `context` is the caller's alone again. */
void fg_ahead_close(struct fg_ahead *ahead);

#endif
