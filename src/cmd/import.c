/* SPDX-License-Identifier: MIT */
/* fargauge import: exports into the database. */
#include "cmd/steps.h"

struct import_options {
    const char *db;
    const char *waivers;
    char captured_at[FG_TIME_SIZE];
    bool strict;
};

#define AT(member) offsetof(struct import_options, member)

static const struct fg_option options[] = {
    {"db", FG_OPTION_TEXT, AT(db), "FILE", "the audit's database (made where missing)"},
    {"captured-at", FG_OPTION_TIME, AT(captured_at), "TIME", "when the exports were taken"},
    {"waivers", FG_OPTION_TEXT, AT(waivers), "FILE", "exceptions that were approved (CSV)"},
    {"strict", FG_OPTION_FLAG, AT(strict), "", "import nothing where something is rejected"},
    {NULL, FG_OPTION_FLAG, 0, "", ""},
};

static int run_import(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct import_options *chosen = parsed;
    struct fg_store *store;
    struct fg_inputs inputs;
    int code = FG_OK;
    if (chosen->db == NULL) {
        fg_error_set(err, FG_USAGE, "import: --db is missing");
        return fg_error_hint(err, "name the audit's database: fargauge import INPUT... --db FILE");
    }
    if (fg_step_find_inputs(run, chosen->waivers, &inputs, err) < 0)
        return -1;
    int status = fg_store_open(chosen->db, true, run->resources, &store, err);
    if (status == 0) {
        status = fg_step_import(run, store, &inputs, chosen->waivers, chosen->captured_at,
                                chosen->strict, &code, err);
        fg_store_close(store);
    }
    fg_inputs_done(&inputs);
    return status < 0 ? -1 : code;
}

const struct fg_command fg_command_import = {
    .name = "import",
    .arguments = "INPUT... --db FILE",
    .summary = "import exports into the audit's database",
    .details = "A file whose bytes were imported before is not loaded twice.\n",
    .options = options,
    .options_size = sizeof(struct import_options),
    .least = 1,
    .most = 65535,
    .run = run_import,
};
