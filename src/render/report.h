/* SPDX-License-Identifier: MIT */
/* What the writers of single reports share. Private to render/. */
#ifndef FARGAUGE_RENDER_REPORT_H
#define FARGAUGE_RENDER_REPORT_H

#include "fargauge/render.h"
#include "fargauge/template.h"

/* One rendering of the newest assessment. */
struct fg_report_job {
    struct fg_store *store;
    const struct fg_render_options *options;
    const char *assessment; /* its id */
    fg_render_notice_fn *notice;
    void *context;
};

/* Write one report and give notice of each file. `file` is its name in the folder, `what` a word of the writer's own; both
 * from the table in report.c. */
typedef int fg_report_write_fn(const struct fg_report_job *job, const char *file, const char *what, struct fg_error *err);

/* Compile the template at `path` with the messages of `lang`. *ret_template is the caller's. */
int fg_report_compile(struct fg_store *store, const char *path, const char *lang, struct fg_template **ret_template,
                      struct fg_error *err);

/* What all reports of one rendering ask for is worked out once: sql/render/tables.sql says what. To be called before the
 * first template is rendered. */
int fg_report_prepare(struct fg_store *store, const char *lang, struct fg_error *err);

/* What queries take to show everything: all rows of each list, on one page. */
#define FG_REPORT_WHOLE                                                                                              \
    {"most", "-1"}, {"most_inside", "-1"}, {"last_path", NULL}, {"last_hash", NULL}, {"last_waiver", NULL},          \
        {"paged", NULL}, {"index_file", ""}

/* Fill `template` for the job: its parameters, and before them `own` (ends with a NULL name, or NULL). Errors: as fg_template_render(). */
int fg_report_render(const struct fg_report_job *job, const struct fg_template *template, const struct fg_param *own,
                     struct fg_output *output, struct fg_error *err);

/* junit.xml, or where that would be too large for readers junit-001.xml and so on; what an earlier run left of the other
 * kind is removed. All of them appear, or none. */
fg_report_write_fn fg_junit_write;

#endif
