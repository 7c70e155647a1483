/* SPDX-License-Identifier: MIT */
#include "pack/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "fargauge/stop.h"

enum { PIECE = 64 * 1024 };

static const char self[] = "/proc/self/exe"; /* of Linux */

static int add_all(struct fg_sha256 *hash, int file)
{
    char piece[PIECE];
    ssize_t got;
    while ((got = read(file, piece, sizeof piece)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 || fg_stop_requested() || fg_sha256_add(hash, piece, (size_t)got) < 0)
            return -1;
    }
    return 0;
}

int fg_hash_file(const char *path, char hex[FG_SHA256_HEX_SIZE], struct fg_error *err)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fg_error_set(err, FG_IO, "pack: %s: %s", path, strerror(errno));
    struct fg_sha256 *hash = fg_sha256_new();
    int status = hash == NULL || add_all(hash, file) < 0 || fg_sha256_hex(hash, hex) < 0 ? -1 : 0;
    int error = errno;
    bool stopped = status < 0 && fg_stop_requested();
    fg_sha256_free(hash);
    close(file);
    if (stopped)
        return fg_stop_error(err);
    return status < 0 ? fg_error_set(err, FG_IO, "pack: %s: %s", path, strerror(error)) : 0;
}

static int copy_all(int from, int to)
{
    char piece[PIECE];
    ssize_t got;
    while ((got = read(from, piece, sizeof piece)) != 0) {
        if (got < 0 && errno != EINTR)
            return -1;
        for (ssize_t at = 0, put; at < got; at += put) {
            put = write(to, piece + at, (size_t)(got - at));
            if (put < 0 && errno != EINTR)
                return -1;
            put = put < 0 ? 0 : put;
        }
    }
    return 0;
}

int fg_copy_file(const char *from, const char *to, struct fg_error *err)
{
    int source = open(from, O_RDONLY | O_CLOEXEC), target = -1;
    int status = source < 0 || (target = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) < 0 ? -1
                                                                                                : copy_all(source, target);
    int error = errno;
    if (source >= 0)
        close(source);
    if (target >= 0 && close(target) < 0 && status == 0) {
        error = errno;
        status = -1;
    }
    return status < 0 ? fg_error_set(err, FG_IO, "pack: %s: %s", from, strerror(error)) : 0;
}

int fg_hash_self(char hex[FG_SHA256_HEX_SIZE], struct fg_error *err)
{
    hex[0] = '\0';
    return access(self, R_OK) < 0 ? 0 : fg_hash_file(self, hex, err);
}
