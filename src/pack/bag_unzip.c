/* SPDX-License-Identifier: MIT */
#include "pack/bag_unzip.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

enum { PIECE = 64 * 1024, GZIP_ONLY = 15 + 16 };

struct fg_unzip {
    const char *path;
    int fd;
    bool is_gzip, open; /* zlib is set up */
    bool ended;         /* the gzip member did */
    bool broken;        /* for zlib, though libarchive took it */
    bool at_end;        /* the file did */
    unsigned flags;     /* of the gzip member's header */
    z_stream zlib;
    unsigned char piece[PIECE];
};

static int more(struct fg_unzip *from, struct fg_error *err)
{
    ssize_t got;
    if (from->zlib.avail_in > 0 || from->at_end)
        return 0;
    do
        got = read(from->fd, from->piece, PIECE);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return fg_error_set(err, FG_IO, "pack: %s: cannot read: %s", from->path, strerror(errno));
    from->at_end = got == 0;
    from->zlib.next_in = from->piece;
    from->zlib.avail_in = (uInt)got;
    return 0;
}

/* The header's fourth byte tells what follows it: RFC 1952, 2.3.1. */
static int begin(struct fg_unzip *from, struct fg_error *err)
{
    enum { FLAGS_AT = 3 };
    if (more(from, err) < 0)
        return -1;
    from->is_gzip = from->zlib.avail_in > FLAGS_AT && from->piece[0] == 0x1F && from->piece[1] == 0x8B;
    if (!from->is_gzip)
        return 0;
    from->flags = from->piece[FLAGS_AT];
    from->open = inflateInit2(&from->zlib, GZIP_ONLY) == Z_OK;
    return from->open ? 0 : fg_error_memory(err);
}

int fg_unzip_open(const char *path, struct fg_unzip **ret_from, struct fg_error *err)
{
    struct fg_unzip *from = calloc(1, sizeof *from);
    if (from == NULL)
        return fg_error_memory(err);
    from->path = path;
    from->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (from->fd < 0)
        fg_error_set(err, FG_IO, "pack: %s: %s", path, strerror(errno));
    if (from->fd < 0 || begin(from, err) < 0) {
        fg_unzip_close(from);
        return -1;
    }
    *ret_from = from;
    return 0;
}

void fg_unzip_close(struct fg_unzip *from)
{
    if (from == NULL)
        return;
    if (from->open)
        inflateEnd(&from->zlib);
    if (from->fd >= 0)
        close(from->fd);
    free(from);
}

/* Move bytes on, unpacked or as they are. */
static int take(struct fg_unzip *from, struct fg_error *err)
{
    z_stream *zlib = &from->zlib;
    if (!from->is_gzip) {
        uInt len = zlib->avail_in < zlib->avail_out ? zlib->avail_in : zlib->avail_out;
        memcpy(zlib->next_out, zlib->next_in, len);
        zlib->next_in += len;
        zlib->avail_in -= len;
        zlib->next_out += len;
        zlib->avail_out -= len;
        return 0;
    }
    int status = inflate(zlib, Z_NO_FLUSH);
    from->broken = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR;
    from->ended = status == Z_STREAM_END || from->broken;
    return status == Z_MEM_ERROR ? fg_error_memory(err) : 0;
}

int fg_unzip_read(struct fg_unzip *from, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    from->zlib.next_out = to;
    from->zlib.avail_out = (uInt)room;
    while (from->zlib.avail_out > 0 && !from->ended) {
        if (more(from, err) < 0)
            return -1;
        if (from->at_end)
            break;
        if (take(from, err) < 0)
            return -1;
    }
    *ret_got = room - from->zlib.avail_out;
    return 0;
}

int fg_unzip_tell(struct fg_unzip *from, struct fg_odd *odd, struct fg_error *err)
{
    static const struct {
        unsigned flag;
        const char *words;
    } parts[] = {
        {1 << 1, "its gzip header has a check sum of its own, which a pack's has not"},
        {1 << 2, "its gzip header has an extra field"},
        {1 << 3, "its gzip header has a file's name"},
        {1 << 4, "its gzip header has a comment"},
        {0xE0, "its gzip header has flags that mean nothing"},
    };
    for (size_t i = 0; from->is_gzip && i < sizeof parts / sizeof parts[0]; i++)
        if ((from->flags & parts[i].flag) != 0)
            fg_odd_add(odd, FG_ODD_MORE, from->path, "%s", parts[i].words);
    if (from->broken)
        fg_odd_add(odd, FG_ODD_TWICE, from->path, "its gzip data are damaged where another reader takes them");
    if (!from->ended || from->broken)
        return 0;
    if (more(from, err) < 0)
        return -1;
    if (from->zlib.avail_in > 0)
        fg_odd_add(odd, FG_ODD_BEHIND, from->path, "something stands behind the end of its gzip member");
    return 0;
}
