/* SPDX-License-Identifier: MIT */
#include "fargauge/mask.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "fargauge/json_split.h"
#include "ingest/json_name.h"

enum { MAX_NESTED = 8 }; /* JSON in a string in JSON … */

static const char MASK[] = "\"(masked)\"";
static const char MASK_TEXT[] = "\"(masked: it may hold values of environment variables)\"";

struct mask {
    const char *text;
    size_t len;
    size_t read;   /* what the walker has taken of it */
    size_t copied; /* what of it is in `out`, or was replaced there */
    struct fg_json *json;
    struct fg_buf *out;
    size_t masked;
    unsigned nested;
};

static int mask_text(struct mask *mask, struct fg_error *err);

static int read_text(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    struct mask *mask = context;
    size_t left = mask->len - mask->read;
    (void)err;
    *ret_got = left < room ? left : room;
    memcpy(to, mask->text + mask->read, *ret_got);
    mask->read += *ret_got;
    return 0;
}

static bool is_key(const struct fg_json_key *key, const char *name)
{
    return strlen(name) == key->len && strncasecmp(key->text, name, key->len) == 0;
}

static bool is_environment(const struct fg_json_key *key)
{
    return is_key(key, "environment") || is_key(key, "environmentVariables");
}

/* Put `instead` in the place of the text's bytes from `start` to the walker. */
static void replace(struct mask *mask, size_t start, const char *instead, size_t len)
{
    fg_buf_add(mask->out, mask->text + mask->copied, start - mask->copied);
    fg_buf_add(mask->out, instead, len);
    mask->copied = (size_t)fg_json_offset(mask->json);
}

static int hide_value(struct mask *mask, struct fg_error *err)
{
    enum fg_json_type type;
    if (fg_json_peek(mask->json, &type, err) < 0)
        return -1;
    size_t start = (size_t)fg_json_offset(mask->json);
    if (fg_json_skip(mask->json, err) < 0)
        return -1;
    replace(mask, start, MASK, sizeof MASK - 1);
    mask->masked++;
    return 0;
}

/* ---- Strings, which may hold JSON ---- */

static bool contains(const struct fg_buf *text, const char *part)
{
    size_t len = strlen(part);
    for (size_t i = 0; i + len <= text->len; i++)
        if (strncasecmp(text->data + i, part, len) == 0)
            return true;
    return false;
}

static bool may_hold_json(const char *text, size_t len)
{
    return memchr(text, '{', len) != NULL || memchr(text, '[', len) != NULL ||
           memchr(text, '\\', len) != NULL;
}

/* Append `text` as the inside of a JSON string. */
static void add_quoted(struct fg_buf *out, const struct fg_buf *text)
{
    fg_buf_add_char(out, '"');
    for (size_t i = 0; i < text->len; i++) {
        unsigned char c = (unsigned char)text->data[i];
        if (c < 0x20) {
            fg_buf_printf(out, "\\u%04x", c);
            continue;
        }
        if (c == '"' || c == '\\')
            fg_buf_add_char(out, '\\');
        fg_buf_add_char(out, (char)c);
    }
    fg_buf_add_char(out, '"');
}

static void hide_text(struct mask *mask, size_t start)
{
    replace(mask, start, MASK_TEXT, sizeof MASK_TEXT - 1);
    mask->masked++;
}

/* A string's decoded text: masked where it is JSON; where it is not, hidden if it may hold what must not
 * be seen all the same. */
static int mask_embedded(struct mask *mask, size_t start, const struct fg_buf *text,
                         struct fg_error *err)
{
    FG_BUF_AUTO inner_out = FG_BUF_INIT;
    FG_BUF_AUTO quoted = FG_BUF_INIT;
    struct mask inner = {
        .text = text->data, .len = text->len, .out = &inner_out, .nested = mask->nested + 1};
    bool readable = inner.nested <= MAX_NESTED && mask_text(&inner, NULL) == 0;
    if (readable && inner.masked == 0)
        return 0;
    if (!readable) {
        if (inner.nested > MAX_NESTED || contains(text, "environment") || contains(text, "\\u00"))
            hide_text(mask, start);
        return 0;
    }
    add_quoted(&quoted, &inner_out);
    if (quoted.failed)
        return fg_error_memory(err);
    replace(mask, start, quoted.data, quoted.len);
    mask->masked += inner.masked;
    return 0;
}

/* The text of an environment itself says nothing that could be told apart. */
static int walk_string(struct mask *mask, bool environment, struct fg_error *err)
{
    size_t start = (size_t)fg_json_offset(mask->json);
    if (fg_json_skip(mask->json, err) < 0)
        return -1;
    const char *inside = mask->text + start + 1;
    size_t len = (size_t)fg_json_offset(mask->json) - start - 2; /* less the quotes */
    if (!may_hold_json(inside, len))
        return 0;
    if (environment) {
        hide_text(mask, start);
        return 0;
    }
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_add(&text, inside, len);
    if (text.failed)
        return fg_error_memory(err);
    if (memchr(text.data, '\\', text.len) != NULL && !fg_json_decode_name(&text)) {
        hide_text(mask, start);
        return 0;
    }
    return may_hold_json(text.data, text.len) ? mask_embedded(mask, start, &text, err) : 0;
}

/* ---- The walk ---- */

/* An element of an environment: its name stays. */
static int walk_variable(struct mask *mask, struct fg_error *err)
{
    struct fg_json_key key;
    enum fg_json_type type;
    int next;
    if (fg_json_peek(mask->json, &type, err) < 0)
        return -1;
    if (type != FG_JSON_OBJECT)
        return hide_value(mask, err);
    if (fg_json_enter(mask->json, err) < 0)
        return -1;
    while ((next = fg_json_next(mask->json, &key, err)) > 0) {
        bool name = is_key(&key, "name");
        if (fg_json_peek(mask->json, &type, err) < 0)
            return -1;
        int status = name && type == FG_JSON_STRING ? fg_json_skip(mask->json, err)
                                                    : hide_value(mask, err);
        if (status < 0)
            return -1;
    }
    return next;
}

static int walk_environment(struct mask *mask, enum fg_json_type type, struct fg_error *err)
{
    struct fg_json_key key;
    int next;
    if (fg_json_enter(mask->json, err) < 0)
        return -1;
    while ((next = fg_json_next(mask->json, &key, err)) > 0) {
        int status = type == FG_JSON_ARRAY ? walk_variable(mask, err) : hide_value(mask, err);
        if (status < 0)
            return -1;
    }
    return next;
}

/* The recursion ends: the walker refuses what is deeper than FG_JSON_MAX_DEPTH. */
static int walk_value(struct mask *mask, bool environment, struct fg_error *err)
{
    struct fg_json_key key;
    enum fg_json_type type;
    int next;
    if (fg_json_peek(mask->json, &type, err) < 0)
        return -1;
    if (type == FG_JSON_STRING)
        return walk_string(mask, environment, err);
    if (type != FG_JSON_OBJECT && type != FG_JSON_ARRAY)
        return fg_json_skip(mask->json, err);
    if (environment)
        return walk_environment(mask, type, err);
    if (fg_json_enter(mask->json, err) < 0)
        return -1;
    while ((next = fg_json_next(mask->json, &key, err)) > 0)
        if (walk_value(mask, is_environment(&key), err) < 0)
            return -1;
    return next;
}

static int walk_documents(struct mask *mask, struct fg_error *err)
{
    enum fg_json_type type;
    for (;;) {
        if (fg_json_peek(mask->json, &type, err) < 0)
            return -1;
        if (type == FG_JSON_END)
            return 0;
        if (walk_value(mask, false, err) < 0)
            return -1;
    }
}

static int mask_text(struct mask *mask, struct fg_error *err)
{
    if (fg_json_open(read_text, mask, &mask->json, err) < 0)
        return -1;
    int status = walk_documents(mask, err);
    fg_json_close(mask->json);
    if (status < 0)
        return -1;
    fg_buf_add(mask->out, mask->text + mask->copied, mask->len - mask->copied);
    return mask->out->failed ? fg_error_memory(err) : 0;
}

int fg_mask_environment(const char *text, size_t len, struct fg_buf *out, size_t *ret_masked,
                        struct fg_error *err)
{
    struct mask mask = {.text = text, .len = len, .out = out};
    int status = mask_text(&mask, err);
    *ret_masked = mask.masked;
    return status;
}
