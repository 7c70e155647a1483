/* SPDX-License-Identifier: MIT */
#include "json_oracle.h"

#include <cjson/cJSON.h>

#include "fargauge/json_split.h"
#include "fuzz.h"
#include "ingest/json_scan.h"

/* ---- The walker against itself ---- */

struct outcome {
    int status; /* 0 or -1 */
    int documents;
    uint64_t offset, line;
    struct fg_error err;
    struct fg_buf trace; /* all that was seen, where it was walked */
};

static int walk(struct fg_json *json, struct fg_buf *trace, struct fg_error *err);

static int walk_members(struct fg_json *json, struct fg_buf *trace, struct fg_error *err)
{
    struct fg_json_key key;
    int more;
    if (fg_json_enter(json, err) < 0)
        return -1;
    while ((more = fg_json_next(json, &key, err)) > 0) {
        FUZZ_CHECK(strlen(key.text) == key.len, "a NUL in a key");
        fg_buf_printf(trace, "<%s>", key.text);
        if (walk(json, trace, err) < 0)
            return -1;
    }
    return more;
}

static int walk(struct fg_json *json, struct fg_buf *trace, struct fg_error *err)
{
    enum fg_json_type type;
    if (fg_json_peek(json, &type, err) < 0)
        return -1;
    fg_buf_printf(trace, "%d@%ju:%ju ", (int)type, (uintmax_t)fg_json_offset(json), (uintmax_t)fg_json_line(json));
    return type == FG_JSON_OBJECT || type == FG_JSON_ARRAY ? walk_members(json, trace, err)
                                                           : fg_json_copy(json, trace, SIZE_MAX, err);
}

static struct outcome go_through(const uint8_t *data, size_t size, size_t step, bool by_walk)
{
    struct outcome outcome = {0};
    struct fuzz_bytes from = {.data = data, .size = size, .step = step};
    struct fg_json *json = NULL;
    fuzz_must(fg_json_open(fuzz_read, &from, &json, &outcome.err), &outcome.err, "walker");
    for (;;) {
        enum fg_json_type type;
        outcome.status = fg_json_peek(json, &type, &outcome.err);
        if (outcome.status < 0 || type == FG_JSON_END)
            break;
        outcome.status = by_walk ? walk(json, &outcome.trace, &outcome.err) : fg_json_skip(json, &outcome.err);
        if (outcome.status < 0)
            break;
        outcome.documents++;
    }
    outcome.offset = fg_json_offset(json);
    outcome.line = fg_json_line(json);
    fg_json_close(json);
    if (outcome.status < 0)
        fuzz_check_error(&outcome.err);
    return outcome;
}

/* A key of which the walker alone sees the content may stop it earlier: of skipping, only what it says is compared. */
static void check_same(const struct outcome *a, const struct outcome *b, const char *which)
{
    FUZZ_CHECK(a->status == b->status, "%s: %s / %s", which, a->err.message, b->err.message);
    FUZZ_CHECK(a->documents == b->documents, "%s", which);
    FUZZ_CHECK(a->offset == b->offset && a->line == b->line, "%s", which);
    FUZZ_CHECK(strcmp(a->err.message, b->err.message) == 0, "%s: %s / %s", which, a->err.message, b->err.message);
    FUZZ_CHECK(a->trace.len == b->trace.len && (a->trace.len == 0 || memcmp(a->trace.data, b->trace.data, a->trace.len) == 0),
               "%s: another trace", which);
}

static struct outcome same_however(const uint8_t *data, size_t size, bool by_walk)
{
    static const size_t steps[] = {SIZE_MAX, 1, 61};
    struct outcome first = {0};
    bool started = false;
    for (enum fg_scan_kind kind = 0; kind < FG_SCAN_KINDS; kind++) {
        const char *name = fg_scan_use(kind);
        for (size_t i = 0; name != NULL && i < sizeof steps / sizeof steps[0]; i++) {
            struct outcome other = go_through(data, size, steps[i], by_walk);
            if (!started) {
                first = other;
                started = true;
                continue;
            }
            check_same(&first, &other, name);
            fg_buf_done(&other.trace);
        }
    }
    return first;
}

/* ---- Against cJSON ---- */

/* cJSON reads a number of up to 63 characters; a longer one it takes for two things in a row, and refuses. */
enum { LONGEST_NUMBER = 63 };

/* What is a value to the walker and not to cJSON: longer numbers, and escapes that are half a surrogate pair. */
static bool is_beyond(const uint8_t *data, size_t size)
{
    size_t digits = 0;
    for (size_t i = 0; i < size; i++) {
        digits = data[i] != '\0' && strchr("0123456789+-.eE", data[i]) != NULL ? digits + 1 : 0;
        if (digits > LONGEST_NUMBER)
            return true;
        if (i + 4 <= size && data[i] == '\\' && (data[i + 1] == 'u') && (data[i + 2] == 'd' || data[i + 2] == 'D') &&
            strchr("89abcdefABCDEF", data[i + 3]) != NULL)
            return true;
    }
    return false;
}

static void compare_value(struct fg_json *json, const cJSON *item);

static void compare_members(struct fg_json *json, const cJSON *item, bool object)
{
    struct fg_error err = {0};
    struct fg_json_key key;
    const cJSON *child = item->child;
    int more;
    fuzz_must(fg_json_enter(json, &err), &err, "enter");
    for (; (more = fg_json_next(json, &key, &err)) > 0; child = child->next) {
        FUZZ_CHECK(child != NULL, "cJSON has fewer members");
        FUZZ_CHECK(!object || strcmp(child->string, key.text) == 0, "another key: %s / %s", key.text, child->string);
        compare_value(json, child);
    }
    FUZZ_CHECK(more == 0 && child == NULL, "cJSON has more members");
}

/* A value alone, as mappers read it, is what it is within the whole. */
static void compare_scalar(struct fg_json *json, const cJSON *item)
{
    struct fg_error err = {0};
    FG_BUF_AUTO text = FG_BUF_INIT;
    fuzz_must(fg_json_copy(json, &text, SIZE_MAX, &err), &err, "copy");
    cJSON *alone = cJSON_ParseWithLengthOpts(text.data, text.len + 1, NULL, 1);
    FUZZ_CHECK(alone != NULL, "cJSON does not take a value alone: %s", text.data);
    bool same = cJSON_IsNumber(item) ? alone->valuedouble == item->valuedouble /* cJSON's infinity is not like itself */
                                     : cJSON_Compare(alone, item, 1);
    FUZZ_CHECK(same, "another value: %s", text.data);
    cJSON_Delete(alone);
}

static void compare_value(struct fg_json *json, const cJSON *item)
{
    static const int types[] = {
        [FG_JSON_OBJECT] = cJSON_Object, [FG_JSON_ARRAY] = cJSON_Array, [FG_JSON_STRING] = cJSON_String,
        [FG_JSON_NUMBER] = cJSON_Number, [FG_JSON_TRUE] = cJSON_True,   [FG_JSON_FALSE] = cJSON_False,
        [FG_JSON_NULL] = cJSON_NULL,
    };
    struct fg_error err = {0};
    enum fg_json_type type;
    fuzz_must(fg_json_peek(json, &type, &err), &err, "peek");
    FUZZ_CHECK(type != FG_JSON_END && types[type] == (item->type & 0xff), "another type");
    if (type == FG_JSON_OBJECT || type == FG_JSON_ARRAY)
        compare_members(json, item, type == FG_JSON_OBJECT);
    else
        compare_scalar(json, item);
}

/* cJSON misses a byte order mark before a single character; the walker keeps it from cJSON anyway. */
static void compare_with_cjson(const uint8_t *data, size_t size)
{
    if (size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
        data += 3;
        size -= 3;
    }
    struct fuzz_bytes from = {.data = data, .size = size, .step = SIZE_MAX};
    struct fg_error err = {0};
    struct fg_json *json = NULL;
    const char *end = NULL;
    cJSON *whole = cJSON_ParseWithLengthOpts((const char *)data, size, &end, 0);
    FUZZ_CHECK(whole != NULL, "cJSON does not take it: %.*s", (int)size, (const char *)data);
    for (; end < (const char *)data + size; end++)
        FUZZ_CHECK(strchr(" \t\r\n", *end) != NULL && *end != '\0', "cJSON stops before the end");
    fuzz_must(fg_json_open(fuzz_read, &from, &json, &err), &err, "walker");
    compare_value(json, whole);
    fg_json_close(json);
    cJSON_Delete(whole);
}

/* What cJSON takes and the walker does not, it refuses for one of these: nothing else may keep a good document out. */
static bool is_known_laxity(const char *message)
{
    static const char *const known[] = {
        "not JSON: ", /* cJSON passes over any control character as white space */
        "a value is expected, not", "a name in double quotes is expected, not", "a colon is expected, not",
        "a comma or } is expected, not", "a comma or ] is expected, not", "the document is complete, but then comes",
        "a comma with nothing behind it, before", "objects and arrays nested deeper", "a raw control character in a string",
        "\\u without four hexadecimal digits", "not UTF-8", "a name with \\u0000 or half a surrogate pair",
        "a name longer than 64 KiB", "a number with a leading zero", "a number whose point is followed by",
        "a number whose exponent has no digit", "a number that runs into", "the text ends inside a number", "a minus sign, then no digit",
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strncmp(message, known[i], strlen(known[i])) == 0)
            return true;
    return false;
}

/* cJSON took the whole text, to its last byte but white space. */
static bool cjson_takes(const uint8_t *data, size_t size)
{
    const char *end = NULL;
    cJSON *whole = cJSON_ParseWithLengthOpts((const char *)data, size, &end, 0);
    if (whole == NULL)
        return false;
    cJSON_Delete(whole);
    while (end < (const char *)data + size && *end != '\0' && strchr(" \t\r\n", *end) != NULL)
        end++;
    return end == (const char *)data + size;
}

bool json_oracle(const uint8_t *data, size_t size)
{
    struct outcome skipped = same_however(data, size, false);
    struct outcome walked = same_however(data, size, true);
    FUZZ_CHECK(walked.status < 0 || skipped.status == 0, "walked but not skipped: %s", skipped.err.message);
    bool taken = walked.status == 0 && walked.documents == 1;
    if (taken && !is_beyond(data, size))
        compare_with_cjson(data, size);
    if (walked.status < 0 && cjson_takes(data, size))
        FUZZ_CHECK(is_known_laxity(walked.err.message), "cJSON takes it: %s", walked.err.message);
    fg_buf_done(&walked.trace);
    return taken;
}
