/* SPDX-License-Identifier: MIT */
/*
 * An archive of exports, read member by member without anything being unpacked to disk.
 *
 * Read are ZIP, and tar (ustar, pax, GNU) plain or gzipped; which it is, is told by the first bytes,
 * never by the name. Names of members are labels: nothing here opens, makes or follows what they name.
 *
 * Nothing passes silently: a check sum that does not fit, a ZIP directory that disagrees with its
 * members, a tar without its end mark, something behind the end, a file that changed meanwhile are all
 * errors. Some of them are known only at the end, so what was read before is sure only when
 * fg_archive_next() has returned 1.
 *
 * Memory does not depend on the members' sizes; a ZIP's directory takes about 200 bytes per member.
 */
#ifndef FARGAUGE_ARCHIVE_H
#define FARGAUGE_ARCHIVE_H

#include <stddef.h>
#include <stdint.h>

#include "fargauge/error.h"
#include "fargauge/limits.h"
#include "fargauge/sha256.h"

enum fg_archive_format { FG_ARCHIVE_NONE, FG_ARCHIVE_ZIP, FG_ARCHIVE_TAR, FG_ARCHIVE_TAR_GZ };

enum { FG_ARCHIVE_DETECT_SIZE = 4096 }; /* so many first bytes are enough to tell */

/* What a file that begins with `bytes` is; NONE for anything that is not read here. */
enum fg_archive_format fg_archive_detect(const void *bytes, size_t len);

/* "zip", "tar", "tar.gz"; "" for NONE. */
const char *fg_archive_format_name(enum fg_archive_format format);

struct fg_archive_facts {
    enum fg_archive_format format;
    uint64_t size;                   /* bytes of the file as handed over */
    char sha256[FG_SHA256_HEX_SIZE]; /* of those bytes */
};

struct fg_archive;

/* Open `path`, a regular file, and hash it; "-" and pipes are refused, as a ZIP's directory stands at its
 * end. `limits` (members, total, ratio) is copied. *ret_archive is the caller's. Errors: FG_INPUT, FG_IO, without the path, hint set. */
int fg_archive_open(const char *path, const struct fg_limits *limits,
                    struct fg_archive **ret_archive, struct fg_error *err);
void fg_archive_close(struct fg_archive *archive);

/* Borrowed until the archive is closed. */
const struct fg_archive_facts *fg_archive_facts(const struct fg_archive *archive);

struct fg_archive_member {
    uint64_t number;  /* 1-based place in the archive, folders counted; tells equal names apart */
    const char *name; /* UTF-8. Of a name that is not, all bytes but ASCII are shown as \xFF; where there
                       * is none, "#NUMBER". Control characters stay. Borrowed until the next call. */
    int64_t size;     /* as declared, in bytes; -1 where it is not */
    const char *passed_over; /* NULL: a file to read. Else why it is none: symbolic_link, hard_link,
                              * special_file, nested_archive */
};

/* Step to the next member that is not a folder, in the archive's order. Returns 1 at the end, when the
 * whole archive has proved sound. Errors (FG_INPUT, FG_IO; the message names the member where it is
 * about one) are final: further calls fail the same way. */
int fg_archive_next(struct fg_archive *archive, struct fg_archive_member *ret_member,
                    struct fg_error *err);

/* The current member's bytes: a fg_json_read_fn over a struct fg_archive. *ret_got is 0 at the end, which
 * is reached only where size and check sum fit. A member need not be read to its end. Errors (encrypted,
 * damaged, an unknown compression, a limit; without the member's name) concern this member; where the rest
 * cannot be read either, fg_archive_next() says so again. */
int fg_archive_read(void *archive, void *to, size_t room, size_t *ret_got, struct fg_error *err);

#endif
