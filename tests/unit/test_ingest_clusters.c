/* SPDX-License-Identifier: MIT */
/* Clusters, from ECS and from AWS Config. */
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
    "select status, settings_known, container_insights, execute_command_logging, capacity_providers,"     \
    " default_capacity_provider_strategy, active_services, running_tasks, pending_tasks,"                 \
    " container_instances from cluster"
#define COMMON                                                                                           \
    "'clusterName':'web','capacityProviders':['FARGATE','odd \\'name'],'defaultCapacityProviderStrategy':" \
    "[{'capacityProvider':'FARGATE_SPOT','weight':2,'base':1}],'configuration':"                          \
    "{'executeCommandConfiguration':{'kmsKeyId':'k','logging':'OVERRIDE','logConfiguration':{}}}"
#define INSIGHTS "[{'name':'other','value':'x'},{'name':'containerInsights','value':'enhanced'}]"

START_TEST(all_members)
{
    import_ecs(&ingest, "clusters", "'clusterArn':'" ECS "cluster/web','status':'ACTIVE',"
               "'activeServicesCount':3,'runningTasksCount':4,'pendingTasksCount':5,"
               "'registeredContainerInstancesCount':6,'settings':" INSIGHTS ",'statistics':[{'x':1}],"
               "'tags':[{'key':'team','value':'a'},{'key':'team','value':'b'}]," COMMON);
    expect_loaded(&ingest, 1, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "ecs_clusters");
    expect_evidence(&ingest, "source 1, record 1, resource 1, tag 1, cluster 1");
    expect(SQL, "ACTIVE|1|enhanced|OVERRIDE|[\"FARGATE\",\"odd \\\"name\"]|"
           "[{\"capacityProvider\":\"FARGATE_SPOT\",\"weight\":2,\"base\":1}]|3|4|5|6");
    expect("select origin, deleted, tags_known from cluster", "ecs|0|1");
    expect("select arn, account_id, type, cluster, name from resource",
           ECS "cluster/web|011122223333|AWS::ECS::Cluster|-|web");
    expect("select key, value from tag", "team|a");
}
END_TEST

START_TEST(in_config)
{
    import_config(&ingest, "AWS::ECS::Cluster", "'ARN':'" ECS "cluster/web','resourceId':'web','tags':{'a':'b'},",
                  "'arn':'" ECS "cluster/web','clusterSettings':" INSIGHTS "," COMMON);
    expect_loaded(&ingest, 1, 0, 0);
    expect(SQL, "-|1|enhanced|OVERRIDE|[\"FARGATE\",\"odd \\\"name\"]|"
           "[{\"capacityProvider\":\"FARGATE_SPOT\",\"weight\":2,\"base\":1}]|-|-|-|-");
    expect("select origin, deleted, tags_known, captured_at from cluster join record on record.id = record_id",
           "config|0|1|2026-10-01T09:00:00.000Z");
    expect("select key, value from tag", "a|b");
}
END_TEST

/* What was not asked for and what is not set. */
START_TEST(least_members)
{
    static const char *const given[] = {
        "'clusterArn':'" ECS "cluster/web'",
        "'clusterArn':'" ECS "cluster/web','settings':[],'tags':[],'capacityProviders':[],'configuration':{}",
        "'clusterArn':'" ECS "cluster/web','settings':null,'tags':null,'status':null,'configuration':[]",
    };
    for (size_t i = 0; i < LENGTH(given); i++) {
        import_ecs(&ingest, "clusters", given[i]);
        expect_loaded(&ingest, 1, 0, 0);
        expect(SQL, "-|0|-|-|[]|[]|-|-|-|-");
        expect("select tags_known from cluster", "0");
    }
    import_config(&ingest, "AWS::ECS::Cluster", "'ARN':'" ECS "cluster/web','tags':{},",
                  "'configuration':[],'clusterSettings':[]");
    expect(SQL, "-|0|-|-|[]|[]|-|-|-|-");
    expect("select tags_known from cluster", "1");
}
END_TEST

/* Config may know a cluster by its name alone; its ARN follows from the item's account and region. */
START_TEST(arns)
{
    static const struct {
        const char *envelope, *configuration, *arn;
    } samples[] = {
        {"'arn':'" ECS "cluster/web',", "", ECS "cluster/web"},
        {"'resourceId':'web',", "'arn':'" ECS "cluster/web'", ECS "cluster/web"},
        {"'resourceId':'web','awsAccountId':'011122223333','awsRegion':'ap-northeast-1',", "", ECS "cluster/web"},
        {"'resourceId':'web','accountId':'011122223333','awsRegion':'ap-northeast-1',", "", ECS "cluster/web"},
        {"'resourceId':'web','accountId':'011122223333','awsRegion':'cn-north-1',", "",
         "arn:aws-cn:ecs:cn-north-1:011122223333:cluster/web"},
        {"'resourceId':'web','accountId':'011122223333','awsRegion':'us-gov-west-1',", "",
         "arn:aws-us-gov:ecs:us-gov-west-1:011122223333:cluster/web"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        import_config(&ingest, "AWS::ECS::Cluster", samples[i].envelope, samples[i].configuration);
        expect_loaded(&ingest, 1, 0, 0);
        expect("select arn from resource", samples[i].arn);
    }
    import_deleted(&ingest, "AWS::ECS::Cluster",
                   "'resourceId':'web','awsAccountId':'011122223333','awsRegion':'ap-northeast-1',");
    expect("select arn, deleted from cluster join resource on resource.id = resource_id", ECS "cluster/web|1");
    import_deleted(&ingest, "AWS::ECS::Cluster", "'resourceId':'web',");
    expect_loaded(&ingest, 0, 0, 1);
    expect("select type from no_interest", "AWS::ECS::Cluster (deleted)");
}
END_TEST

START_TEST(places)
{
    expect_places(&ingest, "clusters", "'clusterArn':'" ECS "cluster/web','clusterName':'web','status':'ACTIVE'",
                  false, "select status, arn from cluster join resource on resource.id = resource_id",
                  "ACTIVE|" ECS "cluster/web");
}
END_TEST

#define BAD "{'clusterArn':'" ECS "cluster/bad',"

START_TEST(rejections)
{
    static const struct rejected samples[] = {
        {"{}", "no_arn", "clusterArn"},
        {"'web'", "wrong_type", "the record is not an object"},
        {"null", "wrong_type", "the record is not an object"},
        {"{'clusterArn':7}", "wrong_type", "clusterArn"},
        {"{'clusterArn':'web'}", "bad_arn", "web"},
        {"{'clusterArn':'" ECS "service/web/a'}", "bad_arn", "service/web/a"},
        {"{'clusterArn':'arn:aws:eks:ap-northeast-1:011122223333:cluster/web'}", "bad_arn", "eks"},
        {BAD "'clusterName':7}", "wrong_type", "clusterName"},
        {BAD "'status':1}", "wrong_type", "status"},
        {BAD "'settings':{}}", "wrong_type", "settings"},
        {BAD "'settings':['containerInsights']}", "wrong_type", "settings"},
        {BAD "'settings':[{'name':'containerInsights','value':true}]}", "wrong_type", "value"},
        {BAD "'capacityProviders':'FARGATE'}", "wrong_type", "capacityProviders"},
        {BAD "'capacityProviders':[{'name':'FARGATE'}]}", "wrong_type", "capacityProviders"},
        {BAD "'defaultCapacityProviderStrategy':[7]}", "wrong_type", "defaultCapacityProviderStrategy"},
        {BAD "'configuration':'x'}", "wrong_type", "configuration"},
        {BAD "'configuration':{'executeCommandConfiguration':{'logging':1}}}", "wrong_type", "logging"},
        {BAD "'activeServicesCount':'3'}", "wrong_type", "activeServicesCount"},
        {BAD "'tags':{'a':'b'}}", "wrong_type", "tags"},
        {BAD "'tags':[{'value':'b'}]}", "wrong_type", "key"},
        {BAD "'status':'ACTIVE','status':'ACTIVE'}", "duplicate_key", "status"},
    };
    expect_rejections(&ingest, "clusters", "{'clusterArn':'" ECS "cluster/good'}", samples, LENGTH(samples),
                      "source 1, record 1, rejection 1, resource 1, cluster 1");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_clusters");
    TCase *all = tcase_create("ingest_clusters");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, all_members);
    tcase_add_test(all, in_config);
    tcase_add_test(all, least_members);
    tcase_add_test(all, arns);
    tcase_add_test(all, places);
    tcase_add_test(all, rejections);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
