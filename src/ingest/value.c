/* SPDX-License-Identifier: MIT */
#include "ingest/value.h"

#include <cjson/cJSON.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/json_split.h"
#include "ingest/memory.h"

/* The getters' handles are cJSON items under another name. */
static const cJSON *item(const struct fg_value *value)
{
    return (const cJSON *)(const void *)value;
}

static const struct fg_value *handle(const cJSON *item)
{
    return (const struct fg_value *)(const void *)item;
}

void fg_problem_set(struct fg_problem *problem, const char *reason, const char *format, ...)
{
    if (problem->reason != NULL)
        return;
    problem->reason = reason;
    va_list args;
    va_start(args, format);
    vsnprintf(problem->detail, sizeof problem->detail, format, args);
    va_end(args);
}

static const char no_memory[] = "no_memory";

static void set_no_memory(struct fg_problem *problem)
{
    fg_problem_set(problem, no_memory, "memory: not enough for this record");
}

bool fg_problem_is_memory(const struct fg_problem *problem)
{
    return problem->reason == no_memory;
}

/* True where the text escapes a NUL: `\u0000` whose backslash is not itself escaped. */
static bool escapes_nul(const char *text, size_t len)
{
    static const char nul[] = "\\u0000";
    const char *end = text + len;
    for (const char *at = text; (at = memchr(at, '\\', (size_t)(end - at))) != NULL;) {
        if ((size_t)(end - at) >= sizeof nul - 1 && memcmp(at, nul, sizeof nul - 1) == 0)
            return true;
        at += end - at >= 2 ? 2 : 1;
    }
    return false;
}

/* Where a name's bit stands in a set of 64: names that differ mostly have different ones. */
static uint64_t name_bit(const char *name)
{
    size_t len = strlen(name);
    unsigned hash = len == 0 ? 0 : (unsigned)len * 7 + (unsigned char)name[0] * 3 +
                                       (unsigned char)name[len - 1] * 5 + (unsigned char)name[len / 2];
    return UINT64_C(1) << (hash & 63);
}

static bool stands_before(const cJSON *object, const cJSON *member)
{
    const cJSON *at = object->child;
    while (at != member && strcmp(at->string, member->string) != 0)
        at = at->next;
    return at != member;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The same for an object of so many members that looking at each before each would take too long. */
static const char *name_twice_sorted(const cJSON *object, size_t count, bool *ret_failed)
{
    const char **names = malloc(count * sizeof *names);
    const char *twice = NULL;
    const cJSON *member;
    size_t i = 0;
    *ret_failed = *ret_failed || names == NULL;
    if (names == NULL)
        return NULL;
    cJSON_ArrayForEach(member, object)
        names[i++] = member->string;
    qsort(names, count, sizeof *names, compare_names);
    for (i = 1; twice == NULL && i < count; i++)
        if (strcmp(names[i - 1], names[i]) == 0)
            twice = names[i];
    free(names);
    return twice;
}

/* A name that stands twice among the members of `object`; NULL where none does. */
static const char *name_twice(const cJSON *object, bool *ret_failed)
{
    enum { FEW = 64 };
    const cJSON *member;
    uint64_t seen = 0;
    size_t count = 0;
    cJSON_ArrayForEach(member, object)
    {
        uint64_t bit = name_bit(member->string);
        if (++count > FEW)
            return name_twice_sorted(object, (size_t)cJSON_GetArraySize(object), ret_failed);
        if ((seen & bit) != 0 && stands_before(object, member))
            return member->string;
        seen |= bit;
    }
    return NULL;
}

/* What a record must not hold anywhere: a key twice in one object, a text longer than `longest`. The depth
 * is bounded by json_split. False where something was found and noted. */
static bool sound(const cJSON *value, uint64_t longest, struct fg_problem *problem)
{
    bool failed = false;
    const char *twice = cJSON_IsObject(value) ? name_twice(value, &failed) : NULL;
    const cJSON *member;
    if (failed)
        set_no_memory(problem);
    if (twice != NULL)
        fg_problem_set(problem, "duplicate_key", "%s: stands twice in one object", twice);
    cJSON_ArrayForEach(member, value)
    {
        if (problem->reason != NULL)
            break;
        if (cJSON_IsString(member) && strlen(member->valuestring) > longest)
            fg_problem_set(problem, "too_large", "a text longer than the %llu bytes of --max-string",
                           (unsigned long long)longest);
        if (member->child != NULL)
            sound(member, longest, problem);
    }
    return problem->reason == NULL;
}

/* cJSON gives up alike on text that is none and where memory is missing: its allocator notes the latter, of its thread. */
static _Thread_local bool memory_was_missing;

static void *allocate(size_t size)
{
    void *memory = malloc(size);
    memory_was_missing = memory_was_missing || memory == NULL;
    return memory;
}

static void set_up_cjson(void)
{
    cJSON_InitHooks(&(cJSON_Hooks){.malloc_fn = allocate, .free_fn = free});
}

struct fg_value *fg_value_parse(const char *text, size_t len, uint64_t longest,
                                struct fg_problem *problem)
{
    if (escapes_nul(text, len)) {
        fg_problem_set(problem, "bad_text", "a text holds the character U+0000");
        return NULL;
    }
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    const char *end = NULL;
    pthread_once(&once, set_up_cjson);
    memory_was_missing = false;
    cJSON *root = cJSON_ParseWithLengthOpts(text, len, &end, 0);
    while (end != NULL && end < text + len && strchr(" \t\r\n", *end) != NULL && *end != '\0')
        end++;
    if (root == NULL && memory_was_missing)
        set_no_memory(problem);
    else if (root == NULL || end != text + len)
        fg_problem_set(problem, "bad_text", "a text holds half of a surrogate pair");
    else if (sound(root, longest, problem))
        return (struct fg_value *)(void *)root;
    cJSON_Delete(root);
    return NULL;
}

void fg_value_free(struct fg_value *value)
{
    cJSON_Delete((cJSON *)(void *)value);
}

struct fg_value *fg_value_parse_embedded(const char *text, struct fg_problem *problem)
{
    struct fg_memory memory = {text, strlen(text)};
    struct fg_error err = {0};
    struct fg_json *json = NULL;
    enum fg_json_type type = FG_JSON_END;
    bool good = fg_json_open(fg_memory_read, &memory, &json, &err) == 0 &&
                fg_json_skip(json, &err) == 0 && fg_json_peek(json, &type, &err) == 0 &&
                type == FG_JSON_END;
    fg_json_close(json);
    if (good)
        return fg_value_parse(text, strlen(text), SIZE_MAX, problem);
    if (fg_error_is_machine(&err))
        set_no_memory(problem);
    fg_problem_set(problem, "bad_text", "JSON held as text: %s",
                   err.message[0] != '\0' ? err.message : "more than one value");
    return NULL;
}

/* What a value is, in the words of an error text. */
static const char *type_name(const cJSON *value)
{
    if (cJSON_IsString(value))
        return "text";
    if (cJSON_IsNumber(value))
        return "a number";
    if (cJSON_IsBool(value))
        return "true or false";
    return cJSON_IsArray(value) ? "a list" : "an object";
}

/* As cJSON_GetObjectItemCaseSensitive(), which calls strcmp() for every member: mapping a record asks for some
 * forty. */
static const cJSON *find(const struct fg_value *parent, const char *name)
{
    const cJSON *at = parent == NULL || cJSON_IsArray(item(parent)) ? NULL : item(parent)->child;
    while (at != NULL && (at->string[0] != name[0] || strcmp(at->string, name) != 0))
        at = at->next;
    return at == NULL || cJSON_IsNull(at) ? NULL : at;
}

static void wrong_type(struct fg_problem *problem, const char *name, const cJSON *found,
                       const char *wanted)
{
    fg_problem_set(problem, "wrong_type", "%s: %s where %s belongs", name, type_name(found), wanted);
}

const char *fg_get_text(const struct fg_value *parent, const char *name, struct fg_problem *problem)
{
    return fg_as_text(handle(find(parent, name)), name, problem);
}

const char *fg_as_text(const struct fg_value *value, const char *what, struct fg_problem *problem)
{
    const cJSON *found = item(value);
    if (found == NULL || cJSON_IsNull(found))
        return NULL;
    if (cJSON_IsString(found))
        return found->valuestring;
    wrong_type(problem, what, found, "text");
    return NULL;
}

bool fg_get_int(const struct fg_value *parent, const char *name, int64_t *ret,
                struct fg_problem *problem)
{
    static const double exact = 9007199254740992.0; /* 2^53: above it doubles skip integers */
    const cJSON *found = find(parent, name);
    if (found == NULL)
        return false;
    double value = cJSON_IsNumber(found) ? found->valuedouble : 0.5;
    if (value <= -exact || value >= exact || (double)(int64_t)value != value) {
        wrong_type(problem, name, found, "a whole number");
        return false;
    }
    *ret = (int64_t)value;
    return true;
}

bool fg_get_bool(const struct fg_value *parent, const char *name, bool *ret,
                 struct fg_problem *problem)
{
    const cJSON *found = find(parent, name);
    if (found == NULL)
        return false;
    if (!cJSON_IsBool(found)) {
        wrong_type(problem, name, found, "true or false");
        return false;
    }
    *ret = cJSON_IsTrue(found);
    return true;
}

const struct fg_value *fg_get_object(const struct fg_value *parent, const char *name,
                                     struct fg_problem *problem)
{
    const cJSON *found = find(parent, name);
    if (found == NULL || (cJSON_IsArray(found) && found->child == NULL))
        return NULL;
    if (cJSON_IsObject(found))
        return handle(found);
    wrong_type(problem, name, found, "an object");
    return NULL;
}

const struct fg_value *fg_get_array(const struct fg_value *parent, const char *name,
                                    struct fg_problem *problem)
{
    const cJSON *found = find(parent, name);
    if (found == NULL)
        return NULL;
    if (cJSON_IsArray(found))
        return handle(found);
    wrong_type(problem, name, found, "a list");
    return NULL;
}

/* Epoch seconds as AWS CLI v1 prints them. Sixteen digits give back what was written, to microseconds;
 * from there on no floating point. */
static bool epoch_ms(double seconds, int64_t *ret_ms)
{
    char text[40];
    int len = snprintf(text, sizeof text, "%.16g", seconds);
    return fg_time_parse_epoch(text, (size_t)len, ret_ms) == 0;
}

bool fg_get_time(const struct fg_value *parent, const char *name, char out[FG_TIME_SIZE],
                 struct fg_problem *problem)
{
    const cJSON *found = find(parent, name);
    int64_t ms;
    if (found == NULL)
        return false;
    bool good = cJSON_IsNumber(found)
                    ? epoch_ms(found->valuedouble, &ms)
                    : cJSON_IsString(found) && fg_time_parse(found->valuestring,
                                                             strlen(found->valuestring), &ms) == 0;
    if (!good) {
        fg_problem_set(problem, "bad_time", "%s: not a time with a zone: %.60s", name,
                       cJSON_IsString(found) ? found->valuestring : type_name(found));
        return false;
    }
    fg_time_format(ms, out);
    return true;
}

bool fg_has(const struct fg_value *parent, const char *name)
{
    return find(parent, name) != NULL;
}

const struct fg_value *fg_get(const struct fg_value *parent, const char *name)
{
    return handle(find(parent, name));
}

const struct fg_value *fg_first(const struct fg_value *parent)
{
    return parent == NULL ? NULL : handle(item(parent)->child);
}

const struct fg_value *fg_next(const struct fg_value *value)
{
    return handle(item(value)->next);
}

const char *fg_name(const struct fg_value *value)
{
    return item(value)->string;
}

bool fg_is_object(const struct fg_value *value)
{
    return cJSON_IsObject(item(value));
}

bool fg_is_array(const struct fg_value *value)
{
    return cJSON_IsArray(item(value));
}

bool fg_is_text(const struct fg_value *value)
{
    return cJSON_IsString(item(value));
}

const char *fg_value_library_version(void)
{
    return cJSON_Version();
}

void fg_add_json_string(struct fg_buf *out, const char *text)
{
    fg_buf_add_char(out, '"');
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            fg_buf_printf(out, "\\%c", c);
        else if (c < 0x20)
            fg_buf_printf(out, "\\u%04x", c);
        else
            fg_buf_add_char(out, (char)c);
    }
    fg_buf_add_char(out, '"');
}
