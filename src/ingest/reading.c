/* SPDX-License-Identifier: MIT */
#include "ingest/reading.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "ingest/ahead.h"
#include "ingest/csv_header.h"
#include "ingest/csv_split.h"
#include "ingest/utf16.h"

/* A text whose first bytes were looked at before the parser gets them. */
struct peeked {
    fg_json_read_fn *read; /* where the text comes from */
    void *context;
    char first[4096];
    size_t len;
    size_t at;
};

static int peek(struct peeked *peeked, struct fg_error *err)
{
    /* A pipe may give a few bytes at a time. A read never gets less room than a character takes. */
    size_t got = 1;
    while (got > 0 && sizeof peeked->first - peeked->len >= 4) {
        if (peeked->read(peeked->context, peeked->first + peeked->len,
                         sizeof peeked->first - peeked->len, &got, err) < 0)
            return -1;
        peeked->len += got;
    }
    return 0;
}

static int read_peeked(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    struct peeked *peeked = context;
    size_t left = peeked->len - peeked->at;
    if (left == 0)
        return peeked->read(peeked->context, to, room, ret_got, err);
    *ret_got = left < room ? left : room;
    memcpy(to, peeked->first + peeked->at, *ret_got);
    peeked->at += *ret_got;
    return 0;
}

void fg_part_free(void *context)
{
    struct fg_part *part = context;
    if (part == NULL)
        return;
    fg_tally_done(&part->no_interest);
    free(part->path);
    free(part);
}

static struct fg_part *new_part(const char *path)
{
    struct fg_part *part = calloc(1, sizeof *part);
    if (part == NULL)
        return NULL;
    part->encoding = "utf-8";
    part->path = strdup(path);
    if (part->path != NULL)
        return part;
    free(part);
    return NULL;
}

/* One text on its way into the queue. */
struct reading {
    const struct fg_reading_options *options;
    struct fg_part *part;
    struct fg_cut cut;
};

/* Cut what `read` gives, which is UTF-8; `first` are its first bytes. */
static int cut_utf8(struct reading *reading, fg_json_read_fn *read, void *context, const char *first,
                    size_t len, struct fg_error *err)
{
    struct fg_document *document = &reading->part->document;
    const struct fg_mapper *csv;
    if (fg_csv_detect(first, len, &csv, err) < 0)
        return -1;
    if (csv != &fg_waivers && reading->options->waivers_only) {
        fg_error_set(err, FG_INPUT, "not a waiver file: it has no column waiver_id");
        return fg_error_hint(err, "see samples/waivers.csv for the columns");
    }
    return csv != NULL ? fg_csv_split(&reading->cut, csv, read, context, document, err)
                       : fg_document_cut(&reading->cut, read, context, document, err);
}

/* The same for UTF-16: turned into UTF-8 first, a piece of it ahead, to look at. */
static int cut_utf16(struct reading *reading, struct peeked *peeked, struct fg_error *err)
{
    struct fg_utf16 utf16 = {.read = read_peeked,
                             .context = peeked,
                             .big_endian = strcmp(reading->part->encoding, "utf-16be") == 0};
    struct peeked turned = {.read = fg_utf16_read, .context = &utf16};
    if (peek(&turned, err) < 0)
        return -1;
    return cut_utf8(reading, read_peeked, &turned, turned.first, turned.len, err);
}

static int cut_text(struct reading *reading, fg_json_read_fn *read, void *context,
                    struct fg_error *err)
{
    struct peeked peeked = {.read = read, .context = context};
    reading->part->document.line = 1;
    if (peek(&peeked, err) < 0)
        return -1;
    reading->part->encoding = fg_utf16_detect(peeked.first, peeked.len);
    if (strcmp(reading->part->encoding, "utf-8") != 0)
        return cut_utf16(reading, &peeked, err);
    return cut_utf8(reading, read_peeked, &peeked, peeked.first, peeked.len, err);
}

/* ---- Files ---- */

/* Files from this size on are read by a thread of their own, which costs more than a smaller one takes. */
enum { WORTH_A_THREAD = 1024 * 1024 };

static bool is_small(const char *path)
{
    struct stat status;
    return strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
           status.st_size < WORTH_A_THREAD;
}

static int read_source(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    return fg_source_read(context, to, room, ret_got, err);
}

static int cut_source(struct reading *reading, struct fg_source *source, struct fg_error *err)
{
    struct fg_ahead *ahead;
    if (is_small(reading->part->path))
        return cut_text(reading, read_source, source, err);
    if (fg_ahead_open(read_source, source, &ahead, err) < 0)
        return -1;
    int status = cut_text(reading, fg_ahead_read, ahead, err);
    fg_ahead_close(ahead);
    return status;
}

static int read_file(struct reading *reading, struct fg_error *err)
{
    struct fg_source *source;
    struct fg_error late;
    if (fg_source_open(reading->part->path, &source, err) < 0)
        return -1;
    fg_source_watch(source, reading->options->limits, reading->options->counter);
    int status = cut_source(reading, source, err);
    if (fg_source_finish(source, &reading->part->facts, status < 0 ? &late : err) < 0)
        status = -1;
    fg_source_close(source);
    return status;
}

void fg_reading_run(const char *path, const struct fg_reading_options *options,
                    struct fg_queue *queue)
{
    struct reading reading = {
        .options = options,
        .part = new_part(path),
        .cut = {.sink = fg_queue_sink(queue), .limits = options->limits},
    };
    struct fg_part *part = reading.part;
    if (part != NULL) {
        part->status = read_file(&reading, &part->error);
        part->no_interest = reading.cut.no_interest;
        if (fg_queue_mark(queue, part) < 0)
            fg_part_free(part);
    }
    fg_queue_close(queue);
}
