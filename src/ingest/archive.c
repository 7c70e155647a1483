/* SPDX-License-Identifier: MIT */
/* Opening and closing an archive. */
#include "ingest/archive_reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/utf8_locale.h"
#include "ingest/zip_directory.h"

enum { PIECE = 64 * 1024 }; /* so much is read at a time */

static ssize_t feed(struct archive *reader, void *context, const void **ret_piece)
{
    struct fg_archive *archive = context;
    struct fg_error err;
    size_t got;
    *ret_piece = archive->piece;
    if (fg_source_read(archive->source, archive->piece, PIECE, &got, &archive->error) < 0 ||
        fg_archive_account(archive, got, &err) < 0) {
        archive_set_error(reader, EINVAL, "%s", archive->error.message);
        return -1;
    }
    return (ssize_t)got;
}

static int hash(struct fg_archive *archive, struct fg_error *err)
{
    struct fg_source *source;
    struct fg_source_facts facts;
    if (fg_source_open(archive->path, &source, err) < 0)
        return -1;
    int status = fg_source_finish(source, &facts, err);
    fg_source_close(source);
    if (status < 0)
        return -1;
    archive->facts.size = facts.size;
    memcpy(archive->facts.sha256, facts.sha256, sizeof facts.sha256);
    return 0;
}

static int recognise(struct fg_archive *archive, struct fg_error *err)
{
    char first[FG_ARCHIVE_DETECT_SIZE];
    ssize_t got = pread(archive->fd, first, sizeof first, 0);
    if (got < 0)
        return fg_error_set(err, FG_IO, "cannot read: %s", strerror(errno));
    archive->facts.format = fg_archive_detect(first, (size_t)got);
    if (archive->facts.format != FG_ARCHIVE_NONE)
        return 0;
    fg_error_set(err, FG_INPUT, "neither a ZIP archive nor a tar");
    return fg_error_hint(err, "unpack it, and pack it again with zip or tar -czf");
}

/* Only what is listed here is read, whatever else libarchive was built with. A ZIP is read by its
 * directory: the reader that takes members as they come would show deleted ones and miss a cut. */
static int set_up_zip(struct fg_archive *archive, struct fg_error *err)
{
    struct archive *reader = archive->reader;
    if (fg_zip_directory_count(archive->fd, archive->facts.size, archive->limits.members,
                               &archive->expected, err) < 0 ||
        fg_archive_check_count(archive, archive->expected, err) < 0)
        return -1;
    if (archive->expected == 0)
        return 0; /* libarchive does not know an empty ZIP */
    errno = 0; /* see fg_archive_reader_error() */
    if (archive_read_support_format_zip_seekable(reader) != ARCHIVE_OK ||
        archive_read_set_format_option(reader, "zip", "mac-ext", NULL) != ARCHIVE_OK ||
        archive_read_open_fd(reader, archive->fd, PIECE) != ARCHIVE_OK)
        return fg_archive_reader_error(archive, err);
    return 0;
}

/* A tar is read up to the file's end, so that nothing that was put behind it goes unseen. */
static int set_up_tar(struct fg_archive *archive, struct fg_error *err)
{
    struct archive *reader = archive->reader;
    close(archive->fd);
    archive->fd = -1;
    archive->piece = malloc(PIECE);
    if (archive->piece == NULL)
        return fg_error_memory(err);
    if (fg_source_open(archive->path, &archive->source, err) < 0)
        return -1;
    fg_source_watch(archive->source, &archive->limits, NULL);
    errno = 0;
    if (archive_read_support_format_tar(reader) != ARCHIVE_OK ||
        archive_read_set_format_option(reader, "tar", "mac-ext", NULL) != ARCHIVE_OK ||
        archive_read_set_format_option(reader, "tar", "read_concatenated_archives", "1") != ARCHIVE_OK ||
        archive_read_open(reader, archive, NULL, feed, NULL) != ARCHIVE_OK)
        return fg_archive_reader_error(archive, err);
    return 0;
}

static int set_up(struct fg_archive *archive, struct fg_error *err)
{
    bool is_stdin = strcmp(archive->path, "-") == 0;
    if (!is_stdin && stat(archive->path, &archive->before) < 0)
        return fg_source_cannot_open(err);
    if (is_stdin || !S_ISREG(archive->before.st_mode)) {
        fg_error_set(err, FG_INPUT, "an archive is read from a regular file only");
        return fg_error_hint(err, "save it to a file first and name that");
    }
    archive->fd = open(archive->path, O_RDONLY | O_CLOEXEC);
    if (archive->fd < 0)
        return fg_source_cannot_open(err);
    if (recognise(archive, err) < 0 || hash(archive, err) < 0)
        return -1;
    archive->utf8 = fg_utf8_locale();
    archive->reader = archive_read_new();
    if (archive->reader == NULL)
        return fg_error_memory(err);
    return archive->facts.format == FG_ARCHIVE_ZIP ? set_up_zip(archive, err)
                                                   : set_up_tar(archive, err);
}

int fg_archive_open(const char *path, const struct fg_limits *limits,
                    struct fg_archive **ret_archive, struct fg_error *err)
{
    struct fg_archive *archive = calloc(1, sizeof *archive);
    if (archive == NULL)
        return fg_error_memory(err);
    archive->fd = -1;
    archive->limits = *limits;
    archive->path = strdup(path);
    if (archive->path == NULL || set_up(archive, err) < 0) {
        if (archive->path == NULL)
            fg_error_memory(err);
        fg_archive_close(archive);
        return -1;
    }
    *ret_archive = archive;
    return 0;
}

void fg_archive_close(struct fg_archive *archive)
{
    if (archive == NULL)
        return;
    archive_read_free(archive->reader);
    fg_source_close(archive->source);
    if (archive->fd >= 0)
        close(archive->fd);
    if (archive->utf8 != (locale_t)0)
        freelocale(archive->utf8);
    fg_buf_done(&archive->name);
    free(archive->piece);
    free(archive->path);
    free(archive);
}

const struct fg_archive_facts *fg_archive_facts(const struct fg_archive *archive)
{
    return &archive->facts;
}
