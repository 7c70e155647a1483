/* SPDX-License-Identifier: MIT */
/*
 * Writing a bag (BagIt 1.0, RFC 8493): payload below data/, and tag files that name every byte of it by its SHA-256.
 *
 * The same members give the same bytes wherever they are written: a file is 0644, a folder 0755, whatever the umask; archives
 * hold no owner, no time of day and no order but that of the calls; manifests are sorted byte by byte. What is compressed
 * depends on zlib besides.
 *
 * A bag is made at a place of its own; the caller lets it take its name when it is whole. Memory: some hundred bytes a file.
 */
#ifndef FARGAUGE_PACK_BAG_H
#define FARGAUGE_PACK_BAG_H

#include <stddef.h>

#include "fargauge/buf.h"
#include "fargauge/error.h"
#include "fargauge/sha256.h"

enum fg_bag_form { FG_BAG_FOLDER, FG_BAG_ZIP, FG_BAG_TAR_GZ };

/* What a bag of this path is: the end of its name tells, in any case. `.tgz` is `.tar.gz`. */
enum fg_bag_form fg_bag_form_of(const char *path);

/* The ending of an archive of a kind that is not written; NULL where `path` has none. */
const char *fg_bag_other_ending(const char *path);

/* What the one folder at an archive's top is called: the name of `path` without folders and ending. */
void fg_bag_add_top(struct fg_buf *out, const char *path);

struct fg_bag_writer;

/* Start a bag at `place`, which must not exist (NULL: nowhere, it is only hashed); `path` is what it will be called. Both are copied. *ret_bag is the caller's.
 * Errors: FG_IO. */
int fg_bag_writer_open(const char *place, const char *path, struct fg_bag_writer **ret_bag, struct fg_error *err);

/* Add the payload `name`, which begins with "data/": the bytes of the file `from`, or those given. With `sha256` (64 digits; may
 * be NULL) the file must have this hash. Names are told once and are no paths upwards. Errors: FG_IO; 1 where the file has another
 * hash: the bag is spoilt then. */
int fg_bag_put_file(struct fg_bag_writer *bag, const char *name, const char *from, const char *sha256, struct fg_error *err);
int fg_bag_put_bytes(struct fg_bag_writer *bag, const char *name, const void *bytes, size_t len, struct fg_error *err);

/* Add every file below the folder `from` as `name`/…, in byte order of their names. Errors: FG_IO. */
int fg_bag_put_folder(struct fg_bag_writer *bag, const char *name, const char *from, struct fg_error *err);

/* A line of bag-info.txt, `label: value`, in the order of the calls; what cannot stand in a line is escaped. */
void fg_bag_tell(struct fg_bag_writer *bag, const char *label, const char *value);

/* The lines told so far. Borrowed until the next. */
const struct fg_buf *fg_bag_told(const struct fg_bag_writer *bag);

/* Write the tag files; nothing but fg_bag_put_seal() may follow. The tag manifest, of which the pack digest is the hash, is
 * appended to `ret_tag_manifest`. Errors: FG_IO. */
int fg_bag_write_manifests(struct fg_bag_writer *bag, struct fg_buf *ret_tag_manifest, char digest[FG_SHA256_HEX_SIZE],
                           struct fg_error *err);

/* Tell of every file that a manifest names, in no order. */
typedef void fg_bag_member_fn(void *context, const char *name, const char *sha256);
void fg_bag_members(const struct fg_bag_writer *bag, fg_bag_member_fn *member, void *context);

/* Add a file at the top that no manifest names, because it is made over the tag manifest. Errors: FG_IO. */
int fg_bag_put_seal(struct fg_bag_writer *bag, const char *name, const void *bytes, size_t len, struct fg_error *err);

/* The last byte is on the disk. Errors: FG_IO. */
int fg_bag_finish(struct fg_bag_writer *bag, struct fg_error *err);

/* Give the memory back. What is not finished stays at its place, for the caller to remove. NULL is fine. */
void fg_bag_writer_close(struct fg_bag_writer *bag);

#endif
