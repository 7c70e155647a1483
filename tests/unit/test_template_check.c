/* SPDX-License-Identifier: MIT */
/* Everything that is wrong with a template at once, each thing at its place. */
#include "render/query.h"
#include "template_fixture.h"
#include "unit.h"

static struct fixture fixture;
static struct fg_faults faults;
static enum fg_mode mode;

static void start(void)
{
    fixture_start(&fixture);
    faults = (struct fg_faults){0};
    fixture_query(&fixture, "one", "select 1 as n, 'x' as name");
}

static void stop(void)
{
    fg_faults_done(&faults);
    fixture_stop(&fixture);
}

static void check(const char *text)
{
    static const struct fg_template_env env = {.message = fixture_message};
    static const struct fg_param params[] = {{"lang", "en"}};
    fixture_file(&fixture, "templates/t.xhtml", text);
    ck_assert_int_eq(fg_resources_open(fixture.dir, &fixture.resources, &fixture.err), 0);
    ck_assert_int_eq(fg_template_check(fixture.resources, "templates/t.xhtml", &env, fixture.db, params, 1, &faults,
                                       &mode, &fixture.err), 0);
    fg_faults_sort(&faults);
}

/* The faults as lines `PATH:LINE:COLUMN why`. */
static void expect(const char *expected)
{
    FG_BUF_AUTO said = FG_BUF_INIT;
    for (size_t i = 0; i < faults.count; i++) {
        const struct fg_fault *fault = &faults.list[i];
        fg_buf_printf(&said, "%s:%u:%u %s\n", fault->path, fault->line, fault->column, fault->why);
        ck_assert_str_ne(fault->hint, "");
    }
    ck_assert_str_eq(fg_buf_text(&said), expected);
}

#define ROOT "<html " XMLNS " fg:mode='html'>\n"

START_TEST(nothing_is_wrong)
{
    check(ROOT "<p fg:each='one' fg:text='name'/></html>");
    expect("");
    ck_assert_int_eq(mode, FG_MODE_HTML);
    check("<fg:csv xmlns:fg='urn:fargauge:template:1' fg:query='one'><fg:column name='n'/></fg:csv>");
    expect("");
    ck_assert_int_eq(mode, FG_MODE_CSV);
}
END_TEST

START_TEST(all_of_them)
{
    fixture_query(&fixture, "typo", "select n\n from\tnowhere");
    fixture_query(&fixture, "write", "-- no\n pragma user_version");
    fixture_file(&fixture, "templates/part.xhtml", "<b " XMLNS ">\n <i fg:text='gone'/></b>");
    check(ROOT "<p fg:foreach='x' fg:text='a b'/>\n"
          "<p\n  fg:if='nope'\n\tfg:each='none'><i fg:text='whatever'/></p>\n"
          "<!-- <p fg:raw='x'/> --><p fg:each='one'>é<b fg:text='nada'/><b fg:attr-id='n|up' fg:attr-style='n'/></p>\n"
          "<script fg:text='n'>&lt;p></script><p title='>\"' fg:t='none'/>\n"
          "<p fg:include='templates/part.xhtml'/><p fg:include='templates/part.xhtml'/>\n"
          "<p fg:each='typo'/><p fg:empty='write'/>\n"
          "<?pi?></html>");
    expect("sql/queries/typo.sql:2:7 no such table: nowhere\n"
           "sql/queries/write.sql:2:2 not authorized\n"
           "templates/part.xhtml:2:5 no column or parameter \"gone\" here\n"
           "templates/t.xhtml:2:4 unknown attribute fg:foreach\n"
           "templates/t.xhtml:2:19 \"a b\": not the name of a column\n"
           "templates/t.xhtml:5:2 there is no query \"none\"\n"
           "templates/t.xhtml:6:46 no column or parameter \"nada\" here\n"
           "templates/t.xhtml:6:65 \"n|up\": no such filter\n"
           "templates/t.xhtml:6:83 data in the attribute \"style\" is refused\n"
           "templates/t.xhtml:7:1 data in <script> is refused\n"
           "templates/t.xhtml:7:9 no column or parameter \"n\" here\n"
           "templates/t.xhtml:7:50 there is no message \"none\"\n"
           "templates/t.xhtml:10:1 a processing instruction\n");
}
END_TEST

START_TEST(xml_is_broken)
{
    check(ROOT "<p a=1/>\n<b></i>\n&nbsp;</html>");
    ck_assert_uint_ge(faults.count, 3);
    ck_assert_uint_eq(faults.list[0].line, 2);
    for (size_t i = 0; i < faults.count; i++)
        ck_assert_uint_gt(faults.list[i].column, 0);
}
END_TEST

/* A part of a part that is not there, and a part that breaks off, leave the rest to be checked. */
START_TEST(parts_that_are_broken)
{
    fixture_file(&fixture, "templates/part.xhtml", "<b " XMLNS "><i fg:include='templates/none.xhtml'/></b>");
    fixture_file(&fixture, "templates/cut.xhtml", "<b>");
    check(ROOT "<p fg:include='templates/part.xhtml'/><p fg:include='templates/cut.xhtml'/>\n<p fg:text='nope'/></html>");
    ck_assert_uint_ge(faults.count, 3);
    ck_assert_str_eq(faults.list[0].path, "templates/cut.xhtml");
    ck_assert_str_eq(faults.list[faults.count - 2].path, "templates/part.xhtml");
    ck_assert_str_eq(faults.list[faults.count - 1].path, "templates/t.xhtml");
    ck_assert_uint_eq(faults.list[faults.count - 1].line, 3);
}
END_TEST

START_TEST(parts_that_double)
{
    for (int i = 0; i < 14; i++) {
        FG_BUF_AUTO path = FG_BUF_INIT;
        FG_BUF_AUTO text = FG_BUF_INIT;
        fg_buf_printf(&path, "templates/p%d.xhtml", i);
        fg_buf_add_text(&text, "<div " XMLNS ">");
        for (int k = 0; k < 8; k++)
            fg_buf_printf(&text, "<div class='%0200d' fg:include='templates/p%d.xhtml'/>", 0, i + 1);
        fg_buf_add_text(&text, "</div>");
        fixture_file(&fixture, path.data, text.data);
    }
    fixture_file(&fixture, "templates/p14.xhtml", "<div " XMLNS "/>");
    check(ROOT "<p fg:include='templates/p0.xhtml'/></html>");
    ck_assert_uint_gt(faults.count, 0);
    ck_assert_str_eq(faults.list[0].why, "the parts make the template too long");
}
END_TEST

START_TEST(orders)
{
    static const struct {
        const char *sql;
        bool has;
    } samples[] = {
        {"select 1 order by 1", true},
        {"SELECT 1\nORDER\n-- x\nBY 1;", true},
        {"select 1 order /* by */ by 1", true},
        {"select 1", false},
        {"select 1 -- order by 1", false},
        {"select 1 /* order by 1 */", false},
        {"select 'order by 1'", false},
        {"select \"order by\", [order by], `order by`", false},
        {"select row_number() over (order by 1)", false},
        {"select * from (select 1 order by 1)", false},
        {"with a as (select 1 order by 1) select * from a order by 1", true},
        {"select 1 as \"order\" , by_", false},
        {"select a.order_by", false},
        {"select '", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        ck_assert_msg(fg_query_has_order(samples[i].sql) == samples[i].has, "%s", samples[i].sql);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("template_check");
    TCase *all = tcase_create("template_check");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, nothing_is_wrong);
    tcase_add_test(all, all_of_them);
    tcase_add_test(all, xml_is_broken);
    tcase_add_test(all, parts_that_are_broken);
    tcase_add_test(all, parts_that_double);
    tcase_add_test(all, orders);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
