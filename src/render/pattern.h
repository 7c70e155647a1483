/* SPDX-License-Identifier: MIT */
/*
 * References to values (`column`, `column|filter|filter`) and texts with such references in braces
 * (`{count|number} tasks`; `{{` is a literal brace).
 *
 * Everything borrows from the text that was given. Private to render/.
 */
#ifndef FARGAUGE_RENDER_PATTERN_H
#define FARGAUGE_RENDER_PATTERN_H

#include <stddef.h>

#include "render/filter.h"

enum { FG_FILTERS_MAX = 4 };

struct fg_ref {
    const char *name; /* `name_len` bytes: a letter or `_`, then letters, digits, `_` */
    size_t name_len;
    const struct fg_filter *filters[FG_FILTERS_MAX];
    size_t filter_count;
};

/* Returns NULL, or why `text` is not a reference: one line, without the text itself. */
const char *fg_ref_parse(const char *text, size_t len, struct fg_ref *ret_ref);

struct fg_pattern {
    const char *rest; /* what is left of the text */
    size_t len;
    const char *why; /* set by a piece that is not well-formed */
};

struct fg_piece {
    const char *literal; /* NULL: the piece is `ref` */
    size_t len;
    struct fg_ref ref;
};

/* Take the next piece off `pattern`. Returns 1, 0 at the end, or -1 with pattern->why set. */
int fg_pattern_next(struct fg_pattern *pattern, struct fg_piece *ret_piece);

#endif
