/* SPDX-License-Identifier: MIT */
/*
 * A compiled template: a flat list of operations over two pools of bytes.
 *
 * Operations refer to the pools by offset, so the pools may move while the template grows, and to
 * each other by index. Between the operations there is no tree: `jump` is all the structure left.
 * Private to render/.
 */
#ifndef FARGAUGE_RENDER_TEMPLATE_OPS_H
#define FARGAUGE_RENDER_TEMPLATE_OPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fargauge/buf.h"
#include "fargauge/markup.h"
#include "fargauge/template.h"
#include "render/pattern.h"

enum fg_op_kind {
    FG_OP_RAW,    /* write text[at, at + len) */
    FG_OP_VALUE,  /* write the value `ref` as `markup` */
    FG_OP_ATTR,   /* the same between text[at, at + len) and a quote; nothing at all for NULL */
    FG_OP_CELL,   /* write the value as a CSV cell */
    FG_OP_FILL,   /* write the value as a pattern, filled from the scope */
    FG_OP_MEMBER, /* JSON: what parts it from the one before, then text[at, at + len), its name */
    FG_OP_OPEN,   /* the same, and begin an object or (`array`) an array */
    FG_OP_CLOSE,  /* end that */
    FG_OP_STRING, /* the value as FG_OP_MEMBER; nothing at all for NULL */
    FG_OP_NUMBER,
    FG_OP_BOOLEAN,
    FG_OP_EACH,   /* start query `name`; go on for a row, jump where there is none */
    FG_OP_NEXT,   /* the next row of the query at `jump`: back behind it, or go on at the end */
    FG_OP_IF,     /* jump unless the value is true */
    FG_OP_UNLESS, /* jump if it is */
    FG_OP_EMPTY,  /* jump where query `name` has a row */
    FG_OP_FIRST,  /* the first element of XML begins, which it does once */
    FG_OP_ONCE,   /* the end of XML: it has begun */
};

#define FG_NO_SCOPE SIZE_MAX

enum { FG_JSON_DEPTH = 64 };

struct fg_op {
    enum fg_op_kind kind;
    enum fg_markup markup;
    unsigned line, column; /* of the element or attribute, for errors */
    bool broken;   /* the query does not exist; only while a template is checked */
    size_t path;   /* names + path: the template file */
    size_t name;   /* names + name: the query or column */
    size_t at, len;
    size_t jump;
    bool array;  /* of JSON: an array, else an object */
    bool row;    /* it repeats: it begins a line */
    size_t scope; /* the innermost FG_OP_EACH around this one, or FG_NO_SCOPE */
    const struct fg_filter *filters[FG_FILTERS_MAX];
    size_t filter_count;
};

struct fg_template {
    struct fg_op *ops;
    size_t count;
    size_t room;
    enum fg_mode mode;
    struct fg_buf text;  /* static output, escaped already */
    struct fg_buf names; /* NUL-terminated names, one after the other */
};

static inline const char *fg_template_name(const struct fg_template *template, size_t name)
{
    return template->names.data + name;
}

/* Fill *err with `template: PATH:LINE:COLUMN: why`, place taken from `op`; returns -1. */
int fg_template_error(const struct fg_template *template, const struct fg_op *op,
                      struct fg_error *err, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
