/* SPDX-License-Identifier: MIT */
/* Keys, certificates and authorities made for one test and gone with it: none is ever kept. */
#ifndef FARGAUGE_TESTS_SEAL_FIXTURE_H
#define FARGAUGE_TESTS_SEAL_FIXTURE_H

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <string.h>
#include <sys/stat.h>

#include "fargauge/seal.h"
#include "place.h"
#include "unit.h"

#define BYTES(text) ((struct fg_seal_bytes){(text), strlen(text)})
#define OF(buf) ((struct fg_seal_bytes){(buf).data, (buf).len})

static const char content_text[] = "0123456789abcdef  bagit.txt\n";
static const char other_text[] = "0123456789abcdee  bagit.txt\n";

/* Whole seconds since 1970. */
static const int64_t YEAR = 365 * 86400, T2026 = INT64_C(1767225600);

static struct place place;
static struct fg_error err;

/* To find primes takes longer than all else, and minutes under valgrind: the next check gets the same RSA keys, and
 * so does the next party of a check when one is freed. */
static struct {
    char kind[8];
    EVP_PKEY *key;
    bool taken;
} rsa_keys[16];

static inline EVP_PKEY *make_rsa_key(const char *kind)
{
    for (size_t i = 0; i < LENGTH(rsa_keys); i++) {
        if (rsa_keys[i].key == NULL) {
            snprintf(rsa_keys[i].kind, sizeof rsa_keys[i].kind, "%s", kind);
            rsa_keys[i].key = EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)atoi(kind + 3));
            ck_assert_ptr_nonnull(rsa_keys[i].key);
        } else if (rsa_keys[i].taken || strcmp(rsa_keys[i].kind, kind) != 0) {
            continue;
        }
        rsa_keys[i].taken = true;
        EVP_PKEY_up_ref(rsa_keys[i].key);
        return rsa_keys[i].key;
    }
    ck_abort_msg("more RSA keys than the fixture keeps");
}

static inline void give_back_rsa_keys(void)
{
    for (size_t i = 0; i < LENGTH(rsa_keys); i++)
        rsa_keys[i].taken = false;
}

static inline EVP_PKEY *make_key(const char *kind)
{
    EVP_PKEY *key = NULL;
    if (strncmp(kind, "RSA", 3) == 0)
        key = make_rsa_key(kind);
    else if (strcmp(kind, "ED25519") == 0)
        key = EVP_PKEY_Q_keygen(NULL, NULL, "ED25519");
    else
        key = EVP_PKEY_Q_keygen(NULL, NULL, "EC", kind);
    ck_assert_ptr_nonnull(key);
    return key;
}

/* A certificate and its key. */
struct party {
    EVP_PKEY *key;
    X509 *certificate;
};

struct life {
    int64_t from, until;
};

static inline void add_extension(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, NULL, NULL, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, nid, value);
    ck_assert_ptr_nonnull(extension);
    ck_assert_int_eq(X509_add_ext(certificate, extension, -1), 1);
    X509_EXTENSION_free(extension);
}

/* Signed by `issuer`; NULL: by itself. `usage`: the extended key usage; "CA": an authority; NULL: none. */
static inline struct party make_party(const char *name, const char *kind, const struct party *issuer, struct life life,
                                      const char *usage)
{
    static long serial;
    struct party party = {.key = make_key(kind), .certificate = X509_new()};
    X509 *made = party.certificate;
    const struct party *by = issuer == NULL ? &party : issuer;
    ck_assert_ptr_nonnull(made);
    X509_set_version(made, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made), ++serial);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_UTF8, (const unsigned char *)name, -1, -1, 0);
    X509_set_issuer_name(made, X509_get_subject_name(by->certificate));
    ASN1_TIME_set(X509_getm_notBefore(made), (time_t)life.from);
    ASN1_TIME_set(X509_getm_notAfter(made), (time_t)life.until);
    X509_set_pubkey(made, party.key);
    if (usage != NULL && strcmp(usage, "CA") == 0)
        add_extension(made, NID_basic_constraints, "critical,CA:TRUE");
    else if (usage != NULL)
        add_extension(made, NID_ext_key_usage, usage);
    ck_assert_int_gt(X509_sign(made, by->key, EVP_sha256()), 0);
    return party;
}

static inline void free_party(struct party *party)
{
    for (size_t i = 0; i < LENGTH(rsa_keys); i++)
        rsa_keys[i].taken = rsa_keys[i].taken && rsa_keys[i].key != party->key;
    EVP_PKEY_free(party->key);
    X509_free(party->certificate);
}

/* Write PEM into the test's folder; the path is the caller's to free. */
static inline char *write_certificates(const char *name, X509 *const *certificates, size_t count)
{
    char *path = strdup(place_path(&place, name));
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    for (size_t i = 0; i < count; i++)
        ck_assert_int_eq(PEM_write_X509(file, certificates[i]), 1);
    fclose(file);
    return path;
}

static inline char *write_certificate(const char *name, const struct party *party)
{
    return write_certificates(name, &party->certificate, 1);
}

static inline char *write_key(const char *name, EVP_PKEY *key, const char *passphrase)
{
    char *path = strdup(place_path(&place, name));
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(PEM_write_PrivateKey(file, key, passphrase == NULL ? NULL : EVP_aes_256_cbc(), NULL, 0, NULL,
                                          (void *)(uintptr_t)passphrase), 1);
    fclose(file);
    chmod(path, 0600);
    return path;
}

static inline char *write_private(const char *name, const void *bytes, size_t len)
{
    char *path = strdup(place_write(&place, name, bytes, len));
    chmod(path, 0600);
    return path;
}

static inline char *write_private_text(const char *name, const char *text)
{
    return write_private(name, text, strlen(text));
}

/* Look at `seal` with one bit turned: two bits of each byte, each in its turn. */
typedef void flipped_fn(struct fg_seal_bytes flipped, size_t byte, void *context);

static inline void flip_all(const struct fg_buf *seal, flipped_fn *look, void *context)
{
    for (size_t i = 0; i < seal->len; i += stride())
        for (size_t turn = 0; turn < 2; turn++) {
            int bit = 1 << (i * (turn == 0 ? 1 : 3) + 5 * turn) % 8;
            seal->data[i] = (char)(seal->data[i] ^ bit);
            look(OF(*seal), i, context);
            seal->data[i] = (char)(seal->data[i] ^ bit);
        }
}

#define expect_status(result, wanted)                                                                                  \
    ck_assert_msg((result).status == (wanted), "%s, not %s: %s", fg_seal_status_code((result).status),                 \
                  fg_seal_status_code(wanted), (result).detail)

/* ---- OpenSSL without memory: the request number `left` fails, and all after it where it is gone for good */

static struct {
    long left; /* 0: there is enough */
    bool for_good, failed;
} scarce;

static inline bool is_refused(void)
{
    if (scarce.left == 0 || (scarce.left > 1 && scarce.left--))
        return false;
    if (!scarce.for_good)
        scarce.left = 0;
    return scarce.failed = true;
}

static inline void *scarce_malloc(size_t size, const char *file, int line)
{
    (void)file, (void)line;
    return is_refused() ? NULL : malloc(size);
}

static inline void *scarce_realloc(void *old, size_t size, const char *file, int line)
{
    (void)file, (void)line;
    return is_refused() ? NULL : realloc(old, size);
}

static inline void scarce_free(void *old, const char *file, int line)
{
    (void)file, (void)line;
    free(old);
}

/* First of all in main(). */
static inline void scarce_memory(void)
{
    if (CRYPTO_set_mem_functions(scarce_malloc, scarce_realloc, scarce_free) != 1)
        abort();
}

/* `check` looks at a seal that is trusted. Whatever request fails, it is that or an error: never another verdict. */
static inline void expect_no_other_verdict(int (*check)(struct fg_seal_result *ret_result))
{
    const long step = 7 * (long)stride(); /* requests are by the thousand, and most of them look like their neighbours */
    for (int for_good = 0; for_good < 2; for_good++) {
        long n = 1 - step;
        do {
            struct fg_seal_result result = {0};
            n += step;
            scarce.for_good = for_good;
            scarce.failed = false;
            scarce.left = n;
            int status = check(&result);
            scarce.left = 0;
            ck_assert_msg(status < 0 ? err.code == FG_IO && strstr(err.message, "memory") != NULL : result.status == FG_SEAL_TRUSTED,
                          "request %ld: %s", n, status < 0 ? err.message : result.detail);
        } while (scarce.failed);
        ck_assert_int_gt(n, 100); /* or nothing was refused */
    }
}

static inline void fixture_start(void)
{
    place_start(&place);
    give_back_rsa_keys();
    memset(&err, 0, sizeof err);
}

static inline void fixture_stop(void)
{
    place_stop(&place);
}

#endif
