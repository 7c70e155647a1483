/* SPDX-License-Identifier: MIT */
/*
 * Cutting the results into files of test cases: sql/queries/junit_step.sql decides, this asks it step by step.
 * Totals stand before the cases they count, so what goes into a file is settled before its first byte. Private to render/.
 */
#ifndef FARGAUGE_RENDER_JUNIT_CUT_H
#define FARGAUGE_RENDER_JUNIT_CUT_H

#include <stdbool.h>

#include "fargauge/buf.h"
#include "fargauge/render.h"
#include "fargauge/template.h"

/* The next testsuite, or the rest of one, as junit_step.sql has it. */
struct fg_junit_place {
    int64_t first, from_key, part;
    bool end; /* nothing is left */
};

struct fg_junit_cut {
    struct fg_store *store;
    const struct fg_param *params; /* ends with a NULL name: those of the query that stay the same */
    int64_t max_cases;             /* in one file */
    int64_t room;                  /* elements in one file */
    struct fg_junit_place place;
};

/* What goes into one file. */
struct fg_junit_plan {
    struct fg_buf parts; /* JSON, for the template's queries */
    int64_t cases;
    bool last;
    struct fg_junit_place next;
};

/* Start with the first suite. */
int fg_junit_cut_begin(struct fg_junit_cut *cut, struct fg_error *err);

/* Fill `plan` (its former parts are cleared) with what the file that begins at cut->place takes. */
int fg_junit_cut_plan(const struct fg_junit_cut *cut, struct fg_junit_plan *plan, struct fg_error *err);

#endif
