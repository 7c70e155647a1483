/* SPDX-License-Identifier: MIT */
/* Which archive is this? */
#include "fargauge/archive.h"

#include <stdbool.h>
#include <string.h>
#include <zlib.h>

enum {
    TAR_MAGIC = 257,
    TAR_BLOCK = 512,
    GZIP_ONLY = 15 + 16, /* zlib's windowBits: the largest window, a gzip header is required */
};

/* "ustar" and NUL, or GNU's "ustar  " and NUL: neither stands in a text. */
static bool is_tar(const unsigned char *bytes, size_t len)
{
    if (len < TAR_MAGIC + 8)
        return false;
    return memcmp(bytes + TAR_MAGIC, "ustar", 6) == 0 ||
           memcmp(bytes + TAR_MAGIC, "ustar  ", 8) == 0;
}

/* A ZIP begins with its first member, with its end where it is empty, or with the mark that one-part
 * archives of split ones have. */
static bool is_zip(const unsigned char *bytes, size_t len)
{
    static const char *const marks[] = {"PK\3\4", "PK\5\6", "PK\7\10PK\3\4", "PK00PK\3\4"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (len >= strlen(marks[i]) && memcmp(bytes, marks[i], strlen(marks[i])) == 0)
            return true;
    return false;
}

static bool is_gzipped_tar(const unsigned char *bytes, size_t len)
{
    unsigned char block[TAR_BLOCK];
    z_stream zlib = {0};
    if (len < 2 || bytes[0] != 0x1F || bytes[1] != 0x8B || inflateInit2(&zlib, GZIP_ONLY) != Z_OK)
        return false;
    zlib.next_in = (Bytef *)(uintptr_t)bytes;
    zlib.avail_in = (uInt)(len < FG_ARCHIVE_DETECT_SIZE ? len : FG_ARCHIVE_DETECT_SIZE);
    zlib.next_out = block;
    zlib.avail_out = sizeof block;
    inflate(&zlib, Z_SYNC_FLUSH);
    inflateEnd(&zlib);
    return is_tar(block, sizeof block - zlib.avail_out);
}

enum fg_archive_format fg_archive_detect(const void *bytes, size_t len)
{
    if (is_zip(bytes, len))
        return FG_ARCHIVE_ZIP;
    if (is_tar(bytes, len))
        return FG_ARCHIVE_TAR;
    return is_gzipped_tar(bytes, len) ? FG_ARCHIVE_TAR_GZ : FG_ARCHIVE_NONE;
}

const char *fg_archive_format_name(enum fg_archive_format format)
{
    static const char *const names[] = {
        [FG_ARCHIVE_NONE] = "",
        [FG_ARCHIVE_ZIP] = "zip",
        [FG_ARCHIVE_TAR] = "tar",
        [FG_ARCHIVE_TAR_GZ] = "tar.gz",
    };
    return names[format];
}
