/* SPDX-License-Identifier: MIT */
/* Task definitions, from ECS and from AWS Config. */
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

#define ARN ECS "task-definition/front:7"
#define SECRET "MARK-b2c91f-7731"
#define SQL                                                                                              \
    "select family, revision, status, network_mode, pid_mode, ipc_mode, operating_system_family,"         \
    " cpu_architecture, requires_compatibilities, task_role_arn, execution_role_arn, containers_known"    \
    " from task_definition"
#define ROW "front|7|ACTIVE|awsvpc|task|host|LINUX|ARM64|[\"FARGATE\",\"EC2\"]|role/t|role/e|1"
#define DEFINITION                                                                                       \
    "'taskDefinitionArn':'" ARN "','family':'front','revision':7,'status':'ACTIVE','networkMode':'awsvpc'," \
    "'pidMode':'task','ipcMode':'host','requiresCompatibilities':['FARGATE','EC2'],'taskRoleArn':'role/t'," \
    "'executionRoleArn':'role/e','runtimePlatform':{'operatingSystemFamily':'LINUX','cpuArchitecture':'ARM64'}," \
    "'containerDefinitions':[{'name':'app','image':'i:1','essential':true,'privileged':false,"           \
    "'readonlyRootFilesystem':true,'user':'1000:1000','logConfiguration':{'logDriver':'awslogs'},"       \
    "'environment':[{'name':'A','value':'" SECRET "'},{'name':'A','value':'" SECRET "'}],"                \
    "'secrets':[{'name':'S','valueFrom':'" SECRET "'}],'command':['" SECRET "']},"                        \
    "{'name':'side','logConfiguration':{},'environment':[]},{}],"                                        \
    "'volumes':[{'name':'v','efsVolumeConfiguration':{'fileSystemId':'fs-1','transitEncryption':'ENABLED'}}," \
    "{'name':'f','fsxWindowsFileServerVolumeConfiguration':{'fileSystemId':'fs-2'}},"                     \
    "{'name':'d','dockerVolumeConfiguration':{'scope':'task'}},"                                         \
    "{'name':'s','s3filesVolumeConfiguration':{'fileSystemArn':'arn:s3'}},"                              \
    "{'name':'e','efsVolumeConfiguration':{'fileSystemId':'fs-3'}},{'name':'h','host':{}}]"
#define EVIDENCE                                                                                         \
    "task_definition 1, container 3, container_variable 3, volume 6"

static void expect_definition(const char *origin)
{
    expect_loaded(&ingest, 1, 0, 0);
    expect(SQL, ROW);
    expect("select origin from task_definition", origin);
    expect("select position, name, image, essential, privileged, readonly_root_filesystem, user,"
           " has_log_configuration, log_driver from container order by position",
           "0|app|i:1|1|0|1|1000:1000|1|awslogs\n1|side|-|-|-|-|-|1|-\n2|-|-|-|-|-|-|0|-");
    expect("select c.name, v.kind, v.position, v.name from container_variable v"
           " join container c on c.task_definition_id = v.task_definition_id and c.position = v.container",
           "app|environment|0|A\napp|environment|1|A\napp|secret|0|S");
    expect("select position, name, kind, file_system_id, transit_encryption from volume",
           "0|v|efs|fs-1|ENABLED\n1|f|fsx_windows|fs-2|-\n2|d|docker|-|-\n3|s|s3files|arn:s3|-\n4|e|efs|fs-3|-\n"
           "5|h|other|-|-");
}

/* The document is the record: its tags stand beside the definition. */
START_TEST(answer)
{
    ingest_json(&ingest, "export.json", "{'taskDefinition':{" DEFINITION ",'registeredAt':1604345263,"
                "'deregisteredAt':1604345264,'cpu':'256'},'tags':[{'key':'a','value':'b'}]}");
    ck_assert_str_eq(ingest.report.kind, "ecs_task_definitions");
    expect_evidence(&ingest, "source 1, record 1, resource 1, tag 1, " EVIDENCE);
    expect_definition("ecs");
    expect("select pointer, byte_offset from record", "|0");
    expect("select registered_at, deregistered_at, tags_known from task_definition",
           "2020-11-02T19:27:43.000Z|2020-11-02T19:27:44.000Z|1");
    expect("select arn, type, name from resource", ARN "|AWS::ECS::TaskDefinition|front:7");
}
END_TEST

/* Alone, in lists and as JSON Lines. */
START_TEST(forms)
{
    static const struct {
        const char *json;
        int used;
    } samples[] = {
        {"{" DEFINITION "}", 1},
        {"[{" DEFINITION "}]", 1},
        {"[{'taskDefinition':{" DEFINITION "}}]", 1},
        {"{'taskDefinition':{" DEFINITION "}}\n{'taskDefinition':{" DEFINITION "},'tags':[]}\n", 2},
        {"{" DEFINITION "}{" DEFINITION "}", 2},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        ingest_again(&ingest);
        ingest_json(&ingest, "export.json", samples[i].json);
        expect_loaded(&ingest, samples[i].used, 0, 0);
        expect("select distinct family, revision, operating_system_family from task_definition", "front|7|LINUX");
        expect("select count(*) / count(distinct task_definition_id) from container", "3");
    }
    expect("select group_concat(tags_known) from task_definition", "0,0");
}
END_TEST

START_TEST(in_config)
{
    import_config(&ingest, "AWS::ECS::TaskDefinition", "'ARN':'" ARN "','resourceId':'front','tags':{'a':'b'},",
                  DEFINITION);
    expect_evidence(&ingest, "source 1, record 1, resource 1, tag 1, " EVIDENCE);
    expect_definition("config");
    expect("select captured_at from record", "2026-10-01T09:00:00.000Z");
}
END_TEST

/* Neither channel of Config's states the revision but in the ARN; unset structures are []. */
START_TEST(least_members)
{
    static const char *const envelopes[] = {
        "'ARN':'" ARN "','resourceId':'front',",
        "'awsAccountId':'011122223333','awsRegion':'ap-northeast-1','resourceId':'front','resourceName':'front:7',",
        "'awsAccountId':'011122223333','awsRegion':'ap-northeast-1','resourceId':'front:7',",
    };
    for (size_t i = 0; i < LENGTH(envelopes); i++) {
        import_config(&ingest, "AWS::ECS::TaskDefinition", envelopes[i],
                      "'runtimePlatform':[],'containerDefinitions':[],'volumes':[]");
        expect_loaded(&ingest, 1, 0, 0);
        expect(SQL, "front|7|-|-|-|-|-|-|[]|-|-|1");
        expect("select arn from resource", ARN);
    }
    ingest_again(&ingest);
    ingest_json(&ingest, "export.json", "{'taskDefinition':{'taskDefinitionArn':'" ARN "'}}");
    expect(SQL, "front|7|-|-|-|-|-|-|[]|-|-|0");
    expect("select tags_known, registered_at from task_definition", "0|-");
    import_deleted(&ingest, "AWS::ECS::TaskDefinition", "'ARN':'" ARN "',");
    expect("select deleted, family, revision, containers_known from task_definition", "1|front|7|0");
    import_deleted(&ingest, "AWS::ECS::TaskDefinition",
                   "'awsAccountId':'011122223333','awsRegion':'ap-northeast-1','resourceId':'front',");
    expect_loaded(&ingest, 0, 0, 1);
}
END_TEST

/* Texts are kept as they are, whatever is in them. */
START_TEST(hostile_text)
{
    ingest_json(&ingest, "export.json",
        "{'taskDefinition':{'taskDefinitionArn':'" ARN "','family':'</script>{{x}}','requiresCompatibilities':"
        "['\\\'], [\\u0007\\u2028','\xF0\x9F\x92\xA9'],'containerDefinitions':[{'name':'x\\u0027; drop table task;--',"
        "'user':'','image':'\\t\\n','environment':[{'name':''}]}],'volumes':[{}]}}");
    expect_loaded(&ingest, 1, 0, 0);
    expect("select family, json_array_length(requires_compatibilities), requires_compatibilities ->> 0 ="
           " '\"], [' || char(7) || char(8232), requires_compatibilities ->> 1 from task_definition",
           "</script>{{x}}|2|1|\xF0\x9F\x92\xA9");
    expect("select name, user, image = char(9, 10) from container", "x'; drop table task;--||1");
    expect("select name from container_variable", "");
    expect("select name, kind from volume", "-|other");
}
END_TEST

/* CloudFormation's capitals. */
START_TEST(capitals)
{
    import_config(&ingest, "AWS::ECS::TaskDefinition", "'ARN':'" ARN "',",
                  "'volumes':[{'EFSVolumeConfiguration':{'FilesystemId':'fs-1','transitEncryption':'DISABLED'}},"
                  "{'FSxWindowsFileServerVolumeConfiguration':{'fileSystemId':'fs-2'}}]");
    expect("select kind, file_system_id, transit_encryption from volume", "efs|fs-1|DISABLED\nfsx_windows|fs-2|-");
}
END_TEST

#define BAD "{'taskDefinitionArn':'" ECS "task-definition/bad:1',"
#define CONTAINER BAD "'containerDefinitions':[{'name':'a'},{"

/* As a list's records; the faults lie deep, behind rows that are good. */
START_TEST(rejections)
{
    static const struct {
        const char *json, *reason, *detail;
    } samples[] = {
        {"{'taskDefinition':{}}", "no_arn", "taskDefinitionArn"},
        {"{'taskDefinition':{'taskDefinitionArn':'front:7'}}", "bad_arn", "front:7"},
        {"{'taskDefinition':{'taskDefinitionArn':'" ECS "service/web/a'}}", "bad_arn", "service/web/a"},
        {"{'taskDefinition':{'taskDefinitionArn':7}}", "wrong_type", "taskDefinitionArn"},
        {CONTAINER "'privileged':'true'}]}", "wrong_type", "privileged"},
        {CONTAINER "'readonlyRootFilesystem':1}]}", "wrong_type", "readonlyRootFilesystem"},
        {CONTAINER "'user':0}]}", "wrong_type", "user"},
        {CONTAINER "'logConfiguration':'awslogs'}]}", "wrong_type", "logConfiguration"},
        {CONTAINER "'logConfiguration':{'logDriver':1}}]}", "wrong_type", "logDriver"},
        {CONTAINER "'environment':{'A':'" SECRET "'}}]}", "wrong_type", "environment"},
        {CONTAINER "'environment':['" SECRET "']}]}", "wrong_type", "environment"},
        {CONTAINER "'environment':[{'value':'" SECRET "'}]}]}", "wrong_type", "environment"},
        {CONTAINER "'environment':[{'name':7,'value':'" SECRET "'}]}]}", "wrong_type", "name"},
        {CONTAINER "'environment':[{'name':'A','value':'" SECRET "','value':'" SECRET "'}]}]}", "duplicate_key",
         "value"},
        {CONTAINER "'environment':[{'name':'A','value':'" SECRET "\\u0000'}]}]}", "bad_text", "U+0000"},
        {CONTAINER "'secrets':'" SECRET "'}]}", "wrong_type", "secrets"},
        {BAD "'containerDefinitions':[7]}", "wrong_type", "containerDefinitions"},
        {BAD "'containerDefinitions':{}}", "wrong_type", "containerDefinitions"},
        {"{'taskDefinition':{'taskDefinitionArn':'" ARN "','volumes':[{'name':'v','efsVolumeConfiguration':'x'}]}}",
         "wrong_type", "efsVolumeConfiguration"},
        {"{'taskDefinition':{'taskDefinitionArn':'" ARN "','volumes':[{'name':1}]}}", "wrong_type", "name"},
        {"{'taskDefinition':{'taskDefinitionArn':'" ARN "','revision':'7'}}", "wrong_type", "revision"},
        {"{'taskDefinition':{'taskDefinitionArn':'" ARN "','requiresCompatibilities':'FARGATE'}}", "wrong_type",
         "requiresCompatibilities"},
        {"{'taskDefinition':{'taskDefinitionArn':'" ARN "','registeredAt':'soon'}}", "bad_time", "registeredAt"},
        {"{'taskDefinition':{'taskDefinitionArn':'" ARN "'},'tags':{'a':'b'}}", "wrong_type", "tags"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO json = FG_BUF_INIT;
        FG_BUF_AUTO start = FG_BUF_INIT;
        fg_buf_printf(&json, "[{" DEFINITION "},%s]", samples[i].json);
        fg_buf_printf(&start, "/1: %s: ", samples[i].reason);
        ingest_again(&ingest);
        ingest_json(&ingest, "export.json", json.data);
        const char *first = ingest.report.first_rejection;
        ck_assert_msg(strncmp(first, start.data, start.len) == 0 && strstr(first, samples[i].detail) != NULL,
                      "%s: %s", samples[i].json, first);
        ck_assert_msg(strstr(first, SECRET) == NULL, "%s", first);
        expect_loaded(&ingest, 1, 1, 0);
        expect_evidence(&ingest, "source 1, record 1, rejection 1, resource 1, " EVIDENCE);
    }
}
END_TEST

/* A value of an environment variable is nowhere in the file, in whatever form it was handed over: not in a
 * table, a rejection, a message, or a page that was given back. */
START_TEST(values_are_never_stored)
{
    static const char *const given[] = {
        "{'taskDefinition':{" DEFINITION "},'tags':[]}",
        "[{" DEFINITION "},{'taskDefinitionArn':'x'," DEFINITION "}]",
        "{'taskDefinition':{'containerDefinitions':[{'environment':[{'value':'" SECRET "'},7]}]}}",
        "{'containerDefinitions':[{'environment':[{'name':'A','value':'" SECRET "'}]}]}",
        "{'taskDefinition':{'containerDefinitions':[{'environment':[{'name':'A','value':'" SECRET,
        "{'taskDefinition':{'containerDefinitions':[{'environment':[{'name':'A','value':'" SECRET "'}]}]}} x",
        "{'configurationItems':[{'resourceType':'AWS::ECS::TaskDefinition','ARN':'" ARN "','configuration':"
        "'{\\'ContainerDefinitions\\':[{\\'Environment\\':[{\\'Name\\':\\'A\\',\\'Value\\':\\'" SECRET "\\'}]}]}'},"
        "{'resourceType':'AWS::ECS::TaskDefinition','ARN':'" ARN "','configuration':'{\\'a\\':" SECRET "}'}]}",
        "{'tasks':[{'taskArn':'" ECS "task/web/1','overrides':{'containerOverrides':[{'environment':"
        "[{'name':'A','value':'" SECRET "'}]}]}}]}",
    };
    char path[600];
    snprintf(path, sizeof path, "%s", place_path(&ingest.place, "secret.db"));
    ck_assert_int_eq(fg_store_open(path, true, ingest.resources, &ingest.store, &ingest.err), 0);
    ingest.db = fg_store_handle(ingest.store);
    for (size_t i = 0; i < LENGTH(given); i++) {
        ingest_json(&ingest, "export.json", given[i]);
        ck_assert_ptr_null(strstr(ingest.report.refusal.message, "MARK-"));
        ck_assert_ptr_null(strstr(ingest.report.first_rejection, "MARK-"));
    }
    expect("select count(*) > 3 from container_variable", "1");
    fg_store_close(ingest.store);
    FG_BUF_AUTO file = FG_BUF_INIT;
    place_read(path, &file);
    ck_assert_uint_gt(file.len, 4096);
    for (const char *at = file.data; (at = memchr(at, 'M', file.len - (size_t)(at - file.data))) != NULL; at++)
        ck_assert_int_ne(strncmp(at, "MARK-", 5), 0);
    ingest.store = ingest.spare.store;
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_task_definitions");
    TCase *all = tcase_create("ingest_task_definitions");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, answer);
    tcase_add_test(all, forms);
    tcase_add_test(all, in_config);
    tcase_add_test(all, least_members);
    tcase_add_test(all, hostile_text);
    tcase_add_test(all, capitals);
    tcase_add_test(all, rejections);
    tcase_add_test(all, values_are_never_stored);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
