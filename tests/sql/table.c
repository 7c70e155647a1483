/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <csv.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One row being read. */
struct reading {
    struct table *table;
    char *cells[TABLE_COLUMNS_MAX];
    size_t cell_count;
    bool header_read;
    bool bad;
};

static void on_cell(void *text, size_t len, void *context)
{
    struct reading *reading = context;
    char *copy = malloc(len + 1);
    if (copy == NULL || reading->cell_count == TABLE_COLUMNS_MAX) {
        free(copy);
        reading->bad = true;
        return;
    }
    if (len > 0)
        memcpy(copy, text, len);
    copy[len] = '\0';
    reading->cells[reading->cell_count++] = copy;
}

static void keep_row(struct reading *reading)
{
    struct table *table = reading->table;
    void *more = realloc(table->rows, (table->count + 1) * sizeof *table->rows);
    if (more == NULL || reading->cell_count != table->columns) {
        reading->bad = true;
        table->rows = more != NULL ? more : table->rows;
        return;
    }
    table->rows = more;
    memset(table->rows[table->count], 0, sizeof *table->rows);
    memcpy(table->rows[table->count], reading->cells, reading->cell_count * sizeof(char *));
    table->count++;
    reading->cell_count = 0;
}

static void on_row(int end, void *context)
{
    struct reading *reading = context;
    (void)end;
    if (reading->bad)
        return;
    if (reading->header_read) {
        keep_row(reading);
        return;
    }
    memcpy(reading->table->header, reading->cells, reading->cell_count * sizeof(char *));
    reading->table->columns = reading->cell_count;
    reading->cell_count = 0;
    reading->header_read = true;
}

static int read_all(FILE *file, const char *path, struct reading *reading, struct fg_error *err)
{
    struct csv_parser parser;
    char bytes[4096];
    size_t len;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return fg_error_memory(err);
    while ((len = fread(bytes, 1, sizeof bytes, file)) > 0 && !reading->bad)
        if (csv_parse(&parser, bytes, len, on_cell, on_row, reading) != len)
            reading->bad = true;
    if (csv_fini(&parser, on_cell, on_row, reading) != 0)
        reading->bad = true;
    csv_free(&parser);
    if (!reading->bad)
        return 0;
    return fg_error_set(err, FG_INPUT, "%s: line %zu: not a row of this table", path,
                        table_line(reading->table->count));
}

int table_read(const char *path, struct table *ret_table, struct fg_error *err)
{
    struct reading reading = {.table = ret_table};
    *ret_table = (struct table){0};
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return fg_error_set(err, FG_IO, "%s: %s", path, strerror(errno));
    int status = read_all(file, path, &reading, err);
    fclose(file);
    for (size_t i = 0; i < reading.cell_count; i++)
        free(reading.cells[i]);
    return status;
}

void table_done(struct table *table)
{
    for (size_t i = 0; i < table->columns; i++)
        free(table->header[i]);
    for (size_t row = 0; row < table->count; row++)
        for (size_t i = 0; i < table->columns; i++)
            free(table->rows[row][i]);
    free(table->rows);
    *table = (struct table){0};
}

static const char *find_cell(const struct table *table, size_t row, const char *column)
{
    for (size_t i = 0; i < table->columns; i++)
        if (strcmp(table->header[i], column) == 0)
            return table->rows[row][i];
    return NULL;
}

const char *table_cell(const struct table *table, size_t row, const char *column)
{
    const char *cell = find_cell(table, row, column);
    if (cell != NULL)
        return cell;
    printf("Bail out! the table has no column %s\n", column);
    exit(EXIT_FAILURE);
}

const char *table_cell_if_any(const struct table *table, size_t row, const char *column)
{
    const char *cell = find_cell(table, row, column);
    return cell != NULL ? cell : "";
}

size_t table_line(size_t row)
{
    return row + 2;
}
