/* SPDX-License-Identifier: MIT */
#include "render/markdown.h"

#include <string.h>
#include <strings.h>

#include "fargauge/visible.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_word(char c)
{
    return is_digit(c) || is_letter(c) || c == '_' || (c & 0x80) != 0;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n'; /* a carriage return is shown, as everywhere */
}

/* ---- what makes a value a code span ---- */

/* A text; beyond its ends stand NULs. */
struct span {
    const char *text;
    size_t len;
};

static char at(const struct span *span, size_t index)
{
    return index < span->len ? span->text[index] : '\0'; /* -1, too, is beyond the end */
}

/* Signs that make a reference of what follows, on GitHub or GitLab. */
static bool starts_reference(const struct span *span, size_t i)
{
    char next = at(span, i + 1);
    switch (at(span, i)) {
    case '@':
    case '#':
        return is_word(next) || next == '\0' || next == '"';
    case '%':
    case '~':
    case '^':
        return is_word(next) || next == '"';
    case '!':
    case '&':
        return is_digit(next);
    case '$':
        return true; /* formulas */
    default:
        return false;
    }
}

static bool starts_with(const struct span *span, size_t i, const char *word)
{
    size_t len = strlen(word);
    return i + len <= span->len && strncasecmp(span->text + i, word, len) == 0;
}

/* URLs, and names that look like a host's. */
static bool starts_link(const struct span *span, size_t i)
{
    static const char *const words[] = {"://", "www.", "mailto:", "xmpp:", "gh-"};
    for (size_t word = 0; word < sizeof words / sizeof words[0]; word++)
        if (starts_with(span, i, words[word]))
            return true;
    char after = at(span, i + 1), next = at(span, i + 2);
    return at(span, i) == '.' && (i == 0 || is_word(at(span, i - 1))) && (is_letter(after) || (after & 0x80) != 0) &&
           (is_letter(next) || (next & 0x80) != 0);
}

static bool is_emoji(const struct span *span, size_t i)
{
    if (at(span, i) != ':')
        return false;
    size_t end = i + 1;
    bool word = starts_with(span, end, "100:") || starts_with(span, end, "1234:"); /* others than these hold a letter */
    while (is_letter(at(span, end)) || is_digit(at(span, end)) || (at(span, end) != '\0' && strchr("_+-", at(span, end))))
        word |= !is_digit(at(span, end++));
    return word && end > i + 1 && at(span, end) == ':';
}

/* A commit's hash, whole or cut. */
static bool is_hash(const struct span *span, size_t i)
{
    size_t end = i;
    bool letter = false;
    if (i > 0 && is_word(at(span, i - 1)))
        return false;
    while (is_digit(at(span, end)) || (at(span, end) >= 'a' && at(span, end) <= 'f'))
        letter |= !is_digit(at(span, end++));
    return letter && end - i >= 7 && end - i <= 40 && !is_word(at(span, end));
}

bool fg_markdown_is_code(enum fg_markup kind, const char *text, size_t len)
{
    const struct span span = {text, len};
    if (kind == FG_MARKUP_MARKDOWN_CODE || kind == FG_MARKUP_MARKDOWN_CODE_CELL)
        return len > 0;
    if (kind == FG_MARKUP_MARKDOWN_URL)
        return false;
    for (size_t i = 0; i < len; i++)
        if (starts_reference(&span, i) || starts_link(&span, i) || is_emoji(&span, i) || is_hash(&span, i))
            return true;
    return false;
}

/* ---- writing ---- */

typedef void write_byte_fn(struct fg_output *output, const struct span *span, size_t i, bool cell);

/* Character by character: ASCII through `write`, what must not be drawn as its escape, through `write` too. */
static void write_all(struct fg_output *output, const char *text, size_t len, bool cell, write_byte_fn *write)
{
    const struct span span = {text, len};
    for (size_t i = 0; i < len;) {
        size_t seen = fg_visible_span(text + i, 1) == 1 ? 1 : fg_visible_span(text + i, len - i < 4 ? len - i : 4);
        if (is_space(text[i])) {
            fg_output_write(output, " ", 1);
            i++;
        } else if (seen == 0) {
            char escape[FG_VISIBLE_ESCAPE_SIZE];
            i += fg_visible_escape(text + i, len - i, escape);
            const struct span shown = {escape, strlen(escape)};
            for (size_t k = 0; k < shown.len; k++)
                write(output, &shown, k, cell);
        } else if ((text[i] & 0x80) == 0) {
            write(output, &span, i++, cell);
        } else {
            uint32_t code;
            size_t size = fg_utf8_decode(text + i, len - i, &code);
            fg_output_write(output, text + i, size);
            i += size;
        }
    }
}

static size_t longest_fence(const char *text, size_t len)
{
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < len; i++) {
        run = text[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

/* In a cell a bar ends it, in code too; a backslash keeps it, but readers differ about a backslash before that one. */
static void write_code_byte(struct fg_output *output, const struct span *span, size_t i, bool cell)
{
    char c = at(span, i);
    if (cell && c == '|')
        fg_output_text(output, i > 0 && at(span, i - 1) == '\\' ? "\\u007C" : "\\|");
    else
        fg_output_write(output, &c, 1);
}

static void write_code(struct fg_output *output, const char *text, size_t len, bool cell)
{
    size_t fence = longest_fence(text, len) + 1, blank = 0;
    while (blank < len && is_space(text[blank]))
        blank++;
    bool edge = text[0] == '`' || text[len - 1] == '`' || is_space(text[0]) || is_space(text[len - 1]);
    const char *pad = edge && blank < len ? " " : ""; /* one space is taken off both ends */
    for (size_t i = 0; i < fence; i++)
        fg_output_write(output, "`", 1);
    fg_output_text(output, pad);
    write_all(output, text, len, cell, write_code_byte);
    fg_output_text(output, pad);
    for (size_t i = 0; i < fence; i++)
        fg_output_write(output, "`", 1);
}

/* What only means something where a line begins, as a value may: lists, headings' underlines, numbers of lists. */
static bool starts_block(const struct span *span, size_t i)
{
    char c = at(span, i);
    if (i == 0)
        return c == '-' || c == '+' || c == '=';
    for (size_t k = 0; k < i; k++)
        if (!is_digit(at(span, k)))
            return false;
    return (c == '.' || c == ')') && (at(span, i + 1) == '\0' || is_space(at(span, i + 1)));
}

/* Where readers count brackets and bars, a backslash is not enough: those before it are read together with it. */
static const char *text_reference(char c, bool cell)
{
    if (c == '[' || c == ']')
        return c == '[' ? "&#91;" : "&#93;";
    return cell && c == '|' ? "&#124;" : NULL;
}

static void write_text_byte(struct fg_output *output, const struct span *span, size_t i, bool cell)
{
    char c = at(span, i);
    bool inner = i > 0 && is_word(at(span, i - 1)) && is_word(at(span, i + 1)) && at(span, i - 1) != '_' &&
                 at(span, i + 1) != '_';
    const char *reference = text_reference(c, cell);
    if (reference != NULL) {
        fg_output_text(output, reference);
        return;
    }
    if (strchr("\\`*<>|~#&", c) != NULL || (c == '_' && !inner) || starts_block(span, i))
        fg_output_write(output, "\\", 1);
    fg_output_write(output, &c, 1);
}

static void write_url(struct fg_output *output, const char *text, size_t len)
{
    static const char special[] = "<>|", *const encoded[] = {"%3C", "%3E", "%7C"};
    for (size_t i = 0; i < len; i++) {
        const char *found = strchr(special, text[i]); /* an allowed URL holds no NUL */
        fg_output_write(output, found == NULL ? text + i : encoded[found - special], found == NULL ? 1 : 3);
    }
}

void fg_markdown_write(struct fg_output *output, enum fg_markup kind, const char *text, size_t len)
{
    bool cell = kind == FG_MARKUP_MARKDOWN_CELL || kind == FG_MARKUP_MARKDOWN_CODE_CELL;
    bool code = kind == FG_MARKUP_MARKDOWN_CODE || kind == FG_MARKUP_MARKDOWN_CODE_CELL;
    if (len == 0)
        return;
    if (kind == FG_MARKUP_MARKDOWN_URL) {
        write_url(output, text, len);
        return;
    }
    if (code) {
        write_code(output, text, len, cell);
        return;
    }
    size_t before = 0, behind = len;
    while (before < len && is_space(text[before]))
        before++;
    while (behind > before && is_space(text[behind - 1]))
        behind--;
    fg_output_text(output, before > 0 ? " " : "");
    if (fg_markdown_is_code(kind, text + before, behind - before))
        write_code(output, text + before, behind - before, cell);
    else
        write_all(output, text + before, behind - before, cell, write_text_byte);
    fg_output_text(output, behind < len && behind > before ? " " : "");
}
