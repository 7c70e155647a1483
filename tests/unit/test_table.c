/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "fargauge/table.h"
#include "fargauge/width.h"
#include "unit.h"

static struct fg_buf out;

/* Lines with `!` before and behind what stands out. */
static void keep(void *context, const struct fg_piece *pieces, size_t count)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        fg_buf_printf(&out, pieces[i].style == FG_STYLE_ALARM ? "!%s!" : "%s", pieces[i].text);
    fg_buf_add_char(&out, '\n');
}

static const char *lay(const struct fg_table_column *columns, size_t count, const char *const *cells, size_t width)
{
    struct fg_table table;
    struct fg_error err = {0};
    fg_table_init(&table, columns, count);
    for (; *cells != NULL; cells++)
        fg_table_add(&table, (*cells)[0] == '!' ? FG_STYLE_ALARM : FG_STYLE_PLAIN,
                     strcmp(*cells, "-") == 0 ? NULL : *cells + ((*cells)[0] == '!'));
    fg_buf_clear(&out);
    ck_assert_int_eq(fg_table_lines(&table, width, keep, NULL, &err), 0);
    fg_table_done(&table);
    return fg_buf_text(&out);
}

static const struct fg_table_column results[] = {
    {FG_TABLE_LEFT, 0}, {FG_TABLE_LEFT, 2}, {FG_TABLE_CUT, 1}, {FG_TABLE_RIGHT, 0}, {FG_TABLE_RIGHT, 3},
};
static const char *const rows[] = {
    "id", "grade", "title", "failed", "n/a",
    "ECS.10", "low", "A title of some length, thirty-6", "!12", "3",
    "ECS.2", "-", "短い日本語のタイトルです", "0", "123",
    NULL,
};

START_TEST(whole)
{
    ck_assert_str_eq(lay(results, 5, rows, 0),
                     "id      grade  title                             failed  n/a\n"
                     "ECS.10  low    A title of some length, thirty-6      !12!    3\n"
                     "ECS.2          短い日本語のタイトルです               0  123\n");
    FG_BUF_AUTO unbounded = FG_BUF_INIT;
    fg_buf_add_text(&unbounded, fg_buf_text(&out));
    ck_assert_str_eq(lay(results, 5, rows, 1000), unbounded.data);
}
END_TEST

START_TEST(narrow)
{
    /* 6 + 2 + 5 + 2 + 16 + 2 + 6 + 2 + 3 */
    ck_assert_str_eq(lay(results, 5, rows, 44),
                     "id      grade  title             failed  n/a\n"
                     "ECS.10  low    A title of som..      !12!    3\n"
                     "ECS.2          短い日本語のタ..       0  123\n");
    ck_assert_str_eq(lay(results, 5, rows, 43),
                     "id      grade  failed  n/a\n"
                     "ECS.10  low        !12!    3\n"
                     "ECS.2               0  123\n");
    ck_assert_str_eq(lay(results, 5, rows, 25),
                     "id      failed  n/a\n"
                     "ECS.10      !12!    3\n"
                     "ECS.2        0  123\n");
    ck_assert_str_eq(lay(results, 5, rows, 18), "id      failed\nECS.10      !12!\nECS.2        0\n");
    ck_assert_str_eq(lay(results, 5, rows, 1), "id      failed\nECS.10      !12!\nECS.2        0\n");
}
END_TEST

/* At every width that the least columns fit into, no line is wider. */
START_TEST(every_width)
{
    for (size_t width = 14; width < 80; width++) {
        lay(results, 5, rows, width);
        for (char *line = strtok(out.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
            size_t marks = strchr(line, '!') != NULL ? 2 : 0;
            ck_assert_msg(fg_width(line, strlen(line)) - marks <= width, "%zu: %s", width, line);
            ck_assert_int_ne(line[strlen(line) - 1], ' ');
        }
    }
}
END_TEST

/* What was taken for a column that is left out later goes back. */
START_TEST(gives_back)
{
    static const struct fg_table_column columns[] = {{FG_TABLE_CUT, 0}, {FG_TABLE_LEFT, 1}};
    static const char *const cells[] = {"abcdefghijklmnopqrstuvwxyz", "a column of twenty..", NULL};
    ck_assert_str_eq(lay(columns, 2, cells, 38), "abcdefghijklmn..  a column of twenty..\n");
    ck_assert_str_eq(lay(columns, 2, cells, 37), "abcdefghijklmnopqrstuvwxyz\n");
    ck_assert_str_eq(lay(columns, 2, cells, 20), "abcdefghijklmnopqr..\n");
}
END_TEST

static const struct fg_table_column words[] = {{FG_TABLE_LEFT, 0}, {FG_TABLE_WRAP, 0}};

START_TEST(wraps)
{
    static const char *const cells[] = {"Word", "what it says at length", "-", "!なお、続きがあります。", "End", "-", NULL};
    ck_assert_str_eq(lay(words, 2, cells, 0), "Word  what it says at length\n      !なお、続きがあります。!\nEnd\n");
    ck_assert_str_eq(lay(words, 2, cells, 22), "Word  what it says at\n      length\n      !なお、続きがあり!\n"
                                               "      !ます。!\nEnd\n");
}
END_TEST

/* Cells are measured as they are drawn, and one cell is never two lines. */
START_TEST(hostile)
{
    static const char *const cells[] = {"a\033[2Jb\nc", "x", "\u202Eab", "y", "\xFF\t", "z", NULL};
    static const struct fg_table_column columns[] = {{FG_TABLE_CUT, 0}, {FG_TABLE_LEFT, 0}};
    ck_assert_str_eq(lay(columns, 2, cells, 0), "a\\u001B[2Jb\\u000Ac  x\n"
                                                "\\u202Eab            y\n"
                                                "\\xFF\\u0009          z\n");
    ck_assert_str_eq(lay(columns, 2, cells, 19), "a\\u001B[2Jb\\u0..  x\n"
                                                 "\\u202Eab          y\n"
                                                 "\\xFF\\u0009        z\n");
}
END_TEST

START_TEST(empty)
{
    static const char *const none[] = {NULL};
    ck_assert_str_eq(lay(words, 2, none, 80), "");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("table");
    TCase *all = tcase_create("table");
    tcase_add_test(all, whole);
    tcase_add_test(all, narrow);
    tcase_add_test(all, every_width);
    tcase_add_test(all, gives_back);
    tcase_add_test(all, wraps);
    tcase_add_test(all, hostile);
    tcase_add_test(all, empty);
    suite_add_tcase(suite, all);
    int status = fg_run_suite(suite);
    fg_buf_done(&out);
    return status;
}
