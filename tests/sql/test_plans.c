/* SPDX-License-Identifier: MIT */
/*
 * The statements that go through everything walk the indexes that they were written for.
 *
 *     test_plans plans.csv
 *
 * A row names a statement, the control view that fills its {view}, and a line that SQLite's plan must hold. Besides, no
 * statement in the table may build an index of its own over evidence (AUTOMATIC ... INDEX).
 */
#include <string.h>

#include "audit.h"
#include "render/report.h"
#include "table.h"
#include "tap.h"

/* The plan's lines, one after the other. */
static struct fg_buf plan_of(struct audit *audit, const char *statement, const char *view)
{
    struct fg_buf plan = FG_BUF_INIT;
    FG_BUF_AUTO path = FG_BUF_INIT;
    FG_BUF_AUTO sql = FG_BUF_INIT;
    const struct fg_resource *file;
    struct fg_error err = {0};
    fg_buf_printf(&path, "sql/%s.sql", statement);
    if (fg_resources_get(audit->resources, fg_buf_text(&path), &file, &err) < 0)
        tap_bail(statement, &err);
    fg_buf_add_text(&sql, "explain query plan ");
    const char *slot = strstr(file->data, "from {view}"), *text = file->data;
    if (slot != NULL) {
        fg_buf_add(&sql, text, (size_t)(slot - text));
        fg_buf_printf(&sql, "from %s", view);
        text = slot + strlen("from {view}");
    }
    fg_buf_add_text(&sql, text);
    sqlite3_stmt *query = audit_prepare(audit, fg_buf_text(&sql));
    while (sqlite3_step(query) == SQLITE_ROW)
        fg_buf_printf(&plan, "%s\n", (const char *)sqlite3_column_text(query, 3));
    sqlite3_finalize(query);
    return plan;
}

/* How often the plan sorts for ORDER BY. */
static int sorts(const char *plan)
{
    static const char line[] = "TEMP B-TREE FOR ORDER BY";
    int count = 0;
    for (const char *at = plan; (at = strstr(at, line)) != NULL; at += sizeof line - 1)
        count++;
    return count;
}

/* SQLite does not know that a query gives one row, and sorts that one. */
static bool gives_one_row(struct audit *audit, const char *statement)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fg_buf_printf(&path, "sql/%s.sql", statement);
    const struct fg_resource *file = fg_resources_find(audit->resources, fg_buf_text(&path));
    return file != NULL && strstr(file->data, "Grain: one row at most.") != NULL;
}

static void check_row(struct tap *tap, struct audit *audit, const struct table *table, size_t row)
{
    const char *statement = table_cell(table, row, "statement"), *view = table_cell(table, row, "view");
    const char *line = table_cell(table, row, "line");
    FG_BUF_AUTO plan = FG_BUF_INIT;
    plan = plan_of(audit, statement, view);
    if (!tap_ok(tap, strstr(fg_buf_text(&plan), line) != NULL, "%s %s: %s", statement, view, line))
        tap_note("%s", fg_buf_text(&plan));
    bool streams = view[0] != '\0' || strncmp(statement, "queries/", strlen("queries/")) == 0;
    int allowed = gives_one_row(audit, statement);
    tap_ok(tap, !streams || sorts(fg_buf_text(&plan)) <= allowed, "%s %s: sorts nothing", statement, view);
}

int main(int argc, char **argv)
{
    struct tap tap = {0};
    struct table table;
    struct audit audit;
    struct fg_error err = {0};
    if (argc != 2) {
        fputs("usage: test_plans plans.csv\n", stderr);
        return 2;
    }
    if (table_read(argv[1], &table, &err) < 0)
        tap_bail("table", &err);
    audit_open(&audit, ":memory:");
    if (fg_report_prepare(audit.store, "en", &err) < 0)
        tap_bail("prepare", &err);
    if (fg_store_run(audit.store, "render/difference_tables", &err) < 0)
        tap_bail("tables", &err);
    for (size_t row = 0; row < table.count; row++)
        check_row(&tap, &audit, &table, row);
    audit_close(&audit);
    table_done(&table);
    return tap_end(&tap);
}
