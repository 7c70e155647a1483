/* SPDX-License-Identifier: MIT */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

#include "core/utf8_locale.h"
#include "fargauge/output.h"
#include "pack/bag_sink.h"

struct bag_archive {
    struct fg_bag_sink sink;
    enum fg_bag_form form;
    struct fg_buf top;  /* the one folder, with its '/' */
    struct fg_buf name; /* of the current member */
    struct fg_output *output;
    struct archive *writer;
    locale_t utf8;
    bool given_up; /* what libarchive still has goes nowhere */
};

static locale_t enter(const struct bag_archive *archive)
{
    return archive->utf8 == (locale_t)0 ? (locale_t)0 : uselocale(archive->utf8);
}

static void leave(locale_t before)
{
    if (before != (locale_t)0)
        uselocale(before);
}

static la_ssize_t give(struct archive *writer, void *context, const void *bytes, size_t len)
{
    struct bag_archive *archive = context;
    if (archive->given_up)
        return (la_ssize_t)len;
    fg_output_write(archive->output, bytes, len);
    if (!fg_output_failed(archive->output))
        return (la_ssize_t)len;
    archive_set_error(writer, EIO, "the disk did not take it");
    return -1;
}

/* What the disk said comes first. */
static int archive_error(struct bag_archive *archive, struct fg_error *err)
{
    if (fg_output_failed(archive->output) && fg_output_commit(archive->output, err) < 0)
        return -1;
    const char *why = archive_error_string(archive->writer);
    return fg_error_set(err, FG_IO, "pack: %s: %s", fg_output_path(archive->output), why == NULL ? "failed" : why);
}

/* No time stands in a member: ZIP's are local ones, which depend on TZ, unless there is none; libarchive then writes
 * 1980-01-01, the least. A tar's is 0. */
static struct archive_entry *describe(const struct bag_archive *archive, uint64_t size)
{
    struct archive_entry *entry = archive_entry_new();
    if (entry == NULL)
        return NULL;
    archive_entry_copy_pathname(entry, archive->name.data);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_uid(entry, 0);
    archive_entry_set_gid(entry, 0);
    archive_entry_set_size(entry, (la_int64_t)size);
    if (archive->form == FG_BAG_TAR_GZ)
        archive_entry_set_mtime(entry, 0, 0);
    return entry;
}

static int begin(struct fg_bag_sink *sink, const char *name, uint64_t size, struct fg_error *err)
{
    struct bag_archive *archive = (struct bag_archive *)sink;
    fg_buf_clear(&archive->name);
    fg_buf_printf(&archive->name, "%s%s", fg_buf_text(&archive->top), name);
    struct archive_entry *entry = archive->name.failed ? NULL : describe(archive, size);
    if (entry == NULL)
        return fg_error_memory(err);
    locale_t before = enter(archive);
    int result = archive_write_header(archive->writer, entry);
    leave(before);
    archive_entry_free(entry);
    return result == ARCHIVE_OK ? 0 : archive_error(archive, err);
}

static int write_bytes(struct fg_bag_sink *sink, const void *bytes, size_t len, struct fg_error *err)
{
    struct bag_archive *archive = (struct bag_archive *)sink;
    return archive_write_data(archive->writer, bytes, len) == (la_ssize_t)len ? 0 : archive_error(archive, err);
}

static int end(struct fg_bag_sink *sink, struct fg_error *err)
{
    struct bag_archive *archive = (struct bag_archive *)sink;
    return archive_write_finish_entry(archive->writer) == ARCHIVE_OK ? 0 : archive_error(archive, err);
}

static int finish(struct fg_bag_sink *sink, struct fg_error *err)
{
    struct bag_archive *archive = (struct bag_archive *)sink;
    locale_t before = enter(archive);
    int result = archive_write_close(archive->writer);
    leave(before);
    if (result != ARCHIVE_OK)
        return archive_error(archive, err);
    return fg_output_commit(archive->output, err);
}

static void close_archive(struct fg_bag_sink *sink)
{
    struct bag_archive *archive = (struct bag_archive *)sink;
    archive->given_up = true; /* it writes the archive's end; after archive_write_fail(), 3.6 loses memory instead */
    if (archive->writer != NULL)
        archive_write_free(archive->writer);
    fg_output_close(archive->output);
    fg_buf_done(&archive->top);
    fg_buf_done(&archive->name);
    if (archive->utf8 != (locale_t)0)
        freelocale(archive->utf8);
    free(archive);
}

/* Everything that libarchive would take from its surroundings, or change from one version to the next, is said. */
static int set_up(struct bag_archive *archive)
{
    struct archive *writer = archive->writer;
    bool bad = archive_write_set_bytes_per_block(writer, 64 * 1024) != ARCHIVE_OK ||
               archive_write_set_bytes_in_last_block(writer, 1) != ARCHIVE_OK;
    if (archive->form == FG_BAG_ZIP)
        bad |= archive_write_set_format_zip(writer) != ARCHIVE_OK ||
               archive_write_set_format_option(writer, "zip", "compression", "deflate") != ARCHIVE_OK ||
               archive_write_set_format_option(writer, "zip", "compression-level", "6") != ARCHIVE_OK ||
               archive_write_set_format_option(writer, "zip", "hdrcharset", "UTF-8") != ARCHIVE_OK;
    else
        bad |= archive_write_set_format_pax_restricted(writer) != ARCHIVE_OK ||
               archive_write_set_format_option(writer, "pax", "hdrcharset", "UTF-8") != ARCHIVE_OK ||
               archive_write_add_filter_gzip(writer) != ARCHIVE_OK ||
               archive_write_set_filter_option(writer, "gzip", "timestamp", NULL) != ARCHIVE_OK ||
               archive_write_set_filter_option(writer, "gzip", "compression-level", "6") != ARCHIVE_OK;
    return bad || archive_write_open(writer, archive, NULL, give, NULL) != ARCHIVE_OK ? -1 : 0;
}

static int open_writer(struct bag_archive *archive, const char *place, const char *path, struct fg_error *err)
{
    if (fg_output_open(place, &archive->output, err) < 0)
        return -1;
    fg_bag_add_top(&archive->top, path);
    fg_buf_add_char(&archive->top, '/');
    archive->writer = archive_write_new();
    archive->utf8 = fg_utf8_locale();
    if (archive->writer == NULL || archive->top.failed)
        return fg_error_memory(err);
    locale_t before = enter(archive);
    int status = set_up(archive);
    leave(before);
    return status < 0 ? archive_error(archive, err) : 0;
}

int fg_bag_open_archive(const char *place, const char *path, enum fg_bag_form form, struct fg_bag_sink **ret_sink,
                        struct fg_error *err)
{
    static const struct fg_bag_sink_class class = {begin, write_bytes, end, finish, close_archive};
    struct bag_archive *archive = calloc(1, sizeof *archive);
    if (archive == NULL)
        return fg_error_memory(err);
    archive->sink.class = &class;
    archive->form = form;
    if (open_writer(archive, place, path, err) < 0) {
        close_archive(&archive->sink);
        return -1;
    }
    *ret_sink = &archive->sink;
    return 0;
}
