/* SPDX-License-Identifier: MIT */
#include <openssl/ecdsa.h>
#include <stdio.h>
#include <string.h>

#include "seal/check.h"
#include "seal/result.h"
#include "seal/sshsig.h"
#include "seal/wire.h"

enum { SIGNATURE_MOST = 16384 / 8 };

/* What a signature may be called, of which kind of key, and by which hash. */
static const struct {
    const char *name;
    enum fg_ssh_kind kind;
    const char *hash; /* NULL: the algorithm has its own */
} algorithms[] = {
    {"rsa-sha2-512", FG_SSH_RSA, "SHA512"},
    {"rsa-sha2-256", FG_SSH_RSA, "SHA256"},
    {"ssh-ed25519", FG_SSH_ED25519, NULL},
    {"ecdsa-sha2-nistp256", FG_SSH_P256, "SHA256"},
    {"ecdsa-sha2-nistp384", FG_SSH_P384, "SHA384"},
    {"ecdsa-sha2-nistp521", FG_SSH_P521, "SHA512"},
};

static bool verify_bytes(EVP_PKEY *key, const char *hash, const void *signature, size_t len, const struct fg_buf *bytes)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool right = context != NULL && EVP_DigestVerifyInit_ex(context, NULL, hash, NULL, NULL, key, NULL) == 1 &&
                 EVP_DigestVerify(context, signature, len, (const unsigned char *)bytes->data, bytes->len) == 1;
    EVP_MD_CTX_free(context);
    return right;
}

static bool verify_ecdsa(EVP_PKEY *key, const char *hash, struct fg_seal_bytes numbers, const struct fg_buf *bytes)
{
    struct fg_wire wire = fg_wire_over(numbers);
    BIGNUM *r = fg_wire_number(&wire), *s = fg_wire_number(&wire);
    ECDSA_SIG *pair = fg_wire_ended(&wire) ? ECDSA_SIG_new() : NULL;
    unsigned char *der = NULL;
    if (pair == NULL || ECDSA_SIG_set0(pair, r, s) != 1) {
        ECDSA_SIG_free(pair);
        BN_free(r);
        BN_free(s);
        return false;
    }
    int len = i2d_ECDSA_SIG(pair, &der);
    bool right = len > 0 && verify_bytes(key, hash, der, (size_t)len, bytes);
    OPENSSL_free(der);
    ECDSA_SIG_free(pair);
    return right;
}

/* Leading zeros may be missing, as OpenSSH has it. */
static bool verify_rsa(EVP_PKEY *key, const char *hash, struct fg_seal_bytes number, const struct fg_buf *bytes)
{
    unsigned char padded[SIGNATURE_MOST] = {0};
    size_t size = (size_t)EVP_PKEY_get_size(key);
    if (number.len > size || size > sizeof padded)
        return false;
    memcpy(padded + (size - number.len), number.bytes, number.len);
    return verify_bytes(key, hash, padded, size, bytes);
}

static bool verify(EVP_PKEY *key, enum fg_ssh_kind kind, const char *hash, struct fg_seal_bytes raw,
                   const struct fg_buf *bytes)
{
    if (kind == FG_SSH_RSA)
        return verify_rsa(key, hash, raw, bytes);
    return kind == FG_SSH_ED25519 ? verify_bytes(key, hash, raw.bytes, raw.len, bytes)
                                  : verify_ecdsa(key, hash, raw, bytes);
}

/* As `ssh-keygen -l` shows it. */
static void say_fingerprint(struct fg_seal_bytes blob, struct fg_seal_result *result)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    FG_BUF_AUTO text = FG_BUF_INIT;
    if (EVP_Digest(blob.bytes, blob.len, digest, &size, EVP_sha256(), NULL) != 1)
        return;
    fg_buf_add_text(&text, "SHA256:");
    fg_wire_encode(&text, (struct fg_seal_bytes){digest, size}, 0);
    while (text.len > 0 && text.data[text.len - 1] == '=')
        text.data[--text.len] = '\0';
    fg_seal_copy(result->fingerprint, sizeof result->fingerprint, fg_buf_text(&text), text.len);
}

/* The key of the signature in a form that can be used; else NULL, with the result said. */
static EVP_PKEY *read_key(const struct fg_sshsig *parts, enum fg_ssh_kind *ret_kind, struct fg_seal_result *result)
{
    struct fg_wire wire = fg_wire_over(parts->public_key);
    struct fg_seal_bytes name = fg_wire_string(&wire);
    EVP_PKEY *key = fg_ssh_public(parts->public_key, ret_kind);
    say_fingerprint(parts->public_key, result);
    if (key != NULL)
        return key;
    if (*ret_kind == FG_SSH_KINDS)
        fg_seal_say(result, fg_wire_is(name, "ssh-dss") ? FG_SEAL_WEAK : FG_SEAL_UNSUPPORTED, "kind of key: %.*s",
                    (int)(name.len > 64 ? 64 : name.len), (const char *)name.bytes);
    else
        fg_seal_say(result, FG_SEAL_MALFORMED, "its key is none");
    return NULL;
}

static bool is_right(const struct fg_sshsig *parts, struct fg_seal_bytes content, EVP_PKEY *key, enum fg_ssh_kind kind,
                     struct fg_seal_result *result)
{
    FG_BUF_AUTO bytes = FG_BUF_INIT;
    struct fg_wire wire = fg_wire_over(parts->signature);
    struct fg_seal_bytes name = fg_wire_string(&wire), raw = fg_wire_string(&wire);
    size_t i = 0, count = sizeof algorithms / sizeof algorithms[0];
    while (i < count && !fg_wire_is(name, algorithms[i].name))
        i++;
    fg_seal_say_algorithm(result, key, fg_wire_is(parts->hash, "sha512") ? "SHA-512" : "SHA-256");
    if (!fg_wire_ended(&wire) || (i < count && algorithms[i].kind != kind))
        fg_seal_say(result, FG_SEAL_MALFORMED, "its signature is none of its key");
    else if (i == count)
        fg_seal_say(result, fg_wire_is(name, "ssh-rsa") ? FG_SEAL_WEAK : FG_SEAL_UNSUPPORTED, "algorithm: %.*s",
                    (int)(name.len > 64 ? 64 : name.len), (const char *)name.bytes);
    else if (fg_sshsig_add_signed(&bytes, parts, content) < 0 || bytes.failed)
        fg_seal_say(result, FG_SEAL_UNSUPPORTED, "its hash is neither sha512 nor sha256");
    else if (fg_seal_key_is_weak(key))
        fg_seal_say(result, FG_SEAL_WEAK, "key: %s", result->algorithm);
    else if (!verify(key, kind, algorithms[i].hash, raw, &bytes))
        fg_seal_say(result, FG_SEAL_WRONG, "it, or what it is over, was changed");
    else if (!fg_wire_is(parts->name_space, FG_SEAL_NAMESPACE))
        fg_seal_say(result, FG_SEAL_WRONG_PURPOSE, "namespace: %.*s, not " FG_SEAL_NAMESPACE,
                    (int)(parts->name_space.len > 64 ? 64 : parts->name_space.len), (const char *)parts->name_space.bytes);
    else
        return true;
    return false;
}

int fg_seal_look_ssh(struct fg_seal_bytes content, struct fg_seal_bytes seal, const struct fg_seal_trust *trust, int64_t at,
                     struct fg_seal_result *result, struct fg_error *err)
{
    FG_SEAL_SECRET_AUTO blob = {0};
    struct fg_sshsig parts;
    enum fg_ssh_kind kind;
    int status = 0;
    if (!fg_sshsig_parse(seal, &blob, &parts)) {
        fg_seal_say(result, FG_SEAL_MALFORMED, "no signature in OpenSSH's armour");
        return 0;
    }
    EVP_PKEY *key = read_key(&parts, &kind, result);
    if (key != NULL && is_right(&parts, content, key, kind, result)) {
        if (trust->allowed_signers == NULL)
            fg_seal_say(result, FG_SEAL_NOBODY_ASKED, "not trusted: no list of allowed signers was given");
        else
            status = fg_seal_allowed(parts.public_key, trust, at != 0 ? at : trust->now, result, err);
        result->time_proved = at != 0 && trust->allowed_signers != NULL;
    }
    EVP_PKEY_free(key);
    return status;
}
