/* SPDX-License-Identifier: MIT */
#include "fargauge/buf.h"

#include <stdint.h>
#include <string.h>

#include "unit.h"

static void expect(const struct fg_buf *buf, const char *bytes, size_t len)
{
    ck_assert_uint_eq(buf->len, len);
    ck_assert_mem_eq(fg_buf_text(buf), bytes, len + 1); /* the NUL behind it too */
    ck_assert(!buf->failed);
}

START_TEST(empty)
{
    struct fg_buf zeroed;
    memset(&zeroed, 0, sizeof zeroed);
    ck_assert_str_eq(fg_buf_text(&zeroed), "");
    ck_assert_ptr_null(zeroed.data);
    fg_buf_add(&zeroed, NULL, 0);
    expect(&zeroed, "", 0);
    fg_buf_done(&zeroed);
    fg_buf_done(&zeroed);
    fg_buf_done(NULL);
    ck_assert_ptr_null(zeroed.data);
}
END_TEST

START_TEST(appending)
{
    FG_BUF_AUTO buf = FG_BUF_INIT;
    fg_buf_add_text(&buf, "a");
    fg_buf_add(&buf, "\0b", 2);
    fg_buf_add_char(&buf, '\0');
    fg_buf_add_char(&buf, 'c');
    expect(&buf, "a\0b\0c", 5);
    fg_buf_printf(&buf, "%s=%d%%", "x", 7);
    expect(&buf, "a\0b\0cx=7%", 9);
    fg_buf_printf(&buf, "%s", "");
    expect(&buf, "a\0b\0cx=7%", 9);
}
END_TEST

/* Every length around the sizes at which memory grows. */
START_TEST(growing)
{
    FG_BUF_AUTO buf = FG_BUF_INIT;
    for (size_t i = 0; i < 5000; i++) {
        fg_buf_add_char(&buf, (char)('a' + i % 26));
        ck_assert_uint_eq(buf.len, i + 1);
        ck_assert_uint_gt(buf.cap, buf.len);
        ck_assert_int_eq(buf.data[buf.len], '\0');
    }
    for (size_t i = 0; i < buf.len; i++)
        ck_assert_int_eq(buf.data[i], (char)('a' + i % 26));
    fg_buf_printf(&buf, "%4000d", 1);
    ck_assert_uint_eq(buf.len, 9000);
    ck_assert_int_eq(buf.data[8999], '1');
}
END_TEST

START_TEST(reserving)
{
    FG_BUF_AUTO buf = FG_BUF_INIT;
    ck_assert(fg_buf_reserve(&buf, 1000));
    const char *before = buf.data;
    ck_assert_uint_ge(buf.cap, 1001);
    ck_assert_uint_eq(buf.len, 0);
    for (int i = 0; i < 1000; i++)
        fg_buf_add_char(&buf, 'x');
    ck_assert_ptr_eq(buf.data, before);
}
END_TEST

/* Sizes that overflow fail like lack of memory: for good, and without harm to what is there. */
START_TEST(failing_sticks)
{
    static const size_t sizes[] = {SIZE_MAX, SIZE_MAX - 1, SIZE_MAX - 3};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        FG_BUF_AUTO buf = FG_BUF_INIT;
        fg_buf_add_text(&buf, "abc");
        ck_assert(!fg_buf_reserve(&buf, sizes[i]));
        ck_assert(buf.failed);
        fg_buf_add_text(&buf, "d");
        fg_buf_printf(&buf, "%d", 5);
        ck_assert(!fg_buf_reserve(&buf, 0));
        ck_assert_str_eq(fg_buf_text(&buf), "abc");
        ck_assert_ptr_null(fg_buf_take(&buf));
        ck_assert_uint_eq(buf.len, 0);
    }
}
END_TEST

START_TEST(clearing)
{
    FG_BUF_AUTO buf = FG_BUF_INIT;
    fg_buf_clear(&buf);
    expect(&buf, "", 0);
    fg_buf_add_text(&buf, "abc");
    size_t cap = buf.cap;
    fg_buf_reserve(&buf, SIZE_MAX);
    fg_buf_clear(&buf);
    expect(&buf, "", 0);
    ck_assert_uint_eq(buf.cap, cap);
    fg_buf_add_text(&buf, "d");
    expect(&buf, "d", 1);
}
END_TEST

START_TEST(taking)
{
    FG_BUF_AUTO buf = FG_BUF_INIT;
    char *text = fg_buf_take(&buf);
    ck_assert_str_eq(text, "");
    free(text);
    fg_buf_add_text(&buf, "abc");
    text = fg_buf_take(&buf);
    ck_assert_str_eq(text, "abc");
    free(text);
    ck_assert_ptr_null(buf.data);
    ck_assert_uint_eq(buf.len + buf.cap, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("buf");
    TCase *all = tcase_create("buf");
    tcase_add_test(all, empty);
    tcase_add_test(all, appending);
    tcase_add_test(all, growing);
    tcase_add_test(all, reserving);
    tcase_add_test(all, failing_sticks);
    tcase_add_test(all, clearing);
    tcase_add_test(all, taking);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
