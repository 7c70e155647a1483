/* SPDX-License-Identifier: MIT */
/* What can go wrong with an archive: damage, and what it may cost. */
#include "ingest/archive_reader.h"

#include <errno.h>
#include <string.h>

#include "fargauge/visible.h"

enum {
    RATIO_COUNTS_FROM = 16 * 1024 * 1024, /* decoded bytes; less harms nobody, and the measure is coarse */
};

/* ---- Errors ---- */

/* libarchive's own words on what is wrong, on one line. */
static void add_words(struct fg_buf *out, struct archive *reader)
{
    const char *words = archive_error_string(reader);
    if (words == NULL)
        words = "no reason given";
    size_t len = strlen(words);
    while (len > 0 && (words[len - 1] == '\n' || words[len - 1] == '.'))
        len--;
    fg_visible_add_line(out, words, len);
}

int fg_archive_damaged(const struct fg_archive *archive, const char *what, struct fg_error *err)
{
    fg_error_set(err, FG_INPUT, "%s: %s", fg_archive_format_name(archive->facts.format), what);
    return fg_error_hint(err, "copy or export it again; it was cut short or damaged");
}

int fg_archive_reader_error(const struct fg_archive *archive, struct fg_error *err)
{
    FG_BUF_AUTO words = FG_BUF_INIT;
    /* Of memory that was missing deep within, libarchive says that the file is cut: the C library knows better. */
    int why = errno == ENOMEM ? ENOMEM : archive_errno(archive->reader);
    if (archive->error.code != FG_OK) {
        *err = archive->error;
        return -1;
    }
    if (why == ENOMEM)
        return fg_error_memory(err);
    add_words(&words, archive->reader);
    if (why == EIO || why == ESTALE) {
        fg_error_set(err, FG_IO, "cannot read: %s", fg_buf_text(&words));
        return fg_error_hint(err, "copy the file to a local disk and try again");
    }
    fg_archive_damaged(archive, fg_buf_text(&words), err);
    if (strstr(fg_buf_text(&words), "ompression method") != NULL)
        fg_error_hint(err, "unpack it, then pack it again with zip's usual compression (deflate)");
    return -1;
}

/* ---- Limits ---- */

static int limit_error(const char *option, struct fg_error *err)
{
    return fg_error_hint(err, "where the archive can be trusted, raise the limit with %s", option);
}

static bool too_dense(uint64_t decoded, uint64_t bytes, uint64_t ratio)
{
    return decoded > RATIO_COUNTS_FROM && decoded / ratio > bytes;
}

int fg_archive_account(struct fg_archive *archive, size_t len, struct fg_error *err)
{
    const struct fg_limits *limits = &archive->limits;
    archive->decoded += len;
    if (archive->decoded > limits->total) {
        fg_error_set(&archive->error, FG_INPUT, "archive: more than %llu bytes decoded",
                     (unsigned long long)limits->total);
        limit_error("--max-total SIZE", &archive->error);
    } else if (too_dense(archive->decoded, archive->facts.size, limits->ratio)) {
        fg_error_set(&archive->error, FG_INPUT, "archive: it holds more than %llu times its size",
                     (unsigned long long)limits->ratio);
        limit_error("--max-ratio N", &archive->error);
    }
    if (archive->error.code == FG_OK)
        return 0;
    *err = archive->error;
    return -1;
}

/* A ZIP's members are compressed each for itself, a tar's all as one. */
int fg_archive_check_member(const struct fg_archive *archive, struct fg_error *err)
{
    uint64_t consumed = (uint64_t)archive_filter_bytes(archive->reader, -1) - archive->consumed_before;
    if (archive->fd < 0 || !too_dense(archive->at, consumed, archive->limits.ratio))
        return 0;
    fg_error_set(err, FG_INPUT, "archive member: it holds more than %llu times its compressed size",
                 (unsigned long long)archive->limits.ratio);
    return limit_error("--max-ratio N", err);
}

int fg_archive_check_count(const struct fg_archive *archive, uint64_t count, struct fg_error *err)
{
    if (count <= archive->limits.members)
        return 0;
    fg_error_set(err, FG_INPUT, "archive: more than %llu members",
                 (unsigned long long)archive->limits.members);
    return limit_error("--max-members N", err);
}
