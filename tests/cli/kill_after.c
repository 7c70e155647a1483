/* SPDX-License-Identifier: MIT */
/*
 * kill_after [--TERM|--INT|--HUP] MICROSECONDS COMMAND ARGUMENT...: run the command and send it that signal (SIGKILL) after
 * that time. The command starts with signals as a terminal's have them, not ignored as in a shell's background.
 *
 * Prints how many microseconds it ran, behind what it prints itself. Exits 0 where the signal ended it, 1 where it ended
 * before, 3 where it ended otherwise; with 0 microseconds it is never killed, and its own exit code is passed on.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const struct {
    const char *name;
    int number;
} signals[] = {{"--TERM", SIGTERM}, {"--INT", SIGINT}, {"--HUP", SIGHUP}};

enum { SIGNAL_COUNT = sizeof signals / sizeof signals[0] };

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static int signal_named(const char *name) {
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        if (strcmp(signals[i].name, name) == 0)
            return signals[i].number;
    return SIGKILL;
}

static pid_t start_command(char **words) {
    pid_t child = fork();
    if (child != 0)
        return child;
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        signal(signals[i].number, SIG_DFL);
    execv(words[0], words);
    perror(words[0]);
    _exit(127);
}

int main(int argc, char **argv) {
    int number = argc > 1 ? signal_named(argv[1]) : SIGKILL, first = number == SIGKILL ? 1 : 2;
    if (argc < first + 2) {
        fputs("usage: kill_after [--TERM|--INT|--HUP] MICROSECONDS COMMAND ARGUMENT...\n", stderr);
        return 2;
    }
    long long patience = atoll(argv[first]), start = now();
    int status = 0;
    pid_t child = start_command(argv + first + 1), ended = 0;
    if (child < 0) { /* kill(-1) would be everybody's end */
        perror("fork");
        return 2;
    }
    if (patience > 0) {
        while (now() - start < patience && (ended = waitpid(child, &status, WNOHANG)) == 0)
            nanosleep(&(struct timespec){.tv_nsec = 50000}, NULL);
        if (ended == 0)
            kill(child, number);
    }
    if (ended == 0)
        waitpid(child, &status, 0);
    printf("%lld\n", now() - start);
    if (patience == 0)
        return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == number ? 0 : 3;
    return 1;
}
