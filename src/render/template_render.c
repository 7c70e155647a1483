/* SPDX-License-Identifier: MIT */
#include "render/template_render.h"

#include <stdlib.h>
#include <string.h>

#include "fargauge/csv.h"
#include "render/query.h"

#define FAILED FG_RENDER_FAILED

static int query_error(struct fg_render *render, const struct fg_op *op)
{
    return fg_query_error(render->db, fg_render_name(render, op), render->err);
}

static struct fg_value read_place(const struct fg_place *place)
{
    if (place->statement == NULL) {
        const char *text = place->param->value;
        return (struct fg_value){text, text == NULL ? 0 : strlen(text)};
    }
    if (sqlite3_column_type(place->statement, place->column) == SQLITE_NULL)
        return (struct fg_value){NULL, 0};
    const unsigned char *text = sqlite3_column_text(place->statement, place->column);
    int len = sqlite3_column_bytes(place->statement, place->column);
    return (struct fg_value){text == NULL ? "" : (const char *)text, text == NULL ? 0 : (size_t)len};
}

static struct fg_value apply_filters(struct fg_render *render, const struct fg_filter *const *filters,
                                  size_t count, struct fg_value value)
{
    for (size_t i = 0; i < count && value.text != NULL; i++) {
        struct fg_buf *out = &render->scratch[i % 2];
        fg_buf_clear(out);
        filters[i]->apply(value.text, value.len, out);
        render->failed |= out->failed;
        value = (struct fg_value){fg_buf_text(out), out->len};
    }
    return value;
}

struct fg_value fg_render_value(struct fg_render *render, size_t at)
{
    const struct fg_op *op = &render->template->ops[at];
    return apply_filters(render, op->filters, op->filter_count,
                         read_place(&render->links[at].place));
}

bool fg_value_is_true(struct fg_value value)
{
    static const char *const zeros[] = {"", "0", "0.0"}; /* SQLite writes a REAL zero as 0.0 */
    if (value.text == NULL)
        return false;
    for (size_t i = 0; i < sizeof zeros / sizeof zeros[0]; i++)
        if (value.len == strlen(zeros[i]) && memcmp(value.text, zeros[i], value.len) == 0)
            return false;
    return true;
}

/* Operations: each returns the index of the next one, or FAILED. */

static void write_static(struct fg_render *render, const struct fg_op *op)
{
    fg_output_write(render->output, render->template->text.data + op->at, op->len);
}

/* What stands before a value of Markdown may make more of it than it is: two values that touch could be a host's name
 * together, a sign before one a reference. It is a code span then. */
static enum fg_markup settle(const struct fg_render *render, enum fg_markup markup)
{
    bool touched = render->value_before || (render->last != '\0' && strchr("@#!~%$&^:./", render->last) != NULL);
    if (touched && markup == FG_MARKUP_MARKDOWN)
        return FG_MARKUP_MARKDOWN_CODE;
    return touched && markup == FG_MARKUP_MARKDOWN_CELL ? FG_MARKUP_MARKDOWN_CODE_CELL : markup;
}

/* Two code spans of Markdown that touch would be one, or none. */
static void part_code(struct fg_render *render, bool code)
{
    if (code && render->last == '`')
        fg_output_write(render->output, " ", 1);
}

static void write_value(struct fg_render *render, enum fg_markup markup, struct fg_value value)
{
    if (markup > FG_MARKUP_JSON && value.len > 0) {
        markup = settle(render, markup);
        bool code = fg_markup_is_code(markup, value.text, value.len);
        part_code(render, code);
        render->value_before = true;
        render->last = code ? '`' : '\0';
    }
    fg_markup_write(render->output, markup, value.text, value.len);
}

/* A piece of a column's own text, between the values that fill it. */
static void write_literal(struct fg_render *render, enum fg_markup markup, const char *text, size_t len)
{
    bool code = fg_markup_is_code(markup, text, len);
    part_code(render, code && text[0] != ' ');
    fg_markup_write(render->output, markup, text, len);
    render->value_before = false;
    render->last = code ? '`' : text[len - 1];
}

static size_t run_raw(struct fg_render *render, const struct fg_op *op, size_t at)
{
    const char *text = render->template->text.data + op->at;
    if (render->template->mode == FG_MODE_MARKDOWN && op->len > 0) {
        part_code(render, text[0] == '`');
        render->last = text[op->len - 1];
        render->value_before = false;
    }
    write_static(render, op);
    return at + 1;
}

static size_t run_value(struct fg_render *render, const struct fg_op *op, size_t at)
{
    struct fg_value value = fg_render_value(render, at);
    if (value.text != NULL)
        write_value(render, op->markup, value);
    return at + 1;
}

static size_t run_attr(struct fg_render *render, const struct fg_op *op, size_t at)
{
    struct fg_value value = fg_render_value(render, at);
    if (value.text == NULL)
        return at + 1;
    write_static(render, op);
    fg_markup_write(render->output, op->markup, value.text, value.len);
    fg_output_write(render->output, "\"", 1);
    return at + 1;
}

static size_t run_cell(struct fg_render *render, const struct fg_op *op, size_t at)
{
    struct fg_value value = fg_render_value(render, at);
    if (value.text == NULL)
        return at + 1;
    struct fg_buf *cell = &render->scratch[op->filter_count % 2];
    fg_buf_clear(cell);
    fg_csv_add_cell(cell, value.text, value.len);
    render->failed |= cell->failed;
    fg_output_write(render->output, fg_buf_text(cell), cell->len);
    return at + 1;
}

static int fill_ref(struct fg_render *render, const struct fg_op *op, const struct fg_ref *ref)
{
    struct fg_place place;
    if (!fg_link_find(render, op->scope, ref->name, ref->name_len, &place))
        return fg_link_name_error(render, op, ref->name, ref->name_len);
    struct fg_value value =
        apply_filters(render, ref->filters, ref->filter_count, read_place(&place));
    if (value.text != NULL)
        write_value(render, op->markup, value);
    return 0;
}

static int fill_error(struct fg_render *render, const struct fg_op *op, const char *why)
{
    fg_template_error(render->template, op, render->err, "the text in column \"%s\": %s",
                      fg_render_name(render, op), why);
    return fg_error_hint(render->err,
                         "write {column} or {column|filter} there, and {{ for a brace");
}

/* One pass: what a placeholder brings in is written, not looked at again. The pattern itself must
 * stay where it is while its values are read, so it takes no filters. */
static size_t run_fill(struct fg_render *render, const struct fg_op *op, size_t at)
{
    struct fg_value value = read_place(&render->links[at].place);
    struct fg_pattern pattern = {.rest = value.text, .len = value.text == NULL ? 0 : value.len};
    struct fg_piece piece;
    int more;
    while ((more = fg_pattern_next(&pattern, &piece)) > 0)
        if (piece.literal != NULL)
            write_literal(render, op->markup, piece.literal, piece.len);
        else if (fill_ref(render, op, &piece.ref) < 0)
            return FAILED;
    if (more < 0)
        fill_error(render, op, pattern.why);
    return more < 0 ? FAILED : at + 1;
}

static int bind(sqlite3_stmt *statement, int index, const struct fg_place *place)
{
    if (place->statement != NULL)
        return sqlite3_bind_value(statement, index,
                                  sqlite3_column_value(place->statement, place->column));
    return sqlite3_bind_text(statement, index, place->param->value, -1, SQLITE_STATIC);
}

/* The first row of a query, its parameters bound anew: SQLITE_ROW, SQLITE_DONE or an error. */
static int start(const struct fg_link *link)
{
    sqlite3_reset(link->statement);
    for (int i = 0; i < link->bind_count; i++) {
        int result = bind(link->statement, i + 1, &link->binds[i]);
        if (result != SQLITE_OK)
            return result;
    }
    return sqlite3_step(link->statement);
}

/* `row` where there is a row, `end` (and the statement is at rest) where there is none. */
static size_t branch(struct fg_render *render, size_t query, int result, size_t row, size_t end)
{
    if (result == SQLITE_ROW)
        return row;
    if (result != SQLITE_DONE) {
        query_error(render, &render->template->ops[query]);
        return FAILED;
    }
    sqlite3_reset(render->links[query].statement);
    return end;
}

static size_t run_each(struct fg_render *render, const struct fg_op *op, size_t at)
{
    return branch(render, at, start(&render->links[at]), at + 1, op->jump);
}

static size_t run_next(struct fg_render *render, const struct fg_op *op, size_t at)
{
    if (fg_output_failed(render->output))
        return render->template->count;
    int result = sqlite3_step(render->links[op->jump].statement);
    return branch(render, op->jump, result, op->jump + 1, at + 1);
}

static size_t run_empty(struct fg_render *render, const struct fg_op *op, size_t at)
{
    const struct fg_link *link = &render->links[at];
    size_t next = branch(render, at, start(link), op->jump, at + 1);
    sqlite3_reset(link->statement);
    return next;
}

static size_t run_if(struct fg_render *render, const struct fg_op *op, size_t at)
{
    return fg_value_is_true(fg_render_value(render, at)) ? at + 1 : op->jump;
}

static size_t run_unless(struct fg_render *render, const struct fg_op *op, size_t at)
{
    return fg_value_is_true(fg_render_value(render, at)) ? op->jump : at + 1;
}

static size_t root_error(struct fg_render *render, const struct fg_op *op, const char *why)
{
    fg_template_error(render->template, op, render->err, "%s", why);
    fg_error_hint(render->err, "XML has one first element: put what repeats, or may be missing, inside of one that is always there");
    return FAILED;
}

static size_t run_first(struct fg_render *render, const struct fg_op *op, size_t at)
{
    if (render->begun)
        return root_error(render, op, "the first element is repeated");
    render->begun = true;
    return at + 1;
}

static size_t run_once(struct fg_render *render, const struct fg_op *op, size_t at)
{
    return render->begun ? at + 1 : root_error(render, op, "the first element is missing");
}

static int run(struct fg_render *render)
{
    static size_t (*const steps[])(struct fg_render *, const struct fg_op *, size_t) = {
        [FG_OP_RAW] = run_raw,   [FG_OP_VALUE] = run_value, [FG_OP_ATTR] = run_attr,
        [FG_OP_CELL] = run_cell, [FG_OP_FILL] = run_fill,   [FG_OP_EACH] = run_each,
        [FG_OP_NEXT] = run_next, [FG_OP_IF] = run_if,       [FG_OP_UNLESS] = run_unless,
        [FG_OP_EMPTY] = run_empty, [FG_OP_FIRST] = run_first, [FG_OP_ONCE] = run_once,
        [FG_OP_MEMBER] = fg_run_member, [FG_OP_OPEN] = fg_run_open,     [FG_OP_CLOSE] = fg_run_close,
        [FG_OP_STRING] = fg_run_string, [FG_OP_NUMBER] = fg_run_number, [FG_OP_BOOLEAN] = fg_run_boolean,
    };
    const struct fg_template *template = render->template;
    size_t at = 0;
    while (at < template->count)
        at = steps[template->ops[at].kind](render, &template->ops[at], at);
    if (at == FAILED)
        return -1;
    return render->failed ? fg_error_memory(render->err) : 0;
}

int fg_template_render(const struct fg_template *template, sqlite3 *db,
                       const struct fg_resources *resources, const struct fg_param *params,
                       size_t count, struct fg_output *output, struct fg_error *err)
{
    struct fg_render render = {.template = template,
                            .db = db,
                            .params = params,
                            .param_count = count,
                            .output = output,
                            .err = err,
                            .links = calloc(template->count + 1, sizeof *render.links)};
    if (render.links == NULL)
        return fg_error_memory(err);
    fg_query_guard(db);
    int status = fg_link_all(&render, resources);
    if (status == 0)
        status = run(&render);
    fg_link_done(&render);
    fg_buf_done(&render.scratch[0]);
    fg_buf_done(&render.scratch[1]);
    fg_query_unguard(db);
    return status;
}
