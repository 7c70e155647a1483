/* SPDX-License-Identifier: MIT */
/*
 * How fast the JSON walker passes over texts, everything checked. Files are read into memory first:
 *
 *     skip FILE...
 *
 * prints the best of several runs, in GB (10^9 bytes) a second.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fargauge/json_split.h"

enum { RUNS = 7 };

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
    clock_gettime(CLOCK_MONOTONIC, &time);
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

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct text text = {0};
        if (load(argv[i], &text) < 0) {
            perror(argv[i]);
            return 1;
        }
        double best = 0;
        for (int run = 0; run < RUNS; run++) {
            double seconds = skip(&text);
            if (seconds < 0)
                return 1;
            if (run == 0 || seconds < best)
                best = seconds;
        }
        printf("%s: %.2f GB/s\n", argv[i], (double)text.len / best / 1e9);
        free(text.bytes);
    }
    return 0;
}
