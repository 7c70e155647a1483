/* SPDX-License-Identifier: MIT */
/* Things that are handed over in place of an export: which, and how to get the export. Private to src/ingest. */
#ifndef FARGAUGE_INGEST_FOREIGN_H
#define FARGAUGE_INGEST_FOREIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "fargauge/error.h"

enum { FG_FOREIGN_SIZE = 1024 }; /* so many first bytes are enough to tell */

/* True where a file that begins with `text` (decoded from gzip; a byte order mark may stand before it) is a
 * known thing that is no JSON: *err is filled then (FG_INPUT, with a hint). Never true for a text that
 * begins as JSON or as a waiver file does. */
bool fg_foreign_detect(const char *text, size_t len, struct fg_error *err);

#endif
