/* SPDX-License-Identifier: MIT */
/*
 * A folder of templates of the user's own: what `--template DIR` names.
 *
 *   DIR/OUT.EXT.xhtml, DIR/OUT.EXT.xml   a template each; it writes OUT.EXT
 *   DIR/messages.xml                     texts in every language
 *   DIR/queries/NAME.sql                 queries
 *   any other *.xhtml and *.xml          parts, to be included by their path in DIR
 *
 * What the folder lacks (parts, queries, messages) is the program's. Its templates are held to the rules of ours: nothing
 * is written unescaped, queries only read. Nothing outside of DIR is opened: links are refused, and files are looked up
 * among those that were read, never by a path in a template. Sizes are limited.
 */
#ifndef FARGAUGE_OWN_TEMPLATES_H
#define FARGAUGE_OWN_TEMPLATES_H

#include "fargauge/error.h"
#include "fargauge/faults.h"
#include "fargauge/resource.h"
#include "fargauge/store.h"

struct fg_own_templates;

/* Read the folder. What is wrong with its files is added to `faults`. `base`, the program's files, is borrowed.
 * *ret_templates is the caller's. Errors: FG_IO where DIR or a file cannot be read. */
int fg_own_open(const char *dir, const struct fg_resources *base, struct fg_faults *faults,
                struct fg_own_templates **ret_templates, struct fg_error *err);
void fg_own_close(struct fg_own_templates *templates);

/* Look for all that is wrong, in every language, on an empty database made for it: what fg_own_open() found, and
 * whatever would keep a template from being rendered. `faults` is sorted. Errors: FG_IO where the folder cannot be read
 * or memory is short; faults are none. */
int fg_own_check(const char *dir, const struct fg_resources *base, struct fg_faults *faults, struct fg_error *err);

/* How many files its templates write, and the name of each. */
size_t fg_own_count(const struct fg_own_templates *templates);
const char *fg_own_output(const struct fg_own_templates *templates, size_t index);

/* The text of message `key`; NULL where the folder has none. */
const char *fg_own_message(const struct fg_own_templates *templates, const char *key, const char *lang);

struct fg_render_options;
typedef void fg_own_notice_fn(void *context, const char *path);

/* Write what they write of `assessment` (its id as text) into the folder `out`, and tell of each file. What is wrong with a
 * template now, or with what its queries give, is FG_USAGE. */
int fg_own_render(const struct fg_own_templates *templates, struct fg_store *store, const char *out,
                  const char *assessment, const char *lang, fg_own_notice_fn *notice, void *context,
                  struct fg_error *err);

/* Write a template to start from into the new or empty folder `dir`. Errors: FG_USAGE where there is something in it,
 * FG_IO. */
int fg_own_start(const char *dir, const struct fg_resources *base, fg_own_notice_fn *notice, void *context,
                 struct fg_error *err);

#endif
