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
    bool one_step;             /* the database changes in one transaction */
    bool refuses;              /* an input that cannot be read is refused, and that is noted: exit code 3 */
    bool finds;                /* what cannot be read of a pack's database is a finding, as if it were damaged: exit code 1 */
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
    {.name = "verify", .setup = PACK, .words = {"verify", "pack"}, .finds = true},
    {.name = "merge", .setup = AUDIT, .words = {"merge", "audit.db", "--into", "merged.db"}, .database = "merged.db", .one_step = true},
    {.name = "sign", .setup = PACK " && ssh-keygen -q -t ed25519 -N '' -f key", .words = {"sign", "pack", "--ssh", "key"}},
    {.name = "diff", .setup = AUDIT " && \"$F\" assess --db audit.db --label two --exit-zero --quiet",
     .words = {"diff", "--db", "audit.db", "--from", "one", "--to", "two", "--out", "changes"}, .database = "audit.db", .one_step = true},
    {.name = "templates", .setup = "\"$F\" templates new team --quiet", .words = {"templates", "check", "team"}},
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

#endif
