/* SPDX-License-Identifier: MIT */
#include "fargauge/resource.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/embedded.h"
#include "fargauge/buf.h"

struct fg_resources {
    struct fg_resource *files; /* sorted by path */
    size_t count;
    size_t room;
    char **owned; /* what was read from disk: paths and texts, to be freed */
    size_t owned_count;
    const char *prefix; /* of the names of what is read from disk */
    uint64_t max_steps;
    bool own;           /* a folder of the user's own controls was added */
    const struct fg_resources *base; /* what is not here may be there; NULL: nothing below */
};

static int compare_paths(const void *a, const void *b)
{
    const struct fg_resource *left = a, *right = b;
    return strcmp(left->path, right->path);
}

/* Keep `memory`, which is freed where it cannot be kept. */
static int own(struct fg_resources *resources, char *memory, struct fg_error *err)
{
    size_t size = (resources->owned_count + 1) * sizeof *resources->owned;
    char **owned = memory == NULL ? NULL : realloc(resources->owned, size);
    if (owned == NULL) {
        free(memory);
        return fg_error_memory(err);
    }
    resources->owned = owned;
    owned[resources->owned_count++] = memory;
    return 0;
}

static int add(struct fg_resources *resources, struct fg_resource file, struct fg_error *err)
{
    for (size_t i = 0; i < resources->count; i++)
        if (strcmp(resources->files[i].path, file.path) == 0) {
            resources->files[i] = file;
            return 0;
        }
    if (resources->count == resources->room) {
        size_t room = resources->room * 2 + 64;
        void *files = realloc(resources->files, room * sizeof *resources->files);
        if (files == NULL)
            return fg_error_memory(err);
        resources->files = files;
        resources->room = room;
    }
    resources->files[resources->count++] = file;
    return 0;
}

static int disk_error(struct fg_error *err, const char *what, const char *path)
{
    fg_error_set(err, FG_IO, "%s: %s: %s", what, path, strerror(errno));
    return fg_error_hint(err, "--resource-dir names a folder that holds sql/ and templates/");
}

static int read_text(const char *path, struct fg_buf *out, struct fg_error *err)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return disk_error(err, "resource", path);
    char chunk[8192];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        fg_buf_add(out, chunk, got);
    bool bad = ferror(file) != 0;
    fclose(file);
    return bad ? disk_error(err, "resource", path) : 0;
}

static char *prefixed(const struct fg_resources *resources, const char *name)
{
    FG_BUF_AUTO full = FG_BUF_INIT;
    fg_buf_printf(&full, "%s%s", resources->prefix == NULL ? "" : resources->prefix, name);
    return full.failed ? NULL : fg_buf_take(&full);
}

/* Read one file from disk and give it the name `name`, relative to the resource folder. */
static int load_file(struct fg_resources *resources, const char *path, const char *name,
                     struct fg_error *err)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    if (read_text(path, &text, err) < 0)
        return -1;
    size_t size = text.len;
    char *data = fg_buf_take(&text);
    if (own(resources, data, err) < 0)
        return -1;
    char *copy = prefixed(resources, name);
    if (own(resources, copy, err) < 0)
        return -1;
    return add(resources, (struct fg_resource){.path = copy, .data = data, .size = size}, err);
}

static int load_dir(struct fg_resources *resources, const char *root, const char *below,
                    struct fg_error *err);

static int load_entry(struct fg_resources *resources, const char *root, const char *name,
                      struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fg_buf_printf(&path, "%s/%s", root, name);
    struct stat status;
    if (path.failed)
        return fg_error_memory(err);
    if (stat(path.data, &status) < 0)
        return disk_error(err, "resource", path.data);
    if (S_ISDIR(status.st_mode))
        return load_dir(resources, root, name, err);
    return S_ISREG(status.st_mode) ? load_file(resources, path.data, name, err) : 0;
}

static int load_dir(struct fg_resources *resources, const char *root, const char *below,
                    struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fg_buf_printf(&path, "%s/%s", root, below);
    DIR *dir = path.failed ? NULL : opendir(path.data);
    if (dir == NULL)
        return errno == ENOENT ? 0 : disk_error(err, "resource folder", fg_buf_text(&path));
    int status = 0;
    for (struct dirent *entry; status == 0 && (errno = 0, entry = readdir(dir)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        FG_BUF_AUTO name = FG_BUF_INIT;
        fg_buf_printf(&name, "%s/%s", below, entry->d_name);
        status = load_entry(resources, root, fg_buf_text(&name), err);
    }
    if (status == 0 && errno != 0)
        status = disk_error(err, "resource folder", path.data);
    closedir(dir);
    return status;
}

static int load_all(struct fg_resources *resources, const char *dir, struct fg_error *err)
{
    for (size_t i = 0; i < fg_embedded_count; i++)
        if (add(resources, fg_embedded[i], err) < 0)
            return -1;
    if (dir != NULL) {
        struct stat status;
        if (stat(dir, &status) < 0 || !S_ISDIR(status.st_mode)) {
            errno = errno == 0 ? ENOTDIR : errno;
            return disk_error(err, "resource folder", dir);
        }
        if (load_dir(resources, dir, "sql", err) < 0 || load_dir(resources, dir, "templates", err) < 0)
            return -1;
    }
    qsort(resources->files, resources->count, sizeof *resources->files, compare_paths);
    return 0;
}

int fg_resources_open(const char *dir, struct fg_resources **ret_resources, struct fg_error *err)
{
    struct fg_resources *resources = calloc(1, sizeof *resources);
    if (resources == NULL)
        return fg_error_memory(err);
    errno = 0;
    if (load_all(resources, dir, err) < 0) {
        fg_resources_close(resources);
        return -1;
    }
    *ret_resources = resources;
    return 0;
}

int fg_resources_add_own(struct fg_resources *resources, const char *dir, struct fg_error *err)
{
    struct stat status;
    errno = 0;
    if (stat(dir, &status) < 0 || !S_ISDIR(status.st_mode)) {
        fg_error_set(err, FG_IO, "controls: %s: %s", dir, strerror(errno == 0 ? ENOTDIR : errno));
        return fg_error_hint(err, "--controls names a folder that holds catalog/ and controls/");
    }
    resources->own = true;
    resources->prefix = "sql/own/";
    int loaded = load_dir(resources, dir, "catalog", err) < 0 ? -1 : load_dir(resources, dir, "controls", err);
    resources->prefix = NULL;
    qsort(resources->files, resources->count, sizeof *resources->files, compare_paths);
    return loaded;
}

bool fg_resources_has_own(const struct fg_resources *resources)
{
    return resources->own;
}

void fg_resources_bound(struct fg_resources *resources, uint64_t max_steps)
{
    resources->max_steps = max_steps;
}

uint64_t fg_resources_max_steps(const struct fg_resources *resources)
{
    return resources->max_steps;
}

int fg_resources_open_over(const struct fg_resources *base, struct fg_resources **ret_resources, struct fg_error *err)
{
    struct fg_resources *resources = calloc(1, sizeof *resources);
    if (resources == NULL)
        return fg_error_memory(err);
    resources->base = base;
    *ret_resources = resources;
    return 0;
}

int fg_resources_put(struct fg_resources *resources, const char *path, const char *shown, char *data, size_t size,
                     struct fg_error *err)
{
    if (own(resources, data, err) < 0)
        return -1;
    char *path_copy = strdup(path);
    if (own(resources, path_copy, err) < 0)
        return -1;
    char *shown_copy = strdup(shown);
    if (own(resources, shown_copy, err) < 0)
        return -1;
    struct fg_resource file = {.path = path_copy, .data = data, .size = size, .shown = shown_copy};
    if (add(resources, file, err) < 0)
        return -1;
    qsort(resources->files, resources->count, sizeof *resources->files, compare_paths);
    return 0;
}

void fg_resources_close(struct fg_resources *resources)
{
    if (resources == NULL)
        return;
    for (size_t i = 0; i < resources->owned_count; i++)
        free(resources->owned[i]);
    free(resources->owned);
    free(resources->files);
    free(resources);
}

const struct fg_resource *fg_resources_find(const struct fg_resources *resources, const char *path)
{
    const struct fg_resource key = {.path = path};
    for (; resources != NULL; resources = resources->base) {
        const struct fg_resource *found =
            resources->count == 0 ? NULL
                                  : bsearch(&key, resources->files, resources->count, sizeof key, compare_paths);
        if (found != NULL)
            return found;
    }
    return NULL;
}

int fg_resources_get(const struct fg_resources *resources, const char *path,
                     const struct fg_resource **ret_resource, struct fg_error *err)
{
    *ret_resource = fg_resources_find(resources, path);
    if (*ret_resource != NULL)
        return 0;
    return fg_error_set(err, FG_INTERNAL, "resource: %s: not in this program", path);
}

size_t fg_resources_list(const struct fg_resources *resources, const char *prefix,
                         const struct fg_resource **ret_first)
{
    size_t length = strlen(prefix);
    size_t first = 0;
    while (first < resources->count && strncmp(resources->files[first].path, prefix, length) < 0)
        first++;
    size_t last = first;
    while (last < resources->count && strncmp(resources->files[last].path, prefix, length) == 0)
        last++;
    *ret_first = resources->files + first;
    return last - first;
}
