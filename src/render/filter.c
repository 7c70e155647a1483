/* SPDX-License-Identifier: MIT */
#include "render/filter.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "fargauge/sha256.h"

/* <ctype.h> asks the locale; the output must not. */
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool matches(const char *text, size_t len, const char *form)
{
    if (len != strlen(form))
        return false;
    for (size_t i = 0; i < len; i++)
        if (form[i] == 'd' ? !is_digit(text[i]) : text[i] != form[i])
            return false;
    return true;
}

enum { DATE_LENGTH = 10, SECONDS_LENGTH = 19, MILLISECONDS_LENGTH = 23 };

/* The length of a UTC time (clock.h's form, or without milliseconds) up to its last digit that is
 * not a zero millisecond; 0 for other text. */
static size_t time_length(const char *text, size_t len)
{
    if (matches(text, len, "dddd-dd-ddTdd:dd:ddZ"))
        return SECONDS_LENGTH;
    if (!matches(text, len, "dddd-dd-ddTdd:dd:dd.dddZ"))
        return 0;
    return memcmp(text + SECONDS_LENGTH, ".000", 4) == 0 ? SECONDS_LENGTH : MILLISECONDS_LENGTH;
}

static void filter_date(const char *text, size_t len, struct fg_buf *out)
{
    fg_buf_add(out, text, time_length(text, len) > 0 ? DATE_LENGTH : len);
}

static void filter_time(const char *text, size_t len, struct fg_buf *out)
{
    size_t time = time_length(text, len);
    if (time == 0) {
        fg_buf_add(out, text, len);
        return;
    }
    fg_buf_add(out, text, DATE_LENGTH);
    fg_buf_add_char(out, ' ');
    fg_buf_add(out, text + DATE_LENGTH + 1, time - DATE_LENGTH - 1);
    fg_buf_add_text(out, " UTC");
}

static void filter_rfc3339(const char *text, size_t len, struct fg_buf *out)
{
    size_t time = time_length(text, len);
    fg_buf_add(out, text, time > 0 ? time : len);
    if (time > 0)
        fg_buf_add_char(out, 'Z');
}

static void filter_junit_time(const char *text, size_t len, struct fg_buf *out)
{
    fg_buf_add(out, text, time_length(text, len) > 0 ? SECONDS_LENGTH : len);
}

/* Digits at the start of `text`. */
static size_t digit_span(const char *text, size_t len)
{
    size_t span = 0;
    while (span < len && is_digit(text[span]))
        span++;
    return span;
}

static void filter_number(const char *text, size_t len, struct fg_buf *out)
{
    size_t sign = len > 0 && text[0] == '-' ? 1 : 0;
    size_t whole = digit_span(text + sign, len - sign);
    size_t behind = sign + whole;
    bool fraction = behind + 1 < len && text[behind] == '.' &&
                    digit_span(text + behind + 1, len - behind - 1) == len - behind - 1;
    if (whole == 0 || (behind < len && !fraction)) {
        fg_buf_add(out, text, len);
        return;
    }
    fg_buf_add(out, text, sign);
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0)
            fg_buf_add_char(out, ',');
        fg_buf_add_char(out, text[sign + i]);
    }
    fg_buf_add(out, text + behind, len - behind);
}

/* A whole number that int64_t holds; -1 for anything else. */
static int64_t parse_size(const char *text, size_t len)
{
    int64_t value = 0;
    if (len == 0 || digit_span(text, len) != len)
        return -1;
    for (size_t i = 0; i < len; i++)
        if (__builtin_mul_overflow(value, (int64_t)10, &value) ||
            __builtin_add_overflow(value, (int64_t)(text[i] - '0'), &value))
            return -1;
    return value;
}

static int64_t round_to(int64_t size, int64_t tenth)
{
    return size / tenth + (size % tenth >= tenth / 2 ? 1 : 0);
}

/* Powers of 1000, one decimal, halves rounded up; no floating point, so the same everywhere. */
static void filter_bytes(const char *text, size_t len, struct fg_buf *out)
{
    static const char *const units[] = {"kB", "MB", "GB", "TB", "PB", "EB"};
    int64_t size = parse_size(text, len);
    if (size < 1000) {
        fg_buf_add(out, text, len);
        fg_buf_add_text(out, size < 0 ? "" : " B");
        return;
    }
    int64_t tenth = 100;
    size_t unit = 0;
    while (unit + 1 < sizeof units / sizeof *units && round_to(size, tenth) >= 10000) {
        tenth *= 1000;
        unit++;
    }
    int64_t tenths = round_to(size, tenth);
    fg_buf_printf(out, "%" PRId64 ".%" PRId64 " %s", tenths / 10, tenths % 10, units[unit]);
}

static bool is_shell_safe(char c)
{
    return is_letter(c) || is_digit(c) || (c != '\0' && strchr("_./:@%+=,-", c) != NULL);
}

/* One POSIX shell word: nothing but an apostrophe is special between apostrophes. */
static void filter_shell(const char *text, size_t len, struct fg_buf *out)
{
    bool bare = len > 0;
    for (size_t i = 0; i < len && bare; i++)
        bare = is_shell_safe(text[i]);
    if (bare) {
        fg_buf_add(out, text, len);
        return;
    }
    fg_buf_add_char(out, '\'');
    for (size_t i = 0; i < len; i++)
        if (text[i] == '\'')
            fg_buf_add_text(out, "'\\''");
        else
            fg_buf_add_char(out, text[i]);
    fg_buf_add_char(out, '\'');
}

static const char *hcl_escape(char c)
{
    static const struct {
        char character;
        const char *text;
    } escapes[] = {{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\r', "\\r"}, {'\t', "\\t"}};
    for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++)
        if (escapes[i].character == c)
            return escapes[i].text;
    return NULL;
}

/* HCL native syntax, "Template Expressions": a quoted literal in which nothing is interpolated. */
static void filter_hcl(const char *text, size_t len, struct fg_buf *out)
{
    fg_buf_add_char(out, '"');
    for (size_t i = 0; i < len; i++) {
        const char *escape = hcl_escape(text[i]);
        bool introduces = (text[i] == '$' || text[i] == '%') && i + 1 < len && text[i + 1] == '{';
        if (escape != NULL)
            fg_buf_add_text(out, escape);
        else
            fg_buf_add(out, (const char[]){text[i], text[i]}, introduces ? 2 : 1);
    }
    fg_buf_add_char(out, '"');
}

static void filter_hcl_id(const char *text, size_t len, struct fg_buf *out)
{
    if (len == 0 || (!is_letter(text[0]) && text[0] != '_'))
        fg_buf_add_char(out, '_');
    for (size_t i = 0; i < len; i++) {
        bool safe = is_letter(text[i]) || is_digit(text[i]) || text[i] == '-';
        fg_buf_add_char(out, safe ? text[i] : '_');
    }
}

/* Different values give different ids: `_` only ever opens a pair of hexadecimal digits, and stands
 * alone for the empty text. */
static void filter_id(const char *text, size_t len, struct fg_buf *out)
{
    if (len == 0)
        fg_buf_add_char(out, '_');
    for (size_t i = 0; i < len; i++)
        if (is_letter(text[i]) || is_digit(text[i]) || text[i] == '-' || text[i] == '.')
            fg_buf_add_char(out, text[i]);
        else
            fg_buf_printf(out, "_%02X", (unsigned)(unsigned char)text[i]);
}

static void add_token(const char *text, size_t len, char dot, struct fg_buf *out)
{
    size_t start = out->len;
    bool gap = false;
    for (size_t i = 0; i < len; i++) {
        if (is_space(text[i])) {
            gap = out->len > start;
            continue;
        }
        if (gap)
            fg_buf_add_char(out, ' ');
        gap = false;
        fg_buf_add_char(out, text[i] == '.' ? dot : text[i]);
    }
    if (out->len == start)
        fg_buf_add_char(out, '-');
}

static void filter_token(const char *text, size_t len, struct fg_buf *out)
{
    add_token(text, len, '.', out);
}

static void filter_dots(const char *text, size_t len, struct fg_buf *out)
{
    add_token(text, len, '_', out);
}

static void filter_lower(const char *text, size_t len, struct fg_buf *out)
{
    for (size_t i = 0; i < len; i++)
        fg_buf_add_char(out, (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]));
}

/* RFC 3986: what a path may hold as it is. */
static bool is_path_safe(char c)
{
    return is_letter(c) || is_digit(c) || (c != '\0' && strchr("-._~/!", c) != NULL);
}

/* A file's path as a reference; the slashes at the start of an absolute one must not make a host of what follows. */
static void filter_file_uri(const char *text, size_t len, struct fg_buf *out)
{
    size_t at = 0;
    while (at + 1 < len && text[at] == '/' && text[at + 1] == '/')
        at++;
    if (at < len && text[at] == '/')
        fg_buf_add_text(out, "file://");
    for (; at < len; at++)
        if (is_path_safe(text[at]))
            fg_buf_add_char(out, text[at]);
        else
            fg_buf_printf(out, "%%%02X", (unsigned)(unsigned char)text[at]);
}

/* SARIF 2.1.0, 3.11.5 and 3.11.6: in a message braces are placeholders and brackets are links, unless escaped so. */
static void filter_sarif(const char *text, size_t len, struct fg_buf *out)
{
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '[' || text[i] == ']')
            fg_buf_add_char(out, '\\');
        if (text[i] == '{' || text[i] == '}')
            fg_buf_add_char(out, text[i]);
        fg_buf_add_char(out, text[i]);
    }
}

static void filter_sha256(const char *text, size_t len, struct fg_buf *out)
{
    unsigned char digest[FG_SHA256_SIZE];
    struct fg_sha256 *hash = fg_sha256_new();
    if (hash == NULL || fg_sha256_add(hash, text, len) < 0 || fg_sha256_digest(hash, digest) < 0)
        out->failed = true;
    else
        for (size_t i = 0; i < sizeof digest; i++)
            fg_buf_printf(out, "%02x", digest[i]);
    fg_sha256_free(hash);
}

static const struct fg_filter filters[] = {
    {"bytes", filter_bytes},           /* 1400000 → 1.4 MB */
    {"commonmark", fg_filter_commonmark}, /* text in which nothing is markup */
    {"date", filter_date},             /* the day of a time */
    {"dots", filter_dots},             /* a part of a JUnit class name */
    {"file_uri", filter_file_uri},     /* a path as a URI reference */
    {"hcl", filter_hcl},               /* a quoted string of Terraform */
    {"hcl_id", filter_hcl_id},         /* a name in Terraform */
    {"id", filter_id},                 /* an HTML id, or the fragment that points there */
    {"junit_time", filter_junit_time}, /* 2026-10-01T09:00:00 */
    {"line", fg_filter_line},          /* one line that begins and ends visibly */
    {"lower", filter_lower},           /* ASCII letters only */
    {"number", filter_number},         /* 1234567 → 1,234,567 */
    {"rfc3339", filter_rfc3339},       /* 2026-10-01T09:00:00Z */
    {"sarif", filter_sarif},           /* text in a message of SARIF */
    {"sha256", filter_sha256},         /* its hash, in hexadecimal */
    {"shell", filter_shell},           /* one word of a shell command */
    {"time", filter_time},             /* 2026-10-01 09:00:00 UTC */
    {"token", filter_token},           /* XML Schema's xs:token, never empty */
    {"uuid", fg_filter_uuid},          /* a UUID that follows from the value */
    {"uuid_ref", fg_filter_uuid_ref},  /* the same as a reference, #UUID */
};

const struct fg_filter *fg_filter_find(const char *name, size_t len)
{
    for (size_t i = 0; i < sizeof filters / sizeof filters[0]; i++)
        if (strlen(filters[i].name) == len && memcmp(filters[i].name, name, len) == 0)
            return &filters[i];
    return NULL;
}
