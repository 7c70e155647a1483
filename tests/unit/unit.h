/* SPDX-License-Identifier: MIT */
/* What every unit test program shares. Run one with CK_TAP_LOG_FILE_NAME=- for TAP on standard
 * output (then nothing else is printed there), with CK_FORK=no under a debugger. */
#ifndef FARGAUGE_TESTS_UNIT_H
#define FARGAUGE_TESTS_UNIT_H

#include <check.h>
#include <stdbool.h>
#include <stdlib.h>

/* Valgrind is looking: it takes thirty times as long, and keeps a record of what it sees. */
static inline bool under_valgrind(void)
{
    return getenv("UNDER_VALGRIND") != NULL;
}

/* How often something made up is tried, and in which steps all that there is: fewer where only memory is looked at. */
static inline unsigned tries(unsigned count)
{
    return under_valgrind() ? count / 16 : count;
}

static inline unsigned stride(void)
{
    return under_valgrind() ? 17 : 1;
}

/* Run the suite; returns the exit status for main(). */
static inline int fg_run_suite(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, getenv("CK_TAP_LOG_FILE_NAME") != NULL ? CK_SILENT : CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
