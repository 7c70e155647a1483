/* SPDX-License-Identifier: MIT */
/*
 * json_generated [SEED COUNT]: documents made up and then broken, for json_oracle.h. From the same seed come the same ones,
 * on any machine. As TAP, one line a seed; without words the seeds and counts of the tests.
 */
#include "fuzz.h"
#include "json_oracle.h"

/* xorshift64* (Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled"). */
static uint64_t state;

static uint64_t below(uint64_t limit)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (state * UINT64_C(2685821657736338717) >> 33) % limit;
}

#define PICK(list) list[below(sizeof list / sizeof list[0])]

static void add_space(struct fg_buf *out)
{
    static const char *const spaces[] = {"", "", "", " ", "\n", "\r\n\t", "\n                    ",
                                         "\n                                                                "};
    fg_buf_add_text(out, PICK(spaces));
}

static void add_string(struct fg_buf *out)
{
    static const char *const parts[] = {
        "a", "services", "arn:aws:ecs:eu-west-1:123456789012:service/web/api", "\\n", "\\\"", "\\\\", "\\/", "\\u0041",
        "\\u6c7a", "\\ud83d\\ude00", "\xe6\xb1\xba", "\xf0\x9f\x98\x80", "\x7f", "\xc2\xa0", "                ", "\\t\\b\\f\\r",
        "0123456789012345678901234567890123456789012345678901234567890123456789",
    };
    fg_buf_add_char(out, '"');
    for (uint64_t left = below(6); left > 0; left--)
        fg_buf_add_text(out, PICK(parts));
    fg_buf_add_char(out, '"');
}

static void add_scalar(struct fg_buf *out)
{
    static const char *const scalars[] = {
        "0", "-0", "1", "-1", "12", "123456789012", "9007199254740993", "1.5", "-2.5e+3", "1E5", "1e-7", "0.0", "1e400",
        "true", "false", "null", "1604345263.148", "123456789012345678901234567890",
    };
    if (below(2) == 0)
        add_string(out);
    else
        fg_buf_add_text(out, PICK(scalars));
}

/* Some nest deep, most do not. */
static void add_value(struct fg_buf *out, unsigned depth)
{
    uint64_t kind = below(depth == 0 ? 1 : 4);
    add_space(out);
    if (kind < 2) {
        add_scalar(out);
    } else {
        bool object = kind == 2;
        uint64_t count = below(5);
        fg_buf_add_char(out, object ? '{' : '[');
        for (uint64_t i = 0; i < count; i++) {
            add_space(out);
            if (i > 0)
                fg_buf_add_char(out, ',');
            add_space(out);
            if (object) {
                add_string(out);
                add_space(out);
                fg_buf_add_char(out, ':');
            }
            add_value(out, depth - 1);
        }
        add_space(out);
        fg_buf_add_char(out, object ? '}' : ']');
    }
    add_space(out);
}

/* Put a slip of the pen, or of the disk, anywhere. */
static void spoil(struct fg_buf *text)
{
    static const char *const slips[] = {
        ",", ":", "{", "}", "[", "]", "\"", "\\", "0", "00", "-", ".", "e", "+", "1.", "01", "\x01", "\xff", "\xc0\x80",
        "\xed\xa0\x80", "\\u00", "\\ud800", "\\u0000", "\\x", "tru", "nul", "NaN", "'", "/", "\xef\xbb\xbf", "\v", "#",
    };
    size_t at = (size_t)below(text->len + 1), removed = (size_t)below(3);
    const char *slip = below(3) == 0 ? "" : PICK(slips);
    FG_BUF_AUTO spoilt = FG_BUF_INIT;
    fg_buf_add(&spoilt, text->data, at);
    fg_buf_add_text(&spoilt, slip);
    if (at + removed < text->len && below(8) > 0)
        fg_buf_add(&spoilt, text->data + at + removed, text->len - at - removed);
    fg_buf_clear(text);
    fg_buf_add(text, fg_buf_text(&spoilt), spoilt.len);
}

/* Returns how many of them the walker took. */
static size_t try(uint64_t seed, size_t count, bool broken)
{
    size_t taken = 0;
    state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
    for (size_t i = 0; i < count; i++) {
        FG_BUF_AUTO text = FG_BUF_INIT;
        add_value(&text, (unsigned)below(6));
        for (uint64_t slips = broken ? 1 + below(2) : 0; slips > 0; slips--)
            spoil(&text);
        /* A copy of just that size, so that a sanitizer sees a read behind it. */
        uint8_t *data = malloc(text.len + (text.len == 0));
        FUZZ_CHECK(data != NULL && !text.failed, "memory");
        memcpy(data, fg_buf_text(&text), text.len);
        taken += json_oracle(data, text.len);
        free(data);
    }
    return taken;
}

int main(int argc, char **argv)
{
    uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 10) : 1, seeds = argc > 1 ? 1 : 8;
    size_t count = argc > 2 ? (size_t)strtoull(argv[2], NULL, 10) : 500;
    int number = 0;
    for (uint64_t seed = first; seed < first + seeds; seed++) {
        size_t good = try(seed, count, false), spoilt = try(seed, count, true);
        bool sound = good == count && spoilt > 0 && spoilt < count;
        printf("%s %d - seed %ju: %zu good documents taken, and %zu of %zu that were spoilt\n", sound ? "ok" : "not ok",
               ++number, (uintmax_t)seed, good, spoilt, count);
        if (!sound)
            return 1;
    }
    printf("1..%d\n", number);
    return 0;
}
