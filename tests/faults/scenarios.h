/* SPDX-License-Identifier: MIT */
/* Which commands are run with failing calls, in which folder, and which calls fail how. */
#ifndef FARGAUGE_TESTS_FAULTS_SCENARIOS_H
#define FARGAUGE_TESTS_FAULTS_SCENARIOS_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>

enum { WORDS = 12 };

struct scenario {
    const char *name;
    const char *setup;         /* run in the folder before; $F is fargauge, $IN the inputs */
    const char *words[WORDS];  /* of the command */
    const char *database;      /* NULL: it writes none */
    const char *whole;         /* a folder that is there whole or not at all; NULL */
    const char *admits;        /* with these words it may go on, and leave out what it could not get; NULL */
    bool one_step;             /* the database changes in one transaction */
    long least;                /* so many points of each kind, where FAULT_POINTS are fewer: it is quick, and shows evidence */
};

#define AUDIT "\"$F\" import \"$IN\" --db audit.db --quiet && { \"$F\" assess --db audit.db --label one --exit-zero --quiet || exit 1; }"
#define PACK AUDIT " && \"$F\" pack --db audit.db --quiet --out pack"

static const struct scenario scenarios[] = {
    {.name = "import", .setup = "cp -r \"$IN\" in && mkdir in/more && echo '{\"services\":[]}' >in/more/unnamed && echo no >in/more/NOTES",
     .words = {"import", "in", "--db", "audit.db"}, .database = "audit.db"}, /* what was passed over is a step of its own */
    {.name = "import-again", .setup = AUDIT " && echo '{\"services\":[]}' >more.json",
     .words = {"import", "more.json", "--db", "audit.db"}, .database = "audit.db", .one_step = true},
    {.name = "assess", .setup = AUDIT, .words = {"assess", "--db", "audit.db", "--label", "two"}, .database = "audit.db",
     .one_step = true},
    {.name = "report", .setup = "cp -r \"$IN\" in", .words = {"report", "in", "--out", "out"}, .database = "out/fargauge.db"},
    {.name = "render", .setup = AUDIT " && mkdir out && echo former >out/results.csv", .words = {"render", "--db", "audit.db", "--out", "out"},
     .database = "audit.db", .one_step = true},
    {.name = "pack", .setup = AUDIT, .words = {"pack", "--db", "audit.db", "--out", "pack"}, .database = "audit.db", .whole = "pack",
     .one_step = true},
    {.name = "pack-zip", .setup = AUDIT, .words = {"pack", "--db", "audit.db", "--out", "pack.zip"}, .database = "audit.db", .one_step = true},
    {.name = "verify", .setup = PACK, .words = {"verify", "pack"}},
    {.name = "verify-zip", .setup = PACK ".zip && mkdir elsewhere && cp -r \"$IN\" elsewhere/in",
     .words = {"verify", "pack.zip", "--inputs", "elsewhere", "--strict"}},
    {.name = "verify-signed", .setup = AUDIT " && \"$F\" pack --db audit.db --out before.zip --quiet && \"$F\" pack --db audit.db "
     "--previous before.zip --out pack --quiet && ssh-keygen -q -t ed25519 -N '' -f key && \"$F\" sign pack --ssh key --quiet && "
     "echo \"me@example.org $(cat key.pub)\" >allowed",
     .words = {"verify", "pack", "--allowed-signers", "allowed", "--previous", "before.zip"}},
    {.name = "status", .setup = AUDIT, .words = {"status", "--db", "audit.db"}, .database = "audit.db", .one_step = true},
    {.name = "explain", .setup = AUDIT, .words = {"explain", "1", "--db", "audit.db"}, .database = "audit.db",
     .admits = "cannot be read:", .one_step = true, .least = 60}, /* the input, of which it would show a record */
    {.name = "import-archive", .setup = "tar -C \"$IN\" -czf in.tar.gz .", .words = {"import", "in.tar.gz", "--db", "audit.db"},
     .database = "audit.db", .one_step = true},
    {.name = "merge", .setup = AUDIT, .words = {"merge", "audit.db", "--into", "merged.db"}, .database = "merged.db", .one_step = true},
    {.name = "sign", .setup = PACK " && ssh-keygen -q -t ed25519 -N '' -f key", .words = {"sign", "pack", "--ssh", "key"}, .least = 60},
    {.name = "sign-cms", .setup = PACK " && openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem "
     "-subj /CN=auditor -days 36500 2>openssl.said && chmod 600 key.pem", .words = {"sign", "pack", "--key", "key.pem", "--cert", "cert.pem"}},
    {.name = "diff", .setup = AUDIT " && \"$F\" assess --db audit.db --label two --exit-zero --quiet",
     .words = {"diff", "--db", "audit.db", "--from", "one", "--to", "two", "--out", "changes"}, .database = "audit.db", .one_step = true},
    {.name = "templates", .setup = "\"$F\" templates new team --quiet", .words = {"templates", "check", "team"}},
};
enum { SCENARIOS = sizeof scenarios / sizeof scenarios[0] };

/* Few calls, by which evidence comes to lie where it should: nearly always each of them is tried. */
enum { FEW = 40 };

static const struct {
    const char *name;
    int error;
    bool harmless; /* a call that does only half of it is none that fails */
    long least;    /* so many points, where FAULT_POINTS are fewer */
} kinds[] = {
    {"write", ENOSPC, false, 0},  {"shortwrite", 0, true, 0},    {"fsync", EIO, false, FEW},    {"rename", EACCES, false, FEW},
    {"open", EMFILE, false, 0},   {"mkdir", EACCES, false, FEW}, {"truncate", EIO, false, FEW}, {"close", EIO, false, 0},
    {"read", EIO, false, 0},      {"page", EIO, false, 12},      {"shortread", 0, true, 0},     {"unlink", EACCES, false, FEW},
    {"memory", ENOMEM, false, 0}, {"place", ENOMEM, false, 0},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

#endif
