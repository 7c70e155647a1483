/* SPDX-License-Identifier: MIT */
#include <openssl/ts.h>

#include "seal_fixture.h"

static struct party ca, other_ca, tsa;
static char *ca_path, *other_path;
static struct fg_seal_trust trust;
static struct fg_seal_bytes to_stamp; /* what the authority is asked to stamp */
static const char stamping[] = "critical,timeStamping";

static void start(void)
{
    fixture_start();
    to_stamp = BYTES(content_text);
    ca = make_party("TSA CA", "P-256", NULL, (struct life){T2026 - YEAR, T2026 + 20 * YEAR}, "CA");
    other_ca = make_party("Other CA", "P-256", NULL, (struct life){T2026 - YEAR, T2026 + 20 * YEAR}, "CA");
    tsa = make_party("TSA", "RSA2048", &ca, (struct life){T2026, T2026 + YEAR}, stamping);
    ca_path = write_certificate("ca.pem", &ca);
    other_path = write_certificate("other.pem", &other_ca);
    trust = (struct fg_seal_trust){.tsa_ca = ca_path, .now = (T2026 + 10 * YEAR) * 1000};
}

static void stop(void)
{
    free_party(&ca);
    free_party(&other_ca);
    free_party(&tsa);
    free(ca_path);
    free(other_path);
    fixture_stop();
}

static int give_time(struct TS_resp_ctx *context, void *data, long *seconds, long *micros)
{
    (void)context;
    *seconds = (long)*(const int64_t *)data;
    *micros = 0;
    return 1;
}

static ASN1_INTEGER *give_serial(struct TS_resp_ctx *context, void *data)
{
    ASN1_INTEGER *serial = ASN1_INTEGER_new();
    (void)context;
    (void)data;
    ASN1_INTEGER_set(serial, 42);
    return serial;
}

static BIO *make_request(void)
{
    FG_BUF_AUTO request = FG_BUF_INIT;
    ck_assert_int_eq(fg_seal_time_request(to_stamp, &request, &err), 0);
    BIO *bytes = BIO_new(BIO_s_mem());
    BIO_write(bytes, request.data, (int)request.len);
    return bytes;
}

/* An authority's answer. `hash`: the only one that it takes. */
static TS_RESP *answer(const struct party *by, int64_t at, const EVP_MD *hash)
{
    ASN1_OBJECT *policy = OBJ_txt2obj("1.2.3.4.1", 1);
    TS_RESP_CTX *context = TS_RESP_CTX_new();
    ck_assert_int_eq(TS_RESP_CTX_set_signer_cert(context, by->certificate), 1);
    ck_assert_int_eq(TS_RESP_CTX_set_signer_key(context, by->key), 1);
    TS_RESP_CTX_set_def_policy(context, policy);
    TS_RESP_CTX_add_md(context, hash);
    TS_RESP_CTX_set_signer_digest(context, EVP_sha256());
    TS_RESP_CTX_set_time_cb(context, give_time, &at);
    TS_RESP_CTX_set_serial_cb(context, give_serial, NULL);
    BIO *request = make_request();
    TS_RESP *response = TS_RESP_create_response(context, request);
    ck_assert_ptr_nonnull(response);
    BIO_free(request);
    TS_RESP_CTX_free(context);
    ASN1_OBJECT_free(policy);
    return response;
}

static void stamp(const struct party *by, int64_t at, struct fg_buf *out)
{
    unsigned char *der = NULL;
    TS_RESP *response = answer(by, at, EVP_sha256());
    int len = i2d_TS_RESP(response, &der);
    ck_assert_int_gt(len, 0);
    fg_buf_clear(out);
    fg_buf_add(out, der, (size_t)len);
    OPENSSL_free(der);
    TS_RESP_free(response);
}

static struct fg_seal_result check(const char *content, struct fg_seal_bytes seal)
{
    struct fg_seal_result result;
    struct fg_seal_bytes stamped = content == NULL ? (struct fg_seal_bytes){NULL, 0} : BYTES(content);
    ck_assert_msg(fg_seal_check_time(stamped, seal, &trust, &result, &err) == 0, "%s", err.message);
    return result;
}

START_TEST(request)
{
    FG_BUF_AUTO one = FG_BUF_INIT;
    FG_BUF_AUTO two = FG_BUF_INIT;
    ck_assert_int_eq(fg_seal_time_request(BYTES(content_text), &one, &err), 0);
    ck_assert_int_eq(fg_seal_time_request(BYTES(content_text), &two, &err), 0);
    ck_assert_uint_eq(one.len, two.len);
    ck_assert_mem_eq(one.data, two.data, one.len);
    const unsigned char *at = (const unsigned char *)one.data;
    TS_REQ *read = d2i_TS_REQ(NULL, &at, (long)one.len);
    ck_assert_ptr_nonnull(read);
    ck_assert_int_eq(TS_REQ_get_cert_req(read), 1);
    ck_assert_ptr_null(TS_REQ_get_nonce(read));
    TS_REQ_free(read);
}
END_TEST

START_TEST(stamped_and_trusted)
{
    FG_BUF_AUTO seal = FG_BUF_INIT;
    stamp(&tsa, T2026 + 100, &seal);
    struct fg_seal_result result = check(content_text, OF(seal)); /* ten years later: the certificate has expired since */
    expect_status(result, FG_SEAL_TRUSTED);
    ck_assert(result.time_proved);
    ck_assert_int_eq(result.judged_at, (T2026 + 100) * 1000);
    ck_assert_str_eq(result.signer, "CN=TSA");
    expect_status(check(other_text, OF(seal)), FG_SEAL_OTHER_CONTENT);
    expect_status(check(NULL, OF(seal)), FG_SEAL_OTHER_CONTENT);
    trust.tsa_ca = other_path;
    expect_status(check(content_text, OF(seal)), FG_SEAL_UNTRUSTED);
    trust.tsa_ca = NULL;
    trust.ca = ca_path; /* who vouches for signers vouches for no time */
    result = check(content_text, OF(seal));
    expect_status(result, FG_SEAL_NOBODY_ASKED);
    ck_assert(!result.time_proved);
    ck_assert_int_eq(result.judged_at, (T2026 + 100) * 1000);
}
END_TEST

START_TEST(validity_at_its_own_time)
{
    FG_BUF_AUTO seal = FG_BUF_INIT;
    stamp(&tsa, T2026 - 100, &seal);
    expect_status(check(content_text, OF(seal)), FG_SEAL_NOT_YET_VALID);
    stamp(&tsa, T2026 + YEAR + 100, &seal);
    struct fg_seal_result result = check(content_text, OF(seal));
    expect_status(result, FG_SEAL_EXPIRED);
    ck_assert(!result.time_proved);
}
END_TEST

/* libcrypto makes no time-stamp with a certificate that is not for it, so the right one's token is signed anew. */
static void stamp_with(const struct party *by, struct fg_buf *out)
{
    TS_RESP *response = answer(&tsa, T2026 + 100, EVP_sha256());
    PKCS7 *token = TS_RESP_get_token(response);
    unsigned char *der = NULL;
    ASN1_OCTET_STRING *inner = token->d.sign->contents->d.other->value.octet_string;
    BIO *bytes = BIO_new_mem_buf(ASN1_STRING_get0_data(inner), ASN1_STRING_length(inner));
    unsigned flags = CMS_BINARY | CMS_PARTIAL;
    CMS_ContentInfo *cms = CMS_sign(NULL, NULL, NULL, NULL, flags);
    ck_assert_int_eq(CMS_set1_eContentType(cms, OBJ_nid2obj(NID_id_smime_ct_TSTInfo)), 1);
    ck_assert_ptr_nonnull(CMS_add1_signer(cms, by->certificate, by->key, EVP_sha256(), CMS_BINARY));
    ck_assert_int_eq(CMS_final(cms, bytes, NULL, CMS_BINARY), 1);
    int len = i2d_CMS_ContentInfo(cms, &der);
    fg_buf_clear(out);
    fg_buf_add(out, der, (size_t)len);
    OPENSSL_free(der);
    CMS_ContentInfo_free(cms);
    BIO_free(bytes);
    TS_RESP_free(response);
}

START_TEST(certificates_for_other_purposes)
{
    static const char *const usages[] = {NULL, "timeStamping", "critical,codeSigning", "critical,timeStamping,codeSigning"};
    FG_BUF_AUTO seal = FG_BUF_INIT;
    for (size_t i = 0; i < LENGTH(usages); i++) {
        struct party other = make_party("no TSA", "RSA2048", &ca, (struct life){T2026, T2026 + YEAR}, usages[i]);
        stamp_with(&other, &seal);
        expect_status(check(content_text, OF(seal)), FG_SEAL_WRONG_PURPOSE);
        trust.tsa_ca = NULL; /* it is not one for time-stamping, whoever vouches for it */
        expect_status(check(content_text, OF(seal)), FG_SEAL_WRONG_PURPOSE);
        trust.tsa_ca = ca_path;
        free_party(&other);
    }
    stamp_with(&tsa, &seal); /* the right one, but the token does not name it */
    expect_status(check(content_text, OF(seal)), FG_SEAL_WRONG);
}
END_TEST

START_TEST(tokens_and_refusals)
{
    FG_BUF_AUTO whole = FG_BUF_INIT;
    FG_BUF_AUTO kept = FG_BUF_INIT;
    unsigned char *der = NULL;
    TS_RESP *response = answer(&tsa, T2026 + 100, EVP_sha256());
    int len = i2d_TS_RESP(response, &der);
    fg_buf_add(&whole, der, (size_t)len);
    ck_assert_int_eq(fg_seal_time_response(OF(whole), &kept, &err), 0);
    ck_assert_uint_eq(kept.len, whole.len);
    ck_assert_mem_eq(kept.data, whole.data, whole.len);
    OPENSSL_free(der);
    der = NULL;
    len = i2d_PKCS7(TS_RESP_get_token(response), &der);
    fg_buf_clear(&kept);
    ck_assert_int_eq(fg_seal_time_response((struct fg_seal_bytes){der, (size_t)len}, &kept, &err), 0);
    expect_status(check(content_text, OF(kept)), FG_SEAL_TRUSTED);
    OPENSSL_free(der);
    TS_RESP_free(response);

    der = NULL;
    response = answer(&tsa, T2026 + 100, EVP_sha512()); /* it does not take SHA-256 */
    len = i2d_TS_RESP(response, &der);
    fg_buf_clear(&kept);
    ck_assert_int_eq(fg_seal_time_response((struct fg_seal_bytes){der, (size_t)len}, &kept, &err), 1);
    ck_assert_ptr_nonnull(strstr(err.message, "refused"));
    expect_status(check(content_text, (struct fg_seal_bytes){der, (size_t)len}), FG_SEAL_MALFORMED);
    ck_assert_uint_eq(kept.len, 0);
    OPENSSL_free(der);
    TS_RESP_free(response);

    ck_assert_int_eq(fg_seal_time_response(BYTES("<html>"), &kept, &err), 1);
    ck_assert_int_eq(err.code, FG_INPUT);
    ck_assert_int_eq(fg_seal_time_response(BYTES(""), &kept, &err), 1);
}
END_TEST

static void look_at_flipped(struct fg_seal_bytes flipped, size_t byte, void *context)
{
    const struct fg_seal_result *honest = context;
    struct fg_seal_result result = check(content_text, flipped);
    (void)byte;
    if (result.status == FG_SEAL_TRUSTED) { /* a bit that nothing depends on */
        ck_assert_str_eq(result.fingerprint, honest->fingerprint);
        ck_assert_int_eq(result.judged_at, honest->judged_at);
    }
}

START_TEST(damaged)
{
    FG_BUF_AUTO seal = FG_BUF_INIT;
    FG_BUF_AUTO kept = FG_BUF_INIT;
    stamp(&tsa, T2026 + 100, &seal);
    struct fg_seal_result honest = check(content_text, OF(seal));
    for (size_t len = 0; len < seal.len; len++) {
        expect_status(check(content_text, (struct fg_seal_bytes){seal.data, len}), FG_SEAL_MALFORMED);
        ck_assert_int_eq(fg_seal_time_response((struct fg_seal_bytes){seal.data, len}, &kept, &err), 1);
    }
    flip_all(&seal, look_at_flipped, &honest);
    fg_buf_add_char(&seal, '\0');
    expect_status(check(content_text, OF(seal)), FG_SEAL_MALFORMED);
}
END_TEST

/* A signature by a certificate that has expired since: what was stamped decides. */
START_TEST(signature_and_time)
{
    FG_BUF_AUTO cms = FG_BUF_INIT;
    struct fg_seal_result results[FG_SEAL_KINDS];
    struct fg_seal_key *key = NULL;
    struct party signer = make_party("signer", "RSA2048", &other_ca, (struct life){T2026, T2026 + YEAR}, NULL);
    char *key_path = write_key("key.pem", signer.key, NULL), *certificate = write_certificate("cert.pem", &signer);
    ck_assert_int_eq(fg_seal_key_open(&(struct fg_seal_key_place){.key = key_path, .certificate = certificate}, &key, &err), 0);
    trust.ca = other_path;

    /* The manifest's time-stamp says nothing of when it was signed. */
    FG_BUF_AUTO manifest_time = FG_BUF_INIT;
    stamp(&tsa, T2026 + 100, &manifest_time);
    ck_assert_int_eq(fg_seal_sign_cms(BYTES(content_text), key, &cms, &err), 0);
    struct fg_seal_bytes seals[FG_SEAL_KINDS] = {[FG_SEAL_CMS] = OF(cms), [FG_SEAL_MANIFEST_TIME] = OF(manifest_time)};
    ck_assert_int_eq(fg_seal_check_all(BYTES(content_text), seals, &trust, results, &err), 0);
    expect_status(results[FG_SEAL_MANIFEST_TIME], FG_SEAL_TRUSTED);
    expect_status(results[FG_SEAL_CMS], FG_SEAL_EXPIRED);
    expect_status(results[FG_SEAL_SSH], FG_SEAL_ABSENT);
    expect_status(results[FG_SEAL_CMS_TIME], FG_SEAL_ABSENT);

    /* One that is over something else is none of the signature's. */
    seals[FG_SEAL_CMS_TIME] = OF(manifest_time);
    ck_assert_int_eq(fg_seal_check_all(BYTES(content_text), seals, &trust, results, &err), 0);
    expect_status(results[FG_SEAL_CMS_TIME], FG_SEAL_OTHER_CONTENT);
    expect_status(results[FG_SEAL_CMS], FG_SEAL_EXPIRED);

    /* One over the signature is, if its authority is trusted. */
    FG_BUF_AUTO cms_time = FG_BUF_INIT;
    to_stamp = OF(cms);
    stamp(&tsa, T2026 + 100, &cms_time);
    seals[FG_SEAL_CMS_TIME] = OF(cms_time);
    ck_assert_int_eq(fg_seal_check_all(BYTES(content_text), seals, &trust, results, &err), 0);
    expect_status(results[FG_SEAL_CMS_TIME], FG_SEAL_TRUSTED);
    expect_status(results[FG_SEAL_CMS], FG_SEAL_TRUSTED);
    ck_assert(results[FG_SEAL_CMS].time_proved);
    ck_assert_int_eq(results[FG_SEAL_CMS].judged_at, (T2026 + 100) * 1000);
    const char *const others[] = {other_path, NULL};
    for (size_t i = 0; i < LENGTH(others); i++) {
        trust.tsa_ca = others[i];
        ck_assert_int_eq(fg_seal_check_all(BYTES(content_text), seals, &trust, results, &err), 0);
        expect_status(results[FG_SEAL_CMS_TIME], i == 0 ? FG_SEAL_UNTRUSTED : FG_SEAL_NOBODY_ASKED);
        expect_status(results[FG_SEAL_CMS], FG_SEAL_EXPIRED);
        ck_assert(!results[FG_SEAL_CMS].time_proved);
    }

    fg_seal_key_close(key);
    free_party(&signer);
    free(key_path);
    free(certificate);
}
END_TEST

START_TEST(signature_with_its_time)
{
    /* The fixture's authority stamps `content_text`; here that text is the signature that was stamped. */
    FG_BUF_AUTO time = FG_BUF_INIT;
    struct fg_seal_result results[FG_SEAL_KINDS];
    stamp(&tsa, T2026 + 100, &time);
    struct fg_seal_bytes seals[FG_SEAL_KINDS] = {[FG_SEAL_SSH] = BYTES(content_text), [FG_SEAL_SSH_TIME] = OF(time)};
    ck_assert_int_eq(fg_seal_check_all(BYTES(other_text), seals, &trust, results, &err), 0);
    expect_status(results[FG_SEAL_SSH_TIME], FG_SEAL_TRUSTED);
    expect_status(results[FG_SEAL_SSH], FG_SEAL_MALFORMED);
    /* A time-stamp whose signature is gone. */
    seals[FG_SEAL_SSH] = (struct fg_seal_bytes){NULL, 0};
    ck_assert_int_eq(fg_seal_check_all(BYTES(other_text), seals, &trust, results, &err), 0);
    expect_status(results[FG_SEAL_SSH_TIME], FG_SEAL_OTHER_CONTENT);
    expect_status(results[FG_SEAL_SSH], FG_SEAL_ABSENT);
}
END_TEST

static struct fg_buf made;

static int check_made(struct fg_seal_result *ret_result)
{
    return fg_seal_check_time(BYTES(content_text), OF(made), &trust, ret_result, &err);
}

START_TEST(without_memory)
{
    stamp(&tsa, T2026 + 100, &made);
    expect_no_other_verdict(check_made);
    fg_buf_done(&made);
}
END_TEST

int main(void)
{
    scarce_memory();
    Suite *suite = suite_create("seal_time");
    TCase *all = tcase_create("seal_time");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, request);
    tcase_add_test(all, stamped_and_trusted);
    tcase_add_test(all, validity_at_its_own_time);
    tcase_add_test(all, certificates_for_other_purposes);
    tcase_add_test(all, tokens_and_refusals);
    tcase_add_test(all, damaged);
    tcase_add_test(all, signature_and_time);
    tcase_add_test(all, signature_with_its_time);
    tcase_add_test(all, without_memory);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
