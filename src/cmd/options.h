/* SPDX-License-Identifier: MIT */
/*
 * Command-line options as tables: a command's options live in a struct of its own, and a table says
 * which option fills which member. What an option is for, the command's man page says; a test holds the two together.
 */
#ifndef FARGAUGE_CMD_OPTIONS_H
#define FARGAUGE_CMD_OPTIONS_H

#include <stddef.h>

#include "fargauge/error.h"

enum fg_option_kind {
    FG_OPTION_FLAG,    /* bool */
    FG_OPTION_TEXT,    /* const char *, not empty, no path */
    FG_OPTION_INPUT,   /* as TEXT: a file or folder that is read; these four are what the program may touch */
    FG_OPTION_OUTPUT,  /* as TEXT: a file that is made or changed */
    FG_OPTION_OUTPUT_DIR, /* as TEXT: a folder that is written to */
    FG_OPTION_PROGRAM, /* as TEXT: a program that is run */
    FG_OPTION_TIME,    /* char[FG_TIME_SIZE], the database's form */
    FG_OPTION_VERSION, /* const char *, three numbers */
    FG_OPTION_CHOICE,  /* const char *, one of `argument`'s words between bars */
    FG_OPTION_NUMBER,  /* uint64_t, from 1 */
    FG_OPTION_LIST,    /* struct fg_option_list: may be given again, and takes several words between commas */
    FG_OPTION_SET,     /* struct fg_option_list: may be given again; "CONTROL.NAME=VALUE", VALUE may be empty */
    FG_OPTION_SIZE,    /* uint64_t, bytes, from 1; K, M, G and T are powers of 1024 */
};

enum { FG_OPTION_LIST_MAX = 64 };

struct fg_option_list {
    const char *values[FG_OPTION_LIST_MAX]; /* point into argv, which is cut at the commas */
    size_t count;
};

struct fg_option {
    const char *name;     /* without dashes; NULL ends the table */
    enum fg_option_kind kind;
    size_t offset;        /* of the member in the command's struct */
    const char *argument; /* as the man page shows the value, "FILE", "en|ja" */
};

/* Parse `argv[0..count)`, mixing options and arguments freely; "--" ends the options. `options` is filled
 * through the tables `first` and `second` (either may be NULL). The arguments are gathered at the
 * front of argv and counted in *ret_arguments. Errors: FG_USAGE. */
int fg_options_parse(char **argv, size_t count, const struct fg_option *first, void *first_options,
                     const struct fg_option *second, void *second_options, size_t *ret_arguments,
                     struct fg_error *err);

#endif
