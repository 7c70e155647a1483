/* SPDX-License-Identifier: MIT */
/* A folder's files, in byte order; and folders that are removed with all in them. */
#ifndef FARGAUGE_CORE_WALK_H
#define FARGAUGE_CORE_WALK_H

#include "fargauge/error.h"

/* Called with a file's path, and its path below the folder. */
typedef int fg_walk_fn(void *context, const char *path, const char *below, struct fg_error *err);

/* Call `found` for every regular file below `folder`; in each folder files and folders come in byte order of their names. Links
 * are not followed. Errors: FG_IO, and those of `found`. */
int fg_walk(const char *folder, fg_walk_fn *found, void *context, struct fg_error *err);

/* Remove `path`, a file or a folder with everything in it; what cannot be removed stays. */
void fg_remove_tree(const char *path);

#endif
