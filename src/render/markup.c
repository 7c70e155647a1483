/* SPDX-License-Identifier: MIT */
#include "fargauge/markup.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "fargauge/visible.h"
#include "render/markdown.h"

#define BIT(kind) (1u << (kind))
#define HTML_ATTRS (BIT(FG_MARKUP_HTML_ATTR) | BIT(FG_MARKUP_HTML_URL))
#define XML_ATTRS (BIT(FG_MARKUP_XML_ATTR) | BIT(FG_MARKUP_XML_URL))
#define XML (BIT(FG_MARKUP_XML_TEXT) | XML_ATTRS)
#define ALL (~0u)

/* What stands for a character, and in which kinds of place. */
static const struct reference {
    char character;
    unsigned kinds;
    const char *text;
} references[] = {
    {'&', ALL, "&amp;"},
    {'<', ALL, "&lt;"},
    {'>', ALL, "&gt;"},
    {'"', HTML_ATTRS | XML_ATTRS, "&quot;"},
    {'\t', XML_ATTRS, "&#9;"},
    {'\n', XML_ATTRS, "&#10;"},
    {'\r', XML, "&#13;"},
};

static const char *find_reference(char c, enum fg_markup kind)
{
    for (size_t i = 0; i < sizeof references / sizeof references[0]; i++)
        if (references[i].character == c)
            return (references[i].kinds & BIT(kind)) != 0 ? references[i].text : NULL;
    return NULL;
}

/* The bytes that most text is made of, decided without a look at the tables above. */
static inline bool is_plain(unsigned char c)
{
    return c >= 0x20 && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"';
}

/* Bytes at `text` (`len` ≥ 1) that are one character to be copied as it is; 0 where it is not. */
static size_t copyable(const char *text, size_t len)
{
    uint32_t code;
    size_t size = fg_utf8_decode(text, len, &code);
    return size > 0 && !fg_visible_must_escape(code) ? size : 0;
}

/* Write the character at `text` in another form; returns how many bytes that was, 0 where it needs
 * none. */
static size_t write_special(struct fg_output *output, enum fg_markup kind, const char *text,
                            size_t len)
{
    const char *reference = find_reference(*text, kind);
    if (reference != NULL) {
        fg_output_text(output, reference);
        return 1;
    }
    if (copyable(text, len) > 0)
        return 0;
    char escape[FG_VISIBLE_ESCAPE_SIZE];
    size_t size = fg_visible_escape(text, len, escape);
    fg_output_text(output, escape);
    return size;
}

/* Bytes at the start of `text` that are written as they are. */
static size_t span(enum fg_markup kind, const char *text, size_t len)
{
    size_t at = 0;
    while (at < len) {
        if (is_plain((unsigned char)text[at])) {
            at++;
            continue;
        }
        size_t size = find_reference(text[at], kind) == NULL ? copyable(text + at, len - at) : 0;
        if (size == 0)
            break;
        at += size;
    }
    return at;
}

static const char *json_escape(char c)
{
    static const struct {
        char character;
        const char *text;
    } escapes[] = {{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\t', "\\t"}};
    for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++)
        if (escapes[i].character == c)
            return escapes[i].text;
    return NULL;
}

/* What must not be drawn comes out as in every sink, as text that begins with a backslash: a name is shown alike in all
 * reports, and no viewer of the file has its sentences turned round. */
static void write_json_escape(struct fg_output *output, const char *escape)
{
    for (; *escape != '\0'; escape++)
        fg_output_write(output, (const char[]){*escape, *escape}, *escape == '\\' ? 2 : 1);
}

static void write_json(struct fg_output *output, const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        size_t span = 0;
        while (at + span < len && json_escape(text[at + span]) == NULL)
            span++;
        span = fg_visible_span(text + at, span);
        fg_output_write(output, text + at, span);
        at += span;
        if (at == len)
            return;
        const char *simple = json_escape(text[at]);
        char escape[FG_VISIBLE_ESCAPE_SIZE];
        if (simple != NULL) {
            fg_output_text(output, simple);
            at++;
        } else {
            at += fg_visible_escape(text + at, len - at, escape);
            write_json_escape(output, escape);
        }
    }
}

static void write_line(struct fg_output *output, const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        size_t span = 0;
        while (at + span < len && text[at + span] != '\n' && text[at + span] != '\t')
            span++;
        span = fg_visible_span(text + at, span);
        fg_output_write(output, text + at, span);
        at += span;
        char escape[FG_VISIBLE_ESCAPE_SIZE];
        if (at == len)
            return;
        at += fg_visible_escape(text + at, len - at, escape);
        fg_output_text(output, escape);
    }
}

bool fg_markup_is_code(enum fg_markup kind, const char *text, size_t len)
{
    return kind > FG_MARKUP_JSON && fg_markdown_is_code(kind, text, len);
}

static size_t digits(const char *text, size_t len)
{
    size_t count = 0;
    while (count < len && text[count] >= '0' && text[count] <= '9')
        count++;
    return count;
}

bool fg_markup_is_number(const char *text, size_t len)
{
    size_t at = len > 0 && text[0] == '-' ? 1 : 0;
    size_t whole = digits(text + at, len - at);
    if (whole == 0 || (whole > 1 && text[at] == '0'))
        return false;
    at += whole;
    if (at < len && text[at] == '.') {
        size_t part = digits(text + at + 1, len - at - 1);
        if (part == 0)
            return false;
        at += part + 1;
    }
    if (at < len && (text[at] == 'e' || text[at] == 'E')) {
        at++;
        at += at < len && (text[at] == '+' || text[at] == '-');
        size_t part = digits(text + at, len - at);
        if (part == 0)
            return false;
        at += part;
    }
    return at == len;
}

void fg_markup_write(struct fg_output *output, enum fg_markup kind, const char *text, size_t len)
{
    bool url = kind == FG_MARKUP_HTML_URL || kind == FG_MARKUP_XML_URL || kind == FG_MARKUP_MARKDOWN_URL;
    if (url && !fg_markup_url_allowed(text, len)) {
        fg_output_write(output, "#", 1);
        return;
    }
    if (kind == FG_MARKUP_LINE) {
        write_line(output, text, len);
        return;
    }
    if (kind == FG_MARKUP_JSON) {
        write_json(output, text, len);
        return;
    }
    if (kind > FG_MARKUP_JSON) {
        fg_markdown_write(output, kind, text, len);
        return;
    }
    for (size_t at = 0; at < len;) {
        size_t same = span(kind, text + at, len - at);
        fg_output_write(output, text + at, same);
        at += same;
        if (at < len)
            at += write_special(output, kind, text + at, len - at);
    }
}

static bool has_hidden_bytes(const char *text, size_t len)
{
    if (len > 0 && text[0] == ' ')
        return true;
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)text[i] < 0x20 || text[i] == 0x7F || text[i] == '\\')
            return true;
    return false;
}

bool fg_markup_url_allowed(const char *text, size_t len)
{
    static const char *const schemes[] = {"http", "https", "mailto"};
    if (has_hidden_bytes(text, len))
        return false;
    size_t scheme = 0;
    while (scheme < len && strchr(":/?#", text[scheme]) == NULL)
        scheme++;
    if (scheme == len || text[scheme] != ':')
        return len < 2 || memcmp(text, "//", 2) != 0;
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
        if (strlen(schemes[i]) == scheme && strncasecmp(text, schemes[i], scheme) == 0)
            return true;
    return false;
}

static bool listed(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

enum fg_attribute fg_attribute_class(const char *name)
{
    /* WHATWG HTML, "Attributes", those whose value is a valid URL; the obsolete ones still work. */
    static const char *const urls[] = {
        "action",   "archive", "background", "cite",     "classid", "codebase", "data",
        "dynsrc",   "formaction", "href",    "icon",     "longdesc", "lowsrc",  "manifest",
        "ping",     "poster",  "profile",    "src",      "usemap",   "xlink:href",
    };
    /* `style`, `srcdoc`: code and a document. `srcset`: several URLs. `http-equiv`: makes `content`
     * a redirection. `xmlns`: changes what the names mean. The others set an SVG element's
     * attribute, a URL too, while the page is shown. */
    static const char *const refused[] = {
        "style", "srcdoc", "srcset", "imagesrcset", "http-equiv", "xmlns",
        "attributename", "to", "from", "by", "values",
    };
    if (strncasecmp(name, "on", 2) == 0 || listed(name, refused, sizeof refused / sizeof *refused))
        return FG_ATTRIBUTE_REFUSED;
    return listed(name, urls, sizeof urls / sizeof *urls) ? FG_ATTRIBUTE_URL : FG_ATTRIBUTE_PLAIN;
}

bool fg_markup_is_void(const char *name)
{
    static const char *const voids[] = {
        "area", "base", "br", "col", "embed", "hr", "img",
        "input", "link", "meta", "source", "track", "wbr",
    };
    return listed(name, voids, sizeof voids / sizeof *voids);
}
