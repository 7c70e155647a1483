/* SPDX-License-Identifier: MIT */
#include "pack/manifest.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct reading {
    const struct fg_bag_file *file;
    struct fg_findings *findings;
    struct fg_manifest *manifest;
    size_t room;
};

void fg_manifest_done(struct fg_manifest *manifest)
{
    for (size_t i = 0; i < manifest->count; i++)
        free(manifest->lines[i].path);
    free(manifest->lines);
    *manifest = (struct fg_manifest){0};
}

static int hex(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c == '\0' ? NULL : strchr(digits, tolower((unsigned char)c));
    return at == NULL ? -1 : (int)(at - digits);
}

/* RFC 8493, 2.1.3: only CR, LF and % are percent-encoded; nothing else is decoded here. */
static char *decode(const char *text, size_t len)
{
    char *path = malloc(len + 1);
    size_t used = 0;
    for (size_t i = 0; path != NULL && i < len; i++) {
        int value = i + 2 < len && text[i] == '%' && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0
                        ? hex(text[i + 1]) * 16 + hex(text[i + 2])
                        : -1;
        bool encoded = value == '\r' || value == '\n' || value == '%';
        path[used++] = encoded ? (char)value : text[i];
        i += encoded ? 2 : 0;
    }
    if (path != NULL)
        path[used] = '\0';
    return path;
}

static void odd(struct reading *reading, size_t number, const char *what)
{
    fg_findings_add(reading->findings, "malformed", reading->file->path, "line %zu: %s", number, what);
}

static struct fg_manifest_line *new_line(struct reading *reading, struct fg_error *err)
{
    struct fg_manifest *manifest = reading->manifest;
    if (manifest->count == reading->room) {
        size_t room = reading->room == 0 ? 64 : 2 * reading->room;
        struct fg_manifest_line *lines = realloc(manifest->lines, room * sizeof *lines);
        if (lines == NULL) {
            fg_error_memory(err);
            return NULL;
        }
        manifest->lines = lines;
        reading->room = room;
    }
    return &manifest->lines[manifest->count];
}

/* The hash at the beginning of a line; returns how long it is. */
static size_t take_hash(const char *text, size_t len, char sha256[FG_SHA256_HEX_SIZE])
{
    size_t digits = 0;
    while (digits < len && hex(text[digits]) >= 0)
        digits++;
    sha256[0] = '\0';
    for (size_t i = 0; digits == FG_SHA256_HEX_SIZE - 1 && i <= digits; i++)
        sha256[i] = i == digits ? '\0' : (char)tolower((unsigned char)text[i]);
    return digits;
}

static bool has_upper(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (isupper((unsigned char)text[i]))
            return true;
    return false;
}

static int take_line(struct reading *reading, const char *text, size_t len, size_t number, struct fg_error *err)
{
    struct fg_manifest_line *line = new_line(reading, err);
    if (line == NULL)
        return -1;
    size_t digits = take_hash(text, len, line->sha256);
    size_t at = digits;
    while (at < len && (text[at] == ' ' || text[at] == '\t'))
        at++;
    if (at == digits || at == len || digits == 0) {
        odd(reading, number, "it is not a hash and a path");
        return 0;
    }
    if (digits != FG_SHA256_HEX_SIZE - 1)
        odd(reading, number, "its hash is no SHA-256");
    else if (has_upper(text, digits))
        odd(reading, number, "its hash is not in lower case");
    if (at - digits != 2 || memcmp(text + digits, "  ", 2) != 0)
        odd(reading, number, "not two spaces stand between hash and path");
    if (memchr(text, '\0', len) != NULL)
        odd(reading, number, "it has a NUL");
    line->number = number;
    line->path = decode(text + at, len - at);
    if (line->path == NULL)
        return fg_error_memory(err);
    reading->manifest->count++;
    return 0;
}

static int take_lines(struct reading *reading, struct fg_error *err)
{
    const char *at = fg_buf_text(&reading->file->text), *end = at + reading->file->text.len;
    size_t number = 0;
    bool crlf = false;
    if (end - at >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) {
        odd(reading, 1, "a byte order mark stands before it");
        at += 3;
    }
    while (at < end) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        size_t len = (size_t)((feed == NULL ? end : feed) - at);
        bool with_return = len > 0 && at[len - 1] == '\r';
        number++;
        if (with_return && !crlf)
            odd(reading, number, "it ends in CR LF");
        crlf = crlf || with_return;
        if (feed == NULL)
            odd(reading, number, "it does not end");
        if (take_line(reading, at, len - with_return, number, err) < 0)
            return -1;
        at = feed == NULL ? end : feed + 1;
    }
    return 0;
}

/* A reordered manifest is named by the first line that is out of its order. */
static void check_order(const struct reading *reading)
{
    const struct fg_manifest *manifest = reading->manifest;
    for (size_t i = 1; i < manifest->count; i++)
        if (strcmp(manifest->lines[i - 1].path, manifest->lines[i].path) > 0) {
            fg_findings_add(reading->findings, "reordered", reading->file->path, "line %zu: %s stands behind %s",
                            manifest->lines[i].number, manifest->lines[i].path, manifest->lines[i - 1].path);
            return;
        }
}

static int compare(const void *a, const void *b)
{
    const struct fg_manifest_line *x = a, *y = b;
    int order = strcmp(x->path, y->path);
    return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

static void drop_duplicates(const struct reading *reading)
{
    struct fg_manifest *manifest = reading->manifest;
    size_t kept = 0;
    for (size_t i = 0; i < manifest->count; i++) {
        struct fg_manifest_line *line = &manifest->lines[i];
        if (kept > 0 && strcmp(manifest->lines[kept - 1].path, line->path) == 0) {
            fg_findings_add(reading->findings, "duplicate", line->path, "%s lists it twice, in line %zu too",
                            reading->file->path, line->number);
            free(line->path);
        } else {
            manifest->lines[kept++] = *line;
        }
    }
    manifest->count = kept;
}

int fg_manifest_read(const struct fg_bag_file *file, struct fg_findings *findings, struct fg_manifest *ret_manifest,
                     struct fg_error *err)
{
    struct reading reading = {.file = file, .findings = findings, .manifest = ret_manifest};
    *ret_manifest = (struct fg_manifest){0};
    if (take_lines(&reading, err) < 0) {
        fg_manifest_done(ret_manifest);
        return -1;
    }
    check_order(&reading);
    if (ret_manifest->count > 0)
        qsort(ret_manifest->lines, ret_manifest->count, sizeof *ret_manifest->lines, compare);
    drop_duplicates(&reading);
    return 0;
}
