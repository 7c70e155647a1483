/* SPDX-License-Identifier: MIT */
#include "fargauge/table.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/visible.h"
#include "fargauge/width.h"

struct fg_table_cell {
    size_t at, len; /* in table->text */
    size_t width;
    enum fg_style style;
};

void fg_table_init(struct fg_table *table, const struct fg_table_column *columns, size_t count)
{
    *table = (struct fg_table){.columns = columns, .count = count, .text = FG_BUF_INIT};
}

void fg_table_done(struct fg_table *table)
{
    free(table->cells);
    fg_buf_done(&table->text);
}

void fg_table_add(struct fg_table *table, enum fg_style style, const char *text)
{
    struct fg_table_cell cell = {.at = table->text.len, .style = style};
    if (table->cell_count == table->room) {
        size_t room = 2 * table->room + 64;
        struct fg_table_cell *cells = realloc(table->cells, room * sizeof *cells);
        if (cells == NULL) {
            table->failed = true;
            return;
        }
        table->cells = cells;
        table->room = room;
    }
    if (text != NULL)
        fg_visible_add_line(&table->text, text, strlen(text));
    table->failed |= table->text.failed;
    cell.len = table->text.len - cell.at;
    cell.width = table->failed ? 0 : fg_width(fg_buf_text(&table->text) + cell.at, cell.len);
    table->cells[table->cell_count++] = cell;
}

/* ---- Widths ---- */

/* A column that is left out. */
#define LEFT_OUT SIZE_MAX

struct layout {
    size_t widths[FG_TABLE_COLUMNS_MAX];
};

static void measure(const struct fg_table *table, struct layout *layout)
{
    for (size_t i = 0; i < table->count; i++)
        layout->widths[i] = 0;
    for (size_t i = 0; i < table->cell_count; i++) {
        size_t *width = &layout->widths[i % table->count];
        if (table->cells[i].width > *width)
            *width = table->cells[i].width;
    }
}

static size_t total(const struct fg_table *table, const struct layout *layout)
{
    size_t sum = 0;
    for (size_t i = 0; i < table->count; i++)
        if (layout->widths[i] != LEFT_OUT)
            sum += (sum > 0 ? (size_t)FG_TABLE_GAP : 0) + layout->widths[i];
    return sum;
}

/* Take what is too much from the column that can give, down to `least`. */
static void shrink(const struct fg_table *table, struct layout *layout, size_t width, enum fg_table_kind kind,
                   size_t least)
{
    for (size_t i = 0; i < table->count; i++) {
        size_t sum = total(table, layout), *own = &layout->widths[i];
        if (table->columns[i].kind != kind || *own == LEFT_OUT || sum <= width || *own <= least)
            continue;
        *own = *own - least > sum - width ? *own - (sum - width) : least;
    }
}

/* The column that is left out next; table->count where there is none. */
static size_t next_to_leave(const struct fg_table *table, const struct layout *layout)
{
    size_t found = table->count;
    for (size_t i = 0; i < table->count; i++) {
        unsigned leave = table->columns[i].leave;
        if (leave > 0 && layout->widths[i] != LEFT_OUT &&
            (found == table->count || leave < table->columns[found].leave))
            found = i;
    }
    return found;
}

/* A column that was left out may have taken more than was too much: the column that is cut gets the rest. */
static void give_back(const struct fg_table *table, struct layout *layout, size_t width)
{
    struct layout whole;
    measure(table, &whole);
    for (size_t i = 0; i < table->count; i++) {
        size_t sum = total(table, layout), *own = &layout->widths[i];
        if (table->columns[i].kind != FG_TABLE_CUT || *own == LEFT_OUT || sum >= width)
            continue;
        size_t more = width - sum, lost = whole.widths[i] - *own;
        *own += more < lost ? more : lost;
    }
}

static void fit(const struct fg_table *table, struct layout *layout, size_t width)
{
    measure(table, layout);
    if (width == 0)
        return;
    shrink(table, layout, width, FG_TABLE_CUT, FG_TABLE_CUT_LEAST);
    shrink(table, layout, width, FG_TABLE_WRAP, FG_TABLE_CUT_LEAST);
    for (size_t column; total(table, layout) > width && (column = next_to_leave(table, layout)) < table->count;)
        layout->widths[column] = LEFT_OUT;
    give_back(table, layout, width);
}

/* ---- Lines ---- */

struct printer {
    const struct fg_table *table;
    const struct layout *layout;
    fg_table_line_fn *line;
    void *context;
    struct fg_buf room; /* the texts of a line's pieces, each with its NUL */
    size_t starts[2 * FG_TABLE_COLUMNS_MAX];
    struct fg_piece pieces[2 * FG_TABLE_COLUMNS_MAX];
    size_t count;
    bool failed;
};

static void begin_piece(struct printer *printer, enum fg_style style)
{
    printer->starts[printer->count] = printer->room.len;
    printer->pieces[printer->count++].style = style;
}

static void end_piece(struct printer *printer)
{
    fg_buf_add_char(&printer->room, '\0');
}

static void add_blanks(struct fg_buf *out, size_t count)
{
    while (count-- > 0)
        fg_buf_add_char(out, ' ');
}

/* The text as it fits: whole, or cut. */
static void add_cut(struct fg_buf *out, const char *text, size_t len, size_t width)
{
    size_t span = fg_width(text, len) <= width ? len : fg_width_span(text, len, width < 2 ? 0 : width - 2);
    size_t used = fg_width(text, span);
    fg_buf_add(out, text, span);
    for (size_t i = 0; span < len && i < 2 && used < width; i++, used++)
        fg_buf_add_char(out, '.');
}

/* Blanks between cells are a piece of their own, so that no style reaches over them. */
static void add_gap(struct printer *printer, size_t *blanks)
{
    if (*blanks == 0)
        return;
    begin_piece(printer, FG_STYLE_PLAIN);
    add_blanks(&printer->room, *blanks);
    end_piece(printer);
    *blanks = 0;
}

static void add_cell(struct printer *printer, enum fg_style style, const char *text, size_t len, size_t width,
                     bool right, size_t *blanks)
{
    size_t used = fg_width(text, len), rest = used < width ? width - used : 0;
    *blanks += right ? rest : 0;
    if (len > 0) {
        add_gap(printer, blanks);
        begin_piece(printer, style);
        if (used > width)
            add_cut(&printer->room, text, len, width);
        else
            fg_buf_add(&printer->room, text, len);
        end_piece(printer);
    }
    *blanks += right ? 0 : rest;
}

static void end_line(struct printer *printer)
{
    for (size_t i = 0; !printer->room.failed && i < printer->count; i++)
        printer->pieces[i].text = printer->room.data + printer->starts[i];
    printer->failed |= printer->room.failed;
    if (!printer->failed)
        printer->line(printer->context, printer->pieces, printer->count);
    fg_buf_clear(&printer->room);
    printer->count = 0;
}

/* One line of a row; of the column that wraps what stands from *wrapped on. Sets it to where the next line begins, and to
 * the end where there is none. */
static void print_line(struct printer *printer, const struct fg_table_cell *row, size_t *wrapped)
{
    const struct fg_table *table = printer->table;
    bool first = *wrapped == 0;
    size_t blanks = 0;
    for (size_t i = 0, shown = 0; i < table->count; i++) {
        const char *text = fg_buf_text(&table->text) + row[i].at;
        size_t len = first ? row[i].len : 0, width = printer->layout->widths[i];
        if (width == LEFT_OUT)
            continue;
        blanks += shown++ > 0 ? (size_t)FG_TABLE_GAP : 0;
        if (table->columns[i].kind == FG_TABLE_WRAP) {
            size_t next, rest = row[i].len - *wrapped;
            len = fg_width_line(text + *wrapped, rest, width, &next);
            text += *wrapped;
            *wrapped += next;
            width = fg_width(text, len); /* a long word is not cut */
        }
        add_cell(printer, row[i].style, text, len, width, table->columns[i].kind == FG_TABLE_RIGHT, &blanks);
    }
    end_line(printer);
}

/* The column that wraps, where there is one and it is shown. */
static size_t wrapping(const struct fg_table *table, const struct layout *layout)
{
    size_t last = table->count - 1;
    return table->columns[last].kind == FG_TABLE_WRAP && layout->widths[last] != LEFT_OUT ? last : table->count;
}

static void print_row(struct printer *printer, const struct fg_table_cell *row)
{
    size_t last = wrapping(printer->table, printer->layout), wrapped = 0;
    do
        print_line(printer, row, &wrapped);
    while (last < printer->table->count && wrapped < row[last].len);
}

int fg_table_lines(const struct fg_table *table, size_t width, fg_table_line_fn *line, void *context,
                   struct fg_error *err)
{
    struct layout layout;
    if (table->failed)
        return fg_error_memory(err);
    fit(table, &layout, width);
    struct printer printer = {.table = table, .layout = &layout, .line = line, .context = context};
    for (size_t i = 0; i + table->count <= table->cell_count; i += table->count)
        print_row(&printer, table->cells + i);
    fg_buf_done(&printer.room);
    return printer.failed ? fg_error_memory(err) : 0;
}
