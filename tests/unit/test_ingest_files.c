/* SPDX-License-Identifier: MIT */
/* Whole files: what they are, what is refused, what is known already, when they were captured. */
#include <fcntl.h>
#include <zlib.h>

#include "ingest_fixture.h"
#include "unit.h"

#define ECS "arn:aws:ecs:ap-northeast-1:011122223333:"
#define A "{'serviceArn':'" ECS "service/web/a','createdAt':1604345263}"
#define B "{'serviceArn':'" ECS "service/web/b'}"

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

/* Cut anywhere, the file is refused and nothing of it stays; whole, it is taken. */
static void cut_everywhere(const char *json, const char *evidence)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    FG_BUF_AUTO count = FG_BUF_INIT;
    add_json(&text, json);
    for (size_t len = 0; len < text.len; len++) {
        ingest_bytes(&ingest, "cut.json", text.data, len);
        expect_refused(&ingest, len == 0 ? "the file is empty" : ":");
        expect_evidence(&ingest, "");
    }
    fg_buf_printf(&count, "%zu", text.len);
    expect("select count(*) from rejected_source", count.data);
    ingest_bytes(&ingest, "cut.json", text.data, text.len);
    ck_assert_int_eq(ingest.report.outcome, FG_INGEST_LOADED);
    expect_evidence(&ingest, evidence);
}

START_TEST(truncated_services)
{
    cut_everywhere("{'services':[" A ",{'serviceArn':'" ECS "service/web/b','deployments':[{'id':'1'}],"
                   "'tags':[{'key':'k'}]},7],'failures':[{'arn':'x'}]}",
                   "source 1, record 3, rejection 1, resource 2, service 2, deployment 1, tag 1, "
                   "describe_failure 1");
}
END_TEST

START_TEST(truncated_findings)
{
    cut_everywhere("[{'SchemaVersion':'1','ProductArn':'p','Title':'ECS.10','Resources':[{'Id':'i'}]},"
                   "{'Title':'S3.1'}]",
                   "source 1, record 1, no_interest 1, resource 1, finding 1, finding_resource 1");
}
END_TEST

START_TEST(truncated_config)
{
    cut_everywhere("{'configurationItems':[{'resourceType':'AWS::ECS::Service','arn':'" ECS "service/web/a',"
                   "'configuration':'{}'},{'resourceType':'AWS::EC2::Volume'}]}",
                   "source 1, record 1, no_interest 1, resource 1, service 1");
}
END_TEST

START_TEST(refused)
{
    static const struct {
        const char *json;
        const char *part; /* of the message */
    } samples[] = {
        {"", "the file is empty"},
        {" \n\t", "the file is empty"},
        {"\xEF\xBB\xBF", "the file is empty"},
        {"SERVICES\tarn", "not JSON"},
        {"services:\n- serviceArn: x\n", "not JSON"},
        {"{'services':[" A "]} x", ""},
        {"{'services':[" A "]}{'x':[" B "]}", "\"x\""},
        {"{'services':[" A "]}\n{'configurationItems':[]}\n", "two kinds of export"},
        {"{'services':[" A "]}\n{'services':[" B "]", "ends inside"},
        {"[]\n[]", ""},
        {"{'services':[" A "],'services':[" B "]}", "\"services\" stands twice"},
        {"{'services':[" A "],'failures':[],'failures':[]}", "\"failures\" stands twice"},
        {"{'Findings':[],'findings':[]}", "\"findings\" stands twice"},
        {"{'services':[" A ",]}", ""},
        {"{'services':[" A "],}", ""},
        {"{'services':[{'a':01}]}", ""},
        {"{'services':[{'a':'\x01'}]}", ""},
        {"{'services':[{'a':'\xFF'}]}", ""},
        {"{'services':[{'a':NaN}]}", ""},
        {"{}", "no known export"},
        {"{'x':1,'y':2}", "\"x\""},
        {"{'Services':[" A "]}", "\"Services\""},
        {"{'services':{'a':" A "}}", "no known export"},
        {"{'services':null}", "no known export"},
        {"{'data':{'services':[" A "]}}", "\"data\""},
        {"{'failures':[{'arn':'x'}]}", "\"failures\""},
        {"{'families':['front']}", "list-task-definition-families"},
        {"{'containerInstances':[]}", "describe-container-instances"},
        {"{'taskDefinition':[]}", "\"taskDefinition\""},
        {"{'family':'front','containerDefinitions':[]}", "register-task-definition"},
        {"[{'family':'front','containerDefinitions':[]}]", "a list"},
        {"{'Results':{}}", "no known export"},
        {"{'EvaluationResults':{}}", "no known export"},
        {"{'cluster':'web','serviceName':'a'}", "create-service"},
        {A, "no known export"},
        {"{'clusterName':'web','capacityProviders':[]}", "one cluster cut out"},
        {"{'serviceArn':'" ECS "service/web/a','serviceName':'a','taskSets':[]}", "one service cut out"},
        {"{'taskDefinition':'front','serviceName':'a','capacityProviders':['FARGATE']}", "create-service"},
        {"[]", "an empty list"},
        {"[" A "]", "no known export"},
        {"[1,2]", "no known export"},
        {"[[]]", "no known export"},
        {"'services'", "a single value"},
        {"7", "a single value"},
        {"null", "a single value"},
        {"PAR1", "not JSON"},
        {"\xFF\xFE{", ""},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        ingest_again(&ingest);
        ingest_json(&ingest, "export.json", samples[i].json);
        expect_refused(&ingest, samples[i].part);
        expect_evidence(&ingest, "");
        expect("select count(*), length(sha256), reason <> '', hint <> '' from rejected_source", "1|64|1|1");
    }
}
END_TEST

/* Where reading stopped, and on which line. */
START_TEST(refusal_row)
{
    FG_BUF_AUTO row = FG_BUF_INIT;
    ingest_json(&ingest, "export.json", "{'services':[\n" A ",\n?]}");
    fg_buf_printf(&row, "%s|112|3|%zu", ingest.path, strlen("{'services':[\n" A ",\n"));
    expect("select path, size, line, byte_offset from rejected_source", row.data);
    fg_buf_clear(&row);
    fg_buf_printf(&row, "%s:3: ", ingest.path);
    ck_assert_int_eq(strncmp(ingest.report.refusal.message, row.data, row.len), 0);
    expect("select reason like '/%' from rejected_source", "0"); /* the path has its own column */
}
END_TEST

/* A file refused twice is one row; one that is good at last is refused no more. */
START_TEST(refused_again_and_forgiven)
{
    ingest_json(&ingest, "a.json", "{'services':[");
    ingest_json(&ingest, "a.json", "{'services':[");
    expect("select count(*) from rejected_source", "1");
    ingest_json(&ingest, "b.json", "{'services':[");
    expect("select count(*) from rejected_source", "2");
    ingest_json(&ingest, "a.json", "{'services':[]}");
    expect_loaded(&ingest, 0, 0, 0);
    expect("update rejected_source set sha256 = (select sha256 from source) where path like '%a.json'", "");
    expect("delete from source", "");
    ingest_json(&ingest, "a.json", "{'services':[]}");
    expect_loaded(&ingest, 0, 0, 0);
    expect("select path like '%b.json' from rejected_source where forgiven = 0", "1");
    /* another file of the name is as good as the same bytes; a new refusal counts again */
    ingest_json(&ingest, "b.json", "{'services':[],'failures':[]}");
    expect("select count(*) from rejected_source where forgiven = 0", "0");
    ingest_json(&ingest, "b.json", "{'services':[");
    expect("select path like '%b.json' from rejected_source where forgiven = 0", "1");
}
END_TEST

START_TEST(unreadable)
{
    int status = ingest_path(&ingest, "/nowhere/at/all.json");
    ck_assert_int_eq(status, 0);
    snprintf(ingest.path, sizeof ingest.path, "/nowhere/at/all.json");
    expect_refused(&ingest, "all.json: ");
    expect("select path, sha256, size from rejected_source", "/nowhere/at/all.json||-");
    ck_assert_int_eq(ingest_path(&ingest, ingest.place.dir), 0);
    ck_assert_int_eq(ingest.report.outcome, FG_INGEST_REFUSED);
    expect_evidence(&ingest, "");
}
END_TEST

/* Nothing was read, so reading stopped nowhere: lines count from 1. */
START_TEST(unreadable_has_no_place)
{
    ck_assert_int_eq(ingest_path(&ingest, "/nowhere/at/all.json"), 0);
    expect("select line, byte_offset from rejected_source", "-|-");
}
END_TEST

/* The same bytes are loaded once, whatever they are called. */
START_TEST(seen_before)
{
    FG_BUF_AUTO row = FG_BUF_INIT;
    ingest_json(&ingest, "a.json", "{'services':[" A ",7]}");
    fg_buf_printf(&row, "%s|", ingest.path);
    ingest_json(&ingest, "d/b.json", "{'services':[" A ",7]}");
    ck_assert_int_eq(ingest.report.outcome, FG_INGEST_SEEN_BEFORE);
    ck_assert_int_eq(ingest.report.used + ingest.report.rejected, 0);
    ingest_json(&ingest, "d/b.json", "{'services':[" A ",7]}");
    ingest_json(&ingest, "a.json", "{'services':[" A ",7]}");
    ck_assert_int_eq(ingest.report.outcome, FG_INGEST_SEEN_BEFORE);
    expect_evidence(&ingest, "source 1, source_alias 1, record 1, rejection 1, resource 1, service 1");
    fg_buf_add_text(&row, place_path(&ingest.place, "d/b.json"));
    expect("select s.path, a.path from source s join source_alias a on a.source_id = s.id", row.data);

    ingest_json(&ingest, "a.json", "{'services':[" A ",7] }"); /* one byte more */
    expect_loaded(&ingest, 1, 1, 0);
    expect_evidence(&ingest, "source 2, source_alias 1, record 2, rejection 2, resource 1, service 2");
}
END_TEST

START_TEST(gzip)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    FG_BUF_AUTO packed = FG_BUF_INIT;
    FG_BUF_AUTO row = FG_BUF_INIT;
    add_json(&text, "{ 'services':[" A "]}");
    const char *path = place_path(&ingest.place, "packed");
    gzFile file = gzopen(path, "wb");
    ck_assert_int_eq(gzwrite(file, text.data, (unsigned)text.len), (int)text.len);
    ck_assert_int_eq(gzclose(file), Z_OK);
    place_read(path, &packed);
    for (size_t len = 2; len < packed.len; len++) {
        ingest_bytes(&ingest, "cut.json.gz", packed.data, len);
        expect_refused(&ingest, "");
        expect_evidence(&ingest, "");
    }
    ingest_bytes(&ingest, "services.txt", packed.data, packed.len); /* whatever its name */
    expect_loaded(&ingest, 1, 0, 0);
    fg_buf_printf(&row, "gzip|%zu|14|%zu", packed.len, strlen(A));
    expect("select compression, size, byte_offset, byte_length from source, record", row.data);
}
END_TEST

START_TEST(captured)
{
    static const char content[] = "{'services':[" A "]}";
    static const char timeless[] = "{'services':[" B "]}";
    static const struct {
        const char *option, *name, *json;
        const char *captured; /* captured_at|captured_from */
    } samples[] = {
        {"2026-10-01T09:00:00.000Z", "20260101T000000Z.json", content, "2026-10-01T09:00:00.000Z|option"},
        {NULL, "20260101T000000Z.json", content, "2026-01-01T00:00:00.000Z|path"},
        {NULL, "2026-01-01T0000Z/services.json", content, "2026-01-01T00:00:00.000Z|path"},
        {NULL, "20260101T000000Z/20260202T000000Z.json", content, "2026-02-02T00:00:00.000Z|path"},
        {NULL, "20260101T000000Z/x/services.json", content, "2020-11-02T19:27:43.000Z|content"},
        {NULL, "2026-01-01/services.json", content, "2020-11-02T19:27:43.000Z|content"},
        {NULL, "services.json", content, "2020-11-02T19:27:43.000Z|content"},
        {NULL, "services.json", timeless, "-|none"},
        {NULL, "20260101T000000Z.json", timeless, "2026-01-01T00:00:00.000Z|path"},
        {"2026-10-01T09:00:00.000Z", "services.json", timeless, "2026-10-01T09:00:00.000Z|option"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        ingest_again(&ingest);
        ingest.options.captured_at = samples[i].option;
        ingest_json(&ingest, samples[i].name, samples[i].json);
        expect("select captured_at, captured_from from source", samples[i].captured);
    }
}
END_TEST

START_TEST(more_pages)
{
    static const struct {
        const char *json, *more;
    } samples[] = {
        {"{'services':[]}", "0"},
        {"{'services':[],'nextToken':null}", "0"},
        {"{'services':[],'nextToken':''}", "0"},
        {"{'services':[],'nextToken':'eyJ'}", "1"},
        {"{'NextToken':'x','Findings':[]}", "1"},
        {"{'Findings':[],'NextToken':null}", "0"},
        {"{'configurationItems':[],'nextToken':'x'}", "1"},
        {"{'configurationItems':[],'nexttoken':'x'}", "0"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        ingest_again(&ingest);
        ingest_json(&ingest, "export.json", samples[i].json);
        expect_loaded(&ingest, 0, 0, 0);
        expect("select more_pages from source", samples[i].more);
    }
}
END_TEST

START_TEST(more_pages_said_once_is_said)
{
    ingest_json(&ingest, "export.json", "{'Findings':[],'NextToken':'x','nextToken':null}");
    expect("select more_pages from source", "1");
}
END_TEST

/* One transaction around several files: each still stands or falls alone. */
START_TEST(strict)
{
    ingest.options.strict = true;
    ck_assert_int_eq(fg_store_begin(ingest.store, &ingest.err), 0);
    ingest_json(&ingest, "a.json", "{'services':[" A "]}");
    ingest_json(&ingest, "b.json", "{'services':[" B ",");
    expect_refused(&ingest, "b.json");
    ingest_json(&ingest, "c.json", "{'services':[" A "]}");
    ck_assert_int_eq(ingest.report.outcome, FG_INGEST_SEEN_BEFORE);
    ingest_json(&ingest, "d.json", "{'services':[" B ",7]}");
    expect_loaded(&ingest, 1, 1, 0);
    expect_evidence(&ingest, "source 2, source_alias 1, record 2, rejection 1, resource 2, service 2");
    expect("select count(*) from rejected_source", "1");
    ck_assert_int_eq(sqlite3_get_autocommit(ingest.db), 0);
    fg_store_rollback(ingest.store);
    expect_evidence(&ingest, "");
    expect("select count(*) from rejected_source", "0");
}
END_TEST

START_TEST(waivers_only)
{
    ingest.options.waivers_only = true;
    ingest_json(&ingest, "a.json", "{'services':[" A "]}");
    expect_refused(&ingest, "not a waiver file");
    ingest_json(&ingest, "empty.csv", "");
    expect_refused(&ingest, "not a waiver file");
    expect_evidence(&ingest, "");
}
END_TEST

/* Where the database fails, the import does, and leaves no transaction behind. */
START_TEST(database_fails)
{
    expect("alter table service rename to gone", "");
    const char *path = place_write_text(&ingest.place, "a.json", "{\"services\":[{\"serviceArn\":\"" ECS
                                        "service/web/a\"}]}");
    ck_assert_int_eq(ingest_path(&ingest, path), -1);
    ck_assert_int_eq(ingest.err.code, FG_INTERNAL);
    ck_assert_int_eq(strncmp(ingest.err.message, path, strlen(path)), 0);
    ck_assert_int_eq(sqlite3_get_autocommit(ingest.db), 1);
    expect("select (select count(*) from source), (select count(*) from resource)", "0|0");
}
END_TEST

START_TEST(standard_input)
{
    int before = dup(STDIN_FILENO);
    int file = open(place_write_text(&ingest.place, "a.json", "{\"services\":[]}"), O_RDONLY);
    ck_assert_int_ge(before, 0);
    ck_assert_int_eq(dup2(file, STDIN_FILENO), STDIN_FILENO);
    int status = ingest_path(&ingest, "-");
    dup2(before, STDIN_FILENO);
    close(before);
    close(file);
    ck_assert_int_eq(status, 0);
    expect_loaded(&ingest, 0, 0, 0);
    expect("select path, size, captured_from from source", "-|15|none");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ingest_files");
    TCase *all = tcase_create("ingest_files");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, truncated_services);
    tcase_add_test(all, truncated_findings);
    tcase_add_test(all, truncated_config);
    tcase_add_test(all, refused);
    tcase_add_test(all, refusal_row);
    tcase_add_test(all, refused_again_and_forgiven);
    tcase_add_test(all, unreadable);
    tcase_add_test(all, unreadable_has_no_place);
    tcase_add_test(all, seen_before);
    tcase_add_test(all, gzip);
    tcase_add_test(all, captured);
    tcase_add_test(all, more_pages);
    tcase_add_test(all, more_pages_said_once_is_said);
    tcase_add_test(all, strict);
    tcase_add_test(all, waivers_only);
    tcase_add_test(all, database_fails);
    tcase_add_test(all, standard_input);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
