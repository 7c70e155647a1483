/* SPDX-License-Identifier: MIT */
/*
 * Files of one report that take their places together: each is written to its end first, so that a full disk leaves those
 * of an earlier run. Private to render/.
 */
#ifndef FARGAUGE_RENDER_FINISHED_H
#define FARGAUGE_RENDER_FINISHED_H

#include <stddef.h>

#include "fargauge/error.h"
#include "fargauge/output.h"

/* Starts zeroed. */
struct fg_finished {
    struct fg_output **files; /* in the order in which they were added */
    size_t count;
};

/* Finish `*output` and take it over: it is NULL afterwards. On failure it stays the caller's. */
int fg_finished_add(struct fg_finished *finished, struct fg_output **output, struct fg_error *err);

/* Let all of them take their places, in order. */
int fg_finished_commit(const struct fg_finished *finished, struct fg_error *err);

/* Drop those that have no place yet, and give the memory back. */
void fg_finished_done(struct fg_finished *finished);

#endif
