/* SPDX-License-Identifier: MIT */
/*
 * Text into HTML and XML: the one place where a value becomes markup.
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
};

/* Write `len` bytes of `text` (any bytes) as what `kind` says. A URL that fg_markup_url_allowed()
 * does not pass is written as "#". */
void fg_markup_write(struct fg_output *output, enum fg_markup kind, const char *text, size_t len);

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
