/* SPDX-License-Identifier: MIT */
/* fargauge controls: the catalogue on the screen. SQL lays the lines out. */
#include "cmd/command.h"
#include "fargauge/store.h"

struct controls_options {
    const char *lang;
};

static const struct fg_option options[] = {
    {"lang", FG_OPTION_CHOICE, offsetof(struct controls_options, lang), "en|ja",
     "the texts' language (default en)"},
    {NULL, FG_OPTION_FLAG, 0, "", ""},
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

static int run_controls(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct controls_options *chosen = parsed;
    const char *lang = chosen->lang == NULL ? "en" : chosen->lang;
    const char *id = run->argument_count > 0 ? run->arguments[0] : NULL;
    struct fg_store *store;
    size_t lines = 0;
    if (fg_store_open(":memory:", true, run->resources, &store, err) < 0)
        return -1;
    int status = print_lines(run, store, id == NULL ? "queries/controls_list" : "queries/controls_text",
                             lang, id, &lines, err);
    fg_store_close(store);
    if (status < 0)
        return -1;
    if (id != NULL && lines == 0) {
        fg_error_set(err, FG_USAGE, "control: %s: the catalogue does not have it", id);
        return fg_error_hint(err, "list them with: fargauge controls");
    }
    return FG_OK;
}

const struct fg_command fg_command_controls = {
    .name = "controls",
    .arguments = "[ID]",
    .summary = "list the controls, or print one with its whole text",
    .details = "",
    .options = options,
    .options_size = sizeof(struct controls_options),
    .most = 1,
    .run = run_controls,
};
