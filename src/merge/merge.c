/* SPDX-License-Identifier: MIT */
/*
 * Where the merged evidence is put together. A new database is made beside its place. One that is there gets what is new in
 * one transaction, so several databases are first put together beside it: SQLite attaches no more than ten at a time, and
 * lets none go within a transaction.
 */
#include "fargauge/merge.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/buf.h"
#include "merge/one.h"
#include "core/workplace.h"

struct merge {
    const char *into;
    char *const *paths;
    size_t count;
    const struct fg_resources *resources;
    const struct fg_merge_options *options;
    struct fg_workplace *place; /* beside `into` */
    struct fg_buf beside; /* a database there, not there yet */
    struct fg_buf copy;   /* of one of an older schema */
};

/* ---- names ---- */

static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

static void remove_database(const char *path)
{
    FG_BUF_AUTO journal = FG_BUF_INIT;
    fg_buf_printf(&journal, "%s-journal", path);
    unlink(path);
    if (!journal.failed)
        unlink(journal.data);
}

static int check_paths(const struct merge *merge, struct fg_error *err)
{
    struct stat into, other;
    bool there = stat(merge->into, &into) == 0;
    for (size_t i = 0; i < merge->count; i++) {
        if (stat(merge->paths[i], &other) < 0) {
            fg_error_set(err, FG_IO, "database: %s: %s", merge->paths[i], strerror(errno));
            return fg_error_hint(err, "check the name");
        }
        if (there && into.st_dev == other.st_dev && into.st_ino == other.st_ino) {
            fg_error_set(err, FG_USAGE, "merge: %s: it is what the others are merged into", merge->paths[i]);
            return fg_error_hint(err, "name it with --into alone");
        }
    }
    return 0;
}

/* ---- merging ---- */

/* Others are compared with it: it must be as fargauge makes it, and then knows how that is (fg_other_attach). */
static int open_into(const struct merge *merge, const char *path, bool create, struct fg_store **ret_store, struct fg_error *err)
{
    struct fg_store *store;
    if (fg_store_open(path, create, merge->resources, &store, err) < 0)
        return -1;
    if (merge->options->on_wait != NULL)
        fg_store_on_wait(store, merge->options->on_wait, merge->options->context);
    if (fg_store_check_schema(store, err) < 0) {
        fg_store_close(store);
        return -1;
    }
    *ret_store = store;
    return 0;
}

static void add(struct fg_merged *total, const struct fg_merged *merged)
{
    total->files += merged->files;
    total->known_files += merged->known_files;
    total->runs += merged->runs;
    total->known_runs += merged->known_runs;
    total->records += merged->records;
    total->assessments += merged->assessments;
}

static int merge_all(const struct merge *merge, struct fg_store *store, struct fg_merged *total, struct fg_error *err)
{
    for (size_t i = 0; i < merge->count; i++) {
        struct fg_merged merged;
        const char *path = merge->paths[i];
        if (fg_merge_one(store, path, path, merge->copy.data, &merged, err) < 0)
            return -1;
        if (merge->options->on_merged != NULL)
            merge->options->on_merged(merge->options->context, path, &merged);
        add(total, &merged);
    }
    return 0;
}

/* All of them in a database of their own, beside. It is removed where that fails. */
static int make_beside(const struct merge *merge, struct fg_merged *total, struct fg_error *err)
{
    struct fg_store *store;
    remove_database(merge->beside.data);
    int status = open_into(merge, merge->beside.data, true, &store, err);
    if (status == 0) {
        status = merge_all(merge, store, total, err);
        fg_store_close(store);
    }
    if (status < 0)
        remove_database(merge->beside.data);
    return status;
}

/* ---- into a new database ---- */

static void sync_folder(const char *path)
{
    FG_BUF_AUTO folder = FG_BUF_INIT;
    fg_buf_add(&folder, path, folder_length(path));
    int file = folder.failed ? -1 : open(folder.len == 0 ? "." : folder.data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    fsync(file);
    close(file);
}

/* A link does not take the place of what another process has put there meanwhile; not every disk knows links. */
static int take_place(const struct merge *merge, struct fg_error *err)
{
    const char *beside = merge->beside.data;
    int status = link(beside, merge->into);
    if (status < 0 && errno != EEXIST)
        status = rename(beside, merge->into);
    if (status < 0) {
        fg_error_set(err, FG_IO, "database: %s: %s", merge->into, strerror(errno));
        fg_error_hint(err, "another process may have made it: run the same command again");
    }
    unlink(beside);
    sync_folder(merge->into);
    return status;
}

/* ---- into one that is there ---- */

static int merge_one_into(const struct merge *merge, struct fg_merged *total, struct fg_error *err)
{
    struct fg_store *store;
    if (open_into(merge, merge->into, false, &store, err) < 0)
        return -1;
    return fg_store_close_after(store, merge_all(merge, store, total, err), err);
}

static int merge_several_into(const struct merge *merge, struct fg_merged *total, struct fg_error *err)
{
    struct fg_store *store;
    struct fg_merged together = {0};
    if (open_into(merge, merge->into, false, &store, err) < 0)
        return -1;
    int status = make_beside(merge, total, err);
    if (status == 0)
        status = fg_merge_one(store, merge->beside.data, merge->into, merge->copy.data, &together, err);
    status = fg_store_close_after(store, status, err);
    remove_database(merge->beside.data);
    together.assessments = total->assessments;
    *total = together;
    return status;
}

static int merge_paths(const struct merge *merge, struct fg_merged *total, struct fg_error *err)
{
    if (access(merge->into, F_OK) < 0)
        return make_beside(merge, total, err) < 0 ? -1 : take_place(merge, err);
    return merge->count == 1 ? merge_one_into(merge, total, err) : merge_several_into(merge, total, err);
}

static int find_room(struct merge *merge, struct fg_error *err)
{
    static const struct fg_workplace_of a_database = {"database", "into"};
    return fg_workplace_beside(merge->into, &a_database, &merge->place, err) < 0 ||
                   fg_workplace_path(merge->place, "merging", &merge->beside, err) < 0 ||
                   fg_workplace_path(merge->place, "older", &merge->copy, err) < 0
               ? -1
               : 0;
}

int fg_merge(const char *into, char *const *paths, size_t count, const struct fg_resources *resources,
             const struct fg_merge_options *options, struct fg_merged *ret_total, struct fg_error *err)
{
    struct merge merge = {
        .into = into, .paths = paths, .count = count, .resources = resources, .options = options};
    *ret_total = (struct fg_merged){0};
    int status = check_paths(&merge, err);
    if (status == 0)
        status = find_room(&merge, err);
    if (status == 0)
        status = merge_paths(&merge, ret_total, err);
    fg_workplace_close(merge.place);
    fg_buf_done(&merge.beside);
    fg_buf_done(&merge.copy);
    return status;
}
