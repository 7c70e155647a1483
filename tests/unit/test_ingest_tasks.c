/* SPDX-License-Identifier: MIT */
/* describe-tasks. */
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

#define SQL                                                                                              \
    "select service_name, started_by, last_status, desired_status, launch_type, capacity_provider,"       \
    " platform_version, platform_family, task_definition, created_at, started_at, stopped_at,"            \
    " tags_known from task"
#define ARN ECS "task/web/0123456789abcdef"

START_TEST(all_members)
{
    import_ecs(&ingest, "tasks", "'taskArn':'" ARN "','clusterArn':'" ECS "cluster/web','group':'service:front',"
               "'startedBy':'ecs-svc/1','lastStatus':'RUNNING','desiredStatus':'RUNNING','launchType':'FARGATE',"
               "'capacityProviderName':'FARGATE_SPOT','platformVersion':'1.4.0','platformFamily':'Linux',"
               "'taskDefinitionArn':'" ECS "task-definition/front:1','createdAt':1604345263,"
               "'startedAt':'2020-11-02T19:27:44Z','stoppedAt':'2020-11-02T19:27:45Z',"
               "'overrides':{'containerOverrides':[{'environment':[{'name':'A','value':'MARK-7731'}]}]},"
               "'tags':[{'key':'a','value':'b'}]");
    expect_loaded(&ingest, 1, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "ecs_tasks");
    expect_evidence(&ingest, "source 1, record 1, resource 1, tag 1, task 1");
    expect(SQL, "front|ecs-svc/1|RUNNING|RUNNING|FARGATE|FARGATE_SPOT|1.4.0|Linux|" ECS "task-definition/front:1|"
           "2020-11-02T19:27:43.000Z|2020-11-02T19:27:44.000Z|2020-11-02T19:27:45.000Z|1");
    expect("select type, cluster, name from resource", "AWS::ECS::Task|web|0123456789abcdef");
    expect("select captured_at, captured_from from source", "2020-11-02T19:27:45.000Z|content");
}
END_TEST

START_TEST(least_members)
{
    import_ecs(&ingest, "tasks", "'taskArn':'" ECS "task/0123','clusterArn':'" ECS "cluster/web','tags':[]");
    expect_loaded(&ingest, 1, 0, 0);
    expect(SQL, "-|-|-|-|-|-|-|-|-|-|-|-|0");
    expect("select cluster, name from resource", "web|0123");
}
END_TEST

START_TEST(groups)
{
    static const struct {
        const char *group, *service;
    } samples[] = {
        {"'service:front'", "front"}, {"'family:front'", "-"}, {"'service'", "-"},
        {"'service:'", ""},           {"null", "-"},           {"'Service:front'", "-"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO members = FG_BUF_INIT;
        fg_buf_printf(&members, "'taskArn':'" ARN "','group':%s", samples[i].group);
        import_ecs(&ingest, "tasks", members.data);
        expect("select service_name from task", samples[i].service);
    }
}
END_TEST

START_TEST(places)
{
    expect_places(&ingest, "tasks", "'taskArn':'" ARN "','clusterArn':'" ECS "cluster/web','platformVersion':'1.3.0',"
                  "'taskDefinitionArn':'" ECS "task-definition/front:1','containers':[]", true,
                  "select platform_version from task", "1.3.0");
}
END_TEST

#define BAD "{'taskArn':'" ARN "',"

START_TEST(rejections)
{
    static const struct rejected samples[] = {
        {"{'group':'service:front'}", "no_arn", "taskArn"},
        {"'" ARN "'", "wrong_type", "the record is not an object"},
        {"{'taskArn':'" ECS "task-definition/front:1'}", "bad_arn", "task-definition"},
        {"{'taskArn':'arn:aws:ecs:ap-northeast-1:11122223333:task/web/1'}", "bad_arn", "11122223333"},
        {BAD "'clusterArn':1}", "wrong_type", "clusterArn"},
        {BAD "'group':['service:front']}", "wrong_type", "group"},
        {BAD "'startedBy':1}", "wrong_type", "startedBy"},
        {BAD "'lastStatus':true}", "wrong_type", "lastStatus"},
        {BAD "'platformVersion':1.4}", "wrong_type", "platformVersion"},
        {BAD "'startedAt':'2026-01-01T00:00:00'}", "bad_time", "startedAt"},
        {BAD "'tags':'a'}", "wrong_type", "tags"},
        {BAD "'group':'a','group':'b'}", "duplicate_key", "group"},
    };
    expect_rejections(&ingest, "tasks", "{'taskArn':'" ECS "task/web/good'}", samples, LENGTH(samples),
                      "source 1, record 1, rejection 1, resource 1, task 1");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_tasks");
    TCase *all = tcase_create("ingest_tasks");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, all_members);
    tcase_add_test(all, least_members);
    tcase_add_test(all, groups);
    tcase_add_test(all, places);
    tcase_add_test(all, rejections);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
