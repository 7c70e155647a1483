/* SPDX-License-Identifier: MIT */
#include "render/template_compile.h"

#include <string.h>

#include "fargauge/csv.h"

/* <fg:csv fg:query="name"> with one <fg:column name="header" fg:text="column|filter"/> each. */

static bool is_column(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && fg_compile_is_ours(node->ns) &&
           strcmp((const char *)node->name, "column") == 0 && node->children == NULL;
}

static size_t count_attributes(const xmlNode *node)
{
    size_t count = 0;
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        count++;
    return count;
}

static int check_column(struct fg_compiler *compiler, const xmlNode *node)
{
    size_t known = (fg_compile_attribute(node, "name", false) != NULL) +
                   (size_t)(fg_compile_attribute(node, "text", true) != NULL);
    if (is_column(node) && fg_compile_attribute(node, "name", false) != NULL &&
        count_attributes(node) == known)
        return 0;
    return fg_compile_error(compiler, node,
                            "in <fg:csv> write <fg:column name=\"header\" fg:text=\"column\"/>",
                            "not a CSV column");
}

static const xmlNode *next_column(const xmlNode *node)
{
    while (node != NULL && (node->type == XML_COMMENT_NODE || xmlIsBlankNode(node)))
        node = node->next;
    return node;
}

static int emit_header(struct fg_compiler *compiler, const xmlNode *root)
{
    int status = 0;
    const xmlNode *first = next_column(root->children);
    for (const xmlNode *node = first; node != NULL; node = next_column(node->next)) {
        const char *name = fg_compile_attribute(node, "name", false);
        if (check_column(compiler, node) < 0) {
            status = -1;
            continue;
        }
        fg_emit_text(compiler, node == first ? "" : ",");
        fg_csv_add_cell(&compiler->template->text, name, strlen(name));
    }
    fg_emit_text(compiler, "\r\n");
    return first != NULL ? status
                         : fg_compile_error(compiler, root, "name its columns with <fg:column>",
                                            "a CSV template without columns");
}

static int emit_cells(struct fg_compiler *compiler, const xmlNode *root)
{
    const xmlNode *first = next_column(root->children);
    int status = 0;
    for (const xmlNode *node = first; node != NULL; node = next_column(node->next)) {
        const char *text = fg_compile_attribute(node, "text", true);
        if (text == NULL)
            text = fg_compile_attribute(node, "name", false);
        fg_emit_text(compiler, node == first ? "" : ",");
        if (text != NULL) /* else the header said so */
            status |= fg_emit_value(compiler, node, (struct fg_op){.kind = FG_OP_CELL}, text);
    }
    fg_emit_text(compiler, "\r\n");
    return status;
}

int fg_compile_csv(struct fg_compiler *compiler, const xmlNode *root)
{
    const char *query = fg_compile_attribute(root, "query", true);
    if (query == NULL || count_attributes(root) != 1)
        return fg_compile_error(compiler, root, "write <fg:csv fg:query=\"name\">",
                                "a CSV template takes fg:query and nothing else");
    size_t each;
    int status = emit_header(compiler, root) | fg_emit_query(compiler, root, FG_OP_EACH, query, &each);
    compiler->scope = each;
    status |= emit_cells(compiler, root);
    fg_emit_op(compiler, root, (struct fg_op){.kind = FG_OP_NEXT, .jump = each});
    compiler->scope = FG_NO_SCOPE;
    fg_emit_jump(compiler, each, fg_emit_here(compiler));
    return status;
}
