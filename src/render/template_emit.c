/* SPDX-License-Identifier: MIT */
#include "render/template_compile.h"

#include <stdlib.h>
#include <string.h>

#include "render/query.h"

static void write_newline(struct fg_compiler *compiler)
{
    if (compiler->newline)
        fg_output_write(compiler->out, "\n", 1);
    compiler->newline = false;
}

void fg_emit_raw(struct fg_compiler *compiler, const char *bytes, size_t len)
{
    write_newline(compiler);
    fg_output_write(compiler->out, bytes, len);
}

void fg_emit_text(struct fg_compiler *compiler, const char *text)
{
    fg_emit_raw(compiler, text, strlen(text));
}

void fg_emit_markup(struct fg_compiler *compiler, enum fg_markup kind, const char *text, size_t len)
{
    write_newline(compiler);
    fg_markup_write(compiler->out, kind, text, len);
}

static size_t add_op(struct fg_template *template, struct fg_op op)
{
    if (template->count == template->room) {
        size_t room = template->room * 2 + 64;
        struct fg_op *ops = realloc(template->ops, room * sizeof *ops);
        if (ops == NULL) {
            template->names.failed = true;
            return FG_NO_SCOPE;
        }
        template->ops = ops;
        template->room = room;
    }
    template->ops[template->count] = op;
    return template->count++;
}

size_t fg_emit_here(struct fg_compiler *compiler)
{
    struct fg_template *template = compiler->template;
    size_t from = compiler->raw_from;
    compiler->raw_from = template->text.len;
    if (template->text.len > from)
        add_op(template, (struct fg_op){.kind = FG_OP_RAW,
                                        .at = from,
                                        .len = template->text.len - from,
                                        .scope = compiler->scope});
    return template->count;
}

size_t fg_emit_op(struct fg_compiler *compiler, const xmlNode *node, struct fg_op op)
{
    fg_emit_here(compiler);
    struct fg_spot spot = fg_tags_spot(compiler->include->tags, node, compiler->attribute);
    op.line = spot.line;
    op.column = spot.column;
    op.path = compiler->include->name;
    op.scope = compiler->scope;
    return add_op(compiler->template, op);
}

void fg_emit_jump(struct fg_compiler *compiler, size_t index, size_t to)
{
    if (index < compiler->template->count)
        compiler->template->ops[index].jump = to;
}

size_t fg_emit_name(struct fg_compiler *compiler, const char *name, size_t len)
{
    struct fg_buf *names = &compiler->template->names;
    size_t at = names->len;
    fg_buf_add(names, name, len);
    fg_buf_add_char(names, '\0');
    return at;
}

static void emit_ref(struct fg_compiler *compiler, const xmlNode *node, struct fg_op op,
                     const struct fg_ref *ref)
{
    write_newline(compiler);
    op.name = fg_emit_name(compiler, ref->name, ref->name_len);
    memcpy(op.filters, ref->filters, sizeof op.filters);
    op.filter_count = ref->filter_count;
    fg_emit_op(compiler, node, op);
}

static int ref_error(struct fg_compiler *compiler, const xmlNode *node, const char *text,
                     const char *why)
{
    return fg_compile_error(compiler, node,
                            "write column, or column|filter; templates/README.md lists the filters",
                            "\"%s\": %s", text, why);
}

int fg_emit_value(struct fg_compiler *compiler, const xmlNode *node, struct fg_op op,
                  const char *text)
{
    struct fg_ref ref;
    const char *why = fg_ref_parse(text, strlen(text), &ref);
    if (why != NULL)
        return ref_error(compiler, node, text, why);
    emit_ref(compiler, node, op, &ref);
    return 0;
}

int fg_emit_pattern(struct fg_compiler *compiler, const xmlNode *node, enum fg_markup kind,
                    const char *text)
{
    struct fg_pattern pattern = {.rest = text, .len = strlen(text)};
    struct fg_piece piece;
    int more;
    while ((more = fg_pattern_next(&pattern, &piece)) > 0) {
        struct fg_op op = {.kind = FG_OP_VALUE, .markup = kind};
        if (piece.literal != NULL)
            fg_emit_markup(compiler, kind, piece.literal, piece.len);
        else
            emit_ref(compiler, node, op, &piece.ref);
    }
    return more < 0 ? ref_error(compiler, node, text, pattern.why) : 0;
}

int fg_emit_query(struct fg_compiler *compiler, const xmlNode *node, enum fg_op_kind kind,
                  const char *name, size_t *ret_index)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fg_query_path(&path, name);
    bool there = fg_query_is_name(name) && fg_resources_find(compiler->resources, fg_buf_text(&path)) != NULL;
    struct fg_op op = {.kind = kind, .broken = !there, .name = fg_emit_name(compiler, name, strlen(name))};
    *ret_index = fg_emit_op(compiler, node, op);
    if (path.failed) /* memory: looked at once, as above; whether it is there is not known */
        compiler->template->names.failed = true;
    if (there || path.failed)
        return 0;
    return fg_compile_error(compiler, node,
                            "a query is a file queries/NAME.sql of the template's folder, or one of the program's",
                            "there is no query \"%s\"", name);
}
