/* SPDX-License-Identifier: MIT */
#include "ingest/json_token.h"

#include <stddef.h>
#include <string.h>

/* ---- Characters and escapes ---- */

static inline bool is_tail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The length of the character at `at`, 0 where it is no UTF-8 (Unicode, table 3-7). */
static inline unsigned utf8_length(const unsigned char *at)
{
    unsigned char lead = at[0], second = at[1];
    if (lead < 0xE0)
        return lead >= 0xC2 && is_tail(second) ? 2 : 0;
    if (!is_tail(second))
        return 0;
    if (lead < 0xF0) {
        bool bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F);
        return !bad && is_tail(at[2]) ? 3 : 0;
    }
    bool bad = (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) || lead > 0xF4;
    return !bad && is_tail(at[2]) && is_tail(at[3]) ? 4 : 0;
}

/* True where nothing but the end of the text is wrong with the character at `at`. */
static bool utf8_cut_short(const struct fg_scan *scan)
{
    unsigned char whole[4] = {0, 0x80, 0x80, 0x80};
    size_t left = (size_t)(scan->end - scan->at);
    if (left > 3)
        return false;
    memcpy(whole, scan->at, left);
    if (left == 1 && (whole[0] == 0xE0 || whole[0] == 0xF0))
        whole[1] = 0xBF; /* 0x80 would be overlong */
    return utf8_length(whole) > left;
}

static enum fg_scan_result characters(struct fg_scan *scan)
{
    while (*scan->at >= 0x80) {
        if (scan->end - scan->at < 4 && !scan->last)
            return FG_SCAN_MORE;
        unsigned length = utf8_length(scan->at);
        if (length == 0) {
            if (utf8_cut_short(scan))
                scan->at = scan->end;
            return fg_scan_fail(scan, FG_FAULT_UTF8);
        }
        scan->at += length;
    }
    return FG_SCAN_DONE;
}

const bool fg_short_escapes[256] = {
    ['"'] = true, ['\\'] = true, ['/'] = true, ['b'] = true,
    ['f'] = true, ['n'] = true,  ['r'] = true, ['t'] = true,
};

static bool is_hex(unsigned char byte)
{
    unsigned char lower = byte | 0x20;
    return (byte >= '0' && byte <= '9') || (lower >= 'a' && lower <= 'f');
}

/* An escape that is not one of the short ones. */
static enum fg_scan_result long_escape(struct fg_scan *scan)
{
    enum { SIZE = 6 }; /* \uXXXX */
    if (scan->end - scan->at < SIZE && !scan->last)
        return FG_SCAN_MORE;
    unsigned good = 1;
    if (scan->at[1] == 'u')
        for (good = 2; good < SIZE && is_hex(scan->at[good]);)
            good++;
    if (good == SIZE || (good == 1 && fg_short_escapes[scan->at[1]])) {
        scan->at += good == SIZE ? SIZE : 2;
        return FG_SCAN_DONE;
    }
    if (scan->at + good == scan->end)
        scan->at = scan->end;
    return fg_scan_fail(scan, good == 1 ? FG_FAULT_ESCAPE : FG_FAULT_HEX);
}

enum fg_scan_result fg_token_special(struct fg_scan *scan)
{
    if (*scan->at >= 0x80)
        return characters(scan);
    if (*scan->at == '\\')
        return long_escape(scan);
    if (scan->at == scan->end && !scan->last)
        return FG_SCAN_MORE;
    return fg_scan_fail(scan, FG_FAULT_CONTROL);
}

/* ---- Numbers and words ---- */

enum { NO_DIGIT, ZERO, DIGIT, POINT, LETTER_E, SIGN, DIGIT_CLASSES };

static const unsigned char digit_class_of[256] = {
    ['0'] = ZERO,  ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT,
    ['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT,
    ['.'] = POINT, ['+'] = SIGN,  ['-'] = SIGN,  ['e'] = LETTER_E, ['E'] = LETTER_E,
};

/* How far a number has come, then its end, then the faults. */
enum { START, SIGNED, WHOLE_ZERO, WHOLE, POINTED, FRACTION, RAISED, RAISED_SIGNED, EXPONENT, STEPS,
       END = STEPS, FAULT };

#define NO(name) (FAULT + FG_FAULT_##name)

/* Columns: another byte, 0, 1 to 9, point, e, sign. Only `-` or a digit starts a number. */
static const unsigned char numbers[STEPS][DIGIT_CLASSES] = {
    [START] = {NO(VALUE), WHOLE_ZERO, WHOLE, NO(VALUE), NO(VALUE), SIGNED},
    [SIGNED] = {NO(MINUS), WHOLE_ZERO, WHOLE, NO(MINUS), NO(MINUS), NO(MINUS)},
    [WHOLE_ZERO] = {END, NO(LEADING_ZERO), NO(LEADING_ZERO), POINTED, RAISED, NO(NUMBER_TAIL)},
    [WHOLE] = {END, WHOLE, WHOLE, POINTED, RAISED, NO(NUMBER_TAIL)},
    [POINTED] = {NO(FRACTION), FRACTION, FRACTION, NO(FRACTION), NO(FRACTION), NO(FRACTION)},
    [FRACTION] = {END, FRACTION, FRACTION, NO(NUMBER_TAIL), RAISED, NO(NUMBER_TAIL)},
    [RAISED] = {NO(EXPONENT), EXPONENT, EXPONENT, NO(EXPONENT), NO(EXPONENT), RAISED_SIGNED},
    [RAISED_SIGNED] = {NO(EXPONENT), EXPONENT, EXPONENT, NO(EXPONENT), NO(EXPONENT), NO(EXPONENT)},
    [EXPONENT] = {END, EXPONENT, EXPONENT, NO(NUMBER_TAIL), NO(NUMBER_TAIL), NO(NUMBER_TAIL)},
};

enum fg_scan_result fg_token_number(struct fg_scan *scan)
{
    const unsigned char *at = scan->at;
    unsigned step = scan->number, next;
    while ((next = numbers[step][digit_class_of[*at]]) < STEPS) {
        step = next;
        at++;
    }
    scan->at = at;
    scan->number = step;
    if (at == scan->end && !scan->last)
        return FG_SCAN_MORE;
    return next == END ? FG_SCAN_DONE : fg_scan_fail(scan, next - FAULT);
}

enum fg_scan_result fg_token_word(struct fg_scan *scan)
{
    const unsigned char *at = scan->at;
    if (scan->end - at < 5 && !scan->last)
        return FG_SCAN_MORE;
    const char *expected = *at == 't' ? "true" : *at == 'f' ? "false" : "null";
    for (; *expected != '\0'; expected++, at++)
        if (*at != (unsigned char)*expected) {
            scan->at = at;
            return fg_scan_fail(scan, FG_FAULT_WORD);
        }
    scan->at = at;
    return FG_SCAN_DONE;
}
