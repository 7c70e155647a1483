/* SPDX-License-Identifier: MIT */
/* What the writers of single reports share. Private to render/. */
#ifndef FARGAUGE_RENDER_REPORT_H
#define FARGAUGE_RENDER_REPORT_H

#include "fargauge/render.h"
#include "fargauge/template.h"

/* Compile the template at `path` with the messages of `lang`. *ret_template is the caller's. */
int fg_report_compile(struct fg_store *store, const char *path, const char *lang, struct fg_template **ret_template,
                      struct fg_error *err);

/* Write junit.xml, or where that would be too large for readers junit-001.xml and so on, and remove what an earlier run
 * left of the other kind. All of them appear, or none. */
int fg_junit_write(struct fg_store *store, const struct fg_render_options *options, const char *assessment,
                   fg_render_notice_fn *notice, void *context, struct fg_error *err);

#endif
