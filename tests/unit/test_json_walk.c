/* SPDX-License-Identifier: MIT */
/* The calls of json_split: entering, stepping, copying, skipping, failing. */
#include "fargauge/json_split.h"

#include <check.h>
#include <string.h>

#include "json_feed.h"
#include "unit.h"

/* ---- Walking ---- */

START_TEST(walks_members)
{
    static const char text[] = "{\"a\": 1, \"b\": [true, {\"c\": \"x\"}], \"d\": {}}";
    struct feed from = {.text = text, .len = sizeof text - 1, .step = 1};
    struct fg_json *json = open_feed(&from);
    FG_BUF_AUTO trace = FG_BUF_INIT;
    struct fg_error err;
    ck_assert_int_eq(walk(json, &trace, &err), 0);
    ck_assert_str_eq(trace.data, "1@0:1 <a>4@6:1 1<b>2@14:1 <>5@15:1 true<>1@21:1 <c>3@27:1 "
                                 "\"x\"..<d>1@39:1 ..");
    fg_json_close(json);
}
END_TEST

START_TEST(skips_what_is_not_wanted)
{
    struct feed from = {.text = sample, .len = sizeof sample - 1, .step = 7};
    struct fg_json *json = open_feed(&from);
    struct fg_json_key key;
    struct fg_error err;
    FG_BUF_AUTO out = FG_BUF_INIT;
    ck_assert_int_eq(fg_json_enter(json, &err), 0);
    while (fg_json_next(json, &key, &err) == 1)
        if (strcmp(key.text, "deep") == 0)
            ck_assert_int_eq(fg_json_copy(json, &out, 1000, &err), 0);
        else
            ck_assert_int_eq(fg_json_skip(json, &err), 0);
    ck_assert_str_eq(fg_buf_text(&out), "[[[[{\"a\": [{\"b\": {}}]}]]]]");
    enum fg_json_type type;
    ck_assert_int_eq(fg_json_peek(json, &type, &err), 0);
    ck_assert_int_eq(type, FG_JSON_END);
    ck_assert_uint_eq(fg_json_line(json), 10);
    fg_json_close(json);
}
END_TEST

START_TEST(copy_has_a_limit)
{
    static const char text[] = "[[1, 2], \"abc\", [3]]";
    for (size_t i = 0; i < LENGTH(steps); i++) {
        struct feed from = {.text = text, .len = sizeof text - 1, .step = steps[i]};
        struct fg_json *json = open_feed(&from);
        struct fg_json_key key;
        struct fg_error err;
        FG_BUF_AUTO out = FG_BUF_INIT;
        fg_buf_add_text(&out, "before ");
        ck_assert_int_eq(fg_json_enter(json, &err), 0);
        ck_assert_int_eq(fg_json_next(json, &key, &err), 1);
        ck_assert_int_eq(fg_json_copy(json, &out, 5, &err), 1);
        ck_assert_str_eq(out.data, "before ");
        ck_assert_int_eq(fg_json_next(json, &key, &err), 1);
        ck_assert_int_eq(fg_json_copy(json, &out, 5, &err), 0);
        ck_assert_str_eq(out.data, "before \"abc\"");
        ck_assert_int_eq(fg_json_next(json, &key, &err), 1);
        ck_assert_int_eq(fg_json_copy(json, &out, 0, &err), 1);
        ck_assert_str_eq(out.data, "before \"abc\"");
        ck_assert_int_eq(fg_json_next(json, &key, &err), 0);
        fg_json_close(json);
    }
}
END_TEST

/* A value beyond the limit is not gathered first and thrown away after. */
START_TEST(copy_limit_bounds_memory)
{
    FG_BUF_AUTO text = FG_BUF_INIT, out = FG_BUF_INIT;
    fg_buf_add_char(&text, '"');
    add_many(&text, "0123456789", 400000);
    fg_buf_add_char(&text, '"');
    struct feed from = {.text = text.data, .len = text.len, .step = SIZE_MAX};
    struct fg_json *json = open_feed(&from);
    struct fg_error err;
    ck_assert_int_eq(fg_json_copy(json, &out, 300000, &err), 1);
    ck_assert_uint_eq(out.len, 0);
    ck_assert_uint_lt(out.cap, 1024 * 1024);
    fg_json_close(json);
}
END_TEST

struct first {
    const char *text;
    size_t limit;
    int status;
    const char *copied;
};

static const struct first firsts[] = {
    {"[]", 100, 0, ""},
    {"[ ]", 100, 0, ""},
    {"[1]", 100, 0, "1"},
    {"[ {\"id\": [1, 2]} , 2, [3]]", 100, 0, "{\"id\": [1, 2]}"},
    {"[[], [[]]]", 100, 0, "[]"},
    {"[\"abc\", \"d\"]", 5, 0, "\"abc\""},
    {"[\"abc\", \"d\"]", 4, 1, ""},
    {"{\"a\": [1]}", 100, 0, ""},
    {"null", 100, 0, ""},
    {"\"text\"", 100, 0, ""},
    {"[1,]", 100, -1, "1"},
    {"[01]", 100, -1, ""},
    {"[1, 2", 100, -1, "1"},
};

START_TEST(copies_the_first_element)
{
    const struct first *row = &firsts[_i];
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_printf(&text, "{\"events\": %s, \"z\": 1}", row->text);
    for (size_t i = 0; i < LENGTH(steps); i++) {
        struct feed from = {.text = text.data, .len = text.len, .step = steps[i]};
        struct fg_json *json = open_feed(&from);
        struct fg_json_key key;
        struct fg_error err;
        FG_BUF_AUTO out = FG_BUF_INIT;
        ck_assert_int_eq(fg_json_enter(json, &err), 0);
        ck_assert_int_eq(fg_json_next(json, &key, &err), 1);
        ck_assert_int_eq(fg_json_copy_first(json, &out, row->limit, &err), row->status);
        ck_assert_str_eq(fg_buf_text(&out), row->copied);
        ck_assert_int_eq(fg_json_next(json, &key, &err), row->status < 0 ? -1 : 1);
        if (row->status >= 0)
            ck_assert_str_eq(key.text, "z");
        fg_json_close(json);
    }
}
END_TEST

/* ---- Keys ---- */

struct key_case {
    const char *written; /* between the quotes */
    const char *decoded; /* NULL: refused */
};

static const struct key_case key_cases[] = {
    {"", ""},
    {"plain", "plain"},
    {"\\u0061\\u00E9\\u6c7A", "a\u00e9\u6c7a"},
    {"\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t"},
    {"\\ud83d\\ude00!", "\U0001F600!"},
    {"\\uDBFF\\uDFFF", "\U0010FFFF"},
    {"\u6c7a\\u007F", "\u6c7a\x7F"},
    {"\\u0000", NULL},
    {"a\\u0000b", NULL},
    {"\\ud83d", NULL},
    {"\\ud83dx", NULL},
    {"\\ud83d\\n", NULL},
    {"\\ud83d\\u0041", NULL},
    {"\\ud83d\\ue000", NULL},
    {"\\ude00\\ud83d", NULL},
};

START_TEST(keys_are_decoded)
{
    const struct key_case *row = &key_cases[_i];
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_printf(&text, "{\"%s\" : 1}", row->written);
    for (size_t i = 0; i < LENGTH(steps); i++) {
        struct feed from = {.text = text.data, .len = text.len, .step = steps[i]};
        struct fg_json *json = open_feed(&from);
        struct fg_json_key key;
        struct fg_error err;
        ck_assert_int_eq(fg_json_enter(json, &err), 0);
        ck_assert_int_eq(fg_json_next(json, &key, &err), row->decoded != NULL ? 1 : -1);
        if (row->decoded != NULL) {
            ck_assert_str_eq(key.text, row->decoded);
            ck_assert_uint_eq(key.len, strlen(row->decoded));
        } else {
            ck_assert_str_eq(err.message, "a name with \\u0000 or half a surrogate pair in it");
            ck_assert_int_eq(err.code, FG_INPUT);
        }
        fg_json_close(json);
    }
}
END_TEST

START_TEST(keys_have_a_longest_length)
{
    enum { LONGEST = 64 * 1024 };
    for (size_t len = LONGEST - 1; len <= LONGEST + 1; len++) {
        FG_BUF_AUTO text = FG_BUF_INIT;
        fg_buf_add_text(&text, "{\"");
        add_many(&text, "k", len);
        fg_buf_add_text(&text, "\":1}");
        struct feed from = {.text = text.data, .len = text.len, .step = 1000};
        struct fg_json *json = open_feed(&from);
        struct fg_json_key key;
        struct fg_error err;
        ck_assert_int_eq(fg_json_enter(json, &err), 0);
        ck_assert_int_eq(fg_json_next(json, &key, &err), len <= LONGEST ? 1 : -1);
        if (len <= LONGEST)
            ck_assert_uint_eq(key.len, len);
        else
            ck_assert_str_eq(err.message, "a name longer than 64 KiB");
        fg_json_close(json);
        /* What is passed over has no such limit. */
        ck_assert_int_eq(go_through(text.data, text.len, 1000, BY_SKIP).status, 0);
    }
}
END_TEST

/* ---- Failing ---- */

START_TEST(errors_stay)
{
    struct feed from = {.text = "[1, 2\n x]", .len = 9, .step = 1};
    struct fg_json *json = open_feed(&from);
    struct fg_error first, err;
    struct fg_json_key key;
    enum fg_json_type type;
    FG_BUF_AUTO out = FG_BUF_INIT;
    ck_assert_int_eq(fg_json_copy(json, &out, 100, &first), -1);
    ck_assert_uint_eq(out.len, 0);
    for (int call = 0; call < 6; call++) {
        int (*const plain[])(struct fg_json *, struct fg_error *) = {fg_json_enter, fg_json_skip};
        int status = call < 2    ? plain[call](json, &err)
                     : call == 2 ? fg_json_peek(json, &type, &err)
                     : call == 3 ? fg_json_next(json, &key, &err)
                     : call == 4 ? fg_json_copy(json, &out, 100, &err)
                                 : fg_json_copy_first(json, &out, 100, &err);
        ck_assert_int_eq(status, -1);
        ck_assert_str_eq(err.message, first.message);
        ck_assert_str_eq(err.hint, first.hint);
        ck_assert_uint_eq(fg_json_offset(json), 7);
        ck_assert_uint_eq(fg_json_line(json), 2);
    }
    ck_assert_int_eq(fg_json_skip(json, NULL), -1);
    fg_json_close(json);
}
END_TEST

START_TEST(read_errors_come_through)
{
    for (size_t len = 0; len < 20; len++) {
        struct feed from = {.text = sample, .len = len, .step = 7, .broken = true};
        struct fg_json *json = open_feed(&from);
        struct fg_error err;
        for (int i = 0; i < 2; i++) {
            ck_assert_int_eq(fg_json_skip(json, &err), -1);
            ck_assert_int_eq(err.code, FG_IO);
            ck_assert_str_eq(err.message, "the disk is gone");
        }
        fg_json_close(json);
    }
}
END_TEST

START_TEST(misuse_is_our_defect)
{
    struct fg_error err;
    struct fg_json_key key;
    for (int which = 0; which < 4; which++) {
        struct feed from = {.text = "[1]", .len = 3, .step = 1};
        struct fg_json *json = open_feed(&from);
        if (which > 0)
            ck_assert_int_eq(fg_json_enter(json, &err), 0);
        if (which > 1)
            ck_assert_int_eq(fg_json_next(json, &key, &err), 1);
        int status = which == 0   ? fg_json_next(json, &key, &err) /* nothing was entered */
                     : which == 1 ? fg_json_skip(json, &err)       /* next was not called */
                     : which == 2 ? fg_json_next(json, &key, &err) /* the element is pending */
                                  : fg_json_enter(json, &err);     /* a number */
        ck_assert_int_eq(status, -1);
        ck_assert_int_eq(err.code, FG_INTERNAL);
        fg_json_close(json);
    }
}
END_TEST

START_TEST(nothing_left_is_an_error_for_who_wants_a_value)
{
    struct feed from = {.text = " \n", .len = 2, .step = 1};
    struct fg_json *json = open_feed(&from);
    struct fg_error err;
    ck_assert_int_eq(fg_json_skip(json, &err), -1);
    ck_assert_int_eq(err.code, FG_INPUT);
    ck_assert_str_eq(err.message, "a value is expected, but nothing is left");
    fg_json_close(json);
    fg_json_close(NULL);
}
END_TEST

static void fill(TCase *tests)
{
    tcase_add_test(tests, walks_members);
    tcase_add_test(tests, skips_what_is_not_wanted);
    tcase_add_test(tests, copy_has_a_limit);
    tcase_add_test(tests, copy_limit_bounds_memory);
    tcase_add_loop_test(tests, copies_the_first_element, 0, LENGTH(firsts));
    tcase_add_loop_test(tests, keys_are_decoded, 0, LENGTH(key_cases));
    tcase_add_test(tests, keys_have_a_longest_length);
    tcase_add_test(tests, errors_stay);
    tcase_add_test(tests, read_errors_come_through);
    tcase_add_test(tests, misuse_is_our_defect);
    tcase_add_test(tests, nothing_left_is_an_error_for_who_wants_a_value);
}

static Suite *suite(void)
{
    Suite *suite = suite_create("json_walk");
    add_for_each_kind(suite, fill);
    return suite;
}

int main(void)
{
    return fg_run_suite(suite());
}
