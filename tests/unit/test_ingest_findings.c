/* SPDX-License-Identifier: MIT */
/* Security Hub findings: which control, on what, by whom. */
#include "ingest_fixture.h"
#include "unit.h"

#define ECS "arn:aws:ecs:ap-northeast-1:011122223333:"
#define HUB "'ProductArn':'arn:aws:securityhub:ap-northeast-1::product/aws/securityhub'"
#define ON "'Resources':[{'Type':'AwsEcsService','Id':'" ECS "service/web/front'}]"

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

START_TEST(all_members)
{
    ingest_json(&ingest, "findings.json",
        "{'Findings':[{'SchemaVersion':'2018-10-08','Id':'" ECS "finding/1'," HUB ","
        "'GeneratorId':'security-control/ECS.10','AwsAccountId':'444455556666','Region':'ap-northeast-1',"
        "'Title':'ECS Fargate services should run on the latest','Severity':{'Label':'MEDIUM','Normalized':40},"
        "'Workflow':{'Status':'NEW'},'WorkflowState':'OLD','RecordState':'ACTIVE',"
        "'CreatedAt':'2026-09-01T00:00:00Z','UpdatedAt':'2026-10-01T09:00:00.123456789+09:00',"
        "'FirstObservedAt':'2026-09-01T00:00:00.5Z','LastObservedAt':'2026-10-01T00:00:00Z',"
        "'Compliance':{'Status':'FAILED','SecurityControlId':'ECS.10','SecurityControlParameters':["
        "{'Name':'latestLinuxVersion','Value':['1.4.0']},{'Name':'list','Value':['a','b']},"
        "{'Name':'none','Value':[]}]}," ON "}]}");
    expect_loaded(&ingest, 1, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "securityhub_findings");
    expect_evidence(&ingest, "source 1, record 1, resource 1, finding 1, finding_resource 1, finding_parameter 3");
    expect("select finding_uid, issuer, control_id, generator_id, account_id, region, title,"
           " compliance_status, workflow_status, record_state, severity, created_at, updated_at,"
           " first_observed_at, last_observed_at from finding",
           ECS "finding/1|aws/securityhub|ECS.10|security-control/ECS.10|444455556666|ap-northeast-1|"
           "ECS Fargate services should run on the latest|FAILED|NEW|ACTIVE|MEDIUM|"
           "2026-09-01T00:00:00.000Z|2026-10-01T00:00:00.123Z|2026-09-01T00:00:00.500Z|"
           "2026-10-01T00:00:00.000Z");
    expect("select name, position, value from finding_parameter",
           "latestLinuxVersion|0|1.4.0\nlist|0|a\nlist|1|b");
    expect("select pointer, captured_at from record", "/Findings/0|2026-10-01T00:00:00.123Z");
    expect("select captured_at, captured_from from source", "2026-10-01T00:00:00.123Z|content");
    expect("select arn, type, account_id, cluster, name from resource",
           ECS "service/web/front|AWS::ECS::Service|011122223333|web|front");
}
END_TEST

/* The control stands in four places, the first that names an ECS control wins. */
START_TEST(controls)
{
    static const struct {
        const char *members;
        const char *control; /* NULL: of no interest */
        const char *type;    /* under which it is counted then */
    } samples[] = {
        {"'Compliance':{'SecurityControlId':'ECS.10'}", "ECS.10", NULL},
        {"'GeneratorId':'security-control/ECS.2'", "ECS.2", NULL},
        {"'GeneratorId':'aws-foundational-security-best-practices/v/1.0.0/ECS.10'", "ECS.10", NULL},
        {"'GeneratorId':'service-managed-aws-control-tower/v/1.0.0/ECS.10'", "ECS.10", NULL},
        {"'GeneratorId':'ECS.10'", "ECS.10", NULL},
        {"'GeneratorId':'x','ProductFields':{'ControlId':'ECS.10'}", "ECS.10", NULL},
        {"'Title':'ECS.5 ECS containers should be limited'", "ECS.5", NULL},
        {"'Title':'ECS.5'", "ECS.5", NULL},
        {"'GeneratorId':'a/ECS.2','Compliance':{'SecurityControlId':'ECS.10'}", "ECS.10", NULL},
        {"'GeneratorId':'a/ECS.2','Title':'ECS.10 x','ProductFields':{'ControlId':'ECS.3'}", "ECS.2", NULL},
        {"'GeneratorId':'a/S3.8','ProductFields':{'ControlId':'ECS.3'}", "ECS.3", NULL},
        {"'Compliance':{'SecurityControlId':'\\u0045CS.10'}", "ECS.10", NULL},
        {"'GeneratorId':'security-control/S3.8'", NULL, "S3.8"},
        {"'GeneratorId':'security-control/ECR.1','Title':'ECR.1 about ECS'", NULL, "ECR.1"},
        {"'GeneratorId':'security-control/ECS.'", NULL, "not on an ECS control"},
        {"'GeneratorId':'security-control/ECS.10a'", NULL, "not on an ECS control"},
        {"'GeneratorId':'security-control/XECS.10'", NULL, "not on an ECS control"},
        {"'GeneratorId':'x/ecs.10'", NULL, "ecs.10"},
        {"'Title':'About ECS.10'", NULL, "not on an ECS control"},
        {"'Title':'x'", NULL, "(unnamed)"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO json = FG_BUF_INIT;
        bool wanted = samples[i].control != NULL;
        fg_buf_printf(&json, "{'Findings':[{" HUB ",%s," ON "}]}", samples[i].members);
        ingest_again(&ingest);
        ingest_json(&ingest, "findings.json", json.data);
        expect_loaded(&ingest, wanted, 0, !wanted);
        if (wanted) {
            expect("select control_id from finding", samples[i].control);
            continue;
        }
        expect("select type from no_interest", samples[i].type);
        expect_evidence(&ingest, "source 1, no_interest 1");
    }
}
END_TEST

/* "ECS.n" of another product is not AWS's: the issuer tells them apart. */
START_TEST(issuers)
{
    ingest_json(&ingest, "findings.json",
        "{'Findings':[{'ProductArn':'arn:aws:securityhub:eu-west-1::product/prowler/prowler',"
        "'Title':'ECS.10 x'," ON "},"
        "{'ProductArn':'arn:aws-cn:securityhub:cn-north-1::product/aws/securityhub','Title':'ECS.10'," ON "},"
        "{'Title':'ECS.10'," ON "},"
        "{'ProductArn':'arn:aws:securityhub:eu-west-1::product/prowler/prowler','Title':'Other'},"
        "{'ProductArn':'arn:aws:securityhub:eu-west-1::product/aws/guardduty','Title':'Other'},"
        "{'ProductArn':'arn:aws:securityhub:eu-west-1::product/aws/guardduty','Title':'Another'}]}");
    expect_loaded(&ingest, 3, 0, 3);
    expect("select issuer from finding", "prowler/prowler\naws/securityhub\nunknown");
    expect("select type, count from no_interest", "product guardduty|2\nproduct prowler|1");
}
END_TEST

START_TEST(resources)
{
    ingest_json(&ingest, "findings.json",
        "{'Findings':[{" HUB ",'Title':'ECS.10','Resources':["
        "{'Type':'AwsEcsService','Id':'" ECS "service/web/front'},"
        "{'Type':'AwsEcsTaskDefinition','Id':'" ECS "task-definition/front:7'},"
        "{'Type':'AwsAccount','Id':'AWS::::Account:011122223333'},"
        "{'Type':'Other','Id':'i-1'},{'Id':'" ECS "service/web/front'},"
        "{'Type':'AwsEcsService','Id':'arn:aws-us-gov:ecs:us-gov-west-1:111122223333:service/b/c'}]}]}");
    expect_loaded(&ingest, 1, 0, 0);
    expect("select f.position, f.type, r.type, r.partition, r.account_id, r.cluster, r.name"
           " from finding_resource f join resource r on r.id = f.resource_id order by f.position",
           "0|AwsEcsService|AWS::ECS::Service|aws|011122223333|web|front\n"
           "1|AwsEcsTaskDefinition|AWS::ECS::TaskDefinition|aws|011122223333|-|front:7\n"
           "2|AwsAccount|AWS::::Account|-|-|-|AWS::::Account:011122223333\n"
           "3|Other|Other|-|-|-|i-1\n"
           "4|-|AWS::ECS::Service|aws|011122223333|web|front\n"
           "5|AwsEcsService|AWS::ECS::Service|aws-us-gov|111122223333|b|c");
}
END_TEST

START_TEST(containers)
{
    static const struct {
        const char *before, *after, *pointer;
    } samples[] = {
        {"{'Findings':[", "]}", "/Findings/0"},
        {"{'findings':[", "]}", "/findings/0"},
        {"[", "]", "/0"},
        {"{'NextToken':null,'Findings':[", "],'Other':{}}", "/Findings/0"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO json = FG_BUF_INIT;
        fg_buf_printf(&json, "%s{'SchemaVersion':'2018-10-08'," HUB ",'Title':'ECS.10'," ON "}%s",
                      samples[i].before, samples[i].after);
        ingest_again(&ingest);
        ingest_json(&ingest, "findings.json", json.data);
        expect_loaded(&ingest, 1, 0, 0);
        expect("select pointer from record", samples[i].pointer);
        expect("select kind from source", "securityhub_findings");
    }
}
END_TEST

/* Ways in which more than one finding comes; each holds the same one twice. */
#define FULL "{'SchemaVersion':'2018-10-08'," HUB ",'Title':'ECS.10'," ON "}"
#define EVENT(findings) "{'version':'0','detail-type':'Security Hub Findings - Imported','source':'aws.securityhub'," \
                        "'account':'011122223333','resources':['x'],'detail':{'findings':[" findings "]}}"

START_TEST(streams)
{
    static const struct {
        const char *json;
        const char *pointers;
    } samples[] = {
        {"[" FULL "," FULL "]", "/0\n/1"},
        {FULL "\n" FULL "\n", "/0\n/1"},
        {FULL FULL, "/0\n/1"}, /* Firehose puts nothing between records */
        {EVENT(FULL "," FULL), "/detail/findings/0\n/detail/findings/1"},
        {EVENT(FULL) EVENT(FULL), "/0/detail/findings/0\n/1/detail/findings/0"},
        {"{'Findings':[" FULL "],'NextToken':'t'}{'Findings':[" FULL "]}", "/0/Findings/0\n/1/Findings/0"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        ingest_again(&ingest);
        ingest_json(&ingest, "findings.json", samples[i].json);
        expect_loaded(&ingest, 2, 0, 0);
        expect("select pointer from record", samples[i].pointers);
        expect("select kind from source", "securityhub_findings");
    }
    ingest_again(&ingest);
    ingest_json(&ingest, "finding.json", FULL);
    expect_loaded(&ingest, 1, 0, 0);
    expect("select pointer from record", "");
}
END_TEST

/* An event that came through SNS: its records stand where the message's text stands. */
START_TEST(notification)
{
    FG_BUF_AUTO event = FG_BUF_INIT;
    FG_BUF_AUTO json = FG_BUF_INIT;
    add_json(&event, EVENT(FULL "," FULL));
    fg_buf_add_text(&json, "{\"Type\":\"Notification\",\"MessageId\":\"m\",\"TopicArn\":\"t\",\"Message\":\"");
    for (const char *at = event.data; *at != '\0'; at++)
        fg_buf_printf(&json, *at == '"' ? "\\%c" : "%c", *at);
    fg_buf_add_text(&json, "\",\"Timestamp\":\"2026-10-01T00:00:00.000Z\"}");
    ingest_bytes(&ingest, "message.json", json.data, json.len);
    expect_loaded(&ingest, 2, 0, 0);
    expect("select distinct pointer from record", "/Message");
    expect("select kind from source", "securityhub_findings");
}
END_TEST

/* Events kept as a list: each element is a document of its own, and the bytes are those of its records. */
START_TEST(list_of_events)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    add_json(&json, " [" EVENT(FULL) ", " EVENT(FULL "," FULL) ",{'event_payload':" EVENT(FULL) "}]");
    ingest_bytes(&ingest, "events.json", json.data, json.len);
    expect_loaded(&ingest, 4, 0, 0);
    expect("select pointer from record order by id",
           "/0/detail/findings/0\n/1/detail/findings/0\n/1/detail/findings/1\n/2/event_payload/detail/findings/0");
    sqlite3_stmt *query;
    ck_assert_int_eq(sqlite3_prepare_v2(ingest.db, "select byte_offset, byte_length from record", -1, &query, NULL),
                     SQLITE_OK);
    while (sqlite3_step(query) == SQLITE_ROW) {
        const char *at = json.data + sqlite3_column_int64(query, 0);
        ck_assert(at[0] == '{' && at[sqlite3_column_int64(query, 1) - 1] == '}');
        ck_assert(strncmp(at + 1, "\"SchemaVersion\"", 15) == 0 || strstr(at, "GeneratorId") != NULL);
    }
    sqlite3_finalize(query);
    ingest_again(&ingest);
    ingest_json(&ingest, "mixed.json", "[" EVENT(FULL) ",7]");
    expect_refused(&ingest, "a list of something that no export lists");
    ingest_json(&ingest, "kinds.json", "[" EVENT(FULL) ",{'clusters':[]}]");
    expect_refused(&ingest, "two kinds");
    expect_evidence(&ingest, "");
}
END_TEST

#define ECS10 "{" HUB ",'Id':'bad','Title':'ECS.10',"

START_TEST(rejections)
{
    static const struct rejected samples[] = {
        {ECS10 "'x':1}", "no_resource", "Resources"},
        {ECS10 "'Resources':[]}", "no_resource", "Resources"},
        {ECS10 "'Resources':null}", "no_resource", "Resources"},
        {ECS10 "'Resources':{}}", "wrong_type", "Resources"},
        {ECS10 "'Resources':[{'Id':'bad'},{'Type':'AwsEcsService'}]}", "no_resource", "Id"},
        {ECS10 "'Resources':[{'Id':''}]}", "no_resource", "Id"},
        {ECS10 "'Resources':['bad']}", "no_resource", "Id"},
        {ECS10 "'Resources':[{'Id':'bad','Type':7}]}", "wrong_type", "Type"},
        {ECS10 "'UpdatedAt':'yesterday'," ON "}", "bad_time", "UpdatedAt"},
        {ECS10 "'LastObservedAt':'2026-10-01T00:00:00'," ON "}", "bad_time", "LastObservedAt"},
        {ECS10 "'AwsAccountId':11122223333," ON "}", "wrong_type", "AwsAccountId"},
        {ECS10 "'Compliance':'FAILED'," ON "}", "wrong_type", "Compliance"},
        {ECS10 "'Compliance':{'Status':true}," ON "}", "wrong_type", "Status"},
        {ECS10 "'Workflow':'NEW'," ON "}", "wrong_type", "Workflow"},
        {ECS10 "'Severity':{'Label':4}," ON "}", "wrong_type", "Label"},
        {ECS10 "'Title':'again'," ON "}", "duplicate_key", "Title"},
        {ECS10 "'Region':'\\u0000'," ON "}", "bad_text", "U+0000"},
        {ECS10 "'Compliance':{'SecurityControlParameters':[{'Name':'a','Value':'1.4.0'}]}," ON "}",
         "wrong_type", "Value"},
        {ECS10 "'Compliance':{'SecurityControlParameters':[{'Name':'a','Value':['1',2]}]}," ON "}",
         "wrong_type", "SecurityControlParameters"},
        {ECS10 "'Compliance':{'a':{'b':1,'b':1}}," ON "}", "duplicate_key", "b"},
        {"7", "wrong_type", "the record is not an object"},
        {"{}", "not_a_finding", "ASFF"},
    };
    expect_rejections(&ingest, "Findings", "{" HUB ",'Id':'good','Title':'ECS.10'," ON "}", samples,
                      LENGTH(samples),
                      "source 1, record 1, rejection 1, resource 1, finding 1, finding_resource 1");
}
END_TEST

/* A parameter that is named twice is an oddity of the input, never a failure of the import. */
START_TEST(parameter_named_twice)
{
    ingest_json(&ingest, "findings.json",
        "{'Findings':[{" HUB ",'Title':'ECS.10','Compliance':{'SecurityControlParameters':["
        "{'Name':'a','Value':['1']},{'Name':'a','Value':['2']}]}," ON "}]}");
    ck_assert_int_eq(ingest.report.outcome, FG_INGEST_LOADED);
    ck_assert_int_eq(ingest.report.used + ingest.report.rejected, 1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_findings");
    TCase *all = tcase_create("ingest_findings");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, all_members);
    tcase_add_test(all, controls);
    tcase_add_test(all, issuers);
    tcase_add_test(all, resources);
    tcase_add_test(all, containers);
    tcase_add_test(all, streams);
    tcase_add_test(all, notification);
    tcase_add_test(all, list_of_events);
    tcase_add_test(all, rejections);
    tcase_add_test(all, parameter_named_twice);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
