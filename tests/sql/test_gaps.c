/* SPDX-License-Identifier: MIT */
/*
 * gaps.csv against the program: what an auditor is told to be missing from the evidence. Every case is an audit of its
 * own, and must have the gaps that its rows name and no other; where a row says how far the evidence reaches, that too.
 *
 *     test_gaps gaps.csv
 *
 * The columns are in tests/sql/README.md.
 */
#include <string.h>
#include <unistd.h>

#include "audit.h"
#include "exports.h"
#include "fargauge/ingest.h"
#include "handed.h"
#include "table.h"
#include "tap.h"

enum { LINES_MAX = 64, KINDS_MAX = 32, FILES_MAX = 16 };

/* Lines in order of their text. */
struct lines {
    char *text[LINES_MAX];
    size_t count;
};

struct run {
    struct tap tap;
    struct table table;
    struct audit audit;
    char as_of[25];
    char paths[FILES_MAX][128];
    size_t path_count;
};

static const char *cell(const struct run *run, size_t row, const char *column)
{
    return table_cell(&run->table, row, column);
}

/* ---- lines ---- */

static void add_line(struct lines *lines, const char *text)
{
    struct fg_error err = {0};
    if (lines->count == LINES_MAX) {
        fg_error_set(&err, FG_INTERNAL, "too many lines");
        tap_bail(text, &err);
    }
    lines->text[lines->count++] = strdup(text);
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void sort_lines(struct lines *lines)
{
    qsort(lines->text, lines->count, sizeof lines->text[0], compare_lines);
}

static void lines_done(struct lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        free(lines->text[i]);
    lines->count = 0;
}

/* What the case's rows say in a column, "…; …". */
static struct lines wanted_lines(const struct run *run, size_t first, size_t end, const char *column)
{
    struct lines lines = {0};
    char text[512];
    for (size_t row = first; row < end; row++)
        for (const char *at = cell(run, row, column); export_next(&at, ';', text, sizeof text);)
            if (text[0] != '\0')
                add_line(&lines, text);
    sort_lines(&lines);
    return lines;
}

/* What a query of one column says; ?1 is the folder that the files were in, ?2 the place that needs no naming. */
static struct lines found_lines(const struct run *run, const char *sql)
{
    struct lines lines = {0};
    sqlite3_stmt *found = audit_prepare((struct audit *)&run->audit, sql);
    sqlite3_bind_text(found, 1, run->audit.folder, -1, SQLITE_STATIC);
    sqlite3_bind_text(found, 2, HANDED_PLACE, -1, SQLITE_STATIC);
    while (sqlite3_step(found) == SQLITE_ROW)
        add_line(&lines, (const char *)sqlite3_column_text(found, 0));
    sqlite3_finalize(found);
    sort_lines(&lines);
    return lines;
}

static bool same_lines(const struct lines *a, const struct lines *b)
{
    for (size_t i = 0; i < a->count && i < b->count; i++)
        if (strcmp(a->text[i], b->text[i]) != 0)
            return false;
    return a->count == b->count;
}

static void check_lines(struct run *run, struct lines wanted, struct lines found, const char *name, const char *what,
                        size_t line)
{
    if (!tap_ok(&run->tap, same_lines(&wanted, &found), "%s%s (line %zu)", name, what, line)) {
        for (size_t i = 0; i < wanted.count; i++)
            tap_note("expected %s", wanted.text[i]);
        for (size_t i = 0; i < found.count; i++)
            tap_note("found    %s", found.text[i]);
    }
    lines_done(&wanted);
    lines_done(&found);
}

/* ---- the evidence of a case ---- */

static void import_text(struct run *run, const char *name, const struct fg_buf *text, const char *captured)
{
    struct fg_error err = {0};
    struct fg_ingest_options options = {.captured_at = captured, .run = 1};
    char *path = run->paths[run->path_count++];
    snprintf(path, sizeof run->paths[0], "%s/%s", run->audit.folder, name);
    FILE *file = fopen(path, "w");
    if (file == NULL || fwrite(text->data, 1, text->len, file) != text->len || fclose(file) != 0)
        fg_error_set(&err, FG_IO, "cannot write");
    if (err.message[0] != '\0' || fg_ingest_files(run->audit.store, &path, 1, &options, &err) < 0)
        tap_bail(path, &err);
}

/* A row's file: the case's first is 1.json unless it has a name. */
static void import_row(struct run *run, size_t first, size_t row)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    char time[25], name[64];
    const char *captured = cell(run, row, "captured");
    struct handed file = {cell(run, row, "call"), cell(run, row, "place"), time, cell(run, row, "holds")};
    if (file.call[0] == '\0')
        return;
    bool undated = strcmp(captured, "undated") == 0;
    audit_time(captured[0] == '\0' || undated ? run->as_of : captured, time);
    snprintf(name, sizeof name, "%zu.json", row - first + 1);
    text = handed_text(&file);
    import_text(run, cell(run, row, "name")[0] != '\0' ? cell(run, row, "name") : name, &text, undated ? NULL : time);
}

/* One service, its cluster and AWS's verdict on it: a place without gaps. */
static void import_base(struct run *run)
{
    static const struct {
        const char *call, *holds;
    } files[] = {{"describe-services", "service/base/base"},
                 {"describe-clusters", "cluster/base"},
                 {"get-findings", "service/base/base"}};
    char name[64];
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        FG_BUF_AUTO text = FG_BUF_INIT;
        text = handed_text(&(struct handed){files[i].call, "", run->as_of, files[i].holds});
        snprintf(name, sizeof name, "base-%s.json", files[i].call);
        import_text(run, name, &text, run->as_of);
    }
}

static void open_case(struct run *run, size_t first)
{
    const char *as_of = cell(run, first, "as_of"), *last = strrchr(as_of, ';');
    audit_time(as_of[0] == '\0' ? "2026-10-01" : last == NULL ? as_of : last + strspn(last, "; "), run->as_of);
    audit_open(&run->audit, ":memory:");
    run->path_count = 0;
    if (strcmp(cell(run, first, "base"), "none") != 0)
        import_base(run);
}

static void close_case(struct run *run)
{
    while (run->path_count > 0)
        unlink(run->paths[--run->path_count]);
    audit_close(&run->audit);
}

/* Judge one moment, as the row says. */
static void assess(struct run *run, size_t first, const char *as_of)
{
    struct fg_error err = {0};
    int64_t id;
    struct fg_assess_options options = {
        .as_of = as_of,
        .generated_at = "2026-12-01T00:00:00.000Z",
        .max_age_days = (uint64_t)atoi(cell(run, first, "max_age")),
    };
    if (fg_assess(run->audit.store, &options, &id, &err) < 0)
        tap_bail("assess", &err);
}

/* All moments of the case, in order. */
static void assess_all(struct run *run, size_t first)
{
    char text[64], as_of[25];
    const char *at = cell(run, first, "as_of");
    if (at[0] == '\0')
        at = "2026-10-01";
    while (export_next(&at, ';', text, sizeof text)) {
        audit_time(text, as_of);
        assess(run, first, as_of);
    }
}

/* ---- what must come out ---- */

/* Times without what is zero in them; the place of most cases is `here`. */
#define SHORT(text) "replace(replace(" text ", 'T00:00:00.000Z', ''), ':00.000Z', 'Z')"

static const char gaps_sql[] =
    "select kind || ' ' || coalesce("
    "  case when resource glob ?1 || '/*' then substr(resource, length(?1) + 2)"
    "       else replace(replace(resource, 'arn:aws:ecs:' || ?2 || ':', ''), 'arn:aws:ecs:', '') end,"
    "  iif(region || ':' || account_id = ?2, 'here', region || ':' || account_id)"
    "    || coalesce(' ' || replace(resource_type, 'AWS::ECS::', ''), ''), '?')"
    "  || coalesce(' = ' || " SHORT("detail") ", '') || coalesce(' / ' || " SHORT("expected") ", '')"
    " from gap where assessment_id = (select max(id) from assessment)";

static const char coverage_sql[] =
    "select iif(region || ':' || account_id = ?2, '', region || ':' || account_id || ' ') || kind || ' ' || resources"
    "  || coalesce(' ' || " SHORT("oldest_at") ", '')"
    "  || iif(newest_at <> oldest_at, ' to ' || " SHORT("newest_at") ", '')"
    " from v_coverage where ?1 is not null";

/* Gaps that say of themselves what is not so. */
static const char wrong_sql[] =
    "select 'in another place: ' || kind || ' ' || resource from gap"
    "  where resource glob 'arn:*' and resource not glob 'arn:aws:ecs:' || region || ':' || account_id || ':*'"
    "    or resource glob 'arn:*' and account_id is null"
    " union all"
    " select 'another time than its record''s: ' || g.kind || ' ' || g.resource from gap g"
    "  join v_record v on v.record_id = g.record_id"
    "  where g.kind in ('listed_not_described', 'described_not_listed') and g.detail is not v.captured_at"
    " union all"
    " select 'not shown as one: ' || kind from gap where ?1 is not null and ?2 is not null"
    "  group by assessment_id, kind, account_id, region, resource_type, resource, detail having count(*) > 1";

/* A case is a row with a name and those without below it. */
static void check_case(struct run *run, size_t first, size_t end)
{
    const char *name = cell(run, first, "case");
    open_case(run, first);
    for (size_t row = first; row < end; row++)
        import_row(run, first, row);
    assess_all(run, first);
    size_t line = table_line(first);
    check_lines(run, wanted_lines(run, first, end, "gaps"), found_lines(run, gaps_sql), name, "", line);
    check_lines(run, (struct lines){0}, found_lines(run, wrong_sql), name, ": each gap is right in itself", line);
    struct lines coverage = wanted_lines(run, first, end, "coverage");
    if (coverage.count > 0)
        check_lines(run, coverage, found_lines(run, coverage_sql), name, ": coverage", line);
    close_case(run);
}

/* ---- the kinds ---- */

/* The kinds that a statement can give, behind the `count` known already: what stands behind the assessment's number in
 * each of its parts. */
static size_t read_kinds(const struct fg_resource *file, char kinds[KINDS_MAX][64], size_t count)
{
    static const char mark[] = "m.id, '";
    for (const char *at = file->data; (at = strstr(at, mark)) != NULL && count < KINDS_MAX; count++) {
        at += strlen(mark);
        snprintf(kinds[count], sizeof kinds[0], "%.*s", (int)strcspn(at, "'"), at);
    }
    return count;
}

/* Is there a row that names the kind in a column? */
static bool is_named(const struct run *run, const char *column, const char *kind)
{
    char text[512];
    size_t len = strlen(kind);
    for (size_t row = 0; row < run->table.count; row++)
        for (const char *at = cell(run, row, column); export_next(&at, ';', text, sizeof text);)
            if (strncmp(text, kind, len) == 0 && (text[len] == ' ' || text[len] == '\0'))
                return true;
    return false;
}

static int count_texts(struct run *run, const char *kind)
{
    sqlite3_stmt *found = audit_prepare(
        &run->audit, "select count(*) from message where text <> '' and key in ('gap.' || ?1, 'gap_text.' || ?1)");
    sqlite3_bind_text(found, 1, kind, -1, SQLITE_STATIC);
    int count = sqlite3_step(found) == SQLITE_ROW ? sqlite3_column_int(found, 0) : 0;
    sqlite3_finalize(found);
    return count;
}

static void check_kinds(struct run *run)
{
    char kinds[KINDS_MAX][64];
    const struct fg_resource *files;
    size_t count = 0;
    audit_open(&run->audit, ":memory:");
    size_t file_count = fg_resources_list(run->audit.resources, "sql/assess/75-gaps-", &files);
    for (size_t i = 0; i < file_count; i++)
        count = read_kinds(&files[i], kinds, count);
    tap_ok(&run->tap, count >= 16 && count < KINDS_MAX, "the statements' kinds can be read");
    for (size_t i = 0; i < count; i++) {
        tap_ok(&run->tap, count_texts(run, kinds[i]) == 4, "%s has its texts in both languages", kinds[i]);
        tap_ok(&run->tap, is_named(run, "gaps", kinds[i]), "%s: a case where it arises", kinds[i]);
        tap_ok(&run->tap, is_named(run, "nearly", kinds[i]), "%s: a case where it nearly does", kinds[i]);
    }
    audit_close(&run->audit);
}

int main(int argc, char **argv)
{
    struct run run = {0};
    struct fg_error err = {0};
    if (argc != 2) {
        fputs("usage: test_gaps TABLE.csv\n", stderr);
        return 2;
    }
    if (table_read(argv[1], &run.table, &err) < 0)
        tap_bail("table", &err);
    for (size_t row = 0, end; row < run.table.count; row = end) {
        for (end = row + 1; end < run.table.count && cell(&run, end, "case")[0] == '\0';)
            end++;
        check_case(&run, row, end);
    }
    check_kinds(&run);
    table_done(&run.table);
    return tap_end(&run.tap);
}
