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

/* What a pack says of itself that does not stand in its database, for making it once more and comparing: nothing but its files'
 * hashes comes out. */
struct fg_pack_again {
    const char *tool_sha256; /* ""; not known */
    const char *previous;    /* the digest; "": there was none */
    const char *inputs;      /* included, hashes or redacted */
    bool own_templates;      /* some were used */
    /* Where the bytes with this hash are; NULL where the pack has none, with *ret_reason as it says. */
    const char *(*find)(void *context, const char *sha256, const char **ret_reason);
    /* Told of each file of the pack but its manifests, in no order. */
    void (*member)(void *context, const char *name, const char *sha256);
    /* Told once of what stands in bag-info.txt before its last line, the size of the payload. */
    void (*info)(void *context, const char *text, size_t len);
    void *context;
};

struct fg_pack_options {
    const char *out;        /* what the pack is called: NAME.zip, NAME.tar.gz, else a folder; nothing may stand there */
    const char *inputs_dir; /* where recorded paths are looked for first; NULL: where they say */
    bool no_inputs;         /* the inputs' hashes only */
    bool allow_missing;     /* pack the rest, and say what is missing */
    const char *previous;   /* a pack, to whose digest this one's statement refers; NULL: none */
    struct fg_render_options render; /* `out` is passed over */

    /* Writes the copy of the database from which all is made, to the new file `database`; the pack then has no inputs. NULL: it is
     * copied as it is. */
    int (*redact)(void *context, struct fg_store *store, const char *database, struct fg_error *err);
    void *redact_context;

    const struct fg_pack_again *again; /* NULL: a new pack. Else whatever above says the same is passed over */
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
