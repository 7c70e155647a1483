/* SPDX-License-Identifier: MIT */
/* An archive read member by member, twice: ZIP, tar, tar.gz. */
#include "fargauge/archive.h"
#include "fuzz.h"

enum { ENOUGH = 8 << 20 };

static int read_member(struct fg_archive *archive, struct fg_buf *out, struct fg_error *err)
{
    char piece[4096];
    size_t got = 1, total = 0;
    while (got > 0 && total < ENOUGH) {
        if (fg_archive_read(archive, piece, sizeof piece, &got, err) < 0)
            return -1;
        total += got;
        fg_buf_add(out, piece, got);
    }
    return 0;
}

/* Every second member is left unread with `some`. */
static int read_all(const char *path, bool some, struct fg_buf *out, struct fg_error *err)
{
    const struct fg_limits limits = {.total = 16 << 20, .ratio = 500, .members = 100};
    struct fg_archive_member member;
    struct fg_archive *archive = NULL;
    int next, count = 0;
    if (fg_archive_open(path, &limits, &archive, err) < 0)
        return -1;
    while ((next = fg_archive_next(archive, &member, err)) == 0) {
        FUZZ_CHECK(member.name != NULL && member.name[0] != '\0', "a member without a name");
        fg_buf_printf(out, "[%s]", member.name);
        if (member.passed_over == NULL && !(some && count++ % 2 == 0))
            next = read_member(archive, out, err);
        if (next < 0)
            break;
    }
    fg_archive_close(archive);
    return next;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *path = fuzz_file("archive", data, size);
    FG_BUF_AUTO first = FG_BUF_INIT;
    FG_BUF_AUTO second = FG_BUF_INIT;
    FG_BUF_AUTO some = FG_BUF_INIT;
    struct fg_error err = {0}, again = {0}, of_some = {0};
    int status = read_all(path, false, &first, &err);
    int repeated = read_all(path, false, &second, &again);
    int partly = read_all(path, true, &some, &of_some);
    if (status < 0)
        fuzz_check_error(&err);
    if (partly < 0)
        fuzz_check_error(&of_some);
    FUZZ_CHECK(status == repeated && strcmp(err.message, again.message) == 0, "%s / %s", err.message, again.message);
    FUZZ_CHECK(strcmp(fg_buf_text(&first), fg_buf_text(&second)) == 0, "another content");
    FUZZ_CHECK(status < 0 || partly == status, "sound only where all of it is read: %s", of_some.message);
    return 0;
}
