/* SPDX-License-Identifier: MIT */
/* fargauge completion: the script that teaches a shell this program's words. */
#include <stdio.h>
#include <string.h>

#include "cmd/command.h"
#include "cmd/page.h"

struct completion_options {
    bool unused; /* the command has no options of its own */
};

static const struct fg_option options[] = {
    {NULL, FG_OPTION_FLAG, 0, ""},
};

static int run_completion(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    (void)parsed;
    for (const struct fg_completion *at = fg_completions; at->shell != NULL; at++) {
        if (strcmp(at->shell, run->arguments[0]) == 0) {
            fputs(at->script, stdout);
            return FG_OK;
        }
    }
    fg_error_set(err, FG_USAGE, "completion: %s: there is none for this shell", run->arguments[0]);
    return fg_error_hint(err, "write: fargauge completion bash, zsh or fish");
}

const struct fg_command fg_command_completion = {
    .name = "completion",
    .options = options,
    .options_size = sizeof(struct completion_options),
    .least = 1,
    .most = 1,
    .argument_kind = FG_OPTION_TEXT,
    .run = run_completion,
};
