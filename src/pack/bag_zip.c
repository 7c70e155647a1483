/* SPDX-License-Identifier: MIT */
/*
 * A ZIP's bytes, from 0 to the end: each member's header, data and descriptor, one behind the other in the directory's order, then the
 * directory, then its end. Names and sizes as in PKWARE's APPNOTE, 4.3.7 to 4.3.16 and 4.5.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pack/bag_odd.h"

enum {
    LOCAL_SIZE = 30,
    ENTRY_SIZE = 46,
    DESCRIPTOR_SIZE = 16,
    DESCRIPTOR64_SIZE = 24,
    END_SIZE = 22,
    LOCATOR64_SIZE = 20,
    END64_SIZE = 56,
    DESCRIPTOR_FOLLOWS = 1 << 3, /* flags */
    NAME_IS_UTF8 = 1 << 11,
    BY_UNIX = 3, /* who made an entry */
    DOS_FOLDER = 0x10,
    EXTRA_ZIP64 = 0x0001,
    EXTRA_TIMES = 0x5455,
    EXTRA_OWNER = 0x7875,
    OWNER_SIZE = 11,
    TIMES_MOST = 13,
};

/* What a member's header and its entry in the directory both say. */
struct record {
    unsigned flags, method, time, date;
    uint64_t sum, packed, size;
    struct fg_buf name, extra;
};

struct zip {
    struct fg_bag_filling *filling;
    struct fg_odd *odd;
    const char *path;
    int fd;
    uint64_t size;
    uint64_t directory, limit; /* where the directory begins and ends */
    uint64_t at;               /* its next entry */
    uint64_t next;             /* where the next member must begin */
    struct record entry, local;
};

static uint64_t number(const unsigned char *at, int bytes)
{
    uint64_t value = 0;
    while (bytes-- > 0)
        value = value << 8 | at[bytes];
    return value;
}

static const unsigned char *bytes_of(const struct fg_buf *buf)
{
    return (const unsigned char *)fg_buf_text(buf);
}

/* 1 where the file does not reach so far. */
static int read_at(const struct zip *zip, uint64_t at, void *to, size_t len, struct fg_error *err)
{
    if (at > zip->size || zip->size - at < len)
        return 1;
    for (size_t done = 0; done < len;) {
        ssize_t got = pread(zip->fd, (char *)to + done, len - done, (off_t)(at + done));
        if (got == 0)
            return 1;
        if (got < 0 && errno != EINTR)
            return fg_error_set(err, FG_IO, "pack: %s: cannot read: %s", zip->path, strerror(errno));
        done += got < 0 ? 0 : (size_t)got;
    }
    return 0;
}

static int read_text(const struct zip *zip, uint64_t at, size_t len, struct fg_buf *out, struct fg_error *err)
{
    char piece[1024];
    int status = 0;
    fg_buf_clear(out);
    for (size_t part; status == 0 && len > 0; len -= part, at += part) {
        part = len < sizeof piece ? len : sizeof piece;
        status = read_at(zip, at, piece, part, err);
        if (status == 0)
            fg_buf_add(out, piece, part);
    }
    return out->failed ? fg_error_memory(err) : status;
}

/* ---- Extra fields ---- */

/* Sizes that do not fit into 32 bits stand in a field of their own, in this order, each only where it is needed. */
static void take_zip64(const unsigned char *field, size_t len, uint64_t *values[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (*values[i] == UINT32_MAX && len >= 8) {
            *values[i] = number(field, 8);
            field += 8;
            len -= 8;
        }
}

/* Version 1, then user and group, each with its length: 4 bytes, as libarchive and Info-ZIP write them. */
static bool take_owner(struct zip *zip, const char *name, const unsigned char *field, size_t len)
{
    if (len != OWNER_SIZE || field[0] != 1 || field[1] != 4 || field[6] != 4)
        return false;
    fg_odd_check_owner(zip->odd, name, number(field + 2, 4), number(field + 7, 4));
    return true;
}

static void take_field(struct zip *zip, const char *name, unsigned id, const unsigned char *field, size_t len,
                       uint64_t *values[], size_t count)
{
    bool known = id == EXTRA_TIMES ? len <= TIMES_MOST : id == EXTRA_OWNER && take_owner(zip, name, field, len);
    if (id == EXTRA_ZIP64)
        take_zip64(field, len, values, count);
    else if (!known)
        fg_odd_add(zip->odd, FG_ODD_MORE, name, "it has an extra field 0x%04X of %zu bytes, which a pack has not", id, len);
}

static void take_extra(struct zip *zip, const char *name, const struct fg_buf *extra, uint64_t *values[], size_t count)
{
    const unsigned char *at = bytes_of(extra);
    size_t left = extra->len;
    while (left >= 4) {
        size_t len = (size_t)number(at + 2, 2);
        if (len > left - 4)
            break;
        take_field(zip, name, (unsigned)number(at, 2), at + 4, len, values, count);
        at += 4 + len;
        left -= 4 + len;
    }
    if (left > 0)
        fg_odd_add(zip->odd, FG_ODD_MORE, name, "its extra fields do not end where they should");
}

/* ---- Members ---- */

/* `fixed` begins with the flags in both kinds of header. */
static void take_fixed(struct record *record, const unsigned char *fixed)
{
    record->flags = (unsigned)number(fixed, 2);
    record->method = (unsigned)number(fixed + 2, 2);
    record->time = (unsigned)number(fixed + 4, 2);
    record->date = (unsigned)number(fixed + 6, 2);
    record->sum = number(fixed + 8, 4);
    record->packed = number(fixed + 12, 4);
    record->size = number(fixed + 16, 4);
}

/* 1 where there is none at `at`. *ret_end: where the data begin. */
static int read_local(struct zip *zip, uint64_t at, uint64_t *ret_end, struct fg_error *err)
{
    unsigned char fixed[LOCAL_SIZE];
    struct record *local = &zip->local;
    int status = read_at(zip, at, fixed, sizeof fixed, err);
    if (status != 0 || memcmp(fixed, "PK\3\4", 4) != 0)
        return status < 0 ? -1 : 1;
    take_fixed(local, fixed + 6);
    size_t name = (size_t)number(fixed + 26, 2), extra = (size_t)number(fixed + 28, 2);
    status = read_text(zip, at + LOCAL_SIZE, name, &local->name, err);
    if (status == 0)
        status = read_text(zip, at + LOCAL_SIZE + name, extra, &local->extra, err);
    *ret_end = at + LOCAL_SIZE + name + extra;
    return status;
}

/* Sum and sizes stand in the header, or behind the data. */
static bool agree(const struct record *entry, const struct record *local)
{
    bool follows = (entry->flags & DESCRIPTOR_FOLLOWS) != 0;
    return entry->name.len == local->name.len && memcmp(bytes_of(&entry->name), bytes_of(&local->name), entry->name.len) == 0 &&
           entry->flags == local->flags && entry->method == local->method && entry->time == local->time &&
           entry->date == local->date && (entry->sum == local->sum || (follows && local->sum == 0)) &&
           (entry->packed == local->packed || (follows && local->packed == 0)) &&
           (entry->size == local->size || (follows && local->size == 0));
}

/* Where what belongs to a member ends, of which the data end at `at`. A descriptor has its mark, the sum, and sizes of 4 or 8 bytes. */
static int skip_descriptor(struct zip *zip, uint64_t *at, struct fg_error *err)
{
    const struct record *entry = &zip->entry;
    unsigned char found[DESCRIPTOR64_SIZE] = {0};
    if ((entry->flags & DESCRIPTOR_FOLLOWS) == 0)
        return 0;
    int status = read_at(zip, *at, found, DESCRIPTOR64_SIZE, err); /* the directory's end is as long as this at least */
    if (status < 0)
        return -1;
    bool marked = status == 0 && memcmp(found, "PK\7\10", 4) == 0 && number(found + 4, 4) == entry->sum;
    if (marked && number(found + 8, 8) == entry->packed && number(found + 16, 8) == entry->size)
        *at += DESCRIPTOR64_SIZE;
    else if (marked && number(found + 8, 4) == entry->packed && number(found + 12, 4) == entry->size)
        *at += DESCRIPTOR_SIZE;
    else
        fg_odd_add(zip->odd, FG_ODD_TWICE, fg_buf_text(&entry->name), "what stands behind its data tells another size or sum");
    return 0;
}

static int check_member(struct zip *zip, uint64_t offset, struct fg_error *err)
{
    const char *name = fg_buf_text(&zip->entry.name);
    uint64_t end = 0;
    if (offset > zip->next)
        fg_odd_add(zip->odd, FG_ODD_GAP, zip->path, "%" PRIu64 " bytes before %s belong to no member", offset - zip->next, name);
    else if (offset < zip->next)
        fg_odd_add(zip->odd, FG_ODD_TWICE, name, "it stands before or within the member that the directory lists before it");
    int status = read_local(zip, offset, &end, err);
    if (status < 0)
        return -1;
    if (status > 0) {
        fg_odd_add(zip->odd, FG_ODD_TWICE, name, "its header is not where the directory says");
        return 0;
    }
    uint64_t *sizes[] = {&zip->local.size, &zip->local.packed};
    take_extra(zip, name, &zip->local.extra, sizes, 2);
    if (!agree(&zip->entry, &zip->local))
        fg_odd_add(zip->odd, FG_ODD_TWICE, name, "its own header (%s, %" PRIu64 " bytes) says something else than the directory",
                   fg_buf_text(&zip->local.name), zip->local.size);
    if (__builtin_add_overflow(end, zip->entry.packed, &end) || end > zip->directory) {
        fg_odd_add(zip->odd, FG_ODD_TWICE, name, "its data reach into the directory");
        return 0;
    }
    status = skip_descriptor(zip, &end, err);
    zip->next = end;
    return status;
}

/* ---- The directory ---- */

/* Folders are told by the slash behind their names, or by what made them: of a pack by both, if at all. */
static int check_kind(struct zip *zip, unsigned maker, uint64_t attributes, struct fg_error *err)
{
    const struct record *entry = &zip->entry;
    const char *name = fg_buf_text(&entry->name);
    bool by_unix = maker == BY_UNIX, slash = entry->name.len > 0 && name[entry->name.len - 1] == '/';
    mode_t mode = by_unix ? (mode_t)(attributes >> 16) : 0;
    bool folder = S_ISDIR(mode) || (!by_unix && (attributes & DOS_FOLDER) != 0);
    if (slash != folder && (by_unix || folder) && (mode == 0 || S_ISDIR(mode) || S_ISREG(mode)))
        fg_odd_add(zip->odd, FG_ODD_TWICE, name, "whether it is a folder, its name and its mode tell differently");
    if (S_ISDIR(mode) || S_ISREG(mode))
        fg_odd_check_mode(zip->odd, name, S_ISDIR(mode), mode & 07777);
    if ((slash || folder) && (entry->size != 0 || entry->packed != 0))
        fg_odd_add(zip->odd, FG_ODD_FOLDER, name, "it is a folder, and has %" PRIu64 " bytes", entry->size);
    return slash || folder ? fg_bag_note_folder(zip->filling, name, err) : 0;
}

static bool is_ascii(const struct fg_buf *text)
{
    for (size_t i = 0; i < text->len; i++)
        if ((bytes_of(text)[i] & 0x80) != 0)
            return false;
    return true;
}

static void check_name(struct zip *zip)
{
    const struct record *entry = &zip->entry;
    if (memchr(bytes_of(&entry->name), '\0', entry->name.len) != NULL)
        fg_odd_add(zip->odd, FG_ODD_TWICE, fg_buf_text(&entry->name), "a NUL stands in its name");
    if ((entry->flags & NAME_IS_UTF8) == 0 && !is_ascii(&entry->name))
        fg_odd_add(zip->odd, FG_ODD_TWICE, fg_buf_text(&entry->name), "its name is not marked as UTF-8, so two readers show two names");
}

/* 1 where the directory is not what it should be. */
static int check_entry(struct zip *zip, struct fg_error *err)
{
    unsigned char fixed[ENTRY_SIZE];
    struct record *entry = &zip->entry;
    int status = read_at(zip, zip->at, fixed, sizeof fixed, err);
    if (status != 0 || memcmp(fixed, "PK\1\2", 4) != 0)
        return status < 0 ? -1 : 1;
    take_fixed(entry, fixed + 8);
    size_t name = (size_t)number(fixed + 28, 2), extra = (size_t)number(fixed + 30, 2), comment = (size_t)number(fixed + 32, 2);
    uint64_t offset = number(fixed + 42, 4);
    status = read_text(zip, zip->at + ENTRY_SIZE, name, &entry->name, err);
    if (status == 0)
        status = read_text(zip, zip->at + ENTRY_SIZE + name, extra, &entry->extra, err);
    if (status != 0)
        return status;
    zip->at += ENTRY_SIZE + name + extra + comment;
    uint64_t *values[] = {&entry->size, &entry->packed, &offset};
    take_extra(zip, fg_buf_text(&entry->name), &entry->extra, values, 3);
    if (comment > 0)
        fg_odd_add(zip->odd, FG_ODD_MORE, fg_buf_text(&entry->name), "it has a comment of %zu bytes", comment);
    check_name(zip);
    if (check_kind(zip, (unsigned)number(fixed + 5, 1), number(fixed + 38, 4), err) < 0)
        return -1;
    return check_member(zip, offset, err);
}

/* The end for archives beyond 4 GiB or 65534 members, with what leads to it, right before the end. */
static int read_end64(struct zip *zip, uint64_t at, uint64_t *size, struct fg_error *err)
{
    unsigned char locator[LOCATOR64_SIZE], end64[END64_SIZE];
    if (at < LOCATOR64_SIZE + END64_SIZE)
        return 0;
    if (read_at(zip, at - LOCATOR64_SIZE, locator, sizeof locator, err) < 0)
        return -1;
    if (memcmp(locator, "PK\6\7", 4) != 0)
        return 0;
    zip->limit = at - LOCATOR64_SIZE - END64_SIZE;
    int status = read_at(zip, zip->limit, end64, sizeof end64, err);
    if (status < 0)
        return -1;
    if (memcmp(end64, "PK\6\6", 4) != 0 || number(end64 + 4, 8) != END64_SIZE - 12 || number(locator + 8, 8) != zip->limit) {
        fg_odd_add(zip->odd, FG_ODD_TWICE, zip->path, "its end (ZIP64) is not where it should be");
        return 1;
    }
    uint64_t said = zip->directory, said_size = *size;
    zip->directory = number(end64 + 48, 8);
    *size = number(end64 + 40, 8);
    if ((said == UINT32_MAX || said == zip->directory) && (said_size == UINT32_MAX || said_size == *size))
        return 0;
    fg_odd_add(zip->odd, FG_ODD_TWICE, zip->path, "its two ends name two directories");
    return 1;
}

/* 1 where the directory cannot be walked. */
static int find_directory(struct zip *zip, struct fg_error *err)
{
    unsigned char end[END_SIZE];
    uint64_t at = zip->size < END_SIZE ? 0 : zip->size - END_SIZE;
    int status = read_at(zip, at, end, sizeof end, err);
    if (status < 0)
        return -1;
    if (status > 0 || memcmp(end, "PK\5\6", 4) != 0) {
        fg_odd_add(zip->odd, FG_ODD_BEHIND, zip->path, "something stands behind the archive's end");
        return 1;
    }
    uint64_t size = number(end + 12, 4), last;
    zip->directory = number(end + 16, 4);
    zip->limit = at;
    if ((status = read_end64(zip, at, &size, err)) != 0)
        return status;
    if (__builtin_add_overflow(zip->directory, size, &last) || last != zip->limit) {
        fg_odd_add(zip->odd, FG_ODD_GAP, zip->path, "bytes stand between its directory and its end, or before its first member");
        return 1;
    }
    zip->at = zip->directory;
    return 0;
}

static int check(struct zip *zip, struct fg_error *err)
{
    int status = find_directory(zip, err);
    while (status == 0 && zip->at < zip->limit)
        status = check_entry(zip, err);
    if (status != 0)
        return status < 0 ? -1 : 0;
    if (zip->next < zip->directory)
        fg_odd_add(zip->odd, FG_ODD_GAP, zip->path, "%" PRIu64 " bytes before the directory belong to no member",
                   zip->directory - zip->next);
    return 0;
}

int fg_bag_check_zip(struct fg_bag_filling *filling, const char *path, struct fg_odd *odd, struct fg_error *err)
{
    struct zip zip = {.filling = filling, .odd = odd, .path = path, .fd = open(path, O_RDONLY | O_CLOEXEC)};
    struct stat status;
    int result = -1;
    if (zip.fd < 0 || fstat(zip.fd, &status) < 0)
        fg_error_set(err, FG_IO, "pack: %s: %s", path, strerror(errno));
    else {
        zip.size = (uint64_t)status.st_size;
        result = check(&zip, err);
    }
    if (zip.fd >= 0)
        close(zip.fd);
    fg_buf_done(&zip.entry.name);
    fg_buf_done(&zip.entry.extra);
    fg_buf_done(&zip.local.name);
    fg_buf_done(&zip.local.extra);
    return result;
}
