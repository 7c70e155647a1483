/* SPDX-License-Identifier: MIT */
/* The digest of a pack that is there already. Whether that pack is whole is for `fargauge verify` to say. */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/archive.h"
#include "fargauge/buf.h"
#include "fargauge/pack.h"

/* The tag files that tell a pack, and what a line of each begins with. */
enum part { DECLARATION, INFO, TAG_MANIFEST, PARTS };

static const struct {
    const char *name;
    const char *holds;
} parts[PARTS] = {
    [DECLARATION] = {"bagit.txt", "BagIt-Version: "},
    [INFO] = {"bag-info.txt", "Bag-Software-Agent: fargauge "},
    [TAG_MANIFEST] = {"tagmanifest-sha256.txt", ""},
};

enum { LEAST_MEMBER = 4096, PART_MOST = 1024 * 1024 }; /* ours are far below */

struct tags {
    struct fg_buf texts[PARTS];
    bool seen[PARTS];
};

typedef int read_fn(void *from, void *to, size_t room, size_t *ret_got, struct fg_error *err);

static int read_part(struct tags *tags, enum part part, read_fn *read_some, void *from, struct fg_error *err)
{
    char piece[LEAST_MEMBER];
    size_t got;
    int status;
    while ((status = read_some(from, piece, sizeof piece, &got, err)) == 0 && got > 0) {
        if (tags->texts[part].len + got > PART_MOST)
            return fg_error_set(err, FG_INPUT, "%s: it is larger than any that fargauge makes", parts[part].name);
        fg_buf_add(&tags->texts[part], piece, got);
    }
    tags->seen[part] = true;
    return tags->texts[part].failed ? fg_error_memory(err) : status;
}

static int read_file(void *from, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    ssize_t got = read(*(int *)from, to, room);
    *ret_got = got > 0 ? (size_t)got : 0;
    return got < 0 ? fg_error_set(err, FG_IO, "%s", strerror(errno)) : 0;
}

static int read_folder(const char *path, struct tags *tags, struct fg_error *err)
{
    for (int part = 0; part < PARTS; part++) {
        FG_BUF_AUTO name = FG_BUF_INIT;
        fg_buf_printf(&name, "%s/%s", path, parts[part].name);
        if (name.failed)
            return fg_error_memory(err);
        int file = open(name.data, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a named pipe would wait here for a writer */
        if (file < 0 && errno != ENOENT)
            return fg_error_set(err, FG_IO, "%s: %s", parts[part].name, strerror(errno));
        int status = file < 0 ? 0 : read_part(tags, part, read_file, &file, err);
        if (file >= 0)
            close(file);
        if (status < 0)
            return -1;
    }
    return 0;
}

/* Members stand in the one folder at the top. */
static int read_member(struct fg_archive *archive, const char *name, struct tags *tags, struct fg_error *err)
{
    const char *slash = strchr(name, '/');
    for (int part = 0; slash != NULL && part < PARTS; part++)
        if (!tags->seen[part] && strcmp(slash + 1, parts[part].name) == 0)
            return read_part(tags, part, fg_archive_read, archive, err);
    return 0;
}

static int read_archive(const char *path, struct tags *tags, struct fg_error *err)
{
    const struct fg_limits limits = {.members = UINT32_MAX, .total = INT64_MAX, .ratio = UINT32_MAX};
    struct fg_archive_member member;
    struct fg_archive *archive;
    int status;
    if (fg_archive_open(path, &limits, &archive, err) < 0)
        return -1;
    while ((status = fg_archive_next(archive, &member, err)) == 0)
        if (member.passed_over == NULL && read_member(archive, member.name, tags, err) < 0) {
            status = -1;
            break;
        }
    fg_archive_close(archive);
    return status < 0 ? -1 : 0;
}

static bool is_pack(const struct tags *tags)
{
    for (int part = 0; part < PARTS; part++) {
        const char *at = fg_buf_text(&tags->texts[part]), *holds = parts[part].holds;
        while (at != NULL && strncmp(at, holds, strlen(holds)) != 0)
            at = (at = strchr(at, '\n')) == NULL ? NULL : at + 1;
        if (!tags->seen[part] || at == NULL)
            return false;
    }
    return true;
}

static int digest_of(const struct fg_buf *text, char digest[FG_SHA256_HEX_SIZE], struct fg_error *err)
{
    struct fg_sha256 *hash = fg_sha256_new();
    int status = hash == NULL || fg_sha256_add(hash, fg_buf_text(text), text->len) < 0 || fg_sha256_hex(hash, digest) < 0;
    fg_sha256_free(hash);
    return status ? fg_error_memory(err) : 0;
}

static int refuse(const char *path, const char *why, struct fg_error *err)
{
    fg_error_set(err, FG_USAGE, "pack: %s: %s", path, why);
    return fg_error_hint(err, "name a folder, a .zip or a .tar.gz that fargauge pack has made");
}

int fg_pack_digest(const char *path, char digest[FG_SHA256_HEX_SIZE], struct fg_error *err)
{
    struct tags tags = {0};
    struct stat status;
    if (stat(path, &status) < 0) {
        fg_error_set(err, FG_IO, "pack: %s: %s", path, strerror(errno));
        return fg_error_hint(err, "check the name");
    }
    struct fg_error why = {0};
    int result = S_ISDIR(status.st_mode) ? read_folder(path, &tags, &why) : read_archive(path, &tags, &why);
    if (result < 0 && fg_error_is_machine(&why)) {
        *err = why;
        result = fg_error_prepend(err, "pack: %s", path);
    } else if (result < 0)
        result = refuse(path, why.message, err);
    else if (!is_pack(&tags))
        result = refuse(path, "it is no pack of fargauge's", err);
    else
        result = digest_of(&tags.texts[TAG_MANIFEST], digest, err);
    for (int part = 0; part < PARTS; part++)
        fg_buf_done(&tags.texts[part]);
    return result;
}
