/* SPDX-License-Identifier: MIT */
#include "render/template_render.h"

#include <string.h>

/* JSON's operations. What parts members cannot be known when a template is compiled: which of them are there is data. */

static void write_text(struct fg_render *render, const char *text)
{
    fg_output_write(render->output, text, strlen(text));
}

/* Objects and arrays that repeat stand on a line each, so that a file of a million results can be read, searched and
 * compared line by line. */
static void begin_member(struct fg_render *render, const struct fg_op *op)
{
    if (render->depth > 0) {
        bool *filled = &render->filled[render->depth - 1];
        write_text(render, *filled ? "," : "");
        write_text(render, op->row ? "\n" : "");
        *filled = true;
    }
    fg_output_write(render->output, render->template->text.data + op->at, op->len);
}

size_t fg_run_member(struct fg_render *render, const struct fg_op *op, size_t at)
{
    begin_member(render, op);
    return at + 1;
}

size_t fg_run_open(struct fg_render *render, const struct fg_op *op, size_t at)
{
    begin_member(render, op);
    write_text(render, op->array ? "[" : "{");
    render->filled[render->depth] = false; /* the compiler keeps to FG_JSON_DEPTH */
    render->depth++;
    return at + 1;
}

size_t fg_run_close(struct fg_render *render, const struct fg_op *op, size_t at)
{
    render->depth--;
    write_text(render, op->array ? "]" : "}");
    return at + 1;
}

size_t fg_run_string(struct fg_render *render, const struct fg_op *op, size_t at)
{
    struct fg_value value = fg_render_value(render, at);
    if (value.text == NULL)
        return at + 1;
    begin_member(render, op);
    write_text(render, "\"");
    fg_markup_write(render->output, FG_MARKUP_JSON, value.text, value.len);
    write_text(render, "\"");
    return at + 1;
}

size_t fg_run_number(struct fg_render *render, const struct fg_op *op, size_t at)
{
    struct fg_value value = fg_render_value(render, at);
    if (value.text == NULL)
        return at + 1;
    if (!fg_markup_is_number(value.text, value.len)) {
        fg_template_error(render->template, op, render->err, "the value of column \"%s\" is not a number",
                          fg_render_name(render, op));
        fg_error_hint(render->err, "write it as fg:string, or cast it in the query");
        return FG_RENDER_FAILED;
    }
    begin_member(render, op);
    fg_output_write(render->output, value.text, value.len);
    return at + 1;
}

size_t fg_run_boolean(struct fg_render *render, const struct fg_op *op, size_t at)
{
    struct fg_value value = fg_render_value(render, at);
    if (value.text == NULL)
        return at + 1;
    begin_member(render, op);
    write_text(render, fg_value_is_true(value) ? "true" : "false");
    return at + 1;
}
