/* SPDX-License-Identifier: MIT */
/* AWS Config: what it tells of changes, in the envelopes of SNS, EventBridge and rules. */
#include "ingest_fixture.h"
#include "unit.h"

#define ECS "arn:aws:ecs:ap-northeast-1:011122223333:"
#define RULE "ecs-fargate-latest-platform-version"
#define TYPE "'resourceType':'AWS::ECS::Service'"
#define TIMED "'configurationItemCaptureTime':'2026-10-01T09:00:00.000Z'"
#define ITEM(name)                                                                                   \
    "{" TYPE "," TIMED ",'configurationItemStatus':'OK','ARN':'" ECS "service/web/" name                 \
    "','configuration':{'LaunchType':'FARGATE','PlatformVersion':'1.4.0'}}"

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

#define CHANGE(name) "{'messageType':'ConfigurationItemChangeNotification','configurationItemDiff':null," \
    "'configurationItem':" ITEM(name) "}"
#define SCHEDULED "{'messageType':'ScheduledNotification','awsAccountId':'011122223333'}"

/* In each envelope: by itself, EventBridge's, SNS's, a rule's. */
static void import_message(const char *message, int envelope)
{
    static const char *const before[] = {"", "{'detail-type':'x','detail':", "{'Type':'Notification','Message':",
                                         "{'Type':'Notification','Message':", "{'version':'1.0','invokingEvent':"};
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_add_text(&json, before[envelope]);
    if (envelope >= 3)
        add_json_text(&json, message);
    else
        fg_buf_add_text(&json, message);
    fg_buf_add_text(&json, envelope > 0 ? "}" : "");
    import(json.data);
}
enum { ENVELOPES = 5 };

START_TEST(messages)
{
    static const struct {
        const char *message, *pointer;
        int64_t used, rejected, of_no_interest;
    } samples[] = {
        {CHANGE("a"), "/configurationItem", 1, 0, 0},
        {"{'messageType':'ConfigurationItemChangeNotification','configurationItem':[" ITEM("a") "]}",
         "/configurationItem/0", 1, 0, 0},
        {SCHEDULED, NULL, 0, 0, 1},
        {"{'messageType':'ConfigurationSnapshotDeliveryCompleted','s3ObjectKey':'k'}", NULL, 0, 0, 1},
        {"{'messageType':'ConfigurationItemChangeNotification','configurationItem':null}", NULL, 0, 1, 0},
        {"{'messageType':'OversizedConfigurationItemChangeNotification','configurationItemSummary':{" TYPE ","
         "'resourceId':'" ECS "service/web/a'}}", NULL, 0, 1, 0},
        {"{'messageType':'OversizedConfigurationItemChangeNotification','configurationItemSummary':"
         "{'resourceType':'AWS::EC2::Instance','resourceId':'i-1'}}", NULL, 0, 0, 1},
    };
    static const char *const places[ENVELOPES] = {"", "/detail", "/Message", "/Message", "/invokingEvent"};
    for (size_t i = 0; i < ENVELOPES * LENGTH(samples); i++) {
        int envelope = (int)(i % ENVELOPES);
        const char *pointer = samples[i / ENVELOPES].pointer;
        import_message(samples[i / ENVELOPES].message, envelope);
        expect_loaded(&ingest, samples[i / ENVELOPES].used, samples[i / ENVELOPES].rejected,
                      samples[i / ENVELOPES].of_no_interest);
        ck_assert_str_eq(ingest.report.kind, "config_messages");
        if (pointer == NULL)
            continue;
        FG_BUF_AUTO expected = FG_BUF_INIT; /* what a text holds stands where the text stands */
        fg_buf_printf(&expected, "%s%s", places[envelope], envelope >= 3 ? "" : pointer);
        expect("select pointer from record", expected.data);
        expect("select origin, platform_version from service", "config|1.4.0");
    }
    import(SCHEDULED);
    expect("select type, count from no_interest", "ScheduledNotification|1");
}
END_TEST

/* A log of messages, whatever each says. */
START_TEST(message_lines)
{
    import("{'detail':" CHANGE("a") "}\n{'detail':" SCHEDULED "}\n" SCHEDULED "\n" CHANGE("b") "\n");
    expect_loaded(&ingest, 2, 0, 2);
    expect("select pointer from record", "/0/detail/configurationItem\n/3/configurationItem");
    import(SCHEDULED CHANGE("a"));
    expect_loaded(&ingest, 1, 0, 1);
}
END_TEST

#define CHANGED "{'messageType':'ComplianceChangeNotification','awsAccountId':'011122223333','awsRegion':" \
    "'ap-northeast-1','configRuleName':'" RULE "','configRuleARN':'r','resourceType':'AWS::ECS::Service'," \
    "'resourceId':'" ECS "service/web/a','notificationCreationTime':'2026-09-30T10:00:00Z'"

START_TEST(compliance_change)
{
    static const struct {
        const char *result, *row;
    } samples[] = {
        {",'newEvaluationResult':{'evaluationResultIdentifier':{},'complianceType':'NON_COMPLIANT','annotation':'x',"
         "'resultRecordedTime':'2026-09-30T09:59:00Z'}", "NON_COMPLIANT|x|2026-09-30T09:59:00.000Z"},
        {",'newEvaluationResult':{'complianceType':'COMPLIANT'}", "COMPLIANT|-|2026-09-30T10:00:00.000Z"},
        /* judged no more */
        {",'newEvaluationResult':null", "-|-|2026-09-30T10:00:00.000Z"},
        {"", "-|-|2026-09-30T10:00:00.000Z"},
    };
    for (size_t i = 0; i < ENVELOPES * LENGTH(samples); i++) {
        FG_BUF_AUTO message = FG_BUF_INIT;
        fg_buf_printf(&message, CHANGED "%s}", samples[i / ENVELOPES].result);
        import_message(message.data, (int)(i % ENVELOPES));
        expect_loaded(&ingest, 1, 0, 0);
        expect_evidence(&ingest, "source 1, record 1, resource 1, config_evaluation 1");
        expect("select compliance, annotation, captured_at from config_evaluation e"
               " join record r on r.id = e.record_id", samples[i / ENVELOPES].row);
        expect("select rule_name, rule_arn, arn from config_evaluation e join resource r on r.id = e.resource_id",
               RULE "|r|" ECS "service/web/a");
    }
    import("{'messageType':'ComplianceChangeNotification','resourceType':'AWS::EC2::Volume','resourceId':'vol-1',"
           "'newEvaluationResult':7}");
    expect_loaded(&ingest, 0, 0, 1);
    expect("select type from no_interest", "AWS::EC2::Volume");
}
END_TEST

START_TEST(message_rejections)
{
    static const struct {
        const char *json, *problem;
    } samples[] = {
        {"{'messageType':7}", ": no_type: messageType"},
        {"{'messageType':null}", ": no_type: messageType"},
        {"{'messageType':'OversizedConfigurationItemChangeNotification'}", ": no_item: configurationItem"},
        {"{'configurationItemSummary':{}}", "/configurationItemSummary: no_type: resourceType"},
        {"{'configurationItemSummary':{'resourceType':''}}", "/configurationItemSummary: no_type: resourceType"},
        {"{'configurationItemSummary':{" TYPE "}}",
         "/configurationItemSummary: oversized: the item was too long for the message; give the answer of `aws "
         "configservice get-resource-config-history --resource-type AWS::ECS::Service --resource-id ID`"},
        {"{'configurationItemSummary':{" TYPE ",'resourceId':'" ECS "service/web/a'}}",
         "/configurationItemSummary: oversized: the item was too long for the message; give the answer of `aws "
         "configservice get-resource-config-history --resource-type AWS::ECS::Service --resource-id " ECS
         "service/web/a`"},
        {"{'configurationItem':{" TYPE "," TIMED ",'ARN':'" ECS "service/web/a'}}",
         "/configurationItem: no_configuration: configuration"},
        {"{'configurationItem':{'configuration':{}}}", "/configurationItem: no_type: resourceType"},
        {"{'messageType':'ComplianceChangeNotification'}", ": no_type: resourceType"},
        {"{'messageType':'ComplianceChangeNotification','resourceType':''}", ": no_type: resourceType"},
        {"{'messageType':'ComplianceChangeNotification'," TYPE ",'resourceId':'x'}", ": no_rule: rule's name"},
        {"{'messageType':'ComplianceChangeNotification'," TYPE ",'configRuleName':'x'}", ": no_resource: resource id"},
        {CHANGED ",'newEvaluationResult':{'annotation':'x'}}", ": no_compliance: newEvaluationResult"},
        {CHANGED ",'newEvaluationResult':'x'}", ": wrong_type: newEvaluationResult"},
        {"[" CHANGE("a") "]", "/0: no_item: configurationItem"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        import(samples[i].json);
        expect_loaded(&ingest, 0, 1, 0);
        ck_assert_msg(strncmp(ingest.report.first_rejection, samples[i].problem, strlen(samples[i].problem)) == 0,
                      "%s", ingest.report.first_rejection);
        expect_evidence(&ingest, "source 1, rejection 1");
    }
}
END_TEST

/* What people write to each other in the same envelope, or what was cut on its way, is no message of AWS Config. */
START_TEST(texts_that_are_no_messages)
{
    static const char *const samples[] = {
        "{'Type':'Notification','Message':'Please confirm.'}",
        "{'Type':'Notification','Message':''}",
        "{'Type':'Notification','Message':'[1]'}",
        "{'Type':'Notification','Message':'\\u0000{}'}",
        "{'Type':'Notification','Message':7}",
        "{'Message':'{\\'Message\\':\\'{}\\'}'}",
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        import(samples[i]);
        expect_refused(&ingest, "no known export");
        expect_evidence(&ingest, "");
    }
}
END_TEST

START_TEST(refused)
{
    static const struct {
        const char *json, *part;
    } samples[] = {
        {"{'messageType':'ScheduledNotification'", "end"},
        {"{'configurationItemSummary':{", "end"},
        {"{'Message':'{\\'configurationItem\\':{'}", "end"},
        {SCHEDULED "{'configurationItems':[]}", "two kinds"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        import(samples[i].json);
        expect_refused(&ingest, samples[i].part);
        expect_evidence(&ingest, "");
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_config_messages");
    TCase *all = tcase_create("ingest_config_messages");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, messages);
    tcase_add_test(all, message_lines);
    tcase_add_test(all, compliance_change);
    tcase_add_test(all, message_rejections);
    tcase_add_test(all, texts_that_are_no_messages);
    tcase_add_test(all, refused);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
