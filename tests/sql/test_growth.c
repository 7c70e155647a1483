/* SPDX-License-Identifier: MIT */
/*
 * The work of an assessment grows with the services, not with their square.
 *
 *     test_growth                  TAP: counts SQLite's steps for a few hundred services and for four
 *                                  times as many, and looks for full scans in correlated subqueries
 *     test_growth COUNT [FILE]     by hand: assess COUNT services and print each statement's seconds
 *
 * Steps are counted, not seconds: the same on any machine.
 */
#include <string.h>

#include "audit.h"
#include "exports.h"
#include "tap.h"

enum { SMALL = 300, TIMES = 4, PERCENT = 115, FILE_SIZE = 5000, STATEMENTS_MAX = 80 };

static const char TIME[] = "2026-10-01T00:00:00Z";

/* What one statement of an assessment cost. */
struct cost {
    char *sql;
    long long steps;
    double seconds;
};

struct costs {
    struct cost cost[STATEMENTS_MAX];
    size_t count;
};

/* ---- made-up services, each with a finding, a rule's evaluation, a task definition, tasks and a task set ---- */

static struct service_view view(int i, const char *name)
{
    static const char *const versions[] = {"LATEST", "1.4.0", "1.3.0", "LATEST", "1.4", ""};
    static const char *const families[] = {"Linux", "Windows Server 2022 Core", "", "LINUX"};
    bool spot = i % 7 == 0;
    return (struct service_view){
        .name = name,
        .status = "ACTIVE",
        .launch_type = spot ? "" : i % 11 == 0 ? "EC2" : "FARGATE",
        .providers = spot ? "FARGATE_SPOT" : "",
        .platform_version = versions[i % 6],
        .platform_family = families[i % 4],
        .deployments = "PRIMARY:FARGATE:1.4.0:Linux:2; ACTIVE:FARGATE:1.3.0:Linux:1",
        .task_sets = "[]",
        .os_family = "LINUX",
        .tasks = "RUNNING:FARGATE:1.4.0:Linux; RUNNING:FARGATE:1.3.0:Linux; "
                 "RUNNING:FARGATE:1.4.0:Linux:batch:ecs-svc/0; STOPPED:FARGATE:1.2.0:Linux",
        .own_task_sets = "PRIMARY:FARGATE:1.4.0:Linux:1; ACTIVE:FARGATE:1.3.0:Linux:0",
        .created_at = TIME,
    };
}

/* The exports of some services, by the member that their records stand under. */
static struct export {
    const char *member, *captured_at;
    cJSON *list;
} exports[] = {
    {"services", "2026-10-01T00:00:00.000Z", NULL},
    {"tasks", "2026-10-01T00:00:00.000Z", NULL},
    {"taskSets", "2026-10-01T00:00:00.000Z", NULL},
    {NULL, "2026-10-01T00:00:00.000Z", NULL}, /* task definitions */
    {"configurationItems", NULL, NULL},
    {"Findings", NULL, NULL},
};
enum { SERVICES, TASKS, TASK_SETS, DEFINITIONS, ITEMS, FINDINGS, EXPORTS };

static void add_service(int i)
{
    cJSON *items = exports[ITEMS].list;
    char name[32];
    snprintf(name, sizeof name, "service-%06d", i);
    struct service_view made = view(i, name);
    if (i % 3 != 0)
        cJSON_AddItemToArray(exports[SERVICES].list, export_service(&made));
    if (i % 3 != 1)
        cJSON_AddItemToArray(items, export_config_service(&made, TIME));
    cJSON_AddItemToArray(items, export_config_task_definition(&made, TIME));
    cJSON_AddItemToArray(exports[DEFINITIONS].list, export_task_definition(&made));
    export_tasks(&made, exports[TASKS].list);
    export_task_sets(&made, exports[TASK_SETS].list);
    cJSON_AddItemToArray(items, export_config_evaluation(name,
        "securityhub-ecs-fargate-latest-platform-version-1a2b3c4d COMPLIANT 2026-10-01T00:00:00Z"));
    cJSON_AddItemToArray(exports[FINDINGS].list, export_finding(name, "FAILED 2026-10-01T00:00:00Z linux=1.4.0"));
}

static void fill(struct audit *audit, int count)
{
    for (int first = 0; first < count; first += FILE_SIZE) {
        for (size_t i = 0; i < EXPORTS; i++)
            exports[i].list = cJSON_CreateArray();
        for (int i = first; i < count && i < first + FILE_SIZE; i++)
            add_service(i);
        for (size_t i = 0; i < EXPORTS; i++)
            audit_import_list(audit, exports[i].member, exports[i].list, exports[i].captured_at);
    }
}

/* ---- costs ---- */

static void note_cost(struct costs *costs, const char *sql, long long steps, double seconds)
{
    size_t i = 0;
    while (i < costs->count && strcmp(costs->cost[i].sql, sql) != 0)
        i++;
    if (i == STATEMENTS_MAX)
        return;
    if (i == costs->count) {
        costs->cost[i] = (struct cost){.sql = strdup(sql)};
        costs->count++;
    }
    costs->cost[i].steps += steps;
    costs->cost[i].seconds += seconds;
}

static int on_profile(unsigned kind, void *context, void *statement, void *nanoseconds)
{
    const char *sql = sqlite3_sql(statement);
    if (kind == SQLITE_TRACE_PROFILE && sql != NULL)
        note_cost(context, sql, sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1),
                  (double)*(sqlite3_int64 *)nanoseconds / 1e9);
    return 0;
}

static struct costs assess(struct audit *audit)
{
    struct costs costs = {0};
    sqlite3_trace_v2(audit->db, SQLITE_TRACE_PROFILE, on_profile, &costs);
    audit_assess(audit, NULL, "");
    sqlite3_trace_v2(audit->db, 0, NULL, NULL);
    return costs;
}

static void costs_done(struct costs *costs)
{
    for (size_t i = 0; i < costs->count; i++)
        free(costs->cost[i].sql);
    costs->count = 0;
}

/* The statement's opening comment, and the control view where it names one. */
static void describe(const char *sql, char *out, size_t room)
{
    const char *start = sql + strspn(sql, "- ");
    const char *view = strstr(sql, "from control_");
    view = view == NULL ? "" : view + strlen("from ");
    snprintf(out, room, "%.*s%s%.*s", (int)strcspn(start, ".\n"), start, *view != '\0' ? ": " : "",
             (int)strcspn(view, " \n"), view);
}

/* ---- the tests ---- */

static void check_growth(struct tap *tap, const struct costs *small, const struct costs *large)
{
    char name[256];
    for (size_t i = 0; i < small->count; i++) {
        const struct cost *a = &small->cost[i], *b = &large->cost[i];
        describe(a->sql, name, sizeof name);
        if (!tap_ok(tap, b->steps * 100 <= a->steps * TIMES * PERCENT, "grows with the services: %s", name))
            tap_note("%lld steps for %d services, %lld for %d", a->steps, SMALL, b->steps, SMALL * TIMES);
    }
}

/* A line of EXPLAIN QUERY PLAN. */
struct plan_line {
    int id, parent;
    char detail[160];
};

enum { PLAN_MAX = 512 };

static size_t read_plan(struct audit *audit, const char *sql, struct plan_line *lines)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    size_t count = 0;
    fg_buf_printf(&text, "explain query plan %s", sql);
    sqlite3_stmt *plan = audit_prepare(audit, fg_buf_text(&text));
    while (sqlite3_step(plan) == SQLITE_ROW && count < PLAN_MAX) {
        lines[count].id = sqlite3_column_int(plan, 0);
        lines[count].parent = sqlite3_column_int(plan, 1);
        snprintf(lines[count].detail, sizeof lines->detail, "%s",
                 (const char *)sqlite3_column_text(plan, 3));
        count++;
    }
    sqlite3_finalize(plan);
    return count;
}

static const struct plan_line *parent_of(const struct plan_line *lines, size_t count,
                                         const struct plan_line *line)
{
    for (size_t i = 0; i < count; i++)
        if (lines[i].id == line->parent)
            return &lines[i];
    return NULL;
}

/* A full scan that is run again for every row around it. json_each() walks one value, no table; what is materialized is
 * gathered once; `few` and `a` are what statements call a parameter's values, controls that AWS judged by, and the one row
 * of the assessment. */
static bool is_repeated_scan(const struct plan_line *lines, size_t count, const struct plan_line *line)
{
    if (strncmp(line->detail, "SCAN ", 5) != 0 || strstr(line->detail, "VIRTUAL TABLE") != NULL ||
        strstr(line->detail, "CONSTANT ROW") != NULL || strcmp(line->detail, "SCAN few") == 0 ||
        strcmp(line->detail, "SCAN a") == 0)
        return false;
    const struct plan_line *above = line;
    while ((above = parent_of(lines, count, above)) != NULL && strncmp(above->detail, "MATERIALIZE ", 12) != 0)
        if (strncmp(above->detail, "CORRELATED ", 11) == 0)
            return true;
    return false;
}

static void check_plans(struct tap *tap, struct audit *audit, const struct costs *costs)
{
    static struct plan_line lines[PLAN_MAX];
    char name[256];
    for (size_t i = 0; i < costs->count; i++) {
        size_t bad = 0;
        size_t count = read_plan(audit, costs->cost[i].sql, lines);
        /* a waiver's pattern is held against every resource; there are few waivers */
        bool waivers = strstr(costs->cost[i].sql, "insert into waiver_") != NULL;
        for (size_t line = 0; line < count && !waivers; line++)
            bad += is_repeated_scan(lines, count, &lines[line]);
        describe(costs->cost[i].sql, name, sizeof name);
        tap_ok(tap, bad == 0, "scans no table again for every row: %s", name);
        for (size_t line = 0; bad > 0 && line < count; line++)
            if (is_repeated_scan(lines, count, &lines[line]))
                tap_note("%s", lines[line].detail);
    }
}

static int run_tests(void)
{
    struct tap tap = {0};
    struct audit small, large;
    audit_open(&small, ":memory:");
    audit_open(&large, ":memory:");
    fill(&small, SMALL);
    fill(&large, SMALL * TIMES);
    struct costs small_costs = assess(&small), large_costs = assess(&large);
    tap_ok(&tap, small_costs.count == large_costs.count && small_costs.count > 8,
           "the same statements run, whatever the size");
    if (tap.failed == 0)
        check_growth(&tap, &small_costs, &large_costs);
    check_plans(&tap, &large, &large_costs);
    costs_done(&small_costs);
    costs_done(&large_costs);
    audit_close(&small);
    audit_close(&large);
    return tap_end(&tap);
}

static int run_by_hand(int count, const char *path)
{
    char name[256];
    struct audit audit;
    audit_open(&audit, path);
    fill(&audit, count);
    struct costs costs = assess(&audit);
    for (size_t i = 0; i < costs.count; i++) {
        describe(costs.cost[i].sql, name, sizeof name);
        printf("%9.3f s %14lld steps  %s\n", costs.cost[i].seconds, costs.cost[i].steps, name);
    }
    costs_done(&costs);
    audit_close(&audit);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 1)
        return run_tests();
    return run_by_hand(atoi(argv[1]), argc > 2 ? argv[2] : ":memory:");
}
