/* SPDX-License-Identifier: MIT */
/* What a pack says of itself, written by templates/pack. Private to src/pack/. */
#ifndef FARGAUGE_PACK_DOCUMENTS_H
#define FARGAUGE_PACK_DOCUMENTS_H

#include "fargauge/pack.h"
#include "pack/bag.h"

/* What is known of a pack besides what stands in the database. */
struct fg_pack_about {
    char tool_sha256[FG_SHA256_HEX_SIZE]; /* "": not known */
    char previous[FG_SHA256_HEX_SIZE];    /* "": there is none */
    const char *inputs;                   /* included, hashes or redacted */
};

/* Write the statements, pack.json and the tables into `folder`. Errors: as fg_template_render() and fg_output_commit(). */
int fg_pack_write_documents(struct fg_store *copy, const struct fg_pack_options *options, const struct fg_pack_about *about,
                            const char *folder, struct fg_error *err);

/* Tell the bag what stands in its bag-info.txt. */
int fg_pack_tell(struct fg_store *copy, const struct fg_pack_about *about, struct fg_bag_writer *bag, struct fg_error *err);

#endif
