/* SPDX-License-Identifier: MIT */
/* Who signed the pack, and when. */
#include "cmd/verify.h"

#include "fargauge/clock.h"
#include "fargauge/seal.h"

/* Kinds, what they are called, and the option that says who is trusted. */
static const struct {
    const char *topic;
    bool is_time;
    const char *option;
} kinds[FG_SEAL_KINDS] = {
    [FG_SEAL_CMS] = {"Signature", false, "--trust"},
    [FG_SEAL_SSH] = {"SSH", false, "--allowed-signers"},
    [FG_SEAL_MANIFEST_TIME] = {"Time-stamp", true, "--tsa-trust"},
    [FG_SEAL_CMS_TIME] = {"Time-stamp", true, "--tsa-trust"},
    [FG_SEAL_SSH_TIME] = {"Time-stamp", true, "--tsa-trust"},
};

static struct fg_seal_bytes bytes_of(const struct fg_bag *bag, const char *path)
{
    const struct fg_bag_file *file = fg_bag_find(bag, path);
    if (file == NULL)
        return (struct fg_seal_bytes){NULL, 0};
    return (struct fg_seal_bytes){fg_buf_text(&file->text), file->text.len};
}

static const char *trust_for(const struct fg_verify_options *chosen, int kind)
{
    return kinds[kind].is_time ? chosen->tsa_trust : kind == FG_SEAL_CMS ? chosen->trust : chosen->allowed_signers;
}

/* What is wrong with a seal that is there. */
static void find_fault(struct fg_verify *verify, int kind, const struct fg_seal_result *result)
{
    if (!fg_seal_status_is_fine(result->status))
        fg_findings_add(&verify->findings, fg_seal_status_code(result->status), fg_seal_file(kind), "%s%s%s",
                        fg_seal_status_text(result->status), result->detail[0] == '\0' ? "" : ": ", result->detail);
}

static void describe(const struct fg_seal_result *result, int kind, struct fg_buf *out)
{
    char time[FG_TIME_SIZE];
    fg_buf_add_text(out, result->signer[0] != '\0' ? result->signer : result->fingerprint);
    if (result->algorithm[0] != '\0')
        fg_buf_printf(out, " (%s)", result->algorithm);
    if (kinds[kind].is_time && result->judged_at > 0) {
        fg_time_format(result->judged_at, time);
        fg_buf_printf(out, " at %s", time);
    }
    if (result->status == FG_SEAL_NOBODY_ASKED)
        fg_buf_printf(out, "; nobody vouches for it: %s was not given", kinds[kind].option);
}

/* A seal that is right, for the last line: whether its maker is known is another question. */
static const struct {
    enum fg_seal_status status;
    const char *words;
} right[] = {
    {FG_SEAL_TRUSTED, ""},
    {FG_SEAL_NOBODY_ASKED, " (whom nobody vouches for)"},
    {FG_SEAL_UNTRUSTED, " (not trusted)"},
    {FG_SEAL_EXPIRED, " (not trusted: no longer valid)"},
    {FG_SEAL_NOT_YET_VALID, " (not trusted: not valid yet)"},
};

static void note_signer(struct fg_verify *verify, const struct fg_seal_result *result)
{
    for (size_t i = 0; i < sizeof right / sizeof right[0]; i++)
        if (right[i].status == result->status) {
            fg_buf_printf(&verify->signed_by, "%s%s%s", verify->signed_by.len > 0 ? " and " : "",
                          result->signer[0] != '\0' ? result->signer : result->fingerprint, right[i].words);
            return;
        }
    verify->bad_signature = true;
}

static void tell_seal(struct fg_verify *verify, int kind, const struct fg_seal_result *result)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    describe(result, kind, &line);
    find_fault(verify, kind, result);
    if (!kinds[kind].is_time)
        note_signer(verify, result);
    fg_verify_tell(verify, kinds[kind].topic, "%s", fg_log_words(verify->run->log, &line));
}

/* What was asked for must be there: whoever takes a signature off must not get away with it. */
static void find_missing(struct fg_verify *verify, const struct fg_seal_result results[FG_SEAL_KINDS])
{
    static const int asked[] = {FG_SEAL_CMS, FG_SEAL_SSH};
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++)
        if (trust_for(verify->chosen, asked[i]) != NULL && results[asked[i]].status == FG_SEAL_ABSENT)
            fg_findings_add(&verify->findings, "missing", fg_seal_file(asked[i]), "it is not signed, and %s was given",
                            kinds[asked[i]].option);
    bool stamped = false;
    for (int kind = 0; kind < FG_SEAL_KINDS; kind++)
        stamped = stamped || (kinds[kind].is_time && results[kind].status != FG_SEAL_ABSENT);
    if (verify->chosen->tsa_trust != NULL && !stamped)
        fg_findings_add(&verify->findings, "missing", fg_seal_file(FG_SEAL_MANIFEST_TIME),
                        "it has no time-stamp, and --tsa-trust was given");
}

int fg_verify_seals(struct fg_verify *verify, struct fg_error *err)
{
    struct fg_seal_bytes seals[FG_SEAL_KINDS];
    struct fg_seal_result results[FG_SEAL_KINDS];
    struct fg_seal_trust trust = {
        .ca = verify->chosen->trust,
        .tsa_ca = verify->chosen->tsa_trust,
        .allowed_signers = verify->chosen->allowed_signers,
    };
    bool any = false;
    for (int kind = 0; kind < FG_SEAL_KINDS; kind++)
        seals[kind] = bytes_of(verify->bag, fg_seal_file(kind));
    if (fg_time_now(&trust.now, err) < 0 ||
        fg_seal_check_all(bytes_of(verify->bag, FG_SEAL_MANIFEST), seals, &trust, results, err) < 0)
        return -1;
    for (int kind = 0; kind < FG_SEAL_KINDS; kind++) {
        any = any || (results[kind].status != FG_SEAL_ABSENT && !kinds[kind].is_time);
        if (results[kind].status != FG_SEAL_ABSENT)
            tell_seal(verify, kind, &results[kind]);
    }
    find_missing(verify, results);
    if (!any || verify->findings.count > 0)
        fg_verify_note(verify, "Signature", verify->bag->damaged
                                               ? "none could be read: who made this pack is not proved"
                                               : "not signed: who made this pack is not proved");
    return verify->signed_by.failed ? fg_error_memory(err) : 0;
}
