/* SPDX-License-Identifier: MIT */
#include "fargauge/uuid.h"

#include <openssl/evp.h>
#include <stdbool.h>

enum { UUID_BYTES = 16, VERSION_AT = 6, VARIANT_AT = 8 };

static const unsigned char namespace[UUID_BYTES] = {
    0x94, 0xdd, 0xce, 0xe3, 0x4e, 0x89, 0x51, 0xe0, 0x94, 0xf1, 0x9f, 0xc6, 0xfa, 0xfa, 0xa5, 0x8c,
};

static bool hash(const char *name, size_t len, unsigned char digest[EVP_MAX_MD_SIZE])
{
    unsigned size = 0;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool done = context != NULL && EVP_DigestInit_ex(context, EVP_sha1(), NULL) == 1 &&
                EVP_DigestUpdate(context, namespace, sizeof namespace) == 1 &&
                EVP_DigestUpdate(context, name, len) == 1 && EVP_DigestFinal_ex(context, digest, &size) == 1 &&
                size >= UUID_BYTES;
    EVP_MD_CTX_free(context);
    return done;
}

/* RFC 9562, 5.5: the hash's first 16 bytes, with the version and the variant in their places. */
int fg_uuid_of(const char *name, size_t len, char out[FG_UUID_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[EVP_MAX_MD_SIZE];
    if (!hash(name, len, digest))
        return -1;
    digest[VERSION_AT] = (unsigned char)(0x50 | (digest[VERSION_AT] & 0x0F));
    digest[VARIANT_AT] = (unsigned char)(0x80 | (digest[VARIANT_AT] & 0x3F));
    for (size_t i = 0; i < UUID_BYTES; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *out++ = '-';
        *out++ = digits[digest[i] >> 4];
        *out++ = digits[digest[i] & 15];
    }
    *out = '\0';
    return 0;
}
