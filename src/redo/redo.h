/* SPDX-License-Identifier: MIT */
/*
 * Doing again what an audit says was done, in a fresh database, by this program: the inputs are imported in their order, under
 * their names and limits, run by run; behind each run come the assessments that were made of it, with their options.
 * Then every row of results and evidence is compared, and what differs is named.
 *
 * The packed database is taken for what it is, a file from strangers: it is looked at (whole, of this schema, no triggers)
 * before anything of it is believed. What it says of how things were done is followed; what it says came out is compared.
 * What no file can prove is taken from it: what was passed over in folders, and files that could not be read when they were
 * handed over.
 */
#ifndef FARGAUGE_REDO_REDO_H
#define FARGAUGE_REDO_REDO_H

#include <stdbool.h>
#include <stdint.h>

#include "fargauge/ingest.h"
#include "fargauge/resource.h"
#include "fargauge/store.h"
#include "pack/findings.h"

/* Where the bytes with this hash are; NULL where they are not at hand. Borrowed. */
typedef const char *fg_redo_find_fn(void *context, const char *sha256);

struct fg_redo_options {
    const char *packed;  /* the packed database: a copy of ours, which may be changed */
    const char *scratch; /* a folder of ours */
    const struct fg_resources *resources;
    fg_redo_find_fn *find;
    void *find_context;
    void (*on_progress)(void *context, const struct fg_ingest_progress *progress); /* may be NULL */
    void *progress_context;
};

struct fg_redo {
    struct fg_store *store; /* what was made again, the packed database attached to it as `audit` */
    char packed_ruleset[65], ruleset[65];
    char plain_ruleset[65]; /* ours, without what the user added */
    char maker[64];         /* the version that made the newest assessment */
    bool readable;          /* the packed database could be believed so far */
    bool made;              /* everything was done again */
    size_t not_at_hand;     /* files of which the bytes were not found */
    int64_t assessments, unsure; /* how many; of these, those of which no run is known */
    int64_t results, same;  /* compared, and the same */
    int64_t records;
    int64_t other_rules;    /* assessments that were judged by other rules than now */
};

/* Attach and look at the packed database. *ret_redo is the caller's, for fg_redo_close(). What is wrong with it is a
 * finding, and `readable` is false. Errors: FG_IO, FG_INTERNAL. */
int fg_redo_open(const struct fg_redo_options *options, struct fg_findings *findings, struct fg_redo **ret_redo,
                 struct fg_error *err);
void fg_redo_close(struct fg_redo *redo);

/* Import and assess again; `made` is false where inputs are not at hand: the first 20 of these are put into `missing`, which
 * may be NULL. */
int fg_redo_run(struct fg_redo *redo, const struct fg_redo_options *options, struct fg_findings *findings,
                struct fg_findings *missing, struct fg_error *err);

/* Count where both databases are known to be the same, byte by byte. */
int fg_redo_count(struct fg_redo *redo, struct fg_error *err);

/* Compare all rows, name those that differ, and count. */
int fg_redo_compare(struct fg_redo *redo, struct fg_findings *findings, struct fg_error *err);

#endif
