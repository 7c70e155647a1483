/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/buf.h"
#include "pack/bag_sink.h"

struct folder {
    struct fg_bag_sink sink;
    struct fg_buf root, path; /* of the bag, and of the current member */
    int file;                 /* -1: none is open */
};

static int disk_error(const char *path, struct fg_error *err)
{
    fg_error_set(err, FG_IO, "pack: %s: %s", path, strerror(errno));
    if (errno == ENOSPC || errno == EDQUOT)
        return fg_error_hint(err, "make room on that disk, or choose a folder on another one");
    return fg_error_hint(err, "choose a place where you may write");
}

/* The umask must not show in a pack. */
static int make_folder(const char *path, struct fg_error *err)
{
    if (mkdir(path, 0755) == 0)
        return chmod(path, 0755) == 0 ? 0 : disk_error(path, err);
    return errno == EEXIST ? 0 : disk_error(path, err);
}

/* Those above the member, below the root. */
static int make_folders(struct folder *folder, struct fg_error *err)
{
    char *path = folder->path.data;
    for (char *at = path + folder->root.len + 1; (at = strchr(at, '/')) != NULL; at++) {
        *at = '\0';
        int status = make_folder(path, err);
        *at = '/';
        if (status < 0)
            return -1;
    }
    return 0;
}

static int begin(struct fg_bag_sink *sink, const char *name, uint64_t size, struct fg_error *err)
{
    struct folder *folder = (struct folder *)sink;
    (void)size;
    fg_buf_clear(&folder->path);
    fg_buf_printf(&folder->path, "%s/%s", fg_buf_text(&folder->root), name);
    if (folder->path.failed)
        return fg_error_memory(err);
    if (make_folders(folder, err) < 0)
        return -1;
    folder->file = open(folder->path.data, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (folder->file < 0 || fchmod(folder->file, 0644) < 0)
        return disk_error(folder->path.data, err);
    return 0;
}

static int write_bytes(struct fg_bag_sink *sink, const void *bytes, size_t len, struct fg_error *err)
{
    struct folder *folder = (struct folder *)sink;
    const char *at = bytes;
    while (len > 0) {
        ssize_t done = write(folder->file, at, len);
        if (done < 0 && errno != EINTR)
            return disk_error(folder->path.data, err);
        at += done > 0 ? done : 0;
        len -= done > 0 ? (size_t)done : 0;
    }
    return 0;
}

/* Some file systems (network ones, mostly) cannot sync and say EINVAL; that is no failure. */
static int sync_file(int file)
{
    return fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : -1;
}

static int end(struct fg_bag_sink *sink, struct fg_error *err)
{
    struct folder *folder = (struct folder *)sink;
    int file = folder->file, status = sync_file(file);
    folder->file = -1;
    int error = errno;
    if (close(file) < 0)
        return disk_error(folder->path.data, err);
    errno = error;
    return status < 0 ? disk_error(folder->path.data, err) : 0;
}

static int finish(struct fg_bag_sink *sink, struct fg_error *err)
{
    struct folder *folder = (struct folder *)sink;
    int file = open(folder->root.data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int status = file < 0 ? -1 : sync_file(file);
    if (file >= 0)
        close(file);
    return status < 0 ? disk_error(folder->root.data, err) : 0;
}

static void close_folder(struct fg_bag_sink *sink)
{
    struct folder *folder = (struct folder *)sink;
    if (folder->file >= 0)
        close(folder->file);
    fg_buf_done(&folder->root);
    fg_buf_done(&folder->path);
    free(folder);
}

int fg_bag_open_folder(const char *place, struct fg_bag_sink **ret_sink, struct fg_error *err)
{
    static const struct fg_bag_sink_class class = {begin, write_bytes, end, finish, close_folder};
    struct folder *folder = calloc(1, sizeof *folder);
    if (folder == NULL)
        return fg_error_memory(err);
    folder->sink.class = &class;
    folder->file = -1;
    fg_buf_add_text(&folder->root, place);
    int status = folder->root.failed ? fg_error_memory(err)
                 : mkdir(place, 0755) < 0 || chmod(place, 0755) < 0 ? disk_error(place, err) : 0;
    if (status < 0) {
        close_folder(&folder->sink);
        return -1;
    }
    *ret_sink = &folder->sink;
    return 0;
}
