/* SPDX-License-Identifier: MIT */
/* AWS Config: snapshots and API answers. */
#include "ingest_fixture.h"
#include "unit.h"

#define ECS "arn:aws:ecs:ap-northeast-1:011122223333:"
#define OK "'configurationItemStatus':'OK','configurationItemCaptureTime':'2026-10-01T09:00:00.000Z'"
#define SERVICE "'resourceType':'AWS::ECS::Service'"

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

/* Import one item, with its members between the braces. */
static void item(const char *members)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_printf(&json, "{'fileVersion':'1.0','configurationItems':[{%s}]}", members);
    ingest_again(&ingest);
    ingest_json(&ingest, "config.json", json.data);
}

START_TEST(service)
{
    item(SERVICE "," OK ",'ARN':'" ECS "service/web/front','resourceId':'" ECS "service/web/front',"
         "'awsAccountId':'011122223333','tags':{'team':'web','Team':''},'relationships':[{'x':1}],"
         "'configuration':{'ServiceArn':'" ECS "service/web/front','Cluster':'" ECS "cluster/web',"
         "'LaunchType':'FARGATE','PlatformVersion':'1.4.0','SchedulingStrategy':'REPLICA',"
         "'TaskDefinition':'" ECS "task-definition/front:7','DesiredCount':2,"
         "'CapacityProviderStrategy':[],'DeploymentController':{'Type':'ECS'},"
         "'ServiceConnectConfiguration':[],'NetworkConfiguration':{'AwsvpcConfiguration':"
         "{'AssignPublicIp':'ENABLED'}}}");
    expect_loaded(&ingest, 1, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "config_items");
    expect_evidence(&ingest, "source 1, record 1, resource 1, service 1, tag 2");
    expect("select origin, deleted, status, launch_type, capacity_provider_strategy, platform_version,"
           " platform_family, scheduling_strategy, deployment_controller, assign_public_ip,"
           " task_definition, desired_count, running_count, tags_known from service",
           "config|0|-|FARGATE|[]|1.4.0|-|REPLICA|ECS|ENABLED|" ECS "task-definition/front:7|2|-|1");
    expect("select pointer, captured_at from record", "/configurationItems/0|2026-10-01T09:00:00.000Z");
    expect("select captured_at, captured_from from source", "2026-10-01T09:00:00.000Z|content");
    expect("select key, value from tag", "Team|\nteam|web");
}
END_TEST

/* A map in files and API answers, a list in advanced queries; [] is Config's way to write none. */
START_TEST(tags)
{
    static const struct {
        const char *tags;
        const char *rows;
        const char *known;
    } samples[] = {
        {"{'a':'b','c':''}", "a|b\nc|", "1"},
        {"[{'key':'a','value':'b','tag':'a=b'},{'key':'c'}]", "a|b\nc|-", "1"},
        {"{}", "", "1"},
        {"[]", "", "1"},
        {"null", "", "0"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO members = FG_BUF_INIT;
        fg_buf_printf(&members, SERVICE "," OK ",'ARN':'" ECS "service/web/a','configuration':{},'tags':%s",
                      samples[i].tags);
        item(members.data);
        expect_loaded(&ingest, 1, 0, 0);
        expect("select key, value from tag", samples[i].rows);
        expect("select tags_known from service", samples[i].known);
    }
}
END_TEST

START_TEST(tags_of_a_wrong_type)
{
    static const char *const given[] = {"7", "'a'", "true"};
    for (size_t i = 0; i < LENGTH(given); i++) {
        FG_BUF_AUTO members = FG_BUF_INIT;
        fg_buf_printf(&members, SERVICE "," OK ",'ARN':'" ECS "service/web/a','configuration':{},'tags':%s",
                      given[i]);
        item(members.data);
        expect_loaded(&ingest, 0, 1, 0);
    }
}
END_TEST

/* The item's ARN, in the envelope of either channel or inside the configuration. */
START_TEST(arns)
{
    static const struct {
        const char *members;
        const char *resource;
    } samples[] = {
        {"'ARN':'" ECS "service/web/a','configuration':{}", ECS "service/web/a|web|a"},
        {"'arn':'" ECS "service/web/a','configuration':{}", ECS "service/web/a|web|a"},
        {"'resourceId':'" ECS "service/web/a','configuration':{}", ECS "service/web/a|web|a"},
        {"'ARN':null,'arn':'" ECS "service/web/a','configuration':{}", ECS "service/web/a|web|a"},
        {"'resourceId':'a','configuration':{'ServiceArn':'" ECS "service/web/a'}", ECS "service/web/a|web|a"},
        {"'configuration':{'ServiceArn':'" ECS "service/a','Cluster':'" ECS "cluster/web'}",
         ECS "service/a|web|a"},
        {"'ARN':'arn:aws-cn:ecs:cn-north-1:111122223333:service/web/a','configuration':{}",
         "arn:aws-cn:ecs:cn-north-1:111122223333:service/web/a|web|a"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO members = FG_BUF_INIT;
        fg_buf_printf(&members, SERVICE "," OK ",%s", samples[i].members);
        item(members.data);
        expect_loaded(&ingest, 1, 0, 0);
        expect("select arn, cluster, name from resource", samples[i].resource);
    }
}
END_TEST

/* The API prints `configuration` as JSON held in a text, and times as epoch seconds. */
START_TEST(configuration_as_text)
{
    item(SERVICE ",'configurationItemStatus':'ResourceDiscovered','configurationItemCaptureTime':1604345263.148,"
         "'arn':'" ECS "service/web/a','configuration':"
         "'{\\'PlatformVersion\\':\\'1.3.0\\',\\'CapacityProviderStrategy\\':[{\\'CapacityProvider\\':"
         "\\'FARGATE_SPOT\\',\\'Weight\\':1,\\'Base\\':0}]}'");
    expect_loaded(&ingest, 1, 0, 0);
    expect("select platform_version, capacity_provider_strategy, launch_type, tags_known from service",
           "1.3.0|[{\"capacityProvider\":\"FARGATE_SPOT\",\"weight\":1,\"base\":0}]|-|0");
    expect("select captured_at from record", "2020-11-02T19:27:43.148Z");
}
END_TEST

START_TEST(deleted)
{
    static const char *const configurations[] = {"", ",'configuration':null", ",'configuration':'null'"};
    static const char *const states[] = {"ResourceDeleted", "ResourceDeletedNotRecorded"};
    for (size_t i = 0; i < LENGTH(configurations); i++)
        for (size_t j = 0; j < LENGTH(states); j++) {
            FG_BUF_AUTO members = FG_BUF_INIT;
            fg_buf_printf(&members, SERVICE ",'configurationItemStatus':'%s','configurationItemCaptureTime':"
                          "'2026-10-01T09:00:00Z','resourceId':'" ECS "service/web/a'%s", states[j],
                          configurations[i]);
            item(members.data);
            expect_loaded(&ingest, 1, 0, 0);
            expect("select deleted, platform_version, capacity_provider_strategy from service", "1|-|[]");
            expect("select name from resource", "a");
        }
}
END_TEST

START_TEST(task_definition)
{
    item("'resourceType':'AWS::ECS::TaskDefinition'," OK ",'resourceId':'front',"
         "'configuration':{'TaskDefinitionArn':'" ECS "task-definition/front:7','Family':'front','Revision':7,"
         "'Status':'ACTIVE','RuntimePlatform':{'OperatingSystemFamily':'WINDOWS_SERVER_2022_CORE'},"
         "'ContainerDefinitions':[{'Environment':[{'Name':'SECRET','Value':'x'}]}]}");
    expect_loaded(&ingest, 1, 0, 0);
    expect_evidence(&ingest, "source 1, record 1, resource 1, task_definition 1, container 1, container_variable 1");
    expect("select t.origin, t.deleted, family, revision, status, operating_system_family, arn, type"
           " from task_definition t join resource r on r.id = resource_id",
           "config|0|front|7|ACTIVE|WINDOWS_SERVER_2022_CORE|" ECS "task-definition/front:7|"
           "AWS::ECS::TaskDefinition");

    item("'resourceType':'AWS::ECS::TaskDefinition'," OK ",'ARN':'" ECS "task-definition/front:7',"
         "'configuration':{'RuntimePlatform':[]}");
    expect("select family, revision, operating_system_family from task_definition", "front|7|-");

    item("'resourceType':'AWS::ECS::TaskDefinition','configurationItemStatus':'ResourceNotRecorded','resourceId':'front'");
    expect_loaded(&ingest, 0, 0, 1);
    expect("select type, count from no_interest", "items not recorded by AWS Config|1");

    item("'resourceType':'AWS::ECS::TaskDefinition','configurationItemStatus':'ResourceDeleted','resourceId':'front'");
    expect_loaded(&ingest, 0, 0, 1);
    expect("select type, count from no_interest", "AWS::ECS::TaskDefinition (deleted)|1");
}
END_TEST

START_TEST(compliance)
{
    item("'resourceType':'AWS::Config::ResourceCompliance'," OK ",'resourceId':'AWS::ECS::Service/x',"
         "'configuration':{'targetResourceType':'AWS::ECS::Service','targetResourceId':'" ECS "service/web/a',"
         "'complianceType':'NON_COMPLIANT','configRuleList':["
         "{'configRuleName':'securityhub-ecs-fargate-latest-platform-version-0a1b2c3d','configRuleArn':'r',"
         "'complianceType':'NON_COMPLIANT'},{'configRuleName':'other','complianceType':'COMPLIANT'}]}");
    expect_loaded(&ingest, 1, 0, 0);
    /* the item itself, and its two rules */
    expect_evidence(&ingest, "source 1, record 1, resource 1, config_evaluation 3");
    expect("select rule_name, rule_arn, compliance, type, cluster, name from config_evaluation e"
           " join resource r on r.id = e.resource_id",
           "|-|NON_COMPLIANT|AWS::ECS::Service|web|a\n"
           "securityhub-ecs-fargate-latest-platform-version-0a1b2c3d|r|NON_COMPLIANT|AWS::ECS::Service|web|a\n"
           "other|-|COMPLIANT|AWS::ECS::Service|web|a");
    expect("select captured_at from record", "2026-10-01T09:00:00.000Z");
}
END_TEST

/* Verdicts on what is no ECS resource, or is named by something else than its ARN. */
START_TEST(compliance_of_no_interest)
{
    static const char *const configurations[] = {
        "{'targetResourceType':'AWS::S3::Bucket','targetResourceId':'arn:aws:s3:::b','configRuleList':[]}",
        "{'targetResourceType':'AWS::ECS::Cluster','targetResourceId':'web','configRuleList':[]}",
        "{'targetResourceId':'" ECS "service/web/a'}",
        "{'targetResourceType':'AWS::ECS::Service'}",
        "{}",
    };
    for (size_t i = 0; i < LENGTH(configurations); i++) {
        FG_BUF_AUTO members = FG_BUF_INIT;
        fg_buf_printf(&members, "'resourceType':'AWS::Config::ResourceCompliance'," OK ",'configuration':%s",
                      configurations[i]);
        item(members.data);
        expect_loaded(&ingest, 0, 0, 1);
        expect("select type, count from no_interest", "AWS::Config::ResourceCompliance|1");
        expect_evidence(&ingest, "source 1, no_interest 1");
    }
}
END_TEST

START_TEST(unwanted_types)
{
    ingest_json(&ingest, "config.json",
        "{'configurationItems':[{'resourceType':'AWS::EC2::Volume','configuration':{'a':1,'a':2}},"
        "{'resourceType':'AWS::ECS::Task'},{'resourceType':'AWS::EC2::Volume'},"
        "{'resourceType':'AWS::ECS::ServiceX'},{'resourceType':''}]}");
    expect_loaded(&ingest, 0, 0, 5);
    expect("select type, count from no_interest",
           "|1\nAWS::EC2::Volume|2\nAWS::ECS::ServiceX|1\nAWS::ECS::Task|1");
    expect_evidence(&ingest, "source 1, no_interest 4");
}
END_TEST

/* More types than are told apart are counted together, none is lost. */
START_TEST(very_many_types)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_add_text(&json, "{'configurationItems':[");
    for (int i = 0; i < 500; i++)
        fg_buf_printf(&json, "%s{'resourceType':'T%d'}", i > 0 ? "," : "", i);
    fg_buf_add_text(&json, "]}");
    ingest_json(&ingest, "config.json", json.data);
    expect_loaded(&ingest, 0, 0, 500);
    expect("select sum(count), max(count) > 200 from no_interest", "500|1");
    expect("select count from no_interest where type = 'T0'", "1");
}
END_TEST

#define BAD "{" SERVICE "," OK ",'ARN':'" ECS "service/web/bad',"
#define RULES "{'resourceType':'AWS::Config::ResourceCompliance'," OK ",'configuration':{'targetResourceType':" \
    "'AWS::ECS::Service','targetResourceId':'" ECS "service/web/bad','configRuleList':"

START_TEST(rejections)
{
    static const struct rejected samples[] = {
        {"{'configuration':{}}", "no_type", "resourceType"},
        {"{'resourceType':7}", "no_type", "resourceType"},
        {"{'resourceType':null}", "no_type", "resourceType"},
        {"{" SERVICE "," OK ",'configuration':{}}", "no_arn", "ARN"},
        {"{" SERVICE "," OK ",'resourceId':'front','configuration':{}}", "bad_arn", "front"},
        {"{" SERVICE "," OK ",'ARN':'" ECS "cluster/web','configuration':{}}", "bad_arn", "cluster/web"},
        {"{" SERVICE "," OK ",'ARN':7,'configuration':{}}", "wrong_type", "ARN"},
        {"{" SERVICE ",'resourceType':'AWS::ECS::Service'," OK ",'ARN':'" ECS "service/web/bad',"
         "'configuration':{}}", "duplicate_key", "resourceType"},
        {BAD "'x':1}", "no_configuration", "configuration"},
        {BAD "'configuration':null}", "no_configuration", "configuration"},
        {BAD "'configuration':'null'}", "no_configuration", "configuration"},
        {BAD "'configuration':'[]'}", "no_configuration", "configuration"},
        {BAD "'configuration':7}", "wrong_type", "configuration"},
        {BAD "'configuration':''}", "bad_text", "JSON held as text"},
        {BAD "'configuration':'{'}", "bad_text", "JSON held as text"},
        {BAD "'configuration':'{} {}'}", "bad_text", "JSON held as text"},
        {BAD "'configuration':'{\\'a\\':01}'}", "bad_text", "JSON held as text"},
        {BAD "'configuration':'{\\'a\\':1,\\'a\\':2}'}", "duplicate_key", "a"},
        {BAD "'configuration':'{\\'a\\':\\'\\\\u0000\\'}'}", "bad_text", "U+0000"},
        {BAD "'configuration':{'a':{'b':1,'b':2}}}", "duplicate_key", "b"},
        {BAD "'configuration':{'PlatformVersion':1.4}}", "wrong_type", "PlatformVersion"},
        {BAD "'configuration':{'DesiredCount':'2'}}", "wrong_type", "DesiredCount"},
        {BAD "'configuration':{'DeploymentController':'ECS'}}", "wrong_type", "DeploymentController"},
        {BAD "'configuration':{'CapacityProviderStrategy':[{'Weight':[]}]}}", "wrong_type", "Weight"},
        {BAD "'configuration':{},'tags':{'a':1}}", "wrong_type", "tags"},
        {BAD "'configuration':{},'tags':[{'key':'a'},{'value':'b'}]}", "wrong_type", "tags"},
        {BAD "'configuration':{},'tags':['a']}", "wrong_type", "tags"},
        {BAD "'configuration':{},'tags':[{'key':'a','value':1}]}", "wrong_type", "value"},
        {"{" SERVICE ",'configurationItemCaptureTime':'soon','ARN':'" ECS "service/web/bad','configuration':{}}",
         "bad_time", "configurationItemCaptureTime"},
        {"{'resourceType':'AWS::ECS::TaskDefinition'," OK ",'resourceId':'front','configuration':{}}", "bad_arn",
         "front"},
        {"{'resourceType':'AWS::ECS::TaskDefinition'," OK ",'ARN':'" ECS "task-definition/bad:1','configuration':"
         "{'Revision':'7'}}", "wrong_type", "Revision"},
        {RULES "{}}}", "wrong_type", "configRuleList"},
        {RULES "[7]}}", "wrong_type", "configRuleList"},
        {RULES "[{'configRuleName':'a'},{'complianceType':'COMPLIANT'}]}}", "no_rule", "configRuleName"},
        {RULES "[{'configRuleName':'','complianceType':'COMPLIANT'}]}}", "no_rule", "configRuleName"},
        {RULES "[{'configRuleName':'a'},{'configRuleName':'b','complianceType':1}]}}", "wrong_type",
         "complianceType"},
        {"'x'", "wrong_type", "the record is not an object"},
    };
    expect_rejections(&ingest, "configurationItems",
                      "{" SERVICE "," OK ",'ARN':'" ECS "service/web/good','configuration':{}}", samples,
                      LENGTH(samples), "source 1, record 1, rejection 1, resource 1, service 1");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_config");
    TCase *all = tcase_create("ingest_config");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, service);
    tcase_add_test(all, tags);
    tcase_add_test(all, tags_of_a_wrong_type);
    tcase_add_test(all, arns);
    tcase_add_test(all, configuration_as_text);
    tcase_add_test(all, deleted);
    tcase_add_test(all, task_definition);
    tcase_add_test(all, compliance);
    tcase_add_test(all, compliance_of_no_interest);
    tcase_add_test(all, unwanted_types);
    tcase_add_test(all, very_many_types);
    tcase_add_test(all, rejections);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
