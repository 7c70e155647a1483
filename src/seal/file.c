/* SPDX-License-Identifier: MIT */
#include "seal/file.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/seal.h"

int fg_seal_secret_init(struct fg_seal_secret *secret, size_t room, struct fg_error *err)
{
    *secret = (struct fg_seal_secret){.bytes = OPENSSL_zalloc(room + 1), .room = room};
    return secret->bytes == NULL ? fg_error_memory(err) : 0;
}

void fg_seal_secret_done(struct fg_seal_secret *secret)
{
    OPENSSL_clear_free(secret->bytes, secret->room + 1);
    *secret = (struct fg_seal_secret){0};
}

/* *ret_room: so many bytes are enough to tell that it is larger than it should be, or than it was. */
static int check_file(int file, const char *path, const char *what, bool private, size_t *ret_room, struct fg_error *err)
{
    struct stat status;
    if (fstat(file, &status) < 0)
        return fg_error_set(err, FG_IO, "%s: %s: %s", what, path, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return fg_error_set(err, FG_IO, "%s: %s: %s", what, path, strerror(EISDIR));
    bool small = S_ISREG(status.st_mode) && status.st_size < FG_SEAL_LIMIT;
    *ret_room = small ? (size_t)status.st_size + 1 : FG_SEAL_LIMIT + 1;
    if (!private || !S_ISREG(status.st_mode) || (status.st_mode & (S_IRWXG | S_IRWXO)) == 0)
        return 0;
    fg_error_set(err, FG_USAGE, "%s: %s: others than its owner may read or write it", what, path);
    return fg_error_hint(err, "run: chmod 600 FILE; if others did read it, its key is no longer yours alone");
}

static int read_all(int file, const char *path, const char *what, struct fg_seal_secret *to, struct fg_error *err)
{
    while (to->len < to->room) {
        ssize_t got = read(file, to->bytes + to->len, to->room - to->len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fg_error_set(err, FG_IO, "%s: %s: %s", what, path, strerror(errno));
        if (got == 0)
            return 0;
        to->len += (size_t)got;
    }
    return fg_error_set(err, FG_USAGE, "%s: %s: it is larger than any such file, or grew meanwhile", what, path);
}

int fg_seal_file_read(const char *path, const char *what, bool private, struct fg_seal_secret *ret_secret,
                      struct fg_error *err)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) {
        fg_error_set(err, FG_IO, "%s: %s: %s", what, path, strerror(errno));
        return fg_error_hint(err, "check the path and that you may read it");
    }
    size_t room = 0;
    int status = check_file(file, path, what, private, &room, err);
    if (status == 0)
        status = fg_seal_secret_init(ret_secret, room, err);
    if (status == 0)
        status = read_all(file, path, what, ret_secret, err);
    close(file);
    return status;
}
