/* SPDX-License-Identifier: MIT */
#include "redo/inputs.h"

int fg_redo_inputs_open(const struct fg_bag *bag, const char *dir, struct fg_redo_inputs *ret_inputs, struct fg_error *err)
{
    struct fg_redo_inputs inputs = {0};
    if (dir != NULL && fg_bag_open_folder_of_inputs(dir, &inputs.folder, err) < 0)
        return fg_error_prepend(err, "--inputs");
    if (fg_by_hash_add(&inputs.by_hash, bag, true, err) < 0 ||
        (dir != NULL && fg_by_hash_add(&inputs.by_hash, inputs.folder, false, err) < 0)) {
        fg_redo_inputs_done(&inputs);
        return -1;
    }
    fg_by_hash_sort(&inputs.by_hash);
    *ret_inputs = inputs;
    return 0;
}

void fg_redo_inputs_done(struct fg_redo_inputs *inputs)
{
    fg_by_hash_done(&inputs->by_hash);
    fg_bag_close(inputs->folder);
    *inputs = (struct fg_redo_inputs){0};
}

const char *fg_redo_inputs_find(void *context, const char *sha256)
{
    const struct fg_redo_inputs *inputs = context;
    return fg_by_hash_find(&inputs->by_hash, sha256);
}
