/* SPDX-License-Identifier: MIT */
#include "fargauge/seal.h"

static const char *const files[FG_SEAL_KINDS] = {
    [FG_SEAL_CMS] = FG_SEAL_MANIFEST ".p7s",
    [FG_SEAL_SSH] = FG_SEAL_MANIFEST ".sig",
    [FG_SEAL_MANIFEST_TIME] = FG_SEAL_MANIFEST ".tsr",
    [FG_SEAL_CMS_TIME] = FG_SEAL_MANIFEST ".p7s.tsr",
    [FG_SEAL_SSH_TIME] = FG_SEAL_MANIFEST ".sig.tsr",
};

static const struct {
    const char *code, *text;
    bool fine;
} statuses[FG_SEAL_STATUSES] = {
    [FG_SEAL_ABSENT] = {"absent", "there is none", true},
    [FG_SEAL_TRUSTED] = {"trusted", "it is right and its maker is trusted", true},
    [FG_SEAL_NOBODY_ASKED] = {"nobody_asked", "it is right; whether its maker is trusted was not asked", true},
    [FG_SEAL_UNTRUSTED] = {"untrusted", "it is right, but its maker is not among the trusted ones", false},
    [FG_SEAL_EXPIRED] = {"expired", "it is right, but its maker's validity has ended", false},
    [FG_SEAL_NOT_YET_VALID] = {"not_yet_valid", "it is right, but its maker's validity had not begun", false},
    [FG_SEAL_WRONG_PURPOSE] = {"wrong_purpose", "it was made for another purpose", false},
    [FG_SEAL_WEAK] = {"weak", "it rests on an algorithm or a key that is too weak", false},
    [FG_SEAL_OTHER_CONTENT] = {"other_content", "it is over other content", false},
    [FG_SEAL_WRONG] = {"wrong", "the signature does not fit", false},
    [FG_SEAL_UNSUPPORTED] = {"unsupported", "it has a form that fargauge does not check", false},
    [FG_SEAL_MALFORMED] = {"malformed", "it cannot be read", false},
};

const char *fg_seal_file(enum fg_seal_kind kind)
{
    return files[kind];
}

const char *fg_seal_status_code(enum fg_seal_status status)
{
    return statuses[status].code;
}

const char *fg_seal_status_text(enum fg_seal_status status)
{
    return statuses[status].text;
}

bool fg_seal_status_is_fine(enum fg_seal_status status)
{
    return statuses[status].fine;
}

static int check_signature(struct fg_seal_bytes manifest, struct fg_seal_bytes seal, bool ssh,
                           const struct fg_seal_trust *trust, const struct fg_seal_result *time,
                           struct fg_seal_result *ret_result, struct fg_error *err)
{
    int64_t at = time->status == FG_SEAL_TRUSTED ? time->judged_at : 0;
    if (seal.bytes == NULL)
        return 0;
    return ssh ? fg_seal_check_ssh(manifest, seal, trust, at, ret_result, err)
               : fg_seal_check_cms(manifest, seal, trust, at, ret_result, err);
}

int fg_seal_check_all(struct fg_seal_bytes manifest, const struct fg_seal_bytes seals[FG_SEAL_KINDS],
                      const struct fg_seal_trust *trust, struct fg_seal_result results[FG_SEAL_KINDS],
                      struct fg_error *err)
{
    const struct {
        enum fg_seal_kind kind;
        struct fg_seal_bytes stamped;
    } times[] = {{FG_SEAL_MANIFEST_TIME, manifest},
                 {FG_SEAL_CMS_TIME, seals[FG_SEAL_CMS]},
                 {FG_SEAL_SSH_TIME, seals[FG_SEAL_SSH]}};
    for (size_t i = 0; i < FG_SEAL_KINDS; i++)
        results[i] = (struct fg_seal_result){.status = FG_SEAL_ABSENT};
    for (size_t i = 0; i < sizeof times / sizeof times[0]; i++)
        if (seals[times[i].kind].bytes != NULL &&
            fg_seal_check_time(times[i].stamped, seals[times[i].kind], trust, &results[times[i].kind], err) < 0)
            return -1;
    if (check_signature(manifest, seals[FG_SEAL_CMS], false, trust, &results[FG_SEAL_CMS_TIME], &results[FG_SEAL_CMS],
                        err) < 0)
        return -1;
    return check_signature(manifest, seals[FG_SEAL_SSH], true, trust, &results[FG_SEAL_SSH_TIME],
                           &results[FG_SEAL_SSH], err);
}
