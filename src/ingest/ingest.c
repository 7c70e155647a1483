/* SPDX-License-Identifier: MIT */
/* One run over all files: taken in order from the threads that read them, stored, committed in batches. */
#include "fargauge/ingest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "ingest/pool.h"
#include "ingest/storing.h"

enum {
    BATCH = 256,       /* files that are committed at once, at most */
    BATCH_MS = 1000,   /* and about how long it may take */
    PATIENCE_MS = 100, /* between two looks at the progress */
};

/* A file that is stored but not committed yet, to be told of when it is. */
struct stored {
    struct fg_mark *mark;
    int outcome;
    int64_t used, rejected, of_no_interest;
    char *types, *first_rejection;
};

struct import {
    struct fg_store *store;
    const struct fg_ingest_options *options;
    struct fg_pool *pool;
    struct fg_storing storing;
    struct fg_ingest_progress progress;
    atomic_uint_fast64_t counter; /* bytes read */
    int64_t told;                 /* of the progress, when */
    bool open;                    /* a transaction is */
    int64_t batch_began;
    size_t batch_count, batch_room; /* an archive may hold more files than a batch */
    struct stored *batch;
    size_t archive_began; /* how many were stored before the archive's members */
};

/* ---- What became of a file ---- */

/* A path that leaves room for the reason in an error's message: its end tells most. */
static const char *short_path(const char *path)
{
    enum { ROOM = 600 };
    size_t len = strlen(path);
    return len <= ROOM ? path : path + len - ROOM;
}

/* The most frequent types of no interest, as a list. */
static void list_types(const struct fg_tally *tally, char *out, size_t room)
{
    enum { SHOWN = 4 };
    bool shown[FG_TYPES_MAX] = {false};
    size_t used = 0;
    for (size_t n = 0; n < SHOWN && n < tally->count; n++) {
        size_t most = FG_TYPES_MAX;
        for (size_t i = 0; i < tally->count; i++)
            if (!shown[i] && (most == FG_TYPES_MAX || tally->types[i].count > tally->types[most].count))
                most = i;
        shown[most] = true;
        int len = snprintf(out + used, room - used, "%s%.48s %lld", n > 0 ? ", " : "",
                           tally->types[most].type, (long long)tally->types[most].count);
        used += (size_t)len < room - used ? (size_t)len : 0;
        out[used] = '\0';
    }
    if (tally->count > SHOWN && room - used > sizeof ", …")
        memcpy(out + used, ", …", sizeof ", …");
}

static void copy_text(char *out, size_t room, const char *text)
{
    snprintf(out, room, "%s", text == NULL ? "" : text);
}

static void fill_report(const struct stored *stored, struct fg_ingest_report *report)
{
    const struct fg_mark *mark = stored->mark;
    *report = (struct fg_ingest_report){
        .path = mark->path,
        .outcome = stored->outcome,
        .used = stored->used,
        .rejected = stored->rejected,
        .of_no_interest = stored->of_no_interest,
    };
    copy_text(report->kind, sizeof report->kind, mark->document.kind);
    copy_text(report->types, sizeof report->types, stored->types);
    report->passed_over = stored->outcome == FG_INGEST_PASSED_OVER ? mark->detail : NULL;
    copy_text(report->first_rejection, sizeof report->first_rejection, stored->first_rejection);
    if (stored->outcome != FG_INGEST_REFUSED)
        return;
    report->refusal = *mark->error;
    if (mark->document.line > 0)
        fg_error_prepend(&report->refusal, "%s:%llu", short_path(mark->path),
                         (unsigned long long)mark->document.line);
    else
        fg_error_prepend(&report->refusal, "%s", short_path(mark->path));
}

static void tell_batch(const struct import *import)
{
    for (size_t i = 0; i < import->batch_count && import->options->on_file != NULL; i++) {
        struct fg_ingest_report report;
        fill_report(&import->batch[i], &report);
        import->options->on_file(import->options->context, &report);
    }
}

/* Forget all files of the batch but the first `kept`. */
static void forget_batch(struct import *import, size_t kept)
{
    for (size_t i = kept; i < import->batch_count; i++) {
        fg_mark_free(import->batch[i].mark);
        free(import->batch[i].types);
        free(import->batch[i].first_rejection);
    }
    import->batch_count = kept;
}

/* One more file in the batch, which takes the mark. */
static int add_stored(struct import *import, struct fg_mark *mark, struct stored **ret_stored,
                      struct fg_error *err)
{
    if (import->batch_count == import->batch_room) {
        size_t room = import->batch_room == 0 ? BATCH : 2 * import->batch_room;
        struct stored *batch = realloc(import->batch, room * sizeof *batch);
        if (batch == NULL) {
            fg_mark_free(mark);
            return fg_error_memory(err);
        }
        import->batch = batch;
        import->batch_room = room;
    }
    *ret_stored = &import->batch[import->batch_count++];
    **ret_stored = (struct stored){.mark = mark};
    return 0;
}

/* What storing it came to. */
static int note_stored(const struct fg_storing *storing, struct stored *stored, struct fg_error *err)
{
    const struct fg_load *load = &storing->load;
    char types[sizeof ((struct fg_ingest_report *)0)->types] = "";
    stored->outcome = storing->outcome;
    if (storing->outcome != FG_INGEST_LOADED)
        return 0;
    stored->used = load->used;
    stored->rejected = load->rejected;
    stored->of_no_interest = fg_tally_total(&load->no_interest);
    list_types(&load->no_interest, types, sizeof types);
    stored->types = strdup(types);
    stored->first_rejection = strdup(load->first_rejection);
    return stored->types == NULL || stored->first_rejection == NULL ? fg_error_memory(err) : 0;
}

/* ---- Transactions ---- */

static int64_t now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int open_batch(struct import *import, struct fg_error *err)
{
    if (import->open || import->options->strict)
        return 0;
    if (fg_store_begin(import->store, err) < 0)
        return -1;
    import->open = true;
    import->batch_began = now_ms();
    return 0;
}

/* Make what was stored last, and say so. */
static int close_batch(struct import *import, struct fg_error *err)
{
    if (import->open && fg_store_commit(import->store, err) < 0)
        return -1;
    import->open = false;
    tell_batch(import);
    forget_batch(import, 0);
    return 0;
}

static bool batch_is_full(const struct import *import)
{
    return import->batch_count >= BATCH || import->options->strict ||
           now_ms() - import->batch_began >= BATCH_MS;
}

/* ---- One input ---- */

static void tell_progress(struct import *import)
{
    int64_t now = now_ms();
    if (import->options->on_progress == NULL || now - import->told < PATIENCE_MS)
        return;
    import->told = now;
    import->progress.bytes = atomic_load_explicit(&import->counter, memory_order_relaxed);
    import->options->on_progress(import->options->context, &import->progress);
}

/* The file that ends here: kept or refused. */
static int end_file(struct import *import, struct fg_mark *mark, struct fg_error *err)
{
    struct fg_storing *storing = &import->storing;
    struct stored *stored = NULL;
    if (add_stored(import, mark, &stored, err) < 0)
        return -1;
    return fg_storing_end(storing, mark, err) < 0 ? -1 : note_stored(storing, stored, err);
}

/* The archive that ends here. Where it is damaged, what was read of it is as if it had never been. */
static int end_archive(struct import *import, struct fg_mark *mark, struct fg_error *err)
{
    struct stored *stored = NULL;
    int status = fg_storing_archive_end(&import->storing, mark, err);
    if (status < 0 || mark->status == 0) {
        fg_mark_free(mark);
        return status;
    }
    forget_batch(import, import->archive_began);
    if (add_stored(import, mark, &stored, err) < 0)
        return -1;
    stored->outcome = FG_INGEST_REFUSED;
    return 0;
}

static int end_passed_over(struct import *import, struct fg_mark *mark, struct fg_error *err)
{
    struct stored *stored = NULL;
    if (add_stored(import, mark, &stored, err) < 0)
        return -1;
    stored->outcome = FG_INGEST_PASSED_OVER;
    return fg_storing_passed_over(&import->storing, mark, err);
}

/* A mark in the queue, which is ours now. */
static int take_mark(struct import *import, struct fg_mark *mark, struct fg_error *err)
{
    int status = 0;
    if (mark->status < 0 && mark->error->code != FG_INPUT) { /* the machine failed, not the file */
        *err = *mark->error;
        status = -1;
    } else if (mark->kind == FG_MARK_FILE) {
        return end_file(import, mark, err);
    } else if (mark->kind == FG_MARK_ARCHIVE_END) {
        return end_archive(import, mark, err);
    } else if (mark->kind == FG_MARK_PASSED_OVER) {
        return end_passed_over(import, mark, err);
    } else {
        import->archive_began = import->batch_count;
        status = fg_storing_archive(&import->storing, mark, err);
    }
    fg_mark_free(mark);
    return status;
}

static bool ends_a_file(const struct fg_taken *taken)
{
    return ((const struct fg_mark *)taken->mark)->kind == FG_MARK_FILE;
}

/* What came next of an input. */
static int store_item(struct import *import, enum fg_queue_item item, const struct fg_taken *taken,
                      bool *in_file, struct fg_error *err)
{
    bool of_file = item == FG_QUEUE_RECORD || (item == FG_QUEUE_MARK && ends_a_file(taken));
    if (item == FG_QUEUE_NOTHING_YET)
        return 0;
    if (of_file && !*in_file && fg_storing_begin(&import->storing, err) < 0) {
        fg_mark_free(item == FG_QUEUE_MARK ? taken->mark : NULL);
        return -1;
    }
    *in_file = item == FG_QUEUE_RECORD;
    if (item == FG_QUEUE_RECORD)
        return fg_load_take(&import->storing.load, taken->mapper, taken->record, err);
    return take_mark(import, taken->mark, err);
}

/* All that comes of one input: records, and behind them the mark that ends their file; of an archive many
 * of these. */
static int store_input(struct import *import, struct fg_error *err)
{
    struct fg_queue *queue = fg_pool_queue(import->pool);
    struct fg_taken taken;
    enum fg_queue_item item;
    bool in_file = false;
    size_t before = import->batch_count;
    int status = open_batch(import, err);
    while (status == 0 && (item = fg_queue_take(queue, PATIENCE_MS, &taken)) != FG_QUEUE_END) {
        status = store_item(import, item, &taken, &in_file, err);
        tell_progress(import);
    }
    bool complete = !in_file && import->storing.archive_id == 0 && import->batch_count > before;
    return status == 0 && !complete ? fg_error_memory(err) : status;
}

static int store_all(struct import *import, char *const *paths, size_t count, struct fg_error *err)
{
    for (size_t i = 0; i < count; i++) {
        import->progress.file = i + 1;
        import->progress.path = paths[i];
        if (store_input(import, err) < 0)
            return fg_error_prepend(err, "%s", short_path(paths[i]));
        fg_pool_next(import->pool);
        if (batch_is_full(import) && close_batch(import, err) < 0)
            return -1;
    }
    return close_batch(import, err);
}

static uint64_t total_size(char *const *paths, size_t count)
{
    struct stat status;
    uint64_t total = 0;
    for (size_t i = 0; i < count; i++)
        if (stat(paths[i], &status) == 0 && S_ISREG(status.st_mode))
            total += (uint64_t)status.st_size;
    return total;
}

/* What was not committed is gone; its files are not told of. */
static void import_free(struct import *import)
{
    fg_pool_close(import->pool);
    if (import->open)
        fg_store_rollback(import->store);
    forget_batch(import, 0);
    free(import->batch);
    fg_tally_done(&import->storing.load.no_interest);
    free(import);
}

int fg_ingest_files(struct fg_store *store, char *const *paths, size_t count,
                    const struct fg_ingest_options *options, struct fg_error *err)
{
    struct import *import = calloc(1, sizeof *import);
    if (import == NULL)
        return fg_error_memory(err);
    import->store = import->storing.store = store;
    import->options = import->storing.options = options;
    import->progress = (struct fg_ingest_progress){
        .files = count,
        .total = options->on_progress == NULL ? 0 : total_size(paths, count),
    };
    const struct fg_reading_options reading = {
        .limits = options->limits != NULL ? options->limits : &fg_default_limits,
        .waivers_only = options->waivers_only,
        .counter = &import->counter,
    };
    int status = fg_pool_open(paths, options->names, count, &reading, &import->pool, err);
    if (status == 0)
        status = store_all(import, paths, count, err);
    import_free(import);
    return status;
}

int fg_ingest_next_run(struct fg_store *store, int64_t *ret_run, struct fg_error *err)
{
    return fg_store_number(store, "store/next_run", ret_run, err);
}
