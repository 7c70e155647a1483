/* SPDX-License-Identifier: MIT */
/* Assessments: which moment, which parameters, which evidence counts. */
#include "fargauge/assess.h"

#include "ingest_fixture.h"
#include "unit.h"

#define ECS "arn:aws:ecs:ap-northeast-1:011122223333:"
#define NOW "2026-11-01T00:00:00.000Z"

static struct ingest ingest;
static int64_t id;

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

/* A describe-services answer, captured at `day` of 2026 ("10-01"), with a service per version. */
static void put_ecs(const char *name, const char *day, const char *version)
{
    char path[128];
    FG_BUF_AUTO json = FG_BUF_INIT;
    snprintf(path, sizeof path, "2026-%sT0000Z/%s", day, name);
    fg_buf_printf(&json, "{'services':[{'serviceArn':'" ECS "service/web/front','launchType':'FARGATE',"
                  "'status':'ACTIVE','platformFamily':'Linux','platformVersion':'%s'}],'name':'%s'}", version, name);
    ingest_json(&ingest, path, json.data);
    expect_loaded(&ingest, 1, 0, 0);
}

static void put_config(const char *name, const char *day, const char *version)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_printf(&json, "{'configurationItems':[{'resourceType':'AWS::ECS::Service','configurationItemCaptureTime':"
                  "'2026-%sT00:00:00Z','ARN':'" ECS "service/web/front','configuration':{'LaunchType':'FARGATE',"
                  "'PlatformVersion':'%s'}}],'name':'%s'}", day, version, name);
    ingest_json(&ingest, name, json.data);
    expect_loaded(&ingest, 1, 0, 0);
}

static int try_assess(const char *as_of, const struct fg_parameter *parameters, size_t count)
{
    const struct fg_assess_options options = {
        .as_of = as_of, .generated_at = NOW, .parameters = parameters, .parameter_count = count};
    return fg_assess(ingest.store, &options, &id, &ingest.err);
}

static void assess(const char *as_of)
{
    ck_assert_msg(try_assess(as_of, NULL, 0) == 0, "%s", ingest.err.message);
}

/* Version and reason of ECS.10 on the one service. */
static void expect_ecs10(const char *expected)
{
    expect("select platform_version, reason from v_results where control_id = 'ECS.10'", expected);
}

START_TEST(nothing_imported)
{
    assess(NULL);
    expect("select id, as_of, as_of_from, generated_at, tool_version, length(catalog_digest) from assessment",
           "1|" NOW "|generated_at|" NOW "|0.1.0|64");
    expect("select count(*) from v_result", "0");
}
END_TEST

START_TEST(as_of)
{
    put_ecs("a", "09-01", "1.4.0");
    put_config("b", "10-01", "1.4.0");
    assess(NULL);
    expect("select as_of, as_of_from from v_assessment", "2026-10-01T00:00:00.000Z|newest_capture");
    assess("2026-09-15T00:00:00.000Z");
    expect("select as_of, as_of_from from v_assessment", "2026-09-15T00:00:00.000Z|option");
}
END_TEST

/* When a waiver was handed over says nothing about the inventory. */
START_TEST(waivers_are_no_capture)
{
    static const char csv[] = "waiver_id,control_id,resource,reason,owner,approver,approved_at,expires_at\n"
                              "W-1,ECS.10,*,r,ann,bob,2026-01-01,2027-01-01\n";
    put_ecs("a", "09-01", "1.3.0");
    ingest_bytes(&ingest, "2026-10-01T0000Z/waivers.csv", csv, sizeof csv - 1);
    assess(NULL);
    expect("select as_of from v_assessment", "2026-09-01T00:00:00.000Z");
    expect("select status, original_status, waiver_id, waiver_expires from v_results where control_id = 'ECS.10'",
           "WAIVED|FAILED|W-1|2027-01-01T23:59:59.999Z");
}
END_TEST

START_TEST(parameters_of_the_day)
{
    static const struct {
        const char *as_of, *linux_latest;
    } samples[] = {
        {"2010-01-01T00:00:00.000Z", "1.0.0"}, {"2018-12-16T23:59:59.999Z", "1.2.0"},
        {"2018-12-17T00:00:00.000Z", "1.3.0"}, {"2021-03-18T23:59:59.999Z", "1.3.0"},
        {"2021-03-19T00:00:00.000Z", "1.4.0"}, {"2026-11-01T00:00:00.000Z", "1.4.0"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        assess(samples[i].as_of);
        expect("select latest_linux from v_assessment", samples[i].linux_latest);
    }
    expect("select count(*) from assessment_parameter where origin <> 'default'", "0");
}
END_TEST

START_TEST(parameters_set)
{
    static const struct fg_parameter set[] = {{"ECS.10", "latestLinuxVersion", "1.5.0"}};
    put_ecs("a", "10-01", "1.4.0");
    assess(NULL);
    expect_ecs10("1.4.0|pinned_to_current");
    ck_assert_int_eq(try_assess(NULL, set, LENGTH(set)), 0);
    expect_ecs10("1.4.0|outdated_version");
    expect("select assessment_id, value, origin from assessment_parameter where name = 'latestLinuxVersion'",
           "1|1.4.0|default\n2|1.5.0|option");
    expect("select origin from assessment_parameter where assessment_id = 2 and name = 'latestWindowsVersion'",
           "default");
    assess(NULL); /* holds for the one assessment only */
    expect_ecs10("1.4.0|pinned_to_current");
}
END_TEST

START_TEST(parameters_unknown)
{
    static const struct fg_parameter unknown[] = {
        {"ECS.10", "latestLinux", "1"}, {"ECS.11", "latestLinuxVersion", "1"}, {"ecs.10", "latestLinuxVersion", "1"}};
    put_ecs("a", "10-01", "1.4.0");
    for (size_t i = 0; i < LENGTH(unknown); i++) {
        ck_assert_int_eq(try_assess(NULL, &unknown[i], 1), -1);
        ck_assert_int_eq(ingest.err.code, FG_USAGE);
        ck_assert_ptr_nonnull(strstr(ingest.err.message, unknown[i].name));
        ck_assert_str_ne(ingest.err.hint, "");
        expect("select (select count(*) from assessment), (select count(*) from v_result),"
               " (select count(*) from assessment_parameter)", "0|0|0");
        ck_assert_int_eq(sqlite3_get_autocommit(ingest.db), 1);
    }
}
END_TEST

START_TEST(newest_capture_wins)
{
    put_ecs("b", "09-01", "1.3.0");
    put_ecs("c", "10-01", "LATEST");
    put_ecs("a", "08-01", "1.2.0");
    assess(NULL);
    expect_ecs10("LATEST|latest");
    assess("2026-10-01T00:00:00.000Z");
    expect_ecs10("LATEST|latest");
    assess("2026-09-30T23:59:59.999Z");
    expect_ecs10("1.3.0|retired_version");
    assess("2026-08-15T00:00:00.000Z");
    expect_ecs10("1.2.0|retired_version");
    assess("2026-07-01T00:00:00.000Z");
    expect("select count(*) from v_results", "0");
}
END_TEST

/* At one moment describe-services wins over Config; then the file's hash, never the order of import. */
START_TEST(ties)
{
    FG_BUF_AUTO winner = FG_BUF_INIT;
    for (int turn = 0; turn < 2; turn++) {
        ingest_again(&ingest);
        if (turn == 1)
            put_config("c", "10-01", "1.3.0");
        put_ecs("a", "10-01", "1.4.0");
        if (turn == 0)
            put_config("c", "10-01", "1.3.0");
        assess(NULL);
        expect_ecs10("1.4.0|pinned_to_current");
    }
    for (int turn = 0; turn < 2; turn++) {
        ingest_again(&ingest);
        put_ecs(turn == 0 ? "x" : "y", "10-01", turn == 0 ? "1.4.0" : "1.3.0");
        put_ecs(turn == 0 ? "y" : "x", "10-01", turn == 0 ? "1.3.0" : "1.4.0");
        assess(NULL);
        FG_BUF_AUTO found = FG_BUF_INIT;
        rows_read(ingest.db, "select platform_version from v_results where control_id = 'ECS.10'", &found);
        if (turn == 0)
            fg_buf_add_text(&winner, found.data);
        ck_assert_str_eq(found.data, winner.data);
        expect("select s.sha256 = (select min(sha256) from source) from v_results v join record r"
               " on r.id = v.record_id join source s on s.id = r.source_id where control_id = 'ECS.10'", "1");
    }
}
END_TEST

/* Twice in one file: the first stands. */
START_TEST(ties_in_a_file)
{
    ingest_json(&ingest, "2026-10-01T0000Z.json",
                "{'services':[{'serviceArn':'" ECS "service/web/front','platformVersion':'1.4.0'},"
                "{'serviceArn':'" ECS "service/web/front','platformVersion':'LATEST'}]}");
    assess(NULL);
    expect_ecs10("1.4.0|pinned_to_current");
    expect("select record from v_results where control_id = 'ECS.10'", "/services/0");
}
END_TEST

/* A short ARN and a long one of the same service are one service. */
START_TEST(short_and_long_arn)
{
    put_ecs("a", "09-01", "1.3.0");
    ingest_json(&ingest, "2026-10-01T0000Z.json", "{'services':[{'serviceArn':'" ECS "service/front','clusterArn':'" ECS
                "cluster/web','launchType':'FARGATE','platformVersion':'LATEST'}]}");
    assess(NULL);
    expect_ecs10("LATEST|latest");
}
END_TEST

START_TEST(results_are_kept)
{
    put_ecs("a", "09-01", "1.3.0");
    assess(NULL);
    FG_BUF_AUTO before = FG_BUF_INIT;
    FG_BUF_AUTO after = FG_BUF_INIT;
    rows_read(ingest.db, "select * from v_result where assessment_id = 1 order by id", &before);
    put_ecs("b", "10-01", "LATEST");
    assess(NULL);
    ck_assert_int_eq(id, 2);
    rows_read(ingest.db, "select * from v_result where assessment_id = 1 order by id", &after);
    ck_assert_uint_gt(before.len, 0);
    ck_assert_str_eq(before.data, after.data);
    expect("select assessment_id, status from v_result where control_id = 'ECS.10' order by 1", "1|FAILED\n2|PASSED");
    expect("select count(distinct assessment_id), min(assessment_id) from v_results", "1|2");
    expect("select count(*) from v_control_counts where control_id = 'ECS.10' and total <> 1", "0");
}
END_TEST

static void put_nth(int which)
{
    switch (which) {
    case 0:
        put_ecs("a", "10-01", "LATEST");
        break;
    case 1:
        put_config("b", "10-01", "1.3.0");
        break;
    case 2:
        ingest_json(&ingest, "f.json", "{'Findings':[{'ProductArn':'arn:aws:securityhub:x::product/aws/securityhub',"
                    "'Id':'1','Title':'ECS.10','UpdatedAt':'2026-09-30T00:00:00Z','Compliance':{'Status':'FAILED'},"
                    "'Resources':[{'Type':'AwsEcsService','Id':'" ECS "service/web/front'},{'Type':'AwsEcsService','Id':'"
                    ECS "service/web/gone'}]}]}");
        break;
    default:
        ingest_json(&ingest, "2026-09-01T0000Z.json", "{'services':[{'serviceArn':'" ECS "service/front','clusterArn':'web',"
                    "'launchType':'FARGATE','platformVersion':'1.3.0'},{'serviceArn':'" ECS "service/other'}]}");
    }
}

/* All 24 orders of four files give the same results. */
START_TEST(order_of_import)
{
    static const char query[] =
        "select control_id, severity, status, reason, account_id, region, cluster, resource_type, resource_name,"
        " resource_arn, launch_type, platform_family, platform_version, latest_version, security_hub_status,"
        " config_rule_status, agreement, waiver_id, waiver_expires, captured_at, source, record, message,"
        " original_status, subject, actual, expected, agreement_cause, security_hub_at, config_rule_at, captured_from"
        " from v_results order by position, account_id, region, cluster, resource_name, resource_arn";
    FG_BUF_AUTO first = FG_BUF_INIT;
    for (int order = 0; order < 256; order++) {
        int at[] = {order & 3, order >> 2 & 3, order >> 4 & 3, order >> 6};
        if ((1 << at[0] | 1 << at[1] | 1 << at[2] | 1 << at[3]) != 15)
            continue;
        FG_BUF_AUTO found = FG_BUF_INIT;
        ingest_again(&ingest);
        for (int i = 0; i < 4; i++)
            put_nth(at[i]);
        assess(NULL);
        rows_read(ingest.db, query, &found);
        if (first.len == 0)
            fg_buf_add_text(&first, found.data);
        ck_assert_str_eq(found.data, first.data);
    }
    ck_assert_ptr_nonnull(strstr(first.data, "not_in_inventory"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("assess");
    TCase *all = tcase_create("assess");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, nothing_imported);
    tcase_add_test(all, as_of);
    tcase_add_test(all, waivers_are_no_capture);
    tcase_add_test(all, parameters_of_the_day);
    tcase_add_test(all, parameters_set);
    tcase_add_test(all, parameters_unknown);
    tcase_add_test(all, newest_capture_wins);
    tcase_add_test(all, ties);
    tcase_add_test(all, ties_in_a_file);
    tcase_add_test(all, short_and_long_arn);
    tcase_add_test(all, results_are_kept);
    tcase_add_test(all, order_of_import);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
