/* SPDX-License-Identifier: MIT */
/* The malformed twins of every list of ECS's: refused whole, or rejected record by record, with the reason. */
#include "ingest_fixture.h"
#include "unit.h"

static const struct shape {
    const char *member;
    const char *no_arn; /* the reason for an object without anything */
} shapes[] = {
    {"services", "no_arn"},         {"clusters", "no_arn"},           {"tasks", "no_arn"},
    {"taskSets", "no_arn"},         {"capacityProviders", "no_arn"},  {"serviceRevisions", "no_arn"},
    {"serviceDeployments", "no_arn"}, {"serviceArns", "wrong_type"},  {"clusterArns", "wrong_type"},
    {"taskArns", "wrong_type"},     {"taskDefinitionArns", "wrong_type"},
};

static struct ingest ingest;

static void start(void)
{
    ingest_start(&ingest);
}

static void stop(void)
{
    ingest_stop(&ingest);
}

static void import_shape(const struct shape *shape, const char *before, const char *after)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_printf(&json, "%s'%s'%s", before, shape->member, after);
    ingest_again(&ingest);
    ingest_json(&ingest, "export.json", json.data);
}

START_TEST(refused)
{
    static const struct {
        const char *before, *after;
        const char *part; /* of the message */
    } samples[] = {
        {"{", ":{}}", "is not a list"},
        {"{", ":{'x':[]}}", "is not a list"},
        {"{", ":null}", "is not a list"},
        {"{", ":'x'}", "is not a list"},
        {"{", ":7}", "is not a list"},
        {"{", ":[", "ends inside"},
        {"{", ":[{}", "ends inside"},
        {"{", ":[{'a':'b", "ends inside"},
        {"{", ":[]", "ends inside"},
        {"{", ":[]]", ""},
        {"{", ":[],}", ""},
        {"{", ":[]} x", ""},
        {"{'configurationItems':[],", ":[]}", "two kinds of export"},
        {"{'x':{", ":[]}}", "no known export"},
        {"", "", "a single value"},
    };
    for (size_t i = 0; i < LENGTH(shapes); i++)
        for (size_t j = 0; j < LENGTH(samples); j++) {
            import_shape(&shapes[i], samples[j].before, samples[j].after);
            expect_refused(&ingest, samples[j].part);
            expect_evidence(&ingest, "");
        }
}
END_TEST

START_TEST(stands_twice)
{
    for (size_t i = 0; i < LENGTH(shapes); i++) {
        FG_BUF_AUTO before = FG_BUF_INIT;
        fg_buf_printf(&before, "{'%s':[],", shapes[i].member);
        import_shape(&shapes[i], before.data, ":[]}");
        expect_refused(&ingest, "stands twice");
    }
}
END_TEST

START_TEST(rejected)
{
    static const struct {
        const char *record, *reason; /* NULL: the shape's */
    } samples[] = {
        {"7", "wrong_type"},  {"null", "wrong_type"}, {"[]", "wrong_type"}, {"true", "wrong_type"},
        {"[{}]", "wrong_type"}, {"{}", NULL},         {"{'x':{'y':[1]}}", NULL},
    };
    for (size_t i = 0; i < LENGTH(shapes); i++)
        for (size_t j = 0; j < LENGTH(samples); j++) {
            FG_BUF_AUTO after = FG_BUF_INIT;
            FG_BUF_AUTO row = FG_BUF_INIT;
            const char *reason = samples[j].reason != NULL ? samples[j].reason : shapes[i].no_arn;
            fg_buf_printf(&after, ":[%s]}", samples[j].record);
            fg_buf_printf(&row, "/%s/0|%s", shapes[i].member, reason);
            import_shape(&shapes[i], "{", after.data);
            expect_loaded(&ingest, 0, 1, 0);
            expect_rows(ingest.db, "select pointer, reason from rejection", row.data);
            expect_evidence(&ingest, "source 1, rejection 1");
        }
}
END_TEST

/* Empty is an answer: nothing was there. Pages left behind are noted. */
START_TEST(empty)
{
    for (size_t i = 0; i < LENGTH(shapes); i++) {
        import_shape(&shapes[i], "{", ":[],'nextToken':'x'}");
        expect_loaded(&ingest, 0, 0, 0);
        expect_rows(ingest.db, "select more_pages from source", "1");
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_malformed");
    TCase *all = tcase_create("ingest_malformed");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, refused);
    tcase_add_test(all, stands_twice);
    tcase_add_test(all, rejected);
    tcase_add_test(all, empty);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
