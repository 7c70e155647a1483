/* SPDX-License-Identifier: MIT */
#include "seal/trust.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "fargauge/clock.h"
#include "seal/check.h"
#include "seal/file.h"
#include "seal/result.h"

enum { AUTH_LEVEL = 2, CHAIN_DEPTH = 16 }; /* level 2: 112 bits, so neither SHA-1 nor RSA below 2048 in the chain */

void fg_seal_certificates_done(STACK_OF(X509) **certificates)
{
    sk_X509_pop_free(*certificates, X509_free);
}

/* All certificates of a text: 1 where it is whole, 0 where one is damaged or OpenSSL says nothing of the memory it wants for, -1. */
static int read_all(struct fg_seal_bytes bytes, STACK_OF(X509) **ret_certificates, struct fg_error *err)
{
    STACK_OF(X509) *to = sk_X509_new_null();
    BIO *text = BIO_new_mem_buf(bytes.bytes, (int)bytes.len);
    X509 *one = NULL;
    bool kept = true;
    ERR_clear_error();
    while (to != NULL && text != NULL && kept && (one = PEM_read_bio_X509(text, NULL, NULL, NULL)) != NULL)
        kept = sk_X509_push(to, one) > 0;
    bool ended = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    bool refused = to == NULL || text == NULL || !kept || fg_seal_memory_missing();
    if (!kept)
        X509_free(one);
    BIO_free(text);
    *ret_certificates = to;
    return refused ? fg_error_memory(err) : ended;
}

int fg_seal_certificates_read(const char *path, const char *what, STACK_OF(X509) **ret_certificates,
                              struct fg_error *err)
{
    FG_SEAL_SECRET_AUTO file = {0};
    FG_SEAL_CERTIFICATES_AUTO *certificates = NULL;
    if (fg_seal_file_read(path, what, false, &file, err) < 0)
        return -1;
    const struct fg_seal_bytes bytes = {file.bytes, file.len};
    int whole = read_all(bytes, &certificates, err);
    if (whole == 0) { /* a second look, as in check.c */
        sk_X509_pop_free(certificates, X509_free);
        whole = read_all(bytes, &certificates, err);
    }
    if (whole < 0)
        return -1;
    if (whole == 0 || sk_X509_num(certificates) == 0) {
        fg_error_set(err, FG_USAGE, "%s: %s: %s", what, path,
                     whole ? "there is no certificate in it" : "a certificate in it is damaged");
        return fg_error_hint(err, "give certificates in PEM; openssl x509 -inform DER -in FILE -out FILE.pem makes it of DER");
    }
    *ret_certificates = certificates;
    certificates = NULL;
    return 0;
}

static const struct {
    int error;
    enum fg_seal_status status;
} verdicts[] = {
    {X509_V_ERR_CERT_HAS_EXPIRED, FG_SEAL_EXPIRED},
    {X509_V_ERR_CERT_NOT_YET_VALID, FG_SEAL_NOT_YET_VALID},
    {X509_V_ERR_INVALID_PURPOSE, FG_SEAL_WRONG_PURPOSE},
    {X509_V_ERR_EE_KEY_TOO_SMALL, FG_SEAL_WEAK},
    {X509_V_ERR_CA_KEY_TOO_SMALL, FG_SEAL_WEAK},
    {X509_V_ERR_CA_MD_TOO_WEAK, FG_SEAL_WEAK},
};

static enum fg_seal_status status_of(int error)
{
    for (size_t i = 0; i < sizeof verdicts / sizeof verdicts[0]; i++)
        if (verdicts[i].error == error)
            return verdicts[i].status;
    return FG_SEAL_UNTRUSTED;
}

/* Why the chain does not hold. Of times the certificate's own are said; one above it is named. */
static void say_why(X509_STORE_CTX *chain, int64_t at, struct fg_seal_result *result)
{
    int error = X509_STORE_CTX_get_error(chain);
    X509 *current = X509_STORE_CTX_get_current_cert(chain);
    struct fg_seal_result other = {0};
    char limit[FG_TIME_SIZE] = "", judged[FG_TIME_SIZE];
    enum fg_seal_status status = status_of(error);
    if (current != NULL)
        fg_seal_say_certificate(&other, current);
    fg_time_format(status == FG_SEAL_EXPIRED ? other.valid_until : other.valid_from, limit);
    fg_time_format(at, judged);
    bool above = X509_STORE_CTX_get_error_depth(chain) > 0 && current != NULL;
    if (status == FG_SEAL_EXPIRED || status == FG_SEAL_NOT_YET_VALID)
        fg_seal_say(result, status, "%s%svalid %s %s, judged at %s", above ? other.signer : "", above ? ": " : "",
                    status == FG_SEAL_EXPIRED ? "until" : "from", limit, judged);
    else
        fg_seal_say(result, status, "%s%s%s", above ? other.signer : "", above ? ": " : "",
                    X509_verify_cert_error_string(error));
}

static int verify(X509_STORE *store, X509 *certificate, STACK_OF(X509) *others, int purpose, int64_t at,
                  struct fg_seal_result *result, struct fg_error *err)
{
    X509_STORE_CTX *chain = X509_STORE_CTX_new();
    if (chain == NULL || X509_STORE_CTX_init(chain, store, certificate, others) != 1) {
        X509_STORE_CTX_free(chain);
        return fg_error_memory(err);
    }
    X509_VERIFY_PARAM *how = X509_STORE_CTX_get0_param(chain);
    X509_VERIFY_PARAM_set_time(how, (time_t)(at / 1000));
    X509_VERIFY_PARAM_set_flags(how, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_USE_CHECK_TIME);
    X509_VERIFY_PARAM_set_purpose(how, purpose);
    X509_VERIFY_PARAM_set_auth_level(how, AUTH_LEVEL);
    X509_VERIFY_PARAM_set_depth(how, CHAIN_DEPTH);
    result->judged_at = at;
    if (X509_verify_cert(chain) == 1)
        result->status = FG_SEAL_TRUSTED;
    else
        say_why(chain, at, result);
    X509_STORE_CTX_free(chain);
    ERR_clear_error();
    return 0;
}

int fg_seal_judge(const char *path, X509 *certificate, STACK_OF(X509) *others, int purpose, int64_t at,
                  struct fg_seal_result *result, struct fg_error *err)
{
    FG_SEAL_CERTIFICATES_AUTO *trusted = NULL;
    if (path == NULL) {
        fg_seal_say(result, FG_SEAL_NOBODY_ASKED, "not trusted: no certificate was given that vouches for it");
        return 0;
    }
    if (fg_seal_certificates_read(path, "trust", &trusted, err) < 0)
        return -1;
    X509_STORE *store = X509_STORE_new();
    int status = store == NULL ? fg_error_memory(err) : 0;
    for (int i = 0; i < sk_X509_num(trusted) && status == 0; i++)
        if (X509_STORE_add_cert(store, sk_X509_value(trusted, i)) != 1)
            status = fg_error_memory(err);
    if (status == 0)
        status = verify(store, certificate, others, purpose, at, result, err);
    X509_STORE_free(store);
    return status;
}
