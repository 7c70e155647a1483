/* SPDX-License-Identifier: MIT */
/*
 * Assessments beside each other cost what their results cost: the work of a history and of a comparison grows with the
 * services and with the moments judged, not with their squares. Steps of SQLite are counted, as in test_growth.
 */
#include <string.h>

#include "audit.h"
#include "exports.h"
#include "fargauge/diff.h"
#include "render/report.h"
#include "tap.h"

enum { SMALL = 250, TIMES = 4, PERCENT = 120, MOMENTS = 3 };

static int count_steps(unsigned kind, void *context, void *statement, void *nanoseconds)
{
    (void)nanoseconds;
    if (kind == SQLITE_TRACE_PROFILE)
        *(long long *)context += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    return 0;
}

/* One month's export: of every service, but that each month others are left out, and other ones fail. */
static void import_month(struct audit *audit, int services, int month)
{
    cJSON *list = cJSON_CreateArray();
    char name[32], captured_at[32];
    for (int i = 0; i < services; i++) {
        snprintf(name, sizeof name, "service-%06d", i);
        const struct service_view view = {
            .name = name,
            .status = "ACTIVE",
            .launch_type = "FARGATE",
            .platform_version = (i + month) % 5 == 0 ? "1.3.0" : "LATEST",
            .platform_family = "Linux",
            .deployments = "PRIMARY:FARGATE:1.4.0:Linux:2",
            .task_sets = "[]",
        };
        if ((i + month) % 7 != 0)
            cJSON_AddItemToArray(list, export_service(&view));
    }
    snprintf(captured_at, sizeof captured_at, "2026-%02d-01T00:00:00.000Z", month % 12 + 1);
    audit_import_list(audit, "services", list, captured_at);
    audit_assess(audit, NULL, "");
}

static void fill(struct audit *audit, int services, int moments)
{
    audit_open(audit, ":memory:");
    for (int month = 0; month < moments; month++)
        import_month(audit, services, month);
}

struct costs {
    long long history, difference;
};

static struct costs measure(struct audit *audit)
{
    struct costs costs = {0};
    struct fg_error err = {0};
    if (fg_report_prepare(audit->store, "en", &err) < 0)
        tap_bail("prepare", &err);
    if (fg_store_run(audit->store, "render/tables", &err) < 0)
        tap_bail("render/tables", &err);
    sqlite3_trace_v2(audit->db, SQLITE_TRACE_PROFILE, count_steps, &costs.history);
    if (fg_store_run(audit->store, "render/history", &err) < 0)
        tap_bail("render/history", &err);
    sqlite3_trace_v2(audit->db, SQLITE_TRACE_PROFILE, count_steps, &costs.difference);
    if (fg_diff_prepare(audit->store, "audit", &(struct fg_diff_choice){0}, &err) < 0)
        tap_bail("diff", &err);
    sqlite3_trace_v2(audit->db, 0, NULL, NULL);
    return costs;
}

static void check(struct tap *tap, const char *what, long long small, long long large, int times)
{
    if (!tap_ok(tap, small > 1000 && large * 100 <= small * times * PERCENT, "%s", what))
        tap_note("%lld steps, then %lld", small, large);
}

int main(void)
{
    struct tap tap = {0};
    struct audit small, large, longer;
    fill(&small, SMALL, MOMENTS);
    fill(&large, SMALL * TIMES, MOMENTS);
    fill(&longer, SMALL, MOMENTS * TIMES);
    struct costs one = measure(&small), more = measure(&large), months = measure(&longer);
    check(&tap, "the history grows with the services", one.history, more.history, TIMES);
    check(&tap, "the history grows with the moments", one.history, months.history, TIMES);
    check(&tap, "a comparison grows with the services", one.difference, more.difference, TIMES);
    check(&tap, "a comparison grows with the moments at most", one.difference, months.difference, TIMES);
    audit_close(&small);
    audit_close(&large);
    audit_close(&longer);
    return tap_end(&tap);
}
