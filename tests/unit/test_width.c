/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "fargauge/buf.h"
#include "fargauge/width.h"
#include "unit.h"

static const struct {
    const char *text;
    size_t width;
} widths[] = {
    {"", 0},
    {"abc", 3},
    {"\u00E9", 1},
    {"e\u0301", 1},             /* a letter and its accent */
    {"日本語", 6},
    {"ｶﾅ", 2},                  /* half-width kana */
    {"Ａ", 2},
    {"か\u3099", 2},            /* decomposed, as macOS names files */
    {"한글", 4},
    {"。「」ー", 8},
    {"…—", 2},                  /* ambiguous: one each */
    {"\U0001F600", 2},
    {"\U0001F468\u200D\U0001F469", 4},
    {"\u2714\uFE0F", 1},
    {"\U00020BB7", 2},          /* 𠮷 */
    {"\U0002FFFF", 2},
    {"\U0010FFFD", 1},
    {"\xFF\xE3\x81", 3},
    {"\u10FF\u1100\u115F\u1160", 6}, /* the edges of a range */
};

START_TEST(width)
{
    ck_assert_uint_eq(fg_width(widths[_i].text, strlen(widths[_i].text)), widths[_i].width);
}
END_TEST

static const struct {
    const char *text;
    size_t width, span;
} spans[] = {
    {"abc", 2, 2}, {"abc", 3, 3}, {"abc", 9, 3}, {"abc", 0, 0}, {"日本", 3, 3}, {"日本", 4, 6}, {"日本", 1, 0},
    {"e\u0301x", 1, 3}, {"a\u0301\u0302", 0, 0},
};

START_TEST(span)
{
    ck_assert_uint_eq(fg_width_span(spans[_i].text, strlen(spans[_i].text), spans[_i].width), spans[_i].span);
}
END_TEST

static const struct {
    const char *text;
    size_t width;
    const char *lines; /* with a bar between them */
} wrapped[] = {
    {"", 10, ""},
    {"one two three", 20, "one two three"},
    {"one two three", 13, "one two three"},
    {"one two three", 12, "one two|three"},
    {"one two three", 7, "one two|three"},
    {"one two three", 6, "one|two|three"},
    {"one two   three", 8, "one two|three"},
    {"a /very/long/path/that/does/not/fit b", 10, "a|/very/long/path/that/does/not/fit|b"},
    {"/very/long/path b", 5, "/very/long/path|b"},
    {"日本語の文章", 7, "日本語|の文章"},
    {"日本語。の文", 6, "日本|語。の|文"},            /* no full stop at a line's beginning */
    {"日本「語」", 6, "日本|「語」"},                /* no bracket at its end */
    {"カーブ", 2, "カー|ブ"},
    {"キャッシュ", 4, "キャッ|シュ"},
    {"ECSのサービス", 5, "ECSの|サー|ビス"},
    {"か\u3099か\u3099", 2, "か\u3099|か\u3099"},
    {"trailing  ", 20, "trailing"},
};

START_TEST(lines)
{
    FG_BUF_AUTO all = FG_BUF_INIT;
    const char *text = wrapped[_i].text;
    size_t rest = strlen(text), next;
    do {
        size_t len = fg_width_line(text, rest, wrapped[_i].width, &next);
        fg_buf_add(&all, text, len);
        text += next;
        rest -= next;
        if (rest > 0)
            fg_buf_add_char(&all, '|');
    } while (rest > 0);
    ck_assert_str_eq(fg_buf_text(&all), wrapped[_i].lines);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("width");
    TCase *all = tcase_create("width");
    tcase_add_loop_test(all, width, 0, sizeof widths / sizeof widths[0]);
    tcase_add_loop_test(all, span, 0, sizeof spans / sizeof spans[0]);
    tcase_add_loop_test(all, lines, 0, sizeof wrapped / sizeof wrapped[0]);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
