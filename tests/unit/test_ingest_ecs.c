/* SPDX-License-Identifier: MIT */
/* describe-services: records to rows, and where each row comes from. */
#include "fargauge/sha256.h"
#include "ingest_fixture.h"
#include "unit.h"

#define ECS "arn:aws:ecs:ap-northeast-1:011122223333:"

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
    ingest_json(&ingest, "export.json",
        "{'services':[{'serviceArn':'" ECS "service/web/front','serviceName':'front',"
        "'clusterArn':'" ECS "cluster/web','status':'ACTIVE','desiredCount':3,'runningCount':2,"
        "'pendingCount':1,'launchType':'FARGATE','platformVersion':'LATEST',"
        "'platformFamily':'Linux','taskDefinition':'" ECS "task-definition/front:7',"
        "'schedulingStrategy':'REPLICA','deploymentController':{'type':'CODE_DEPLOY'},"
        "'networkConfiguration':{'awsvpcConfiguration':{'subnets':['s'],'assignPublicIp':'DISABLED'}},"
        "'createdAt':'2026-01-02T12:00:00.500+09:00','events':[],'loadBalancers':[{'x':1}],"
        "'deployments':[],'taskSets':[],'tags':[]}],'failures':[]}");
    expect_loaded(&ingest, 1, 0, 0);
    expect_evidence(&ingest, "source 1, record 1, resource 1, service 1");
    ck_assert_str_eq(ingest.report.kind, "ecs_services");
    expect("select origin, deleted, status, launch_type, capacity_provider_strategy, platform_version,"
           " platform_family, scheduling_strategy, deployment_controller, assign_public_ip,"
           " task_definition, desired_count, running_count, pending_count, created_at, tags_known"
           " from service",
           "ecs|0|ACTIVE|FARGATE|[]|LATEST|Linux|REPLICA|CODE_DEPLOY|DISABLED|" ECS
           "task-definition/front:7|3|2|1|2026-01-02T03:00:00.500Z|1");
    expect("select arn, partition, account_id, region, type, cluster, name from resource",
           ECS "service/web/front|aws|011122223333|ap-northeast-1|AWS::ECS::Service|web|front");
}
END_TEST

START_TEST(least_members)
{
    ingest_json(&ingest, "export.json", "{'services':[{'serviceArn':'" ECS "service/web/front',"
                                        "'launchType':null,'createdAt':null,'tags':null,'deployments':null}]}");
    expect_loaded(&ingest, 1, 0, 0);
    expect("select status, launch_type, capacity_provider_strategy, platform_version, desired_count,"
           " created_at, tags_known from service", "-|-|[]|-|-|-|0");
    expect("select captured_at, captured_from, more_pages, kind, compression from source",
           "-|none|0|ecs_services|none");
}
END_TEST

/* What the row says about where it stands leads back to the record's very bytes. */
START_TEST(provenance)
{
    static const char *const records[] = {
        "{'serviceArn':'" ECS "service/web/a','tags':[{'key':'\xE6\x8B\x85\xE5\xBD\x93','value':'x'}]}",
        "{ 'serviceArn' : '" ECS "service/web/b' ,\n  'events':[{'message':'}]'}] }",
        "{'serviceArn':'" ECS "service/web/c'}",
    };
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_add_text(&json, "\xEF\xBB\xBF{ \"note\" : \"\xE6\x8B\x85\", \"services\" : [\r\n ");
    for (size_t i = 0; i < LENGTH(records); i++) {
        add_json(&json, i > 0 ? " ,\n\t" : "");
        add_json(&json, records[i]);
    }
    add_json(&json, "\n] , 'failures' : [{'arn':'x','reason':'MISSING','detail':'d'}] }\n");
    ingest_bytes(&ingest, "export.json", json.data, json.len);
    expect_loaded(&ingest, 4, 0, 0);

    for (size_t i = 0; i <= LENGTH(records); i++) {
        FG_BUF_AUTO record = FG_BUF_INIT;
        FG_BUF_AUTO row = FG_BUF_INIT;
        FG_BUF_AUTO sql = FG_BUF_INIT;
        if (i < LENGTH(records)) {
            add_json(&record, records[i]);
            fg_buf_printf(&row, "/services/%zu|", i);
        } else {
            add_json(&record, "{'arn':'x','reason':'MISSING','detail':'d'}");
            fg_buf_add_text(&row, "/failures/0|");
        }
        const char *at = strstr(json.data, record.data);
        ck_assert_ptr_nonnull(at);
        fg_buf_printf(&row, "%zu|%zu|-", (size_t)(at - json.data), record.len);
        fg_buf_printf(&sql, "select pointer, byte_offset, byte_length, captured_at from record where id = %zu", i + 1);
        expect(sql.data, row.data);
    }

    char hex[FG_SHA256_HEX_SIZE];
    FG_BUF_AUTO row = FG_BUF_INIT;
    struct fg_sha256 *hash = fg_sha256_new();
    fg_sha256_add(hash, json.data, json.len);
    fg_sha256_hex(hash, hex);
    fg_sha256_free(hash);
    fg_buf_printf(&row, "%s|%s|%zu|0.1.0", ingest.path, hex, json.len);
    expect("select path, sha256, size, tool_version from source", row.data);
}
END_TEST

START_TEST(arns)
{
    static const struct {
        const char *arn, *cluster;
        const char *resource; /* partition|account|region|cluster|name */
    } samples[] = {
        {ECS "service/front", "'" ECS "cluster/web'", "aws|011122223333|ap-northeast-1|web|front"},
        {ECS "service/front", "'web'", "aws|011122223333|ap-northeast-1|web|front"},
        {ECS "service/front", "null", "aws|011122223333|ap-northeast-1|-|front"},
        {ECS "service/web/front", "'" ECS "cluster/other'", "aws|011122223333|ap-northeast-1|web|front"},
        {"arn:aws-cn:ecs:cn-north-1:111122223333:service/web/front", "null",
         "aws-cn|111122223333|cn-north-1|web|front"},
        {"arn:aws-us-gov:ecs:us-gov-west-1:111122223333:service/web/front", "null",
         "aws-us-gov|111122223333|us-gov-west-1|web|front"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO json = FG_BUF_INIT;
        fg_buf_printf(&json, "{'services':[{'serviceArn':'%s','clusterArn':%s}]}", samples[i].arn,
                      samples[i].cluster);
        ingest_again(&ingest);
        ingest_json(&ingest, "export.json", json.data);
        expect("select partition, account_id, region, cluster, name from resource",
               samples[i].resource);
    }
}
END_TEST

/* A record that knows the cluster completes one that did not. */
START_TEST(cluster_is_completed)
{
    ingest_json(&ingest, "a.json", "{'services':[{'serviceArn':'" ECS "service/front'}]}");
    ingest_json(&ingest, "b.json", "{'services':[{'serviceArn':'" ECS "service/front',"
                                   "'clusterArn':'" ECS "cluster/web'}]}");
    expect("select cluster from resource", "web");
    expect_evidence(&ingest, "source 2, record 2, resource 1, service 2");
}
END_TEST

START_TEST(times)
{
    ingest_json(&ingest, "export.json",
        "{'services':[{'serviceArn':'" ECS "service/web/a','createdAt':1604345263.148},"
        "{'serviceArn':'" ECS "service/web/b','createdAt':'2020-11-02T14:27:43.148000-05:00'},"
        "{'serviceArn':'" ECS "service/web/c','createdAt':1604345263}]}");
    expect("select group_concat(created_at) from service",
           "2020-11-02T19:27:43.148Z,2020-11-02T19:27:43.148Z,2020-11-02T19:27:43.000Z");
    expect("select captured_at, captured_from from source", "2020-11-02T19:27:43.148Z|content");
}
END_TEST

START_TEST(deployments_and_task_sets)
{
    ingest_json(&ingest, "export.json",
        "{'services':[{'serviceArn':'" ECS "service/web/a',"
        "'capacityProviderStrategy':[{'capacityProvider':'FARGATE_SPOT','weight':2,'base':1},"
        "{'capacityProvider':'odd \\'name\\\\','weight':0}],"
        "'taskSets':[{'id':'ecs-svc/9','status':'PRIMARY','launchType':'FARGATE','platformVersion':"
        "'1.4.0','platformFamily':'Linux','computedDesiredCount':5,'desiredCount':99,'runningCount':4,"
        "'pendingCount':0,'taskDefinition':'t','createdAt':1604345263,'updatedAt':1604345264}],"
        "'deployments':[{'id':'ecs-svc/1','status':'PRIMARY','desiredCount':2,'computedDesiredCount':"
        "98,'runningCount':1,'pendingCount':1,'platformVersion':'1.4.0','rolloutState':'IN_PROGRESS',"
        "'capacityProviderStrategy':[{'capacityProvider':'FARGATE','weight':1,'base':0}],"
        "'networkConfiguration':{'awsvpcConfiguration':{'assignPublicIp':'ENABLED'}}},"
        "{'id':'ecs-svc/2','status':'ACTIVE','platformVersion':'1.3.0'}]}]}");
    expect_loaded(&ingest, 1, 0, 0);
    expect("select capacity_provider_strategy from service",
           "[{\"capacityProvider\":\"FARGATE_SPOT\",\"weight\":2,\"base\":1},"
           "{\"capacityProvider\":\"odd \\\"name\\\\\",\"weight\":0,\"base\":0}]");
    expect("select kind, position, deployment_id, status, launch_type, platform_version,"
           " platform_family, assign_public_ip, task_definition, desired_count, running_count,"
           " pending_count, rollout_state, created_at, updated_at, json_array_length(capacity_provider_strategy)"
           " from deployment order by kind, position",
           "deployment|0|ecs-svc/1|PRIMARY|-|1.4.0|-|ENABLED|-|2|1|1|IN_PROGRESS|-|-|1\n"
           "deployment|1|ecs-svc/2|ACTIVE|-|1.3.0|-|-|-|-|-|-|-|-|-|0\n"
           "task_set|0|ecs-svc/9|PRIMARY|FARGATE|1.4.0|Linux|-|t|5|4|0|-|"
           "2020-11-02T19:27:43.000Z|2020-11-02T19:27:44.000Z|0");
}
END_TEST

START_TEST(tags)
{
    ingest_json(&ingest, "export.json",
        "{'services':[{'serviceArn':'" ECS "service/web/a','tags':[{'key':'team','value':'a|b'},"
        "{'key':'Team','value':''},{'key':'empty'}]},"
        "{'serviceArn':'" ECS "service/web/b','tags':[]},{'serviceArn':'" ECS "service/web/c'}]}");
    expect("select group_concat(tags_known) from service", "1,1,0");
    expect("select record_id, key, value from tag order by key", "1|Team|\n1|empty|-\n1|team|a|b");
}
END_TEST

START_TEST(failures)
{
    ingest_json(&ingest, "export.json",
        "{'failures':[{'arn':'" ECS "service/web/gone','reason':'MISSING'},{}],'services':[]}");
    expect_loaded(&ingest, 2, 0, 0);
    expect_evidence(&ingest, "source 1, record 2, describe_failure 2");
    expect("select arn, reason, detail from describe_failure", ECS "service/web/gone|MISSING|-\n-|-|-");
}
END_TEST

/* The splitter passes most of a record over; what it keeps of `events` is the newest alone. */
START_TEST(events)
{
    ingest_json(&ingest, "export.json",
        "{'services':[{'serviceArn':'" ECS "service/web/a','createdAt':1604345263,"
        "'events':[{'id':'2','createdAt':1604345300,'message':'m'},{'id':'1','createdAt':'never'},7]}]}");
    expect_loaded(&ingest, 1, 0, 0);
    expect("select captured_at, captured_from from source", "2020-11-02T19:28:20.000Z|content");
}
END_TEST

#define A "{'serviceArn':'" ECS "service/web/bad',"

/* Nothing of a rejected record is in any table, however deep the fault lies. */
START_TEST(rejections)
{
    static const struct rejected samples[] = {
        {"{}", "no_arn", "serviceArn"},
        {"{'serviceArn':null}", "no_arn", "serviceArn"},
        {"{'serviceName':'a','clusterArn':'" ECS "cluster/web'}", "no_arn", "serviceArn"},
        {"{'serviceArn':7}", "wrong_type", "serviceArn: a number where text belongs"},
        {"{'serviceArn':''}", "bad_arn", "serviceArn"},
        {"{'serviceArn':'front'}", "bad_arn", "front"},
        {"{'serviceArn':'" ECS "cluster/web'}", "bad_arn", "cluster/web"},
        {"{'serviceArn':'arn:aws:ecs:ap-northeast-1:1234:service/web/a'}", "bad_arn", "1234"},
        {"null", "wrong_type", "the record is not an object"},
        {"'x'", "wrong_type", "the record is not an object"},
        {"[" A "'status':'ACTIVE'}]", "wrong_type", "the record is not an object"},
        {A "'serviceName':7}", "wrong_type", "serviceName"},
        {A "'clusterArn':{}}", "wrong_type", "clusterArn"},
        {A "'platformVersion':1.4}", "wrong_type", "platformVersion"},
        {A "'desiredCount':'2'}", "wrong_type", "desiredCount"},
        {A "'runningCount':1.5}", "wrong_type", "runningCount"},
        {A "'deploymentController':'ECS'}", "wrong_type", "deploymentController"},
        {A "'deploymentController':{'type':1}}", "wrong_type", "type"},
        {A "'networkConfiguration':{'awsvpcConfiguration':{'assignPublicIp':false}}}", "wrong_type",
         "assignPublicIp"},
        {A "'capacityProviderStrategy':{}}", "wrong_type", "capacityProviderStrategy"},
        {A "'capacityProviderStrategy':['FARGATE']}", "wrong_type", "capacityProviderStrategy"},
        {A "'capacityProviderStrategy':[{'capacityProvider':'FARGATE','weight':'1'}]}", "wrong_type", "weight"},
        {A "'createdAt':'2026-01-01T00:00:00'}", "bad_time", "createdAt"},
        {A "'createdAt':-1}", "bad_time", "createdAt"},
        {A "'createdAt':true}", "bad_time", "createdAt"},
        {A "'events':[{'createdAt':'soon'}]}", "bad_time", "createdAt"},
        {A "'status':'ACTIVE','status':'ACTIVE'}", "duplicate_key", "status"},
        {A "'serviceArn':'" ECS "service/web/worse'}", "duplicate_key", "serviceArn"},
        {A "'\\u0073tatus':'ACTIVE','status':'ACTIVE'}", "duplicate_key", "status"},
        {A "'status':'\\u0000'}", "bad_text", "U+0000"},
        {A "'status':'\\ud800'}", "bad_text", "surrogate"},
        {A "'deployments':{}}", "wrong_type", "deployments"},
        {A "'deployments':[{'id':'1'},7]}", "wrong_type", "not an object"},
        {A "'deployments':[{'id':'1'},{'id':2}]}", "wrong_type", "id"},
        {A "'deployments':[{'id':'1'},{'createdAt':'soon'}]}", "bad_time", "createdAt"},
        {A "'deployments':[{'id':'1'},{'runningCount':'1'}]}", "wrong_type", "runningCount"},
        {A "'deployments':[{'id':'1'},{'a':{'b':[{'c':1,'c':2}]}}]}", "duplicate_key", "c"},
        {A "'deployments':[{'id':'1','capacityProviderStrategy':[{'base':{}}]}]}", "wrong_type", "base"},
        {A "'taskSets':[{'id':'1'},null]}", "wrong_type", "not an object"},
        {A "'taskSets':[{'id':'1'},{'platformVersion':[]}]}", "wrong_type", "platformVersion"},
        {A "'taskSets':[{'updatedAt':'2026-13-01'}]}", "bad_time", "updatedAt"},
        {A "'deployments':[{'id':'1'}],'tags':[{'key':'a','value':'b'},{'value':'x'}]}", "wrong_type", "key"},
        {A "'tags':['a']}", "wrong_type", "tags"},
        {A "'tags':{'a':'b'}}", "wrong_type", "tags"},
        {A "'tags':[{'key':'a','value':1}]}", "wrong_type", "value"},
    };
    expect_rejections(&ingest, "services", "{'serviceArn':'" ECS "service/web/good'}", samples,
                      LENGTH(samples), "source 1, record 1, rejection 1, resource 1, service 1");
}
END_TEST

/* Other AWS services have services too. */
START_TEST(arn_of_another_aws_service)
{
    static const struct rejected samples[] = {
        {"{'serviceArn':'arn:aws:servicediscovery:ap-northeast-1:011122223333:service/srv-1'}", "bad_arn", "srv-1"},
        {"{'serviceArn':'arn:aws:vpc-lattice:ap-northeast-1:011122223333:service/svc-1'}", "bad_arn", "svc-1"},
    };
    expect_rejections(&ingest, "services", "{'serviceArn':'" ECS "service/web/good'}", samples,
                      LENGTH(samples), "source 1, record 1, rejection 1, resource 1, service 1");
}
END_TEST

START_TEST(rejection_rows)
{
    ingest_json(&ingest, "export.json", "{'services':[{'serviceArn':'" ECS "service/web/a'}, {'x':1},7],"
                                        "'failures':[{'arn':1}]}");
    expect_loaded(&ingest, 1, 3, 0);
    expect("select pointer, byte_offset, byte_length, reason, detail from rejection",
           "/services/1|85|7|no_arn|serviceArn: it is missing\n"
           "/services/2|93|1|wrong_type|the record is not an object\n"
           "/failures/0|108|9|wrong_type|arn: a number where text belongs");
    ck_assert_str_eq(ingest.report.first_rejection, "/services/1: no_arn: serviceArn: it is missing");
}
END_TEST

/* The time of a record that is not used is not the file's. */
START_TEST(rejected_times_do_not_count)
{
    ingest_json(&ingest, "export.json",
        "{'services':[{'serviceArn':'" ECS "service/web/a','createdAt':1604345263},"
        "{'serviceArn':'x','createdAt':1904345263},"
        "{'serviceArn':'" ECS "service/web/b','createdAt':1904345263,'tags':7}]}");
    expect_loaded(&ingest, 1, 2, 0);
    expect("select captured_at from source", "2020-11-02T19:27:43.000Z");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_ecs");
    TCase *all = tcase_create("ingest_ecs");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, all_members);
    tcase_add_test(all, least_members);
    tcase_add_test(all, provenance);
    tcase_add_test(all, arns);
    tcase_add_test(all, cluster_is_completed);
    tcase_add_test(all, times);
    tcase_add_test(all, deployments_and_task_sets);
    tcase_add_test(all, tags);
    tcase_add_test(all, failures);
    tcase_add_test(all, events);
    tcase_add_test(all, rejections);
    tcase_add_test(all, arn_of_another_aws_service);
    tcase_add_test(all, rejection_rows);
    tcase_add_test(all, rejected_times_do_not_count);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
