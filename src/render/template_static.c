/* SPDX-License-Identifier: MIT */
#include "render/template_compile.h"

#include <string.h>
#include <strings.h>

#include "fargauge/csv.h"
#include "fargauge/sha256.h"
#include "fargauge/visible.h"

static void add_base64(struct fg_buf *out, const unsigned char *bytes, size_t len)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < len; i += 3) {
        size_t left = len - i;
        unsigned group = (unsigned)bytes[i] << 16 | (left > 1 ? (unsigned)bytes[i + 1] << 8 : 0) |
                         (left > 2 ? (unsigned)bytes[i + 2] : 0);
        fg_buf_add_char(out, digits[group >> 18]);
        fg_buf_add_char(out, digits[group >> 12 & 63]);
        fg_buf_add_char(out, left > 1 ? digits[group >> 6 & 63] : '=');
        fg_buf_add_char(out, left > 2 ? digits[group & 63] : '=');
    }
}

/* Add ` 'sha256-…'` to `hashes`, once. Content Security Policy Level 3, 2.3.1. */
static int add_hash(struct fg_buf *hashes, const struct fg_buf *content)
{
    unsigned char digest[FG_SHA256_SIZE];
    struct fg_sha256 *hash = fg_sha256_new();
    bool done = hash != NULL && fg_sha256_add(hash, fg_buf_text(content), content->len) == 0 &&
                fg_sha256_digest(hash, digest) == 0;
    fg_sha256_free(hash);
    if (!done)
        return -1;
    FG_BUF_AUTO source = FG_BUF_INIT;
    fg_buf_add_text(&source, " 'sha256-");
    add_base64(&source, digest, sizeof digest);
    fg_buf_add_text(&source, "'");
    if (strstr(fg_buf_text(hashes), fg_buf_text(&source)) == NULL)
        fg_buf_add(hashes, fg_buf_text(&source), source.len);
    return source.failed || hashes->failed ? -1 : 0;
}

static int collect(struct fg_compiler *compiler, const struct fg_element *element,
                   struct fg_buf *out)
{
    for (const xmlNode *child = element->node->children; child != NULL; child = child->next) {
        if (child->type != XML_TEXT_NODE && child->type != XML_CDATA_SECTION_NODE)
            return fg_compile_error(compiler, child,
                                    "write text only, in <![CDATA[ ]]> where needed",
                                    "something other than text in <%s>", element->name);
        if (child->content != NULL)
            fg_buf_add_text(out, (const char *)child->content);
    }
    return out->failed ? fg_error_memory(compiler->err) : 0;
}

/* In these elements HTML knows no references: what looks like an end tag is one, and `<!--` changes
 * what a script's end tag is. A browser would also hash other bytes than we do where it replaces
 * characters. */
static int check_static(struct fg_compiler *compiler, const struct fg_element *element,
                        const struct fg_buf *content)
{
    const char *text = fg_buf_text(content);
    static const char *const refused[] = {"</", "<!--"};
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        if (strstr(text, refused[i]) != NULL)
            return fg_compile_error(compiler, element->node,
                                    "write it in another way, for example <\\/ in a script",
                                    "\"%s\" in <%s>", refused[i], element->name);
    if (fg_visible_span(text, content->len) < content->len)
        return fg_compile_error(compiler, element->node, "write it as an escape of that language",
                                "a character that cannot be seen in <%s>", element->name);
    return 0;
}

int fg_compile_static(struct fg_compiler *compiler, const struct fg_element *element)
{
    FG_BUF_AUTO content = FG_BUF_INIT;
    if (collect(compiler, element, &content) < 0 || check_static(compiler, element, &content) < 0)
        return -1;
    bool style = strcasecmp(element->name, "style") == 0;
    if (add_hash(style ? &compiler->style_hashes : &compiler->script_hashes, &content) < 0)
        return fg_error_memory(compiler->err);
    fg_emit_raw(compiler, fg_buf_text(&content), content.len);
    return 0;
}

static void add_sources(struct fg_buf *out, const char *directive, const struct fg_buf *hashes)
{
    fg_buf_printf(out, "; %s%s", directive, hashes->len > 0 ? fg_buf_text(hashes) : " 'none'");
}

int fg_compile_policy(struct fg_compiler *compiler)
{
    struct fg_template *template = compiler->template;
    if (compiler->policy >= template->count)
        return 0;
    FG_BUF_AUTO policy = FG_BUF_INIT;
    fg_buf_add_text(&policy, "default-src 'none'");
    add_sources(&policy, "style-src", &compiler->style_hashes);
    add_sources(&policy, "script-src", &compiler->script_hashes);
    fg_buf_add_text(&policy, "; img-src data:; base-uri 'none'; form-action 'none'");
    struct fg_op *op = &template->ops[compiler->policy];
    op->at = template->text.len;
    op->len = policy.len;
    fg_buf_add(&template->text, fg_buf_text(&policy), policy.len);
    return policy.failed ? fg_error_memory(compiler->err) : 0;
}

/* CSV: <fg:csv fg:query="name"> with one <fg:column name="header" fg:text="column|filter"/> each.
 * */

static const char *csv_attribute(const xmlNode *node, const char *name, bool ours)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (fg_compile_is_ours(attribute->ns) == ours &&
            strcmp((const char *)attribute->name, name) == 0)
            return fg_compile_value(attribute);
    return NULL;
}

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
    size_t known = (csv_attribute(node, "name", false) != NULL) +
                   (size_t)(csv_attribute(node, "text", true) != NULL);
    if (is_column(node) && csv_attribute(node, "name", false) != NULL &&
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
    const xmlNode *first = next_column(root->children);
    for (const xmlNode *node = first; node != NULL; node = next_column(node->next)) {
        if (check_column(compiler, node) < 0)
            return -1;
        const char *name = csv_attribute(node, "name", false);
        fg_emit_text(compiler, node == first ? "" : ",");
        fg_csv_add_cell(&compiler->template->text, name, strlen(name));
    }
    fg_emit_text(compiler, "\r\n");
    return first != NULL ? 0
                         : fg_compile_error(compiler, root, "name its columns with <fg:column>",
                                            "a CSV template without columns");
}

static int emit_cells(struct fg_compiler *compiler, const xmlNode *root)
{
    const xmlNode *first = next_column(root->children);
    for (const xmlNode *node = first; node != NULL; node = next_column(node->next)) {
        const char *text = csv_attribute(node, "text", true);
        fg_emit_text(compiler, node == first ? "" : ",");
        if (fg_emit_value(compiler, node, (struct fg_op){.kind = FG_OP_CELL},
                          text != NULL ? text : csv_attribute(node, "name", false)) < 0)
            return -1;
    }
    fg_emit_text(compiler, "\r\n");
    return 0;
}

int fg_compile_csv(struct fg_compiler *compiler, const xmlNode *root)
{
    const char *query = csv_attribute(root, "query", true);
    if (query == NULL || count_attributes(root) != 1)
        return fg_compile_error(compiler, root, "write <fg:csv fg:query=\"name\">",
                                "a CSV template takes fg:query and nothing else");
    size_t each;
    if (emit_header(compiler, root) < 0 ||
        fg_emit_query(compiler, root, FG_OP_EACH, query, &each) < 0)
        return -1;
    compiler->scope = each;
    if (emit_cells(compiler, root) < 0)
        return -1;
    fg_emit_op(compiler, root, (struct fg_op){.kind = FG_OP_NEXT, .jump = each});
    compiler->scope = FG_NO_SCOPE;
    fg_emit_jump(compiler, each, fg_emit_here(compiler));
    return 0;
}
