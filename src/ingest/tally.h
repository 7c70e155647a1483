/* SPDX-License-Identifier: MIT */
/* Private to src/ingest: records of no interest, counted by type. */
#ifndef FARGAUGE_INGEST_TALLY_H
#define FARGAUGE_INGEST_TALLY_H

#include <stddef.h>
#include <stdint.h>

#include "fargauge/error.h"

/* How many types are told apart; what a file has beyond them is counted as "(other types)". */
enum { FG_TYPES_MAX = 200 };

struct fg_tally {
    struct fg_tally_type {
        char *type;
        int64_t count;
    } *types;
    size_t count;
};

int fg_tally_add(struct fg_tally *tally, const char *type, int64_t count, struct fg_error *err);
int64_t fg_tally_total(const struct fg_tally *tally);
void fg_tally_done(struct fg_tally *tally);

#endif
