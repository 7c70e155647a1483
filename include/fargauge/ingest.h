/* SPDX-License-Identifier: MIT */
/*
 * Import: exports in, rows with their provenance out.
 *
 * A file is in the database whole or not at all: it is one savepoint, and files are committed in batches
 * of about a second. A file whose bytes were imported before is noted and not loaded twice. What a file
 * is, is told by its content. Files are read, hashed, inflated and cut on other threads than the one
 * that stores; what is stored does not depend on their number.
 */
#ifndef FARGAUGE_INGEST_H
#define FARGAUGE_INGEST_H

#include <stdbool.h>
#include <stdint.h>

#include "fargauge/error.h"
#include "fargauge/limits.h"
#include "fargauge/store.h"

/* How far an import has come. */
struct fg_ingest_progress {
    size_t file, files;    /* the one being stored, from 1 */
    uint64_t bytes, total; /* read, and on disk; a pipe's are not in the total */
    const char *path;
};

/* What became of one file. Texts are borrowed for the call. */
struct fg_ingest_report {
    const char *path;
    enum {
        FG_INGEST_LOADED,
        FG_INGEST_SEEN_BEFORE, /* the same bytes are in the database */
        FG_INGEST_REFUSED,     /* nothing of it is in the database; `refusal` says why */
        FG_INGEST_PASSED_OVER, /* a member of an archive that is not read; `passed_over` says why */
    } outcome;
    char kind[32];
    int64_t used;           /* records stored */
    int64_t of_no_interest; /* records counted by type */
    char types[256];        /* the most frequent of those types: "AWS::EC2::Volume 12, …" */
    int64_t rejected;       /* records kept as rejections */
    char first_rejection[384]; /* "POINTER: reason: detail" of the first of them */
    struct fg_error refusal;
    const char *passed_over; /* as in struct fg_passed_over */
};

struct fg_ingest_options {
    const char *captured_at; /* the database's form; NULL: found out per file */
    const char *const *names; /* what the files are called, one each; NULL: as their paths */
    bool strict;             /* the caller holds one transaction for all files */
    bool waivers_only;       /* anything but a waiver file is refused */
    int64_t run;             /* from fg_ingest_next_run(): the files of one run belong together */
    const struct fg_limits *limits; /* NULL: the defaults */
    /* Told of each file once it is committed (with `strict`: once it is stored), in order. */
    void (*on_file)(void *context, const struct fg_ingest_report *report);
    /* Called a few times a second; may be NULL, as on_file may. */
    void (*on_progress)(void *context, const struct fg_ingest_progress *progress);
    void *context;
};

/* The number of a new import run. Of waiver files only those of the newest run that held any are in
 * force, so that a shortened or withdrawn waiver is. Errors: FG_IO. */
int fg_ingest_next_run(struct fg_store *store, int64_t *ret_run, struct fg_error *err);

/* Import files; "-" is standard input. Returns 0 whatever became of them (on_file hears of it), -1 (FG_IO,
 * FG_INTERNAL) where the database or the machine failed: what on_file has heard of is in the database,
 * nothing else is. */
int fg_ingest_files(struct fg_store *store, char *const *paths, size_t count,
                    const struct fg_ingest_options *options, struct fg_error *err);

/* Something in a folder that is not read. */
struct fg_passed_over {
    char *path;
    const char *reason; /* symbolic_link, special_file, not_an_export (neither by its name nor by its first bytes);
                         * in an archive also hard_link, nested_archive */
};

/* The files behind the given inputs, and what was passed over, each sorted by path, each path once. */
struct fg_inputs {
    char **paths;
    size_t count;
    struct fg_passed_over *passed;
    size_t passed_count;
};

/* Whether a file looks like an export, by its name or its first bytes: 1 or 0; -1 where it cannot be opened, as
 * fg_source_open() says. Inside a folder other things lie about, and only what looks like one is read. */
int fg_inputs_is_export(const char *path, struct fg_error *err);

/* Files stand as given; folders are walked for what looks like an export, by name (.json, .json.gz, .jsonl,
 * .ndjson, .zip, .tar, .tar.gz, .tgz) or by its first bytes (JSON, a known CSV). Hidden files and folders are left out
 * without a word. Errors: FG_IO, for a name that does not exist too. */
int fg_inputs_find(const char *const *given, size_t count, struct fg_inputs *ret_inputs,
                   struct fg_error *err);
void fg_inputs_done(struct fg_inputs *inputs);

/* Note in the database what was passed over. Errors: FG_IO. */
int fg_ingest_passed_over(struct fg_store *store, const struct fg_inputs *inputs, int64_t run,
                          struct fg_error *err);

#endif
