/* SPDX-License-Identifier: MIT */
#include "ingest/cut.h"

#include <stdio.h>
#include <string.h>

int fg_cut_slot(struct fg_cut *cut, struct fg_record **ret_record, struct fg_error *err)
{
    *ret_record = cut->sink.slot(cut->sink.context);
    return *ret_record == NULL ? fg_error_set(err, FG_INTERNAL, "import: given up") : 0;
}

void fg_cut_place(const struct fg_cut *cut, struct fg_record *record, const char *place,
                  uint64_t offset, uint64_t length, uint64_t line)
{
    if (cut->whole != NULL) {
        memcpy(record->pointer, cut->whole->pointer, sizeof record->pointer);
        record->offset = cut->whole->offset;
        record->length = cut->whole->length;
        record->line = cut->whole->line;
        return;
    }
    record->offset = cut->base + offset;
    record->length = length;
    record->line = cut->base_line + line;
    size_t len = strlen(place);
    if (cut->document > 0) /* before the place, the document's number in a file of several */
        snprintf(record->pointer, sizeof record->pointer, "/%lld%s", (long long)cut->document, place);
    else
        memcpy(record->pointer, place, len < sizeof record->pointer ? len + 1 : 0);
}

/* Parse what the record kept, and let the mapper look at it without storing anything: the thread that stores has
 * enough to do. What is wrong is then the record's problem. */
static int check(const struct fg_mapper *mapper, struct fg_record *record, uint64_t longest,
                 struct fg_error *err)
{
    struct fg_load checking = {.checking = true};
    record->root = fg_value_parse(record->text.data, record->text.len, longest, &record->problem);
    return record->root == NULL ? 0 : mapper->map(&checking, record, record->root, err);
}

int fg_cut_push(struct fg_cut *cut, const struct fg_mapper *mapper, struct fg_record *record,
                struct fg_error *err)
{
    cut->records++;
    if (record->problem.reason == NULL && mapper->wants != NULL) {
        FG_BUF_AUTO type = FG_BUF_INIT;
        if (!mapper->wants(record, &type))
            return fg_tally_add(&cut->no_interest, fg_buf_text(&type), 1, err);
    }
    if (record->problem.reason == NULL && check(mapper, record, cut->limits->string, err) < 0)
        return -1;
    if (record->problem.reason != NULL && strcmp(record->problem.reason, "too_large") == 0)
        return fg_cut_too_large("a text in a record", "--max-string", cut->limits->string, err);
    cut->sink.push(cut->sink.context, mapper);
    return 0;
}

int fg_cut_too_large(const char *what, const char *option, uint64_t limit, struct fg_error *err)
{
    fg_error_set(err, FG_INPUT, "%s is longer than the %llu bytes of %s", what,
                 (unsigned long long)limit, option);
    return fg_error_hint(err, "no export has that; if this one really does, raise %s", option);
}
