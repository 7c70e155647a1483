/* SPDX-License-Identifier: MIT */
/*
 * One rule for characters that must not be drawn as they are: control characters (C0 other than tab
 * and line feed, DEL, C1), the characters that reorder or hide text (bidirectional controls, zero
 * width ones, U+FEFF, line and paragraph separators), and what Unicode calls noncharacters. Every
 * sink shows them the way JSON would write them, `\u202E`, so a reader sees that something is there
 * and can find the same letters in the export. Broken UTF-8 is shown byte by byte as `\xFF`.
 *
 * The database keeps the original text; only sinks (HTML, XML, CSV, the screen) use this.
 */
#ifndef FARGAUGE_VISIBLE_H
#define FARGAUGE_VISIBLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fargauge/buf.h"

/* Decode one character at `at` (`len` ≥ 1 bytes left). Returns its length and sets *ret_code, or
 * returns 0 for bytes that are not UTF-8 (overlong, surrogate, above U+10FFFF, cut short). */
size_t fg_utf8_decode(const char *at, size_t len, uint32_t *ret_code);

/* Write `code`, a character, as UTF-8; returns how many bytes of `out` (1 to 4) it took. */
size_t fg_utf8_encode(uint32_t code, char out[4]);

/* True for a character that every sink must write as an escape. */
bool fg_visible_must_escape(uint32_t code);

/* Bytes at the start of `text` that can be copied as they are: no escape is due in them. */
size_t fg_visible_span(const char *text, size_t len);

enum { FG_VISIBLE_ESCAPE_SIZE = 13 }; /* "\uD83D\uDE00" and its NUL, the longest */

/* Write the escape for the character or broken byte at `at` into `out`; returns how many input bytes
 * it stands for (≥ 1). */
size_t fg_visible_escape(const char *at, size_t len, char out[FG_VISIBLE_ESCAPE_SIZE]);

/* Append `text` for a terminal: as above, and tab and line feed escaped too, on one line. */
void fg_visible_add_line(struct fg_buf *out, const char *text, size_t len);

#endif
