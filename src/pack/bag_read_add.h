/* SPDX-License-Identifier: MIT */
/* Private to src/pack: how the readers of folders and archives fill a bag. */
#ifndef FARGAUGE_PACK_BAG_READ_ADD_H
#define FARGAUGE_PACK_BAG_READ_ADD_H

#include "fargauge/json_split.h"
#include "pack/bag_read.h"

/* One bag being filled. */
struct fg_bag_filling {
    struct fg_bag *bag;
    struct fg_findings *findings;
    const struct fg_limits *limits;
    bool hash_only; /* nothing is copied or kept as text */
    char **folders; /* an archive's, or empty ones, as they are called there */
    size_t folder_count, folder_room;
};

/* Read a member to its end through `read`, and add it. `place`: where its bytes lie already; NULL: nowhere. A member that cannot be
 * read is added without its hash, with a finding. Errors: FG_IO, memory. */
int fg_bag_add(struct fg_bag_filling *filling, const char *path, const char *place, fg_json_read_fn *read, void *context,
               struct fg_error *err);

/* Why a name leads elsewhere, or may be read in two ways; NULL: it does neither. */
const char *fg_bag_fault_of(const char *path);

/* Take note of a folder, whether or not its name ends in '/'. Errors: memory. */
int fg_bag_note_folder(struct fg_bag_filling *filling, const char *name, struct fg_error *err);
/* Judge those that were noted by the files, which are sorted; and files that others call folders. */
void fg_bag_check_folders(struct fg_bag_filling *filling);
void fg_bag_forget_folders(struct fg_bag_filling *filling);

/* The two kinds of pack. An archive's files come with its top folder in their paths. Errors: as fg_bag_open(). */
int fg_bag_fill_from_folder(struct fg_bag_filling *filling, const char *path, struct fg_error *err);
int fg_bag_fill_from_archive(struct fg_bag_filling *filling, const char *path, struct fg_error *err);

#endif
