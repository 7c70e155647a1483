/* SPDX-License-Identifier: MIT */
/* SSH's encoding (RFC 4251, 5) of numbers and strings, and of public keys (RFC 4253, 5656, 8709). */
#ifndef FARGAUGE_SEAL_WIRE_H
#define FARGAUGE_SEAL_WIRE_H

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <stdbool.h>

#include "fargauge/buf.h"
#include "fargauge/seal.h"

/* A cursor over bytes. What does not fit sets `failed`, and gives nothing from then on. */
struct fg_wire {
    const unsigned char *at, *end;
    bool failed;
};

struct fg_wire fg_wire_over(struct fg_seal_bytes bytes);
uint32_t fg_wire_u32(struct fg_wire *wire);
/* Borrowed from the text; never NULL. */
struct fg_seal_bytes fg_wire_string(struct fg_wire *wire);
/* Not negative and in the shortest form; at most 16384 bits. The caller's, to BN_clear_free(); NULL (and failed) where
 * it is none. */
BIGNUM *fg_wire_number(struct fg_wire *wire);
/* True where all was taken and nothing failed. */
bool fg_wire_ended(const struct fg_wire *wire);

bool fg_wire_is(struct fg_seal_bytes string, const char *text);

void fg_wire_add_u32(struct fg_buf *out, uint32_t value);
void fg_wire_add_string(struct fg_buf *out, const void *bytes, size_t len);
void fg_wire_add_text(struct fg_buf *out, const char *text);
void fg_wire_add_number(struct fg_buf *out, const BIGNUM *number);

/* Base64 (RFC 4648), strict but for line feeds, which are passed over. `out` has room for 3/4 of len. Returns the number of
 * bytes, -1 where it is none. */
long fg_wire_decode(const char *text, size_t len, unsigned char *out);
/* Lines of `width` characters, each ended; 0: one line, not ended. */
void fg_wire_encode(struct fg_buf *out, struct fg_seal_bytes bytes, size_t width);

/* The kinds of key that there are here. */
enum fg_ssh_kind { FG_SSH_RSA, FG_SSH_ED25519, FG_SSH_P256, FG_SSH_P384, FG_SSH_P521, FG_SSH_KINDS };

struct fg_ssh_type {
    const char *name;  /* "ecdsa-sha2-nistp256" */
    const char *curve; /* "nistp256"; NULL */
    const char *group; /* libcrypto's name of the curve; NULL */
    const char *hash;  /* of the curve's signatures; NULL */
    size_t width;      /* of a coordinate, bytes */
};

extern const struct fg_ssh_type fg_ssh_types[FG_SSH_KINDS];

/* The kind of that name; FG_SSH_KINDS where there is none. */
enum fg_ssh_kind fg_ssh_kind_of_name(struct fg_seal_bytes name);
enum fg_ssh_kind fg_ssh_kind_of_key(const EVP_PKEY *key);

/* A public key's blob, read and written. NULL where it is none; *ret_kind is FG_SSH_KINDS where its kind is not known. */
EVP_PKEY *fg_ssh_public(struct fg_seal_bytes blob, enum fg_ssh_kind *ret_kind);
/* Returns 0, or -1 where the key is none of these kinds. */
int fg_ssh_add_public(struct fg_buf *out, const EVP_PKEY *key);

/* A key out of its numbers (all borrowed; `secret` NULL: the public half). NULL where they fit no key. */
EVP_PKEY *fg_ssh_make_rsa(const BIGNUM *modulus, const BIGNUM *exponent, const BIGNUM *secret);
EVP_PKEY *fg_ssh_make_ec(enum fg_ssh_kind kind, struct fg_seal_bytes point, const BIGNUM *secret);

#endif
