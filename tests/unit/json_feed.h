/* SPDX-License-Identifier: MIT */
/* For the tests of json_split: texts, fed in pieces of several sizes, gone through in all ways. */
#ifndef FARGAUGE_TESTS_JSON_FEED_H
#define FARGAUGE_TESTS_JSON_FEED_H

#include <check.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "fargauge/json_split.h"
#include "ingest/json_scan.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])
/* A literal with its length: texts may hold NULs. */
#define TEXT(literal) literal, sizeof(literal) - 1

/* ---- Feeding a text in pieces ---- */

static const size_t steps[] = {SIZE_MAX, 1, 7};

struct feed {
    const char *text;
    size_t len;
    size_t step; /* at most so many bytes at a time */
    size_t at;
    bool broken; /* report an error instead of the end */
};

static inline int feed(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    struct feed *from = context;
    size_t left = from->len - from->at;
    size_t size = left < room ? left : room;
    if (size > from->step)
        size = from->step;
    if (left == 0 && from->broken)
        return fg_error_set(err, FG_IO, "the disk is gone");
    memcpy(to, from->text + from->at, size);
    from->at += size;
    *ret_got = size;
    return 0;
}

static inline struct fg_json *open_feed(struct feed *from)
{
    struct fg_json *json = NULL;
    struct fg_error err;
    ck_assert_int_eq(fg_json_open(feed, from, &json, &err), 0);
    return json;
}

/* ---- Going through a text, in several ways ---- */

enum way { BY_SKIP, BY_COPY, BY_WALK, WAYS };

static inline int walk(struct fg_json *json, struct fg_buf *trace, struct fg_error *err);

static inline int walk_members(struct fg_json *json, struct fg_buf *trace, struct fg_error *err)
{
    if (fg_json_enter(json, err) < 0)
        return -1;
    struct fg_json_key key;
    int more;
    while ((more = fg_json_next(json, &key, err)) > 0) {
        ck_assert_uint_eq(strlen(key.text), key.len);
        fg_buf_printf(trace, "<%s>", key.text);
        if (walk(json, trace, err) < 0)
            return -1;
    }
    fg_buf_add_char(trace, '.');
    return more;
}

/* Every value entered or copied; what was seen is written to `trace`. */
static inline int walk(struct fg_json *json, struct fg_buf *trace, struct fg_error *err)
{
    enum fg_json_type type;
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    fg_buf_printf(trace, "%d@%ju:%ju ", (int)type, (uintmax_t)fg_json_offset(json),
                  (uintmax_t)fg_json_line(json));
    if (type == FG_JSON_OBJECT || type == FG_JSON_ARRAY)
        return walk_members(json, trace, err);
    return fg_json_copy(json, trace, SIZE_MAX, err);
}

struct outcome {
    int status; /* 0 or -1 */
    int documents;
    uint64_t offset, line;
    struct fg_error err;
    struct fg_buf trace;
};

static inline struct outcome go_through(const char *text, size_t len, size_t step, enum way way)
{
    struct outcome outcome = {0};
    struct feed from = {.text = text, .len = len, .step = step};
    struct fg_json *json = open_feed(&from);
    for (;;) {
        enum fg_json_type type;
        outcome.status = fg_json_peek(json, &type, &outcome.err);
        if (outcome.status < 0 || type == FG_JSON_END)
            break;
        if (way == BY_SKIP)
            outcome.status = fg_json_skip(json, &outcome.err);
        else if (way == BY_COPY)
            outcome.status = fg_json_copy(json, &outcome.trace, SIZE_MAX, &outcome.err);
        else
            outcome.status = walk(json, &outcome.trace, &outcome.err);
        if (outcome.status < 0)
            break;
        outcome.documents++;
    }
    outcome.offset = fg_json_offset(json);
    outcome.line = fg_json_line(json);
    fg_json_close(json);
    return outcome;
}

static inline void check_same(const struct outcome *a, const struct outcome *b, const char *text)
{
    ck_assert_msg(a->status == b->status, "%s: %d, %d", text, a->status, b->status);
    ck_assert_msg(a->documents == b->documents, "%s", text);
    ck_assert_msg(a->offset == b->offset, "%s: offset %ju, %ju", text, (uintmax_t)a->offset,
                  (uintmax_t)b->offset);
    ck_assert_msg(a->line == b->line, "%s: line %ju, %ju", text, (uintmax_t)a->line,
                  (uintmax_t)b->line);
    if (a->status == 0)
        return;
    ck_assert_msg(a->err.code == b->err.code, "%s", text);
    ck_assert_msg(strcmp(a->err.message, b->err.message) == 0, "%s: %s, %s", text, a->err.message,
                  b->err.message);
}

/* The one outcome of all ways and steps; the caller's `trace` is BY_WALK's. */
static inline struct outcome outcome_of(const char *text, size_t len)
{
    struct outcome first = go_through(text, len, steps[0], BY_SKIP);
    for (enum way way = BY_SKIP; way < WAYS; way++) {
        FG_BUF_AUTO trace = FG_BUF_INIT;
        for (size_t i = 0; i < LENGTH(steps); i++) {
            struct outcome other = go_through(text, len, steps[i], way);
            check_same(&first, &other, text);
            if (i == 0)
                trace = other.trace;
            else
                ck_assert_str_eq(fg_buf_text(&trace), fg_buf_text(&other.trace));
            if (i > 0)
                fg_buf_done(&other.trace);
        }
    }
    return first;
}

static inline void add_many(struct fg_buf *text, const char *what, size_t times)
{
    for (size_t i = 0; i < times; i++)
        fg_buf_add_text(text, what);
}

/* ---- Every test for every kind of the scanner's loops ---- */

static inline void use_portable(void)
{
    ck_assert_ptr_nonnull(fg_scan_use(FG_SCAN_PORTABLE));
}

static inline void use_sse2(void)
{
    ck_assert_ptr_nonnull(fg_scan_use(FG_SCAN_SSE2));
}

static inline void use_avx2(void)
{
    ck_assert_ptr_nonnull(fg_scan_use(FG_SCAN_AVX2));
}

/* Add a test case for each kind that this machine has; `fill` puts the tests in. */
static inline void add_for_each_kind(Suite *suite, void (*fill)(TCase *tests))
{
    static void (*const uses[FG_SCAN_KINDS])(void) = {use_portable, use_sse2, use_avx2};
    for (enum fg_scan_kind kind = 0; kind < FG_SCAN_KINDS; kind++) {
        const char *name = fg_scan_use(kind);
        if (name == NULL)
            continue;
        TCase *tests = tcase_create(name);
        tcase_add_checked_fixture(tests, uses[kind], NULL);
        fill(tests);
        suite_add_tcase(suite, tests);
    }
}

/* One of everything. */
static const char sample[] =
    "{\n"
    "    \"services\": [\n"
    "        {\"serviceArn\": \"arn:aws:ecs:eu-west-1:123456789012:service/web/api\",\n"
    "         \"name\": \"\u6c7a\u6e08 \\u6c7a\\ud83d\\ude00 \U0001F600\",\n"
    "         \"events\": [{\"id\": \"a\", \"n\": [1, -2.5e+3, 0]}, {}], \"tags\": []},\n"
    "        {\"te\\u0073t\\n\\\"\\\\\": [true, false, null, \"\\/\\b\\f\\r\\t\"], \"n\": 0.125}\n"
    "    ],\n"
    "    \"failures\": [], \"deep\": [[[[{\"a\": [{\"b\": {}}]}]]]]\n"
    "}\n";

#endif
