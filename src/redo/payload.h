/* SPDX-License-Identifier: MIT */
/*
 * A pack made once more, from the audit that was made again (or, where that could not be, from the packed one), with what
 * the first says of itself in pack.json; then every file of both is compared byte by byte. So a report, a statement or a rule that was edited
 * is found although all hashes fit. Private to src/redo/ and src/cmd/.
 */
#ifndef FARGAUGE_REDO_PAYLOAD_H
#define FARGAUGE_REDO_PAYLOAD_H

#include "fargauge/own_templates.h"
#include "fargauge/store.h"
#include "pack/bag_read.h"
#include "redo/said.h"

struct fg_payload_options {
    const struct fg_bag *bag;
    const struct fg_said *said;
    const struct fg_own_templates *own; /* the user's own, if the pack says that there were any; NULL: they are not at hand */
    const char *scratch;
};

struct fg_payload {
    size_t compared, same;         /* of the other files, but reports by templates of the user's own that are not at hand */
    bool database_same;            /* byte by byte */
    bool by_us;                    /* this very program wrote the pack, with this SQLite: then the database must be the same */
};

/* Pack `store` and compare. fargauge.db is no finding here: whoever compares rows names what differs in it. Errors: FG_IO, FG_INTERNAL. */
int fg_payload_compare(struct fg_store *store, const struct fg_payload_options *options, struct fg_findings *findings,
                       struct fg_payload *ret_payload, struct fg_error *err);

#endif
