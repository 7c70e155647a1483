/* SPDX-License-Identifier: MIT */
/*
 * The process shuts itself in, once it knows from its command line what it may need: from then on neither a defect nor what
 * is made to use one (an export, a template, a database out of strangers' hands) reaches a network, another process or a file
 * that was not named. docs/confinement.md tells what is denied, and why so.
 *
 * Three walls, each for itself: no new privileges; system calls by seccomp, where the program was built with libseccomp; files
 * by Landlock, from Linux 5.19 on. A wall that the kernel or the build lacks is left out, and *ret_confined says so: a program
 * that refused to work in an old container would only be run on a worse machine. There is no way back, and no switch.
 *
 * Not by allowing a list of system calls: such a list is a promise about libc, libcrypto and SQLite of every version on every
 * machine, and where it is broken an audit ends in the middle.
 */
#ifndef FARGAUGE_CONFINE_H
#define FARGAUGE_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

enum fg_access {
    FG_ACCESS_READ,      /* a file, or a folder with all below it */
    FG_ACCESS_WRITE,     /* a file that is read, made, changed, removed, and others beside it: journals, what is renamed */
    FG_ACCESS_WRITE_DIR, /* a folder with all below it */
    FG_ACCESS_RUN,       /* a program; whatever it is, it may read and run anything, but nothing more than we do otherwise */
};

struct fg_place {
    const char *path; /* need not exist: then the nearest folder above it that does is meant, where it is to be written */
    enum fg_access access;
};

struct fg_confinement {
    const struct fg_place *places; /* borrowed */
    size_t count;
    bool reads_anywhere; /* for what a database names, which is known too late */
};

struct fg_confined {
    bool no_new_privileges;
    int calls;       /* how many system calls are denied; 0: no wall */
    int calls_error; /* errno then, ENOTSUP: built without libseccomp */
    int files;       /* Landlock's version; 0: no wall */
    int files_error; /* errno then */
    int missed;      /* errno where the machine had no descriptor or memory for a wall, or for a place, which is then denied */
    char missed_what[256];
};

/* Confine this process, and every thread that it will start. Temporary folders ($TMPDIR, …), the system's libraries and the
 * program's own file need not be named. Before there are other threads. */
void fg_confine(const struct fg_confinement *wanted, struct fg_confined *ret_confined);

#endif
