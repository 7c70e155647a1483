/* SPDX-License-Identifier: MIT */
/* Values of environment variables never get through, whatever hides them; all else stays as it stands. */
#include <string.h>

#include "fargauge/mask.h"
#include "unit.h"

#define M "\"(masked)\""
#define H "\"(masked: it may hold values of environment variables)\""

static int mask(const char *text, struct fg_buf *out, size_t *ret_masked)
{
    struct fg_error err = {0};
    fg_buf_clear(out);
    return fg_mask_environment(text, strlen(text), out, ret_masked, &err);
}

START_TEST(masked)
{
    static const struct {
        const char *text, *out;
        size_t count;
    } samples[] = {
        {"{\"environment\":[{\"name\":\"A\",\"value\":\"S\"}]}",
         "{\"environment\":[{\"name\":\"A\",\"value\":" M "}]}", 1},
        {"{ \"Environment\" : [ {\"Value\":\"S\",\"Name\":\"A\"} , {\"Name\":\"B\"} ] , \"x\" : 1.50 }",
         "{ \"Environment\" : [ {\"Value\":" M ",\"Name\":\"A\"} , {\"Name\":\"B\"} ] , \"x\" : 1.50 }", 1},
        /* names spelt otherwise */
        {"{\"\\u0065nvironment\":[{\"VALUE\":\"S\"}]}", "{\"\\u0065nvironment\":[{\"VALUE\":" M "}]}", 1},
        {"{\"ENVIRONMENT\":[{\"v\\u0061lue\":\"S\"}]}", "{\"ENVIRONMENT\":[{\"v\\u0061lue\":" M "}]}", 1},
        {"{\"environmentVariables\":[{\"value\":\"S\"}]}", "{\"environmentVariables\":[{\"value\":" M "}]}", 1},
        /* other types, other shapes */
        {"{\"environment\":[{\"value\":{\"name\":\"S\"}},{\"value\":[\"S\",1]},{\"name\":[\"S\"]}]}",
         "{\"environment\":[{\"value\":" M "},{\"value\":" M "},{\"name\":" M "}]}", 3},
        {"{\"environment\":[\"A=S\",17,[\"S\"]]}", "{\"environment\":[" M "," M "," M "]}", 3},
        {"{\"environment\":{\"A\":\"S\",\"B\":{\"c\":\"S\"}}}", "{\"environment\":{\"A\":" M ",\"B\":" M "}}", 2},
        {"{\"environment\":[{\"value\":\"S\",\"value\":\"S\"}]}",
         "{\"environment\":[{\"value\":" M ",\"value\":" M "}]}", 2},
        {"[[{\"a\":{\"environment\":[{\"value\":\"S\"}]}}]]", "[[{\"a\":{\"environment\":[{\"value\":" M "}]}}]]", 1},
        /* JSON in a string, and again in one, and several texts in one */
        {"{\"configuration\":\"{\\\"Environment\\\":[{\\\"Name\\\":\\\"A\\\",\\\"Value\\\":\\\"S\\\"}]}\"}",
         "{\"configuration\":\"{\\\"Environment\\\":[{\\\"Name\\\":\\\"A\\\",\\\"Value\\\":\\\"(masked)\\\"}]}\"}", 1},
        {"[\"[\\\"{\\\\\\\"environment\\\\\\\":[\\\\\\\"S\\\\\\\"]}\\\"]\"]",
         "[\"[\\\"{\\\\\\\"environment\\\\\\\":[\\\\\\\"(masked)\\\\\\\"]}\\\"]\"]", 1},
        {"[\"\\\"\\\\u007b\\\\u0022environment\\\\u0022:[\\\\u0022S\\\\u0022]}\\\"\"]",
         "[\"\\\"{\\\\\\\"environment\\\\\\\":[\\\\\\\"(masked)\\\\\\\"]}\\\"\"]", 1},
        {"[\"{} {\\\"environment\\\":[\\\"S\\\"]}\"]", "[\"{} {\\\"environment\\\":[\\\"(masked)\\\"]}\"]", 1},
        {"[\"\\u007b\\u0022environment\\u0022:[7]\\u007d\"]", "[\"{\\\"environment\\\":[\\\"(masked)\\\"]}\"]", 1},
        {"[\"{\\\"environment\\\":\\n\\t[7]}\"]", "[\"{\\\"environment\\\":\\u000a\\u0009[\\\"(masked)\\\"]}\"]", 1},
        /* what looks like it and cannot be read */
        {"[\"{\\\"environment\\\":[{\\\"value\\\":\\\"S\"]", "[" H "]", 1},
        {"[\"{\\\"\\\\u0065nvironment\\\":[{\\\"value\\\":\\\"S\"]", "[" H "]", 1},
        {"[\"{'Environment':['S']}\"]", "[" H "]", 1},
        {"[\"{\\\"environment\\\":[\\u0000\\\"S\\\"]}\"]", "[" H "]", 1},
        {"{\"environment\":\"[{\\\"name\\\":\\\"A\\\",\\\"value\\\":\\\"S\\\"}]\"}", "{\"environment\":" H "}", 1},
        /* what stays */
        {"{\"environment\":\"production\"}", "{\"environment\":\"production\"}", 0},
        {"{\"key\":\"Environment\",\"value\":\"production\"}", "{\"key\":\"Environment\",\"value\":\"production\"}", 0},
        {"{\"environment\":[],\"Environment\":null}", "{\"environment\":[],\"Environment\":null}", 0},
        {"{\"environmentFiles\":[{\"value\":\"arn:aws:s3:::b/f\"}]}",
         "{\"environmentFiles\":[{\"value\":\"arn:aws:s3:::b/f\"}]}", 0},
        {"[\"{\\\"a\\\": 1}\",\"[ECS.10] text\",\"C:\\\\new\",\"{\",\"\\\"\",\"\",\" \\u3042\"]",
         "[\"{\\\"a\\\": 1}\",\"[ECS.10] text\",\"C:\\\\new\",\"{\",\"\\\"\",\"\",\" \\u3042\"]", 0},
        {"\"arn:aws:ecs:eu-west-1:123456789012:task/a\"", "\"arn:aws:ecs:eu-west-1:123456789012:task/a\"", 0},
        {"", "", 0},
    };
    FG_BUF_AUTO out = FG_BUF_INIT;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        size_t count = 99;
        ck_assert_msg(mask(samples[i].text, &out, &count) == 0, "%s", samples[i].text);
        ck_assert_str_eq(fg_buf_text(&out), samples[i].out);
        ck_assert_uint_eq(count, samples[i].count);
    }
}
END_TEST

START_TEST(refused)
{
    static const char *const samples[] = {
        "{\"environment\":[{\"value\":\"S\"", "{\"environment\":[{\"value\":\"S\"}]", "{'environment':1}",
        "{\"\\u0000\":1,\"environment\":[\"S\"]}", "nothing",
    };
    FG_BUF_AUTO out = FG_BUF_INIT;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        size_t count;
        ck_assert_int_eq(mask(samples[i], &out, &count), -1);
    }
}
END_TEST

/* Quoted again and again: at some depth it is given up, and nothing is seen. */
START_TEST(nested)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    FG_BUF_AUTO out = FG_BUF_INIT;
    fg_buf_add_text(&text, "{\"environment\":[\"SECRET\"]}");
    for (int depth = 0; depth < 12; depth++) {
        FG_BUF_AUTO quoted = FG_BUF_INIT;
        size_t count = 0;
        fg_buf_add_char(&quoted, '"');
        for (size_t i = 0; i < text.len; i++) {
            if (text.data[i] == '"' || text.data[i] == '\\')
                fg_buf_add_char(&quoted, '\\');
            fg_buf_add_char(&quoted, text.data[i]);
        }
        fg_buf_add_char(&quoted, '"');
        fg_buf_clear(&text);
        fg_buf_add(&text, quoted.data, quoted.len);
        ck_assert_int_eq(mask(fg_buf_text(&text), &out, &count), 0);
        ck_assert_uint_eq(count, 1);
        ck_assert_ptr_null(strstr(fg_buf_text(&out), "SECRET"));
    }
}
END_TEST

/* Objects and strings longer than the walker's window, and as deep as it goes. */
START_TEST(large)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    FG_BUF_AUTO out = FG_BUF_INIT;
    size_t count;
    fg_buf_add_text(&text, "{\"environment\":[");
    for (int i = 0; i < 20000; i++)
        fg_buf_printf(&text, "%s{\"name\":\"NAME_%d\",\"value\":\"SECRET\"}", i > 0 ? "," : "", i);
    fg_buf_add_text(&text, "]}");
    ck_assert_int_eq(mask(fg_buf_text(&text), &out, &count), 0);
    ck_assert_uint_eq(count, 20000);
    ck_assert_ptr_null(strstr(fg_buf_text(&out), "SECRET"));
    ck_assert_ptr_nonnull(strstr(fg_buf_text(&out), "NAME_19999"));
    fg_buf_clear(&text);
    for (int i = 0; i < 511; i++)
        fg_buf_add_char(&text, '[');
    for (int i = 0; i < 511; i++)
        fg_buf_add_char(&text, ']');
    ck_assert_int_eq(mask(fg_buf_text(&text), &out, &count), 0);
    ck_assert_str_eq(fg_buf_text(&out), fg_buf_text(&text));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("mask");
    TCase *tests = tcase_create("environment");
    tcase_add_test(tests, masked);
    tcase_add_test(tests, refused);
    tcase_add_test(tests, nested);
    tcase_add_test(tests, large);
    suite_add_tcase(suite, tests);
    return fg_run_suite(suite);
}
