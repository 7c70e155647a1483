/* SPDX-License-Identifier: MIT */
/* One file: opened, recognised, loaded in one transaction, or refused and nothing of it kept. */
#include "fargauge/ingest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/source.h"
#include "fargauge/version.h"
#include "ingest/detect.h"
#include "ingest/document.h"
#include "ingest/utf16.h"

/* A text whose first bytes were looked at before the parser gets them. */
struct peeked {
    fg_json_read_fn *read; /* where the text comes from */
    void *context;
    char first[4096];
    size_t len;
    size_t at;
};

static int read_source(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    return fg_source_read(context, to, room, ret_got, err);
}

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

/* One import in progress. */
struct import {
    struct fg_store *store;
    const struct fg_ingest_options *options;
    struct fg_ingest_report *report;
    struct fg_source *source;
    struct fg_source_facts facts;
    const char *encoding; /* source.encoding */
    struct fg_document document;
    struct fg_load load;
};

static int insert_source(struct import *import, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_store_statement(import->store, "store/source", &insert, err) < 0)
        return -1;
    fg_bind_text(insert, "path", import->report->path);
    fg_bind_text(insert, "tool_version", fg_version());
    fg_bind_int(insert, "run", import->options->run);
    return fg_step_done(insert, &import->load.source_id, err);
}

/* Load what `read` gives, which is UTF-8; `first` are its first bytes. */
static int load_utf8(struct import *import, fg_json_read_fn *read, void *context, const char *first,
                     size_t len, struct fg_error *err)
{
    if (fg_detect_waivers(first, len))
        return fg_document_load_csv(&import->load, read, context, &import->document, err);
    if (!import->options->waivers_only)
        return fg_document_load_json(&import->load, read, context, &import->document, err);
    fg_error_set(err, FG_INPUT, "not a waiver file: it does not begin with the column waiver_id");
    return fg_error_hint(err, "see samples/waivers.csv for the columns");
}

/* The same for UTF-16: turned into UTF-8 first, a piece of it ahead, to look at. */
static int load_utf16(struct import *import, struct peeked *peeked, struct fg_error *err)
{
    struct fg_utf16 utf16 = {.read = read_peeked,
                             .context = peeked,
                             .big_endian = strcmp(import->encoding, "utf-16be") == 0};
    struct peeked turned = {.read = fg_utf16_read, .context = &utf16};
    if (peek(&turned, err) < 0)
        return -1;
    return load_utf8(import, read_peeked, &turned, turned.first, turned.len, err);
}

static int load_text(struct import *import, struct fg_error *err)
{
    struct peeked peeked = {.read = read_source, .context = import->source};
    import->document.line = 1;
    if (peek(&peeked, err) < 0)
        return -1;
    import->encoding = fg_utf16_detect(peeked.first, peeked.len);
    if (strcmp(import->encoding, "utf-8") != 0)
        return load_utf16(import, &peeked, err);
    return load_utf8(import, read_peeked, &peeked, peeked.first, peeked.len, err);
}

/* The last two parts of a path: the file and the folder it lies in. */
static const char *last_two_parts(const char *path)
{
    const char *at = path + strlen(path);
    int slashes = 0;
    while (at > path && (at[-1] != '/' || ++slashes < 2))
        at--;
    return at;
}

/* When the export was taken, and how that is known. */
static const char *capture_time(const struct import *import, char out[FG_TIME_SIZE],
                                const char **ret_from)
{
    int64_t ms;
    if (import->options->captured_at != NULL) {
        *ret_from = "option";
        return import->options->captured_at;
    }
    if (fg_time_find(last_two_parts(import->report->path), &ms) == 0) {
        fg_time_format(ms, out);
        *ret_from = "path";
        return out;
    }
    if (import->load.newest[0] == '\0') {
        *ret_from = "none";
        return NULL;
    }
    *ret_from = "content";
    return import->load.newest;
}

static int finish_source(struct import *import, struct fg_error *err)
{
    char time[FG_TIME_SIZE];
    const char *from;
    const char *captured_at = capture_time(import, time, &from);
    struct fg_statement *update;
    if (fg_store_statement(import->store, "store/finish_source", &update, err) < 0)
        return -1;
    fg_bind_int(update, "id", import->load.source_id);
    fg_bind_text(update, "sha256", import->facts.sha256);
    fg_bind_int(update, "size", (int64_t)import->facts.size);
    fg_bind_text(update, "kind", import->document.kind);
    fg_bind_text(update, "compression", import->facts.gzip ? "gzip" : "none");
    fg_bind_text(update, "encoding", import->encoding);
    fg_bind_text(update, "captured_at", captured_at);
    fg_bind_text(update, "captured_from", from);
    fg_bind_int(update, "more_pages", import->document.more_pages);
    if (fg_step_done(update, NULL, err) < 0 || fg_load_flush(&import->load, err) < 0)
        return -1;
    struct fg_statement *forgive;
    if (fg_store_statement(import->store, "store/forgive_source", &forgive, err) < 0)
        return -1;
    fg_bind_text(forgive, "sha256", import->facts.sha256);
    fg_bind_text(forgive, "path", import->report->path);
    return fg_step_done(forgive, NULL, err);
}

/* 1 where a file with the same bytes is in the database (its id in *ret_id), 0 where none is. */
static int seen_before(struct import *import, int64_t *ret_id, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(import->store, "store/find_source", &query, err) < 0)
        return -1;
    fg_bind_text(query, "sha256", import->facts.sha256);
    int step = fg_step(query, err);
    if (step > 0)
        *ret_id = fg_column_int(query, 0);
    fg_statement_reset(query);
    return step;
}

/* Bytes that are known: note where and when they were handed over again. */
static int note_again(struct import *import, int64_t id, struct fg_error *err)
{
    static const char *const updates[] = {"store/source_alias", "store/option_time"};
    char time[FG_TIME_SIZE];
    const char *from;
    const char *captured_at = capture_time(import, time, &from);
    for (size_t i = 0; i < sizeof updates / sizeof updates[0]; i++) {
        struct fg_statement *update;
        if (fg_store_statement(import->store, updates[i], &update, err) < 0)
            return -1;
        fg_bind_int(update, "id", id);
        fg_bind_text(update, "path", import->report->path);
        fg_bind_text(update, "captured_at", captured_at);
        fg_bind_text(update, "captured_from", from);
        if (fg_step_done(update, NULL, err) < 0)
            return -1;
    }
    struct fg_statement *run;
    if (fg_store_statement(import->store, "store/source_run", &run, err) < 0)
        return -1;
    fg_bind_int(run, "id", id);
    fg_bind_int(run, "run", import->options->run);
    return fg_step_done(run, NULL, err);
}

static int note_refusal(struct import *import, struct fg_error *err)
{
    const struct fg_error *refusal = &import->report->refusal;
    bool hashed = import->facts.sha256[0] != '\0';
    struct fg_statement *insert;
    if (fg_store_statement(import->store, "store/rejected_source", &insert, err) < 0)
        return -1;
    fg_bind_text(insert, "path", import->report->path);
    fg_bind_text(insert, "sha256", import->facts.sha256);
    if (hashed)
        fg_bind_int(insert, "size", (int64_t)import->facts.size);
    if (import->document.line > 0) { /* something was read */
        fg_bind_int(insert, "line", (int64_t)import->document.line);
        fg_bind_int(insert, "byte_offset", (int64_t)import->document.offset);
    }
    fg_bind_text(insert, "reason", refusal->message);
    fg_bind_text(insert, "hint", refusal->hint);
    return fg_step_done(insert, NULL, err);
}

/*
 * Transactions. A run with --strict holds one for all its files, so here a file's own steps are nested
 * in a savepoint instead; both leave nothing of a refused file behind.
 */
static int begin(struct import *import, struct fg_error *err)
{
    return import->options->strict ? fg_store_run(import->store, "store/savepoint", err)
                                   : fg_store_begin(import->store, err);
}

static int commit(struct import *import, struct fg_error *err)
{
    return import->options->strict ? fg_store_run(import->store, "store/release", err)
                                   : fg_store_commit(import->store, err);
}

static int undo(struct import *import, struct fg_error *err)
{
    if (import->options->strict)
        return fg_store_run(import->store, "store/rollback_to", err);
    fg_store_rollback(import->store);
    return 0;
}

/* The file was loaded; now that its hash is known, keep it or find that it is there already. */
static int keep(struct import *import, struct fg_error *err)
{
    int64_t earlier = 0;
    int seen = seen_before(import, &earlier, err);
    if (seen < 0)
        return -1;
    if (seen == 0)
        return finish_source(import, err) < 0 ? -1 : commit(import, err);
    import->report->outcome = FG_INGEST_SEEN_BEFORE;
    if (undo(import, err) < 0 || begin(import, err) < 0 || note_again(import, earlier, err) < 0)
        return -1;
    return commit(import, err);
}

/* The file cannot be loaded: nothing of it stays but the note that it was handed over. */
static int refuse(struct import *import, struct fg_error *err)
{
    import->report->outcome = FG_INGEST_REFUSED;
    if (begin(import, err) < 0 || note_refusal(import, err) < 0)
        return -1;
    return commit(import, err);
}

static int import_open_source(struct import *import, struct fg_error *err)
{
    struct fg_error *refusal = &import->report->refusal;
    if (begin(import, err) < 0 || insert_source(import, err) < 0)
        return -1;
    int status = load_text(import, refusal);
    if (status < 0 && refusal->code != FG_INPUT) {
        *err = *refusal;
        return -1;
    }
    if (fg_source_finish(import->source, &import->facts, err) < 0)
        return -1;
    if (status == 0)
        return keep(import, err);
    return undo(import, err) < 0 ? -1 : refuse(import, err);
}

/* A path that leaves room for the reason in an error's message: its end tells most. */
static const char *short_path(const char *path)
{
    enum { ROOM = 600 };
    size_t len = strlen(path);
    return len <= ROOM ? path : path + len - ROOM;
}

static void fill_report(struct import *import)
{
    struct fg_ingest_report *report = import->report;
    const struct fg_load *load = &import->load;
    if (import->document.kind != NULL)
        snprintf(report->kind, sizeof report->kind, "%s", import->document.kind);
    if (report->outcome == FG_INGEST_REFUSED) {
        struct fg_error *refusal = &report->refusal;
        if (import->document.line > 0)
            fg_error_prepend(refusal, "%s:%llu", short_path(report->path),
                             (unsigned long long)import->document.line);
        else
            fg_error_prepend(refusal, "%s", short_path(report->path));
    }
    if (report->outcome != FG_INGEST_LOADED)
        return;
    report->used = load->used;
    report->rejected = load->rejected;
    memcpy(report->first_rejection, load->first_rejection, sizeof report->first_rejection);
    for (size_t i = 0; i < load->no_interest_count; i++)
        report->of_no_interest += load->no_interest[i].count;
}

int fg_ingest_file(struct fg_store *store, const char *path, const struct fg_ingest_options *options,
                   struct fg_ingest_report *ret_report, struct fg_error *err)
{
    *ret_report = (struct fg_ingest_report){.path = path};
    struct import *import = calloc(1, sizeof *import);
    if (import == NULL)
        return fg_error_memory(err);
    import->store = store;
    import->options = options;
    import->report = ret_report;
    import->load.store = store;
    int status;
    if (fg_source_open(path, &import->source, &ret_report->refusal) < 0)
        status = refuse(import, err);
    else
        status = import_open_source(import, err);
    if (status < 0 && !options->strict)
        fg_store_rollback(store);
    if (status < 0)
        fg_error_prepend(err, "%s", short_path(path));
    fill_report(import);
    fg_source_close(import->source);
    fg_load_done(&import->load);
    free(import);
    return status;
}

int fg_ingest_next_run(struct fg_store *store, int64_t *ret_run, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "store/next_run", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    if (step > 0)
        *ret_run = fg_column_int(query, 0);
    fg_statement_reset(query);
    return step < 0 ? -1 : 0;
}
