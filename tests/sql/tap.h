/* SPDX-License-Identifier: MIT */
/*
 * TAP for tests whose cases are rows of a table: one line per row, named as the table names it.
 * Check names loop tests by number, which would send the reader counting rows.
 */
#ifndef FARGAUGE_TESTS_TAP_H
#define FARGAUGE_TESTS_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "fargauge/error.h"

struct tap {
    int count;
    int failed;
};

/* One test point. */
static inline __attribute__((format(printf, 3, 4))) bool tap_ok(struct tap *tap, bool ok,
                                                                const char *format, ...)
{
    va_list args;
    tap->failed += !ok;
    printf("%sok %d - ", ok ? "" : "not ", ++tap->count);
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    putchar('\n');
    return ok;
}

/* A remark below a test point: what was expected, what was found. */
static inline __attribute__((format(printf, 1, 2))) void tap_note(const char *format, ...)
{
    va_list args;
    fputs("#   ", stdout);
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    putchar('\n');
}

/* The test cannot go on. */
static inline __attribute__((noreturn)) void tap_bail(const char *what, const struct fg_error *err)
{
    printf("Bail out! %s: %s\n", what, err->message);
    exit(EXIT_FAILURE);
}

/* The plan; returns the exit status for main(). */
static inline int tap_end(const struct tap *tap)
{
    printf("1..%d\n", tap->count);
    return tap->failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
