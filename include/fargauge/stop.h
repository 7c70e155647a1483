/* SPDX-License-Identifier: MIT */
/*
 * Stopping when a signal asks for it: SIGINT, SIGTERM and SIGHUP only leave a note. Long work looks for the note and ends as
 * by any other error, so that everything on the way out is cleaned up by the code that cleans up after errors; the program
 * then dies by the signal. A second signal ends it at once.
 *
 * The note is the one thing here that is no constant and belongs to nobody: a handler can reach nothing else. A library that
 * installs no handlers (a test's, another program's) is never stopped.
 */
#ifndef FARGAUGE_STOP_H
#define FARGAUGE_STOP_H

#include <stdbool.h>

#include "fargauge/error.h"

/* Install the handlers. A signal that is ignored (nohup, a shell's background job) stays ignored. */
void fg_stop_on_signals(void);

/* Whether a signal has asked for it. From any thread. */
bool fg_stop_requested(void);

/* 0, or -1 with FG_STOPPED in *err where a signal has asked for it. */
int fg_stop_check(struct fg_error *err);

/* The error itself, for what found out otherwise; returns -1. */
int fg_stop_error(struct fg_error *err);

/* Wait until there is something to read from `fd` (a pipe's end counts), or a signal asks to stop: then -1 as above. */
int fg_stop_wait_readable(int fd, struct fg_error *err);

/* Die by the signal that asked, as if there were no handler. Returns where none did. */
void fg_stop_die(void);

#endif
