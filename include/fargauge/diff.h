/* SPDX-License-Identifier: MIT */
/*
 * Two assessments of one database beside each other. SQL decides what differs and why (sql/render/difference.sql), once, in
 * temporary tables of the connection; what is asked here and every report of it reads those.
 */
#ifndef FARGAUGE_DIFF_H
#define FARGAUGE_DIFF_H

#include <stdbool.h>

#include "fargauge/render.h"

/* Which two. A word is a label, or an RFC 3339 time: then the newest assessment of that moment or before it. */
struct fg_diff_choice {
    const char *from; /* NULL: the one before `to` */
    const char *to;   /* NULL: the newest moment's newest */
    bool only_new;    /* failures that the earlier one had are none: for gates */
};

struct fg_diff_output {
    const char *out;     /* the folder; it must exist */
    const char *formats; /* of html,csv,junit, separated by commas; NULL: all */
    const char *lang;    /* "en" or "ja" */
    bool csv_bom;
    uint64_t junit_max_cases, junit_max_size; /* as in fg_junit_options */
};

/* Compare. To be called first, in a transaction. `db` names the database in errors. Errors: FG_USAGE where there is no such
 * assessment, or where `from` is later than `to`. 1 where nothing is named that `to` could be compared with, and none is
 * earlier: then nothing is to be asked further. */
int fg_diff_prepare(struct fg_store *store, const char *db, const struct fg_diff_choice *choice, struct fg_error *err);

/* Set *ret_failures to how many failures count, by the choice. */
int fg_diff_count(struct fg_store *store, int64_t *ret_failures, struct fg_error *err);

/* FG_USAGE where `formats` names an unknown one. */
int fg_diff_check_formats(const char *formats, struct fg_error *err);

/* Write diff.html, diff.csv and diff.junit.xml: all of those that are wanted, or none. */
int fg_diff_write(struct fg_store *store, const struct fg_diff_output *output, fg_render_notice_fn *notice, void *context,
                  struct fg_error *err);

#endif
