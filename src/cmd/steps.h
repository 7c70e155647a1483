/* SPDX-License-Identifier: MIT */
/* The steps that several commands take: import, assess, render, and telling how it went. */
#ifndef FARGAUGE_CMD_STEPS_H
#define FARGAUGE_CMD_STEPS_H

#include "cmd/command.h"
#include "fargauge/assess.h"
#include "fargauge/clock.h"
#include "fargauge/ingest.h"
#include "fargauge/render.h"

/* What the options of `assess` say; `report` has them too. */
struct fg_assess_choice {
    char as_of[FG_TIME_SIZE];
    const char *latest_linux;
    const char *latest_windows;
};

/* Import everything behind `given`, and the waiver file if there is one (NULL: none). Sets *ret_code to
 * FG_INPUT where something was rejected, else FG_OK. With `strict`, a rejection leaves nothing. */
int fg_step_import(const struct fg_run *run, struct fg_store *store, const char *waivers,
                   const char *captured_at, bool strict, int *ret_code, struct fg_error *err);

/* Assess, print the counts, and set *ret_code to FG_FAILED_CONTROLS where something FAILED. */
int fg_step_assess(const struct fg_run *run, struct fg_store *store,
                   const struct fg_assess_choice *choice, int *ret_code, struct fg_error *err);

/* Make the folder where it is missing, and write the reports into it. */
int fg_step_render(const struct fg_run *run, struct fg_store *store,
                   const struct fg_render_options *options, struct fg_error *err);

/* FG_FAILED_CONTROLS where the newest assessment has something FAILED, else FG_OK. */
int fg_step_verdict(struct fg_store *store, int *ret_code, struct fg_error *err);

/* Make a folder and those above it. Errors: FG_IO. */
int fg_make_folder(const char *path, struct fg_error *err);

#endif
