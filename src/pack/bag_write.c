/* SPDX-License-Identifier: MIT */
#include "pack/bag.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/stop.h"
#include "fargauge/visible.h"
#include "pack/bag_sink.h"
#include "core/walk.h"
#include "pack/bag_read_add.h"

enum { PIECE = 128 * 1024 };

/* A member that a manifest names. */
struct line {
    char *name;
    char sha256[FG_SHA256_HEX_SIZE];
};

struct lines {
    struct line *list;
    size_t count, room;
};

struct fg_bag_writer {
    struct fg_bag_sink *sink;
    struct fg_sha256 *hash;
    struct lines payload, tags;
    uint64_t bytes; /* of the payload */
    struct fg_buf info;
    char piece[PIECE];
};

static const struct {
    const char *end;
    enum fg_bag_form form;
} endings[] = {{".zip", FG_BAG_ZIP}, {".tar.gz", FG_BAG_TAR_GZ}, {".tgz", FG_BAG_TAR_GZ}};

/* What is called like an archive of another kind is not meant to be a folder. */
static const char *const other_endings[] = {".tar", ".tbz", ".tbz2", ".txz", ".tzst", ".gz",   ".bz2", ".xz",
                                            ".zst", ".7z",  ".rar",  ".lzh", ".zipx", ".cab", ".iso"};

/* In any case, behind a name. */
static bool ends_in(const char *path, const char *ending)
{
    size_t len = strlen(path), end = strlen(ending);
    return len > end && strcasecmp(path + len - end, ending) == 0 && path[len - end - 1] != '/';
}

/* The ending's length, 0 for a folder. */
static size_t find_ending(const char *path, enum fg_bag_form *ret_form)
{
    *ret_form = FG_BAG_FOLDER;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (ends_in(path, endings[i].end)) {
            *ret_form = endings[i].form;
            return strlen(endings[i].end);
        }
    return 0;
}

const char *fg_bag_other_ending(const char *path)
{
    if (fg_bag_form_of(path) != FG_BAG_FOLDER)
        return NULL;
    for (size_t i = 0; i < sizeof other_endings / sizeof other_endings[0]; i++)
        if (ends_in(path, other_endings[i]))
            return other_endings[i];
    return NULL;
}

enum fg_bag_form fg_bag_form_of(const char *path)
{
    enum fg_bag_form form;
    find_ending(path, &form);
    return form;
}

/* What is no UTF-8 or no name everywhere (a control character, a backslash) is one underscore a byte. `...zip` would be a path
 * upwards. */
void fg_bag_add_top(struct fg_buf *out, const char *path)
{
    enum fg_bag_form form;
    size_t before = out->len;
    size_t len = strlen(path) - find_ending(path, &form);
    while (len > 1 && path[len - 1] == '/')
        len--;
    const char *name = path;
    for (size_t i = 0; i + 1 < len; i++)
        if (path[i] == '/')
            name = path + i + 1;
    for (len -= (size_t)(name - path); len > 0;) {
        uint32_t code;
        size_t size = fg_utf8_decode(name, len, &code);
        bool good = size > 0 && !fg_visible_must_escape(code) && code >= 0x20 && strchr("/\\:", *name) == NULL;
        fg_buf_add(out, good ? name : "_", good ? size : 1);
        name += good ? size : 1;
        len -= good ? size : 1;
    }
    char *top = out->failed || out->len == before ? NULL : out->data + before;
    if (top != NULL && (strcmp(top, ".") == 0 || strcmp(top, "..") == 0))
        memset(top, '_', out->len - before);
}

static int add_line(struct lines *lines, const char *name, struct fg_sha256 *hash, struct fg_error *err)
{
    if (lines->count == lines->room) {
        size_t room = lines->room == 0 ? 64 : lines->room * 2;
        void *list = realloc(lines->list, room * sizeof *lines->list);
        if (list == NULL)
            return fg_error_memory(err);
        lines->list = list;
        lines->room = room;
    }
    struct line *line = &lines->list[lines->count];
    line->name = strdup(name);
    if (line->name == NULL || fg_sha256_hex(hash, line->sha256) < 0) {
        free(line->name);
        return fg_error_memory(err);
    }
    lines->count++;
    return 0;
}

static void drop_lines(struct lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        free(lines->list[i].name);
    free(lines->list);
}

static int compare_lines(const void *one, const void *other)
{
    return strcmp(((const struct line *)one)->name, ((const struct line *)other)->name);
}

int fg_bag_writer_open(const char *place, const char *path, struct fg_bag_writer **ret_bag, struct fg_error *err)
{
    struct fg_bag_writer *bag = calloc(1, sizeof *bag);
    enum fg_bag_form form = fg_bag_form_of(path);
    if (bag == NULL)
        return fg_error_memory(err);
    bag->hash = fg_sha256_new();
    int status = bag->hash == NULL        ? fg_error_memory(err)
                 : place == NULL         ? fg_bag_open_nowhere(&bag->sink, err)
                 : form == FG_BAG_FOLDER ? fg_bag_open_folder(place, &bag->sink, err)
                                         : fg_bag_open_archive(place, path, form, &bag->sink, err);
    if (status < 0) {
        fg_bag_writer_close(bag);
        return -1;
    }
    *ret_bag = bag;
    return 0;
}

void fg_bag_members(const struct fg_bag_writer *bag, fg_bag_member_fn *member, void *context)
{
    const struct lines *all[] = {&bag->payload, &bag->tags};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        for (size_t j = 0; j < all[i]->count; j++)
            member(context, all[i]->list[j].name, all[i]->list[j].sha256);
}

static int give(struct fg_bag_writer *bag, const void *bytes, size_t len, struct fg_error *err)
{
    if (fg_stop_check(err) < 0)
        return -1;
    if (fg_sha256_add(bag->hash, bytes, len) < 0)
        return fg_error_memory(err);
    return bag->sink->class->write(bag->sink, bytes, len, err);
}

/* Names come from folders of the user's and from databases that somebody may have forged. */
static int begin(struct fg_bag_writer *bag, const char *name, uint64_t size, struct fg_error *err)
{
    const char *fault = fg_bag_fault_of(name);
    if (fault == NULL)
        return bag->sink->class->begin(bag->sink, name, size, err);
    fg_error_set(err, FG_IO, "pack: %s: %s", name, fault);
    return fg_error_hint(err, "give the file another name; where nobody gave it this one, the database was changed by another program");
}

/* `lines` may be NULL: no manifest names it. */
static int put_bytes(struct fg_bag_writer *bag, struct lines *lines, const char *name, const void *bytes, size_t len,
                     struct fg_error *err)
{
    if (fg_sha256_reset(bag->hash) < 0)
        return fg_error_memory(err);
    if (begin(bag, name, len, err) < 0 || give(bag, bytes, len, err) < 0 ||
        bag->sink->class->end(bag->sink, err) < 0)
        return -1;
    return lines == NULL ? 0 : add_line(lines, name, bag->hash, err);
}

int fg_bag_put_bytes(struct fg_bag_writer *bag, const char *name, const void *bytes, size_t len, struct fg_error *err)
{
    bag->bytes += len;
    return put_bytes(bag, &bag->payload, name, bytes, len, err);
}

int fg_bag_put_seal(struct fg_bag_writer *bag, const char *name, const void *bytes, size_t len, struct fg_error *err)
{
    return put_bytes(bag, NULL, name, bytes, len, err);
}

/* `size` bytes of `file`; 1 where it has fewer. What it has more is not looked at: its hash would not fit then. */
static int copy(struct fg_bag_writer *bag, int file, uint64_t size, const char *from, struct fg_error *err)
{
    while (size > 0) {
        ssize_t got = read(file, bag->piece, size < PIECE ? (size_t)size : PIECE);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fg_error_set(err, FG_IO, "pack: %s: %s", from, strerror(errno));
        if (got == 0)
            return 1;
        if (give(bag, bag->piece, (size_t)got, err) < 0)
            return -1;
        size -= (uint64_t)got;
    }
    return 0;
}

static int put_open_file(struct fg_bag_writer *bag, const char *name, const char *from, int file, struct fg_error *err)
{
    struct stat status;
    if (fg_sha256_reset(bag->hash) < 0)
        return fg_error_memory(err);
    if (fstat(file, &status) < 0)
        return fg_error_set(err, FG_IO, "pack: %s: %s", from, strerror(errno));
    uint64_t size = (uint64_t)status.st_size;
    if (begin(bag, name, size, err) < 0)
        return -1;
    int copied = copy(bag, file, size, from, err);
    if (copied != 0)
        return copied;
    bag->bytes += size;
    return bag->sink->class->end(bag->sink, err) < 0 ? -1 : add_line(&bag->payload, name, bag->hash, err);
}

int fg_bag_put_file(struct fg_bag_writer *bag, const char *name, const char *from, const char *sha256, struct fg_error *err)
{
    int file = open(from, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fg_error_set(err, FG_IO, "pack: %s: %s", from, strerror(errno));
    int status = put_open_file(bag, name, from, file, err);
    close(file);
    if (status != 0 || sha256 == NULL)
        return status;
    return strcmp(bag->payload.list[bag->payload.count - 1].sha256, sha256) == 0 ? 0 : 1;
}

struct placing {
    struct fg_bag_writer *bag;
    const char *name;
};

static int put_found(void *context, const char *path, const char *below, struct fg_error *err)
{
    const struct placing *placing = context;
    FG_BUF_AUTO name = FG_BUF_INIT;
    fg_buf_printf(&name, "%s/%s", placing->name, below);
    if (name.failed)
        return fg_error_memory(err);
    int status = fg_bag_put_file(placing->bag, name.data, path, NULL, err);
    return status > 0 ? fg_error_set(err, FG_IO, "pack: %s: it became shorter meanwhile", path) : status;
}

int fg_bag_put_folder(struct fg_bag_writer *bag, const char *name, const char *from, struct fg_error *err)
{
    struct placing placing = {bag, name};
    return fg_walk(from, put_found, &placing, err);
}

void fg_bag_tell(struct fg_bag_writer *bag, const char *label, const char *value)
{
    fg_buf_printf(&bag->info, "%s: ", label);
    fg_visible_add_line(&bag->info, value, strlen(value));
    fg_buf_add_char(&bag->info, '\n');
}

const struct fg_buf *fg_bag_told(const struct fg_bag_writer *bag)
{
    return &bag->info;
}

/* RFC 8493, 2.1.3: of a path CR, LF and % are percent-encoded, and nothing else. */
static void add_path(struct fg_buf *out, const char *path)
{
    for (; *path != '\0'; path++)
        if (*path == '\r' || *path == '\n' || *path == '%')
            fg_buf_printf(out, "%%%02X", (unsigned)(unsigned char)*path);
        else
            fg_buf_add_char(out, *path);
}

static int put_manifest(struct fg_bag_writer *bag, struct lines *lines, struct lines *named_by, const char *name,
                        struct fg_buf *text, struct fg_error *err)
{
    if (lines->count > 1)
        qsort(lines->list, lines->count, sizeof *lines->list, compare_lines);
    for (size_t i = 0; i < lines->count; i++) {
        if (i > 0 && compare_lines(&lines->list[i - 1], &lines->list[i]) == 0)
            return fg_error_set(err, FG_IO, "pack: %s: two files have this name", lines->list[i].name);
        fg_buf_printf(text, "%s  ", lines->list[i].sha256);
        add_path(text, lines->list[i].name);
        fg_buf_add_char(text, '\n');
    }
    return text->failed ? fg_error_memory(err) : put_bytes(bag, named_by, name, fg_buf_text(text), text->len, err);
}

int fg_bag_write_manifests(struct fg_bag_writer *bag, struct fg_buf *ret_tag_manifest, char digest[FG_SHA256_HEX_SIZE],
                           struct fg_error *err)
{
    static const char declaration[] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    FG_BUF_AUTO manifest = FG_BUF_INIT;
    fg_buf_printf(&bag->info, "Payload-Oxum: %llu.%zu\n", (unsigned long long)bag->bytes, bag->payload.count);
    if (bag->info.failed)
        return fg_error_memory(err);
    if (put_bytes(bag, &bag->tags, "bagit.txt", declaration, strlen(declaration), err) < 0 ||
        put_bytes(bag, &bag->tags, "bag-info.txt", bag->info.data, bag->info.len, err) < 0 ||
        put_manifest(bag, &bag->payload, &bag->tags, "manifest-sha256.txt", &manifest, err) < 0 ||
        put_manifest(bag, &bag->tags, NULL, "tagmanifest-sha256.txt", ret_tag_manifest, err) < 0)
        return -1;
    return fg_sha256_hex(bag->hash, digest) < 0 ? fg_error_memory(err) : 0;
}

int fg_bag_finish(struct fg_bag_writer *bag, struct fg_error *err)
{
    return bag->sink->class->finish(bag->sink, err);
}

void fg_bag_writer_close(struct fg_bag_writer *bag)
{
    if (bag == NULL)
        return;
    if (bag->sink != NULL)
        bag->sink->class->close(bag->sink);
    fg_sha256_free(bag->hash);
    drop_lines(&bag->payload);
    drop_lines(&bag->tags);
    fg_buf_done(&bag->info);
    free(bag);
}
