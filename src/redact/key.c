/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <openssl/rand.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/redact.h"
#include "redact/map.h"

enum { HEX_LEN = 2 * FG_REDACT_KEY_SIZE };

static int key_error(const char *path, const char *why, const char *hint, enum fg_code code, struct fg_error *err)
{
    fg_error_set(err, code, "--redact-key: %s: %s", path, why);
    return fg_error_hint(err, "%s", hint);
}

static int digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool decode(const char *text, size_t len, unsigned char key[FG_REDACT_KEY_SIZE])
{
    while (len > HEX_LEN && (text[len - 1] == '\n' || text[len - 1] == '\r'))
        len--;
    if (len != HEX_LEN)
        return false;
    for (size_t i = 0; i < FG_REDACT_KEY_SIZE; i++) {
        int high = digit(text[2 * i]), low = digit(text[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        key[i] = (unsigned char)(high << 4 | low);
    }
    return true;
}

static int make_key(const char *path, unsigned char key[FG_REDACT_KEY_SIZE], struct fg_error *err)
{
    char text[HEX_LEN + 1];
    static const char hex[] = "0123456789abcdef";
    if (RAND_bytes(key, FG_REDACT_KEY_SIZE) != 1)
        return fg_error_set(err, FG_IO, "--redact-key: %s: the system gives no random bytes", path);
    for (size_t i = 0; i < FG_REDACT_KEY_SIZE; i++) {
        text[2 * i] = hex[key[i] >> 4];
        text[2 * i + 1] = hex[key[i] & 15];
    }
    text[HEX_LEN] = '\n';
    int file = fg_private_create(path);
    if (file < 0)
        return key_error(path, strerror(errno), "name a place that may be written", FG_IO, err);
    bool whole = write(file, text, sizeof text) == (ssize_t)sizeof text && fsync(file) == 0;
    int error = errno;
    if (close(file) == 0 && whole)
        return 0;
    unlink(path);
    return key_error(path, strerror(error), "name a place that may be written", FG_IO, err);
}

static int read_key(const char *path, int file, unsigned char key[FG_REDACT_KEY_SIZE], struct fg_error *err)
{
    char text[HEX_LEN + 8];
    struct stat status;
    if (fstat(file, &status) < 0)
        return key_error(path, strerror(errno), "check the name", FG_IO, err);
    if (!S_ISREG(status.st_mode))
        return key_error(path, "it is no file", "name a file, which is made where it is missing", FG_USAGE, err);
    if ((status.st_mode & 077) != 0)
        return key_error(path, "others may read it", "take that away with chmod go= FILE, or use a new key", FG_USAGE, err);
    ssize_t len = read(file, text, sizeof text);
    if (len < 0)
        return key_error(path, strerror(errno), "check the disk", FG_IO, err);
    if (!decode(text, (size_t)len, key))
        return key_error(path, "it holds no key of 64 hexadecimal digits", "name a key file, or a new file", FG_USAGE, err);
    return 0;
}

int fg_redact_key(const char *path, unsigned char key[FG_REDACT_KEY_SIZE], struct fg_error *err)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return errno == ENOENT ? make_key(path, key, err)
                               : key_error(path, strerror(errno), "check the name", FG_IO, err);
    int status = read_key(path, file, key, err);
    close(file);
    return status;
}
