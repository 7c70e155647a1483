/* SPDX-License-Identifier: MIT */
#include "core/workplace.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/scratch.h"

enum { NAME_MOST = 100, TRIES = 100 };

struct fg_workplace {
    char *path;           /* what the result will be called */
    size_t folder;        /* its folder's length, with the '/'; 0: none is named */
    struct fg_buf prefix; /* ".NAME.", what ours and those of earlier runs are called */
    struct fg_buf own;
    bool held;                         /* the folder is made */
    const struct fg_workplace_of *of;  /* who it is for */
};

static const struct fg_workplace_of a_pack = {"pack", "out"};

static int disk_error(const struct fg_workplace_of *of, const char *path, int error, struct fg_error *err)
{
    fg_error_set(err, FG_IO, "%s: %s: %s", of->what, path, strerror(error));
    if (error == ENOENT)
        return fg_error_hint(err, "make the folder first, or name another one with --%s", of->option);
    return fg_error_hint(err, "name a place that may be written with --%s", of->option);
}

static int need_none(const char *path, struct fg_error *err)
{
    struct stat status;
    if (lstat(path, &status) < 0)
        return errno == ENOENT ? 0 : disk_error(&a_pack, path, errno, err);
    fg_error_set(err, FG_USAGE, "--out: %s: something stands there already", path);
    return fg_error_hint(err, "name a new place: a pack never takes the place of another");
}

/* .NAME.PID.TRY.tmp, and nothing else that somebody may have called so. */
static bool is_leftover(const struct fg_workplace *place, const char *name)
{
    const char *rest = name + place->prefix.len;
    return strncmp(name, place->prefix.data, place->prefix.len) == 0 && strcmp(rest + strspn(rest, "0123456789."), "tmp") == 0 &&
           rest[0] >= '0' && rest[0] <= '9';
}

static void remove_leftover(const struct fg_workplace *place, const char *name)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fg_buf_add(&path, place->path, place->folder);
    fg_buf_add_text(&path, name);
    if (!path.failed)
        fg_scratch_remove_leftover(path.data);
}

static void remove_leftovers(const struct fg_workplace *place)
{
    char *folder = place->folder == 0 ? strdup(".") : strndup(place->path, place->folder);
    DIR *entries = folder == NULL ? NULL : opendir(folder);
    free(folder);
    if (entries == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;)
        if (is_leftover(place, entry->d_name))
            remove_leftover(place, entry->d_name);
    closedir(entries);
}

static int make_own(struct fg_workplace *place, struct fg_error *err)
{
    for (int try = 0; try < TRIES; try++) {
        fg_buf_clear(&place->own);
        fg_buf_add(&place->own, place->path, place->folder);
        fg_buf_printf(&place->own, "%s%ld.%d.tmp", place->prefix.data, (long)getpid(), try);
        if (place->own.failed)
            return fg_error_memory(err);
        if (mkdir(place->own.data, 0700) < 0) {
            if (errno != EEXIST)
                return disk_error(place->of, place->path, errno, err);
            continue; /* in containers process numbers are always the same ones */
        }
        place->held = fg_scratch_hold(place->own.data);
        if (place->held)
            return 0;
    }
    return disk_error(place->of, place->path, EEXIST, err);
}

static int set_up(struct fg_workplace *place, const char *path, struct fg_error *err)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    place->path = strndup(path, len);
    if (place->path == NULL)
        return fg_error_memory(err);
    const char *slash = strrchr(place->path, '/');
    place->folder = slash == NULL ? 0 : (size_t)(slash - place->path) + 1;
    fg_buf_printf(&place->prefix, ".%.*s.", NAME_MOST, place->path + place->folder);
    if (place->prefix.failed)
        return fg_error_memory(err);
    remove_leftovers(place);
    return make_own(place, err);
}

int fg_workplace_open(const char *path, struct fg_workplace **ret_place, struct fg_error *err)
{
    FG_BUF_AUTO name = FG_BUF_INIT;
    fg_buf_add_text(&name, path);
    if (name.failed)
        return fg_error_memory(err);
    while (name.len > 1 && name.data[name.len - 1] == '/')
        name.data[--name.len] = '\0';
    return need_none(name.data, err) < 0 ? -1 : fg_workplace_beside(path, &a_pack, ret_place, err);
}

int fg_workplace_beside(const char *path, const struct fg_workplace_of *of, struct fg_workplace **ret_place,
                        struct fg_error *err)
{
    FG_WORKPLACE_AUTO *place = calloc(1, sizeof *place);
    if (place == NULL)
        return fg_error_memory(err);
    place->of = of;
    if (set_up(place, path, err) < 0)
        return -1;
    *ret_place = place;
    place = NULL;
    return 0;
}

int fg_workplace_path(const struct fg_workplace *place, const char *name, struct fg_buf *out, struct fg_error *err)
{
    fg_buf_clear(out);
    fg_buf_printf(out, "%s/%s", place->own.data, name);
    return out->failed ? fg_error_memory(err) : 0;
}

/* Make the new name itself last, where the folder can be opened for it. */
static int sync_folder(const struct fg_workplace *place)
{
    char *folder = place->folder == 0 ? strdup(".") : strndup(place->path, place->folder);
    int file = folder == NULL ? -1 : open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(folder);
    int error = file < 0 || fsync(file) == 0 ? 0 : errno;
    if (file >= 0)
        close(file);
    return error == EIO ? EIO : 0;
}

int fg_workplace_deliver(struct fg_workplace *place, const char *name, struct fg_error *err)
{
    FG_BUF_AUTO from = FG_BUF_INIT;
    if (fg_workplace_path(place, name, &from, err) < 0 || need_none(place->path, err) < 0)
        return -1;
    if (rename(from.data, place->path) < 0)
        return disk_error(place->of, place->path, errno, err);
    int error = sync_folder(place);
    return error == 0 ? 0 : disk_error(place->of, place->path, error, err);
}

void fg_workplace_close(struct fg_workplace *place)
{
    if (place == NULL)
        return;
    if (place->held)
        fg_scratch_drop(place->own.data);
    fg_buf_done(&place->own);
    fg_buf_done(&place->prefix);
    free(place->path);
    free(place);
}

void fg_workplace_done(struct fg_workplace **place)
{
    fg_workplace_close(*place);
}
