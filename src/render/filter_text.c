/* SPDX-License-Identifier: MIT */
#include "render/filter.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "fargauge/uuid.h"
#include "fargauge/visible.h"

/* Filters for texts of any length, in formats that bind them: one line, CommonMark, UUIDs. */

/* Unicode's White_Space, less what is escaped everywhere (visible.h). */
static bool is_white(uint32_t code)
{
    return code == ' ' || code == '\t' || code == '\n' || code == 0x00A0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* The bytes of white space that `text` begins with, one character; 0 where it begins otherwise. */
static size_t white_size(const char *text, size_t len)
{
    uint32_t code;
    size_t size = len == 0 ? 0 : fg_utf8_decode(text, len, &code);
    return size > 0 && is_white(code) ? size : 0;
}

/* Where the white space at the end begins. */
static size_t trimmed(const char *text, size_t len)
{
    size_t end = 0;
    for (size_t at = 0; at < len;) {
        uint32_t code;
        size_t white = white_size(text + at, len - at), size = fg_utf8_decode(text + at, len - at, &code);
        at += size > 0 ? size : 1;
        end = white > 0 ? end : at;
    }
    return end;
}

static void add_escape(const char *text, size_t len, struct fg_buf *out)
{
    char escape[FG_VISIBLE_ESCAPE_SIZE];
    fg_visible_escape(text, len, escape);
    fg_buf_add_text(out, escape);
}

/* White space at an end, tabs and line feeds are there to be seen, and nothing is a dash: what other formats call a string
 * has one line and begins and ends with something visible. */
void fg_filter_line(const char *text, size_t len, struct fg_buf *out)
{
    size_t end = trimmed(text, len);
    bool inside = false;
    if (len == 0)
        fg_buf_add_char(out, '-');
    for (size_t at = 0; at < len;) {
        size_t white = white_size(text + at, len - at), size = white > 0 ? white : 1;
        inside = inside || white == 0;
        if (white > 0 && (!inside || at >= end || text[at] == '\t' || text[at] == '\n'))
            add_escape(text + at, len - at, out);
        else
            fg_buf_add(out, text + at, size);
        at += size;
    }
}

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* True where `mark` at the start of a line makes a block of it, with `next` behind it; '\0': nothing is. */
static bool begins_block(char mark, char next, bool numbered)
{
    bool parted = next == ' ' || next == '\t' || next == '\n' || next == '\0';
    if (numbered)
        return (mark == '.' || mark == ')') && parted;
    return mark == '>' || mark == '|' || mark == '=' || ((mark == '-' || mark == '+' || mark == '#') && (parted || next == mark));
}

/* Where in the line that begins at `at` stands what would make it a heading, a list, a quotation, a rule or a table; of a
 * numbered list, behind the number. */
static size_t block_mark(const char *text, size_t len, size_t at)
{
    while (at < len && text[at] == ' ')
        at++;
    size_t mark = at;
    while (mark < len && text[mark] >= '0' && text[mark] <= '9')
        mark++;
    bool begins = mark < len && begins_block(text[mark], mark + 1 < len ? text[mark + 1] : '\0', mark > at);
    return begins ? mark : len;
}

/* CommonMark with OSCAL's additions (sub- and superscript, insertions of parameters): nothing in the text is markup. */
void fg_filter_commonmark(const char *text, size_t len, struct fg_buf *out)
{
    size_t mark = block_mark(text, len, 0);
    for (size_t at = 0; at < len; at++) {
        char c = text[at];
        bool inner = c == '_' && at > 0 && at + 1 < len && is_word(text[at - 1]) && is_word(text[at + 1]);
        if (at == mark || (c != '\0' && strchr("\\`*_[<&~^{", c) != NULL && !inner))
            fg_buf_add_char(out, '\\');
        fg_buf_add_char(out, c);
        if (c == '\n')
            mark = block_mark(text, len, at + 1);
    }
}

static void add_uuid(const char *text, size_t len, struct fg_buf *out)
{
    char uuid[FG_UUID_SIZE];
    if (fg_uuid_of(text, len, uuid) < 0)
        out->failed = true;
    else
        fg_buf_add_text(out, uuid);
}

void fg_filter_uuid(const char *text, size_t len, struct fg_buf *out)
{
    add_uuid(text, len, out);
}

void fg_filter_uuid_ref(const char *text, size_t len, struct fg_buf *out)
{
    fg_buf_add_char(out, '#');
    add_uuid(text, len, out);
}
