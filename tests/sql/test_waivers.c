/* SPDX-License-Identifier: MIT */
/*
 * waivers.csv against the program: what becomes of each row of a waiver file, and which issues it has. Every case is an
 * audit of its own with two services that fail ECS.10 and one that passes.
 *
 *     test_waivers waivers.csv
 *
 * The columns are in tests/sql/README.md.
 */
#include <string.h>
#include <unistd.h>

#include "audit.h"
#include "exports.h"
#include "fargauge/ingest.h"
#include "table.h"
#include "tap.h"

static const char HEADER[] =
    "waiver_id,control_id,resource,account_id,reason,owner,requester,approver,approved_at,expires_at\n";

/* The columns of a row, and what stands there where the table's cell is empty. */
static const struct {
    const char *column, *otherwise;
} cells[] = {
    {"id", "W-1"},           {"control", "ECS.10"},
    {"resource", "arn:aws:ecs:eu-west-1:111122223333:service/*/bad-1"},
    {"account", ""},         {"reason", "because"},
    {"owner", "ann"},        {"requester", ""},
    {"approver", "bob"},     {"approved", "2026-01-01"},
    {"expires", "2026-12-31"},
};

struct run {
    struct tap tap;
    struct table table;
    struct audit audit;
};

static void add_service(cJSON *services, const char *name, const char *version)
{
    cJSON_AddItemToArray(services, export_service(&(struct service_view){
                                       .name = name,
                                       .status = "ACTIVE",
                                       .launch_type = "FARGATE",
                                       .platform_version = version,
                                       .platform_family = "Linux",
                                       .deployments = "[]",
                                       .created_at = "2026-01-01T00:00:00Z",
                                   }));
}

static bool is_earlier(const struct run *run, size_t row)
{
    return strcmp(table_cell(&run->table, row, "file"), "earlier") == 0;
}

/* The row as a line of a waiver file. */
static void add_waiver(const struct run *run, size_t row, struct fg_buf *csv)
{
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        const char *cell = table_cell_if_any(&run->table, row, cells[i].column);
        if (cell[0] == '\0')
            cell = cells[i].otherwise;
        fg_buf_printf(csv, "%s\"%s\"", i > 0 ? "," : "", strcmp(cell, "(empty)") == 0 ? "" : cell);
    }
    fg_buf_add_char(csv, '\n');
}

/* Import the case's rows of one file, as an import run of its own; nothing where there are none. */
static void import_waivers(struct run *run, size_t first, size_t end, bool earlier)
{
    FG_BUF_AUTO csv = FG_BUF_INIT;
    struct fg_error err = {0};
    struct fg_ingest_options options = {.waivers_only = true, .run = earlier ? 1 : 2};
    char path[128], *paths[] = {path};
    snprintf(path, sizeof path, "%s/%s.csv", run->audit.folder, earlier ? "earlier" : "waivers");
    fg_buf_add_text(&csv, HEADER);
    for (size_t row = first; row < end; row++)
        if (is_earlier(run, row) == earlier)
            add_waiver(run, row, &csv);
    if (csv.len == strlen(HEADER))
        return;
    FILE *file = fopen(path, "w");
    if (file == NULL || fwrite(csv.data, 1, csv.len, file) != csv.len || fclose(file) != 0)
        fg_error_set(&err, FG_IO, "cannot write");
    if (err.message[0] != '\0' || fg_ingest_files(run->audit.store, paths, 1, &options, &err) < 0)
        tap_bail(path, &err);
    unlink(path);
}

/* What a statement of one row and one column says; ?1 is the file's name, ?2 the row's line. "" for null. */
static void ask(struct run *run, const char *sql, bool earlier, int line, char *out, size_t room)
{
    sqlite3_stmt *found = audit_prepare(&run->audit, sql);
    sqlite3_bind_text(found, 1, earlier ? "*/earlier.csv" : "*/waivers.csv", -1, SQLITE_STATIC);
    sqlite3_bind_int(found, 2, line);
    const char *text = sqlite3_step(found) == SQLITE_ROW ? (const char *)sqlite3_column_text(found, 0) : NULL;
    snprintf(out, room, "%s", text == NULL ? "" : text);
    sqlite3_finalize(found);
}

static void check_row(struct run *run, size_t row, int line, const char *name)
{
    char state[32], issues[128], says[1024], says_ja[1024];
    bool earlier = is_earlier(run, row);
    const char *wanted_state = table_cell(&run->table, row, "state");
    const char *wanted_says = table_cell(&run->table, row, "says");
    ask(run, "select coalesce((select w.state from v_waiver_state w join v_record v on v.record_id = w.record_id"
             " where v.source glob ?1 and w.line = ?2), '-')", earlier, line, state, sizeof state);
    ask(run, "select group_concat(code, ' ') from (select code from v_waiver_issue where path glob ?1 and line = ?2"
             " order by code_position)", earlier, line, issues, sizeof issues);
    static const char sentences[] = "select group_concat(sentence, ' ') from v_waiver_issue_text"
                                    " where path glob ?1 and line = ?2 and lang = ";
    char sql[256];
    snprintf(sql, sizeof sql, "%s'en'", sentences);
    ask(run, sql, earlier, line, says, sizeof says);
    snprintf(sql, sizeof sql, "%s'ja'", sentences);
    ask(run, sql, earlier, line, says_ja, sizeof says_ja);
    const char *wanted_issues = table_cell(&run->table, row, "issues");
    bool good = strcmp(state, wanted_state) == 0 && strcmp(issues, wanted_issues) == 0 &&
                strstr(says, wanted_says) != NULL && (says[0] == '\0') == (says_ja[0] == '\0');
    if (tap_ok(&run->tap, good, "%s (line %zu)", name, table_line(row)))
        return;
    tap_note("state: expected \"%s\", found \"%s\"", wanted_state, state);
    tap_note("issues: expected \"%s\", found \"%s\"", wanted_issues, issues);
    tap_note("says: expected \"%s\", found \"%s\" / \"%s\"", wanted_says, says, says_ja);
}

/* What JUnit counts: a case for each row of the file that counts, its name unique in its class. */
static void check_cases(struct run *run, int rows, const char *name)
{
    char found[64], wanted[64];
    ask(run, "select count(*) || ' ' || count(distinct classname || '/' || name) from v_waiver_case"
             " where ?1 is not null and ?2 is not null", false, 0, found, sizeof found);
    snprintf(wanted, sizeof wanted, "%d %d", rows, rows);
    if (!tap_ok(&run->tap, strcmp(found, wanted) == 0, "%s: a test case each", name))
        tap_note("expected %s, found %s", wanted, found);
}

/* A case is a row with a name and those without below it. */
static void check_case(struct run *run, size_t first, size_t end)
{
    const char *name = table_cell(&run->table, first, "case");
    const char *as_of = table_cell(&run->table, first, "as_of");
    cJSON *services = cJSON_CreateArray();
    char time[25];
    int lines[2] = {2, 2}; /* below the header */
    audit_time(as_of[0] == '\0' ? "2026-10-01" : as_of, time);
    audit_open(&run->audit, ":memory:");
    add_service(services, "bad-1", "1.3.0");
    add_service(services, "bad-2", "1.3.0");
    add_service(services, "good", "LATEST");
    audit_import_list(&run->audit, "services", services, "2026-09-01T00:00:00Z");
    import_waivers(run, first, end, true);
    import_waivers(run, first, end, false);
    audit_assess(&run->audit, time, "");
    for (size_t row = first; row < end; row++)
        check_row(run, row, lines[is_earlier(run, row)]++, name);
    check_cases(run, lines[0] - 2, name);
    audit_close(&run->audit);
}

int main(int argc, char **argv)
{
    struct run run = {0};
    struct fg_error err = {0};
    if (argc != 2) {
        fputs("usage: test_waivers TABLE.csv\n", stderr);
        return 2;
    }
    if (table_read(argv[1], &run.table, &err) < 0)
        tap_bail("table", &err);
    for (size_t row = 0, end; row < run.table.count; row = end) {
        for (end = row + 1; end < run.table.count && table_cell(&run.table, end, "case")[0] == '\0';)
            end++;
        check_case(&run, row, end);
    }
    table_done(&run.table);
    return tap_end(&run.tap);
}
