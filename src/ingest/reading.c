/* SPDX-License-Identifier: MIT */
#include "ingest/reading.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fargauge/archive.h"
#include "ingest/ahead.h"
#include "ingest/csv_header.h"
#include "ingest/csv_split.h"
#include "ingest/detect.h"
#include "ingest/looks.h"
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

void fg_mark_free(void *context)
{
    struct fg_mark *mark = context;
    if (mark == NULL)
        return;
    fg_tally_done(&mark->no_interest);
    free(mark->error);
    free(mark->path);
    free(mark);
}

static struct fg_mark *new_mark(enum fg_mark_kind kind, const char *path)
{
    struct fg_mark *mark = calloc(1, sizeof *mark);
    if (mark == NULL)
        return NULL;
    mark->kind = kind;
    mark->encoding = "utf-8";
    mark->path = strdup(path);
    if (mark->path != NULL)
        return mark;
    free(mark);
    return NULL;
}

/* One input on its way into the queue. */
struct reading {
    const char *path; /* where it is read */
    const char *name; /* what it is called */
    const struct fg_reading_options *options;
    struct fg_queue *queue;
    struct fg_mark *mark; /* the file, or member, that is being read */
    struct fg_cut cut;
};

static bool begin_mark(struct reading *reading, enum fg_mark_kind kind, const char *path)
{
    reading->mark = new_mark(kind, path);
    reading->cut = (struct fg_cut){.sink = fg_queue_sink(reading->queue),
                                   .limits = reading->options->limits};
    return reading->mark != NULL;
}

/* Hand the mark on. -1 where nobody takes it any more. */
static int end_mark(struct reading *reading, int status, const struct fg_error *error)
{
    struct fg_mark *mark = reading->mark;
    mark->status = status;
    mark->no_interest = reading->cut.no_interest;
    if (status < 0 && (mark->error = malloc(sizeof *mark->error)) != NULL)
        *mark->error = *error;
    reading->mark = NULL;
    if ((status == 0 || mark->error != NULL) && fg_queue_mark(reading->queue, mark) == 0)
        return 0;
    fg_mark_free(mark);
    return -1;
}

/* Cut what `read` gives, which is UTF-8; `first` are its first bytes. */
static int cut_utf8(struct reading *reading, fg_json_read_fn *read, void *context, const char *first,
                    size_t len, struct fg_error *err)
{
    struct fg_document *document = &reading->mark->document;
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
                             .big_endian = strcmp(reading->mark->encoding, "utf-16be") == 0};
    struct peeked turned = {.read = fg_utf16_read, .context = &utf16};
    if (peek(&turned, err) < 0)
        return -1;
    return cut_utf8(reading, read_peeked, &turned, turned.first, turned.len, err);
}

/* Cut a text of which a piece was looked at. */
static int cut_text(struct reading *reading, struct peeked *peeked, struct fg_error *err)
{
    reading->mark->document.line = 1;
    reading->mark->encoding = fg_utf16_detect(peeked->first, peeked->len);
    if (strcmp(reading->mark->encoding, "utf-8") != 0)
        return cut_utf16(reading, peeked, err);
    return cut_utf8(reading, read_peeked, peeked, peeked->first, peeked->len, err);
}

static int read_source(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    return fg_source_read(context, to, room, ret_got, err);
}

/* ---- Archives ---- */

/* Files that systems leave behind without being asked. */
static bool is_hidden(const char *name)
{
    const char *slash = strrchr(name, '/');
    return (slash == NULL ? name : slash + 1)[0] == '.' || strncmp(name, "__MACOSX/", 9) == 0;
}

static int pass_over(struct reading *reading, const char *path, const char *reason)
{
    static const struct fg_error none = {0};
    if (!begin_mark(reading, FG_MARK_PASSED_OVER, path))
        return -1;
    reading->mark->detail = reason;
    return end_mark(reading, 0, &none);
}

/* The member's text, of which the first piece says what it is. 1: it is passed over, *ret_reason says why. */
static int cut_member(struct reading *reading, struct fg_source *source, const char *name,
                      const char **ret_reason, struct fg_error *err)
{
    struct peeked peeked = {.read = read_source, .context = source};
    reading->mark->document.line = 1;
    if (peek(&peeked, err) < 0)
        return -1;
    *ret_reason = "nested_archive";
    if (fg_archive_detect(peeked.first, peeked.len) != FG_ARCHIVE_NONE)
        return 1;
    *ret_reason = "not_an_export";
    if (fg_looks_ours(peeked.first, peeked.len) || (!fg_looks_named(name) && !fg_looks_begun(peeked.first, peeked.len)))
        return 1;
    return cut_text(reading, &peeked, err);
}

/* Returns 0, or -1 where nobody takes it. *ret_read is counted up for a member that is an export. */
static int read_member(struct reading *reading, struct fg_archive *archive, const char *name,
                       const char *path, uint64_t *ret_read)
{
    struct fg_source *source;
    struct fg_error err = {0}, late = {0};
    const char *reason = NULL;
    if (fg_source_over(fg_archive_read, archive, &source, &err) < 0)
        return -1;
    fg_source_watch(source, reading->options->limits, NULL);
    int status = begin_mark(reading, FG_MARK_FILE, path)
                     ? cut_member(reading, source, name, &reason, &err) : -1;
    if (status == 1) {
        fg_mark_free(reading->mark);
        fg_source_close(source);
        return pass_over(reading, path, reason);
    }
    if (reading->mark != NULL && fg_source_finish(source, &reading->mark->facts,
                                                  status < 0 ? &late : &err) < 0)
        status = -1;
    fg_source_close(source);
    ++*ret_read;
    return reading->mark == NULL ? -1 : end_mark(reading, status, &err);
}

static int take_member(struct reading *reading, struct fg_archive *archive, const struct fg_archive_member *member,
                       uint64_t *ret_read)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    if (is_hidden(member->name))
        return 0;
    fg_buf_printf(&path, "%s!%s", reading->name, member->name);
    if (path.failed)
        return -1;
    return member->passed_over != NULL
               ? pass_over(reading, path.data, member->passed_over)
               : read_member(reading, archive, member->name, path.data, ret_read);
}

/* Returns 0 where the whole archive has proved sound, -1 with *err, or 1 where nobody takes it any more. */
static int take_members(struct reading *reading, struct fg_archive *archive, struct fg_error *err)
{
    struct fg_archive_member member;
    uint64_t read = 0;
    int next;
    while ((next = fg_archive_next(archive, &member, err)) == 0)
        if (take_member(reading, archive, &member, &read) < 0)
            return 1;
    if (next < 0)
        return -1;
    if (read > 0)
        return 0;
    fg_error_set(err, FG_INPUT, "an archive that holds no export");
    return fg_error_hint(err, "is it the right one? exports are *.json, *.json.gz, CSV");
}

static void read_archive(struct reading *reading)
{
    struct fg_archive *archive = NULL;
    struct fg_error err = {0};
    if (!begin_mark(reading, FG_MARK_FILE, reading->name))
        return;
    if (fg_archive_open(reading->path, reading->options->limits, &archive, &err) < 0) {
        end_mark(reading, -1, &err);
        return;
    }
    const struct fg_archive_facts *facts = fg_archive_facts(archive);
    struct fg_mark *mark = reading->mark;
    mark->kind = FG_MARK_ARCHIVE;
    mark->facts.size = facts->size;
    memcpy(mark->facts.sha256, facts->sha256, sizeof facts->sha256);
    mark->detail = fg_archive_format_name(facts->format);
    struct fg_source_facts copy = mark->facts;
    int status = end_mark(reading, 0, &err) < 0 ? 1 : take_members(reading, archive, &err);
    fg_archive_close(archive);
    if (status == 1 || !begin_mark(reading, FG_MARK_ARCHIVE_END, reading->name))
        return;
    reading->mark->facts = copy;
    end_mark(reading, status, &err);
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

static int cut_source(struct reading *reading, struct peeked *peeked, struct fg_error *err)
{
    struct fg_ahead *ahead;
    if (is_small(reading->path))
        return cut_text(reading, peeked, err);
    struct peeked first = *peeked;
    if (fg_ahead_open(peeked->read, peeked->context, &ahead, err) < 0)
        return -1;
    first.read = fg_ahead_read;
    first.context = ahead;
    int status = cut_text(reading, &first, err);
    fg_ahead_close(ahead);
    return status;
}

/* Returns 1 for an archive, which takes another way of reading. */
static int read_file(struct reading *reading, struct fg_source *source, struct fg_error *err)
{
    struct peeked peeked = {.read = read_source, .context = source};
    struct fg_error late;
    reading->mark->document.line = 1;
    int status = peek(&peeked, err);
    if (status == 0 && !reading->options->waivers_only &&
        fg_archive_detect(peeked.first, peeked.len) != FG_ARCHIVE_NONE)
        return 1;
    if (status == 0)
        status = cut_source(reading, &peeked, err);
    if (fg_source_finish(source, &reading->mark->facts, status < 0 ? &late : err) < 0)
        status = -1;
    return status;
}

static void read_input(struct reading *reading)
{
    struct fg_source *source;
    struct fg_error err = {0};
    if (!begin_mark(reading, FG_MARK_FILE, reading->name))
        return;
    if (fg_source_open(reading->path, &source, &err) < 0) {
        end_mark(reading, -1, &err);
        return;
    }
    fg_source_watch(source, reading->options->limits, reading->options->counter);
    int status = read_file(reading, source, &err);
    fg_source_close(source);
    if (status < 1) {
        end_mark(reading, status, &err);
        return;
    }
    fg_mark_free(reading->mark);
    read_archive(reading);
}

void fg_reading_run(const char *path, const char *name, const struct fg_reading_options *options,
                    struct fg_queue *queue)
{
    struct reading reading = {.path = path, .name = name, .options = options, .queue = queue};
    read_input(&reading);
    fg_queue_close(queue);
}
