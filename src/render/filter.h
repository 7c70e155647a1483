/* SPDX-License-Identifier: MIT */
/*
 * The filters that a template may put behind a column: `captured_at|time`, `name|dots|token`.
 *
 * A closed list: what a value means is decided in SQL, a filter only chooses how it is spelled.
 * Filters never fail: text that has not the expected form passes unchanged, so that a report shows
 * what is there. They see the value before it is escaped for its place, and never see NULL.
 * Private to render/.
 */
#ifndef FARGAUGE_RENDER_FILTER_H
#define FARGAUGE_RENDER_FILTER_H

#include <stddef.h>

#include "fargauge/buf.h"

struct fg_filter {
    const char *name;
    /* Append the filtered form of `len` bytes at `text` to `out`, which holds something else. */
    void (*apply)(const char *text, size_t len, struct fg_buf *out);
};

/* Filters that stand in a file of their own. */
void fg_filter_line(const char *text, size_t len, struct fg_buf *out);
void fg_filter_commonmark(const char *text, size_t len, struct fg_buf *out);
void fg_filter_uuid(const char *text, size_t len, struct fg_buf *out);
void fg_filter_uuid_ref(const char *text, size_t len, struct fg_buf *out);

/* The filter called by the `len` bytes at `name`; NULL where there is none. */
const struct fg_filter *fg_filter_find(const char *name, size_t len);

#endif
