/* SPDX-License-Identifier: MIT */
/* RFC 3161: asking for a time-stamp, keeping it, checking it. */
#include <openssl/err.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "fargauge/clock.h"
#include "fargauge/sha256.h"
#include "seal/check.h"
#include "seal/cms.h"
#include "seal/result.h"
#include "seal/trust.h"

/* ---- asking */

static TS_MSG_IMPRINT *make_imprint(struct fg_seal_bytes stamped)
{
    unsigned char digest[FG_SHA256_SIZE];
    TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new();
    X509_ALGOR *hash = X509_ALGOR_new();
    bool done = imprint != NULL && hash != NULL && X509_ALGOR_set0(hash, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, NULL) == 1 &&
                EVP_Digest(stamped.bytes, stamped.len, digest, NULL, EVP_sha256(), NULL) == 1 &&
                TS_MSG_IMPRINT_set_algo(imprint, hash) == 1 &&
                TS_MSG_IMPRINT_set_msg(imprint, digest, sizeof digest) == 1;
    X509_ALGOR_free(hash);
    if (done)
        return imprint;
    TS_MSG_IMPRINT_free(imprint);
    return NULL;
}

int fg_seal_time_request(struct fg_seal_bytes stamped, struct fg_buf *out, struct fg_error *err)
{
    TS_REQ *request = TS_REQ_new();
    TS_MSG_IMPRINT *imprint = make_imprint(stamped);
    unsigned char *der = NULL;
    int len = -1;
    if (request != NULL && imprint != NULL && TS_REQ_set_version(request, 1) == 1 &&
        TS_REQ_set_msg_imprint(request, imprint) == 1 && TS_REQ_set_cert_req(request, 1) == 1)
        len = i2d_TS_REQ(request, &der);
    if (len > 0)
        fg_buf_add(out, der, (size_t)len);
    OPENSSL_free(der);
    TS_MSG_IMPRINT_free(imprint);
    TS_REQ_free(request);
    return len > 0 && !out->failed ? 0 : fg_error_memory(err);
}

/* ---- what came back */

static bool is_granted(TS_RESP *response)
{
    long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response)));
    return status == TS_STATUS_GRANTED || status == TS_STATUS_GRANTED_WITH_MODS;
}

/* The response that would have brought this token. */
static TS_RESP *wrap_token(PKCS7 *token)
{
    TS_TST_INFO *info = token == NULL ? NULL : PKCS7_to_TS_TST_INFO(token);
    TS_RESP *response = info == NULL ? NULL : TS_RESP_new();
    TS_STATUS_INFO *granted = response == NULL ? NULL : TS_STATUS_INFO_new();
    bool done = granted != NULL && TS_STATUS_INFO_set_status(granted, TS_STATUS_GRANTED) == 1 &&
                TS_RESP_set_status_info(response, granted) == 1;
    TS_STATUS_INFO_free(granted);
    if (done) {
        TS_RESP_set_tst_info(response, token, info);
        return response;
    }
    TS_TST_INFO_free(info);
    TS_RESP_free(response);
    return NULL;
}

/* A response, or the response around a bare token; NULL where it is neither, or bytes stand behind it. */
static TS_RESP *parse_answer(struct fg_seal_bytes answer)
{
    const unsigned char *at = answer.bytes, *end = at + answer.len;
    if (answer.len > FG_SEAL_LIMIT)
        return NULL;
    TS_RESP *response = d2i_TS_RESP(NULL, &at, (long)answer.len);
    if (response != NULL && at == end)
        return response;
    TS_RESP_free(response);
    at = answer.bytes;
    PKCS7 *token = d2i_PKCS7(NULL, &at, (long)answer.len);
    response = token == NULL || at != end ? NULL : wrap_token(token);
    if (response == NULL)
        PKCS7_free(token);
    return response;
}

int fg_seal_time_response(struct fg_seal_bytes answer, struct fg_buf *out, struct fg_error *err)
{
    unsigned char *der = NULL;
    ERR_clear_error();
    TS_RESP *response = parse_answer(answer);
    ERR_clear_error();
    if (response == NULL) {
        fg_error_set(err, FG_INPUT, "it is neither a time-stamp response nor a token in DER");
        fg_error_hint(err, "give the file exactly as the time-stamping authority returned it");
        return 1;
    }
    if (!is_granted(response) || TS_RESP_get_tst_info(response) == NULL) {
        TS_RESP_free(response);
        fg_error_set(err, FG_INPUT, "the authority refused the request");
        fg_error_hint(err, "openssl ts -reply -in FILE -text tells why");
        return 1;
    }
    int len = i2d_TS_RESP(response, &der);
    TS_RESP_free(response);
    if (len > 0)
        fg_buf_add(out, der, (size_t)len);
    OPENSSL_free(der);
    return len > 0 && !out->failed ? 0 : fg_error_memory(err);
}

/* ---- checking */

/* Whether the token names these bytes' hash. */
static bool names_content(TS_TST_INFO *info, struct fg_seal_bytes stamped, struct fg_seal_result *result)
{
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(info);
    const ASN1_OCTET_STRING *named = imprint == NULL ? NULL : TS_MSG_IMPRINT_get_msg(imprint);
    X509_ALGOR *hash = imprint == NULL ? NULL : TS_MSG_IMPRINT_get_algo(imprint);
    int nid = hash == NULL ? NID_undef : OBJ_obj2nid(hash->algorithm);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (fg_seal_hash_name(nid) == NULL) {
        fg_seal_say(result, fg_seal_hash_is_weak(nid) ? FG_SEAL_WEAK : FG_SEAL_UNSUPPORTED, "imprint's hash: %s",
                    nid == NID_undef ? "unknown" : OBJ_nid2sn(nid));
        return false;
    }
    if (stamped.bytes != NULL && EVP_Digest(stamped.bytes, stamped.len, digest, &size, EVP_get_digestbynid(nid), NULL) == 1 &&
        (unsigned)ASN1_STRING_length(named) == size && memcmp(ASN1_STRING_get0_data(named), digest, size) == 0)
        return true;
    fg_seal_say(result, FG_SEAL_OTHER_CONTENT, "%s",
                stamped.bytes == NULL ? "what it is over is not there" : "the hash that was stamped is another one");
    return false;
}

/* The token as CMS, so that one piece of code checks all signatures. */
static CMS_ContentInfo *token_as_cms(PKCS7 *token)
{
    unsigned char *der = NULL;
    int len = token == NULL ? -1 : i2d_PKCS7(token, &der);
    const unsigned char *at = der;
    CMS_ContentInfo *cms = len <= 0 ? NULL : d2i_CMS_ContentInfo(NULL, &at, len);
    OPENSSL_free(der);
    if (cms != NULL && OBJ_obj2nid(CMS_get0_type(cms)) == NID_pkcs7_signed &&
        OBJ_obj2nid(CMS_get0_eContentType(cms)) == NID_id_smime_ct_TSTInfo && CMS_is_detached(cms) == 0)
        return cms;
    CMS_ContentInfo_free(cms);
    return NULL;
}

/* RFC 3161, 2.3: the certificate's extended key usage is critical, and time-stamping alone. */
static bool may_stamp(X509 *signer, struct fg_seal_result *result)
{
    if (X509_check_purpose(signer, X509_PURPOSE_TIMESTAMP_SIGN, 0) == 1)
        return true;
    fg_seal_say(result, FG_SEAL_WRONG_PURPOSE, "the certificate is not one for time-stamping alone");
    return false;
}

static int add_trusted(X509_STORE *store, const char *ca, struct fg_error *err)
{
    FG_SEAL_CERTIFICATES_AUTO *trusted = NULL;
    if (fg_seal_certificates_read(ca, "trust", &trusted, err) < 0)
        return -1;
    for (int i = 0; i < sk_X509_num(trusted); i++)
        if (X509_STORE_add_cert(store, sk_X509_value(trusted, i)) != 1)
            return fg_error_memory(err);
    return 0;
}

/* What only OpenSSL's own check looks at: the version, and that the token names the certificate that signed it (ESS). 1 where it is
 * so, 0 where it is not; -1 where the trusted certificates cannot be had, which says nothing of the token. */
static int names_its_certificate(TS_RESP *response, const char *ca, int64_t at, struct fg_error *err)
{
    X509_STORE *store = X509_STORE_new();
    TS_VERIFY_CTX *context = TS_VERIFY_CTX_new();
    int right = store == NULL || context == NULL ? fg_error_memory(err) : add_trusted(store, ca, err);
    if (right == 0) {
        X509_VERIFY_PARAM *how = X509_STORE_get0_param(store);
        X509_VERIFY_PARAM_set_time(how, (time_t)(at / 1000));
        X509_VERIFY_PARAM_set_flags(how, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_USE_CHECK_TIME);
        TS_VERIFY_CTX_set_store(context, store);
        store = NULL;
        TS_VERIFY_CTX_set_flags(context, TS_VFY_SIGNATURE | TS_VFY_VERSION);
        right = TS_RESP_verify_response(context, response) == 1;
    }
    TS_VERIFY_CTX_free(context);
    X509_STORE_free(store);
    return right;
}

static int judge(TS_RESP *response, CMS_ContentInfo *cms, X509 *signer, const struct fg_seal_trust *trust,
                 struct fg_seal_result *result, struct fg_error *err)
{
    int64_t at = fg_seal_ms(TS_TST_INFO_get_time(TS_RESP_get_tst_info(response)));
    FG_SEAL_CERTIFICATES_AUTO *others = CMS_get1_certs(cms);
    result->judged_at = at;
    if (at <= 0) {
        fg_seal_say(result, FG_SEAL_MALFORMED, "its time is none");
        return 0;
    }
    if (!may_stamp(signer, result))
        return 0;
    if (fg_seal_judge(trust->tsa_ca, signer, others, X509_PURPOSE_TIMESTAMP_SIGN, at, result, err) < 0)
        return -1;
    if (result->status != FG_SEAL_TRUSTED)
        return 0;
    int named = names_its_certificate(response, trust->tsa_ca, at, err);
    result->time_proved = named == 1;
    if (named == 0)
        fg_seal_say(result, FG_SEAL_WRONG, "the token does not name the certificate that signed it");
    return named < 0 ? -1 : 0;
}

int fg_seal_look_time(struct fg_seal_bytes stamped, struct fg_seal_bytes seal, const struct fg_seal_trust *trust, int64_t at,
                     struct fg_seal_result *result, struct fg_error *err)
{
    (void)at;
    X509 *signer = NULL;
    int status = 0;
    TS_RESP *response = parse_answer(seal);
    bool granted = response != NULL && is_granted(response) && TS_RESP_get_tst_info(response) != NULL;
    CMS_ContentInfo *cms = granted ? token_as_cms(TS_RESP_get_token(response)) : NULL;
    if (cms == NULL)
        fg_seal_say(result, FG_SEAL_MALFORMED, "%s",
                    response != NULL && !granted ? "the authority refused the request" : "no time-stamp response in DER");
    else if (fg_seal_cms_is_right(cms, NULL, &signer, result) == 0 &&
             names_content(TS_RESP_get_tst_info(response), stamped, result))
        status = judge(response, cms, signer, trust, result, err);
    CMS_ContentInfo_free(cms);
    TS_RESP_free(response);
    return status;
}
