/* SPDX-License-Identifier: MIT */
#include "template_fixture.h"
#include "unit.h"

static struct fixture fixture;

static void start(void)
{
    fixture_start(&fixture);
    fixture_query(&fixture, "one", "select 1 as n, 'x' as name");
}

static void stop(void)
{
    fixture_stop(&fixture);
}

#define XML(...) "<a xmlns:fg='urn:fargauge:template:1' fg:mode='xml'>\n" __VA_ARGS__ "\n</a>"
#define HTML(...) "<html " XMLNS " fg:mode=\"html\">\n" __VA_ARGS__ "\n</html>"

/* Templates that are refused, with the line and what the message says. */
static const struct {
    const char *text;
    int line;
    const char *why;
} refused[] = {
    /* XML */
    {"", 1, "empty"},
    {HTML("<p>"), 3, "mismatch"},
    {HTML("\n<p a=1/>"), 3, "AttValue"},
    {HTML("\n&nbsp;"), 3, "nbsp"},
    {"<html xmlns='http://www.w3.org/1999/xhtml'>\n<p fg:text='n'/></html>", 2, "fg"},
    {HTML("<?php echo 1 ?>"), 2, "processing instruction"},
    {"<!DOCTYPE html SYSTEM 'file:///etc/passwd'>\n" HTML(""), 1, "document type"},
    {"\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://example.org/x.dtd'>" HTML(""),
     2, "document type"},
    {"<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" HTML("&x;"), 1, "document type"},
    {"<!DOCTYPE html [<!ENTITY % x SYSTEM 'http://127.0.0.1/'> %x;]>" HTML(""), 1, "document type"},
    {"<!DOCTYPE html [\n<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>\n"
     "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]>\n" HTML("&d;"),
     1, "document type"},
    {"<!DOCTYPE html []>" HTML(""), 1, "document type"},
    /* the output's mode */
    {"<html " XMLNS ">\n</html>", 1, "mode"},
    {"<html " XMLNS " fg:mode='prose'>\n</html>", 1, "mode"},
    {HTML("<p fg:mode='html'/>"), 2, "fg:mode inside"},
    {"<fg:block xmlns:fg='urn:fargauge:template:1' fg:mode='xml'><a/></fg:block>", 1, "<fg:block> as the first element of XML"},
    /* what a browser would run in a file of XML */
    {XML("<script xmlns='http://www.w3.org/1999/xhtml'/>"), 2, "<script> of XHTML"},
    {XML("<b>\n<x:p xmlns:x='http://www.w3.org/1999/xhtml'/></b>"), 3, "<p> of XHTML"},
    {XML("<svg xmlns='http://www.w3.org/2000/svg'/>"), 2, "<svg> of XHTML, SVG"},
    {XML("<math xmlns='http://www.w3.org/1998/Math/MathML'/>"), 2, "MathML"},
    {HTML("<p fg:foreach='one'/>"), 2, "unknown attribute fg:foreach"},
    {HTML("<p fg:attr-='n'/>"), 2, "unknown attribute fg:attr-"},
    {HTML("<p fg:raw='n'/>"), 2, "unknown attribute fg:raw"},
    {HTML("\n\n<fg:each/>"), 4, "unknown element fg:each"},
    {HTML("<fg:column name='n'/>"), 2, "unknown element fg:column"},
    {HTML("<fg:csv fg:query='one'/>"), 2, "unknown element fg:csv"},
    {HTML("<p fg:text='n' fg:t='plain'/>"), 2, "two contents"},
    {HTML("<p fg:fill='n' fg:include='templates/x'/>"), 2, "two contents"},
    {HTML("<br fg:text='n'/>"), 2, "<br> cannot have content"},
    {HTML("<img>x</img>"), 2, "<img> cannot have content"},
    {HTML("<fg:block fg:attr-id='n'/>"), 2, "attributes on fg:block"},
    {HTML("<fg:block id='n'/>"), 2, "attributes on fg:block"},
    {HTML("<p fg:each='none'/>"), 2, "no query \"none\""},
    {HTML("<p fg:each='../queries/one'/>"), 2, "no query"},
    {HTML("<p fg:each=''/>"), 2, "no query"},
    {HTML("<p fg:empty='none'/>"), 2, "no query"},
    /* references */
    {HTML("<p fg:text=''/>"), 2, "missing"},
    {HTML("<p fg:text='a b'/>"), 2, "\"a b\": not the name of a column"},
    {HTML("<p fg:text='1a'/>"), 2, "not the name"},
    {HTML("<p fg:text='n|'/>"), 2, "no such filter"},
    {HTML("<p fg:text='n|raw'/>"), 2, "no such filter"},
    {HTML("<p fg:text='n | date'/>"), 2, "not the name"},
    {HTML("<p fg:text='n|lower|lower|lower|lower|lower'/>"), 2, "too many"},
    {HTML("<p fg:if='n|lower'/>"), 2, "a filter in fg:if"},
    {HTML("<p fg:unless='n|lower'/>"), 2, "a filter in fg:unless"},
    {HTML("<p fg:fill='n|lower'/>"), 2, "a filter in fg:fill"},
    {HTML("<p fg:if='!n'/>"), 2, "not the name"},
    {HTML("<p fg:attr-id='n.m'/>"), 2, "not the name"},
    /* messages */
    {HTML("<p fg:t='none'/>"), 2, "no message \"none\""},
    {HTML("<p fg:t-title='none'/>"), 2, "no message \"none\""},
    {HTML("<p fg:t='unclosed'/>"), 2, "not closed"},
    {HTML("<p fg:t='unknown_filter'/>"), 2, "no such filter"},
    {HTML("<p fg:t-title='unclosed'/>"), 2, "not closed"},
    /* places where data is refused */
    {HTML("<p fg:attr-onclick='n'/>"), 2, "\"onclick\""},
    {HTML("<p fg:attr-OnClick='n'/>"), 2, "\"OnClick\""},
    {HTML("<p fg:attr-style='n'/>"), 2, "\"style\""},
    {HTML("<iframe fg:attr-srcdoc='n'/>"), 2, "\"srcdoc\""},
    {HTML("<img fg:attr-srcset='n'/>"), 2, "\"srcset\""},
    {HTML("<p fg:t-onclick='plain'/>"), 2, "\"onclick\""},
    {HTML("<a fg:t-href='link_data'/>"), 2, "\"href\""},
    {HTML("<meta http-equiv='refresh' fg:attr-content='n'/>"), 2, "\"content\""},
    {HTML("<meta fg:attr-http-equiv='n'/>"), 2, "\"http-equiv\""},
    {HTML("<p fg:attr-id='n' fg:t-id='plain'/>"), 2, "made twice"},
    {HTML("<p fg:attr-id='n' fg:attr-ID='n'/>"), 2, "made twice"},
    {HTML("<style fg:text='n'/>"), 2, "data in <style>"},
    {HTML("<script fg:t='plain'/>"), 2, "data in <script>"},
    {HTML("<script fg:each='one'/>"), 2, "data in <script>"},
    {HTML("<SCRIPT fg:fill='n'/>"), 2, "data in <SCRIPT>"},
    {HTML("<script fg:attr-src='n'/>"), 2, "data in <script>"},
    {HTML("<style>\n<fg:block fg:text='n'/></style>"), 3, "other than text in <style>"},
    {HTML("<script><!-- x --></script>"), 2, "other than text"},
    {HTML("<script><![CDATA[a</script>b]]></script>"), 2, "\"</\" in <script>"},
    {HTML("<style><![CDATA[</x]]></style>"), 2, "\"</\" in <style>"},
    {HTML("<script><![CDATA[<!--<script>]]></script>"), 2, "\"<!--\" in <script>"},
    {HTML("<script>'\u202E'</script>"), 2, "cannot be seen"},
    {HTML("<svg xmlns='http://www.w3.org/2000/svg'><style>a</style></svg>"), 2, "inside SVG"},
    {HTML("<x:script xmlns:x='urn:x'>a</x:script>"), 2, "unknown namespace"},
    /* the policy */
    {HTML("<p fg:csp=''/>"), 2, "fg:csp on something else"},
    {HTML("<meta fg:csp=''/>"), 2, "fg:csp on something else"},
    {HTML("<meta http-equiv='Content-Security-Policy' fg:csp=''/>\n"
          "<meta http-equiv='Content-Security-Policy' fg:csp=''/>"), 3, "fg:csp twice"},
    /* inclusion */
    {HTML("\n<p fg:include='templates/none.xhtml'/>"), 3, "no template \"templates/none.xhtml\""},
    {HTML("\n<p fg:include='templates/t.xhtml'/>"), 3, "includes itself"},
    {HTML("<p fg:include='templates/xml.xhtml'/>"), 1, "fg:mode differs"},
    /* CSV */
    {"<fg:csv xmlns:fg='urn:fargauge:template:1'/>", 1, "takes fg:query"},
    {"<fg:csv xmlns:fg='urn:fargauge:template:1' fg:query='none'><fg:column name='n'/></fg:csv>", 1,
     "no query"},
    {"<fg:csv xmlns:fg='urn:fargauge:template:1' fg:query='one'/>", 1, "without columns"},
    {"<fg:csv xmlns:fg='urn:fargauge:template:1' fg:query='one'>\n<p/></fg:csv>", 2, "not a CSV"},
    {"<fg:csv xmlns:fg='urn:fargauge:template:1' fg:query='one'>\n<fg:column/></fg:csv>", 2, "not a CSV"},
    {"<fg:csv xmlns:fg='urn:fargauge:template:1' fg:query='one'>\n<fg:column name='a' x=''/></fg:csv>",
     2, "not a CSV"},
    {"<fg:csv xmlns:fg='urn:fargauge:template:1' fg:query='one'>\n<fg:column name='a'>x</fg:column>"
     "</fg:csv>", 2, "not a CSV"},
    {"<fg:csv xmlns:fg='urn:fargauge:template:1' fg:query='one'>\n<fg:column name='a b'/></fg:csv>",
     2, "not the name"},
};

/* The message begins with the place; which column it is the next test says. */
static void expect_refused(const char *path, int line, const char *why)
{
    char place[128];
    int column = 0, end = 0;
    const char *message = fixture.err.message;
    snprintf(place, sizeof place, "template: %s:%d:", path, line);
    ck_assert_msg(strncmp(message, place, strlen(place)) == 0, "%s, expected %s", message, place);
    ck_assert_msg(sscanf(message + strlen(place), "%d: %n", &column, &end) == 1 && column > 0 && end > 0,
                  "no column: %s", message);
    ck_assert_msg(strstr(message, why) != NULL, "%s, expected %s", message, why);
    ck_assert_int_eq(fixture.err.code, FG_INTERNAL);
    ck_assert_msg(fixture.err.hint[0] != '\0', "no hint: %s", message);
}

START_TEST(refuses)
{
    fixture_file(&fixture, "templates/t.xhtml", refused[_i].text);
    fixture_file(&fixture, "templates/xml.xhtml",
                 "<p xmlns:fg='urn:fargauge:template:1' fg:mode='xml'/>");
    struct fg_template *template = fixture_compile(&fixture, "templates/t.xhtml");
    ck_assert_msg(template == NULL, "compiled: %s", refused[_i].text);
    bool part = strstr(refused[_i].text, "templates/xml.xhtml") != NULL;
    expect_refused(part ? "templates/xml.xhtml" : "templates/t.xhtml", refused[_i].line,
                   refused[_i].why);
}
END_TEST

START_TEST(errors_in_a_part_name_the_part)
{
    fixture_file(&fixture, "templates/t.xhtml", HTML("<p fg:include='templates/part.xhtml'/>"));
    fixture_file(&fixture, "templates/part.xhtml", "<b " XMLNS ">\n\n<i fg:nope=''/></b>");
    ck_assert_ptr_null(fixture_compile(&fixture, "templates/t.xhtml"));
    expect_refused("templates/part.xhtml", 3, "fg:nope");
}
END_TEST

START_TEST(cycles_of_parts)
{
    fixture_file(&fixture, "templates/t.xhtml", HTML("<p fg:include='templates/a.xhtml'/>"));
    fixture_file(&fixture, "templates/a.xhtml", "<b " XMLNS " fg:include='templates/b.xhtml'/>");
    fixture_file(&fixture, "templates/b.xhtml", "<b " XMLNS ">\n<i fg:include='templates/a.xhtml'/></b>");
    ck_assert_ptr_null(fixture_compile(&fixture, "templates/t.xhtml"));
    expect_refused("templates/b.xhtml", 2, "includes itself");
}
END_TEST

START_TEST(depth_of_parts)
{
    fixture_file(&fixture, "templates/t.xhtml", HTML("<p fg:include='templates/p1.xhtml'/>"));
    for (int i = 1; i < 40; i++) {
        char path[64], text[256];
        snprintf(path, sizeof path, "templates/p%d.xhtml", i);
        snprintf(text, sizeof text, "<b " XMLNS " fg:include='templates/p%d.xhtml'/>", i + 1);
        fixture_file(&fixture, path, text);
    }
    ck_assert_ptr_null(fixture_compile(&fixture, "templates/t.xhtml"));
    expect_refused("templates/p15.xhtml", 1, "too deep");
}
END_TEST

START_TEST(deep_elements)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_add_text(&text, "<html " XMLNS " fg:mode='html'>");
    for (int i = 0; i < 5000; i++)
        fg_buf_add_text(&text, "<b>");
    fixture_file(&fixture, "templates/t.xhtml", text.data);
    ck_assert_ptr_null(fixture_compile(&fixture, "templates/t.xhtml"));
    expect_refused("templates/t.xhtml", 1, "");
}
END_TEST

START_TEST(missing_template)
{
    ck_assert_ptr_null(fixture_compile(&fixture, "templates/none.xhtml"));
    ck_assert_int_eq(fixture.err.code, FG_INTERNAL);
    fg_template_free(NULL);
}
END_TEST

START_TEST(no_messages_no_error_wanted)
{
    static const struct fg_template_env env = {0};
    struct fg_template *template = NULL;
    fixture_file(&fixture, "templates/t.xhtml", HTML("<p fg:t='plain'/>"));
    ck_assert_int_eq(fg_resources_open(fixture.dir, &fixture.resources, NULL), 0);
    ck_assert_int_eq(
        fg_template_compile(fixture.resources, "templates/t.xhtml", &env, &template, NULL), -1);
    ck_assert_ptr_null(template);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("template_compile");
    TCase *all = tcase_create("template_compile");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_loop_test(all, refuses, 0, sizeof refused / sizeof refused[0]);
    tcase_add_test(all, errors_in_a_part_name_the_part);
    tcase_add_test(all, cycles_of_parts);
    tcase_add_test(all, depth_of_parts);
    tcase_add_test(all, deep_elements);
    tcase_add_test(all, missing_template);
    tcase_add_test(all, no_messages_no_error_wanted);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
