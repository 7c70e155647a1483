/* SPDX-License-Identifier: MIT */
#include "template_fixture.h"
#include "unit.h"

static struct fixture fixture;

static void start(void)
{
    fixture_start(&fixture);
    fixture_query(&fixture, "one",
                  "select 1234 as n, '*x*' as name, null as none, '@a' as who, 'https://example.org/' as url,"
                  " 'javascript:x' as bad_url, 'a|b' as bar, 0 as zero, '`' as tick,"
                  " '{n}{n} #{n}' as filled");
    fixture_query(&fixture, "two", "select 1 as i union all select 2 order by 1");
}

static void stop(void)
{
    fixture_stop(&fixture);
}

static void wrap(struct fg_buf *out, const char *inner)
{
    fg_buf_printf(out, "<html " XMLNS " fg:mode='markdown'>\n<head><title>no</title><style>p{}</style></head>"
                       "<body fg:each='one'>%s</body></html>", inner);
}

#define HEAD "<tr><th>a b</th> <th align='right'>c</th></tr>"

static const struct {
    const char *inner, *expected;
} written[] = {
    {"", ""},
    {"<h1>A *b*</h1>\n<p>c</p>", "# A \\*b\\*\n\nc\n\n"},
    {"<h4 fg:text='name'>x</h4>", "#### \\*x\\*\n\n"},
    {"<p>\n  one\n two  </p>", "one  two\n\n"},
    {"<p>a <span fg:text='name'/> b</p>", "a \\*x\\* b\n\n"},
    {"<p fg:t='count'/>", "1,234 of \\<\\*x\\*\\> {x}\n\n"},
    {"<p fg:if='zero'>a</p><p fg:unless='zero'>b</p>", "b\n\n"},
    {"<ul>\n<li>a</li>\n<li fg:each='two' fg:text='i'/></ul>", "- a\n- 1\n- 2\n\n"},
    {"<ol><li fg:each='two' fg:text='i'/></ol>", "1. 1\n1. 2\n\n"},
    {"<p fg:each='two'>x <code fg:text='i'/></p>", "x `1`\n\nx `2`\n\n"},
    {"<p><code> a_b </code></p>", "`a_b`\n\n"},
    {"<p><code fg:text='none'/></p>", "\n\n"},
    {"<p><code fg:text='tick'/></p>", "`` ` ``\n\n"},
    {"<p><code fg:text='name'/><code fg:text='name'/></p>", "`*x*` `*x*`\n\n"},
    {"<p><span fg:text='who'/><span fg:text='who'/>.<span fg:text='who'/></p>", "`@a` `@a`.`@a`\n\n"},
    {"<p><span fg:text='n'/><span fg:text='n'/> <span fg:text='n'/></p>", "1234`1234` 1234\n\n"},
    {"<p>no. <span fg:text='n'/> #<span fg:text='n'/></p>", "no. 1234 `#`1234\n\n"},
    {"<p><span fg:text='n'/>.com</p>", "1234`.com`\n\n"},
    {"<p><span fg:text='who'/>.com</p>", "`@a` `.com`\n\n"},
    {"<p fg:fill='filled'/>", "1234`1234` `#`1234\n\n"},
    {"<p><a href='https://example.org/'>a [b]</a></p>", "[a &#91;b&#93;](<https://example.org/>)\n\n"},
    {"<p><a href='mock' fg:attr-href='url' fg:text='n'/></p>", "[1234](<https://example.org/>)\n\n"},
    {"<p><a fg:attr-href='bad_url' fg:text='who'/></p>", "[`@a`](<#>)\n\n"},
    {"<table><thead>" HEAD "</thead><tbody><tr fg:each='two'><td fg:text='bar'>x</td><td><code fg:text='bar'/></td>"
     "</tr></tbody></table><p>d</p>",
     "| a b | c |\n| --- | ---: |\n| a&#124;b | `a\\|b` |\n| a&#124;b | `a\\|b` |\n\nd\n\n"},
    {"<table>" HEAD "</table><table>" HEAD "</table>", "| a b | c |\n| --- | ---: |\n\n| a b | c |\n| --- | ---: |\n\n"},
    {"<section><div fg:include='templates/part.xhtml'/></section>", "part \\*x\\*\n\n"},
    {"<fg:block fg:each='two'><p fg:text='i'/></fg:block>", "1\n\n2\n\n"},
};

START_TEST(writes)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    fixture_file(&fixture, "templates/part.xhtml", "<p " XMLNS ">part <span fg:text='name'/></p>");
    wrap(&text, written[_i].inner);
    ck_assert_str_eq(fixture_render(&fixture, text.data), written[_i].expected);
}
END_TEST

static const struct {
    const char *inner, *why;
} refused[] = {
    {"text", "text between blocks"},
    {"<ul>text</ul>", "text between blocks"},
    {"<strong>a</strong>", "<strong> in Markdown"},
    {"<p><br/></p>", "<br> in Markdown"},
    {"<script fg:text='n'/>", "<script> in Markdown"},
    {"<p><p>a</p></p>", "<p> cannot stand here"},
    {"<li>a</li>", "<li> cannot stand here"},
    {"<ul><li><ul/></li></ul>", "<ul> cannot stand here"},
    {"<ul><p>a</p></ul>", "<p> cannot stand here"},
    {"<td>a</td>", "<td> cannot stand here"},
    {"<p><code><span>a</span></code></p>", "more than one value in <code>"},
    {"<p><code fg:t='count'/></p>", "more than one value in <code>"},
    {"<p><a>x</a></p>", "a link without an address"},
    {"<p fg:attr-class='n'>x</p>", "fg:attr-class in Markdown"},
    {"<p><a fg:t-href='link'>x</a></p>", "fg:t-href in Markdown"},
    {"<table><tr><td>a</td></tr></table>", "without a row of headings"},
    {"<table>" HEAD HEAD "</table>", "a second row of headings"},
    {"<table><tr fg:if='n'><th>a</th></tr></table>", "not always there"},
    {"<table><tr><th fg:each='two'>a</th></tr></table>", "not always there"},
    {"<p fg:raw='n'/>", "unknown attribute fg:raw"},
};

START_TEST(refuses)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    wrap(&text, refused[_i].inner);
    fixture_file(&fixture, "templates/t.xhtml", text.data);
    ck_assert_ptr_null(fixture_compile(&fixture, "templates/t.xhtml"));
    ck_assert_msg(strstr(fixture.err.message, refused[_i].why) != NULL, "%s", fixture.err.message);
    ck_assert_str_ne(fixture.err.hint, "");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("template_markdown");
    TCase *all = tcase_create("template_markdown");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_loop_test(all, writes, 0, sizeof written / sizeof written[0]);
    tcase_add_loop_test(all, refuses, 0, sizeof refused / sizeof refused[0]);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
