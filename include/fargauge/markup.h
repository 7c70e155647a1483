/* SPDX-License-Identifier: MIT */
/*
 * Text into HTML, XML, JSON and Markdown: the one place where a value becomes markup.
 *
 * What is written is decided by where it stands (enum fg_markup), never by the value. Characters
 * that must not be drawn come out as the escapes of visible.h, so XML never gets a character that
 * it forbids, and a bidirectional override in a resource name cannot turn a report's sentence
 * round.
 *
 * A carriage return is `&#13;` in XML, which would otherwise normalise it away, and visible.h's
 * `\u000D` in HTML, where the reference is a parse error.
 */
#ifndef FARGAUGE_MARKUP_H
#define FARGAUGE_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "fargauge/output.h"

enum fg_markup {
    FG_MARKUP_HTML_TEXT, /* between tags */
    FG_MARKUP_HTML_ATTR, /* between double quotes */
    FG_MARKUP_HTML_URL,  /* the same, of an attribute that browsers follow or load */
    FG_MARKUP_XML_TEXT,
    FG_MARKUP_XML_ATTR,
    FG_MARKUP_XML_URL,
    FG_MARKUP_LINE,     /* a line of plain text */
    FG_MARKUP_JSON,     /* in a string, without its quotes */
    FG_MARKUP_MARKDOWN, /* in a paragraph, a heading or a list's item */
    FG_MARKUP_MARKDOWN_CELL,
    FG_MARKUP_MARKDOWN_CODE, /* a code span, its marks included */
    FG_MARKUP_MARKDOWN_CODE_CELL,
    FG_MARKUP_MARKDOWN_URL, /* between < and > of a link */
};

/* Write `len` bytes of `text` (any bytes) as what `kind` says. A URL that fg_markup_url_allowed()
 * does not pass is written as "#". */
void fg_markup_write(struct fg_output *output, enum fg_markup kind, const char *text, size_t len);

/* True where the value is written as a code span of Markdown: in the places for it, and wherever what shows the Markdown
 * would make more of it than text (markdown.h). */
bool fg_markup_is_code(enum fg_markup kind, const char *text, size_t len);

/* True for what JSON takes for a number (RFC 8259, 6). */
bool fg_markup_is_number(const char *text, size_t len);

/* True for http:, https: and mailto: URLs and for references without a scheme (a fragment, a query,
 * a path). False for other schemes, for `//host` (it would leave the report, over SMB where that is
 * opened from a disk), and for text with control characters, backslashes or a leading space, which
 * browsers drop or reinterpret before they look for the scheme (WHATWG URL, 4.4). */
bool fg_markup_url_allowed(const char *text, size_t len);

/* What data may do in the attribute `name` (compared without regard to ASCII case). */
enum fg_attribute {
    FG_ATTRIBUTE_PLAIN,
    FG_ATTRIBUTE_URL,     /* only as an allowed URL */
    FG_ATTRIBUTE_REFUSED, /* never: its value is code, or a document, or a list of URLs */
};
enum fg_attribute fg_attribute_class(const char *name);

/* True for elements that HTML writes without an end tag (WHATWG HTML, 13.1.2). */
bool fg_markup_is_void(const char *name);

#endif
