/* SPDX-License-Identifier: MIT */
/* Folders of a pack: fargauge writes none into archives, and none that are empty. Others do; then each must lead to a file. */
#include <stdlib.h>
#include <string.h>

#include "pack/bag_read_add.h"

int fg_bag_note_folder(struct fg_bag_filling *filling, const char *name, struct fg_error *err)
{
    if (filling->folder_count == filling->folder_room) {
        size_t room = filling->folder_room == 0 ? 64 : 2 * filling->folder_room;
        char **folders = realloc(filling->folders, room * sizeof *folders);
        if (folders == NULL)
            return fg_error_memory(err);
        filling->folders = folders;
        filling->folder_room = room;
    }
    size_t len = strlen(name);
    len -= len > 1 && name[len - 1] == '/';
    char *copy = strndup(name, len);
    if (copy == NULL)
        return fg_error_memory(err);
    filling->folders[filling->folder_count++] = copy;
    return 0;
}

void fg_bag_forget_folders(struct fg_bag_filling *filling)
{
    for (size_t i = 0; i < filling->folder_count; i++)
        free(filling->folders[i]);
    free(filling->folders);
    filling->folders = NULL;
    filling->folder_count = filling->folder_room = 0;
}

/* Whether a file lies below the first `len` bytes of `folder`. A '/' stands behind them in the order of bytes as in the name. */
static bool has_file(const struct fg_bag *bag, const char *folder, size_t len)
{
    size_t low = 0, high = bag->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *path = bag->files[middle].path;
        int order = strncmp(path, folder, len);
        if (order == 0)
            order = (unsigned char)path[len] < '/' ? -1 : (unsigned char)path[len] > '/';
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static void check_folder(const struct fg_bag *bag, const char *name, struct fg_findings *findings)
{
    const char *fault = fg_bag_fault_of(name);
    if (fault != NULL)
        fg_findings_add(findings, "unsafe", name, "%s", fault);
    else if (fg_bag_find(bag, name) != NULL)
        fg_findings_add(findings, "unsafe", name, "it is a file and a folder");
    else if (!has_file(bag, name, strlen(name)))
        fg_findings_add(findings, "added", name, "a folder with nothing in it");
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void fg_bag_check_folders(struct fg_bag_filling *filling)
{
    const struct fg_bag *bag = filling->bag;
    if (filling->folder_count > 0)
        qsort(filling->folders, filling->folder_count, sizeof *filling->folders, compare);
    for (size_t i = 0; i < filling->folder_count; i++)
        if (filling->folders[i][0] != '\0' && (i == 0 || strcmp(filling->folders[i - 1], filling->folders[i]) != 0))
            check_folder(bag, filling->folders[i], filling->findings);
    for (size_t i = 0; i < bag->count; i++)
        if (has_file(bag, bag->files[i].path, strlen(bag->files[i].path)))
            fg_findings_add(filling->findings, "unsafe", bag->files[i].path, "others lie in it as if it were a folder");
}
