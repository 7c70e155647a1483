/* SPDX-License-Identifier: MIT */
#include "seal/result.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "fargauge/visible.h"

enum { SECURITY_BITS = 112 }; /* NIST SP 800-57: RSA 2048, EC 224 */

static const struct {
    int nid;
    const char *name; /* NULL: too weak */
} hashes[] = {
    {NID_sha256, "SHA-256"},     {NID_sha384, "SHA-384"},     {NID_sha512, "SHA-512"}, {NID_sha3_256, "SHA3-256"},
    {NID_sha3_384, "SHA3-384"},  {NID_sha3_512, "SHA3-512"},  {NID_sha1, NULL},        {NID_md5, NULL},
    {NID_md4, NULL},             {NID_md2, NULL},             {NID_md5_sha1, NULL},    {NID_ripemd160, NULL},
    {NID_sha224, NULL},          {NID_sha512_224, NULL},
};

const char *fg_seal_hash_name(int nid)
{
    for (size_t i = 0; i < sizeof hashes / sizeof hashes[0]; i++)
        if (hashes[i].nid == nid)
            return hashes[i].name;
    return NULL;
}

bool fg_seal_hash_is_weak(int nid)
{
    for (size_t i = 0; i < sizeof hashes / sizeof hashes[0]; i++)
        if (hashes[i].nid == nid)
            return hashes[i].name == NULL;
    return false;
}

bool fg_seal_key_is_weak(EVP_PKEY *key)
{
    return EVP_PKEY_get_security_bits(key) < SECURITY_BITS || EVP_PKEY_is_a(key, "DSA");
}

void fg_seal_copy(char *to, size_t room, const char *text, size_t len)
{
    size_t at = 0;
    for (size_t i = 0; i < len;) {
        uint32_t code = 0;
        size_t size = fg_utf8_decode(text + i, len - i, &code);
        bool good = size > 0 && code != 0;
        size_t wanted = good ? size : 1;
        if (at + wanted >= room)
            break;
        memcpy(to + at, good ? text + i : "?", wanted);
        at += wanted;
        i += wanted;
    }
    to[at] = '\0';
}

void fg_seal_say(struct fg_seal_result *result, enum fg_seal_status status, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    result->status = status;
    fg_seal_copy(result->detail, sizeof result->detail, text, strlen(text));
}

static void name_key(EVP_PKEY *key, char *to, size_t room)
{
    char group[64] = "";
    size_t len = 0;
    if (EVP_PKEY_is_a(key, "EC") &&
        EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, &len) == 1)
        snprintf(to, room, "EC %s", group);
    else if (EVP_PKEY_is_a(key, "RSA") || EVP_PKEY_is_a(key, "RSA-PSS"))
        snprintf(to, room, "RSA %d", EVP_PKEY_get_bits(key));
    else if (EVP_PKEY_is_a(key, "ED25519"))
        snprintf(to, room, "Ed25519");
    else
        snprintf(to, room, "%s", EVP_PKEY_get0_type_name(key) == NULL ? "?" : EVP_PKEY_get0_type_name(key));
}

void fg_seal_say_algorithm(struct fg_seal_result *result, EVP_PKEY *key, const char *hash)
{
    char name[48];
    name_key(key, name, sizeof name);
    snprintf(result->algorithm, sizeof result->algorithm, "%s%s%s", name, hash == NULL ? "" : ", ",
             hash == NULL ? "" : hash);
}

int64_t fg_seal_ms(const ASN1_TIME *time)
{
    int days = 0, seconds = 0;
    ASN1_TIME *epoch = ASN1_TIME_set(NULL, 0);
    bool done = epoch != NULL && ASN1_TIME_diff(&days, &seconds, epoch, time) == 1;
    ASN1_TIME_free(epoch);
    return done ? ((int64_t)days * 86400 + seconds) * 1000 : 0;
}

/* RFC 4514's form in UTF-8, the most special part first, as `openssl x509 -nameopt RFC2253,-esc_msb` shows it. */
static void copy_name(const X509_NAME *name, char *to, size_t room)
{
    BIO *text = BIO_new(BIO_s_mem());
    char *bytes = NULL;
    if (text != NULL && X509_NAME_print_ex(text, name, 0, XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB) >= 0) {
        long len = BIO_get_mem_data(text, &bytes);
        fg_seal_copy(to, room, len > 0 ? bytes : "", len > 0 ? (size_t)len : 0);
    }
    BIO_free(text);
}

static void copy_serial(const X509 *certificate, char *to, size_t room)
{
    BIGNUM *number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), NULL);
    char *hex = number == NULL ? NULL : BN_bn2hex(number);
    if (hex != NULL)
        fg_seal_copy(to, room, hex, strlen(hex));
    OPENSSL_free(hex);
    BN_free(number);
}

void fg_seal_say_certificate(struct fg_seal_result *result, X509 *certificate)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    copy_name(X509_get_subject_name(certificate), result->signer, sizeof result->signer);
    copy_name(X509_get_issuer_name(certificate), result->issuer, sizeof result->issuer);
    copy_serial(certificate, result->serial, sizeof result->serial);
    result->valid_from = fg_seal_ms(X509_get0_notBefore(certificate));
    result->valid_until = fg_seal_ms(X509_get0_notAfter(certificate));
    if (X509_digest(certificate, EVP_sha256(), digest, &size) != 1)
        return;
    size_t at = (size_t)snprintf(result->fingerprint, sizeof result->fingerprint, "SHA256:");
    for (unsigned i = 0; i < size; i++, at += 2)
        snprintf(result->fingerprint + at, sizeof result->fingerprint - at, "%02x", digest[i]);
}
