/* SPDX-License-Identifier: MIT */
/*
 * How a report is cut into pages (sql/render/plan_page.sql): every resource with results once, in reading order, a page of
 * one account; names of files are ours, whatever accounts are called; and the work for a page does not grow with the audit.
 */
#include <stdio.h>
#include <string.h>

#include "audit.h"
#include "exports.h"
#include "render/report.h"
#include "tap.h"

enum { SMALL = 200, TIMES = 4, MOST = 30, PERCENT = 120 };

/* Services of accounts that no export can hold: what a file says of its accounts is checked when it is imported. */
static void fill(struct audit *audit, int count)
{
    static const char make[] =
        "with recursive n (n) as (select 1 union all select n + 1 from n where n < ?1)"
        " insert into resource (arn, partition, account_id, region, type, cluster, name)"
        " select 'arn:' || n, 'aws', case n % 5 when 0 then null when 1 then '../../evil' when 2 then '12345678901é'"
        "   when 3 then '111122223333' else '<b>&\"' || char(10) end, 'eu-west-1', 'AWS::ECS::Service', 'web', 's' || n from n";
    audit_assess(audit, NULL, "");
    sqlite3_stmt *insert = audit_prepare(audit, make);
    sqlite3_bind_int(insert, 1, count);
    while (sqlite3_step(insert) == SQLITE_ROW)
        continue;
    sqlite3_finalize(insert);
    static const char *const rest[] = {
        "insert into resource_fact (resource_id, counted_id, twin) select id, id, 1 from resource"
        " order by account_id, region, cluster, name, id",
        "insert or ignore into assessment_reason (assessment_id, control_id, reason, status)"
        " select max(id), 'ECS.10', 'made_up', 'FAILED' from assessment",
        "insert into result (id, reason_id) select k.base + r.id, (select max(id) from assessment_reason) from resource r"
        " join assessment_control k on k.control_id = 'ECS.10' where r.id % 7 <> 0",
    };
    for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++) {
        sqlite3_stmt *step = audit_prepare(audit, rest[i]);
        while (sqlite3_step(step) == SQLITE_ROW)
            continue;
        sqlite3_finalize(step);
    }
}

static int on_profile(unsigned kind, void *context, void *statement, void *nanoseconds)
{
    (void)kind;
    (void)nanoseconds;
    *(long long *)context += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    return 0;
}

/* Plan all pages; the steps that it took. */
static long long plan(struct audit *audit)
{
    struct fg_error err = {0};
    long long steps = 0;
    if (fg_report_prepare(audit->store, "en", &err) < 0)
        tap_bail("prepare", &err);
    sqlite3_trace_v2(audit->db, SQLITE_TRACE_PROFILE, on_profile, &steps);
    for (int number = 0; number < SMALL * TIMES; number++) {
        struct fg_statement *next;
        if (fg_store_statement(audit->store, "render/plan_page", &next, &err) < 0)
            tap_bail("plan", &err);
        fg_bind_int(next, "number", number);
        fg_bind_int(next, "most", MOST);
        int before = sqlite3_total_changes(audit->db);
        if (fg_step_done(next, NULL, &err) < 0)
            tap_bail("plan", &err);
        if (sqlite3_total_changes(audit->db) == before)
            break;
    }
    sqlite3_trace_v2(audit->db, 0, NULL, NULL);
    return steps;
}

/* The query gives no row. */
static void none(struct tap *tap, struct audit *audit, const char *what, const char *sql)
{
    sqlite3_stmt *query = audit_prepare(audit, sql);
    int step = sqlite3_step(query);
    if (!tap_ok(tap, step == SQLITE_DONE, "%s", what) && step == SQLITE_ROW)
        tap_note("%s", (const char *)sqlite3_column_text(query, 0));
    sqlite3_finalize(query);
}

static void check_pages(struct tap *tap, struct audit *audit)
{
    none(tap, audit, "there are pages", "select 'none' where (select count(*) from temp.report_page) < 10");
    none(tap, audit, "each resource with results is on one page, others on none",
         "select x.place from resource_fact x where (select count(*) from result e where e.id % 10000000000 = x.resource_id)"
         " <> (select count(*) from temp.report_page p where x.place between p.first_place and p.last_place"
         "     and exists (select 1 from result e where e.id % 10000000000 = x.resource_id))");
    none(tap, audit, "a page is of one account",
         "select p.file from temp.report_page p join resource_fact x on x.place between p.first_place and p.last_place"
         " join resource r on r.id = x.resource_id where r.account_id is not p.account_id");
    none(tap, audit, "and holds what was asked for at most", "select file from temp.report_page where resources > 30");
    none(tap, audit, "names are ours",
         "select file from temp.report_page where file glob '*[^-a-z0-9.]*' or file not glob '*.html' or file glob '.*'");
    none(tap, audit, "an account of AWS's has its own",
         "select file from temp.report_page where account_id = '111122223333' and file not glob '111122223333*'");
    none(tap, audit, "what follows is said before it is planned",
         "select p.file from temp.report_page p left join temp.report_page n on n.number = p.number + 1"
         " where p.next_stem || iif(p.next_number > 1, format('-%03d', p.next_number), '') || '.html' is not n.file");
}

int main(void)
{
    struct tap tap = {0};
    struct audit small, large;
    audit_open(&small, ":memory:");
    audit_open(&large, ":memory:");
    fill(&small, SMALL);
    fill(&large, SMALL * TIMES);
    long long few = plan(&small), many = plan(&large);
    check_pages(&tap, &small);
    check_pages(&tap, &large);
    if (!tap_ok(&tap, many * 100 <= few * TIMES * PERCENT, "the work grows with the resources"))
        tap_note("%lld steps for %d, %lld for %d", few, SMALL, many, SMALL * TIMES);
    audit_close(&small);
    audit_close(&large);
    return tap_end(&tap);
}
