/* SPDX-License-Identifier: MIT */
/* The pack of the period before: is it whole in itself, and the one that this one names? */
#include "cmd/verify.h"

#include <stdlib.h>
#include <string.h>

/* Nobody may take these for findings of the pack that is verified. */
static int name_former(struct fg_findings *findings, const char *former, struct fg_error *err)
{
    for (size_t i = 0; i < findings->count; i++) {
        FG_BUF_AUTO which = FG_BUF_INIT;
        const char *inner = findings->list[i].which;
        fg_buf_printf(&which, "the pack before, %s", former);
        if (strcmp(inner, former) != 0)
            fg_buf_printf(&which, ": %s", inner);
        if (which.failed)
            return fg_error_memory(err);
        free(findings->list[i].which);
        findings->list[i].which = fg_buf_take(&which);
    }
    return 0;
}

static int check_former(struct fg_verify *verify, const struct fg_bag *bag, struct fg_error *err)
{
    const char *former = verify->chosen->previous;
    struct fg_findings hashes = {0};
    int status = fg_verify_files(bag, former, &verify->findings, &hashes, err);
    fg_findings_move(&verify->findings, &hashes);
    return status < 0 ? -1 : name_former(&verify->findings, former, err);
}

static int read_former(struct fg_verify *verify, char digest[FG_SHA256_HEX_SIZE], struct fg_error *err)
{
    struct fg_limits limits = fg_bag_limits;
    struct fg_bag *bag;
    if (verify->chosen->max_total > 0)
        limits.total = verify->chosen->max_total;
    if (fg_bag_open(verify->chosen->previous, &limits, &verify->findings, &bag, err) < 0)
        return fg_error_prepend(err, "--previous");
    memcpy(digest, fg_bag_digest(bag), strlen(fg_bag_digest(bag)) + 1);
    int status = 0;
    if (fg_bag_is_pack(bag) || bag->damaged)
        status = check_former(verify, bag, err);
    fg_bag_close(bag);
    return status;
}

static void compare_digests(struct fg_verify *verify, const char *said, const char *digest)
{
    const char *former = verify->chosen->previous;
    if (digest[0] == '\0')
        fg_findings_add(&verify->findings, "no pack", former, "without a tag manifest it cannot be told which pack it is");
    else if (said == NULL)
        fg_findings_add(&verify->findings, "previous", "bag-info.txt", "the pack names none before it");
    else if (strncmp(said, "sha256:", 7) != 0 || strcmp(said + 7, digest) != 0)
        fg_findings_add(&verify->findings, "previous", "bag-info.txt",
                        "the pack before was %s, but %s is sha256:%s: a period was left out or exchanged", said, former, digest);
}

int fg_verify_previous(struct fg_verify *verify, struct fg_error *err)
{
    FG_BUF_AUTO said = FG_BUF_INIT;
    char digest[FG_SHA256_HEX_SIZE] = "";
    int none = fg_bag_info(verify->bag, "Fargauge-Previous-Pack", &said, err);
    if (none < 0)
        return -1;
    if (verify->chosen->previous == NULL) {
        if (none == 0)
            fg_verify_note(verify, "Previous", "%s; not looked at: --previous was not given", fg_buf_text(&said));
        return 0;
    }
    if (read_former(verify, digest, err) < 0)
        return -1;
    compare_digests(verify, none == 1 ? NULL : fg_buf_text(&said), digest);
    fg_verify_tell(verify, "Previous", "%s is the pack before, and its files are as its manifests say: sha256:%s",
                   verify->chosen->previous, digest);
    return 0;
}
