/* SPDX-License-Identifier: MIT */
#include "fargauge/stop.h"

#include <poll.h>
#include <signal.h>
#include <stddef.h>

/* The names that the program's message has; strsignal() speaks in the locale's words. */
static const struct {
    int number;
    const char *name;
} signals[] = {{SIGINT, "SIGINT"}, {SIGTERM, "SIGTERM"}, {SIGHUP, "SIGHUP"}};

enum { SIGNAL_COUNT = sizeof signals / sizeof signals[0] };

static volatile sig_atomic_t requested; /* the signal's number */

static void on_signal(int number)
{
    if (requested != 0) {
        signal(number, SIG_DFL);
        raise(number); /* comes when the handler returns */
    }
    requested = number;
}

void fg_stop_on_signals(void)
{
    for (size_t i = 0; i < SIGNAL_COUNT; i++) {
        struct sigaction now, ours = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
        sigemptyset(&ours.sa_mask);
        for (size_t other = 0; other < SIGNAL_COUNT; other++)
            sigaddset(&ours.sa_mask, signals[other].number);
        if (sigaction(signals[i].number, NULL, &now) == 0 && now.sa_handler == SIG_DFL)
            sigaction(signals[i].number, &ours, NULL);
    }
}

bool fg_stop_requested(void)
{
    return requested != 0;
}

int fg_stop_error(struct fg_error *err)
{
    const char *name = "a signal";
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        if (signals[i].number == requested)
            name = signals[i].name;
    fg_error_set(err, FG_STOPPED, "stopped: by %s: nothing half-made is left", name);
    return fg_error_hint(err, "what was finished before is kept; run the same command again");
}

int fg_stop_check(struct fg_error *err)
{
    return requested == 0 ? 0 : fg_stop_error(err);
}

/* The signal may come to another thread, and between the look and the wait: so it is looked for again and again. */
int fg_stop_wait_readable(int fd, struct fg_error *err)
{
    enum { PATIENCE_MS = 100 };
    struct pollfd wanted = {.fd = fd, .events = POLLIN};
    while (requested == 0)
        if (poll(&wanted, 1, PATIENCE_MS) > 0)
            return 0;
    return fg_stop_error(err);
}

void fg_stop_die(void)
{
    int number = requested;
    if (number == 0)
        return;
    signal(number, SIG_DFL);
    raise(number);
}
