/* SPDX-License-Identifier: MIT */
#include "redo/inputs.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    const struct fg_bag_file *const *x = a, *const *y = b;
    int order = strcmp((*x)->sha256, (*y)->sha256);
    return order != 0 ? order : strcmp((*x)->path, (*y)->path);
}

static void add(struct fg_redo_inputs *inputs, const struct fg_bag *bag, bool all)
{
    for (size_t i = 0; i < bag->count; i++)
        if (bag->files[i].place != NULL && bag->files[i].sha256[0] != '\0' &&
            (all || fg_bag_is_input(bag->files[i].path)))
            inputs->by_hash[inputs->count++] = &bag->files[i];
}

int fg_redo_inputs_open(const struct fg_bag *bag, const char *dir, struct fg_redo_inputs *ret_inputs, struct fg_error *err)
{
    struct fg_redo_inputs inputs = {0};
    if (dir != NULL && fg_bag_open_folder_of_inputs(dir, &inputs.folder, err) < 0)
        return fg_error_prepend(err, "--inputs");
    inputs.by_hash = calloc(bag->count + (dir == NULL ? 0 : inputs.folder->count) + 1, sizeof *inputs.by_hash);
    if (inputs.by_hash == NULL) {
        fg_bag_close(inputs.folder);
        return fg_error_memory(err);
    }
    add(&inputs, bag, false);
    if (dir != NULL)
        add(&inputs, inputs.folder, true);
    qsort(inputs.by_hash, inputs.count, sizeof *inputs.by_hash, compare);
    *ret_inputs = inputs;
    return 0;
}

void fg_redo_inputs_done(struct fg_redo_inputs *inputs)
{
    free(inputs->by_hash);
    fg_bag_close(inputs->folder);
    *inputs = (struct fg_redo_inputs){0};
}

const char *fg_redo_inputs_find(void *context, const char *sha256)
{
    const struct fg_redo_inputs *inputs = context;
    size_t low = 0, high = inputs->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(inputs->by_hash[middle]->sha256, sha256);
        if (order == 0)
            return inputs->by_hash[middle]->place;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
