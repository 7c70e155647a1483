/* SPDX-License-Identifier: MIT */
/*
 * The man pages as the program needs them. The pages in docs/man are the one source of --help, of the shells'
 * completions and of what a usage error says; tools/pages.c makes this table from them when the program is built. The unit
 * test `pages` holds the options that are parsed against those that the pages describe.
 */
#ifndef FARGAUGE_CMD_PAGE_H
#define FARGAUGE_CMD_PAGE_H

struct fg_page_option {
    const char *name;     /* without dashes; NULL ends the table */
    const char *argument; /* "FILE", "en|ja"; "" for a flag */
};

struct fg_page {
    const char *command;   /* "" for the program's own page, which is the first; NULL ends the table */
    const char *arguments; /* "INPUT... --out DIR" */
    const char *help;      /* what --help prints */
    const struct fg_page_option *options;
};

struct fg_completion {
    const char *shell; /* NULL ends the table */
    const char *script;
};

extern const struct fg_page fg_pages[];
extern const struct fg_completion fg_completions[];

/* The page of the command, "" for the program's own; NULL where there is none. */
const struct fg_page *fg_page_find(const char *command);

#endif
