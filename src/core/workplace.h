/* SPDX-License-Identifier: MIT */
/*
 * A private folder beside what is being made, `.NAME.PID.tmp`: so that the result takes its name by one renaming, or never.
 *
 * It is locked while its process lives. Folders of that kind that nobody holds are what a killed run left, and are removed.
 */
#ifndef FARGAUGE_CORE_WORKPLACE_H
#define FARGAUGE_CORE_WORKPLACE_H

#include "fargauge/buf.h"
#include "fargauge/error.h"

struct fg_workplace;

/* Who it is for, in error texts: "pack", and the option that names `path`, "out". */
struct fg_workplace_of {
    const char *what, *option;
};

/* Make one beside `path` (copied), whose folder must exist and which must not. *ret_place is the caller's. Errors: FG_USAGE
 * where something stands at `path`; FG_IO. */
int fg_workplace_open(const char *path, struct fg_workplace **ret_place, struct fg_error *err);

/* The same beside what may be there already, and whoever calls gives it its name. `of` is borrowed. Errors: FG_IO. */
int fg_workplace_beside(const char *path, const struct fg_workplace_of *of, struct fg_workplace **ret_place,
                        struct fg_error *err);

/* `out` becomes the path of `name` in it. Errors: memory. */
int fg_workplace_path(const struct fg_workplace *place, const char *name, struct fg_buf *out, struct fg_error *err);

/* Let `name` in it become `path`. Errors: as fg_workplace_open(). */
int fg_workplace_deliver(struct fg_workplace *place, const char *name, struct fg_error *err);

/* Remove it with all that is still in it. NULL is fine. */
void fg_workplace_close(struct fg_workplace *place);

#define FG_WORKPLACE_AUTO __attribute__((cleanup(fg_workplace_done))) struct fg_workplace
void fg_workplace_done(struct fg_workplace **place);

#endif
