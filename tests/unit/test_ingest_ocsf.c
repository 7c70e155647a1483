/* SPDX-License-Identifier: MIT */
/* Findings in OCSF: which class, which control, whose, on what, and what its states mean. */
#include "ingest_fixture.h"
#include "unit.h"

#define SERVICE "arn:aws:ecs:ap-northeast-1:011122223333:service/web/front"
#define UID "arn:aws:securityhub:ap-northeast-1:011122223333:security-control/ECS.10/finding/1"
#define HUB "'metadata':{'product':{'feature':{'name':'x'},'name':'Security Hub'," \
            "'uid':'arn:aws:securityhub:ap-northeast-1::productv2/aws/securityhub'},'version':'1.6.0'}"
#define ON "'resources':[{'type':'AWS::ECS::Service','uid':'" SERVICE "'}]"
#define BASE "'class_uid':2003," HUB
#define ECS10 "{" BASE ",'compliance':{'control':'ECS.10','status':'Fail'}," ON "}"

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
    ingest_json(&ingest, "findings.json", json);
}

/* One finding with these members; class and product are there already. */
static void import_one(const char *members)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_printf(&json, "{'Findings':[{" BASE ",%s}]}", members);
    import(json.data);
}

START_TEST(all_members)
{
    import_one("'activity_name':'Update','activity_id':2,"
        "'cloud':{'account':{'uid':'444455556666'},'region':'ap-northeast-1'},"
        "'compliance':{'control':'ECS.10','status':'Fail','status_id':3,'control_parameters':["
        "{'name':'latestLinuxVersion','values':['1.4.0']},{'name':'list','values':['a','b']},{'name':'none'}]},"
        "'finding_info':{'uid':'" UID "','title':'A title',"
        "'created_time':1788220800000,'modified_time':1790812800123,'modified_time_dt':'2000-01-01T00:00:00Z',"
        "'first_seen_time_dt':'2026-09-01T09:00:00.5+09:00','last_seen_time':1790812800000},"
        "'severity':'Medium','severity_id':3,'status':'New','status_id':1,'time':1,'unmapped':{},"
        "'resources':[{'type':'AWS::ECS::Service','uid':'" SERVICE "'},"
        "{'type':'AWS::ECS::TaskDefinition','uid':'front','uid_alt':'arn:aws:ecs:ap-northeast-1:011122223333:task-definition/front:7'},"
        "{'type':'AWS::::Account','uid':'011122223333'},{'type':'AwsEcsService','uid_alt':'x'}]");
    expect_loaded(&ingest, 1, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "ocsf_findings");
    expect_evidence(&ingest, "source 1, record 1, resource 4, finding 1, finding_resource 4, finding_parameter 3");
    expect("select finding_uid, issuer, control_id, generator_id, account_id, region, title,"
           " compliance_status, workflow_status, record_state, severity, created_at, updated_at,"
           " first_observed_at, last_observed_at from finding",
           UID "|aws/securityhub|ECS.10|-|444455556666|ap-northeast-1|A title|Fail|New|Update|Medium|"
           "2026-09-01T00:00:00.000Z|2026-10-01T00:00:00.123Z|2026-09-01T00:00:00.500Z|2026-10-01T00:00:00.000Z");
    expect("select name, position, value from finding_parameter",
           "latestLinuxVersion|0|1.4.0\nlist|0|a\nlist|1|b");
    expect("select pointer, captured_at from record", "/Findings/0|2026-10-01T00:00:00.123Z");
    expect("select f.position, f.type, r.type, r.arn from finding_resource f"
           " join resource r on r.id = f.resource_id order by f.position",
           "0|AWS::ECS::Service|AWS::ECS::Service|" SERVICE "\n"
           "1|AWS::ECS::TaskDefinition|AWS::ECS::TaskDefinition|arn:aws:ecs:ap-northeast-1:011122223333:task-definition/front:7\n"
           "2|AWS::::Account|AWS::::Account|011122223333\n"
           "3|AwsEcsService|AWS::ECS::Service|x");
}
END_TEST

/* Security Lake's older layouts: Security Finding of OCSF 1.0, one `resource`, ASFF's words, seconds. */
START_TEST(older_layouts)
{
    import("{'class_uid':2001,'class_name':'Security Finding','metadata':{'product':{'name':'Security Hub',"
        "'uid':'arn:aws:securityhub:eu-west-1::product/aws/securityhub',"
        "'feature':{'uid':'aws-foundational-security-best-practices/v/1.0.0/ECS.10'}}},"
        "'cloud':{'account_uid':'011122223333','region':'eu-west-1'},'compliance':{'status':'PASSED'},"
        "'finding':{'uid':'u','title':'ECS.10 x','modified_time':1790812800},'activity_id':3,"
        "'state':'Suppressed','unmapped':{'RecordState':'ARCHIVED'},"
        "'resource':{'type':'AwsEcsService','uid':'" SERVICE "'}}");
    expect_loaded(&ingest, 1, 0, 0);
    expect("select finding_uid, issuer, control_id, generator_id, account_id, compliance_status, workflow_status,"
           " record_state, updated_at from finding",
           "u|aws/securityhub|ECS.10|aws-foundational-security-best-practices/v/1.0.0/ECS.10|011122223333|PASSED|"
           "Suppressed|ARCHIVED|2026-10-01T00:00:00.000Z");
    expect("select pointer from record", "");
    expect("select compliance_status, workflow_status, record_state from v_finding", "PASSED|SUPPRESSED|ARCHIVED");
}
END_TEST

/* The control stands in four places; what is on none is counted. */
START_TEST(controls)
{
    static const struct {
        const char *members;
        const char *control; /* NULL: of no interest */
        const char *type;
    } samples[] = {
        {"'compliance':{'control':'ECS.10'}", "ECS.10", NULL},
        {"'compliance':{'control':'security-control/ECS.2'}", "ECS.2", NULL},
        {"'finding_info':{'uid':'" UID "'}", "ECS.10", NULL},
        {"'finding_info':{'uid':'arn:aws:securityhub:x:1:subscription/a/v/1.0.0/ECS.5/finding/9'}", "ECS.5", NULL},
        {"'finding_info':{'title':'ECS.5 ECS containers'}", "ECS.5", NULL},
        {"'compliance':{'control':'\\u0045CS.10'}", "ECS.10", NULL},
        {"'compliance':{'control':'ECS.10'},'finding_info':{'title':'ECS.5 x'}", "ECS.10", NULL},
        {"'compliance':{'control':'SQS.1'}", NULL, "SQS.1"},
        {"'compliance':{'requirements':['a \\'quoted\\' }'],'control' : 'S3.8'}", NULL, "S3.8"},
        {"'compliance':{'control':'ECS.'}", NULL, "not on an ECS control"},
        {"'compliance':{'control':7}", NULL, "(unnamed)"},
        {"'compliance':{}", NULL, "(unnamed)"},
        {"'x':1", NULL, "(unnamed)"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO members = FG_BUF_INIT;
        bool wanted = samples[i].control != NULL;
        fg_buf_printf(&members, "%s," ON, samples[i].members);
        import_one(members.data);
        expect_loaded(&ingest, wanted, 0, !wanted);
        expect(wanted ? "select control_id from finding" : "select type from no_interest",
               wanted ? samples[i].control : samples[i].type);
    }
}
END_TEST

START_TEST(classes_and_issuers)
{
    import("{'findings':["
        "{'class_uid':2004,'metadata':{'product':{'name':'Prowler'}},'finding_info':{'title':'ECS.10'}},"
        "{'class_uid':2004,'metadata':{'product':{'feature':{'name':'y'},'name':'Prowler'}}},"
        "{'class_uid':2002,'metadata':{'product':{'name':'Inspector'}}},"
        "{'class_uid':2001,'metadata':{'product':{}}},"
        "{'class_uid':2003,'metadata':{'product':{'name':'Prowler','uid':'prowler'}},'compliance':{'control':'1.1'}},"
        "{'class_uid':2003,'metadata':{'product':{'name':'Prowler','uid':'prowler'}},"
        "'compliance':{'control':'ECS.10','status':'FAIL'}," ON "},"
        "{'class_uid':2003,'metadata':{'product':{'name':'Security Hub'}},'compliance':{'control':'ECS.10'}," ON "},"
        "{'class_uid':2003,'metadata':{'product':{'uid':'p'}},'compliance':{'control':'ECS.10'}," ON "},"
        "{'class_uid':2003,'metadata':{},'compliance':{'control':'ECS.10'}," ON "},"
        "{'class_uid':2003,'metadata':{'product':{'uid':'arn:aws:securityhub:x::productv2/aws/inspector'}},"
        "'compliance':{'control':'ECS.10'}," ON "}," ECS10 "]}");
    expect_loaded(&ingest, 6, 0, 5);
    expect("select issuer from finding", "Prowler\nSecurity Hub\np\nunknown\naws/inspector\naws/securityhub");
    expect("select type, count from no_interest", "OCSF class 2001 (unnamed)|1\nOCSF class 2002 (Inspector)|1\n"
                                                  "OCSF class 2004 (Prowler)|2\nproduct Prowler|1");
}
END_TEST

START_TEST(containers)
{
    static const struct {
        const char *before, *after, *pointers;
    } samples[] = {
        {"{'Findings':[" ECS10 ",", "]}", "/Findings/0\n/Findings/1"},
        {"{'NextToken':'','Findings':[" ECS10 ",", "]}", "/Findings/0\n/Findings/1"},
        {"{'findings':[" ECS10 ",", "]}", "/findings/0\n/findings/1"},
        {"[" ECS10 ",", "]", "/0\n/1"},
        {ECS10 "\n", "\n", "/0\n/1"},
        {ECS10, "", "/0\n/1"},
        {"{'Findings':[" ECS10 "]}\n{'Findings':[", "]}", "/0/Findings/0\n/1/Findings/0"},
        {"{'version':'0','detail-type':'Findings Imported V2','source':'aws.securityhub','resources':['x'],"
         "'detail':{'findings':[" ECS10 ",", "]}}", "/detail/findings/0\n/detail/findings/1"},
        {"{'detail':{'findings':[" ECS10 "]}}\n{'detail':{'findings':[", "]}}",
         "/0/detail/findings/0\n/1/detail/findings/0"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO json = FG_BUF_INIT;
        fg_buf_printf(&json, "%s%s%s", samples[i].before, ECS10, samples[i].after);
        import(json.data);
        expect_loaded(&ingest, 2, 0, 0);
        expect("select pointer from record", samples[i].pointers);
        expect("select kind from source", "ocsf_findings");
    }
}
END_TEST

/* What an export says in its own words is compared in ASFF's. */
START_TEST(states)
{
    static const struct {
        const char *members;
        const char *words;
    } samples[] = {
        {"'compliance':{'control':'ECS.10','status':'Pass'},'status':'New'", "PASSED|NEW|-"},
        {"'compliance':{'control':'ECS.10','status':'Warning'},'status':'In Progress'", "WARNING|NOTIFIED|-"},
        {"'compliance':{'control':'ECS.10','status':'FAILED'},'status':'Suppressed'", "FAILED|SUPPRESSED|-"},
        {"'compliance':{'control':'ECS.10','status_id':1},'status_id':3", "PASSED|SUPPRESSED|-"},
        {"'compliance':{'control':'ECS.10','status':'','status_id':3},'status_id':4", "FAILED|RESOLVED|-"},
        {"'compliance':{'control':'ECS.10','status':'Unknown'},'activity_id':2", "NOT_AVAILABLE|-|ACTIVE"},
        {"'compliance':{'control':'ECS.10'},'status':'Archived','activity_name':'Update'", "-|ARCHIVED|ARCHIVED"},
        {"'compliance':{'control':'ECS.10'},'status_id':5", "-|ARCHIVED|ARCHIVED"},
        {"'compliance':{'control':'ECS.10'},'status':'Deleted'", "-|ARCHIVED|ARCHIVED"},
        {"'compliance':{'control':'ECS.10'},'activity_name':'Close'", "-|-|ARCHIVED"},
        {"'compliance':{'control':'ECS.10','status':'Odd'},'unmapped':{'RecordState':'ACTIVE'}", "ODD|-|ACTIVE"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO members = FG_BUF_INIT;
        fg_buf_printf(&members, "%s," ON, samples[i].members);
        import_one(members.data);
        expect_loaded(&ingest, 1, 0, 0);
        expect("select compliance_status, workflow_status, record_state from v_finding", samples[i].words);
    }
}
END_TEST

#define BAD "{" BASE ",'compliance':{'control':'ECS.10','status':'Fail'},"

START_TEST(rejections)
{
    static const struct rejected samples[] = {
        {BAD "'x':1}", "no_resource", "resources"},
        {BAD "'resources':[]}", "no_resource", "resources"},
        {BAD "'resources':{}}", "wrong_type", "resources"},
        {BAD "'resource':{}}", "no_resource", "uid"},
        {BAD "'resources':['x']}", "no_resource", "uid"},
        {BAD "'resources':[{'type':'AWS::ECS::Service'}]}", "no_resource", "uid"},
        {BAD "'resources':[{'uid':''}]}", "no_resource", "uid"},
        {BAD "'resources':[{'uid':'','uid_alt':''}]}", "no_resource", "uid"},
        {BAD "'resources':[{'uid':7}]}", "wrong_type", "uid"},
        {BAD "'finding_info':{'modified_time':'soon'}," ON "}", "bad_time", "modified_time"},
        {BAD "'finding_info':{'modified_time':-1}," ON "}", "bad_time", "modified_time"},
        {BAD "'finding_info':{'modified_time':1e15}," ON "}", "bad_time", "modified_time"},
        {BAD "'finding_info':{'modified_time':1.5}," ON "}", "wrong_type", "modified_time"},
        {BAD "'finding_info':{'modified_time_dt':'2026-10-01T00:00:00'}," ON "}", "bad_time", "modified_time_dt"},
        {BAD "'finding_info':[1]," ON "}", "wrong_type", "finding_info"},
        {BAD "'status':3," ON "}", "wrong_type", "status"},
        {BAD "'status_id':'3'," ON "}", "wrong_type", "status_id"},
        {BAD "'cloud':{'account':{'uid':11122223333}}," ON "}", "wrong_type", "uid"},
        {BAD "'severity':3," ON "}", "wrong_type", "severity"},
        {"{" BASE ",'compliance':{'control':'ECS.10','status':3}," ON "}", "wrong_type", "status"},
        {"{" BASE ",'compliance':{'control':'ECS.10','control_parameters':[{'name':'a','values':'1'}]}," ON "}",
         "wrong_type", "values"},
        {"{" BASE ",'compliance':'ECS.10'," ON "}", "wrong_type", "compliance"},
        {"{'class_uid':'2003'," HUB ",'compliance':{'control':'ECS.10'}," ON "}", "wrong_type", "class_uid"},
        {"{'class_uid':2003,'metadata':'ECS.10'}", "wrong_type", "metadata"},
        {BAD "'time':1,'time':1," ON "}", "duplicate_key", "time"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) { /* the good one first: the first record decides what all are */
        FG_BUF_AUTO json = FG_BUF_INIT;
        FG_BUF_AUTO begin = FG_BUF_INIT;
        fg_buf_printf(&json, "{'Findings':[" ECS10 ",%s]}", samples[i].json);
        fg_buf_printf(&begin, "/Findings/1: %s: ", samples[i].reason);
        import(json.data);
        const char *first = ingest.report.first_rejection;
        ck_assert_msg(ingest.report.rejected == 1, "taken: %s", samples[i].json);
        ck_assert_msg(strncmp(first, begin.data, begin.len) == 0 && strstr(first, samples[i].detail) != NULL,
                      "%s: %s", samples[i].json, first);
        expect_evidence(&ingest, "source 1, record 1, rejection 1, resource 1, finding 1, finding_resource 1");
    }
}
END_TEST

/* A list is of one format; what is of another is named, never passed over. */
START_TEST(formats_mixed)
{
    static const char asff[] = "{'SchemaVersion':'2018-10-08','Id':'i','ProductArn':'p','Title':'ECS.10',"
                               "'Resources':[{'Id':'" SERVICE "'}]}";
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_printf(&json, "{'Findings':[" ECS10 ",%s]}", asff);
    import(json.data);
    expect_loaded(&ingest, 1, 1, 0);
    ck_assert_ptr_nonnull(strstr(ingest.report.first_rejection, "/Findings/1: not_a_finding: no finding in OCSF"));
    fg_buf_clear(&json);
    fg_buf_printf(&json, "{'Findings':[%s," ECS10 "]}", asff);
    import(json.data);
    expect_loaded(&ingest, 1, 1, 0);
    ck_assert_ptr_nonnull(strstr(ingest.report.first_rejection, "/Findings/1: not_a_finding: no finding in ASFF"));
    fg_buf_clear(&json);
    fg_buf_printf(&json, "%s\n" ECS10, asff);
    import(json.data);
    expect_refused(&ingest, "");
}
END_TEST

START_TEST(cut_short)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    static const char whole[] = "{'Findings':[" ECS10 "]}";
    add_json(&json, whole);
    for (size_t len = 1; len < sizeof whole - 1; len += 7) {
        ingest_again(&ingest);
        ingest_bytes(&ingest, "findings.json", json.data, len);
        expect_refused(&ingest, "");
        expect_evidence(&ingest, "");
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_ocsf");
    TCase *all = tcase_create("ingest_ocsf");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, all_members);
    tcase_add_test(all, older_layouts);
    tcase_add_test(all, controls);
    tcase_add_test(all, classes_and_issuers);
    tcase_add_test(all, containers);
    tcase_add_test(all, states);
    tcase_add_test(all, rejections);
    tcase_add_test(all, formats_mixed);
    tcase_add_test(all, cut_short);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
