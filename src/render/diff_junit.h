/* SPDX-License-Identifier: MIT */
/* diff.junit.xml, in as many files as CI servers need. Private to render/. */
#ifndef FARGAUGE_RENDER_DIFF_JUNIT_H
#define FARGAUGE_RENDER_DIFF_JUNIT_H

#include "fargauge/diff.h"
#include "render/finished.h"

/* Write them to their end and add them to `files`, which takes them to their places. */
int fg_diff_junit_write(struct fg_store *store, const struct fg_diff_output *options, struct fg_finished *files,
                        struct fg_error *err);

#endif
