/* SPDX-License-Identifier: MIT */
/*
 * All that is wrong with a folder of templates, each with its place.
 *
 * struct fg_error holds one thing, which ends the work; here whoever mends a template gets everything at once. A list is
 * a zeroed struct; texts are copied. Running out of memory is sticky (`failed`) and looked at once.
 */
#ifndef FARGAUGE_FAULTS_H
#define FARGAUGE_FAULTS_H

#include <stdbool.h>
#include <stddef.h>

struct fg_fault {
    char *path;
    unsigned line, column; /* from 1, columns in characters; 0: the file as a whole */
    char *why;
    char *hint; /* "" where there is nothing to advise */
};

struct fg_faults {
    struct fg_fault *list;
    size_t count;
    size_t room;
    bool failed;
};

enum { FG_FAULTS_MAXIMUM = 10000 };

/* Nothing is added beyond the maximum. */
void fg_faults_add(struct fg_faults *faults, const char *path, unsigned line, unsigned column, const char *why,
                   const char *hint);

/* True where nothing was added since there were `before`, and there was room for it. What fails then had no memory. */
bool fg_faults_say_nothing(const struct fg_faults *faults, size_t before);

/* Into the order of files, lines and columns, each fault once: a part is compiled wherever it is included. */
void fg_faults_sort(struct fg_faults *faults);

void fg_faults_done(struct fg_faults *faults);

#endif
