/* SPDX-License-Identifier: MIT */
/*
 * Reports: which files a rendering writes, from which templates.
 *
 * Adding a report: a template and its queries, and a line in render/report.c's table.
 */
#ifndef FARGAUGE_RENDER_H
#define FARGAUGE_RENDER_H

#include "fargauge/error.h"
#include "fargauge/own_templates.h"
#include "fargauge/store.h"

struct fg_render_options {
    const char *out;     /* the folder; it must exist */
    const char *formats; /* names separated by commas; NULL: those of every day */
    const char *lang;    /* "en" or "ja" */
    const struct fg_own_templates *own; /* write theirs too; may be NULL */
};

/* Called with the path of each file written. */
typedef void fg_render_notice_fn(void *context, const char *path);

/* FG_USAGE where `formats` names an unknown one; nothing is written then. */
int fg_render_check_formats(const char *formats, struct fg_error *err);

/* Write the reports of the newest assessment. Each file appears whole or not at all.
 * Errors: FG_USAGE (no assessment yet, unknown format), FG_IO, FG_INTERNAL. */
int fg_render_reports(struct fg_store *store, const struct fg_render_options *options,
                      fg_render_notice_fn *notice, void *context, struct fg_error *err);

#endif
