/* SPDX-License-Identifier: MIT */
/*
 * ssh-keygen's list of allowed signers: lines of principals, options, kind of key and key.
 *
 * Times without a Z are UTC here: ssh-keygen takes them in the machine's zone, and a verdict must not depend on where
 * it is asked. Lines with an option that is not known allow nothing: it may be a limit.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "fargauge/clock.h"
#include "seal/result.h"
#include "seal/sshsig.h"
#include "seal/wire.h"

struct text {
    const char *at;
    size_t len;
};

/* One line, as far as it goes. */
struct line {
    struct text principals, namespaces, after, before, key;
    bool authority;
    const char *fault; /* NULL: it can be read */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* The next word; blanks within quotes belong to it, \" to the quoted. */
static struct text take_word(struct text *rest)
{
    bool quoted = false;
    size_t len = 0;
    while (rest->len > 0 && is_blank(*rest->at))
        *rest = (struct text){rest->at + 1, rest->len - 1};
    for (; len < rest->len && (quoted || !is_blank(rest->at[len])); len++) {
        if (rest->at[len] == '\\' && len + 1 < rest->len && rest->at[len + 1] == '"')
            len++;
        else if (rest->at[len] == '"')
            quoted = !quoted;
    }
    struct text word = {rest->at, len};
    *rest = (struct text){rest->at + len, rest->len - len};
    return word;
}

static struct text unquote(struct text word)
{
    if (word.len >= 2 && word.at[0] == '"' && word.at[word.len - 1] == '"')
        return (struct text){word.at + 1, word.len - 2};
    return word;
}

/* The part up to the next comma that is not quoted, which is passed over. */
static struct text take_option(struct text *rest)
{
    bool quoted = false;
    size_t len = 0;
    for (; len < rest->len && (quoted || rest->at[len] != ','); len++)
        if (rest->at[len] == '"')
            quoted = !quoted;
    struct text option = {rest->at, len};
    size_t taken = len < rest->len ? len + 1 : len;
    *rest = (struct text){rest->at + taken, rest->len - taken};
    return option;
}

/* "NAME=VALUE" of this name, without case. */
static bool has_value(struct text option, const char *name, struct text *ret_value)
{
    size_t len = strlen(name);
    if (option.len <= len || option.at[len] != '=' || strncasecmp(option.at, name, len) != 0)
        return false;
    *ret_value = unquote((struct text){option.at + len + 1, option.len - len - 1});
    return true;
}

static void read_options(struct text options, struct line *line)
{
    while (options.len > 0) {
        struct text option = take_option(&options);
        if (option.len == strlen("cert-authority") && strncasecmp(option.at, "cert-authority", option.len) == 0)
            line->authority = true;
        else if (!has_value(option, "namespaces", &line->namespaces) && !has_value(option, "valid-after", &line->after) &&
                 !has_value(option, "valid-before", &line->before))
            line->fault = "an option in it is not known";
    }
}

static bool is_kind(struct text word)
{
    static const char *const starts[] = {"ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (word.len > strlen(starts[i]) && memcmp(word.at, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

/* False for what is no line: empty, or a comment. */
static bool read_line(struct text text, struct line *ret_line)
{
    *ret_line = (struct line){0};
    struct text first = take_word(&text);
    if (first.len == 0 || first.at[0] == '#')
        return false;
    ret_line->principals = unquote(first);
    struct text word = take_word(&text);
    if (!is_kind(word)) {
        read_options(word, ret_line);
        word = take_word(&text);
    }
    ret_line->key = take_word(&text);
    if (!is_kind(word) || ret_line->key.len == 0)
        ret_line->fault = "it is no list of principals, options, kind of key and key";
    return true;
}

/* ---- what it says of a key */

static bool is_key(struct text base64, struct fg_seal_bytes key)
{
    FG_BUF_AUTO own = FG_BUF_INIT;
    fg_wire_encode(&own, key, 0);
    return !own.failed && own.len == base64.len && memcmp(own.data, base64.at, own.len) == 0;
}

/* Shell-like: * any text, ? any character. */
static bool matches(struct text pattern, struct text name)
{
    size_t p = 0, n = 0, star = SIZE_MAX, from = 0;
    while (n < name.len) {
        if (p < pattern.len && pattern.at[p] == '*') {
            star = p++;
            from = n;
        } else if (p < pattern.len && (pattern.at[p] == '?' || pattern.at[p] == name.at[n])) {
            p++;
            n++;
        } else if (star != SIZE_MAX) {
            p = star + 1;
            n = ++from;
        } else {
            return false;
        }
    }
    while (p < pattern.len && pattern.at[p] == '*')
        p++;
    return p == pattern.len;
}

/* Patterns between commas; one that begins with ! and matches forbids. */
static bool allows(struct text patterns, const char *name)
{
    bool found = false;
    struct text text = {name, strlen(name)};
    while (patterns.len > 0) {
        struct text pattern = take_option(&patterns);
        bool negated = pattern.len > 0 && pattern.at[0] == '!';
        if (negated)
            pattern = (struct text){pattern.at + 1, pattern.len - 1};
        if (!matches(pattern, text))
            continue;
        if (negated)
            return false;
        found = true;
    }
    return found;
}

/* YYYYMMDD[HHMM[SS]][Z]; false where it is none. */
static bool read_time(struct text text, int64_t *ret_ms)
{
    static const size_t places[] = {4, 2, 2, 2, 2, 2};
    static const char before[] = {'\0', '-', '-', 'T', ':', ':'};
    char out[FG_TIME_SIZE] = "";
    size_t used = 0, at = 0;
    if (text.len > 0 && (text.at[text.len - 1] == 'Z' || text.at[text.len - 1] == 'z'))
        text.len--;
    if (text.len != 8 && text.len != 12 && text.len != 14)
        return false;
    for (size_t i = 0; i < sizeof places / sizeof places[0] && at < text.len; i++) {
        if (before[i] != '\0')
            out[used++] = before[i];
        memcpy(out + used, text.at + at, places[i]);
        used += places[i];
        at += places[i];
    }
    if (text.len > 8)
        out[used++] = 'Z';
    return fg_time_parse(out, used, ret_ms) == 0;
}

/* The line's limits in time, and what they say at `at`. */
static enum fg_seal_status judge_time(const struct line *line, int64_t at, struct fg_seal_result *result)
{
    char limit[FG_TIME_SIZE], judged[FG_TIME_SIZE];
    result->valid_from = result->valid_until = 0;
    fg_time_format(at, judged);
    if ((line->after.at != NULL && !read_time(line->after, &result->valid_from)) ||
        (line->before.at != NULL && !read_time(line->before, &result->valid_until))) {
        fg_seal_say(result, FG_SEAL_UNTRUSTED, "a time in it is none");
    } else if (line->after.at != NULL && at < result->valid_from) {
        fg_time_format(result->valid_from, limit);
        fg_seal_say(result, FG_SEAL_NOT_YET_VALID, "valid from %s, judged at %s", limit, judged);
    } else if (line->before.at != NULL && at > result->valid_until) {
        fg_time_format(result->valid_until, limit);
        fg_seal_say(result, FG_SEAL_EXPIRED, "valid until %s, judged at %s", limit, judged);
    } else {
        fg_seal_say(result, FG_SEAL_TRUSTED, "%s", "");
    }
    return result->status;
}

static void judge_line(const struct line *line, const struct fg_seal_trust *trust, int64_t at,
                       struct fg_seal_result *result)
{
    fg_seal_copy(result->signer, sizeof result->signer, line->principals.at, line->principals.len);
    if (line->authority)
        fg_seal_say(result, FG_SEAL_UNTRUSTED, "it is there as a certificate authority, which fargauge does not follow");
    else if (line->fault != NULL)
        fg_seal_say(result, FG_SEAL_UNTRUSTED, "%s", line->fault);
    else if (line->namespaces.at != NULL && !allows(line->namespaces, FG_SEAL_NAMESPACE))
        fg_seal_say(result, FG_SEAL_UNTRUSTED, "it is allowed for other namespaces only");
    else if (trust->identity != NULL && !allows(line->principals, trust->identity))
        fg_seal_say(result, FG_SEAL_UNTRUSTED, "it is the key of another principal");
    else
        judge_time(line, at, result);
}

/* Say which line it was. */
static void add_place(struct fg_seal_result *result, size_t number)
{
    char why[sizeof result->detail];
    memcpy(why, result->detail, sizeof why);
    if (result->status != FG_SEAL_TRUSTED)
        fg_seal_say(result, result->status, "allowed signers, line %zu: %s", number, why);
}

static void judge_all(struct text list, struct fg_seal_bytes key, const struct fg_seal_trust *trust, int64_t at,
                      struct fg_seal_result *result)
{
    bool found = false;
    for (size_t number = 1; list.len > 0 && result->status != FG_SEAL_TRUSTED; number++) {
        const char *feed = memchr(list.at, '\n', list.len);
        struct text one = {list.at, feed == NULL ? list.len : (size_t)(feed - list.at)};
        struct line line;
        list = (struct text){list.at + one.len, list.len - one.len};
        if (feed != NULL)
            list = (struct text){list.at + 1, list.len - 1};
        if (!read_line(one, &line) || !is_key(line.key, key))
            continue;
        found = true;
        judge_line(&line, trust, at, result);
        add_place(result, number);
    }
    if (!found)
        fg_seal_say(result, FG_SEAL_UNTRUSTED, "the key is not among the allowed signers");
}

int fg_seal_allowed(struct fg_seal_bytes public_key, const struct fg_seal_trust *trust, int64_t at,
                    struct fg_seal_result *result, struct fg_error *err)
{
    FG_SEAL_SECRET_AUTO file = {0};
    if (fg_seal_file_read(trust->allowed_signers, "allowed signers", false, &file, err) < 0)
        return -1;
    result->judged_at = at;
    judge_all((struct text){(const char *)file.bytes, file.len}, public_key, trust, at, result);
    return 0;
}
