/* SPDX-License-Identifier: MIT */
#include "fargauge/csv.h"

#include <csv.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "fargauge/visible.h"

/* What the bytes of a cell ask for. Most cells hold none of this and are copied. */
enum {
    QUOTES = 1, /* the cell must stand between quotes */
    LOOK = 2,   /* a separator of other programs, or a backslash: look at what follows */
    UNSEEN = 4, /* beyond ASCII, or a control character: look whether it can stand as it is */
};

static const unsigned char byte_class[0x80] = {
    UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN,
    UNSEEN, UNSEEN, LOOK | QUOTES, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN,
    UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN,
    UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN,
    ['"'] = QUOTES, [','] = QUOTES, [';'] = LOOK, ['\\'] = LOOK, [0x7F] = UNSEEN,
};

static unsigned scan(const char *text, size_t len)
{
    unsigned seen = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        seen |= c >= 0x80 ? (unsigned)UNSEEN : byte_class[c];
    }
    return seen;
}

/* The character at `text`; U+FFFD and one byte where there is none. */
static size_t decode(const char *text, size_t len, uint32_t *ret_code)
{
    size_t size = fg_utf8_decode(text, len, ret_code);
    if (size > 0)
        return size;
    *ret_code = 0xFFFD;
    return 1;
}

static bool listed(uint32_t code, const uint32_t *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == code)
            return true;
    return false;
}

/* The full-width forms mean the same to an Excel in Japanese. */
static bool begins_formula(uint32_t code)
{
    static const uint32_t list[] = {'=', '+', '-', '@', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    return listed(code, list, sizeof list / sizeof list[0]);
}

/* What a program may drop before it looks at a cell. */
static bool is_dropped(uint32_t code)
{
    static const uint32_t list[] = {' ', '\n', '"', 0xA0, 0x3000};
    return listed(code, list, sizeof list / sizeof list[0]);
}

static bool needs_apostrophe(const char *text, size_t len)
{
    uint32_t code = 0;
    if (len > 0 && (text[0] == '\'' || text[0] == '\n'))
        return true;
    for (size_t at = 0; at < len && (at == 0 || is_dropped(code));)
        at += decode(text + at, len - at, &code);
    return begins_formula(code);
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/* True where the text holds what an escape of ours looks like. */
static bool looks_escaped(const char *text, size_t len)
{
    size_t digits = len > 1 && text[1] == 'u' ? 4 : len > 1 && text[1] == 'x' ? 2 : 0;
    if (text[0] != '\\' || digits == 0 || len < 2 + digits)
        return false;
    for (size_t i = 0; i < digits; i++)
        if (!is_hex(text[2 + i]))
            return false;
    return true;
}

/* Append the text with its escapes. `opens`: a program with other separators sees a cell begin here. */
static void add_escaped(struct fg_buf *out, const char *text, size_t len)
{
    bool opens = false;
    for (size_t at = 0; at < len;) {
        char escape[FG_VISIBLE_ESCAPE_SIZE];
        uint32_t code;
        size_t size = decode(text + at, len - at, &code);
        if (fg_visible_span(text + at, size) < size || code == '\t' || (opens && begins_formula(code)) ||
            looks_escaped(text + at, len - at)) {
            at += fg_visible_escape(text + at, len - at, escape);
            fg_buf_add_text(out, escape);
            opens = false;
            continue;
        }
        fg_buf_add(out, text + at, size);
        opens = code == ';' || code == '\n' || (opens && is_dropped(code));
        at += size;
    }
}

/* RFC 4180 asks for quotes around quotes, commas and line breaks; readers are known to trim blanks at the
 * ends. An empty text is told from a missing one by its quotes. */
static void add_text(struct fg_buf *out, const char *text, size_t len, unsigned seen)
{
    size_t room;
    if ((seen & QUOTES) == 0 && len > 0 && text[0] != ' ' && text[len - 1] != ' ') {
        fg_buf_add(out, text, len);
        return;
    }
    if (__builtin_mul_overflow(len, (size_t)2, &room) ||
        __builtin_add_overflow(room, (size_t)2, &room)) {
        out->failed = true;
        return;
    }
    if (!fg_buf_reserve(out, room))
        return;
    out->len += csv_write(out->data + out->len, room, text, len);
    out->data[out->len] = '\0';
}

void fg_csv_add_cell(struct fg_buf *out, const char *text, size_t len)
{
    if (len == 0)
        text = ""; /* libcsv writes nothing at all for NULL */
    unsigned seen = scan(text, len);
    bool marked = needs_apostrophe(text, len);
    bool plain = (seen & UNSEEN) == 0 || (fg_visible_span(text, len) == len && memchr(text, '\t', len) == NULL);
    if (!marked && plain && (seen & LOOK) == 0) {
        add_text(out, text, len, seen);
        return;
    }
    FG_BUF_AUTO shown = FG_BUF_INIT;
    if (marked)
        fg_buf_add_char(&shown, '\'');
    add_escaped(&shown, text, len);
    if (shown.failed)
        out->failed = true;
    else
        add_text(out, fg_buf_text(&shown), shown.len, scan(fg_buf_text(&shown), shown.len));
}
