/* SPDX-License-Identifier: MIT */
/*
 * Is the pack what it says it is? BagIt 1.0 (RFC 8493) as fargauge writes it: both manifests list what they must, once, in
 * order, and every hash fits. All findings are listed, not only the first; what was moved or exchanged is told by its
 * hash. Nothing is asked here of who signed it, or of what the evidence says.
 */
#ifndef FARGAUGE_PACK_BAG_CHECK_H
#define FARGAUGE_PACK_BAG_CHECK_H

#include "pack/bag_read.h"

/* True where it can be a pack at all: it has a manifest or a declaration. */
bool fg_bag_is_pack(const struct fg_bag *bag);

/* A manifest that could not be read to its end is not compared. Errors: memory. */
int fg_bag_check_structure(const struct fg_bag *bag, struct fg_findings *findings, struct fg_error *err);
int fg_bag_check_manifests(const struct fg_bag *bag, struct fg_findings *findings, struct fg_error *err);

/* Whether bytes and files are as many as bag-info.txt says; not asked where `hashes`, what the manifests have found, or damage tells
 * already why not. Errors: memory. */
int fg_bag_check_oxum(const struct fg_bag *bag, const struct fg_findings *hashes, struct fg_findings *findings,
                      struct fg_error *err);

/* The value of `label` in bag-info.txt in *ret_value; 1 where there is none. Errors: memory. */
int fg_bag_info(const struct fg_bag *bag, const char *label, struct fg_buf *ret_value, struct fg_error *err);

/* The digest that names the pack: SHA-256 of tagmanifest-sha256.txt; "" where there is none. */
const char *fg_bag_digest(const struct fg_bag *bag);

#endif
