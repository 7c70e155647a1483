/* SPDX-License-Identifier: MIT */
/*
 * Templates: well-formed XHTML or XML with attributes in the namespace FG_TEMPLATE_NAMESPACE, which
 * show rows of named queries. templates/README.md is the reference of the language.
 *
 * A template is compiled into a flat list of operations: what is static is escaped then, where data
 * goes is settled then, and everything that could be misused (data in a script, an event handler or
 * a style, an unknown attribute) is refused then, with the line. Rendering steps SQLite cursors and
 * writes; its memory does not depend on the number of rows.
 *
 * There are no expressions and there is no raw output: SQL decides, templates show.
 *
 * Why not XSLT: it holds the whole input as a tree (measured: gigabytes for a million rows).
 * Why not a text template language: it cannot know whether a value stands in text, in an attribute
 * or in a URL.
 */
#ifndef FARGAUGE_TEMPLATE_H
#define FARGAUGE_TEMPLATE_H

#include <sqlite3.h>
#include <stddef.h>

#include "fargauge/error.h"
#include "fargauge/faults.h"
#include "fargauge/output.h"
#include "fargauge/resource.h"

#define FG_TEMPLATE_NAMESPACE "urn:fargauge:template:1"

struct fg_template;

struct fg_template_env {
    /* The text of message `key` in the report's language, or NULL where there is none. Borrowed
     * until the next call. The pointer itself may be NULL: no messages. */
    const char *(*message)(void *context, const char *key);
    void *context;
};

/* Compile the template at `path` and those it includes. `env` is used during the call only; the
 * template keeps nothing of `resources`. *ret_template is the caller's.
 * Errors: FG_INTERNAL, `template: PATH:LINE:COLUMN: why`, with a hint: the first of what is wrong. */
int fg_template_compile(const struct fg_resources *resources, const char *path,
                        const struct fg_template_env *env, struct fg_template **ret_template,
                        struct fg_error *err);
void fg_template_free(struct fg_template *template);

/* What a template writes. */
enum fg_mode {
    FG_MODE_HTML,
    FG_MODE_XML,
    FG_MODE_CSV,
    FG_MODE_JSON,
    FG_MODE_MARKDOWN,
    FG_MODE_TEXT, /* spelled like Markdown, for people who read the file itself: values are not marked */
};

/* A value given from outside: `:name` in queries and `name` in templates, where no enclosing row
 * has a column of that name. Bound as text. A NULL value is SQL's NULL. */
struct fg_param {
    const char *name;
    const char *value;
};

/*
 * Write the template, filled from `db`, to `output` (which is not committed).
 *
 * All queries are prepared, and all names looked up, before the first byte is written. While this
 * runs, an authorizer on `db` lets statements only read and call the functions listed in
 * render/query.c; afterwards `db` has no authorizer. Begin a read transaction around several
 * renderings that shall show the same state.
 *
 * A template may be rendered any number of times. Errors: FG_INTERNAL for a query or a name that is
 * wrong (`query: NAME: why`, `template: …`), FG_IO where the database cannot be read. A failed
 * write is not an error here: `output` keeps it for fg_output_commit().
 */
int fg_template_render(const struct fg_template *template, sqlite3 *db,
                       const struct fg_resources *resources, const struct fg_param *params,
                       size_t count, struct fg_output *output, struct fg_error *err);

/*
 * Look for all that fg_template_compile() and fg_template_render() would refuse: the template, those that it includes,
 * and the queries on `db`, whose rows are not asked for. What is found is added to `faults`, in any order.
 * *ret_mode is the template's (HTML where it says none). Errors: of the database or the disk, memory.
 */
int fg_template_check(const struct fg_resources *resources, const char *path, const struct fg_template_env *env,
                      sqlite3 *db, const struct fg_param *params, size_t count, struct fg_faults *faults,
                      enum fg_mode *ret_mode, struct fg_error *err);

#endif
