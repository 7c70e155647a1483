/* SPDX-License-Identifier: MIT */
#include "fargauge/assess.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assess/steps.h"
#include "fargauge/version.h"

/* A label stands for one assessment: labels name them on command lines. */
static int check_label(struct fg_store *store, const char *label, struct fg_error *err)
{
    struct fg_statement *query;
    if (label == NULL)
        return 0;
    if (fg_store_statement(store, "store/find_label", &query, err) < 0)
        return -1;
    fg_bind_text(query, "label", label);
    int step = fg_step(query, err);
    if (step > 0) {
        fg_error_set(err, FG_USAGE, "--label: %s: the assessment of %s has that label", label, fg_column_text(query, 0));
        fg_error_hint(err, "give this one another label");
    }
    fg_statement_reset(query);
    return step == 0 ? 0 : -1;
}

static int insert_assessment(struct fg_store *store, const struct fg_assess_options *options,
                             int64_t *ret_id, struct fg_error *err)
{
    struct fg_statement *insert;
    if (check_label(store, options->label, err) < 0 || fg_store_statement(store, "assess/10-assessment", &insert, err) < 0)
        return -1;
    fg_bind_text(insert, "label", options->label);
    fg_bind_text(insert, "as_of", options->as_of);
    fg_bind_text(insert, "generated_at", options->generated_at);
    fg_bind_text(insert, "tool_version", fg_version());
    if (options->max_age_days > 0)
        fg_bind_int(insert, "max_age_days", (int64_t)options->max_age_days);
    return fg_step_done(insert, ret_id, err);
}

int fg_assess_step(struct fg_store *store, const char *name, int64_t assessment, struct fg_error *err)
{
    struct fg_statement *statement;
    if (fg_store_statement(store, name, &statement, err) < 0)
        return -1;
    if (fg_statement_takes(statement, "assessment"))
        fg_bind_int(statement, "assessment", assessment);
    return fg_step_done(statement, NULL, err);
}

int fg_assess_steps(struct fg_store *store, char tens, int64_t assessment, struct fg_error *err)
{
    char prefix[] = "sql/assess/0";
    prefix[sizeof prefix - 2] = tens;
    const struct fg_resource *steps;
    size_t count = fg_resources_list(fg_store_resources(store), prefix, &steps);
    for (size_t i = 0; i < count; i++) {
        char name[128]; /* "assess/30-versions" */
        const char *path = steps[i].path + sizeof "sql/" - 1;
        snprintf(name, sizeof name, "%.*s", (int)(strlen(path) - (sizeof ".sql" - 1)), path);
        if (fg_assess_step(store, name, assessment, err) < 0)
            return -1;
    }
    return 0;
}

static int set_parameter(struct fg_store *store, const struct fg_parameter *parameter,
                         int64_t assessment, struct fg_error *err)
{
    struct fg_statement *update;
    if (fg_store_statement(store, "assess/21-parameter", &update, err) < 0)
        return -1;
    fg_bind_int(update, "assessment", assessment);
    fg_bind_text(update, "control", parameter->control);
    fg_bind_text(update, "name", parameter->name);
    fg_bind_text(update, "value", parameter->value);
    if (fg_step_done(update, NULL, err) < 0)
        return -1;
    if (sqlite3_changes(fg_store_handle(store)) == 1)
        return 0;
    fg_error_set(err, FG_USAGE, "parameter: %s.%s: no control has it", parameter->control,
                 parameter->name);
    return fg_error_hint(err, "see the parameters with: fargauge controls %s", parameter->control);
}

static int choose(struct fg_store *store, const struct fg_selection *selection, int64_t assessment,
                  struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_store_statement(store, "assess/22-selection", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "assessment", assessment);
    fg_bind_text(insert, "kind", selection->kind);
    fg_bind_text(insert, "value", selection->value);
    int before = sqlite3_total_changes(fg_store_handle(store));
    if (fg_step_done(insert, NULL, err) < 0)
        return -1;
    if (sqlite3_total_changes(fg_store_handle(store)) > before)
        return 0;
    fg_error_set(err, FG_USAGE, "--%s: %s: nothing of that name is computed, or it was named twice", selection->kind,
                 selection->value);
    return fg_error_hint(err, "see controls, frameworks and severities with: fargauge controls");
}

static int choose_controls(struct fg_store *store, const struct fg_assess_options *options, int64_t assessment,
                           struct fg_error *err)
{
    for (size_t i = 0; i < options->selection_count; i++)
        if (choose(store, &options->selection[i], assessment, err) < 0)
            return -1;
    int before = sqlite3_total_changes(fg_store_handle(store));
    if (fg_assess_step(store, "assess/23-chosen-controls", assessment, err) < 0)
        return -1;
    if (sqlite3_total_changes(fg_store_handle(store)) > before)
        return fg_assess_step(store, "assess/24-reasons", assessment, err);
    fg_error_set(err, FG_USAGE, "selection: no control meets all of it");
    return fg_error_hint(err, "see controls, frameworks and severities with: fargauge controls");
}

struct control {
    char id[32];
    char view[64];
    int64_t base;       /* where its results begin */
    bool judged_by_aws;
};

/* The computed controls; *ret_controls is the caller's to free(). The list is read to its end first,
 * because the statements that follow write. */
static int list_controls(struct fg_store *store, int64_t assessment, struct control **ret_controls,
                         size_t *ret_count, struct fg_error *err)
{
    struct fg_statement *query;
    struct control *controls = NULL;
    size_t count = 0;
    if (fg_store_statement(store, "assess/50-controls", &query, err) < 0)
        return -1;
    fg_bind_int(query, "assessment", assessment);
    int step;
    while ((step = fg_step(query, err)) > 0) {
        struct control *more = realloc(controls, (count + 1) * sizeof *controls);
        if (more == NULL) {
            step = fg_error_memory(err);
            break;
        }
        controls = more;
        controls[count] = (struct control){
            .base = fg_column_int(query, 2),
            .judged_by_aws = fg_column_or_null(query, 3) != NULL,
        };
        strncpy(controls[count].id, fg_column_text(query, 0), sizeof controls->id - 1);
        strncpy(controls[count].view, fg_column_text(query, 1), sizeof controls->view - 1);
        count++;
    }
    if (step < 0) {
        fg_statement_reset(query);
        free(controls);
        return -1;
    }
    *ret_controls = controls;
    *ret_count = count;
    return 0;
}

/* Whether its view is a rule of the user's own: the program's have a file each. */
static bool is_own(struct fg_store *store, const struct control *control)
{
    char path[64];
    snprintf(path, sizeof path, "sql/controls/%s.sql", control->id);
    return fg_resources_find(fg_store_resources(store), path) == NULL;
}

/* A rule of the user's that fails with what stands in this audit is no defect of the program's. */
static int failed_rule(const struct control *control, struct fg_error *err)
{
    if (err == NULL || err->code != FG_INTERNAL)
        return -1;
    struct fg_error why = *err;
    fg_error_set(err, FG_USAGE, "controls: %s: %.300s", control->id, why.message);
    return fg_error_hint(err, "mend the control's view: sql/README.md tells what a control of one's own consists of");
}

/* One's own may be a view that never ends. */
static int run_view(struct fg_store *store, const struct control *control, struct fg_statement *insert, struct fg_error *err)
{
    if (!is_own(store, control))
        return fg_step_done(insert, NULL, err);
    if (fg_store_bound(store, err) < 0)
        return -1;
    int status = fg_step_done(insert, NULL, err);
    fg_store_unbound(store);
    if (status == 0)
        return 0;
    fg_store_bound_error(store, "controls", control->id, err);
    return failed_rule(control, err);
}

static int judge_control(struct fg_store *store, const struct control *control, int64_t assessment,
                         struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_store_statement_for(store, "assess/51-results", control->view, &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "assessment", assessment);
    fg_bind_text(insert, "control", control->id);
    fg_bind_int(insert, "base", control->base);
    fg_bind_text(insert, "judged_by_aws", control->judged_by_aws ? control->id : NULL);
    if (run_view(store, control, insert, err) < 0 ||
        fg_store_statement(store, "assess/52-not-in-inventory", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "assessment", assessment);
    fg_bind_text(insert, "control", control->id);
    return fg_step_done(insert, NULL, err);
}

static int judge_controls(struct fg_store *store, int64_t assessment, struct fg_error *err)
{
    struct control *controls;
    size_t count;
    if (list_controls(store, assessment, &controls, &count, err) < 0)
        return -1;
    int status = 0;
    for (size_t i = 0; status == 0 && i < count; i++)
        status = judge_control(store, &controls[i], assessment, err);
    free(controls);
    return status;
}

/* The new assessment with its parameters and the controls that it will judge. */
static int set_up(struct fg_store *store, const struct fg_assess_options *options, int64_t *ret_id,
                  struct fg_error *err)
{
    if (insert_assessment(store, options, ret_id, err) < 0 ||
        fg_assess_step(store, "assess/20-parameters", *ret_id, err) < 0)
        return -1;
    for (size_t i = 0; i < options->parameter_count; i++)
        if (set_parameter(store, &options->parameters[i], *ret_id, err) < 0)
            return -1;
    return choose_controls(store, options, *ret_id, err);
}

/* An assessment of nothing is evidence only where an inventory says that there is nothing: no other shall have a name. */
static int look_for_nothing(struct fg_store *store, const struct fg_assess_options *options, int64_t assessment,
                            struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "assess/60-nothing", &query, err) < 0)
        return -1;
    fg_bind_int(query, "assessment", assessment);
    int step = fg_step(query, err);
    bool nothing = step > 0 && fg_column_int(query, 0);
    fg_statement_reset(query);
    if (step < 0 || !nothing)
        return step < 0 ? -1 : 0;
    if (options->nothing == FG_NOTHING_STORED || options->label == NULL)
        return 0;
    if (options->nothing == FG_NOTHING_UNNAMED)
        return fg_assess_step(store, "assess/82-free-label", assessment, err);
    fg_error_set(err, FG_USAGE, "--label: %s: there is nothing to judge: no inventory of ECS or AWS Config was captured at or before the "
                                "as-of time", options->label);
    return fg_error_hint(err, "import one first, an empty one where there is nothing: fargauge import INPUT --db FILE; see --as-of");
}

struct assessing {
    const struct fg_assess_options *options;
    int64_t id;
};

static int run_steps(struct fg_store *store, void *context, struct fg_error *err)
{
    struct assessing *assessing = context;
    int64_t *id = &assessing->id;
    if (set_up(store, assessing->options, id, err) < 0 || fg_store_run(store, "assess/25-forget-facts", err) < 0 ||
        fg_assess_steps(store, '3', *id, err) < 0 || fg_assess_steps(store, '4', *id, err) < 0 ||
        judge_controls(store, *id, err) < 0 || look_for_nothing(store, assessing->options, *id, err) < 0)
        return -1;
    return fg_assess_steps(store, '7', *id, err);
}

int fg_assess_check(struct fg_store *store, const struct fg_assess_options *options, struct fg_error *err)
{
    int64_t id;
    if (fg_store_begin(store, err) < 0)
        return -1;
    int status = set_up(store, options, &id, err);
    fg_store_rollback(store);
    return status;
}

/* Foreign keys are not looked up meanwhile: every key that the steps write was just read from the table it points to, and
 * looking it up again costs a third of the time. */
int fg_assess(struct fg_store *store, const struct fg_assess_options *options, int64_t *ret_id,
              struct fg_error *err)
{
    struct assessing assessing = {.options = options};
    if (fg_store_run(store, "assess/05-room", err) < 0)
        return -1;
    int status = fg_store_unkeyed(store, run_steps, &assessing, err);
    *ret_id = assessing.id;
    if (fg_store_run(store, "assess/90-room-back", status == 0 ? err : NULL) < 0)
        return -1;
    return status;
}
