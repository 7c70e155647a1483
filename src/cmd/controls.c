/* SPDX-License-Identifier: MIT */
/* fargauge controls: the catalogue on the screen. SQL chooses, and lays the lines out. */
#include "cmd/steps.h"

struct controls_options {
    const char *lang;
    struct fg_control_choice choice;
};

#define AT(member) offsetof(struct controls_options, member)

static const struct fg_option options[] = {
    {"lang", FG_OPTION_CHOICE, AT(lang), "en|ja"},
    FG_CONTROL_OPTIONS(struct controls_options, choice),
    {NULL, FG_OPTION_FLAG, 0, ""},
};

static int print_lines(const struct fg_run *run, struct fg_store *store, const char *query_name,
                       const char *lang, const char *id, size_t *ret_lines, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, query_name, &query, err) < 0)
        return -1;
    fg_bind_text(query, "lang", lang);
    if (id != NULL)
        fg_bind_text(query, "control_id", id);
    for (*ret_lines = 0; (step = fg_step(query, err)) > 0; (*ret_lines)++)
        fg_log_text(run->log, fg_column_text(query, 0));
    return step;
}

static int print_control(const struct fg_run *run, struct fg_store *store, const char *lang, const char *id,
                         struct fg_error *err)
{
    size_t lines;
    if (print_lines(run, store, "queries/controls_text", lang, id, &lines, err) < 0)
        return -1;
    if (lines > 0)
        return 0;
    fg_error_set(err, FG_USAGE, "control: %s: the catalogue does not have it", id);
    return fg_error_hint(err, "list them with: fargauge controls");
}

static int choose(struct fg_store *store, const struct fg_selection *selection, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_store_statement(store, "store/choice", &insert, err) < 0)
        return -1;
    fg_bind_text(insert, "kind", selection->kind);
    fg_bind_text(insert, "value", selection->value);
    if (fg_step_done(insert, NULL, err) < 0)
        return -1;
    if (sqlite3_changes(fg_store_handle(store)) > 0)
        return 0;
    fg_error_set(err, FG_USAGE, "--%s: %s: nothing of that name is in the catalogue, or it was named twice",
                 selection->kind, selection->value);
    return fg_error_hint(err, "see controls, frameworks and severities with: fargauge controls");
}

/* What assess judges by such a choice is listed, and what it would not compute as well. */
static int print_list(const struct fg_run *run, struct fg_store *store, const char *lang,
                      const struct fg_selection *selection, size_t count, struct fg_error *err)
{
    size_t lines;
    if (fg_store_run(store, "store/choice_assessment", err) < 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (choose(store, &selection[i], err) < 0)
            return -1;
    if (print_lines(run, store, "queries/controls_list", lang, NULL, &lines, err) < 0)
        return -1;
    if (lines > 0)
        return 0;
    fg_error_set(err, FG_USAGE, "selection: no control meets all of it");
    return fg_error_hint(err, "see controls, frameworks and severities with: fargauge controls");
}

static int run_controls(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct controls_options *chosen = parsed;
    const char *lang = chosen->lang == NULL ? "en" : chosen->lang;
    const char *id = run->argument_count > 0 ? run->arguments[0] : NULL;
    struct fg_selection selection[FG_SELECTION_MAX];
    size_t count = fg_step_selection(&chosen->choice, selection);
    struct fg_store *store;
    if (id != NULL && count > 0) {
        fg_error_set(err, FG_USAGE, "controls: --%s: it is for the list, not for one control", selection[0].kind);
        return fg_error_hint(err, "write: fargauge controls ID, or: fargauge controls --%s …", selection[0].kind);
    }
    if (fg_store_open(":memory:", true, run->resources, &store, err) < 0)
        return -1;
    int status = id != NULL ? print_control(run, store, lang, id, err)
                            : print_list(run, store, lang, selection, count, err);
    fg_store_close(store);
    return status < 0 ? -1 : FG_OK;
}

const struct fg_command fg_command_controls = {
    .name = "controls",
    .options = options,
    .options_size = sizeof(struct controls_options),
    .most = 1,
    .argument_kind = FG_OPTION_TEXT,
    .run = run_controls,
};
