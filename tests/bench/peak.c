/* SPDX-License-Identifier: MIT */
/*
 * Run a command; print its wall seconds, its CPU seconds (user and system) and its peak resident
 * memory in KB on one line:
 *
 *     peak COMMAND [ARGUMENT...]
 *
 * Processes that the command started and waited for count: their CPU is added, and the peak is that of
 * the largest. The command's standard output goes to standard error. Exits as the command did (127
 * where it could not be started). HUP, INT and TERM end the command and all that it started.
 */
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t group; /* the command's process group; 0 before it is there */

static void end_group(int signal)
{
    if (group > 0)
        kill(-(pid_t)group, signal);
}

static void pass_on_signals(void)
{
    static const int signals[] = {SIGHUP, SIGINT, SIGTERM};
    struct sigaction action = {.sa_handler = end_group, .sa_flags = SA_RESTART};
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        sigaction(signals[i], &action, NULL);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fputs("usage: peak COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    pass_on_signals();
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        setpgid(0, 0);
        dup2(STDERR_FILENO, STDOUT_FILENO);
        execvp(argv[1], argv + 1);
        perror(argv[1]);
        _exit(127);
    }
    if (child > 0)
        setpgid(child, child); /* in both processes: whichever comes first */
    group = child;
    int status;
    if (child < 0 || waitpid(child, &status, 0) < 0) {
        perror("peak");
        return 127;
    }
    double wall = now() - start;
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    printf("%.4f %.4f %ld\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime),
           usage.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
