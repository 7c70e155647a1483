/* SPDX-License-Identifier: MIT */
/* The steps of sql/assess, one by one. Private to src/assess/. */
#ifndef FARGAUGE_ASSESS_STEPS_H
#define FARGAUGE_ASSESS_STEPS_H

#include <stdint.h>

#include "fargauge/store.h"

/* Run a step that needs to know nothing, or only which assessment it belongs to. */
int fg_assess_step(struct fg_store *store, const char *name, int64_t assessment, struct fg_error *err);

/* Run the steps whose numbers begin with `tens`, in order of their names. */
int fg_assess_steps(struct fg_store *store, char tens, int64_t assessment, struct fg_error *err);

#endif
