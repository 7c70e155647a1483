/* SPDX-License-Identifier: MIT */
/*
 * A pack that is an archive is written anew as a whole: its members in their order, then its seals in that of their kinds. So the
 * bytes are those of a pack that had these seals from the start, and do not depend on the order in which they came.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fargauge/archive.h"
#include "pack/bag_sink.h"
#include "seal/pack.h"

enum { CHUNK = 1 << 16 };

/* As many and as large as packs may be; what decompresses to 500 times its size is no honest one. */
static const struct fg_limits limits = {.total = UINT64_C(256) << 30, .ratio = 500, .members = 1000000};

/* An archive within is an input like others. */
static int check_member(const struct fg_archive_member *member, struct fg_error *err)
{
    if (member->passed_over != NULL && strcmp(member->passed_over, "nested_archive") != 0)
        return fg_error_set(err, FG_INPUT, "%s: it is no regular file", member->name);
    if (strchr(member->name, '/') == NULL || member->name[0] == '/')
        return fg_error_set(err, FG_INPUT, "%s: it does not lie in the pack's folder", member->name);
    return 0;
}

/* The name within the pack; NULL where it lies elsewhere than the others. The first one tells where that is. */
static const char *below_top(struct fg_buf *top, const char *name)
{
    if (top->len == 0)
        fg_buf_add(top, name, (size_t)(strchr(name, '/') - name) + 1);
    return top->failed || strncmp(name, top->data, top->len) != 0 ? NULL : name + top->len;
}

/* Open the archive, and call `found` for each member, by its name within the pack. */
typedef int member_fn(void *context, struct fg_archive *archive, const struct fg_archive_member *member,
                      const char *name, struct fg_error *err);

static int walk(struct fg_archive *archive, struct fg_buf *top, member_fn *found, void *context, struct fg_error *err)
{
    struct fg_archive_member member;
    int step;
    while ((step = fg_archive_next(archive, &member, err)) == 0) {
        if (check_member(&member, err) < 0)
            return -1;
        const char *name = below_top(top, member.name);
        if (name == NULL)
            return fg_error_set(err, FG_INPUT, "%s: it does not lie in the pack's folder", member.name);
        if (found(context, archive, &member, name, err) < 0)
            return -1;
    }
    return step < 0 ? -1 : 0;
}

/* ---- reading */

struct reading {
    struct fg_seal_pack *pack;
    struct fg_seal_tags *tags;
};

static int take(void *context, struct fg_archive *archive, const struct fg_archive_member *member, const char *name,
                struct fg_error *err)
{
    const struct reading *reading = context;
    (void)member;
    if (strchr(name, '/') != NULL)
        return 0;
    return fg_seal_tags_add(reading->tags, reading->pack, name, fg_archive_read, archive, err);
}

int fg_seal_archive_read(struct fg_seal_pack *pack, struct fg_seal_tags *tags, struct fg_error *err)
{
    struct fg_archive *archive = NULL;
    struct reading reading = {pack, tags};
    FG_BUF_AUTO top = FG_BUF_INIT;
    if (fg_archive_open(pack->path.data, &limits, &archive, err) < 0)
        return -1;
    const struct fg_archive_facts *facts = fg_archive_facts(archive);
    memcpy(pack->sha256, facts->sha256, sizeof pack->sha256);
    int done = facts->format == FG_ARCHIVE_TAR
                   ? fg_error_set(err, FG_INPUT, "it is a tar that is not compressed, as fargauge writes none")
                   : walk(archive, &top, take, &reading, err);
    fg_archive_close(archive);
    return done;
}

/* ---- writing */

struct writing {
    struct fg_bag_sink *sink;
    char *chunk;
};

static bool is_seal(const char *name)
{
    for (enum fg_seal_kind kind = 0; kind < FG_SEAL_KINDS; kind++)
        if (strcmp(name, fg_seal_file(kind)) == 0)
            return true;
    return false;
}

static int copy(void *context, struct fg_archive *archive, const struct fg_archive_member *member, const char *name,
                struct fg_error *err)
{
    const struct writing *writing = context;
    const struct fg_bag_sink_class *to = writing->sink->class;
    if (is_seal(name))
        return 0;
    if (member->size < 0)
        return fg_error_set(err, FG_INPUT, "%s: the archive does not say its size", member->name);
    if (to->begin(writing->sink, name, (uint64_t)member->size, err) < 0)
        return -1;
    for (size_t got = 1; got > 0;)
        if (fg_archive_read(archive, writing->chunk, CHUNK, &got, err) < 0 ||
            (got > 0 && to->write(writing->sink, writing->chunk, got, err) < 0))
            return -1;
    return to->end(writing->sink, err);
}

static int put(struct fg_bag_sink *sink, const char *name, struct fg_seal_bytes seal, struct fg_error *err)
{
    if (seal.bytes == NULL)
        return 0;
    return sink->class->begin(sink, name, seal.len, err) < 0 || sink->class->write(sink, seal.bytes, seal.len, err) < 0 ||
                   sink->class->end(sink, err) < 0
               ? -1
               : 0;
}

/* The top folder is found, and the sink opened under its name, when the first member comes. */
struct rewriting {
    struct writing writing;
    const struct fg_seal_pack *pack;
    const char *ending;
    enum fg_bag_form form;
};

static int open_sink(struct rewriting *to, const struct fg_archive_member *member, struct fg_error *err)
{
    FG_BUF_AUTO called = FG_BUF_INIT;
    FG_BUF_AUTO top = FG_BUF_INIT;
    size_t len = (size_t)(strchr(member->name, '/') - member->name);
    fg_buf_add(&called, member->name, len);
    fg_buf_add_text(&called, to->ending);
    fg_bag_add_top(&top, fg_buf_text(&called));
    if (called.failed || top.failed)
        return fg_error_memory(err);
    if (top.len != len || memcmp(top.data, member->name, len) != 0)
        return fg_error_set(err, FG_INPUT, "%s: the pack's folder has a name that fargauge does not write", member->name);
    return fg_bag_open_archive(to->pack->path.data, called.data, to->form, &to->writing.sink, err);
}

static int copy_next(void *context, struct fg_archive *archive, const struct fg_archive_member *member, const char *name,
                     struct fg_error *err)
{
    struct rewriting *to = context;
    if (to->writing.sink == NULL && open_sink(to, member, err) < 0)
        return -1;
    return copy(&to->writing, archive, member, name, err);
}

static int rewrite(struct rewriting *to, struct fg_archive *archive, enum fg_seal_kind kind, struct fg_seal_bytes seal,
                   enum fg_seal_kind drop, struct fg_error *err)
{
    FG_BUF_AUTO top = FG_BUF_INIT;
    const struct fg_archive_facts *facts = fg_archive_facts(archive);
    if (strcmp(facts->sha256, to->pack->sha256) != 0)
        return fg_error_set(err, FG_INPUT, "it was changed meanwhile");
    to->form = facts->format == FG_ARCHIVE_ZIP ? FG_BAG_ZIP : FG_BAG_TAR_GZ;
    to->ending = to->form == FG_BAG_ZIP ? ".zip" : ".tar.gz";
    if (walk(archive, &top, copy_next, to, err) < 0)
        return -1;
    if (to->writing.sink == NULL)
        return fg_error_set(err, FG_INPUT, "there is nothing in it");
    for (enum fg_seal_kind one = 0; one < FG_SEAL_KINDS; one++) {
        struct fg_seal_bytes bytes = one == kind ? seal : fg_seal_pack_seal(to->pack, one);
        if (one != drop && put(to->writing.sink, fg_seal_file(one), bytes, err) < 0)
            return -1;
    }
    return to->writing.sink->class->finish(to->writing.sink, err);
}

int fg_seal_archive_write(const struct fg_seal_pack *pack, enum fg_seal_kind kind, struct fg_seal_bytes seal,
                          enum fg_seal_kind drop, struct fg_error *err)
{
    struct fg_archive *archive = NULL;
    struct rewriting to = {.pack = pack, .writing = {.chunk = malloc(CHUNK)}};
    struct stat status;
    int done = to.writing.chunk == NULL ? fg_error_memory(err) : fg_archive_open(pack->path.data, &limits, &archive, err);
    if (done == 0 && stat(pack->path.data, &status) < 0)
        done = fg_error_set(err, FG_IO, "it is gone");
    if (done == 0)
        done = rewrite(&to, archive, kind, seal, drop, err);
    if (to.writing.sink != NULL)
        to.writing.sink->class->close(to.writing.sink);
    fg_archive_close(archive);
    free(to.writing.chunk);
    if (done == 0)
        return chmod(pack->path.data, status.st_mode & 0777) == 0
                   ? 0
                   : fg_error_set(err, FG_IO, "pack: %s: its mode cannot be set", pack->path.data);
    return err != NULL && err->code == FG_INPUT ? fg_error_prepend(err, "pack: %s", pack->path.data) : -1;
}
