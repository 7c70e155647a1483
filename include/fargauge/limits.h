/* SPDX-License-Identifier: MIT */
/*
 * How much an input may ask for. Exports stay far below all of these; what does not is damaged or hostile,
 * and is refused or rejected with the name of the limit. Sizes are bytes of decoded text.
 */
#ifndef FARGAUGE_LIMITS_H
#define FARGAUGE_LIMITS_H

#include <stdint.h>

struct fg_limits {
    uint64_t record;  /* what one record may keep of itself: a service, a finding, a Config item */
    uint64_t string;  /* one text in it */
    uint64_t depth;   /* objects and arrays in each other; FG_JSON_MAX_DEPTH at most */
    uint64_t total;   /* of one file, or of all members of an archive, once decompressed */
    uint64_t ratio;   /* decompressed to compressed size; small files are not judged by it */
    uint64_t members; /* of one archive */
};

/* Where a limit comes from an option, its default: --max-record … --max-members. */
extern const struct fg_limits fg_default_limits;

#endif
