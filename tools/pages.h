/* SPDX-License-Identifier: MIT */
/*
 * The man pages of docs/man as data: what --help, the parser's test and the shells' completions are made from.
 *
 * Pages are scdoc with three directives, which scdoc would take for comments:
 *   ; include NAME          the lines of parts/NAME.scd
 *   ; words: A B, list: A B the words that complete the option above (list: several, with commas), or, in SYNOPSIS, the
 *                           first argument
 *   ; commands              every command with its summary
 *
 * Of an option's text --help shows the first paragraph; the man page has all of it. Everything stays in the one table
 * until the process ends.
 */
#ifndef PAGES_H
#define PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { PAGES_MAX = 40, OPTIONS_MAX = 80, HELP_WIDTH = 80 };

struct option {
    char *name;     /* without dashes */
    char *argument; /* "" for a flag */
    char *help;
    char *words;    /* NULL, or what completes the value */
    bool list;      /* several of them, with commas */
};

struct page {
    char *command; /* "" for the program's own page */
    char *summary;
    char *arguments;
    char *words;    /* of the first argument */
    char *details;  /* DESCRIPTION and EXAMPLES, wrapped */
    char *examples;
    char *exits;    /* EXIT STATUS, wrapped */
    struct option options[OPTIONS_MAX];
    size_t option_count;
};

struct pages {
    struct page list[PAGES_MAX]; /* the program's own first, then the commands as --help lists them */
    size_t count;
};

/* Read the page at `path`, includes and all, into the next place. A page that is wrong ends the process. */
void page_read(struct pages *pages, const char *path);
/* Write the page for scdoc: includes and commands in their place, no other directive. */
void page_expand(const struct pages *pages, const char *path, FILE *to);
/* `text` without scdoc's marks; the caller's. */
char *page_plain(const char *text);
/* Words broken at HELP_WIDTH; lines after the first begin with `indent` blanks, the first is at column `at`. */
void page_wrap(FILE *to, const char *text, int at, int indent);

/* The C file that the program holds: each command's help, options, and the scripts of the shells. */
void pages_write_c(FILE *to, const struct pages *pages, const char *scripts[][2], size_t count);
/* The rows that stand for @TABLES@ in a shell's script. */
void pages_write_bash(FILE *to, const struct pages *pages);
void pages_write_zsh(FILE *to, const struct pages *pages);
void pages_write_fish(FILE *to, const struct pages *pages);

_Noreturn void page_die(const char *path, const char *what, const char *which);

#endif
