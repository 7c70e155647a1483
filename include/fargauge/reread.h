/* SPDX-License-Identifier: MIT */
/*
 * A record's bytes, read again from the file that they were imported from.
 *
 * The file is read once more from front to back: decoded as the import does it, and hashed. Only where
 * the hash is that of the bytes once handed over are the record's bytes given; a file that changed shows
 * nothing. Whatever is the matter with the file is an answer, not an error.
 */
#ifndef FARGAUGE_REREAD_H
#define FARGAUGE_REREAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fargauge/buf.h"
#include "fargauge/error.h"
#include "fargauge/sha256.h"

/* Where a record stands, as the database has it. Everything is borrowed during the call only. */
struct fg_reread_place {
    const char *path;      /* source.path, or a name under which the same bytes were handed over */
    const char *archive;   /* the path is ARCHIVE!MEMBER of this archive; NULL: a file of its own */
    const char *sha256;    /* of the bytes as handed over */
    const char *encoding;  /* source.encoding */
    uint64_t offset;       /* in the decoded text, bytes */
    uint64_t length;
};

enum fg_reread_state {
    FG_REREAD_UNCHANGED, /* the record's bytes are given */
    FG_REREAD_TOO_LONG,  /* unchanged, but the record is longer than FG_REREAD_LIMIT */
    FG_REREAD_MISPLACED, /* unchanged, but its text does not hold the record's bytes */
    FG_REREAD_CHANGED,   /* `detail`: the SHA-256 it has now */
    FG_REREAD_GONE,
    FG_REREAD_NO_FILE,   /* a folder, a device or a pipe stands there */
    FG_REREAD_UNREADABLE, /* `detail`: why */
    FG_REREAD_STANDARD_INPUT,
    FG_REREAD_NO_MEMBER, /* the archive holds no such member any more */
    FG_REREAD_STATES,
};

enum { FG_REREAD_LIMIT = 64 * 1024 * 1024, FG_REREAD_DETAIL_SIZE = 256 };

struct fg_reread {
    enum fg_reread_state state;
    char detail[FG_REREAD_DETAIL_SIZE]; /* "" where there is nothing to add */
};

/* Look at the file; append the record's bytes, as UTF-8, to `out` where the state is UNCHANGED, else
 * nothing. Errors: memory, FG_IO where libcrypto fails. */
int fg_reread(const struct fg_reread_place *place, struct fg_buf *out, struct fg_reread *ret_found,
              struct fg_error *err);

#endif
