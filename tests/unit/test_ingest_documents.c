/* SPDX-License-Identifier: MIT */
/* Findings without their envelope, and several documents in one file. */
#include "ingest_fixture.h"
#include "unit.h"

#define ECS "arn:aws:ecs:ap-northeast-1:011122223333:"
#define SERVICE(name) "{'serviceArn':'" ECS "service/web/" name "'}"
#define FINDING(control, name)                                                                      \
    "{'SchemaVersion':'2018-10-08','Id':'" name "','ProductArn':"                                    \
    "'arn:aws:securityhub:ap-northeast-1::product/aws/securityhub','GeneratorId':"                   \
    "'security-control/" control "','AwsAccountId':'011122223333','UpdatedAt':"                      \
    "'2026-09-30T00:00:00Z','Resources':[{'Type':'AwsEcsService','Id':'" ECS "service/web/" name     \
    "'}],'Compliance':{'Status':'FAILED','SecurityControlId':'" control "'}}"

static struct ingest ingest;

static void start(void)
{
    ingest_start(&ingest);
}

static void stop(void)
{
    ingest_stop(&ingest);
}

static void expect(const char *sql, const char *expected)
{
    expect_rows(ingest.db, sql, expected);
}

static const char pointers[] = "select group_concat(pointer, ' ') from (select pointer from record order by id)";

static uint64_t line_of(const struct fg_buf *text, size_t offset)
{
    uint64_t line = 1;
    for (size_t i = 0; i < offset; i++)
        line += text->data[i] == '\n';
    return line;
}

/* Every record's place gives back a JSON object with the name in it that the record is about, and its line. */
static void expect_places(const char *json)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    add_json(&text, json);
    sqlite3_stmt *query;
    ck_assert_int_eq(sqlite3_prepare_v2(ingest.db, "select byte_offset, byte_length, line from record", -1,
                                        &query, NULL), SQLITE_OK);
    while (sqlite3_step(query) == SQLITE_ROW) {
        size_t at = (size_t)sqlite3_column_int64(query, 0);
        size_t len = (size_t)sqlite3_column_int64(query, 1);
        ck_assert_uint_le(at + len, text.len);
        ck_assert_int_eq(text.data[at], '{');
        ck_assert_int_eq(text.data[at + len - 1], '}');
        ck_assert_uint_eq((uint64_t)sqlite3_column_int64(query, 2), line_of(&text, at));
    }
    sqlite3_finalize(query);
}

START_TEST(places)
{
    static const struct {
        const char *json;
        int64_t used, rejected, of_no_interest;
        const char *pointers;
    } samples[] = {
        /* one finding, and what is not one */
        {FINDING("ECS.10", "a"), 1, 0, 0, ""},
        {FINDING("S3.8", "a"), 0, 0, 1, NULL},
        /* a list, an event */
        {"[" FINDING("ECS.10", "a") "," FINDING("ECS.2", "b") "]", 2, 0, 0, "/0 /1"},
        {"{'version':'0','detail-type':'Security Hub Findings - Imported','detail':{'x':[1],'findings':["
         FINDING("ECS.10", "a") "]}}", 1, 0, 0, "/detail/findings/0"},
        /* JSON Lines, with and without separators, and pages in a row */
        {FINDING("ECS.10", "a") "\n" FINDING("ECS.10", "b") "\r\n\n", 2, 0, 0, "/0 /1"},
        {FINDING("ECS.10", "a") FINDING("S3.8", "b") FINDING("ECS.10", "c"), 2, 0, 1, "/0 /2"},
        {"{'services':[" SERVICE("a") "]} {'services':[" SERVICE("b") "," SERVICE("c") "]}", 3, 0, 0,
         "/0/services/0 /1/services/0 /1/services/1"},
        {"{'services':[" SERVICE("a") ",{}]}{'failures':[],'services':[{}]}", 1, 2, 0, "/0/services/0"},
        {"{'Findings':[" FINDING("ECS.10", "a") "]}[" FINDING("ECS.10", "b") "]", 2, 0, 0,
         "/0/Findings/0 /1/0"},
        /* over several lines */
        {"\n[\n\n" FINDING("ECS.10", "a") "\n,\r\n" FINDING("ECS.10", "b") "]\n" FINDING("ECS.2", "c"), 3, 0, 0, "/0/0 /0/1 /1"},
        {"{'services':\n[" SERVICE("a") ",\n\n" SERVICE("b") "]\n}\n{'services':[\n" SERVICE("c") "]}", 3, 0, 0,
         "/0/services/0 /0/services/1 /1/services/0"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        ingest_again(&ingest);
        ingest_json(&ingest, "export.json", samples[i].json);
        ck_assert_msg(ingest.report.outcome == FG_INGEST_LOADED, "%zu: %s", i,
                      ingest.report.refusal.message);
        expect_loaded(&ingest, samples[i].used, samples[i].rejected, samples[i].of_no_interest);
        expect(pointers, samples[i].pointers == NULL ? "-" : samples[i].pointers);
        expect_places(samples[i].json);
    }
}
END_TEST

START_TEST(rejections_are_numbered_too)
{
    ingest_json(&ingest, "export.json", "{'services':[{}]}{'services':[{},7]}");
    expect("select group_concat(pointer, ' ') from (select pointer from rejection order by id)",
           "/0/services/0 /1/services/0 /1/services/1");
}
END_TEST

/* Pages appended to each other are whole when the last one says so. */
START_TEST(last_page_decides)
{
    ingest_json(&ingest, "a.json", "{'services':[],'nextToken':'x'}{'services':[]}");
    ingest_json(&ingest, "b.json", "{'services':[]}{'services':[],'nextToken':'x'}");
    expect("select more_pages from source order by path", "0\n1");
}
END_TEST

/* A document that cannot be read takes the ones before it along. */
START_TEST(all_or_nothing)
{
    static const char *const ends[] = {"{", "{'x':1}", "7", "[]", "{'configurationItems':[]}", "nul"};
    for (size_t i = 0; i < LENGTH(ends); i++) {
        FG_BUF_AUTO json = FG_BUF_INIT;
        fg_buf_printf(&json, "{'services':[" SERVICE("a") "]}\n%s", ends[i]);
        ingest_again(&ingest);
        ingest_json(&ingest, "export.json", json.data);
        expect_refused(&ingest, ":2: ");
        expect_evidence(&ingest, "");
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_documents");
    TCase *all = tcase_create("ingest_documents");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, places);
    tcase_add_test(all, rejections_are_numbered_too);
    tcase_add_test(all, last_page_decides);
    tcase_add_test(all, all_or_nothing);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
