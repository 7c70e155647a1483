/* SPDX-License-Identifier: MIT */
#include "render/template_compile.h"

#include <string.h>
#include <strings.h>

/* What an element asks for, and whether it may: all that is refused on an element as a whole. */

const char *const fg_directives[FG_DIRECTIVES] = {
    [FG_DO_EACH] = "each",       [FG_DO_IF] = "if",     [FG_DO_UNLESS] = "unless",
    [FG_DO_EMPTY] = "empty",     [FG_DO_TEXT] = "text", [FG_DO_MESSAGE] = "t",
    [FG_DO_FILL] = "fill",       [FG_DO_POLICY] = "csp", [FG_DO_MODE] = "mode",
    [FG_DO_INCLUDE] = "include",
};

static enum fg_directive find_directive(const char *name)
{
    size_t i = 0;
    while (i < FG_DIRECTIVES && strcmp(fg_directives[i], name) != 0)
        i++;
    return (enum fg_directive)i;
}

static bool is_data_attribute(const char *name)
{
    return (strncmp(name, "attr-", 5) == 0 && name[5] != '\0') ||
           (strncmp(name, "t-", 2) == 0 && name[2] != '\0');
}

static int read_directives(struct fg_compiler *compiler, struct fg_element *element)
{
    int status = 0;
    for (const xmlAttr *attribute = element->node->properties; attribute;
         attribute = attribute->next) {
        if (!fg_compile_is_ours(attribute->ns))
            continue;
        const char *name = (const char *)attribute->name;
        enum fg_directive directive = find_directive(name);
        compiler->attribute = attribute;
        if (directive < FG_DIRECTIVES) {
            element->values[directive] = fg_compile_value(attribute);
            element->attributes[directive] = attribute;
        } else if (is_data_attribute(name)) {
            element->has_data_attributes = true;
        } else {
            status = fg_compile_error(compiler, element->node,
                                    "there are fg:each, if, unless, empty, text, t, fill, include, "
                                    "csp, mode, attr-NAME and t-NAME",
                                    "unknown attribute fg:%s", name);
        }
    }
    compiler->attribute = NULL;
    return status;
}

/* HTML output knows its elements by their local names alone, so a namespace may not hide one. */
static bool is_html_namespace(const xmlNs *ns)
{
    static const char *const known[] = {
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1998/Math/MathML",
    };
    if (ns == NULL)
        return true;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (ns->href != NULL && strcmp((const char *)ns->href, known[i]) == 0)
            return true;
    return false;
}

/* SVG's <style> and <script> are not raw text to an HTML parser: their content would be read as
 * tags. */
static bool is_foreign(const xmlNs *ns)
{
    return ns != NULL && strstr((const char *)ns->href, "xhtml") == NULL;
}

static bool is_json(const struct fg_compiler *compiler, const struct fg_element *element)
{
    return compiler->template->mode == FG_MODE_JSON && fg_compile_is_json(element->name);
}

/* A browser that opens an XML file runs the scripts of these. */
static int check_xml_namespace(struct fg_compiler *compiler, const struct fg_element *element)
{
    if (element->node->ns == NULL || !is_html_namespace(element->node->ns))
        return 0;
    return fg_compile_error(compiler, element->node, "write a page with fg:mode=\"html\"",
                            "<%s> of XHTML, SVG or MathML in fg:mode=\"xml\"", element->name);
}

static int classify(struct fg_compiler *compiler, struct fg_element *element)
{
    const xmlNs *ns = element->node->ns;
    element->is_block = fg_compile_is_ours(ns) && strcmp(element->name, "block") == 0;
    if (fg_compile_is_ours(ns) && !element->is_block && !is_json(compiler, element))
        return fg_compile_error(compiler, element->node,
                                "there are fg:block, in CSV fg:csv and fg:column, in JSON fg:json, object, array, "
                                "string, number and boolean",
                                "unknown element fg:%s here", element->name);
    if (element->is_block || compiler->template->mode == FG_MODE_JSON)
        return 0;
    if (compiler->xml)
        return check_xml_namespace(compiler, element);
    if (!is_html_namespace(ns))
        return fg_compile_error(compiler, element->node, "HTML knows XHTML, SVG and MathML",
                                "<%s> is in an unknown namespace", element->name);
    element->is_void = !is_foreign(ns) && fg_markup_is_void(element->name);
    element->is_static = compiler->template->mode == FG_MODE_HTML && (strcasecmp(element->name, "style") == 0 ||
                         strcasecmp(element->name, "script") == 0);
    if (element->is_static && is_foreign(ns))
        return fg_compile_error(compiler, element->node, "move it into the document's head",
                                "<%s> inside SVG or MathML is refused", element->name);
    return 0;
}

static unsigned count_values(const struct fg_element *element, enum fg_directive first,
                             enum fg_directive last)
{
    unsigned count = 0;
    for (size_t i = first; i <= last; i++)
        count += element->values[i] != NULL;
    return count;
}

/* What is decided belongs into the query, and a pattern is the catalogue's own text. */
static int check_plain(struct fg_compiler *compiler, const struct fg_element *element)
{
    static const enum fg_directive plain[] = {FG_DO_IF, FG_DO_UNLESS, FG_DO_FILL};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        const char *value = element->values[plain[i]];
        compiler->attribute = element->attributes[plain[i]];
        if (value != NULL && strchr(value, '|') != NULL)
            return fg_compile_error(compiler, element->node,
                                    "name the column alone; shape it in the query",
                                    "a filter in fg:%s", fg_directives[plain[i]]);
    }
    return 0;
}

static bool has_literals(const xmlNode *node)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (!fg_compile_is_ours(attribute->ns))
            return true;
    return false;
}

static bool is_policy_meta(const struct fg_compiler *compiler, const struct fg_element *element)
{
    if (compiler->xml || strcasecmp(element->name, "meta") != 0)
        return false;
    for (const xmlAttr *attribute = element->node->properties; attribute;
         attribute = attribute->next)
        if (strcasecmp((const char *)attribute->name, "http-equiv") == 0)
            return strcasecmp(fg_compile_value(attribute), "Content-Security-Policy") == 0;
    return false;
}

static int check(struct fg_compiler *compiler, const struct fg_element *element)
{
    const xmlNode *node = element->node;
    unsigned contents = count_values(element, FG_DO_TEXT, FG_DO_INCLUDE);
    unsigned others = contents + count_values(element, FG_DO_EMPTY, FG_DO_EMPTY) +
                      count_values(element, FG_DO_EACH, FG_DO_EACH);
    if (element->is_static && (others > 0 || element->has_data_attributes))
        return fg_compile_error(compiler, node,
                                "only fg:if and fg:unless may stand here; put the data into "
                                "text or data- attributes elsewhere",
                                "data in <%s> is refused", element->name);
    if (contents > 1)
        return fg_compile_error(compiler, node, "keep one of fg:text, t, fill and include",
                                "two contents for one element");
    if (element->is_void && (element->has_content))
        return fg_compile_error(compiler, node, "use fg:attr-NAME, or another element",
                                "<%s> cannot have content", element->name);
    if (element->is_block && (element->has_data_attributes || has_literals(node)))
        return fg_compile_error(compiler, node, "an fg:block leaves no tag to put them on",
                                "attributes on fg:block");
    if (element->values[FG_DO_POLICY] != NULL && !is_policy_meta(compiler, element))
        return fg_compile_error(compiler, node,
                                "write <meta http-equiv=\"Content-Security-Policy\" fg:csp=\"\"/>",
                                "fg:csp on something else");
    if (element->values[FG_DO_POLICY] != NULL && compiler->policy != FG_NO_SCOPE)
        return fg_compile_error(compiler, node, "keep one of them", "fg:csp twice in one document");
    if (element->is_block && compiler->xml && compiler->include->outer == NULL && node->parent->type != XML_ELEMENT_NODE)
        return fg_compile_error(compiler, node, "begin with the element that holds all others",
                                "<fg:block> as the first element of XML");
    if (element->values[FG_DO_MODE] != NULL && node->parent->type == XML_ELEMENT_NODE)
        return fg_compile_error(compiler, node, "put it on the file's first element",
                                "fg:mode inside a template");
    return check_plain(compiler, element);
}

static bool has_content(const struct fg_element *element)
{
    if (count_values(element, FG_DO_TEXT, FG_DO_INCLUDE) > 0)
        return true;
    const xmlNode *node = element->node->children;
    while (node != NULL && node->type == XML_COMMENT_NODE)
        node = node->next;
    return node != NULL;
}

int fg_compile_element(struct fg_compiler *compiler, const xmlNode *node,
                       struct fg_element *ret_element)
{
    struct fg_element element = {.node = node, .name = (const char *)node->name};
    int status = classify(compiler, &element) | read_directives(compiler, &element);
    element.has_content = has_content(&element);
    if (status == 0)
        status = check(compiler, &element);
    *ret_element = element;
    return status;
}
