/* SPDX-License-Identifier: MIT */
/*
 * What a subcommand is. Adding one: a file in src/cmd with an options struct, an option table, a run
 * function and an entry; its name in commands.c and src/meson.build; its page in docs/man, which is its
 * --help, and the page's name in the meson.build there.
 */
#ifndef FARGAUGE_CMD_COMMAND_H
#define FARGAUGE_CMD_COMMAND_H

#include <stdbool.h>

#include "cmd/options.h"
#include "fargauge/log.h"
#include "fargauge/resource.h"

/* The options that every command takes, and what follows from them. */
struct fg_common {
    bool help;
    bool quiet;
    bool no_progress;
    const char *color;
    const char *resource_dir;
    const char *controls;
    uint64_t max_steps;
};

extern const struct fg_option fg_common_options[];

struct fg_run {
    struct fg_log *log;
    const struct fg_resources *resources;
    char **arguments;
    size_t argument_count;
};

struct fg_command {
    const char *name; /* its man page, docs/man/fargauge-NAME.1.scd, says the rest (page.h) */
    const struct fg_option *options;
    size_t options_size;   /* of the options struct, which starts zeroed */
    size_t least, most;    /* how many arguments */
    enum fg_option_kind argument_kind; /* what they are, where there are any */
    bool reads_anywhere;   /* it follows what a database says, to wherever that is */
    /* Returns an exit code (enum fg_code), or -1 with *err filled. */
    int (*run)(const struct fg_run *run, const void *options, struct fg_error *err);
};

/* Ends with NULL. */
extern const struct fg_command *const fg_commands[];

#endif
