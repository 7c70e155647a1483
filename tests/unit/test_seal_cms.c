/* SPDX-License-Identifier: MIT */
#include "seal_fixture.h"

static struct party ca, other_ca, signer;
static char *ca_path, *other_path, *key_path, *certificate_path;
static struct life life;
static struct fg_seal_trust trust;

static void start(void)
{
    fixture_start();
    life = (struct life){T2026, T2026 + YEAR};
    ca = make_party("Test CA", "P-256", NULL, (struct life){T2026 - YEAR, T2026 + 20 * YEAR}, "CA");
    other_ca = make_party("Other CA", "P-256", NULL, (struct life){T2026 - YEAR, T2026 + 20 * YEAR}, "CA");
    signer = make_party("Prüferin 監査", "RSA2048", &ca, life, NULL);
    ca_path = write_certificate("ca.pem", &ca);
    other_path = write_certificate("other.pem", &other_ca);
    key_path = write_key("key.pem", signer.key, NULL);
    certificate_path = write_certificate("cert.pem", &signer);
    trust = (struct fg_seal_trust){.ca = ca_path, .now = (T2026 + 1000) * 1000};
}

static void stop(void)
{
    free_party(&ca);
    free_party(&other_ca);
    free_party(&signer);
    free(ca_path);
    free(other_path);
    free(key_path);
    free(certificate_path);
    fixture_stop();
}

static void sign(struct fg_buf *out)
{
    struct fg_seal_key *key = NULL;
    struct fg_seal_key_place where = {.key = key_path, .certificate = certificate_path};
    ck_assert_msg(fg_seal_key_open(&where, &key, &err) == 0, "%s", err.message);
    ck_assert_msg(fg_seal_sign_cms(BYTES(content_text), key, out, &err) == 0, "%s", err.message);
    fg_seal_key_close(key);
}

static struct fg_seal_result check(const char *content, struct fg_seal_bytes seal, int64_t at)
{
    struct fg_seal_result result;
    ck_assert_msg(fg_seal_check_cms(BYTES(content), seal, &trust, at, &result, &err) == 0, "%s", err.message);
    return result;
}

/* A signature as others make them: by libcrypto, in any shape. */
static void sign_otherwise(const struct party *by, const EVP_MD *hash, unsigned flags, struct fg_buf *out)
{
    unsigned char *der = NULL;
    BIO *bytes = BIO_new_mem_buf(content_text, -1);
    CMS_ContentInfo *cms = CMS_sign(NULL, NULL, NULL, NULL, flags | CMS_BINARY | CMS_PARTIAL);
    ck_assert_ptr_nonnull(CMS_add1_signer(cms, by->certificate, by->key, hash, flags | CMS_BINARY));
    ck_assert_int_eq(CMS_final(cms, bytes, NULL, flags | CMS_BINARY), 1);
    int len = i2d_CMS_ContentInfo(cms, &der);
    ck_assert_int_gt(len, 0);
    fg_buf_clear(out);
    fg_buf_add(out, der, (size_t)len);
    OPENSSL_free(der);
    CMS_ContentInfo_free(cms);
    BIO_free(bytes);
}

START_TEST(signed_and_trusted)
{
    static const char *const kinds[] = {"RSA2048", "P-256", "P-384"};
    for (size_t i = 0; i < LENGTH(kinds); i++) {
        FG_BUF_AUTO seal = FG_BUF_INIT;
        free_party(&signer);
        signer = make_party("Prüferin 監査", kinds[i], &ca, life, NULL);
        free(write_key("key.pem", signer.key, NULL));
        free(write_certificate("cert.pem", &signer));
        sign(&seal);
        struct fg_seal_result result = check(content_text, OF(seal), 0);
        expect_status(result, FG_SEAL_TRUSTED);
        ck_assert_str_eq(result.signer, "CN=Prüferin 監査");
        ck_assert_str_eq(result.issuer, "CN=Test CA");
        ck_assert_int_eq(result.valid_from, T2026 * 1000);
        ck_assert_int_eq(result.valid_until, (T2026 + YEAR) * 1000);
        ck_assert_int_eq(result.judged_at, trust.now);
        ck_assert(!result.time_proved);
        ck_assert_int_eq((int)strlen(result.fingerprint), 7 + 64);
        trust.ca = NULL;
        result = check(content_text, OF(seal), 0);
        expect_status(result, FG_SEAL_NOBODY_ASKED);
        ck_assert_ptr_nonnull(strstr(result.detail, "not trusted"));
        trust.ca = other_path;
        expect_status(check(content_text, OF(seal), 0), FG_SEAL_UNTRUSTED);
        expect_status(check(other_text, OF(seal), 0), FG_SEAL_WRONG);
        trust.ca = ca_path;
        expect_status(check(other_text, OF(seal), 0), FG_SEAL_WRONG);
    }
}
END_TEST

START_TEST(rsa_gives_the_same_bytes)
{
    FG_BUF_AUTO one = FG_BUF_INIT;
    FG_BUF_AUTO two = FG_BUF_INIT;
    sign(&one);
    sign(&two);
    ck_assert_uint_eq(one.len, two.len);
    ck_assert_mem_eq(one.data, two.data, one.len);
}
END_TEST

START_TEST(holds_no_time)
{
    FG_BUF_AUTO seal = FG_BUF_INIT;
    sign(&seal);
    const unsigned char *at = (const unsigned char *)seal.data;
    CMS_ContentInfo *cms = d2i_CMS_ContentInfo(NULL, &at, (long)seal.len);
    CMS_SignerInfo *info = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
    ck_assert_int_le(CMS_signed_get_attr_count(info), 0);
    CMS_ContentInfo_free(cms);
}
END_TEST

START_TEST(validity)
{
    FG_BUF_AUTO seal = FG_BUF_INIT;
    static const struct {
        int64_t now, at;
        enum fg_seal_status status;
    } cases[] = {
        {T2026, 0, FG_SEAL_TRUSTED},
        {T2026 - 1, 0, FG_SEAL_NOT_YET_VALID},
        {T2026 + YEAR - 1, 0, FG_SEAL_TRUSTED},
        {T2026 + YEAR + 1, 0, FG_SEAL_EXPIRED},
        {T2026 + 5 * YEAR, T2026 + 10, FG_SEAL_TRUSTED}, /* proved to be older */
        {T2026 + 5 * YEAR, T2026 + 2 * YEAR, FG_SEAL_EXPIRED},
    };
    sign(&seal);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        trust.now = cases[i].now * 1000;
        struct fg_seal_result result = check(content_text, OF(seal), cases[i].at * 1000);
        expect_status(result, cases[i].status);
        ck_assert_int_eq(result.judged_at, (cases[i].at != 0 ? cases[i].at : cases[i].now) * 1000);
        ck_assert_int_eq(result.time_proved, cases[i].at != 0);
    }
    trust.now = (T2026 + 2 * YEAR) * 1000;
    ck_assert_str_eq(check(content_text, OF(seal), 0).detail,
                     "valid until 2027-01-01T00:00:00.000Z, judged at 2028-01-01T00:00:00.000Z");
}
END_TEST

START_TEST(signatures_of_others)
{
    FG_BUF_AUTO seal = FG_BUF_INIT;
    sign_otherwise(&signer, EVP_sha256(), CMS_DETACHED, &seal);
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_TRUSTED);
    expect_status(check(other_text, OF(seal), 0), FG_SEAL_OTHER_CONTENT);
    sign_otherwise(&signer, EVP_sha512(), CMS_DETACHED, &seal);
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_TRUSTED);
    sign_otherwise(&signer, EVP_sha256(), CMS_DETACHED | CMS_NOCERTS, &seal);
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_UNSUPPORTED);
    sign_otherwise(&signer, EVP_sha256(), 0, &seal); /* with its content in it */
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_MALFORMED);
}
END_TEST

START_TEST(weak_ones)
{
    FG_BUF_AUTO seal = FG_BUF_INIT;
    sign_otherwise(&signer, EVP_sha1(), CMS_DETACHED, &seal);
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_WEAK);
    sign_otherwise(&signer, EVP_sha1(), CMS_DETACHED | CMS_NOATTR, &seal);
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_WEAK);
    struct party small = make_party("small", "RSA1024", &ca, life, NULL);
    sign_otherwise(&small, EVP_sha256(), CMS_DETACHED, &seal);
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_WEAK);
    trust.ca = NULL;
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_WEAK);
    trust.ca = ca_path;
    free_party(&small);
    /* A strong key under a weak authority. */
    struct party weak_ca = make_party("weak CA", "RSA1024", NULL, life, "CA");
    struct party strong = make_party("strong", "RSA2048", &weak_ca, life, NULL);
    free(write_certificate("other.pem", &weak_ca));
    trust.ca = other_path;
    sign_otherwise(&strong, EVP_sha256(), CMS_DETACHED, &seal);
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_WEAK);
    free_party(&weak_ca);
    free_party(&strong);
}
END_TEST

START_TEST(chains)
{
    FG_BUF_AUTO seal = FG_BUF_INIT;
    struct party middle = make_party("Middle", "P-256", &ca, (struct life){T2026, T2026 + 2 * YEAR}, "CA");
    free_party(&signer);
    signer = make_party("leaf", "P-256", &middle, (struct life){T2026, T2026 + 10 * YEAR}, NULL);
    free(write_key("key.pem", signer.key, NULL));
    X509 *all[] = {signer.certificate, middle.certificate, middle.certificate, signer.certificate, ca.certificate};
    free(write_certificates("cert.pem", all, LENGTH(all)));
    sign(&seal);
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_TRUSTED);
    trust.now = (T2026 + 3 * YEAR) * 1000;
    struct fg_seal_result result = check(content_text, OF(seal), 0);
    expect_status(result, FG_SEAL_EXPIRED);
    ck_assert_ptr_nonnull(strstr(result.detail, "CN=Middle"));
    /* Without the one between, nothing leads to the authority; the one between may be trusted itself. */
    trust.now = (T2026 + 1000) * 1000;
    free(write_certificate("cert.pem", &signer));
    fg_buf_clear(&seal);
    sign(&seal);
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_UNTRUSTED);
    free(write_certificate("other.pem", &middle));
    trust.ca = other_path;
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_TRUSTED);
    free_party(&middle);
}
END_TEST

START_TEST(two_signers)
{
    FG_BUF_AUTO seal = FG_BUF_INIT;
    unsigned char *der = NULL;
    BIO *bytes = BIO_new_mem_buf(content_text, -1);
    CMS_ContentInfo *cms = CMS_sign(NULL, NULL, NULL, NULL, CMS_DETACHED | CMS_BINARY | CMS_PARTIAL);
    ck_assert_ptr_nonnull(CMS_add1_signer(cms, signer.certificate, signer.key, EVP_sha256(), CMS_BINARY));
    ck_assert_ptr_nonnull(CMS_add1_signer(cms, other_ca.certificate, other_ca.key, EVP_sha256(), CMS_BINARY));
    ck_assert_int_eq(CMS_final(cms, bytes, NULL, CMS_DETACHED | CMS_BINARY), 1);
    fg_buf_add(&seal, der, (size_t)0);
    int len = i2d_CMS_ContentInfo(cms, &der);
    fg_buf_add(&seal, der, (size_t)len);
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_UNSUPPORTED);
    OPENSSL_free(der);
    CMS_ContentInfo_free(cms);
    BIO_free(bytes);
}
END_TEST

static void look_at_flipped(struct fg_seal_bytes flipped, size_t byte, void *context)
{
    const struct fg_seal_result *honest = context;
    struct fg_seal_result result = check(content_text, flipped, 0);
    (void)byte;
    if (result.status == FG_SEAL_TRUSTED) { /* a bit that nothing depends on: the signer is the same all the same */
        ck_assert_str_eq(result.fingerprint, honest->fingerprint);
        ck_assert_str_eq(result.signer, honest->signer);
    }
}

START_TEST(damaged)
{
    FG_BUF_AUTO seal = FG_BUF_INIT;
    sign(&seal);
    struct fg_seal_result honest = check(content_text, OF(seal), 0);
    for (size_t len = 0; len < seal.len; len++)
        expect_status(check(content_text, (struct fg_seal_bytes){seal.data, len}, 0), FG_SEAL_MALFORMED);
    flip_all(&seal, look_at_flipped, &honest);
    fg_buf_add_char(&seal, '\0');
    expect_status(check(content_text, OF(seal), 0), FG_SEAL_MALFORMED);
    expect_status(check(content_text, BYTES("-----BEGIN CMS-----\n"), 0), FG_SEAL_MALFORMED);
}
END_TEST

START_TEST(trust_files)
{
    FG_BUF_AUTO seal = FG_BUF_INIT;
    struct fg_seal_result result;
    sign(&seal);
    trust.ca = place_path(&place, "nowhere.pem");
    ck_assert_int_eq(fg_seal_check_cms(BYTES(content_text), OF(seal), &trust, 0, &result, &err), -1);
    ck_assert_int_eq(err.code, FG_IO);
    trust.ca = key_path;
    ck_assert_int_eq(fg_seal_check_cms(BYTES(content_text), OF(seal), &trust, 0, &result, &err), -1);
    ck_assert_int_eq(err.code, FG_USAGE);
    ck_assert_ptr_nonnull(strstr(err.message, "no certificate"));
    trust.ca = place_write_text(&place, "bad.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    ck_assert_int_eq(fg_seal_check_cms(BYTES(content_text), OF(seal), &trust, 0, &result, &err), -1);
    ck_assert_ptr_nonnull(strstr(err.message, "damaged"));
}
END_TEST

static struct fg_buf made;

static int check_made(struct fg_seal_result *ret_result)
{
    return fg_seal_check_cms(BYTES(content_text), OF(made), &trust, 0, ret_result, &err);
}

START_TEST(without_memory)
{
    sign(&made);
    expect_no_other_verdict(check_made);
    fg_buf_done(&made);
}
END_TEST

int main(void)
{
    scarce_memory();
    Suite *suite = suite_create("seal_cms");
    TCase *all = tcase_create("seal_cms");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, signed_and_trusted);
    tcase_add_test(all, rsa_gives_the_same_bytes);
    tcase_add_test(all, holds_no_time);
    tcase_add_test(all, validity);
    tcase_add_test(all, signatures_of_others);
    tcase_add_test(all, weak_ones);
    tcase_add_test(all, chains);
    tcase_add_test(all, two_signers);
    tcase_add_test(all, damaged);
    tcase_add_test(all, trust_files);
    tcase_add_test(all, without_memory);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
