/* SPDX-License-Identifier: MIT */
#include "fargauge/width.h"

#include <stdbool.h>

#include "fargauge/visible.h"

struct range {
    uint32_t first, last;
};

static const struct range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},
    {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},
    {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},
    {0x2E80, 0x3029},   {0x302E, 0x303E},   {0x3041, 0x3096},   {0x309B, 0x3247},   {0x3250, 0x4DBF},
    {0x4E00, 0xA4C6},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},
    {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x16FE3}, {0x16FF0, 0x1B2FB},
    {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F320},
    {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3},
    {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC},
    {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567}, {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596},
    {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2},
    {0x1F6D5, 0x1F6DF}, {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7F0}, {0x1F90C, 0x1F93A},
    {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAF6}, {0x20000, 0x3FFFD},
};

/* Marks on Latin letters, the joiners, variation selectors, and the voicing marks of kana as macOS names files. */
static const struct range combining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200C, 0x200D},
    {0x20D0, 0x20F0}, {0x302A, 0x302D}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
};

#define HOLDS(ranges, code) holds(ranges, sizeof(ranges) / sizeof(ranges)[0], code)

static bool holds(const struct range *ranges, size_t count, uint32_t code)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && code >= ranges[low].first;
}

unsigned fg_width_of(uint32_t code)
{
    if (code < 0x300)
        return 1;
    if (HOLDS(combining, code))
        return 0;
    return HOLDS(wide, code) ? 2 : 1;
}

/* The character at `text`; a byte that is none counts as an ordinary one. */
static size_t next(const char *text, size_t len, uint32_t *ret_code)
{
    size_t size = fg_utf8_decode(text, len, ret_code);
    if (size > 0)
        return size;
    *ret_code = '?';
    return 1;
}

size_t fg_width(const char *text, size_t len)
{
    size_t width = 0;
    uint32_t code;
    for (size_t at = 0; at < len;) {
        at += next(text + at, len - at, &code);
        width += fg_width_of(code);
    }
    return width;
}

size_t fg_width_span(const char *text, size_t len, size_t width)
{
    size_t at = 0;
    uint32_t code;
    while (at < len) {
        size_t size = next(text + at, len - at, &code);
        if (fg_width_of(code) > width)
            break;
        width -= fg_width_of(code);
        at += size;
    }
    return at;
}

static bool listed(uint32_t code, const uint32_t *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == code)
            return true;
    return false;
}

/* JIS X 4051, what must not begin a line: closing marks, the long vowel mark, small kana. */
static bool never_begins(uint32_t code)
{
    static const uint32_t list[] = {
        ')', ']', ',', '.', ':', ';', '?', '!', 0x2019, 0x201D, 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F,
        0x3011, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x30A1, 0x30A3, 0x30A5, 0x30A7,
        0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30FB, 0x30FC, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F,
    };
    return fg_width_of(code) == 0 || listed(code, list, sizeof list / sizeof list[0]);
}

/* And what must not end one. */
static bool never_ends(uint32_t code)
{
    static const uint32_t list[] = {'(', '[', 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0xFF08};
    return listed(code, list, sizeof list / sizeof list[0]);
}

static bool may_break(uint32_t before, uint32_t after)
{
    if (after == ' ' || never_begins(after) || never_ends(before))
        return false;
    return before == ' ' || fg_width_of(before) == 2 || fg_width_of(after) == 2;
}

/* `end` without the blanks before it. */
static size_t trimmed(const char *text, size_t end)
{
    while (end > 0 && text[end - 1] == ' ')
        end--;
    return end;
}

size_t fg_width_line(const char *text, size_t len, size_t width, size_t *ret_next)
{
    size_t used = 0, broken = 0;
    uint32_t before = 0, code;
    for (size_t at = 0; at < len; before = code) {
        size_t size = next(text + at, len - at, &code);
        if (at > 0 && may_break(before, code)) {
            if (used > width) /* a word that is longer than the line */
                return trimmed(text, *ret_next = at);
            broken = at;
        }
        used += fg_width_of(code);
        if (used > width && code != ' ' && broken > 0)
            return trimmed(text, *ret_next = broken);
        at += size;
    }
    *ret_next = len;
    return trimmed(text, len);
}
