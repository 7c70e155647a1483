/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/buf.h"
#include "render/own.h"

/* Below templates/start/ stands the folder as it shall be. */
static const char folder[] = "templates/start/";

static int disk_error(const char *path, struct fg_error *err)
{
    fg_error_set(err, FG_IO, "templates: %s: %s", path, strerror(errno));
    return fg_error_hint(err, "name a new folder below one that may be written");
}

static int need_empty(const char *dir, struct fg_error *err)
{
    if (mkdir(dir, 0777) == 0)
        return 0;
    DIR *entries = errno == EEXIST ? opendir(dir) : NULL;
    if (entries == NULL)
        return disk_error(dir, err);
    bool empty = true;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;)
        empty &= strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    closedir(entries);
    if (empty)
        return 0;
    fg_error_set(err, FG_USAGE, "templates: %s: there is something in it", dir);
    return fg_error_hint(err, "name a new folder: nothing is written over");
}

static int write_all(int file, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t done = write(file, data, size);
        if (done < 0 && errno != EINTR)
            return -1;
        data += done > 0 ? done : 0;
        size -= done > 0 ? (size_t)done : 0;
    }
    return 0;
}

static int write_file(const char *dir, const struct fg_resource *file, fg_own_notice_fn *notice, void *context,
                      struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    const char *name = file->path + strlen(folder);
    const char *slash = strchr(name, '/');
    fg_buf_printf(&path, "%s/%.*s", dir, slash == NULL ? 0 : (int)(slash - name), name);
    if (path.failed)
        return fg_error_memory(err);
    if (slash != NULL && mkdir(path.data, 0777) < 0 && errno != EEXIST)
        return disk_error(path.data, err);
    fg_buf_clear(&path);
    fg_buf_printf(&path, "%s/%s", dir, name);
    int to = path.failed ? -1 : open(path.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (to < 0)
        return disk_error(fg_buf_text(&path), err);
    int status = write_all(to, file->data, file->size) < 0 ? disk_error(path.data, err) : 0;
    if (close(to) < 0 && status == 0)
        status = disk_error(path.data, err);
    if (status == 0)
        notice(context, path.data);
    return status;
}

int fg_own_start(const char *dir, const struct fg_resources *base, fg_own_notice_fn *notice, void *context,
                 struct fg_error *err)
{
    const struct fg_resource *files;
    size_t count = fg_resources_list(base, folder, &files);
    int status = need_empty(dir, err);
    for (size_t i = 0; i < count && status == 0; i++)
        status = write_file(dir, &files[i], notice, context, err);
    return status;
}
