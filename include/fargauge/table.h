/* SPDX-License-Identifier: MIT */
/*
 * A table on the screen that fits the width.
 *
 * A column is as wide as its widest cell. Where all of them do not fit, the column that may be cut gives up room, down to
 * FG_TABLE_CUT_LEAST columns of the screen; then columns are left out, in the order that their `leave` says, until the
 * rest fits (or nothing is left that may be). A column that wraps stands last and takes several lines. With the width 0 everything is shown whole.
 *
 * Cells pass visible.h before they are measured, so what is counted is what is drawn; width.h counts.
 */
#ifndef FARGAUGE_TABLE_H
#define FARGAUGE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "fargauge/buf.h"
#include "fargauge/log.h"

enum { FG_TABLE_CUT_LEAST = 16, FG_TABLE_COLUMNS_MAX = 16, FG_TABLE_GAP = 2 };

enum fg_table_kind {
    FG_TABLE_LEFT,
    FG_TABLE_RIGHT,
    FG_TABLE_CUT,  /* left; what is too long ends in ".." */
    FG_TABLE_WRAP, /* left; what is too long goes on below. The last column only */
};

struct fg_table_column {
    enum fg_table_kind kind;
    unsigned leave; /* 1 is left out first; 0 never */
};

struct fg_table_cell;

struct fg_table {
    const struct fg_table_column *columns; /* borrowed */
    size_t count;                          /* of columns */
    struct fg_table_cell *cells;           /* row by row */
    size_t cell_count, room;
    struct fg_buf text;                    /* of the cells */
    bool failed;                           /* memory was missing */
};

/* `table` is the caller's, to be given to fg_table_done(); `columns` must outlive it. */
void fg_table_init(struct fg_table *table, const struct fg_table_column *columns, size_t count);
void fg_table_done(struct fg_table *table);

/* Append a cell, from left to right, row by row. The text is copied; NULL is an empty cell. */
void fg_table_add(struct fg_table *table, enum fg_style style, const char *text);

/* Called for each line. Pieces are borrowed; the text has no blanks at its end. */
typedef void fg_table_line_fn(void *context, const struct fg_piece *pieces, size_t count);

/* Lay the table out in `width` columns, 0: any number. Errors: memory. */
int fg_table_lines(const struct fg_table *table, size_t width, fg_table_line_fn *line, void *context,
                   struct fg_error *err);

#endif
