/* SPDX-License-Identifier: MIT */
#include "fargauge/sha256.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdlib.h>

struct fg_sha256 {
    EVP_MD_CTX *context;
};

int fg_sha256_reset(struct fg_sha256 *hash)
{
    return EVP_DigestInit_ex(hash->context, EVP_sha256(), NULL) == 1 ? 0 : -1;
}

struct fg_sha256 *fg_sha256_new(void)
{
    /* Asked first whether it could begin at all: OpenSSL 3.0 goes on without what it found no memory for, and crashes. */
    if (OSSL_LIB_CTX_get0_global_default() == NULL)
        return NULL;
    struct fg_sha256 *hash = calloc(1, sizeof *hash);
    if (hash == NULL)
        return NULL;
    hash->context = EVP_MD_CTX_new();
    if (hash->context == NULL || fg_sha256_reset(hash) < 0) {
        fg_sha256_free(hash);
        return NULL;
    }
    return hash;
}

void fg_sha256_free(struct fg_sha256 *hash)
{
    if (hash == NULL)
        return;
    EVP_MD_CTX_free(hash->context);
    free(hash);
}

int fg_sha256_add(struct fg_sha256 *hash, const void *bytes, size_t len)
{
    return EVP_DigestUpdate(hash->context, bytes, len) == 1 ? 0 : -1;
}

int fg_sha256_digest(struct fg_sha256 *hash, unsigned char out[FG_SHA256_SIZE])
{
    unsigned size = 0;
    return EVP_DigestFinal_ex(hash->context, out, &size) == 1 && size == FG_SHA256_SIZE ? 0 : -1;
}

int fg_sha256_hex(struct fg_sha256 *hash, char out[FG_SHA256_HEX_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[FG_SHA256_SIZE];
    if (fg_sha256_digest(hash, digest) < 0)
        return -1;
    for (size_t i = 0; i < sizeof digest; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 15];
    }
    out[FG_SHA256_HEX_SIZE - 1] = '\0';
    return 0;
}
