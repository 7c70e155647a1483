/* SPDX-License-Identifier: MIT */
#include "seal/wire.h"

#include <string.h>

enum { NUMBER_MOST = 16384 / 8 + 1 };

struct fg_wire fg_wire_over(struct fg_seal_bytes bytes)
{
    const unsigned char *at = bytes.bytes;
    return (struct fg_wire){.at = at, .end = at + bytes.len};
}

static bool take(struct fg_wire *wire, size_t len)
{
    if (!wire->failed && (size_t)(wire->end - wire->at) >= len)
        return true;
    wire->failed = true;
    return false;
}

uint32_t fg_wire_u32(struct fg_wire *wire)
{
    if (!take(wire, 4))
        return 0;
    const unsigned char *at = wire->at;
    wire->at += 4;
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

struct fg_seal_bytes fg_wire_string(struct fg_wire *wire)
{
    size_t len = fg_wire_u32(wire);
    if (!take(wire, len))
        return (struct fg_seal_bytes){"", 0};
    const unsigned char *at = wire->at;
    wire->at += len;
    return (struct fg_seal_bytes){at, len};
}

BIGNUM *fg_wire_number(struct fg_wire *wire)
{
    struct fg_seal_bytes string = fg_wire_string(wire);
    const unsigned char *bytes = string.bytes;
    bool negative = string.len > 0 && (bytes[0] & 0x80) != 0;
    bool padded = string.len > 0 && bytes[0] == 0 && (string.len == 1 || (bytes[1] & 0x80) == 0);
    BIGNUM *number = NULL;
    if (!wire->failed && !negative && !padded && string.len <= NUMBER_MOST)
        number = BN_secure_new();
    if (number == NULL || BN_bin2bn(bytes, (int)string.len, number) == NULL) {
        wire->failed = true;
        BN_clear_free(number);
        return NULL;
    }
    return number;
}

bool fg_wire_ended(const struct fg_wire *wire)
{
    return !wire->failed && wire->at == wire->end;
}

bool fg_wire_is(struct fg_seal_bytes string, const char *text)
{
    return string.len == strlen(text) && memcmp(string.bytes, text, string.len) == 0;
}

void fg_wire_add_u32(struct fg_buf *out, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        fg_buf_add_char(out, (char)(unsigned char)(value >> shift & 0xFF));
}

void fg_wire_add_string(struct fg_buf *out, const void *bytes, size_t len)
{
    fg_wire_add_u32(out, (uint32_t)len);
    fg_buf_add(out, bytes, len);
}

void fg_wire_add_text(struct fg_buf *out, const char *text)
{
    fg_wire_add_string(out, text, strlen(text));
}

void fg_wire_add_number(struct fg_buf *out, const BIGNUM *number)
{
    unsigned char bytes[NUMBER_MOST + 1] = {0};
    int len = BN_num_bytes(number);
    if (len > NUMBER_MOST) {
        out->failed = true;
        return;
    }
    BN_bn2bin(number, bytes + 1);
    bool high = len > 0 && (bytes[1] & 0x80) != 0;
    fg_wire_add_string(out, high ? bytes : bytes + 1, (size_t)len + high);
}

/* ---- Base64 */

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int digit_value(char c)
{
    const char *at = c == '\0' ? NULL : strchr(digits, c);
    return at == NULL ? -1 : (int)(at - digits);
}

long fg_wire_decode(const char *text, size_t len, unsigned char *out)
{
    uint32_t bits = 0;
    size_t count = 0, padding = 0;
    long written = 0;
    for (size_t i = 0; i < len; i++) {
        int value = digit_value(text[i]);
        if (text[i] == '\n' || (text[i] == '\r' && i + 1 < len && text[i + 1] == '\n'))
            continue;
        padding += text[i] == '=';
        if ((value < 0 && text[i] != '=') || (value >= 0 && padding > 0))
            return -1;
        bits = bits << 6 | (uint32_t)(value < 0 ? 0 : value);
        if (++count % 4 != 0)
            continue;
        size_t whole = padding > 2 ? 0 : 3 - padding;
        if (whole == 0 || (padding > 0 && (bits & ((1u << (8 * padding)) - 1)) != 0))
            return -1;
        for (size_t byte = 0; byte < whole; byte++)
            out[written++] = (unsigned char)(bits >> (16 - 8 * byte));
    }
    return count % 4 == 0 ? written : -1;
}

void fg_wire_encode(struct fg_buf *out, struct fg_seal_bytes bytes, size_t width)
{
    const unsigned char *at = bytes.bytes;
    size_t column = 0;
    for (size_t i = 0; i < bytes.len; i += 3) {
        size_t left = bytes.len - i;
        uint32_t bits = (uint32_t)at[i] << 16 | (left > 1 ? (uint32_t)at[i + 1] << 8 : 0) | (left > 2 ? at[i + 2] : 0);
        for (size_t place = 0; place < 4; place++) {
            fg_buf_add_char(out, place > left ? '=' : digits[bits >> (18 - 6 * place) & 63]);
            if (width > 0 && ++column % width == 0)
                fg_buf_add_char(out, '\n');
        }
    }
    if (width > 0 && column % width != 0)
        fg_buf_add_char(out, '\n');
}
