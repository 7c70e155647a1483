/* SPDX-License-Identifier: MIT */
/*
 * A text, JSON or CSV, recognised, cut into records, mapped to rows and stored. Nothing a text holds may be a mistake of
 * ours: the database's own checks and keys hold, and what cannot be used is refused or rejected with words.
 */
#include "fuzz.h"
#include "ingest/csv_header.h"
#include "ingest/csv_split.h"
#include "ingest/storing.h"

struct storing_sink {
    struct fg_storing storing;
    struct fg_record record;
};

static struct fg_record *slot(void *context)
{
    struct storing_sink *sink = context;
    fg_value_free(sink->record.root);
    sink->record.root = NULL;
    return &sink->record;
}

static void push(void *context, const struct fg_mapper *mapper)
{
    struct storing_sink *sink = context;
    struct fg_error err = {0};
    fuzz_must(fg_load_take(&sink->storing.load, mapper, &sink->record, &err), &err, "record");
}

static int cut(struct fg_cut *cut, const uint8_t *data, size_t size, struct fg_document *document, struct fg_error *err)
{
    struct fuzz_bytes from = {.data = data, .size = size, .step = SIZE_MAX};
    const struct fg_mapper *csv = NULL;
    if (fg_csv_detect((const char *)data, size < 4096 ? size : 4096, &csv, err) < 0)
        return -1;
    return csv != NULL ? fg_csv_split(cut, csv, fuzz_read, &from, document, err)
                       : fg_document_cut(cut, fuzz_read, &from, document, err);
}

static void check_keys(struct fg_store *store)
{
    struct fg_error err = {0};
    int64_t broken = 0;
    fuzz_must(fg_store_number(store, "store/count_broken_keys", &broken, &err), &err, "keys");
    FUZZ_CHECK(broken == 0, "%d rows point to nothing", (int)broken);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct fg_ingest_options options = {.run = 1};
    struct fg_error err = {0}, refusal = {0};
    struct fg_store *store = fuzz_store();
    struct storing_sink *sink = calloc(1, sizeof *sink);
    struct fg_mark mark = {.kind = FG_MARK_FILE, .path = (char *)"export", .encoding = "utf-8", .document = {.line = 1}};
    FUZZ_CHECK(sink != NULL, "memory");
    sink->storing = (struct fg_storing){.store = store, .options = &options};
    struct fg_cut cutting = {.sink = {slot, push, sink}, .limits = &fg_default_limits};
    memset(mark.facts.sha256, 'a', sizeof mark.facts.sha256 - 1);
    mark.facts.size = size;

    fuzz_must(fg_store_begin(store, &err), &err, "begin");
    fuzz_must(fg_storing_begin(&sink->storing, &err), &err, "begin");
    mark.status = cut(&cutting, data, size, &mark.document, &refusal);
    if (mark.status < 0)
        fuzz_check_error(&refusal);
    mark.error = &refusal;
    mark.no_interest = cutting.no_interest;
    fuzz_must(fg_storing_end(&sink->storing, &mark, &err), &err, "end");
    check_keys(store);
    fg_store_rollback(store);

    fg_tally_done(&mark.no_interest);
    fg_tally_done(&sink->storing.load.no_interest);
    fg_value_free(sink->record.root);
    fg_buf_done(&sink->record.text);
    free(sink);
    return 0;
}
