/* SPDX-License-Identifier: MIT */
#include "fargauge/stop.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fargauge/output.h"
#include "fargauge/resource.h"
#include "fargauge/store.h"
#include "unit.h"

/* A signal is for ever, so each test has a child: it exits with the number of the line that was wrong, 0: none. */
#define WANT(condition) \
    do {                \
        if (!(condition)) \
            _exit(__LINE__ % 256); \
    } while (0)

static int status_of(void (*work)(void))
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        static const int handled[] = {SIGALRM, SIGINT, SIGTERM, SIGHUP}; /* by Check */
        for (size_t i = 0; i < sizeof handled / sizeof handled[0]; i++)
            signal(handled[i], SIG_DFL);
        alarm(60);
        work();
        _exit(0);
    }
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    return status;
}

static void ask_and_die(void)
{
    struct fg_error err = {0};
    fg_stop_on_signals();
    WANT(!fg_stop_requested() && fg_stop_check(&err) == 0);
    fg_stop_die(); /* nobody asked */
    raise(SIGTERM);
    WANT(fg_stop_requested() && fg_stop_check(&err) == -1);
    WANT(err.code == FG_STOPPED);
    WANT(strcmp(err.message, "stopped: by SIGTERM: nothing half-made is left") == 0);
    fg_stop_die();
    WANT(false);
}

static void twice(void)
{
    fg_stop_on_signals();
    raise(SIGTERM);
    raise(SIGINT);
    WANT(false);
}

static void ignored(void)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    fg_stop_on_signals();
    raise(SIGINT);
    raise(SIGHUP);
    WANT(!fg_stop_requested());
}

START_TEST(signals)
{
    int status = status_of(ask_and_die);
    ck_assert_msg(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM, "line %d", WEXITSTATUS(status));
    status = status_of(twice);
    ck_assert_msg(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT, "line %d", WEXITSTATUS(status));
    status = status_of(ignored);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "line %d", WEXITSTATUS(status));
}
END_TEST

static void wait_for_nothing(void)
{
    struct fg_error err = {0};
    int ends[2];
    WANT(pipe(ends) == 0);
    fg_stop_on_signals();
    WANT(write(ends[1], "x", 1) == 1 && fg_stop_wait_readable(ends[0], &err) == 0);
    char byte;
    WANT(read(ends[0], &byte, 1) == 1);
    raise(SIGTERM);
    WANT(fg_stop_wait_readable(ends[0], &err) == -1 && err.code == FG_STOPPED);
}

static void write_nothing(void)
{
    struct fg_error err = {0};
    struct fg_output *output;
    char path[] = "/tmp/fargauge-stop-XXXXXX", file[64];
    WANT(mkdtemp(path) != NULL);
    snprintf(file, sizeof file, "%s/report", path);
    fg_stop_on_signals();
    WANT(fg_output_open(file, &output, &err) == 0);
    fg_output_text(output, "half of a report");
    raise(SIGTERM);
    WANT(fg_output_commit(output, &err) == -1 && err.code == FG_STOPPED);
    fg_output_close(output);
    WANT(rmdir(path) == 0); /* it is empty */
}

/* Work that was begun is undone; undoing it needs SQL as well. */
static void undo(void)
{
    struct fg_error err = {0};
    struct fg_resources *resources;
    struct fg_store *store;
    int64_t records = -1;
    fg_stop_on_signals();
    WANT(fg_resources_open(NULL, &resources, &err) == 0);
    WANT(fg_store_open("", true, resources, &store, &err) == 0);
    WANT(fg_store_begin(store, &err) == 0);
    raise(SIGINT);
    WANT(fg_store_number(store, "tests/no_such_query", &records, &err) == -1);
    fg_store_rollback(store);
    WANT(fg_store_number(store, "store/count_records", &records, &err) == 0 && records == 0);
    fg_store_close(store);
    fg_resources_close(resources);
}

static void check_child(void (*work)(void))
{
    int status = status_of(work);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "line %d, signal %d", WEXITSTATUS(status),
                  WIFSIGNALED(status) ? WTERMSIG(status) : 0);
}

START_TEST(work_ends)
{
    check_child(wait_for_nothing);
    check_child(write_nothing);
    check_child(undo);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("stop");
    TCase *all = tcase_create("stop");
    tcase_add_test(all, signals);
    tcase_add_test(all, work_ends);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
