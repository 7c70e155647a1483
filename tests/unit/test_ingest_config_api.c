/* SPDX-License-Identifier: MIT */
/* AWS Config: what its API answers besides items. */
#include "ingest/map/config_shared.h"
#include "ingest_fixture.h"
#include "unit.h"

#define ECS "arn:aws:ecs:ap-northeast-1:011122223333:"
#define RULE "ecs-fargate-latest-platform-version"
#define TYPE "'resourceType':'AWS::ECS::Service'"
#define TIMED "'configurationItemCaptureTime':'2026-10-01T09:00:00.000Z'"
#define WHOLE(name)                                                                                  \
    "'configuration':{'ServiceArn':'" ECS "service/web/" name "','ServiceName':'" name "','Cluster':'" ECS \
    "cluster/web','SchedulingStrategy':'REPLICA','EnableECSManagedTags':true,'LaunchType':'FARGATE',"    \
    "'PlatformVersion':'1.4.0','CapacityProviderStrategy':[]}"

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

static void import(const char *json)
{
    ingest_again(&ingest);
    ingest_json(&ingest, "config.json", json);
}

/* ---- Evaluations ---- */

#define QUALIFIER(type, id, rule) "'EvaluationResultIdentifier':{'EvaluationResultQualifier':{'ConfigRuleName':'" rule \
    "','ResourceType':'" type "','ResourceId':'" id "'},'OrderingTimestamp':'2026-09-01T00:00:00Z'}"
#define EVALUATION(type, id)                                                                         \
    "{" QUALIFIER(type, id, RULE) ",'ComplianceType':'NON_COMPLIANT','ResultRecordedTime':"           \
    "'2026-09-30T09:00:00.500Z','ConfigRuleInvokedTime':'2026-09-30T08:00:00Z','Annotation':'Too old.'}"

START_TEST(evaluations)
{
    import("{'EvaluationResults':[" EVALUATION("AWS::ECS::Service", ECS "service/web/a") ","
           EVALUATION("AWS::EC2::Volume", "vol-1") "],'NextToken':'more'}");
    expect_loaded(&ingest, 1, 0, 1);
    ck_assert_str_eq(ingest.report.kind, "config_evaluations");
    expect_evidence(&ingest, "source 1, record 1, no_interest 1, resource 1, config_evaluation 1");
    expect("select rule_name, rule_arn, compliance, annotation, type, cluster, name from config_evaluation e"
           " join resource r on r.id = e.resource_id",
           RULE "|-|NON_COMPLIANT|Too old.|AWS::ECS::Service|web|a");
    expect("select pointer, captured_at from record", "/EvaluationResults/0|2026-09-30T09:00:00.500Z");
    expect("select captured_at, captured_from, more_pages from source", "2026-09-30T09:00:00.500Z|content|1");
    expect("select type, count from no_interest", "AWS::EC2::Volume|1");
}
END_TEST

/* A name tells no account; and what bears one name need not be one resource. */
START_TEST(evaluations_of_names)
{
    import("{'EvaluationResults':[" EVALUATION("AWS::ECS::Cluster", "web") ","
           EVALUATION("AWS::ECS::TaskDefinition", "web") "," EVALUATION("AWS::ECS::TaskDefinition", "web:7") "]}");
    expect_loaded(&ingest, 3, 0, 0);
    expect("select arn, type, name, partition, account_id, region from resource order by arn",
           "AWS::ECS::Cluster/web|AWS::ECS::Cluster|web|-|-|-\n"
           "AWS::ECS::TaskDefinition/web|AWS::ECS::TaskDefinition|web|-|-|-\n"
           "AWS::ECS::TaskDefinition/web:7|AWS::ECS::TaskDefinition|web:7|-|-|-");
}
END_TEST

/* Judged before it was made. */
START_TEST(proactive_evaluations)
{
    import("{'EvaluationResults':[{'EvaluationResultIdentifier':{'EvaluationResultQualifier':{'ConfigRuleName':'r',"
           "'ResourceType':'AWS::ECS::Service','ResourceId':'mine','EvaluationMode':'PROACTIVE'}},"
           "'ComplianceType':'COMPLIANT'},"
           "{'EvaluationResultIdentifier':{'EvaluationResultQualifier':{'ConfigRuleName':'r',"
           "'ResourceType':'AWS::ECS::Service','ResourceId':'" ECS "service/web/a','EvaluationMode':'DETECTIVE'}},"
           "'ComplianceType':'COMPLIANT','ResultRecordedTime':1790845200}]}");
    expect_loaded(&ingest, 1, 0, 1);
    expect("select type, count from no_interest", "proactive evaluations|1");
    expect("select captured_at from record", "2026-10-01T09:00:00.000Z");
}
END_TEST

#define ARN ECS "service/web/bad"
#define OF(members) "{'EvaluationResultIdentifier':{'EvaluationResultQualifier':{" members "}}"

START_TEST(evaluation_rejections)
{
    static const struct rejected samples[] = {
        {"{}", "no_type", "ResourceType"},
        {"{'EvaluationResultIdentifier':[],'ComplianceType':'COMPLIANT'}", "no_type", "ResourceType"},
        {"{'EvaluationResultIdentifier':7}", "wrong_type", "EvaluationResultIdentifier"},
        {OF("'ResourceType':7") "}", "wrong_type", "ResourceType"},
        {OF("'ResourceType':'AWS::ECS::Service','ResourceId':'" ARN "'") ",'ComplianceType':'COMPLIANT'}", "no_rule",
         "rule's name"},
        {"{" QUALIFIER("AWS::ECS::Service", ARN, "") ",'ComplianceType':'COMPLIANT'}", "no_rule", "rule's name"},
        {"{" QUALIFIER("AWS::ECS::Service", ARN, RULE) "}", "no_compliance", "ComplianceType"},
        {"{" QUALIFIER("AWS::ECS::Service", ARN, RULE) ",'ComplianceType':1}", "wrong_type", "ComplianceType"},
        {"{" QUALIFIER("AWS::ECS::Service", "", RULE) ",'ComplianceType':'COMPLIANT'}", "no_resource", "resource id"},
        {"{" QUALIFIER("AWS::ECS::Service", "arn:aws:ecs", RULE) ",'ComplianceType':'COMPLIANT'}", "bad_arn",
         "arn:aws:ecs"},
        {"{" QUALIFIER("AWS::ECS::Cluster", ARN, RULE) ",'ComplianceType':'COMPLIANT'}", "bad_arn", "AWS::ECS::Cluster"},
        {"{" QUALIFIER("AWS::ECS::Service", ARN, RULE) ",'ComplianceType':'COMPLIANT','ResultRecordedTime':'soon'}",
         "bad_time", "ResultRecordedTime"},
        {"{" QUALIFIER("AWS::ECS::Service", ARN, RULE) ",'ComplianceType':'COMPLIANT','Annotation':[]}", "wrong_type",
         "Annotation"},
        {"{" QUALIFIER("AWS::ECS::Service", ARN, RULE) ",'ComplianceType':'A','ComplianceType':'B'}", "duplicate_key",
         "ComplianceType"},
        {"'x'", "wrong_type", "the record is not an object"},
    };
    expect_rejections(&ingest, "EvaluationResults", EVALUATION("AWS::ECS::Service", ECS "service/web/good"), samples,
                      LENGTH(samples), "source 1, record 1, rejection 1, resource 1, config_evaluation 1");
}
END_TEST

/* ---- Compliance by rule, by resource ---- */

#define VERDICT(word) "'Compliance':{'ComplianceType':'" word "'}"

START_TEST(compliance_by_rule)
{
    import("{'ComplianceByConfigRules':[{'ConfigRuleName':'" RULE "','Compliance':{'ComplianceType':'NON_COMPLIANT',"
           "'ComplianceContributorCount':{'CappedCount':25,'CapExceeded':true}}},"
           "{'ConfigRuleName':'other'," VERDICT("INSUFFICIENT_DATA") "}]}");
    expect_loaded(&ingest, 2, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "config_compliance");
    expect_evidence(&ingest, "source 1, record 2, config_compliance 2");
    expect("select rule_name, resource_id, compliance, contributors, contributors_capped from config_compliance",
           RULE "|-|NON_COMPLIANT|25|1\nother|-|INSUFFICIENT_DATA|-|0");
    expect("select distinct captured_at from record", "-");
}
END_TEST

START_TEST(compliance_by_resource)
{
    import("{'ComplianceByResources':[{'ResourceType':'AWS::ECS::Service','ResourceId':'" ECS "service/web/a',"
           "'Compliance':{'ComplianceType':'NON_COMPLIANT','ComplianceContributorCount':{'CappedCount':2,"
           "'CapExceeded':false}}},{'ResourceType':'AWS::S3::Bucket','ResourceId':'b'," VERDICT("COMPLIANT") "},"
           "{'ResourceType':'AWS::ECS::Cluster','ResourceId':'web'," VERDICT("COMPLIANT") "}]}");
    expect_loaded(&ingest, 2, 0, 1);
    expect_evidence(&ingest, "source 1, record 2, no_interest 1, resource 2, config_compliance 2");
    expect("select rule_name, arn, compliance, contributors, contributors_capped from config_compliance c"
           " join resource r on r.id = c.resource_id",
           "-|" ECS "service/web/a|NON_COMPLIANT|2|0\n-|AWS::ECS::Cluster/web|COMPLIANT|-|0");
    expect("select type, count from no_interest", "AWS::S3::Bucket|1");
}
END_TEST

START_TEST(compliance_rejections)
{
    static const struct rejected rules[] = {
        {"{" VERDICT("COMPLIANT") "}", "no_rule", "ConfigRuleName"},
        {"{'ConfigRuleName':''," VERDICT("COMPLIANT") "}", "no_rule", "ConfigRuleName"},
        {"{'ConfigRuleName':7," VERDICT("COMPLIANT") "}", "wrong_type", "ConfigRuleName"},
        {"{'ConfigRuleName':'a'}", "no_compliance", "Compliance"},
        {"{'ConfigRuleName':'a','Compliance':'COMPLIANT'}", "wrong_type", "Compliance"},
        {"{'ConfigRuleName':'a','Compliance':{'ComplianceType':1}}", "wrong_type", "ComplianceType"},
        {"{'ConfigRuleName':'a','Compliance':{'ComplianceType':'A','ComplianceContributorCount':{'CappedCount':0.5}}}",
         "wrong_type", "CappedCount"},
        {"{'ConfigRuleName':'a','Compliance':{'ComplianceType':'A','ComplianceContributorCount':{'CapExceeded':1}}}",
         "wrong_type", "CapExceeded: a number where true or false belongs"},
    };
    static const struct rejected resources[] = {
        {"{'ResourceId':'web'," VERDICT("COMPLIANT") "}", "no_type", "ResourceType"},
        {"{'ResourceType':'','ResourceId':'web'," VERDICT("COMPLIANT") "}", "no_type", "ResourceType"},
        {"{'ResourceType':7,'ResourceId':'web'}", "wrong_type", "ResourceType"},
        {"{'ResourceType':'AWS::ECS::Service'," VERDICT("COMPLIANT") "}", "no_resource", "resource id"},
        {"{'ResourceType':'AWS::ECS::Service','ResourceId':'arn:x'," VERDICT("COMPLIANT") "}", "bad_arn", "arn:x"},
        {"{'ResourceType':'AWS::ECS::Service','ResourceId':'" ARN "','Compliance':{}}", "no_compliance", "Compliance"},
    };
    expect_rejections(&ingest, "ComplianceByConfigRules", "{'ConfigRuleName':'good'," VERDICT("COMPLIANT") "}", rules,
                      LENGTH(rules), "source 1, record 1, rejection 1, config_compliance 1");
    expect_rejections(&ingest, "ComplianceByResources",
                      "{'ResourceType':'AWS::ECS::Cluster','ResourceId':'good'," VERDICT("COMPLIANT") "}", resources,
                      LENGTH(resources), "source 1, record 1, rejection 1, resource 1, config_compliance 1");
}
END_TEST

/* ---- Items asked for by key ---- */

START_TEST(batch)
{
    import("{'baseConfigurationItems':[{" TYPE "," TIMED ",'configurationItemStatus':'OK','arn':'" ECS
           "service/web/a','configuration':'{\\'PlatformVersion\\':\\'1.4.0\\'}'}],'unprocessedResourceKeys':["
           "{" TYPE ",'resourceId':'" ECS "service/web/b'},{'resourceType':'AWS::ECS::Cluster','resourceId':'web'},"
           "{'resourceType':'AWS::S3::Bucket','resourceId':'b'}]}");
    expect_loaded(&ingest, 3, 0, 1);
    ck_assert_str_eq(ingest.report.kind, "config_items");
    expect_evidence(&ingest, "source 1, record 3, no_interest 1, resource 1, service 1, describe_failure 2");
    expect("select platform_version, tags_known from service", "1.4.0|0");
    expect("select arn, reason, detail from describe_failure",
           ECS "service/web/b|UNPROCESSED|AWS::ECS::Service\nweb|UNPROCESSED|AWS::ECS::Cluster");
    expect("select type, count from no_interest", "AWS::S3::Bucket|1");
}
END_TEST

START_TEST(unprocessed_rejections)
{
    static const struct {
        const char *key, *problem;
    } samples[] = {
        {"{'resourceId':'web'}", "/unprocessedResourceKeys/0: no_type: resourceType"},
        {"{'resourceType':'','resourceId':'web'}", "/unprocessedResourceKeys/0: no_type: resourceType"},
        {"{" TYPE "}", "/unprocessedResourceKeys/0: no_resource: resourceId"},
        {"{" TYPE ",'resourceId':''}", "/unprocessedResourceKeys/0: no_resource: resourceId"},
        {"{" TYPE ",'resourceId':7}", "/unprocessedResourceKeys/0: wrong_type: resourceId"},
        {"'x'", "/unprocessedResourceKeys/0: wrong_type: the record"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO json = FG_BUF_INIT;
        fg_buf_printf(&json, "{'baseConfigurationItems':[],'unprocessedResourceKeys':[%s]}", samples[i].key);
        import(json.data);
        expect_loaded(&ingest, 0, 1, 0);
        ck_assert_msg(strncmp(ingest.report.first_rejection, samples[i].problem, strlen(samples[i].problem)) == 0,
                      "%s", ingest.report.first_rejection);
    }
}
END_TEST

/* ---- Queries ---- */

/* The results as AWS prints them, each a text; a second time as objects. */
static void import_results(const char *result, bool as_text)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_add_text(&json, "{'Results':[");
    if (as_text)
        add_json_text(&json, result);
    else
        fg_buf_add_text(&json, result);
    fg_buf_add_text(&json, "],'QueryInfo':{'SelectFields':[{'Name':'resourceId'}]}}");
    import(json.data);
}

START_TEST(query)
{
    static const struct {
        const char *envelope; /* beside the whole configuration */
        const char *captured_at;
    } samples[] = {
        {TYPE "," TIMED ",'arn':'" ECS "service/web/a','accountId':'011122223333','awsRegion':'ap-northeast-1'",
         "2026-10-01T09:00:00.000Z"},
        {TYPE ",'arn':'" ECS "service/web/a'", "-"},
        {TYPE, "-"},                                   /* its configuration has the ARN */
        {"'resourceId':'" ECS "service/web/a'", "-"},  /* the ARN tells the type */
        {"'arn':'" ECS "service/web/a'," TIMED, "2026-10-01T09:00:00.000Z"},
    };
    for (size_t i = 0; i < 2 * LENGTH(samples); i++) {
        FG_BUF_AUTO result = FG_BUF_INIT;
        fg_buf_printf(&result, "{%s," WHOLE("a") "}", samples[i / 2].envelope);
        import_results(result.data, i % 2 == 0);
        expect_loaded(&ingest, 1, 0, 0);
        ck_assert_str_eq(ingest.report.kind, "config_query");
        expect_evidence(&ingest, "source 1, record 1, resource 1, service 1");
        expect("select origin, launch_type, platform_version, tags_known, arn from service s"
               " join resource r on r.id = s.resource_id", "config|FARGATE|1.4.0|0|" ECS "service/web/a");
        expect("select pointer from record", "/Results/0");
        expect("select captured_at from record", samples[i / 2].captured_at);
    }
}
END_TEST

START_TEST(query_of_compliance)
{
    import_results("{'resourceType':'AWS::Config::ResourceCompliance'," TIMED ",'resourceId':'AWS::ECS::Service/" ECS
                   "service/web/a','configuration':{'targetResourceType':'AWS::ECS::Service','targetResourceId':'" ECS
                   "service/web/a','complianceType':'COMPLIANT','configRuleList':[{'configRuleName':'r',"
                   "'complianceType':'COMPLIANT'}]}}", true);
    expect_loaded(&ingest, 1, 0, 0);
    expect_evidence(&ingest, "source 1, record 1, resource 1, config_evaluation 2");
}
END_TEST

START_TEST(query_of_no_interest)
{
    static const struct {
        const char *result, *type;
    } samples[] = {
        {"{'COUNT(*)':7,'accountId':'011122223333'}", "query results that count resources|1"},
        {"{'COUNT(*)':7," TYPE ",'configuration':{'PlatformVersion':'1.3.0'}}",
         "query results that count resources|1"},
        {"{'resourceId':'vol-1','configuration':{'size':1}}", "query results without a resource type|1"},
        {"{'arn':'arn:aws:sns:eu-west-1:011122223333:ecs:topic'}", "query results without a resource type|1"},
        {"{'arn':'" ECS "container-instance/web/a'}", "AWS::ECS::ContainerInstance|1"},
        {"{'resourceType':'AWS::EC2::Volume','resourceId':'vol-1'}", "AWS::EC2::Volume|1"},
        {"{}", "query results without a resource type|1"},
    };
    for (size_t i = 0; i < 2 * LENGTH(samples); i++) {
        import_results(samples[i / 2].result, i % 2 == 0);
        expect_loaded(&ingest, 0, 0, 1);
        expect("select type, count from no_interest", samples[i / 2].type);
    }
}
END_TEST

#define QUERIED "{" TYPE ",'arn':'" ECS "service/web/bad',"

START_TEST(query_rejections)
{
    static const struct rejected samples[] = {
        {QUERIED TIMED "}", "partial_configuration", "select the whole configuration, with arn"},
        {QUERIED "'configuration':{}}", "partial_configuration", "Cluster is missing"},
        {QUERIED "'configuration':null}", "partial_configuration", "Cluster is missing"},
        {QUERIED "'configuration':{'Cluster':'web','LaunchType':'FARGATE','PlatformVersion':'1.4.0'}}",
         "partial_configuration", "EnableECSManagedTags is missing"},
        {QUERIED "'configuration':'{\\'Cluster\\':\\'web\\'}'}", "partial_configuration",
         "EnableECSManagedTags is missing"},
        {QUERIED "'configuration':'{'}", "bad_text", "JSON held as text"},
        {"{'resourceId':'" ECS "service/web/bad'}", "partial_configuration", "Cluster is missing"},
        {"{" TYPE ",'resourceName':'bad'}", "partial_configuration", "Cluster is missing"},
        {"{'resourceType':'AWS::ECS::TaskDefinition','configuration':{'Family':'bad','TaskDefinitionArn':'" ECS
         "task-definition/bad:1'}}", "partial_configuration", "ContainerDefinitions is missing"},
        {"{'resourceType':'AWS::Config::ResourceCompliance','configuration':{'complianceType':'COMPLIANT',"
         "'targetResourceType':'AWS::ECS::Service','targetResourceId':'" ECS "service/web/bad'}}",
         "partial_configuration", "configRuleList is missing"},
        {"{'resourceType':null,'arn':'" ECS "service/web/bad'," WHOLE("bad") "}", "no_type", "resourceType"},
        {"{'resourceType':7," WHOLE("bad") "}", "wrong_type", "resourceType"},
        {"{" TYPE ",'arn':'" ECS "cluster/web'," WHOLE("bad") "}", "bad_arn", "cluster/web"},
        {"{" TYPE ",'arn':'" ECS "service/web/bad'," WHOLE("bad") "," WHOLE("bad") "}", "duplicate_key",
         "configuration"},
        {"'{\\'arn\\':'", "bad_text", "JSON held as text"},
        {"'{\\'resourceId\\':1}{}'", "bad_text", "more than one value"},
        {"'\\u0000'", "bad_text", "U+0000"},
        {"'[]'", "wrong_type", "no object"},
        {"{'resourceId':'arn:aws:ecs:x'}", "no_type", "no ARN tells it"},
        {"7", "wrong_type", "the record is not an object"},
    };
    expect_rejections(&ingest, "Results", "{" TYPE "," WHOLE("good") "}", samples, LENGTH(samples),
                      "source 1, record 1, rejection 1, resource 1, service 1");
}
END_TEST

/* Results that were taken out of their answer, one per line. */
START_TEST(query_lines)
{
    import("{" TYPE "," TIMED ",'arn':'" ECS "service/web/a'," WHOLE("a") "}\n"
           "{" TYPE "," TIMED ",'arn':'" ECS "service/web/b','configuration':{'PlatformVersion':'1.4.0'}}\n");
    ck_assert_str_eq(ingest.report.kind, "config_query");
    expect_loaded(&ingest, 1, 1, 0);
    ck_assert_msg(strstr(ingest.report.first_rejection, "partial_configuration") != NULL, "%s",
                  ingest.report.first_rejection);
    import("{" TYPE "," TIMED ",'configurationItemStatus':'OK','arn':'" ECS "service/web/a','configuration':{}}");
    ck_assert_str_eq(ingest.report.kind, "config_items");
    expect_loaded(&ingest, 1, 0, 0);
}
END_TEST

/* ---- All of them ---- */

/* Pages in a row. */
START_TEST(pages)
{
    import("{'Results':[],'NextToken':'t'}{'Results':[{" TYPE "," WHOLE("a") "}]}");
    expect_loaded(&ingest, 1, 0, 0);
    expect("select pointer from record", "/1/Results/0");
    import("{'EvaluationResults':[" EVALUATION("AWS::ECS::Cluster", "a") "],'NextToken':'t'}\n"
           "{'EvaluationResults':[" EVALUATION("AWS::ECS::Cluster", "b") "]}");
    expect_loaded(&ingest, 2, 0, 0);
    expect("select more_pages from source", "0");
}
END_TEST

/* Cut short, of a wrong form, or two kinds in one: refused whole. */
START_TEST(refused)
{
    static const struct {
        const char *json, *part;
    } samples[] = {
        {"{'EvaluationResults':[" EVALUATION("AWS::ECS::Cluster", "web"), "end"},
        {"{'ComplianceByConfigRules':[{'ConfigRuleName':'a'", "end"},
        {"{'ComplianceByResources':[{'ResourceType':", "end"},
        {"{'baseConfigurationItems':[],'unprocessedResourceKeys':[", "end"},
        {"{'Results':['{", "end"},
        {"{'EvaluationResults':{}}", "\"EvaluationResults\" is not a list"},
        {"{'Results':'x'}", "\"Results\" is not a list"},
        {"{'ComplianceByConfigRules':7}", "\"ComplianceByConfigRules\" is not a list"},
        {"{'ComplianceByResources':null}", "\"ComplianceByResources\" is not a list"},
        {"{'baseConfigurationItems':{}}", "\"baseConfigurationItems\" is not a list"},
        {"{'unprocessedResourceKeys':[]}", "no known export"},
        {"{'Results':[],'EvaluationResults':[]}", "two kinds"},
        {"{'Results':[]}\n{'ComplianceByResources':[]}", "two kinds"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        import(samples[i].json);
        expect_refused(&ingest, samples[i].part);
        expect_evidence(&ingest, "");
    }
}
END_TEST

/* Whatever fg_config_items wants of a record must be cut for those who hand it on, too. */
START_TEST(members)
{
    for (const struct fg_member *wanted = fg_config_items.members; wanted->name != NULL; wanted++) {
        const struct fg_member *at = fg_config_members;
        while (at->name != NULL && strcmp(at->name, wanted->name) != 0)
            at++;
        ck_assert_msg(at->name != NULL && at->how == wanted->how, "%s", wanted->name);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_config_api");
    TCase *all = tcase_create("ingest_config_api");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, evaluations);
    tcase_add_test(all, evaluations_of_names);
    tcase_add_test(all, proactive_evaluations);
    tcase_add_test(all, evaluation_rejections);
    tcase_add_test(all, compliance_by_rule);
    tcase_add_test(all, compliance_by_resource);
    tcase_add_test(all, compliance_rejections);
    tcase_add_test(all, batch);
    tcase_add_test(all, unprocessed_rejections);
    tcase_add_test(all, query);
    tcase_add_test(all, query_of_compliance);
    tcase_add_test(all, query_of_no_interest);
    tcase_add_test(all, query_rejections);
    tcase_add_test(all, query_lines);
    tcase_add_test(all, pages);
    tcase_add_test(all, refused);
    tcase_add_test(all, members);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
