/* SPDX-License-Identifier: MIT */
/*
 * How many columns of a terminal a text takes: 2 for East Asian wide and full-width characters and for emoji, 0 for
 * what combines with the character before, 1 for everything else.
 *
 * Characters of ambiguous width count one, as terminals show them unless told otherwise. Combining marks are those of
 * Latin and Japanese text; those of other scripts count one, which costs a table's edge a column. Text that holds what
 * must not be drawn passes visible.h before.
 *
 * Why not wcwidth(): it asks the locale, and what it answers differs between systems; reports and screens must not.
 * Source: Unicode 14, EastAsianWidth.txt (W and F), with unassigned characters counted as their neighbours.
 */
#ifndef FARGAUGE_WIDTH_H
#define FARGAUGE_WIDTH_H

#include <stddef.h>
#include <stdint.h>

/* 0, 1 or 2. */
unsigned fg_width_of(uint32_t code);

/* Of `len` bytes; bytes that are not UTF-8 count one each. */
size_t fg_width(const char *text, size_t len);

/* Bytes at the start of `text` that take `width` columns at most. */
size_t fg_width_span(const char *text, size_t len, size_t width);

/* Bytes at the start of `text` that make a line of `width` columns: all of it, or up to where a line may end (behind a
 * blank, or beside a wide character, but not before a closing mark or behind an opening one). A word that is longer than a
 * line stays whole. Sets *ret_next to where the next line begins. */
size_t fg_width_line(const char *text, size_t len, size_t width, size_t *ret_next);

#endif
