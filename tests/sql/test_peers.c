/* SPDX-License-Identifier: MIT */
/*
 * peers.csv against the program: test cases of other tools, made anew as what AWS's describe calls
 * answer, and the verdict that must come out here, whatever theirs is.
 *
 *     test_peers peers.csv
 *
 * The columns are in tests/sql/README.md.
 */
#include <string.h>

#include "audit.h"
#include "table.h"
#include "tap.h"

static const char AS_OF[] = "2026-10-01T00:00:00.000Z";
#define PLACE "arn:aws:ecs:eu-west-1:111122223333:"

struct run {
    struct tap tap;
    struct table table;
    struct audit audit;
};

/* What a describe call answers on one kind of resource: its list, and the members that name it. */
struct kind {
    const char *word, *list, *arn_member, *arn, *ending;
};

static const struct kind kinds[] = {
    {"service", "services", "serviceArn", PLACE "service/main/", ""},
    {"cluster", "clusters", "clusterArn", PLACE "cluster/", ""},
    {"task set", "taskSets", "taskSetArn", PLACE "task-set/main/web/ecs-svc/", ""},
    {"definition", NULL, "taskDefinitionArn", PLACE "task-definition/", ":1"},
};

static const struct kind *find_kind(const char *word) {
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(word, kinds[i].word) == 0)
            return &kinds[i];
    return NULL;
}

static void make_arn(const struct kind *kind, size_t row, char out[256]) {
    snprintf(out, 256, "%sline-%zu%s", kind->arn, table_line(row), kind->ending);
}

/* JSON with ' for ", as a cell holds it; NULL where it is none. */
static cJSON *read_members(const char *cell) {
    char text[2048];
    snprintf(text, sizeof text, "%s", cell);
    for (char *c = text; *c != '\0'; c++)
        if (*c == '\'')
            *c = '"';
    return cJSON_Parse(text);
}

static void add_names(cJSON *made, const struct kind *kind, size_t row) {
    char arn[256], name[64];
    make_arn(kind, row, arn);
    snprintf(name, sizeof name, "line-%zu", table_line(row));
    cJSON_AddStringToObject(made, kind->arn_member, arn);
    cJSON_AddStringToObject(made, "status", "ACTIVE");
    if (kind->list == NULL) {
        cJSON_AddStringToObject(made, "family", name);
        cJSON_AddNumberToObject(made, "revision", 1);
    } else if (strcmp(kind->word, "cluster") == 0)
        cJSON_AddStringToObject(made, "clusterName", name);
    else
        cJSON_AddStringToObject(made, "clusterArn", PLACE "cluster/main");
    if (strcmp(kind->word, "service") == 0)
        cJSON_AddStringToObject(made, "serviceName", name);
    if (strcmp(kind->word, "task set") == 0)
        cJSON_AddStringToObject(made, "serviceArn", PLACE "service/main/web");
}

static bool import_row(struct run *run, size_t row) {
    const struct kind *kind = find_kind(table_cell(&run->table, row, "kind"));
    cJSON *members = read_members(table_cell(&run->table, row, "members"));
    if (kind == NULL || members == NULL) {
        cJSON_Delete(members);
        return tap_ok(&run->tap, false, "line %zu: kind or members cannot be read",
                      table_line(row));
    }
    add_names(members, kind, row);
    cJSON *answer = kind->list == NULL ? cJSON_CreateObject() : cJSON_CreateArray();
    if (kind->list == NULL)
        cJSON_AddItemToObject(answer, "taskDefinition", members);
    else
        cJSON_AddItemToArray(answer, members);
    audit_import_list(&run->audit, kind->list, answer, AS_OF);
    return true;
}

static bool is_computed(struct run *run, const char *control) {
    sqlite3_stmt *found =
        audit_prepare(&run->audit, "select 1 from control where id = ?1 and view is not null");
    sqlite3_bind_text(found, 1, control, -1, SQLITE_STATIC);
    bool computed = sqlite3_step(found) == SQLITE_ROW;
    sqlite3_finalize(found);
    return computed;
}

static void check_row(struct run *run, size_t row) {
    char arn[256];
    const char *control = table_cell(&run->table, row, "control");
    if (!is_computed(run, control)) {
        tap_ok(&run->tap, true, "line %zu # SKIP %s is not computed", table_line(row), control);
        return;
    }
    make_arn(find_kind(table_cell(&run->table, row, "kind")), row, arn);
    sqlite3_stmt *found = audit_prepare(
        &run->audit,
        "select status, reason from v_results where control_id = ?1 and resource_arn = ?2");
    sqlite3_bind_text(found, 1, control, -1, SQLITE_STATIC);
    sqlite3_bind_text(found, 2, arn, -1, SQLITE_STATIC);
    bool there = sqlite3_step(found) == SQLITE_ROW;
    const char *status = there ? (const char *)sqlite3_column_text(found, 0) : "no result";
    const char *reason = there ? (const char *)sqlite3_column_text(found, 1) : "";
    if (!tap_ok(&run->tap,
                strcmp(status, table_cell(&run->table, row, "expected_status")) == 0 &&
                    strcmp(reason, table_cell(&run->table, row, "expected_reason")) == 0,
                "%s %s: %s (line %zu)", table_cell(&run->table, row, "peer"), control,
                table_cell(&run->table, row, "case"), table_line(row)))
        tap_note("expected %s %s, found %s %s", table_cell(&run->table, row, "expected_status"),
                 table_cell(&run->table, row, "expected_reason"), status, reason);
    sqlite3_finalize(found);
}

/* Where theirs and ours differ, the row says why; where they do not, there is nothing to explain.
 */
static void check_words(struct run *run, size_t row) {
    static const char *const words[][2] = {{"pass", "PASSED"},
                                           {"fail", "FAILED"},
                                           {"not judged", "NOT_APPLICABLE"},
                                           {"unknown", "INSUFFICIENT_DATA"}};
    const char *theirs = table_cell(&run->table, row, "theirs");
    const char *ours = table_cell(&run->table, row, "expected_status");
    bool known = false, same = false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        known |= strcmp(theirs, words[i][0]) == 0;
        same |= strcmp(theirs, words[i][0]) == 0 && strcmp(ours, words[i][1]) == 0;
    }
    bool explained = table_cell(&run->table, row, "why")[0] != '\0';
    if (!known || same == explained)
        tap_ok(&run->tap, false,
               "line %zu: theirs is no known word, or a difference is not explained",
               table_line(row));
}

int main(int argc, char **argv) {
    struct run run = {0};
    struct fg_error err = {0};
    if (argc != 2) {
        fputs("usage: test_peers TABLE.csv\n", stderr);
        return 2;
    }
    if (table_read(argv[1], &run.table, &err) < 0)
        tap_bail("table", &err);
    audit_open(&run.audit, ":memory:");
    for (size_t row = 0; row < run.table.count; row++) {
        check_words(&run, row);
        if (!import_row(&run, row))
            return tap_end(&run.tap);
    }
    audit_assess(&run.audit, AS_OF, "");
    for (size_t row = 0; row < run.table.count; row++)
        check_row(&run, row);
    audit_close(&run.audit);
    table_done(&run.table);
    return tap_end(&run.tap);
}
