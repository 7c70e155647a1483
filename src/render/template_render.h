/* SPDX-License-Identifier: MIT */
/*
 * One rendering: what template_link.c prepares and template_render.c runs. Private to render/.
 */
#ifndef FARGAUGE_RENDER_TEMPLATE_RENDER_H
#define FARGAUGE_RENDER_TEMPLATE_RENDER_H

#include "render/template_ops.h"

/* Where a value comes from: a column of a statement's current row, or a parameter. */
struct fg_place {
    sqlite3_stmt *statement;
    int column;
    const struct fg_param *param; /* where `statement` is NULL */
};

/* What an operation needs beside itself; parallel to the template's operations. */
struct fg_link {
    struct fg_place place;      /* of its value */
    sqlite3_stmt *statement; /* of its query; its own one: a query may stand inside itself */
    struct fg_place *binds;     /* of the query's parameters, in SQLite's order */
    int bind_count;
};

struct fg_render {
    const struct fg_template *template;
    sqlite3 *db;
    const struct fg_param *params;
    size_t param_count;
    struct fg_output *output;
    struct fg_error *err;
    struct fg_faults *faults; /* only where all is checked and nothing rendered; else NULL */
    struct fg_link *links;
    struct fg_buf scratch[2]; /* filters take turns in them */
    bool failed;              /* a filter found no memory */
    bool value_before;        /* of Markdown: what was written last is a value */
    char last;                /* its last byte, as far as it matters */
    bool begun;               /* of XML: its first element */
    unsigned depth;           /* of JSON */
    bool filled[FG_JSON_DEPTH]; /* there is something in it already */
};

/* The query's or column's name. */
static inline const char *fg_render_name(const struct fg_render *render, const struct fg_op *op)
{
    return fg_template_name(render->template, op->name);
}

/* A value, as it stands in the database or as filters made it. */
struct fg_value {
    const char *text; /* NULL: SQL's NULL */
    size_t len;
};

/* template_render.c */

/* Of the operation at `at`, filtered. */
struct fg_value fg_render_value(struct fg_render *render, size_t at);
bool fg_value_is_true(struct fg_value value);

#define FG_RENDER_FAILED SIZE_MAX

/* template_run_json.c: each returns the index of the next operation, or FG_RENDER_FAILED. */
size_t fg_run_member(struct fg_render *render, const struct fg_op *op, size_t at);
size_t fg_run_open(struct fg_render *render, const struct fg_op *op, size_t at);
size_t fg_run_close(struct fg_render *render, const struct fg_op *op, size_t at);
size_t fg_run_string(struct fg_render *render, const struct fg_op *op, size_t at);
size_t fg_run_number(struct fg_render *render, const struct fg_op *op, size_t at);
size_t fg_run_boolean(struct fg_render *render, const struct fg_op *op, size_t at);

/* template_link.c */

/* Look `name` up in the rows around `scope`, innermost first, then among the parameters. */
bool fg_link_find(const struct fg_render *render, size_t scope, const char *name, size_t len,
                  struct fg_place *ret_place);

/* Fill *err: a name that fg_link_find() does not find at `op`; returns -1. */
int fg_link_name_error(struct fg_render *render, const struct fg_op *op, const char *name,
                       size_t len);

/* Prepare every query and look up every name. */
int fg_link_all(struct fg_render *render, const struct fg_resources *resources);

/* Give back what fg_link_all() made, finished or not. */
void fg_link_done(struct fg_render *render);

#endif
