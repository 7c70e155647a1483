/* SPDX-License-Identifier: MIT */
/*
 * Points in time: parsed from the forms AWS's exports use, kept as one fixed-width UTC text.
 *
 * No function here reads TZ or the locale; the same input gives the same text on any machine.
 */
#ifndef FARGAUGE_CLOCK_H
#define FARGAUGE_CLOCK_H

#include <stddef.h>
#include <stdint.h>

#include "fargauge/error.h"

/* "YYYY-MM-DDThh:mm:ss.sssZ" and its NUL. Text order is time order. */
enum { FG_TIME_SIZE = 25 };

/* Parse an ISO 8601 / RFC 3339 date-time: `T` or a space between, any number of fraction digits (cut
 * to milliseconds), zone `Z`, `+hh:mm`, `+hhmm` or `+hh`. A bare date means its midnight, UTC. A
 * date-time without a zone is refused: nobody can say which moment it is. Years 1970 to 9999.
 * Returns 0, or -1 with *ret_ms untouched. */
int fg_time_parse(const char *text, size_t len, int64_t *ret_ms);

/* Parse a decimal number of seconds since 1970, as AWS CLI v1 prints times: `1604345263.148`,
 * `1.604345263148E9`. Exact: no floating point. Returns 0, or -1 with *ret_ms untouched. */
int fg_time_parse_epoch(const char *text, size_t len, int64_t *ret_ms);

/* Find a date-time in a path: `20261001T090000Z`, `2026-10-01T09:00:00Z`, `2026-10-01T0900Z`,
 * `2026-10-01_09-00-00Z`, `20261001-090000`, `20261001090000` and the like; the last one in the text wins. A time
 * without a zone is taken for UTC, a date alone is not enough. Returns 0, or -1 where there is none. */
int fg_time_find(const char *text, int64_t *ret_ms);

/* Write `ms` (milliseconds since 1970) in the fixed form. */
void fg_time_format(int64_t ms, char out[FG_TIME_SIZE]);

/* Now, or what SOURCE_DATE_EPOCH says; a value there that is not a whole number is a usage error. */
int fg_time_now(int64_t *ret_ms, struct fg_error *err);

#endif
