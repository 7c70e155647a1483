/* SPDX-License-Identifier: MIT */
/*
 * The database as it goes into a pack: a file of its rows alone, so that the same rows give the same bytes, however they came
 * about. SQLite's count of the changes to a schema (4 bytes of the header, by which open connections notice one) is set to 1, and
 * what ANALYZE found out is left behind. Private to src/pack/.
 */
#ifndef FARGAUGE_PACK_COPY_H
#define FARGAUGE_PACK_COPY_H

#include "fargauge/pack.h"

/* Write it to the new file at `path`, as options->redact does or as it is. Errors: FG_IO, and those of options->redact. */
int fg_pack_copy(struct fg_store *store, const struct fg_pack_options *options, const char *path, struct fg_error *err);

#endif
