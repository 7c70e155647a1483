/* SPDX-License-Identifier: MIT */
/*
 * What the scanner's loops leave to be done byte by byte: characters that are not ASCII, rare
 * escapes, unusual numbers, words across the end of a piece, and everything that is wrong.
 *
 * All of them start at scan->at and leave it behind what they took, or, where they fail, at the
 * fault.
 */
#ifndef FARGAUGE_INGEST_JSON_TOKEN_H
#define FARGAUGE_INGEST_JSON_TOKEN_H

#include <stdbool.h>

#include "ingest/json_scan.h"

/* The bytes that may follow a backslash and complete the escape. */
extern const bool fg_short_escapes[256];

/* Within a string, at a byte that is no quote: over an escape or some characters that are not
 * ASCII. A control character is a fault. */
enum fg_scan_result fg_token_special(struct fg_scan *scan);

/* Over the rest of a number, of which scan->number tells how far it has come; 0 at its start. */
enum fg_scan_result fg_token_number(struct fg_scan *scan);

/* Over true, false or null, from its first letter. */
enum fg_scan_result fg_token_word(struct fg_scan *scan);

#endif
