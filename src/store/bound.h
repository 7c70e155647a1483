/* SPDX-License-Identifier: MIT */
/*
 * Private to src/store: what SQLite asks every STEPS steps of its machine: whether a statement may go on. It may not when a
 * signal asks to stop, nor past a bound on what is not ours. Steps are counted, not seconds: on any machine the same rule
 * over the same evidence comes to its end, or does not.
 */
#ifndef FARGAUGE_STORE_BOUND_H
#define FARGAUGE_STORE_BOUND_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

struct fg_bound {
    uint64_t steps; /* that were granted */
    uint64_t left;
    bool on, met;
};

/* Let the connection ask `bound`, which must outlive it. */
void fg_bound_watch(sqlite3 *handle, struct fg_bound *bound);

/* Grant so many steps from here on, to all statements together. */
void fg_bound_set(struct fg_bound *bound, uint64_t steps);

#endif
