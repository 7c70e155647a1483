/* SPDX-License-Identifier: MIT */
#include "cmd/screen.h"

#include <string.h>

#include "fargauge/buf.h"
#include "render/filter.h"

/* Colour says again what the numbers say. */
static enum fg_style style_of(const struct fg_screen_part *part, struct fg_statement *query, int column)
{
    int64_t mark = fg_column_int(query, part->count); /* the alarm, or which part of the table: 0 heading, 2 sum */
    if (part->is_words && column == 0)
        return FG_STYLE_STRONG;
    if (part->is_words)
        return mark > 0 ? FG_STYLE_CAUTION : FG_STYLE_PLAIN;
    if (mark == 0)
        return FG_STYLE_STRONG;
    if (fg_column_int(query, column) > 0 && column == part->failed)
        return FG_STYLE_ALARM;
    if (fg_column_int(query, column) > 0 && column == part->open)
        return FG_STYLE_CAUTION;
    return mark == 2 ? FG_STYLE_STRONG : FG_STYLE_PLAIN;
}

static int fill(const struct fg_screen_part *part, struct fg_statement *query, struct fg_table *table, struct fg_error *err)
{
    int step;
    while ((step = fg_step(query, err)) > 0)
        for (int i = 0; i < part->count; i++)
            fg_table_add(table, style_of(part, query, i), fg_column_text(query, i));
    return step;
}

/* The path as a word that a shell takes back; what it cannot show, the screen escapes. */
static int bind_path(struct fg_statement *query, const char *path, struct fg_error *err)
{
    FG_BUF_AUTO word = FG_BUF_INIT;
    fg_filter_find("shell", strlen("shell"))->apply(path, strlen(path), &word);
    if (word.failed)
        return fg_error_memory(err);
    fg_bind_text(query, "db", fg_buf_text(&word));
    return 0;
}

static void print_line(void *context, const struct fg_piece *pieces, size_t count)
{
    fg_log_pieces(context, pieces, count);
}

static int print_part(const struct fg_run *run, struct fg_store *store, const struct fg_screen_part *part,
                      const struct fg_screen_values *values, struct fg_error *err)
{
    struct fg_statement *query;
    struct fg_table table;
    if (fg_store_statement(store, part->query, &query, err) < 0)
        return -1;
    fg_bind_text(query, "lang", values->lang == NULL ? "en" : values->lang);
    if (fg_statement_takes(query, "most"))
        fg_bind_int(query, "most", values->most);
    if (fg_statement_takes(query, "db") && bind_path(query, values->db, err) < 0)
        return -1;
    fg_table_init(&table, part->columns, (size_t)part->count);
    int status = fill(part, query, &table, err);
    if (status == 0)
        status = fg_table_lines(&table, fg_log_width(), print_line, run->log, err);
    fg_table_done(&table);
    return status;
}

int fg_screen_print(const struct fg_run *run, struct fg_store *store, const struct fg_screen_part *parts, size_t count,
                    const struct fg_screen_values *values, struct fg_error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            fg_log_line(run->log, "%s", "");
        if (print_part(run, store, &parts[i], values, err) < 0)
            return -1;
    }
    return 0;
}
