/* SPDX-License-Identifier: MIT */
/* Lists of ARNs. */
#include "ecs_fixture.h"
#include "unit.h"

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

static const struct list {
    const char *member, *kind, *arn, *type;
} lists[] = {
    {"serviceArns", "ecs_service_list", ECS "service/web/front", "AWS::ECS::Service"},
    {"clusterArns", "ecs_cluster_list", ECS "cluster/web", "AWS::ECS::Cluster"},
    {"taskArns", "ecs_task_list", ECS "task/web/0123", "AWS::ECS::Task"},
    {"taskDefinitionArns", "ecs_task_definition_list", ECS "task-definition/front:1", "AWS::ECS::TaskDefinition"},
};

static void expect_listing(const struct list *list)
{
    FG_BUF_AUTO row = FG_BUF_INIT;
    ck_assert_str_eq(ingest.report.kind, list->kind);
    expect_evidence(&ingest, "source 1, record 1, resource 1, listing 1");
    fg_buf_printf(&row, "%s|%s", list->arn, list->type);
    expect("select arn, type from listing join resource on resource.id = resource_id", row.data);
}

START_TEST(answers)
{
    for (size_t i = 0; i < LENGTH(lists); i++) {
        FG_BUF_AUTO json = FG_BUF_INIT;
        fg_buf_printf(&json, "{'%s':['%s'],'nextToken':'x'}", lists[i].member, lists[i].arn);
        ingest_again(&ingest);
        ingest_json(&ingest, "export.json", json.data);
        expect_loaded(&ingest, 1, 0, 0);
        expect_listing(&lists[i]);
        expect("select more_pages from source", "1");
    }
}
END_TEST

/* As --query serviceArns prints them. */
START_TEST(bare_arrays)
{
    for (size_t i = 0; i < LENGTH(lists); i++) {
        FG_BUF_AUTO json = FG_BUF_INIT;
        fg_buf_printf(&json, "['%s']", lists[i].arn);
        ingest_again(&ingest);
        ingest_json(&ingest, "export.json", json.data);
        expect_loaded(&ingest, 1, 0, 0);
        expect_listing(&lists[i]);
        expect("select pointer, byte_offset from record", "/0|1");
    }
}
END_TEST

START_TEST(forms)
{
    ingest_json(&ingest, "export.json", "{'serviceArns':[]}");
    expect_loaded(&ingest, 0, 0, 0);
    expect_evidence(&ingest, "source 1");
    ingest_again(&ingest);
    ingest_json(&ingest, "export.json", "{'serviceArns':['" ECS "service/old','" ECS "service/web/new','" ECS
                "service/web/new']}");
    expect_loaded(&ingest, 3, 0, 0);
    expect("select cluster, name from resource order by name", "web|new\n-|old");
}
END_TEST

START_TEST(refused)
{
    static const char *const given[] = {
        "['front']", "['arn:aws:s3:::bucket']", "['arn:aws:iam::011122223333:role/service/a']",
        "['arn:aws:eks:ap-northeast-1:011122223333:cluster/web']", "['" ECS "container-instance/web/1']",
        "['arn:aws:ecs:x']", "['']", "{'serviceArns':{}}", "{'serviceArns':'" ECS "service/web/a'}",
    };
    for (size_t i = 0; i < LENGTH(given); i++) {
        ingest_again(&ingest);
        ingest_json(&ingest, "export.json", given[i]);
        expect_refused(&ingest, "no known export");
        expect_evidence(&ingest, "");
    }
}
END_TEST

START_TEST(rejections)
{
    static const struct rejected samples[] = {
        {"7", "wrong_type", "not an object"},
        {"null", "wrong_type", "not an object"},
        {"{}", "wrong_type", "not text"},
        {"'front'", "bad_arn", "front"},
        {"'" ECS "cluster/web'", "bad_arn", "cluster/web"},
        {"'arn:aws:vpc-lattice:ap-northeast-1:011122223333:service/a'", "bad_arn", "vpc-lattice"},
        {"'arn:aws:ecs:ap-northeast-1:11122223333:service/web/a'", "bad_arn", "11122223333"},
        {"'\\u0000'", "bad_text", "U+0000"},
    };
    expect_rejections(&ingest, "serviceArns", "'" ECS "service/web/good'", samples, LENGTH(samples),
                      "source 1, record 1, rejection 1, resource 1, listing 1");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_listings");
    TCase *all = tcase_create("ingest_listings");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, answers);
    tcase_add_test(all, bare_arrays);
    tcase_add_test(all, forms);
    tcase_add_test(all, refused);
    tcase_add_test(all, rejections);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
