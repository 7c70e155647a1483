/* SPDX-License-Identifier: MIT */
/* Task sets on their own, from ECS and from AWS Config. */
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
    "select service, task_set_id, status, launch_type, json_array_length(capacity_provider_strategy),"    \
    " platform_version, platform_family, assign_public_ip, task_definition, desired_count,"               \
    " running_count, pending_count, stability_status, created_at, updated_at from task_set"
#define ARN ECS "task-set/web/front/ecs-svc/1"
#define COMMON "'id':'ecs-svc/1','launchType':'FARGATE','platformVersion':'1.4.0','taskDefinition':'front:1'"

START_TEST(all_members)
{
    import_ecs(&ingest, "taskSets", "'taskSetArn':'" ARN "','serviceArn':'" ECS "service/web/front',"
               "'clusterArn':'" ECS "cluster/web','status':'PRIMARY','platformFamily':'Linux',"
               "'capacityProviderStrategy':[{'capacityProvider':'FARGATE'}],'computedDesiredCount':3,"
               "'runningCount':2,'pendingCount':1,'stabilityStatus':'STABILIZING','createdAt':1604345263,"
               "'updatedAt':'2020-11-02T19:27:44Z','scale':{'value':1},'tags':[],"
               "'networkConfiguration':{'awsvpcConfiguration':{'assignPublicIp':'ENABLED'}}," COMMON);
    expect_loaded(&ingest, 1, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "ecs_task_sets");
    expect_evidence(&ingest, "source 1, record 1, resource 1, task_set 1");
    expect(SQL, ECS "service/web/front|ecs-svc/1|PRIMARY|FARGATE|1|1.4.0|Linux|ENABLED|front:1|3|2|1|STABILIZING|"
           "2020-11-02T19:27:43.000Z|2020-11-02T19:27:44.000Z");
    expect("select origin, deleted, tags_known from task_set", "ecs|0|1");
    expect("select type, cluster, name from resource", "AWS::ECS::TaskSet|web|front/ecs-svc/1");
}
END_TEST

START_TEST(least_members)
{
    import_ecs(&ingest, "taskSets", "'taskSetArn':'" ARN "'");
    expect_loaded(&ingest, 1, 0, 0);
    expect(SQL, "-|-|-|-|0|-|-|-|-|-|-|-|-|-|-");
    expect("select tags_known from task_set", "0");
}
END_TEST

/* Config writes AwsVpcConfiguration here, and names service and cluster as they were given. */
START_TEST(in_config)
{
    static const struct {
        const char *envelope, *configuration, *service;
    } samples[] = {
        {"'ARN':'" ARN "',", "'service':'front','cluster':'web'", "front"},
        {"'awsAccountId':'011122223333','awsRegion':'ap-northeast-1','resourceId':'x',",
         "'service':'" ECS "service/web/front','cluster':'" ECS "cluster/web'", ECS "service/web/front"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO configuration = FG_BUF_INIT;
        FG_BUF_AUTO row = FG_BUF_INIT;
        fg_buf_printf(&configuration, "%s," COMMON ",'networkConfiguration':{'AwsVpcConfiguration':"
                      "{'assignPublicIp':'ENABLED'}}", samples[i].configuration);
        fg_buf_printf(&row, "%s|ecs-svc/1|-|FARGATE|0|1.4.0|-|ENABLED|front:1|-|-|-|-|-|-", samples[i].service);
        import_config(&ingest, "AWS::ECS::TaskSet", samples[i].envelope, configuration.data);
        expect_loaded(&ingest, 1, 0, 0);
        expect(SQL, row.data);
        expect("select arn, cluster from resource", ARN "|web");
    }
    import_deleted(&ingest, "AWS::ECS::TaskSet", "'ARN':'" ARN "',");
    expect("select deleted from task_set", "1");
}
END_TEST

START_TEST(places)
{
    expect_places(&ingest, "taskSets", "'taskSetArn':'" ARN "','serviceArn':'" ECS "service/web/front',"
                  "'clusterArn':'" ECS "cluster/web'," COMMON, true,
                  "select task_set_id, platform_version from task_set", "ecs-svc/1|1.4.0");
}
END_TEST

#define BAD "{'taskSetArn':'" ARN "',"

START_TEST(rejections)
{
    static const struct rejected samples[] = {
        {"{'id':'ecs-svc/1'}", "no_arn", "taskSetArn"},
        {"7", "wrong_type", "the record is not an object"},
        {"{'taskSetArn':'" ECS "task/web/1'}", "bad_arn", "task/web/1"},
        {BAD "'serviceArn':1}", "wrong_type", "serviceArn"},
        {BAD "'id':1}", "wrong_type", "id"},
        {BAD "'platformVersion':1.4}", "wrong_type", "platformVersion"},
        {BAD "'runningCount':'1'}", "wrong_type", "runningCount"},
        {BAD "'computedDesiredCount':0.5}", "wrong_type", "computedDesiredCount"},
        {BAD "'createdAt':'soon'}", "bad_time", "createdAt"},
        {BAD "'networkConfiguration':{'awsvpcConfiguration':{'assignPublicIp':[]}}}", "wrong_type", "assignPublicIp"},
        {BAD "'capacityProviderStrategy':[{'weight':'1'}]}", "wrong_type", "weight"},
        {BAD "'id':'a','id':'a'}", "duplicate_key", "id"},
    };
    expect_rejections(&ingest, "taskSets", "{'taskSetArn':'" ECS "task-set/web/front/ecs-svc/2'}", samples,
                      LENGTH(samples), "source 1, record 1, rejection 1, resource 1, task_set 1");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_task_sets");
    TCase *all = tcase_create("ingest_task_sets");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, all_members);
    tcase_add_test(all, least_members);
    tcase_add_test(all, in_config);
    tcase_add_test(all, places);
    tcase_add_test(all, rejections);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
