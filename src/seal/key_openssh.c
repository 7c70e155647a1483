/* SPDX-License-Identifier: MIT */
#include <openssl/crypto.h>
#include <string.h>

#include "seal/file.h"
#include "seal/key.h"
#include "seal/wire.h"

static const char begin_line[] = "-----BEGIN OPENSSH PRIVATE KEY-----";
static const char end_line[] = "-----END OPENSSH PRIVATE KEY-----";
static const char magic[] = "openssh-key-v1"; /* with its NUL */

enum { ED25519_SIZE = 32, PADDING_MOST = 255 };

static EVP_PKEY *read_ed25519(struct fg_wire *wire)
{
    fg_wire_string(wire);
    struct fg_seal_bytes secret = fg_wire_string(wire);
    if (wire->failed || secret.len != 2 * ED25519_SIZE)
        return NULL;
    return EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, secret.bytes, ED25519_SIZE);
}

/* The other numbers of an RSA key only make it faster. */
static EVP_PKEY *read_rsa(struct fg_wire *wire)
{
    BIGNUM *numbers[6]; /* n, e, d, 1/q mod p, p, q */
    for (size_t i = 0; i < 6; i++)
        numbers[i] = fg_wire_number(wire);
    EVP_PKEY *key = wire->failed ? NULL : fg_ssh_make_rsa(numbers[0], numbers[1], numbers[2]);
    for (size_t i = 0; i < 6; i++)
        BN_clear_free(numbers[i]);
    return key;
}

static EVP_PKEY *read_ec(struct fg_wire *wire, enum fg_ssh_kind kind)
{
    struct fg_seal_bytes curve = fg_wire_string(wire);
    struct fg_seal_bytes point = fg_wire_string(wire);
    BIGNUM *secret = fg_wire_number(wire);
    EVP_PKEY *key = NULL;
    if (!wire->failed && fg_wire_is(curve, fg_ssh_types[kind].curve))
        key = fg_ssh_make_ec(kind, point, secret);
    BN_clear_free(secret);
    return key;
}

/* A comment, then 1, 2, 3, … up to the block's end. */
static bool ends_well(struct fg_wire *wire)
{
    fg_wire_string(wire);
    if (wire->failed || wire->end - wire->at > PADDING_MOST)
        return false;
    for (unsigned char expected = 1; wire->at < wire->end; expected++)
        if (*wire->at++ != expected)
            return false;
    return true;
}

static bool has_public(const EVP_PKEY *key, struct fg_seal_bytes blob)
{
    FG_BUF_AUTO own = FG_BUF_INIT;
    return fg_ssh_add_public(&own, key) == 0 && !own.failed && own.len == blob.len &&
           memcmp(own.data, blob.bytes, blob.len) == 0;
}

/* The secret part; NULL where it is none, or none of the public part. */
static EVP_PKEY *read_secret(struct fg_seal_bytes bytes, struct fg_seal_bytes public)
{
    struct fg_wire wire = fg_wire_over(bytes);
    bool checked = fg_wire_u32(&wire) == fg_wire_u32(&wire);
    enum fg_ssh_kind kind = fg_ssh_kind_of_name(fg_wire_string(&wire));
    EVP_PKEY *key = NULL;
    if (!checked || wire.failed || kind == FG_SSH_KINDS)
        return NULL;
    if (kind == FG_SSH_RSA)
        key = read_rsa(&wire);
    else
        key = kind == FG_SSH_ED25519 ? read_ed25519(&wire) : read_ec(&wire, kind);
    if (key != NULL && ends_well(&wire) && has_public(key, public))
        return key;
    EVP_PKEY_free(key);
    return NULL;
}

static int read_blob(struct fg_seal_bytes blob, EVP_PKEY **ret_key, struct fg_error *err)
{
    struct fg_wire wire = fg_wire_over((struct fg_seal_bytes){(const char *)blob.bytes + sizeof magic, blob.len - sizeof magic});
    struct fg_seal_bytes cipher = fg_wire_string(&wire);
    struct fg_seal_bytes kdf = fg_wire_string(&wire);
    fg_wire_string(&wire); /* the KDF's options */
    uint32_t keys = fg_wire_u32(&wire);
    struct fg_seal_bytes public = fg_wire_string(&wire);
    struct fg_seal_bytes secret = fg_wire_string(&wire);
    if (!fg_wire_ended(&wire) || keys != 1)
        return fg_error_set(err, FG_USAGE, "the OpenSSH key is damaged");
    if (!fg_wire_is(cipher, "none") || !fg_wire_is(kdf, "none")) {
        fg_error_set(err, FG_USAGE, "the OpenSSH key has a passphrase, which fargauge cannot open");
        return fg_error_hint(err, "sign with: ssh-keygen -Y sign -f KEY -n " FG_SEAL_NAMESPACE " " FG_SEAL_MANIFEST
                                  " (it writes the same file), or give the key in PEM");
    }
    *ret_key = read_secret(secret, public);
    if (*ret_key != NULL)
        return 0;
    struct fg_wire name = fg_wire_over(public);
    bool known = fg_ssh_kind_of_name(fg_wire_string(&name)) != FG_SSH_KINDS;
    fg_error_set(err, FG_USAGE, known ? "the OpenSSH key is damaged" : "keys of its kind are not known here");
    return known ? -1 : fg_error_hint(err, "give an Ed25519, ECDSA or RSA key, or sign with ssh-keygen -Y sign");
}

int fg_seal_key_read_openssh(struct fg_seal_bytes text, EVP_PKEY **ret_key, struct fg_error *err)
{
    const char *bytes = text.bytes;
    const char *begin = text.len == 0 ? NULL : strstr(bytes, begin_line);
    const char *end = begin == NULL ? NULL : strstr(begin, end_line);
    FG_SEAL_SECRET_AUTO blob = {0};
    if (begin == NULL)
        return 1;
    if (end == NULL)
        return fg_error_set(err, FG_USAGE, "the OpenSSH key is damaged");
    begin += sizeof begin_line - 1;
    if (fg_seal_secret_init(&blob, (size_t)(end - begin), err) < 0)
        return -1;
    long len = fg_wire_decode(begin, (size_t)(end - begin), blob.bytes);
    if (len < (long)sizeof magic || memcmp(blob.bytes, magic, sizeof magic) != 0)
        return fg_error_set(err, FG_USAGE, "the OpenSSH key is damaged");
    return read_blob((struct fg_seal_bytes){blob.bytes, (size_t)len}, ret_key, err);
}
