/* SPDX-License-Identifier: MIT */
/*
 * The directory at the end of a ZIP archive, walked and counted. Private to src/ingest.
 *
 * libarchive reads the archive. But it keeps the whole directory in memory before it gives the first
 * member, does not compare it with the count that stands behind it, and drops entries that share a place
 * without a word; so it is looked at first, in constant memory.
 */
#ifndef FARGAUGE_INGEST_ZIP_DIRECTORY_H
#define FARGAUGE_INGEST_ZIP_DIRECTORY_H

#include <stdint.h>

#include "fargauge/error.h"

/* Count the entries of the directory of the archive open as `fd`, `size` bytes long; no more than
 * `most` + 1 are looked at. The file's position is not used. Errors: FG_INPUT (no directory, damaged, one part
 * of several), FG_IO. */
int fg_zip_directory_count(int fd, uint64_t size, uint64_t most, uint64_t *ret_count,
                           struct fg_error *err);

#endif
