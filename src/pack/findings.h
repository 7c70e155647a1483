/* SPDX-License-Identifier: MIT */
/*
 * What a check of an evidence pack finds, one line each: `kind: which: detail`.
 *
 * A finding says that the pack is not what it should be; it is no error of the check, which goes on and lists all.
 * Memory that is missing is kept in `failed` and reported once, by fg_findings_check().
 */
#ifndef FARGAUGE_PACK_FINDINGS_H
#define FARGAUGE_PACK_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "fargauge/error.h"

struct fg_finding {
    const char *kind; /* a word of our own: changed, missing, added … */
    char *which;      /* whatever a pack holds: control characters stay */
    char *detail;     /* NULL: none */
};

struct fg_findings {
    struct fg_finding *list;
    size_t count;
    bool failed; /* memory was missing */
};

/* Append one; `kind` is borrowed for good, the others are copied. `format` NULL: no detail. */
void fg_findings_add(struct fg_findings *findings, const char *kind, const char *which, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Forget those that `is_one` says; returns how many. */
typedef bool fg_finding_fn(const void *context, const struct fg_finding *finding);
size_t fg_findings_drop(struct fg_findings *findings, fg_finding_fn *is_one, const void *context);

/* Append all of `from` to `to`; `from` is empty then. */
void fg_findings_move(struct fg_findings *to, struct fg_findings *from);

/* -1 where memory was missing for one of them. */
int fg_findings_check(const struct fg_findings *findings, struct fg_error *err);

void fg_findings_done(struct fg_findings *findings);

#endif
