/* SPDX-License-Identifier: MIT */
/* fargauge import: exports into the database. */
#include "cmd/steps.h"

struct import_options {
    const char *db;
    struct fg_import_choice import;
};

#define AT(member) offsetof(struct import_options, member)

static const struct fg_option options[] = {
    {"db", FG_OPTION_OUTPUT, AT(db), "FILE"},
    {"dry-run", FG_OPTION_FLAG, AT(import.dry_run), ""},
    FG_IMPORT_OPTIONS(struct import_options, import),
    {NULL, FG_OPTION_FLAG, 0, ""},
};

/* A dry run works on a database that goes away, which knows only which files the real one holds. */
static int open_store(const struct fg_run *run, const struct import_options *chosen,
                      struct fg_store **ret_store, struct fg_error *err)
{
    struct fg_store *store;
    if (fg_store_open(chosen->import.dry_run ? "" : chosen->db, true, run->resources, &store, err) < 0)
        return -1;
    if (chosen->import.dry_run && fg_store_copy_sources(store, chosen->db, err) < 0) {
        fg_store_close(store);
        return -1;
    }
    *ret_store = store;
    return 0;
}

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
    if (fg_step_find_inputs(run, chosen->import.waivers, &inputs, err) < 0)
        return -1;
    int status = open_store(run, chosen, &store, err);
    if (status == 0) {
        status = fg_step_import(run, store, &inputs, &chosen->import, &code, err);
        status = fg_store_close_after(store, status, err);
    }
    fg_inputs_done(&inputs);
    return status < 0 ? -1 : code;
}

const struct fg_command fg_command_import = {
    .name = "import",
    .options = options,
    .options_size = sizeof(struct import_options),
    .least = 1,
    .most = 65535,
    .argument_kind = FG_OPTION_INPUT,
    .run = run_import,
};
