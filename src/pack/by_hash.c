/* SPDX-License-Identifier: MIT */
#include "pack/by_hash.h"

#include <stdlib.h>
#include <string.h>

int fg_by_hash_add(struct fg_by_hash *index, const struct fg_bag *bag, bool inputs_only, struct fg_error *err)
{
    const struct fg_bag_file **more = realloc(index->files, (index->count + bag->count + 1) * sizeof *more);
    if (more == NULL)
        return fg_error_memory(err);
    index->files = more;
    for (size_t i = 0; i < bag->count; i++)
        if (bag->files[i].place != NULL && bag->files[i].sha256[0] != '\0' &&
            (!inputs_only || fg_bag_is_input(bag->files[i].path)))
            more[index->count++] = &bag->files[i];
    return 0;
}

static int compare(const void *a, const void *b)
{
    const struct fg_bag_file *const *x = a, *const *y = b;
    int order = strcmp((*x)->sha256, (*y)->sha256);
    return order != 0 ? order : strcmp((*x)->path, (*y)->path);
}

void fg_by_hash_sort(struct fg_by_hash *index)
{
    if (index->count > 0)
        qsort(index->files, index->count, sizeof *index->files, compare);
}

void fg_by_hash_done(struct fg_by_hash *index)
{
    free(index->files);
    *index = (struct fg_by_hash){0};
}

const char *fg_by_hash_find(const struct fg_by_hash *index, const char *sha256)
{
    size_t low = 0, high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(index->files[middle]->sha256, sha256);
        if (order == 0)
            return index->files[middle]->place;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
