/* SPDX-License-Identifier: MIT */
/*
 * The SQL and the templates: embedded in the program, replaceable from disk.
 *
 * Every file below sql/ and templates/ of the source tree is known by its path there, for example
 * "sql/queries/results_csv.sql". With --resource-dir DIR, a file at the same path below DIR takes the
 * place of the embedded one, and further files there are added. A layer holds files of its own over all those.
 */
#ifndef FARGAUGE_RESOURCE_H
#define FARGAUGE_RESOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fargauge/error.h"

struct fg_resource {
    const char *path; /* with '/' between parts */
    const char *data; /* `size` bytes, then a NUL that is not counted */
    size_t size;
    const char *shown; /* what messages call it, its place on disk; NULL: `path` */
};

/* What messages call the file. */
static inline const char *fg_resource_shown(const struct fg_resource *file)
{
    return file->shown != NULL ? file->shown : file->path;
}

struct fg_resources;

/* `dir` may be NULL: the embedded files alone. *ret_resources is the caller's. Errors: FG_IO where DIR
 * or a file in it cannot be read. */
int fg_resources_open(const char *dir, struct fg_resources **ret_resources, struct fg_error *err);
/* Add the user's own controls: every *.sql of DIR/catalog and DIR/controls, as sql/own/catalog/… and
 * sql/own/controls/…. Errors: FG_IO. */
int fg_resources_add_own(struct fg_resources *resources, const char *dir, struct fg_error *err);

/* Whether a folder of own controls was added, an empty one too. */
bool fg_resources_has_own(const struct fg_resources *resources);

/* How many steps SQL of the user's own may take, for fg_store_bound(); 0: as fits the evidence. */
void fg_resources_bound(struct fg_resources *resources, uint64_t max_steps);
uint64_t fg_resources_max_steps(const struct fg_resources *resources);

/* A layer: empty, over `base`, which it borrows. A file that it lacks is looked for there; lists are of its own files.
 * *ret_resources is the caller's. */
int fg_resources_open_over(const struct fg_resources *base, struct fg_resources **ret_resources, struct fg_error *err);

/* Add a file to a layer. The texts are copied; `data` (malloc'ed, `size` bytes and a NUL) becomes the layer's, on
 * failure too. */
int fg_resources_put(struct fg_resources *resources, const char *path, const char *shown, char *data, size_t size,
                     struct fg_error *err);

void fg_resources_close(struct fg_resources *resources);

/* The file at `path`, borrowed until close; NULL where there is none. */
const struct fg_resource *fg_resources_find(const struct fg_resources *resources, const char *path);

/* As above, with an error (FG_INTERNAL) where there is none. */
int fg_resources_get(const struct fg_resources *resources, const char *path,
                     const struct fg_resource **ret_resource, struct fg_error *err);

/* All files whose path starts with `prefix`, in byte order of their paths: sets *ret_first (borrowed,
 * an array) and returns how many there are. */
size_t fg_resources_list(const struct fg_resources *resources, const char *prefix,
                         const struct fg_resource **ret_first);

#endif
