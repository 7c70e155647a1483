/* SPDX-License-Identifier: MIT */
#include "fargauge/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/stop.h"

enum { BUFFER_SIZE = 1 << 16, NAME_TRIES = 100 };

struct fg_output {
    struct fg_buf *memory; /* the target of a memory writer, else NULL */
    char *path;            /* what the file shall be called */
    char *temporary;       /* what it is called until then */
    int file;              /* -1: closed, or a memory writer */
    int error;             /* errno of the first failure, 0 so far */
    uint64_t room;         /* bytes that may still be written */
    uint64_t size;         /* bytes that were */
    bool over;             /* more were */
    size_t used;
    char *buffer;          /* NULL: a memory writer, or finished */
};

static const struct {
    int error;
    const char *hint;
} hints[] = {
    {ENOENT, "make the folder first, or name another one"},
    {ENOTDIR, "a part of the path is a file; name another folder"},
    {EACCES, "choose a folder you may write to"},
    {EPERM, "choose a folder you may write to"},
    {EROFS, "choose a folder you may write to"},
    {EISDIR, "a folder stands where the file should be; move it or choose another folder"},
    {ENOSPC, "make room on that disk, or choose a folder on another one"},
    {EDQUOT, "make room in your quota, or choose a folder on another disk"},
};

static int path_error(const char *path, int error, struct fg_error *err)
{
    if (error == ECANCELED && fg_stop_check(err) < 0)
        return -1;
    fg_error_set(err, FG_IO, "output: %s: %s", path, strerror(error));
    for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
        if (hints[i].error == error)
            return fg_error_hint(err, "%s", hints[i].hint);
    return -1;
}

/* Length of the folder part of `path`, its last '/' included; 0 where there is none. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

/* A crashed run may have left its file behind, and process numbers come back (in containers they
 * are always the same ones), so a taken name is passed over: whose it is, nobody can tell. */
static int open_temporary(struct fg_output *output)
{
    size_t folder = folder_length(output->path);
    for (int try = 0; try < NAME_TRIES; try++) {
        FG_BUF_AUTO name = FG_BUF_INIT;
        fg_buf_add(&name, output->path, folder);
        fg_buf_printf(&name, ".%s.%ld", output->path + folder, (long)getpid());
        if (try > 0)
            fg_buf_printf(&name, ".%d", try);
        fg_buf_add_text(&name, ".tmp");
        if (name.failed)
            return ENOMEM;
        output->file = open(name.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (output->file >= 0) {
            output->temporary = fg_buf_take(&name);
            return 0;
        }
        if (errno != EEXIST)
            return errno;
    }
    return EEXIST;
}

int fg_output_open(const char *path, struct fg_output **ret_output, struct fg_error *err)
{
    FG_OUTPUT_AUTO *output = calloc(1, sizeof *output);
    if (output == NULL)
        return fg_error_memory(err);
    output->file = -1;
    output->room = UINT64_MAX;
    output->path = strdup(path);
    output->buffer = malloc(BUFFER_SIZE);
    if (output->path == NULL || output->buffer == NULL)
        return fg_error_memory(err);
    if (path[folder_length(path)] == '\0')
        return path_error(path, EISDIR, err);
    int error = open_temporary(output);
    if (error != 0)
        return path_error(path, error, err);
    *ret_output = output;
    output = NULL;
    return 0;
}

struct fg_output *fg_output_open_memory(struct fg_buf *to)
{
    struct fg_output *output = calloc(1, sizeof *output);
    if (output == NULL)
        return NULL;
    output->memory = to;
    output->file = -1;
    return output;
}

static void write_all(struct fg_output *output, const char *bytes, size_t len)
{
    while (len > 0 && output->error == 0) {
        ssize_t done = write(output->file, bytes, len);
        if (done < 0) {
            output->error = errno == EINTR ? 0 : errno;
            continue;
        }
        bytes += done;
        len -= (size_t)done;
    }
}

static void flush(struct fg_output *output)
{
    if (output->error == 0 && fg_stop_requested())
        output->error = ECANCELED;
    write_all(output, output->buffer, output->used);
    output->used = 0;
}

void fg_output_write(struct fg_output *output, const void *bytes, size_t len)
{
    if (output->memory != NULL) {
        fg_buf_add(output->memory, bytes, len);
        return;
    }
    if (output->error == 0 && len > output->room) {
        output->over = true;
        output->error = EFBIG;
    }
    if (output->error != 0)
        return;
    output->room -= len;
    output->size += len;
    if (len > BUFFER_SIZE - output->used)
        flush(output);
    if (len > BUFFER_SIZE) {
        write_all(output, bytes, len);
        return;
    }
    if (len > 0)
        memcpy(output->buffer + output->used, bytes, len);
    output->used += len;
}

void fg_output_text(struct fg_output *output, const char *text)
{
    fg_output_write(output, text, strlen(text));
}

void fg_output_limit(struct fg_output *output, uint64_t bytes)
{
    output->room = bytes == 0 ? UINT64_MAX : bytes;
}

bool fg_output_is_over(const struct fg_output *output)
{
    return output->over;
}

uint64_t fg_output_size(const struct fg_output *output)
{
    return output->size;
}

const char *fg_output_path(const struct fg_output *output)
{
    return output->path;
}

bool fg_output_failed(const struct fg_output *output)
{
    return output->memory != NULL ? output->memory->failed : output->error != 0;
}

/* Some file systems (network ones, mostly) cannot sync and say EINVAL; that is no failure. */
static int sync_file(int file)
{
    return fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

/* Make the new name itself last. A folder that may be written but not read cannot be opened for it,
 * and the report is in place already: only a failing disk counts. */
static int sync_folder(const char *path)
{
    size_t length = folder_length(path);
    char *folder = length == 0 ? strdup(".") : strndup(path, length);
    int file = folder == NULL ? -1 : open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(folder);
    if (file < 0)
        return 0;
    int error = sync_file(file);
    close(file);
    return error == EIO ? EIO : 0;
}

static int finish(struct fg_output *output)
{
    flush(output);
    if (output->error == 0)
        output->error = sync_file(output->file);
    if (close(output->file) < 0 && output->error == 0)
        output->error = errno;
    output->file = -1;
    free(output->buffer);
    output->buffer = NULL;
    return output->error;
}

static int take_place(struct fg_output *output)
{
    if (rename(output->temporary, output->path) < 0)
        return errno;
    free(output->temporary);
    output->temporary = NULL;
    return sync_folder(output->path);
}

static void drop_temporary(struct fg_output *output)
{
    if (output->file >= 0)
        close(output->file);
    output->file = -1;
    if (output->temporary != NULL)
        unlink(output->temporary);
    free(output->temporary);
    output->temporary = NULL;
}

static int give_up(struct fg_output *output, int error, struct fg_error *err)
{
    drop_temporary(output);
    return path_error(output->path, error, err);
}

int fg_output_finish(struct fg_output *output, struct fg_error *err)
{
    int error = output->file < 0 ? output->error : finish(output);
    return error == 0 ? 0 : give_up(output, error, err);
}

int fg_output_commit(struct fg_output *output, struct fg_error *err)
{
    if (output->memory != NULL)
        return output->memory->failed ? fg_error_memory(err) : 0;
    if (fg_output_finish(output, err) < 0)
        return -1;
    int error = take_place(output);
    return error == 0 ? 0 : give_up(output, error, err);
}

void fg_output_close(struct fg_output *output)
{
    if (output == NULL)
        return;
    drop_temporary(output);
    free(output->path);
    free(output->buffer);
    free(output);
}

void fg_output_done(struct fg_output **output)
{
    fg_output_close(*output);
}
