/* SPDX-License-Identifier: MIT */
/* What every unit test program shares. Run one with CK_TAP_LOG_FILE_NAME=- for TAP on standard
 * output (then nothing else is printed there), with CK_FORK=no under a debugger. */
#ifndef FARGAUGE_TESTS_UNIT_H
#define FARGAUGE_TESTS_UNIT_H

#include <check.h>
#include <stdlib.h>

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
