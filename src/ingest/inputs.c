/* SPDX-License-Identifier: MIT */
/* The files behind the inputs that were given. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fargauge/buf.h"
#include "fargauge/ingest.h"
#include "fargauge/source.h"
#include "ingest/looks.h"

void fg_inputs_done(struct fg_inputs *inputs)
{
    for (size_t i = 0; i < inputs->count; i++)
        free(inputs->paths[i]);
    for (size_t i = 0; i < inputs->passed_count; i++)
        free(inputs->passed[i].path);
    free(inputs->paths);
    free(inputs->passed);
    *inputs = (struct fg_inputs){0};
}

static int add_path(struct fg_inputs *inputs, const char *path, struct fg_error *err)
{
    char **paths = realloc(inputs->paths, (inputs->count + 1) * sizeof *paths);
    if (paths == NULL)
        return fg_error_memory(err);
    inputs->paths = paths;
    paths[inputs->count] = strdup(path);
    if (paths[inputs->count] == NULL)
        return fg_error_memory(err);
    inputs->count++;
    return 0;
}

static int pass_over(struct fg_inputs *inputs, const char *path, const char *reason,
                     struct fg_error *err)
{
    struct fg_passed_over *passed =
        realloc(inputs->passed, (inputs->passed_count + 1) * sizeof *passed);
    if (passed == NULL)
        return fg_error_memory(err);
    inputs->passed = passed;
    passed[inputs->passed_count] = (struct fg_passed_over){strdup(path), reason};
    if (passed[inputs->passed_count].path == NULL)
        return fg_error_memory(err);
    inputs->passed_count++;
    return 0;
}

int fg_inputs_is_export(const char *path, struct fg_error *err)
{
    struct fg_source *source;
    char first[4096];
    size_t len = 0, got = 1;
    bool named = fg_looks_named(path);
    if (named && !fg_looks_named_ours(path))
        return 1;
    if (fg_source_open(path, &source, err) < 0)
        return -1;
    struct fg_error why = {0};
    while (got > 0 && len < sizeof first && fg_source_read(source, first + len, sizeof first - len, &got, &why) == 0)
        len += got;
    fg_source_close(source);
    if (fg_error_is_machine(&why)) { /* what could not be read may be anything */
        *err = why;
        return -1;
    }
    return !fg_looks_ours(first, len) && (named || fg_looks_begun(first, len));
}

static int folder_error(const char *path, struct fg_error *err)
{
    fg_error_set(err, FG_IO, "folder: %s: %s", path, strerror(errno));
    return fg_error_hint(err, "give read permission on it, or name the files themselves");
}

static int walk(struct fg_inputs *inputs, const char *folder, struct fg_error *err);

static int take_entry(struct fg_inputs *inputs, const char *folder, const char *name,
                      struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    struct stat status;
    size_t length = strlen(folder);
    fg_buf_printf(&path, "%s%s%s", folder, length > 0 && folder[length - 1] == '/' ? "" : "/", name);
    if (path.failed)
        return fg_error_memory(err);
    if (lstat(path.data, &status) < 0)
        return folder_error(path.data, err);
    if (S_ISDIR(status.st_mode))
        return walk(inputs, path.data, err);
    if (S_ISLNK(status.st_mode))
        return pass_over(inputs, path.data, "symbolic_link", err);
    if (!S_ISREG(status.st_mode))
        return pass_over(inputs, path.data, "special_file", err);
    struct fg_error why = {0};
    int is_export = fg_inputs_is_export(path.data, &why);
    if (is_export < 0 && fg_error_is_machine(&why)) {
        *err = why;
        return fg_error_prepend(err, "%s", path.data);
    }
    /* Of one that cannot be opened the import will say what is wrong with it. */
    return is_export != 0 ? add_path(inputs, path.data, err) : pass_over(inputs, path.data, "not_an_export", err);
}

static int walk(struct fg_inputs *inputs, const char *folder, struct fg_error *err)
{
    DIR *dir = opendir(folder);
    if (dir == NULL && errno == EACCES)
        return add_path(inputs, folder, err); /* to be refused by name; the rest goes on */
    if (dir == NULL)
        return folder_error(folder, err);
    int status = 0;
    for (struct dirent *entry; status == 0 && (errno = 0, entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.')
            status = take_entry(inputs, folder, entry->d_name, err);
    if (status == 0 && errno != 0) /* what is not seen must not be missing in silence */
        status = folder_error(folder, err);
    closedir(dir);
    return status;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void sort_unique(struct fg_inputs *inputs)
{
    if (inputs->count == 0)
        return;
    qsort(inputs->paths, inputs->count, sizeof *inputs->paths, compare);
    size_t kept = 1;
    for (size_t i = 1; i < inputs->count; i++) {
        if (strcmp(inputs->paths[i], inputs->paths[kept - 1]) == 0)
            free(inputs->paths[i]);
        else
            inputs->paths[kept++] = inputs->paths[i];
    }
    inputs->count = kept;
}

static int compare_passed(const void *a, const void *b)
{
    const struct fg_passed_over *x = a, *y = b;
    return strcmp(x->path, y->path);
}

static void sort_passed(struct fg_inputs *inputs)
{
    if (inputs->passed_count == 0)
        return;
    qsort(inputs->passed, inputs->passed_count, sizeof *inputs->passed, compare_passed);
    size_t kept = 1;
    for (size_t i = 1; i < inputs->passed_count; i++) {
        if (strcmp(inputs->passed[i].path, inputs->passed[kept - 1].path) == 0)
            free(inputs->passed[i].path);
        else
            inputs->passed[kept++] = inputs->passed[i];
    }
    inputs->passed_count = kept;
}

static int take_given(struct fg_inputs *inputs, const char *given, struct fg_error *err)
{
    struct stat status;
    if (strcmp(given, "-") == 0)
        return add_path(inputs, given, err);
    if (stat(given, &status) < 0) {
        fg_error_set(err, FG_IO, "input: %s: %s", given, strerror(errno));
        return fg_error_hint(err, "check the name; an input is a file, a folder, or - for standard input");
    }
    return S_ISDIR(status.st_mode) ? walk(inputs, given, err) : add_path(inputs, given, err);
}

int fg_inputs_find(const char *const *given, size_t count, struct fg_inputs *ret_inputs,
                   struct fg_error *err)
{
    struct fg_inputs inputs = {0};
    for (size_t i = 0; i < count; i++)
        if (take_given(&inputs, given[i], err) < 0) {
            fg_inputs_done(&inputs);
            return -1;
        }
    sort_unique(&inputs);
    sort_passed(&inputs);
    *ret_inputs = inputs;
    return 0;
}

int fg_ingest_passed_over(struct fg_store *store, const struct fg_inputs *inputs, int64_t run,
                          struct fg_error *err)
{
    if (inputs->passed_count == 0)
        return 0;
    if (fg_store_begin(store, err) < 0)
        return -1;
    for (size_t i = 0; i < inputs->passed_count; i++) {
        struct fg_statement *insert;
        if (fg_store_statement(store, "store/passed_over", &insert, err) < 0)
            return -1;
        fg_bind_text(insert, "path", inputs->passed[i].path);
        fg_bind_text(insert, "reason", inputs->passed[i].reason);
        fg_bind_int(insert, "run", run);
        if (fg_step_done(insert, NULL, err) < 0)
            return -1;
    }
    return fg_store_commit(store, err);
}
