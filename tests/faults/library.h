/* SPDX-License-Identifier: MIT */
/* The exit code with which preload.c tells run_faults.c that a library crashed, not the program. */
#ifndef FARGAUGE_TESTS_FAULTS_LIBRARY_H
#define FARGAUGE_TESTS_FAULTS_LIBRARY_H

enum { LIBRARY_CRASHED = 99 };

#endif
