/* SPDX-License-Identifier: MIT */
#include "seal/pack.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { TAGS_MOST = 1000, CHUNK = 1 << 16, HEX = FG_SHA256_HEX_SIZE - 1 };

static const char *const needed[] = {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"};

void fg_seal_pack_done(struct fg_seal_pack *pack)
{
    fg_buf_done(&pack->path);
    fg_buf_done(&pack->manifest);
    for (size_t i = 0; i < FG_SEAL_KINDS; i++)
        fg_buf_done(&pack->seals[i]);
}

struct fg_seal_bytes fg_seal_pack_manifest(const struct fg_seal_pack *pack)
{
    return (struct fg_seal_bytes){fg_buf_text(&pack->manifest), pack->manifest.len};
}

struct fg_seal_bytes fg_seal_pack_seal(const struct fg_seal_pack *pack, enum fg_seal_kind kind)
{
    if (!pack->has[kind])
        return (struct fg_seal_bytes){NULL, 0};
    return (struct fg_seal_bytes){fg_buf_text(&pack->seals[kind]), pack->seals[kind].len};
}

/* ---- gathering */

/* Where this file's bytes are kept; NULL: only its hash is. */
static struct fg_buf *place_of(struct fg_seal_pack *pack, const char *name)
{
    if (strcmp(name, FG_SEAL_MANIFEST) == 0)
        return &pack->manifest;
    for (enum fg_seal_kind kind = 0; kind < FG_SEAL_KINDS; kind++)
        if (strcmp(name, fg_seal_file(kind)) == 0) {
            pack->has[kind] = true;
            return &pack->seals[kind];
        }
    return NULL;
}

static int hash_all(const char *name, struct fg_buf *keep, fg_json_read_fn *read, void *context, char *ret_hex,
                    struct fg_error *err)
{
    char *chunk = malloc(CHUNK);
    struct fg_sha256 *hash = fg_sha256_new();
    int status = chunk == NULL || hash == NULL ? fg_error_memory(err) : 0;
    for (size_t got = 1; status == 0 && got > 0;) {
        status = read(context, chunk, CHUNK, &got, err);
        if (status == 0 && fg_sha256_add(hash, chunk, got) < 0)
            status = fg_error_memory(err);
        if (status == 0 && keep != NULL)
            fg_buf_add(keep, chunk, got);
        if (keep != NULL && keep->len > FG_SEAL_LIMIT)
            status = fg_error_set(err, FG_INPUT, "%s: it is larger than any such file", name);
    }
    if (status == 0 && (fg_sha256_hex(hash, ret_hex) < 0 || (keep != NULL && keep->failed)))
        status = fg_error_memory(err);
    fg_sha256_free(hash);
    free(chunk);
    return status;
}

static const struct fg_seal_tag *find(const struct fg_seal_tags *tags, const char *name)
{
    for (size_t i = 0; i < tags->count; i++)
        if (strcmp(tags->list[i].name, name) == 0)
            return &tags->list[i];
    return NULL;
}

int fg_seal_tags_add(struct fg_seal_tags *tags, struct fg_seal_pack *pack, const char *name, fg_json_read_fn *read,
                     void *context, struct fg_error *err)
{
    if (find(tags, name) != NULL)
        return fg_error_set(err, FG_INPUT, "%s: it is there twice", name);
    if (tags->count == TAGS_MOST)
        return fg_error_set(err, FG_INPUT, "there are more than %d tag files", TAGS_MOST);
    struct fg_seal_tag *list = realloc(tags->list, (tags->count + 1) * sizeof *list);
    if (list == NULL)
        return fg_error_memory(err);
    tags->list = list;
    struct fg_seal_tag *tag = &list[tags->count];
    tag->name = strdup(name);
    if (tag->name == NULL)
        return fg_error_memory(err);
    tags->count++;
    return hash_all(name, place_of(pack, name), read, context, tag->sha256, err);
}

static void free_tags(struct fg_seal_tags *tags)
{
    for (size_t i = 0; i < tags->count; i++)
        free(tags->list[i].name);
    free(tags->list);
}

/* ---- comparing */

static bool is_hex(const char *text)
{
    return strspn(text, "0123456789abcdef") >= HEX;
}

/* One line, `HEX  NAME`, NUL-ended. */
static int check_line(const struct fg_seal_tags *tags, const char *line, size_t number, struct fg_error *err)
{
    size_t len = strlen(line);
    if (len <= HEX + 2 || !is_hex(line) || line[HEX] != ' ' || line[HEX + 1] != ' ')
        return fg_error_set(err, FG_INPUT, FG_SEAL_MANIFEST ": line %zu: it cannot be read", number);
    const struct fg_seal_tag *tag = find(tags, line + HEX + 2);
    if (tag == NULL)
        return fg_error_set(err, FG_INPUT, "%s: the tag manifest names it, and it is not there", line + HEX + 2);
    if (memcmp(tag->sha256, line, HEX) != 0)
        return fg_error_set(err, FG_INPUT, "%s: it is not what the tag manifest says", tag->name);
    return 0;
}

static bool names(const char *manifest, const char *name)
{
    for (const char *at = manifest; *at != '\0'; at += strcspn(at, "\n"), at += *at == '\n') {
        size_t len = strcspn(at, "\n");
        if (len == HEX + 2 + strlen(name) && memcmp(at + HEX + 2, name, strlen(name)) == 0)
            return true;
    }
    return false;
}

static int check_manifest(struct fg_seal_pack *pack, const struct fg_seal_tags *tags, struct fg_error *err)
{
    size_t number = 0;
    const char *text = fg_buf_text(&pack->manifest);
    const struct fg_seal_tag *own = find(tags, FG_SEAL_MANIFEST);
    if (own == NULL)
        return fg_error_set(err, FG_INPUT, "it holds no " FG_SEAL_MANIFEST);
    if (strlen(text) != pack->manifest.len || pack->manifest.len == 0 || text[pack->manifest.len - 1] != '\n')
        return fg_error_set(err, FG_INPUT, FG_SEAL_MANIFEST ": it is no list of lines");
    for (const char *at = text; *at != '\0';) {
        FG_BUF_AUTO line = FG_BUF_INIT;
        size_t len = strcspn(at, "\n");
        fg_buf_add(&line, at, len);
        if (line.failed)
            return fg_error_memory(err);
        if (check_line(tags, fg_buf_text(&line), ++number, err) < 0)
            return -1;
        at += len + 1;
    }
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
        if (!names(text, needed[i]))
            return fg_error_set(err, FG_INPUT, "%s: the tag manifest does not name it", needed[i]);
    memcpy(pack->digest, own->sha256, sizeof pack->digest);
    return 0;
}

int fg_seal_pack_read(const char *path, struct fg_seal_pack *ret_pack, struct fg_error *err)
{
    struct fg_seal_tags tags = {0};
    struct stat status;
    if (stat(path, &status) < 0) {
        fg_error_set(err, FG_IO, "pack: %s: %s", path, strerror(errno));
        return fg_error_hint(err, "check the path; fargauge pack makes packs");
    }
    fg_buf_add_text(&ret_pack->path, path);
    while (ret_pack->path.len > 1 && ret_pack->path.data[ret_pack->path.len - 1] == '/')
        ret_pack->path.data[--ret_pack->path.len] = '\0';
    ret_pack->is_archive = !S_ISDIR(status.st_mode);
    if (ret_pack->path.failed)
        return fg_error_memory(err);
    int done = ret_pack->is_archive ? fg_seal_archive_read(ret_pack, &tags, err)
                                    : fg_seal_folder_read(ret_pack, &tags, err);
    if (done == 0)
        done = check_manifest(ret_pack, &tags, err);
    free_tags(&tags);
    if (done == 0)
        return 0;
    fg_error_prepend(err, "pack: %s", path);
    if (err == NULL || err->code != FG_INPUT)
        return -1;
    return fg_error_hint(err, "a signature would vouch for a broken pack: see what fargauge verify says of it");
}

int fg_seal_pack_write(const struct fg_seal_pack *pack, enum fg_seal_kind kind, struct fg_seal_bytes seal,
                       enum fg_seal_kind drop, struct fg_error *err)
{
    return pack->is_archive ? fg_seal_archive_write(pack, kind, seal, drop, err)
                            : fg_seal_folder_write(pack, kind, seal, drop, err);
}
