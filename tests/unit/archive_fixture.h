/* SPDX-License-Identifier: MIT */
/* Archives that a test makes, in memory, and what is read from them. */
#ifndef FARGAUGE_TESTS_ARCHIVE_FIXTURE_H
#define FARGAUGE_TESTS_ARCHIVE_FIXTURE_H

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include "fargauge/archive.h"
#include "place.h"

/* ---- Making ---- */

struct pack {
    struct archive *writer;
    struct fg_buf *out;
    locale_t before, utf8;
};

static inline la_ssize_t pack_write(struct archive *writer, void *context, const void *bytes, size_t len)
{
    (void)writer;
    fg_buf_add(context, bytes, len);
    return (la_ssize_t)len;
}

/* `format` is libarchive's name, with ".gz" behind it where it is to be compressed; `options` may be NULL. */
static inline void pack_start(struct pack *pack, const char *format, const char *options, struct fg_buf *out)
{
    char name[16];
    *pack = (struct pack){.writer = archive_write_new(), .out = out};
    pack->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    pack->before = uselocale(pack->utf8);
    ck_assert(format != NULL && strlen(format) < sizeof name);
    strcpy(name, format);
    name[strcspn(name, ".")] = '\0';
    ck_assert_int_eq(archive_write_set_format_by_name(pack->writer, name), ARCHIVE_OK);
    if (strchr(format, '.') != NULL)
        ck_assert_int_eq(archive_write_add_filter_gzip(pack->writer), ARCHIVE_OK);
    if (options != NULL)
        ck_assert_int_eq(archive_write_set_options(pack->writer, options), ARCHIVE_OK);
    archive_write_set_passphrase(pack->writer, "secret");
    ck_assert_int_eq(archive_write_open(pack->writer, out, NULL, pack_write, NULL), ARCHIVE_OK);
}

static inline void pack_entry(struct pack *pack, struct archive_entry *entry, const void *bytes, size_t len)
{
    int status = archive_write_header(pack->writer, entry);
    ck_assert_msg(status == ARCHIVE_OK, "%s", archive_error_string(pack->writer));
    ck_assert_int_eq(archive_write_data(pack->writer, bytes, len), (la_ssize_t)len);
    archive_entry_free(entry);
}

static inline struct archive_entry *pack_header(const char *name, mode_t type, size_t len)
{
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, 1700000000, 0);
    archive_entry_set_size(entry, (la_int64_t)len);
    return entry;
}

static inline void pack_file(struct pack *pack, const char *name, const void *bytes, size_t len)
{
    pack_entry(pack, pack_header(name, AE_IFREG, len), bytes, len);
}

static inline void pack_text(struct pack *pack, const char *name, const char *text)
{
    pack_file(pack, name, text, strlen(text));
}

static inline void pack_stop(struct pack *pack)
{
    archive_write_set_bytes_in_last_block(pack->writer, 1);
    ck_assert_int_eq(archive_write_close(pack->writer), ARCHIVE_OK);
    archive_write_free(pack->writer);
    uselocale(pack->before);
    freelocale(pack->utf8);
    ck_assert(!pack->out->failed);
}

/* Text that compresses, but not to nothing. */
static inline void add_lines(struct fg_buf *out, unsigned lines)
{
    uint32_t random = 1;
    for (unsigned i = 0; i < lines; i++) {
        random = random * 1664525u + 1013904223u;
        fg_buf_printf(out, "{\"line\": %u, \"value\": \"%08x\"}\n", i, (unsigned)random);
    }
}

/* Change the byte `offset` behind each `mark` (4 bytes, as "PK\3\4") to itself or'ed with `bits`. */
static inline void mark_all(struct fg_buf *bytes, const char *mark, size_t offset, unsigned bits)
{
    for (size_t i = 0; i + 4 + offset < bytes->len; i++)
        if (memcmp(bytes->data + i, mark, 4) == 0)
            bytes->data[i + offset] = (char)(bytes->data[i + offset] | (int)bits);
}

/* ---- Reading ---- */

struct listing {
    struct place place;
    struct fg_limits limits;
    struct fg_buf text;  /* one line per member: number, name, what became of it */
    struct fg_error err; /* where reading ended */
    size_t room;         /* of one read */
    struct fg_buf last;  /* the bytes of the last member that was read */
};

static inline void listing_start(struct listing *listing)
{
    *listing = (struct listing){.limits = fg_default_limits, .room = 10000};
    place_start(&listing->place);
}

static inline void listing_stop(struct listing *listing)
{
    fg_buf_done(&listing->text);
    fg_buf_done(&listing->last);
    place_stop(&listing->place);
}

static inline void listing_read(struct listing *listing, struct fg_archive *archive)
{
    struct fg_error err = {0};
    char *piece = malloc(listing->room);
    size_t got = 1;
    int status = 0;
    fg_buf_clear(&listing->last);
    while (status == 0 && got > 0) {
        status = fg_archive_read(archive, piece, listing->room, &got, &err);
        if (status == 0)
            fg_buf_add(&listing->last, piece, got);
    }
    free(piece);
    if (status < 0) {
        ck_assert_str_ne(err.hint, "");
        fg_buf_printf(&listing->text, "! %s\n", err.message);
        ck_assert_int_eq(fg_archive_read(archive, &got, 1, &got, NULL), -1);
    } else
        fg_buf_printf(&listing->text, "%zu bytes\n", listing->last.len);
}

/* Everything in the file at `path`, into listing->text. Returns 1 (all is well) or -1 and listing->err. */
static inline int listing_of_path(struct listing *listing, const char *path)
{
    struct fg_archive *archive;
    struct fg_archive_member member;
    fg_buf_clear(&listing->text);
    fg_buf_add(&listing->text, "", 0);
    int status = fg_archive_open(path, &listing->limits, &archive, &listing->err);
    if (status < 0)
        return status;
    while ((status = fg_archive_next(archive, &member, &listing->err)) == 0) {
        fg_buf_printf(&listing->text, "%d %s ", (int)member.number, member.name);
        if (member.passed_over != NULL)
            fg_buf_printf(&listing->text, "- %s\n", member.passed_over);
        else
            listing_read(listing, archive);
    }
    ck_assert_int_eq(fg_archive_next(archive, &member, NULL), status < 0 ? -1 : 1);
    fg_archive_close(archive);
    return status;
}

static inline int listing_of(struct listing *listing, const struct fg_buf *bytes)
{
    return listing_of_path(listing, place_write(&listing->place, "packed", fg_buf_text(bytes), bytes->len));
}

static inline void expect_listing(struct listing *listing, const struct fg_buf *bytes, const char *expected)
{
    int status = listing_of(listing, bytes);
    ck_assert_msg(status == 1, "%s\n%s", listing->err.message, fg_buf_text(&listing->text));
    ck_assert_str_eq(fg_buf_text(&listing->text), expected);
}

/* The whole archive is refused, sooner or later. */
static inline void expect_refusal(struct listing *listing, const struct fg_buf *bytes, const char *part)
{
    int status = listing_of(listing, bytes);
    ck_assert_msg(status == -1, "no error\n%s", fg_buf_text(&listing->text));
    ck_assert_int_eq(listing->err.code, FG_INPUT);
    ck_assert_str_ne(listing->err.hint, "");
    ck_assert_msg(strstr(listing->err.message, part) != NULL, "%s\n%s", listing->err.message,
                  fg_buf_text(&listing->text));
}

#endif
