/* SPDX-License-Identifier: MIT */
/* The members of an archive, one after the other. */
#include "ingest/archive_reader.h"

#include <archive_entry.h>
#include <errno.h>
#include <string.h>

#include "fargauge/visible.h"

static int encrypted(struct fg_error *err)
{
    fg_error_set(err, FG_INPUT, "encrypted");
    return fg_error_hint(err, "decrypt it first: unpack it with its password, then import what was inside");
}

/* ---- A member's bytes ---- */

/* The end of the data as libarchive gave them: is it the member's? */
static int end_of_data(struct fg_archive *archive, struct fg_error *err)
{
    archive->ended = true;
    if (archive->size < 0 || archive->at == (uint64_t)archive->size)
        return 0;
    if (!archive->sparse || archive->at > (uint64_t)archive->size)
        return fg_archive_damaged(archive, "a member is not as long as declared", err);
    archive->block_at = (uint64_t)archive->size; /* a hole at the end */
    return 0;
}

/* After a fatal error libarchive can only be closed. */
static int data_error(struct fg_archive *archive, int status, struct fg_error *err)
{
    fg_archive_reader_error(archive, err);
    if (status == ARCHIVE_FATAL && archive->error.code == FG_OK) {
        archive->error = *err;
        fg_error_prepend(&archive->error, "%s", fg_buf_text(&archive->name));
    }
    return -1;
}

/* A warning is an error here: that is how libarchive tells of a wrong check sum, and the call after it says
 * that all is well. */
static int next_block(struct fg_archive *archive, struct fg_error *err)
{
    const void *block = NULL;
    size_t len = 0;
    int64_t at = 0;
    errno = 0; /* see fg_archive_reader_error() */
    int status = archive_read_data_block(archive->reader, &block, &len, &at);
    if (status == ARCHIVE_EOF)
        return end_of_data(archive, err);
    if (status != ARCHIVE_OK)
        return data_error(archive, status, err);
    if (len > 0 && at < (int64_t)archive->at)
        return fg_archive_damaged(archive, "a member's pieces overlap", err);
    archive->block = block;
    archive->left = len;
    archive->block_at = len > 0 ? (uint64_t)at : archive->at;
    return 0;
}

/* Hand out what is at hand: zeros of a hole, or libarchive's bytes. */
static int take(struct fg_archive *archive, void *to, size_t room, size_t *ret_got,
                struct fg_error *err)
{
    uint64_t hole = archive->block_at - archive->at;
    uint64_t there = hole > 0 ? hole : archive->left;
    size_t len = there < room ? (size_t)there : room;
    if (hole > 0)
        memset(to, 0, len);
    else if (len > 0) {
        memcpy(to, archive->block, len);
        archive->block += len;
        archive->left -= len;
        archive->block_at += len;
    }
    archive->at += len;
    *ret_got = len;
    /* A tar's bytes were counted when they came out of gzip, holes were not. */
    if ((archive->source == NULL || hole > 0) && fg_archive_account(archive, len, err) < 0)
        return -1;
    return fg_archive_check_member(archive, err);
}

static int produce(struct fg_archive *archive, void *to, size_t room, size_t *ret_got)
{
    struct fg_error *err = &archive->member_error;
    *ret_got = 0;
    while (room > 0 && *ret_got == 0) {
        if (err->code != FG_OK)
            return -1;
        if (archive->left == 0 && archive->block_at == archive->at) {
            if (archive->ended)
                return 0;
            if (next_block(archive, err) < 0)
                return -1;
        }
        if (take(archive, to, room, ret_got, err) < 0)
            return -1;
    }
    return 0;
}

int fg_archive_read(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    struct fg_archive *archive = context;
    size_t ahead = archive->first_len - archive->first_at;
    if (ahead > 0) {
        *ret_got = ahead < room ? ahead : room;
        memcpy(to, archive->first + archive->first_at, *ret_got);
        archive->first_at += *ret_got;
        return 0;
    }
    if (produce(archive, to, room, ret_got) == 0)
        return 0;
    if (err != NULL)
        *err = archive->member_error;
    return -1;
}

/* ---- The next member ---- */

/* Why a member cannot be read as a file; NULL where it can. */
static const char *reason_against(struct archive_entry *entry)
{
    if (archive_entry_hardlink(entry) != NULL)
        return "hard_link";
    if (archive_entry_filetype(entry) == AE_IFLNK)
        return "symbolic_link";
    return archive_entry_filetype(entry) == AE_IFREG ? NULL : "special_file";
}

static bool is_utf8(const char *text)
{
    uint32_t code;
    size_t size = 1;
    for (size_t left = strlen(text); left > 0 && size > 0; left -= size, text += size)
        size = fg_utf8_decode(text, left, &code);
    return size > 0;
}

/* A deterministic label. Old ZIPs are in the code page of their maker, whichever that was: then no byte
 * but ASCII is taken for a character, even where some happen to make one in UTF-8. */
static int set_name(struct fg_archive *archive, const char *raw, struct fg_error *err)
{
    struct fg_buf *name = &archive->name;
    fg_buf_clear(name);
    if (raw == NULL || *raw == '\0')
        fg_buf_printf(name, "#%llu", (unsigned long long)archive->number);
    else if (is_utf8(raw))
        fg_buf_add_text(name, raw);
    else
        for (; *raw != '\0'; raw++)
            fg_buf_printf(name, (*raw & 0x80) != 0 ? "\\x%02X" : "%c", (unsigned char)*raw);
    return name->failed ? fg_error_memory(err) : 0;
}

/* Nothing is refused for the characters of a name or of an owner. Every other warning of a header is about
 * data: sizes that disagree, attributes that cannot be read. */
static bool is_about_characters(struct archive *reader)
{
    const char *words = archive_error_string(reader);
    return words != NULL && strstr(words, "converted from") != NULL;
}

static int changed_meanwhile(const struct fg_archive *archive)
{
    struct stat now;
    const struct stat *before = &archive->before;
    return stat(archive->path, &now) < 0 || now.st_ino != before->st_ino ||
           now.st_dev != before->st_dev || now.st_size != before->st_size ||
           now.st_mtime != before->st_mtime;
}

/* No member is left: is this how the archive should end? */
static int finish(struct fg_archive *archive, struct fg_error *err)
{
    bool zip = archive->facts.format == FG_ARCHIVE_ZIP;
    if (zip && archive->number != archive->expected)
        return fg_archive_damaged(archive, "members that its directory lists share a place", err);
    /* A tar that was cut between two members ends without the zeros that mark its end; libarchive takes it
     * for complete. */
    if (!zip && archive_filter_bytes(archive->reader, 0) == archive_read_header_position(archive->reader))
        return fg_archive_damaged(archive, "the mark at its end is missing", err);
    if (changed_meanwhile(archive)) {
        fg_error_set(err, FG_INPUT, "the file changed while it was read");
        return fg_error_hint(err, "wait until it is complete, then try again");
    }
    return 1;
}

static int next_header(struct fg_archive *archive, struct archive_entry **ret_entry,
                       struct fg_error *err)
{
    bool empty = archive->facts.format == FG_ARCHIVE_ZIP && archive->expected == 0;
    errno = 0;
    int status = empty ? ARCHIVE_EOF : archive_read_next_header(archive->reader, ret_entry);
    if (status == ARCHIVE_EOF)
        return finish(archive, err);
    if (status == ARCHIVE_OK || (status == ARCHIVE_WARN && is_about_characters(archive->reader)))
        return 0;
    if (archive_entry_is_metadata_encrypted(*ret_entry))
        return encrypted(err);
    fg_archive_reader_error(archive, err);
    return archive->number == 0 ? -1 : fg_error_prepend(err, "behind %s", fg_buf_text(&archive->name));
}

/* Take over what the header says, and look at the first bytes of a file. */
static int begin_member(struct fg_archive *archive, struct archive_entry *entry,
                        const char **ret_passed_over, struct fg_error *err)
{
    *ret_passed_over = reason_against(entry);
    archive->number++;
    archive->size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1;
    archive->sparse = archive_entry_sparse_count(entry) > 0;
    archive->ended = *ret_passed_over != NULL;
    archive->left = archive->first_len = archive->first_at = 0;
    archive->at = archive->block_at = 0;
    archive->member_error = (struct fg_error){0};
    archive->consumed_before = (uint64_t)archive_filter_bytes(archive->reader, -1);
    if (set_name(archive, archive_entry_pathname(entry), err) < 0 ||
        fg_archive_check_count(archive, archive->number, err) < 0)
        return -1;
    if (archive_entry_is_encrypted(entry))
        return encrypted(&archive->member_error), 0;
    size_t got = 1;
    while (got > 0 && archive->first_len < sizeof archive->first) {
        if (produce(archive, archive->first + archive->first_len,
                    sizeof archive->first - archive->first_len, &got) < 0)
            return 0; /* it is told when the member is read */
        archive->first_len += got;
    }
    if (fg_archive_detect(archive->first, archive->first_len) != FG_ARCHIVE_NONE)
        *ret_passed_over = "nested_archive";
    return 0;
}

/* As fg_archive_next(), under the locale that names need. */
static int step(struct fg_archive *archive, struct fg_archive_member *ret_member, struct fg_error *err)
{
    struct archive_entry *entry;
    const char *passed_over;
    do {
        int status = next_header(archive, &entry, err);
        if (status != 0)
            return status;
        if (begin_member(archive, entry, &passed_over, err) < 0)
            return -1;
    } while (archive_entry_filetype(entry) == AE_IFDIR);
    *ret_member = (struct fg_archive_member){
        .number = archive->number,
        .name = archive->name.data,
        .size = archive->size,
        .passed_over = passed_over,
    };
    return 0;
}

int fg_archive_next(struct fg_archive *archive, struct fg_archive_member *ret_member,
                    struct fg_error *err)
{
    struct fg_error failure;
    int status = archive->done ? 1 : -1;
    if (!archive->done && archive->error.code == FG_OK) {
        locale_t before = uselocale(archive->utf8);
        status = step(archive, ret_member, &failure);
        uselocale(before);
        if (status < 0)
            archive->error = failure;
        archive->done = status > 0;
    }
    if (status < 0 && err != NULL)
        *err = archive->error;
    return status;
}
