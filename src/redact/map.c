/* SPDX-License-Identifier: MIT */
#include "redact/map.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int fg_private_create(const char *path)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file >= 0)
        fchmod(file, 0600); /* a umask may have taken even that away */
    return file;
}

static int map_error(const char *path, int error, struct fg_error *err)
{
    fg_error_set(err, error == EEXIST ? FG_USAGE : FG_IO, "--redact-map: %s: %s", path, strerror(error));
    return fg_error_hint(err, error == EEXIST ? "name a new file: a map that is kept must not be lost"
                                              : "name a place that may be written");
}

static int write_rows(struct fg_store *store, FILE *to, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, "redact/map", &query, err) < 0)
        return -1;
    fputs("token,kind,original\r\n", to);
    while ((step = fg_step(query, err)) > 0) {
        fprintf(to, "%s,%s,", fg_column_text(query, 0), fg_column_text(query, 1));
        const char *original = fg_column_text(query, 2);
        csv_fwrite(to, original, strlen(original));
        fputs("\r\n", to);
    }
    return step;
}

int fg_redact_write_map(struct fg_store *store, const char *path, struct fg_error *err)
{
    int file = fg_private_create(path);
    FILE *to = file < 0 ? NULL : fdopen(file, "w");
    if (to == NULL)
        return map_error(path, errno, err);
    int status = write_rows(store, to, err);
    int error = ferror(to) != 0 || fflush(to) != 0 || fsync(file) != 0 ? errno : 0;
    if (fclose(to) != 0 && error == 0)
        error = errno;
    if (status == 0 && error != 0)
        status = map_error(path, error, err);
    if (status < 0)
        unlink(path);
    return status;
}
