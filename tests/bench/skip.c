/* SPDX-License-Identifier: MIT */
/*
 * How fast the JSON walker passes over texts, everything checked. Files are read into memory first:
 *
 *     cc -O2 -std=c17 -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc -o skip tests/bench/skip.c \
 *         build/src/libfargauge.a
 *     ./skip FILE...
 *
 * prints the median of several runs, in GB (10^9 bytes) a second, for each kind of loops that the
 * scanner has. Copying the text into the walker's window is part of it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fargauge/json_split.h"
#include "ingest/json_scan.h"

enum { RUNS = 9 };

struct text {
    char *bytes;
    size_t len, at;
};

static int read_text(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    (void)err;
    struct text *text = context;
    size_t left = text->len - text->at;
    *ret_got = left < room ? left : room;
    memcpy(to, text->bytes + text->at, *ret_got);
    text->at += *ret_got;
    return 0;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time); /* others run, too */
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Seconds for one text; below 0 where it is not JSON. */
static double skip(struct text *text)
{
    struct fg_json *json;
    struct fg_error err;
    text->at = 0;
    if (fg_json_open(read_text, text, &json, &err) < 0)
        return -1;
    double start = now();
    int status = fg_json_skip(json, &err);
    double seconds = now() - start;
    if (status < 0)
        fprintf(stderr, "skip: %s\n", err.message);
    fg_json_close(json);
    return status < 0 ? -1 : seconds;
}

static int load(const char *path, struct text *text)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) < 0)
        return -1;
    text->len = (size_t)ftell(file);
    rewind(file);
    text->bytes = malloc(text->len + 1);
    size_t got = text->bytes == NULL ? 0 : fread(text->bytes, 1, text->len, file);
    fclose(file);
    return got == text->len ? 0 : -1;
}

/* GB a second, the median of several runs; below 0 where the text is not JSON. */
static double speed(struct text *text)
{
    double taken[RUNS];
    for (int run = 0; run < RUNS; run++) {
        double seconds = skip(text);
        if (seconds < 0)
            return -1;
        int at = run;
        for (; at > 0 && taken[at - 1] > seconds; at--)
            taken[at] = taken[at - 1];
        taken[at] = seconds;
    }
    return (double)text->len / taken[RUNS / 2] / 1e9;
}

/* One row, a column for each kind of loops that this machine has. */
static int measure(const char *path, struct text *text)
{
    printf("%-32s", path);
    for (enum fg_scan_kind kind = 0; kind < FG_SCAN_KINDS; kind++) {
        const char *name = fg_scan_use(kind);
        double result = name == NULL ? 0 : speed(text);
        if (result < 0)
            return -1;
        if (name != NULL)
            printf("  %s %.2f", name, result);
    }
    puts("  GB/s");
    return 0;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct text text = {0};
        if (load(argv[i], &text) < 0) {
            perror(argv[i]);
            return 1;
        }
        int status = measure(argv[i], &text);
        free(text.bytes);
        if (status < 0)
            return 1;
    }
    return 0;
}
