/* SPDX-License-Identifier: MIT */
/* Service revisions and service deployments. */
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

#define REVISION ECS "service-revision/web/front/1485800978477494678"
#define DEPLOYMENT ECS "service-deployment/web/front/ejGvqq2ilnbKT9qj0vLJe"
#define SERVICE "'serviceArn':'" ECS "service/web/front','clusterArn':'" ECS "cluster/web'"

START_TEST(revision)
{
    import_ecs(&ingest, "serviceRevisions", "'serviceRevisionArn':'" REVISION "'," SERVICE ",'launchType':'FARGATE',"
               "'capacityProviderStrategy':[{'capacityProvider':'FARGATE','weight':1,'base':0}],"
               "'platformVersion':'1.4.0','platformFamily':'Linux','taskDefinition':'t','networkConfiguration':"
               "{'awsvpcConfiguration':{'assignPublicIp':'DISABLED'}},'createdAt':1604345263");
    expect_loaded(&ingest, 1, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "ecs_service_revisions");
    expect_evidence(&ingest, "source 1, record 1, resource 1, service_revision 1");
    expect("select service, launch_type, json_array_length(capacity_provider_strategy), platform_version,"
           " platform_family, assign_public_ip, task_definition, created_at from service_revision",
           ECS "service/web/front|FARGATE|1|1.4.0|Linux|DISABLED|t|2020-11-02T19:27:43.000Z");
    expect("select type, cluster, name from resource", "AWS::ECS::ServiceRevision|web|front/1485800978477494678");
}
END_TEST

START_TEST(deployment)
{
    import_ecs(&ingest, "serviceDeployments", "'serviceDeploymentArn':'" DEPLOYMENT "'," SERVICE
               ",'status':'SUCCESSFUL','targetServiceRevision':{'arn':'" REVISION "','runningTaskCount':1},"
               "'createdAt':1604345263,'startedAt':1604345264,'finishedAt':1604345265,'updatedAt':1704345265");
    expect_loaded(&ingest, 1, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "ecs_service_deployments");
    expect_evidence(&ingest, "source 1, record 1, resource 1, service_deployment 1");
    expect("select service, status, target_revision, created_at, started_at, finished_at from service_deployment",
           ECS "service/web/front|SUCCESSFUL|" REVISION "|2020-11-02T19:27:43.000Z|2020-11-02T19:27:44.000Z|"
           "2020-11-02T19:27:45.000Z");
    expect("select type, cluster, name from resource",
           "AWS::ECS::ServiceDeployment|web|front/ejGvqq2ilnbKT9qj0vLJe");
}
END_TEST

START_TEST(least_members)
{
    import_ecs(&ingest, "serviceRevisions", "'serviceRevisionArn':'" REVISION "'");
    expect_loaded(&ingest, 1, 0, 0);
    expect("select service, capacity_provider_strategy, platform_version, created_at from service_revision",
           "-|[]|-|-");
    import_ecs(&ingest, "serviceDeployments", "'serviceDeploymentArn':'" DEPLOYMENT "','finishedAt':null");
    expect_loaded(&ingest, 1, 0, 0);
    expect("select service, status, target_revision, finished_at from service_deployment", "-|-|-|-");
}
END_TEST

/* list-service-deployments names the revision in a member of its own. */
START_TEST(brief_deployment)
{
    import_ecs(&ingest, "serviceDeployments", "'serviceDeploymentArn':'" DEPLOYMENT "'," SERVICE
               ",'targetServiceRevisionArn':'" REVISION "','status':'IN_PROGRESS'");
    expect("select status, target_revision from service_deployment", "IN_PROGRESS|" REVISION);
}
END_TEST

START_TEST(places)
{
    expect_places(&ingest, "serviceRevisions", "'serviceRevisionArn':'" REVISION "'," SERVICE, true,
                  "select service from service_revision", ECS "service/web/front");
    expect_places(&ingest, "serviceDeployments", "'serviceDeploymentArn':'" DEPLOYMENT "'," SERVICE, true,
                  "select service from service_deployment", ECS "service/web/front");
}
END_TEST

START_TEST(rejected_revisions)
{
    static const struct rejected samples[] = {
        {"{" SERVICE "}", "no_arn", "serviceRevisionArn"},
        {"'" REVISION "'", "wrong_type", "the record is not an object"},
        {"{'serviceRevisionArn':'" DEPLOYMENT "'}", "bad_arn", "service-deployment"},
        {"{'serviceRevisionArn':'" REVISION "','platformVersion':1}", "wrong_type", "platformVersion"},
        {"{'serviceRevisionArn':'" REVISION "','createdAt':true}", "bad_time", "createdAt"},
        {"{'serviceRevisionArn':'" REVISION "','capacityProviderStrategy':{}}", "wrong_type",
         "capacityProviderStrategy"},
    };
    expect_rejections(&ingest, "serviceRevisions", "{'serviceRevisionArn':'" REVISION "'}", samples, LENGTH(samples),
                      "source 1, record 1, rejection 1, resource 1, service_revision 1");
}
END_TEST

START_TEST(rejected_deployments)
{
    static const struct rejected samples[] = {
        {"{" SERVICE "}", "no_arn", "serviceDeploymentArn"},
        {"[]", "wrong_type", "the record is not an object"},
        {"{'serviceDeploymentArn':'" REVISION "'}", "bad_arn", "service-revision"},
        {"{'serviceDeploymentArn':'" DEPLOYMENT "','targetServiceRevision':'x'}", "wrong_type",
         "targetServiceRevision"},
        {"{'serviceDeploymentArn':'" DEPLOYMENT "','status':[]}", "wrong_type", "status"},
        {"{'serviceDeploymentArn':'" DEPLOYMENT "','startedAt':'soon'}", "bad_time", "startedAt"},
    };
    expect_rejections(&ingest, "serviceDeployments", "{'serviceDeploymentArn':'" DEPLOYMENT "'}", samples,
                      LENGTH(samples), "source 1, record 1, rejection 1, resource 1, service_deployment 1");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_rollouts");
    TCase *all = tcase_create("ingest_rollouts");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, revision);
    tcase_add_test(all, deployment);
    tcase_add_test(all, least_members);
    tcase_add_test(all, brief_deployment);
    tcase_add_test(all, places);
    tcase_add_test(all, rejected_revisions);
    tcase_add_test(all, rejected_deployments);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
