/* SPDX-License-Identifier: MIT */
/* Texts by their shape: which parts of an ARN, a path or a list become tokens, and which stay. */
#include <string.h>

#include "redact/token.h"

struct span {
    const char *text;
    size_t len;
};

static const char digits[] = "0123456789";

static bool is_digits(struct span span)
{
    size_t i = 0;
    while (i < span.len && span.text[i] >= '0' && span.text[i] <= '9')
        i++;
    return i == span.len && span.len > 0;
}

static bool is_account(struct span span)
{
    return span.len == 12 && is_digits(span);
}

/* ---- one part ---- */

static int add_token(struct fg_redaction *redaction, const char *kind, struct span span, struct fg_buf *out)
{
    if (span.len == 0)
        return 0;
    return fg_token_add(redaction, is_account(span) && strcmp(kind, "name") == 0 ? "account" : kind, span.text, span.len,
                        out);
}

/* Up to the first of `ends`, from `at` on. */
static struct span next_part(const char *at, const char *end, const char *ends)
{
    struct span part = {at, 0};
    while (at + part.len < end && strchr(ends, at[part.len]) == NULL)
        part.len++;
    return part;
}

/* Tokens between wildcards. */
static int add_pattern(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
{
    const char *end = span.text + span.len;
    for (const char *at = span.text; at < end; at++) {
        struct span part = next_part(at, end, "*?");
        if (add_token(redaction, "name", part, out) < 0)
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

static bool part_stays(const struct fg_redaction *redaction, const struct name *name, struct span part, bool first,
                       char before)
{
    if (before == ':' && part.len <= REVISION_MAX && is_digits(part))
        return true;
    const struct fg_word *word = fg_word_find(redaction, part.text, part.len);
    return word != NULL && (word->is_name || name->all_kept || (name->in_arn && first));
}

/* The parts between slashes and colons. */
static int add_name(struct fg_redaction *redaction, const struct name *name, struct span span, struct fg_buf *out)
{
    const char *end = span.text + span.len;
    char before = '\0';
    for (const char *at = span.text; at < end; at++) {
        struct span part = next_part(at, end, "/:");
        int status = 0;
        if (part_stays(redaction, name, part, at == span.text, before))
            fg_buf_add(out, part.text, part.len);
        else
            status = name->pattern ? add_pattern(redaction, part, out) : add_token(redaction, "name", part, out);
        if (status < 0)
            return -1;
        at += part.len;
        if (at < end)
            fg_buf_add_char(out, before = *at);
    }
    return 0;
}

static bool is_region(struct span span)
{
    static const char *const places[] = {"af", "ap", "ca", "cn", "eu", "eusc", "il", "me", "mx", "sa", "us"};
    static const char *const parts[] = {"north", "south", "east", "west", "central", "northeast", "northwest", "southeast",
                                        "southwest", "gov", "iso", "isob", "isoe", "isof", "de"};
    const char *end = span.text + span.len;
    bool known = false;
    struct span part = next_part(span.text, end, "-");
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        known = known || (strlen(places[i]) == part.len && memcmp(places[i], part.text, part.len) == 0);
    for (const char *at = part.text + part.len + 1; known && at < end; at += part.len + 1) {
        part = next_part(at, end, "-");
        if (at + part.len == end)
            return part.len == 1 && is_digits(part);
        known = false;
        for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
            known = known || (strlen(parts[i]) == part.len && memcmp(parts[i], part.text, part.len) == 0);
    }
    return false;
}

static bool is_arn(struct span span)
{
    return span.len > 4 && memcmp(span.text, "arn:", 4) == 0;
}

/* arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE. */
static int add_arn(struct fg_redaction *redaction, bool pattern, struct span span, struct fg_buf *out)
{
    const char *at = span.text, *end = span.text + span.len;
    struct name name = {.pattern = pattern, .in_arn = true};
    const struct name plain = {.pattern = pattern};
    for (int i = 0; i < 5; i++) {
        struct span part = next_part(at, end, ":");
        bool stays = i == 3 ? is_region(part) : i < 3 && fg_word_find(redaction, part.text, part.len) != NULL;
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
    return add_name(redaction, &name, (struct span){at, (size_t)(end - at)}, out);
}

static int add_any_name(struct fg_redaction *redaction, bool pattern, struct span span, struct fg_buf *out)
{
    const struct name plain = {.pattern = pattern};
    return is_arn(span) ? add_arn(redaction, pattern, span, out) : add_name(redaction, &plain, span, out);
}

static int how_name(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
{
    return add_any_name(redaction, false, span, out);
}

static int how_pattern(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
{
    return add_any_name(redaction, true, span, out);
}

/* ---- word by word ---- */

/* Versions, counts, times: digits, and not many in a row. */
static bool is_number(struct span span)
{
    enum { ROW_MAX = 8, MAX = 30 };
    size_t row = 0;
    if (span.len == 0 || span.len > MAX || strchr(digits, span.text[0]) == NULL)
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
static bool is_type(struct span span)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:";
    if (span.len < 6 || memcmp(span.text, "AWS::", 5) != 0)
        return false;
    for (size_t i = 0; i < span.len; i++)
        if (strchr(letters, span.text[i]) == NULL)
            return false;
    return true;
}

/* ECS.10, as AWS and own controls are called. */
static bool is_control(struct span span)
{
    size_t letters = 0;
    while (letters < span.len && ((span.text[letters] >= 'A' && span.text[letters] <= 'Z') ||
                                  (letters > 0 && letters < 12 && span.text[letters] >= '0' && span.text[letters] <= '9')))
        letters++;
    if (letters < 2 || letters > 12 || letters + 1 >= span.len || span.text[letters] != '.')
        return false;
    struct span number = {span.text + letters + 1, span.len - letters - 1};
    return number.len <= 3 && is_digits(number);
}

/* 1 where it stays, 0 where not, -1 where that cannot be told. */
static int word_stays(struct fg_redaction *redaction, bool mixed, struct span word)
{
    if (word.len == 0 || is_number(word) || is_type(word) || is_region(word) || is_control(word))
        return 1;
    const struct fg_word *found = fg_word_find(redaction, word.text, word.len);
    if (found == NULL || found->is_name || !mixed)
        return found != NULL;
    int known = fg_token_known(redaction, word.text, word.len);
    return known < 0 ? -1 : !known;
}

static int add_word(struct fg_redaction *redaction, bool mixed, struct span word, struct fg_buf *out)
{
    int stays = is_account(word) ? 0 : word_stays(redaction, mixed, word);
    if (stays < 0)
        return -1;
    if (stays == 0)
        return add_token(redaction, "name", word, out);
    fg_buf_add(out, word.text, word.len);
    return 0;
}

/* A word that is none as a whole may be one of several parts: aws/securityhub, ecs-svc/1. */
static int add_parts(struct fg_redaction *redaction, bool mixed, struct span word, struct fg_buf *out)
{
    const char *end = word.text + word.len;
    for (const char *at = word.text; at < end; at++) {
        struct span part = next_part(at, end, "/:");
        bool number = at > word.text && at[-1] == '/' && is_digits(part); /* an id */
        if ((number ? add_token(redaction, "name", part, out) : add_word(redaction, mixed, part, out)) < 0)
            return -1;
        at += part.len;
        if (at < end)
            fg_buf_add_char(out, *at);
    }
    return 0;
}

static int add_words(struct fg_redaction *redaction, bool mixed, struct span span, struct fg_buf *out)
{
    static const char between[] = " ,;()[]{}\"'=|<>\t\r\n";
    const char *end = span.text + span.len;
    for (const char *at = span.text; at < end; at++) {
        struct span word = next_part(at, end, between);
        int stays = is_account(word) ? 0 : word_stays(redaction, mixed, word);
        int status = 0;
        if (stays > 0)
            fg_buf_add(out, word.text, word.len);
        else
            status = stays < 0       ? -1
                     : is_arn(word) ? add_arn(redaction, false, word, out)
                                    : add_parts(redaction, mixed, word, out);
        if (status < 0)
            return -1;
        at += word.len;
        if (at < end)
            fg_buf_add_char(out, *at);
    }
    return 0;
}

static int how_words(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
{
    return add_words(redaction, false, span, out);
}

static int how_mixed(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
{
    return add_words(redaction, true, span, out);
}

/* ---- the others ---- */

static int how_account(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
{
    return add_token(redaction, is_account(span) ? "account" : "name", span, out);
}

static int how_whole(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
{
    return add_token(redaction, "name", span, out);
}

static int how_hash(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
{
    return add_token(redaction, "hash", span, out);
}

static int how_drop(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
{
    (void)redaction;
    if (span.len > 0)
        fg_buf_add_text(out, "[redacted]");
    return 0;
}

static int how_label(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
{
    if (span.text[strspn(span.text, "0123456789QHWTZ.:-_/+ ")] != '\0' || is_account(span))
        return add_token(redaction, "name", span, out);
    fg_buf_add(out, span.text, span.len);
    return 0;
}

/* securityhub-RULE-1a2b3c4d, RULE-conformance-pack-x: RULE is AWS's, what follows is the account's. */
static int how_rule(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
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
        return add_token(redaction, "name", (struct span){rest, (size_t)(end - rest)}, out);
    }
    return add_token(redaction, "name", span, out);
}

/* What a file's name ends with that tells what it is. */
static size_t ending_length(struct span name)
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

static bool is_dots(struct span part)
{
    return (part.len == 1 && (part.text[0] == '.' || part.text[0] == '-')) ||
           (part.len == 2 && memcmp(part.text, "..", 2) == 0);
}

static int how_path(struct fg_redaction *redaction, struct span span, struct fg_buf *out)
{
    const char *end = span.text + span.len;
    for (const char *at = span.text; at < end; at++) {
        struct span part = next_part(at, end, "/!");
        size_t ending = ending_length(part);
        if (is_dots(part))
            fg_buf_add(out, part.text, part.len);
        else if (add_token(redaction, "path", (struct span){part.text, part.len - ending}, out) < 0)
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
    int (*add)(struct fg_redaction *redaction, struct span span, struct fg_buf *out);
} shapes[] = {
    {"account", how_account}, {"name", how_name}, {"pattern", how_pattern}, {"whole", how_whole},
    {"words", how_words},     {"mixed", how_mixed}, {"rule", how_rule},     {"path", how_path},
    {"hash", how_hash},       {"label", how_label}, {"drop", how_drop},
};

int fg_shape_add(struct fg_redaction *redaction, const char *how, const char *text, struct fg_buf *out)
{
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
        if (strcmp(shapes[i].how, how) == 0)
            return shapes[i].add(redaction, (struct span){text, strlen(text)}, out);
    return fg_error_set(redaction->err, FG_INTERNAL, "redact: %s: there is no such way", how);
}
