/* SPDX-License-Identifier: MIT */
#include "render/template_render.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/query.h"

int fg_template_error(const struct fg_template *template, const struct fg_op *op,
                      struct fg_error *err, const char *format, ...)
{
    char why[sizeof err->message];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    return fg_error_set(err, FG_INTERNAL, "template: %s:%u:%u: %s",
                        fg_template_name(template, op->path), op->line, op->column, why);
}

static int find_column(sqlite3_stmt *statement, const char *name, size_t len)
{
    for (int i = 0; i < sqlite3_column_count(statement); i++) {
        const char *column = sqlite3_column_name(statement, i);
        if (column != NULL && strlen(column) == len && memcmp(column, name, len) == 0)
            return i;
    }
    return -1;
}

static bool find_param(const struct fg_render *render, const char *name, size_t len,
                       struct fg_place *ret_place)
{
    for (size_t i = 0; i < render->param_count; i++) {
        const struct fg_param *param = &render->params[i];
        if (strlen(param->name) == len && memcmp(param->name, name, len) == 0) {
            *ret_place = (struct fg_place){.param = param};
            return true;
        }
    }
    return false;
}

bool fg_link_find(const struct fg_render *render, size_t scope, const char *name, size_t len,
                       struct fg_place *ret_place)
{
    while (scope != FG_NO_SCOPE) {
        sqlite3_stmt *statement = render->links[scope].statement;
        if (statement == NULL)
            return true; /* only where everything is checked: that it is missing was said, what it has nobody knows */
        int column = find_column(statement, name, len);
        if (column >= 0) {
            *ret_place = (struct fg_place){.statement = statement, .column = column};
            return true;
        }
        scope = render->template->ops[scope].scope;
    }
    return find_param(render, name, len, ret_place);
}

static void append(char *to, size_t room, const char *before, const char *name)
{
    size_t used = strlen(to);
    snprintf(to + used, room - used, "%s%s", before, name);
}

/* What there is instead: the columns of the innermost rows, and the parameters. */
static void list_names(const struct fg_render *render, size_t scope, char *to, size_t room)
{
    sqlite3_stmt *statement = scope == FG_NO_SCOPE ? NULL : render->links[scope].statement;
    const char *before = "columns: ";
    to[0] = '\0';
    for (int i = 0; i < sqlite3_column_count(statement); i++, before = ", ") {
        const char *name = sqlite3_column_name(statement, i);
        append(to, room, before, name == NULL ? "?" : name);
    }
    before = to[0] == '\0' ? "no fg:each is around it; parameters: " : "; parameters: ";
    for (size_t i = 0; i < render->param_count; i++, before = ", ")
        append(to, room, before, render->params[i].name);
}

/* Note what is wrong at `op`; returns -1. */
static int link_fault(struct fg_render *render, const struct fg_op *op, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static int link_fault(struct fg_render *render, const struct fg_op *op, const char *hint, const char *format, ...)
{
    char why[sizeof render->err->message];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    if (render->faults != NULL)
        fg_faults_add(render->faults, fg_template_name(render->template, op->path), op->line, op->column, why, hint);
    fg_template_error(render->template, op, render->err, "%s", why);
    return fg_error_hint(render->err, "%s", hint);
}

int fg_link_name_error(struct fg_render *render, const struct fg_op *op, const char *name,
                       size_t len)
{
    char hint[sizeof render->err->hint];
    list_names(render, op->scope, hint, sizeof hint);
    return link_fault(render, op, hint, "no column or parameter \"%.*s\" here", (int)len, name);
}

static int bind_error(struct fg_render *render, const struct fg_op *op, const char *why,
                      const char *name)
{
    return link_fault(render, op, "an enclosing row or the program must give it", "query %s: %s \"%s\"",
                      fg_render_name(render, op), why, name);
}

static int link_bind(struct fg_render *render, const struct fg_op *op, struct fg_link *link,
                     int index)
{
    const char *name = sqlite3_bind_parameter_name(link->statement, index + 1);
    if (name == NULL || name[0] != ':')
        return bind_error(render, op, "a parameter that is not :name,", name == NULL ? "?" : name);
    if (!fg_link_find(render, op->scope, name + 1, strlen(name + 1), &link->binds[index]))
        return bind_error(render, op, "no value for the parameter", name);
    return 0;
}

/* The first of two columns would hide the second. */
static int check_columns(struct fg_render *render, const struct fg_op *op, sqlite3_stmt *statement)
{
    int status = 0;
    for (int i = 0; i < sqlite3_column_count(statement); i++) {
        const char *name = sqlite3_column_name(statement, i);
        if (name == NULL)
            return fg_error_memory(render->err);
        if (find_column(statement, name, strlen(name)) != i)
            status = bind_error(render, op, "two columns are called", name);
    }
    return status;
}

static int link_query(struct fg_render *render, const struct fg_resources *resources,
                      const struct fg_op *op, struct fg_link *link)
{
    if (op->broken || fg_query_check(render->db, resources, fg_render_name(render, op), render->faults,
                                     &link->statement, render->err) < 0)
        return -1;
    int status = check_columns(render, op, link->statement);
    link->bind_count = sqlite3_bind_parameter_count(link->statement);
    link->binds = calloc((size_t)link->bind_count + 1, sizeof *link->binds);
    if (link->binds == NULL)
        return fg_error_memory(render->err);
    for (int i = 0; i < link->bind_count && (status == 0 || render->faults != NULL); i++)
        status |= link_bind(render, op, link, i);
    return status;
}

static int link_value(struct fg_render *render, const struct fg_op *op, struct fg_link *link)
{
    const char *name = fg_render_name(render, op);
    if (fg_link_find(render, op->scope, name, strlen(name), &link->place))
        return 0;
    return fg_link_name_error(render, op, name, strlen(name));
}

int fg_link_all(struct fg_render *render, const struct fg_resources *resources)
{
    static const bool without[] = {[FG_OP_RAW] = true,  [FG_OP_NEXT] = true, [FG_OP_MEMBER] = true,
                                   [FG_OP_OPEN] = true, [FG_OP_CLOSE] = true, [FG_OP_FIRST] = true,
                                   [FG_OP_ONCE] = true};
    const struct fg_template *template = render->template;
    int status = 0;
    for (size_t i = 0; i < template->count && (status == 0 || render->faults != NULL); i++) {
        const struct fg_op *op = &template->ops[i];
        if (op->kind == FG_OP_EACH || op->kind == FG_OP_EMPTY)
            status |= link_query(render, resources, op, &render->links[i]);
        else if (op->kind >= sizeof without / sizeof without[0] || !without[op->kind])
            status |= link_value(render, op, &render->links[i]);
    }
    return status;
}

void fg_link_done(struct fg_render *render)
{
    for (size_t i = 0; i < render->template->count; i++) {
        sqlite3_finalize(render->links[i].statement);
        free(render->links[i].binds);
    }
    free(render->links);
}
