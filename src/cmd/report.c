/* SPDX-License-Identifier: MIT */
/* fargauge report: import, assess and render in one go. */
#include <stdio.h>
#include <string.h>

#include "cmd/steps.h"
#include "fargauge/buf.h"

struct report_options {
    const char *out;
    const char *db;
    struct fg_render_choice render;
    struct fg_import_choice import;
    struct fg_assess_choice assess;
    bool exit_zero;
};

#define AT(member) offsetof(struct report_options, member)

static const struct fg_option options[] = {
    {"out", FG_OPTION_OUTPUT_DIR, AT(out), "DIR"},
    {"db", FG_OPTION_OUTPUT, AT(db), "FILE"},
    FG_RENDER_OPTIONS(struct report_options, render),
    FG_ASSESS_OPTIONS(struct report_options, assess),
    {"exit-zero", FG_OPTION_FLAG, AT(exit_zero), ""},
    FG_IMPORT_OPTIONS(struct report_options, import),
    {NULL, FG_OPTION_FLAG, 0, ""},
};

static int work(const struct fg_run *run, const struct report_options *chosen,
                const struct fg_inputs *inputs, struct fg_store *store, struct fg_error *err)
{
    int imported = FG_OK, judged = FG_OK;
    struct fg_assess_choice assess = chosen->assess;
    assess.nothing = FG_NOTHING_UNNAMED; /* a report says what was refused */
    if (fg_step_check_assess(store, &assess, err) < 0 ||
        fg_step_import(run, store, inputs, &chosen->import, &imported, err) < 0)
        return -1;
    if (chosen->import.strict && imported != FG_OK)
        return imported;
    if (fg_step_assess(run, store, &assess, &judged, err) < 0 ||
        fg_step_render(run, store, chosen->out, &chosen->render, &judged, err) < 0)
        return -1;
    if (chosen->exit_zero)
        judged = FG_OK;
    return imported > judged ? imported : judged;
}

static int run_report(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct report_options *chosen = parsed;
    FG_BUF_AUTO path = FG_BUF_INIT;
    struct fg_store *store;
    if (chosen->out == NULL) {
        fg_error_set(err, FG_USAGE, "report: --out is missing");
        return fg_error_hint(err, "say where the reports go: fargauge report INPUT... --out DIR");
    }
    struct fg_inputs inputs;
    fg_buf_printf(&path, "%s/fargauge.db", chosen->out);
    if (path.failed)
        return fg_error_memory(err);
    if (fg_step_check_render(run, &chosen->render, err) < 0 ||
        fg_step_check_out(chosen->out, &chosen->render, err) < 0 ||
        fg_step_find_inputs(run, chosen->import.waivers, &inputs, err) < 0)
        return -1;
    int code = -1;
    if (fg_make_folder(chosen->out, err) == 0 &&
        fg_store_open(chosen->db != NULL ? chosen->db : path.data, true, run->resources, &store,
                      err) == 0) {
        code = work(run, chosen, &inputs, store, err);
        code = fg_store_close_after(store, code, err);
    }
    fg_inputs_done(&inputs);
    return code;
}

const struct fg_command fg_command_report = {
    .name = "report",
    .options = options,
    .options_size = sizeof(struct report_options),
    .least = 1,
    .most = 65535,
    .argument_kind = FG_OPTION_INPUT,
    .run = run_report,
};
