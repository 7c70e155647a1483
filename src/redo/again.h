/* SPDX-License-Identifier: MIT */
/* The doing: the plan's imports and assessments in their order. Private to src/redo/. */
#ifndef FARGAUGE_REDO_AGAIN_H
#define FARGAUGE_REDO_AGAIN_H

#include "redo/plan.h"
#include "redo/redo.h"

/* Do all of the plan in `store`, to which the packed audit is attached. An assessment that cannot be made is a finding, and the
 * rest goes on. Errors: FG_IO, FG_INTERNAL. */
int fg_again(struct fg_store *store, const struct fg_plan *plan, const struct fg_redo_options *options,
             struct fg_findings *findings, struct fg_error *err);

#endif
