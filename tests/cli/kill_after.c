/* SPDX-License-Identifier: MIT */
/*
 * kill_after MICROSECONDS COMMAND ARGUMENT...: run the command and kill it (SIGKILL) after that time.
 *
 * Prints how many microseconds it ran. Exits 0 where it was killed, 1 where it ended before; with 0
 * microseconds it is never killed, and its own exit code is passed on.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fputs("usage: kill_after MICROSECONDS COMMAND ARGUMENT...\n", stderr);
        return 2;
    }
    long long patience = atoll(argv[1]), start = now();
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        execv(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    if (patience > 0) {
        while (now() - start < patience && waitpid(child, &status, WNOHANG) == 0)
            nanosleep(&(struct timespec){.tv_nsec = 50000}, NULL);
        kill(child, SIGKILL);
    }
    waitpid(child, &status, 0);
    printf("%lld\n", now() - start);
    if (patience == 0)
        return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
    return WIFSIGNALED(status) ? 0 : 1;
}
