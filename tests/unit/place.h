/* SPDX-License-Identifier: MIT */
/* A temporary folder for one test, and the files it puts there. */
#ifndef FARGAUGE_TESTS_PLACE_H
#define FARGAUGE_TESTS_PLACE_H

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/buf.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

struct place {
    char dir[64];
    char path[512]; /* what place_path() gave last */
};

static inline void place_start(struct place *place)
{
    const char *base = getenv("TMPDIR");
    *place = (struct place){0};
    snprintf(place->dir, sizeof place->dir, "%s/fargauge-test-XXXXXX", base != NULL && strlen(base) < 32 ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(place->dir));
}

/* Remove a file or a link, or a folder with what is in it. */
static inline void place_remove(const char *path)
{
    struct stat status;
    DIR *dir = lstat(path, &status) == 0 && S_ISDIR(status.st_mode) ? opendir(path) : NULL;
    for (struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
        FG_BUF_AUTO inner = FG_BUF_INIT;
        fg_buf_printf(&inner, "%s/%s", path, entry->d_name);
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            place_remove(inner.data);
    }
    if (dir != NULL)
        closedir(dir);
    remove(path);
}

static inline void place_stop(struct place *place)
{
    place_remove(place->dir);
}

/* The path of `name` in the folder, borrowed until the next call. */
static inline const char *place_path(struct place *place, const char *name)
{
    int len = snprintf(place->path, sizeof place->path, "%s/%s", place->dir, name);
    ck_assert(len > 0 && (size_t)len < sizeof place->path);
    return place->path;
}

/* Write a file, making the folders it lies in; returns its path. */
static inline const char *place_write(struct place *place, const char *name, const void *bytes,
                                      size_t len)
{
    place_path(place, name);
    for (char *at = place->path + strlen(place->dir) + 1; (at = strchr(at, '/')) != NULL;) {
        *at = '\0';
        mkdir(place->path, 0777);
        *at++ = '/';
    }
    FILE *file = fopen(place->path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, len, file), len);
    ck_assert_int_eq(fclose(file), 0);
    return place->path;
}

static inline const char *place_write_text(struct place *place, const char *name, const char *text)
{
    return place_write(place, name, text, strlen(text));
}

/* Append the file's bytes to `out`. */
static inline void place_read(const char *path, struct fg_buf *out)
{
    char chunk[4096];
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        fg_buf_add(out, chunk, got);
    fclose(file);
}

#endif
