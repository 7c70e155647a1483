/* SPDX-License-Identifier: MIT */
#include "seal/key.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <stdlib.h>
#include <string.h>

#include "seal/check.h"
#include "seal/file.h"
#include "seal/result.h"
#include "seal/trust.h"

void fg_seal_key_close(struct fg_seal_key *key)
{
    if (key == NULL)
        return;
    EVP_PKEY_free(key->key); /* libcrypto cleanses it */
    X509_free(key->certificate);
    sk_X509_pop_free(key->chain, X509_free);
    free(key);
}

void fg_seal_key_done(struct fg_seal_key **key)
{
    fg_seal_key_close(*key);
}

/* The first line of the file; an empty secret where there is no file. */
static int read_passphrase(const char *path, struct fg_seal_secret *ret_secret, struct fg_error *err)
{
    if (path == NULL)
        return fg_seal_secret_init(ret_secret, 0, err);
    if (fg_seal_file_read(path, "passphrase", true, ret_secret, err) < 0)
        return -1;
    size_t len = strcspn((char *)ret_secret->bytes, "\r\n");
    ret_secret->bytes[len] = '\0';
    ret_secret->len = len;
    if (len > 0)
        return 0;
    fg_error_set(err, FG_USAGE, "passphrase: %s: its first line is empty", path);
    return fg_error_hint(err, "leave --passphrase-file out where the key has none");
}

/* Never asks on the terminal. */
static int give_passphrase(char *to, int room, int writing, void *context)
{
    const struct fg_seal_secret *secret = context;
    (void)writing;
    if (secret->len == 0 || secret->len > (size_t)room)
        return -1;
    memcpy(to, secret->bytes, secret->len);
    return (int)secret->len;
}

/* What was read of the files, each of which may be a pipe. */
struct material {
    const struct fg_seal_key_place *place;
    struct fg_seal_secret bytes, passphrase;
};

typedef int look_fn(const struct material *from, struct fg_seal_key *to, struct fg_error *err);

/* Want of memory looks like a key that is none: a second look, as in check.c. */
static int look_twice(look_fn *look, const struct material *from, struct fg_seal_key *to, struct fg_error *err)
{
    if (look(from, to, err) == 0)
        return 0;
    ERR_clear_error();
    if (look(from, to, err) == 0)
        return 0;
    return fg_seal_memory_missing() ? fg_error_memory(err) : -1;
}

static int read_file(const struct fg_seal_key_place *place, const char *path, const char *what, look_fn *look,
                     struct fg_seal_key *to, struct fg_error *err)
{
    struct material from = {.place = place};
    int status = -1;
    if (fg_seal_file_read(path, what, true, &from.bytes, err) == 0 &&
        read_passphrase(place->passphrase_file, &from.passphrase, err) == 0)
        status = look_twice(look, &from, to, err);
    fg_seal_secret_done(&from.bytes);
    fg_seal_secret_done(&from.passphrase);
    return status;
}

static int refuse_key(const char *path, bool with_passphrase, struct fg_error *err)
{
    fg_error_set(err, FG_USAGE, "key: %s: it cannot be read%s", path,
                 with_passphrase ? ", or the passphrase is another one" : ", or it has a passphrase");
    return fg_error_hint(err, "%s", with_passphrase ? "check the file and its passphrase with: openssl pkey -in FILE -noout"
                                                    : "give a private key in PEM; put its passphrase into a file of your "
                                                      "own and name it with --passphrase-file");
}

static int look_at_key(const struct material *from, struct fg_seal_key *to, struct fg_error *err)
{
    int status = fg_seal_key_read_openssh((struct fg_seal_bytes){from->bytes.bytes, from->bytes.len}, &to->key, err);
    if (status < 0)
        return fg_error_prepend(err, "key: %s", from->place->key);
    if (status == 0)
        return 0;
    BIO *bytes = BIO_new_mem_buf(from->bytes.bytes, (int)from->bytes.len);
    if (bytes != NULL)
        to->key = PEM_read_bio_PrivateKey(bytes, NULL, give_passphrase, (void *)&from->passphrase);
    BIO_free(bytes);
    return to->key == NULL ? refuse_key(from->place->key, from->passphrase.len > 0, err) : 0;
}

/* The first certificate is the key's, the others stand above it. */
static int read_certificate(const struct fg_seal_key_place *place, struct fg_seal_key *to, struct fg_error *err)
{
    FG_SEAL_CERTIFICATES_AUTO *own = NULL;
    if (place->certificate == NULL)
        return 0;
    if (fg_seal_certificates_read(place->certificate, "certificate", &own, err) < 0)
        return -1;
    to->certificate = sk_X509_shift(own);
    if (place->chain != NULL)
        return fg_seal_certificates_read(place->chain, "chain", &to->chain, err);
    to->chain = own;
    own = NULL;
    return 0;
}

static int refuse_p12(const char *path, const struct fg_seal_secret *passphrase, struct fg_error *err)
{
    bool unsupported = ERR_GET_REASON(ERR_peek_error()) == ERR_R_UNSUPPORTED ||
                       ERR_GET_REASON(ERR_peek_last_error()) == ERR_R_UNSUPPORTED;
    fg_error_set(err, FG_USAGE, "p12: %s: %s", path,
                 unsupported ? "it is encrypted in a way that libcrypto does not offer any more"
                             : "it is no PKCS#12 file, or its passphrase is another one");
    if (unsupported)
        return fg_error_hint(err, "write it anew: openssl pkcs12 -legacy -in OLD -out ALL.pem, then openssl pkcs12 -export "
                                  "-in ALL.pem -out NEW");
    return fg_error_hint(err, "%s", passphrase->len > 0 ? "check it with: openssl pkcs12 -info -noout -in FILE"
                                                        : "put its passphrase into a file of your own and name it with "
                                                          "--passphrase-file");
}

static int look_at_p12(const struct material *from, struct fg_seal_key *to, struct fg_error *err)
{
    const unsigned char *at = from->bytes.bytes;
    PKCS12 *file = d2i_PKCS12(NULL, &at, (long)from->bytes.len);
    bool open = file != NULL &&
                PKCS12_parse(file, (const char *)from->passphrase.bytes, &to->key, &to->certificate, &to->chain) == 1;
    PKCS12_free(file);
    if (open)
        return 0;
    sk_X509_pop_free(to->chain, X509_free); /* a part of it may be there */
    to->chain = NULL;
    return refuse_p12(from->place->p12, &from->passphrase, err);
}

static int read_p12(const struct fg_seal_key_place *place, struct fg_seal_key *to, struct fg_error *err)
{
    int status = read_file(place, place->p12, "p12", look_at_p12, to, err);
    if (status < 0 || (to->key != NULL && to->certificate != NULL))
        return status;
    fg_error_set(err, FG_USAGE, "p12: %s: there is no key with its certificate in it", place->p12);
    return fg_error_hint(err, "export both: openssl pkcs12 -export -inkey KEY.pem -in CERT.pem -out FILE");
}

/* A certificate that was read without memory for its key never has it. */
static void read_again(X509 **certificate)
{
    X509 *copy = X509_get0_pubkey(*certificate) == NULL ? X509_dup(*certificate) : NULL;
    if (copy == NULL)
        return;
    X509_free(*certificate);
    *certificate = copy;
}

static int check_key(const struct material *from, struct fg_seal_key *key, struct fg_error *err)
{
    const char *path = from->place->p12 != NULL ? from->place->p12 : from->place->key;
    struct fg_seal_result facts = {0};
    fg_seal_say_algorithm(&facts, key->key, NULL);
    if (fg_seal_key_is_weak(key->key)) {
        fg_error_set(err, FG_USAGE, "key: %s: %s is too weak", path, facts.algorithm);
        return fg_error_hint(err, "use RSA of 2048 bits or more (better 3072), ECDSA on P-256 or above, or Ed25519");
    }
    if (key->certificate == NULL || X509_check_private_key(key->certificate, key->key) == 1)
        return 0;
    read_again(&key->certificate);
    fg_error_set(err, FG_USAGE, "key: %s: the certificate is of another key", path);
    return fg_error_hint(err, "the first certificate of the file must be the key's; those of its CA stand behind it");
}

int fg_seal_key_open(const struct fg_seal_key_place *place, struct fg_seal_key **ret_key, struct fg_error *err)
{
    const struct material nothing = {.place = place};
    FG_SEAL_KEY_AUTO *key = calloc(1, sizeof *key);
    if (key == NULL)
        return fg_error_memory(err);
    ERR_clear_error();
    int status = place->p12 != NULL ? read_p12(place, key, err)
                                     : read_file(place, place->key, "key", look_at_key, key, err);
    if (status < 0 || (place->p12 == NULL && read_certificate(place, key, err) < 0) ||
        look_twice(check_key, &nothing, key, err) < 0)
        return -1;
    ERR_clear_error();
    *ret_key = key;
    key = NULL;
    return 0;
}
