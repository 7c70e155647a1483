/* SPDX-License-Identifier: MIT */
/* The scanner's loops for x86-64 with AVX2: 64 bytes at a time, in vectors of 32. */
#include "ingest/json_run.h"

#ifdef FG_SCAN_X86
#include <immintrin.h>

#define TARGET __attribute__((target("avx2,bmi")))
#define LOOPS fg_scan_avx2
#define NAME "AVX2"

typedef __m256i vector;

TARGET static inline vector load(const unsigned char *at)
{
    return _mm256_loadu_si256((const __m256i *)at);
}

TARGET static inline uint64_t bits(vector flags)
{
    return (uint32_t)_mm256_movemask_epi8(flags);
}

TARGET static inline vector either(vector a, vector b)
{
    return _mm256_or_si256(a, b);
}

TARGET static inline vector equal(vector bytes, int byte)
{
    return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)byte));
}

TARGET static inline vector below(vector bytes, int byte)
{
    return _mm256_cmpgt_epi8(_mm256_set1_epi8((char)byte), bytes);
}

static bool works(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}

#include "ingest/json_vector.inc"
#include "ingest/json_run.inc"
#endif
