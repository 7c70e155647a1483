/* SPDX-License-Identifier: MIT */
/* A pack that is an archive: all of it below one top folder. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fargauge/archive.h"
#include "pack/bag_odd.h"

/* An archive within the pack is an input like others; anything else that is no file is named. */
static int add_member(struct fg_bag_filling *filling, struct fg_archive *archive, const struct fg_archive_member *member,
                      struct fg_error *err)
{
    static const struct {
        const char *reason, *words;
    } refused[] = {
        {"symbolic_link", "it is a symbolic link, and not followed"},
        {"hard_link", "it is a link to another member"},
        {"special_file", "it is no regular file"},
    };
    for (size_t i = 0; member->passed_over != NULL && i < sizeof refused / sizeof refused[0]; i++)
        if (strcmp(refused[i].reason, member->passed_over) == 0) {
            fg_findings_add(filling->findings, "unsafe", member->name, "%s", refused[i].words);
            return 0;
        }
    return fg_bag_add(filling, member->name, NULL, fg_archive_read, archive, err);
}

/* What is damaged beyond some place is read up to there. */
static int damaged(struct fg_bag_filling *filling, const char *path, const struct fg_error *why)
{
    filling->bag->damaged = true;
    fg_findings_add(filling->findings, "damaged", path, "%s", why->message);
    return 0;
}

static int add_members(struct fg_bag_filling *filling, const char *path, struct fg_archive *archive, struct fg_error *err)
{
    struct fg_archive_member member;
    int step;
    while ((step = fg_archive_next(archive, &member, err)) == 0)
        if (add_member(filling, archive, &member, err) < 0)
            return -1;
    if (step > 0)
        return 0;
    return err->code == FG_INPUT ? damaged(filling, path, err) : -1;
}

/* ---- The top folder ---- */

static size_t top_length(const char *path)
{
    const char *slash = strchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path);
}

/* That of bagit.txt, else of the first file that has one; NULL where none has. */
static const char *find_top(const struct fg_bag *bag, size_t *ret_length)
{
    const char *top = NULL;
    for (size_t i = 0; i < bag->count; i++) {
        const char *path = bag->files[i].path;
        size_t length = top_length(path);
        bool sure = length > 0 && strcmp(path + length, "/bagit.txt") == 0;
        if (length == 0 || (top != NULL && !sure))
            continue;
        top = path;
        *ret_length = length;
        if (sure)
            break;
    }
    return top;
}

static void forget(struct fg_bag_file *file)
{
    free(file->path);
    free(file->place);
    fg_buf_done(&file->text);
}

/* The top itself is called "" then; what lies outside is told of, names that lead elsewhere are later. */
static void strip_top_of_folders(struct fg_bag_filling *filling, const char *top, size_t length)
{
    for (size_t i = 0; i < filling->folder_count; i++) {
        char *name = filling->folders[i];
        if (strncmp(name, top, length) == 0 && (name[length] == '/' || name[length] == '\0')) {
            size_t skip = length + (name[length] == '/');
            memmove(name, name + skip, strlen(name + skip) + 1);
        } else if (fg_bag_fault_of(name) == NULL) {
            fg_findings_add(filling->findings, "added", name, "the folder lies outside of the pack's folder %s/", top);
            *name = '\0';
        }
    }
}

static int strip_top(struct fg_bag_filling *filling, struct fg_error *err)
{
    struct fg_bag *bag = filling->bag;
    size_t length = 0, kept = 0;
    const char *found = find_top(bag, &length);
    char *top = found == NULL ? NULL : strndup(found, length);
    if (top == NULL)
        return found == NULL ? 0 : fg_error_memory(err);
    for (size_t i = 0; i < bag->count; i++) {
        struct fg_bag_file *file = &bag->files[i];
        if (strncmp(file->path, top, length) != 0 || file->path[length] != '/') {
            fg_findings_add(filling->findings, "added", file->path, "it lies outside of the pack's folder %s/", top);
            forget(file);
            continue;
        }
        memmove(file->path, file->path + length + 1, strlen(file->path + length + 1) + 1);
        bag->files[kept++] = *file;
    }
    bag->count = kept;
    strip_top_of_folders(filling, top, length);
    free(top);
    return 0;
}

/* A ZIP that was cut short has no directory, and cannot be opened at all. */
static bool begins_as_archive(const char *path)
{
    char first[FG_ARCHIVE_DETECT_SIZE];
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t got = fd < 0 ? -1 : read(fd, first, sizeof first);
    if (fd >= 0)
        close(fd);
    return got > 0 && fg_archive_detect(first, (size_t)got) != FG_ARCHIVE_NONE;
}

/* What is damaged has been told of; what is whole may hold more than its members. */
static int check_bytes(struct fg_bag_filling *filling, const char *path, enum fg_archive_format format, struct fg_error *err)
{
    struct fg_odd odd = {0};
    int status = format == FG_ARCHIVE_ZIP ? fg_bag_check_zip(filling, path, &odd, err) : fg_bag_check_tar(filling, path, &odd, err);
    if (status == 0)
        status = fg_odd_tell(&odd, filling->findings, err);
    filling->bag->packed_anew = fg_odd_is_habit(&odd);
    fg_odd_done(&odd);
    return status;
}

int fg_bag_fill_from_archive(struct fg_bag_filling *filling, const char *path, struct fg_error *err)
{
    struct fg_archive *archive;
    struct fg_error why;
    if (fg_archive_open(path, filling->limits, &archive, &why) < 0) {
        if (why.code == FG_INPUT && begins_as_archive(path))
            return damaged(filling, path, &why);
        *err = why;
        return fg_error_prepend(err, "pack: %s", path);
    }
    const struct fg_archive_facts *facts = fg_archive_facts(archive);
    int status = add_members(filling, path, archive, err);
    if (status == 0 && !filling->bag->damaged)
        status = check_bytes(filling, path, facts->format, err);
    fg_archive_close(archive);
    return status < 0 ? -1 : strip_top(filling, err);
}
