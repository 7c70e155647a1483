/* SPDX-License-Identifier: MIT */
/*
 * What an archive holds besides its members' bytes: room between them, headers that say more than a pack's do, or two things.
 * libarchive passes over all of it, as do most programs that unpack; another one might show it. So the bytes are read a second time,
 * by what the formats say, and whatever a pack of ours never has is a finding. Private to src/pack/bag*.c.
 *
 * An archiver's habit shows in every member: of each kind the first is named, and the others are counted.
 */
#ifndef FARGAUGE_PACK_BAG_ODD_H
#define FARGAUGE_PACK_BAG_ODD_H

#include "fargauge/buf.h"
#include "pack/bag_read_add.h"

enum fg_odd_kind {
    FG_ODD_GAP,       /* bytes of no member */
    FG_ODD_BEHIND,    /* something behind the end */
    FG_ODD_TWICE,     /* two readers may read two things */
    FG_ODD_FOLDER,    /* a folder that holds bytes */
    FG_ODD_MODE,
    FG_ODD_OWNER,
    FG_ODD_MORE,      /* comments, further headers */
    FG_ODD_KINDS,
};

struct fg_odd {
    struct {
        struct fg_buf which, detail; /* of the first */
        size_t count;
    } seen[FG_ODD_KINDS];
};

void fg_odd_add(struct fg_odd *odd, enum fg_odd_kind kind, const char *which, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* As findings. Errors: memory. */
int fg_odd_tell(const struct fg_odd *odd, struct fg_findings *findings, struct fg_error *err);
void fg_odd_done(struct fg_odd *odd);

/* Whether it is what another archiver makes of honest files: owners, modes, further headers, and nothing else. */
bool fg_odd_is_habit(const struct fg_odd *odd);

/* Whether all bytes are 0. */
bool fg_odd_is_empty(const unsigned char *bytes, size_t len);

/* The mode of a member that is a file or a folder, without its kind; who owns it, as numbers. */
void fg_odd_check_mode(struct fg_odd *odd, const char *name, bool is_folder, unsigned mode);
void fg_odd_check_owner(struct fg_odd *odd, const char *name, uint64_t user, uint64_t group);

/* Read the archive at `path`, which libarchive has found sound; its folders go into the filling. Errors: FG_IO, memory. */
int fg_bag_check_zip(struct fg_bag_filling *filling, const char *path, struct fg_odd *odd, struct fg_error *err);
int fg_bag_check_tar(struct fg_bag_filling *filling, const char *path, struct fg_odd *odd, struct fg_error *err);

#endif
