/* SPDX-License-Identifier: MIT */
/*
 * OpenSSL tells want of memory as it tells a wrong signature: it returns 0. Nobody's signature may be called wrong for that. Its list
 * of errors is asked; but some of its functions note nothing there, so what was not found right is looked at a second time, and
 * where memory is gone for good, a request for some more tells.
 */
#include <openssl/err.h>
#include <string.h>

#include "seal/check.h"

bool fg_seal_memory_missing(void)
{
    enum { SOME = 64 * 1024 };
    unsigned long code;
    void *some = OPENSSL_malloc(SOME);
    bool missing = some == NULL;
    OPENSSL_free(some);
    while ((code = ERR_get_error()) != 0)
        missing = missing || ERR_GET_REASON(code) == ERR_R_MALLOC_FAILURE;
    return missing;
}

static int look(fg_seal_look_fn *kind, struct fg_seal_bytes content, struct fg_seal_bytes seal, const struct fg_seal_trust *trust,
                int64_t at, struct fg_seal_result *ret_result, struct fg_error *err)
{
    *ret_result = (struct fg_seal_result){0};
    ERR_clear_error();
    int status = kind(content, seal, trust, at, ret_result, err);
    return fg_seal_memory_missing() ? fg_error_memory(err) : status;
}

static int check(fg_seal_look_fn *kind, struct fg_seal_bytes content, struct fg_seal_bytes seal, const struct fg_seal_trust *trust,
                 int64_t at, struct fg_seal_result *ret_result, struct fg_error *err)
{
    struct fg_seal_result again;
    int status = look(kind, content, seal, trust, at, ret_result, err);
    if (status < 0 || fg_seal_status_is_fine(ret_result->status))
        return status;
    if (look(kind, content, seal, trust, at, &again, err) < 0)
        return -1;
    bool same = again.status == ret_result->status && strcmp(again.detail, ret_result->detail) == 0;
    return same ? 0 : fg_error_memory(err);
}

int fg_seal_check_cms(struct fg_seal_bytes content, struct fg_seal_bytes seal, const struct fg_seal_trust *trust,
                      int64_t at, struct fg_seal_result *ret_result, struct fg_error *err)
{
    return check(fg_seal_look_cms, content, seal, trust, at, ret_result, err);
}

int fg_seal_check_ssh(struct fg_seal_bytes content, struct fg_seal_bytes seal, const struct fg_seal_trust *trust,
                      int64_t at, struct fg_seal_result *ret_result, struct fg_error *err)
{
    return check(fg_seal_look_ssh, content, seal, trust, at, ret_result, err);
}

int fg_seal_check_time(struct fg_seal_bytes stamped, struct fg_seal_bytes seal, const struct fg_seal_trust *trust,
                       struct fg_seal_result *ret_result, struct fg_error *err)
{
    return check(fg_seal_look_time, stamped, seal, trust, 0, ret_result, err);
}
