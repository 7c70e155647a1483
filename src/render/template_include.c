/* SPDX-License-Identifier: MIT */
#include "render/template_compile.h"

#include <stdlib.h>
#include <string.h>

#include "render/template_load.h"

/* Files: the template, and the parts that it includes. */

enum { INCLUDE_DEPTH = 16, SIZE_MAXIMUM = 16 << 20 };

/* fg:mode of a file's root; NULL where there is none. */
static const char *mode_of(const xmlNode *root)
{
    for (const xmlAttr *attribute = root->properties; attribute; attribute = attribute->next)
        if (fg_compile_is_ours(attribute->ns) && strcmp((const char *)attribute->name, "mode") == 0)
            return fg_compile_value(attribute);
    return NULL;
}

static const char *const modes[] = {
    [FG_MODE_HTML] = "html", [FG_MODE_XML] = "xml", [FG_MODE_CSV] = "", [FG_MODE_JSON] = "",
    [FG_MODE_MARKDOWN] = "markdown", [FG_MODE_TEXT] = "text",
};

typedef int compile_root_fn(struct fg_compiler *compiler, const xmlNode *root);

/* Load the file at `path` and compile its root with `compile`. */
static int with_file(struct fg_compiler *compiler, const char *path, compile_root_fn *compile)
{
    const struct fg_resource *file;
    xmlDoc *document = NULL;
    struct fg_error *err = compiler->errors > 0 ? NULL : compiler->err;
    if (fg_resources_get(compiler->resources, path, &file, err) < 0 ||
        fg_template_load(file, compiler->faults, &document, err) < 0) {
        compiler->errors++;
        return -1;
    }
    struct fg_tags tags;
    fg_tags_read(&tags, file, xmlDocGetRootElement(document));
    const char *shown = fg_resource_shown(file);
    struct fg_include include = {.path = path,
                                 .shown = shown,
                                 .name = fg_emit_name(compiler, shown, strlen(shown)),
                                 .tags = &tags,
                                 .outer = compiler->include};
    include.depth = include.outer == NULL ? 0 : include.outer->depth + 1;
    compiler->include = &include;
    compiler->attribute = NULL;
    int status = compile(compiler, xmlDocGetRootElement(document));
    compiler->include = include.outer;
    fg_tags_done(&tags);
    xmlFreeDoc(document);
    return status;
}

static int compile_part(struct fg_compiler *compiler, const xmlNode *root)
{
    const char *mode = mode_of(root);
    if (mode != NULL && strcmp(mode, modes[compiler->template->mode]) != 0)
        return fg_compile_error(compiler, root, "include files of the same mode",
                                "fg:mode differs from the including template's");
    return fg_compile_node(compiler, root);
}

/* Parts that include several others double at each level. */
static bool is_too_long(const struct fg_template *template)
{
    return template->text.len > SIZE_MAXIMUM || template->names.len > SIZE_MAXIMUM ||
           template->count > SIZE_MAXIMUM / sizeof *template->ops;
}

int fg_compile_included(struct fg_compiler *compiler, const xmlNode *node, const char *path)
{
    for (const struct fg_include *at = compiler->include; at != NULL; at = at->outer)
        if (strcmp(at->path, path) == 0)
            return fg_compile_error(compiler, node, "a template cannot contain itself",
                                    "\"%s\" includes itself", path);
    if (compiler->include->depth + 1 >= INCLUDE_DEPTH)
        return fg_compile_error(compiler, node, "include fewer levels", "included too deep");
    if (is_too_long(compiler->template))
        return fg_compile_error(compiler, node, "include fewer parts", "the parts make the template too long");
    if (fg_resources_find(compiler->resources, path) == NULL)
        return fg_compile_error(compiler, node,
                                "name a file of the template's folder, such as parts/head.xhtml, or one of the "
                                "program's, such as templates/html/style.xhtml",
                                "there is no template \"%s\"", path);
    return with_file(compiler, path, compile_part);
}

/* HTML, XML, Markdown and text: what the root's fg:mode says. */
static int find_mode(struct fg_compiler *compiler, const xmlNode *root)
{
    static const enum fg_mode named[] = {FG_MODE_HTML, FG_MODE_XML, FG_MODE_MARKDOWN, FG_MODE_TEXT};
    const char *mode = mode_of(root);
    for (size_t i = 0; mode != NULL && i < sizeof named / sizeof named[0]; i++)
        if (strcmp(mode, modes[named[i]]) == 0) {
            compiler->template->mode = named[i];
            return 0;
        }
    return fg_compile_error(compiler, root,
                            "put fg:mode=\"html\", \"xml\", \"markdown\" or \"text\" on it, or begin with <fg:csv> or <fg:json>",
                            "the first element does not say the output's mode");
}

static int compile_document(struct fg_compiler *compiler, const xmlNode *root)
{
    static const struct {
        enum fg_markup markup;
        const char *start, *end;
    } frames[] = {
        [FG_MODE_HTML] = {FG_MARKUP_HTML_TEXT, "<!DOCTYPE html>\n", "\n"},
        [FG_MODE_XML] = {FG_MARKUP_XML_TEXT, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "\n"},
        [FG_MODE_JSON] = {FG_MARKUP_JSON, "", "\n"},
        [FG_MODE_MARKDOWN] = {FG_MARKUP_MARKDOWN, "", ""},
        [FG_MODE_TEXT] = {FG_MARKUP_LINE, "", ""},
    };
    enum fg_mode mode = compiler->template->mode;
    compiler->xml = mode == FG_MODE_XML;
    compiler->markup = frames[mode].markup;
    fg_emit_text(compiler, frames[mode].start);
    int status = fg_compile_node(compiler, root);
    if (compiler->xml)
        fg_emit_op(compiler, root, (struct fg_op){.kind = FG_OP_ONCE});
    compiler->newline = false;
    fg_emit_text(compiler, frames[mode].end);
    fg_emit_here(compiler);
    return status | fg_compile_policy(compiler);
}

static int compile_root(struct fg_compiler *compiler, const xmlNode *root)
{
    bool ours = fg_compile_is_ours(root->ns);
    if (ours && strcmp((const char *)root->name, "csv") == 0) {
        compiler->template->mode = FG_MODE_CSV;
        return fg_compile_csv(compiler, root);
    }
    if (ours && strcmp((const char *)root->name, "json") == 0)
        compiler->template->mode = FG_MODE_JSON;
    else if (find_mode(compiler, root) < 0)
        return -1;
    return compile_document(compiler, root);
}

int fg_compile_template(const struct fg_resources *resources, const char *path, const struct fg_template_env *env,
                        struct fg_faults *faults, struct fg_template **ret_template, struct fg_error *err)
{
    struct fg_error unseen;
    struct fg_template *template = calloc(1, sizeof *template);
    if (template == NULL)
        return fg_error_memory(err);
    struct fg_compiler compiler = {.template = template,
                                   .resources = resources,
                                   .env = env,
                                   .err = err != NULL ? err : &unseen,
                                   .faults = faults,
                                   .out = fg_output_open_memory(&template->text),
                                   .scope = FG_NO_SCOPE,
                                   .policy = FG_NO_SCOPE};
    int status = compiler.out == NULL ? fg_error_memory(err) : 0;
    if (status == 0)
        status = with_file(&compiler, path, compile_root);
    bool exhausted = template->text.failed || template->names.failed;
    if (exhausted)
        status = fg_error_memory(err);
    fg_output_close(compiler.out);
    fg_buf_done(&compiler.style_hashes);
    fg_buf_done(&compiler.script_hashes);
    *ret_template = template;
    return status < 0 && compiler.errors > 0 && !exhausted ? 1 : status;
}

int fg_template_compile(const struct fg_resources *resources, const char *path,
                        const struct fg_template_env *env, struct fg_template **ret_template,
                        struct fg_error *err)
{
    struct fg_template *template = NULL;
    int status = fg_compile_template(resources, path, env, NULL, &template, err);
    if (status == 0)
        *ret_template = template;
    else
        fg_template_free(template);
    return status == 0 ? 0 : -1;
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
