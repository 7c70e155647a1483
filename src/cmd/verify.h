/* SPDX-License-Identifier: MIT */
/* fargauge verify: its checks, one after the other. Each prints a line, and what it found below it. */
#ifndef FARGAUGE_CMD_VERIFY_H
#define FARGAUGE_CMD_VERIFY_H

#include "cmd/command.h"
#include "pack/bag_check.h"

struct fg_verify_options {
    const char *trust, *allowed_signers, *tsa_trust;
    const char *previous;
    const char *inputs;
    const char *template_dir;
    const char *with_tool;
    bool no_redo;
    bool strict;
    uint64_t max_total;
};

struct fg_verify {
    const struct fg_run *run;
    const struct fg_verify_options *chosen;
    const char *path;           /* of the pack */
    struct fg_bag *bag;
    struct fg_findings findings; /* of the check that runs */
    struct fg_findings told;     /* of those that ran */
    struct fg_buf signed_by;    /* for the last line; empty: by nobody */
    bool bad_signature;         /* one is there that is not right */
    bool made_again;            /* the results were, and compared */
    struct fg_buf results;      /* for the last line */
};

/* Print `topic` and what is to be said of it; where the check found something, that instead, a line each. */
void fg_verify_tell(struct fg_verify *verify, const char *topic, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* As above, for what nobody checked: said, and no finding. */
void fg_verify_note(struct fg_verify *verify, const char *topic, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* What the tag files of `bag`, which lies at `path`, say: into `structure` and `hashes`. Of an archive that ended early the files
 * that are missing are one finding. Errors: memory. */
int fg_verify_files(const struct fg_bag *bag, const char *path, struct fg_findings *structure, struct fg_findings *hashes,
                    struct fg_error *err);
void fg_verify_sum_up_missing(const struct fg_bag *bag, struct fg_findings *findings, const char *path, const char *which);

/* Of files that were made again and differ: forget those that have been told of, and those that speak of inputs where these are
 * what was changed. The latter's names are appended to `ret_followers`. Errors: memory. */
int fg_verify_drop_followers(struct fg_verify *verify, struct fg_findings *findings, struct fg_buf *ret_followers,
                             struct fg_error *err);

/* The checks. Errors: FG_USAGE (a trust file), FG_IO, memory. */
int fg_verify_seals(struct fg_verify *verify, struct fg_error *err);
int fg_verify_previous(struct fg_verify *verify, struct fg_error *err);
int fg_verify_results(struct fg_verify *verify, struct fg_error *err);

/* Let --with-tool's program verify the pack, once its hash is known to be the one that the pack names. *ret_code is what it
 * exits with. */
int fg_verify_with_tool(struct fg_verify *verify, int *ret_code, struct fg_error *err);

#endif
