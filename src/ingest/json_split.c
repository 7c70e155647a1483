/* SPDX-License-Identifier: MIT */
#include "fargauge/json_split.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/foreign.h"
#include "ingest/json_name.h"
#include "ingest/json_scan.h"

enum {
    WINDOW = 256 * 1024, /* larger ones leave the second-level cache and gain nothing */
    MAX_KEY = 64 * 1024,
    SNIFF = FG_FOREIGN_SIZE, /* bytes that tell whether it is something else */
};

/* A value on its way into a buffer; `mark` is the first byte in the window that is not there yet */
struct capture {
    struct fg_buf *out;
    size_t former; /* length of `out` before */
    size_t limit;
    bool over;
    const unsigned char *mark;
};

struct fg_json {
    fg_json_read_fn *read;
    void *context;
    struct fg_scan scan;
    uint64_t base; /* the offset of window[0] in the text */
    bool begun;
    struct capture capture;
    struct fg_buf key;
    bool failed;
    struct fg_error error; /* where failed */
    unsigned char window[WINDOW + FG_SCAN_PADDING];
};

int fg_json_open(fg_json_read_fn *read, void *context, struct fg_json **ret_json,
                 struct fg_error *err)
{
    struct fg_json *json = malloc(sizeof *json); /* the window is not cleared: small texts are many */
    if (json == NULL)
        return fg_error_memory(err);
    memset(json, 0, offsetof(struct fg_json, window));
    memset(json->window, 0, FG_SCAN_PADDING);
    json->read = read;
    json->context = context;
    fg_scan_init(&json->scan);
    json->scan.at = json->scan.end = json->window;
    *ret_json = json;
    return 0;
}

void fg_json_limit_depth(struct fg_json *json, uint64_t depth)
{
    json->scan.max_depth = depth < FG_JSON_MAX_DEPTH ? (unsigned)depth : FG_JSON_MAX_DEPTH;
}

void fg_json_close(struct fg_json *json)
{
    if (json == NULL)
        return;
    fg_buf_done(&json->key);
    free(json);
}

uint64_t fg_json_offset(const struct fg_json *json)
{
    return json->base + (uint64_t)(json->scan.at - json->window);
}

uint64_t fg_json_line(const struct fg_json *json)
{
    return json->scan.line;
}

/* ---- Failing: once, and the same way ever after ---- */

static int fail(struct fg_json *json, struct fg_error *err)
{
    json->failed = true;
    if (err != NULL)
        *err = json->error;
    return -1;
}

/* What the text was in where it broke off. */
static const char *inside(const struct fg_scan *scan)
{
    if (scan->state == FG_SCAN_IN_KEY || scan->state == FG_SCAN_IN_STRING)
        return "a string";
    if (scan->state == FG_SCAN_IN_NUMBER)
        return "a number";
    if (scan->depth == 0)
        return "a word";
    return scan->after[scan->depth] == FG_SCAN_NEXT_MEMBER ? "an object" : "an array";
}

static int fault(struct fg_json *json, enum fg_fault kind, struct fg_error *err)
{
    fg_fault_report(kind, *json->scan.at, inside(&json->scan), &json->error);
    return fail(json, err);
}

static int misuse(struct fg_json *json, const char *call, struct fg_error *err)
{
    fg_error_set(&json->error, FG_INTERNAL, "json: %s() called where it has no meaning", call);
    return fail(json, err);
}

/* ---- Capturing ---- */

static void truncate_to(struct fg_buf *out, size_t len)
{
    out->len = len;
    if (out->data != NULL)
        out->data[len] = '\0';
}

static void capture_begin(struct fg_json *json, struct fg_buf *out, size_t limit)
{
    json->capture = (struct capture){.out = out, .former = out->len, .limit = limit};
    json->capture.mark = json->scan.at;
}

/* Take what was scanned since the last time; it may leave the window now. */
static void capture_scanned(struct fg_json *json)
{
    struct capture *capture = &json->capture;
    if (capture->out == NULL || capture->over)
        return;
    size_t more = (size_t)(json->scan.at - capture->mark);
    if (more > capture->limit - (capture->out->len - capture->former)) {
        capture->over = true;
        truncate_to(capture->out, capture->former);
        return;
    }
    fg_buf_add(capture->out, capture->mark, more);
    capture->mark = json->scan.at;
}

/* Returns 0, 1 where the limit was passed, or -1. */
static int capture_end(struct fg_json *json, struct fg_error *err)
{
    capture_scanned(json);
    struct capture done = json->capture;
    json->capture.out = NULL;
    if (!done.out->failed)
        return done.over ? 1 : 0;
    fg_error_memory(&json->error);
    return fail(json, err);
}

static int capture_drop(struct fg_json *json)
{
    truncate_to(json->capture.out, json->capture.former);
    json->capture.out = NULL;
    return -1;
}

/* ---- The window ---- */

/* Bring in more text behind what is left of the window. */
static int refill(struct fg_json *json, struct fg_error *err)
{
    struct fg_scan *scan = &json->scan;
    capture_scanned(json);
    size_t left = (size_t)(scan->end - scan->at);
    json->base = fg_json_offset(json);
    memmove(json->window, scan->at, left);
    scan->at = json->capture.mark = json->window;
    scan->end = json->window + left;

    size_t got = 0;
    int status = json->read(json->context, json->window + left, WINDOW - left, &got, &json->error);
    scan->end += status < 0 ? 0 : got;
    scan->last = got == 0;
    memset(json->window + (scan->end - json->window), 0, FG_SCAN_PADDING);
    return status < 0 ? fail(json, err) : 0;
}

/* After a step of the scanner: 0 where it is done, 1 where it must be taken again, or -1. */
static int settle(struct fg_json *json, enum fg_scan_result result, struct fg_error *err)
{
    if (result == FG_SCAN_DONE)
        return 0;
    if (result == FG_SCAN_FAULT)
        return fault(json, json->scan.fault, err);
    return refill(json, err) < 0 ? -1 : 1;
}

/* Look at the first bytes: a byte order mark is passed over, what is something else refused. */
static int begin(struct fg_json *json, struct fg_error *err)
{
    struct fg_scan *scan = &json->scan;
    while (scan->end - scan->at < SNIFF && !scan->last)
        if (refill(json, err) < 0)
            return -1;
    json->begun = true;
    size_t len = (size_t)(scan->end - scan->at);
    if (len >= 3 && memcmp(scan->at, "\xEF\xBB\xBF", 3) == 0)
        scan->at += 3;
    if (fg_foreign_detect((const char *)scan->at, (size_t)(scan->end - scan->at), &json->error))
        return fail(json, err);
    return 0;
}

/* Every call starts here. */
static int ready(struct fg_json *json, struct fg_error *err)
{
    if (json->failed)
        return fail(json, err);
    return json->begun ? 0 : begin(json, err);
}

/* ---- Steps ---- */

static int look(struct fg_json *json, enum fg_scan_action *ret_action, struct fg_error *err)
{
    int again;
    do
        again = settle(json, fg_scan_look(&json->scan, ret_action), err);
    while (again > 0);
    return again;
}

static int run(struct fg_json *json, unsigned floor, struct fg_error *err)
{
    int again;
    do
        again = settle(json, fg_scan_run(&json->scan, floor), err);
    while (again > 0);
    return again;
}

static bool before_value(const struct fg_json *json)
{
    enum fg_scan_state state = json->scan.state;
    return state == FG_SCAN_VALUE || state == FG_SCAN_DOCUMENT || state == FG_SCAN_FIRST_DOCUMENT;
}

static enum fg_json_type word_type(unsigned char first)
{
    return first == 't' ? FG_JSON_TRUE : first == 'f' ? FG_JSON_FALSE : FG_JSON_NULL;
}

/* The type of the next value, for `call`. */
static int next_type(struct fg_json *json, const char *call, enum fg_json_type *ret_type,
                     struct fg_error *err)
{
    static const enum fg_json_type types[] = {
        [FG_SCAN_DO_STRING] = FG_JSON_STRING, [FG_SCAN_DO_NUMBER] = FG_JSON_NUMBER,
        [FG_SCAN_DO_OBJECT] = FG_JSON_OBJECT, [FG_SCAN_DO_ARRAY] = FG_JSON_ARRAY,
        [FG_SCAN_DO_STOP] = FG_JSON_END,
    };
    if (ready(json, err) < 0)
        return -1;
    if (!before_value(json))
        return misuse(json, call, err);
    enum fg_scan_action action;
    if (look(json, &action, err) < 0)
        return -1;
    *ret_type = action == FG_SCAN_DO_WORD ? word_type(*json->scan.at) : types[action];
    return 0;
}

/* The same where the end of the text will not do. */
static int need_value(struct fg_json *json, const char *call, enum fg_json_type *ret_type,
                      struct fg_error *err)
{
    if (next_type(json, call, ret_type, err) < 0)
        return -1;
    return *ret_type == FG_JSON_END ? fault(json, FG_FAULT_NOTHING_LEFT, err) : 0;
}

int fg_json_peek(struct fg_json *json, enum fg_json_type *ret_type, struct fg_error *err)
{
    return next_type(json, "peek", ret_type, err);
}

int fg_json_enter(struct fg_json *json, struct fg_error *err)
{
    enum fg_json_type type;
    if (need_value(json, "enter", &type, err) < 0)
        return -1;
    if (type != FG_JSON_OBJECT && type != FG_JSON_ARRAY)
        return misuse(json, "enter", err);
    return settle(json, fg_scan_open(&json->scan), err);
}

int fg_json_skip(struct fg_json *json, struct fg_error *err)
{
    enum fg_json_type type;
    if (need_value(json, "skip", &type, err) < 0)
        return -1;
    return run(json, json->scan.depth, err);
}

int fg_json_copy(struct fg_json *json, struct fg_buf *out, size_t limit, struct fg_error *err)
{
    enum fg_json_type type;
    if (need_value(json, "copy", &type, err) < 0)
        return -1;
    capture_begin(json, out, limit);
    if (run(json, json->scan.depth, err) < 0)
        return capture_drop(json);
    return capture_end(json, err);
}

int fg_json_copy_first(struct fg_json *json, struct fg_buf *out, size_t limit, struct fg_error *err)
{
    enum fg_json_type type;
    if (need_value(json, "copy_first", &type, err) < 0)
        return -1;
    if (type != FG_JSON_ARRAY)
        return run(json, json->scan.depth, err);
    if (fg_json_enter(json, err) < 0)
        return -1;
    struct fg_json_key none;
    int more = fg_json_next(json, &none, err);
    if (more <= 0)
        return more;
    int over = fg_json_copy(json, out, limit, err);
    if (over < 0 || run(json, json->scan.depth - 1, err) < 0)
        return -1;
    return over;
}

/* ---- Members ---- */

/* At the opening quote of a member's name. */
static int take_key(struct fg_json *json, struct fg_json_key *ret_key, struct fg_error *err)
{
    struct fg_scan *scan = &json->scan;
    struct fg_buf *key = &json->key;
    scan->at++;
    scan->state = FG_SCAN_IN_KEY;
    fg_buf_clear(key);
    capture_begin(json, key, MAX_KEY + 1); /* with the closing quote */
    int again;
    while ((again = settle(json, fg_scan_string(scan), err)) > 0)
        ;
    if (again < 0)
        return capture_drop(json);
    int over = capture_end(json, err);
    if (over != 0)
        return over < 0 ? -1 : fault(json, FG_FAULT_KEY_LENGTH, err);
    truncate_to(key, key->len - 1);
    if (memchr(key->data, '\\', key->len) != NULL && !fg_json_decode_name(key))
        return fault(json, FG_FAULT_KEY_CONTENT, err);
    scan->state = FG_SCAN_COLON;
    *ret_key = (struct fg_json_key){key->data, key->len};
    return 0;
}

int fg_json_next(struct fg_json *json, struct fg_json_key *ret_key, struct fg_error *err)
{
    struct fg_scan *scan = &json->scan;
    if (ready(json, err) < 0)
        return -1;
    if (before_value(json))
        return misuse(json, "next", err);
    *ret_key = (struct fg_json_key){"", 0};
    for (;;) {
        enum fg_scan_action action;
        if (look(json, &action, err) < 0)
            return -1;
        switch (action) {
        case FG_SCAN_DO_KEY:
            if (take_key(json, ret_key, err) < 0)
                return -1;
            break;
        case FG_SCAN_DO_COMMA_MEMBER:
            scan->at++;
            scan->state = FG_SCAN_KEY;
            break;
        case FG_SCAN_DO_COMMA_ELEMENT:
            scan->at++;
            scan->state = FG_SCAN_ELEMENT;
            break;
        case FG_SCAN_DO_CLOSE:
            fg_scan_leave(scan);
            return 0;
        case FG_SCAN_DO_COLON:
            scan->at++;
            scan->state = FG_SCAN_VALUE;
            return 1;
        default: /* an element starts here */
            scan->state = FG_SCAN_VALUE;
            return 1;
        }
    }
}
