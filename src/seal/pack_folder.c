/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/output.h"
#include "seal/pack.h"

static int read_file(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    ssize_t got;
    do
        got = read(*(const int *)context, to, room);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return fg_error_set(err, FG_IO, "%s", strerror(errno));
    *ret_got = (size_t)got;
    return 0;
}

/* Folders (the payload's is one) are not looked into: all tag files of a pack lie at its top. */
static int add_entry(struct fg_seal_pack *pack, struct fg_seal_tags *tags, int folder, const char *name, struct fg_error *err)
{
    struct stat status;
    int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0 && errno == ELOOP)
        return fg_error_set(err, FG_INPUT, "%s: it is a link", name);
    if (file < 0)
        return fg_error_set(err, FG_IO, "%s: %s", name, strerror(errno));
    int done = fstat(file, &status) < 0 ? fg_error_set(err, FG_IO, "%s: %s", name, strerror(errno)) : 0;
    if (done == 0 && !S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode))
        done = fg_error_set(err, FG_INPUT, "%s: it is no file", name);
    if (done == 0 && S_ISREG(status.st_mode))
        done = fg_seal_tags_add(tags, pack, name, read_file, &file, err);
    close(file);
    return done;
}

int fg_seal_folder_read(struct fg_seal_pack *pack, struct fg_seal_tags *tags, struct fg_error *err)
{
    DIR *folder = opendir(pack->path.data);
    int done = 0;
    if (folder == NULL)
        return fg_error_set(err, FG_IO, "%s", strerror(errno));
    for (struct dirent *entry; done == 0 && (errno = 0, entry = readdir(folder)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            done = add_entry(pack, tags, dirfd(folder), entry->d_name, err);
    if (done == 0 && errno != 0)
        done = fg_error_set(err, FG_IO, "%s", strerror(errno));
    closedir(folder);
    return done;
}

/* 0644 whatever the umask, as all files of a pack. */
static int put(const char *path, struct fg_seal_bytes seal, struct fg_error *err)
{
    FG_OUTPUT_AUTO *output = NULL;
    if (fg_output_open(path, &output, err) < 0)
        return -1;
    fg_output_write(output, seal.bytes, seal.len);
    if (fg_output_commit(output, err) < 0)
        return -1;
    return chmod(path, 0644) == 0 ? 0 : fg_error_set(err, FG_IO, "output: %s: %s", path, strerror(errno));
}

int fg_seal_folder_write(const struct fg_seal_pack *pack, enum fg_seal_kind kind, struct fg_seal_bytes seal,
                         enum fg_seal_kind drop, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fg_buf_printf(&path, "%s/%s", pack->path.data, fg_seal_file(kind));
    if (path.failed)
        return fg_error_memory(err);
    if (put(path.data, seal, err) < 0)
        return -1;
    if (drop == FG_SEAL_KINDS || !pack->has[drop])
        return 0;
    fg_buf_clear(&path);
    fg_buf_printf(&path, "%s/%s", pack->path.data, fg_seal_file(drop));
    if (path.failed)
        return fg_error_memory(err);
    return unlink(path.data) == 0 || errno == ENOENT
               ? 0
               : fg_error_set(err, FG_IO, "output: %s: %s", path.data, strerror(errno));
}
