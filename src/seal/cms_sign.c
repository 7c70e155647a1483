/* SPDX-License-Identifier: MIT */
/*
 * Without signed attributes (RFC 5652, 5.3, allows it for plain data): libcrypto would put a signingTime among them, read off the
 * clock. So RSA gives the same bytes every time.
 */
#include <limits.h>
#include <openssl/cms.h>
#include <openssl/err.h>

#include "seal/check.h"
#include "seal/key.h"
#include "seal/result.h"

enum { SHAPE = CMS_BINARY | CMS_DETACHED | CMS_NOATTR };

static int check_key(const struct fg_seal_key *key, struct fg_error *err)
{
    if (key->certificate == NULL) {
        fg_error_set(err, FG_USAGE, "signature: a certificate is missing");
        return fg_error_hint(err, "name it with --cert, or sign with an SSH key: --ssh KEY");
    }
    if (EVP_PKEY_is_a(key->key, "RSA") || EVP_PKEY_is_a(key->key, "EC"))
        return 0;
    fg_error_set(err, FG_USAGE, "signature: openssl cms knows no signatures by keys of this kind");
    return fg_error_hint(err, "use an RSA or ECDSA key; --ssh takes Ed25519");
}

static bool has(STACK_OF(X509) *certificates, int count, const X509 *one)
{
    for (int i = 0; i < count; i++)
        if (X509_cmp(sk_X509_value(certificates, i), one) == 0)
            return true;
    return false;
}

/* Each certificate once: libcrypto refuses doubles. */
static bool add_chain(CMS_ContentInfo *cms, const struct fg_seal_key *key)
{
    for (int i = 0; i < sk_X509_num(key->chain); i++) {
        X509 *one = sk_X509_value(key->chain, i);
        if (X509_cmp(one, key->certificate) != 0 && !has(key->chain, i, one) && CMS_add1_cert(cms, one) != 1)
            return false;
    }
    return true;
}

/* In DER; its length, or 0 where libcrypto makes none. */
static int make(struct fg_seal_bytes content, const struct fg_seal_key *key, unsigned char **ret_der)
{
    int len = 0;
    BIO *bytes = content.len > INT_MAX ? NULL : BIO_new_mem_buf(content.bytes, (int)content.len);
    CMS_ContentInfo *cms = bytes == NULL ? NULL : CMS_sign(NULL, NULL, NULL, NULL, SHAPE | CMS_PARTIAL);
    if (cms != NULL && CMS_add1_signer(cms, key->certificate, key->key, EVP_sha256(), SHAPE) != NULL &&
        add_chain(cms, key) && CMS_final(cms, bytes, NULL, SHAPE) == 1)
        len = i2d_CMS_ContentInfo(cms, ret_der);
    CMS_ContentInfo_free(cms);
    BIO_free(bytes);
    return len > 0 ? len : 0;
}

static int refuse(struct fg_error *err)
{
    const char *why = ERR_reason_error_string(ERR_peek_last_error());
    if (fg_seal_memory_missing())
        return fg_error_memory(err);
    fg_error_set(err, FG_USAGE, "signature: libcrypto could not make it: %s", why == NULL ? "no reason given" : why);
    return fg_error_hint(err, "check the key with: openssl cms -sign -binary -in FILE -signer CERT -inkey KEY");
}

int fg_seal_sign_cms(struct fg_seal_bytes content, const struct fg_seal_key *key, struct fg_buf *out, struct fg_error *err)
{
    unsigned char *der = NULL;
    if (check_key(key, err) < 0)
        return -1;
    int len = make(content, key, &der);
    ERR_clear_error();
    if (len == 0) /* once more, as in check.c */
        len = make(content, key, &der);
    fg_buf_add(out, der, (size_t)len);
    OPENSSL_free(der);
    if (len == 0)
        return refuse(err);
    return out->failed ? fg_error_memory(err) : 0;
}
