/* SPDX-License-Identifier: MIT */
/*
 * Evidence packs: a BagIt bag (RFC 8493) of what was handed over, the audit's database, its reports, the rules and the import's
 * log, with a statement in words. docs/pack.md describes the format.
 *
 * A pack is made from a copy of the database, so that everything in it shows one state, and so that the same audit gives the same
 * bytes. Nothing is taken on trust: a file goes in only if its bytes are those that were handed over.
 */
#ifndef FARGAUGE_PACK_H
#define FARGAUGE_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "fargauge/error.h"
#include "fargauge/render.h"
#include "fargauge/sha256.h"
#include "fargauge/store.h"

struct fg_pack_options {
    const char *out;        /* what the pack is called: NAME.zip, NAME.tar.gz, else a folder; nothing may stand there */
    const char *inputs_dir; /* where recorded paths are looked for first; NULL: where they say */
    bool no_inputs;         /* the inputs' hashes only */
    bool allow_missing;     /* pack the rest, and say what is missing */
    const char *previous;   /* a pack, to whose digest this one's statement refers; NULL: none */
    struct fg_render_options render; /* `out` is passed over */

    /* Rewrites the copy of the database before anything is made from it; the pack then has no inputs. NULL: nothing does. */
    int (*redact)(void *context, const char *database, struct fg_error *err);
    void *redact_context;
};

struct fg_pack_facts {
    char digest[FG_SHA256_HEX_SIZE]; /* SHA-256 of tagmanifest-sha256.txt: it stands for the whole pack */
};

/* Pack the audit. The pack appears whole or not at all. Errors: FG_USAGE (no assessment yet; something stands at `out`; `previous`
 * is no pack), FG_IO (an input is missing or changed, the disk), FG_INTERNAL. */
int fg_pack(struct fg_store *store, const struct fg_pack_options *options, struct fg_pack_facts *ret_facts,
            struct fg_error *err);

/* The digest of the pack at `path`: a folder, a ZIP or a tar.gz. Errors: FG_USAGE where it is no pack of fargauge's; FG_IO. */
int fg_pack_digest(const char *path, char digest[FG_SHA256_HEX_SIZE], struct fg_error *err);

#endif
