/* SPDX-License-Identifier: MIT */
#include "ingest/document.h"

#include <stdio.h>
#include <string.h>

#include "ingest/json_name.h"
#include "ingest/memory.h"
#include "ingest/split.h"

enum {
    ENVELOPES = 4, /* one in the other: SNS, EventBridge, its detail */
    SHAPES = 16,   /* lists in one object */
    TOKEN_LIMIT = 1024 * 1024,
};

/* A file of documents being cut. */
struct file {
    struct fg_cut *cut;
    struct fg_json *json;
    struct fg_document *document;
    const struct fg_mapper *alone; /* of all documents, where the first one was a record itself */
    struct fg_record gathered[ENVELOPES]; /* each document on the way in, as a record */
};

/* What the top of a document has shown so far. */
struct top {
    const struct fg_mapper *mapper; /* of the export that was found */
    const char *stranger;
    char first_key[64];
    char no_list[64];                /* a member that should have been a list of records */
    const struct fg_mapper *seen[SHAPES]; /* lists met so far */
    size_t seen_count;
    bool two_kinds;
    bool unknown; /* the whole document is at fault, not a place in it */
};

static int unknown_shape(struct top *top, const char *what, struct fg_error *err)
{
    top->unknown = true;
    if (top->stranger != NULL)
        fg_error_set(err, FG_INPUT, "not an export this version reads: it looks like %s",
                     top->stranger);
    else if (top->no_list[0] != '\0')
        fg_error_set(err, FG_INPUT, "no known export: \"%s\" is not a list", top->no_list);
    else if (top->first_key[0] != '\0')
        fg_error_set(err, FG_INPUT, "no known export: %s, with \"%s\" at its top", what,
                     top->first_key);
    else
        fg_error_set(err, FG_INPUT, "no known export: %s", what);
    return fg_error_hint(err, "give the output of `aws ecs describe-services`, of `aws securityhub "
                              "get-findings`, an AWS Config snapshot, or another export that README lists, as JSON");
}

static int two_kinds(struct top *top, const char *where, struct fg_error *err)
{
    top->unknown = true;
    fg_error_set(err, FG_INPUT, "%s holds two kinds of export", where);
    return fg_error_hint(err, "split the file: one export in one file");
}

/* A NextToken that is neither null nor empty: the call was not repeated to its last page. */
static int read_next_token(struct fg_json *json, bool *more, struct fg_error *err)
{
    FG_BUF_AUTO token = FG_BUF_INIT;
    int status = fg_json_copy(json, &token, TOKEN_LIMIT, err);
    if (status < 0)
        return -1;
    const char *text = fg_buf_text(&token);
    *more = *more || status > 0 || (strcmp(text, "null") != 0 && strcmp(text, "\"\"") != 0);
    return 0;
}

/* A list that stands twice would give two records one pointer. */
static int note_list(struct top *top, const struct fg_mapper *mapper, const char *place,
                     struct fg_error *err)
{
    for (size_t i = 0; i < top->seen_count; i++)
        if (top->seen[i] == mapper) {
            fg_error_set(err, FG_INPUT, "\"%s\" stands twice in one object", place + 1);
            return fg_error_hint(err, "split the file: one export in one file");
        }
    if (top->seen_count < SHAPES)
        top->seen[top->seen_count++] = mapper;
    return 0;
}

/* The export that the document is: one kind only. */
static void note_mapper(struct top *top, const struct fg_mapper *mapper)
{
    if (mapper->kind == NULL)
        return;
    top->two_kinds = top->two_kinds || (top->mapper != NULL && strcmp(top->mapper->kind, mapper->kind) != 0);
    top->mapper = mapper;
}

/* A record, or a list of them, at `place`. */
static int read_records(struct file *file, struct fg_json *json, const struct fg_shape *shape,
                        const char *place, struct top *top, struct fg_error *err)
{
    const struct fg_mapper *mapper = shape->mapper;
    enum fg_json_type type;
    int status;
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    bool list = type == FG_JSON_ARRAY;
    if (!list && (type != FG_JSON_OBJECT || shape->form == FG_FORM_LIST)) {
        if (mapper->kind != NULL)
            snprintf(top->no_list, sizeof top->no_list, "%.*s", (int)sizeof top->no_list - 1, place + 1);
        return fg_json_skip(json, err);
    }
    if (note_list(top, mapper, place, err) < 0)
        return -1;
    if (list)
        status = fg_split_array(file->cut, json, shape, place, &mapper, err);
    else
        status = fg_split_one(file->cut, json, mapper, place, err);
    note_mapper(top, mapper);
    return status;
}

static int read_object(struct file *file, struct fg_json *json, const char *place, int level,
                       struct top *top, struct fg_error *err);

/* A document held as text. Its records stand where the text stands. */
static int read_inner(struct file *file, const struct fg_buf *text, int level, struct top *top,
                      struct fg_error *err)
{
    struct fg_memory memory = {fg_buf_text(text), text->len};
    struct fg_json *json;
    enum fg_json_type type;
    if (fg_json_open(fg_memory_read, &memory, &json, err) < 0)
        return -1;
    fg_json_limit_depth(json, file->cut->limits->depth);
    int status = fg_json_peek(json, &type, err);
    if (status == 0 && type == FG_JSON_OBJECT)
        status = read_object(file, json, "", level, top, err);
    else if (status < 0 && err->code == FG_INPUT)
        status = 0; /* plain words, not JSON: a message to people */
    fg_json_close(json);
    return status;
}

static int read_text_envelope(struct file *file, struct fg_json *json, const char *place, int level,
                              struct top *top, struct fg_error *err)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    struct fg_record here = {.offset = fg_json_offset(json), .line = fg_json_line(json)};
    int status = fg_json_copy(json, &text, (size_t)file->cut->limits->record, err);
    if (status != 0)
        return status < 0 ? -1 : 0;
    text.len -= 2; /* without its quotes */
    memmove(text.data, text.data + 1, text.len);
    text.data[text.len] = '\0';
    if (text.len == 0 || !fg_json_decode_name(&text))
        return 0;
    const struct fg_record *whole = file->cut->whole;
    fg_cut_place(file->cut, &here, place, here.offset, fg_json_offset(json) - here.offset, here.line);
    file->cut->whole = &here;
    status = read_inner(file, &text, level, top, err);
    file->cut->whole = whole;
    return status;
}

static int read_envelope(struct file *file, struct fg_json *json, const char *place, int level,
                         struct top *top, struct fg_error *err)
{
    enum fg_json_type type;
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    if (level < ENVELOPES && type == FG_JSON_OBJECT)
        return read_object(file, json, place, level, top, err);
    if (level < ENVELOPES && type == FG_JSON_STRING)
        return read_text_envelope(file, json, place, level, top, err);
    return fg_json_skip(json, err);
}

/* What stands under a known member of the object at `place`. */
static int read_shape(struct file *file, struct fg_json *json, const struct fg_shape *shape,
                      const char *place, int level, struct top *top, struct fg_error *err)
{
    char own[96];
    snprintf(own, sizeof own, "%s/%s", place, shape->member);
    if (shape->form == FG_FORM_ENVELOPE)
        return read_envelope(file, json, own, level + 1, top, err);
    return read_records(file, json, shape, own, top, err);
}

/* One member of the document, or of an envelope in it that stands at `place`. */
static int read_member(struct file *file, struct fg_json *json, const struct fg_json_key *key,
                       const char *place, int level, struct top *top, struct fg_error *err)
{
    const struct fg_mapper *any = file->alone != NULL ? file->alone : fg_detect_any(FG_AS_DOCUMENT);
    const struct fg_shape *shape = fg_detect_member(key);
    if (top->first_key[0] == '\0')
        snprintf(top->first_key, sizeof top->first_key, "%.31s", key->text);
    if (top->stranger == NULL)
        top->stranger = fg_detect_known_stranger(key);
    if (fg_detect_next_token(key))
        return read_next_token(json, &file->document->more_pages, err);
    if (shape != NULL)
        return read_shape(file, json, shape, place, level, top, err);
    int copied = fg_split_member(file->cut, &file->gathered[level], json, any, key, err);
    return copied != 0 ? (copied < 0 ? -1 : 0) : fg_json_skip(json, err);
}

/* The object that was gathered may be a record itself. */
static int take_gathered(struct file *file, const char *place, uint64_t offset, uint64_t line, uint64_t end,
                         int level, struct top *top, struct fg_error *err)
{
    struct fg_record *gathered = &file->gathered[level], *record;
    const struct fg_mapper *mapper = file->alone;
    if (mapper == NULL)
        mapper = fg_detect_choose(FG_AS_DOCUMENT, gathered, NULL);
    else if (!mapper->recognises(gathered))
        mapper = NULL;
    if (mapper == NULL)
        return 0;
    if (fg_cut_slot(file->cut, &record, err) < 0)
        return -1;
    fg_buf_add_char(&gathered->text, '}');
    fg_cut_place(file->cut, gathered, place, offset, end - offset, line);
    struct fg_buf spare = record->text;
    *record = *gathered;
    gathered->text = spare;
    note_mapper(top, mapper);
    top->stranger = NULL; /* a record itself, whatever its members are called */
    if (level == 0)
        file->alone = mapper;
    return fg_cut_push(file->cut, mapper, record, err);
}

/* The object that the walker stands before, at `place` in the document. */
static int read_object(struct file *file, struct fg_json *json, const char *place, int level,
                       struct top *top, struct fg_error *err)
{
    struct fg_json_key key;
    int next;
    uint64_t offset = fg_json_offset(json), line = fg_json_line(json);
    fg_split_begin(&file->gathered[level]);
    if (fg_json_enter(json, err) < 0)
        return -1;
    while ((next = fg_json_next(json, &key, err)) > 0)
        if (read_member(file, json, &key, place, level, top, err) < 0)
            return -1;
    if (next < 0 || top->mapper != NULL)
        return next;
    return take_gathered(file, place, offset, line, fg_json_offset(json), level, top, err);
}

/* ---- Bare arrays ---- */

/* An element that is a document itself: an event, say. */
static int read_element(struct file *file, struct fg_json *json, const char *place, struct top *top,
                        struct fg_error *err)
{
    enum fg_json_type type;
    struct top own = {0};
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    if (type == FG_JSON_OBJECT && read_object(file, json, place, 0, &own, err) < 0)
        return -1;
    if (own.mapper == NULL)
        return unknown_shape(top, "a list of something that no export lists", err);
    note_mapper(top, own.mapper);
    top->two_kinds = top->two_kinds || own.two_kinds;
    return 0;
}

/* The first element, from a copy: where it is no record, it is read again as a document. */
static int read_first(struct file *file, const struct fg_mapper **ret_mapper, struct top *top,
                      struct fg_error *err)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    uint64_t base = fg_json_offset(file->json), base_line = fg_json_line(file->json) - 1;
    uint64_t limit = file->cut->limits->record;
    int status = fg_json_copy(file->json, &text, (size_t)limit, err);
    if (status != 0)
        return status < 0 ? -1 : fg_cut_too_large("a record", "--max-record", limit, err);
    file->cut->base = base;
    file->cut->base_line = base_line;
    for (int attempt = 0; status == 0 && attempt < 2 && *ret_mapper == NULL; attempt++) {
        struct fg_memory memory = {fg_buf_text(&text), text.len};
        struct fg_json *json;
        if (fg_json_open(fg_memory_read, &memory, &json, err) < 0)
            return -1;
        status = attempt == 0 ? fg_split_first(file->cut, json, NULL, "/0", ret_mapper, err)
                              : read_element(file, json, "/0", top, err);
        fg_json_close(json);
    }
    file->cut->base = 0;
    file->cut->base_line = 0;
    return status;
}

static int read_bare_array(struct file *file, struct top *top, struct fg_error *err)
{
    const struct fg_mapper *mapper = NULL;
    struct fg_json_key key;
    int next;
    if (fg_json_enter(file->json, err) < 0)
        return -1;
    for (int64_t i = 0; (next = fg_json_next(file->json, &key, err)) > 0; i++) {
        char place[32];
        enum fg_json_type type;
        int status = fg_json_peek(file->json, &type, err); /* to stand on its first byte */
        snprintf(place, sizeof place, "/%lld", (long long)i);
        if (status == 0)
            status = i == 0           ? read_first(file, &mapper, top, err)
                     : mapper != NULL ? fg_split_one(file->cut, file->json, mapper, place, err)
                                      : read_element(file, file->json, place, top, err);
        if (status < 0)
            return -1;
    }
    if (mapper != NULL)
        note_mapper(top, mapper);
    if (next == 0 && top->mapper == NULL)
        return unknown_shape(top, "an empty list, which does not say of what", err);
    return next;
}

/* ---- Documents ---- */

/* One document. Its kind must be that of the file's others. */
static int read_document(struct file *file, enum fg_json_type type, struct top *top,
                         struct fg_error *err)
{
    int status;
    if (type == FG_JSON_OBJECT)
        status = read_object(file, file->json, "", 0, top, err);
    else if (type == FG_JSON_ARRAY)
        status = read_bare_array(file, top, err);
    else
        status = unknown_shape(top, "a single value", err);
    if (status < 0)
        return -1;
    if (top->mapper == NULL || top->stranger != NULL)
        return unknown_shape(top, "an object", err);
    if (top->two_kinds)
        return two_kinds(top, "an object", err);
    const char *kind = file->document->kind;
    if (kind != NULL && strcmp(kind, top->mapper->kind) != 0)
        return two_kinds(top, "the file", err);
    file->document->kind = top->mapper->kind;
    return 0;
}

/* Where the walker stands, for whoever has to say it. */
static void note_place(struct file *file)
{
    file->document->offset = fg_json_offset(file->json);
    file->document->line = fg_json_line(file->json);
}

/* The next document: 1, 0 at the end of the file, or -1. */
static int next_document(struct file *file, struct fg_error *err)
{
    enum fg_json_type type;
    struct top top = {0};
    int status = fg_json_peek(file->json, &type, err);
    note_place(file);
    if (status < 0 || type == FG_JSON_END)
        return status;
    file->document->more_pages = false; /* only the last page's token says that some were left behind */
    file->cut->document = file->document->count;
    status = read_document(file, type, &top, err);
    if (!top.unknown) /* else the document as a whole is at fault, from its beginning */
        note_place(file);
    return status < 0 ? -1 : 1;
}

static int read_documents(struct file *file, struct fg_error *err)
{
    struct fg_document *document = file->document;
    int next;
    while ((next = next_document(file, err)) > 0)
        if (document->count++ == 0)
            document->first_end = document->offset;
    if (next < 0 || document->count > 0)
        return next;
    fg_error_set(err, FG_INPUT, "the file is empty");
    return fg_error_hint(err, "export it again");
}

int fg_document_cut(struct fg_cut *cut, fg_json_read_fn *read, void *context,
                    struct fg_document *ret_document, struct fg_error *err)
{
    struct file file = {.cut = cut, .document = ret_document};
    if (fg_json_open(read, context, &file.json, err) < 0)
        return -1;
    fg_json_limit_depth(file.json, cut->limits->depth);
    int status = read_documents(&file, err);
    for (int i = 0; i < ENVELOPES; i++)
        fg_buf_done(&file.gathered[i].text);
    fg_json_close(file.json);
    return status;
}
