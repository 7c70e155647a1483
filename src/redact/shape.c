/* SPDX-License-Identifier: MIT */
/* Texts by their shape: which parts of an ARN, a path or a list become tokens, and which stay. */
#include <string.h>

#include "redact/shape.h"

/* ---- one part ---- */

bool fg_span_is_digits(struct fg_span span)
{
    size_t i = 0;
    while (i < span.len && span.text[i] >= '0' && span.text[i] <= '9')
        i++;
    return i == span.len && span.len > 0;
}

bool fg_span_is_account(struct fg_span span)
{
    return span.len == 12 && fg_span_is_digits(span);
}

int fg_span_token(struct fg_redaction *redaction, const char *kind, struct fg_span span, struct fg_buf *out)
{
    if (span.len == 0)
        return 0;
    return fg_token_add(redaction, fg_span_is_account(span) && strcmp(kind, "name") == 0 ? "account" : kind, span.text, span.len,
                        out);
}

struct fg_span fg_span_until(const char *at, const char *end, const char *ends)
{
    struct fg_span part = {at, 0};
    while (at + part.len < end && strchr(ends, at[part.len]) == NULL)
        part.len++;
    return part;
}

/* Tokens between wildcards. */
static int add_pattern(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    const char *end = span.text + span.len;
    for (const char *at = span.text; at < end; at++) {
        struct fg_span part = fg_span_until(at, end, "*?");
        if (fg_span_token(redaction, "name", part, out) < 0)
            return -1;
        at += part.len;
        if (at < end)
            fg_buf_add_char(out, *at);
    }
    return 0;
}

/* ---- names and ARNs ---- */

enum { REVISION_MAX = 9 };

struct name {
    bool pattern;  /* wildcards stay */
    bool in_arn;   /* the first part tells the kind */
    bool all_kept; /* every part may be a word of AWS's */
};

static bool part_stays(const struct fg_redaction *redaction, const struct name *name, struct fg_span part, bool first,
                       char before)
{
    if (before == ':' && part.len <= REVISION_MAX && fg_span_is_digits(part))
        return true;
    const struct fg_word *word = fg_word_find(redaction, part.text, part.len);
    return word != NULL && (word->is_name || name->all_kept || (name->in_arn && first));
}

/* The parts between slashes and colons. */
static int add_name(struct fg_redaction *redaction, const struct name *name, struct fg_span span, struct fg_buf *out)
{
    const char *end = span.text + span.len;
    char before = '\0';
    for (const char *at = span.text; at < end; at++) {
        struct fg_span part = fg_span_until(at, end, "/:");
        int status = 0;
        if (part_stays(redaction, name, part, at == span.text, before))
            fg_buf_add(out, part.text, part.len);
        else
            status = name->pattern ? add_pattern(redaction, part, out) : fg_span_token(redaction, "name", part, out);
        if (status < 0)
            return -1;
        at += part.len;
        if (at < end)
            fg_buf_add_char(out, before = *at);
    }
    return 0;
}

bool fg_span_is_arn(struct fg_span span)
{
    return span.len > 4 && memcmp(span.text, "arn:", 4) == 0;
}

/* arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE. */
int fg_span_arn(struct fg_redaction *redaction, bool pattern, struct fg_span span, struct fg_buf *out)
{
    const char *at = span.text, *end = span.text + span.len;
    struct name name = {.pattern = pattern, .in_arn = true};
    const struct name plain = {.pattern = pattern};
    for (int i = 0; i < 5; i++) {
        struct fg_span part = fg_span_until(at, end, ":");
        bool stays = i == 0 || (i == 3 && fg_span_is_region(part)) ||
                     (i < 3 && fg_word_find(redaction, part.text, part.len) != NULL);
        if (i == 2)
            name.all_kept = stays && !(part.len == 3 && (memcmp(part.text, "ecs", 3) == 0 || memcmp(part.text, "iam", 3) == 0));
        if (stays)
            fg_buf_add(out, part.text, part.len);
        else if (add_name(redaction, &plain, part, out) < 0)
            return -1;
        at += part.len;
        if (at == end)
            return 0;
        fg_buf_add_char(out, *at++);
    }
    return add_name(redaction, &name, (struct fg_span){at, (size_t)(end - at)}, out);
}

static int add_any_name(struct fg_redaction *redaction, bool pattern, struct fg_span span, struct fg_buf *out)
{
    const struct name plain = {.pattern = pattern};
    return fg_span_is_arn(span) ? fg_span_arn(redaction, pattern, span, out) : add_name(redaction, &plain, span, out);
}

static int how_name(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    return add_any_name(redaction, false, span, out);
}

static int how_pattern(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    return add_any_name(redaction, true, span, out);
}

/* ---- the others ---- */

static int how_words(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    return fg_span_words(redaction, false, span, out);
}

static int how_mixed(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    return fg_span_words(redaction, true, span, out);
}

static int how_account(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    return fg_span_token(redaction, fg_span_is_account(span) ? "account" : "name", span, out);
}

static int how_whole(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    return fg_span_token(redaction, "name", span, out);
}

static int how_hash(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    return fg_span_token(redaction, "hash", span, out);
}

static int how_drop(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    (void)redaction;
    if (span.len > 0)
        fg_buf_add_text(out, "[redacted]");
    return 0;
}

static int how_label(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    if (span.text[strspn(span.text, "0123456789QHWTZ.:-_/+ ")] != '\0' || fg_span_is_account(span))
        return fg_span_token(redaction, "name", span, out);
    fg_buf_add(out, span.text, span.len);
    return 0;
}

/* securityhub-RULE-1a2b3c4d, RULE-conformance-pack-x: RULE is AWS's, what follows is the account's. */
static int how_rule(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    static const char hub[] = "securityhub-";
    const char *end = span.text + span.len;
    const char *from = strncmp(span.text, hub, strlen(hub)) == 0 ? span.text + strlen(hub) : span.text;
    for (const char *to = end; to > from; to--) {
        if ((to != end && *to != '-') || fg_word_find(redaction, from, (size_t)(to - from)) == NULL)
            continue;
        fg_buf_add(out, span.text, (size_t)(to - span.text) + (to != end));
        static const char pack[] = "conformance-pack-";
        const char *rest = to == end ? end : to + 1;
        if (strncmp(rest, pack, strlen(pack)) == 0) {
            fg_buf_add_text(out, pack);
            rest += strlen(pack);
        }
        return fg_span_token(redaction, "name", (struct fg_span){rest, (size_t)(end - rest)}, out);
    }
    return fg_span_token(redaction, "name", span, out);
}

/* What a file's name ends with that tells what it is. */
static size_t ending_length(struct fg_span name)
{
    static const char *const endings[] = {".json.gz", ".jsonl.gz", ".ndjson.gz", ".csv.gz", ".tar.gz", ".json", ".jsonl",
                                          ".ndjson",  ".csv",      ".tgz",       ".tar",    ".zip",    ".gz",   ".txt"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t len = strlen(endings[i]);
        if (name.len > len && memcmp(name.text + name.len - len, endings[i], len) == 0)
            return len;
    }
    return 0;
}

static bool is_dots(struct fg_span part)
{
    return (part.len == 1 && (part.text[0] == '.' || part.text[0] == '-')) ||
           (part.len == 2 && memcmp(part.text, "..", 2) == 0);
}

static int how_path(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out)
{
    const char *end = span.text + span.len;
    for (const char *at = span.text; at < end; at++) {
        struct fg_span part = fg_span_until(at, end, "/!");
        size_t ending = ending_length(part);
        if (is_dots(part))
            fg_buf_add(out, part.text, part.len);
        else if (fg_span_token(redaction, "path", (struct fg_span){part.text, part.len - ending}, out) < 0)
            return -1;
        else
            fg_buf_add(out, part.text + part.len - ending, ending);
        at += part.len;
        if (at < end)
            fg_buf_add_char(out, *at);
    }
    return 0;
}

static const struct {
    const char *how;
    int (*add)(struct fg_redaction *redaction, struct fg_span span, struct fg_buf *out);
} shapes[] = {
    {"account", how_account}, {"name", how_name}, {"pattern", how_pattern}, {"whole", how_whole},
    {"words", how_words},     {"mixed", how_mixed}, {"rule", how_rule},     {"path", how_path},
    {"hash", how_hash},       {"label", how_label}, {"drop", how_drop},
};

int fg_shape_add(struct fg_redaction *redaction, const char *how, const char *text, struct fg_buf *out)
{
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
        if (strcmp(shapes[i].how, how) == 0)
            return shapes[i].add(redaction, (struct fg_span){text, strlen(text)}, out);
    return fg_error_set(redaction->err, FG_INTERNAL, "redact: %s: there is no such way", how);
}
