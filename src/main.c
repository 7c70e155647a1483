/* SPDX-License-Identifier: MIT */
/* The program's door: global options, the command, the exit code. Everything else is libfargauge. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/command.h"
#include "cmd/confine.h"
#include "cmd/libraries.h"
#include "cmd/page.h"
#include "fargauge/stop.h"
#include "fargauge/version.h"

static const struct fg_command *find_command(const char *name)
{
    for (const struct fg_command *const *at = fg_commands; *at != NULL; at++)
        if (strcmp((*at)->name, name) == 0)
            return *at;
    return NULL;
}

static int check_arguments(const struct fg_command *command, size_t count, struct fg_error *err)
{
    if (count >= command->least && count <= command->most)
        return 0;
    fg_error_set(err, FG_USAGE, "%s: %s", command->name,
                 count < command->least ? "an argument is missing" : "too many arguments");
    return fg_error_hint(err, "write: fargauge %s %s", command->name,
                         fg_page_find(command->name)->arguments);
}

static enum fg_color color_of(const char *name)
{
    if (name == NULL || strcmp(name, "auto") == 0)
        return FG_COLOR_AUTO;
    return strcmp(name, "always") == 0 ? FG_COLOR_ALWAYS : FG_COLOR_NEVER;
}

/* Run with the options that `parsed` (of the command's own size) receives. */
static int run_command(const struct fg_command *command, char **argv, size_t count, void *parsed,
                       struct fg_log *log, struct fg_error *err)
{
    struct fg_common common = {0};
    struct fg_run run = {.log = log, .arguments = argv};
    struct fg_resources *resources = NULL;
    int status = fg_options_parse(argv, count, command->options, parsed, fg_common_options, &common,
                                  &run.argument_count, err);
    if (status == 0)
        fg_log_init(log, common.quiet, color_of(common.color), common.no_progress);
    if (status == 0 && common.help) {
        fputs(fg_page_find(command->name)->help, stdout);
        return FG_OK;
    }
    if (status < 0 || check_arguments(command, run.argument_count, err) < 0 ||
        fg_confine_command(command, parsed, &common, argv, run.argument_count, err) < 0 ||
        fg_resources_open(common.resource_dir, &resources, err) < 0)
        return -1;
    fg_resources_bound(resources, common.max_steps);
    run.resources = resources;
    int code = common.controls == NULL ? 0 : fg_resources_add_own(resources, common.controls, err);
    if (code == 0)
        code = command->run(&run, parsed, err);
    fg_resources_close(resources);
    return code;
}

static int dispatch(int argc, char **argv, struct fg_log *log, struct fg_error *err)
{
    if (argc < 2) {
        fg_error_set(err, FG_USAGE, "no command was given");
        return fg_error_hint(err, "see: fargauge --help");
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        fputs(fg_page_find("")->help, stdout);
        return FG_OK;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("fargauge %s\n", fg_version());
        fg_print_libraries(stdout);
        if (argc > 2 && strcmp(argv[2], "--verbose") == 0)
            fg_print_confinement(stdout);
        return FG_OK;
    }
    const struct fg_command *command = find_command(argv[1]);
    if (command == NULL) {
        fg_error_set(err, FG_USAGE, "command: %s: there is none of this name", argv[1]);
        return fg_error_hint(err, "see: fargauge --help");
    }
    void *parsed = calloc(1, command->options_size);
    if (parsed == NULL)
        return fg_error_memory(err);
    int code = run_command(command, argv + 2, (size_t)argc - 2, parsed, log, err);
    free(parsed);
    return code;
}

static bool is_done;

/* A library that ends the program itself, as libarchive does where it has no memory, ends it with 1: for us that is a finding. */
static void on_exit_by_library(void)
{
    struct fg_error err = {0};
    struct fg_log log;
    if (is_done)
        return;
    fg_log_init(&log, false, FG_COLOR_AUTO, true);
    fg_error_set(&err, FG_IO, "memory: not enough for this step: a library gave up");
    fg_log_error(&log, &err);
    _exit(FG_IO);
}

int main(int argc, char **argv)
{
    struct fg_error err = {0};
    struct fg_log log;
    atexit(on_exit_by_library);
    /* `| head` must not cut an import or a report short; a limit on file sizes is an error like a full disk. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    fg_stop_on_signals();
    fg_log_init(&log, false, FG_COLOR_AUTO, false);
    int code = dispatch(argc, argv, &log, &err);
    if (code >= 0 && fg_log_flush(&log, &err) < 0)
        code = -1;
    if (code < 0 && err.code == FG_STOPPED)
        fg_stop_error(&err); /* without the names of what was being done */
    if (code < 0)
        fg_log_error(&log, &err);
    fg_stop_die();
    is_done = true;
    return code < 0 ? (int)err.code : code;
}
