/* SPDX-License-Identifier: MIT */
/* What the packed audit says was done, read to its end before anything is done again. Private to src/redo/. */
#ifndef FARGAUGE_REDO_PLAN_H
#define FARGAUGE_REDO_PLAN_H

#include "fargauge/assess.h"
#include "fargauge/clock.h"
#include "fargauge/limits.h"
#include "fargauge/store.h"

struct fg_plan_run {
    int64_t run;
    struct fg_limits limits;
};

struct fg_plan_file {
    int64_t run, position;
    char *path, *sha256, *captured_at; /* captured_at may be NULL; sha256 "" where it was not read to its end */
    bool is_archive, as_waivers;
};

struct fg_plan_assessment {
    int64_t id, run;
    bool run_unknown;
    char rules[65]; /* the digest of the ruleset that it judged by */
    struct fg_assess_options options; /* its texts are the plan's */
};

struct fg_plan_withdrawal {
    int64_t run, after; /* it came behind this import run and this assessment */
    struct fg_withdrawal withdrawal; /* its texts are the plan's */
};

struct fg_plan {
    struct fg_plan_run *runs;
    struct fg_plan_file *files;
    struct fg_plan_assessment *assessments;
    struct fg_plan_withdrawal *withdrawals;
    size_t run_count, file_count, assessment_count, withdrawal_count;
};

/* Read it through `store`, to which the packed audit is attached. `ret_plan` is to be given to fg_plan_done() whatever comes.
 * Errors: FG_IO, memory. */
int fg_plan_read(struct fg_store *store, struct fg_plan *ret_plan, struct fg_error *err);
void fg_plan_done(struct fg_plan *plan);

#endif
