/* SPDX-License-Identifier: MIT */
/*
 * The truth table of a control on any kind of resource: every row becomes what a describe call answers, or an AWS Config
 * item, is imported and assessed alone, and the result is compared with what the row expects.
 *
 *     test_resources TABLE.csv        the file's name says which control
 *
 * The columns are in tests/sql/README.md.
 */
#include <ctype.h>
#include <string.h>

#include "audit.h"
#include "exports.h"
#include "table.h"
#include "tap.h"

#define PLACE "arn:aws:ecs:eu-west-1:111122223333:"

/* When a row's export was captured; the moment judged is the one in the middle. */
static const char *const views[][2] = {
    {"earlier", "2026-09-30T00:00:00.000Z"}, {"", "2026-10-01T00:00:00.000Z"}, {"later", "2026-10-02T00:00:00.000Z"}};

struct kind {
    const char *type, *list, *arn_member, *arn;
};

static const struct kind kinds[] = {
    {"AWS::ECS::Service", "services", "serviceArn", PLACE "service/main/%s"},
    {"AWS::ECS::Cluster", "clusters", "clusterArn", PLACE "cluster/%s"},
    {"AWS::ECS::TaskSet", "taskSets", "taskSetArn", PLACE "task-set/main/web/%s"},
    {"AWS::ECS::CapacityProvider", "capacityProviders", "capacityProviderArn", PLACE "capacity-provider/%s"},
    {"AWS::ECS::TaskDefinition", NULL, "taskDefinitionArn", PLACE "task-definition/%s"},
};

struct run {
    struct tap tap;
    struct table table;
    char control[32];
    const struct kind *kind;
};

static const char *cell(const struct run *run, size_t row, const char *column)
{
    return table_cell(&run->table, row, column);
}

static bool is_case(const struct run *run, size_t row)
{
    return cell(run, row, "case")[0] != '\0';
}

/* What the row's resource is called: FAMILY:REVISION for a task definition, else its name. */
static void name_of(const struct run *run, size_t row, char out[64])
{
    size_t first = row;
    while (!is_case(run, first))
        first--;
    const char *revision = table_cell_if_any(&run->table, row, "revision");
    if (run->kind->list == NULL)
        snprintf(out, 64, "line-%zu:%s", table_line(first), revision[0] == '\0' ? "1" : revision);
    else
        snprintf(out, 64, "line-%zu", table_line(first));
}

/* ---- the export ---- */

/* JSON with ' for ", as a cell holds it; without it an empty object. */
static cJSON *read_members(const struct run *run, size_t row)
{
    char text[2048];
    snprintf(text, sizeof text, "{%s}", cell(run, row, "members"));
    for (char *c = text; *c != '\0'; c++)
        if (*c == '\'')
            *c = '"';
    cJSON *members = cJSON_Parse(text);
    if (members == NULL) {
        tap_ok(&((struct run *)(size_t)run)->tap, false, "line %zu: members cannot be read", table_line(row));
        members = cJSON_CreateObject();
    }
    return members;
}

static void add_identity(const struct run *run, size_t row, cJSON *members)
{
    char name[64], arn[160];
    name_of(run, row, name);
    snprintf(arn, sizeof arn, run->kind->arn, name);
    cJSON_AddStringToObject(members, run->kind->arn_member, arn);
    if (strcmp(run->kind->type, "AWS::ECS::Service") == 0) {
        cJSON_AddStringToObject(members, "serviceName", name);
        cJSON_AddStringToObject(members, "clusterArn", PLACE "cluster/main");
    } else if (strcmp(run->kind->type, "AWS::ECS::Cluster") == 0) {
        cJSON_AddStringToObject(members, "clusterName", name);
    } else if (strcmp(run->kind->type, "AWS::ECS::TaskSet") == 0) {
        cJSON_AddStringToObject(members, "serviceArn", PLACE "service/main/web");
        cJSON_AddStringToObject(members, "clusterArn", PLACE "cluster/main");
    } else if (run->kind->list != NULL) {
        cJSON_AddStringToObject(members, "name", name);
    } else {
        *strchr(name, ':') = '\0';
        cJSON_AddStringToObject(members, "family", name);
        cJSON_AddNumberToObject(members, "revision", strtod(strrchr(arn, ':') + 1, NULL));
    }
}

/* "KEY=VALUE; …" as a list of the describe call, or as the map of a Config item; "-" is none. */
static cJSON *make_tags(const char *text, bool config)
{
    cJSON *tags = config ? cJSON_CreateObject() : cJSON_CreateArray();
    char word[128];
    if (strcmp(text, "-") == 0)
        return tags;
    for (const char *at = text; export_next(&at, ';', word, sizeof word);) {
        char *equals = strchr(word, '=');
        *equals = '\0';
        if (config) {
            cJSON_AddStringToObject(tags, word, equals + 1);
            continue;
        }
        cJSON *tag = cJSON_CreateObject();
        cJSON_AddStringToObject(tag, "key", word);
        cJSON_AddStringToObject(tag, "value", equals + 1);
        cJSON_AddItemToArray(tags, tag);
    }
    return tags;
}

static void import_answer(const struct run *run, struct audit *audit, size_t row, cJSON *members, const char *time)
{
    const char *tags = table_cell_if_any(&run->table, row, "tags");
    cJSON *answer = run->kind->list == NULL ? cJSON_CreateObject() : cJSON_CreateArray();
    if (run->kind->list == NULL)
        cJSON_AddItemToObject(answer, "taskDefinition", members);
    else
        cJSON_AddItemToArray(answer, members);
    if (tags[0] != '\0')
        cJSON_AddItemToObject(run->kind->list == NULL ? answer : members, "tags", make_tags(tags, false));
    audit_import_list(audit, run->kind->list, answer, time);
}

/* CloudFormation's names begin with capitals; a few are its own. */
static const char *config_name(const char *name, char out[64])
{
    static const char *const own[][2] = {{"settings", "ClusterSettings"},
                                         {"clusterArn", "Cluster"},
                                         {"efsVolumeConfiguration", "EFSVolumeConfiguration"},
                                         {"fileSystemId", "FilesystemId"},
                                         {"status", "Status"}};
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (strcmp(name, own[i][0]) == 0)
            return own[i][1];
    snprintf(out, 64, "%s", name);
    out[0] = (char)toupper((unsigned char)out[0]);
    return out;
}

static cJSON *as_config(const cJSON *value)
{
    cJSON *made = cJSON_IsObject(value) ? cJSON_CreateObject() : cJSON_IsArray(value) ? cJSON_CreateArray() : NULL;
    const cJSON *member;
    char name[64];
    if (made == NULL)
        return cJSON_Duplicate(value, true);
    cJSON_ArrayForEach(member, value) {
        if (cJSON_IsArray(value))
            cJSON_AddItemToArray(made, as_config(member));
        else
            cJSON_AddItemToObject(made, config_name(member->string, name), as_config(member));
    }
    return made;
}

static void import_item(const struct run *run, struct audit *audit, size_t row, cJSON *members, const char *time)
{
    char name[64], arn[160];
    const char *tags = table_cell_if_any(&run->table, row, "tags");
    bool deleted = cJSON_GetObjectItemCaseSensitive(members, "deleted") != NULL;
    cJSON *item = cJSON_CreateObject(), *items = cJSON_CreateArray();
    name_of(run, row, name);
    snprintf(arn, sizeof arn, run->kind->arn, name);
    cJSON_AddStringToObject(item, "configurationItemCaptureTime", time);
    cJSON_AddStringToObject(item, "configurationItemStatus", deleted ? "ResourceDeleted" : "OK");
    cJSON_AddStringToObject(item, "resourceType", run->kind->type);
    cJSON_AddStringToObject(item, "resourceId", arn);
    cJSON_AddStringToObject(item, "resourceName", name);
    cJSON_AddStringToObject(item, "ARN", arn);
    cJSON_AddStringToObject(item, "awsRegion", "eu-west-1");
    cJSON_AddStringToObject(item, "awsAccountId", "111122223333");
    cJSON_AddItemToObject(item, "configuration", deleted ? cJSON_CreateNull() : as_config(members));
    if (tags[0] != '\0')
        cJSON_AddItemToObject(item, "tags", make_tags(tags, true));
    cJSON_AddItemToArray(items, item);
    cJSON_Delete(members);
    audit_import_list(audit, "configurationItems", items, time);
}

static void import_row(const struct run *run, struct audit *audit, size_t row, const char *origin)
{
    const char *own = cell(run, row, "origin"), *time = views[1][1];
    for (size_t i = 0; i < sizeof views / sizeof views[0]; i++)
        if (strcmp(table_cell_if_any(&run->table, row, "view"), views[i][0]) == 0)
            time = views[i][1];
    cJSON *members = read_members(run, row);
    add_identity(run, row, members);
    if (strcmp(own[0] == '\0' || strcmp(own, "ecs or config") == 0 ? origin : own, "config") == 0)
        import_item(run, audit, row, members, time);
    else
        import_answer(run, audit, row, members, time);
}

/* ---- the comparison ---- */

static bool same(const char *wanted, const char *found)
{
    return strcmp(wanted, found == NULL ? "" : found) == 0;
}

static void check_case(struct run *run, struct audit *audit, size_t row, const char *origin)
{
    char name[64], arn[160];
    name_of(run, row, name);
    snprintf(arn, sizeof arn, run->kind->arn, name);
    sqlite3_stmt *found = audit_prepare(audit, "select status, reason, coalesce(subject, '') from v_results"
                                               " where control_id = ?1 and resource_arn = ?2");
    sqlite3_bind_text(found, 1, run->control, -1, SQLITE_STATIC);
    sqlite3_bind_text(found, 2, arn, -1, SQLITE_STATIC);
    bool there = sqlite3_step(found) == SQLITE_ROW;
    const char *status = there ? (const char *)sqlite3_column_text(found, 0) : "no result";
    const char *reason = there ? (const char *)sqlite3_column_text(found, 1) : "";
    const char *subject = there ? (const char *)sqlite3_column_text(found, 2) : "";
    bool ok = same(cell(run, row, "expected_status"), status) && same(cell(run, row, "expected_reason"), reason) &&
              same(table_cell_if_any(&run->table, row, "expected_subject"), subject);
    if (!tap_ok(&run->tap, ok, "%s (%s, line %zu)", cell(run, row, "case"), origin, table_line(row)))
        tap_note("expected %s %s, found %s %s %s", cell(run, row, "expected_status"),
                 cell(run, row, "expected_reason"), status, reason, subject);
    if (there && sqlite3_step(found) == SQLITE_ROW)
        tap_ok(&run->tap, false, "line %zu: more than one result", table_line(row));
    sqlite3_finalize(found);
}

static void run_case(struct run *run, size_t row, const char *origin)
{
    struct audit audit;
    audit_open(&audit, ":memory:");
    import_row(run, &audit, row, origin);
    for (size_t next = row + 1; next < run->table.count && !is_case(run, next); next++)
        import_row(run, &audit, next, origin);
    audit_assess(&audit, views[1][1], table_cell_if_any(&run->table, row, "parameters"));
    check_case(run, &audit, row, origin);
    audit_close(&audit);
}

/* The kind of resource that the control judges. */
static const struct kind *find_kind(const char *control)
{
    struct audit audit;
    const struct kind *kind = NULL;
    audit_open(&audit, ":memory:");
    sqlite3_stmt *found = audit_prepare(&audit, "select resource_type from control where id = ?1");
    sqlite3_bind_text(found, 1, control, -1, SQLITE_STATIC);
    if (sqlite3_step(found) == SQLITE_ROW)
        for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
            if (strcmp((const char *)sqlite3_column_text(found, 0), kinds[i].type) == 0)
                kind = &kinds[i];
    sqlite3_finalize(found);
    audit_close(&audit);
    return kind;
}

int main(int argc, char **argv)
{
    struct run run = {0};
    struct fg_error err = {0};
    if (argc != 2) {
        fputs("usage: test_resources TABLE.csv\n", stderr);
        return 2;
    }
    if (table_read(argv[1], &run.table, &err) < 0)
        tap_bail("table", &err);
    const char *slash = strrchr(argv[1], '/');
    snprintf(run.control, sizeof run.control, "%s", slash == NULL ? argv[1] : slash + 1);
    *strstr(run.control, ".csv") = '\0';
    run.kind = find_kind(run.control);
    if (run.kind == NULL) {
        printf("Bail out! %s: no such control\n", run.control);
        return 1;
    }
    for (size_t row = 0; row < run.table.count; row++) {
        if (!is_case(&run, row))
            continue;
        const char *origin = cell(&run, row, "origin");
        if (strcmp(origin, "config") != 0)
            run_case(&run, row, "ecs");
        if (strcmp(origin, "ecs") != 0)
            run_case(&run, row, "config");
    }
    table_done(&run.table);
    return tap_end(&run.tap);
}
