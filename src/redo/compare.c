/* SPDX-License-Identifier: MIT */
/* What was made again beside what was packed, row by row. */
#include <stdlib.h>
#include <string.h>

#include "fargauge/buf.h"
#include "redo/redo.h"

/* A file of sql/redo/rows and what its rows are called. */
struct kind {
    char statement[64]; /* "redo/rows/35-result" */
    char words[48];     /* "result" */
};

static void name_kind(const char *path, struct kind *kind)
{
    const char *name = strrchr(path, '/') + 1;
    const char *words = strchr(name, '-') + 1;
    size_t statement = strlen(path) - strlen("sql/") - strlen(".sql"), length = strlen(words) - strlen(".sql");
    memset(kind, 0, sizeof *kind);
    memcpy(kind->statement, path + strlen("sql/"), statement < sizeof kind->statement ? statement : 0);
    memcpy(kind->words, words, length < sizeof kind->words ? length : 0);
    for (char *at = kind->words; *at != '\0'; at++)
        *at = *at == '-' ? ' ' : *at;
}

static int gather(struct fg_store *store, const struct kind *kind, const char *side, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_store_statement_for(store, kind->statement, side, &insert, err) < 0)
        return -1;
    return fg_step_done(insert, NULL, err);
}

static void tell_difference(const struct kind *kind, struct fg_statement *query, struct fg_findings *findings)
{
    static const struct {
        const char *finding, *words;
    } told[] = {
        {"missing", "it comes out when the inputs are imported and judged again, but the pack lacks it"},
        {"added", "it does not come out when the inputs are imported and judged again"},
    };
    FG_BUF_AUTO which = FG_BUF_INIT;
    const char *finding = fg_column_text(query, 1), *detail = fg_column_text(query, 2), *words = NULL;
    const char *label = "another";
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        if (strcmp(told[i].finding, finding) == 0) {
            label = told[i].finding;
            words = told[i].words;
        }
    fg_buf_printf(&which, "%s: %s", kind->words, fg_column_text(query, 0));
    fg_findings_add(findings, label, fg_buf_text(&which), "%s", words != NULL ? words : detail);
}

static int tell_differences(struct fg_redo *redo, const struct kind *kind, int64_t all, struct fg_findings *findings,
                            struct fg_error *err)
{
    struct fg_statement *query;
    int64_t told = 0;
    int step;
    if (fg_store_statement(redo->store, "redo/rows_differences", &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0) {
        tell_difference(kind, query, findings);
        told++;
    }
    if (step == 0 && all > told)
        fg_findings_add(findings, "another", kind->words, "and %lld more rows", (long long)(all - told));
    return step;
}

static int compare_kind(struct fg_redo *redo, const struct kind *kind, struct fg_findings *findings, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_run(redo->store, "redo/rows_begin", err) < 0 || gather(redo->store, kind, "audit", err) < 0 ||
        gather(redo->store, kind, "main", err) < 0 || fg_store_statement(redo->store, "redo/rows_counts", &query, err) < 0)
        return -1;
    if (fg_step(query, err) < 0)
        return -1;
    int64_t packed = fg_column_int(query, 0), differ = fg_column_int(query, 2);
    fg_statement_reset(query);
    int64_t same = packed > differ ? packed - differ : 0;
    if (strcmp(kind->words, "result") == 0) {
        redo->results = packed;
        redo->same = same;
    }
    return differ == 0 ? 0 : tell_differences(redo, kind, differ, findings, err);
}

/* ---- Whole rows ---- */

struct names {
    char **list;
    size_t count;
};

static int list_tables(struct fg_store *store, struct names *names, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, "redo/tables", &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0) {
        char **list = realloc(names->list, (names->count + 1) * sizeof *list);
        if (list != NULL) {
            names->list = list;
            list[names->count] = strdup(fg_column_text(query, 0));
        }
        if (list == NULL || list[names->count++] == NULL) {
            fg_statement_reset(query);
            return fg_error_memory(err);
        }
    }
    return step;
}

/* How many rows of the table do not come out, are missing, and are there once more. */
static int differ(struct fg_store *store, const char *table, int64_t counts[3], struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement_for(store, "redo/table_differences", table, &query, err) < 0 || fg_step(query, err) < 0)
        return -1;
    for (int i = 0; i < 3; i++)
        counts[i] = fg_column_int(query, i);
    fg_statement_reset(query);
    return 0;
}

static int compare_tables(struct fg_redo *redo, const struct names *names, struct fg_findings *findings,
                          struct fg_error *err)
{
    for (size_t i = 0; i < names->count; i++) {
        FG_BUF_AUTO which = FG_BUF_INIT;
        int64_t counts[3];
        if (differ(redo->store, names->list[i], counts, err) < 0)
            return -1;
        fg_buf_printf(&which, "table %s", names->list[i]);
        if (counts[0] + counts[1] > 0)
            fg_findings_add(findings, "another", fg_buf_text(&which), "%lld of its rows do not come out, %lld are missing",
                            (long long)counts[0], (long long)counts[1]);
        else if (counts[2] != 0)
            fg_findings_add(findings, "another", fg_buf_text(&which), "%lld rows %s",
                            (long long)(counts[2] > 0 ? counts[2] : -counts[2]),
                            counts[2] > 0 ? "are there once more than they come out" : "come out once more than they are there");
    }
    return 0;
}

/* Rows say the same, under other numbers. */
static int find_reordered(struct fg_redo *redo, struct fg_findings *findings, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(redo->store, "redo/order", &query, err) < 0 || fg_step(query, err) < 0)
        return -1;
    if (fg_column_int(query, 0) > 0)
        fg_findings_add(findings, "reordered", "handed over",
                        "%lld files are in the database in another order than they are said to have come in",
                        (long long)fg_column_int(query, 0));
    fg_statement_reset(query);
    return 0;
}

/* What the kinds above do not hold, whole rows with their numbers: an honest pack has the same. */
static int compare_whole(struct fg_redo *redo, struct fg_findings *findings, struct fg_error *err)
{
    struct names names = {0};
    int status = find_reordered(redo, findings, err);
    if (status == 0)
        status = list_tables(redo->store, &names, err);
    if (status == 0)
        status = compare_tables(redo, &names, findings, err);
    for (size_t i = 0; i < names.count; i++)
        free(names.list[i]);
    free(names.list);
    return status;
}

static void tell_hole(struct fg_statement *query, struct fg_findings *findings)
{
    FG_BUF_AUTO which = FG_BUF_INIT;
    const char *first = fg_column_text(query, 0), *last = fg_column_text(query, 1);
    bool one = strcmp(first, last) == 0;
    if (one)
        fg_buf_printf(&which, "assessment %s", first);
    else
        fg_buf_printf(&which, "assessments %s to %s", first, last);
    fg_findings_add(findings, "dropped", fg_buf_text(&which), "there are later ones, but not %s", one ? "this" : "these");
}

static int find_holes(struct fg_redo *redo, struct fg_findings *findings, struct fg_error *err)
{
    struct fg_statement *query;
    int64_t holes = 0, told = 0;
    int step;
    if (fg_store_statement(redo->store, "redo/holes", &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0) {
        tell_hole(query, findings);
        holes = fg_column_int(query, 2);
        told++;
    }
    if (step == 0 && holes > told)
        fg_findings_add(findings, "dropped", "assessments", "and %lld more such gaps", (long long)(holes - told));
    return step;
}

int fg_redo_count(struct fg_redo *redo, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(redo->store, "redo/counts", &query, err) < 0 || fg_step(query, err) < 0)
        return -1;
    redo->results = redo->same = fg_column_int(query, 0);
    redo->records = fg_column_int(query, 1);
    fg_statement_reset(query);
    return 0;
}

int fg_redo_compare(struct fg_redo *redo, struct fg_findings *findings, struct fg_error *err)
{
    const struct fg_resource *files;
    size_t count = fg_resources_list(fg_store_resources(redo->store), "sql/redo/rows/", &files);
    size_t before = findings->count;
    if (find_holes(redo, findings, err) < 0)
        return -1;
    for (size_t i = 0; i < count; i++) {
        struct kind kind;
        name_kind(files[i].path, &kind);
        if (compare_kind(redo, &kind, findings, err) < 0)
            return -1;
    }
    if (findings->count == before && strcmp(redo->packed_ruleset, redo->ruleset) == 0 &&
        compare_whole(redo, findings, err) < 0)
        return -1;
    return fg_findings_check(findings, err);
}
