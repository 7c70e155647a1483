/* SPDX-License-Identifier: MIT */
#include "ingest/raw.h"

#include <string.h>

struct fg_raw fg_raw_member(const struct fg_record *record, int member)
{
    return (struct fg_raw){fg_buf_text(&record->text) + record->member[member].at,
                           record->member[member].len};
}

/* The end of the string that begins at `at`, behind its closing quote. */
static const char *string_end(const char *at, const char *end)
{
    for (at++; at < end && *at != '"'; at++)
        at += *at == '\\';
    return at < end ? at + 1 : end;
}

/* The end of the value that begins at `at`: where a comma or a bracket of its surroundings follows. */
static const char *value_end(const char *at, const char *end)
{
    int depth = 0;
    while (at < end) {
        if (*at == '"') {
            at = string_end(at, end);
            continue;
        }
        bool closes = *at == '}' || *at == ']';
        if (depth == 0 && (closes || *at == ','))
            break;
        depth += (*at == '{' || *at == '[') - closes;
        at++;
    }
    return at;
}

static const char *skip_space(const char *at, const char *end)
{
    while (at < end && strchr(" \t\r\n:,", *at) != NULL)
        at++;
    return at;
}

struct fg_raw fg_raw_get(struct fg_raw raw, const char *name)
{
    const char *end = raw.at + raw.len;
    size_t size = strlen(name);
    if (raw.len < 2 || raw.at[0] != '{')
        return FG_RAW_NONE;
    for (const char *at = skip_space(raw.at + 1, end); at < end && *at == '"';) {
        const char *key = at + 1;
        const char *key_end = string_end(at, end);
        const char *value = skip_space(key_end, end);
        at = value_end(value, end);
        if ((size_t)(key_end - key) == size + 1 && memcmp(key, name, size) == 0)
            return (struct fg_raw){value, (size_t)(at - value)};
        at = skip_space(at, end);
    }
    return FG_RAW_NONE;
}

struct fg_raw fg_raw_text(struct fg_raw raw)
{
    while (raw.len > 0 && strchr(" \t\r\n", raw.at[raw.len - 1]) != NULL)
        raw.len--;
    if (raw.len < 2 || raw.at[0] != '"')
        return FG_RAW_NONE;
    return (struct fg_raw){raw.at + 1, raw.len - 2};
}

struct fg_raw fg_raw_tail(struct fg_raw text)
{
    size_t at = text.len;
    while (at > 0 && text.at[at - 1] != '/')
        at--;
    return (struct fg_raw){text.at + at, text.len - at};
}

bool fg_raw_holds(struct fg_raw raw, const char *needle)
{
    size_t size = strlen(needle);
    for (const char *at = raw.at, *end = raw.at + raw.len; (size_t)(end - at) >= size; at++) {
        at = memchr(at, needle[0], (size_t)(end - at) - size + 1);
        if (at == NULL)
            return false;
        if (memcmp(at, needle, size) == 0)
            return true;
    }
    return false;
}
