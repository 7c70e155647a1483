/* SPDX-License-Identifier: MIT */
/* Capacity providers, from ECS and from AWS Config. */
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
    "select status, auto_scaling_group_arn, managed_termination_protection, managed_scaling_status"      \
    " from capacity_provider"
#define GROUP                                                                                            \
    "'name':'asg','autoScalingGroupProvider':{'autoScalingGroupArn':'arn:aws:autoscaling:x',"             \
    "'managedScaling':{'status':'ENABLED','targetCapacity':100},'managedTerminationProtection':'DISABLED'}"

START_TEST(all_members)
{
    import_ecs(&ingest, "capacityProviders", "'capacityProviderArn':'" ECS "capacity-provider/asg',"
               "'status':'ACTIVE','updateStatus':'X','tags':[{'key':'a','value':'b'}]," GROUP);
    expect_loaded(&ingest, 1, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "ecs_capacity_providers");
    expect_evidence(&ingest, "source 1, record 1, resource 1, tag 1, capacity_provider 1");
    expect(SQL, "ACTIVE|arn:aws:autoscaling:x|DISABLED|ENABLED");
    expect("select origin, deleted, tags_known from capacity_provider", "ecs|0|1");
    expect("select arn, type, name from resource", ECS "capacity-provider/asg|AWS::ECS::CapacityProvider|asg");
}
END_TEST

START_TEST(least_members)
{
    import_ecs(&ingest, "capacityProviders", "'capacityProviderArn':'" ECS "capacity-provider/FARGATE','tags':[]");
    expect_loaded(&ingest, 1, 0, 0);
    expect(SQL, "-|-|-|-");
    expect("select tags_known from capacity_provider", "0");
    import_config(&ingest, "AWS::ECS::CapacityProvider", "'ARN':'" ECS "capacity-provider/FARGATE',",
                  "'autoScalingGroupProvider':[]");
    expect(SQL, "-|-|-|-");
}
END_TEST

/* The published schema of these items has a name and no ARN. */
START_TEST(in_config)
{
    static const char *const envelopes[] = {
        "'ARN':'" ECS "capacity-provider/asg','tags':{'a':'b'},",
        "'awsAccountId':'011122223333','awsRegion':'ap-northeast-1','resourceId':'asg','tags':{'a':'b'},",
    };
    for (size_t i = 0; i < LENGTH(envelopes); i++) {
        import_config(&ingest, "AWS::ECS::CapacityProvider", envelopes[i], GROUP);
        expect_loaded(&ingest, 1, 0, 0);
        expect(SQL, "-|arn:aws:autoscaling:x|DISABLED|ENABLED");
        expect("select arn from resource", ECS "capacity-provider/asg");
        expect("select origin, deleted, tags_known from capacity_provider", "config|0|1");
    }
    import_deleted(&ingest, "AWS::ECS::CapacityProvider",
                   "'awsAccountId':'011122223333','awsRegion':'ap-northeast-1','resourceId':'asg',");
    expect("select arn, deleted from capacity_provider join resource on resource.id = resource_id",
           ECS "capacity-provider/asg|1");
}
END_TEST

START_TEST(places)
{
    expect_places(&ingest, "capacityProviders", "'capacityProviderArn':'" ECS "capacity-provider/asg'," GROUP,
                  true, SQL, "-|arn:aws:autoscaling:x|DISABLED|ENABLED");
}
END_TEST

#define BAD "{'capacityProviderArn':'" ECS "capacity-provider/bad',"

START_TEST(rejections)
{
    static const struct rejected samples[] = {
        {"{'name':'asg'}", "no_arn", "capacityProviderArn"},
        {"'FARGATE'", "wrong_type", "the record is not an object"},
        {"{'capacityProviderArn':[]}", "wrong_type", "capacityProviderArn"},
        {"{'capacityProviderArn':'" ECS "cluster/web'}", "bad_arn", "cluster/web"},
        {BAD "'name':1}", "wrong_type", "name"},
        {BAD "'status':{}}", "wrong_type", "status"},
        {BAD "'autoScalingGroupProvider':'x'}", "wrong_type", "autoScalingGroupProvider"},
        {BAD "'autoScalingGroupProvider':{'managedScaling':true}}", "wrong_type", "managedScaling"},
        {BAD "'autoScalingGroupProvider':{'managedTerminationProtection':true}}", "wrong_type",
         "managedTerminationProtection"},
        {BAD "'tags':[1]}", "wrong_type", "tags"},
        {BAD "'name':'a','name':'b'}", "duplicate_key", "name"},
    };
    expect_rejections(&ingest, "capacityProviders", "{'capacityProviderArn':'" ECS "capacity-provider/good'}",
                      samples, LENGTH(samples), "source 1, record 1, rejection 1, resource 1, capacity_provider 1");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_capacity_providers");
    TCase *all = tcase_create("ingest_capacity_providers");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, all_members);
    tcase_add_test(all, least_members);
    tcase_add_test(all, in_config);
    tcase_add_test(all, places);
    tcase_add_test(all, rejections);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
