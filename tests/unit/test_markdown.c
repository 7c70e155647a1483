/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "fargauge/markup.h"
#include "unit.h"

static const struct {
    const char *text, *in_text, *in_cell; /* NULL: the same */
} texts[] = {
    {"", "", NULL},
    {"web", "web", NULL},
    {"ap-northeast-1", "ap-northeast-1", NULL},
    {"snake_case and x", "snake_case and x", NULL},
    {"日本語、です。", "日本語、です。", NULL},
    {"_a_ *b* **c** ~ ~", "\\_a\\_ \\*b\\* \\*\\*c\\*\\* \\~ \\~", NULL},
    {"~~d~~", "`~~d~~`", NULL},
    {"[x](y) ![z](w)", "&#91;x&#93;(y) !&#91;z&#93;(w)", NULL},
    {"<b>&amp;", "\\<b\\>\\&amp;", NULL},
    {"a|b", "a\\|b", "a&#124;b"},
    {"a\\|b", "a\\\\\\|b", "a\\\\&#124;b"},
    {"a\\", "a\\\\", NULL},
    {"`x`", "\\`x\\`", NULL},
    {"- x", "\\- x", NULL},
    {"+ x", "\\+ x", NULL},
    {"=", "\\=", NULL},
    {"1. x", "1\\. x", NULL},
    {"12) x", "12\\) x", NULL},
    {"0.1.0", "0.1.0", NULL},
    {"> x", "\\> x", NULL},
    {"# x", "\\# x", NULL},
    {"a\nb\tc\r\nd", "a b c\\\\u000D d", NULL},
    {"  x  ", " x ", NULL},
    {" ", " ", NULL},
    {"a\xE2\x80\xAE" "b\x01", "a\\\\u202Eb\\\\u0001", NULL},
    {"\xFF", "\\\\xFF", NULL},
    {"09:30:00 UTC", "09:30:00 UTC", NULL},
    /* what those who show Markdown look for in text */
    {"@alice", "`@alice`", NULL},
    {"a@", "`a@`", NULL},
    {"me@example.org", "`me@example.org`", NULL},
    {"#12", "`#12`", NULL},
    {"gh-12", "`gh-12`", NULL},
    {"!12", "`!12`", NULL},
    {"wow!", "wow!", NULL},
    {"&12", "`&12`", NULL},
    {"Q&A", "Q\\&A", NULL},
    {"~label", "`~label`", NULL},
    {"$x$", "`$x$`", NULL},
    {"https://example.org/", "`https://example.org/`", NULL},
    {"www.x", "`www.x`", NULL},
    {"see example.com now", "`see example.com now`", NULL},
    {"e.g. this", "e.g. this", NULL},
    {"ECS.10", "ECS.10", NULL},
    {":smile:", "`:smile:`", NULL},
    {":100:", "`:100:`", NULL},
    {":20:", ":20:", NULL},
    {"deadbee", "`deadbee`", NULL},
    {"1234567", "1234567", NULL},
    {"adeadbeeg", "adeadbeeg", NULL},
    {"@a `b`", "`` @a `b` ``", NULL},
    {"@a|b", "`@a|b`", "`@a\\|b`"},
    {"@a\\|b", "`@a\\|b`", "`@a\\\\u007Cb`"},
    {" @a ", " `@a` ", NULL},
};

static void expect(enum fg_markup kind, const char *text, const char *expected)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    struct fg_output *output = fg_output_open_memory(&out);
    fg_markup_write(output, kind, text, strlen(text));
    fg_output_close(output);
    ck_assert_str_eq(fg_buf_text(&out), expected);
}

START_TEST(text)
{
    const char *cell = texts[_i].in_cell;
    expect(FG_MARKUP_MARKDOWN, texts[_i].text, texts[_i].in_text);
    expect(FG_MARKUP_MARKDOWN_CELL, texts[_i].text, cell == NULL ? texts[_i].in_text : cell);
}
END_TEST

START_TEST(code)
{
    static const char *const samples[][3] = {
        {"", "", ""},
        {"web", "`web`", "`web`"},
        {"a`b", "``a`b``", "``a`b``"},
        {"`", "`` ` ``", "`` ` ``"},
        {"``a", "``` ``a ```", "``` ``a ```"},
        {" a ", "`  a  `", "`  a  `"},
        {"  ", "`  `", "`  `"},
        {"a\nb", "`a b`", "`a b`"},
        {"a|b", "`a|b`", "`a\\|b`"},
        {"\\", "`\\`", "`\\`"},
        {"<b>*x*&amp;", "`<b>*x*&amp;`", "`<b>*x*&amp;`"},
        {"a\x01", "`a\\u0001`", "`a\\u0001`"},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        expect(FG_MARKUP_MARKDOWN_CODE, samples[i][0], samples[i][1]);
        expect(FG_MARKUP_MARKDOWN_CODE_CELL, samples[i][0], samples[i][2]);
    }
}
END_TEST

START_TEST(urls)
{
    expect(FG_MARKUP_MARKDOWN_URL, "https://example.org/a_(b)?c=1&d#e", "https://example.org/a_(b)?c=1&d#e");
    expect(FG_MARKUP_MARKDOWN_URL, "https://example.org/<a>|b", "https://example.org/%3Ca%3E%7Cb");
    expect(FG_MARKUP_MARKDOWN_URL, "javascript:alert(1)", "#");
    expect(FG_MARKUP_MARKDOWN_URL, "https://example.org/\n", "#");
    expect(FG_MARKUP_MARKDOWN_URL, "https://example.org/\\", "#");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("markdown");
    TCase *all = tcase_create("markdown");
    tcase_add_loop_test(all, text, 0, sizeof texts / sizeof texts[0]);
    tcase_add_test(all, code);
    tcase_add_test(all, urls);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
