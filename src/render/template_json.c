/* SPDX-License-Identifier: MIT */
#include "render/template_compile.h"

#include <string.h>

/* <fg:json> is the document's object. In it stand fg:object, array, string, number and boolean; members of objects have
 * a `name`, elements of arrays have none. Names and literals are settled here, values by the operations. */

enum kind { JSON_DOCUMENT, JSON_OBJECT, JSON_ARRAY, JSON_STRING, JSON_NUMBER, JSON_BOOLEAN, JSON_KINDS };

static const char *const names[JSON_KINDS] = {
    [JSON_DOCUMENT] = "json", [JSON_OBJECT] = "object", [JSON_ARRAY] = "array",
    [JSON_STRING] = "string", [JSON_NUMBER] = "number", [JSON_BOOLEAN] = "boolean",
};

static enum kind kind_of(const char *name)
{
    size_t kind = 0;
    while (kind < JSON_KINDS && strcmp(names[kind], name) != 0)
        kind++;
    return (enum kind)kind;
}

bool fg_compile_is_json(const char *name)
{
    return kind_of(name) < JSON_KINDS;
}

int fg_compile_json_text(struct fg_compiler *compiler, const xmlNode *node, const char *text)
{
    if (text[strspn(text, " \t\r\n")] == '\0')
        return 0;
    return fg_compile_error(compiler, node->parent, "put it into <fg:string>", "text outside of a value");
}

static int check_attributes(struct fg_compiler *compiler, const struct fg_element *element)
{
    for (const xmlAttr *attribute = element->node->properties; attribute; attribute = attribute->next)
        if (!fg_compile_is_ours(attribute->ns) &&
            (attribute->ns != NULL || strcmp((const char *)attribute->name, "name") != 0)) {
            compiler->attribute = attribute;
            return fg_compile_error(compiler, element->node, "JSON's elements take a name and fg: attributes",
                                    "unknown attribute %s", (const char *)attribute->name);
        }
    compiler->attribute = NULL;
    if (element->has_data_attributes)
        return fg_compile_error(compiler, element->node, "name the member with name=\"\"",
                                "fg:attr-NAME or fg:t-NAME in JSON");
    return 0;
}

static int check_place(struct fg_compiler *compiler, const struct fg_element *element, enum kind kind,
                       const char *name)
{
    bool document = element->node->parent->type != XML_ELEMENT_NODE && compiler->include->depth == 0;
    if ((kind == JSON_DOCUMENT) != document || kind == JSON_KINDS)
        return fg_compile_error(compiler, element->node, "<fg:json> is the document, and holds the others",
                                "<%s> here", element->name);
    bool member = !document && !compiler->json_array;
    if (member != (name != NULL))
        return fg_compile_error(compiler, element->node, "members of an object have a name, elements of an array none",
                                member ? "a member without a name" : "a name outside of an object");
    if (element->values[FG_DO_EACH] != NULL && !compiler->json_array)
        return fg_compile_error(compiler, element->node, "repeat an element of an fg:array",
                                "fg:each on a member of an object");
    return 0;
}

/* The member's name, escaped, into the text; what the operation writes before its value. */
static void take_key(struct fg_compiler *compiler, const char *name, struct fg_op *op)
{
    fg_emit_here(compiler);
    op->at = compiler->raw_from;
    if (name != NULL) {
        fg_emit_text(compiler, "\"");
        fg_emit_markup(compiler, FG_MARKUP_JSON, name, strlen(name));
        fg_emit_text(compiler, "\":");
    }
    op->len = compiler->template->text.len - op->at;
    compiler->raw_from = compiler->template->text.len;
}

static int compile_container(struct fg_compiler *compiler, const struct fg_element *element, enum kind kind,
                             const char *name)
{
    bool row = element->values[FG_DO_EACH] != NULL;
    struct fg_op op = {.kind = FG_OP_OPEN, .array = kind == JSON_ARRAY, .row = row};
    if (element->values[FG_DO_TEXT] != NULL || element->values[FG_DO_FILL] != NULL ||
        element->values[FG_DO_MESSAGE] != NULL)
        return fg_compile_error(compiler, element->node, "put an <fg:string> into it", "text as <fg:%s>",
                                element->name);
    if (compiler->json_depth == FG_JSON_DEPTH)
        return fg_compile_error(compiler, element->node, "nest fewer levels", "nested too deep");
    bool outer = compiler->json_array;
    take_key(compiler, name, &op);
    fg_emit_op(compiler, element->node, op);
    compiler->json_array = op.array;
    compiler->json_depth++;
    int status = fg_compile_content(compiler, element);
    compiler->json_depth--;
    compiler->json_array = outer;
    fg_emit_op(compiler, element->node, (struct fg_op){.kind = FG_OP_CLOSE, .array = op.array});
    return status;
}

/* The text in the element; NULL with the error noted where there is anything else. */
static const char *literal_of(struct fg_compiler *compiler, const xmlNode *node)
{
    const xmlNode *only = NULL;
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type == XML_COMMENT_NODE)
            continue;
        if (only != NULL || child->type == XML_ELEMENT_NODE) {
            fg_compile_error(compiler, node, "write text alone, or fg:text=\"column\"", "more than text in a value");
            return NULL;
        }
        only = child;
    }
    return only == NULL || only->content == NULL ? "" : (const char *)only->content;
}

static int check_literal(struct fg_compiler *compiler, const xmlNode *node, enum kind kind, const char *text)
{
    bool fits = kind == JSON_STRING || (kind == JSON_NUMBER && fg_markup_is_number(text, strlen(text))) ||
                (kind == JSON_BOOLEAN && (strcmp(text, "true") == 0 || strcmp(text, "false") == 0));
    return fits ? 0
                : fg_compile_error(compiler, node, "write it as JSON does, or take a column with fg:text",
                                   "\"%s\" is no %s", text, (const char *)node->name);
}

/* A string may also be a message with its placeholders filled in. */
static int compile_pieces(struct fg_compiler *compiler, const struct fg_element *element, enum kind kind,
                          struct fg_op op)
{
    const char *quote = kind == JSON_STRING ? "\"" : "";
    const char *text = element->values[FG_DO_MESSAGE] == NULL && element->values[FG_DO_FILL] == NULL
                           ? literal_of(compiler, element->node)
                           : NULL;
    if (text != NULL && check_literal(compiler, element->node, kind, text) < 0)
        return -1;
    if (kind != JSON_STRING && text == NULL)
        return fg_compile_error(compiler, element->node, "use fg:text=\"column\"", "a text as <fg:%s>", element->name);
    op.kind = FG_OP_MEMBER;
    fg_emit_op(compiler, element->node, op);
    fg_emit_text(compiler, quote);
    int status = 0;
    if (text != NULL)
        fg_emit_markup(compiler, FG_MARKUP_JSON, text, strlen(text));
    else
        status = fg_compile_content(compiler, element);
    fg_emit_text(compiler, quote);
    return status;
}

int fg_compile_json(struct fg_compiler *compiler, const struct fg_element *element)
{
    static const enum fg_op_kind values[JSON_KINDS] = {
        [JSON_STRING] = FG_OP_STRING, [JSON_NUMBER] = FG_OP_NUMBER, [JSON_BOOLEAN] = FG_OP_BOOLEAN};
    const char *name = fg_compile_attribute(element->node, "name", false);
    enum kind kind = fg_compile_is_ours(element->node->ns) ? kind_of(element->name) : JSON_KINDS;
    if (check_place(compiler, element, kind, name) < 0 || check_attributes(compiler, element) < 0)
        return fg_compile_children(compiler, element->node), -1;
    if (kind <= JSON_ARRAY)
        return compile_container(compiler, element, kind, name);
    struct fg_op op = {.kind = values[kind]};
    if (element->values[FG_DO_INCLUDE] != NULL)
        return fg_compile_error(compiler, element->node, "include into an array or an object", "a part as <fg:%s>",
                                element->name);
    take_key(compiler, name, &op);
    if (element->values[FG_DO_TEXT] == NULL)
        return compile_pieces(compiler, element, kind, op);
    compiler->attribute = element->attributes[FG_DO_TEXT];
    return fg_emit_value(compiler, element->node, op, element->values[FG_DO_TEXT]);
}
