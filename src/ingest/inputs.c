/* SPDX-License-Identifier: MIT */
/* The files behind the inputs that were given. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "fargauge/buf.h"
#include "fargauge/ingest.h"
#include "ingest/csv_header.h"

void fg_inputs_done(struct fg_inputs *inputs)
{
    for (size_t i = 0; i < inputs->count; i++)
        free(inputs->paths[i]);
    free(inputs->paths);
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

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length > tail && strcasecmp(name + length - tail, ending) == 0;
}

/* Of CSV files those that a mapper reads; others in a folder may be our own results of an earlier run. */
static bool is_known_csv(const char *path)
{
    char first[4096];
    const struct fg_mapper *mapper;
    struct fg_error none = {0};
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return true; /* the import will say what is wrong with it */
    size_t got = fread(first, 1, sizeof first, file);
    fclose(file);
    fg_csv_detect(first, got, &mapper, &none); /* the import will say what is wrong with it */
    return mapper != NULL;
}

/* Inside a folder other things lie about; only what can be an export is read. */
static bool is_export(const char *path)
{
    static const char *const endings[] = {".json", ".json.gz"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (ends_with(path, endings[i]))
            return true;
    return ends_with(path, ".csv") && is_known_csv(path);
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
    if (S_ISREG(status.st_mode) && is_export(path.data))
        return add_path(inputs, path.data, err);
    inputs->passed_over++;
    return 0;
}

static int walk(struct fg_inputs *inputs, const char *folder, struct fg_error *err)
{
    DIR *dir = opendir(folder);
    if (dir == NULL && errno == EACCES)
        return add_path(inputs, folder, err); /* to be refused by name; the rest goes on */
    if (dir == NULL)
        return folder_error(folder, err);
    int status = 0;
    for (struct dirent *entry; status == 0 && (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.')
            status = take_entry(inputs, folder, entry->d_name, err);
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
    *ret_inputs = inputs;
    return 0;
}
