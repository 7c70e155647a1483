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

/* A report of an earlier run, as templates/ write them in JSON: no export, whatever it is called. */
bool fg_looks_named_ours(const char *path); /* with an export's ending */
bool fg_looks_ours(const char *text, size_t len);

/* JSON, in any encoding that is read, or a known CSV. Of our own reports only those are that fg_looks_ours() tells. */
bool fg_looks_begun(const char *text, size_t len);

#endif
