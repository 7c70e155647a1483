/* SPDX-License-Identifier: MIT */
#include "render/template_compile.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "render/template_load.h"

enum { INCLUDE_DEPTH = 16 };

int fg_compile_error(struct fg_compiler *compiler, const xmlNode *node, const char *hint,
                     const char *format, ...)
{
    char why[sizeof compiler->err->message];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    fg_error_set(compiler->err, FG_INTERNAL, "template: %s:%ld: %s", compiler->include->path,
                 xmlGetLineNo(node), why);
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

const char *fg_compile_message(struct fg_compiler *compiler, const xmlNode *node, const char *key)
{
    const struct fg_template_env *env = compiler->env;
    const char *message = env->message == NULL ? NULL : env->message(env->context, key);
    if (message == NULL)
        fg_compile_error(compiler, node, "add it to the messages of every language",
                         "there is no message \"%s\"", key);
    return message;
}

static bool keeps_white_space(const struct fg_compiler *compiler, const struct fg_element *element)
{
    return !compiler->xml && (element->is_static || strcasecmp(element->name, "pre") == 0 ||
                              strcasecmp(element->name, "textarea") == 0);
}

static int compile_element(struct fg_compiler *compiler, const xmlNode *node);

static int compile_text(struct fg_compiler *compiler, const xmlNode *node)
{
    const char *text = node->content == NULL ? "" : (const char *)node->content;
    bool blank = text[strspn(text, " \t\r\n")] == '\0';
    if (blank && compiler->preserve == 0 && strchr(text, '\n') != NULL)
        compiler->newline = true;
    else
        fg_emit_markup(compiler, compiler->xml ? FG_MARKUP_XML_TEXT : FG_MARKUP_HTML_TEXT, text,
                       strlen(text));
    return 0;
}

static int compile_children(struct fg_compiler *compiler, const xmlNode *parent)
{
    int status = 0;
    for (const xmlNode *node = parent->children; node != NULL && status == 0; node = node->next)
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            status = compile_text(compiler, node);
        else if (node->type == XML_ELEMENT_NODE)
            status = compile_element(compiler, node);
        else if (node->type != XML_COMMENT_NODE)
            return fg_compile_error(compiler, node, "write elements, text and comments",
                                    "a processing instruction");
    return status;
}

static int compile_included(struct fg_compiler *compiler, const xmlNode *node, const char *path);

/* The content of the element, its mock-up children replaced where a directive says what it is. */
static int compile_content(struct fg_compiler *compiler, const struct fg_element *element)
{
    const char *const *values = element->values;
    enum fg_markup markup = compiler->xml ? FG_MARKUP_XML_TEXT : FG_MARKUP_HTML_TEXT;
    if (values[FG_DO_TEXT] != NULL || values[FG_DO_FILL] != NULL) {
        bool fill = values[FG_DO_FILL] != NULL;
        struct fg_op op = {.kind = fill ? FG_OP_FILL : FG_OP_VALUE, .markup = markup};
        return fg_emit_value(compiler, element->node, op,
                             fill ? values[FG_DO_FILL] : values[FG_DO_TEXT]);
    }
    if (values[FG_DO_MESSAGE] != NULL) {
        const char *message = fg_compile_message(compiler, element->node, values[FG_DO_MESSAGE]);
        return message == NULL ? -1 : fg_emit_pattern(compiler, element->node, markup, message);
    }
    if (values[FG_DO_INCLUDE] != NULL)
        return compile_included(compiler, element->node, values[FG_DO_INCLUDE]);
    if (element->is_static)
        return fg_compile_static(compiler, element);
    return compile_children(compiler, element->node);
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
    if (fg_compile_start_tag(compiler, element) < 0)
        return -1;
    if (compiler->xml && !element->has_content) {
        fg_emit_text(compiler, "/>");
        return 0;
    }
    fg_emit_text(compiler, ">");
    if (element->is_void)
        return 0;
    bool keep = keeps_white_space(compiler, element);
    compiler->preserve += keep;
    if (keep && element->has_content && !element->is_static)
        fg_emit_text(compiler, "\n"); /* HTML drops the first line feed there; let it be this one */
    int status = compile_content(compiler, element);
    compiler->preserve -= keep;
    if (status == 0)
        emit_end_tag(compiler, element);
    return status;
}

static int emit_test(struct fg_compiler *compiler, const struct fg_element *element,
                     enum fg_directive directive, enum fg_op_kind kind, size_t *ret_index)
{
    struct fg_op op = {.kind = kind};
    bool newline = compiler->newline; /* white space before the element goes with it */
    compiler->newline = false;
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
        status = emit_test(compiler, element, FG_DO_IF, FG_OP_IF, &indexes[count++]);
    if (status == 0 && values[FG_DO_UNLESS] != NULL)
        status = emit_test(compiler, element, FG_DO_UNLESS, FG_OP_UNLESS, &indexes[count++]);
    if (status == 0 && values[FG_DO_EMPTY] != NULL)
        status = fg_emit_query(compiler, element->node, FG_OP_EMPTY, values[FG_DO_EMPTY],
                               &indexes[count++]);
    *ret_count = count;
    return status;
}

static int compile_kept(struct fg_compiler *compiler, const struct fg_element *element)
{
    size_t jumps[3], count = 0;
    if (emit_conditions(compiler, element, jumps, &count) < 0)
        return -1;
    int status = element->is_block ? compile_content(compiler, element)
                                   : compile_tags(compiler, element);
    for (size_t i = 0; i < count; i++)
        fg_emit_jump(compiler, jumps[i], fg_emit_here(compiler));
    return status;
}

static int compile_repeated(struct fg_compiler *compiler, const struct fg_element *element)
{
    size_t each, scope = compiler->scope;
    if (fg_emit_query(compiler, element->node, FG_OP_EACH, element->values[FG_DO_EACH], &each) < 0)
        return -1;
    compiler->scope = each;
    int status = compile_kept(compiler, element);
    fg_emit_op(compiler, element->node, (struct fg_op){.kind = FG_OP_NEXT, .jump = each});
    compiler->scope = scope;
    fg_emit_jump(compiler, each, fg_emit_here(compiler));
    return status;
}

static int compile_element(struct fg_compiler *compiler, const xmlNode *node)
{
    struct fg_element element;
    if (fg_compile_element(compiler, node, &element) < 0)
        return -1;
    return element.values[FG_DO_EACH] != NULL ? compile_repeated(compiler, &element)
                                              : compile_kept(compiler, &element);
}

/* fg:mode of a file's root; NULL where there is none. */
static const char *mode_of(const xmlNode *root)
{
    for (const xmlAttr *attribute = root->properties; attribute; attribute = attribute->next)
        if (fg_compile_is_ours(attribute->ns) && strcmp((const char *)attribute->name, "mode") == 0)
            return fg_compile_value(attribute);
    return NULL;
}

typedef int compile_root_fn(struct fg_compiler *compiler, const xmlNode *root);

/* Load the file at `path` and compile its root with `compile`. */
static int with_file(struct fg_compiler *compiler, const char *path, compile_root_fn *compile)
{
    const struct fg_resource *file;
    xmlDoc *document = NULL;
    if (fg_resources_get(compiler->resources, path, &file, compiler->err) < 0 ||
        fg_template_load(file, &document, compiler->err) < 0)
        return -1;
    struct fg_include include = {.path = path,
                                 .name = fg_emit_name(compiler, path, strlen(path)),
                                 .outer = compiler->include};
    include.depth = include.outer == NULL ? 0 : include.outer->depth + 1;
    compiler->include = &include;
    int status = compile(compiler, xmlDocGetRootElement(document));
    compiler->include = include.outer;
    xmlFreeDoc(document);
    return status;
}

static int compile_part(struct fg_compiler *compiler, const xmlNode *root)
{
    const char *mode = mode_of(root);
    if (mode != NULL && strcmp(mode, compiler->xml ? "xml" : "html") != 0)
        return fg_compile_error(compiler, root, "include files of the same mode",
                                "fg:mode differs from the including template's");
    return compile_element(compiler, root);
}

static int compile_included(struct fg_compiler *compiler, const xmlNode *node, const char *path)
{
    for (const struct fg_include *at = compiler->include; at != NULL; at = at->outer)
        if (strcmp(at->path, path) == 0)
            return fg_compile_error(compiler, node, "a template cannot contain itself",
                                    "\"%s\" includes itself", path);
    if (compiler->include->depth + 1 >= INCLUDE_DEPTH)
        return fg_compile_error(compiler, node, "include fewer levels", "included too deep");
    if (fg_resources_find(compiler->resources, path) == NULL)
        return fg_compile_error(compiler, node, "name it as templates/html/part.xhtml",
                                "there is no template \"%s\"", path);
    return with_file(compiler, path, compile_part);
}

static int compile_root(struct fg_compiler *compiler, const xmlNode *root)
{
    if (fg_compile_is_ours(root->ns) && strcmp((const char *)root->name, "csv") == 0)
        return fg_compile_csv(compiler, root);
    const char *mode = mode_of(root);
    if (mode == NULL || (strcmp(mode, "html") != 0 && strcmp(mode, "xml") != 0))
        return fg_compile_error(compiler, root, "put fg:mode=\"html\" or fg:mode=\"xml\" on it",
                                "the first element does not say the output's mode");
    compiler->xml = mode[0] == 'x';
    fg_emit_text(compiler, compiler->xml ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                         : "<!DOCTYPE html>\n");
    if (compile_element(compiler, root) < 0)
        return -1;
    compiler->newline = false;
    fg_emit_text(compiler, "\n");
    fg_emit_here(compiler);
    return fg_compile_policy(compiler);
}

int fg_template_compile(const struct fg_resources *resources, const char *path,
                        const struct fg_template_env *env, struct fg_template **ret_template,
                        struct fg_error *err)
{
    struct fg_error unseen;
    struct fg_template *template = calloc(1, sizeof *template);
    if (template == NULL)
        return fg_error_memory(err);
    struct fg_compiler compiler = {.template = template,
                                   .resources = resources,
                                   .env = env,
                                   .err = err != NULL ? err : &unseen,
                                   .out = fg_output_open_memory(&template->text),
                                   .scope = FG_NO_SCOPE,
                                   .policy = FG_NO_SCOPE};
    int status = compiler.out == NULL ? fg_error_memory(err) : 0;
    if (status == 0)
        status = with_file(&compiler, path, compile_root);
    if (status == 0 && (template->text.failed || template->names.failed))
        status = fg_error_memory(err);
    fg_output_close(compiler.out);
    fg_buf_done(&compiler.style_hashes);
    fg_buf_done(&compiler.script_hashes);
    if (status == 0)
        *ret_template = template;
    else
        fg_template_free(template);
    return status;
}

void fg_template_free(struct fg_template *template)
{
    if (template == NULL)
        return;
    free(template->ops);
    fg_buf_done(&template->text);
    fg_buf_done(&template->names);
    free(template);
}
