/* SPDX-License-Identifier: MIT */
#include "fargauge/uuid.h"

#include <string.h>

#include "unit.h"

/* Computed by Python's uuid.uuid5(UUID("94ddcee3-4e89-51e0-94f1-9fc6fafaa58c"), name). */
static const struct {
    const char *name, *uuid;
} samples[] = {
    {"", "a2af729f-9a75-5208-a707-542ffad8c2f4"},
    {"abc", "a95f6ce3-7356-5e94-985a-0eefad0b58b1"},
    {"resource arn:aws:ecs:eu-west-1:111122223333:service/shop/web", "ce530322-a320-5889-8111-197ae5c1f10a"},
    {"日本", "c72ee353-2d57-51a3-aa2e-371ea35b4944"},
};

START_TEST(names)
{
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        char uuid[FG_UUID_SIZE];
        ck_assert_int_eq(fg_uuid_of(samples[i].name, strlen(samples[i].name), uuid), 0);
        ck_assert_str_eq(uuid, samples[i].uuid);
    }
}
END_TEST

/* RFC 9562: version 5, variant 10. */
START_TEST(form)
{
    for (int i = 0; i < 1000; i++) {
        char uuid[FG_UUID_SIZE];
        ck_assert_int_eq(fg_uuid_of((const char *)&i, sizeof i, uuid), 0);
        ck_assert_uint_eq(strlen(uuid), FG_UUID_SIZE - 1);
        ck_assert_uint_eq(strspn(uuid, "0123456789abcdef-"), FG_UUID_SIZE - 1);
        ck_assert(uuid[8] == '-' && uuid[13] == '-' && uuid[18] == '-' && uuid[23] == '-');
        ck_assert(uuid[14] == '5' && strchr("89ab", uuid[19]) != NULL);
    }
}
END_TEST

START_TEST(embedded_nul)
{
    char whole[FG_UUID_SIZE], cut[FG_UUID_SIZE];
    ck_assert_int_eq(fg_uuid_of("a\0b", 3, whole), 0);
    ck_assert_int_eq(fg_uuid_of("a", 1, cut), 0);
    ck_assert_str_ne(whole, cut);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("uuid");
    TCase *all = tcase_create("uuid");
    tcase_add_test(all, names);
    tcase_add_test(all, form);
    tcase_add_test(all, embedded_nul);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
