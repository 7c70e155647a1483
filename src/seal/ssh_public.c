/* SPDX-License-Identifier: MIT */
/* Public keys in SSH's form. */
#include <openssl/core_names.h>
#include <openssl/param_build.h>
#include <string.h>

#include "seal/wire.h"

enum { POINT_MOST = 1 + 2 * 66, ED25519_SIZE = 32 };

const struct fg_ssh_type fg_ssh_types[FG_SSH_KINDS] = {
    [FG_SSH_RSA] = {"ssh-rsa", NULL, NULL, NULL, 0},
    [FG_SSH_ED25519] = {"ssh-ed25519", NULL, NULL, NULL, 0},
    [FG_SSH_P256] = {"ecdsa-sha2-nistp256", "nistp256", "prime256v1", "SHA256", 32},
    [FG_SSH_P384] = {"ecdsa-sha2-nistp384", "nistp384", "secp384r1", "SHA384", 48},
    [FG_SSH_P521] = {"ecdsa-sha2-nistp521", "nistp521", "secp521r1", "SHA512", 66},
};

enum fg_ssh_kind fg_ssh_kind_of_name(struct fg_seal_bytes name)
{
    enum fg_ssh_kind kind = 0;
    while (kind < FG_SSH_KINDS && !fg_wire_is(name, fg_ssh_types[kind].name))
        kind++;
    return kind;
}

enum fg_ssh_kind fg_ssh_kind_of_key(const EVP_PKEY *key)
{
    char group[64] = "";
    size_t len = 0;
    if (EVP_PKEY_is_a(key, "RSA"))
        return FG_SSH_RSA;
    if (EVP_PKEY_is_a(key, "ED25519"))
        return FG_SSH_ED25519;
    if (!EVP_PKEY_is_a(key, "EC") ||
        EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, &len) != 1)
        return FG_SSH_KINDS;
    enum fg_ssh_kind kind = FG_SSH_P256;
    while (kind < FG_SSH_KINDS && strcmp(fg_ssh_types[kind].group, group) != 0)
        kind++;
    return kind;
}

/* Takes the builder; NULL where the parameters fit no key of `type`. */
static EVP_PKEY *make_key(const char *type, OSSL_PARAM_BLD *builder, bool secret)
{
    OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(builder);
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
    EVP_PKEY *key = NULL;
    if (params == NULL || context == NULL || EVP_PKEY_fromdata_init(context) != 1 ||
        EVP_PKEY_fromdata(context, &key, secret ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY, params) != 1) {
        EVP_PKEY_free(key);
        key = NULL;
    }
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(params);
    OSSL_PARAM_BLD_free(builder);
    return key;
}

EVP_PKEY *fg_ssh_make_rsa(const BIGNUM *modulus, const BIGNUM *exponent, const BIGNUM *secret)
{
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    if (builder == NULL || modulus == NULL || exponent == NULL || BN_is_zero(modulus) || BN_is_zero(exponent) ||
        OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, modulus) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, exponent) != 1 ||
        (secret != NULL && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_D, secret) != 1)) {
        OSSL_PARAM_BLD_free(builder);
        return NULL;
    }
    return make_key("RSA", builder, secret != NULL);
}

EVP_PKEY *fg_ssh_make_ec(enum fg_ssh_kind kind, struct fg_seal_bytes point, const BIGNUM *secret)
{
    const struct fg_ssh_type *type = &fg_ssh_types[kind];
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    const unsigned char *bytes = point.bytes;
    if (builder == NULL || point.len != 1 + 2 * type->width || bytes[0] != 4 ||
        OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, type->group, 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point.bytes, point.len) != 1 ||
        (secret != NULL && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_PRIV_KEY, secret) != 1)) {
        OSSL_PARAM_BLD_free(builder);
        return NULL;
    }
    return make_key("EC", builder, secret != NULL);
}

static EVP_PKEY *read_rsa(struct fg_wire *wire)
{
    BIGNUM *exponent = fg_wire_number(wire);
    BIGNUM *modulus = fg_wire_number(wire);
    EVP_PKEY *key = fg_wire_ended(wire) ? fg_ssh_make_rsa(modulus, exponent, NULL) : NULL;
    BN_clear_free(exponent);
    BN_clear_free(modulus);
    return key;
}

static EVP_PKEY *read_ec(struct fg_wire *wire, enum fg_ssh_kind kind)
{
    struct fg_seal_bytes curve = fg_wire_string(wire);
    struct fg_seal_bytes point = fg_wire_string(wire);
    if (!fg_wire_ended(wire) || !fg_wire_is(curve, fg_ssh_types[kind].curve))
        return NULL;
    return fg_ssh_make_ec(kind, point, NULL);
}

static EVP_PKEY *read_ed25519(struct fg_wire *wire)
{
    struct fg_seal_bytes point = fg_wire_string(wire);
    if (!fg_wire_ended(wire) || point.len != ED25519_SIZE)
        return NULL;
    return EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, point.bytes, point.len);
}

EVP_PKEY *fg_ssh_public(struct fg_seal_bytes blob, enum fg_ssh_kind *ret_kind)
{
    struct fg_wire wire = fg_wire_over(blob);
    *ret_kind = fg_ssh_kind_of_name(fg_wire_string(&wire));
    switch (*ret_kind) {
    case FG_SSH_KINDS:
        return NULL;
    case FG_SSH_RSA:
        return read_rsa(&wire);
    case FG_SSH_ED25519:
        return read_ed25519(&wire);
    default:
        return read_ec(&wire, *ret_kind);
    }
}

/* A number out of the key, added as it is (fixed width 0) or as a coordinate. */
static bool add_number(struct fg_buf *out, const EVP_PKEY *key, const char *name)
{
    BIGNUM *number = NULL;
    bool found = EVP_PKEY_get_bn_param(key, name, &number) == 1;
    if (found)
        fg_wire_add_number(out, number);
    BN_free(number);
    return found;
}

static bool add_point(struct fg_buf *out, const EVP_PKEY *key, size_t width)
{
    unsigned char point[POINT_MOST] = {4};
    BIGNUM *x = NULL, *y = NULL;
    bool found = EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_EC_PUB_X, &x) == 1 &&
                 EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_EC_PUB_Y, &y) == 1 &&
                 BN_bn2binpad(x, point + 1, (int)width) > 0 && BN_bn2binpad(y, point + 1 + width, (int)width) > 0;
    if (found)
        fg_wire_add_string(out, point, 1 + 2 * width);
    BN_free(x);
    BN_free(y);
    return found;
}

int fg_ssh_add_public(struct fg_buf *out, const EVP_PKEY *key)
{
    unsigned char raw[ED25519_SIZE];
    size_t len = sizeof raw;
    enum fg_ssh_kind kind = fg_ssh_kind_of_key(key);
    if (kind == FG_SSH_KINDS)
        return -1;
    fg_wire_add_text(out, fg_ssh_types[kind].name);
    if (kind == FG_SSH_RSA)
        return add_number(out, key, OSSL_PKEY_PARAM_RSA_E) && add_number(out, key, OSSL_PKEY_PARAM_RSA_N) ? 0 : -1;
    if (kind == FG_SSH_ED25519) {
        if (EVP_PKEY_get_raw_public_key(key, raw, &len) != 1)
            return -1;
        fg_wire_add_string(out, raw, len);
        return 0;
    }
    fg_wire_add_text(out, fg_ssh_types[kind].curve);
    return add_point(out, key, fg_ssh_types[kind].width) ? 0 : -1;
}
