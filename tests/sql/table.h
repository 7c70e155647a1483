/* SPDX-License-Identifier: MIT */
/*
 * A CSV table with a header row, held in memory. Rows are numbered from 0 below the header; line() gives
 * the line a reader's editor shows, as long as no cell holds a line break (these tables have none).
 */
#ifndef FARGAUGE_TESTS_TABLE_H
#define FARGAUGE_TESTS_TABLE_H

#include <stddef.h>

#include "fargauge/error.h"

enum { TABLE_COLUMNS_MAX = 32 };

struct table {
    char *header[TABLE_COLUMNS_MAX];
    size_t columns;
    char *(*rows)[TABLE_COLUMNS_MAX];
    size_t count;
};

/* Errors: FG_IO, FG_INPUT (a row with more or fewer cells than the header). */
int table_read(const char *path, struct table *ret_table, struct fg_error *err);
void table_done(struct table *table);

/* The cell's text, borrowed; "" where it is empty. A column that the table lacks ends the program. */
const char *table_cell(const struct table *table, size_t row, const char *column);
/* The same for a column that not every table has: "" where there is none. */
const char *table_cell_if_any(const struct table *table, size_t row, const char *column);
size_t table_line(size_t row);

#endif
