/* SPDX-License-Identifier: MIT */
#include <csv.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/csv.h"
#include "fargauge/visible.h"
#include "unit.h"

static const struct {
    const char *text, *expected;
} cells[] = {
    {"", "\"\""},
    {"abc", "abc"},
    {"a,b", "\"a,b\""},
    {"say \"x\"", "\"say \"\"x\"\"\""},
    {"\"", "\"\"\"\""},
    {"two\nlines", "\"two\nlines\""},
    {"=1+1", "'=1+1"},
    {"+1", "'+1"},
    {"-1", "'-1"},
    {"@SUM(A1)", "'@SUM(A1)"},
    {"\t1", "\\u00091"},
    {"\t=1", "\\u0009=1"},
    {"\r=1", "\\u000D=1"},
    {"\n=1", "\"'\n\\u003D1\""},
    {"\uFF1D1", "'\uFF1D1"},
    {"\uFF201", "'\uFF201"},
    {"'=1", "''=1"},
    {"'", "''"},
    {"=\"\x1B\"", "\"'=\"\"\\u001B\"\"\""},
    {"a=1", "a=1"},
    {" =1", "' =1"},
    {"  ", "\"  \""},
    {"\"=1\"", "\"'\"\"=1\"\"\""},
    {"\u3000\uFF0B1", "'\u3000\uFF0B1"},
    {" 1", "\" 1\""},
    {"a\u202E", "a\\u202E"},
    {"\u200B=1", "\\u200B=1"},
    {"\xFF", "\\xFF"},
    {"日本", "日本"},
    /* what is a cell's beginning to a program that separates by semicolons, tabs or lines */
    {"a;=1", "a;\\u003D1"},
    {"a;b;-1", "a;b;\\u002D1"},
    {"a; \"@x\"", "\"a; \"\"\\u0040x\"\"\""},
    {"a\t+1", "a\\u0009+1"},
    {"a\n\uFF0D1", "\"a\n\\uFF0D1\""},
    {"a;\u200B=1", "a;\\u200B=1"},
    {"a; b=1", "a; b=1"},
    {"a;", "a;"},
    /* a text that looks like an escape is none */
    {"a\\u202E", "a\\u005Cu202E"},
    {"\\u202e", "\\u005Cu202e"},
    {"\\xfF", "\\u005CxfF"},
    {"\\\\u0041", "\\\\u005Cu0041"},
    {"C:\\users\\x1", "C:\\users\\x1"},
    {"\\u12", "\\u12"},
    {"\\", "\\"},
    {"\U000E0041", "\\uDB40\\uDC41"},
};

START_TEST(one_cell)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    fg_csv_add_cell(&out, cells[_i].text, strlen(cells[_i].text));
    ck_assert_str_eq(fg_buf_text(&out), cells[_i].expected);
}
END_TEST

static void keep(void *text, size_t len, void *context)
{
    fg_buf_add(context, text, len);
}

/* The rule read backwards, as docs/csv.md has it. */
static unsigned long take_hex(const char **at, int digits)
{
    char hex[5] = "";
    memcpy(hex, *at + 2, (size_t)digits);
    *at += 2 + digits;
    return strtoul(hex, NULL, 16);
}

static void undo(const char *read, struct fg_buf *back)
{
    char bytes[4];
    read += *read == '\'';
    while (*read != '\0') {
        if (read[0] == '\\' && read[1] == 'x' && isxdigit((unsigned char)read[2]) && isxdigit((unsigned char)read[3])) {
            fg_buf_add_char(back, (char)take_hex(&read, 2));
        } else if (read[0] == '\\' && read[1] == 'u' && strspn(read + 2, "0123456789ABCDEFabcdef") >= 4) {
            unsigned long code = take_hex(&read, 4);
            if (code >= 0xD800 && code <= 0xDBFF)
                code = 0x10000 + ((code - 0xD800) << 10) + (take_hex(&read, 4) - 0xDC00);
            fg_buf_add(back, bytes, fg_utf8_encode((uint32_t)code, bytes));
        } else {
            fg_buf_add_char(back, *read++);
        }
    }
}

START_TEST(reads_back)
{
    FG_BUF_AUTO out = FG_BUF_INIT, read = FG_BUF_INIT, back = FG_BUF_INIT;
    struct csv_parser parser;
    const char *text = cells[_i].text;
    fg_csv_add_cell(&out, text, strlen(text));
    ck_assert_int_eq(csv_init(&parser, CSV_STRICT), 0);
    ck_assert_uint_eq(csv_parse(&parser, out.data, out.len, keep, NULL, &read), out.len);
    csv_fini(&parser, keep, NULL, &read);
    csv_free(&parser);
    undo(fg_buf_text(&read), &back);
    ck_assert_str_eq(fg_buf_text(&back), text);
}
END_TEST

/* All texts of three of these pieces: back unchanged, and no formula begins in them whatever separates cells. */
START_TEST(combinations)
{
    static const char *const pieces[] = {"=", "-", "\uFF1D", "'", "\"", " ", "\t", "\n", "\r", ";", ",", "\\", "\\u00",
                                         "3D", "x", "\u3000", "\u202E", "\xE3", "a"};
    enum { PIECES = sizeof pieces / sizeof pieces[0] };
    for (size_t i = 0; i < PIECES * PIECES * PIECES; i++) {
        FG_BUF_AUTO text = FG_BUF_INIT, out = FG_BUF_INIT, read = FG_BUF_INIT, back = FG_BUF_INIT;
        struct csv_parser parser;
        fg_buf_printf(&text, "%s%s%s", pieces[i % PIECES], pieces[i / PIECES % PIECES], pieces[i / PIECES / PIECES]);
        fg_csv_add_cell(&out, text.data, text.len);
        ck_assert_int_eq(csv_init(&parser, CSV_STRICT), 0);
        csv_parse(&parser, out.data, out.len, keep, NULL, &read);
        csv_fini(&parser, keep, NULL, &read);
        csv_free(&parser);
        undo(fg_buf_text(&read), &back);
        ck_assert_str_eq(fg_buf_text(&back), text.data);
        const char *at = fg_buf_text(&read);
        do {
            at += strspn(at, ";\t\n \"");
            at += strncmp(at, "\u3000", 3) == 0 ? 3 : 0;
            ck_assert_msg(*at == '\0' || strchr("=-", *at) == NULL, "%s", out.data);
            ck_assert_msg(strncmp(at, "\uFF1D", 3) != 0, "%s", out.data);
        } while ((at = strpbrk(at, ";\t\n")) != NULL);
    }
}
END_TEST

START_TEST(lengths)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    fg_csv_add_cell(&out, NULL, 0);
    fg_csv_add_cell(&out, "a\0b", 3);
    ck_assert_str_eq(out.data, "\"\"a\\u0000b");
    ck_assert_uint_eq(out.len, strlen(out.data));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("csv");
    TCase *all = tcase_create("csv");
    tcase_add_loop_test(all, one_cell, 0, sizeof cells / sizeof cells[0]);
    tcase_add_loop_test(all, reads_back, 0, sizeof cells / sizeof cells[0]);
    tcase_add_test(all, combinations);
    tcase_add_test(all, lengths);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
