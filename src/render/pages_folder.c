/* SPDX-License-Identifier: MIT */
#include "render/pages_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/buf.h"

static const char DIGITS[] = "0123456789";

static int folder_path(const char *out, struct fg_buf *path, struct fg_error *err)
{
    fg_buf_printf(path, "%s/" FG_PAGES_FOLDER, out);
    return path->failed ? fg_error_memory(err) : 0;
}

static int folder_error(const char *path, const char *why, const char *hint, struct fg_error *err)
{
    fg_error_set(err, FG_IO, "output: %s: %s", path, why);
    return fg_error_hint(err, "%s", hint);
}

int fg_pages_folder_make(const char *out, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    struct stat found;
    if (folder_path(out, &path, err) < 0)
        return -1;
    if (mkdir(path.data, 0777) == 0)
        return 0;
    if (errno != EEXIST)
        return folder_error(path.data, strerror(errno), "the pages of the report go there", err);
    if (lstat(path.data, &found) == 0 && S_ISDIR(found.st_mode))
        return 0;
    return folder_error(path.data, "not a folder",
                        "the pages of the report go there, and links are not followed: move it or name another folder", err);
}

void fg_pages_folder_leave(const char *out)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    struct fg_error ignored;
    if (folder_path(out, &path, &ignored) == 0)
        rmdir(path.data);
}

/* True for a name that plan_page.sql gives: 123456789012.html, other-3.html, with -002 and so on before the dot. */
static bool is_page_name(const char *name)
{
    static const char other[] = "other-", end[] = ".html";
    bool named = strncmp(name, other, sizeof other - 1) == 0;
    name += named ? sizeof other - 1 : 0;
    size_t len = strspn(name, DIGITS);
    if (named ? len == 0 : len != 12)
        return false;
    name += len;
    if (*name == '-') {
        len = strspn(++name, DIGITS);
        name += len < 3 ? 0 : len;
    }
    return strcmp(name, end) == 0;
}

/* 1: the page is one of this run. */
static int is_current(struct fg_store *store, const char *name, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "queries/report_page_file", &query, err) < 0)
        return -1;
    fg_bind_text(query, "name", name);
    int step = fg_step(query, err);
    if (step > 0)
        fg_statement_reset(query);
    return step;
}

static int remove_one(struct fg_store *store, int folder, const char *name, struct fg_error *err)
{
    struct stat found;
    if (!is_page_name(name) || fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) < 0 || !S_ISREG(found.st_mode))
        return 0;
    int current = is_current(store, name, err);
    if (current != 0)
        return current < 0 ? -1 : 0;
    if (unlinkat(folder, name, 0) == 0 || errno == ENOENT)
        return 0;
    fg_error_set(err, FG_IO, "output: " FG_PAGES_FOLDER "/%s: %s", name, strerror(errno));
    return fg_error_hint(err, "it is of an earlier run and does not belong to the new report: remove it");
}

int fg_pages_folder_clean(struct fg_store *store, const char *out, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    if (folder_path(out, &path, err) < 0)
        return -1;
    int folder = open(path.data, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = folder < 0 ? NULL : fdopendir(folder);
    if (dir == NULL) { /* none, none of ours, or one that may not be listed: then nothing is looked for */
        if (folder >= 0)
            close(folder);
        return 0;
    }
    int status = 0;
    for (struct dirent *entry; status == 0 && (entry = readdir(dir)) != NULL;)
        status = remove_one(store, dirfd(dir), entry->d_name, err);
    closedir(dir);
    fg_pages_folder_leave(out);
    return status;
}
