/* SPDX-License-Identifier: MIT */
#include "fargauge/limits.h"

#include "fargauge/json_split.h"

/* A task definition has at most 64 KB, a finding 240 KB and a Config item a few MB; JSON shrinks to a
 * hundredth when it is repetitive, deflate cannot go below a thousandth. */
const struct fg_limits fg_default_limits = {
    .record = UINT64_C(16) << 20,
    .string = UINT64_C(8) << 20,
    .depth = FG_JSON_MAX_DEPTH,
    .total = UINT64_C(1) << 40,
    .ratio = 500,
    .members = 10000,
};
