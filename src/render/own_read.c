/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/buf.h"
#include "render/own.h"
#include "render/query.h"

enum { FILE_MAXIMUM = 1 << 20, TOTAL_MAXIMUM = 16 << 20, FILES_MAXIMUM = 1000, DEPTH_MAXIMUM = 8 };

struct reading {
    struct fg_own_templates *templates;
    struct fg_faults *faults;
    size_t files;
    size_t total;
};

static bool ends_in(const char *name, const char *ending)
{
    size_t len = strlen(name), tail = strlen(ending);
    return len > tail && strcmp(name + len - tail, ending) == 0;
}

bool fg_own_is_markup(const char *path)
{
    return ends_in(path, ".xhtml") || ends_in(path, ".xml");
}

static bool is_query(const char *name)
{
    return strncmp(name, "queries/", 8) == 0 && ends_in(name, ".sql");
}

static void shown_as(const struct reading *reading, const char *name, struct fg_buf *out)
{
    const char *dir = reading->templates->dir;
    fg_buf_printf(out, "%s%s%s", dir, dir[strlen(dir) - 1] == '/' ? "" : "/", name);
}

static void fault(struct reading *reading, const char *name, const char *why, const char *hint)
{
    FG_BUF_AUTO shown = FG_BUF_INIT;
    shown_as(reading, name, &shown);
    fg_faults_add(reading->faults, fg_buf_text(&shown), 0, 0, why, hint);
}

static int disk_error(const struct reading *reading, const char *name, struct fg_error *err)
{
    FG_BUF_AUTO shown = FG_BUF_INIT;
    int why = errno;
    shown_as(reading, name, &shown);
    fg_error_set(err, FG_IO, "templates: %s: %s", name[0] == '\0' ? reading->templates->dir : fg_buf_text(&shown),
                 strerror(why));
    return fg_error_hint(err, "name a folder of templates; fargauge templates new DIR makes one");
}

/* At most one byte more than a file may have. */
static int read_all(int file, struct fg_buf *out)
{
    while (out->len <= FILE_MAXIMUM && fg_buf_reserve(out, 65536)) {
        ssize_t got = read(file, out->data + out->len, 65536);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got < 0 ? -1 : 0;
        out->len += (size_t)got;
        out->data[out->len] = '\0';
    }
    return 0;
}

/* The name that the program knows the file by: queries stand where its own ones do. */
static int keep(struct reading *reading, const char *name, struct fg_buf *text, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    FG_BUF_AUTO shown = FG_BUF_INIT;
    fg_buf_printf(&path, "%s%s", is_query(name) ? "sql/" : "", name);
    shown_as(reading, name, &shown);
    fg_buf_add_text(text, "");
    size_t size = text->len;
    char *data = fg_buf_take(text);
    if (path.failed || shown.failed || data == NULL) {
        free(data);
        return fg_error_memory(err);
    }
    return fg_resources_put(reading->templates->resources, path.data, shown.data, data, size, err);
}

static int read_file(struct reading *reading, int dir, const char *entry, const char *name, struct fg_error *err)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    int file = openat(dir, entry, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return disk_error(reading, name, err);
    int status = read_all(file, &text);
    if (status < 0)
        disk_error(reading, name, err);
    close(file);
    if (status < 0)
        return -1;
    if (text.failed)
        return fg_error_memory(err);
    reading->total += text.len;
    if (text.len > FILE_MAXIMUM || reading->total > TOTAL_MAXIMUM || ++reading->files > FILES_MAXIMUM)
        fault(reading, name, "too large: a file may have 1 MiB, the folder 16 MiB in 1,000 files",
              "keep templates, their parts and queries in the folder, and nothing else");
    else
        return keep(reading, name, &text, err);
    return 0;
}

static int read_folder(struct reading *reading, int dir, const char *below, unsigned depth, struct fg_error *err);

static int read_inner(struct reading *reading, int dir, const char *entry, const char *name, unsigned depth,
                      struct fg_error *err)
{
    if (depth == DEPTH_MAXIMUM) {
        fault(reading, name, "folders nested too deep", "keep parts in a folder or two");
        return 0;
    }
    int inner = openat(dir, entry, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return inner < 0 ? disk_error(reading, name, err) : read_folder(reading, inner, name, depth + 1, err);
}

/* A link may lead anywhere, so none is followed. What is neither a template nor a query is passed over. */
static int read_entry(struct reading *reading, int dir, const char *entry, const char *name, unsigned depth,
                      struct fg_error *err)
{
    struct stat status;
    if (fstatat(dir, entry, &status, AT_SYMLINK_NOFOLLOW) < 0)
        return disk_error(reading, name, err);
    if (S_ISDIR(status.st_mode))
        return read_inner(reading, dir, entry, name, depth, err);
    bool wanted = fg_own_is_markup(name) || is_query(name);
    if (S_ISLNK(status.st_mode)) {
        fault(reading, name, "a symbolic link", "put the file itself there; links may lead out of the folder");
        return 0;
    }
    if (wanted && !S_ISREG(status.st_mode))
        fault(reading, name, "not a file", "put a file there");
    return wanted && S_ISREG(status.st_mode) ? read_file(reading, dir, entry, name, err) : 0;
}

/* Takes the descriptor `dir` over. */
static int read_folder(struct reading *reading, int dir, const char *below, unsigned depth, struct fg_error *err)
{
    DIR *folder = fdopendir(dir);
    if (folder == NULL) {
        close(dir);
        return disk_error(reading, below, err);
    }
    int status = 0;
    for (struct dirent *entry; status == 0 && (errno = 0, entry = readdir(folder)) != NULL;) {
        FG_BUF_AUTO name = FG_BUF_INIT;
        if (entry->d_name[0] == '.')
            continue;
        fg_buf_printf(&name, "%s%s%s", below, below[0] == '\0' ? "" : "/", entry->d_name);
        status = name.failed ? fg_error_memory(err)
                             : read_entry(reading, dirfd(folder), entry->d_name, name.data, depth, err);
    }
    if (status == 0 && errno != 0)
        status = disk_error(reading, below, err);
    closedir(folder);
    return status;
}

int fg_own_read(struct fg_own_templates *templates, struct fg_faults *faults, struct fg_error *err)
{
    struct reading reading = {.templates = templates, .faults = faults};
    int dir = open(templates->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return dir < 0 ? disk_error(&reading, "", err) : read_folder(&reading, dir, "", 0, err);
}
