/* SPDX-License-Identifier: MIT */
/* Which texts are accepted, and what is said about the others. The calls: test_json_walk.c. */
#include "fargauge/json_split.h"

#include <cjson/cJSON.h>
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/visible.h"
#include "json_feed.h"
#include "unit.h"

/* ---- Valid texts ---- */

struct valid {
    const char *text;
    size_t len;
    int documents;
};

static const struct valid valid[] = {
    {TEXT(""), 0},
    {TEXT(" \t\r\n "), 0},
    {TEXT("\xEF\xBB\xBF"), 0},
    {TEXT("\xEF\xBB\xBF{}"), 1},
    {TEXT("null"), 1},
    {TEXT(" true "), 1},
    {TEXT("false\n"), 1},
    {TEXT("0"), 1},
    {TEXT("-0"), 1},
    {TEXT("-0.0e-0"), 1},
    {TEXT("10"), 1},
    {TEXT("1234567890123456789012345678901234567890"), 1},
    {TEXT("1.5E+10"), 1},
    {TEXT("0e1"), 1},
    {TEXT("\"\""), 1},
    {TEXT("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uABCD\""), 1},
    {TEXT("\"\\ud800 alone, the grammar allows it\""), 1},
    {TEXT("\"\\u0000\""), 1},
    {TEXT("\"\x7F \xC2\x80 \xDF\xBF \xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80 \xEF\xBF\xBF\""), 1},
    {TEXT("\"\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF\""), 1},
    {TEXT("[]"), 1},
    {TEXT("[ ]"), 1},
    {TEXT("{}"), 1},
    {TEXT("{ \n }"), 1},
    {TEXT("[1,2 , 3]"), 1},
    {TEXT("[[],[[]],{}]"), 1},
    {TEXT("[null,true,false,-1,\"\"]"), 1},
    {TEXT("{\"a\":1}"), 1},
    {TEXT("{ \"a\" : 1 , \"a\" : 2 }"), 1},
    {TEXT("{\"\":{\"\":{}}}"), 1},
    {TEXT("{\"a\":[{\"b\":[{\"c\":null}]}]}"), 1},
    {TEXT("{\n    \"services\": [\n        {\n        }\n    ]\n}\n"), 1},
    {TEXT("{}\n{}\n{}\n"), 3},
    {TEXT("1 2"), 2},
    {TEXT("[]{}"), 2},
};

START_TEST(accepts)
{
    const struct valid *row = &valid[_i];
    struct outcome outcome = outcome_of(row->text, row->len);
    ck_assert_msg(outcome.status == 0, "%s: %s", row->text, outcome.err.message);
    ck_assert_int_eq(outcome.documents, row->documents);
    ck_assert_uint_eq(outcome.offset, row->len);
}
END_TEST

/* ---- Invalid texts ---- */

struct invalid {
    const char *text;
    size_t len;
    uint64_t line, offset;
    const char *message; /* a part of it */
};

static const struct invalid invalid[] = {
    /* numbers */
    {TEXT("[01]"), 1, 2, "leading zero"},
    {TEXT("[-012]"), 1, 3, "leading zero"},
    {TEXT("[00]"), 1, 2, "leading zero"},
    {TEXT("[+1]"), 1, 1, "cannot start with '+'"},
    {TEXT("[.5]"), 1, 1, "cannot start with '.'"},
    {TEXT("[1.]"), 1, 3, "point is followed by ']'"},
    {TEXT("[1.e1]"), 1, 3, "point is followed by 'e'"},
    {TEXT("[1e]"), 1, 3, "exponent has no digit but ']'"},
    {TEXT("[1e+]"), 1, 4, "exponent has no digit but ']'"},
    {TEXT("[1E-x]"), 1, 4, "exponent has no digit but 'x'"},
    {TEXT("[1.2.3]"), 1, 4, "runs into '.'"},
    {TEXT("[1e5.2]"), 1, 4, "runs into '.'"},
    {TEXT("[1-2]"), 1, 2, "runs into '-'"},
    {TEXT("[-]"), 1, 2, "minus sign, then no digit but ']'"},
    {TEXT("[--1]"), 1, 2, "minus sign"},
    {TEXT("[-Infinity]"), 1, 2, "minus sign"},
    {TEXT("[0x10]"), 1, 2, "a comma or ]"},
    {TEXT("[1_000]"), 1, 2, "a comma or ]"},
    {TEXT("[12a]"), 1, 3, "a comma or ]"},
    {TEXT("[NaN]"), 1, 1, "NaN"},
    {TEXT("[Infinity]"), 1, 1, "NaN and Infinity"},
    /* words */
    {TEXT("[nul]"), 1, 4, "a word other than"},
    {TEXT("[True]"), 1, 1, "a value is expected, not 'T'"},
    {TEXT("[trux]"), 1, 4, "a word other than"},
    {TEXT("[nullx]"), 1, 5, "a comma or ]"},
    {TEXT("[undefined]"), 1, 1, "a value is expected, not 'u'"},
    /* structure */
    {TEXT("]"), 1, 0, "not JSON: it starts with ']'"},
    {TEXT("\n}"), 2, 1, "not JSON: it starts with '}'"},
    {TEXT("{}]"), 1, 2, "the document is complete, but then comes ']'"},
    {TEXT("{}}"), 1, 2, "the document is complete"},
    {TEXT("{},{}"), 1, 2, "the document is complete, but then comes ','"},
    {TEXT("[]x"), 1, 2, "the document is complete, but then comes 'x'"},
    {TEXT("[1,]"), 1, 3, "a comma with nothing behind it"},
    {TEXT("[1,\n\n]"), 3, 5, "a comma with nothing behind it"},
    {TEXT("[,1]"), 1, 1, "a value is expected, not ','"},
    {TEXT("[1,,2]"), 1, 3, "a value is expected, not ','"},
    {TEXT("[1 2]"), 1, 3, "a comma or ] is expected, not '2'"},
    {TEXT("[1}"), 1, 2, "a comma or ] is expected, not '}'"},
    {TEXT("[1:2]"), 1, 2, "a comma or ] is expected, not ':'"},
    {TEXT("{\"a\":1]"), 1, 6, "a comma or } is expected, not ']'"},
    {TEXT("{\"a\":1,}"), 1, 7, "a comma with nothing behind it"},
    {TEXT("{\"a\":1 \"b\":2}"), 1, 7, "a comma or } is expected, not '\"'"},
    {TEXT("{,}"), 1, 1, "a name in double quotes is expected"},
    {TEXT("{a:1}"), 1, 1, "a name in double quotes is expected, not 'a'"},
    {TEXT("{'a':1}"), 1, 1, "a name in double quotes is expected, not '''"},
    {TEXT("{1:1}"), 1, 1, "a name in double quotes is expected, not '1'"},
    {TEXT("{\"a\"}"), 1, 4, "a colon is expected, not '}'"},
    {TEXT("{\"a\",1}"), 1, 4, "a colon is expected, not ','"},
    {TEXT("{\"a\"::1}"), 1, 5, "a value is expected, not ':'"},
    {TEXT("{\"a\":}"), 1, 5, "a value is expected, not '}'"},
    {TEXT("{\"a\":,}"), 1, 5, "a value is expected, not ','"},
    {TEXT("['a']"), 1, 1, "single quotes"},
    {TEXT("[1, // one\n2]"), 1, 4, "comments"},
    {TEXT("# a\n{}"), 1, 0, "comments"},
    /* not JSON at all */
    {TEXT("<html>"), 1, 0, "not JSON: a web page"},
    {TEXT("services:\n- a"), 1, 0, "as YAML"},
    {TEXT("----------\n|  List  |"), 1, 0, "as a table"},
    {TEXT("\x80"), 1, 0, "not JSON: it starts with byte 0x80"},
    {TEXT("\0{}"), 1, 0, "UTF-16"},
    {TEXT("\0"), 1, 0, "not JSON: it starts with byte 0x00"},
    {TEXT("PK\x03\x04..."), 1, 0, "a ZIP archive"},
    {TEXT("\x1F\x8B\x08"), 1, 0, "a gzip file"},
    {TEXT("\xFF\xFE{\0}\0"), 1, 0, "UTF-16"},
    {TEXT("\xFE\xFF\0{\0}"), 1, 0, "UTF-16"},
    {TEXT("{\0\"\0"), 1, 0, "UTF-16"},
    {TEXT("\xFF\xFE\0\0{\0\0\0"), 1, 0, "UTF-32"},
    /* byte order marks elsewhere */
    {TEXT("\xEF\xBB\xBF\xEF\xBB\xBF{}"), 1, 3, "not JSON: it starts with byte 0xEF"},
    {TEXT("{}\xEF\xBB\xBF{}"), 1, 2, "the document is complete"},
    {TEXT("\xEF\xBB"), 1, 0, "not JSON: it starts with byte 0xEF"},
    /* strings */
    {TEXT("[\"a\nb\"]"), 1, 3, "a raw control character in a string: byte 0x0A"},
    {TEXT("[\"a\tb\"]"), 1, 3, "a raw control character in a string: byte 0x09"},
    {TEXT("[\"a\0b\"]"), 1, 3, "a raw control character in a string: byte 0x00"},
    {TEXT("[\"\x1F\"]"), 1, 2, "a raw control character in a string: byte 0x1F"},
    {TEXT("{\"a\x01\":1}"), 1, 3, "a raw control character in a string: byte 0x01"},
    {TEXT("[\"0123456789abcdef\x02\"]"), 1, 18, "a raw control character"},
    {TEXT("[\"\\x\"]"), 1, 2, "an unknown escape"},
    {TEXT("[\"\\'\"]"), 1, 2, "an unknown escape"},
    {TEXT("[\"\\U00e9\"]"), 1, 2, "an unknown escape"},
    {TEXT("[\"\\\0\"]"), 1, 2, "an unknown escape"},
    {TEXT("[\"\\u\"]"), 1, 2, "hexadecimal"},
    {TEXT("[\"\\u00e\"]"), 1, 2, "hexadecimal"},
    {TEXT("[\"\\u00g0\"]"), 1, 2, "hexadecimal"},
    {TEXT("[\"\\u+123\"]"), 1, 2, "hexadecimal"},
    {TEXT("[\"\\ud800\\u12\"]"), 1, 8, "hexadecimal"},
    {TEXT("{\"\\q\":1}"), 1, 2, "an unknown escape"},
    /* UTF-8 */
    {TEXT("[\"\x80\"]"), 1, 2, "not UTF-8: byte 0x80"},
    {TEXT("[\"a\xBF\"]"), 1, 3, "not UTF-8: byte 0xBF"},
    {TEXT("[\"\xC0\x80\"]"), 1, 2, "not UTF-8: byte 0xC0"},
    {TEXT("[\"\xC1\xBF\"]"), 1, 2, "not UTF-8: byte 0xC1"},
    {TEXT("[\"\xC3\"]"), 1, 2, "not UTF-8: byte 0xC3"},
    {TEXT("[\"\xE0\x9F\xBF\"]"), 1, 2, "not UTF-8: byte 0xE0"},
    {TEXT("[\"\xE3\x81\"]"), 1, 2, "not UTF-8: byte 0xE3"},
    {TEXT("[\"\xED\xA0\x80\"]"), 1, 2, "not UTF-8: byte 0xED"},
    {TEXT("[\"\xF0\x8F\xBF\xBF\"]"), 1, 2, "not UTF-8: byte 0xF0"},
    {TEXT("[\"\xF0\x9F\x98\"]"), 1, 2, "not UTF-8: byte 0xF0"},
    {TEXT("[\"\xF4\x90\x80\x80\"]"), 1, 2, "not UTF-8: byte 0xF4"},
    {TEXT("[\"\xF5\x80\x80\x80\"]"), 1, 2, "not UTF-8: byte 0xF5"},
    {TEXT("[\"\xFF\"]"), 1, 2, "not UTF-8: byte 0xFF"},
    {TEXT("[\"caf\xE9\"]"), 1, 5, "not UTF-8: byte 0xE9"}, /* Latin-1 */
    {TEXT("[\"\x8A\xBF\x8E\x9A\"]"), 1, 2, "not UTF-8: byte 0x8A"}, /* Shift_JIS */
    {TEXT("{\"\xE3\x81\":1}"), 1, 2, "not UTF-8: byte 0xE3"},
    {TEXT("[\xC3\xA9]"), 1, 1, "a value is expected, not byte 0xC3"},
    {TEXT("[1,\xC2\xA0 2]"), 1, 3, "a value is expected, not byte 0xC2"},
    {TEXT("[1,\f2]"), 1, 3, "a value is expected, not byte 0x0C"},
    {TEXT("[\0]"), 1, 0, "UTF-16"},
    {TEXT("[1\0]"), 1, 2, "a comma or ] is expected, not byte 0x00"},
    {TEXT("{\"a\":1}\0"), 1, 7, "the document is complete, but then comes byte 0x00"},
    /* cut short */
    {TEXT("["), 1, 1, "the text ends inside an array"},
    {TEXT("[1"), 1, 2, "the text ends inside an array"},
    {TEXT("[1,"), 1, 3, "the text ends inside an array"},
    {TEXT("[1,\n"), 2, 4, "the text ends inside an array"},
    {TEXT("{"), 1, 1, "the text ends inside an object"},
    {TEXT("{\"a\""), 1, 4, "the text ends inside an object"},
    {TEXT("{\"a\":"), 1, 5, "the text ends inside an object"},
    {TEXT("{\"a\":1"), 1, 6, "the text ends inside an object"},
    {TEXT("{\"a\":[]"), 1, 7, "the text ends inside an object"},
    {TEXT("{\"a\":[{}"), 1, 8, "the text ends inside an array"},
    {TEXT("{\"a"), 1, 3, "the text ends inside a string"},
    {TEXT("\""), 1, 1, "the text ends inside a string"},
    {TEXT("\"\\"), 1, 2, "the text ends inside a string"},
    {TEXT("\"\\u00"), 1, 5, "the text ends inside a string"},
    {TEXT("\"\xE3\x81"), 1, 3, "the text ends inside a string"},
    {TEXT("\"\xE0"), 1, 2, "the text ends inside a string"},
    {TEXT("\"\xF0\x9F\x98"), 1, 4, "the text ends inside a string"},
    {TEXT("-"), 1, 1, "the text ends inside a number"},
    {TEXT("1."), 1, 2, "the text ends inside a number"},
    {TEXT("1e-"), 1, 3, "the text ends inside a number"},
    {TEXT("tru"), 1, 3, "the text ends inside a word"},
    {TEXT("[tru"), 1, 4, "the text ends inside an array"},
};

START_TEST(refuses)
{
    const struct invalid *row = &invalid[_i];
    struct outcome outcome = outcome_of(row->text, row->len);
    ck_assert_msg(outcome.status == -1, "%s: accepted", row->text);
    ck_assert_msg(strstr(outcome.err.message, row->message) != NULL, "%s: %s", row->text,
                  outcome.err.message);
    ck_assert_msg(outcome.offset == row->offset, "%s: offset %ju", row->text,
                  (uintmax_t)outcome.offset);
    ck_assert_msg(outcome.line == row->line, "%s: line %ju", row->text, (uintmax_t)outcome.line);
    ck_assert_int_eq(outcome.err.code, FG_INPUT);
    ck_assert_msg(outcome.err.hint[0] != '\0', "%s: no hint", row->text);
}
END_TEST

/* Whatever fg_utf8_decode() makes of a run of bytes, the walker must make of it too. */
static bool is_utf8(const char *text, size_t len)
{
    uint32_t code;
    for (size_t used; len > 0; text += used, len -= used)
        if ((used = fg_utf8_decode(text, len, &code)) == 0)
            return false;
    return true;
}

START_TEST(utf8_is_checked_as_elsewhere)
{
    static const unsigned char tails[] = {0x20, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0};
    enum { TAILS = LENGTH(tails) };
    for (unsigned i = 0; i < 0x80 * TAILS * TAILS * TAILS; i += stride()) {
        const unsigned char bytes[] = {'"', (unsigned char)(0x80 | i / (TAILS * TAILS * TAILS)),
                                       tails[i % TAILS], tails[i / TAILS % TAILS],
                                       tails[i / (TAILS * TAILS) % TAILS], ' ', '"'};
        const char *text = (const char *)bytes;
        struct outcome outcome = go_through(text, sizeof bytes, SIZE_MAX, BY_SKIP);
        ck_assert_msg((outcome.status == 0) == is_utf8(text + 1, 5), "%02X %02X %02X %02X",
                      bytes[1], bytes[2], bytes[3], bytes[4]);
    }
}
END_TEST

/* ---- Cutting and damaging a sample ---- */

START_TEST(every_prefix_ends_or_fails)
{
    size_t whole = sizeof sample - 2; /* the last bracket; the line feed behind it does not count */
    for (size_t len = 1; len < whole; len++) {
        char *text = malloc(len); /* of its own, so that a read beyond it is noticed */
        ck_assert_ptr_nonnull(text);
        memcpy(text, sample, len);
        struct outcome outcome = outcome_of(text, len);
        free(text);
        ck_assert_int_eq(outcome.status, -1);
        ck_assert_uint_eq(outcome.offset, len);
        ck_assert_msg(strncmp(outcome.err.message, "the text ends inside ", 21) == 0, "%zu: %s",
                      len, outcome.err.message);
    }
    ck_assert_int_eq(outcome_of(sample, whole).status, 0);
}
END_TEST

/* splitmix64 */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* Change, remove, double or swap a few bytes; returns the new length. */
static size_t mutate(char *text, size_t len, uint64_t *state)
{
    static const char likely[] = "{}[]:,\"\\/0123456789.eE+-truefalsn ud\n\t\x80\xE3\xBF\xF0";
    for (uint64_t changes = 1 + next_random(state) % 3; changes > 0; changes--) {
        size_t at = next_random(state) % len, other = next_random(state) % len;
        char byte = likely[next_random(state) % (sizeof likely - 1)];
        switch (next_random(state) % 4) {
        case 0:
            text[at] = byte;
            break;
        case 1:
            memmove(text + at, text + at + 1, len - at - 1);
            len--;
            break;
        case 2:
            memmove(text + at + 1, text + at, len - at);
            text[at] = byte;
            len++;
            break;
        default:
            byte = text[at];
            text[at] = text[other];
            text[other] = byte;
        }
    }
    return len;
}

/* cJSON refuses half a surrogate pair in an escape; the grammar does not know of them. */
static bool has_half_a_pair(const char *text)
{
    static const char pair[] = "\\ud83d\\ude00"; /* the sample's */
    while ((text = strstr(text, "\\u")) != NULL) {
        bool whole = strncmp(text, pair, sizeof pair - 1) == 0 && text[-1] != '\\';
        if (!whole && (text[2] == 'd' || text[2] == 'D'))
            return true;
        text += whole ? sizeof pair - 1 : 2;
    }
    return false;
}

START_TEST(accepts_nothing_that_cjson_refuses)
{
    uint64_t state = 1;
    unsigned accepted = 0;
    for (unsigned i = 0; i < tries(40000); i++) {
        char text[sizeof sample + 8];
        memcpy(text, sample, sizeof sample);
        size_t len = mutate(text, sizeof sample - 1, &state);
        text[len] = '\0';
        struct outcome outcome = go_through(text, len, SIZE_MAX, BY_SKIP);
        for (enum way way = BY_COPY; i % 8 == 0 && way < WAYS; way++) {
            struct outcome other = go_through(text, len, steps[i / 8 % LENGTH(steps)], way);
            check_same(&outcome, &other, text);
            fg_buf_done(&other.trace);
        }
        if (outcome.status < 0 || outcome.documents != 1 || has_half_a_pair(text))
            continue;
        cJSON *tree = cJSON_ParseWithLengthOpts(text, len + 1, NULL, 1);
        ck_assert_msg(tree != NULL, "accepted, but not by cJSON: %s", text);
        cJSON_Delete(tree);
        accepted++;
    }
    ck_assert_uint_gt(accepted, tries(1000)); /* or this proves nothing */
}
END_TEST

/* ---- Depth ---- */

static struct outcome nested(size_t depth, const char *open, const char *close)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    for (size_t i = 0; i < depth; i++)
        fg_buf_add_text(&text, open);
    fg_buf_add_text(&text, "1");
    for (size_t i = 0; i < depth; i++)
        fg_buf_add_text(&text, close);
    return outcome_of(text.data, text.len);
}

START_TEST(depth_is_limited)
{
    ck_assert_int_eq(nested(FG_JSON_MAX_DEPTH, "[", "]").status, 0);
    ck_assert_int_eq(nested(FG_JSON_MAX_DEPTH, "{\"a\":", "}").status, 0);
    struct outcome arrays = nested(FG_JSON_MAX_DEPTH + 1, "[", "]");
    ck_assert_int_eq(arrays.status, -1);
    ck_assert_uint_eq(arrays.offset, FG_JSON_MAX_DEPTH);
    ck_assert_str_eq(arrays.err.message, "objects and arrays nested deeper than --max-depth (512 at most)");
    struct outcome objects = nested(FG_JSON_MAX_DEPTH + 1, "{\"a\":", "}");
    ck_assert_int_eq(objects.status, -1);
    ck_assert_uint_eq(objects.offset, FG_JSON_MAX_DEPTH * 5);
    ck_assert_int_eq(nested(100000, "[", "]").status, -1);
}
END_TEST

/* ---- Values longer than the window ---- */

START_TEST(tokens_longer_than_the_window)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_add_text(&text, "[\"");
    add_many(&text, "0123456789\\n\u6c7a\\u6c7a", 30000);
    fg_buf_add_text(&text, "\", 1");
    add_many(&text, "0", 600000);
    fg_buf_add_text(&text, ".5, {\"a\":");
    add_many(&text, "\n   ", 200000);
    fg_buf_add_text(&text, "true}]");
    ck_assert(!text.failed);
    for (size_t i = 0; i < LENGTH(steps); i++) {
        struct outcome copied = go_through(text.data, text.len, steps[i], BY_COPY);
        ck_assert_msg(copied.status == 0, "%s", copied.err.message);
        ck_assert_uint_eq(copied.trace.len, text.len);
        ck_assert_int_eq(memcmp(copied.trace.data, text.data, text.len), 0);
        ck_assert_uint_eq(copied.line, 200001);
        ck_assert_uint_eq(copied.offset, text.len);
        fg_buf_done(&copied.trace);
    }
}
END_TEST

/* Every kind of token at every place around the window's end. */
START_TEST(tokens_across_the_end_of_the_window)
{
    static const char tokens[] = "{\"k\\u00e9\u6c7a\U0001F600\":[true,-12.5e3,\"\\n\u6c7a\"]}";
    enum { WINDOW = 256 * 1024 };
    FG_BUF_AUTO text = FG_BUF_INIT;
    for (size_t back = 1; back < sizeof tokens; back++) {
        fg_buf_clear(&text);
        fg_buf_add_char(&text, '[');
        add_many(&text, " ", WINDOW - 1 - back);
        fg_buf_add_text(&text, tokens);
        fg_buf_add_char(&text, ']');
        struct outcome outcome = go_through(text.data, text.len, SIZE_MAX, BY_WALK);
        ck_assert_msg(outcome.status == 0, "%zu: %s", back, outcome.err.message);
        ck_assert_ptr_nonnull(strstr(outcome.trace.data, "<k\u00e9\u6c7a\U0001F600>"));
        ck_assert_ptr_nonnull(strstr(outcome.trace.data, "-12.5e3"));
        ck_assert_ptr_nonnull(strstr(outcome.trace.data, "\"\\n\u6c7a\""));
        fg_buf_done(&outcome.trace);
    }
}
END_TEST

static void fill(TCase *tests)
{
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, accepts, 0, LENGTH(valid));
    tcase_add_loop_test(tests, refuses, 0, LENGTH(invalid));
    tcase_add_test(tests, utf8_is_checked_as_elsewhere);
    tcase_add_test(tests, every_prefix_ends_or_fails);
    tcase_add_test(tests, accepts_nothing_that_cjson_refuses);
    tcase_add_test(tests, depth_is_limited);
    tcase_add_test(tests, tokens_longer_than_the_window);
    tcase_add_test(tests, tokens_across_the_end_of_the_window);
}

static Suite *suite(void)
{
    Suite *suite = suite_create("json_split");
    add_for_each_kind(suite, fill);
    return suite;
}

int main(void)
{
    return fg_run_suite(suite());
}
