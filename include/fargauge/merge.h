/* SPDX-License-Identifier: MIT */
/*
 * Merging: the evidence of several audits in one, as if one machine had imported all of their files.
 *
 * Files are told apart by their SHA-256, so nothing is there twice. The import runs of each database follow behind
 * those that are there, in the order in which the databases are named: where two say different things of the same file (its
 * capture time, whether it was refused, which waivers are the newest), the later one counts, as it would have in an import.
 * A run is known by what was handed over in its database up to it; one that is there already is not taken again, so
 * merging a database twice, or one that has grown since, brings what is new.
 *
 * Assessments are not taken: they judged other evidence. The databases that are merged are only read; what they are
 * merged into gets everything or nothing. Which rows are taken is settled by sql/merge.
 */
#ifndef FARGAUGE_MERGE_H
#define FARGAUGE_MERGE_H

#include <stddef.h>
#include <stdint.h>

#include "fargauge/error.h"
#include "fargauge/resource.h"

/* What a database brought. */
struct fg_merged {
    int64_t files, known_files; /* new, and there before */
    int64_t runs, known_runs;
    int64_t records;            /* new */
    int64_t assessments;        /* left behind */
};

struct fg_merge_options {
    /* A database was read; what is new is counted from what those before it hold. May be NULL. */
    void (*on_merged)(void *context, const char *path, const struct fg_merged *merged);
    void (*on_wait)(void *context, const char *path); /* as fg_store_on_wait(); may be NULL */
    void *context;
};

/* Merge the databases at `paths` into the one at `into`, which is made where it is missing. *ret_total is what that has
 * got; nothing is in it before this returns 0. Errors: FG_IO for what is no audit's database, is damaged
 * or newer than this program; FG_USAGE where `into` is among `paths`, or where two have different own rules. */
int fg_merge(const char *into, char *const *paths, size_t count, const struct fg_resources *resources,
             const struct fg_merge_options *options, struct fg_merged *ret_total, struct fg_error *err);

#endif
