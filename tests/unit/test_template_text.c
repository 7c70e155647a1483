/* SPDX-License-Identifier: MIT */
#include "template_fixture.h"
#include "unit.h"

static struct fixture fixture;

static void start(void)
{
    fixture_start(&fixture);
    fixture_query(&fixture, "one",
                  "select 1234 as n, '*x* <b> & `y` @z' as name, null as none, 'a' || char(10) || '# b' as lines,"
                  " 'x' || char(8238, 9, 27) || 'y' as hidden, '{n}{n} #{n}' as filled");
    fixture_query(&fixture, "two", "select 1 as i union all select 2 order by 1");
}

static void stop(void)
{
    fixture_stop(&fixture);
}

static void wrap(struct fg_buf *out, const char *inner)
{
    fg_buf_printf(out, "<html " XMLNS " fg:mode='text'>\n<head><title>no</title></head>"
                       "<body fg:each='one'>%s</body></html>", inner);
}

/* Values stand as they are, but for what cannot be seen: nothing draws the file. */
static const struct {
    const char *inner, *expected;
} written[] = {
    {"", ""},
    {"<h1>A *b* &amp; c</h1>\n<p>c</p>", "# A *b* & c\n\nc\n\n"},
    {"<h2 fg:text='name'>x</h2>", "## *x* <b> & `y` @z\n\n"},
    {"<p>\n  one\n two  </p>", "one  two\n\n"},
    {"<p>a <span fg:text='n'/><span fg:text='n'/> b</p>", "a 12341234 b\n\n"},
    {"<p fg:text='lines'/>", "a\\u000A# b\n\n"},
    {"<p fg:text='hidden'/>", "x\\u202E\\u0009\\u001By\n\n"},
    {"<p fg:text='none'/>", "\n\n"},
    {"<p fg:t='count'/>", "1,234 of <*x* <b> & `y` @z> {x}\n\n"},
    {"<p fg:fill='filled'/>", "12341234 #1234\n\n"},
    {"<ul><li>a</li><li fg:each='two' fg:text='i'/></ul>", "- a\n- 1\n- 2\n\n"},
    {"<ol><li fg:each='two' fg:text='i'/></ol>", "1. 1\n1. 2\n\n"},
};

START_TEST(writes)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    wrap(&text, written[_i].inner);
    ck_assert_str_eq(fixture_render(&fixture, text.data), written[_i].expected);
}
END_TEST

static const struct {
    const char *inner, *why;
} refused[] = {
    {"text", "text between blocks"},
    {"<table><tr><th>a</th></tr></table>", "<table> in text"},
    {"<p><code fg:text='n'/></p>", "<code> in text"},
    {"<p><a href='https://example.org/'>a</a></p>", "<a> in text"},
    {"<p><b>a</b></p>", "<b> in text"},
    {"<p><p>a</p></p>", "<p> cannot stand here"},
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
    Suite *suite = suite_create("template_text");
    TCase *all = tcase_create("template_text");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_loop_test(all, writes, 0, sizeof written / sizeof written[0]);
    tcase_add_loop_test(all, refuses, 0, sizeof refused / sizeof refused[0]);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
