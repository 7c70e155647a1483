/* SPDX-License-Identifier: MIT */
/*
 * A pack that is to be sealed: its tag manifest and its seals, read, and written with another seal.
 *
 * A pack whose tag manifest does not fit its tag files is refused: a signature over it would vouch for something
 * that is broken. Whether the payload fits is what `fargauge verify` says.
 */
#ifndef FARGAUGE_SEAL_PACK_H
#define FARGAUGE_SEAL_PACK_H

#include "fargauge/buf.h"
#include "fargauge/json_split.h"
#include "fargauge/seal.h"
#include "fargauge/sha256.h"

struct fg_seal_pack {
    struct fg_buf path;
    bool is_archive;
    char sha256[FG_SHA256_HEX_SIZE]; /* of the archive's file; "" for a folder */
    char digest[FG_SHA256_HEX_SIZE]; /* of the tag manifest: the pack's */
    struct fg_buf manifest;
    struct fg_buf seals[FG_SEAL_KINDS];
    bool has[FG_SEAL_KINDS];
};

#define FG_SEAL_PACK_AUTO __attribute__((cleanup(fg_seal_pack_done))) struct fg_seal_pack

/* Errors: FG_INPUT where it is no pack, or not whole; FG_IO. */
int fg_seal_pack_read(const char *path, struct fg_seal_pack *ret_pack, struct fg_error *err);
void fg_seal_pack_done(struct fg_seal_pack *pack);

/* Borrowed. NULL where there is no such seal. */
struct fg_seal_bytes fg_seal_pack_manifest(const struct fg_seal_pack *pack);
struct fg_seal_bytes fg_seal_pack_seal(const struct fg_seal_pack *pack, enum fg_seal_kind kind);

/* Put `seal` into the pack and take `drop` (FG_SEAL_KINDS: nothing) out of it. A folder's file, or the whole
 * archive, is written beside its place and renamed. Errors: FG_IO; FG_INPUT where an archive changed meanwhile. */
int fg_seal_pack_write(const struct fg_seal_pack *pack, enum fg_seal_kind kind, struct fg_seal_bytes seal,
                       enum fg_seal_kind drop, struct fg_error *err);

/* ---- for the two forms of a pack */

/* A tag file's hash, kept while the tag manifest is compared with them all. */
struct fg_seal_tag {
    char *name;
    char sha256[FG_SHA256_HEX_SIZE];
};

struct fg_seal_tags {
    struct fg_seal_tag *list;
    size_t count;
};

/* Take note of the tag file `name` by its bytes' hash, and of its bytes where it is the manifest or a seal. A seal or a
 * manifest of more than FG_SEAL_LIMIT is refused. */
int fg_seal_tags_add(struct fg_seal_tags *tags, struct fg_seal_pack *pack, const char *name, fg_json_read_fn *read,
                     void *context, struct fg_error *err);

int fg_seal_archive_read(struct fg_seal_pack *pack, struct fg_seal_tags *tags, struct fg_error *err);
int fg_seal_archive_write(const struct fg_seal_pack *pack, enum fg_seal_kind kind, struct fg_seal_bytes seal,
                          enum fg_seal_kind drop, struct fg_error *err);

int fg_seal_folder_read(struct fg_seal_pack *pack, struct fg_seal_tags *tags, struct fg_error *err);
int fg_seal_folder_write(const struct fg_seal_pack *pack, enum fg_seal_kind kind, struct fg_seal_bytes seal,
                         enum fg_seal_kind drop, struct fg_error *err);

#endif
