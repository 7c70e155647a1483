/* SPDX-License-Identifier: MIT */
/* Folders of templates: what is taken, what is refused, and what falls back on the program. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/own_templates.h"
#include "template_fixture.h"
#include "unit.h"

static struct fixture fixture;
static struct fg_resources *base;
static struct fg_faults faults;

static void start(void)
{
    fixture_start(&fixture);
    faults = (struct fg_faults){0};
    ck_assert_int_eq(fg_resources_open(NULL, &base, &fixture.err), 0);
}

static void stop(void)
{
    fg_faults_done(&faults);
    fg_resources_close(base);
    fixture_stop(&fixture);
}

#define CSV "<fg:csv xmlns:fg='urn:fargauge:template:1' fg:query='results_csv'><fg:column name='status'/></fg:csv>"
#define MESSAGES(inner) "<fg:messages xmlns:fg='urn:fargauge:template:1'>" inner "</fg:messages>"

static void check(void)
{
    fg_faults_done(&faults);
    int status = fg_own_check(fixture.dir, base, &faults, &fixture.err);
    ck_assert_msg(status == 0, "%s", fixture.err.message);
}

/* Exactly one fault, on the file, which says this. */
static void expect(const char *name, const char *why)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fg_buf_printf(&path, "%s%s%s", fixture.dir, name[0] == '\0' ? "" : "/", name);
    check();
    ck_assert_msg(faults.count == 1, "%zu faults, first %s", faults.count, faults.count == 0 ? "" : faults.list[0].why);
    ck_assert_str_eq(faults.list[0].path, path.data);
    ck_assert_msg(strstr(faults.list[0].why, why) != NULL, "%s", faults.list[0].why);
    ck_assert_str_ne(faults.list[0].hint, "");
}

START_TEST(outputs)
{
    struct fg_own_templates *templates;
    fixture_file(&fixture, "b.csv.xml", CSV);
    fixture_file(&fixture, "a.x.csv.xml", CSV);
    fixture_file(&fixture, "parts/c.csv.xml", "<p/>");
    fixture_file(&fixture, ".hidden.csv.xml", "<");
    fixture_file(&fixture, "README.md", "<");
    fixture_file(&fixture, "other.sql", "nonsense");
    check();
    ck_assert_msg(faults.count == 0, "%s: %s", faults.list[0].path, faults.list[0].why);
    ck_assert_int_eq(fg_own_open(fixture.dir, base, &faults, &templates, &fixture.err), 0);
    ck_assert_uint_eq(fg_own_count(templates), 2);
    ck_assert_str_eq(fg_own_output(templates, 0), "a.x.csv");
    ck_assert_str_eq(fg_own_output(templates, 1), "b.csv");
    fg_own_close(templates);
}
END_TEST

START_TEST(empty_folder)
{
    expect("", "there is no template in it");
}
END_TEST

START_TEST(no_folder)
{
    static const char *const dirs[] = {"/nonexistent", "/dev/null"};
    for (size_t i = 0; i < sizeof dirs / sizeof dirs[0]; i++) {
        ck_assert_int_eq(fg_own_check(dirs[i], base, &faults, &fixture.err), -1);
        ck_assert_int_eq(fixture.err.code, FG_IO);
        ck_assert_ptr_nonnull(strstr(fixture.err.message, dirs[i]));
    }
}
END_TEST

START_TEST(names)
{
    static const struct {
        const char *name, *why;
    } samples[] = {
        {"team.xml", "does not say"},          {"team.xhtml", "does not say"},
        {"report.html.xhtml", "the program's"}, {"REPORT.HTML.xml", "the program's"},
        {"results.csv.xml", "the program's"},   {"results.sarif.xml", "the program's"},
        {"junit.xml.xml", "the program's"},     {"junit-2.xml.xml", "the program's"},
        {"fargauge.db.xml", "the program's"},   {"summary.md.xml", "the program's"},
        {"remediation.sh.xml", "the program's"}, {"gaps.csv.xml", "the program's"},
        {"a\x01.csv.xml", "cannot be seen"},    {"a\nb.csv.xml", "cannot be seen"},
        {"a.html.xml", "does not fit"},
        {"a.json.xml", "does not fit"},         {"a.txt.xml", "does not fit"},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i += stride()) {
        FG_BUF_AUTO path = FG_BUF_INIT;
        fixture_file(&fixture, samples[i].name, CSV);
        expect(samples[i].name, samples[i].why);
        fg_buf_printf(&path, "%s/%s", fixture.dir, samples[i].name);
        ck_assert_int_eq(unlink(path.data), 0);
    }
    fixture_file(&fixture, "t.csv.xhtml", CSV);
    fixture_file(&fixture, "t.csv.xml", CSV);
    expect("t.csv.xml", "another template writes the same file");
}
END_TEST

START_TEST(over_its_own_folder)
{
    fixture_file(&fixture, "t.csv.xml.xml", CSV);
    fixture_file(&fixture, "t.csv.xml", CSV);
    expect("t.csv.xml.xml", "a file of this folder");
}
END_TEST

static const char *below(struct fg_buf *path, const char *name)
{
    fg_buf_clear(path);
    fg_buf_printf(path, "%s/%s", fixture.dir, name);
    return path->data;
}

START_TEST(links_are_refused)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fixture_file(&fixture, "t.csv.xml", CSV);
    fixture_file(&fixture, "parts/a.xml", "<p/>");
    ck_assert_int_eq(symlink("/etc/passwd", below(&path, "parts/x.xml")), 0);
    expect("parts/x.xml", "a symbolic link");
    unlink(path.data);
    ck_assert_int_eq(symlink("a.xml", below(&path, "parts/inner.xml")), 0);
    expect("parts/inner.xml", "a symbolic link");
    unlink(path.data);
    ck_assert_int_eq(symlink("/etc", below(&path, "queries")), 0);
    expect("queries", "a symbolic link");
    unlink(path.data);
    ck_assert_int_eq(mkfifo(below(&path, "parts/pipe.xml"), 0600), 0);
    expect("parts/pipe.xml", "not a file");
    unlink(path.data);
    check();
    ck_assert_uint_eq(faults.count, 0);
}
END_TEST

/* The folder itself may be named through a link. */
START_TEST(folder_through_a_link)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fixture_file(&fixture, "real/t.csv.xml", CSV);
    ck_assert_int_eq(symlink("real", below(&path, "link")), 0);
    ck_assert_int_eq(fg_own_check(path.data, base, &faults, &fixture.err), 0);
    ck_assert_uint_eq(faults.count, 0);
}
END_TEST

START_TEST(sizes)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_add_text(&text, "<p>");
    while (text.len < 1 << 20)
        fg_buf_add_text(&text, "0123456789abcdef");
    fg_buf_add_text(&text, "</p>");
    fixture_file(&fixture, "t.csv.xml", CSV);
    fixture_file(&fixture, "parts/large.xml", text.data);
    expect("parts/large.xml", "too large");
}
END_TEST

START_TEST(deep_folders)
{
    fixture_file(&fixture, "t.csv.xml", CSV);
    fixture_file(&fixture, "1/2/3/4/5/6/7/8/ok.xml", "<p/>");
    check();
    ck_assert_uint_eq(faults.count, 0);
    fixture_file(&fixture, "1/2/3/4/5/6/7/8/9/no.xml", "<p/>");
    expect("1/2/3/4/5/6/7/8/9", "nested too deep");
}
END_TEST

START_TEST(queries)
{
    static const struct {
        const char *name, *sql, *why;
    } samples[] = {
        {"queries/a b.sql", "select 1 as a order by 1", "not the name of a query"},
        {"queries/sub/a.sql", "select 1 as a order by 1", "not the name of a query"},
        {"queries/a.sql", "select 1 as a", "no order of its own"},
        {"queries/a.sql", "delete from source", "not authorized"},
        {"queries/a.sql", "select load_extension('x') order by 1", "not authorized"},
        {"queries/a.sql", "attach 'x' as y", "not authorized"},
        {"queries/a.sql", "select 1 as a order by 1; drop table source", "more than one statement"},
        {"queries/a.sql", "select x from source order by 1", "no such column: x"},
        {"queries/a.sql", "-- nothing", "holds no statement"},
        {"queries/a.sql", "select 1 as a order by 1", NULL},
        {"queries/a.sql", "select :nothing_gives_this as a order by 1", NULL}, /* unused: who knows */
    };
    fixture_file(&fixture, "t.csv.xml", CSV);
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i += stride()) {
        FG_BUF_AUTO path = FG_BUF_INIT;
        fixture_file(&fixture, samples[i].name, samples[i].sql);
        if (samples[i].why != NULL)
            expect(samples[i].name, samples[i].why);
        else
            check();
        ck_assert_uint_eq(faults.count, samples[i].why != NULL);
        unlink(below(&path, samples[i].name));
    }
}
END_TEST

/* The folder's files come first; what it lacks is the program's: parts, queries and messages. */
START_TEST(falls_back)
{
    fixture_file(&fixture, "t.html.xhtml",
                 "<html " XMLNS " fg:mode='html'><svg xmlns='http://www.w3.org/2000/svg'/>"
                 "<div fg:include='templates/html/symbols.xhtml'/><p fg:each='report_controls' fg:text='mine'/>"
                 "<p fg:each='report_assessment' fg:text='as_of'/><p fg:t='status.FAILED'/><p fg:t='mine'/></html>");
    fixture_file(&fixture, "queries/report_controls.sql", "select 1 as mine order by 1");
    expect("t.html.xhtml", "there is no message \"mine\"");
    fixture_file(&fixture, "messages.xml", MESSAGES("<fg:message key='mine'><fg:en>a</fg:en><fg:ja>b</fg:ja></fg:message>"
                                                    "<fg:message key='status.FAILED'><fg:en>{lang}</fg:en><fg:ja/></fg:message>"));
    check();
    ck_assert_msg(faults.count == 0, "%s: %s", faults.list[0].path, faults.list[0].why);
}
END_TEST

START_TEST(messages)
{
    static const struct {
        const char *text, *why;
    } samples[] = {
        {"<fg:message key='a'><fg:en>x</fg:en></fg:message>", "not there in both languages"},
        {"<fg:message><fg:en>x</fg:en><fg:ja>y</fg:ja></fg:message>", "not a message"},
        {"<fg:message key='a b'><fg:en>x</fg:en><fg:ja>y</fg:ja></fg:message>", "not a message"},
        {"<p/>", "not a message"},
        {"text", "not a message"},
        {"<fg:message key='a'><fg:en>x</fg:en><fg:en>z</fg:en><fg:ja>y</fg:ja></fg:message>", "a second text"},
        {"<fg:message key='a'><fg:en>x</fg:en><fg:fr>z</fg:fr><fg:ja>y</fg:ja></fg:message>", "not a text"},
        {"<fg:message key='a'><fg:en><b>x</b></fg:en><fg:en>x</fg:en><fg:ja>y</fg:ja></fg:message>", "not a text"},
        {"<fg:message key='a'><fg:en>{x</fg:en><fg:ja>y</fg:ja></fg:message>", "not closed"},
        {"<fg:message key='a'><fg:en>{x|up}</fg:en><fg:ja>y</fg:ja></fg:message>", "no such filter"},
        {"<fg:message key='a'><fg:en>x</fg:en><fg:ja>y</fg:ja></fg:message>"
         "<fg:message key='a'><fg:en>x</fg:en><fg:ja>y</fg:ja></fg:message>", "a second message"},
        {"<a>", "mismatch"},
    };
    fixture_file(&fixture, "t.csv.xml", CSV);
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i += stride()) {
        FG_BUF_AUTO text = FG_BUF_INIT;
        fg_buf_printf(&text, MESSAGES("\n%s"), samples[i].text);
        fixture_file(&fixture, "messages.xml", text.data);
        check();
        ck_assert_msg(faults.count > 0, "%s", samples[i].text);
        ck_assert_msg(strstr(faults.list[0].why, samples[i].why) != NULL, "%s", faults.list[0].why);
        ck_assert_uint_gt(faults.list[0].line, 0);
    }
    fixture_file(&fixture, "messages.xml", "<p/>");
    expect("messages.xml", "not a file of messages");
}
END_TEST

/* How a text is laid out in the file is not part of it. */
START_TEST(texts)
{
    struct fg_own_templates *templates;
    fixture_file(&fixture, "t.csv.xml", CSV);
    fixture_file(&fixture, "messages.xml",
                 MESSAGES("<fg:message key='a'>\n<!-- x --><fg:en>\n  one  two\n   three \n</fg:en>"
                          "<fg:ja>\n  一、\n  二</fg:ja></fg:message>"
                          "<fg:message key='b'><fg:en/><fg:ja>&lt;<![CDATA[&]]></fg:ja></fg:message>"));
    ck_assert_int_eq(fg_own_open(fixture.dir, base, &faults, &templates, &fixture.err), 0);
    ck_assert_uint_eq(faults.count, 0);
    ck_assert_str_eq(fg_own_message(templates, "a", "en"), "one  two three");
    ck_assert_str_eq(fg_own_message(templates, "a", "ja"), "一、二");
    ck_assert_str_eq(fg_own_message(templates, "b", "en"), "");
    ck_assert_str_eq(fg_own_message(templates, "b", "ja"), "<&");
    ck_assert_ptr_null(fg_own_message(templates, "c", "en"));
    fg_own_close(templates);
}
END_TEST

static void notice(void *context, const char *path)
{
    (void)path;
    ++*(size_t *)context;
}

START_TEST(a_start)
{
    FG_BUF_AUTO dir = FG_BUF_INIT;
    size_t written = 0;
    below(&dir, "new");
    ck_assert_int_eq(fg_own_start(dir.data, base, notice, &written, &fixture.err), 0);
    ck_assert_uint_ge(written, 5);
    ck_assert_int_eq(fg_own_check(dir.data, base, &faults, &fixture.err), 0);
    ck_assert_msg(faults.count == 0, "%s:%u: %s", faults.list[0].path, faults.list[0].line, faults.list[0].why);
    written = 0;
    ck_assert_int_eq(fg_own_start(dir.data, base, notice, &written, &fixture.err), -1);
    ck_assert_int_eq(fixture.err.code, FG_USAGE);
    ck_assert_uint_eq(written, 0);
    ck_assert_int_eq(fg_own_start("/nonexistent/new", base, notice, &written, &fixture.err), -1);
    ck_assert_int_eq(fixture.err.code, FG_IO);
    ck_assert_int_eq(fg_own_start("/dev/null", base, notice, &written, &fixture.err), -1);
    ck_assert_int_eq(fixture.err.code, FG_IO);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("own_templates");
    TCase *all = tcase_create("own_templates");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, outputs);
    tcase_add_test(all, empty_folder);
    tcase_add_test(all, no_folder);
    tcase_add_test(all, names);
    tcase_add_test(all, over_its_own_folder);
    tcase_add_test(all, links_are_refused);
    tcase_add_test(all, folder_through_a_link);
    tcase_add_test(all, sizes);
    tcase_add_test(all, deep_folders);
    tcase_add_test(all, queries);
    tcase_add_test(all, falls_back);
    tcase_add_test(all, messages);
    tcase_add_test(all, texts);
    tcase_add_test(all, a_start);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
