/* SPDX-License-Identifier: MIT */
/*
 * Import: exports in, rows with their provenance out.
 *
 * One file is one transaction: it is in the database whole or not at all. A file whose bytes were
 * imported before is noted and not loaded twice. What a file is, is told by its content.
 */
#ifndef FARGAUGE_INGEST_H
#define FARGAUGE_INGEST_H

#include <stdbool.h>
#include <stdint.h>

#include "fargauge/error.h"
#include "fargauge/store.h"

struct fg_ingest_options {
    const char *captured_at; /* the database's form; NULL: found out per file */
    bool strict;             /* the caller holds one transaction for all files */
    bool waivers_only;       /* anything but a waiver file is refused */
    int64_t run;             /* from fg_ingest_next_run(): the files of one run belong together */
};

/* The number of a new import run. Of waiver files only those of the newest run that held any are in
 * force, so that a shortened or withdrawn waiver is. Errors: FG_IO. */
int fg_ingest_next_run(struct fg_store *store, int64_t *ret_run, struct fg_error *err);

/* What became of one file. Texts are borrowed until the next call with the same report. */
struct fg_ingest_report {
    const char *path;
    enum {
        FG_INGEST_LOADED,
        FG_INGEST_SEEN_BEFORE, /* the same bytes are in the database */
        FG_INGEST_REFUSED,     /* nothing of it is in the database; `refusal` says why */
    } outcome;
    char kind[32];
    int64_t used;           /* records stored */
    int64_t of_no_interest; /* records counted by type */
    int64_t rejected;       /* records kept as rejections */
    char first_rejection[384]; /* "POINTER: reason: detail" of the first of them */
    struct fg_error refusal;
};

/* Import one file; "-" is standard input. Returns 0 whatever became of the file (*ret_report says it),
 * -1 (FG_IO, FG_INTERNAL) where the database or the machine failed. */
int fg_ingest_file(struct fg_store *store, const char *path, const struct fg_ingest_options *options,
                   struct fg_ingest_report *ret_report, struct fg_error *err);

/* The files behind the given inputs, sorted by path, each once. */
struct fg_inputs {
    char **paths;
    size_t count;
    size_t passed_over; /* files in folders that are no export by their name, and symbolic links */
};

/* Files stand as given; folders are walked for *.json, *.json.gz and waiver files in *.csv (hidden files,
 * symbolic links and others are passed over). Errors: FG_IO, for a name that does
 * not exist too. */
int fg_inputs_find(const char *const *given, size_t count, struct fg_inputs *ret_inputs,
                   struct fg_error *err);
void fg_inputs_done(struct fg_inputs *inputs);

#endif
