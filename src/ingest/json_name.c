/* SPDX-License-Identifier: MIT */
#include "ingest/json_name.h"

#include <string.h>

#include "fargauge/visible.h"

/* The four digits of a \uXXXX that was checked. */
static unsigned hex4(const char *at)
{
    unsigned code = 0;
    for (int i = 0; i < 4; i++) {
        unsigned c = (unsigned char)at[i];
        code = code << 4 | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return code;
}

/* The character of the \u escape at `*at`, which is moved behind it; 0 for one that a name cannot
 * hold. */
static unsigned take_unicode(const char **at)
{
    unsigned code = hex4(*at + 2);
    *at += 6;
    if (code < 0xD800 || code > 0xDFFF)
        return code;
    if (code > 0xDBFF || (*at)[0] != '\\' || (*at)[1] != 'u')
        return 0;
    unsigned low = hex4(*at + 2);
    if (low < 0xDC00 || low > 0xDFFF)
        return 0;
    *at += 6;
    return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
}

bool fg_json_decode_name(struct fg_buf *text)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    const char *at = text->data;
    char *out = text->data;
    while (*at != '\0') {
        if (*at != '\\') {
            *out++ = *at++;
        } else if (at[1] != 'u') {
            *out++ = to[strchr(from, at[1]) - from];
            at += 2;
        } else {
            unsigned code = take_unicode(&at);
            if (code == 0)
                return false;
            out += fg_utf8_encode(code, out);
        }
    }
    *out = '\0';
    text->len = (size_t)(out - text->data);
    return true;
}
