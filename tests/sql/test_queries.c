/* SPDX-License-Identifier: MIT */
/*
 * Every view and every query, run: on a database without an assessment, on one with an empty assessment,
 * and on the samples. On the samples the files are imported in both directions, and every query must
 * answer the same: its order is total, and nothing depends on the order of import.
 *
 *     test_queries SAMPLES
 *
 * Queries of nested blocks take parameters from the rows around them. Here any query whose rows have the
 * columns wanted may feed another, row by row, so that inner queries run on what they are made for.
 */
#include <string.h>

#include "audit.h"
#include "render/query.h"
#include "render/report.h"
#include "tap.h"

enum { QUERIES_MAX = 256, VALUES_MAX = 96, ROWS_MAX = 500 };

/* Names and values that a query's parameters may be taken from. */
struct context {
    size_t count;
    struct {
        char *name;
        sqlite3_value *value;
    } at[VALUES_MAX];
};

struct query {
    char name[64];
    bool ran;
    struct context **rows; /* what inner queries may be fed with */
    size_t row_count;
    struct fg_buf answer;
};

struct run {
    struct audit *audit;
    struct context root;
    struct query *queries;
    size_t count;
};

/* ---- contexts ---- */

static void context_add(struct context *context, const char *name, sqlite3_value *value)
{
    if (context->count == VALUES_MAX)
        return;
    context->at[context->count].name = strdup(name);
    context->at[context->count].value = sqlite3_value_dup(value);
    context->count++;
}

static void context_done(struct context *context)
{
    for (size_t i = 0; i < context->count; i++) {
        free(context->at[i].name);
        sqlite3_value_free(context->at[i].value);
    }
    context->count = 0;
}

/* The innermost value of that name stands last. */
static sqlite3_value *context_find(const struct context *context, const char *name)
{
    for (size_t i = context->count; i > 0; i--)
        if (strcmp(context->at[i - 1].name, name) == 0)
            return context->at[i - 1].value;
    return NULL;
}

static void context_add_row(struct context *context, sqlite3_stmt *row)
{
    for (int i = 0; i < sqlite3_column_count(row); i++)
        context_add(context, sqlite3_column_name(row, i), sqlite3_column_value(row, i));
}

/* What the program binds for junit.xml: a control's suite and an account's. */
#define JUNIT                                                                                                    \
    " 'extended' as junit_profile, 'account' as junit_group, 'pass' as as_passed, 'failure' as as_failed,"       \
    " 'error' as as_insufficient_data, 'skipped' as as_not_applicable, 'pass' as as_waived,"                     \
    " 1 as first, 0 as from_key, 1 as part, 7 as \"left\", 1000 as room, 'f00' as inputs_digest,"               \
    " '1' as junit_last, json_array(json_object('kind', 'control', 'position', c.position, 'first', 1, 'last', 1000," \
    "  'from_key', c.position * 10000000000, 'to_key', (c.position + 1) * 10000000000 - 1, 'part', 1, 'cut', 0,"  \
    "  'empty', 1, 'tests', 1, 'failures', 0, 'errors', 0, 'skipped', 1), json_object('kind', 'account',"        \
    "  'position', 0, 'first', 1, 'last', 20, 'from_key', 0, 'to_key', 9000000000000000, 'part', 2, 'cut', 1,"    \
    "  'empty', 0, 'tests', 1, 'failures', 0, 'errors', 0, 'skipped', 1)) as junit_parts,"

/* A report that is split after each fourth resource, and its index's lists after the eighth row. */
static void plan_pages(struct audit *audit)
{
    struct fg_error err = {0};
    for (int number = 0; number < 1000; number++) {
        struct fg_statement *plan;
        if (fg_store_statement(audit->store, "render/plan_page", &plan, &err) < 0)
            tap_bail("render/plan_page", &err);
        fg_bind_int(plan, "number", number);
        fg_bind_int(plan, "most", 4);
        if (fg_step_done(plan, NULL, &err) < 0)
            tap_bail("render/plan_page", &err);
    }
    struct fg_statement *bounds;
    if (fg_store_statement(audit->store, "render/bounds", &bounds, &err) < 0)
        tap_bail("render/bounds", &err);
    fg_bind_int(bounds, "most", 8);
    if (fg_step_done(bounds, NULL, &err) < 0)
        tap_bail("render/bounds", &err);
}

/* A pack in which every second file is missing. */
static void plan_pack(struct audit *audit)
{
    struct fg_error err = {0};
    if (fg_store_run(audit->store, "pack/tables", &err) < 0)
        tap_bail("pack/tables", &err);
    sqlite3_stmt *inputs = audit_prepare(audit, "select sha256, iif(number % 2, 'here', null), iif(number % 2, null, 'gone')"
                                                " from temp.pack_input order by number");
    while (sqlite3_step(inputs) == SQLITE_ROW) {
        struct fg_statement *found;
        if (fg_store_statement(audit->store, "pack/found", &found, &err) < 0)
            tap_bail("pack/found", &err);
        fg_bind_text(found, "sha256", (const char *)sqlite3_column_text(inputs, 0));
        fg_bind_text(found, "path", (const char *)sqlite3_column_text(inputs, 1));
        fg_bind_text(found, "reason", (const char *)sqlite3_column_text(inputs, 2));
        if (fg_step_done(found, NULL, &err) < 0)
            tap_bail("pack/found", &err);
    }
    sqlite3_finalize(inputs);
}

/* The newest assessment's columns, and what the program binds. */
static void make_root(struct run *run, const char *lang)
{
    struct fg_error err = {0};
    if (fg_report_prepare(run->audit->store, lang, &err) < 0)
        tap_bail("prepare", &err);
    if (fg_store_run(run->audit->store, "render/oscal", &err) < 0)
        tap_bail("render/oscal", &err);
    plan_pages(run->audit);
    plan_pack(run->audit);
    sqlite3_stmt *known = audit_prepare(run->audit, "select ?1 as lang, 'status.FAILED' as key,"
        " 'included' as inputs, 'f00' as previous, 1 as with_audit, 2 as issues, '111122223333.html' as name, '1' as paged, '../report.html' as index_file,"
        " null as last_path, null as last_hash, null as last_waiver, -1 as most, -1 as most_inside," JUNIT
        " a.assessment_id as assessment, a.* from (select 1) left join v_assessment a"
        " left join control c on c.id = 'ECS.10'");
    sqlite3_bind_text(known, 1, lang, -1, SQLITE_STATIC);
    if (sqlite3_step(known) == SQLITE_ROW)
        context_add_row(&run->root, known);
    sqlite3_finalize(known);
}

/* ---- running ---- */

static bool feeds(const struct context *context, sqlite3_stmt *statement)
{
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++)
        if (context_find(context, sqlite3_bind_parameter_name(statement, i) + 1) == NULL)
            return false;
    return true;
}

static void bind(const struct context *context, sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++) {
        sqlite3_value *value = context_find(context, sqlite3_bind_parameter_name(statement, i) + 1);
        if (value != NULL)
            sqlite3_bind_value(statement, i, value);
    }
}

/* Row numbers of the database, which the order of import decides, are no part of an answer. */
static bool is_row_number(sqlite3_stmt *row, int column)
{
    const char *name = sqlite3_column_name(row, column);
    size_t len = strlen(name);
    if (len > 4 && strcmp(name + len - 4, "_ids") == 0)
        return true;
    return sqlite3_column_type(row, column) == SQLITE_INTEGER && len > 3 &&
           (strcmp(name + len - 3, "_id") == 0 || strcmp(name + len - 4, "_row") == 0);
}

static void add_answer(struct fg_buf *answer, sqlite3_stmt *row)
{
    for (int i = 0; i < sqlite3_column_count(row); i++) {
        const char *text = (const char *)sqlite3_column_text(row, i);
        if (!is_row_number(row, i))
            fg_buf_printf(answer, "%s|", text == NULL ? "(null)" : text);
    }
    fg_buf_add_char(answer, '\n');
}

/* Keep the row, over what is around it, for inner queries. */
static void keep_row(struct query *query, const struct context *around, sqlite3_stmt *row)
{
    if (query->row_count == ROWS_MAX)
        return;
    struct context *made = calloc(1, sizeof *made);
    for (size_t i = 0; made != NULL && i < around->count; i++)
        context_add(made, around->at[i].name, around->at[i].value);
    if (made == NULL)
        return;
    context_add_row(made, row);
    query->rows[query->row_count++] = made;
}

static int run_once(struct query *query, const struct context *around, sqlite3_stmt *statement)
{
    int step;
    bind(around, statement);
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
        add_answer(&query->answer, statement);
        keep_row(query, around, statement);
    }
    fg_buf_add_text(&query->answer, "--\n");
    return step;
}

static sqlite3_stmt *prepare(struct run *run, const struct query *query)
{
    struct fg_error err = {0};
    sqlite3_stmt *statement = NULL;
    fg_query_guard(run->audit->db);
    int status = fg_query_prepare(run->audit->db, run->audit->resources, query->name, &statement, &err);
    fg_query_unguard(run->audit->db);
    if (status < 0)
        tap_bail(query->name, &err);
    return statement;
}

/* Run the query for all that one other query's rows give, or for the root. Returns whether it ran. */
static bool run_fed(struct run *run, struct query *query)
{
    sqlite3_stmt *statement = prepare(run, query);
    if (feeds(&run->root, statement)) {
        run_once(query, &run->root, statement);
        query->ran = true;
    }
    for (size_t i = 0; !query->ran && i < run->count; i++) {
        struct query *other = &run->queries[i];
        if (other->row_count == 0 || !feeds(other->rows[0], statement))
            continue;
        for (size_t row = 0; row < other->row_count; row++)
            run_once(query, other->rows[row], statement);
        query->ran = true;
    }
    sqlite3_finalize(statement);
    return query->ran;
}

/* ---- the set of queries on one database ---- */

static void list_queries(struct run *run)
{
    const struct fg_resource *files;
    static const char folder[] = "sql/queries/";
    size_t count = fg_resources_list(run->audit->resources, folder, &files);
    run->queries = calloc(QUERIES_MAX, sizeof *run->queries);
    for (size_t i = 0; i < count && run->count < QUERIES_MAX; i++) {
        const char *name = files[i].path + sizeof folder - 1;
        size_t len = strlen(name);
        if (len < 5 || strcmp(name + len - 4, ".sql") != 0)
            continue;
        struct query *query = &run->queries[run->count++];
        snprintf(query->name, sizeof query->name, "%.*s", (int)len - 4, name);
        query->rows = calloc(ROWS_MAX, sizeof(struct context *));
    }
}

static struct run run_all(struct audit *audit, const char *lang)
{
    struct run run = {.audit = audit};
    list_queries(&run);
    make_root(&run, lang);
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < run.count; i++)
            if (!run.queries[i].ran)
                more |= run_fed(&run, &run.queries[i]);
    }
    return run;
}

static void run_done(struct run *run)
{
    for (size_t i = 0; i < run->count; i++) {
        for (size_t row = 0; row < run->queries[i].row_count; row++) {
            context_done(run->queries[i].rows[row]);
            free(run->queries[i].rows[row]);
        }
        free(run->queries[i].rows);
        fg_buf_done(&run->queries[i].answer);
    }
    free(run->queries);
    context_done(&run->root);
}

/* ---- the tests ---- */

static void check_views(struct tap *tap, struct audit *audit, const char *where)
{
    sqlite3_stmt *views = audit_prepare(audit, "select name, 'select * from \"' || name || '\"'"
                                               " from sqlite_schema where type = 'view' order by name");
    while (sqlite3_step(views) == SQLITE_ROW) {
        sqlite3_stmt *view = audit_prepare(audit, (const char *)sqlite3_column_text(views, 1));
        int step;
        while ((step = sqlite3_step(view)) == SQLITE_ROW)
            continue;
        tap_ok(tap, step == SQLITE_DONE, "view %s (%s)", sqlite3_column_text(views, 0), where);
        sqlite3_finalize(view);
    }
    sqlite3_finalize(views);
}

/* With :lang and the assessment alone; whatever else a query wants is null. */
static void check_queries(struct tap *tap, struct audit *audit, const char *where)
{
    struct run run = {.audit = audit};
    list_queries(&run);
    make_root(&run, "en");
    for (size_t i = 0; i < run.count; i++) {
        sqlite3_stmt *statement = prepare(&run, &run.queries[i]);
        int step = run_once(&run.queries[i], &run.root, statement);
        tap_ok(tap, step == SQLITE_DONE, "query %s (%s)", run.queries[i].name, where);
        sqlite3_finalize(statement);
    }
    run_done(&run);
}

/* Show the first line in which two answers differ. */
static void note_difference(const char *a, const char *b)
{
    size_t line = 0;
    for (size_t i = 0; a[i] != '\0' && a[i] == b[i]; i++)
        if (a[i] == '\n')
            line = i + 1;
    tap_note("forwards:  %.*s", (int)strcspn(a + line, "\n"), a + line);
    tap_note("backwards: %.*s", (int)strcspn(b + line, "\n"), b + line);
}

/* What was handed over is listed in its order. */
static bool tells_order(const char *name)
{
    return strcmp(name, "pack_inputs") == 0 || strcmp(name, "pack_missing") == 0;
}

static void compare_answers(struct tap *tap, struct audit *forwards, struct audit *backwards,
                            const char *lang)
{
    struct run a = run_all(forwards, lang), b = run_all(backwards, lang);
    for (size_t i = 0; i < a.count; i++) {
        const char *one = fg_buf_text(&a.queries[i].answer), *other = fg_buf_text(&b.queries[i].answer);
        if (!a.queries[i].ran)
            tap_ok(tap, true, "query %s (%s) # SKIP nothing in the samples feeds it", a.queries[i].name,
                   lang);
        else if (!tap_ok(tap, strcmp(one, other) == 0 || tells_order(a.queries[i].name), "query %s: in whatever order files come (%s)",
                         a.queries[i].name, lang))
            note_difference(one, other);
    }
    run_done(&a);
    run_done(&b);
}

int main(int argc, char **argv)
{
    struct tap tap = {0};
    struct audit empty, forwards, backwards;
    if (argc != 2) {
        fputs("usage: test_queries SAMPLES\n", stderr);
        return 2;
    }
    audit_open(&empty, ":memory:");
    check_views(&tap, &empty, "no assessment");
    check_queries(&tap, &empty, "no assessment");
    audit_assess(&empty, NULL, "");
    check_views(&tap, &empty, "nothing imported");
    check_queries(&tap, &empty, "nothing imported");
    audit_close(&empty);

    audit_open(&forwards, ":memory:");
    audit_open(&backwards, ":memory:");
    audit_import_folder(&forwards, argv[1], false);
    audit_import_folder(&backwards, argv[1], true);
    audit_assess(&forwards, NULL, "");
    audit_assess(&backwards, NULL, "");
    check_views(&tap, &forwards, "the samples");
    check_queries(&tap, &forwards, "the samples");
    compare_answers(&tap, &forwards, &backwards, "en");
    compare_answers(&tap, &forwards, &backwards, "ja");
    audit_close(&forwards);
    audit_close(&backwards);
    return tap_end(&tap);
}
