/* SPDX-License-Identifier: MIT */
/* The scanner's loops for every x86-64: 64 bytes at a time, in vectors of 16. */
#include "ingest/json_run.h"

#ifdef FG_SCAN_X86
#include <emmintrin.h>

#define TARGET
#define LOOPS fg_scan_sse2
#define NAME "SSE2"

typedef __m128i vector;

static inline vector load(const unsigned char *at)
{
    return _mm_loadu_si128((const __m128i *)at);
}

static inline uint64_t bits(vector flags)
{
    return (uint32_t)_mm_movemask_epi8(flags);
}

static inline vector either(vector a, vector b)
{
    return _mm_or_si128(a, b);
}

static inline vector equal(vector bytes, int byte)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)byte));
}

static inline vector below(vector bytes, int byte)
{
    return _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)byte));
}

static bool works(void)
{
    return true;
}

#include "ingest/json_vector.inc"
#include "ingest/json_run.inc"
#endif
