/* SPDX-License-Identifier: MIT */
/* A pack that is a folder: walked without following anything. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pack/bag_read_add.h"

enum { DEPTH_MAX = 64 };

struct walk {
    struct fg_bag_filling *filling;
    const char *root;
    struct fg_buf path; /* of the entry, in the pack */
    unsigned depth;
};

static int cannot(const struct walk *walk, const char *what, struct fg_error *err)
{
    fg_error_set(err, FG_IO, "pack: %s/%s: %s: %s", walk->root, fg_buf_text(&walk->path), what, strerror(errno));
    return fg_error_hint(err, "give read permission on all of it");
}

static int read_fd(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    ssize_t got;
    do
        got = read(*(int *)context, to, room);
    while (got < 0 && errno == EINTR);
    *ret_got = got < 0 ? 0 : (size_t)got;
    return got < 0 ? fg_error_set(err, FG_IO, "pack: cannot read: %s", strerror(errno)) : 0;
}

static int add_file(struct walk *walk, int fd, struct fg_error *err)
{
    FG_BUF_AUTO place = FG_BUF_INIT;
    fg_buf_printf(&place, "%s/%s", walk->root, fg_buf_text(&walk->path));
    if (place.failed)
        return fg_error_memory(err);
    return fg_bag_add(walk->filling, walk->path.data, place.data, read_fd, &fd, err);
}

static int walk_folder(struct walk *walk, int fd, struct fg_error *err);

/* What is neither a file nor a folder is named and left alone. */
static int take_opened(struct walk *walk, int fd, struct fg_error *err)
{
    struct stat status;
    if (fstat(fd, &status) < 0) {
        close(fd);
        return cannot(walk, "cannot look at it", err);
    }
    if (S_ISDIR(status.st_mode))
        return walk_folder(walk, fd, err); /* closes it */
    int outcome = 0;
    if (S_ISREG(status.st_mode))
        outcome = add_file(walk, fd, err);
    else
        fg_findings_add(walk->filling->findings, "unsafe", walk->path.data, "it is no regular file");
    close(fd);
    return outcome;
}

static int take_entry(struct walk *walk, int folder, const char *name, struct fg_error *err)
{
    size_t before = walk->path.len;
    fg_buf_printf(&walk->path, "%s%s", before == 0 ? "" : "/", name);
    if (walk->path.failed)
        return fg_error_memory(err);
    struct stat status;
    int outcome = 0;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) < 0)
        outcome = cannot(walk, "cannot look at it", err);
    else if (S_ISLNK(status.st_mode))
        fg_findings_add(walk->filling->findings, "unsafe", walk->path.data, "it is a symbolic link, and not followed");
    else if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode))
        fg_findings_add(walk->filling->findings, "unsafe", walk->path.data, "it is no regular file");
    else {
        int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        outcome = fd < 0 ? cannot(walk, "cannot open it", err) : take_opened(walk, fd, err);
    }
    walk->path.len = before;
    walk->path.data[before] = '\0';
    return outcome;
}

/* Takes `fd`. */
static int walk_folder(struct walk *walk, int fd, struct fg_error *err)
{
    if (walk->depth == DEPTH_MAX) {
        close(fd);
        fg_findings_add(walk->filling->findings, "unsafe", walk->path.data, "it lies deeper than %d folders", DEPTH_MAX);
        return 0;
    }
    DIR *dir = fdopendir(fd);
    if (dir == NULL) {
        close(fd);
        return cannot(walk, "cannot read it", err);
    }
    walk->depth++;
    int status = 0;
    bool empty = true;
    for (struct dirent *entry; status == 0 && (errno = 0, entry = readdir(dir)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            empty = false;
            status = walk->filling->bag->count < walk->filling->limits->members
                         ? take_entry(walk, dirfd(dir), entry->d_name, err)
                         : fg_error_set(err, FG_INPUT, "pack: %s: more than %llu files", walk->root,
                                        (unsigned long long)walk->filling->limits->members);
        }
    if (status == 0 && errno != 0)
        status = cannot(walk, "cannot read it", err);
    if (status == 0 && empty && walk->path.len > 0)
        status = fg_bag_note_folder(walk->filling, walk->path.data, err);
    walk->depth--;
    closedir(dir);
    return status;
}

int fg_bag_fill_from_folder(struct fg_bag_filling *filling, const char *path, struct fg_error *err)
{
    struct walk walk = {.filling = filling, .root = path, .path = FG_BUF_INIT};
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int status = -1;
    if (fd < 0)
        fg_error_set(err, FG_IO, "pack: %s: %s", path, strerror(errno));
    else
        status = walk_folder(&walk, fd, err);
    fg_buf_done(&walk.path);
    return status;
}
