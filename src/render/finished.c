/* SPDX-License-Identifier: MIT */
#include "render/finished.h"

#include <stdlib.h>

int fg_finished_add(struct fg_finished *finished, struct fg_output **output, struct fg_error *err)
{
    struct fg_output **files = realloc(finished->files, (finished->count + 1) * sizeof(struct fg_output *));
    if (files == NULL)
        return fg_error_memory(err);
    finished->files = files;
    if (fg_output_finish(*output, err) < 0)
        return -1;
    finished->files[finished->count++] = *output;
    *output = NULL;
    return 0;
}

int fg_finished_commit(const struct fg_finished *finished, struct fg_error *err)
{
    for (size_t i = 0; i < finished->count; i++)
        if (fg_output_commit(finished->files[i], err) < 0)
            return -1;
    return 0;
}

void fg_finished_done(struct fg_finished *finished)
{
    for (size_t i = 0; i < finished->count; i++)
        fg_output_close(finished->files[i]);
    free(finished->files);
    *finished = (struct fg_finished){0};
}
