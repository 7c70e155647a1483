/* SPDX-License-Identifier: MIT */
/*
 * Errors: what went wrong, told to the person who can put it right.
 *
 * A fallible function takes a `struct fg_error *` as its last parameter and returns
 *   0   done,
 *  <0   failed: *err is filled, forward the value unchanged (prepend context where it helps),
 *  >0   a condition that the function's own comment documents, for its direct caller only.
 *
 * The message is one line, `what: which: why`; the hint says what to do next. Both live inside the
 * struct, so that reporting an error (running out of memory included) cannot fail itself.
 * Nothing but main.c prints errors.
 */
#ifndef FARGAUGE_ERROR_H
#define FARGAUGE_ERROR_H

#include <stdbool.h>

/* The values are the program's exit codes; a larger one wins where several happened. */
enum fg_code {
    FG_OK = 0,
    FG_FAILED_CONTROLS = 1, /* not an error: something FAILED and is not waived */
    FG_USAGE = 2,           /* the command line */
    FG_INPUT = 3,           /* an input was rejected */
    FG_IO = 4,              /* files, disk, memory, the database's environment */
    FG_INTERNAL = 70,       /* a defect of ours, the embedded SQL and templates included */
    FG_STOPPED = 128,       /* by a signal, by which the program then dies: no exit code of ours */
};

struct fg_error {
    enum fg_code code;
    bool damaged; /* FG_IO of a database: it could be read, and what stands in it is none */
    char message[1024];
    char hint[512]; /* empty where there is nothing to advise */
};

/* Fill *err and return -1, so that `return fg_error_set(...)` reads as one step. Text beyond the
 * room is cut. The hint is cleared; of FG_IO it becomes a general one about the machine, as there is always something to look
 * at. `err` may be NULL: the failure is reported by the value alone. */
int fg_error_set(struct fg_error *err, enum fg_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Set the hint of an error that is already filled; returns -1. */
int fg_error_hint(struct fg_error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* True where the machine failed, or was told to stop, which says nothing of what it was to read: a disk, memory, a signal. */
bool fg_error_is_machine(const struct fg_error *err);

/* Put "format: " before the message; returns -1. */
int fg_error_prepend(struct fg_error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The out-of-memory error; returns -1. */
int fg_error_memory(struct fg_error *err);

#endif
