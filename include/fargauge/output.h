/* SPDX-License-Identifier: MIT */
/*
 * A buffered writer that appears whole or not at all.
 *
 * Bytes go to a temporary file beside the place (`.NAME.PID.tmp`) and take the name when committed;
 * a reader never sees half a report, and a failed run leaves the former one alone.
 * Errors are sticky: after the first failed write the others do nothing, and fg_output_commit()
 * reports it. Write freely and check once, at the end. Memory is one fixed buffer.
 *
 * Why not stdio: fclose() reports a full disk too late to tell which write it was, and says nothing
 * about what reached the disk.
 */
#ifndef FARGAUGE_OUTPUT_H
#define FARGAUGE_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

#include "fargauge/buf.h"
#include "fargauge/error.h"

struct fg_output;

#define FG_OUTPUT_AUTO __attribute__((cleanup(fg_output_done))) struct fg_output

/* Start writing what shall become `path` (copied). The folder must exist. *ret_output is the
 * caller's. Errors: FG_IO, `output: PATH: why`. */
int fg_output_open(const char *path, struct fg_output **ret_output, struct fg_error *err);

/* A writer that appends to `to`, at once and unbuffered; `to` stays the caller's and must outlive
 * it. Committing only checks that no memory was missing. NULL where there is no memory. */
struct fg_output *fg_output_open_memory(struct fg_buf *to);

void fg_output_write(struct fg_output *output, const void *bytes, size_t len);
void fg_output_text(struct fg_output *output, const char *text);

/* Write at most `bytes` (from now on; 0: as many as come): what goes beyond fails as a full disk would, with EFBIG, and
 * fg_output_is_over() tells it from one. Not for memory. */
void fg_output_limit(struct fg_output *output, uint64_t bytes);
bool fg_output_is_over(const struct fg_output *output);

/* Bytes given to it so far, and the path that it was opened with (borrowed). Not for memory. */
uint64_t fg_output_size(const struct fg_output *output);
const char *fg_output_path(const struct fg_output *output);

/* True after a write failed: going on is of no use. */
bool fg_output_failed(const struct fg_output *output);

/* Flush, sync and close, and leave only the renaming to fg_output_commit(): for several files that take their places
 * together. Nothing may be written afterwards. Errors: as fg_output_commit(). */
int fg_output_finish(struct fg_output *output, struct fg_error *err);

/* Flush, sync, rename into place, sync the folder. Nothing may be written afterwards. On failure
 * the temporary file is removed and what was at the place before is still there. Errors: FG_IO,
 * `output: PATH: why`, of the first thing that went wrong. */
int fg_output_commit(struct fg_output *output, struct fg_error *err);

/* Give the memory back; without a commit before, remove the temporary file. NULL is fine. */
void fg_output_close(struct fg_output *output);

/* fg_output_close() for FG_OUTPUT_AUTO. */
void fg_output_done(struct fg_output **output);

#endif
