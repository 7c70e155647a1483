/* SPDX-License-Identifier: MIT */
/*
 * Where in its file an element or an attribute of a template stands.
 *
 * libxml2's tree knows the line in which a start tag ends, and no column. The text is well-formed by then, so the n-th
 * start tag in it is the n-th element of the tree. Private to render/.
 */
#ifndef FARGAUGE_RENDER_TEMPLATE_PLACE_H
#define FARGAUGE_RENDER_TEMPLATE_PLACE_H

#include <libxml/tree.h>
#include <stddef.h>

#include "fargauge/resource.h"

struct fg_spot {
    unsigned line, column; /* from 1; columns are characters */
};

struct fg_tag {
    size_t at; /* of its '<' in the text */
    struct fg_spot spot;
};

/* The start tags of one file; `_private` of an element holds its number in the list. */
struct fg_tags {
    const char *text; /* borrowed */
    size_t size;
    struct fg_tag *list;
    size_t count, room;
};

/* Find the tags of `file`, whose tree has the root `root`. Never fails: without memory, or in a text that is not UTF-8,
 * places are less exact. */
void fg_tags_read(struct fg_tags *tags, const struct fg_resource *file, xmlNode *root);
void fg_tags_done(struct fg_tags *tags);

/* Of the attribute where it is one of the node's, else of the element. */
struct fg_spot fg_tags_spot(const struct fg_tags *tags, const xmlNode *node, const xmlAttr *attribute);

/* Of the byte at `offset` of a text. */
struct fg_spot fg_text_spot(const char *text, size_t size, size_t offset);

#endif
