/* SPDX-License-Identifier: MIT */
#include "ingest/utf16.h"

#include <string.h>

#include "fargauge/visible.h"

const char *fg_utf16_detect(const char *text, size_t len)
{
    /* FF FE 00 00 begins UTF-32, which nothing here reads. */
    if (len >= 4 && memcmp(text, "\xFF\xFE\0\0", 4) == 0)
        return "utf-8";
    if (len >= 2 && memcmp(text, "\xFF\xFE", 2) == 0)
        return "utf-16le";
    if (len >= 2 && memcmp(text, "\xFE\xFF", 2) == 0)
        return "utf-16be";
    return "utf-8";
}

/* Have at least `need` bytes in `raw` unless the text ends before. */
static int fill(struct fg_utf16 *utf16, size_t need, struct fg_error *err)
{
    size_t got = 1;
    memmove(utf16->raw, utf16->raw + utf16->at, utf16->len - utf16->at);
    utf16->len -= utf16->at;
    utf16->at = 0;
    while (got > 0 && utf16->len < need) {
        if (utf16->read(utf16->context, utf16->raw + utf16->len, sizeof utf16->raw - utf16->len,
                        &got, err) < 0)
            return -1;
        utf16->len += got;
    }
    return 0;
}

static uint32_t unit(const struct fg_utf16 *utf16, size_t at)
{
    const unsigned char *bytes = utf16->raw + utf16->at + at;
    return utf16->big_endian ? (uint32_t)bytes[0] << 8 | bytes[1] : (uint32_t)bytes[1] << 8 | bytes[0];
}

static int broken(const char *what, struct fg_error *err)
{
    fg_error_set(err, FG_INPUT, "UTF-16: %s", what);
    return fg_error_hint(err, "export it again; in PowerShell add | Out-File -Encoding utf8 FILE");
}

/* The next character; 0 at the end of the text (U+0000 itself is handed on as a broken one). */
static int next_character(struct fg_utf16 *utf16, uint32_t *ret_code, struct fg_error *err)
{
    size_t left = utf16->len - utf16->at;
    *ret_code = 0;
    if (left == 0)
        return 0;
    if (left == 1)
        return broken("the text ends inside a character", err);
    uint32_t code = unit(utf16, 0);
    utf16->at += 2;
    if (code == 0)
        return broken("the text holds the character U+0000", err);
    if (code >= 0xD800 && code <= 0xDFFF) {
        uint32_t low = left >= 4 ? unit(utf16, 0) : 0;
        if (code >= 0xDC00 || low < 0xDC00 || low > 0xDFFF)
            return broken("half of a surrogate pair", err);
        utf16->at += 2;
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    *ret_code = code;
    return 0;
}

int fg_utf16_read(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    struct fg_utf16 *utf16 = context;
    char *out = to;
    size_t done = 0;
    while (room - done >= 4) {
        uint32_t code;
        if (utf16->len - utf16->at < 4 && fill(utf16, 4, err) < 0)
            return -1;
        if (next_character(utf16, &code, err) < 0)
            return -1;
        if (code == 0)
            break;
        if (utf16->started || code != 0xFEFF)
            done += fg_utf8_encode(code, out + done);
        utf16->started = true;
    }
    *ret_got = done;
    return 0;
}
