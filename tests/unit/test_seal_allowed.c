/* SPDX-License-Identifier: MIT */
#include "seal/sshsig.h"
#include "seal/wire.h"
#include "seal_fixture.h"

/* In the lists KEY stands for the key that is looked for, OTHER for another. */
static const char KEY[] = "the bytes of a key", OTHER[] = "another key's bytes";

static void add_line(struct fg_buf *out, const char *list)
{
    for (const char *at = list; *at != '\0'; at++) {
        bool key = strncmp(at, "KEY", 3) == 0, other = strncmp(at, "OTHER", 5) == 0;
        if (key || other)
            fg_wire_encode(out, key ? BYTES(KEY) : BYTES(OTHER), 0);
        else
            fg_buf_add_char(out, *at);
        at += other ? 4 : key ? 2 : 0;
    }
}

static struct fg_seal_result ask(const char *list, const char *identity, int64_t at)
{
    struct fg_seal_result result = {0};
    FG_BUF_AUTO text = FG_BUF_INIT;
    add_line(&text, list);
    struct fg_seal_trust trust = {.identity = identity,
                                  .allowed_signers = place_write(&place, "allowed", fg_buf_text(&text), text.len)};
    ck_assert_int_eq(fg_seal_allowed(BYTES(KEY), &trust, at * 1000, &result, &err), 0);
    return result;
}

/* At 2026-01-01T00:00:00Z, for "me@example.org". */
static const struct {
    const char *list;
    enum fg_seal_status status;
} cases[] = {
    {"me@example.org ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"me@example.org ssh-ed25519 KEY with a comment\n", FG_SEAL_TRUSTED},
    {"# a comment\n\n   \t\r\nme@example.org ssh-ed25519 KEY\r\n", FG_SEAL_TRUSTED},
    {"  me@example.org\tssh-rsa   KEY", FG_SEAL_TRUSTED},
    {"\"me@example.org\" ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"\"you@example.org, me@example.org\" ssh-ed25519 KEY", FG_SEAL_UNTRUSTED}, /* blanks are no part of a list */
    {"you@example.org,me@example.org ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"*@example.org ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"m?@exa*org ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"* ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"*@example.com ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"*,!me@* ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"!me@*,* ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"!you@* ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"ME@example.org ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org ssh-ed25519 OTHER", FG_SEAL_UNTRUSTED},
    {"me@example.org ssh-ed25519 OTHER\nme@example.org ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"you@example.org ssh-ed25519 KEY\nme@example.org ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"me@example.org namespaces=\"fargauge-pack\" ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"me@example.org Namespaces=\"git,fargauge-*\" ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"me@example.org namespaces=fargauge-pack ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"me@example.org namespaces=\"git\" ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org namespaces=\"*,!fargauge-pack\" ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org namespaces=\"\" ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org cert-authority ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org namespaces=\"fargauge-pack\",cert-authority ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org no-touch-required ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org valid-after=\"20250101\",valid-before=\"20270101Z\" ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"me@example.org valid-before=\"20251231235959\" ssh-ed25519 KEY", FG_SEAL_EXPIRED},
    {"me@example.org valid-before=\"20260101\" ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"me@example.org valid-after=\"202601010001Z\" ssh-ed25519 KEY", FG_SEAL_NOT_YET_VALID},
    {"me@example.org valid-after=\"20260101\" ssh-ed25519 KEY", FG_SEAL_TRUSTED},
    {"me@example.org valid-before=\"2027\" ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org valid-before=\"20271301\" ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org valid-before= ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org ssh-ed25519", FG_SEAL_UNTRUSTED},
    {"ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org \"ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"me@example.org namespaces=\"a\\\" ssh-ed25519 KEY", FG_SEAL_UNTRUSTED},
    {"", FG_SEAL_UNTRUSTED},
    {"\n\n\n", FG_SEAL_UNTRUSTED},
};

START_TEST(lines)
{
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct fg_seal_result result = ask(cases[i].list, "me@example.org", T2026);
        ck_assert_msg(result.status == cases[i].status, "%s: %s: %s", cases[i].list, fg_seal_status_code(result.status),
                      result.detail);
        ck_assert(result.status == FG_SEAL_TRUSTED || result.detail[0] != '\0');
    }
}
END_TEST

START_TEST(any_principal)
{
    struct fg_seal_result result = ask("you@example.org,we ssh-ed25519 KEY", NULL, T2026);
    expect_status(result, FG_SEAL_TRUSTED);
    ck_assert_str_eq(result.signer, "you@example.org,we");
    ck_assert_str_eq(result.detail, "");
}
END_TEST

START_TEST(which_line)
{
    struct fg_seal_result result =
        ask("# one\nme ssh-ed25519 OTHER\nme valid-before=\"20250101\" ssh-ed25519 KEY\n", NULL, T2026);
    expect_status(result, FG_SEAL_EXPIRED);
    ck_assert_str_eq(result.detail, "allowed signers, line 3: valid until 2025-01-01T00:00:00.000Z, judged at "
                                    "2026-01-01T00:00:00.000Z");
    expect_status(ask("me valid-before=\"20250101\" ssh-ed25519 KEY\n", NULL, T2026 - 2 * YEAR), FG_SEAL_TRUSTED);
}
END_TEST

START_TEST(no_file)
{
    struct fg_seal_result result = {0};
    struct fg_seal_trust trust = {.allowed_signers = "/nowhere/at/all"};
    ck_assert_int_eq(fg_seal_allowed(BYTES(KEY), &trust, 0, &result, &err), -1);
    ck_assert_int_eq(err.code, FG_IO);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("seal_allowed");
    TCase *all = tcase_create("seal_allowed");
    tcase_add_checked_fixture(all, fixture_start, fixture_stop);
    tcase_add_test(all, lines);
    tcase_add_test(all, any_principal);
    tcase_add_test(all, which_line);
    tcase_add_test(all, no_file);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
