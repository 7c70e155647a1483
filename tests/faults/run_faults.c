/* SPDX-License-Identifier: MIT */
/*
 * run_faults FARGAUGE PRELOAD INPUTS COMMAND [--points N | --full] [--kind KIND [--call N]]: run one of fargauge's commands again and
 * again, each time with another call failing (preload.c), and look at what it leaves. As TAP, one line for each kind of call.
 *
 * Whatever fails: the exit code is 4 with a line `what: which: why` and a hint, or the command got over it and everything is as
 * without a fault. No file is half-written, nothing lies about, the database is whole and holds what it held before or what it
 * should hold. Then, without a fault, the same command does its work.
 *
 * Of a kind of which there are more than N calls (FAULT_POINTS of the environment, else 4), N are tried, spread over all.
 */
#define _GNU_SOURCE
#include <errno.h>
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
#include "tree.h"

enum { WORDS = 12, TIMEOUT = 120 };

struct scenario {
    const char *name;
    const char *setup;         /* run in the folder before; $F is fargauge, $IN the inputs */
    const char *words[WORDS];  /* of the command */
    const char *database;      /* NULL: it writes none */
    const char *whole;         /* a folder that is there whole or not at all; NULL */
    bool one_step;             /* the database changes in one transaction */
    bool refuses;              /* an input that cannot be read is refused, and that is noted: exit code 3 */
};

#define AUDIT "\"$F\" import \"$IN\" --db audit.db --quiet && { \"$F\" assess --db audit.db --label one --exit-zero --quiet || exit 1; }"
#define PACK AUDIT " && \"$F\" pack --db audit.db --out pack --quiet"

static const struct scenario scenarios[] = {
    {.name = "import", .setup = "cp -r \"$IN\" in", .words = {"import", "in", "--db", "audit.db"}, .database = "audit.db",
     .one_step = true, .refuses = true},
    {.name = "import-again", .setup = AUDIT " && echo '{\"services\":[]}' >more.json",
     .words = {"import", "more.json", "--db", "audit.db"}, .database = "audit.db", .one_step = true, .refuses = true},
    {.name = "assess", .setup = AUDIT, .words = {"assess", "--db", "audit.db", "--label", "two"}, .database = "audit.db",
     .one_step = true},
    {.name = "report", .setup = "cp -r \"$IN\" in", .words = {"report", "in", "--out", "out"}, .database = "out/fargauge.db",
     .refuses = true},
    {.name = "render", .setup = AUDIT " && mkdir out && echo former >out/results.csv", .words = {"render", "--db", "audit.db", "--out", "out"},
     .database = "audit.db", .one_step = true},
    {.name = "pack", .setup = AUDIT, .words = {"pack", "--db", "audit.db", "--out", "pack"}, .database = "audit.db", .whole = "pack",
     .one_step = true},
    {.name = "pack-zip", .setup = AUDIT, .words = {"pack", "--db", "audit.db", "--out", "pack.zip"}, .database = "audit.db", .one_step = true},
    {.name = "verify", .setup = PACK, .words = {"verify", "pack"}},
    {.name = "merge", .setup = AUDIT, .words = {"merge", "audit.db", "--into", "merged.db"}, .database = "merged.db", .one_step = true},
    {.name = "sign", .setup = PACK " && ssh-keygen -q -t ed25519 -N '' -f key", .words = {"sign", "pack", "--ssh", "key"}},
    {.name = "diff", .setup = AUDIT " && \"$F\" assess --db audit.db --label two --exit-zero --quiet",
     .words = {"diff", "--db", "audit.db", "--from", "one", "--to", "two", "--out", "changes"}, .database = "audit.db", .one_step = true},
};
enum { SCENARIOS = sizeof scenarios / sizeof scenarios[0] };

static const struct {
    const char *name;
    int error;
    bool harmless; /* a call that does only half of it is none that fails */
} kinds[] = {
    {"write", ENOSPC, false}, {"shortwrite", 0, true}, {"fsync", EIO, false},   {"rename", EACCES, false},
    {"open", EMFILE, false},  {"mkdir", EACCES, false}, {"truncate", EIO, false}, {"close", EIO, false},
    {"read", EIO, false},     {"shortread", 0, true},  {"unlink", EACCES, false}, {"memory", ENOMEM, false},
    {"place", ENOMEM, false},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

static const char *fargauge, *preload;
static char place[256]; /* all folders of this run */
static const struct scenario *scenario;
static struct tree before, after;
static struct audit audit_before, audit_after;
static int good_code;

struct run {
    const char *kind;
    long n;
    int code; /* -1: a signal, or too long */
    char said[8192];
};

/* ---- Running ---- */

static void become(const struct run *run, int error)
{
    char text[32], count[300], *argv[WORDS + 2] = {(char *)fargauge};
    char work[300], tmp[300], err[300];
    snprintf(work, sizeof work, "%s/work", place);
    snprintf(tmp, sizeof tmp, "%s/tmp", place);
    snprintf(err, sizeof err, "%s/err", place);
    snprintf(count, sizeof count, "%s/count", place);
    for (size_t i = 0; scenario->words[i] != NULL; i++)
        argv[i + 1] = (char *)scenario->words[i];
    int to = open(err, O_WRONLY | O_CREAT | O_TRUNC, 0666), null = open("/dev/null", O_RDWR);
    if (chdir(work) < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0 || dup2(to, 2) < 0)
        _exit(126);
    setenv("TMPDIR", tmp, 1);
    if (run->kind != NULL) {
        setenv("LD_PRELOAD", preload, 1);
        setenv("FAULT_KIND", run->kind, 1);
        setenv("FAULT_COUNT", count, 1);
        snprintf(text, sizeof text, "%ld", run->n);
        setenv("FAULT_N", text, 1);
        snprintf(text, sizeof text, "%d", error);
        setenv("FAULT_ERRNO", text, 1);
    }
    alarm(TIMEOUT);
    execv(fargauge, argv);
    _exit(127);
}

static void run(struct run *run, int error)
{
    char path[300];
    int status = 0;
    pid_t child = fork();
    if (child == 0)
        become(run, error);
    waitpid(child, &status, 0);
    run->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    snprintf(path, sizeof path, "%s/err", place);
    FILE *file = fopen(path, "rb");
    size_t len = file == NULL ? 0 : fread(run->said, 1, sizeof run->said - 1, file);
    run->said[len] = '\0';
    if (file != NULL)
        fclose(file);
}

static void fresh(void)
{
    char work[300], tmp[300];
    snprintf(work, sizeof work, "%s/work", place);
    snprintf(tmp, sizeof tmp, "%s/tmp", place);
    tree_remove(work);
    tree_remove(tmp);
    tree_write(&before, work);
    mkdir(tmp, 0777);
}

static void read_database(struct audit *ret_audit)
{
    char path[400];
    snprintf(path, sizeof path, "%s/work/%s", place, scenario->database == NULL ? "none" : scenario->database);
    audit_read(path, ret_audit);
}

static void read_work(struct tree *ret_tree)
{
    char work[300];
    snprintf(work, sizeof work, "%s/work", place);
    tree_read(work, ret_tree);
}

static long count_calls(const char *kind)
{
    char path[300];
    long count = -1;
    struct run counting = {.kind = kind};
    fresh();
    run(&counting, 0);
    snprintf(path, sizeof path, "%s/count", place);
    FILE *file = fopen(path, "rb");
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
    used += (size_t)vsnprintf(wrong->text + used, 360, format, args);
    va_end(args);
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
        if (was == NULL && shall == NULL && strcmp(run->kind, "unlink") != 0 && !is_clearing_up(run, entry->path))
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
    char tmp[300];
    struct tree tree;
    snprintf(tmp, sizeof tmp, "%s/tmp", place);
    tree_read(tmp, &tree);
    if (tree.count > 0 && strcmp(run->kind, "unlink") != 0)
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

/* The database holds the note and is whole; handed over once more, the file is taken. */
static void check_refused(const struct run *former, struct wrong *bad)
{
    struct run again = {.kind = NULL};
    struct audit found;
    read_database(&found);
    if (found.fault[0] != '\0')
        wrong(bad, former, "the database: %s", found.fault);
    run(&again, 0);
    if (again.code != good_code)
        wrong(bad, former, "then, without a fault: exit code %d: %.200s", again.code, again.said);
}

static void try(const char *kind, int error, bool harmless, long n, struct wrong *bad)
{
    struct run faulty = {.kind = kind, .n = n};
    struct tree found;
    fresh();
    run(&faulty, error);
    bool refused = faulty.code == 3 && scenario->refuses && (strcmp(kind, "open") == 0 || strcmp(kind, "read") == 0);
    if (refused && !has_words(faulty.said))
        wrong(bad, &faulty, "no message or no hint: %.300s", faulty.said);
    else if (!refused && faulty.code != good_code && (harmless || faulty.code != 4))
        wrong(bad, &faulty, "exit code %d: %.300s", faulty.code, faulty.said);
    else if (!refused && faulty.code != good_code && !has_words(faulty.said))
        wrong(bad, &faulty, "no message or no hint: %.300s", faulty.said);
    if (refused) {
        check_refused(&faulty, bad);
        return;
    }
    bool from_before = check_database(&faulty, bad); /* first: it ends what a journal left open */
    read_work(&found);
    check_files(&found, &faulty, bad);
    if (faulty.code == good_code)
        check_complete(&found, &faulty, bad);
    check_temporary(&faulty, bad);
    tree_done(&found);
    if (faulty.code != good_code)
        check_again(&faulty, from_before, bad);
}

/* ---- All of it ---- */

static void prepare(const char *inputs)
{
    char work[300], tmp[300];
    struct run good = {.kind = NULL};
    snprintf(work, sizeof work, "%s/work", place);
    snprintf(tmp, sizeof tmp, "%s/tmp", place);
    mkdir(work, 0777);
    mkdir(tmp, 0777);
    setenv("F", fargauge, 1);
    setenv("IN", inputs, 1);
    if (chdir(work) < 0 || system(scenario->setup) != 0 || chdir("/") < 0) {
        printf("Bail out! %s: cannot be set up\n", scenario->name);
        exit(1);
    }
    read_work(&before);
    read_database(&audit_before);
    run(&good, 0);
    good_code = good.code;
    read_database(&audit_after);
    read_work(&after);
    if (good.code != 0 && good.code != 1) {
        printf("Bail out! %s: exit code %d: %s\n", scenario->name, good.code, good.said);
        exit(1);
    }
}

static int try_kinds(long points, const char *only)
{
    int failed = 0, number = 0;
    for (size_t i = 0; i < KINDS; i++) {
        if (only != NULL && strcmp(only, kinds[i].name) != 0)
            continue;
        struct wrong bad = {.text = ""};
        long count = count_calls(kinds[i].name), tried = 0;
        long step_count = count < points || points == 0 ? count : points;
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
