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
    struct fg_link *links;
    struct fg_buf scratch[2]; /* filters take turns in them */
    bool failed;              /* a filter found no memory */
};

/* The query's or column's name. */
static inline const char *fg_render_name(const struct fg_render *render, const struct fg_op *op)
{
    return fg_template_name(render->template, op->name);
}

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
