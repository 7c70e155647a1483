/* SPDX-License-Identifier: MIT */
/*
 * run_faults FARGAUGE PRELOAD INPUTS COMMAND [--points N | --full] [--kind KIND [--call N]]: run one of fargauge's commands again and
 * again, each time with another call failing (preload.c), and look at what it leaves. As TAP, one line for each kind of call.
 *
 * Whatever fails: the exit code is 4 with a line `what: which: why` and a hint, or the command got over it and everything is as
 * without a fault, its words included. A fault of the machine is never told as one of the evidence. No file is half-written, nothing
 * lies about, the database is whole and holds what it held before or what it should hold. Then, without a fault, the same command
 * does its work.
 *
 * Of a kind of which there are more than N calls (FAULT_POINTS of the environment, else 4), N are tried, spread over all; of some
 * kinds more (scenarios.h).
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "audit.h"
#include "library.h"
#include "scenarios.h"
#include "tree.h"

enum { TIMEOUT = 120 };

static const char *fargauge, *preload;
static char place[256]; /* all folders of this run */
static const struct scenario *scenario;
static struct tree before, after;
static struct audit audit_before, audit_after;
static int good_code;
static char good_words[8192]; /* on standard output */

struct run {
    const char *kind;
    long n;
    int code; /* -1: a signal, or too long */
    bool theirs; /* it was libarchive that ended the program: what was begun may lie about */
    char said[8192], printed[8192];
};

/* A path in the run's own folder; good for the next four calls. */
static const char *in_place(const char *name)
{
    static char paths[4][400];
    static size_t next;
    next = (next + 1) % 4;
    snprintf(paths[next], sizeof paths[next], "%s/%s", place, name);
    return paths[next];
}

/* ---- Running ---- */

static void become(const struct run *run, int error)
{
    char text[32], *argv[WORDS + 2] = {(char *)fargauge};
    for (size_t i = 0; scenario->words[i] != NULL; i++)
        argv[i + 1] = (char *)scenario->words[i];
    int to = open(in_place("err"), O_WRONLY | O_CREAT | O_TRUNC, 0666), null = open("/dev/null", O_RDWR);
    int out = open(in_place("out"), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (chdir(in_place("work")) < 0 || dup2(null, 0) < 0 || dup2(out, 1) < 0 || dup2(to, 2) < 0)
        _exit(126);
    setenv("TMPDIR", in_place("tmp"), 1);
    if (run->kind != NULL) {
        setenv("LD_PRELOAD", preload, 1);
        setenv("FAULT_KIND", run->kind, 1);
        setenv("FAULT_COUNT", in_place("count"), 1);
        snprintf(text, sizeof text, "%ld", run->n);
        setenv("FAULT_N", text, 1);
        snprintf(text, sizeof text, "%d", error);
        setenv("FAULT_ERRNO", text, 1);
    }
    alarm(TIMEOUT);
    execv(fargauge, argv);
    _exit(127);
}

static void read_text(const char *path, char *text, size_t room)
{
    FILE *file = fopen(path, "rb");
    size_t len = file == NULL ? 0 : fread(text, 1, room - 1, file);
    text[len] = '\0';
    if (file != NULL)
        fclose(file);
}

static void run(struct run *run, int error)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0)
        become(run, error);
    waitpid(child, &status, 0);
    run->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    read_text(in_place("err"), run->said, sizeof run->said);
    read_text(in_place("out"), run->printed, sizeof run->printed);
    run->theirs = run->code == LIBRARY_CRASHED || strstr(run->said, "Internal Error in libarchive") != NULL;
}

static void fresh(void)
{
    tree_remove(in_place("work"));
    tree_remove(in_place("tmp"));
    tree_write(&before, in_place("work"));
    mkdir(in_place("tmp"), 0777);
}

static void read_database(struct audit *ret_audit)
{
    char path[400];
    snprintf(path, sizeof path, "%s/work/%s", place, scenario->database == NULL ? "none" : scenario->database);
    audit_read(path, ret_audit);
}

static void read_work(struct tree *ret_tree)
{
    tree_read(in_place("work"), ret_tree);
}

static long count_calls(const char *kind)
{
    long count = -1;
    struct run counting = {.kind = kind};
    fresh();
    run(&counting, 0);
    FILE *file = fopen(in_place("count"), "rb");
    if (file == NULL || fscanf(file, "%ld", &count) != 1)
        count = -1;
    if (file != NULL)
        fclose(file);
    return counting.code == good_code ? count : -1;
}

/* ---- Looking at what is left ---- */

/* A line of what is wrong, in a text that has room for some. */
struct wrong {
    char text[4096];
    size_t count;
};

__attribute__((format(printf, 3, 4))) static void wrong(struct wrong *wrong, const struct run *run, const char *format, ...)
{
    va_list args;
    size_t used = strlen(wrong->text);
    wrong->count++;
    if (used + 400 > sizeof wrong->text)
        return;
    used += (size_t)snprintf(wrong->text + used, sizeof wrong->text - used, "#   %s %ld: ", run->kind, run->n);
    va_start(args, format);
    vsnprintf(wrong->text + used, 360, format, args);
    va_end(args);
    for (char *at = wrong->text + used; *at != '\0'; at++) /* one line of TAP */
        if (*at == '\n')
            *at = '|';
    snprintf(wrong->text + strlen(wrong->text), 2, "\n");
}

/* One line `fargauge: what: which: why`, one `hint: …`; more may stand before, of files that were refused. */
static bool has_words(const char *said)
{
    const char *line = NULL, *hint = NULL;
    for (const char *at = said; at != NULL && *at != '\0'; at = strchr(at, '\n') == NULL ? NULL : strchr(at, '\n') + 1) {
        line = strncmp(at, "fargauge: ", 10) == 0 ? at : line;
        hint = strncmp(at, "hint: ", 6) == 0 ? at : hint;
    }
    return line != NULL && hint != NULL && hint > line && strchr(line + 10, ':') != NULL && strchr(line + 10, ':') < strchr(line, '\n');
}

static bool is_database(const char *path)
{
    return scenario->database != NULL && strcmp(path, scenario->database) == 0;
}

/* Where the work was done and only taking its folder away failed, the folder stays; the next run removes it. */
static bool is_clearing_up(const struct run *run, const char *path)
{
    static const char *const kinds_of_it[] = {"open", "read", "memory", "place", "unlink"};
    bool ours = path[0] == '.' && strstr(path, ".tmp") != NULL;
    if (ours && run->theirs)
        return true;
    for (size_t i = 0; ours && run->code == good_code && i < sizeof kinds_of_it / sizeof kinds_of_it[0]; i++)
        if (strcmp(run->kind, kinds_of_it[i]) == 0)
            return true;
    return false;
}

/* A file is what it was, or what it shall be. */
static void check_files(const struct tree *found, const struct run *run, struct wrong *bad)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct entry *entry = &found->list[i];
        const struct entry *was = tree_find(&before, entry->path), *shall = tree_find(&after, entry->path);
        if (is_database(entry->path))
            continue;
        if (was == NULL && shall == NULL && strcmp(run->kind, "unlink") != 0 && !is_clearing_up(run, entry->path) &&
            !(run->theirs && strstr(entry->path, "-journal") != NULL)) /* the next run takes back what it holds */
            wrong(bad, run, "left behind: %s", entry->path);
        else if ((was != NULL || shall != NULL) && !entry_is_same(entry, was) && !entry_is_same(entry, shall))
            wrong(bad, run, "half-written: %s", entry->path);
    }
    for (size_t i = 0; i < before.count; i++)
        if (tree_find(found, before.list[i].path) == NULL && tree_find(&after, before.list[i].path) != NULL)
            wrong(bad, run, "gone: %s", before.list[i].path);
    size_t len = scenario->whole == NULL ? 0 : strlen(scenario->whole);
    for (size_t i = 0; len > 0 && tree_find(found, scenario->whole) != NULL && i < after.count; i++)
        if (strncmp(after.list[i].path, scenario->whole, len) == 0 && tree_find(found, after.list[i].path) == NULL)
            wrong(bad, run, "not whole: %s is missing", after.list[i].path);
}

static void check_complete(const struct tree *found, const struct run *run, struct wrong *bad)
{
    for (size_t i = 0; i < after.count; i++)
        if (!is_database(after.list[i].path) && !entry_is_same(&after.list[i], tree_find(found, after.list[i].path)))
            wrong(bad, run, "exit code %d, but this is not there or another: %s", run->code, after.list[i].path);
}

static void check_temporary(const struct run *run, struct wrong *bad)
{
    struct tree tree;
    tree_read(in_place("tmp"), &tree);
    if (tree.count > 0 && strcmp(run->kind, "unlink") != 0 && !is_clearing_up(run, ".tmp"))
        wrong(bad, run, "left in TMPDIR: %s", tree.list[0].path);
    tree_done(&tree);
}

/* Returns whether nothing of the work is in the database. */
static bool check_database(const struct run *run, struct wrong *bad)
{
    struct audit found;
    read_database(&found);
    if (found.fault[0] != '\0')
        wrong(bad, run, "the database: %s", found.fault);
    bool is_before = audit_is_same(&found, &audit_before), is_after = audit_is_same(&found, &audit_after);
    if (run->code == good_code && !is_after)
        wrong(bad, run, "exit code %d, but the database is another", run->code);
    if (!is_before && !is_after && (scenario->one_step || !audit_is_between(&found, &audit_before, &audit_after)))
        wrong(bad, run, "the database is neither as before nor as it shall be");
    return is_before;
}

static bool is_complete(const struct tree *found)
{
    for (size_t i = 0; i < after.count; i++)
        if (!is_database(after.list[i].path) && !entry_is_same(&after.list[i], tree_find(found, after.list[i].path)))
            return false;
    return true;
}

/* Without a fault the command does its work, if it has not done it already. */
static void check_again(const struct run *former, bool from_before, struct wrong *bad)
{
    struct run again = {.kind = NULL};
    struct tree found;
    struct audit audit;
    read_work(&found);
    bool done_already = !from_before || is_complete(&found); /* then it may say that something stands there */
    tree_done(&found);
    run(&again, 0);
    if (again.code != good_code && !(done_already && again.code <= 2))
        wrong(bad, former, "then, without a fault: exit code %d: %.200s", again.code, again.said);
    if (again.code != good_code || !from_before)
        return;
    read_work(&found);
    read_database(&audit);
    for (size_t i = 0; i < after.count; i++)
        if (!is_database(after.list[i].path) && !entry_is_same(&after.list[i], tree_find(&found, after.list[i].path)))
            wrong(bad, former, "then, without a fault, not there or another: %s", after.list[i].path);
    if (!audit_is_same(&audit, &audit_after))
        wrong(bad, former, "then, without a fault, the database is another");
    tree_done(&found);
}

/* From the first letter on that is another than without a fault. */
static const char *from_difference(const char *printed)
{
    size_t same = 0;
    while (printed[same] != '\0' && printed[same] == good_words[same])
        same++;
    return printed + same;
}

/* What it prints is what it prints without a fault. */
static bool says_the_same(const struct run *run)
{
    return strcmp(run->printed, good_words) == 0 ||
           (scenario->admits != NULL && strstr(run->printed, scenario->admits) != NULL);
}

static void try(const char *kind, int error, bool harmless, long n, struct wrong *bad)
{
    struct run faulty = {.kind = kind, .n = n};
    struct tree found;
    fresh();
    run(&faulty, error);
    bool good = faulty.code == good_code;
    if (faulty.code == LIBRARY_CRASHED && error == ENOMEM)
        printf("# %s %ld: libarchive crashed\n", kind, n); /* without memory it may: 3.6 looks at few of its requests */
    else if (!good && (harmless || faulty.code != 4))
        wrong(bad, &faulty, "exit code %d: %.150s%.150s", faulty.code, faulty.said, from_difference(faulty.printed));
    else if (!good && !has_words(faulty.said))
        wrong(bad, &faulty, "no message or no hint: %.300s", faulty.said);
    else if (good && !says_the_same(&faulty))
        wrong(bad, &faulty, "exit code %d, but it says something else: %.300s", faulty.code, from_difference(faulty.printed));
    bool from_before = check_database(&faulty, bad); /* first: it ends what a journal left open */
    read_work(&found);
    check_files(&found, &faulty, bad);
    if (faulty.code == good_code)
        check_complete(&found, &faulty, bad);
    if (!faulty.theirs)
        check_temporary(&faulty, bad);
    tree_done(&found);
    if (faulty.code != good_code)
        check_again(&faulty, from_before, bad);
}

/* ---- All of it ---- */

static void prepare(const char *inputs)
{
    struct run good = {.kind = NULL};
    mkdir(in_place("work"), 0777);
    mkdir(in_place("tmp"), 0777);
    setenv("F", fargauge, 1);
    setenv("IN", inputs, 1);
    if (chdir(in_place("work")) < 0 || system(scenario->setup) != 0 || chdir("/") < 0) {
        printf("Bail out! %s: cannot be set up\n", scenario->name);
        exit(1);
    }
    read_work(&before);
    read_database(&audit_before);
    run(&good, 0);
    good_code = good.code;
    snprintf(good_words, sizeof good_words, "%s", good.printed);
    read_database(&audit_after);
    read_work(&after);
    if (good.code != 0 && good.code != 1) {
        printf("Bail out! %s: exit code %d: %s\n", scenario->name, good.code, good.said);
        exit(1);
    }
}

static long largest(long a, long b, long c)
{
    long of_two = a > b ? a : b;
    return of_two > c ? of_two : c;
}

static int try_kinds(long points, const char *only)
{
    int failed = 0, number = 0;
    for (size_t i = 0; i < KINDS; i++) {
        if (only != NULL && strcmp(only, kinds[i].name) != 0)
            continue;
        struct wrong bad = {.text = ""};
        long count = count_calls(kinds[i].name), tried = 0;
        long most = largest(points, kinds[i].least, scenario->least);
        long step_count = count < most || points == 0 ? count : most;
        for (; tried < step_count; tried++)
            try(kinds[i].name, kinds[i].error, kinds[i].harmless,
                step_count == count ? tried + 1 : 1 + tried * (count - 1) / (step_count > 1 ? step_count - 1 : 1), &bad);
        bool sound = bad.count == 0 && count >= 0;
        printf("%s %d - %s: %s: %ld of %ld calls\n%s", sound ? "ok" : "not ok", ++number, scenario->name, kinds[i].name, tried,
               count, bad.text);
        fflush(stdout);
        failed += !sound;
    }
    printf("1..%d\n", number);
    return failed > 0;
}

static int try_one(const char *kind, long n)
{
    struct wrong bad = {.text = ""};
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(kinds[i].name, kind) == 0)
            try(kind, kinds[i].error, kinds[i].harmless, n, &bad);
    printf("%s%zu wrong; what is left lies in %s\n", bad.text, bad.count, place);
    return bad.count > 0;
}

int main(int argc, char **argv)
{
    for (size_t i = 0; argc > 4 && i < SCENARIOS; i++)
        if (strcmp(scenarios[i].name, argv[4]) == 0)
            scenario = &scenarios[i];
    if (scenario == NULL) {
        fputs("usage: run_faults FARGAUGE PRELOAD INPUTS COMMAND [--points N | --full] [--kind KIND [--call N]]\n", stderr);
        return 2;
    }
    const char *tmp = getenv("TMPDIR");
    static char paths[3][PATH_MAX];
    for (int i = 0; i < 3; i++)
        if (realpath(argv[i + 1], paths[i]) == NULL)
            return 2;
    fargauge = paths[0];
    preload = paths[1];
    snprintf(place, sizeof place, "%s/fargauge-faults-XXXXXX", tmp == NULL ? "/tmp" : tmp);
    if (mkdtemp(place) == NULL)
        return 2;
    setenv("SOURCE_DATE_EPOCH", "1790000000", 1);
    prepare(paths[2]);
    const char *kind = NULL, *wanted = getenv("FAULT_POINTS");
    long points = wanted == NULL ? 4 : atol(wanted), call = 0;
    for (int i = 5; i < argc; i++) {
        if (strcmp(argv[i], "--full") == 0)
            points = 0;
        else if (i + 1 < argc && strcmp(argv[i], "--points") == 0)
            points = atol(argv[++i]);
        else if (i + 1 < argc && strcmp(argv[i], "--kind") == 0)
            kind = argv[++i];
        else if (i + 1 < argc && strcmp(argv[i], "--call") == 0)
            call = atol(argv[++i]);
    }
    if (kind != NULL && call > 0)
        return try_one(kind, call);
    int failed = try_kinds(points, kind);
    tree_remove(place);
    tree_done(&before);
    tree_done(&after);
    return failed;
}
