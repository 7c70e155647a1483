/* SPDX-License-Identifier: MIT */
/*
 * Text into Markdown (CommonMark with GitHub's tables).
 *
 * Backslashes keep a parser of Markdown from seeing markup in a value. They do not keep those who show the result from
 * looking at the text once more: `@name`, `#12`, `www.…`, `name.com`, `:emoji:` and a commit's hash become links and pictures
 * after that. A value that holds such a thing is written as a code span, in which nobody looks. Private to render/.
 */
#ifndef FARGAUGE_RENDER_MARKDOWN_H
#define FARGAUGE_RENDER_MARKDOWN_H

#include "fargauge/markup.h"

/* `kind` is one of the FG_MARKUP_MARKDOWN… */
bool fg_markdown_is_code(enum fg_markup kind, const char *text, size_t len);

/* Line breaks and tabs become spaces; characters that must not be drawn come out as visible.h has them. */
void fg_markdown_write(struct fg_output *output, enum fg_markup kind, const char *text, size_t len);

#endif
