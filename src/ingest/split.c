/* SPDX-License-Identifier: MIT */
#include "ingest/split.h"

#include <stdio.h>
#include <string.h>

#include "ingest/json_name.h"
#include "ingest/memory.h"

/* The index of the wanted member `key`, or -1. */
static int find_member(const struct fg_mapper *mapper, const struct fg_json_key *key)
{
    for (int i = 0; mapper->members[i].name != NULL; i++)
        if (mapper->members[i].name[0] == key->text[0] &&
            strlen(mapper->members[i].name) == key->len &&
            memcmp(mapper->members[i].name, key->text, key->len) == 0)
            return i;
    return -1;
}

/* Append one wanted member to the record's own object. */
static int copy_member(const struct fg_cut *cut, struct fg_record *record, struct fg_json *json,
                       const struct fg_member *member, int index, struct fg_error *err)
{
    struct fg_buf *text = &record->text;
    uint64_t limit = cut->limits->record;
    size_t room = text->len < limit ? (size_t)limit - text->len : 0;
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
    int status = member->how == FG_FIRST_ONLY ? fg_json_copy_first(json, text, room, err)
                                    : fg_json_copy(json, text, room, err);
    if (status < 0)
        return -1;
    if (status > 0)
        return fg_cut_too_large("a record", "--max-record", limit, err);
    if (text->failed)
        return fg_error_memory(err);
    if (text->len == at) { /* nothing was appended: take the name back */
        text->len = before;
        text->data[before] = '\0';
        return 0;
    }
    record->member[index].at = (uint32_t)at;
    record->member[index].len = (uint32_t)(text->len - at);
    return 0;
}

void fg_split_begin(struct fg_record *record)
{
    record->problem.reason = NULL;
    memset(record->member, 0, sizeof record->member);
    fg_buf_clear(&record->text);
    fg_buf_add_char(&record->text, '{');
}

int fg_split_member(struct fg_cut *cut, struct fg_record *record, struct fg_json *json,
                    const struct fg_mapper *mapper, const struct fg_json_key *key,
                    struct fg_error *err)
{
    int index = find_member(mapper, key);
    if (index < 0)
        return 0;
    return copy_member(cut, record, json, &mapper->members[index], index, err) < 0 ? -1 : 1;
}

/* Copy the wanted members of the object that the walker stands before. */
static int read_members(struct fg_cut *cut, struct fg_record *record, struct fg_json *json,
                        const struct fg_mapper *mapper, struct fg_error *err)
{
    struct fg_json_key key;
    int next;
    if (fg_json_enter(json, err) < 0)
        return -1;
    while ((next = fg_json_next(json, &key, err)) > 0) {
        int copied = fg_split_member(cut, record, json, mapper, &key, err);
        if (copied < 0 || (copied == 0 && fg_json_skip(json, err) < 0))
            return -1;
    }
    return next;
}

/* ---- Records that are strings ---- */

/* The string that the walker stands before, decoded; a problem where that cannot be. */
static int read_string(struct fg_cut *cut, struct fg_record *record, struct fg_json *json,
                       struct fg_buf *ret_text, struct fg_error *err)
{
    int status = fg_json_copy(json, ret_text, (size_t)cut->limits->record, err);
    if (status < 0)
        return -1;
    if (status > 0)
        return fg_cut_too_large("a record", "--max-record", cut->limits->record, err);
    if (ret_text->failed)
        return fg_error_memory(err);
    ret_text->len -= 2; /* without its quotes */
    memmove(ret_text->data, ret_text->data + 1, ret_text->len);
    ret_text->data[ret_text->len] = '\0';
    if (ret_text->len > 0 && !fg_json_decode_name(ret_text))
        fg_problem_set(&record->problem, "bad_text", "a text holds U+0000 or half of a surrogate pair");
    return 0;
}

/* The one value that the text must be, an object. What is wrong with it is the record's problem only. */
static int read_whole_text(struct fg_cut *cut, struct fg_record *record, struct fg_json *json,
                           const struct fg_mapper *mapper, struct fg_error *err)
{
    enum fg_json_type type;
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    if (type != FG_JSON_OBJECT) {
        fg_problem_set(&record->problem, "wrong_type", "the text is no object in JSON");
        return 0;
    }
    if (read_members(cut, record, json, mapper, err) < 0 || fg_json_peek(json, &type, err) < 0)
        return -1;
    if (type != FG_JSON_END)
        fg_problem_set(&record->problem, "bad_text", "JSON held as text: more than one value");
    return 0;
}

static int read_embedded(struct fg_cut *cut, struct fg_record *record, struct fg_json *json,
                         const struct fg_mapper *mapper, struct fg_error *err)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    struct fg_json *inner;
    struct fg_error fault = {0};
    if (read_string(cut, record, json, &text, err) < 0)
        return -1;
    struct fg_memory memory = {fg_buf_text(&text), text.len};
    if (record->problem.reason != NULL)
        return 0;
    if (fg_json_open(fg_memory_read, &memory, &inner, err) < 0)
        return -1;
    fg_json_limit_depth(inner, cut->limits->depth);
    int status = read_whole_text(cut, record, inner, mapper, &fault);
    fg_json_close(inner);
    if (status < 0 && fg_error_is_machine(&fault)) {
        *err = fault;
        return -1;
    }
    if (status < 0)
        fg_problem_set(&record->problem, "bad_text", "JSON held as text: %s", fault.message);
    return 0;
}

static int read_value(struct fg_cut *cut, struct fg_record *record, struct fg_json *json,
                      const struct fg_mapper *mapper, struct fg_error *err)
{
    static const struct fg_json_key value = {"value", 5};
    return fg_split_member(cut, record, json, mapper, &value, err) < 0 ? -1 : 0;
}

/* ---- One record ---- */

typedef int read_fn(struct fg_cut *cut, struct fg_record *record, struct fg_json *json,
                    const struct fg_mapper *mapper, struct fg_error *err);

static read_fn *reader_of(const struct fg_mapper *mapper, enum fg_json_type type)
{
    static read_fn *const strings[] = {[FG_STRINGS_JSON] = read_embedded,
                                       [FG_STRINGS_VALUE] = read_value};
    if (type == FG_JSON_OBJECT)
        return read_members;
    return type == FG_JSON_STRING && mapper->strings != FG_STRINGS_WRONG ? strings[mapper->strings]
                                                                         : NULL;
}

static int read_record(struct fg_cut *cut, struct fg_record *record, struct fg_json *json,
                       const struct fg_mapper *mapper, const char *place, struct fg_error *err)
{
    enum fg_json_type type;
    int status;
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    uint64_t offset = fg_json_offset(json), line = fg_json_line(json);
    read_fn *read = reader_of(mapper, type);
    fg_split_begin(record);
    if (read != NULL) {
        status = read(cut, record, json, mapper, err);
    } else {
        fg_problem_set(&record->problem, "wrong_type", "the record is not an object");
        status = fg_json_skip(json, err);
    }
    fg_buf_add_char(&record->text, '}');
    fg_cut_place(cut, record, place, offset, fg_json_offset(json) - offset, line);
    return status;
}

int fg_split_one(struct fg_cut *cut, struct fg_json *json, const struct fg_mapper *mapper,
                 const char *place, struct fg_error *err)
{
    struct fg_record *record;
    if (fg_cut_slot(cut, &record, err) < 0 ||
        read_record(cut, record, json, mapper, place, err) < 0)
        return -1;
    return fg_cut_push(cut, mapper, record, err);
}

int fg_split_first(struct fg_cut *cut, struct fg_json *json, const struct fg_shape *shape,
                   const char *place, const struct fg_mapper **ret_mapper, struct fg_error *err)
{
    struct fg_record *record;
    if (fg_cut_slot(cut, &record, err) < 0 ||
        read_record(cut, record, json, fg_detect_any(FG_IN_LIST), place, err) < 0)
        return -1;
    *ret_mapper = fg_detect_choose(FG_IN_LIST, record, shape);
    return *ret_mapper == NULL ? 0 : fg_cut_push(cut, *ret_mapper, record, err);
}

int fg_split_array(struct fg_cut *cut, struct fg_json *json, const struct fg_shape *shape,
                   const char *place, const struct fg_mapper **ret_mapper, struct fg_error *err)
{
    struct fg_json_key key;
    int next;
    *ret_mapper = shape->mapper;
    if (fg_json_enter(json, err) < 0)
        return -1;
    for (int64_t i = 0; (next = fg_json_next(json, &key, err)) > 0; i++) {
        char own[96];
        snprintf(own, sizeof own, "%s/%lld", place, (long long)i);
        bool choose = i == 0 && shape->other != NULL;
        int status = choose ? fg_split_first(cut, json, shape, own, ret_mapper, err)
                            : fg_split_one(cut, json, *ret_mapper, own, err);
        if (status < 0)
            return -1;
    }
    return next;
}
