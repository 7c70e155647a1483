/* SPDX-License-Identifier: MIT */
#include "pack/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static int vacuum_into(struct fg_store *store, const char *path, struct fg_error *err)
{
    struct fg_statement *copy;
    if (fg_store_statement(store, "pack/copy_database", &copy, err) < 0)
        return -1;
    fg_bind_text(copy, "path", path);
    return fg_step_done(copy, NULL, err);
}

/* By way of a copy that may be written. */
static int copy_of_a_copy(struct fg_store *store, const char *path, struct fg_error *err)
{
    struct fg_store *copy;
    if (fg_store_copy(store, &copy, err) < 0)
        return -1;
    int status = fg_store_run(copy, "pack/forget_statistics", err);
    if (status == 0)
        status = vacuum_into(copy, path, err);
    fg_store_close(copy);
    return status;
}

static int copy_as_it_is(struct fg_store *store, const char *path, struct fg_error *err)
{
    int64_t statistics;
    bool read_only = sqlite3_db_readonly(fg_store_handle(store), "main") == 1; /* SQLite would lay the copy out otherwise */
    if (fg_store_number(store, "pack/count_statistics", &statistics, err) < 0)
        return -1;
    return statistics > 0 || read_only ? copy_of_a_copy(store, path, err) : vacuum_into(store, path, err);
}

/* https://sqlite.org/fileformat2.html, 1.3: at 40 stands the schema cookie, big-endian. Nobody has the file open, so nobody
 * needs to notice. */
static int settle(const char *path, struct fg_error *err)
{
    enum { SCHEMA_COOKIE = 40 };
    static const unsigned char one[] = {0, 0, 0, 1};
    int file = open(path, O_WRONLY | O_CLOEXEC);
    bool written = file >= 0 && pwrite(file, one, sizeof one, SCHEMA_COOKIE) == (ssize_t)sizeof one;
    int error = errno;
    if (file >= 0 && close(file) < 0 && written) {
        written = false;
        error = errno;
    }
    return written ? 0 : fg_error_set(err, FG_IO, "pack: %s: %s", path, strerror(error));
}

int fg_pack_copy(struct fg_store *store, const struct fg_pack_options *options, const char *path, struct fg_error *err)
{
    int status = options->redact != NULL ? options->redact(options->redact_context, store, path, err)
                                         : copy_as_it_is(store, path, err);
    return status < 0 ? -1 : settle(path, err);
}
