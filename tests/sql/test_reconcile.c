/* SPDX-License-Identifier: MIT */
/*
 * reconcile.csv against the program: our result beside the verdicts of Security Hub and AWS Config. Every
 * row is one service with its findings and rule evaluations, judged at the end of 2026-10-01.
 *
 *     test_reconcile reconcile.csv
 *
 * The columns are in tests/sql/README.md.
 */
#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "exports.h"
#include "table.h"
#include "tap.h"

static const char AS_OF[] = "2026-10-01T23:59:59.999Z";

struct run {
    struct tap tap;
    struct table table;
    struct audit audit;
    cJSON *services, *items, *findings, *evaluations, *messages;
};

static void service_name(size_t row, char *out, size_t room)
{
    snprintf(out, room, "line-%zu", table_line(row));
}

/* One record in a file of its own, captured when the row says: "undated" is a file whose time no one knows. */
static void import_alone(struct run *run, const char *member, cJSON *record, const char *captured)
{
    cJSON *list = cJSON_CreateArray();
    cJSON_AddItemToArray(list, record);
    audit_import_list(&run->audit, member, list, strcmp(captured, "undated") == 0 ? NULL : captured);
}

/* "KEY=VALUE; …" as the service's tags; "-" is the empty list. */
static void add_tags(cJSON *service, const char *cell)
{
    char tag[128];
    if (cell[0] == '\0')
        return;
    cJSON *tags = cJSON_AddArrayToObject(service, "tags");
    while (export_next(&cell, ';', tag, sizeof tag)) {
        if (strcmp(tag, "-") == 0)
            continue;
        cJSON *made = cJSON_CreateObject();
        const char *value = strchr(tag, '=') == NULL ? "" : strchr(tag, '=') + 1;
        cJSON_AddStringToObject(made, "value", value);
        tag[strcspn(tag, "=")] = '\0';
        cJSON_AddStringToObject(made, "key", tag);
        cJSON_AddItemToArray(tags, made);
    }
}

/* describe-services asked for a service that AWS no longer knows. */
static void import_missing(struct run *run, const char *name, const char *captured)
{
    char arn[256];
    snprintf(arn, sizeof arn, "arn:aws:ecs:eu-west-1:111122223333:service/main/%s", name);
    cJSON *answer = cJSON_CreateObject(), *failure = cJSON_CreateObject();
    cJSON_AddArrayToObject(answer, "services");
    cJSON_AddStringToObject(failure, "arn", arn);
    cJSON_AddStringToObject(failure, "reason", "MISSING");
    cJSON_AddItemToArray(cJSON_AddArrayToObject(answer, "failures"), failure);
    audit_import_list(&run->audit, NULL, answer, captured);
}

/* Revisions 1 … of a task definition, registered at `changed` and a day later each. */
static void import_revisions(struct run *run, const char *name, const char *count, const char *changed)
{
    char arn[256], time[64];
    for (int revision = 1; revision <= atoi(count); revision++) {
        cJSON *answer = cJSON_CreateObject();
        cJSON *definition = cJSON_AddObjectToObject(answer, "taskDefinition");
        snprintf(arn, sizeof arn, "arn:aws:ecs:eu-west-1:111122223333:task-definition/%s:%d", name, revision);
        snprintf(time, sizeof time, "%.8s%02dT00:00:00Z", changed, atoi(changed + 8) + revision - 1);
        cJSON_AddStringToObject(definition, "taskDefinitionArn", arn);
        cJSON_AddStringToObject(definition, "family", name);
        cJSON_AddNumberToObject(definition, "revision", revision);
        cJSON_AddStringToObject(definition, "status", "ACTIVE");
        cJSON_AddStringToObject(definition, "registeredAt", time);
        cJSON_AddStringToObject(definition, "networkMode", "awsvpc");
        cJSON_AddArrayToObject(definition, "containerDefinitions");
        audit_import_list(&run->audit, NULL, answer, AS_OF);
    }
}

/* The service as an inventory export holds it. What it asks for changed at `changed`: a described service
 * started a deployment then, Config captured its item then. */
static void add_service(struct run *run, size_t row, const char *name)
{
    char deployment[128];
    const char *origin = table_cell(&run->table, row, "origin");
    const char *changed = table_cell(&run->table, row, "changed");
    const char *status = table_cell(&run->table, row, "status");
    const char *captured = table_cell(&run->table, row, "captured");
    struct service_view view = {
        .name = name,
        .status = status[0] != '\0' ? status : "ACTIVE",
        .deleted = strcmp(status, "deleted") == 0,
        .launch_type = table_cell(&run->table, row, "launchType"),
        .providers = table_cell(&run->table, row, "providers"),
        .platform_version = table_cell(&run->table, row, "platformVersion"),
        .platform_family = "Linux",
        .created_at = "2026-01-01T00:00:00Z",
    };
    if (changed[0] != '\0') {
        snprintf(deployment, sizeof deployment, "PRIMARY:::Linux:1:%s", changed);
        view.deployments = deployment;
    }
    if (strcmp(origin, "ecs") == 0) {
        cJSON *service = export_service(&view);
        add_tags(service, table_cell(&run->table, row, "tags"));
        if (captured[0] != '\0')
            import_alone(run, "services", service, captured);
        else
            cJSON_AddItemToArray(run->services, service);
    } else if (strcmp(origin, "config") == 0 && captured[0] != '\0')
        import_alone(run, "configurationItems", export_config_service(&view, changed), captured);
    else if (strcmp(origin, "config") == 0)
        cJSON_AddItemToArray(run->items, export_config_service(&view, changed));
    else if (strcmp(origin, "missing") == 0)
        import_missing(run, name, captured);
    else if (strcmp(origin, "revisions") == 0)
        import_revisions(run, name, status, changed);
}

/* "param=NAME:VALUE+VALUE" in a finding: a parameter that AWS's control ran with. */
static void add_parameters(cJSON *finding, const char *text)
{
    char part[256], value[128];
    cJSON *list = cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(finding, "Compliance"), "SecurityControlParameters");
    while (export_next(&text, ' ', part, sizeof part)) {
        if (strncmp(part, "param=", 6) != 0)
            continue;
        cJSON *made = cJSON_CreateObject();
        const char *values = strchr(part, ':') + 1;
        cJSON *held = cJSON_AddArrayToObject(made, "Value");
        while (export_next(&values, '+', value, sizeof value))
            cJSON_AddItemToArray(held, cJSON_CreateString(value));
        part[strcspn(part, ":")] = '\0';
        cJSON_AddStringToObject(made, "Name", part + 6);
        cJSON_AddItemToArray(list, made);
    }
}

/* A finding is made for ECS.10; here it becomes one on the row's control of AWS's, and on revision 1 of a
 * task definition where the row is about those; "account=" moves its resource to another account. */
static cJSON *make_finding(struct run *run, size_t row, const char *name, const char *text)
{
    char id[256];
    cJSON *finding = export_finding(name, text);
    const char *control = table_cell(&run->table, row, "control"), *account = strstr(text, "account=");
    cJSON *resource = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(finding, "Resources"), 0);
    add_parameters(finding, text);
    if (strncmp(control, "ECS.", 4) == 0 && strcmp(control, "ECS.10") != 0) {
        cJSON *compliance = cJSON_GetObjectItemCaseSensitive(finding, "Compliance");
        snprintf(id, sizeof id, "security-control/%s", control);
        cJSON_SetValuestring(cJSON_GetObjectItemCaseSensitive(finding, "GeneratorId"), id);
        cJSON_ReplaceItemInObjectCaseSensitive(compliance, "SecurityControlId", cJSON_CreateString(control));
    }
    if (strcmp(table_cell(&run->table, row, "origin"), "revisions") == 0) {
        snprintf(id, sizeof id, "arn:aws:ecs:eu-west-1:111122223333:task-definition/%s:1", name);
        cJSON_ReplaceItemInObjectCaseSensitive(resource, "Id", cJSON_CreateString(id));
        cJSON_ReplaceItemInObjectCaseSensitive(resource, "Type", cJSON_CreateString("AwsEcsTaskDefinition"));
    }
    if (account != NULL) {
        snprintf(id, sizeof id, "arn:aws:ecs:eu-west-1:%.12s:service/main/%s", account + 8, name);
        cJSON_ReplaceItemInObjectCaseSensitive(resource, "Id", cJSON_CreateString(id));
    }
    return finding;
}

/* One of AWS Config's verdicts, in the export that its first word names. */
static void add_rule(struct run *run, const char *name, const char *rule)
{
    cJSON *made;
    const char *words = strstr(rule, " words=");
    if ((made = export_evaluation_result(name, rule)) != NULL) {
        if (words != NULL)
            cJSON_AddStringToObject(made, "Annotation", words + strlen(" words="));
        cJSON_AddItemToArray(run->evaluations, made);
    }
    else if ((made = export_compliance_change(name, rule)) != NULL)
        cJSON_AddItemToArray(run->messages, made);
    else
        cJSON_AddItemToArray(run->items, export_config_evaluation(name, rule));
}

static void add_verdicts(struct run *run, size_t row, const char *name)
{
    char part[256];
    const char *findings = table_cell(&run->table, row, "findings");
    const char *rules = table_cell(&run->table, row, "rules");
    while (export_next(&findings, ';', part, sizeof part))
        if (part[0] != '\0')
            cJSON_AddItemToArray(run->findings, make_finding(run, row, name, part));
    while (export_next(&rules, ';', part, sizeof part))
        if (part[0] != '\0')
            add_rule(run, name, part);
}

static void import_rows(struct run *run)
{
    char name[64];
    run->services = cJSON_CreateArray();
    run->items = cJSON_CreateArray();
    run->findings = cJSON_CreateArray();
    run->evaluations = cJSON_CreateArray();
    run->messages = cJSON_CreateArray();
    for (size_t row = 0; row < run->table.count; row++) {
        service_name(row, name, sizeof name);
        add_service(run, row, name);
        add_verdicts(run, row, name);
    }
    audit_import_list(&run->audit, "services", run->services, AS_OF);
    audit_import_list(&run->audit, "configurationItems", run->items, AS_OF);
    audit_import_list(&run->audit, "Findings", run->findings, AS_OF);
    audit_import_list(&run->audit, "EvaluationResults", run->evaluations, AS_OF);
    audit_import_list(&run->audit, NULL, run->messages, AS_OF);
}

static const char *const columns[] = {"expected_status",     "agreement",         "cause",
                                      "security_hub_status", "config_rule_status"};
enum { COLUMN_COUNT = sizeof columns / sizeof columns[0] };

/* "-" in expected_status: there is no result. */
static bool is_as_expected(struct run *run, size_t row, sqlite3_stmt *found, bool there)
{
    if (!there)
        return strcmp(table_cell(&run->table, row, "expected_status"), "-") == 0;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        const char *text = (const char *)sqlite3_column_text(found, i);
        if (strcmp(text == NULL ? "" : text, table_cell(&run->table, row, columns[i])) != 0)
            return false;
    }
    const char *told = (const char *)sqlite3_column_text(found, COLUMN_COUNT);
    const char *part = table_cell(&run->table, row, "told");
    return part[0] == '\0' || (told != NULL && strstr(told, part) != NULL);
}

static bool is_computed(struct run *run, const char *control)
{
    sqlite3_stmt *found = audit_prepare(&run->audit, "select 1 from control where id = ?1 and view is not null");
    sqlite3_bind_text(found, 1, control, -1, SQLITE_STATIC);
    bool computed = sqlite3_step(found) == SQLITE_ROW;
    sqlite3_finalize(found);
    return computed;
}

static void check_row(struct run *run, size_t row)
{
    char name[64];
    service_name(row, name, sizeof name);
    if (strcmp(table_cell(&run->table, row, "origin"), "revisions") == 0)
        snprintf(name, sizeof name, "line-%zu:1", table_line(row));
    if (!is_computed(run, table_cell(&run->table, row, "control"))) {
        tap_ok(&run->tap, true, "line %zu # SKIP %s is not computed", table_line(row),
               table_cell(&run->table, row, "control"));
        return;
    }
    sqlite3_stmt *found = audit_prepare(
        &run->audit, "select status, agreement, agreement_cause, security_hub_status, config_rule_status,"
                     " told || coalesce(' (' || annotation || ')', '') from v_results e"
                     " left join v_result_cause k on k.result_id = e.result_id and k.lang = 'en'"
                     " where control_id = ?1 and resource_name = ?2");
    sqlite3_bind_text(found, 1, table_cell(&run->table, row, "control"), -1, SQLITE_STATIC);
    sqlite3_bind_text(found, 2, name, -1, SQLITE_STATIC);
    bool there = sqlite3_step(found) == SQLITE_ROW;
    if (!tap_ok(&run->tap, is_as_expected(run, row, found, there), "%s (line %zu)",
                table_cell(&run->table, row, "case"), table_line(row))) {
        for (int i = 0; there && i < COLUMN_COUNT; i++) {
            const char *text = (const char *)sqlite3_column_text(found, i);
            tap_note("%s: expected \"%s\", found \"%s\"", columns[i],
                     table_cell(&run->table, row, columns[i]), text == NULL ? "" : text);
        }
        if (there)
            tap_note("told: \"%s\" in \"%s\"", table_cell(&run->table, row, "told"),
                     (const char *)sqlite3_column_text(found, COLUMN_COUNT));
        else
            tap_note("no result");
    }
    sqlite3_finalize(found);
}

/* A rule that judges no more leaves neither a verdict nor its time. */
static void check_times(struct run *run)
{
    sqlite3_stmt *found = audit_prepare(
        &run->audit, "select count(*) from v_result where (config_rule_status is null) <> (config_rule_at is null)");
    bool good = sqlite3_step(found) == SQLITE_ROW && sqlite3_column_int(found, 0) == 0;
    tap_ok(&run->tap, good, "a rule's verdict and its time are there together");
    sqlite3_finalize(found);
}

int main(int argc, char **argv)
{
    struct run run = {0};
    struct fg_error err = {0};
    if (argc != 2) {
        fputs("usage: test_reconcile TABLE.csv\n", stderr);
        return 2;
    }
    if (table_read(argv[1], &run.table, &err) < 0)
        tap_bail("table", &err);
    audit_open(&run.audit, ":memory:");
    import_rows(&run);
    audit_assess(&run.audit, AS_OF, "");
    for (size_t row = 0; row < run.table.count; row++)
        check_row(&run, row);
    check_times(&run);
    audit_close(&run.audit);
    table_done(&run.table);
    return tap_end(&run.tap);
}
