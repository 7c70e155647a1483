/* SPDX-License-Identifier: MIT */
/* Files: those that were named, by Landlock. */
#define _GNU_SOURCE /* syscall(), O_PATH */

#include "confine/walls.h"

#include <errno.h>

#if defined(__linux__) && !defined(__alpha__)

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "fargauge/buf.h"

/* From linux/landlock.h, which is older on many a machine that builds than the kernel on the one that runs. The calls have one
 * number on all of them. */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

struct ruleset {
    uint64_t files, network, scopes;
};

struct rule {
    uint64_t rights;
    int32_t folder;
} __attribute__((packed));

enum {
    OF_THE_VERSION = 1, /* LANDLOCK_CREATE_RULESET_VERSION */
    PATH_BENEATH = 1,   /* LANDLOCK_RULE_PATH_BENEATH */
};

enum {
    EXECUTE = 1 << 0,
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_DIR = 1 << 3,
    REMOVE_DIR = 1 << 4,
    REMOVE_FILE = 1 << 5,
    MAKE_DIR = 1 << 7,
    MAKE_REG = 1 << 8,
    REFER = 1 << 13,
    TRUNCATE = 1 << 14,
    IOCTL_DEV = 1 << 15,
    READ = READ_FILE | READ_DIR,
    WRITE = READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER | TRUNCATE,
    RUN = READ | EXECUTE,
    OF_A_FILE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV,
};

/* What a version takes away: all that it knows of. Before 2 no file could be renamed into another folder, which packing
 * does. Networks and signals are there as a second wall behind seccomp, or instead of one. */
static const struct {
    int version;
    size_t size; /* of the struct that it knows */
    struct ruleset denied;
} versions[] = {
    {6, 24, {0xFFFF, 3, 3}},
    {5, 16, {0xFFFF, 3, 0}},
    {4, 16, {0x7FFF, 3, 0}},
    {3, 8, {0x7FFF, 0, 0}},
    {2, 8, {0x3FFF, 0, 0}},
};

struct wall {
    int ruleset;
    uint64_t known; /* rights */
    struct fg_confined *confined;
};

/* What is wrong with a place is none of our business: the command will say so. */
static void grant(const struct wall *wall, const char *path, uint64_t rights)
{
    struct stat status;
    int place = open(path, O_PATH | O_CLOEXEC);
    if (place < 0) {
        fg_confine_missed(wall->confined, path, errno);
        return;
    }
    if (fstat(place, &status) == 0 && !S_ISDIR(status.st_mode))
        rights &= OF_A_FILE;
    const struct rule rule = {rights & wall->known, place};
    if (syscall(SYS_landlock_add_rule, wall->ruleset, PATH_BENEATH, &rule, 0) < 0)
        fg_confine_missed(wall->confined, path, errno); /* a pipe is refused as well, which is never denied */
    close(place);
}

/* Cut `path` to the folder that it lies in, as far as it names one. */
static void to_folder(struct fg_buf *path)
{
    size_t len = path->len;
    while (len > 1 && path->data[len - 1] == '/')
        len--;
    while (len > 0 && path->data[len - 1] != '/')
        len--;
    while (len > 1 && path->data[len - 1] == '/')
        len--;
    path->len = len;
    if (len == 0)
        fg_buf_add_char(path, '.');
    else
        path->data[len] = '\0';
}

/* `path`, or the nearest folder above that there is. */
static void grant_writing(const struct wall *wall, struct fg_buf *path)
{
    struct stat status;
    while (!path->failed && path->len > 0) {
        if (stat(path->data, &status) == 0)
            break;
        bool at_top = strcmp(path->data, ".") == 0 || strcmp(path->data, "/") == 0;
        if (at_top)
            return;
        to_folder(path);
    }
    if (path->failed)
        fg_confine_missed(wall->confined, "memory", ENOMEM);
    else if (path->len > 0)
        grant(wall, path->data, WRITE);
}

/* Where a symbolic link points to; false where it is none. */
static bool follow(struct fg_buf *path)
{
    char target[4096];
    ssize_t len = readlink(path->data, target, sizeof target);
    if (len <= 0 || (size_t)len == sizeof target)
        return false;
    if (target[0] == '/') {
        fg_buf_clear(path);
    } else {
        to_folder(path);
        fg_buf_add_char(path, '/');
    }
    fg_buf_add(path, target, (size_t)len);
    return !path->failed;
}

/* The folders of a file (a pack may be one itself), and of what it is a link to: SQLite's journal lies there. */
static void grant_file(const struct wall *wall, const char *path)
{
    enum { HOPS = 40 };
    FG_BUF_AUTO at = FG_BUF_INIT;
    struct stat status;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        grant(wall, path, WRITE);
    fg_buf_add_text(&at, path);
    for (int hop = 0; hop < HOPS && !at.failed; hop++) {
        FG_BUF_AUTO folder = FG_BUF_INIT;
        fg_buf_add(&folder, at.data, at.len);
        if (!folder.failed)
            to_folder(&folder);
        grant_writing(wall, &folder);
        if (!follow(&at))
            break;
    }
    if (at.failed)
        fg_confine_missed(wall->confined, path, ENOMEM);
}

static void grant_place(const struct wall *wall, const struct fg_place *place)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    switch (place->access) {
    case FG_ACCESS_READ:
        grant(wall, place->path, READ);
        return;
    case FG_ACCESS_WRITE:
        grant_file(wall, place->path);
        return;
    case FG_ACCESS_WRITE_DIR:
        fg_buf_add_text(&path, place->path);
        grant_writing(wall, &path);
        return;
    case FG_ACCESS_RUN: /* it lies in a temporary folder by then, and its libraries anywhere */
        grant(wall, "/", RUN);
        return;
    }
}

/* What nobody names: libraries that are loaded late (character sets, libcrypto's), their settings, randomness, the number of
 * cores, the program itself (a pack tells its hash). Where a system has others, they are not read, and defaults hold. */
static const char *const of_the_system[] = {
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/nix/store", "/gnu/store", "/etc/ld.so.cache",
    "/etc/ssl/openssl.cnf", "/etc/ssl1.1/openssl.cnf", "/etc/pki/tls/openssl.cnf", "/etc/pki/tls/openssl.d",
    "/etc/crypto-policies", "/usr/share/crypto-policies", "/proc/sys/crypto", "/proc/sys/vm", "/sys/devices/system/cpu",
    "/dev/urandom", "/dev/random", "/proc/self/exe",
#ifdef FG_SANITIZED
    "/proc", /* its own maps, for reports */
#endif
};

static bool may_be_written(const char *path)
{
    struct stat status;
    return path != NULL && path[0] != '\0' && stat(path, &status) == 0 && S_ISDIR(status.st_mode) && access(path, W_OK | X_OK) == 0;
}

/* SQLite takes the first of these that may be written; src/core/scratch.c $TMPDIR, else /tmp. */
static void grant_temporary(const struct wall *wall)
{
    const char *own = getenv("TMPDIR");
    const char *const places[] = {getenv("SQLITE_TMPDIR"), own, "/var/tmp", "/usr/tmp", "/tmp"};
    size_t i = 0, count = sizeof places / sizeof places[0];
    while (i < count && !may_be_written(places[i]))
        i++;
    if (i < count)
        grant(wall, places[i], WRITE);
    grant(wall, own == NULL || own[0] == '\0' ? "/tmp" : own, WRITE);
}

static void grant_all(const struct wall *wall, const struct fg_confinement *wanted)
{
    const char *settings = getenv("OPENSSL_CONF");
    for (size_t i = 0; i < sizeof of_the_system / sizeof of_the_system[0]; i++)
        grant(wall, of_the_system[i], READ);
    grant(wall, "/dev/null", READ_FILE | WRITE_FILE);
    if (settings != NULL)
        grant(wall, settings, READ);
#ifdef FG_COVERAGE
    grant(wall, "/", WRITE); /* counters are written at the end, beside the object files */
#endif
    grant_temporary(wall);
    if (wanted->reads_anywhere)
        grant(wall, "/", READ);
    for (size_t i = 0; i < wanted->count; i++)
        grant_place(wall, &wanted->places[i]);
}

/* Returns errno, or 0 where the wall stands. */
static int build(const struct fg_confinement *wanted, struct fg_confined *confined)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, OF_THE_VERSION);
    if (version < 0)
        return errno;
    size_t i = 0, count = sizeof versions / sizeof versions[0];
    while (i < count && versions[i].version > version)
        i++;
    if (i == count)
        return ENOSYS;
    struct wall wall = {.known = versions[i].denied.files, .confined = confined};
    wall.ruleset = (int)syscall(SYS_landlock_create_ruleset, &versions[i].denied, versions[i].size, 0);
    if (wall.ruleset < 0)
        return errno;
    grant_all(&wall, wanted);
    int error = syscall(SYS_landlock_restrict_self, wall.ruleset, 0) < 0 ? errno : 0;
    close(wall.ruleset);
    confined->files = error == 0 ? (int)version : 0;
    return error;
}

#else

static int build(const struct fg_confinement *wanted, struct fg_confined *confined)
{
    (void)wanted;
    (void)confined;
    return ENOSYS;
}

#endif

void fg_confine_files(const struct fg_confinement *wanted, struct fg_confined *confined)
{
    confined->files_error = build(wanted, confined);
    fg_confine_missed(confined, "Landlock", confined->files_error);
}
