/* SPDX-License-Identifier: MIT */
/* Lists and words: what is no name stays. */
#include <string.h>

#include "redact/shape.h"

static const char digits[] = "0123456789";

bool fg_span_is_region(struct fg_span span)
{
    static const char *const places[] = {"af", "ap", "ca", "cn", "eu", "eusc", "il", "me", "mx", "sa", "us"};
    static const char *const parts[] = {"north", "south", "east", "west", "central", "northeast", "northwest", "southeast",
                                        "southwest", "gov", "iso", "isob", "isoe", "isof", "de"};
    const char *end = span.text + span.len;
    bool known = false;
    struct fg_span part = fg_span_until(span.text, end, "-");
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        known = known || (strlen(places[i]) == part.len && memcmp(places[i], part.text, part.len) == 0);
    for (const char *at = part.text + part.len + 1; known && at < end; at += part.len + 1) {
        part = fg_span_until(at, end, "-");
        if (at + part.len == end)
            return part.len == 1 && fg_span_is_digits(part);
        known = false;
        for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
            known = known || (strlen(parts[i]) == part.len && memcmp(parts[i], part.text, part.len) == 0);
    }
    return false;
}

/* 1111-2222-3333, as AWS's pages show an account. */
static bool is_shown_account(struct fg_span span)
{
    static const char form[] = "dddd-dddd-dddd";
    for (size_t i = 0; i < span.len && i < sizeof form - 1; i++)
        if (form[i] == '-' ? span.text[i] != '-' : strchr(digits, span.text[i]) == NULL)
            return false;
    return span.len == sizeof form - 1;
}

/* Versions, counts, times: digits, and not many in a row. */
static bool is_number(struct fg_span span)
{
    enum { ROW_MAX = 8, MAX = 30 };
    size_t row = 0;
    if (span.len == 0 || is_shown_account(span) || span.len > MAX || strchr(digits, span.text[0]) == NULL)
        return false;
    for (size_t i = 0; i < span.len; i++) {
        if (strchr("0123456789.:-+TZ%", span.text[i]) == NULL)
            return false;
        row = span.text[i] >= '0' && span.text[i] <= '9' ? row + 1 : 0;
        if (row > ROW_MAX)
            return false;
    }
    return true;
}

/* AWS::ECS::Service. */
static bool is_type(struct fg_span span)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:";
    if (span.len < 6 || memcmp(span.text, "AWS::", 5) != 0)
        return false;
    for (size_t i = 0; i < span.len; i++)
        if (strchr(letters, span.text[i]) == NULL)
            return false;
    return true;
}

/* 1 where it stays, 0 where not, -1 where that cannot be told. */
static int word_stays(struct fg_redaction *redaction, bool mixed, struct fg_span word)
{
    if (word.len == 0 || is_type(word) || fg_span_is_region(word))
        return 1;
    if (is_number(word)) { /* unless something is called so */
        int called = mixed ? fg_token_known(redaction, word.text, word.len) : 0;
        return called < 0 ? -1 : !called;
    }
    const struct fg_word *found = fg_word_find(redaction, word.text, word.len);
    if (found == NULL || found->is_name || !mixed)
        return found != NULL;
    int known = fg_token_known(redaction, word.text, word.len);
    return known < 0 ? -1 : !known;
}

static int add_word(struct fg_redaction *redaction, bool mixed, struct fg_span word, struct fg_buf *out)
{
    int stays = fg_span_is_account(word) ? 0 : word_stays(redaction, mixed, word);
    if (stays < 0)
        return -1;
    if (stays == 0)
        return fg_span_token(redaction, "name", word, out);
    fg_buf_add(out, word.text, word.len);
    return 0;
}

/* A word that is none as a whole may be one of several parts: aws/securityhub, ecs-svc/1. */
static int add_parts(struct fg_redaction *redaction, bool mixed, struct fg_span word, struct fg_buf *out)
{
    const char *end = word.text + word.len;
    for (const char *at = word.text; at < end; at++) {
        struct fg_span part = fg_span_until(at, end, "/:");
        bool number = at > word.text && at[-1] == '/' && fg_span_is_digits(part); /* an id */
        if ((number ? fg_span_token(redaction, "name", part, out) : add_word(redaction, mixed, part, out)) < 0)
            return -1;
        at += part.len;
        if (at < end)
            fg_buf_add_char(out, *at);
    }
    return 0;
}

int fg_span_words(struct fg_redaction *redaction, bool mixed, struct fg_span span, struct fg_buf *out)
{
    static const char between[] = " ,;()[]{}\"'=|<>\t\r\n";
    const char *end = span.text + span.len;
    for (const char *at = span.text; at < end; at++) {
        struct fg_span word = fg_span_until(at, end, between);
        int stays = fg_span_is_account(word) ? 0 : word_stays(redaction, mixed, word);
        int status = 0;
        if (stays > 0)
            fg_buf_add(out, word.text, word.len);
        else
            status = stays < 0       ? -1
                     : fg_span_is_arn(word) ? fg_span_arn(redaction, false, word, out)
                                    : add_parts(redaction, mixed, word, out);
        if (status < 0)
            return -1;
        at += word.len;
        if (at < end)
            fg_buf_add_char(out, *at);
    }
    return 0;
}
