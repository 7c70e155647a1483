/* SPDX-License-Identifier: MIT */
#include "fargauge/visible.h"

#include <string.h>

#include "unit.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])
#define TEXT(literal) literal, sizeof(literal) - 1

START_TEST(decoding)
{
    static const struct {
        const char *bytes;
        size_t len;
        size_t used; /* 0: not UTF-8 */
        uint32_t code;
    } samples[] = {
        {TEXT("a"), 1, 'a'},
        {TEXT("\0"), 1, 0},
        {TEXT("\x7F"), 1, 0x7F},
        {TEXT("\xC2\x80"), 2, 0x80},
        {TEXT("\xDF\xBF"), 2, 0x7FF},
        {TEXT("\xE0\xA0\x80"), 3, 0x800},
        {TEXT("\xED\x9F\xBF"), 3, 0xD7FF},
        {TEXT("\xEE\x80\x80"), 3, 0xE000},
        {TEXT("\xE3\x81\x82z"), 3, 0x3042},
        {TEXT("\xEF\xBF\xBF"), 3, 0xFFFF},
        {TEXT("\xF0\x90\x80\x80"), 4, 0x10000},
        {TEXT("\xF4\x8F\xBF\xBF"), 4, 0x10FFFF},
        {TEXT("\x80"), 0, 0},             /* continuation alone */
        {TEXT("\xBF"), 0, 0},
        {TEXT("\xC0\x80"), 0, 0},         /* overlong */
        {TEXT("\xC1\xBF"), 0, 0},
        {TEXT("\xE0\x9F\xBF"), 0, 0},
        {TEXT("\xF0\x8F\xBF\xBF"), 0, 0},
        {TEXT("\xED\xA0\x80"), 0, 0},     /* surrogates */
        {TEXT("\xED\xBF\xBF"), 0, 0},
        {TEXT("\xF4\x90\x80\x80"), 0, 0}, /* above U+10FFFF */
        {TEXT("\xF5\x80\x80\x80"), 0, 0},
        {TEXT("\xFF"), 0, 0},
        {TEXT("\xC3"), 0, 0},             /* cut short */
        {TEXT("\xE3\x81"), 0, 0},
        {TEXT("\xF0\x90\x80"), 0, 0},
        {TEXT("\xC3 "), 0, 0},            /* not continued */
        {TEXT("\xE3\x81z"), 0, 0},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        uint32_t code = 0xDEAD;
        size_t used = fg_utf8_decode(samples[i].bytes, samples[i].len, &code);
        ck_assert_msg(used == samples[i].used, "sample %zu: used %zu", i, used);
        if (used > 0)
            ck_assert_uint_eq(code, samples[i].code);
    }
}
END_TEST

START_TEST(which_are_escaped)
{
    static const struct {
        uint32_t first, last;
        bool escaped;
    } ranges[] = {
        {0x00, 0x08, true},       {0x09, 0x0A, false},      {0x0B, 0x1F, true},
        {0x20, 0x7E, false},      {0x7F, 0x9F, true},       {0xA0, 0xA0, false},
        {0x200B, 0x200B, true},   {0x200C, 0x200D, false},  {0x200E, 0x200F, true},
        {0x2028, 0x202E, true},   {0x2060, 0x2064, true},   {0x2066, 0x2069, true},
        {0x3040, 0x30FF, false},  {0xFDD0, 0xFDEF, true},   {0xFE0F, 0xFE0F, false},
        {0xFEFF, 0xFEFF, true},   {0xFF1D, 0xFF1D, false},  {0xFFFD, 0xFFFD, false},
        {0xFFFE, 0xFFFF, true},   {0x1F600, 0x1F64F, false}, {0x1FFFE, 0x1FFFF, true},
        {0xE0001, 0xE007F, true}, {0x10FFFD, 0x10FFFD, false}, {0x10FFFE, 0x10FFFF, true},
    };
    for (size_t i = 0; i < LENGTH(ranges); i++)
        for (uint32_t code = ranges[i].first; code <= ranges[i].last; code++)
            ck_assert_msg(fg_visible_must_escape(code) == ranges[i].escaped, "U+%04X",
                          (unsigned)code);
}
END_TEST

START_TEST(spans)
{
    static const struct {
        const char *text;
        size_t len;
        size_t span;
    } samples[] = {
        {TEXT(""), 0},
        {TEXT("plain"), 5},
        {TEXT("tab\tand\nline"), 12},
        {TEXT("\xE3\x81\x82\xF0\x9F\x98\x80"), 7},
        {TEXT("a\0b"), 1},
        {TEXT("ab\x1B[31m"), 2},
        {TEXT("a\xE2\x80\xAE"), 1},
        {TEXT("a\xFF"), 1},
        {TEXT("a\xE3\x81"), 1},
        {TEXT("\x7F"), 0},
        {TEXT("\r"), 0},
    };
    for (size_t i = 0; i < LENGTH(samples); i++)
        ck_assert_msg(fg_visible_span(samples[i].text, samples[i].len) == samples[i].span,
                      "sample %zu", i);
}
END_TEST

START_TEST(escapes)
{
    static const struct {
        const char *text;
        size_t len;
        const char *escape;
        size_t used;
    } samples[] = {
        {TEXT("\0"), "\\u0000", 1},
        {TEXT("\n"), "\\u000A", 1},
        {TEXT("\x1B["), "\\u001B", 1},
        {TEXT("\xE2\x80\xAE" "x"), "\\u202E", 3},
        {TEXT("\xEF\xBB\xBF"), "\\uFEFF", 3},
        {TEXT("\xF0\x9F\x98\x80"), "\\uD83D\\uDE00", 4},
        {TEXT("\xF0\x90\x80\x80"), "\\uD800\\uDC00", 4},
        {TEXT("\xF4\x8F\xBF\xBF"), "\\uDBFF\\uDFFF", 4},
        {TEXT("\xFFz"), "\\xFF", 1},
        {TEXT("\x80"), "\\x80", 1},
        {TEXT("\xE3\x81"), "\\xE3", 1},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        char escape[FG_VISIBLE_ESCAPE_SIZE];
        ck_assert_uint_eq(fg_visible_escape(samples[i].text, samples[i].len, escape),
                          samples[i].used);
        ck_assert_str_eq(escape, samples[i].escape);
    }
}
END_TEST

START_TEST(lines)
{
    static const struct {
        const char *text;
        size_t len;
        const char *line;
    } samples[] = {
        {TEXT(""), ""},
        {TEXT("plain"), "plain"},
        {TEXT("a\tb\nc"), "a\\u0009b\\u000Ac"},
        {TEXT("\n"), "\\u000A"},
        {TEXT("a\0b"), "a\\u0000b"},
        {TEXT("\x1B]0;title\x07"), "\\u001B]0;title\\u0007"},
        {TEXT("\xC2\x9B" "31m"), "\\u009B31m"},
        {TEXT("\xE3\x81\x82\xFF\xE3\x81"), "\xE3\x81\x82\\xFF\\xE3\\x81"},
        {TEXT("\xE2\x80\xAE" "gnp.exe"), "\\u202Egnp.exe"},
    };
    FG_BUF_AUTO out = FG_BUF_INIT;
    for (size_t i = 0; i < LENGTH(samples); i++) {
        fg_buf_clear(&out);
        fg_visible_add_line(&out, samples[i].text, samples[i].len);
        ck_assert_str_eq(fg_buf_text(&out), samples[i].line);
    }
}
END_TEST

/* Whatever the bytes: what comes out needs no escape any more. */
START_TEST(every_pair_of_bytes)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    for (unsigned i = 0; i < 65536; i++) {
        const char text[] = {(char)(i >> 8), (char)(i & 0xFF), '|'};
        fg_buf_clear(&out);
        fg_visible_add_line(&out, text, sizeof text);
        ck_assert_uint_eq(fg_visible_span(out.data, out.len), out.len);
        ck_assert_int_eq(out.data[out.len - 1], '|');
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("visible");
    TCase *all = tcase_create("visible");
    tcase_add_test(all, decoding);
    tcase_add_test(all, which_are_escaped);
    tcase_add_test(all, spans);
    tcase_add_test(all, escapes);
    tcase_add_test(all, lines);
    tcase_add_test(all, every_pair_of_bytes);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
