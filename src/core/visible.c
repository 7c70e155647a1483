/* SPDX-License-Identifier: MIT */
#include "fargauge/visible.h"

#include <stdio.h>
#include <string.h>

size_t fg_utf8_decode(const char *at, size_t len, uint32_t *ret_code)
{
    const unsigned char *s = (const unsigned char *)at;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (s[0] < 0x80) {
        *ret_code = s[0];
        return 1;
    }
    size_t size = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    if (s[0] < 0xC2 || s[0] > 0xF4 || len < size)
        return 0;
    uint32_t code = s[0] & (0xFFu >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (s[i] & 0x3Fu);
    }
    if (code < least[size] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return 0;
    *ret_code = code;
    return size;
}

size_t fg_utf8_encode(uint32_t code, char out[4])
{
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(first[size] | code);
    return size;
}

struct range {
    uint32_t first, last;
};

/* Sources: Unicode's Bidi_Control and Default_Ignorable_Code_Point properties, less the variation
 * selectors, joiners and fillers that ordinary text needs; XML 1.0 production 2 (Char). */
static const struct range escaped[] = {
    {0x0000, 0x0008}, {0x000B, 0x001F},   {0x007F, 0x009F},   {0x00AD, 0x00AD},
    {0x061C, 0x061C}, {0x180E, 0x180E},   {0x200B, 0x200B},   {0x200E, 0x200F},
    {0x2028, 0x202E}, {0x2060, 0x206F},   {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},
    {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF},   {0xE0000, 0xE0FFF},
};

bool fg_visible_must_escape(uint32_t code)
{
    if ((code & 0xFFFE) == 0xFFFE)
        return true;
    for (size_t i = 0; i < sizeof escaped / sizeof escaped[0]; i++)
        if (code >= escaped[i].first && code <= escaped[i].last)
            return true;
    return false;
}

size_t fg_visible_span(const char *text, size_t len)
{
    size_t at = 0;
    while (at < len) {
        unsigned char c = (unsigned char)text[at];
        if (c >= 0x20 && c < 0x7F) {
            at++;
            continue;
        }
        uint32_t code;
        size_t size = fg_utf8_decode(text + at, len - at, &code);
        if (size == 0 || fg_visible_must_escape(code))
            break;
        at += size;
    }
    return at;
}

size_t fg_visible_escape(const char *at, size_t len, char out[FG_VISIBLE_ESCAPE_SIZE])
{
    uint32_t code;
    size_t size = fg_utf8_decode(at, len, &code);
    if (size == 0)
        snprintf(out, FG_VISIBLE_ESCAPE_SIZE, "\\x%02X", (unsigned)(unsigned char)*at);
    else if (code <= 0xFFFF)
        snprintf(out, FG_VISIBLE_ESCAPE_SIZE, "\\u%04X", (unsigned)code & 0xFFFFu);
    else
        snprintf(out, FG_VISIBLE_ESCAPE_SIZE, "\\u%04X\\u%04X",
                 (0xD7C0u + (unsigned)(code >> 10)) & 0xFFFFu,
                 0xDC00u + (unsigned)(code & 0x3FF));
    return size == 0 ? 1 : size;
}

/* As fg_visible_span(), stopping at tab and line feed too. */
static size_t line_span(const char *text, size_t len)
{
    size_t span = fg_visible_span(text, len);
    for (size_t i = 0; i < span; i++)
        if (text[i] == '\n' || text[i] == '\t')
            return i;
    return span;
}

void fg_visible_add_line(struct fg_buf *out, const char *text, size_t len)
{
    while (len > 0) {
        size_t span = line_span(text, len);
        fg_buf_add(out, text, span);
        text += span;
        len -= span;
        if (len == 0)
            break;
        char escape[FG_VISIBLE_ESCAPE_SIZE];
        size_t used = fg_visible_escape(text, len, escape);
        fg_buf_add_text(out, escape);
        text += used;
        len -= used;
    }
}
