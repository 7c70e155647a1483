/* SPDX-License-Identifier: MIT */
#include "ingest/document.h"

#include <stdio.h>
#include <string.h>

#include "ingest/detect.h"
#include "ingest/split.h"

/* What the top of a document has shown so far. */
struct top {
    struct fg_document *document;
    const char *stranger;
    char first_key[64];
    const struct fg_mapper *seen[8]; /* arrays met so far */
    size_t seen_count;
    bool unknown; /* the whole document is at fault, not a place in it */
};

static int unknown_shape(struct top *top, const char *what, struct fg_error *err)
{
    top->unknown = true;
    if (top->stranger != NULL)
        fg_error_set(err, FG_INPUT, "not an export this version reads: it looks like %s",
                     top->stranger);
    else if (top->first_key[0] != '\0')
        fg_error_set(err, FG_INPUT, "no known export: %s, with \"%s\" at its top", what,
                     top->first_key);
    else
        fg_error_set(err, FG_INPUT, "no known export: %s", what);
    return fg_error_hint(err, "give the output of `aws ecs describe-services`, of `aws securityhub "
                              "get-findings`, or an AWS Config snapshot, as JSON");
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
            return fg_error_hint(err, "split the file: one export in one file");
        }
    top->seen[top->seen_count++] = mapper;
    return 0;
}

static int read_top_member(struct fg_load *load, struct fg_json *json,
                           const struct fg_json_key *key, struct top *top, struct fg_error *err)
{
    const struct fg_mapper *mapper = fg_detect_member(key);
    enum fg_json_type type;
    char name[32];
    snprintf(name, sizeof name, "%.*s", (int)(key->len < 31 ? key->len : 31), key->text);
    if (top->first_key[0] == '\0')
        snprintf(top->first_key, sizeof top->first_key, "%s", name);
    if (top->stranger == NULL)
        top->stranger = fg_detect_known_stranger(key);
    if (fg_detect_next_token(key))
        return read_next_token(json, &top->document->more_pages, err);
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    if (mapper == NULL || type != FG_JSON_ARRAY)
        return fg_json_skip(json, err);
    if (note_array(top, mapper, name, err) < 0)
        return -1;
    if (mapper->kind != NULL)
        top->document->kind = mapper->kind;
    return fg_split_array(load, json, mapper, name, err);
}

static int read_object(struct fg_load *load, struct fg_json *json, struct top *top,
                       struct fg_error *err)
{
    struct fg_json_key key;
    int next;
    if (fg_json_enter(json, err) < 0)
        return -1;
    while ((next = fg_json_next(json, &key, err)) > 0)
        if (read_top_member(load, json, &key, top, err) < 0)
            return -1;
    if (next == 0 && top->document->kind == NULL)
        return unknown_shape(top, "an object", err);
    return next;
}

static int read_bare_array(struct fg_load *load, struct fg_json *json, struct top *top,
                           struct fg_error *err)
{
    int status = fg_split_array(load, json, fg_detect_bare(), "", err);
    if (status > 0)
        return unknown_shape(top, "a list of something else than findings", err);
    if (status == 0 && load->used + load->rejected == 0 && load->no_interest_count == 0)
        return unknown_shape(top, "an empty list, which does not say of what", err);
    top->document->kind = fg_detect_bare()->kind;
    return status;
}

static int read_document(struct fg_load *load, struct fg_json *json, struct top *top,
                         struct fg_error *err)
{
    enum fg_json_type type;
    int status;
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    if (type == FG_JSON_END) {
        fg_error_set(err, FG_INPUT, "the file is empty");
        return fg_error_hint(err, "export it again");
    }
    if (type == FG_JSON_OBJECT)
        status = read_object(load, json, top, err);
    else if (type == FG_JSON_ARRAY)
        status = read_bare_array(load, json, top, err);
    else
        return unknown_shape(top, "a single value", err);
    if (status < 0 || fg_json_peek(json, &type, err) < 0)
        return -1;
    if (type == FG_JSON_END)
        return 0;
    fg_error_set(err, FG_INPUT, "something follows the JSON document");
    return fg_error_hint(err, "split the file: one export in one file");
}

int fg_document_load_json(struct fg_load *load, fg_json_read_fn *read, void *context,
                          struct fg_document *ret_document, struct fg_error *err)
{
    struct fg_json *json;
    struct top top = {.document = ret_document};
    if (fg_json_open(read, context, &json, err) < 0)
        return -1;
    int status = read_document(load, json, &top, err);
    ret_document->offset = top.unknown ? 0 : fg_json_offset(json);
    ret_document->line = top.unknown ? 1 : fg_json_line(json);
    fg_json_close(json);
    return status;
}
