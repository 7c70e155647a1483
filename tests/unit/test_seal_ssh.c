/* SPDX-License-Identifier: MIT */
#include "seal/sshsig.h"
#include "seal/wire.h"
#include "seal_fixture.h"

static struct fg_seal_trust trust;
static char allowed[256];

static void start(void)
{
    fixture_start();
    snprintf(allowed, sizeof allowed, "%s/allowed", place.dir);
    trust = (struct fg_seal_trust){.allowed_signers = allowed, .now = T2026 * 1000};
}

static void allow(const EVP_PKEY *key)
{
    FG_BUF_AUTO blob = FG_BUF_INIT;
    FG_BUF_AUTO line = FG_BUF_INIT;
    ck_assert_int_eq(fg_ssh_add_public(&blob, key), 0);
    fg_buf_printf(&line, "me@example.org %s ", fg_ssh_types[fg_ssh_kind_of_key(key)].name);
    fg_wire_encode(&line, OF(blob), 0);
    fg_buf_add_char(&line, '\n');
    place_write_text(&place, "allowed", line.data);
}

static void sign(EVP_PKEY *made, struct fg_buf *out)
{
    struct fg_seal_key *key = NULL;
    char *path = write_key("key.pem", made, NULL);
    ck_assert_int_eq(fg_seal_key_open(&(struct fg_seal_key_place){.key = path}, &key, &err), 0);
    ck_assert_msg(fg_seal_sign_ssh(BYTES(content_text), key, out, &err) == 0, "%s", err.message);
    fg_seal_key_close(key);
    free(path);
}

static struct fg_seal_result check(const char *content, struct fg_seal_bytes seal)
{
    struct fg_seal_result result;
    ck_assert_msg(fg_seal_check_ssh(BYTES(content), seal, &trust, 0, &result, &err) == 0, "%s", err.message);
    return result;
}

START_TEST(signed_and_trusted)
{
    static const char *const kinds[] = {"ED25519", "RSA2048", "P-256", "P-384", "P-521"};
    for (size_t i = 0; i < LENGTH(kinds); i++) {
        EVP_PKEY *key = make_key(kinds[i]), *other = make_key(kinds[i]);
        FG_BUF_AUTO seal = FG_BUF_INIT;
        sign(key, &seal);
        allow(key);
        struct fg_seal_result result = check(content_text, OF(seal));
        expect_status(result, FG_SEAL_TRUSTED);
        ck_assert_str_eq(result.signer, "me@example.org");
        ck_assert_int_eq(strncmp(result.fingerprint, "SHA256:", 7), 0);
        ck_assert_uint_eq(strlen(result.fingerprint), 7 + 43);
        expect_status(check(other_text, OF(seal)), FG_SEAL_WRONG);
        allow(other);
        expect_status(check(content_text, OF(seal)), FG_SEAL_UNTRUSTED);
        trust.allowed_signers = NULL;
        expect_status(check(content_text, OF(seal)), FG_SEAL_NOBODY_ASKED);
        expect_status(check(other_text, OF(seal)), FG_SEAL_WRONG);
        trust.allowed_signers = allowed;
        EVP_PKEY_free(key);
        EVP_PKEY_free(other);
    }
}
END_TEST

START_TEST(the_same_bytes)
{
    static const char *const kinds[] = {"ED25519", "RSA2048"};
    for (size_t i = 0; i < LENGTH(kinds); i++) {
        FG_BUF_AUTO one = FG_BUF_INIT;
        FG_BUF_AUTO two = FG_BUF_INIT;
        EVP_PKEY *key = make_key(kinds[i]);
        sign(key, &one);
        sign(key, &two);
        ck_assert_str_eq(fg_buf_text(&one), fg_buf_text(&two));
        EVP_PKEY_free(key);
    }
}
END_TEST

/* Sign as somebody who knows the key, but not the rules; `more` bytes stand behind the signature. */
static void sign_otherwise(EVP_PKEY *key, const char *name_space, const char *hash, const char *algorithm, size_t more,
                           struct fg_buf *out)
{
    FG_BUF_AUTO public = FG_BUF_INIT;
    FG_BUF_AUTO bytes = FG_BUF_INIT;
    FG_BUF_AUTO signature = FG_BUF_INIT;
    unsigned char raw[1024] = {0};
    size_t len = sizeof raw;
    const char *digest = EVP_PKEY_is_a(key, "ED25519") ? NULL : strcmp(algorithm, "ssh-rsa") == 0 ? "SHA1" : "SHA256";
    ck_assert_int_eq(fg_ssh_add_public(&public, key), 0);
    struct fg_sshsig parts = {OF(public), BYTES(name_space), {"", 0}, BYTES(hash), {"", 0}};
    if (fg_sshsig_add_signed(&bytes, &parts, BYTES(content_text)) < 0)
        fg_buf_add_text(&bytes, "?");
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    ck_assert_int_eq(EVP_DigestSignInit_ex(context, NULL, digest, NULL, NULL, key, NULL), 1);
    ck_assert_int_eq(EVP_DigestSign(context, raw, &len, (unsigned char *)bytes.data, bytes.len), 1);
    EVP_MD_CTX_free(context);
    fg_wire_add_text(&signature, algorithm);
    fg_wire_add_string(&signature, raw, len + more);
    parts.signature = OF(signature);
    fg_buf_clear(out);
    fg_sshsig_add_armour(out, &parts);
}

START_TEST(other_rules)
{
    EVP_PKEY *ed = make_key("ED25519"), *rsa = make_key("RSA2048"), *small = make_key("RSA1024");
    const struct {
        EVP_PKEY *key;
        const char *name_space, *hash, *algorithm;
        enum fg_seal_status status;
        size_t more;
    } cases[] = {
        {ed, FG_SEAL_NAMESPACE, "sha512", "ssh-ed25519", FG_SEAL_TRUSTED, 0},
        {ed, FG_SEAL_NAMESPACE, "sha256", "ssh-ed25519", FG_SEAL_TRUSTED, 0},
        {ed, "git", "sha512", "ssh-ed25519", FG_SEAL_WRONG_PURPOSE, 0},
        {ed, "", "sha512", "ssh-ed25519", FG_SEAL_WRONG_PURPOSE, 0},
        {ed, "fargauge-pack2", "sha512", "ssh-ed25519", FG_SEAL_WRONG_PURPOSE, 0},
        {ed, FG_SEAL_NAMESPACE, "sha1", "ssh-ed25519", FG_SEAL_UNSUPPORTED, 0},
        {ed, FG_SEAL_NAMESPACE, "sha512", "rsa-sha2-256", FG_SEAL_MALFORMED, 0},
        {ed, FG_SEAL_NAMESPACE, "sha512", "sk-ssh-ed25519@openssh.com", FG_SEAL_UNSUPPORTED, 0},
        {rsa, FG_SEAL_NAMESPACE, "sha512", "rsa-sha2-256", FG_SEAL_TRUSTED, 0},
        {rsa, FG_SEAL_NAMESPACE, "sha512", "rsa-sha2-512", FG_SEAL_WRONG, 0},
        {rsa, FG_SEAL_NAMESPACE, "sha512", "ssh-rsa", FG_SEAL_WEAK, 0},
        {rsa, FG_SEAL_NAMESPACE, "sha512", "rsa-sha2-256", FG_SEAL_WRONG, 1},
        {ed, FG_SEAL_NAMESPACE, "sha512", "ssh-ed25519", FG_SEAL_WRONG, 1},
        {small, FG_SEAL_NAMESPACE, "sha512", "rsa-sha2-256", FG_SEAL_WEAK, 0},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        FG_BUF_AUTO seal = FG_BUF_INIT;
        allow(cases[i].key);
        sign_otherwise(cases[i].key, cases[i].name_space, cases[i].hash, cases[i].algorithm, cases[i].more, &seal);
        expect_status(check(content_text, OF(seal)), cases[i].status);
    }
    EVP_PKEY_free(ed);
    EVP_PKEY_free(rsa);
    EVP_PKEY_free(small);
}
END_TEST

static void look_at_flipped(struct fg_seal_bytes flipped, size_t byte, void *context)
{
    struct fg_seal_result result = check(content_text, flipped);
    (void)context;
    ck_assert_msg(!fg_seal_status_is_fine(result.status), "byte %zu: %s", byte, fg_seal_status_code(result.status));
}

START_TEST(damaged)
{
    static const char *const kinds[] = {"ED25519", "P-256", "RSA2048"};
    for (size_t i = 0; i < LENGTH(kinds); i++) {
        FG_BUF_AUTO seal = FG_BUF_INIT;
        EVP_PKEY *key = make_key(kinds[i]);
        sign(key, &seal);
        allow(key);
        for (size_t len = 0; len + 1 < seal.len; len++)
            expect_status(check(content_text, (struct fg_seal_bytes){seal.data, len}), FG_SEAL_MALFORMED);
        seal.len--; /* the last line's end may be missing, and anything but blank lines behind it may not stand there */
        flip_all(&seal, look_at_flipped, NULL);
        fg_buf_add_text(&seal, "\n\r\n");
        expect_status(check(content_text, OF(seal)), FG_SEAL_TRUSTED);
        fg_buf_add_text(&seal, "x");
        expect_status(check(content_text, OF(seal)), FG_SEAL_MALFORMED);
        EVP_PKEY_free(key);
    }
}
END_TEST

START_TEST(hostile_texts)
{
    EVP_PKEY *key = make_key("ED25519");
    FG_BUF_AUTO seal = FG_BUF_INIT;
    FG_BUF_AUTO name = FG_BUF_INIT;
    for (int i = 0; i < 1000; i++)
        fg_buf_add_text(&name, "\xff\xe7\x9b\xa3");
    allow(key);
    sign_otherwise(key, name.data, "sha512", "ssh-ed25519", 0, &seal);
    struct fg_seal_result result = check(content_text, OF(seal));
    expect_status(result, FG_SEAL_WRONG_PURPOSE);
    ck_assert_ptr_nonnull(strstr(result.detail, "?\xe7\x9b\xa3?"));
    ck_assert_ptr_null(strchr(result.detail, '\xff'));
    EVP_PKEY_free(key);
}
END_TEST

START_TEST(hostile)
{
    static const char *const texts[] = {
        "-----BEGIN SSH SIGNATURE-----\n\n-----END SSH SIGNATURE-----\n",
        "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n",
        "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAf////8=\n-----END SSH SIGNATURE-----\n",
        "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAA\n-----END SSH SIGNATURE-----\n",
        "-----BEGIN SSH SIGNATURE-----",
        "",
    };
    for (size_t i = 0; i < LENGTH(texts); i++)
        ck_assert(!fg_seal_status_is_fine(check(content_text, BYTES(texts[i])).status));
    char *large = calloc(1, FG_SEAL_LIMIT + 10);
    ck_assert_ptr_nonnull(large);
    memset(large, 'A', FG_SEAL_LIMIT + 5);
    memcpy(large, texts[4], strlen(texts[4]));
    large[strlen(texts[4])] = '\n';
    expect_status(check(content_text, BYTES(large)), FG_SEAL_MALFORMED);
    free(large);
}
END_TEST

static struct fg_buf made;

static int check_made(struct fg_seal_result *ret_result)
{
    return fg_seal_check_ssh(BYTES(content_text), OF(made), &trust, 0, ret_result, &err);
}

START_TEST(without_memory)
{
    EVP_PKEY *key = make_key("P-256");
    sign(key, &made);
    allow(key);
    EVP_PKEY_free(key);
    expect_no_other_verdict(check_made);
    fg_buf_done(&made);
}
END_TEST

int main(void)
{
    scarce_memory();
    Suite *suite = suite_create("seal_ssh");
    TCase *all = tcase_create("seal_ssh");
    tcase_add_checked_fixture(all, start, fixture_stop);
    tcase_add_test(all, signed_and_trusted);
    tcase_add_test(all, the_same_bytes);
    tcase_add_test(all, other_rules);
    tcase_add_test(all, damaged);
    tcase_add_test(all, hostile);
    tcase_add_test(all, hostile_texts);
    tcase_add_test(all, without_memory);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
