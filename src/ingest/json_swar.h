/* SPDX-License-Identifier: MIT */
/* Testing eight bytes at a time, on any machine. All read up to eight bytes from `at` on. */
#ifndef FARGAUGE_INGEST_JSON_SWAR_H
#define FARGAUGE_INGEST_JSON_SWAR_H

#include <stdint.h>
#include <string.h>

#define FG_SWAR_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes, the first in the lowest bits whatever the machine. */
static inline uint64_t fg_swar_load(const unsigned char *at)
{
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    return bytes;
}

/* Which byte the lowest bit of `mask` is in. */
static inline unsigned fg_swar_first(uint64_t mask)
{
    return (unsigned)__builtin_ctzll(mask) / 8;
}

/* Over blanks; `at` need not be one. */
static inline const unsigned char *fg_swar_blanks(const unsigned char *at)
{
    uint64_t other;
    while ((other = fg_swar_load(at) ^ FG_SWAR_EACH(' ')) == 0)
        at += 8;
    return at + fg_swar_first(other);
}

#endif
