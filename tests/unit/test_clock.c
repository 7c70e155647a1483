/* SPDX-License-Identifier: MIT */
#include "fargauge/clock.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "unit.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

/* What is expected of a text; NULL: it is refused. */
struct sample {
    const char *text;
    const char *time;
};

typedef int parse_fn(const char *text, size_t len, int64_t *ret_ms);

static int find(const char *text, size_t len, int64_t *ret_ms)
{
    (void)len;
    return fg_time_find(text, ret_ms);
}

static void check(parse_fn *parse, const struct sample *samples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char time[FG_TIME_SIZE] = "";
        int64_t ms = -77;
        int status = parse(samples[i].text, strlen(samples[i].text), &ms);
        ck_assert_msg(status == (samples[i].time == NULL ? -1 : 0), "%s: gave %d", samples[i].text,
                      status);
        if (status < 0) {
            ck_assert_int_eq(ms, -77);
            continue;
        }
        fg_time_format(ms, time);
        ck_assert_msg(strcmp(time, samples[i].time) == 0, "%s: found %s, expected %s",
                      samples[i].text, time, samples[i].time);
    }
}

START_TEST(iso)
{
    static const struct sample samples[] = {
        {"2026-10-01T09:00:00Z", "2026-10-01T09:00:00.000Z"},
        {"2026-10-01t09:00:00z", "2026-10-01T09:00:00.000Z"},
        {"2026-10-01 09:00:00Z", "2026-10-01T09:00:00.000Z"},
        {"2026-10-01T09:00Z", "2026-10-01T09:00:00.000Z"},
        {"2026-10-01", "2026-10-01T00:00:00.000Z"},
        {"1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"},
        {"9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"},
        /* fractions, cut to milliseconds */
        {"2026-10-01T09:00:00.1Z", "2026-10-01T09:00:00.100Z"},
        {"2026-10-01T09:00:00.12Z", "2026-10-01T09:00:00.120Z"},
        {"2026-10-01T09:00:00.123Z", "2026-10-01T09:00:00.123Z"},
        {"2026-10-01T09:00:00.123999Z", "2026-10-01T09:00:00.123Z"},
        {"2026-10-01T09:00:00.999999999Z", "2026-10-01T09:00:00.999Z"},
        {"2026-10-01T09:00:00.00000000000000000001Z", "2026-10-01T09:00:00.000Z"},
        {"2026-10-01T09:00:00,5Z", "2026-10-01T09:00:00.500Z"},
        /* zones */
        {"2026-10-01T09:00:00+09:00", "2026-10-01T00:00:00.000Z"},
        {"2026-10-01T09:00:00+0900", "2026-10-01T00:00:00.000Z"},
        {"2026-10-01T09:00:00+09", "2026-10-01T00:00:00.000Z"},
        {"2026-10-01T20:00:00-04:00", "2026-10-02T00:00:00.000Z"},
        {"2026-10-01T09:15:00.250+05:45", "2026-10-01T03:30:00.250Z"},
        {"2026-10-01T09:00:00-00:00", "2026-10-01T09:00:00.000Z"},
        {"2026-01-01T00:00:00+14:00", "2025-12-31T10:00:00.000Z"},
        {"1970-01-01T09:00:00+09:00", "1970-01-01T00:00:00.000Z"},
        {"9999-12-31T20:00:00-03:59", "9999-12-31T23:59:00.000Z"},
        /* leap years and seconds */
        {"2024-02-29T12:00:00Z", "2024-02-29T12:00:00.000Z"},
        {"2000-02-29T12:00:00Z", "2000-02-29T12:00:00.000Z"},
        {"2024-12-31T23:59:59Z", "2024-12-31T23:59:59.000Z"},
        {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"},
        {"2017-01-01T08:59:60+09:00", "2017-01-01T00:00:00.000Z"},
        {"2024-03-01", "2024-03-01T00:00:00.000Z"},
        {"2100-03-01", "2100-03-01T00:00:00.000Z"},
        {"2400-02-29", "2400-02-29T00:00:00.000Z"},
    };
    check(fg_time_parse, samples, LENGTH(samples));
}
END_TEST

START_TEST(iso_refused)
{
    static const struct sample samples[] = {
        {"", NULL},
        {"now", NULL},
        {"2026", NULL},
        {"2026-10", NULL},
        {"20261001", NULL},
        {"20261001T090000Z", NULL},
        {"2026-1-01", NULL},
        {"2026-10-1", NULL},
        {"2026/10/01", NULL},
        {"2026-10-01T", NULL},
        {"2026-10-01Z", NULL},
        {"2026-10-01+09:00", NULL},
        {"2026-10-01_09:00:00Z", NULL},
        {"2026-10-01T09Z", NULL},
        {"2026-10-01T0900Z", NULL},
        {"2026-10-01T9:00:00Z", NULL},
        {"2026-10-01T09:00:0Z", NULL},
        {"2026-10-01T09:00:00.Z", NULL},
        {"2026-10-01T09:00.5Z", NULL},
        /* no zone: nobody can say which moment it is */
        {"2026-10-01T09:00:00", NULL},
        {"2026-10-01T09:00:00.123", NULL},
        {"2026-10-01 09:00", NULL},
        {"2026-10-01T09:00:00 Z", NULL},
        {"2026-10-01T09:00:00JST", NULL},
        {"2026-10-01T09:00:00+", NULL},
        {"2026-10-01T09:00:00+9", NULL},
        {"2026-10-01T09:00:00+09:", NULL},
        {"2026-10-01T09:00:00+09:0", NULL},
        {"2026-10-01T09:00:00+09:60", NULL},
        {"2026-10-01T09:00:00+24:00", NULL},
        {"2026-10-01T09:00:00+09:00:00", NULL},
        {"2026-10-01T09:00:00ZZ", NULL},
        {" 2026-10-01T09:00:00Z", NULL},
        {"2026-10-01T09:00:00Z ", NULL},
        {"2026-10-01T09:00:00Z\n", NULL},
        /* no such moment */
        {"2026-00-01", NULL},
        {"2026-13-01", NULL},
        {"2026-01-00", NULL},
        {"2026-01-32", NULL},
        {"2026-04-31", NULL},
        {"2025-02-29", NULL},
        {"2100-02-29", NULL},
        {"2026-10-01T24:00:00Z", NULL},
        {"2026-10-01T09:60:00Z", NULL},
        {"2026-10-01T09:00:61Z", NULL},
        /* outside the range */
        {"1969-12-31T23:59:59Z", NULL},
        {"1970-01-01T00:00:00+00:01", NULL},
        {"9999-12-31T23:59:60Z", NULL},
        {"9999-12-31T23:59:59-00:01", NULL},
        {"10000-01-01T00:00:00Z", NULL},
        {"-2026-10-01", NULL},
        {"+2026-10-01", NULL},
    };
    check(fg_time_parse, samples, LENGTH(samples));
}
END_TEST

/* The text need not end where it is cut. */
START_TEST(iso_length_is_kept)
{
    int64_t ms = 0, day = 0;
    ck_assert_int_eq(fg_time_parse("2026-10-01T09:00:00Zgarbage", 20, &ms), 0);
    ck_assert_int_eq(fg_time_parse("2026-10-01", 10, &day), 0);
    ck_assert_int_eq(ms - day, 9 * 3600 * 1000);
    ck_assert_int_eq(fg_time_parse("2026-10-01\0T09:00Z", 18, &ms), -1);
}
END_TEST

START_TEST(epoch)
{
    static const struct sample samples[] = {
        {"0", "1970-01-01T00:00:00.000Z"},
        {"1604345263", "2020-11-02T19:27:43.000Z"},
        {"1604345263.148", "2020-11-02T19:27:43.148Z"},
        {"1604345263.1", "2020-11-02T19:27:43.100Z"},
        {"1604345263.999999999999999999999999999999", "2020-11-02T19:27:43.999Z"},
        {"1.604345263148E9", "2020-11-02T19:27:43.148Z"},
        {"1.604345263148e+9", "2020-11-02T19:27:43.148Z"},
        {"16043452631.48E-1", "2020-11-02T19:27:43.148Z"},
        {"1604345263148e-3", "2020-11-02T19:27:43.148Z"},
        {"1.6E9", "2020-09-13T12:26:40.000Z"},
        {"0E400", "1970-01-01T00:00:00.000Z"},
        {"1E-400", "1970-01-01T00:00:00.000Z"},
        {"0.001", "1970-01-01T00:00:00.001Z"},
        {"0.0009", "1970-01-01T00:00:00.000Z"},
        {"253402300799.999", "9999-12-31T23:59:59.999Z"},
        {"253402300800", NULL},
        {"1E12", NULL},
        {"1E400", NULL},
        {"1E401", NULL},
        {"1E99999999999", NULL},
        {"99999999999999999999999", NULL},
        {"-1", NULL},
        {"+1", NULL},
        {"", NULL},
        {".", NULL},
        {"E9", NULL},
        {"1E", NULL},
        {"1E+", NULL},
        {"1E9.5", NULL},
        {"1.6.0", NULL},
        {"1604345263Z", NULL},
        {" 1604345263", NULL},
        {"1604345263 ", NULL},
        {"0x10", NULL},
        {"1,5", NULL},
        {"NaN", NULL},
        {"inf", NULL},
    };
    check(fg_time_parse_epoch, samples, LENGTH(samples));
}
END_TEST

/* Every millisecond of a second comes out as it went in: no binary fractions on the way. */
START_TEST(epoch_is_exact)
{
    for (int64_t i = 0; i < 1000; i++) {
        char text[32];
        int64_t ms;
        int len = snprintf(text, sizeof text, "253402300799.%03d", (int)i);
        ck_assert_int_eq(fg_time_parse_epoch(text, (size_t)len, &ms), 0);
        ck_assert_int_eq(ms, INT64_C(253402300799000) + i);
    }
}
END_TEST

START_TEST(paths)
{
    static const struct sample samples[] = {
        {"20261001T090000Z", "2026-10-01T09:00:00.000Z"},
        {"exports/2026-10-01T09:00:00Z/services.json", "2026-10-01T09:00:00.000Z"},
        {"services-2026-10-01T0900Z.json", "2026-10-01T09:00:00.000Z"},
        {"services_2026-10-01_09-00-00Z.json", "2026-10-01T09:00:00.000Z"},
        {"20261001-090000.json", "2026-10-01T09:00:00.000Z"},
        {"20261001_0900.json", "2026-10-01T09:00:00.000Z"},
        {"2026-10-01 09:00 services.json", "2026-10-01T09:00:00.000Z"},
        {"2026-10-01T09_00_30.json", "2026-10-01T09:00:30.000Z"},
        {"2026-10-01T09:00:00.123Z.json", "2026-10-01T09:00:00.000Z"},
        {"111122223333_Config_us-east-1_ConfigSnapshot_20261001T090000Z_0a1b.json.gz",
         "2026-10-01T09:00:00.000Z"},
        /* the last one wins */
        {"20260101T000000Z_20261001T090000Z_1.json", "2026-10-01T09:00:00.000Z"},
        {"20261001T090000Z/20260101T000000Z.json", "2026-01-01T00:00:00.000Z"},
        {"", NULL},
        {"services.json", NULL},
        {"2026-10-01", NULL},
        {"2026-10-01/services.json", NULL},
        {"20261001.json", NULL},
        {"20261301T090000Z.json", NULL},
        {"20261001T250000Z.json", NULL},
        {"20261001T09000Z.json", NULL},
        {"20261001T0900001.json", NULL},
        {"120261001T090000Z.json", NULL}, /* the tail of a longer number */
        {"2026-1001T090000Z", NULL},
        {"111122223333-444455556666", NULL},
    };
    check(find, samples, LENGTH(samples));
}
END_TEST

/* A time without a zone is taken for UTC; one that stands there is heeded. */
START_TEST(paths_with_an_offset)
{
    static const struct sample samples[] = {
        {"2026-10-01T09:00:00+09:00/services.json", "2026-10-01T00:00:00.000Z"},
        {"1970-01-01T00:00:00+00:01.json", NULL}, /* before and after all times that can be written */
        {"9999-12-31T23:59:59-00:01.json", NULL},
        {"20261001T090000+0900.json", "2026-10-01T00:00:00.000Z"},
        {"2026-10-01T09:00:00-09:00.json", "2026-10-01T18:00:00.000Z"},
        {"2026-10-01T09:00:00,5+09:00.json", "2026-10-01T00:00:00.000Z"},
        {"20261001T090000-0900.json", "2026-10-01T09:00:00.000Z"}, /* may be anything: no zone */
        {"20261001T090000+2400.json", "2026-10-01T09:00:00.000Z"},
        {"20261001T090000+09:60.json", "2026-10-01T09:00:00.000Z"},
        {"20261001T090000+9.json", "2026-10-01T09:00:00.000Z"},
        {"20261001T090000+09.json", "2026-10-01T09:00:00.000Z"},
    };
    check(find, samples, LENGTH(samples));
}
END_TEST

START_TEST(formatting)
{
    static const struct {
        int64_t ms;
        const char *time;
    } samples[] = {
        {0, "1970-01-01T00:00:00.000Z"},
        {-1, "1970-01-01T00:00:00.000Z"},
        {1, "1970-01-01T00:00:00.001Z"},
        {INT64_C(951782400000), "2000-02-29T00:00:00.000Z"},
        {INT64_C(951868799999), "2000-02-29T23:59:59.999Z"},
        {INT64_C(253402300799999), "9999-12-31T23:59:59.999Z"},
        {INT64_MAX, "9999-12-31T23:59:59.999Z"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        char time[FG_TIME_SIZE];
        fg_time_format(samples[i].ms, time);
        ck_assert_str_eq(time, samples[i].time);
    }
}
END_TEST

/* Every day of the range there and back. */
START_TEST(days_round_trip)
{
    char before[FG_TIME_SIZE] = "", time[FG_TIME_SIZE];
    int64_t ms = 0, back = 0;
    for (bool good = true; good && ms < INT64_C(253402300799999); ms += INT64_C(86400000)) {
        fg_time_format(ms, time);
        good = strcmp(before, time) < 0 && fg_time_parse(time, strlen(time), &back) == 0 && back == ms;
        memcpy(before, time, sizeof before);
    }
    ck_assert_str_eq(before, "9999-12-31T00:00:00.000Z");
    ck_assert_int_eq(back, INT64_C(253402214400000));
}
END_TEST

START_TEST(source_date_epoch)
{
    static const struct sample samples[] = {
        {"0", "1970-01-01T00:00:00.000Z"}, {"1604345263", "2020-11-02T19:27:43.000Z"},
        {"1604345263.5", NULL},            {"1e9", NULL},
        {"-1", NULL},                      {"soon", NULL},
        {"253402300800", NULL},            {" 1", NULL},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        struct fg_error err = {0};
        char time[FG_TIME_SIZE];
        int64_t ms = 0;
        setenv("SOURCE_DATE_EPOCH", samples[i].text, 1);
        int status = fg_time_now(&ms, &err);
        if (samples[i].time == NULL) {
            ck_assert_int_eq(status, -1);
            ck_assert_int_eq(err.code, FG_USAGE);
            ck_assert_ptr_nonnull(strstr(err.message, samples[i].text));
            ck_assert_str_ne(err.hint, "");
            continue;
        }
        ck_assert_int_eq(status, 0);
        fg_time_format(ms, time);
        ck_assert_str_eq(time, samples[i].time);
    }
    unsetenv("SOURCE_DATE_EPOCH");
}
END_TEST

START_TEST(now)
{
    struct fg_error err = {0};
    int64_t ms = 0, again = 0;
    unsetenv("SOURCE_DATE_EPOCH");
    ck_assert_int_eq(fg_time_now(&ms, &err), 0);
    ck_assert_int_gt(ms, INT64_C(1767225600000)); /* 2026 */
    setenv("SOURCE_DATE_EPOCH", "", 1);
    ck_assert_int_eq(fg_time_now(&again, &err), 0);
    ck_assert_int_ge(again, ms);
    unsetenv("SOURCE_DATE_EPOCH");
}
END_TEST

int main(void)
{
    setenv("TZ", "Asia/Tokyo", 1); /* which nothing here may heed */
    Suite *suite = suite_create("clock");
    TCase *all = tcase_create("clock");
    tcase_add_test(all, iso);
    tcase_add_test(all, iso_refused);
    tcase_add_test(all, iso_length_is_kept);
    tcase_add_test(all, epoch);
    tcase_add_test(all, epoch_is_exact);
    tcase_add_test(all, paths);
    tcase_add_test(all, paths_with_an_offset);
    tcase_add_test(all, formatting);
    tcase_add_test(all, days_round_trip);
    tcase_add_test(all, source_date_epoch);
    tcase_add_test(all, now);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
