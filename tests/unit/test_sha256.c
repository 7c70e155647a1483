/* SPDX-License-Identifier: MIT */
#include "fargauge/sha256.h"

#include <string.h>

#include "unit.h"

/* FIPS 180-4's examples (NIST, "SHA256.pdf" and the SHA-2 additional vectors). */
static const struct {
    const char *text;
    size_t times;
    const char *hex;
} vectors[] = {
    {"", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
     "lmnopqrsmnopqrstnopqrstu",
     1, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
    {"a", 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
};

START_TEST(vectors_whole)
{
    struct fg_sha256 *hash = fg_sha256_new();
    char hex[FG_SHA256_HEX_SIZE];
    ck_assert_ptr_nonnull(hash);
    for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
        ck_assert_int_eq(fg_sha256_reset(hash), 0);
        int status = 0;
        for (size_t j = 0; j < vectors[i].times; j++)
            status |= fg_sha256_add(hash, vectors[i].text, strlen(vectors[i].text));
        ck_assert_int_eq(status, 0);
        ck_assert_int_eq(fg_sha256_hex(hash, hex), 0);
        ck_assert_str_eq(hex, vectors[i].hex);
    }
    fg_sha256_free(hash);
}
END_TEST

/* Cut anywhere, the sum is the same. */
START_TEST(pieces)
{
    const char *text = vectors[3].text;
    struct fg_sha256 *hash = fg_sha256_new();
    char hex[FG_SHA256_HEX_SIZE];
    for (size_t cut = 0; cut <= strlen(text); cut++) {
        ck_assert_int_eq(fg_sha256_reset(hash), 0);
        ck_assert_int_eq(fg_sha256_add(hash, text, cut), 0);
        ck_assert_int_eq(fg_sha256_add(hash, text + cut, strlen(text) - cut), 0);
        ck_assert_int_eq(fg_sha256_hex(hash, hex), 0);
        ck_assert_str_eq(hex, vectors[3].hex);
    }
    fg_sha256_free(hash);
}
END_TEST

START_TEST(digest_and_reset)
{
    static const unsigned char start[] = {0xba, 0x78, 0x16, 0xbf};
    struct fg_sha256 *hash = fg_sha256_new();
    unsigned char digest[FG_SHA256_SIZE];
    ck_assert_int_eq(fg_sha256_add(hash, "forgotten", 9), 0);
    ck_assert_int_eq(fg_sha256_reset(hash), 0);
    ck_assert_int_eq(fg_sha256_add(hash, "abc", 3), 0);
    ck_assert_int_eq(fg_sha256_digest(hash, digest), 0);
    ck_assert_mem_eq(digest, start, sizeof start);
    fg_sha256_free(hash);
    fg_sha256_free(NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("sha256");
    TCase *all = tcase_create("sha256");
    tcase_add_test(all, vectors_whole);
    tcase_add_test(all, pieces);
    tcase_add_test(all, digest_and_reset);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
