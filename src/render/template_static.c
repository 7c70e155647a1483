/* SPDX-License-Identifier: MIT */
#include "render/template_compile.h"

#include <string.h>
#include <strings.h>

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
