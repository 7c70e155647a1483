/* SPDX-License-Identifier: MIT */
#include "ingest/document.h"

#include <stdio.h>
#include <string.h>

#include "ingest/detect.h"
#include "ingest/split.h"

/* What the top of a document has shown so far. */
struct top {
    struct fg_document *document;
    const struct fg_mapper *mapper; /* of the export that was found */
    const char *stranger;
    char first_key[64];
    char no_list[64];                /* a member that should have been a list of records */
    const struct fg_mapper *seen[8]; /* arrays met so far */
    size_t seen_count;
    struct fg_record single; /* the document as a record */
    uint64_t line;           /* where the document begins */
    uint64_t offset;
    bool unknown;            /* the whole document is at fault, not a place in it */
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
                              "get-findings`, or an AWS Config snapshot, as JSON");
}

static int split_file(struct fg_error *err)
{
    return fg_error_hint(err, "split the file: one export in one file");
}

/* A NextToken that is neither null nor empty: the call was not repeated to its last page. */
static int read_next_token(struct fg_json *json, bool *more, struct fg_error *err)
{
    FG_BUF_AUTO token = FG_BUF_INIT;
    int status = fg_json_copy(json, &token, 1024 * 1024, err);
    if (status < 0)
        return -1;
    const char *text = fg_buf_text(&token);
    *more = *more || status > 0 || (strcmp(text, "null") != 0 && strcmp(text, "\"\"") != 0);
    return 0;
}

/* An array that stands twice would give two records one pointer. */
static int note_array(struct top *top, const struct fg_mapper *mapper, const char *name,
                      struct fg_error *err)
{
    for (size_t i = 0; i < top->seen_count; i++)
        if (top->seen[i] == mapper) {
            fg_error_set(err, FG_INPUT, "\"%s\" stands twice in one object", name);
            return split_file(err);
        }
    top->seen[top->seen_count++] = mapper;
    if (mapper->kind != NULL)
        top->mapper = mapper;
    return 0;
}

/* What stands under `key`, at `place` (a pointer without its first slash). */
static int read_member(struct fg_load *load, struct fg_json *json, const struct fg_json_key *key,
                       const char *place, struct top *top, struct fg_error *err)
{
    const struct fg_mapper *mapper = fg_detect_member(key);
    enum fg_json_type type;
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    if (mapper == NULL || type != FG_JSON_ARRAY) {
        if (mapper != NULL && mapper->kind != NULL)
            snprintf(top->no_list, sizeof top->no_list, "%s", place);
        return fg_json_skip(json, err);
    }
    if (note_array(top, mapper, place, err) < 0)
        return -1;
    return fg_split_array(load, json, mapper, place, err);
}

/* The name of a member for messages and pointers; only known ones are ever longer than that. */
static void copy_name(const struct fg_json_key *key, const char *before, char *out, size_t room)
{
    snprintf(out, room, "%s%.*s", before, (int)(key->len < 31 ? key->len : 31), key->text);
}

/* An event (EventBridge) carries its findings in `detail`. */
static int read_detail(struct fg_load *load, struct fg_json *json, struct top *top,
                       struct fg_error *err)
{
    struct fg_json_key key;
    enum fg_json_type type;
    int next = 0;
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    if (type != FG_JSON_OBJECT)
        return fg_json_skip(json, err);
    if (fg_json_enter(json, err) < 0)
        return -1;
    while ((next = fg_json_next(json, &key, err)) > 0) {
        char place[48];
        copy_name(&key, "detail/", place, sizeof place);
        if (read_member(load, json, &key, place, top, err) < 0)
            return -1;
    }
    return next;
}

static int read_top_member(struct fg_load *load, struct fg_json *json,
                           const struct fg_json_key *key, struct top *top, struct fg_error *err)
{
    char name[48];
    copy_name(key, "", name, sizeof name);
    if (top->first_key[0] == '\0')
        snprintf(top->first_key, sizeof top->first_key, "%s", name);
    if (top->stranger == NULL)
        top->stranger = fg_detect_known_stranger(key);
    if (fg_detect_next_token(key))
        return read_next_token(json, &top->document->more_pages, err);
    if (strcmp(name, "detail") == 0)
        return read_detail(load, json, top, err);
    int copied = fg_split_member(&top->single, json, fg_detect_bare(), key, err);
    if (copied != 0)
        return copied < 0 ? -1 : 0;
    return read_member(load, json, key, name, top, err);
}

static int read_object(struct fg_load *load, struct fg_json *json, struct top *top,
                       struct fg_error *err)
{
    struct fg_json_key key;
    int next;
    fg_split_begin(&top->single, fg_json_offset(json));
    if (fg_json_enter(json, err) < 0)
        return -1;
    while ((next = fg_json_next(json, &key, err)) > 0)
        if (read_top_member(load, json, &key, top, err) < 0)
            return -1;
    if (next < 0 || top->mapper != NULL)
        return next;
    int status = fg_split_end(load, &top->single, fg_json_offset(json), fg_detect_bare(), err);
    if (status == 0)
        top->mapper = fg_detect_bare();
    return status > 0 ? unknown_shape(top, "an object", err) : status;
}

static int read_bare_array(struct fg_load *load, struct fg_json *json, struct top *top,
                           struct fg_error *err)
{
    int64_t before = load->records;
    int status = fg_split_array(load, json, fg_detect_bare(), "", err);
    if (status > 0)
        return unknown_shape(top, "a list of something else than findings", err);
    if (status == 0 && load->records == before)
        return unknown_shape(top, "an empty list, which does not say of what", err);
    top->mapper = fg_detect_bare();
    return status;
}

/* One document. Its kind must be that of the file's others. */
static int read_document(struct fg_load *load, struct fg_json *json, enum fg_json_type type,
                         struct top *top, struct fg_error *err)
{
    int status;
    if (type == FG_JSON_OBJECT)
        status = read_object(load, json, top, err);
    else if (type == FG_JSON_ARRAY)
        status = read_bare_array(load, json, top, err);
    else
        status = unknown_shape(top, "a single value", err);
    if (status < 0)
        return -1;
    const char *kind = top->document->kind;
    if (kind != NULL && strcmp(kind, top->mapper->kind) != 0) {
        top->unknown = true;
        fg_error_set(err, FG_INPUT, "the file holds two kinds of export");
        return split_file(err);
    }
    top->document->kind = top->mapper->kind;
    return 0;
}

/* Give the records of the first document its number too, now that others have followed. */
static int number_first(struct fg_load *load, uint64_t end, struct fg_error *err)
{
    static const char *const updates[] = {"store/number_records", "store/number_rejections"};
    for (size_t i = 0; i < sizeof updates / sizeof updates[0]; i++) {
        struct fg_statement *update;
        if (fg_store_statement(load->store, updates[i], &update, err) < 0)
            return -1;
        fg_bind_int(update, "source", load->source_id);
        fg_bind_int(update, "end", (int64_t)end);
        if (fg_step_done(update, NULL, err) < 0)
            return -1;
    }
    return 0;
}

/* Start on the next document: what the last one showed is forgotten, its memory kept. */
static void renew(struct top *top, const struct fg_json *json)
{
    struct fg_buf text = top->single.text;
    *top = (struct top){.document = top->document,
                        .single = {.text = text},
                        .line = fg_json_line(json),
                        .offset = fg_json_offset(json)};
    top->document->more_pages = false; /* only the last page's token says that some were left behind */
}

static int read_documents(struct fg_load *load, struct fg_json *json, struct top *top,
                          struct fg_error *err)
{
    enum fg_json_type type;
    uint64_t first_end = 0;
    for (load->document = 0;; load->document++) {
        if (fg_json_peek(json, &type, err) < 0)
            return -1;
        if (type == FG_JSON_END)
            break;
        renew(top, json);
        if (read_document(load, json, type, top, err) < 0)
            return -1;
        if (load->document == 0)
            first_end = fg_json_offset(json);
    }
    if (load->document > 0)
        return load->document == 1 ? 0 : number_first(load, first_end, err);
    fg_error_set(err, FG_INPUT, "the file is empty");
    return fg_error_hint(err, "export it again");
}

int fg_document_load_json(struct fg_load *load, fg_json_read_fn *read, void *context,
                          struct fg_document *ret_document, struct fg_error *err)
{
    struct fg_json *json;
    struct top top = {.document = ret_document};
    if (fg_json_open(read, context, &json, err) < 0)
        return -1;
    int status = read_documents(load, json, &top, err);
    ret_document->offset = top.unknown ? top.offset : fg_json_offset(json);
    ret_document->line = top.unknown ? top.line : fg_json_line(json);
    fg_buf_done(&top.single.text);
    fg_json_close(json);
    return status;
}
