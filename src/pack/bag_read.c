/* SPDX-License-Identifier: MIT */
#include "pack/bag_read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/stop.h"
#include "pack/bag_read_add.h"
#include "core/scratch.h"

const struct fg_limits fg_bag_limits = {
    .total = UINT64_C(256) << 30,
    .ratio = 500,
    .members = 1000000,
};

enum { PIECE = 64 * 1024 };

/* Of what is read as text: a manifest of the most members there may be is smaller. */
static const uint64_t text_max = UINT64_C(256) << 20;

bool fg_bag_is_input(const char *path)
{
    return strncmp(path, "data/inputs/", strlen("data/inputs/")) == 0;
}

/* ---- One member ---- */

const char *fg_bag_fault_of(const char *path)
{
    for (const char *at = path, *end; at != NULL; at = end == NULL ? NULL : end + 1) {
        end = strchr(at, '/');
        size_t len = end == NULL ? strlen(at) : (size_t)(end - at);
        if (len == 0)
            return at == path ? "the name is that of a place outside of the pack" : "the name has an empty part";
        if (len == 2 && memcmp(at, "..", 2) == 0)
            return "the name leads out of the pack";
        if (len == 1 && *at == '.')
            return "the name has a part \".\"";
    }
    return strchr(path, '\\') != NULL ? "the name has a backslash, which some systems take for \"/\"" : NULL;
}

/* Where a member's bytes go while it is read. */
struct taking {
    struct fg_bag_file *file;
    struct fg_sha256 *hash;
    bool as_text;
    int fd; /* -1: no copy is made */
};

static bool is_text(const char *path)
{
    return strchr(path, '/') == NULL || strcmp(path, "data/pack.json") == 0;
}

static bool needs_copy(const char *path, const char *place)
{
    return strcmp(path, "data/fargauge.db") == 0 || (place == NULL && fg_bag_is_input(path));
}

/* In an archive "top/data/x" is judged as "data/x". */
static const char *without_top(const char *path, const char *place)
{
    const char *slash = strchr(path, '/');
    return place == NULL && slash != NULL ? slash + 1 : path;
}

static int write_all(int fd, const char *bytes, size_t len, struct fg_error *err)
{
    while (len > 0) {
        ssize_t got = write(fd, bytes, len);
        if (got < 0 && errno != EINTR) {
            fg_error_set(err, FG_IO, "temporary folder: cannot write: %s", strerror(errno));
            return fg_error_hint(err, "name a folder with room in TMPDIR");
        }
        bytes += got < 0 ? 0 : got;
        len -= got < 0 ? 0 : (size_t)got;
    }
    return 0;
}

static int take_piece(struct taking *taking, const char *piece, size_t len, struct fg_error *err)
{
    struct fg_bag_file *file = taking->file;
    file->size += len;
    if (fg_stop_check(err) < 0)
        return -1;
    if (fg_sha256_add(taking->hash, piece, len) < 0)
        return fg_error_memory(err);
    if (taking->as_text && file->size <= text_max)
        fg_buf_add(&file->text, piece, len);
    if (file->text.failed)
        return fg_error_memory(err);
    return taking->fd < 0 ? 0 : write_all(taking->fd, piece, len, err);
}

/* Returns 1 where the member itself cannot be read (*err says why), -1 where the machine failed. */
static int take_pieces(struct taking *taking, fg_json_read_fn *read, void *context, struct fg_error *err)
{
    char *piece = malloc(PIECE);
    size_t got = 1;
    int status = piece == NULL ? fg_error_memory(err) : 0;
    while (status == 0 && got > 0) {
        if (read(context, piece, PIECE, &got, err) < 0)
            status = err->code == FG_INPUT ? 1 : -1;
        else
            status = take_piece(taking, piece, got, err);
    }
    free(piece);
    return status;
}

static int open_copy(struct fg_bag *bag, struct taking *taking, struct fg_error *err)
{
    FG_BUF_AUTO name = FG_BUF_INIT;
    fg_buf_printf(&name, "%s/%zu", bag->scratch, bag->count);
    if (name.failed)
        return fg_error_memory(err);
    free(taking->file->place);
    taking->file->place = fg_buf_take(&name);
    taking->fd = open(taking->file->place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (taking->fd >= 0)
        return 0;
    return fg_error_set(err, FG_IO, "temporary folder: %s: %s", taking->file->place, strerror(errno));
}

/* The member is in the bag whatever becomes of its bytes. */
static int take_member(struct fg_bag_filling *filling, struct taking *taking, fg_json_read_fn *read, void *context,
                       struct fg_error *err)
{
    struct fg_bag_file *file = taking->file;
    int status = take_pieces(taking, read, context, err);
    if (status == 0 && fg_sha256_hex(taking->hash, file->sha256) < 0)
        return fg_error_memory(err);
    if (status == 1)
        fg_findings_add(filling->findings, "damaged", file->path, "%s", err->message);
    if (status == 0 && taking->as_text && file->size > text_max)
        fg_findings_add(filling->findings, "too large", file->path, "it is text, and larger than 256 MiB");
    return status < 0 ? -1 : 0;
}

static struct fg_bag_file *new_file(struct fg_bag *bag, const char *path, const char *place, struct fg_error *err)
{
    struct fg_bag_file *files = realloc(bag->files, (bag->count + 1) * sizeof *files);
    if (files == NULL) {
        fg_error_memory(err);
        return NULL;
    }
    bag->files = files;
    struct fg_bag_file *file = &files[bag->count++];
    *file = (struct fg_bag_file){.number = bag->count, .path = strdup(path), .place = place == NULL ? NULL : strdup(place)};
    if (file->path != NULL && (place == NULL || file->place != NULL))
        return file;
    fg_error_memory(err);
    return NULL;
}

int fg_bag_add(struct fg_bag_filling *filling, const char *path, const char *place, fg_json_read_fn *read, void *context,
               struct fg_error *err)
{
    struct fg_bag *bag = filling->bag;
    const char *inner = without_top(path, place);
    const char *fault = fg_bag_fault_of(path);
    if (fault != NULL) {
        fg_findings_add(filling->findings, "unsafe", path, "%s", fault);
        return 0;
    }
    struct taking taking = {
        .file = new_file(bag, path, place, err),
        .hash = fg_sha256_new(),
        .as_text = !filling->hash_only && is_text(inner),
        .fd = -1,
    };
    int status = -1;
    if (taking.file != NULL && taking.hash == NULL)
        fg_error_memory(err);
    else if (taking.file != NULL && (filling->hash_only || !needs_copy(inner, place) || open_copy(bag, &taking, err) == 0))
        status = take_member(filling, &taking, read, context, err);
    if (taking.fd >= 0 && close(taking.fd) < 0 && status == 0)
        status = fg_error_set(err, FG_IO, "temporary folder: cannot write: %s", strerror(errno));
    fg_sha256_free(taking.hash);
    return status;
}

/* ---- All of them ---- */

static int compare(const void *a, const void *b)
{
    const struct fg_bag_file *x = a, *y = b;
    return strcmp(x->path, y->path);
}

/* Of one name in the order in which they came: their copies are numbered. */
static int compare_members(const void *a, const void *b)
{
    const struct fg_bag_file *x = a, *y = b;
    int order = compare(a, b);
    return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

static void file_done(struct fg_bag_file *file)
{
    free(file->path);
    free(file->place);
    fg_buf_done(&file->text);
}

void fg_bag_sort(struct fg_bag *bag)
{
    if (bag->count > 0)
        qsort(bag->files, bag->count, sizeof *bag->files, compare_members);
}

/* Of several members with one name the last stays, as unpacking leaves it. */
static void drop_duplicates(struct fg_bag *bag, struct fg_findings *findings)
{
    size_t kept = 0;
    for (size_t i = 0; i < bag->count; i++) {
        struct fg_bag_file *file = &bag->files[i];
        if (i + 1 < bag->count && strcmp(file->path, file[1].path) == 0) {
            fg_findings_add(findings, "duplicate", file->path, "more than one member has this name");
            file_done(file);
        } else {
            bag->files[kept++] = *file;
        }
    }
    bag->count = kept;
}

static int compare_without_case(const void *a, const void *b)
{
    const struct fg_bag_file *const *x = a, *const *y = b;
    int order = strcasecmp((*x)->path, (*y)->path);
    return order != 0 ? order : strcmp((*x)->path, (*y)->path);
}

static int find_case_twins(const struct fg_bag *bag, struct fg_findings *findings, struct fg_error *err)
{
    const struct fg_bag_file **files = calloc(bag->count + 1, sizeof *files);
    if (files == NULL)
        return fg_error_memory(err);
    for (size_t i = 0; i < bag->count; i++)
        files[i] = &bag->files[i];
    qsort(files, bag->count, sizeof *files, compare_without_case);
    for (size_t i = 1; i < bag->count; i++)
        if (strcasecmp(files[i - 1]->path, files[i]->path) == 0)
            fg_findings_add(findings, "unsafe", files[i]->path, "its name differs from that of %s in case only",
                            files[i - 1]->path);
    free(files);
    return 0;
}

static int fill(struct fg_bag_filling *filling, const char *path, struct fg_error *err)
{
    struct stat status;
    if (stat(path, &status) < 0) {
        fg_error_set(err, FG_IO, "pack: %s: %s", path, strerror(errno));
        return fg_error_hint(err, "check the name");
    }
    return S_ISDIR(status.st_mode) ? fg_bag_fill_from_folder(filling, path, err)
                                   : fg_bag_fill_from_archive(filling, path, err);
}

static int read_all(struct fg_bag_filling *filling, const char *path, struct fg_error *err)
{
    struct fg_bag *bag = filling->bag;
    if (fg_scratch_open(&bag->scratch, err) < 0 || fill(filling, path, err) < 0)
        return -1;
    fg_bag_sort(bag);
    drop_duplicates(bag, filling->findings);
    if (!filling->hash_only && find_case_twins(bag, filling->findings, err) < 0)
        return -1;
    if (!filling->hash_only)
        fg_bag_check_folders(filling);
    return fg_findings_check(filling->findings, err);
}

static int open_bag(const char *path, const struct fg_limits *limits, bool hash_only, struct fg_findings *findings,
                    struct fg_bag **ret_bag, struct fg_error *err)
{
    struct fg_bag *bag = calloc(1, sizeof *bag);
    struct fg_bag_filling filling = {.bag = bag, .findings = findings, .limits = limits, .hash_only = hash_only};
    if (bag == NULL)
        return fg_error_memory(err);
    int status = read_all(&filling, path, err);
    fg_bag_forget_folders(&filling);
    if (status < 0) {
        fg_bag_close(bag);
        return -1;
    }
    *ret_bag = bag;
    return 0;
}

int fg_bag_open(const char *path, const struct fg_limits *limits, struct fg_findings *findings,
                struct fg_bag **ret_bag, struct fg_error *err)
{
    return open_bag(path, limits, false, findings, ret_bag, err);
}

int fg_bag_open_folder_of_inputs(const char *path, struct fg_bag **ret_bag, struct fg_error *err)
{
    struct fg_findings ignored = {0};
    int status = open_bag(path, &fg_bag_limits, true, &ignored, ret_bag, err);
    fg_findings_done(&ignored);
    return status;
}

void fg_bag_close(struct fg_bag *bag)
{
    if (bag == NULL)
        return;
    for (size_t i = 0; i < bag->count; i++)
        file_done(&bag->files[i]);
    free(bag->files);
    fg_scratch_close(bag->scratch);
    free(bag);
}

const struct fg_bag_file *fg_bag_find(const struct fg_bag *bag, const char *path)
{
    const struct fg_bag_file key = {.path = (char *)path}; /* only read */
    return bag->count == 0 ? NULL : bsearch(&key, bag->files, bag->count, sizeof *bag->files, compare);
}
