/* SPDX-License-Identifier: MIT */
/*
 * A seal from a pack: sshsig, CMS, time-stamps. In front of it, up to a line ====, may stand whom to trust: PEM certificates
 * and allowed signers. Whatever the seal is, the answer is a status; only what is trusted may be wrong.
 */
#include "fargauge/seal.h"
#include "fuzz.h"

static const char content_text[] = "0123456789abcdef  bagit.txt\n";
static const char mark[] = "\n====\n";

static const uint8_t *find_mark(const uint8_t *data, size_t size)
{
    for (size_t i = 0; i + sizeof mark - 1 <= size; i++)
        if (memcmp(data + i, mark, sizeof mark - 1) == 0)
            return data + i;
    return NULL;
}

static void check(int status, const struct fg_seal_result *result, const struct fg_error *err)
{
    if (status < 0) {
        fuzz_check_error(err);
        return;
    }
    FUZZ_CHECK(result->status < FG_SEAL_STATUSES, "%d", (int)result->status);
    FUZZ_CHECK(fg_seal_status_text(result->status)[0] != '\0', "%d", (int)result->status);
    FUZZ_CHECK(memchr(result->signer, '\0', sizeof result->signer) != NULL, "signer");
    FUZZ_CHECK(memchr(result->detail, '\0', sizeof result->detail) != NULL, "detail");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct fg_seal_bytes content = {content_text, sizeof content_text - 1};
    const uint8_t *end = find_mark(data, size);
    size_t before = end == NULL ? 0 : (size_t)(end - data) + sizeof mark - 1;
    const struct fg_seal_bytes seal = {data + before, size - before};
    struct fg_seal_trust trust = {.now = INT64_C(1790000000000)};
    struct fg_seal_result result = {0}, results[FG_SEAL_KINDS];
    struct fg_seal_bytes seals[FG_SEAL_KINDS];
    struct fg_error err = {0};
    FG_BUF_AUTO out = FG_BUF_INIT;
    if (end != NULL)
        trust.ca = trust.tsa_ca = trust.allowed_signers = fuzz_file("trust", data, (size_t)(end - data) + 1);
    for (size_t i = 0; i < FG_SEAL_KINDS; i++)
        seals[i] = seal;
    check(fg_seal_check_ssh(content, seal, &trust, 0, &result, &err), &result, &err);
    check(fg_seal_check_cms(content, seal, &trust, 0, &result, &err), &result, &err);
    check(fg_seal_check_time(content, seal, &trust, &result, &err), &result, &err);
    if (fg_seal_check_all(content, seals, &trust, results, &err) < 0)
        fuzz_check_error(&err);
    if (fg_seal_time_response(seal, &out, &err) < 0)
        fuzz_check_error(&err);
    return 0;
}
