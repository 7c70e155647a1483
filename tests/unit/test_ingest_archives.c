/* SPDX-License-Identifier: MIT */
/* Archives imported: each member a file of its own, all of them or nothing. */
#include "archive_fixture.h"
#include "ingest_fixture.h"
#include "unit.h"

#define ECS "arn:aws:ecs:eu-west-1:123456789012:"
#define SERVICE(name) "{\"services\":[{\"serviceArn\":\"" ECS "service/web/" name "\"}],\"failures\":[]}"

static struct ingest ingest;
static struct pack pack;
static struct fg_buf bytes;

static void set_up(void)
{
    ingest_start(&ingest);
    bytes = FG_BUF_INIT;
}

static void tear_down(void)
{
    fg_buf_done(&bytes);
    ingest_stop(&ingest);
}

static void start(const char *format)
{
    fg_buf_clear(&bytes);
    pack_start(&pack, format, NULL, &bytes);
}

/* Finish the archive, write it as `name`, and import it. */
static void import(const char *name)
{
    pack_stop(&pack);
    ingest_bytes(&ingest, name, bytes.data, bytes.len);
}

static void expect(const char *sql, const char *expected)
{
    expect_rows(ingest.db, sql, expected);
}

/* Paths below the test's own folder. */
#define PATHS "substr(path, instr(path, 'e.'))"

START_TEST(members)
{
    static const char *const formats[] = {"zip", "pax", "pax.gz"};
    static const char *const names[] = {"zip", "tar", "tar.gz"};
    for (size_t i = 0; i < LENGTH(formats); i++) {
        char expected[512];
        ingest_again(&ingest);
        start(formats[i]);
        pack_text(&pack, "ecs/a.json", SERVICE("a"));
        pack_text(&pack, "ecs/\xE6\x9C\xAC\xE7\x95\xAA_20260901T000000Z.json", SERVICE("b"));
        pack_text(&pack, "no-ending", " [{\"SchemaVersion\":\"1\",\"ProductArn\":\"x\",\"GeneratorId\":\"S3.1\"}]");
        pack_text(&pack, "readme.txt", "see ecs/");
        pack_text(&pack, "__MACOSX/ecs/._a.json", "not ours");
        pack_text(&pack, ".hidden.json", "nor this");
        import("e.bin");
        snprintf(expected, sizeof expected,
                 "e.bin!ecs/a.json|ecs_services|none\n"
                 "e.bin!ecs/\xE6\x9C\xAC\xE7\x95\xAA_20260901T000000Z.json|ecs_services|path\n"
                 "e.bin!no-ending|securityhub_findings|none");
        expect("select " PATHS ", kind, captured_from from source order by id", expected);
        expect("select " PATHS ", reason from passed_over", "e.bin!readme.txt|not_an_export");
        expect("select count(*), min(archive_id), max(archive_id) from source", "3|1|1");
        snprintf(expected, sizeof expected, "e.bin|%s|%zu", names[i], bytes.len);
        expect("select " PATHS ", format, size from archive", expected);
        expect("select count(*) from service", "2");
        expect("select count(distinct sha256) from (select sha256 from source union all select sha256 from archive)", "4");
        expect("select * from pragma_foreign_key_check", "");
    }
}
END_TEST

/* A member's bytes may have come before, alone or in another archive. */
START_TEST(seen_before)
{
    ingest_bytes(&ingest, "e.json", SERVICE("a"), strlen(SERVICE("a")));
    start("zip");
    pack_text(&pack, "a.json", SERVICE("a"));
    pack_text(&pack, "b.json", SERVICE("b"));
    import("e.zip");
    start("pax.gz");
    pack_text(&pack, "b.json", SERVICE("b"));
    import("e.tgz");
    expect("select " PATHS ", archive_id from source order by id", "e.json|-\ne.zip!b.json|1");
    expect("select " PATHS ", archive_id from source_alias order by 1", "e.tgz!b.json|2\ne.zip!a.json|1");
    expect("select count(*) from service", "2");
}
END_TEST

/* A member may be damaged by itself; the others are taken. */
START_TEST(malformed_members)
{
    start("zip");
    pack_text(&pack, "a.json", SERVICE("a"));
    pack_text(&pack, "b.json", "{\"services\":[{\"serviceArn\":\"" ECS "service/web/x\"}");
    pack_text(&pack, "c.json", "<!DOCTYPE html><html>");
    pack_text(&pack, "d.json.gz", "\x1F\x8B\x08 cut short");
    pack_text(&pack, "e.json", SERVICE("e"));
    import("e.zip");
    expect("select " PATHS " from source order by id", "e.zip!a.json\ne.zip!e.json");
    expect("select " PATHS ", sha256 <> '' from rejected_source order by path",
           "e.zip!b.json|1\ne.zip!c.json|1\ne.zip!d.json.gz|1");
    expect("select count(*) from resource", "2");
}
END_TEST

/* An archive that proves damaged at its end leaves nothing but the note. */
START_TEST(damaged)
{
    static const char *const formats[] = {"zip", "pax", "pax.gz"};
    for (size_t i = 0; i < LENGTH(formats); i++) {
        FG_BUF_AUTO lines = FG_BUF_INIT;
        add_lines(&lines, 5000);
        start(formats[i]);
        pack_text(&pack, "a.json", SERVICE("a"));
        pack_text(&pack, "b.json", SERVICE("b"));
        pack_file(&pack, "long.txt", lines.data, lines.len);
        pack_stop(&pack);
        for (size_t cut = 1; cut < 9; cut++) {
            ingest_again(&ingest);
            ingest_bytes(&ingest, "e.bin", bytes.data, bytes.len * cut / 9);
            ck_assert_int_eq(ingest.report.outcome, FG_INGEST_REFUSED);
            ck_assert_str_ne(ingest.report.refusal.hint, "");
            expect_evidence(&ingest, "");
            expect("select count(*) from archive", "0");
            expect("select count(*) from passed_over", "0");
            expect("select count(*) from rejected_source", "1");
        }
    }
}
END_TEST

START_TEST(empty)
{
    start("zip");
    pack_text(&pack, "readme.txt", "nothing here");
    import("e.zip");
    expect_refused(&ingest, "holds no export");
    expect_evidence(&ingest, "");
}
END_TEST

/* Links lead nowhere, and an archive in an archive is not opened: each is named. */
START_TEST(passed_over)
{
    FG_BUF_AUTO inner = FG_BUF_INIT;
    struct pack other;
    pack_start(&other, "zip", NULL, &inner);
    pack_text(&other, "a.json", SERVICE("inner"));
    pack_stop(&other);
    start("pax");
    struct archive_entry *link = pack_header("link.json", AE_IFLNK, 0);
    archive_entry_set_symlink(link, "/etc/passwd");
    pack_entry(&pack, link, "", 0);
    pack_text(&pack, "a.json", SERVICE("a"));
    pack_file(&pack, "inner.zip", inner.data, inner.len);
    pack_file(&pack, "inner.json", inner.data, inner.len);
    import("e.tar");
    expect("select " PATHS ", reason from passed_over order by 1",
           "e.tar!inner.json|nested_archive\ne.tar!inner.zip|nested_archive\ne.tar!link.json|symbolic_link");
    expect("select count(*) from service", "1");
}
END_TEST

START_TEST(too_many_members)
{
    struct fg_limits limits = fg_default_limits;
    ingest.options.limits = &limits;
    limits.members = 2;
    start("zip");
    pack_text(&pack, "a.json", SERVICE("a"));
    pack_text(&pack, "b.json", SERVICE("b"));
    pack_text(&pack, "c.json", SERVICE("c"));
    import("e.zip");
    expect_refused(&ingest, "e.zip");
    ck_assert_msg(strstr(ingest.report.refusal.hint, "--max-members") != NULL, "%s", ingest.report.refusal.hint);
    expect_evidence(&ingest, "");
    ingest.options.limits = NULL;
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_archives");
    TCase *tests = tcase_create("ingest_archives");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, members);
    tcase_add_test(tests, seen_before);
    tcase_add_test(tests, malformed_members);
    tcase_add_test(tests, damaged);
    tcase_add_test(tests, empty);
    tcase_add_test(tests, passed_over);
    tcase_add_test(tests, too_many_members);
    suite_add_tcase(suite, tests);
    return fg_run_suite(suite);
}
