/* SPDX-License-Identifier: MIT */
/* Filling in a struct fg_seal_result. */
#ifndef FARGAUGE_SEAL_RESULT_H
#define FARGAUGE_SEAL_RESULT_H

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "fargauge/seal.h"

/* Copy `len` bytes as UTF-8, cut between characters where the room ends. What is none, and NUL, becomes a question mark. */
void fg_seal_copy(char *to, size_t room, const char *text, size_t len);

/* Set the status and, as printf() would, why. */
void fg_seal_say(struct fg_seal_result *result, enum fg_seal_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* "RSA 3072, SHA-256"; `hash` may be NULL. */
void fg_seal_say_algorithm(struct fg_seal_result *result, EVP_PKEY *key, const char *hash);

/* Subject, issuer, serial, fingerprint and validity. */
void fg_seal_say_certificate(struct fg_seal_result *result, X509 *certificate);

/* ms since 1970; 0 where it is none. */
int64_t fg_seal_ms(const ASN1_TIME *time);

/* "SHA-256", or NULL for a hash that is too weak, or not known. */
const char *fg_seal_hash_name(int nid);

/* True for hashes that were in use and are broken or too short. */
bool fg_seal_hash_is_weak(int nid);

/* RSA or EC or Ed25519 of 112 bits of security at least (RSA 2048). */
bool fg_seal_key_is_weak(EVP_PKEY *key);

#endif
