/* SPDX-License-Identifier: MIT */
#include "fargauge/csv.h"

#include <csv.h>
#include <stdbool.h>
#include <string.h>

#include "fargauge/visible.h"

static bool needs_apostrophe(const char *text, size_t len)
{
    static const char *const starts[] = {
        "=", "+", "-", "@", "\t", "\r", "\n", "'", u8"\uFF1D", u8"\uFF0B", u8"\uFF0D", u8"\uFF20",
    };
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t size = strlen(starts[i]);
        if (len >= size && memcmp(text, starts[i], size) == 0)
            return true;
    }
    return false;
}

static void add_visible(struct fg_buf *out, const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        size_t span = fg_visible_span(text + at, len - at);
        fg_buf_add(out, text + at, span);
        at += span;
        if (at == len)
            break;
        char escape[FG_VISIBLE_ESCAPE_SIZE];
        at += fg_visible_escape(text + at, len - at, escape);
        fg_buf_add_text(out, escape);
    }
}

/* RFC 4180 asks for quotes around quotes, commas and line breaks; readers are known to trim blanks at the
 * ends. An empty text is told from a missing one by its quotes. */
static bool needs_quotes(const char *text, size_t len)
{
    if (len == 0 || text[0] == ' ' || text[len - 1] == ' ')
        return true;
    for (size_t i = 0; i < len; i++)
        if (text[i] == '"' || text[i] == ',' || text[i] == '\n' || text[i] == '\r')
            return true;
    return false;
}

static void add_text(struct fg_buf *out, const char *text, size_t len)
{
    size_t room;
    if (!needs_quotes(text, len)) {
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
    bool marked = needs_apostrophe(text, len);
    if (!marked && fg_visible_span(text, len) == len) {
        add_text(out, text, len);
        return;
    }
    FG_BUF_AUTO shown = FG_BUF_INIT;
    if (marked)
        fg_buf_add_char(&shown, '\'');
    add_visible(&shown, text, len);
    if (shown.failed)
        out->failed = true;
    else
        add_text(out, fg_buf_text(&shown), shown.len);
}
