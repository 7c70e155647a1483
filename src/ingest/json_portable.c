/* SPDX-License-Identifier: MIT */
/* The scanner's loops for any machine: eight bytes at a time. */
#include "ingest/json_run.h"
#include "ingest/json_swar.h"

#define TARGET
#define LOOPS fg_scan_portable
#define NAME "portable"

/* The high bit of each byte that is a quote, a backslash, a control character or not ASCII. The
 * subtractions may borrow from the byte above, so only the lowest bit that is set can be trusted;
 * what they do to bytes that are not ASCII does not matter, those are marked anyway. */
static inline uint64_t special_bytes(uint64_t bytes)
{
    uint64_t quote = (bytes ^ FG_SWAR_EACH('"')) - FG_SWAR_EACH(1);
    uint64_t backslash = (bytes ^ FG_SWAR_EACH('\\')) - FG_SWAR_EACH(1);
    uint64_t control = bytes - FG_SWAR_EACH(0x20);
    return (bytes | quote | backslash | control) & FG_SWAR_EACH(0x80);
}

static inline const unsigned char *plain(const unsigned char *at, struct fg_scan_hints *hints)
{
    (void)hints;
    uint64_t special;
    while ((special = special_bytes(fg_swar_load(at))) == 0)
        at += 8;
    return at + fg_swar_first(special);
}

static inline const unsigned char *blanks(const unsigned char *at, struct fg_scan_hints *hints)
{
    (void)hints;
    return fg_swar_blanks(at);
}

static bool works(void)
{
    return true;
}

#include "ingest/json_run.inc"
