/* SPDX-License-Identifier: MIT */
/* fargauge status: the newest assessment on the screen. SQL counts, fg_table lays out. */
#include <string.h>

#include "cmd/steps.h"
#include "fargauge/buf.h"
#include "fargauge/table.h"
#include "render/filter.h"

struct status_options {
    const char *db;
    const char *lang;
    bool exit_zero;
};

#define AT(member) offsetof(struct status_options, member)

static const struct fg_option options[] = {
    {"db", FG_OPTION_TEXT, AT(db), "FILE", "the audit's database"},
    {"lang", FG_OPTION_CHOICE, AT(lang), "en|ja", "the texts' language (default en)"},
    {"exit-zero", FG_OPTION_FLAG, AT(exit_zero), "", "exit with 0 although something FAILED"},
    {NULL, FG_OPTION_FLAG, 0, "", ""},
};

enum { ACCOUNTS_MOST = 20 };

/* The screen's parts, each a query and the table that its first columns fill. */
static const struct fg_table_column words[] = {{FG_TABLE_LEFT, 0}, {FG_TABLE_WRAP, 0}};
static const struct fg_table_column controls[] = {
    {FG_TABLE_LEFT, 0},  {FG_TABLE_LEFT, 2},  {FG_TABLE_CUT, 1},   {FG_TABLE_RIGHT, 0},
    {FG_TABLE_RIGHT, 5}, {FG_TABLE_RIGHT, 6}, {FG_TABLE_RIGHT, 4}, {FG_TABLE_RIGHT, 3},
};
static const struct fg_table_column accounts[] = {{FG_TABLE_LEFT, 0}, {FG_TABLE_RIGHT, 0}, {FG_TABLE_RIGHT, 1}};

enum { NONE = -1, CONTROLS_FAILED = 3, CONTROLS_OPEN = 4, ACCOUNTS_FAILED = 1 };

static const struct part {
    const char *query;
    const struct fg_table_column *columns;
    int count;
    int failed, open; /* columns whose numbers stand out, or NONE */
    bool is_words;    /* a word and what it says: behind it stands whether that is an alarm. Else: heading, rows, sum */
} parts[] = {
    {"queries/status_head", words, 2, NONE, NONE, true},
    {"queries/status_controls", controls, 8, CONTROLS_FAILED, CONTROLS_OPEN, false},
    {"queries/status_accounts", accounts, 3, ACCOUNTS_FAILED, NONE, false},
    {"queries/status_notes", words, 2, NONE, NONE, true},
};

/* Colour says again what the numbers say. */
static enum fg_style style_of(const struct part *part, struct fg_statement *query, int column)
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

static int fill(const struct part *part, struct fg_statement *query, struct fg_table *table, struct fg_error *err)
{
    int step;
    while ((step = fg_step(query, err)) > 0)
        for (int i = 0; i < part->count; i++)
            fg_table_add(table, style_of(part, query, i), fg_column_text(query, i));
    return step;
}

/* The path as a word that a shell takes back; what it cannot show, the screen escapes. */
static void bind_path(struct fg_statement *query, const char *path)
{
    FG_BUF_AUTO word = FG_BUF_INIT;
    fg_filter_find("shell", strlen("shell"))->apply(path, strlen(path), &word);
    fg_bind_text(query, "db", fg_buf_text(&word));
}

static void print_line(void *context, const struct fg_piece *pieces, size_t count)
{
    fg_log_pieces(context, pieces, count);
}

static int print_part(const struct fg_run *run, struct fg_store *store, const struct status_options *chosen,
                      const struct part *part, struct fg_error *err)
{
    struct fg_statement *query;
    struct fg_table table;
    if (fg_store_statement(store, part->query, &query, err) < 0)
        return -1;
    fg_bind_text(query, "lang", chosen->lang == NULL ? "en" : chosen->lang);
    if (fg_statement_takes(query, "most"))
        fg_bind_int(query, "most", ACCOUNTS_MOST);
    if (fg_statement_takes(query, "db"))
        bind_path(query, chosen->db);
    fg_table_init(&table, part->columns, (size_t)part->count);
    int status = fill(part, query, &table, err);
    if (status == 0)
        status = fg_table_lines(&table, fg_log_width(), print_line, run->log, err);
    fg_table_done(&table);
    return status;
}

/* All of it, of one state of the database. */
static int print_status(const struct fg_run *run, struct fg_store *store, const struct status_options *chosen,
                        int *ret_code, struct fg_error *err)
{
    if (fg_store_begin_read(store, err) < 0)
        return -1;
    int status = fg_step_need_assessment(store, "status", chosen->db, err);
    for (size_t i = 0; status == 0 && i < sizeof parts / sizeof parts[0]; i++) {
        if (i > 0)
            fg_log_line(run->log, "%s", "");
        status = print_part(run, store, chosen, &parts[i], err);
    }
    if (status == 0)
        status = fg_step_verdict(store, ret_code, err);
    fg_store_rollback(store); /* it only read */
    return status;
}

static int run_status(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct status_options *chosen = parsed;
    struct fg_store *store;
    int code = FG_OK;
    if (chosen->db == NULL) {
        fg_error_set(err, FG_USAGE, "status: --db is missing");
        return fg_error_hint(err, "name the audit's database: fargauge status --db FILE");
    }
    if (fg_store_open(chosen->db, false, run->resources, &store, err) < 0)
        return -1;
    int status = print_status(run, store, chosen, &code, err);
    fg_store_close(store);
    if (status < 0)
        return -1;
    return chosen->exit_zero ? FG_OK : code;
}

const struct fg_command fg_command_status = {
    .name = "status",
    .arguments = "--db FILE",
    .summary = "show the newest assessment on the screen",
    .details = "Which assessment it is, results by control, failures by account, gaps, waivers, and what to do next: the\n"
               "numbers of the reports. On a terminal the tables fit its width; into a file or a pipe everything is written\n"
               "whole. COLUMNS sets the width for both. Exit code as of assess.\n",
    .options = options,
    .options_size = sizeof(struct status_options),
    .run = run_status,
};
