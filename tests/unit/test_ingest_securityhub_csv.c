/* SPDX-License-Identifier: MIT */
/* Findings as CSV: columns under several names, resources in several forms, and what spreadsheets do to cells. */
#include "ingest_fixture.h"
#include "unit.h"

#define ECS "arn:aws:ecs:eu-west-1:011122223333:"
#define SERVICE ECS "service/web/front"
#define UID "arn:aws:securityhub:eu-west-1:011122223333:security-control/ECS.10/finding/1"
#define HUB "arn:aws:securityhub:eu-west-1::product/aws/securityhub"
/* Of a script: the columns that the tests are about, and no more. */
#define HEADER "Id,ProductArn,SecurityControlId,Resources,ComplianceStatus,AwsAccountId,UpdatedAt"
#define GOOD UID "," HUB ",ECS.10," SERVICE ",FAILED,011122223333,2026-10-01T00:00:00Z"

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

static void import(const char *csv)
{
    ingest_again(&ingest);
    ingest_bytes(&ingest, "findings.csv", csv, strlen(csv));
}

static const char states[] = "select f.control_id, f.issuer, f.compliance_status, f.workflow_status, f.record_state,"
                             " f.account_id, f.updated_at, r.arn from finding f"
                             " join finding_resource o on o.finding_id = f.id join resource r on r.id = o.resource_id";

/* CSV Manager for AWS Security Hub. */
START_TEST(csv_manager)
{
    import("Id,ProductArn,Criticality,Confidence,NoteText,NoteUpdatedBy,CustomerOwner,CustomerIssue,CustomerTicket,"
           "ProductSeverity,NormalizedSeverity,SeverityLabel,VerificationState,Workflow,UpdateVersion,GeneratorId,"
           "AwsAccountId,Types,FirstObservedAt,LastObservedAt,CreatedAt,UpdatedAt,Title,Description,StandardsArn,"
           "StandardsSubscriptionArn,ControlId,RecommendationUrl,StandardsControlArn,ProductName,CompanyName,Annotation,"
           "FindingId,Resources,ComplianceStatus,WorkflowState,RecordState\r\n"
           UID "," HUB ",,,,,,,,40,40,MEDIUM,,SUPPRESSED,1,security-control/ECS.10,011122223333,Checks,"
           "2026-09-01T00:00:00.5Z,2026-10-01T00:00:00Z,2026-08-01T00:00:00Z,2026-10-01T00:00:00.123Z,A title,\"a, text\","
           ",,ECS.10,,,Security Hub,AWS,," HUB "/1,"
           "\"AwsEcsService, " SERVICE ", aws, eu-west-1AwsEcsTaskDefinition, " ECS "task-definition/front:7, aws, "
           "eu-west-1AwsAccount, AWS::::Account:011122223333, aws, eu-west-1\",FAILED,NEW,ACTIVE\r\n");
    expect_loaded(&ingest, 1, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "securityhub_csv");
    expect("select finding_uid, issuer, control_id, generator_id, account_id, title, compliance_status,"
           " workflow_status, record_state, severity, created_at, updated_at, first_observed_at, last_observed_at"
           " from finding",
           UID "|aws/securityhub|ECS.10|security-control/ECS.10|011122223333|A title|FAILED|SUPPRESSED|ACTIVE|MEDIUM|"
           "2026-08-01T00:00:00.000Z|2026-10-01T00:00:00.123Z|2026-09-01T00:00:00.500Z|2026-10-01T00:00:00.000Z");
    expect("select o.position, r.type, r.arn from finding_resource o join resource r on r.id = o.resource_id"
           " order by o.position",
           "0|AWS::ECS::Service|" SERVICE "\n1|AWS::ECS::TaskDefinition|" ECS "task-definition/front:7\n"
           "2|AWS::::Account|AWS::::Account:011122223333");
    expect("select captured_at from record", "2026-10-01T00:00:00.123Z");
    expect_evidence(&ingest, "source 1, record 1, resource 3, finding 1, finding_resource 3");
}
END_TEST

/* The same finding under other headers, and where it stands in the file. */
START_TEST(headers)
{
    static const struct {
        const char *csv;
        const char *row;
    } samples[] = {
        {"Severity,Workflow status,Region,Account ID,Product,Title,Resource ID,Compliance Status,Updated at,Finding ID\n"
         "MEDIUM,NEW,eu-west-1,011122223333,Security Hub,\"A, title\"," SERVICE ",Failed,2026-10-01T00:00:00Z," UID "\n",
         "ECS.10|aws/securityhub|Failed|NEW|-|011122223333|2026-10-01T00:00:00.000Z|" SERVICE},
        {"\xEF\xBB\xBF\"重要度\",\"リソース\",\"コンプライアンスのステータス\",\"Id\"\r\n"
         "MEDIUM,\"AwsEcsService\n" SERVICE "\",不合格," UID "\r\n",
         "ECS.10|aws/securityhub|不合格|-|-|-|-|" SERVICE},
        {"compliance.control,compliance.status,resources.uid,resources.uid_alt,status,finding_info.modified_time,"
         "cloud.account.uid,metadata.product.uid,activity_name\n"
         "ECS.10,Fail,web/front," SERVICE ",New,1790812800000,011122223333,arn:aws:securityhub:x::productv2/aws/securityhub,"
         "Update\n",
         "ECS.10|aws/securityhub|Fail|New|Update|011122223333|2026-10-01T00:00:00.000Z|" SERVICE},
        {"GeneratorId,Compliance.Status,Resources.0.Id,UpdatedAt,ProductFields.aws/securityhub/ProductName\n"
         "aws-foundational-security-best-practices/v/1.0.0/ECS.10,PASSED," SERVICE ",2026-10-01T09:00:00+09:00,Security Hub",
         "ECS.10|unknown|PASSED|-|-|-|2026-10-01T00:00:00.000Z|" SERVICE},
        {"StandardsControlArn,compliance_status,RESOURCE_ARN,product name\n"
         "arn:aws:securityhub:x:1:control/a/v/1.0.0/ECS.10,PASSED," SERVICE ",Prowler\n",
         "ECS.10|Prowler|PASSED|-|-|-|-|" SERVICE},
        {"ControlId,ComplianceStatus,Resource,Resource ID\nECS.10,PASSED,not this," SERVICE "\n",
         "ECS.10|unknown|PASSED|-|-|-|-|" SERVICE},
        {"ControlId,ComplianceStatus,Resource ID,Resource\nECS.10,PASSED," SERVICE ",not this\n",
         "ECS.10|unknown|PASSED|-|-|-|-|" SERVICE},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        import(samples[i].csv);
        expect_loaded(&ingest, 1, 0, 0);
        expect(states, samples[i].row);
        expect("select pointer from record", "/0");
    }
    expect("select kind from source", "securityhub_csv");
}
END_TEST

/* Without a product the finding's Id says whether Security Hub has made it. */
START_TEST(issuer_by_id)
{
    static const struct {
        const char *id, *issuer;
    } samples[] = {
        {UID, "aws/securityhub"},
        {"arn:aws:securityhub:eu-west-1:011122223333:subscription/a/v/1.0.0/ECS.10/finding/1", "aws/securityhub"},
        {"arn:aws:securityhub:eu-west-1:011122223333:security-control/ECS.10", "unknown"},
        {"arn:aws:securityhub:eu-west-1:011122223333:other/ECS.10/finding/1", "unknown"},
        {"arn:aws:inspector2:eu-west-1:011122223333:security-control/ECS.10/finding/1", "unknown"},
        {"prowler-ecs:securityhub:/security-control/finding/", "unknown"},
        {"", "unknown"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO csv = FG_BUF_INIT;
        fg_buf_printf(&csv, "Id,ControlId,ComplianceStatus,Resources\n%s,ECS.10,PASSED," SERVICE "\n", samples[i].id);
        import(csv.data);
        expect_loaded(&ingest, 1, 0, 0);
        expect("select issuer from finding", samples[i].issuer);
    }
}
END_TEST

/* Resources in one cell, and what of it is the resource. */
START_TEST(resource_cells)
{
    static const struct {
        const char *cell;
        const char *arns;
    } samples[] = {
        {SERVICE, SERVICE},
        {"\"" SERVICE ", " ECS "service/web/b\"", SERVICE "\n" ECS "service/web/b"},
        {"\"" SERVICE "\r\n" ECS "service/web/b\"", SERVICE "\n" ECS "service/web/b"},
        {SERVICE ";" ECS "service/web/b", SERVICE "\n" ECS "service/web/b"},
        {SERVICE "|" ECS "service/web/b", SERVICE "\n" ECS "service/web/b"},
        {"\"['" SERVICE "', '" ECS "service/web/b']\"", SERVICE "\n" ECS "service/web/b"},
        {"\"[\"\"" SERVICE "\"\"]\"", SERVICE},
        {"\"[{\"\"Type\"\":\"\"AwsEcsService\"\",\"\"Id\"\":\"\"" SERVICE "\"\",\"\"Details\"\":{\"\"Role\"\":\"\"" ECS
         "cluster/web\"\"}}]\"", SERVICE},
        {"\"{\"\"uid\"\":\"\"" SERVICE "\"\"}\"", SERVICE},
        {"'" SERVICE, SERVICE},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO csv = FG_BUF_INIT;
        fg_buf_printf(&csv, "ControlId,ComplianceStatus,Resources\nECS.10,PASSED,%s\n", samples[i].cell);
        import(csv.data);
        expect_loaded(&ingest, 1, 0, 0);
        expect("select r.arn from finding_resource o join resource r on r.id = o.resource_id order by o.position",
               samples[i].arns);
    }
}
END_TEST

/* Marks against formulas are no part of a cell. */
START_TEST(marked_cells)
{
    import(HEADER ",Title\n"
           "'" UID "," HUB ",'ECS.10," SERVICE ",'FAILED,\"=\"\"011122223333\"\"\",'2026-10-01T00:00:00Z,'=1+1\n");
    expect_loaded(&ingest, 1, 0, 0);
    expect(states, "ECS.10|aws/securityhub|FAILED|-|-|011122223333|2026-10-01T00:00:00.000Z|" SERVICE);
    expect("select title, finding_uid from finding", "=1+1|" UID);
}
END_TEST

START_TEST(of_no_interest)
{
    import("Id,ProductArn,GeneratorId,Resources,ComplianceStatus,AwsAccountId\n"
           "a," HUB ",security-control/S3.8,x,FAILED,1.2E+11\n"
           "b,arn:aws:securityhub:x::product/aws/guardduty,y,x,,\n"
           "c,,,x,,\n"
           "d,,XECS.1,x,,\n");
    expect_loaded(&ingest, 0, 0, 4);
    expect("select type, count from no_interest", "(unnamed)|1\nS3.8|1\nnot on an ECS control|1\nproduct guardduty|1");
}
END_TEST

START_TEST(rejections)
{
    static const struct {
        const char *row;
        const char *reason;
    } samples[] = {
        {UID "," HUB ",ECS.10,,FAILED,011122223333,2026-10-01T00:00:00Z", "no_resource: Resources"},
        {UID "," HUB ",ECS.10", "missing: ComplianceStatus"},
        {UID "," HUB ",ECS.10," SERVICE ",,011122223333,2026-10-01T00:00:00Z", "missing: ComplianceStatus"},
        {UID "," HUB ",ECS.10,front,FAILED,011122223333,2026-10-01T00:00:00Z", "no_resource: Resources: it names no ARN: front"},
        {UID "," HUB ",ECS.10,arn:aws:ecs,FAILED,011122223333,2026-10-01T00:00:00Z", "bad_arn: Resources"},
        {UID "," HUB ",ECS.10,\"[{'Id': '" SERVICE "'}]\",FAILED,011122223333,2026-10-01T00:00:00Z", "bad_text"},
        {UID "," HUB ",ECS.10,\"[{}]\",FAILED,011122223333,2026-10-01T00:00:00Z", "no_resource"},
        {UID "," HUB ",ECS.10," SERVICE ",FAILED,11122223333,2026-10-01T00:00:00Z", "bad_account: AwsAccountId"},
        {UID "," HUB ",ECS.10," SERVICE ",FAILED,1.11222E+11,2026-10-01T00:00:00Z", "bad_account: AwsAccountId"},
        {UID "," HUB ",ECS.10," SERVICE ",FAILED,=A1,2026-10-01T00:00:00Z", "bad_account: AwsAccountId"},
        {UID "," HUB ",ECS.10," SERVICE ",FAILED,011122223333,10/1/2026 9:00", "bad_time: UpdatedAt"},
        {UID "," HUB ",ECS.10," SERVICE ",FAILED,011122223333,46000000000000", "bad_time: UpdatedAt"},
        {GOOD ",stray", "too_many"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO csv = FG_BUF_INIT;
        fg_buf_printf(&csv, "%s\n%s\n%s\n", HEADER, samples[i].row, GOOD);
        import(csv.data);
        ck_assert_msg(ingest.report.rejected == 1, "taken: %s", samples[i].row);
        expect_loaded(&ingest, 1, 1, 0);
        const char *first = ingest.report.first_rejection;
        ck_assert_msg(strncmp(first, "/0: ", 4) == 0 && strstr(first, samples[i].reason) != NULL, "%s: %s",
                      samples[i].row, first);
        expect_evidence(&ingest, "source 1, record 1, rejection 1, resource 1, finding 1, finding_resource 1");
    }
}
END_TEST

START_TEST(provenance)
{
    import("\xEF\xBB\xBF" HEADER "\r\n" GOOD "\r\n" GOOD "\r\n");
    expect_loaded(&ingest, 2, 0, 0);
    FG_BUF_AUTO rows = FG_BUF_INIT;
    size_t first = 3 + strlen(HEADER) + 2, second = first + strlen(GOOD) + 2;
    fg_buf_printf(&rows, "/0|%zu\n/1|%zu", first, second);
    expect("select pointer, byte_offset from record", rows.data);
}
END_TEST

START_TEST(refused)
{
    static const struct {
        const char *csv;
        const char *part;
    } samples[] = {
        {"Id,ComplianceStatus,Title\n", "the header lacks the column Resources"},
        {"SecurityControlId,Resources,Title\n", "the header lacks the column ComplianceStatus"},
        {"Resources,ComplianceStatus,Title\n", "the header lacks the column SecurityControlId"},
        {"Title,Resource,Severity\n", "a CSV that is no known export"},
        {"ID,Title,Control Status,Severity,Failed checks,Unknown checks\n", "list of controls, which names no resource"},
        {"\"ID\",\"タイトル\",\"コントロールステータス\",\"重要度\",\"不合格のチェック\"\n", "list of controls, which names no resource"},
        {"AUTH_METHOD;TIMESTAMP;CHECK_ID;STATUS\n1;2;3;4\n", "Prowler's report as CSV"},
        {"Id;SecurityControlId;Resources;ComplianceStatus\n", "separated by semicolons"},
        {HEADER ",id\n" GOOD ",x\n", "the header has twice the column Id"},
        {HEADER "\n" UID ",\"open\n", "inside a quoted field"},
        {"control_id,severity,waiver_id,waiver_expires,resource_arn\n", "fargauge itself"},
        {HEADER "\n" GOOD "\n\x83\x85\n", "not UTF-8"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        import(samples[i].csv);
        expect_refused(&ingest, samples[i].part);
        expect_evidence(&ingest, "");
        expect("select count(*) from rejected_source", "1");
    }
}
END_TEST

/* Text that is no table is still told what JSON is. */
START_TEST(no_table)
{
    static const char *const texts[] = {"hello, world\n", "services:\n- a, b, c\n", "<html lang=\"a,b,c\">", "1,2,3,4\n"};
    for (size_t i = 0; i < LENGTH(texts); i++) {
        import(texts[i]);
        expect_refused(&ingest, texts[i][0] == '1' ? "" : "not JSON");
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_securityhub_csv");
    TCase *all = tcase_create("ingest_securityhub_csv");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, csv_manager);
    tcase_add_test(all, headers);
    tcase_add_test(all, issuer_by_id);
    tcase_add_test(all, resource_cells);
    tcase_add_test(all, marked_cells);
    tcase_add_test(all, of_no_interest);
    tcase_add_test(all, rejections);
    tcase_add_test(all, provenance);
    tcase_add_test(all, refused);
    tcase_add_test(all, no_table);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
