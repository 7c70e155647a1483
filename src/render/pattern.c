/* SPDX-License-Identifier: MIT */
#include "render/pattern.h"

#include <stdbool.h>
#include <string.h>

static bool is_name_byte(char c, bool first)
{
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return letter || (!first && c >= '0' && c <= '9');
}

static size_t part_length(const char *text, size_t len)
{
    const char *bar = memchr(text, '|', len);
    return bar == NULL ? len : (size_t)(bar - text);
}

static const char *parse_filters(const char *text, size_t len, struct fg_ref *ref)
{
    while (len > 0) {
        text++; /* the bar */
        len--;
        size_t part = part_length(text, len);
        const struct fg_filter *filter = fg_filter_find(text, part);
        if (filter == NULL)
            return "no such filter";
        if (ref->filter_count == FG_FILTERS_MAX)
            return "too many filters";
        ref->filters[ref->filter_count++] = filter;
        text += part;
        len -= part;
    }
    return NULL;
}

const char *fg_ref_parse(const char *text, size_t len, struct fg_ref *ret_ref)
{
    struct fg_ref ref = {.name = text, .name_len = part_length(text, len)};
    for (size_t i = 0; i < ref.name_len; i++)
        if (!is_name_byte(text[i], i == 0))
            return "not the name of a column";
    if (ref.name_len == 0)
        return "the name of a column is missing";
    const char *why = parse_filters(text + ref.name_len, len - ref.name_len, &ref);
    if (why == NULL)
        *ret_ref = ref;
    return why;
}

static void take(struct fg_pattern *pattern, size_t len)
{
    pattern->rest += len;
    pattern->len -= len;
}

static int take_literal(struct fg_pattern *pattern, size_t shown, size_t used,
                        struct fg_piece *ret_piece)
{
    *ret_piece = (struct fg_piece){.literal = pattern->rest, .len = shown};
    take(pattern, used);
    return 1;
}

int fg_pattern_next(struct fg_pattern *pattern, struct fg_piece *ret_piece)
{
    if (pattern->len == 0)
        return 0;
    const char *brace = memchr(pattern->rest, '{', pattern->len);
    if (brace == NULL)
        return take_literal(pattern, pattern->len, pattern->len, ret_piece);
    size_t before = (size_t)(brace - pattern->rest);
    if (before > 0)
        return take_literal(pattern, before, before, ret_piece);
    if (pattern->len > 1 && brace[1] == '{')
        return take_literal(pattern, 1, 2, ret_piece);
    const char *end = memchr(brace, '}', pattern->len);
    if (end == NULL) {
        pattern->why = "a brace is not closed";
        return -1;
    }
    *ret_piece = (struct fg_piece){0};
    pattern->why = fg_ref_parse(brace + 1, (size_t)(end - brace - 1), &ret_piece->ref);
    take(pattern, (size_t)(end - brace) + 1);
    return pattern->why == NULL ? 1 : -1;
}
