/* SPDX-License-Identifier: MIT */
#include "fargauge/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "fargauge/stop.h"

enum {
    RAW = 256 * 1024,
    GZIP_ONLY = 15 + 16, /* zlib's windowBits: the largest window, a gzip header is required */
};

/* Where decoding stands. */
enum stage {
    UNKNOWN, /* nothing was read yet */
    PLAIN,
    MEMBER,  /* within a gzip member */
    BETWEEN, /* behind one */
    PADDING, /* within the NULs that tapes and block devices leave behind */
    ENDED,
    BROKEN,
};

struct fg_source {
    int fd;
    bool owned; /* close it */
    fg_json_read_fn *read; /* instead of the descriptor, where not NULL */
    void *context;
    enum stage stage;
    struct fg_error error; /* where BROKEN */
    struct fg_sha256 *hash;
    struct fg_source_facts facts;
    bool finished; /* facts.sha256 is there */
    bool inflating; /* `zlib` is set up */
    uint64_t inflated;
    const struct fg_limits *limits;
    atomic_uint_fast64_t *counter;
    z_stream zlib;
    unsigned char *next; /* what was read and not used yet, in `raw` */
    size_t left;
    unsigned char raw[RAW];
};

/* ---- Opening ---- */

/* What may be so of the file that was named; else the machine fails, and what it would read is not known. */
static bool is_of_the_file(int why)
{
    static const int reasons[] = {EACCES, EPERM, ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, ENXIO, ETXTBSY};
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
        if (reasons[i] == why)
            return true;
    return false;
}

int fg_source_cannot_open(struct fg_error *err)
{
    int why = errno;
    if (!is_of_the_file(why))
        return fg_error_set(err, FG_IO, "cannot open: %s", strerror(why));
    fg_error_set(err, FG_INPUT, "cannot open: %s", strerror(why));
    return fg_error_hint(err, why == EACCES || why == EPERM   ? "make it readable for this user"
                              : why == ENOENT || why == ENOTDIR ? "check the name"
                                                                : "hand it over once more");
}

/* Looked at before opening: opening a device can already have effects. */
static int open_path(const char *path, int *ret_fd, struct fg_error *err)
{
    struct stat status;
    if (stat(path, &status) < 0)
        return fg_source_cannot_open(err);
    if (S_ISDIR(status.st_mode)) { /* a folder is walked before, so this is one that was closed to it */
        fg_error_set(err, FG_INPUT, "a folder that cannot be read");
        return fg_error_hint(err, "give read permission on it, or name the files themselves");
    }
    if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode)) {
        fg_error_set(err, FG_INPUT, "not a regular file");
        return fg_error_hint(err, "name an exported file, or - for standard input");
    }
    int fd;
    do
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK); /* a named pipe would wait here for a writer */
    while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return fg_source_cannot_open(err);
    *ret_fd = fd;
    return 0;
}

static int new_source(struct fg_source **ret_source, struct fg_error *err)
{
    struct fg_source *source = malloc(sizeof *source); /* not cleared: small files are many */
    struct fg_sha256 *hash = fg_sha256_new();
    if (source == NULL || hash == NULL) {
        fg_sha256_free(hash);
        free(source);
        return fg_error_memory(err);
    }
    memset(source, 0, offsetof(struct fg_source, raw));
    source->hash = hash;
    source->limits = &fg_default_limits;
    *ret_source = source;
    return 0;
}

int fg_source_open(const char *path, struct fg_source **ret_source, struct fg_error *err)
{
    bool owned = strcmp(path, "-") != 0;
    int fd = STDIN_FILENO;
    struct fg_source *source = NULL;
    if (owned && open_path(path, &fd, err) < 0)
        return -1;
    if (new_source(&source, err) < 0) {
        if (owned)
            close(fd);
        return -1;
    }
    source->fd = fd;
    source->owned = owned;
    *ret_source = source;
    return 0;
}

int fg_source_over(fg_json_read_fn *read, void *context, struct fg_source **ret_source,
                   struct fg_error *err)
{
    if (new_source(ret_source, err) < 0)
        return -1;
    (*ret_source)->read = read;
    (*ret_source)->context = context;
    return 0;
}

void fg_source_close(struct fg_source *source)
{
    if (source == NULL)
        return;
    if (source->inflating)
        inflateEnd(&source->zlib);
    if (source->owned)
        close(source->fd);
    fg_sha256_free(source->hash);
    free(source);
}

void fg_source_watch(struct fg_source *source, const struct fg_limits *limits,
                     atomic_uint_fast64_t *counter)
{
    source->limits = limits;
    source->counter = counter;
}

/* ---- Raw bytes: read, counted, hashed ---- */

/* A pipe may stay silent for ever, so it is waited for where a signal ends the waiting; it may also be non-blocking (whoever
 * made it decides). */
static int read_descriptor(int fd, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    ssize_t got;
    do {
        if (fg_stop_wait_readable(fd, err) < 0)
            return -1;
        got = read(fd, to, room);
    } while (got < 0 && (errno == EINTR || errno == EAGAIN));
    if (got < 0) {
        fg_error_set(err, FG_IO, "cannot read: %s", strerror(errno));
        return fg_error_hint(err, "copy the file to a local disk and try again");
    }
    *ret_got = (size_t)got;
    return 0;
}

static int read_raw(struct fg_source *source, void *to, size_t room, size_t *ret_got,
                    struct fg_error *err)
{
    if (fg_stop_check(err) < 0)
        return -1;
    int status = source->read != NULL ? source->read(source->context, to, room, ret_got, err)
                                      : read_descriptor(source->fd, to, room, ret_got, err);
    if (status < 0)
        return -1;
    source->facts.size += (uint64_t)*ret_got;
    if (source->counter != NULL)
        atomic_fetch_add_explicit(source->counter, (uint64_t)*ret_got, memory_order_relaxed);
    if (*ret_got > 0 && fg_sha256_add(source->hash, to, *ret_got) < 0)
        return fg_error_set(err, FG_IO, "libcrypto: SHA-256 failed");
    return 0;
}

/* Have at least `need` raw bytes at hand, fewer at the end of the file. */
static int need_raw(struct fg_source *source, size_t need, struct fg_error *err)
{
    if (source->left >= need)
        return 0;
    if (source->left > 0)
        memmove(source->raw, source->next, source->left);
    source->next = source->raw;
    while (source->left < need) {
        size_t got;
        if (read_raw(source, source->raw + source->left, RAW - source->left, &got, err) < 0)
            return -1;
        if (got == 0)
            break;
        source->left += got;
    }
    return 0;
}

/* ---- Decoding: one function for each stage; those that got nothing are called again ---- */

typedef int stage_fn(struct fg_source *source, void *to, size_t room, size_t *ret_got,
                     struct fg_error *err);

static int gzip_error(const char *what, const char *hint, struct fg_error *err)
{
    fg_error_set(err, FG_INPUT, "gzip: %s", what);
    return fg_error_hint(err, "%s", hint);
}

static int read_unknown(struct fg_source *source, void *to, size_t room, size_t *ret_got,
                        struct fg_error *err)
{
    (void)to, (void)room, (void)ret_got;
    if (need_raw(source, 2, err) < 0)
        return -1;
    source->facts.gzip = source->left >= 2 && source->next[0] == 0x1F && source->next[1] == 0x8B;
    source->stage = source->facts.gzip ? MEMBER : PLAIN;
    if (!source->facts.gzip)
        return 0;
    if (inflateInit2(&source->zlib, GZIP_ONLY) != Z_OK)
        return fg_error_memory(err);
    source->inflating = true;
    return 0;
}

/* Past the first bytes, nothing stands between the file and the caller's buffer. */
static int read_plain(struct fg_source *source, void *to, size_t room, size_t *ret_got,
                      struct fg_error *err)
{
    if (source->left == 0) {
        if (read_raw(source, to, room, ret_got, err) < 0)
            return -1;
        if (*ret_got == 0)
            source->stage = ENDED;
        return 0;
    }
    *ret_got = source->left < room ? source->left : room;
    memcpy(to, source->next, *ret_got);
    source->next += *ret_got;
    source->left -= *ret_got;
    return 0;
}

/* A small file may shrink to almost nothing; a bomb is large. */
enum { RATIO_FREE = 16 * 1024 * 1024 };

static int check_limits(const struct fg_source *source, struct fg_error *err)
{
    const struct fg_limits *limits = source->limits;
    uint64_t used = source->facts.size - source->left;
    if (source->inflated > limits->total) {
        fg_error_set(err, FG_INPUT, "gzip: more than %llu bytes when decompressed",
                     (unsigned long long)limits->total);
        return fg_error_hint(err, "is that so? then raise it with --max-total");
    }
    if (source->inflated <= RATIO_FREE || source->inflated / limits->ratio < used)
        return 0;
    fg_error_set(err, FG_INPUT, "gzip: it decompresses to more than %llu times its size",
                 (unsigned long long)limits->ratio);
    return fg_error_hint(err, "no export does; if this one really is one, raise --max-ratio");
}

static int read_member(struct fg_source *source, void *to, size_t room, size_t *ret_got,
                       struct fg_error *err)
{
    z_stream *zlib = &source->zlib;
    if (need_raw(source, 1, err) < 0)
        return -1;
    if (source->left == 0)
        return gzip_error("the file ends early", "copy or export it again; it was cut short", err);
    uInt size = room < RAW ? (uInt)room : RAW;
    zlib->next_in = source->next;
    zlib->avail_in = (uInt)source->left;
    zlib->next_out = to;
    zlib->avail_out = size;
    int status = inflate(zlib, Z_NO_FLUSH);
    source->next = zlib->next_in;
    source->left = zlib->avail_in;
    *ret_got = size - zlib->avail_out;
    source->inflated += *ret_got;
    if (check_limits(source, err) < 0)
        return -1;
    if (status == Z_STREAM_END) {
        source->stage = BETWEEN;
        inflateReset(zlib); /* for a next member; fails only on a stream that is not set up */
    }
    if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR)
        return 0;
    if (status == Z_MEM_ERROR)
        return fg_error_memory(err);
    return gzip_error(zlib->msg == NULL ? "the data is damaged" : zlib->msg,
                      "copy or export it again; it is damaged", err);
}

static int read_between(struct fg_source *source, void *to, size_t room, size_t *ret_got,
                        struct fg_error *err)
{
    (void)to, (void)room, (void)ret_got;
    if (need_raw(source, 2, err) < 0)
        return -1;
    if (source->left == 0)
        source->stage = ENDED;
    else if (source->next[0] == '\0')
        source->stage = PADDING;
    else if (source->next[0] == 0x1F && (source->left < 2 || source->next[1] == 0x8B))
        source->stage = MEMBER;
    else
        return gzip_error("something else follows the compressed data",
                          "copy or export it again; it is damaged", err);
    return 0;
}

static int read_padding(struct fg_source *source, void *to, size_t room, size_t *ret_got,
                        struct fg_error *err)
{
    (void)to, (void)room, (void)ret_got;
    while (source->left > 0 && *source->next == '\0') {
        source->next++;
        source->left--;
    }
    if (source->left > 0)
        return gzip_error("something else follows the compressed data",
                          "copy or export it again; it is damaged", err);
    if (need_raw(source, 1, err) < 0)
        return -1;
    if (source->left == 0)
        source->stage = ENDED;
    return 0;
}

static stage_fn *const stages[] = {
    [UNKNOWN] = read_unknown, [PLAIN] = read_plain,     [MEMBER] = read_member,
    [BETWEEN] = read_between, [PADDING] = read_padding,
};

int fg_source_read(struct fg_source *source, void *to, size_t room, size_t *ret_got,
                   struct fg_error *err)
{
    *ret_got = 0;
    while (*ret_got == 0 && source->stage < ENDED)
        if (stages[source->stage](source, to, room, ret_got, &source->error) < 0)
            source->stage = BROKEN;
    if (*ret_got > 0 || source->stage == ENDED)
        return 0;
    if (err != NULL)
        *err = source->error;
    return -1;
}

int fg_source_finish(struct fg_source *source, struct fg_source_facts *ret_facts,
                     struct fg_error *err)
{
    size_t got;
    do
        if (read_raw(source, source->raw, RAW, &got, err) < 0)
            return -1;
    while (got > 0);
    source->left = 0;
    if (!source->finished && fg_sha256_hex(source->hash, source->facts.sha256) < 0)
        return fg_error_set(err, FG_IO, "libcrypto: SHA-256 failed");
    source->finished = true;
    *ret_facts = source->facts;
    return 0;
}
