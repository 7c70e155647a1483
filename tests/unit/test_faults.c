/* SPDX-License-Identifier: MIT */
#include <check.h>

#include "fargauge/faults.h"
#include "unit.h"

START_TEST(sorts_and_drops_doubles)
{
    struct fg_faults faults = {0};
    fg_faults_add(&faults, "b", 1, 1, "w", NULL);
    fg_faults_add(&faults, "a", 10, 2, "w", "h");
    fg_faults_add(&faults, "a", 9, 1, "w", "h");
    fg_faults_add(&faults, "a", 10, 1, "w", "h");
    fg_faults_add(&faults, "a", 10, 1, "w", "h");
    fg_faults_add(&faults, "a", 10, 1, "v", "h");
    fg_faults_add(&faults, "a", 0, 0, "w", "h");
    fg_faults_sort(&faults);
    static const struct {
        const char *path, *why, *hint;
        unsigned line, column;
    } expected[] = {
        {"a", "w", "h", 0, 0},  {"a", "w", "h", 9, 1},  {"a", "v", "h", 10, 1},
        {"a", "w", "h", 10, 1}, {"a", "w", "h", 10, 2}, {"b", "w", "", 1, 1},
    };
    ck_assert_uint_eq(faults.count, sizeof expected / sizeof expected[0]);
    for (size_t i = 0; i < faults.count; i++) {
        ck_assert_str_eq(faults.list[i].path, expected[i].path);
        ck_assert_str_eq(faults.list[i].why, expected[i].why);
        ck_assert_str_eq(faults.list[i].hint, expected[i].hint);
        ck_assert_uint_eq(faults.list[i].line, expected[i].line);
        ck_assert_uint_eq(faults.list[i].column, expected[i].column);
    }
    ck_assert(!faults.failed);
    fg_faults_done(&faults);
    ck_assert_uint_eq(faults.count, 0);
    fg_faults_sort(&faults); /* of nothing */
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("faults");
    TCase *all = tcase_create("faults");
    tcase_add_test(all, sorts_and_drops_doubles);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
