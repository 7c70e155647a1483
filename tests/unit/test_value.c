/* SPDX-License-Identifier: MIT */
#include "ingest/value.h"

#include <string.h>
#include <time.h>

#include "fargauge/visible.h"
#include "place.h"
#include "unit.h"

static struct fg_problem problem;
static struct fg_value *root;

static void start(void)
{
    problem = (struct fg_problem){0};
    root = NULL;
}

static void stop(void)
{
    fg_value_free(root);
}

/* Parse `json`, with apostrophes for quotes, forgetting what was before. */
static void parse(const char *json)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    for (; *json != '\0'; json++)
        fg_buf_add_char(&text, *json == '\'' ? '"' : *json);
    fg_value_free(root);
    problem = (struct fg_problem){0};
    root = fg_value_parse(fg_buf_text(&text), text.len, SIZE_MAX, &problem);
}

static void expect_problem(const char *json, const char *reason)
{
    FG_BUF_AUTO line = FG_BUF_INIT; /* a failure is told on one line */
    fg_visible_add_line(&line, json, strlen(json));
    const char *what = fg_buf_text(&line);
    if (reason == NULL)
        ck_assert_msg(problem.reason == NULL, "%s: %s: %s", what, problem.reason, problem.detail);
    else
        ck_assert_msg(problem.reason != NULL && strcmp(problem.reason, reason) == 0, "%s: %s", what,
                      problem.reason == NULL ? "no problem" : problem.reason);
}

START_TEST(duplicate_keys)
{
    static const struct {
        const char *json;
        const char *reason;
    } samples[] = {
        {"{'a':1,'a':1}", "duplicate_key"},
        {"{'a':1,'b':2,'c':3,'a':4}", "duplicate_key"},
        {"{'x':{'a':1,'a':2}}", "duplicate_key"},
        {"{'x':[{'y':[[{'a':1,'a':2}]]}]}", "duplicate_key"},
        {"[0,{'a':1,'a':2}]", "duplicate_key"},
        {"{'a':1,'\\u0061':2}", "duplicate_key"},
        {"{'':1,'':2}", "duplicate_key"},
        {"{'a':1,'A':2}", NULL},
        {"[{'a':1},{'a':2}]", NULL},
        {"{'a':{'a':{'a':1}}}", NULL},
        {"{'a':1,'a ':2}", NULL},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        parse(samples[i].json);
        expect_problem(samples[i].json, samples[i].reason);
        ck_assert_int_eq(root == NULL, samples[i].reason != NULL);
    }
}
END_TEST

/* Looking for them takes no time that grows with the square of the members. */
START_TEST(very_many_keys)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    for (int i = 0; i < 100000; i++)
        fg_buf_printf(&json, "%s'%x':0", i == 0 ? "{" : ",", i);
    fg_buf_add_char(&json, '}');
    clock_t before = clock();
    parse(json.data);
    ck_assert_msg(clock() - before < 5 * CLOCKS_PER_SEC, "%ld s", (long)((clock() - before) / CLOCKS_PER_SEC));
    ck_assert_ptr_nonnull(root);
}
END_TEST

START_TEST(one_of_many_keys_twice)
{
    for (int count = 60; count < 70; count++)
        for (int twice = 0; twice < count; twice += count / 3) {
            FG_BUF_AUTO json = FG_BUF_INIT;
            for (int i = 0; i < count; i++)
                fg_buf_printf(&json, "%s'%x':0", i == 0 ? "{" : ",", i);
            fg_buf_printf(&json, ",'%x':1}", twice);
            parse(json.data);
            expect_problem(json.data, "duplicate_key");
            ck_assert_ptr_null(root);
        }
}
END_TEST

START_TEST(texts_with_nul_or_half_a_pair)
{
    static const struct {
        const char *json;
        const char *text; /* of the member 'a'; NULL: refused */
    } samples[] = {
        {"{'a':'\\u0000'}", NULL},
        {"{'a':'x\\u0000y'}", NULL},
        {"{'a':'\\u00000'}", NULL},
        {"{'a':'\\\\\\u0000'}", NULL},
        {"{'a':1,'\\u0000':2}", NULL},
        {"{'a':'\\\\u0000'}", "\\u0000"},
        {"{'a':'\\\\\\\\u0000'}", "\\\\u0000"},
        {"{'a':'\\u0001'}", "\x01"},
        {"{'a':'u0000'}", "u0000"},
        {"{'a':'\\ud800'}", NULL},
        {"{'a':'\\uD800x'}", NULL},
        {"{'a':'\\udc00'}", NULL},
        {"{'a':'\\ud800\\ud800'}", NULL},
        {"{'a':'\\udc00\\ud800'}", NULL},
        {"{'a':'\\ud83d\\n'}", NULL},
        {"{'\\ud800':1,'a':''}", NULL},
        {"{'a':'\\ud83d\\ude00'}", "\xF0\x9F\x98\x80"},
        {"{'a':'\\uD83D\\uDE00'}", "\xF0\x9F\x98\x80"},
        {"{'a':'\\u3042\\/\\t'}", "\xE3\x81\x82/\t"},
        {"{'a':''}", ""},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        parse(samples[i].json);
        expect_problem(samples[i].json, samples[i].text == NULL ? "bad_text" : NULL);
        if (samples[i].text != NULL)
            ck_assert_str_eq(fg_get_text(root, "a", &problem), samples[i].text);
    }
}
END_TEST

/* One member 'a' of each type, read by each getter: what is absent is no problem, what is wrong is. */
START_TEST(types)
{
    enum { TEXT = 1, INT = 2, OBJECT = 4, ARRAY = 8, TIME = 16 };
    static const struct {
        const char *json;
        unsigned given; /* by these getters */
        unsigned wrong; /* for these */
    } samples[] = {
        {"{}", 0, 0},
        {"{'a':null}", 0, 0},
        {"{'A':'x'}", 0, 0},
        {"{'a':'x'}", TEXT, INT | OBJECT | ARRAY | TIME},
        {"{'a':''}", TEXT, INT | OBJECT | ARRAY | TIME},
        {"{'a':'7'}", TEXT, INT | OBJECT | ARRAY | TIME},
        {"{'a':7}", INT | TIME, TEXT | OBJECT | ARRAY},
        {"{'a':true}", 0, TEXT | INT | OBJECT | ARRAY | TIME},
        {"{'a':false}", 0, TEXT | INT | OBJECT | ARRAY | TIME},
        {"{'a':{}}", OBJECT, TEXT | INT | ARRAY | TIME},
        {"{'a':[]}", ARRAY, TEXT | INT | TIME}, /* AWS Config's unset structure */
        {"{'a':[{}]}", ARRAY, TEXT | INT | OBJECT | TIME},
    };
    for (size_t i = 0; i < LENGTH(samples); i++)
        for (unsigned getter = TEXT; getter <= TIME; getter *= 2) {
            char time[FG_TIME_SIZE];
            int64_t number = 0;
            parse(samples[i].json);
            bool given = getter == TEXT     ? fg_get_text(root, "a", &problem) != NULL
                         : getter == INT    ? fg_get_int(root, "a", &number, &problem)
                         : getter == OBJECT ? fg_get_object(root, "a", &problem) != NULL
                         : getter == ARRAY  ? fg_get_array(root, "a", &problem) != NULL
                                            : fg_get_time(root, "a", time, &problem);
            ck_assert_msg(given == ((samples[i].given & getter) != 0), "%s by %u", samples[i].json,
                          getter);
            expect_problem(samples[i].json, (samples[i].wrong & getter) == 0 ? NULL
                                            : getter == TIME                 ? "bad_time"
                                                                             : "wrong_type");
            if (problem.reason != NULL)
                ck_assert_int_eq(strncmp(problem.detail, "a: ", 3), 0);
        }
}
END_TEST

START_TEST(no_parent)
{
    char time[FG_TIME_SIZE];
    int64_t number;
    ck_assert_ptr_null(fg_get_text(NULL, "a", &problem));
    ck_assert(!fg_get_int(NULL, "a", &number, &problem));
    ck_assert_ptr_null(fg_get_object(NULL, "a", &problem));
    ck_assert_ptr_null(fg_get_array(NULL, "a", &problem));
    ck_assert(!fg_get_time(NULL, "a", time, &problem));
    ck_assert(!fg_has(NULL, "a"));
    ck_assert_ptr_null(fg_first(NULL));
    expect_problem("no parent", NULL);
    fg_value_free(NULL);
}
END_TEST

START_TEST(first_problem_is_kept)
{
    int64_t number;
    parse("{'a':1,'b':'x'}");
    fg_get_text(root, "a", &problem);
    ck_assert(!fg_get_int(root, "b", &number, &problem));
    ck_assert_str_eq(problem.detail, "a: a number where text belongs");
}
END_TEST

START_TEST(integers)
{
    static const struct {
        const char *json;
        bool good;
        int64_t value;
    } samples[] = {
        {"{'a':0}", true, 0},
        {"{'a':-3}", true, -3},
        {"{'a':1.0}", true, 1},
        {"{'a':1e2}", true, 100},
        {"{'a':9007199254740991}", true, INT64_C(9007199254740991)},
        {"{'a':-9007199254740991}", true, -INT64_C(9007199254740991)},
        {"{'a':9007199254740994}", false, 0},
        {"{'a':9223372036854775808}", false, 0},
        {"{'a':1e308}", false, 0},
        {"{'a':1e999}", false, 0},
        {"{'a':-1e999}", false, 0},
        {"{'a':0.5}", false, 0},
        {"{'a':-0.1}", false, 0},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        int64_t value = 77;
        parse(samples[i].json);
        ck_assert_msg(fg_get_int(root, "a", &value, &problem) == samples[i].good, "%s: %lld",
                      samples[i].json, (long long)value);
        expect_problem(samples[i].json, samples[i].good ? NULL : "wrong_type");
        ck_assert_int_eq(value, samples[i].good ? samples[i].value : 77);
    }
}
END_TEST

/* From 2^53 on a double cannot tell neighbours apart: such a number is refused, not rounded. */
START_TEST(integers_that_would_be_rounded)
{
    static const char *const samples[] = {"{'a':9007199254740993}", "{'a':-9007199254740993}"};
    for (size_t i = 0; i < LENGTH(samples); i++) {
        int64_t value = 77;
        parse(samples[i]);
        ck_assert_msg(!fg_get_int(root, "a", &value, &problem), "%s: %lld", samples[i],
                      (long long)value);
        expect_problem(samples[i], "wrong_type");
    }
}
END_TEST

START_TEST(times)
{
    static const struct {
        const char *json;
        const char *time; /* NULL: bad_time */
    } samples[] = {
        {"{'a':'2026-10-01T09:00:00.123456+09:00'}", "2026-10-01T00:00:00.123Z"},
        {"{'a':'2026-10-01'}", "2026-10-01T00:00:00.000Z"},
        {"{'a':1604345263}", "2020-11-02T19:27:43.000Z"},
        {"{'a':1604345263.148}", "2020-11-02T19:27:43.148Z"},
        {"{'a':1.604345263148E9}", "2020-11-02T19:27:43.148Z"},
        {"{'a':0}", "1970-01-01T00:00:00.000Z"},
        {"{'a':253402300799.999}", "9999-12-31T23:59:59.999Z"},
        {"{'a':-1}", NULL},
        {"{'a':253402300800}", NULL},
        {"{'a':1e999}", NULL},
        {"{'a':'2026-10-01T09:00:00'}", NULL},
        {"{'a':'1604345263'}", NULL},
        {"{'a':''}", NULL},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        char time[FG_TIME_SIZE] = "";
        parse(samples[i].json);
        bool good = fg_get_time(root, "a", time, &problem);
        ck_assert_msg(good == (samples[i].time != NULL), "%s", samples[i].json);
        expect_problem(samples[i].json, good ? NULL : "bad_time");
        if (good)
            ck_assert_str_eq(time, samples[i].time);
    }
}
END_TEST

/* Digits finer than milliseconds are cut in both forms: one moment is one text, whichever printed it. */
START_TEST(fine_times)
{
    static const char *const samples[][2] = {
        {"{'a':1604345263.148999}", "2020-11-02T19:27:43.148Z"},
        {"{'a':'2020-11-02T19:27:43.148999Z'}", "2020-11-02T19:27:43.148Z"},
        {"{'a':1604345263.9996}", "2020-11-02T19:27:43.999Z"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        char time[FG_TIME_SIZE] = "";
        parse(samples[i][0]);
        ck_assert(fg_get_time(root, "a", time, &problem));
        ck_assert_str_eq(time, samples[i][1]);
    }
}
END_TEST

START_TEST(embedded)
{
    static const struct {
        const char *text;
        bool good;
    } samples[] = {
        {"{}", true},
        {"null", true},
        {"[]", true},
        {" {\"a\":1}", true},
        {"", false},
        {" ", false},
        {"{", false},
        {"{}{}", false},
        {"{} x", false},
        {"{\"a\":1,}", false},
        {"{'a':1}", false},
        {"{\"a\":01}", false},
        {"{\"a\":\"\x01\"}", false},
        {"{\"a\":\"\xFF\"}", false},
        {"{\"a\":\"\\u0000\"}", false},
        {"{\"a\":\"\\ud800\"}", false},
        {"nul", false},
        {"NaN", false},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        problem = (struct fg_problem){0};
        fg_value_free(root);
        root = fg_value_parse_embedded(samples[i].text, &problem);
        expect_problem(samples[i].text, samples[i].good ? NULL : "bad_text");
        ck_assert_int_eq(root != NULL, samples[i].good);
    }
    problem = (struct fg_problem){0};
    ck_assert_ptr_null(fg_value_parse_embedded("{\"a\":1,\"a\":2}", &problem));
    expect_problem("a key twice", "duplicate_key");
}
END_TEST

/* cJSON says of a text that it cannot parse only that it cannot: that is no want of memory. */
START_TEST(what_cannot_be_parsed_is_no_want_of_memory)
{
    static const char *const samples[] = {
        "{'a':'\\ud800'}", "{'a':'\\udc00\\ud800'}",
        "{'a':1234567890123456789012345678901234567890123456789012345678901234567890}",
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        parse(samples[i]);
        ck_assert_msg(!fg_problem_is_memory(&problem), "%s", samples[i]);
    }
    fg_value_free(root);
    problem = (struct fg_problem){0};
    root = fg_value_parse_embedded("{\"a\":\"\\ud800\"}", &problem);
    ck_assert(problem.reason != NULL && !fg_problem_is_memory(&problem));
}
END_TEST

START_TEST(embedded_with_white_space_behind)
{
    static const char *const samples[] = {"{\"a\":1}\n", " { \"a\" : 1 } \t\r\n"};
    for (size_t i = 0; i < LENGTH(samples); i++) {
        fg_value_free(root);
        root = fg_value_parse_embedded(samples[i], &problem);
        expect_problem(samples[i], NULL);
        ck_assert_ptr_nonnull(root);
    }
}
END_TEST

START_TEST(walking)
{
    parse("{'x':'1','y':null,'z':[5,'t']}");
    const struct fg_value *at = fg_first(root);
    ck_assert_str_eq(fg_name(at), "x");
    ck_assert(fg_is_text(at) && !fg_is_object(at));
    ck_assert_str_eq(fg_as_text(at, "x", &problem), "1");
    at = fg_next(at);
    ck_assert_str_eq(fg_name(at), "y");
    ck_assert_ptr_null(fg_as_text(at, "y", &problem));
    at = fg_first(fg_next(at));
    ck_assert_ptr_null(fg_name(at));
    ck_assert_ptr_null(problem.reason);
    ck_assert_ptr_null(fg_as_text(at, "z", &problem));
    expect_problem("a number as text", "wrong_type");
    ck_assert_ptr_null(fg_next(fg_next(at)));
    ck_assert(fg_has(root, "x") && !fg_has(root, "y") && !fg_has(root, "X"));
}
END_TEST

START_TEST(json_strings)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    fg_add_json_string(&out, "a\"b\\c\n\x1F\xE3\x81\x82");
    ck_assert_str_eq(fg_buf_text(&out), "\"a\\\"b\\\\c\\u000a\\u001f\xE3\x81\x82\"");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("value");
    TCase *all = tcase_create("value");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, duplicate_keys);
    tcase_add_test(all, very_many_keys);
    tcase_add_test(all, one_of_many_keys_twice);
    tcase_add_test(all, texts_with_nul_or_half_a_pair);
    tcase_add_test(all, types);
    tcase_add_test(all, no_parent);
    tcase_add_test(all, first_problem_is_kept);
    tcase_add_test(all, integers);
    tcase_add_test(all, integers_that_would_be_rounded);
    tcase_add_test(all, times);
    tcase_add_test(all, fine_times);
    tcase_add_test(all, embedded);
    tcase_add_test(all, what_cannot_be_parsed_is_no_want_of_memory);
    tcase_add_test(all, embedded_with_white_space_behind);
    tcase_add_test(all, walking);
    tcase_add_test(all, json_strings);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
