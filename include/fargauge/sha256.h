/* SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4) by libcrypto, behind three calls. */
#ifndef FARGAUGE_SHA256_H
#define FARGAUGE_SHA256_H

#include <stddef.h>

#include "fargauge/error.h"

enum { FG_SHA256_SIZE = 32, FG_SHA256_HEX_SIZE = 65 };

struct fg_sha256; /* a running hash; owned by whoever called _new */

/* NULL where libcrypto finds no memory or offers no SHA-256. */
struct fg_sha256 *fg_sha256_new(void);
void fg_sha256_free(struct fg_sha256 *hash);

/* Start over, for the next text. Returns 0 or -1. */
int fg_sha256_reset(struct fg_sha256 *hash);
/* Returns 0 or -1. */
int fg_sha256_add(struct fg_sha256 *hash, const void *bytes, size_t len);
/* The digest; the hash must be reset before it is used again. Returns 0 or -1. */
int fg_sha256_digest(struct fg_sha256 *hash, unsigned char out[FG_SHA256_SIZE]);
/* The digest as 64 lower-case hexadecimal digits and a NUL. Returns 0 or -1. */
int fg_sha256_hex(struct fg_sha256 *hash, char out[FG_SHA256_HEX_SIZE]);

#endif
