/* SPDX-License-Identifier: MIT */
#include "seal/cms.h"

#include <limits.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "seal/check.h"
#include "seal/result.h"
#include "seal/trust.h"

/* Anything else would let something weak, or something that nobody looked at, pass. */
static bool check_hash(int nid, struct fg_seal_result *result)
{
    if (fg_seal_hash_name(nid) != NULL)
        return true;
    const char *name = OBJ_nid2sn(nid);
    fg_seal_say(result, fg_seal_hash_is_weak(nid) ? FG_SEAL_WEAK : FG_SEAL_UNSUPPORTED, "hash: %s",
                name == NULL ? "unknown" : name);
    return false;
}

static bool check_algorithms(X509 *signer, const X509_ALGOR *hash, const X509_ALGOR *signature,
                             struct fg_seal_result *result)
{
    int hash_nid = OBJ_obj2nid(hash->algorithm);
    int inner = NID_undef, kind = NID_undef;
    EVP_PKEY *key = X509_get0_pubkey(signer);
    if (key == NULL) {
        fg_seal_say(result, FG_SEAL_UNSUPPORTED, "the certificate's kind of key is not known");
        return false;
    }
    fg_seal_say_algorithm(result, key, fg_seal_hash_name(hash_nid));
    if (!EVP_PKEY_is_a(key, "RSA") && !EVP_PKEY_is_a(key, "RSA-PSS") && !EVP_PKEY_is_a(key, "EC")) {
        fg_seal_say(result, fg_seal_key_is_weak(key) ? FG_SEAL_WEAK : FG_SEAL_UNSUPPORTED, "CMS by a key of the kind %s",
                    result->algorithm);
        return false;
    }
    if (!check_hash(hash_nid, result))
        return false;
    if (OBJ_find_sigid_algs(OBJ_obj2nid(signature->algorithm), &inner, &kind) == 1 && inner != NID_undef &&
        !check_hash(inner, result))
        return false;
    if (!fg_seal_key_is_weak(key))
        return true;
    fg_seal_say(result, FG_SEAL_WEAK, "key: %s", result->algorithm);
    return false;
}

/* Whether the signature is sound over attributes that name another content's hash. */
static bool names_other_content(CMS_SignerInfo *signer, const struct fg_seal_bytes *content)
{
    X509_ALGOR *hash = NULL;
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    const ASN1_OCTET_STRING *named = CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_messageDigest), -3,
                                                                 V_ASN1_OCTET_STRING);
    CMS_SignerInfo_get0_algs(signer, NULL, NULL, &hash, NULL);
    const EVP_MD *md = EVP_get_digestbyobj(hash->algorithm);
    if (named == NULL || md == NULL || content == NULL || CMS_SignerInfo_verify(signer) != 1 ||
        EVP_Digest(content->bytes, content->len, digest, &size, md, NULL) != 1)
        return false;
    return (unsigned)ASN1_STRING_length(named) != size ||
           memcmp(ASN1_STRING_get0_data(named), digest, size) != 0;
}

/* Through a filter that does nothing: of a BIO that is plain memory OpenSSL 3.0 makes a copy, and loses it where the signature
 * names a hash that is not known. */
static BIO *open_content(const struct fg_seal_bytes *content)
{
    BIO *bytes = content->len > INT_MAX ? NULL : BIO_new_mem_buf(content->bytes, (int)content->len);
    BIO *filter = bytes == NULL ? NULL : BIO_new(BIO_f_null());
    if (filter != NULL)
        return BIO_push(filter, bytes);
    BIO_free(bytes);
    return NULL;
}

static bool fits(CMS_ContentInfo *cms, const struct fg_seal_bytes *content)
{
    BIO *bytes = content == NULL ? NULL : open_content(content);
    if (content != NULL && bytes == NULL)
        return false;
    int right = CMS_verify(cms, NULL, NULL, bytes, NULL, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY);
    BIO_free_all(bytes);
    return right == 1;
}

int fg_seal_cms_is_right(CMS_ContentInfo *cms, const struct fg_seal_bytes *content, X509 **ret_signer,
                         struct fg_seal_result *result)
{
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms);
    X509 *certificate = NULL;
    X509_ALGOR *hash = NULL, *signature = NULL;
    if (sk_CMS_SignerInfo_num(signers) != 1) {
        fg_seal_say(result, FG_SEAL_UNSUPPORTED, "signatures in it: %d; one is read", sk_CMS_SignerInfo_num(signers));
        return 1;
    }
    CMS_SignerInfo *signer = sk_CMS_SignerInfo_value(signers, 0);
    CMS_set1_signers_certs(cms, NULL, 0);
    CMS_SignerInfo_get0_algs(signer, NULL, &certificate, &hash, &signature);
    if (certificate == NULL) {
        fg_seal_say(result, FG_SEAL_UNSUPPORTED, "the signer's certificate is not in it");
        return 1;
    }
    fg_seal_say_certificate(result, certificate);
    if (!check_algorithms(certificate, hash, signature, result))
        return 1;
    if (!fits(cms, content)) {
        bool other = names_other_content(signer, content);
        fg_seal_say(result, other ? FG_SEAL_OTHER_CONTENT : FG_SEAL_WRONG, "%s",
                    other ? "the hash that was signed is another one" : "it, or what it is over, was changed");
        return 1;
    }
    *ret_signer = certificate;
    return 0;
}

/* The signature in a form that is read here, or NULL with the result said. */
static CMS_ContentInfo *parse(struct fg_seal_bytes seal, struct fg_seal_result *result)
{
    const unsigned char *at = seal.bytes;
    CMS_ContentInfo *cms = seal.len > FG_SEAL_LIMIT ? NULL : d2i_CMS_ContentInfo(NULL, &at, (long)seal.len);
    const char *why = NULL;
    if (cms == NULL)
        why = "no CMS in DER";
    else if (at != (const unsigned char *)seal.bytes + seal.len)
        why = "something stands behind its end";
    else if (OBJ_obj2nid(CMS_get0_type(cms)) != NID_pkcs7_signed)
        why = "CMS, but no signature";
    else if (OBJ_obj2nid(CMS_get0_eContentType(cms)) != NID_pkcs7_data)
        why = "a signature over something else than data";
    else if (CMS_is_detached(cms) != 1)
        why = "it holds content of its own; a detached signature is wanted";
    if (why == NULL)
        return cms;
    fg_seal_say(result, FG_SEAL_MALFORMED, "%s", why);
    CMS_ContentInfo_free(cms);
    return NULL;
}

/* A key that its CA gave out for something else, a web server's for one, signs no evidence: whoever runs that server could.
 * Absent usages (all bits set) allow everything. */
static bool may_sign(X509 *signer)
{
    uint32_t usage = X509_get_key_usage(signer), purposes = X509_get_extended_key_usage(signer);
    bool signs = (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
    bool server_only = (purposes & XKU_SSL_SERVER) != 0 &&
                       (purposes & (XKU_SMIME | XKU_CODE_SIGN | XKU_ANYEKU | XKU_SSL_CLIENT)) == 0;
    return signs && !server_only;
}

int fg_seal_look_cms(struct fg_seal_bytes content, struct fg_seal_bytes seal, const struct fg_seal_trust *trust, int64_t at,
                     struct fg_seal_result *result, struct fg_error *err)
{
    X509 *signer = NULL;
    int status = 0;
    CMS_ContentInfo *cms = parse(seal, result);
    if (cms != NULL && fg_seal_cms_is_right(cms, &content, &signer, result) == 0) {
        FG_SEAL_CERTIFICATES_AUTO *others = CMS_get1_certs(cms);
        status = fg_seal_judge(trust->ca, signer, others, X509_PURPOSE_ANY, at != 0 ? at : trust->now, result, err);
        result->time_proved = at != 0;
        if (status == 0 && result->status == FG_SEAL_TRUSTED && !may_sign(signer))
            fg_seal_say(result, FG_SEAL_WRONG_PURPOSE, "its certificate was not given out for signing");
    }
    CMS_ContentInfo_free(cms);
    return status;
}
