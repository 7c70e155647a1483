/* SPDX-License-Identifier: MIT */
#include "template_fixture.h"
#include "unit.h"

static struct fixture fixture;

static void start(void)
{
    fixture_start(&fixture);
    fixture_query(&fixture, "one",
                  "select 12 as n, -0.5 as r, 'x' as name, null as none, '' as empty, 0 as zero, '1e3' as sci, '01' as odd,\n"
                  " '\"\\/' || char(10) || char(9) || char(13) || char(1) || char(0x202e) || char(0x1f600) as hard,\n"
                  " '{n} of {name}' as pattern\n");
    fixture_query(&fixture, "three",
                  "with recursive c(i) as (select 1 union all select i + 1 from c where i < 3)"
                  " select i, nullif(i, 2) as odd, i = 2 as two from c order by i");
    fixture_query(&fixture, "nothing", "select 1 as i where 0");
}

static void stop(void)
{
    fixture_stop(&fixture);
}

/* `inner` as what stands in the document, or with rows of query one around it. */
static void wrap(struct fg_buf *out, const char *inner)
{
    fg_buf_printf(out, "<fg:json xmlns:fg='urn:fargauge:template:1'><fg:block fg:each='one'>%s</fg:block></fg:json>",
                  inner);
}

static const struct {
    const char *inner, *expected; /* between the document's braces */
} written[] = {
    {"", ""},
    {"\n  \n", ""},
    {"<fg:string name='a' fg:text='name'/>", "\"a\":\"x\""},
    {"<fg:string name='a' fg:text='n'/>", "\"a\":\"12\""},
    {"<fg:string name='a' fg:text='none'/><fg:string name='b' fg:text='empty'/>", "\"b\":\"\""},
    {"<fg:number name='a' fg:text='n'/> <fg:number name='b' fg:text='r'/>", "\"a\":12,\"b\":-0.5"},
    {"<fg:number name='a' fg:text='none'/><fg:number name='b' fg:text='sci'/>", "\"b\":1e3"},
    {"<fg:boolean name='a' fg:text='n'/><fg:boolean name='b' fg:text='zero'/>", "\"a\":true,\"b\":false"},
    {"<fg:boolean name='a' fg:text='none'/><fg:boolean name='b' fg:text='empty'/>", "\"b\":false"},
    {"<fg:string name='a'>text &amp; \"more\"</fg:string>", "\"a\":\"text & \\\"more\\\"\""},
    {"<fg:string name='a'/>", "\"a\":\"\""},
    {"<fg:number name='a'>-1.5e+2</fg:number><fg:boolean name='b'>true</fg:boolean>", "\"a\":-1.5e+2,\"b\":true"},
    {"<fg:string name='a\"b\\c' fg:text='n'/>", "\"a\\\"b\\\\c\":\"12\""},
    {"<fg:string name='a' fg:text='hard'/>",
     "\"a\":\"\\\"\\\\/\\n\\t\\\\u000D\\\\u0001\\\\u202E\U0001f600\""},
    {"<fg:string name='a' fg:text='name|sha256'/>",
     "\"a\":\"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\""},
    {"<fg:string name='a' fg:t='count'/>", "\"a\":\"12 of <x> {x}\""},
    {"<fg:string name='a' fg:fill='pattern'/>", "\"a\":\"12 of x\""},
    {"<fg:string name='a' fg:if='zero'/><fg:string name='b' fg:unless='zero'/>", "\"b\":\"\""},
    {"<fg:object name='a'/><fg:array name='b'/>", "\"a\":{},\"b\":[]"},
    {"<fg:object name='a'><fg:string name='b' fg:text='none'/></fg:object>", "\"a\":{}"},
    {"<fg:object name='a'><fg:string name='b'>c</fg:string><fg:object name='d'><fg:number name='e'>1</fg:number>"
     "</fg:object></fg:object>", "\"a\":{\"b\":\"c\",\"d\":{\"e\":1}}"},
    {"<fg:array name='a'><fg:number fg:each='three' fg:text='i'/></fg:array>", "\"a\":[1,2,3]"},
    {"<fg:array name='a'><fg:number fg:each='three' fg:text='odd'/></fg:array>", "\"a\":[1,3]"},
    {"<fg:array name='a'><fg:number fg:each='three' fg:if='two' fg:text='i'/></fg:array>", "\"a\":[2]"},
    {"<fg:array name='a'><fg:number fg:each='nothing' fg:text='i'/></fg:array>", "\"a\":[]"},
    {"<fg:array name='a'><fg:object fg:each='three'><fg:number name='i' fg:text='i'/></fg:object></fg:array>",
     "\"a\":[\n{\"i\":1},\n{\"i\":2},\n{\"i\":3}]"},
    {"<fg:array name='a'><fg:block fg:each='three'><fg:number fg:text='i'/><fg:string>x</fg:string></fg:block>"
     "</fg:array>", "\"a\":[1,\"x\",2,\"x\",3,\"x\"]"},
    {"<fg:array name='a'><fg:array><fg:number>1</fg:number></fg:array></fg:array>", "\"a\":[[1]]"},
    {"<fg:array name='a'><fg:block fg:include='templates/part.xml'/></fg:array>", "\"a\":[{\"p\":\"x\"}]"},
    {"<!-- a comment --><fg:string name='a'><!-- and one -->b</fg:string>", "\"a\":\"b\""},
};

START_TEST(writes)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    FG_BUF_AUTO expected = FG_BUF_INIT;
    fixture_file(&fixture, "templates/part.xml",
                 "<fg:object xmlns:fg='urn:fargauge:template:1'><fg:string name='p' fg:text='name'/></fg:object>");
    wrap(&text, written[_i].inner);
    fg_buf_printf(&expected, "{%s}\n", written[_i].expected);
    ck_assert_str_eq(fixture_render(&fixture, text.data), expected.data);
}
END_TEST

static const struct {
    const char *inner, *why;
} refused[] = {
    {"text", "text outside of a value"},
    {"<fg:string>a</fg:string>", "a member without a name"},
    {"<fg:array name='a'><fg:string name='b'>c</fg:string></fg:array>", "a name outside of an object"},
    {"<fg:string name='a' fg:each='three'/>", "fg:each on a member"},
    {"<fg:json/>", "<json> here"},
    {"<fg:array name='a'><fg:json/></fg:array>", "<json> here"},
    {"<p/>", "<p> here"},
    {"<fg:text name='a'/>", "unknown element fg:text"},
    {"<fg:string name='a' x='b'/>", "unknown attribute x"},
    {"<fg:string name='a' fg:attr-x='n'/>", "fg:attr-NAME"},
    {"<fg:string name='a' fg:raw='n'/>", "unknown attribute fg:raw"},
    {"<fg:string name='a'><fg:string/></fg:string>", "more than text"},
    {"<fg:number name='a'>01</fg:number>", "\"01\" is no number"},
    {"<fg:number name='a'>1 </fg:number>", "\"1 \" is no number"},
    {"<fg:number name='a'/>", "\"\" is no number"},
    {"<fg:boolean name='a'>yes</fg:boolean>", "\"yes\" is no boolean"},
    {"<fg:number name='a' fg:t='plain'/>", "a text as <fg:number>"},
    {"<fg:object name='a' fg:text='n'/>", "text as <fg:object>"},
    {"<fg:string name='a' fg:include='templates/part.xml'/>", "a part as <fg:string>"},
    {"<fg:string name='a' fg:text='n|nope'/>", "no such filter"},
};

START_TEST(refuses)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    wrap(&text, refused[_i].inner);
    fixture_file(&fixture, "templates/part.xml", "<fg:object xmlns:fg='urn:fargauge:template:1'/>");
    fixture_file(&fixture, "templates/t.xhtml", text.data);
    ck_assert_ptr_null(fixture_compile(&fixture, "templates/t.xhtml"));
    ck_assert_msg(strstr(fixture.err.message, refused[_i].why) != NULL, "%s", fixture.err.message);
    ck_assert_str_ne(fixture.err.hint, "");
}
END_TEST

/* A number that is none is an error; what is written stays JSON. */
START_TEST(no_number)
{
    static const char *const columns[] = {"name", "odd", "empty", "hard"};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        FG_BUF_AUTO inner = FG_BUF_INIT;
        FG_BUF_AUTO text = FG_BUF_INIT;
        fg_buf_printf(&inner, "<fg:number name='a' fg:text='%s'/>", columns[i]);
        wrap(&text, inner.data);
        ck_assert_int_eq(fixture_try(&fixture, text.data), -1);
        ck_assert_ptr_nonnull(strstr(fixture.err.message, "is not a number"));
    }
}
END_TEST

START_TEST(nested_too_deep)
{
    FG_BUF_AUTO inner = FG_BUF_INIT;
    FG_BUF_AUTO text = FG_BUF_INIT;
    for (int i = 0; i < 63; i++)
        fg_buf_add_text(&inner, "<fg:object name='a'>");
    for (int i = 0; i < 63; i++)
        fg_buf_add_text(&inner, "</fg:object>");
    wrap(&text, inner.data);
    ck_assert_str_ne(fixture_render(&fixture, text.data), "");
    FG_BUF_AUTO deeper = FG_BUF_INIT;
    fg_buf_clear(&text);
    fg_buf_printf(&deeper, "<fg:object name='a'>%s</fg:object>", inner.data);
    wrap(&text, deeper.data);
    fixture_file(&fixture, "templates/t.xhtml", text.data);
    ck_assert_ptr_null(fixture_compile(&fixture, "templates/t.xhtml"));
    ck_assert_ptr_nonnull(strstr(fixture.err.message, "nested too deep"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("template_json");
    TCase *all = tcase_create("template_json");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_loop_test(all, writes, 0, sizeof written / sizeof written[0]);
    tcase_add_loop_test(all, refuses, 0, sizeof refused / sizeof refused[0]);
    tcase_add_test(all, no_number);
    tcase_add_test(all, nested_too_deep);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
