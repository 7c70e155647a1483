/* SPDX-License-Identifier: MIT */
/*
 * Folders of our own for what needs a real file, gone with fg_scratch_close() whatever lies in them.
 *
 * Each is locked while its process lives (flock, so that it ends with the process, however that ends, in whichever container). A folder of
 * ours that nobody holds is what a killed run left: opening one removes those that are where it would be. A list of the folders that
 * this process holds is kept, against the habit of having no state, because the lock must be found by the path that is given back. Not for
 * several threads.
 */
#ifndef FARGAUGE_CORE_SCRATCH_H
#define FARGAUGE_CORE_SCRATCH_H

#include <stdbool.h>

#include "fargauge/error.h"

/* Make one below $TMPDIR (or /tmp), for this user alone; *ret_path is the caller's, for fg_scratch_close(). Errors: FG_IO. */
int fg_scratch_open(char **ret_path, struct fg_error *err);

/* Remove the folder and all in it, and free its path. NULL is fine. Links in it are removed, not followed. */
void fg_scratch_close(char *path);

/* ---- for folders elsewhere (src/core/workplace.c) ---- */

/* Hold the folder at `path`, just made: lock it and remember it. False where somebody took it for a leftover meanwhile, or memory
 * is short: then it is not ours. On a file system that knows no locks it counts as locked. */
bool fg_scratch_hold(const char *path);

/* Remove a folder that is held, and let it go. */
void fg_scratch_drop(const char *path);

/* Remove the folder at `path` if it is ours (of this user) and nobody holds it, as far as that can be known. */
void fg_scratch_remove_leftover(const char *path);

#endif
