/* SPDX-License-Identifier: MIT */
#include "fargauge/reread.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "fargauge/archive.h"
#include "fargauge/source.h"
#include "ingest/utf16.h"

enum { CHUNK = 16 * 1024 };

/* ---- Finding the file ---- */

static int found(struct fg_reread *ret_found, enum fg_reread_state state, const char *detail)
{
    ret_found->state = state;
    snprintf(ret_found->detail, sizeof ret_found->detail, "%.*s",
             FG_REREAD_DETAIL_SIZE - 1, detail);
    return 1;
}

/* Looked at before opening: a pipe that stands there now would keep us waiting for its writer. */
static int look(const char *path, struct fg_reread *ret_found)
{
    struct stat status;
    if (stat(path, &status) == 0)
        return S_ISREG(status.st_mode) ? 0 : found(ret_found, FG_REREAD_NO_FILE, "");
    if (errno == ENOENT || errno == ENOTDIR)
        return found(ret_found, FG_REREAD_GONE, "");
    return found(ret_found, FG_REREAD_UNREADABLE, strerror(errno));
}

/* ---- Reading it ---- */

static int read_source(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    return fg_source_read(context, to, room, ret_got, err);
}

/* Append what of the chunk, which begins at `at` in the text, belongs to the record. */
static void keep(const struct fg_reread_place *place, uint64_t at, const char *chunk, size_t len,
                 struct fg_buf *out)
{
    uint64_t end = place->offset + place->length;
    uint64_t from = at > place->offset ? at : place->offset;
    uint64_t to = at + len < end ? at + len : end;
    if (from < to)
        fg_buf_add(out, chunk + (from - at), (size_t)(to - from));
}

/* Go through the text up to the record's end. Text that cannot be decoded just ends: the hash will tell
 * why. Not so where the machine fails, which may go on reading and hash all of it: -1. */
static int read_record(const struct fg_reread_place *place, fg_json_read_fn *read, void *context,
                       struct fg_buf *out, struct fg_error *why)
{
    char chunk[CHUNK];
    size_t got = 1;
    for (uint64_t at = 0; got > 0 && at < place->offset + place->length; at += got) {
        if (read(context, chunk, sizeof chunk, &got, why) < 0)
            return why->code == FG_INPUT ? 0 : -1;
        keep(place, at, chunk, got, out);
    }
    return 0;
}

static int read_decoded(const struct fg_reread_place *place, struct fg_source *source,
                        struct fg_buf *out, struct fg_error *why)
{
    struct fg_utf16 utf16 = {.read = read_source,
                             .context = source,
                             .big_endian = strcmp(place->encoding, "utf-16be") == 0};
    if (strcmp(place->encoding, "utf-8") == 0)
        return read_record(place, read_source, source, out, why);
    return read_record(place, fg_utf16_read, &utf16, out, why);
}

static bool is_readable(const struct fg_reread_place *place)
{
    return place->length <= FG_REREAD_LIMIT && place->offset <= UINT64_MAX - place->length;
}

/* What the file turned out to be, now that all of it was hashed. */
static void conclude(const struct fg_reread_place *place, const char *sha256, size_t got,
                     struct fg_reread *ret_found)
{
    if (strcmp(sha256, place->sha256) != 0)
        found(ret_found, FG_REREAD_CHANGED, sha256);
    else if (!is_readable(place))
        found(ret_found, FG_REREAD_TOO_LONG, "");
    else
        found(ret_found, got == place->length ? FG_REREAD_UNCHANGED : FG_REREAD_MISPLACED, "");
}

static void forget(struct fg_buf *out, size_t len)
{
    out->len = len;
    if (out->data != NULL)
        out->data[len] = '\0';
}

/* Read what the source gives to its end; 0, or -1 where memory or libcrypto fails. */
static int read_place(const struct fg_reread_place *place, struct fg_source *source,
                      struct fg_buf *out, struct fg_reread *ret_found, struct fg_error *err)
{
    struct fg_source_facts facts;
    struct fg_error why = {0};
    size_t former = out->len;
    if ((is_readable(place) && read_decoded(place, source, out, &why) < 0) || fg_source_finish(source, &facts, &why) < 0)
        found(ret_found, FG_REREAD_UNREADABLE, why.message);
    else
        conclude(place, facts.sha256, out->len - former, ret_found);
    if (out->failed)
        return fg_error_memory(err);
    if (ret_found->state != FG_REREAD_UNCHANGED)
        forget(out, former);
    return 0;
}

static int reread_file(const struct fg_reread_place *place, struct fg_buf *out,
                       struct fg_reread *ret_found, struct fg_error *err)
{
    struct fg_source *source;
    struct fg_error why = {0};
    if (fg_source_open(place->path, &source, &why) < 0) {
        found(ret_found, FG_REREAD_UNREADABLE, why.message);
        return 0;
    }
    int status = read_place(place, source, out, ret_found, err);
    fg_source_close(source);
    return status;
}

/* ---- Members of archives ---- */

static bool is_settled(const struct fg_reread *found)
{
    return found->state != FG_REREAD_NO_MEMBER && found->state != FG_REREAD_CHANGED &&
           found->state != FG_REREAD_UNREADABLE;
}

/* Every member of the name, of which there may be several, until one has the hash. */
static int reread_members(const struct fg_reread_place *place, struct fg_archive *archive,
                          struct fg_buf *out, struct fg_reread *ret_found, struct fg_error *err)
{
    size_t len = strlen(place->archive);
    struct fg_archive_member member;
    struct fg_error why = {0};
    int next;
    found(ret_found, FG_REREAD_NO_MEMBER, "");
    if (strncmp(place->path, place->archive, len) != 0 || place->path[len] != '!') /* in a database that is damaged */
        return 0;
    const char *name = place->path + len + strlen("!");
    while ((next = fg_archive_next(archive, &member, &why)) == 0 && !is_settled(ret_found)) {
        struct fg_source *source;
        if (member.passed_over != NULL || strcmp(member.name, name) != 0)
            continue;
        if (fg_source_over(fg_archive_read, archive, &source, err) < 0)
            return -1;
        int status = read_place(place, source, out, ret_found, err);
        fg_source_close(source);
        if (status < 0)
            return -1;
    }
    if (next < 0)
        found(ret_found, FG_REREAD_UNREADABLE, why.message);
    return 0;
}

static int reread_archive(const struct fg_reread_place *place, struct fg_buf *out,
                          struct fg_reread *ret_found, struct fg_error *err)
{
    struct fg_archive *archive;
    struct fg_error why = {0};
    if (fg_archive_open(place->archive, &fg_default_limits, &archive, &why) < 0) {
        found(ret_found, FG_REREAD_UNREADABLE, why.message);
        return 0;
    }
    int status = reread_members(place, archive, out, ret_found, err);
    fg_archive_close(archive);
    return status;
}

int fg_reread(const struct fg_reread_place *place, struct fg_buf *out, struct fg_reread *ret_found,
              struct fg_error *err)
{
    bool member = place->archive != NULL;
    *ret_found = (struct fg_reread){.state = FG_REREAD_UNREADABLE};
    if (!member && strcmp(place->path, "-") == 0) {
        found(ret_found, FG_REREAD_STANDARD_INPUT, "");
        return 0;
    }
    if (look(member ? place->archive : place->path, ret_found) != 0)
        return 0;
    return member ? reread_archive(place, out, ret_found, err)
                  : reread_file(place, out, ret_found, err);
}
