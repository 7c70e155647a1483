/* SPDX-License-Identifier: MIT */
#include "fargauge/error.h"

#include <string.h>

#include "unit.h"

static struct fg_error err;

/* A text of `len` letters. */
static const char *letters(char letter, size_t len)
{
    static char text[4096];
    ck_assert_uint_lt(len, sizeof text);
    memset(text, letter, len);
    text[len] = '\0';
    return text;
}

START_TEST(set_fills_and_clears_the_hint)
{
    ck_assert_int_eq(fg_error_set(&err, FG_IO, "disk: %s: %d", "full%s", 7), -1);
    ck_assert_int_eq(fg_error_hint(&err, "make %d MB of room", 3), -1);
    ck_assert_int_eq(err.code, FG_IO);
    ck_assert_str_eq(err.message, "disk: full%s: 7");
    ck_assert_str_eq(err.hint, "make 3 MB of room");
    ck_assert_int_eq(fg_error_set(&err, FG_USAGE, "other"), -1);
    ck_assert_int_eq(err.code, FG_USAGE);
    ck_assert_str_eq(err.message, "other");
    ck_assert_str_eq(err.hint, "");
}
END_TEST

START_TEST(prepend_puts_context_before)
{
    fg_error_set(&err, FG_INPUT, "line 3: no JSON");
    fg_error_hint(&err, "export it again");
    ck_assert_int_eq(fg_error_prepend(&err, "%s:%d", "a%s.json", 3), -1);
    ck_assert_str_eq(err.message, "a%s.json:3: line 3: no JSON");
    ck_assert_str_eq(err.hint, "export it again");
    ck_assert_int_eq(err.code, FG_INPUT);
}
END_TEST

START_TEST(null_is_accepted)
{
    ck_assert_int_eq(fg_error_set(NULL, FG_IO, "x"), -1);
    ck_assert_int_eq(fg_error_hint(NULL, "x"), -1);
    ck_assert_int_eq(fg_error_prepend(NULL, "x"), -1);
    ck_assert_int_eq(fg_error_memory(NULL), -1);
}
END_TEST

START_TEST(long_texts_are_cut)
{
    const size_t message = sizeof err.message - 1, hint = sizeof err.hint - 1;
    fg_error_set(&err, FG_IO, "%s", letters('m', message + 1));
    ck_assert_uint_eq(strlen(err.message), message);
    fg_error_hint(&err, "%s", letters('h', hint + 1));
    ck_assert_uint_eq(strlen(err.hint), hint);
    ck_assert_uint_eq(strlen(err.message), message);

    fg_error_prepend(&err, "context");
    ck_assert_uint_eq(strlen(err.message), message);
    ck_assert_int_eq(strncmp(err.message, "context: mmm", 12), 0);

    fg_error_set(&err, FG_IO, "%s", letters('m', message));
    fg_error_prepend(&err, "%s", letters('c', message + 10));
    ck_assert_str_eq(err.message, letters('c', message));
    ck_assert_str_ne(err.hint, ""); /* something can always be said of the machine */
}
END_TEST

START_TEST(memory_needs_none)
{
    ck_assert_int_eq(fg_error_memory(&err), -1);
    ck_assert_int_eq(err.code, FG_IO);
    ck_assert_str_ne(err.message, "");
    ck_assert_str_ne(err.hint, "");
}
END_TEST

/* What the machine did says nothing of the evidence; what stands in a file does. */
START_TEST(the_machine_is_told_from_what_it_read)
{
    fg_error_memory(&err);
    ck_assert(fg_error_is_machine(&err));
    err.damaged = true;
    ck_assert(!fg_error_is_machine(&err));
    fg_error_set(&err, FG_IO, "read: disk");
    ck_assert(fg_error_is_machine(&err));
    fg_error_set(&err, FG_STOPPED, "stopped");
    ck_assert(fg_error_is_machine(&err));
    fg_error_set(&err, FG_INPUT, "not JSON");
    ck_assert(!fg_error_is_machine(&err));
}
END_TEST

/* Scripts rely on these numbers. */
START_TEST(codes_are_the_exit_codes)
{
    static const struct {
        enum fg_code code;
        int number;
    } codes[] = {{FG_OK, 0},    {FG_FAILED_CONTROLS, 1}, {FG_USAGE, 2},
                 {FG_INPUT, 3}, {FG_IO, 4},              {FG_INTERNAL, 70}};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        ck_assert_int_eq((int)codes[i].code, codes[i].number);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("error");
    TCase *all = tcase_create("error");
    tcase_add_test(all, set_fills_and_clears_the_hint);
    tcase_add_test(all, prepend_puts_context_before);
    tcase_add_test(all, null_is_accepted);
    tcase_add_test(all, long_texts_are_cut);
    tcase_add_test(all, memory_needs_none);
    tcase_add_test(all, the_machine_is_told_from_what_it_read);
    tcase_add_test(all, codes_are_the_exit_codes);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
