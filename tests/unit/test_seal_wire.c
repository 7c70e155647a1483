/* SPDX-License-Identifier: MIT */
#include "seal/wire.h"

#include <string.h>

#include "unit.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

/* RFC 4648's vectors. */
static const struct {
    const char *bytes, *text;
} vectors[] = {{"", ""},         {"f", "Zg=="},         {"fo", "Zm8="},        {"foo", "Zm9v"},
               {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};

START_TEST(base64)
{
    for (size_t i = 0; i < LENGTH(vectors); i++) {
        unsigned char out[16];
        FG_BUF_AUTO text = FG_BUF_INIT;
        fg_wire_encode(&text, (struct fg_seal_bytes){vectors[i].bytes, strlen(vectors[i].bytes)}, 0);
        ck_assert_str_eq(fg_buf_text(&text), vectors[i].text);
        long len = fg_wire_decode(vectors[i].text, strlen(vectors[i].text), out);
        ck_assert_int_eq(len, (long)strlen(vectors[i].bytes));
        ck_assert_mem_eq(out, vectors[i].bytes, (size_t)len);
    }
}
END_TEST

START_TEST(base64_lines)
{
    unsigned char out[16];
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_wire_encode(&text, (struct fg_seal_bytes){"foobar", 6}, 3);
    ck_assert_str_eq(fg_buf_text(&text), "Zm9\nvYm\nFy\n");
    ck_assert_int_eq(fg_wire_decode(text.data, text.len, out), 6);
    ck_assert_int_eq(fg_wire_decode("Zm\r\n9v", 6, out), 3);
}
END_TEST

START_TEST(no_base64)
{
    static const char *const texts[] = {"Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "=Zg=", "Zg==Zg==", "Zm 9v", "Zm9v!", "====",
                                        "Zm9-", "Zm\r9v", "Zg=\n"};
    unsigned char out[16];
    for (size_t i = 0; i < LENGTH(texts); i++)
        ck_assert_msg(fg_wire_decode(texts[i], strlen(texts[i]), out) == -1, "%s", texts[i]);
    ck_assert_int_eq(fg_wire_decode("Zm9\0", 4, out), -1);
}
END_TEST

/* RFC 4251, 5's examples of mpint, but for the negative ones, which are refused. */
static const struct {
    const char *hex, *bytes;
    size_t len;
} numbers[] = {
    {"0", "\0\0\0\0", 4},
    {"9A378F9B2E332A7", "\0\0\0\x08\x09\xa3\x78\xf9\xb2\xe3\x32\xa7", 12},
    {"80", "\0\0\0\x02\0\x80", 6},
};

START_TEST(mpint)
{
    for (size_t i = 0; i < LENGTH(numbers); i++) {
        FG_BUF_AUTO out = FG_BUF_INIT;
        struct fg_wire wire = fg_wire_over((struct fg_seal_bytes){numbers[i].bytes, numbers[i].len});
        BIGNUM *wanted = NULL;
        ck_assert_int_gt(BN_hex2bn(&wanted, numbers[i].hex), 0);
        BIGNUM *number = fg_wire_number(&wire);
        ck_assert_ptr_nonnull(number);
        ck_assert(fg_wire_ended(&wire));
        ck_assert_int_eq(BN_cmp(number, wanted), 0);
        fg_wire_add_number(&out, number);
        ck_assert_uint_eq(out.len, numbers[i].len);
        ck_assert_mem_eq(out.data, numbers[i].bytes, out.len);
        BN_free(wanted);
        BN_clear_free(number);
    }
}
END_TEST

START_TEST(no_mpint)
{
    static const struct {
        const char *bytes;
        size_t len;
    } texts[] = {
        {"\0\0\0\x02\xed\xcc", 6}, {"\0\0\0\x01\0", 5},          {"\0\0\0\x02\0\x7f", 6},
        {"\0\0\0\x05\x01", 5},     {"\xff\xff\xff\xff\x01", 5}, {"\0\0", 2},
    };
    for (size_t i = 0; i < LENGTH(texts); i++) {
        struct fg_wire wire = fg_wire_over((struct fg_seal_bytes){texts[i].bytes, texts[i].len});
        ck_assert_ptr_null(fg_wire_number(&wire));
        ck_assert(wire.failed);
        ck_assert_uint_eq(fg_wire_string(&wire).len, 0); /* nothing comes after a failure */
    }
    static unsigned char large[4 + 2050] = {0, 0, 8, 2, 1};
    struct fg_wire wire = fg_wire_over((struct fg_seal_bytes){large, sizeof large});
    ck_assert_ptr_null(fg_wire_number(&wire));
}
END_TEST

START_TEST(public_keys)
{
    static const char *const kinds[] = {"P-256", "P-384", "P-521", "ED25519", "RSA"};
    static const enum fg_ssh_kind expected[] = {FG_SSH_P256, FG_SSH_P384, FG_SSH_P521, FG_SSH_ED25519, FG_SSH_RSA};
    for (size_t i = 0; i < LENGTH(kinds); i++) {
        EVP_PKEY *key = kinds[i][0] == 'P'   ? EVP_PKEY_Q_keygen(NULL, NULL, "EC", kinds[i])
                        : kinds[i][0] == 'R' ? EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)2048)
                                             : EVP_PKEY_Q_keygen(NULL, NULL, kinds[i]);
        FG_BUF_AUTO blob = FG_BUF_INIT;
        enum fg_ssh_kind kind;
        ck_assert_int_eq(fg_ssh_add_public(&blob, key), 0);
        EVP_PKEY *read = fg_ssh_public((struct fg_seal_bytes){blob.data, blob.len}, &kind);
        ck_assert_ptr_nonnull(read);
        ck_assert_int_eq(kind, expected[i]);
        ck_assert_int_eq(EVP_PKEY_eq(key, read), 1);
        for (size_t len = 0; len < blob.len; len++)
            ck_assert_ptr_null(fg_ssh_public((struct fg_seal_bytes){blob.data, len}, &kind));
        fg_buf_add_char(&blob, '\0');
        ck_assert_ptr_null(fg_ssh_public((struct fg_seal_bytes){blob.data, blob.len}, &kind));
        EVP_PKEY_free(key);
        EVP_PKEY_free(read);
    }
}
END_TEST

START_TEST(no_point)
{
    EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256");
    FG_BUF_AUTO blob = FG_BUF_INIT;
    enum fg_ssh_kind kind;
    ck_assert_int_eq(fg_ssh_add_public(&blob, key), 0);
    blob.data[blob.len - 1] = (char)(blob.data[blob.len - 1] ^ 1); /* not on the curve */
    ck_assert_ptr_null(fg_ssh_public((struct fg_seal_bytes){blob.data, blob.len}, &kind));
    EVP_PKEY_free(key);
}
END_TEST

START_TEST(other_points)
{
    EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256");
    FG_BUF_AUTO blob = FG_BUF_INIT;
    enum fg_ssh_kind kind;
    ck_assert_int_eq(fg_ssh_add_public(&blob, key), 0);
    char *point = blob.data + blob.len - 65, *length = point - 1;
    *point = 6; /* hybrid */
    ck_assert_ptr_null(fg_ssh_public((struct fg_seal_bytes){blob.data, blob.len}, &kind));
    *point = 2; /* compressed */
    *length = 33;
    ck_assert_ptr_null(fg_ssh_public((struct fg_seal_bytes){blob.data, blob.len - 32}, &kind));
    static const char short_ed25519[] = "\0\0\0\13ssh-ed25519\0\0\0\1";
    ck_assert_ptr_null(fg_ssh_public((struct fg_seal_bytes){short_ed25519, sizeof short_ed25519}, &kind));
    EVP_PKEY_free(key);
}
END_TEST

START_TEST(no_modulus)
{
    static const char zero_modulus[] = "\0\0\0\7ssh-rsa\0\0\0\3\1\0\1\0\0\0", zero_exponent[] = "\0\0\0\7ssh-rsa\0\0\0\0\0\0\0\1\3";
    enum fg_ssh_kind kind;
    ck_assert_ptr_null(fg_ssh_public((struct fg_seal_bytes){zero_modulus, sizeof zero_modulus}, &kind));
    ck_assert_ptr_null(fg_ssh_public((struct fg_seal_bytes){zero_exponent, sizeof zero_exponent - 1}, &kind));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("seal_wire");
    TCase *all = tcase_create("seal_wire");
    tcase_add_test(all, base64);
    tcase_add_test(all, base64_lines);
    tcase_add_test(all, no_base64);
    tcase_add_test(all, mpint);
    tcase_add_test(all, no_mpint);
    tcase_add_test(all, public_keys);
    tcase_add_test(all, no_point);
    tcase_add_test(all, other_points);
    tcase_add_test(all, no_modulus);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
