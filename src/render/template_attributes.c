/* SPDX-License-Identifier: MIT */
#include "render/template_compile.h"

#include <string.h>
#include <strings.h>

/* Start tags: literal attributes first, then those that data or messages make. */

static const char *text_of(const xmlChar *text)
{
    return (const char *)text;
}

/* The NAME of fg:attr-NAME (`prefix` "attr-") or fg:t-NAME ("t-"); NULL for other attributes. */
static const char *target_name(const xmlAttr *attribute, const char *prefix)
{
    size_t len = strlen(prefix);
    const char *name = text_of(attribute->name);
    bool target = fg_compile_is_ours(attribute->ns) && strncmp(name, prefix, len) == 0;
    return target ? name + len : NULL;
}

/* How many fg: attributes of the element make the attribute `name`. */
static unsigned count_targets(const xmlNode *node, const char *name)
{
    unsigned count = 0;
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        const char *data = target_name(attribute, "attr-");
        const char *message = target_name(attribute, "t-");
        count += data != NULL && strcasecmp(data, name) == 0;
        count += message != NULL && strcasecmp(message, name) == 0;
    }
    return count;
}

static bool has_literal(const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (attribute->ns == NULL && strcasecmp(text_of(attribute->name), name) == 0)
            return true;
    return false;
}

static enum fg_markup markup_for(const struct fg_compiler *compiler, enum fg_attribute class)
{
    if (class == FG_ATTRIBUTE_URL)
        return compiler->xml ? FG_MARKUP_XML_URL : FG_MARKUP_HTML_URL;
    return compiler->xml ? FG_MARKUP_XML_ATTR : FG_MARKUP_HTML_ATTR;
}

static void emit_attribute(struct fg_compiler *compiler, const xmlNs *ns, const char *name,
                           const char *value)
{
    fg_emit_text(compiler, " ");
    if (ns != NULL && ns->prefix != NULL) {
        fg_emit_text(compiler, text_of(ns->prefix));
        fg_emit_text(compiler, ":");
    }
    fg_emit_text(compiler, name);
    fg_emit_text(compiler, "=\"");
    fg_emit_markup(compiler, markup_for(compiler, FG_ATTRIBUTE_PLAIN), value, strlen(value));
    fg_emit_text(compiler, "\"");
}

/* HTML has no namespaces; what stands on <svg> and <math> is for whoever copies them elsewhere. */
static void emit_declarations(struct fg_compiler *compiler, const struct fg_element *element)
{
    bool root = strcmp(element->name, "svg") == 0 || strcmp(element->name, "math") == 0;
    if (!compiler->xml && !root)
        return;
    for (const xmlNs *ns = element->node->nsDef; ns != NULL; ns = ns->next) {
        if (fg_compile_is_ours(ns))
            continue;
        const xmlNs xmlns = {.prefix = (const xmlChar *)"xmlns"};
        const char *href = ns->href == NULL ? "" : text_of(ns->href);
        if (ns->prefix == NULL)
            emit_attribute(compiler, NULL, "xmlns", href);
        else
            emit_attribute(compiler, &xmlns, text_of(ns->prefix), href);
    }
}

static void emit_literals(struct fg_compiler *compiler, const struct fg_element *element)
{
    bool policy = element->values[FG_DO_POLICY] != NULL;
    for (const xmlAttr *attribute = element->node->properties; attribute;
         attribute = attribute->next) {
        const char *name = text_of(attribute->name);
        bool replaced = attribute->ns == NULL && (count_targets(element->node, name) > 0 ||
                                                  (policy && strcasecmp(name, "content") == 0));
        if (!replaced && !fg_compile_is_ours(attribute->ns))
            emit_attribute(compiler, attribute->ns, name, fg_compile_value(attribute));
    }
}

static int check_target(struct fg_compiler *compiler, const xmlNode *node, const char *name)
{
    bool refused = fg_attribute_class(name) == FG_ATTRIBUTE_REFUSED;
    bool redirection = strcasecmp(name, "content") == 0 && has_literal(node, "http-equiv");
    if (refused || redirection)
        return fg_compile_error(compiler, node,
                                "set a class, or a data- attribute, and let static style or script "
                                "look at it",
                                "data in the attribute \"%s\" is refused", name);
    if (count_targets(node, name) > 1)
        return fg_compile_error(compiler, node, "keep one of them",
                                "the attribute \"%s\" is made twice", name);
    return 0;
}

static int emit_data(struct fg_compiler *compiler, const xmlNode *node, const char *name,
                     const char *value)
{
    fg_emit_here(compiler);
    struct fg_op op = {.kind = FG_OP_ATTR,
                       .markup = markup_for(compiler, fg_attribute_class(name)),
                       .at = compiler->raw_from};
    fg_emit_text(compiler, " ");
    fg_emit_text(compiler, name);
    fg_emit_text(compiler, "=\"");
    op.len = compiler->template->text.len - op.at;
    compiler->raw_from = compiler->template->text.len;
    return fg_emit_value(compiler, node, op, value);
}

static int emit_message(struct fg_compiler *compiler, const xmlNode *node, const char *name,
                        const char *key)
{
    const char *message = fg_compile_message(compiler, node, key);
    if (message == NULL)
        return -1;
    enum fg_attribute class = fg_attribute_class(name);
    if (class == FG_ATTRIBUTE_URL && strchr(message, '{') != NULL)
        return fg_compile_error(compiler, node, "make the whole URL in SQL and use fg:attr-NAME",
                                "a message with data in the attribute \"%s\" is refused", name);
    fg_emit_text(compiler, " ");
    fg_emit_text(compiler, name);
    fg_emit_text(compiler, "=\"");
    if (fg_emit_pattern(compiler, node, markup_for(compiler, class), message) < 0)
        return -1;
    fg_emit_text(compiler, "\"");
    return 0;
}

static int emit_targets(struct fg_compiler *compiler, const xmlNode *node)
{
    int all = 0;
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        const char *data = target_name(attribute, "attr-");
        const char *message = target_name(attribute, "t-");
        const char *name = data != NULL ? data : message;
        if (name == NULL)
            continue;
        const char *value = fg_compile_value(attribute);
        compiler->attribute = attribute;
        int status = check_target(compiler, node, name);
        if (status == 0)
            status = data != NULL ? emit_data(compiler, node, name, value)
                                  : emit_message(compiler, node, name, value);
        all |= status;
    }
    compiler->attribute = NULL;
    return all;
}

static void emit_policy(struct fg_compiler *compiler, const xmlNode *node)
{
    fg_emit_text(compiler, " content=\"");
    compiler->policy = fg_emit_op(compiler, node, (struct fg_op){.kind = FG_OP_RAW});
    fg_emit_text(compiler, "\"");
}

int fg_compile_start_tag(struct fg_compiler *compiler, const struct fg_element *element)
{
    const xmlNs *ns = element->node->ns;
    fg_emit_text(compiler, "<");
    if (compiler->xml && ns != NULL && ns->prefix != NULL) {
        fg_emit_text(compiler, text_of(ns->prefix));
        fg_emit_text(compiler, ":");
    }
    fg_emit_text(compiler, element->name);
    emit_declarations(compiler, element);
    emit_literals(compiler, element);
    if (element->values[FG_DO_POLICY] != NULL)
        emit_policy(compiler, element->node);
    return emit_targets(compiler, element->node);
}
