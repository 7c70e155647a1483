/* SPDX-License-Identifier: MIT */
#include "fargauge/clock.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const int64_t MS_PER_DAY = INT64_C(86400000);
/* 9999-12-31T23:59:59.999Z: beyond it the text form would grow a digit. */
static const int64_t MS_MAX = INT64_C(253402300799999);

/* A cursor over text that need not end with NUL. */
struct scan {
    const char *at;
    const char *end;
};

static bool take(struct scan *s, char c)
{
    if (s->at == s->end || *s->at != c)
        return false;
    s->at++;
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Exactly `count` digits as a number; -1 where they are not there. */
static int take_digits(struct scan *s, int count)
{
    int value = 0;
    if (s->end - s->at < count)
        return -1;
    for (int i = 0; i < count; i++) {
        if (!is_digit(s->at[i]))
            return -1;
        value = value * 10 + (s->at[i] - '0');
    }
    s->at += count;
    return value;
}

/* Days since 1970-01-01 in the proleptic Gregorian calendar (years from March, 400-year eras). */
static int64_t days_from_civil(int year, int month, int day)
{
    int64_t y = year - (month <= 2);
    int64_t era = y / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

static bool valid_date(int year, int month, int day)
{
    return year >= 1970 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days_in_month(year, month);
}

/* 23:59:60 is a time (a leap second); it counts as the second after :59. */
static bool valid_time(int hour, int minute, int second)
{
    return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60;
}

static int take_fraction_ms(struct scan *s)
{
    int ms = 0;
    int weight = 100;
    const char *start = s->at;
    for (; s->at < s->end && is_digit(*s->at); s->at++, weight /= 10)
        ms += (*s->at - '0') * weight;
    return s->at == start ? -1 : ms;
}

/* The zone as minutes east of UTC. */
static bool take_zone(struct scan *s, int *ret_minutes)
{
    if (take(s, 'Z') || take(s, 'z')) {
        *ret_minutes = 0;
        return true;
    }
    bool west = take(s, '-');
    if (!west && !take(s, '+'))
        return false;
    int hours = take_digits(s, 2);
    int minutes = 0;
    if (take(s, ':') || s->at < s->end)
        minutes = take_digits(s, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return false;
    *ret_minutes = (west ? -1 : 1) * (hours * 60 + minutes);
    return true;
}

int fg_time_parse(const char *text, size_t len, int64_t *ret_ms)
{
    struct scan s = {text, text + len};
    int year = take_digits(&s, 4);
    bool dashed = take(&s, '-');
    int month = take_digits(&s, 2);
    bool dashed_again = take(&s, '-');
    int day = take_digits(&s, 2);
    if (!dashed || !dashed_again || !valid_date(year, month, day))
        return -1;
    int64_t ms = days_from_civil(year, month, day) * MS_PER_DAY;
    if (s.at == s.end) {
        *ret_ms = ms;
        return 0;
    }
    if (!take(&s, 'T') && !take(&s, 't') && !take(&s, ' '))
        return -1;
    int hour = take_digits(&s, 2);
    bool colon = take(&s, ':');
    int minute = take_digits(&s, 2);
    int second = 0;
    int fraction = 0;
    if (take(&s, ':')) {
        second = take_digits(&s, 2);
        if (take(&s, '.') || take(&s, ','))
            fraction = take_fraction_ms(&s);
    }
    int zone;
    if (!colon || !valid_time(hour, minute, second) || fraction < 0 || !take_zone(&s, &zone) ||
        s.at != s.end)
        return -1;
    ms += ((int64_t)hour * 3600 + minute * 60 + second) * 1000 + fraction - (int64_t)zone * 60000;
    if (ms < 0 || ms > MS_MAX)
        return -1;
    *ret_ms = ms;
    return 0;
}

/* The exponent of `1.6E9`, 0 where there is none; false where what follows is no exponent. */
static bool take_exponent(struct scan *s, int *ret_exponent)
{
    *ret_exponent = 0;
    if (s->at == s->end)
        return true;
    if (!take(s, 'e') && !take(s, 'E'))
        return false;
    bool negative = take(s, '-');
    if (!negative)
        take(s, '+');
    int value = 0;
    if (s->at == s->end)
        return false;
    for (; s->at < s->end && is_digit(*s->at); s->at++)
        if ((value = value * 10 + (*s->at - '0')) > 400)
            return false;
    *ret_exponent = negative ? -value : value;
    return s->at == s->end;
}

int fg_time_parse_epoch(const char *text, size_t len, int64_t *ret_ms)
{
    /* Digits are gathered as one integer with a decimal scale, then moved to milliseconds. */
    struct scan s = {text, text + len};
    int64_t digits = 0;
    int scale = 0; /* how many of the digits stand behind the point */
    bool any = false, point = false;
    for (; s.at < s.end; s.at++) {
        if (*s.at == '.' && !point) {
            point = true;
            continue;
        }
        if (!is_digit(*s.at))
            break;
        any = true;
        if (digits > INT64_MAX / 100) { /* digits too fine to matter: drop them, keep the scale */
            if (!point)
                return -1;
            continue;
        }
        digits = digits * 10 + (*s.at - '0');
        scale += point;
    }
    int exponent;
    if (!any || !take_exponent(&s, &exponent))
        return -1;
    int shift = exponent - scale + 3;
    for (; shift > 0; shift--)
        if (__builtin_mul_overflow(digits, INT64_C(10), &digits))
            return -1;
    for (; shift < 0; shift++)
        digits /= 10;
    if (digits > MS_MAX)
        return -1;
    *ret_ms = digits;
    return 0;
}

/* A date at the cursor, with or without one kind of separator. */
static bool take_path_date(struct scan *s, int64_t *ret_days)
{
    int year = take_digits(s, 4);
    bool dashed = take(s, '-');
    int month = take_digits(s, 2);
    if (dashed && !take(s, '-'))
        return false;
    int day = take_digits(s, 2);
    if (!valid_date(year, month, day))
        return false;
    *ret_days = days_from_civil(year, month, day);
    return true;
}

/* hh:mm[:ss] with `:`, `-`, `_`, `.` or nothing between; seconds may be left out. */
static bool take_path_time(struct scan *s, int64_t *ret_ms)
{
    int hour = take_digits(s, 2);
    char separator = s->at < s->end && strchr(":-_.", *s->at) && *s->at ? *s->at : '\0';
    if (separator != '\0')
        s->at++;
    int minute = take_digits(s, 2);
    int second = 0;
    struct scan before = *s;
    if (separator == '\0' || take(s, separator))
        second = take_digits(s, 2);
    if (second < 0) {
        second = 0;
        *s = before;
    }
    if (!valid_time(hour, minute, second))
        return false;
    *ret_ms = ((int64_t)hour * 3600 + minute * 60 + second) * 1000;
    return true;
}

/* `+09:00`, `+0900` or `-09:00` behind a time; `-0900` may be anything and is not taken for a zone. */
static int64_t take_path_zone(struct scan *s)
{
    struct scan t = *s;
    if (take(&t, '.') || take(&t, ','))
        take_fraction_ms(&t);
    bool west = take(&t, '-');
    if (!west && !take(&t, '+'))
        return 0;
    int hours = take_digits(&t, 2);
    bool colon = take(&t, ':');
    int minutes = take_digits(&t, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || (west && !colon))
        return 0;
    *s = t;
    return (west ? -1 : 1) * ((int64_t)hours * 60 + minutes) * 60000;
}

/* A date-time that starts right at `at`. */
static bool match_path_time(const char *at, const char *end, int64_t *ret_ms, const char **ret_end)
{
    struct scan s = {at, end};
    int64_t days, ms;
    if (!take_path_date(&s, &days))
        return false;
    bool joined = s.at - at == 8; /* 20261001, so that 090000 may follow at once */
    if (!take(&s, 'T') && !take(&s, 't') && !take(&s, '_') && !take(&s, '-') && !take(&s, ' ') && !joined)
        return false;
    if (!take_path_time(&s, &ms))
        return false;
    int64_t zone = take(&s, 'Z') ? 0 : take_path_zone(&s);
    if (s.at < s.end && s.at[-1] != 'Z' && is_digit(*s.at))
        return false; /* the digits of something longer, no time */
    ms += days * MS_PER_DAY - zone;
    if (ms < 0 || ms > MS_MAX)
        return false;
    *ret_ms = ms;
    *ret_end = s.at;
    return true;
}

int fg_time_find(const char *text, int64_t *ret_ms)
{
    const char *end = text + strlen(text);
    bool found = false;
    for (const char *at = text; at < end;) {
        bool inside_number = at > text && is_digit(at[-1]);
        if (!inside_number && is_digit(*at) && match_path_time(at, end, ret_ms, &at))
            found = true;
        else
            at++;
    }
    return found ? 0 : -1;
}

/* The inverse of days_from_civil(). */
static void civil_from_days(int64_t days, int *ret_year, int *ret_month, int *ret_day)
{
    days += 719468;
    int64_t era = days / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    *ret_day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1);
    *ret_month = (int)(shifted + (shifted < 10 ? 3 : -9));
    *ret_year = (int)(year_of_era + era * 400 + (*ret_month <= 2));
}

void fg_time_format(int64_t ms, char out[FG_TIME_SIZE])
{
    if (ms < 0)
        ms = 0;
    if (ms > MS_MAX)
        ms = MS_MAX;
    int year, month, day;
    civil_from_days(ms / MS_PER_DAY, &year, &month, &day);
    int in_day = (int)(ms % MS_PER_DAY);
    const struct {
        int value, digits;
        char after;
    } fields[] = {{year, 4, '-'},
                  {month, 2, '-'},
                  {day, 2, 'T'},
                  {in_day / 3600000, 2, ':'},
                  {in_day / 60000 % 60, 2, ':'},
                  {in_day / 1000 % 60, 2, '.'},
                  {in_day % 1000, 3, 'Z'}};
    char *at = out;
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        int value = fields[i].value;
        for (int digit = fields[i].digits; digit > 0; digit--, value /= 10)
            at[digit - 1] = (char)('0' + value % 10);
        at += fields[i].digits;
        *at++ = fields[i].after;
    }
    *at = '\0';
}

int fg_time_now(int64_t *ret_ms, struct fg_error *err)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    if (fixed == NULL || fixed[0] == '\0') {
        struct timespec now;
        clock_gettime(CLOCK_REALTIME, &now);
        *ret_ms = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
        return 0;
    }
    if (strspn(fixed, "0123456789") == strlen(fixed) &&
        fg_time_parse_epoch(fixed, strlen(fixed), ret_ms) == 0)
        return 0;
    fg_error_set(err, FG_USAGE, "SOURCE_DATE_EPOCH: %s: not a whole number of seconds", fixed);
    return fg_error_hint(err, "set it to seconds since 1970, for example $(date +%%s), or unset it");
}
