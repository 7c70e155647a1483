/* SPDX-License-Identifier: MIT */
/* A report that may need several files: BASE.xml alone, or BASE-001.xml, BASE-002.xml … Private to render/. */
#ifndef FARGAUGE_RENDER_PARTS_H
#define FARGAUGE_RENDER_PARTS_H

#include <stddef.h>

#include "fargauge/buf.h"
#include "fargauge/error.h"

/* Append the name of file `number`, from 1; 0: of the only one. */
void fg_parts_add_name(struct fg_buf *path, const char *base, size_t number);

/* Remove what an earlier run left in `folder` under such names and the `count` new files do not replace: it would be read
 * together with them. Errors: FG_IO. */
int fg_parts_remove_stale(const char *folder, const char *base, size_t count, struct fg_error *err);

#endif
