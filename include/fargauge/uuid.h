/* SPDX-License-Identifier: MIT */
/* UUIDs that follow from a name (RFC 9562, version 5), so that the same thing has the same UUID on any machine. Random ones
 * would make of the same audit another file each time. */
#ifndef FARGAUGE_UUID_H
#define FARGAUGE_UUID_H

#include <stddef.h>

enum { FG_UUID_SIZE = 37 };

/* The UUID of the `len` bytes at `name` in fargauge's own namespace (94ddcee3-4e89-51e0-94f1-9fc6fafaa58c, which is that of
 * the URL "urn:fargauge:oscal:1"): 36 characters in lower case and a NUL. Returns 0, or -1 where libcrypto has no memory
 * or offers no SHA-1. */
int fg_uuid_of(const char *name, size_t len, char out[FG_UUID_SIZE]);

#endif
