/* SPDX-License-Identifier: MIT */
/*
 * A folder of our own for what needs a real file: below $TMPDIR (or /tmp), for this user alone, and gone with
 * fg_scratch_close() whatever lies in it.
 */
#ifndef FARGAUGE_PACK_SCRATCH_H
#define FARGAUGE_PACK_SCRATCH_H

#include "fargauge/error.h"

/* Make the folder; *ret_path is the caller's, for fg_scratch_close(). Errors: FG_IO. */
int fg_scratch_open(char **ret_path, struct fg_error *err);

/* Remove the folder and all in it, and free its path. NULL is fine. Links in it are removed, not followed. */
void fg_scratch_close(char *path);

#endif
