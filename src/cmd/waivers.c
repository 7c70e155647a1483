/* SPDX-License-Identifier: MIT */
/* fargauge waivers: waiver files checked before they are handed over, and the waivers of an audit. SQL finds
 * and lays out all that is printed. */
#include <string.h>

#include "cmd/steps.h"

struct waivers_options {
    const char *db;
    char as_of[FG_TIME_SIZE];
    const char *lang;
};

#define AT(member) offsetof(struct waivers_options, member)

static const struct fg_option options[] = {
    {"db", FG_OPTION_OUTPUT, AT(db), "FILE"},
    {"as-of", FG_OPTION_TIME, AT(as_of), "TIME"},
    {"lang", FG_OPTION_CHOICE, AT(lang), "en|ja"},
    {NULL, FG_OPTION_FLAG, 0, ""},
};

static const char *lang_of(const struct waivers_options *chosen)
{
    return chosen->lang == NULL ? "en" : chosen->lang;
}

/* Print the lines of a query: text, whether it is an alarm, and whether it is something to mend, which is added
 * to *ret_issues. */
static int print_lines(const struct fg_run *run, struct fg_statement *query, int64_t *ret_issues,
                       struct fg_error *err)
{
    int step;
    while ((step = fg_step(query, err)) > 0) {
        enum fg_style style = fg_column_int(query, 1) > 0 ? FG_STYLE_ALARM : FG_STYLE_PLAIN;
        fg_log_styled(run->log, style, fg_column_text(query, 0));
        *ret_issues += fg_column_int(query, 2);
    }
    return step;
}

/* ---- lint ---- */

/* How the files went. */
struct linted {
    const struct fg_run *run;
    int64_t refused;
    int64_t rejected;
};

static void on_file(void *context, const struct fg_ingest_report *report)
{
    struct linted *linted = context;
    linted->rejected += report->rejected;
    if (report->outcome != FG_INGEST_REFUSED)
        return;
    linted->refused++;
    fg_log_error(linted->run->log, &report->refusal);
}

static int load_files(struct fg_store *store, const struct fg_inputs *inputs, struct linted *linted,
                      struct fg_error *err)
{
    struct fg_ingest_options loading = {.waivers_only = true, .on_file = on_file, .context = linted};
    if (fg_ingest_next_run(store, &loading.run, err) < 0)
        return -1;
    return fg_ingest_files(store, inputs->paths, inputs->count, &loading, err);
}

/* An assessment to judge the files in, made of what the audit's newest one says where there is an audit. */
static int make_assessment(struct fg_store *store, const struct waivers_options *chosen,
                           struct fg_error *err)
{
    struct fg_statement *insert;
    char as_of[FG_TIME_SIZE];
    int64_t now;
    if (fg_time_now(&now, err) < 0)
        return -1;
    fg_time_format(now, as_of);
    if (fg_store_statement(store, "store/lint_assessment", &insert, err) < 0)
        return -1;
    fg_bind_text(insert, "as_of", chosen->as_of[0] != '\0' ? chosen->as_of : as_of);
    if (fg_step_done(insert, NULL, err) < 0)
        return -1;
    return chosen->db == NULL ? 0 : fg_store_copy_results(store, chosen->db, err);
}

/* An assessment's steps that are about waivers, in their order. */
static int run_steps(struct fg_store *store, struct fg_error *err)
{
    static const char *const steps[] = {"assess/70-waiver-matches", "assess/70-waivers",
                                        "assess/71-waiver-facts", "assess/72-waiver-issues"};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        struct fg_statement *statement;
        if (fg_store_statement(store, steps[i], &statement, err) < 0)
            return -1;
        if (fg_statement_takes(statement, "assessment"))
            fg_bind_int(statement, "assessment", 1); /* the one that was made */
        if (fg_step_done(statement, NULL, err) < 0)
            return -1;
    }
    return 0;
}

/* Let the waivers cover what they cover, and print what is wrong with them. */
static int judge(const struct fg_run *run, struct fg_store *store, const struct waivers_options *chosen,
                 int64_t *ret_issues, struct fg_error *err)
{
    struct fg_statement *statement;
    int64_t none = 0;
    if (run_steps(store, err) < 0 ||
        fg_store_statement(store, "queries/waivers_lint", &statement, err) < 0)
        return -1;
    fg_bind_text(statement, "lang", lang_of(chosen));
    fg_bind_int(statement, "with_audit", chosen->db != NULL);
    if (print_lines(run, statement, ret_issues, err) < 0 ||
        fg_store_statement(store, "queries/waivers_lint_summary", &statement, err) < 0)
        return -1;
    fg_bind_text(statement, "lang", lang_of(chosen));
    fg_bind_int(statement, "issues", *ret_issues);
    return print_lines(run, statement, &none, err);
}

/* All of it in a database that goes away. */
static int lint(const struct fg_run *run, const struct waivers_options *chosen,
                const struct fg_inputs *inputs, struct fg_error *err)
{
    struct linted linted = {.run = run};
    struct fg_store *store;
    int64_t issues = 0;
    if (fg_store_open("", true, run->resources, &store, err) < 0)
        return -1;
    int status = make_assessment(store, chosen, err);
    if (status == 0)
        status = load_files(store, inputs, &linted, err);
    if (status == 0)
        status = judge(run, store, chosen, &issues, err);
    fg_store_close(store);
    if (status < 0)
        return -1;
    if (linted.refused + linted.rejected > 0)
        return FG_INPUT;
    return issues > 0 ? FG_FAILED_CONTROLS : FG_OK;
}

static int run_lint(const struct fg_run *run, const struct waivers_options *chosen, struct fg_error *err)
{
    struct fg_inputs inputs;
    if (run->argument_count < 2) {
        fg_error_set(err, FG_USAGE, "waivers lint: a file is missing");
        return fg_error_hint(err, "write: fargauge waivers lint FILE... [--db FILE] [--as-of TIME]");
    }
    if (fg_inputs_find((const char *const *)run->arguments + 1, run->argument_count - 1, &inputs, err) < 0)
        return -1;
    int code = lint(run, chosen, &inputs, err);
    fg_inputs_done(&inputs);
    return code;
}

/* ---- list ---- */

static int check_list(const struct fg_run *run, const struct waivers_options *chosen, struct fg_error *err)
{
    if (run->argument_count > 1)
        fg_error_set(err, FG_USAGE, "waivers list: too many arguments");
    else if (chosen->db == NULL)
        fg_error_set(err, FG_USAGE, "waivers list: --db is missing");
    else if (chosen->as_of[0] != '\0')
        fg_error_set(err, FG_USAGE, "waivers list: --as-of: it is for lint");
    else
        return 0;
    return fg_error_hint(err, "write: fargauge waivers list --db FILE; it speaks of the newest assessment");
}

static int list(const struct fg_run *run, struct fg_store *store, const struct waivers_options *chosen,
                struct fg_error *err)
{
    static const char *const queries[] = {"queries/waivers_list", "queries/waivers_list_summary"};
    int64_t none = 0;
    if (fg_step_need_assessment(store, "waivers", chosen->db, err) < 0)
        return -1;
    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
        struct fg_statement *query;
        if (fg_store_statement(store, queries[i], &query, err) < 0)
            return -1;
        fg_bind_text(query, "lang", lang_of(chosen));
        if (print_lines(run, query, &none, err) < 0)
            return -1;
    }
    return 0;
}

static int run_list(const struct fg_run *run, const struct waivers_options *chosen, struct fg_error *err)
{
    struct fg_store *store;
    if (check_list(run, chosen, err) < 0 ||
        fg_store_open(chosen->db, false, run->resources, &store, err) < 0)
        return -1;
    int status = fg_store_begin_read(store, err);
    if (status == 0) {
        status = list(run, store, chosen, err);
        fg_store_rollback(store); /* it only read */
    }
    return fg_store_close_after(store, status, err) < 0 ? -1 : FG_OK;
}

static int run_waivers(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    if (strcmp(run->arguments[0], "lint") == 0)
        return run_lint(run, parsed, err);
    if (strcmp(run->arguments[0], "list") == 0)
        return run_list(run, parsed, err);
    fg_error_set(err, FG_USAGE, "waivers: %s: neither lint nor list", run->arguments[0]);
    return fg_error_hint(err, "write: fargauge waivers lint FILE..., or: fargauge waivers list --db FILE");
}

const struct fg_command fg_command_waivers = {
    .name = "waivers",
    .options = options,
    .options_size = sizeof(struct waivers_options),
    .least = 1,
    .most = 65535,
    .argument_kind = FG_OPTION_INPUT,
    .run = run_waivers,
};
