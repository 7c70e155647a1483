/* SPDX-License-Identifier: MIT */
#include "core/scratch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/walk.h"
#include "fargauge/buf.h"

/* Nobody calls a folder of their own so by chance. */
static const char prefix[] = "fargauge-scratch-", letters[] = "XXXXXX";

/* ---- the folders that are held ---- */

struct held {
    struct held *next;
    int lock; /* the folder, open and locked */
    char path[];
};

static struct held *first;

/* Lock the folder at `path`. Returns the lock, or -1 where somebody else holds it or it is gone. On a file system that knows no
 * locks, our own counts as locked, and nothing else can be known to be left over. */
static int lock_folder(const char *path, bool own)
{
    struct stat locked, there;
    int lock = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (lock < 0)
        return -1;
    bool held = flock(lock, LOCK_EX | LOCK_NB) == 0 || (own && errno != EWOULDBLOCK);
    if (held && fstat(lock, &locked) == 0 && lstat(path, &there) == 0 && locked.st_ino == there.st_ino &&
        locked.st_dev == there.st_dev && locked.st_uid == geteuid())
        return lock;
    close(lock);
    return -1;
}

bool fg_scratch_hold(const char *path)
{
    size_t size = strlen(path) + 1;
    struct held *held = malloc(sizeof *held + size);
    int lock = held == NULL ? -1 : lock_folder(path, true);
    if (lock < 0) {
        free(held);
        return false;
    }
    *held = (struct held){.next = first, .lock = lock};
    memcpy(held->path, path, size);
    first = held;
    return true;
}

void fg_scratch_drop(const char *path)
{
    for (struct held **at = &first; *at != NULL; at = &(*at)->next) {
        struct held *held = *at;
        if (strcmp(held->path, path) != 0)
            continue;
        *at = held->next;
        fg_remove_tree(held->path);
        close(held->lock);
        free(held);
        return;
    }
}

void fg_scratch_remove_leftover(const char *path)
{
    int lock = lock_folder(path, false);
    if (lock < 0)
        return;
    fg_remove_tree(path);
    close(lock);
}

/* ---- below $TMPDIR ---- */

static bool is_ours(const char *name)
{
    return strncmp(name, prefix, strlen(prefix)) == 0 && strlen(name) == strlen(prefix) + strlen(letters);
}

static void remove_leftovers(const char *below)
{
    DIR *entries = opendir(below);
    if (entries == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        FG_BUF_AUTO path = FG_BUF_INIT;
        fg_buf_printf(&path, "%s/%s", below, entry->d_name);
        if (is_ours(entry->d_name) && !path.failed)
            fg_scratch_remove_leftover(path.data);
    }
    closedir(entries);
}

static int make(const char *below, struct fg_buf *path, struct fg_error *err)
{
    enum { TRIES = 100 };
    for (int try = 0; try < TRIES; try++) {
        fg_buf_clear(path);
        fg_buf_printf(path, "%s/%s%s", below, prefix, letters);
        if (path->failed)
            return fg_error_memory(err);
        if (mkdtemp(path->data) == NULL)
            break;
        if (fg_scratch_hold(path->data))
            return 0;
        errno = EEXIST;
    }
    fg_error_set(err, FG_IO, "temporary folder: %s: %s", path->data, strerror(errno));
    return fg_error_hint(err, "name a folder with room in TMPDIR");
}

int fg_scratch_open(char **ret_path, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    const char *below = getenv("TMPDIR");
    if (below == NULL || *below == '\0')
        below = "/tmp";
    remove_leftovers(below);
    if (make(below, &path, err) < 0)
        return -1;
    *ret_path = fg_buf_take(&path);
    return 0;
}

void fg_scratch_close(char *path)
{
    if (path == NULL)
        return;
    fg_scratch_drop(path);
    free(path);
}
