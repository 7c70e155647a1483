/* SPDX-License-Identifier: MIT */
/* The parts of an sshsig signature, and what a list of allowed signers says of a key. */
#ifndef FARGAUGE_SEAL_SSHSIG_H
#define FARGAUGE_SEAL_SSHSIG_H

#include "fargauge/seal.h"
#include "seal/file.h"

/* Everything is borrowed from the text that was parsed. */
struct fg_sshsig {
    struct fg_seal_bytes public_key, name_space, reserved, hash, signature;
};

/* Take the armour off into `blob`, which the caller cleanses, and the parts out of that. False where it is none. */
bool fg_sshsig_parse(struct fg_seal_bytes seal, struct fg_seal_secret *blob, struct fg_sshsig *ret_parts);

/* Append what is signed: the header and the content's hash. Returns 0, or -1 where the hash is none that is known. */
int fg_sshsig_add_signed(struct fg_buf *out, const struct fg_sshsig *parts, struct fg_seal_bytes content);

/* Append the signature in its armour. */
void fg_sshsig_add_armour(struct fg_buf *out, const struct fg_sshsig *parts);

/* What `trust->allowed_signers` (not NULL) says of the key at `at`, a time in ms: the result's status, signer,
 * validity and detail. */
int fg_seal_allowed(struct fg_seal_bytes public_key, const struct fg_seal_trust *trust, int64_t at,
                    struct fg_seal_result *result, struct fg_error *err);

#endif
