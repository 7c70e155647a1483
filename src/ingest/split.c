/* SPDX-License-Identifier: MIT */
#include "ingest/split.h"

#include <stdio.h>
#include <string.h>

/* The index of the wanted member `key`, or -1. */
static int find_member(const struct fg_mapper *mapper, const struct fg_json_key *key)
{
    for (int i = 0; mapper->members[i].name != NULL; i++)
        if (strlen(mapper->members[i].name) == key->len &&
            memcmp(mapper->members[i].name, key->text, key->len) == 0)
            return i;
    return -1;
}

/* Append one wanted member to the record's own object. */
static int copy_member(struct fg_record *record, struct fg_json *json,
                       const struct fg_member *member, int index, struct fg_error *err)
{
    struct fg_buf *text = &record->text;
    size_t room = text->len < FG_RECORD_LIMIT ? FG_RECORD_LIMIT - text->len : 0;
    if (record->member[index].len > 0) {
        fg_problem_set(&record->problem, "duplicate_key", "%s: stands twice in the record",
                       member->name);
        return fg_json_skip(json, err);
    }
    size_t before = text->len;
    fg_buf_add_text(text, text->len > 1 ? ",\"" : "\"");
    fg_buf_add_text(text, member->name);
    fg_buf_add_text(text, "\":");
    size_t at = text->len;
    int status = member->first_only ? fg_json_copy_first(json, text, room, err)
                                    : fg_json_copy(json, text, room, err);
    if (status < 0)
        return -1;
    if (status > 0)
        fg_problem_set(&record->problem, "too_large", "%s: longer than %d MiB", member->name,
                       FG_RECORD_LIMIT / 1024 / 1024);
    if (text->failed)
        return fg_error_memory(err);
    if (text->len == at) { /* nothing was appended: take the name back */
        text->len = before;
        text->data[before] = '\0';
        return 0;
    }
    record->member[index].at = at;
    record->member[index].len = text->len - at;
    return 0;
}

void fg_split_begin(struct fg_record *record, uint64_t offset)
{
    record->offset = offset;
    record->problem.reason = NULL;
    memset(record->member, 0, sizeof record->member);
    fg_buf_clear(&record->text);
    fg_buf_add_char(&record->text, '{');
}

int fg_split_member(struct fg_record *record, struct fg_json *json, const struct fg_mapper *mapper,
                    const struct fg_json_key *key, struct fg_error *err)
{
    int index = find_member(mapper, key);
    if (index < 0)
        return 0;
    return copy_member(record, json, &mapper->members[index], index, err) < 0 ? -1 : 1;
}

/* Copy the wanted members of the record that the walker stands before. */
static int read_members(struct fg_record *record, struct fg_json *json,
                        const struct fg_mapper *mapper, struct fg_error *err)
{
    struct fg_json_key key;
    int next;
    if (fg_json_enter(json, err) < 0)
        return -1;
    while ((next = fg_json_next(json, &key, err)) > 0) {
        int copied = fg_split_member(record, json, mapper, &key, err);
        if (copied < 0 || (copied == 0 && fg_json_skip(json, err) < 0))
            return -1;
    }
    fg_buf_add_char(&record->text, '}');
    return next;
}

static int read_record(struct fg_record *record, struct fg_json *json,
                       const struct fg_mapper *mapper, struct fg_error *err)
{
    enum fg_json_type type;
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    fg_split_begin(record, fg_json_offset(json));
    int status;
    if (type == FG_JSON_OBJECT) {
        status = read_members(record, json, mapper, err);
    } else {
        fg_problem_set(&record->problem, "wrong_type", "the record is not an object");
        status = fg_json_skip(json, err);
    }
    record->length = fg_json_offset(json) - record->offset;
    return status;
}

/* Check the record, then store it: nothing of a record with a problem is stored. */
static int map_wanted(struct fg_load *load, struct fg_record *record,
                      const struct fg_mapper *mapper, struct fg_error *err)
{
    struct fg_value *root =
        fg_value_parse(record->text.data, record->text.len, &record->problem);
    int status = 0;
    load->checking = true;
    if (root != NULL)
        status = mapper->map(load, record, root, err);
    load->checking = false;
    if (status == 0 && record->problem.reason == NULL)
        status = mapper->map(load, record, root, err);
    fg_value_free(root);
    return status;
}

static int map_record(struct fg_load *load, struct fg_record *record,
                      const struct fg_mapper *mapper, struct fg_error *err)
{
    int status = 0;
    load->records++;
    if (record->problem.reason == NULL) {
        FG_BUF_AUTO type = FG_BUF_INIT;
        if (mapper->wants != NULL && !mapper->wants(record, &type))
            return fg_load_no_interest(load, fg_buf_text(&type), err);
        status = map_wanted(load, record, mapper, err);
    }
    if (status == 0 && record->problem.reason != NULL)
        status = fg_load_reject(load, record, err);
    return status;
}

/* Where the record stands: in the document, and before that the document's number in a file of several. */
static void set_pointer(const struct fg_load *load, struct fg_record *record, const char *place)
{
    if (load->document > 0)
        snprintf(record->pointer, sizeof record->pointer, "/%lld%s", (long long)load->document,
                 place);
    else
        snprintf(record->pointer, sizeof record->pointer, "%s", place);
}

int fg_split_end(struct fg_load *load, struct fg_record *record, uint64_t end,
                 const struct fg_mapper *mapper, struct fg_error *err)
{
    if (!mapper->recognises(record))
        return 1;
    fg_buf_add_char(&record->text, '}');
    record->length = end - record->offset;
    set_pointer(load, record, "");
    return map_record(load, record, mapper, err);
}

int fg_split_array(struct fg_load *load, struct fg_json *json, const struct fg_mapper *mapper,
                   const char *name, struct fg_error *err)
{
    struct fg_record record = {.text = FG_BUF_INIT};
    struct fg_json_key key;
    int next = fg_json_enter(json, err);
    int status = next;
    bool bare = name[0] == '\0';
    for (int64_t i = 0; status == 0 && (next = fg_json_next(json, &key, err)) > 0; i++) {
        char place[64];
        snprintf(place, sizeof place, "%s%s/%lld", bare ? "" : "/", name, (long long)i);
        set_pointer(load, &record, place);
        status = read_record(&record, json, mapper, err);
        if (status == 0 && bare && i == 0 && !mapper->recognises(&record))
            status = 1;
        if (status == 0)
            status = map_record(load, &record, mapper, err);
    }
    fg_buf_done(&record.text);
    return next < 0 ? -1 : status;
}
