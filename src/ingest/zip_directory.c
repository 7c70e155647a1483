/* SPDX-License-Identifier: MIT */
#include "ingest/zip_directory.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

/* Names and sizes as in PKWARE's APPNOTE, 4.3.12 to 4.3.16. */
enum {
    ENTRY_SIZE = 46,
    END_SIZE = 22,
    LOCATOR64_SIZE = 20,
    END64_SIZE = 56,
    TAIL = 16 * 1024, /* where libarchive looks for the end: comments are shorter than that */
    CHUNK = 64 * 1024,
};

static const char HINT[] = "copy or export it again; it was cut short or damaged";

static int damaged(const char *what, struct fg_error *err)
{
    fg_error_set(err, FG_INPUT, "zip: %s", what);
    return fg_error_hint(err, "%s", HINT);
}

static uint64_t number(const unsigned char *at, int bytes)
{
    uint64_t value = 0;
    while (bytes-- > 0)
        value = value << 8 | at[bytes];
    return value;
}

static int read_at(int fd, uint64_t at, void *to, size_t len, struct fg_error *err)
{
    for (size_t done = 0; done < len;) {
        ssize_t got = pread(fd, (char *)to + done, len - done, (off_t)(at + done));
        if (got == 0)
            return damaged("the file ends early", err);
        if (got > 0)
            done += (size_t)got;
        else if (errno != EINTR) {
            fg_error_set(err, FG_IO, "cannot read: %s", strerror(errno));
            return fg_error_hint(err, "copy the file to a local disk and try again");
        }
    }
    return 0;
}

/* What stands behind the directory. */
struct end {
    uint64_t count;
    uint64_t mask; /* of the count's bits: what writers without ZIP64 wrap around */
    uint64_t start; /* of the directory */
    uint64_t limit; /* where it ends at the latest */
};

static int several_parts(struct fg_error *err)
{
    fg_error_set(err, FG_INPUT, "zip: one part of an archive that was split");
    return fg_error_hint(err, "join the parts: zip -s 0 PARTS.zip --out WHOLE.zip");
}

static int read_end64(int fd, const unsigned char *locator, struct end *end, struct fg_error *err)
{
    unsigned char end64[END64_SIZE];
    uint64_t at = number(locator + 8, 8);
    if (number(locator + 16, 4) > 1)
        return several_parts(err);
    if (at > end->limit || end->limit - at < END64_SIZE)
        return damaged("its end (ZIP64) points outside", err);
    if (read_at(fd, at, end64, sizeof end64, err) < 0)
        return -1;
    if (memcmp(end64, "PK\6\6", 4) != 0)
        return damaged("its end (ZIP64) is not where it should be", err);
    end->count = number(end64 + 32, 8);
    end->mask = UINT64_MAX;
    end->start = number(end64 + 48, 8);
    end->limit = at;
    return end->start <= at ? 0 : damaged("its directory lies outside", err);
}

static int read_end(int fd, uint64_t size, struct end *end, struct fg_error *err)
{
    unsigned char tail[TAIL];
    size_t len = size < TAIL ? (size_t)size : TAIL;
    if (read_at(fd, size - len, tail, len, err) < 0)
        return -1;
    size_t at = len < END_SIZE ? 0 : len - END_SIZE + 1;
    while (at > 0 && memcmp(tail + at - 1, "PK\5\6", 4) != 0)
        at--;
    if (at == 0)
        return damaged("the directory at its end is missing", err);
    const unsigned char *found = tail + at - 1;
    if (number(found + 4, 2) != 0 || number(found + 8, 2) != number(found + 10, 2))
        return several_parts(err);
    uint64_t bytes = number(found + 12, 4);
    end->limit = size - len + at - 1;
    end->count = number(found + 10, 2);
    end->mask = UINT16_MAX;
    if (at > LOCATOR64_SIZE && memcmp(found - LOCATOR64_SIZE, "PK\6\7", 4) == 0)
        return read_end64(fd, found - LOCATOR64_SIZE, end, err);
    /* Offsets may count from behind something that was put before the archive: the size is what holds. */
    if (bytes > end->limit)
        return damaged("its directory lies outside", err);
    end->start = end->limit - bytes;
    return 0;
}

/* The directory, a piece at a time. */
struct walk {
    int fd;
    const struct end *end;
    uint64_t at;          /* the next entry */
    uint64_t have;        /* where `chunk` begins */
    size_t len;
    unsigned char chunk[CHUNK];
};

/* The fixed part of the entry at `at`. */
static int entry(struct walk *walk, const unsigned char **ret_entry, struct fg_error *err)
{
    uint64_t left = walk->end->limit - walk->at;
    if (left < ENTRY_SIZE)
        return damaged("its directory is damaged", err);
    if (walk->at + ENTRY_SIZE > walk->have + walk->len) {
        walk->have = walk->at;
        walk->len = left < CHUNK ? (size_t)left : CHUNK;
        if (read_at(walk->fd, walk->at, walk->chunk, walk->len, err) < 0)
            return -1;
    }
    *ret_entry = walk->chunk + (walk->at - walk->have);
    return 0;
}

int fg_zip_directory_count(int fd, uint64_t size, uint64_t most, uint64_t *ret_count,
                           struct fg_error *err)
{
    struct end end = {0};
    if (read_end(fd, size, &end, err) < 0)
        return -1;
    struct walk walk = {.fd = fd, .end = &end, .at = end.start, .have = end.start};
    uint64_t count = 0;
    for (; walk.at < end.limit && count <= most; count++) {
        const unsigned char *fixed = NULL;
        if (entry(&walk, &fixed, err) < 0)
            return -1;
        if (memcmp(fixed, "PK\1\2", 4) != 0)
            return damaged("its directory is damaged", err);
        walk.at += ENTRY_SIZE + number(fixed + 28, 2) + number(fixed + 30, 2) + number(fixed + 32, 2);
    }
    if (count <= most && (walk.at != end.limit || (count & end.mask) != end.count))
        return damaged("its directory does not have the entries that its end tells", err);
    *ret_count = count;
    return 0;
}
