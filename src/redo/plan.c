/* SPDX-License-Identifier: MIT */
#include "redo/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The list with room for one more of `size` bytes, zeroed; NULL where there is none. */
static void *grow(const void *list, size_t count, size_t size, struct fg_error *err)
{
    char *more = realloc((void *)list, (count + 1) * size);
    if (more == NULL) {
        fg_error_memory(err);
        return NULL;
    }
    memset(more + count * size, 0, size);
    return more;
}

/* A copy of a column; NULL stays NULL, and so does what has no memory. */
static char *copy_column(struct fg_statement *query, int column)
{
    const char *text = fg_column_or_null(query, column);
    return text == NULL ? NULL : strdup(text);
}

/* What no import can have had is a forged database's: it does not lift a limit here. */
static uint64_t limit(struct fg_statement *query, int column, uint64_t usual)
{
    int64_t value = fg_column_int(query, column);
    return value < 1 ? usual : (uint64_t)value;
}

static int read_run(struct fg_plan *plan, struct fg_statement *query, struct fg_error *err)
{
    struct fg_plan_run *runs = grow(plan->runs, plan->run_count, sizeof *runs, err);
    if (runs == NULL)
        return -1;
    plan->runs = runs;
    struct fg_plan_run *run = &runs[plan->run_count++];
    run->run = fg_column_int(query, 0);
    run->limits = (struct fg_limits){
        .record = limit(query, 2, fg_default_limits.record),
        .string = limit(query, 3, fg_default_limits.string),
        .depth = limit(query, 4, fg_default_limits.depth),
        .total = limit(query, 5, fg_default_limits.total),
        .ratio = limit(query, 6, fg_default_limits.ratio),
        .members = limit(query, 7, fg_default_limits.members),
    };
    if (run->limits.depth > fg_default_limits.depth)
        run->limits.depth = fg_default_limits.depth;
    return 0;
}

static int read_file(struct fg_plan *plan, struct fg_statement *query, struct fg_error *err)
{
    struct fg_plan_file *files = grow(plan->files, plan->file_count, sizeof *files, err);
    if (files == NULL)
        return -1;
    plan->files = files;
    struct fg_plan_file *file = &files[plan->file_count++];
    file->run = fg_column_int(query, 0);
    file->position = fg_column_int(query, 1);
    file->path = copy_column(query, 2);
    file->sha256 = copy_column(query, 3);
    file->is_archive = fg_column_int(query, 5) != 0;
    file->captured_at = copy_column(query, 6);
    file->as_waivers = fg_column_int(query, 7) != 0;
    bool complete = file->path != NULL && file->sha256 != NULL &&
                    (file->captured_at != NULL || fg_column_or_null(query, 6) == NULL);
    return complete ? 0 : fg_error_memory(err);
}

static int read_assessment(struct fg_plan *plan, struct fg_statement *query, struct fg_error *err)
{
    struct fg_plan_assessment *assessments = grow(plan->assessments, plan->assessment_count, sizeof *assessments, err);
    if (assessments == NULL)
        return -1;
    plan->assessments = assessments;
    struct fg_plan_assessment *assessment = &assessments[plan->assessment_count++];
    struct fg_assess_options *options = &assessment->options;
    options->label = copy_column(query, 1);
    options->as_of = copy_column(query, 2);
    options->generated_at = copy_column(query, 3);
    options->max_age_days = (uint64_t)fg_column_int(query, 4);
    assessment->id = fg_column_int(query, 0);
    assessment->run = fg_column_int(query, 5);
    assessment->run_unknown = fg_column_int(query, 6) != 0;
    snprintf(assessment->rules, sizeof assessment->rules, "%s", fg_column_text(query, 7));
    bool complete = options->generated_at != NULL && (options->label != NULL || fg_column_or_null(query, 1) == NULL) &&
                    (options->as_of != NULL || fg_column_or_null(query, 2) == NULL);
    return complete ? 0 : fg_error_memory(err);
}

static int read_withdrawal(struct fg_plan *plan, struct fg_statement *query, struct fg_error *err)
{
    struct fg_plan_withdrawal *withdrawals = grow(plan->withdrawals, plan->withdrawal_count, sizeof *withdrawals, err);
    if (withdrawals == NULL)
        return -1;
    plan->withdrawals = withdrawals;
    struct fg_plan_withdrawal *one = &withdrawals[plan->withdrawal_count++];
    one->run = fg_column_int(query, 0);
    one->after = fg_column_int(query, 1);
    one->withdrawal = (struct fg_withdrawal){fg_column_int(query, 2), copy_column(query, 3), copy_column(query, 4),
                                             copy_column(query, 5)};
    bool complete = one->withdrawal.reason != NULL && one->withdrawal.by != NULL && one->withdrawal.at != NULL;
    return complete ? 0 : fg_error_memory(err);
}

typedef int read_fn(struct fg_plan *plan, struct fg_statement *query, struct fg_error *err);

static int read_all(struct fg_store *store, const char *name, read_fn *read, struct fg_plan *plan, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, name, &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0)
        if (read(plan, query, err) < 0) {
            fg_statement_reset(query);
            return -1;
        }
    return step;
}

static int out_of_memory(struct fg_statement *query, struct fg_error *err)
{
    fg_statement_reset(query);
    return fg_error_memory(err);
}

static int read_parameters(struct fg_store *store, struct fg_plan_assessment *assessment, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, "redo/parameters", &query, err) < 0)
        return -1;
    fg_bind_int(query, "assessment", assessment->id);
    while ((step = fg_step(query, err)) > 0) {
        struct fg_assess_options *options = &assessment->options;
        struct fg_parameter *list = grow(options->parameters, options->parameter_count, sizeof *list, err);
        if (list == NULL)
            break;
        options->parameters = list;
        list += options->parameter_count++;
        *list = (struct fg_parameter){copy_column(query, 0), copy_column(query, 1), copy_column(query, 2)};
        if (list->control == NULL || list->name == NULL || list->value == NULL)
            break;
    }
    return step > 0 ? out_of_memory(query, err) : step;
}

static int read_selection(struct fg_store *store, struct fg_plan_assessment *assessment, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, "redo/selection", &query, err) < 0)
        return -1;
    fg_bind_int(query, "assessment", assessment->id);
    while ((step = fg_step(query, err)) > 0) {
        struct fg_assess_options *options = &assessment->options;
        struct fg_selection *list = grow(options->selection, options->selection_count, sizeof *list, err);
        if (list == NULL)
            break;
        options->selection = list;
        list += options->selection_count++;
        *list = (struct fg_selection){copy_column(query, 0), copy_column(query, 1)};
        if (list->kind == NULL || list->value == NULL)
            break;
    }
    return step > 0 ? out_of_memory(query, err) : step;
}

int fg_plan_read(struct fg_store *store, struct fg_plan *ret_plan, struct fg_error *err)
{
    struct fg_plan *plan = ret_plan;
    *plan = (struct fg_plan){0};
    if (read_all(store, "redo/runs", read_run, plan, err) < 0 || read_all(store, "redo/handed", read_file, plan, err) < 0 ||
        read_all(store, "redo/assessments", read_assessment, plan, err) < 0 ||
        read_all(store, "redo/withdrawals", read_withdrawal, plan, err) < 0)
        return -1;
    for (size_t i = 0; i < plan->assessment_count; i++)
        if (read_parameters(store, &plan->assessments[i], err) < 0 ||
            read_selection(store, &plan->assessments[i], err) < 0)
            return -1;
    return 0;
}

/* The options point to texts that are ours. */
static void options_done(struct fg_assess_options *options)
{
    for (size_t i = 0; i < options->parameter_count; i++) {
        free((char *)options->parameters[i].control);
        free((char *)options->parameters[i].name);
        free((char *)options->parameters[i].value);
    }
    for (size_t i = 0; i < options->selection_count; i++) {
        free((char *)options->selection[i].kind);
        free((char *)options->selection[i].value);
    }
    free((struct fg_parameter *)options->parameters);
    free((struct fg_selection *)options->selection);
    free((char *)options->label);
    free((char *)options->as_of);
    free((char *)options->generated_at);
}

void fg_plan_done(struct fg_plan *plan)
{
    for (size_t i = 0; i < plan->file_count; i++) {
        free(plan->files[i].path);
        free(plan->files[i].sha256);
        free(plan->files[i].captured_at);
    }
    for (size_t i = 0; i < plan->assessment_count; i++)
        options_done(&plan->assessments[i].options);
    for (size_t i = 0; i < plan->withdrawal_count; i++) {
        free((char *)plan->withdrawals[i].withdrawal.reason);
        free((char *)plan->withdrawals[i].withdrawal.by);
        free((char *)plan->withdrawals[i].withdrawal.at);
    }
    free(plan->withdrawals);
    free(plan->runs);
    free(plan->files);
    free(plan->assessments);
    *plan = (struct fg_plan){0};
}
