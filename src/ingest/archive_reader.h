/* SPDX-License-Identifier: MIT */
/* An archive in reading. Private to src/ingest/archive*.c. */
#ifndef FARGAUGE_INGEST_ARCHIVE_READER_H
#define FARGAUGE_INGEST_ARCHIVE_READER_H

#include <archive.h>
#include <locale.h>
#include <stdbool.h>
#include <sys/stat.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

#include "fargauge/archive.h"
#include "fargauge/buf.h"
#include "fargauge/source.h"

struct fg_archive {
    char *path;
    struct fg_limits limits;
    struct fg_archive_facts facts;
    struct stat before;       /* the file as it was when it was hashed */
    int fd;                   /* a ZIP, read by libarchive itself; -1 otherwise */
    struct fg_source *source; /* a tar, which comes through the program's own reader of gzip files */
    char *piece;              /* PIECE bytes of it */
    struct archive *reader;
    locale_t utf8;
    uint64_t expected; /* entries in a ZIP's directory */
    uint64_t decoded;  /* from the whole archive so far */
    bool done;         /* the end was reached, all is well */
    struct fg_error error; /* what ended it; code FG_OK while all is well */

    /* the current member */
    struct fg_buf name;
    uint64_t number;
    int64_t size;
    bool sparse;
    bool ended;
    struct fg_error member_error;
    const char *block; /* what libarchive gave and was not taken yet */
    size_t left;
    uint64_t at;       /* bytes of the member that were taken */
    uint64_t block_at; /* where `block` belongs; what lies before is a hole */
    uint64_t consumed_before; /* the position in a ZIP where its data begin */
    char first[FG_ARCHIVE_DETECT_SIZE]; /* looked at ahead */
    size_t first_len, first_at;
};

/* Damage: "FORMAT: what", with a hint; returns -1. */
int fg_archive_damaged(const struct fg_archive *archive, const char *what, struct fg_error *err);

/* What libarchive reports, as an error of ours; what our own reader of tars said before comes first.
 * Returns -1. */
int fg_archive_reader_error(const struct fg_archive *archive, struct fg_error *err);

/* Count bytes that were decoded. Errors (limits) are final: they are kept in `archive` too. */
int fg_archive_account(struct fg_archive *archive, size_t len, struct fg_error *err);

/* Errors: the current member, of a ZIP, is denser than the limit. */
int fg_archive_check_member(const struct fg_archive *archive, struct fg_error *err);

/* Errors: `count` members are too many. */
int fg_archive_check_count(const struct fg_archive *archive, uint64_t count, struct fg_error *err);

#endif
