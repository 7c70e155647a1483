/* SPDX-License-Identifier: MIT */
/* What a pack says of itself in pack.json, as far as it does not stand in its database. Private to src/redo/ and src/cmd/. */
#ifndef FARGAUGE_REDO_SAID_H
#define FARGAUGE_REDO_SAID_H

#include <stdint.h>

#include "fargauge/store.h"
#include "pack/bag_read.h"

/* The columns of sql/redo/options.sql. */
enum fg_said_value {
    FG_SAID_TOOL_VERSION,
    FG_SAID_TOOL_SHA256,
    FG_SAID_PREVIOUS,
    FG_SAID_INPUTS,
    FG_SAID_FORMAT,
    FG_SAID_LANG,
    FG_SAID_CSV_BOM,
    FG_SAID_JUNIT_PROFILE,
    FG_SAID_JUNIT_GROUP,
    FG_SAID_JUNIT_STATUS,
    FG_SAID_JUNIT_MAX_CASES,
    FG_SAID_JUNIT_MAX_SIZE,
    FG_SAID_ORGANISATION,
    FG_SAID_PERIOD,
    FG_SAID_SCOPE,
    FG_SAID_PREPARED_BY,
    FG_SAID_PREPARED_FOR,
    FG_SAID_OWN_TEMPLATES,
    FG_SAID_VALUES,
};

struct fg_said {
    char *texts[FG_SAID_VALUES]; /* NULL where it says nothing */
};

/* Read it through any `store`. *ret_said is the caller's. 1 where there is none that can be used, with a finding where it is
 * malformed. Errors: FG_IO, memory. */
int fg_said_read(struct fg_store *store, const struct fg_bag *bag, struct fg_findings *findings, struct fg_said *ret_said,
                 struct fg_error *err);
void fg_said_done(struct fg_said *said);

const char *fg_said_text(const struct fg_said *said, enum fg_said_value value);
uint64_t fg_said_number(const struct fg_said *said, enum fg_said_value value);

#endif
