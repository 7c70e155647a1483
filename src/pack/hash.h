/* SPDX-License-Identifier: MIT */
/* A file's SHA-256, and a copy of it. Private to src/pack/. */
#ifndef FARGAUGE_PACK_HASH_H
#define FARGAUGE_PACK_HASH_H

#include "fargauge/error.h"
#include "fargauge/sha256.h"

/* Errors: FG_IO, `pack: PATH: why`. */
int fg_hash_file(const char *path, char hex[FG_SHA256_HEX_SIZE], struct fg_error *err);

/* Copy the file's bytes into a new file. Errors: FG_IO, as above. */
int fg_copy_file(const char *from, const char *to, struct fg_error *err);

/* The running program's own hash; "" where the system does not show its file. */
int fg_hash_self(char hex[FG_SHA256_HEX_SIZE], struct fg_error *err);

#endif
