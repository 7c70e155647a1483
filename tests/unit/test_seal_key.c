/* SPDX-License-Identifier: MIT */
#include <openssl/pkcs12.h>

#include "seal/wire.h"
#include "seal_fixture.h"

static struct party signer;
static char *key_path, *certificate_path;

static void start(void)
{
    fixture_start();
    signer = make_party("signer", "RSA2048", NULL, (struct life){T2026, T2026 + YEAR}, NULL);
    key_path = write_key("key.pem", signer.key, NULL);
    certificate_path = write_certificate("cert.pem", &signer);
}

static void stop(void)
{
    free_party(&signer);
    free(key_path);
    free(certificate_path);
    fixture_stop();
}

static int open_key(const struct fg_seal_key_place *where)
{
    struct fg_seal_key *key = NULL;
    int done = fg_seal_key_open(where, &key, &err);
    ck_assert_int_eq(done == 0, key != NULL);
    fg_seal_key_close(key);
    return done;
}

static void refused(const struct fg_seal_key_place *where, const char *why)
{
    ck_assert_int_eq(open_key(where), -1);
    ck_assert_int_eq(err.code, FG_USAGE);
    ck_assert_msg(strstr(err.message, why) != NULL, "%s", err.message);
    ck_assert_ptr_null(strstr(err.message, "secret"));
    ck_assert_ptr_null(strstr(err.hint, "secret"));
}

START_TEST(files_of_others)
{
    static const mode_t modes[] = {0640, 0604, 0620, 0602, 0660, 0644};
    struct fg_seal_key_place where = {.key = key_path, .certificate = certificate_path};
    ck_assert_int_eq(open_key(&where), 0);
    for (size_t i = 0; i < LENGTH(modes); i++) {
        chmod(key_path, modes[i]);
        refused(&where, "others than its owner");
    }
    chmod(key_path, 0400);
    ck_assert_int_eq(open_key(&where), 0);
    where.key = place.dir;
    ck_assert_int_eq(open_key(&where), -1);
    ck_assert_int_eq(err.code, FG_IO);
    where.key = "/nowhere/at/all";
    ck_assert_int_eq(open_key(&where), -1);
    ck_assert_int_eq(err.code, FG_IO);
}
END_TEST

START_TEST(passphrases)
{
    char *locked = write_key("locked.pem", signer.key, "secret words");
    char *right = write_private_text("right", "secret words\nmore\n");
    char *wrong = write_private_text("wrong", "secret word\n");
    char *empty = write_private_text("empty", "\nsecret\n");
    struct fg_seal_key_place where = {.key = locked, .certificate = certificate_path};
    refused(&where, "it has a passphrase");
    where.passphrase_file = right;
    ck_assert_msg(open_key(&where) == 0, "%s", err.message);
    where.passphrase_file = wrong;
    refused(&where, "passphrase is another one");
    where.passphrase_file = empty;
    refused(&where, "first line is empty");
    where.passphrase_file = right;
    chmod(right, 0644);
    refused(&where, "others than its owner");
    free(locked);
    free(right);
    free(wrong);
    free(empty);
}
END_TEST

static char *write_p12(const char *name, const char *passphrase, EVP_PKEY *key, X509 *certificate)
{
    unsigned char *der = NULL;
    PKCS12 *file = PKCS12_create(passphrase, "name", key, certificate, NULL, 0, 0, 0, 0, 0);
    ck_assert_ptr_nonnull(file);
    int len = i2d_PKCS12(file, &der);
    char *path = write_private(name, der, (size_t)len);
    OPENSSL_free(der);
    PKCS12_free(file);
    return path;
}

START_TEST(pkcs12)
{
    char *right = write_private_text("right", "secret");
    char *locked = write_p12("locked.p12", "secret", signer.key, signer.certificate);
    char *open = write_p12("open.p12", "", signer.key, signer.certificate);
    char *keyless = write_p12("keyless.p12", "secret", NULL, signer.certificate);
    FG_BUF_AUTO seal = FG_BUF_INIT;
    struct fg_seal_key *key = NULL;
    struct fg_seal_key_place where = {.p12 = locked, .passphrase_file = right};
    ck_assert_int_eq(fg_seal_key_open(&where, &key, &err), 0);
    ck_assert_int_eq(fg_seal_sign_cms(BYTES(content_text), key, &seal, &err), 0);
    fg_seal_key_close(key);
    where.passphrase_file = NULL;
    refused(&where, "passphrase is another one");
    where.p12 = open;
    ck_assert_msg(open_key(&where) == 0, "%s", err.message);
    where = (struct fg_seal_key_place){.p12 = keyless, .passphrase_file = right};
    refused(&where, "no key with its certificate");
    where.p12 = key_path;
    refused(&where, "no PKCS#12");
    free(right);
    free(locked);
    free(open);
    free(keyless);
}
END_TEST

START_TEST(keys_that_do_not_do)
{
    struct party other = make_party("other", "P-256", NULL, (struct life){T2026, T2026 + YEAR}, NULL);
    struct party small = make_party("small", "RSA1024", NULL, (struct life){T2026, T2026 + YEAR}, NULL);
    char *other_path = write_certificate("other.pem", &other);
    char *small_path = write_key("small.key", small.key, NULL);
    char *garbage = write_private_text("garbage", "-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----\n");
    struct fg_seal_key_place where = {.key = key_path, .certificate = other_path};
    refused(&where, "of another key");
    where = (struct fg_seal_key_place){.key = small_path};
    refused(&where, "RSA 1024 is too weak");
    where.key = certificate_path;
    chmod(certificate_path, 0600);
    refused(&where, "cannot be read");
    where.key = garbage;
    refused(&where, "cannot be read");
    free(other_path);
    free(small_path);
    free(garbage);
    free_party(&other);
    free_party(&small);
}
END_TEST

START_TEST(ed25519_is_for_ssh)
{
    EVP_PKEY *made = make_key("ED25519");
    char *path = write_key("ed.pem", made, NULL);
    struct fg_seal_key *key = NULL;
    FG_BUF_AUTO seal = FG_BUF_INIT;
    struct fg_seal_key_place where = {.key = path};
    ck_assert_int_eq(fg_seal_key_open(&where, &key, &err), 0);
    ck_assert_int_eq(fg_seal_sign_cms(BYTES(content_text), key, &seal, &err), -1);
    ck_assert_int_eq(err.code, FG_USAGE);
    ck_assert_uint_eq(seal.len, 0);
    ck_assert_int_eq(fg_seal_sign_ssh(BYTES(content_text), key, &seal, &err), 0);
    fg_seal_key_close(key);
    EVP_PKEY_free(made);
    free(path);
}
END_TEST

/* ---- OpenSSH's own form */

/* An openssh-key-v1 blob of an Ed25519 key. */
static void make_openssh(EVP_PKEY *key, const char *cipher, struct fg_buf *out)
{
    unsigned char pair[64];
    size_t len = 32;
    FG_BUF_AUTO public = FG_BUF_INIT;
    FG_BUF_AUTO secret = FG_BUF_INIT;
    ck_assert_int_eq(EVP_PKEY_get_raw_private_key(key, pair, &len), 1);
    ck_assert_int_eq(EVP_PKEY_get_raw_public_key(key, pair + 32, &len), 1);
    ck_assert_int_eq(fg_ssh_add_public(&public, key), 0);
    fg_wire_add_u32(&secret, 7);
    fg_wire_add_u32(&secret, 7);
    fg_wire_add_text(&secret, "ssh-ed25519");
    fg_wire_add_string(&secret, pair + 32, 32);
    fg_wire_add_string(&secret, pair, 64);
    fg_wire_add_text(&secret, "me");
    for (char pad = 1; secret.len % 8 != 0; pad++)
        fg_buf_add_char(&secret, pad);
    fg_buf_add(out, "openssh-key-v1", sizeof "openssh-key-v1");
    fg_wire_add_text(out, cipher);
    fg_wire_add_text(out, strcmp(cipher, "none") == 0 ? "none" : "bcrypt");
    fg_wire_add_text(out, "");
    fg_wire_add_u32(out, 1);
    fg_wire_add_string(out, public.data, public.len);
    fg_wire_add_string(out, secret.data, secret.len);
}

static int open_openssh(struct fg_seal_bytes blob)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_add_text(&text, "-----BEGIN OPENSSH PRIVATE KEY-----\n");
    fg_wire_encode(&text, blob, 70);
    fg_buf_add_text(&text, "-----END OPENSSH PRIVATE KEY-----\n");
    char *path = write_private("id", text.data, text.len);
    int done = open_key(&(struct fg_seal_key_place){.key = path});
    free(path);
    return done;
}

static void look_at_flipped(struct fg_seal_bytes flipped, size_t byte, void *context)
{
    (void)byte;
    *(size_t *)context += open_openssh(flipped) == 0;
}

START_TEST(openssh_keys)
{
    FG_BUF_AUTO blob = FG_BUF_INIT;
    FG_BUF_AUTO locked = FG_BUF_INIT;
    EVP_PKEY *key = make_key("ED25519");
    make_openssh(key, "none", &blob);
    ck_assert_msg(open_openssh(OF(blob)) == 0, "%s", err.message);
    make_openssh(key, "aes256-ctr", &locked);
    ck_assert_int_eq(open_openssh(OF(locked)), -1);
    ck_assert_ptr_nonnull(strstr(err.message, "has a passphrase"));
    ck_assert_ptr_nonnull(strstr(err.hint, "ssh-keygen -Y sign"));
    for (size_t len = 0; len < blob.len; len++)
        ck_assert_int_eq(open_openssh((struct fg_seal_bytes){blob.data, len}), -1);
    /* A bit that may be turned unseen is one of the comment or of the second public key, never one of the key. */
    size_t unseen = 0;
    flip_all(&blob, look_at_flipped, &unseen);
    ck_assert_uint_le(unseen, 2 * (2 + 32 + 32));
    EVP_PKEY_free(key);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("seal_key");
    TCase *all = tcase_create("seal_key");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, files_of_others);
    tcase_add_test(all, passphrases);
    tcase_add_test(all, pkcs12);
    tcase_add_test(all, keys_that_do_not_do);
    tcase_add_test(all, ed25519_is_for_ssh);
    tcase_add_test(all, openssh_keys);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
