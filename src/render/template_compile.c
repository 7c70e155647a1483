/* SPDX-License-Identifier: MIT */
#include "render/template_compile.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

int fg_compile_error(struct fg_compiler *compiler, const xmlNode *node, const char *hint,
                     const char *format, ...)
{
    char why[sizeof compiler->err->message];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    const char *path = compiler->include->shown;
    struct fg_spot spot = fg_tags_spot(compiler->include->tags, node, compiler->attribute);
    if (compiler->faults != NULL)
        fg_faults_add(compiler->faults, path, spot.line, spot.column, why, hint);
    if (compiler->errors++ > 0)
        return -1;
    fg_error_set(compiler->err, FG_INTERNAL, "template: %s:%u:%u: %s", path, spot.line, spot.column, why);
    return hint == NULL ? -1 : fg_error_hint(compiler->err, "%s", hint);
}

bool fg_compile_is_ours(const xmlNs *ns)
{
    return ns != NULL && ns->href != NULL &&
           strcmp((const char *)ns->href, FG_TEMPLATE_NAMESPACE) == 0;
}

/* One text node holds it all: no entities can have been declared. */
const char *fg_compile_value(const xmlAttr *attribute)
{
    const xmlNode *text = attribute->children;
    return text == NULL || text->content == NULL ? "" : (const char *)text->content;
}

const char *fg_compile_attribute(const xmlNode *node, const char *name, bool ours)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (fg_compile_is_ours(attribute->ns) == ours && strcmp((const char *)attribute->name, name) == 0)
            return fg_compile_value(attribute);
    return NULL;
}

const char *fg_compile_message(struct fg_compiler *compiler, const xmlNode *node, const char *key)
{
    const struct fg_template_env *env = compiler->env;
    const char *message = env->message == NULL ? NULL : env->message(env->context, key);
    if (message == NULL)
        fg_compile_error(compiler, node, "add it to messages.xml of the templates' folder, in every language",
                         "there is no message \"%s\"", key);
    return message;
}

static bool keeps_white_space(const struct fg_compiler *compiler, const struct fg_element *element)
{
    return compiler->template->mode == FG_MODE_HTML && (element->is_static || strcasecmp(element->name, "pre") == 0 ||
                              strcasecmp(element->name, "textarea") == 0);
}

static int compile_text(struct fg_compiler *compiler, const xmlNode *node, const char *text)
{
    (void)node;
    bool blank = text[strspn(text, " \t\r\n")] == '\0';
    if (blank && compiler->preserve == 0 && strchr(text, '\n') != NULL)
        compiler->newline = true;
    else
        fg_emit_markup(compiler, compiler->markup, text, strlen(text));
    return 0;
}

int fg_compile_children(struct fg_compiler *compiler, const xmlNode *parent)
{
    static int (*const texts[])(struct fg_compiler *, const xmlNode *, const char *) = {
        [FG_MODE_HTML] = compile_text,          [FG_MODE_XML] = compile_text,
        [FG_MODE_JSON] = fg_compile_json_text, [FG_MODE_MARKDOWN] = fg_compile_markdown_text,
        [FG_MODE_TEXT] = fg_compile_markdown_text,
    };
    int status = 0;
    for (const xmlNode *node = parent->children; node != NULL; node = node->next)
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            status |= texts[compiler->template->mode](
                compiler, node, node->content == NULL ? "" : (const char *)node->content);
        else if (node->type == XML_ELEMENT_NODE)
            status |= fg_compile_node(compiler, node);
        else if (node->type != XML_COMMENT_NODE)
            status |= fg_compile_error(compiler, node, "write elements, text and comments",
                                       "a processing instruction");
    return status;
}


/* The content of the element, its mock-up children replaced where a directive says what it is. */
int fg_compile_content(struct fg_compiler *compiler, const struct fg_element *element)
{
    const char *const *values = element->values;
    if (values[FG_DO_TEXT] != NULL || values[FG_DO_FILL] != NULL) {
        enum fg_directive directive = values[FG_DO_FILL] != NULL ? FG_DO_FILL : FG_DO_TEXT;
        struct fg_op op = {.kind = directive == FG_DO_FILL ? FG_OP_FILL : FG_OP_VALUE, .markup = compiler->markup};
        compiler->attribute = element->attributes[directive];
        return fg_emit_value(compiler, element->node, op, values[directive]);
    }
    if (values[FG_DO_MESSAGE] != NULL) {
        compiler->attribute = element->attributes[FG_DO_MESSAGE];
        const char *message = fg_compile_message(compiler, element->node, values[FG_DO_MESSAGE]);
        return message == NULL ? -1 : fg_emit_pattern(compiler, element->node, compiler->markup, message);
    }
    if (values[FG_DO_INCLUDE] != NULL) {
        compiler->attribute = element->attributes[FG_DO_INCLUDE];
        return fg_compile_included(compiler, element->node, values[FG_DO_INCLUDE]);
    }
    if (element->is_static)
        return fg_compile_static(compiler, element);
    return fg_compile_children(compiler, element->node);
}

static void emit_end_tag(struct fg_compiler *compiler, const struct fg_element *element)
{
    const xmlNs *ns = element->node->ns;
    fg_emit_text(compiler, "</");
    if (compiler->xml && ns != NULL && ns->prefix != NULL) {
        fg_emit_text(compiler, (const char *)ns->prefix);
        fg_emit_text(compiler, ":");
    }
    fg_emit_text(compiler, element->name);
    fg_emit_text(compiler, ">");
}

static int compile_tags(struct fg_compiler *compiler, const struct fg_element *element)
{
    int status = fg_compile_start_tag(compiler, element);
    if (compiler->xml && !element->has_content) {
        fg_emit_text(compiler, "/>");
        return status;
    }
    fg_emit_text(compiler, ">");
    if (element->is_void)
        return status;
    bool keep = keeps_white_space(compiler, element);
    compiler->preserve += keep;
    if (keep && element->has_content && !element->is_static)
        fg_emit_text(compiler, "\n"); /* HTML drops the first line feed there; let it be this one */
    status |= fg_compile_content(compiler, element);
    compiler->preserve -= keep;
    emit_end_tag(compiler, element);
    return status;
}

static int emit_test(struct fg_compiler *compiler, const struct fg_element *element,
                     enum fg_directive directive, enum fg_op_kind kind, size_t *ret_index)
{
    struct fg_op op = {.kind = kind};
    bool newline = compiler->newline; /* white space before the element goes with it */
    compiler->newline = false;
    compiler->attribute = element->attributes[directive];
    int status = fg_emit_value(compiler, element->node, op, element->values[directive]);
    compiler->newline = newline;
    *ret_index = compiler->template->count - 1;
    return status;
}

/* What decides whether the element is there. Sets indexes[] to the operations that jump
 * behind it. */
static int emit_conditions(struct fg_compiler *compiler, const struct fg_element *element,
                           size_t indexes[3], size_t *ret_count)
{
    const char *const *values = element->values;
    size_t count = 0;
    int status = 0;
    if (values[FG_DO_IF] != NULL)
        status |= emit_test(compiler, element, FG_DO_IF, FG_OP_IF, &indexes[count++]);
    if (values[FG_DO_UNLESS] != NULL)
        status |= emit_test(compiler, element, FG_DO_UNLESS, FG_OP_UNLESS, &indexes[count++]);
    if (values[FG_DO_EMPTY] != NULL) {
        compiler->attribute = element->attributes[FG_DO_EMPTY];
        status |= fg_emit_query(compiler, element->node, FG_OP_EMPTY, values[FG_DO_EMPTY], &indexes[count++]);
    }
    *ret_count = count;
    return status;
}

static int compile_kept(struct fg_compiler *compiler, const struct fg_element *element)
{
    static int (*const writers[])(struct fg_compiler *, const struct fg_element *) = {
        [FG_MODE_HTML] = compile_tags,     [FG_MODE_XML] = compile_tags,
        [FG_MODE_JSON] = fg_compile_json, [FG_MODE_MARKDOWN] = fg_compile_markdown,
        [FG_MODE_TEXT] = fg_compile_markdown,
    };
    size_t jumps[3], count = 0;
    int status = emit_conditions(compiler, element, jumps, &count);
    compiler->attribute = NULL;
    if (compiler->xml && compiler->include->outer == NULL && element->node->parent->type != XML_ELEMENT_NODE)
        fg_emit_op(compiler, element->node, (struct fg_op){.kind = FG_OP_FIRST});
    status |= element->is_block ? fg_compile_content(compiler, element)
                                : writers[compiler->template->mode](compiler, element);
    for (size_t i = 0; i < count; i++)
        fg_emit_jump(compiler, jumps[i], fg_emit_here(compiler));
    return status;
}

static int compile_repeated(struct fg_compiler *compiler, const struct fg_element *element)
{
    size_t each, scope = compiler->scope;
    compiler->attribute = element->attributes[FG_DO_EACH];
    int status = fg_emit_query(compiler, element->node, FG_OP_EACH, element->values[FG_DO_EACH], &each);
    compiler->attribute = NULL;
    compiler->scope = each;
    status |= compile_kept(compiler, element);
    fg_emit_op(compiler, element->node, (struct fg_op){.kind = FG_OP_NEXT, .jump = each});
    compiler->scope = scope;
    fg_emit_jump(compiler, each, fg_emit_here(compiler));
    return status;
}

int fg_compile_node(struct fg_compiler *compiler, const xmlNode *node)
{
    struct fg_element element;
    compiler->attribute = NULL;
    int status = fg_compile_element(compiler, node, &element);
    compiler->attribute = NULL;
    status |= element.values[FG_DO_EACH] != NULL ? compile_repeated(compiler, &element)
                                                 : compile_kept(compiler, &element);
    compiler->attribute = NULL;
    return status;
}
