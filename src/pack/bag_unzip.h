/* SPDX-License-Identifier: MIT */
/*
 * The bytes of a tar that may be gzipped: of its first gzip member, which must be its only one and say nothing besides (RFC 1952).
 * Private to src/pack/bag_tar.c.
 */
#ifndef FARGAUGE_PACK_BAG_UNZIP_H
#define FARGAUGE_PACK_BAG_UNZIP_H

#include "pack/bag_odd.h"

struct fg_unzip;

/* *ret_from is the caller's. Errors: FG_IO, memory. */
int fg_unzip_open(const char *path, struct fg_unzip **ret_from, struct fg_error *err);
void fg_unzip_close(struct fg_unzip *from);

/* As many bytes as there is room for, fewer only at the end. Errors: FG_IO, memory. */
int fg_unzip_read(struct fg_unzip *from, void *to, size_t room, size_t *ret_got, struct fg_error *err);

/* What the gzip file holds besides. Errors: FG_IO. */
int fg_unzip_tell(struct fg_unzip *from, struct fg_odd *odd, struct fg_error *err);

#endif
