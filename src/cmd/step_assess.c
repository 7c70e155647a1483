/* SPDX-License-Identifier: MIT */
#include "cmd/steps.h"

#include <stdlib.h>
#include <string.h>

#include "fargauge/buf.h"

static int no_assessment(struct fg_store *store, const char *command, const char *db, struct fg_error *err)
{
    int64_t withdrawn;
    if (fg_store_number(store, "queries/count_withdrawn", &withdrawn, err) < 0)
        return -1;
    if (withdrawn == 0) {
        fg_error_set(err, FG_USAGE, "%s: %s: there is no assessment in the database yet", command, db);
        return fg_error_hint(err, "assess first: fargauge assess --db FILE");
    }
    fg_error_set(err, FG_USAGE, "%s: %s: the newest assessment was withdrawn", command, db);
    return fg_error_hint(err, "assess again: fargauge assess --db FILE; see them with: fargauge status --db FILE --assessments");
}

int fg_step_need_assessment(struct fg_store *store, const char *command, const char *db, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "queries/newest_assessment", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    fg_statement_reset(query);
    if (step != 0)
        return step < 0 ? -1 : 0;
    return no_assessment(store, command, db, err);
}

int fg_step_verdict(struct fg_store *store, int *ret_code, struct fg_error *err)
{
    int64_t failed;
    if (fg_store_number(store, "queries/count_failed", &failed, err) < 0)
        return -1;
    *ret_code = failed > 0 ? FG_FAILED_CONTROLS : FG_OK;
    return 0;
}

/* The screen's table: lines are laid out by SQL. */
static int tell_counts(const struct fg_run *run, struct fg_store *store, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, "queries/screen_counts", &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0) {
        enum fg_style style = fg_column_int(query, 1) > 0 ? FG_STYLE_ALARM : FG_STYLE_PLAIN;
        fg_log_styled(run->log, style, fg_column_text(query, 0));
    }
    return step;
}

/* What no evidence stands behind does not have the label that it was to have. */
static int tell_label(const struct fg_run *run, struct fg_store *store, const char *label, struct fg_error *err)
{
    struct fg_statement *query;
    struct fg_error note;
    if (fg_store_statement(store, "store/find_label", &query, err) < 0)
        return -1;
    fg_bind_text(query, "label", label);
    int step = fg_step(query, err);
    fg_statement_reset(query);
    if (step == 0) {
        fg_error_set(&note, FG_OK, "--label: %s: not given to this assessment, since no inventory stands behind it", label);
        fg_error_hint(&note, "the next one may have it");
        fg_log_error(run->log, &note);
    }
    return step < 0 ? -1 : 0;
}

/* An assessment of nothing looks like one without failures: say so, whatever --quiet says. */
static int tell_emptiness(const struct fg_run *run, struct fg_store *store, const char *label, struct fg_error *err)
{
    struct fg_statement *query;
    struct fg_error note;
    if (fg_store_statement(store, "queries/count_judged", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    bool empty = step > 0 && fg_column_int(query, 0) == 0;
    fg_statement_reset(query);
    if (empty) {
        fg_error_set(&note, FG_OK, "nothing was judged: no export, at or before the as-of time, of what the controls judge");
        fg_error_hint(&note, "is this the right folder? exports are *.json and *.json.gz; see --as-of");
        fg_log_error(run->log, &note);
    }
    return step < 0 ? -1 : empty && label != NULL ? tell_label(run, store, label, err) : 0;
}

/* Take "CONTROL.NAME=VALUE" apart, in place. */
static struct fg_parameter take_setting(char *text)
{
    char *equals = strchr(text, '=');
    *equals = '\0';
    char *dot = strrchr(text, '.');
    *dot = '\0';
    return (struct fg_parameter){text, dot + 1, equals + 1};
}

enum { PARAMETERS_MAX = FG_OPTION_LIST_MAX + 2 };

/* The parameters that the options set; the values of --set are copied into `room`. */
static size_t gather_parameters(const struct fg_assess_choice *choice, struct fg_buf *room,
                                struct fg_parameter parameters[PARAMETERS_MAX])
{
    size_t count = 0;
    if (choice->latest_linux != NULL)
        parameters[count++] = (struct fg_parameter){"ECS.10", "latestLinuxVersion", choice->latest_linux};
    if (choice->latest_windows != NULL)
        parameters[count++] = (struct fg_parameter){"ECS.10", "latestWindowsVersion", choice->latest_windows};
    for (size_t i = 0; i < choice->set.count; i++)
        fg_buf_add(room, choice->set.values[i], strlen(choice->set.values[i]) + 1);
    char *at = room->data;
    for (size_t i = 0; !room->failed && i < choice->set.count; i++) {
        size_t length = strlen(choice->set.values[i]) + 1;
        parameters[count++] = take_setting(at);
        at += length;
    }
    return count;
}

size_t fg_step_selection(const struct fg_control_choice *choice, struct fg_selection selection[FG_SELECTION_MAX])
{
    const struct {
        const char *kind;
        const struct fg_option_list *list;
    } kinds[] = {{"control", &choice->control}, {"framework", &choice->framework}, {"severity", &choice->severity}};
    size_t count = 0;
    for (size_t kind = 0; kind < sizeof kinds / sizeof kinds[0]; kind++)
        for (size_t i = 0; i < kinds[kind].list->count; i++)
            selection[count++] = (struct fg_selection){kinds[kind].kind, kinds[kind].list->values[i]};
    return count;
}

/* What is missing from the evidence: a line per kind. */
static int tell_gaps(const struct fg_run *run, struct fg_store *store, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, "queries/screen_gaps", &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0)
        fg_log_styled(run->log, FG_STYLE_PLAIN, fg_column_text(query, 0));
    return step;
}

/* The options of an assessment, and what they point into. */
struct request {
    struct fg_assess_options options;
    struct fg_parameter parameters[PARAMETERS_MAX];
    struct fg_selection selection[FG_SELECTION_MAX];
    char generated_at[FG_TIME_SIZE];
    struct fg_buf room;
};

static void request_done(struct request *request)
{
    fg_buf_done(&request->room);
}

/* A label is typed where times are typed, too (diff --from), and stands in lines of reports. */
static int check_label(const char *label, struct fg_error *err)
{
    enum { LABEL_MAX = 100 };
    int64_t time;
    const char *why = NULL;
    if (label == NULL || fg_step_check_line("label", label, err) < 0)
        return label == NULL ? 0 : -1;
    if (label[strspn(label, " ")] == '\0')
        why = "it is blank";
    else if (strlen(label) > LABEL_MAX)
        why = "it is longer than 100 bytes";
    else if (fg_time_parse(label, strlen(label), &time) == 0)
        why = "it would be taken for a time";
    if (why == NULL)
        return 0;
    fg_error_set(err, FG_USAGE, "--label: %.120s: %s", label, why);
    return fg_error_hint(err, "name the period, like 2026-Q4 or 2026-10");
}

static int make_request(const struct fg_assess_choice *choice, struct request *request, struct fg_error *err)
{
    int64_t now;
    if (check_label(choice->label, err) < 0 || fg_time_now(&now, err) < 0)
        return -1;
    fg_time_format(now - now % 1000, request->generated_at); /* milliseconds tell a reader nothing here */
    request->options = (struct fg_assess_options){
        .label = choice->label,
        .as_of = choice->as_of[0] != '\0' ? choice->as_of : NULL,
        .generated_at = request->generated_at,
        .parameters = request->parameters,
        .parameter_count = gather_parameters(choice, &request->room, request->parameters),
        .selection = request->selection,
        .selection_count = fg_step_selection(&choice->controls, request->selection),
        .max_age_days = choice->max_age,
        .nothing = choice->nothing,
    };
    return request->room.failed ? fg_error_memory(err) : 0;
}

int fg_step_check_assess(struct fg_store *store, const struct fg_assess_choice *choice, struct fg_error *err)
{
    __attribute__((cleanup(request_done))) struct request request = {.room = FG_BUF_INIT};
    if (make_request(choice, &request, err) < 0)
        return -1;
    return fg_assess_check(store, &request.options, err);
}

int fg_step_assess(const struct fg_run *run, struct fg_store *store,
                   const struct fg_assess_choice *choice, int *ret_code, struct fg_error *err)
{
    __attribute__((cleanup(request_done))) struct request request = {.room = FG_BUF_INIT};
    int64_t id;
    if (make_request(choice, &request, err) < 0 || fg_assess(store, &request.options, &id, err) < 0 ||
        tell_counts(run, store, err) < 0 || tell_gaps(run, store, err) < 0 || tell_emptiness(run, store, choice->label, err) < 0)
        return -1;
    return fg_step_verdict(store, ret_code, err);
}
