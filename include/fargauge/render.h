/* SPDX-License-Identifier: MIT */
/*
 * Reports: which files a rendering writes, from which templates.
 *
 * Adding a report: a template and its queries, and a line in render/report.c's table.
 */
#ifndef FARGAUGE_RENDER_H
#define FARGAUGE_RENDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fargauge/error.h"
#include "fargauge/own_templates.h"
#include "fargauge/store.h"

/* How junit.xml is written; all zero: as everywhere. docs/ci.md says what each is for. */
struct fg_junit_options {
    const char *profile;         /* "default" (NULL) or "extended" */
    const char *group;           /* what a testsuite stands for: "control" (NULL), "account" or "cluster" */
    const char *const *statuses; /* "STATUS=pass|failure|error|skipped" each */
    size_t status_count;
    uint64_t max_cases; /* in one file; 0: 100,000 */
    uint64_t max_size;  /* bytes of one file; 0: 28 MiB */
};

/* What the cover of the HTML report says of who it is for. It is of one rendering, not of the assessment: nothing keeps it
 * but the page. Any text without control characters; NULL: not said. */
struct fg_render_cover {
    const char *organisation;
    const char *period;
    const char *scope;
    const char *prepared_by;
    const char *prepared_for;
};

struct fg_render_options {
    const char *out;     /* the folder; it must exist */
    const char *formats; /* names separated by commas; NULL: those of every day */
    const char *lang;    /* "en" or "ja" */
    bool csv_bom;        /* CSV begins with a byte order mark, by which Excel knows UTF-8 */
    struct fg_junit_options junit;
    struct fg_render_cover cover;
    const struct fg_own_templates *own; /* write theirs too; may be NULL */
};

/* The name of each file of a name of its own that is written, from index 0 on; NULL behind the last. */
const char *fg_render_file(const char *formats, size_t index);

/* Called with the path of each file written. */
typedef void fg_render_notice_fn(void *context, const char *path);

/* FG_USAGE where `formats` names an unknown one; nothing is written then. */
int fg_render_check_formats(const char *formats, struct fg_error *err);

/* FG_USAGE where `statuses` names an unknown status or outcome, or a status twice. */
int fg_render_check_junit(const struct fg_junit_options *options, struct fg_error *err);

/* Write the reports of the newest assessment. Each file appears whole or not at all.
 * Errors: FG_USAGE (no assessment yet, unknown format), FG_IO, FG_INTERNAL. */
int fg_render_reports(struct fg_store *store, const struct fg_render_options *options,
                      fg_render_notice_fn *notice, void *context, struct fg_error *err);

#endif
