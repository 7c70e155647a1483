/* SPDX-License-Identifier: MIT */
/*
 * Private to src/ingest: does a file look like an export? In folders and archives other things lie about, and
 * only what may be one is read: by its name (what is wrong with it is then said), or by its first bytes.
 */
#ifndef FARGAUGE_INGEST_LOOKS_H
#define FARGAUGE_INGEST_LOOKS_H

#include <stdbool.h>
#include <stddef.h>

bool fg_looks_named(const char *path);

/* JSON, in any encoding that is read, or a known CSV. Our own reports of an earlier run are neither. */
bool fg_looks_begun(const char *text, size_t len);

#endif
