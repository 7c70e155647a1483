/* SPDX-License-Identifier: MIT */
/*
 * A tar's blocks, one behind the other: a header, data, zeros up to the block's end, and at last nothing but zeros. What a header of a
 * pack holds is POSIX's ustar; a pax header before it tells a long name, one with other letters, or a size beyond 8 GiB.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "pack/bag_odd.h"
#include "pack/bag_unzip.h"

enum { BLOCK = 512, PAX_MOST = 1024 * 1024 };

struct field {
    size_t at, len;
};

/* ustar's, in POSIX.1-2008, pax */
static const struct field name_field = {0, 100}, mode_field = {100, 8}, user_field = {108, 8}, group_field = {116, 8},
                          size_field = {124, 12}, link_field = {157, 100}, user_name = {265, 32}, group_name = {297, 32},
                          major_field = {329, 8}, minor_field = {337, 8}, prefix_field = {345, 155}, rest_field = {500, 12};
enum { TYPE_AT = 156, MAGIC_AT = 257 };

struct tar {
    struct fg_bag_filling *filling;
    struct fg_odd *odd;
    const char *path;
    struct fg_unzip *from;
    struct fg_buf name;          /* of the last header */
    struct fg_buf pax, pax_name; /* what a pax header said of the next member */
    bool has_pax, has_pax_size;
    uint64_t pax_size;
    unsigned char block[BLOCK];
};

/* 1 at the end; what does not fill a block is an end too. */
static int next_block(struct tar *tar, struct fg_error *err)
{
    size_t got;
    if (fg_unzip_read(tar->from, tar->block, BLOCK, &got, err) < 0)
        return -1;
    if (got > 0 && got < BLOCK && !fg_odd_is_empty(tar->block, got))
        fg_odd_add(tar->odd, FG_ODD_BEHIND, tar->path, "%zu bytes stand behind its last block", got);
    return got == BLOCK ? 0 : 1;
}

/* ---- Fields ---- */

static bool is_zero(const struct tar *tar, struct field field)
{
    return fg_odd_is_empty(tar->block + field.at, field.len);
}

/* Octal digits up to a blank or a NUL; numbers that are too large for that are binary behind a set bit. False: it is neither. */
static bool read_number(const struct tar *tar, struct field field, uint64_t *ret_number)
{
    const unsigned char *at = tar->block + field.at, *end = at + field.len;
    bool binary = (*at & 0x80) != 0;
    uint64_t value = binary ? *at++ & 0x7F : 0;
    for (; binary && at < end; at++) {
        if (value >> 56 != 0)
            return false;
        value = value << 8 | *at;
    }
    while (at < end && *at == ' ')
        at++;
    for (; at < end && *at >= '0' && *at <= '7'; at++)
        value = value << 3 | (uint64_t)(*at - '0');
    *ret_number = value;
    while (at < end && (*at == ' ' || *at == '\0'))
        at++;
    return at == end;
}

/* A text up to its NUL; false where something stands behind that. */
static bool add_field(const struct tar *tar, struct field field, struct fg_buf *out)
{
    const unsigned char *text = tar->block + field.at, *end = memchr(text, '\0', field.len);
    size_t len = end == NULL ? field.len : (size_t)(end - text);
    fg_buf_add(out, text, len);
    return fg_odd_is_empty(text + len, field.len - len);
}

/* A name that is no longer than the header's field stands there too: who does not know pax headers reads that. */
static void compare_names(struct tar *tar)
{
    const char *other = fg_buf_text(&tar->pax_name);
    if (tar->pax_name.len <= name_field.len && strcmp(other, fg_buf_text(&tar->name)) != 0)
        fg_odd_add(tar->odd, FG_ODD_TWICE, other, "its two headers tell two names: %s is the other", fg_buf_text(&tar->name));
}

/* What the header calls the member: prefix/name, or what was said before it. */
static int read_name(struct tar *tar, struct fg_error *err)
{
    fg_buf_clear(&tar->name);
    bool whole = add_field(tar, prefix_field, &tar->name);
    if (tar->name.len > 0)
        fg_buf_add_char(&tar->name, '/');
    whole &= add_field(tar, name_field, &tar->name);
    if (!whole)
        fg_odd_add(tar->odd, FG_ODD_MORE, fg_buf_text(&tar->name), "bytes stand behind its name's end");
    if (tar->pax_name.len > 0) {
        compare_names(tar);
        fg_buf_clear(&tar->name);
        fg_buf_add_text(&tar->name, tar->pax_name.data);
    }
    return tar->name.failed ? fg_error_memory(err) : 0;
}

/* ---- Pax headers ---- */

static bool take_size(struct tar *tar, const char *value, size_t len)
{
    uint64_t size = 0;
    for (size_t i = 0; i < len; i++)
        if (value[i] < '0' || value[i] > '9' || __builtin_mul_overflow(size, 10, &size) ||
            __builtin_add_overflow(size, (uint64_t)(value[i] - '0'), &size))
            return false;
    tar->pax_size = size;
    tar->has_pax_size = true;
    return len > 0;
}

static bool take_path(struct tar *tar, const char *value, size_t len)
{
    fg_buf_add(&tar->pax_name, value, len);
    return len > 0 && memchr(value, '\0', len) == NULL;
}

/* KEY=VALUE: each once. */
static void take_pair(struct tar *tar, const char *pair, size_t len)
{
    static const struct {
        const char *key;
        bool (*take)(struct tar *tar, const char *value, size_t len);
    } known[] = {{"path=", take_path}, {"size=", take_size}};
    const char *equals = memchr(pair, '=', len);
    int key = equals == NULL || equals - pair > 60 ? 60 : (int)(equals - pair);
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        size_t skip = strlen(known[i].key);
        if (len < skip || memcmp(pair, known[i].key, skip) != 0)
            continue;
        bool again = i == 0 ? tar->pax_name.len > 0 : tar->has_pax_size;
        if (again || !known[i].take(tar, pair + skip, len - skip))
            fg_odd_add(tar->odd, FG_ODD_TWICE, tar->path, "a pax header before a member tells its %.*s wrongly, or twice", key, pair);
        return;
    }
    fg_odd_add(tar->odd, FG_ODD_MORE, tar->path, "a pax header tells \"%.*s\" of a member, which a pack does not", key, pair);
}

/* "LEN KEY=VALUE\n", LEN counting all of it. */
static void take_pairs(struct tar *tar)
{
    const char *at = fg_buf_text(&tar->pax);
    for (size_t left = tar->pax.len; left > 0;) {
        size_t len = 0, digits = 0;
        for (; digits < left && digits < 8 && at[digits] >= '0' && at[digits] <= '9'; digits++)
            len = len * 10 + (size_t)(at[digits] - '0');
        if (digits == 0 || len > left || len < digits + 3 || at[digits] != ' ' || at[len - 1] != '\n') {
            fg_odd_add(tar->odd, FG_ODD_TWICE, tar->path, "a pax header is malformed");
            return;
        }
        take_pair(tar, at + digits + 1, len - digits - 2);
        at += len;
        left -= len;
    }
}

/* ---- Members ---- */

/* The data of the last header, into `out` unless that is NULL; zeros fill their last block. 1: they end early. */
static int read_data(struct tar *tar, uint64_t size, struct fg_buf *out, struct fg_error *err)
{
    for (uint64_t left = size; left > 0;) {
        size_t len = left < BLOCK ? (size_t)left : BLOCK;
        int status = next_block(tar, err);
        if (status != 0)
            return status;
        if (out != NULL)
            fg_buf_add(out, tar->block, len);
        if (!fg_odd_is_empty(tar->block + len, BLOCK - len))
            fg_odd_add(tar->odd, FG_ODD_GAP, fg_buf_text(&tar->name), "bytes that belong to no member stand behind its end");
        left -= len;
    }
    return out != NULL && out->failed ? fg_error_memory(err) : 0;
}

static void check_header(struct tar *tar, bool is_folder)
{
    const char *name = fg_buf_text(&tar->name);
    uint64_t mode = 0, user = 0, group = 0, major = 0, minor = 0;
    bool sound = read_number(tar, mode_field, &mode) && read_number(tar, user_field, &user) &&
                 read_number(tar, group_field, &group) && read_number(tar, major_field, &major) &&
                 read_number(tar, minor_field, &minor);
    if (!sound || memcmp(tar->block + MAGIC_AT, "ustar\0" "00", 8) != 0)
        fg_odd_add(tar->odd, FG_ODD_MORE, name, "its header is of another kind than a pack's (ustar and pax)");
    fg_odd_check_mode(tar->odd, name, is_folder, (unsigned)(mode & 07777));
    fg_odd_check_owner(tar->odd, name, user, group);
    if (!is_zero(tar, user_name) || !is_zero(tar, group_name))
        fg_odd_add(tar->odd, FG_ODD_OWNER, name, "it is of user \"%.32s\" and group \"%.32s\", in a pack of none",
                   (const char *)tar->block + user_name.at, (const char *)tar->block + group_name.at);
    if (!is_zero(tar, link_field) || !is_zero(tar, rest_field) || major != 0 || minor != 0)
        fg_odd_add(tar->odd, FG_ODD_MORE, name, "its header has a link's target, a device's number or bytes of no field");
}

static int read_pax(struct tar *tar, uint64_t size, struct fg_error *err)
{
    check_header(tar, false);
    if (tar->has_pax)
        fg_odd_add(tar->odd, FG_ODD_TWICE, tar->path, "two pax headers stand before one member");
    if (size > PAX_MOST) {
        fg_odd_add(tar->odd, FG_ODD_MORE, tar->path, "a pax header has %" PRIu64 " bytes", size);
        return read_data(tar, size, NULL, err);
    }
    fg_buf_clear(&tar->pax);
    int status = read_data(tar, size, &tar->pax, err);
    if (status == 0)
        take_pairs(tar);
    tar->has_pax = true;
    return status;
}

/* 1 where what follows cannot be told. */
static int check_folder(struct tar *tar, uint64_t size, struct fg_error *err)
{
    const char *name = fg_buf_text(&tar->name);
    check_header(tar, true);
    if (fg_bag_note_folder(tar->filling, name, err) < 0)
        return -1;
    if (size == 0)
        return 0;
    fg_odd_add(tar->odd, FG_ODD_FOLDER, name, "it is a folder, and has %" PRIu64 " bytes", size);
    return 1;
}

static int check_file(struct tar *tar, uint64_t size, struct fg_error *err)
{
    const char *name = fg_buf_text(&tar->name);
    check_header(tar, false);
    if (tar->name.len > 0 && name[tar->name.len - 1] == '/')
        fg_odd_add(tar->odd, FG_ODD_TWICE, name, "whether it is a folder, its name and its kind tell differently");
    if (tar->has_pax_size && tar->pax_size != size)
        fg_odd_add(tar->odd, FG_ODD_TWICE, name, "its two headers tell two sizes");
    return read_data(tar, tar->has_pax_size ? tar->pax_size : size, NULL, err);
}

/* Links and devices have been told of; other kinds of header are those of GNU, of Solaris, and pax's for all members. */
static int check_other(struct tar *tar, uint64_t size, struct fg_error *err)
{
    int type = tar->block[TYPE_AT];
    if (type == '\0' || strchr("12346", type) == NULL)
        fg_odd_add(tar->odd, FG_ODD_MORE, fg_buf_text(&tar->name), "it is a header of kind %c, which a pack has not",
                   type > ' ' && type < 0x7F ? type : '?');
    return read_data(tar, size, NULL, err);
}

static int check_member(struct tar *tar, struct fg_error *err)
{
    int type = tar->block[TYPE_AT], status;
    uint64_t size;
    if (read_name(tar, err) < 0)
        return -1;
    if (!read_number(tar, size_field, &size)) {
        fg_odd_add(tar->odd, FG_ODD_TWICE, fg_buf_text(&tar->name), "its size is no number");
        return 1;
    }
    if (type == 'x')
        return read_pax(tar, size, err);
    status = type == '0' ? check_file(tar, size, err) : type == '5' ? check_folder(tar, size, err) : check_other(tar, size, err);
    tar->has_pax = tar->has_pax_size = false;
    fg_buf_clear(&tar->pax_name);
    return status;
}

/* From the first block of zeros on there is nothing else. */
static int check_end(struct tar *tar, struct fg_error *err)
{
    int status;
    while ((status = next_block(tar, err)) == 0)
        if (!fg_odd_is_empty(tar->block, BLOCK)) {
            fg_odd_add(tar->odd, FG_ODD_BEHIND, tar->path, "something stands behind the mark at its end");
            return 0;
        }
    return status < 0 ? -1 : 0;
}

static int check(struct tar *tar, struct fg_error *err)
{
    int status;
    while ((status = next_block(tar, err)) == 0) {
        if (fg_odd_is_empty(tar->block, BLOCK))
            return check_end(tar, err);
        if ((status = check_member(tar, err)) != 0)
            break;
    }
    return status < 0 ? -1 : 0;
}

int fg_bag_check_tar(struct fg_bag_filling *filling, const char *path, struct fg_odd *odd, struct fg_error *err)
{
    struct tar tar = {.filling = filling, .odd = odd, .path = path};
    if (fg_unzip_open(path, &tar.from, err) < 0)
        return -1;
    int status = check(&tar, err);
    if (status == 0)
        status = fg_unzip_tell(tar.from, odd, err);
    fg_unzip_close(tar.from);
    fg_buf_done(&tar.name);
    fg_buf_done(&tar.pax);
    fg_buf_done(&tar.pax_name);
    return status;
}
