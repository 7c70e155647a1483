/* SPDX-License-Identifier: MIT */
/*
 * reconcile.csv against the program: our result beside the verdicts of Security Hub and AWS Config. Every
 * row is one service with its findings and rule evaluations, judged at the end of 2026-10-01.
 *
 *     test_reconcile reconcile.csv
 *
 * The columns are in tests/sql/README.md.
 */
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

/* The service as an inventory export holds it. What it asks for changed at `changed`: a described service
 * started a deployment then, Config captured its item then. */
static void add_service(struct run *run, size_t row, const char *name)
{
    char deployment[128];
    const char *origin = table_cell(&run->table, row, "origin");
    const char *changed = table_cell(&run->table, row, "changed");
    struct service_view view = {
        .name = name,
        .status = "ACTIVE",
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
    if (strcmp(origin, "ecs") == 0)
        cJSON_AddItemToArray(run->services, export_service(&view));
    else if (strcmp(origin, "config") == 0)
        cJSON_AddItemToArray(run->items, export_config_service(&view, changed));
}

/* One of AWS Config's verdicts, in the export that its first word names. */
static void add_rule(struct run *run, const char *name, const char *rule)
{
    cJSON *made;
    if ((made = export_evaluation_result(name, rule)) != NULL)
        cJSON_AddItemToArray(run->evaluations, made);
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
            cJSON_AddItemToArray(run->findings, export_finding(name, part));
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
    return true;
}

static void check_row(struct run *run, size_t row)
{
    char name[64];
    service_name(row, name, sizeof name);
    sqlite3_stmt *found = audit_prepare(
        &run->audit, "select status, agreement, agreement_cause, security_hub_status, config_rule_status"
                     " from v_results where control_id = ?1 and resource_name = ?2");
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
        if (!there)
            tap_note("no result");
    }
    sqlite3_finalize(found);
}

/* A rule that judges no more leaves neither a verdict nor its time. */
static void check_times(struct run *run)
{
    sqlite3_stmt *found = audit_prepare(
        &run->audit, "select count(*) from result where (config_rule_status is null) <> (config_rule_at is null)");
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
