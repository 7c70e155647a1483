/* SPDX-License-Identifier: MIT */
/* Private to src/redact: files for their owner alone. */
#ifndef FARGAUGE_REDACT_MAP_H
#define FARGAUGE_REDACT_MAP_H

#include <stdio.h>

#include "fargauge/store.h"

/* Open a new file that only its owner may read, with O_EXCL. Returns the descriptor, or -1 with errno set. */
int fg_private_create(const char *path);

/* Write what the tokens stand for into a new file, as CSV. Errors: FG_USAGE where something stands there; FG_IO. */
int fg_redact_write_map(struct fg_store *store, const char *path, struct fg_error *err);

#endif
