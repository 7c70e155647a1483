/* SPDX-License-Identifier: MIT */
#include <csv.h>
#include <string.h>

#include "fargauge/csv.h"
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
    {"\t=1", "'\t=1"},
    {"\r=1", "'\\u000D=1"},
    {"\n=1", "\"'\n=1\""},
    {"\uFF1D1", "'\uFF1D1"},
    {"\uFF201", "'\uFF201"},
    {"'=1", "''=1"},
    {"'", "''"},
    {"=\"\x1B\"", "\"'=\"\"\\u001B\"\"\""},
    {"a=1", "a=1"},
    {" =1", "\" =1\""},
    {"a\u202E", "a\\u202E"},
    {"\xFF", "\\xFF"},
    {"日本", "日本"},
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

/* What a reader gets, less one apostrophe, is the text. */
START_TEST(reads_back)
{
    FG_BUF_AUTO out = FG_BUF_INIT, back = FG_BUF_INIT;
    struct csv_parser parser;
    const char *text = cells[_i].text;
    fg_csv_add_cell(&out, text, strlen(text));
    ck_assert_int_eq(csv_init(&parser, CSV_STRICT), 0);
    ck_assert_uint_eq(csv_parse(&parser, out.data, out.len, keep, NULL, &back), out.len);
    csv_fini(&parser, keep, NULL, &back);
    csv_free(&parser);
    const char *read = fg_buf_text(&back);
    if (strchr(cells[_i].expected, '\\') == NULL)
        ck_assert_str_eq(read[0] == '\'' ? read + 1 : read, text);
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
    tcase_add_test(all, lengths);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
