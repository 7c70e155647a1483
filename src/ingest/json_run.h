/* SPDX-License-Identifier: MIT */
/*
 * The scanner's loops. json_run.inc is compiled once for each kind of processor, so that what tests
 * many bytes at a time is inlined: json_portable.c, json_sse2.c, json_avx2.c.
 */
#ifndef FARGAUGE_INGEST_JSON_RUN_H
#define FARGAUGE_INGEST_JSON_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "ingest/json_scan.h"

#if defined __x86_64__ && defined __GNUC__
#define FG_SCAN_X86
#endif

struct fg_scan_loops {
    const char *name;
    bool (*works)(void); /* on this machine */
    enum fg_scan_result (*run)(struct fg_scan *scan, unsigned floor); /* as fg_scan_run() */
    enum fg_scan_result (*string)(struct fg_scan *scan);              /* as fg_scan_string() */
};

extern const struct fg_scan_loops fg_scan_portable;
#ifdef FG_SCAN_X86
extern const struct fg_scan_loops fg_scan_sse2, fg_scan_avx2;
#endif

/* What vectors have found out about the text already; never needed for the result. */
struct fg_scan_hints {
    const unsigned char *base;
    uint64_t special; /* from `base` on, where a string needs attention; 0: not known */
    unsigned indent;  /* of the last line, if it is below 64 */
};

/* The kind of each byte, and what a kind means in each state. A row has a length that can be
 * multiplied by shifting. */
enum { FG_SCAN_CLASSES = 16 };
extern const unsigned char fg_scan_classes[256];
extern const unsigned char fg_scan_grammar[FG_SCAN_STATES][FG_SCAN_CLASSES];

/* One level down, into an object or array: the state at its start. */
static inline enum fg_scan_state fg_scan_down(struct fg_scan *scan, bool object)
{
    scan->after[++scan->depth] = object ? FG_SCAN_NEXT_MEMBER : FG_SCAN_NEXT_ELEMENT;
    return object ? FG_SCAN_FIRST_KEY : FG_SCAN_FIRST_ELEMENT;
}

#endif
