/* SPDX-License-Identifier: MIT */
#include "pack/scratch.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/buf.h"
#include "pack/walk.h"

int fg_scratch_open(char **ret_path, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    const char *below = getenv("TMPDIR");
    fg_buf_printf(&path, "%s/fargauge-XXXXXX", below == NULL || *below == '\0' ? "/tmp" : below);
    if (path.failed)
        return fg_error_memory(err);
    if (mkdtemp(path.data) == NULL) {
        fg_error_set(err, FG_IO, "temporary folder: %s: %s", path.data, strerror(errno));
        return fg_error_hint(err, "name a folder with room in TMPDIR");
    }
    *ret_path = fg_buf_take(&path);
    return 0;
}

void fg_scratch_close(char *path)
{
    if (path == NULL)
        return;
    fg_remove_tree(path);
    free(path);
}
