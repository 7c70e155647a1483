/* SPDX-License-Identifier: MIT */
/*
 * A control's truth table against the program: every row becomes an export, is imported and assessed, and
 * the result is compared with what the row expects.
 *
 *     test_controls TABLE.csv        the file's name says which control
 *
 * The columns are in tests/sql/README.md. Rows with the same day and parameters share one database.
 */
#include <string.h>

#include "audit.h"
#include "exports.h"
#include "fargauge/clock.h"
#include "table.h"
#include "tap.h"

static const char DAY[] = "2026-10-01"; /* where a row names none */
enum { DAY_MS = 24 * 60 * 60 * 1000, MINUTE_MS = 60 * 1000, SECOND_MS = 1000 };

/* UNDATED is an export whose time is only that of what is in it: a day earlier. */
enum when { EARLIER, JUST_BEFORE, NOW, LATER, UNDATED, WHEN_COUNT };

static const char *const when_words[] = {
    [EARLIER] = "earlier", [JUST_BEFORE] = "just before", [NOW] = "", [LATER] = "later", [UNDATED] = "undated"};

/* The moments around the one that is judged. */
struct moments {
    char text[WHEN_COUNT][FG_TIME_SIZE];
};

/* What describe calls answer at one moment, and the member that it stands under. */
enum answer { SERVICES, TASKS, TASK_SETS, TASK_DEFINITIONS, ANSWER_COUNT };

static const char *const answer_members[] = {
    [SERVICES] = "services", [TASKS] = "tasks", [TASK_SETS] = "taskSets", [TASK_DEFINITIONS] = NULL};

/* The documents of one database. */
struct documents {
    struct moments moments;
    cJSON *answers[WHEN_COUNT][ANSWER_COUNT];
    cJSON *items;
};

struct run {
    struct tap tap;
    struct table table;
    char control[32];
};

static struct moments moments_around(const char *day)
{
    struct moments moments;
    int64_t ms = 0;
    audit_time(day, moments.text[NOW]);
    fg_time_parse(moments.text[NOW], strlen(moments.text[NOW]), &ms);
    fg_time_format(ms - DAY_MS, moments.text[EARLIER]);
    fg_time_format(ms - DAY_MS, moments.text[UNDATED]);
    fg_time_format(ms - MINUTE_MS, moments.text[JUST_BEFORE]);
    fg_time_format(ms + SECOND_MS, moments.text[LATER]);
    return moments;
}

/* WHEN_COUNT where the word is none of the known. */
static enum when find_when(const char *cell)
{
    enum when when = EARLIER;
    while (when < WHEN_COUNT && strcmp(cell, when_words[when]) != 0)
        when++;
    return when;
}

static const char *day_of(const struct run *run, size_t row)
{
    const char *day = table_cell(&run->table, row, "as_of");
    return day[0] != '\0' ? day : DAY;
}

/* A row without a case is a further view of the service of the row above it. */
static bool is_case(const struct run *run, size_t row)
{
    return table_cell(&run->table, row, "case")[0] != '\0';
}

static bool same_database(const struct run *run, size_t a, size_t b)
{
    return strcmp(day_of(run, a), day_of(run, b)) == 0 &&
           strcmp(table_cell(&run->table, a, "parameters"), table_cell(&run->table, b, "parameters")) == 0;
}

/* "ecs", "config", or "ecs or config": the row holds for either. A further view may come from "tasks" alone. */
static bool comes_from(const struct run *run, size_t row, const char *origin)
{
    const char *cell = table_cell(&run->table, row, "origin");
    return strcmp(cell, origin) == 0 || strcmp(cell, "ecs or config") == 0;
}

static void service_name(size_t row, const char *origin, char *out, size_t room)
{
    snprintf(out, room, "line-%zu-%s", table_line(row), origin);
}

static struct service_view view_of(const struct run *run, size_t row, const char *name)
{
    const struct table *table = &run->table;
    return (struct service_view){
        .name = name,
        .status = table_cell(table, row, "status"),
        .desired_count = table_cell(table, row, "desiredCount"),
        .launch_type = table_cell(table, row, "launchType"),
        .providers = table_cell(table, row, "providers"),
        .platform_version = table_cell(table, row, "platformVersion"),
        .platform_family = table_cell(table, row, "platformFamily"),
        .controller = table_cell(table, row, "controller"),
        .deployments = table_cell(table, row, "deployments"),
        .task_sets = table_cell(table, row, "taskSets"),
        .os_family = table_cell(table, row, "osFamily"),
        .tasks = table_cell_if_any(table, row, "tasks"),
        .own_task_sets = table_cell_if_any(table, row, "ownTaskSets"),
        .deleted = strcmp(table_cell(table, row, "deleted"), "yes") == 0,
    };
}

/* The task definition is described where its cell begins so; else it is in Config. */
static void add_task_definition(struct documents *documents, enum when when, struct service_view *view)
{
    static const char described[] = "described ";
    if (view->os_family[0] == '\0')
        return;
    if (strncmp(view->os_family, described, sizeof described - 1) != 0) {
        cJSON_AddItemToArray(documents->items,
                             export_config_task_definition(view, documents->moments.text[when]));
        return;
    }
    view->os_family += sizeof described - 1;
    cJSON_AddItemToArray(documents->answers[when][TASK_DEFINITIONS], export_task_definition(view));
}

static void add_view(const struct run *run, struct documents *documents, size_t row,
                     const char *name, const char *origin)
{
    enum when when = find_when(table_cell(&run->table, row, "view"));
    struct service_view view = view_of(run, row, name);
    if (when == UNDATED)
        view.created_at = documents->moments.text[when];
    if (strcmp(origin, "ecs") == 0)
        cJSON_AddItemToArray(documents->answers[when][SERVICES], export_service(&view));
    else if (strcmp(origin, "config") == 0)
        cJSON_AddItemToArray(documents->items, export_config_service(&view, documents->moments.text[when]));
    export_tasks(&view, documents->answers[when][TASKS]);
    export_task_sets(&view, documents->answers[when][TASK_SETS]);
    add_task_definition(documents, when, &view);
}

/* The case and the further views below it. */
static void add_case(const struct run *run, struct documents *documents, size_t row,
                     const char *origin)
{
    char name[64];
    service_name(row, origin, name, sizeof name);
    add_view(run, documents, row, name, origin);
    for (size_t next = row + 1; next < run->table.count && !is_case(run, next); next++)
        add_view(run, documents, next, name, table_cell(&run->table, next, "origin"));
}

static void import_cases(const struct run *run, struct audit *audit, size_t first)
{
    struct documents documents = {.moments = moments_around(day_of(run, first)),
                                  .items = cJSON_CreateArray()};
    for (size_t i = 0; i < WHEN_COUNT * ANSWER_COUNT; i++)
        documents.answers[i / ANSWER_COUNT][i % ANSWER_COUNT] = cJSON_CreateArray();
    for (size_t row = first; row < run->table.count; row++) {
        if (!is_case(run, row) || !same_database(run, first, row))
            continue;
        if (comes_from(run, row, "ecs"))
            add_case(run, &documents, row, "ecs");
        if (comes_from(run, row, "config"))
            add_case(run, &documents, row, "config");
    }
    for (size_t i = 0; i < WHEN_COUNT * ANSWER_COUNT; i++)
        audit_import_list(audit, answer_members[i % ANSWER_COUNT],
                          documents.answers[i / ANSWER_COUNT][i % ANSWER_COUNT],
                          i / ANSWER_COUNT == UNDATED ? NULL : documents.moments.text[i / ANSWER_COUNT]);
    audit_import_list(audit, "configurationItems", documents.items, documents.moments.text[NOW]);
}

/* Compare one column; "(empty)" is the empty text, an empty cell is none. */
static bool holds(struct run *run, size_t row, const char *column, sqlite3_stmt *found, int place)
{
    const char *cell = table_cell(&run->table, row, column);
    const char *text = (const char *)sqlite3_column_text(found, place);
    if (cell[0] == '\0')
        return text == NULL;
    return text != NULL && strcmp(text, strcmp(cell, "(empty)") == 0 ? "" : cell) == 0;
}

static void tell(struct run *run, size_t row, const char *column, sqlite3_stmt *found, int place)
{
    const char *text = (const char *)sqlite3_column_text(found, place);
    tap_note("%s: expected \"%s\", found \"%s\"", column, table_cell(&run->table, row, column),
             text == NULL ? "" : text);
}

static void check_case(struct run *run, struct audit *audit, size_t row, const char *origin)
{
    static const char *const columns[] = {"expected_status", "expected_reason", "judged_version", "evidence"};
    int count = table_cell_if_any(&run->table, row, "evidence")[0] != '\0' ? 4 : 3;
    char name[64];
    service_name(row, origin, name, sizeof name);
    sqlite3_stmt *found = audit_prepare(audit, "select status, reason, platform_version,"
                                               " s.kind from v_results e"
                                               " left join v_record r on r.record_id = e.record_id"
                                               " left join source s on s.id = r.source_id"
                                               " where control_id = ?1 and resource_name = ?2");
    sqlite3_bind_text(found, 1, run->control, -1, SQLITE_STATIC);
    sqlite3_bind_text(found, 2, name, -1, SQLITE_STATIC);
    bool there = sqlite3_step(found) == SQLITE_ROW;
    bool ok = there;
    for (int i = 0; i < count; i++)
        ok = ok && holds(run, row, columns[i], found, i);
    if (!tap_ok(&run->tap, ok, "%s (%s, line %zu)", table_cell(&run->table, row, "case"), origin,
                table_line(row))) {
        for (int i = 0; there && i < count; i++)
            tell(run, row, columns[i], found, i);
        if (!there)
            tap_note("no result");
    }
    if (there && sqlite3_step(found) == SQLITE_ROW)
        tap_ok(&run->tap, false, "line %zu: more than one result", table_line(row));
    sqlite3_finalize(found);
}

static void run_database(struct run *run, size_t first)
{
    struct audit audit;
    struct moments moments = moments_around(day_of(run, first));
    audit_open(&audit, ":memory:");
    import_cases(run, &audit, first);
    audit_assess(&audit, moments.text[NOW], table_cell(&run->table, first, "parameters"));
    for (size_t row = first; row < run->table.count; row++) {
        if (!is_case(run, row) || !same_database(run, first, row))
            continue;
        if (comes_from(run, row, "ecs"))
            check_case(run, &audit, row, "ecs");
        if (comes_from(run, row, "config"))
            check_case(run, &audit, row, "config");
    }
    audit_close(&audit);
}

static bool is_first(const struct run *run, size_t row)
{
    for (size_t before = 0; before < row; before++)
        if (is_case(run, before) && same_database(run, before, row))
            return false;
    return is_case(run, row);
}

/* "ECS.10" from ".../ECS.10.csv". */
static void name_control(struct run *run, const char *path)
{
    const char *slash = strrchr(path, '/');
    snprintf(run->control, sizeof run->control, "%s", slash == NULL ? path : slash + 1);
    char *ending = strstr(run->control, ".csv");
    if (ending != NULL)
        *ending = '\0';
}

/* A cell that the table's reader would take for something else. */
static void check_words(struct run *run)
{
    static const char *const origins[] = {"ecs", "config", "ecs or config", "tasks"};
    for (size_t row = 0; row < run->table.count; row++) {
        bool origin = false, view = find_when(table_cell(&run->table, row, "view")) < WHEN_COUNT;
        for (size_t i = 0; i < 4; i++)
            origin |= strcmp(table_cell(&run->table, row, "origin"), origins[i]) == 0;
        if (!origin || !view)
            tap_ok(&run->tap, false, "line %zu: origin or view is none of the known", table_line(row));
    }
}

int main(int argc, char **argv)
{
    struct run run = {0};
    struct fg_error err = {0};
    if (argc != 2) {
        fputs("usage: test_controls TABLE.csv\n", stderr);
        return 2;
    }
    if (table_read(argv[1], &run.table, &err) < 0)
        tap_bail("table", &err);
    name_control(&run, argv[1]);
    check_words(&run);
    if (run.tap.failed > 0)
        return tap_end(&run.tap);
    for (size_t row = 0; row < run.table.count; row++)
        if (is_first(&run, row))
            run_database(&run, row);
    table_done(&run.table);
    return tap_end(&run.tap);
}
