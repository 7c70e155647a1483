/* SPDX-License-Identifier: MIT */
/* fargauge assess: judge one point in time and store the results. */
#include "cmd/steps.h"

struct assess_options {
    const char *db;
    struct fg_assess_choice assess;
    bool exit_zero;
};

#define AT(member) offsetof(struct assess_options, member)

static const struct fg_option options[] = {
    {"db", FG_OPTION_OUTPUT, AT(db), "FILE", "the audit's database"},
    FG_ASSESS_OPTIONS(struct assess_options, assess),
    {"exit-zero", FG_OPTION_FLAG, AT(exit_zero), "", "exit with 0 although something FAILED"},
    {NULL, FG_OPTION_FLAG, 0, "", ""},
};

static int run_assess(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct assess_options *chosen = parsed;
    struct fg_store *store;
    int code = FG_OK;
    if (chosen->db == NULL) {
        fg_error_set(err, FG_USAGE, "assess: --db is missing");
        return fg_error_hint(err, "name the audit's database: fargauge assess --db FILE");
    }
    if (fg_store_open(chosen->db, false, run->resources, &store, err) < 0)
        return -1;
    int status = fg_step_assess(run, store, &chosen->assess, &code, err);
    fg_store_close(store);
    if (status < 0)
        return -1;
    return chosen->exit_zero ? FG_OK : code;
}

const struct fg_command fg_command_assess = {
    .name = "assess",
    .arguments = "--db FILE",
    .summary = "judge one point in time and store the results",
    .details = "Former assessments stay; reports show the newest.\n",
    .options = options,
    .options_size = sizeof(struct assess_options),
    .run = run_assess,
};
