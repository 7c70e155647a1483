/* SPDX-License-Identifier: MIT */
/*
 * One CSV cell (RFC 4180), safe to open in a spreadsheet.
 *
 * Cells that need quotes are quoted by libcsv, others stand bare, so that `cut` and `grep` serve. Before that
 *   1. a cell that starts with = + - @ (or their full-width forms, which Japanese Excel takes for
 *      the same), tab, carriage return or line feed, and which a spreadsheet might run as a formula,
 *      gets an apostrophe in front; so does a cell that starts with an apostrophe itself;
 *   2. characters that must not be drawn become the escapes of visible.h (tab and line feed stay).
 * Rule 1 can be undone without loss: a cell that starts with an apostrophe loses that one.
 * Source: OWASP, "CSV Injection".
 */
#ifndef FARGAUGE_CSV_H
#define FARGAUGE_CSV_H

#include <stddef.h>

#include "fargauge/buf.h"

/* Append the cell, with its quotes where it needs them, without the comma. */
void fg_csv_add_cell(struct fg_buf *out, const char *text, size_t len);

#endif
