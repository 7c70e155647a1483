/* SPDX-License-Identifier: MIT */
/* The bytes behind a record on the screen, for fargauge explain. */
#ifndef FARGAUGE_CMD_EVIDENCE_H
#define FARGAUGE_CMD_EVIDENCE_H

#include "cmd/command.h"
#include "fargauge/store.h"

/* What is shown and how, for one run. Borrowed throughout. */
struct fg_evidence_view {
    const struct fg_run *run;
    struct fg_store *store;
    const char *lang;
    bool full;            /* whole records, however long */
    int64_t assessment;   /* whose names of files count; 0: any */
};

/* Run a query that gives lines (and, in a second column, whether one is an alarm) with what was bound to
 * it, and print them. */
int fg_evidence_lines(const struct fg_evidence_view *view, struct fg_statement *query,
                      struct fg_error *err);

/* Read the record's file again, under one name after the other until its bytes are found: say for each
 * what has become of it, then print the bytes. */
int fg_evidence_bytes(const struct fg_evidence_view *view, int64_t record, struct fg_error *err);

#endif
