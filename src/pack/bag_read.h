/* SPDX-License-Identifier: MIT */
/*
 * An evidence pack, opened: a folder, a ZIP or a tar (gzipped or not), told by what it is, never by its name.
 *
 * Every member is read once and hashed. No name in a pack is ever used as a place on disk: what is needed as a file (the
 * database; out of an archive the inputs too) is written under a number into a folder of our own, which goes when
 * the bag is closed. Links and devices are not followed. What should not be in a pack becomes a finding, and reading goes on;
 * a damaged archive is a finding as well, and what came before the damage is there. A whole one is read once more by its format
 * alone (bag_odd.h): its bytes are those of members, and nothing else.
 */
#ifndef FARGAUGE_PACK_BAG_READ_H
#define FARGAUGE_PACK_BAG_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fargauge/buf.h"
#include "fargauge/limits.h"
#include "fargauge/sha256.h"
#include "pack/findings.h"

struct fg_bag_file {
    size_t number;                   /* as it came, from 1 */
    char *path;                      /* in the pack, '/' between parts; of an archive without its top folder */
    uint64_t size;
    char sha256[FG_SHA256_HEX_SIZE]; /* "" where it could not be read to its end */
    char *place;                     /* a file with these bytes; NULL: none is kept */
    struct fg_buf text;              /* the bytes of what lies at the top, and of data/pack.json */
};

struct fg_bag {
    struct fg_bag_file *files; /* by path, each once */
    size_t count;
    char *scratch;             /* our own folder */
    bool damaged;              /* an archive that ended early */
    bool packed_anew;          /* its headers are as another archiver writes them, and nothing else is wrong with its bytes */
};

/* What the members may take. */
extern const struct fg_limits fg_bag_limits;

/* Open `path`. *ret_bag is the caller's. Errors: FG_INPUT where it is neither a folder nor an archive, FG_IO. */
int fg_bag_open(const char *path, const struct fg_limits *limits, struct fg_findings *findings,
                struct fg_bag **ret_bag, struct fg_error *err);
/* The files below any folder, hashed and left where they are; what is not to be read there is passed over. */
int fg_bag_open_folder_of_inputs(const char *path, struct fg_bag **ret_bag, struct fg_error *err);
void fg_bag_close(struct fg_bag *bag);

/* Bring the files into the order that fg_bag_find() needs; what was opened is in it. */
void fg_bag_sort(struct fg_bag *bag);

/* Borrowed; NULL where there is none. */
const struct fg_bag_file *fg_bag_find(const struct fg_bag *bag, const char *path);

/* True for a path below data/inputs/. */
bool fg_bag_is_input(const char *path);

#endif
