/* SPDX-License-Identifier: MIT */
/* What a key to sign with is, for those who sign. */
#ifndef FARGAUGE_SEAL_KEY_H
#define FARGAUGE_SEAL_KEY_H

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "fargauge/seal.h"

struct fg_seal_key {
    EVP_PKEY *key;
    X509 *certificate;     /* NULL: none was given */
    STACK_OF(X509) *chain; /* NULL, or those between it and the CA */
};

/* A key in OpenSSH's own form (PROTOCOL.key, "openssh-key-v1"), which is not encrypted. `text` is the whole file. Returns 1
 * where it is no such file; errors (FG_USAGE) are without the path. */
int fg_seal_key_read_openssh(struct fg_seal_bytes text, EVP_PKEY **ret_key, struct fg_error *err);

#endif
