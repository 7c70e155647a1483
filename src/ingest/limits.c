/* SPDX-License-Identifier: MIT */
#include "fargauge/limits.h"

#include "fargauge/json_split.h"

/*
 * A task definition has at most 64 KB, a finding 240 KB and a Config item a few MB. 256 GiB are hours of import.
 * The same service described 3,000 times compresses to 1/260, honest exports to 1/10 to 1/120; deflate
 * itself ends at 1/1032. 100,000 members are a month of AWS Config files of some dozen accounts.
 */
const struct fg_limits fg_default_limits = {
    .record = UINT64_C(16) << 20,
    .string = UINT64_C(8) << 20,
    .depth = FG_JSON_MAX_DEPTH,
    .total = UINT64_C(256) << 30,
    .ratio = 500,
    .members = 100000,
};
