/* SPDX-License-Identifier: MIT */
/*
 * The limit of anything that reads a .gz with zlib: inflate it, 256 KiB at a time, and throw it away.
 *
 *     inflate FILE.gz
 */
#include <stdio.h>
#include <zlib.h>

static char window[256 * 1024];

int main(int argc, char **argv)
{
    gzFile file = argc == 2 ? gzopen(argv[1], "rb") : NULL;
    if (file == NULL || gzbuffer(file, sizeof window) < 0) {
        fputs("inflate: not opened\n", stderr);
        return 1;
    }
    int got;
    do
        got = gzread(file, window, sizeof window);
    while (got > 0);
    if (got == 0 && gzclose(file) == Z_OK)
        return 0;
    fputs("inflate: not a whole gzip file\n", stderr);
    return 1;
}
