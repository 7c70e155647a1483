/* SPDX-License-Identifier: MIT */
/* fargauge render: the newest assessment as reports. */
#include "cmd/steps.h"

struct render_options {
    const char *db;
    const char *out;
    struct fg_render_choice render;
    bool exit_zero;
};

#define AT(member) offsetof(struct render_options, member)

static const struct fg_option options[] = {
    {"db", FG_OPTION_OUTPUT, AT(db), "FILE"},
    {"out", FG_OPTION_OUTPUT_DIR, AT(out), "DIR"},
    FG_RENDER_OPTIONS(struct render_options, render),
    {"exit-zero", FG_OPTION_FLAG, AT(exit_zero), ""},
    {NULL, FG_OPTION_FLAG, 0, ""},
};

static int run_render(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct render_options *chosen = parsed;
    struct fg_store *store;
    int code = FG_OK;
    if (chosen->db == NULL || chosen->out == NULL) {
        fg_error_set(err, FG_USAGE, "render: --%s is missing", chosen->db == NULL ? "db" : "out");
        return fg_error_hint(err, "write: fargauge render --db FILE --out DIR");
    }
    if (fg_step_check_render(run, &chosen->render, err) < 0 ||
        fg_step_check_out(chosen->out, &chosen->render, err) < 0 ||
        fg_store_open(chosen->db, false, run->resources, &store, err) < 0)
        return -1;
    int status = fg_step_need_assessment(store, "render", chosen->db, err);
    if (status == 0)
        status = fg_step_render(run, store, chosen->out, &chosen->render, &code, err);
    if (fg_store_close_after(store, status, err) < 0)
        return -1;
    return chosen->exit_zero ? FG_OK : code;
}

const struct fg_command fg_command_render = {
    .name = "render",
    .options = options,
    .options_size = sizeof(struct render_options),
    .run = run_render,
};
