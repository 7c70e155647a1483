/* SPDX-License-Identifier: MIT */
#include <openssl/ecdsa.h>
#include <openssl/err.h>

#include "seal/check.h"
#include "seal/file.h"
#include "seal/key.h"
#include "seal/sshsig.h"
#include "seal/wire.h"

static bool make(EVP_PKEY *key, const char *hash, const struct fg_buf *bytes, struct fg_seal_secret *ret_signature)
{
    size_t len = 0;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool done = context != NULL && EVP_DigestSignInit_ex(context, NULL, hash, NULL, NULL, key, NULL) == 1 &&
                EVP_DigestSign(context, NULL, &len, (const unsigned char *)bytes->data, bytes->len) == 1 &&
                fg_seal_secret_init(ret_signature, len, NULL) == 0 &&
                EVP_DigestSign(context, ret_signature->bytes, &len, (const unsigned char *)bytes->data, bytes->len) == 1;
    EVP_MD_CTX_free(context);
    ret_signature->len = done ? len : 0;
    return done;
}

/* The raw signature of libcrypto over `bytes`; the hash is the key's own. */
static int sign_bytes(EVP_PKEY *key, const char *hash, const struct fg_buf *bytes, struct fg_seal_secret *ret_signature,
                      struct fg_error *err)
{
    bool done = make(key, hash, bytes, ret_signature);
    ERR_clear_error();
    if (!done) { /* once more, as in check.c */
        fg_seal_secret_done(ret_signature);
        done = make(key, hash, bytes, ret_signature);
    }
    if (done)
        return 0;
    return fg_seal_memory_missing() ? fg_error_memory(err)
                                    : fg_error_set(err, FG_USAGE, "signature: libcrypto could not make it with this key");
}

/* RFC 5656, 3.1.2: libcrypto's DER as two numbers. */
static int add_ecdsa(struct fg_buf *out, const struct fg_seal_secret *signature)
{
    FG_BUF_AUTO numbers = FG_BUF_INIT;
    const unsigned char *at = signature->bytes;
    ECDSA_SIG *pair = d2i_ECDSA_SIG(NULL, &at, (long)signature->len);
    if (pair == NULL)
        return -1;
    fg_wire_add_number(&numbers, ECDSA_SIG_get0_r(pair));
    fg_wire_add_number(&numbers, ECDSA_SIG_get0_s(pair));
    ECDSA_SIG_free(pair);
    fg_wire_add_string(out, numbers.data, numbers.len);
    return numbers.failed ? -1 : 0;
}

static int add_signature(struct fg_buf *out, EVP_PKEY *key, enum fg_ssh_kind kind, const struct fg_buf *bytes,
                         struct fg_error *err)
{
    FG_SEAL_SECRET_AUTO raw = {0};
    const struct fg_ssh_type *type = &fg_ssh_types[kind];
    if (sign_bytes(key, kind == FG_SSH_RSA ? "SHA512" : type->hash, bytes, &raw, err) < 0)
        return -1;
    fg_wire_add_text(out, kind == FG_SSH_RSA ? "rsa-sha2-512" : type->name); /* RFC 8332 */
    if (type->curve == NULL)
        fg_wire_add_string(out, raw.bytes, raw.len);
    else if (add_ecdsa(out, &raw) < 0)
        return fg_error_memory(err);
    return out->failed ? fg_error_memory(err) : 0;
}

int fg_seal_sign_ssh(struct fg_seal_bytes content, const struct fg_seal_key *key, struct fg_buf *out, struct fg_error *err)
{
    static const char name_space[] = FG_SEAL_NAMESPACE, hash[] = "sha512";
    FG_BUF_AUTO public_key = FG_BUF_INIT;
    FG_BUF_AUTO bytes = FG_BUF_INIT;
    FG_BUF_AUTO signature = FG_BUF_INIT;
    enum fg_ssh_kind kind = fg_ssh_kind_of_key(key->key);
    if (kind == FG_SSH_KINDS || fg_ssh_add_public(&public_key, key->key) < 0) {
        fg_error_set(err, FG_USAGE, "signature: SSH has no keys of this kind");
        return fg_error_hint(err, "use Ed25519, RSA, or ECDSA on P-256, P-384 or P-521");
    }
    struct fg_sshsig parts = {.public_key = {public_key.data, public_key.len},
                              .name_space = {name_space, sizeof name_space - 1},
                              .reserved = {"", 0},
                              .hash = {hash, sizeof hash - 1}};
    if (fg_sshsig_add_signed(&bytes, &parts, content) < 0 || bytes.failed || public_key.failed)
        return fg_error_memory(err);
    if (add_signature(&signature, key->key, kind, &bytes, err) < 0)
        return -1;
    parts.signature = (struct fg_seal_bytes){signature.data, signature.len};
    fg_sshsig_add_armour(out, &parts);
    return out->failed ? fg_error_memory(err) : 0;
}
