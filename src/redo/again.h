/* SPDX-License-Identifier: MIT */
/* The doing: the plan's imports and assessments in their order. Private to src/redo/. */
#ifndef FARGAUGE_REDO_AGAIN_H
#define FARGAUGE_REDO_AGAIN_H

#include "redo/plan.h"
#include "redo/redo.h"

/* The user's own rules, where they came behind the first assessments: those that judged by the rules `plain` were made without. */
struct fg_again_own {
    const char *plain;
    int (*take)(void *context, struct fg_store **ret_store, struct fg_error *err); /* let them take hold; the store to go on with */
    void *context;
};

/* Do all of the plan in `store`, to which the packed audit is attached. An assessment that cannot be made is a finding, and the
 * rest goes on. `own` is NULL where they hold from the beginning, or there are none. Errors: FG_IO, FG_INTERNAL. */
int fg_again(struct fg_store *store, const struct fg_plan *plan, const struct fg_redo_options *options,
             const struct fg_again_own *own, struct fg_findings *findings, struct fg_error *err);

#endif
