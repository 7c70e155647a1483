/* SPDX-License-Identifier: MIT */
/*
 * One CSV cell (RFC 4180), safe to open in a spreadsheet.
 *
 * Cells that need quotes are quoted by libcsv, others stand bare, so that `cut` and `grep` serve. Before that
 *   1. a cell that a spreadsheet might run as a formula gets an apostrophe in front: one that begins, after blanks
 *      and quotes, with = + - @ or their full-width forms (an Excel in Japanese takes them for the same), or with
 *      a line feed; and one that begins with an apostrophe itself;
 *   2. these become escapes, \uXXXX as in JSON, \xXX for a byte that is not UTF-8: characters that must not be
 *      drawn (visible.h) and tabs, which separate cells elsewhere and which LibreOffice drops from cells of several
 *      lines (line feeds stay); a formula's first character where a cell begins to a program that takes semicolons or
 *      line feeds for separators, as Excel does in half of Europe; and the backslash of a text that looks like such
 *      an escape.
 * Both are undone without loss, in this order: a cell that starts with an apostrophe loses that one; every escape
 * becomes its character. docs/csv.md tells it to users.
 * Source: OWASP, "CSV Injection", which asks for the separators too.
 */
#ifndef FARGAUGE_CSV_H
#define FARGAUGE_CSV_H

#include <stddef.h>

#include "fargauge/buf.h"

/* Append the cell, with its quotes where it needs them, without the comma. */
void fg_csv_add_cell(struct fg_buf *out, const char *text, size_t len);

#endif
