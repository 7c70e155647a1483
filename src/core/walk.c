/* SPDX-License-Identifier: MIT */
#include "core/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/buf.h"

enum { DEPTH_MAX = 64 }; /* what is walked is ours, and flat */

struct names {
    char **list;
    size_t count;
};

static void drop_names(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->list[i]);
    free(names->list);
}

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

static int add_name(struct names *names, const char *name)
{
    char **list = realloc(names->list, (names->count + 1) * sizeof *list);
    if (list == NULL)
        return -1;
    names->list = list;
    list[names->count] = strdup(name);
    if (list[names->count] == NULL)
        return -1;
    names->count++;
    return 0;
}

static int read_names(const char *folder, struct names *names)
{
    DIR *entries = opendir(folder);
    int status = entries == NULL ? -1 : 0;
    struct dirent *entry;
    while (status == 0 && (errno = 0, entry = readdir(entries)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            status = add_name(names, entry->d_name);
    if (status == 0 && errno != 0) /* what is not seen must not be missing in silence */
        status = -1;
    int why = errno;
    if (entries != NULL)
        closedir(entries);
    errno = why;
    if (names->count > 1)
        qsort(names->list, names->count, sizeof *names->list, compare_names);
    return status;
}

struct walk {
    size_t root; /* the folder's length, with a '/' */
    fg_walk_fn *found;
    void *context;
    struct fg_error *err;
};

static int walk_folder(const struct walk *walk, const char *folder, int depth);

static int walk_entry(const struct walk *walk, const char *folder, const char *name, int depth)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    struct stat status;
    fg_buf_printf(&path, "%s/%s", folder, name);
    if (path.failed)
        return fg_error_memory(walk->err);
    if (lstat(path.data, &status) < 0)
        return fg_error_set(walk->err, FG_IO, "pack: %s: %s", path.data, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return walk_folder(walk, path.data, depth + 1);
    return S_ISREG(status.st_mode) ? walk->found(walk->context, path.data, path.data + walk->root, walk->err) : 0;
}

static int walk_folder(const struct walk *walk, const char *folder, int depth)
{
    struct names names = {0};
    int status = read_names(folder, &names) < 0 || depth > DEPTH_MAX
                     ? fg_error_set(walk->err, FG_IO, "pack: %s: %s", folder, strerror(errno))
                     : 0;
    for (size_t i = 0; status == 0 && i < names.count; i++)
        status = walk_entry(walk, folder, names.list[i], depth);
    drop_names(&names);
    return status;
}

int fg_walk(const char *folder, fg_walk_fn *found, void *context, struct fg_error *err)
{
    const struct walk walk = {strlen(folder) + 1, found, context, err};
    return walk_folder(&walk, folder, 0);
}

static void remove_tree(const char *path, int depth)
{
    struct names names = {0};
    struct stat status;
    if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode) && depth <= DEPTH_MAX && read_names(path, &names) == 0)
        for (size_t i = 0; i < names.count; i++) {
            FG_BUF_AUTO below = FG_BUF_INIT;
            fg_buf_printf(&below, "%s/%s", path, names.list[i]);
            if (!below.failed)
                remove_tree(below.data, depth + 1);
        }
    drop_names(&names);
    remove(path);
}

void fg_remove_tree(const char *path)
{
    remove_tree(path, 0);
}
