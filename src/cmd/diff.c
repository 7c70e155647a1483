/* SPDX-License-Identifier: MIT */
/* fargauge diff: what became of one assessment's results in a later one. */
#include "cmd/screen.h"
#include "cmd/steps.h"
#include "fargauge/diff.h"

struct diff_options {
    const char *db;
    struct fg_diff_choice choice;
    const char *out;
    const char *format;
    const char *lang;
    bool csv_bom;
    uint64_t junit_max_cases, junit_max_size;
    bool exit_zero;
};

#define AT(member) offsetof(struct diff_options, member)

static const struct fg_option options[] = {
    {"db", FG_OPTION_OUTPUT, AT(db), "FILE"},
    {"from", FG_OPTION_TEXT, AT(choice.from), "A"},
    {"to", FG_OPTION_TEXT, AT(choice.to), "B"},
    {"out", FG_OPTION_OUTPUT_DIR, AT(out), "DIR"},
    {"format", FG_OPTION_TEXT, AT(format), "LIST"},
    {"only-new", FG_OPTION_FLAG, AT(choice.only_new), ""},
    {"lang", FG_OPTION_CHOICE, AT(lang), "en|ja"},
    {"csv-bom", FG_OPTION_FLAG, AT(csv_bom), ""},
    {"junit-max-cases", FG_OPTION_NUMBER, AT(junit_max_cases), "N"},
    {"junit-max-size", FG_OPTION_SIZE, AT(junit_max_size), "SIZE"},
    {"exit-zero", FG_OPTION_FLAG, AT(exit_zero), ""},
    {NULL, FG_OPTION_FLAG, 0, ""},
};

enum { ROWS_MOST = 40, COUNTS_FAILED = 2 };

static const struct fg_table_column words[] = {{FG_TABLE_LEFT, 0}, {FG_TABLE_WRAP, 0}};
static const struct fg_table_column counts[] = {{FG_TABLE_LEFT, 0}, {FG_TABLE_RIGHT, 0}, {FG_TABLE_RIGHT, 0}, {FG_TABLE_CUT, 1}};
static const struct fg_table_column rows[] = {
    {FG_TABLE_LEFT, 0}, {FG_TABLE_LEFT, 0}, {FG_TABLE_LEFT, 2}, {FG_TABLE_LEFT, 3}, {FG_TABLE_CUT, 0}, {FG_TABLE_LEFT, 1},
};

static const struct fg_screen_part parts[] = {
    {"queries/diff_screen_head", words, 2, FG_SCREEN_NONE, FG_SCREEN_NONE, true},
    {"queries/diff_screen_counts", counts, 4, COUNTS_FAILED, FG_SCREEN_NONE, false},
    {"queries/diff_screen_rows", rows, 6, FG_SCREEN_NONE, FG_SCREEN_NONE, false},
};

/* Of the first period. */
static const struct fg_screen_part first_parts[] = {
    {"queries/diff_first", words, 2, FG_SCREEN_NONE, FG_SCREEN_NONE, true},
};

static void tell_written(void *context, const char *path)
{
    fg_log_line(context, "Wrote %s", path);
}

static int write_reports(const struct fg_run *run, struct fg_store *store, const struct diff_options *chosen,
                         struct fg_error *err)
{
    const struct fg_diff_output output = {chosen->out, chosen->format, chosen->lang == NULL ? "en" : chosen->lang,
                                          chosen->csv_bom, chosen->junit_max_cases, chosen->junit_max_size};
    if (chosen->out == NULL)
        return 0;
    return fg_make_folder(chosen->out, err) < 0 ? -1 : fg_diff_write(store, &output, tell_written, run->log, err);
}

/* What was compared. */
static int tell(const struct fg_run *run, struct fg_store *store, const struct diff_options *chosen,
                const struct fg_screen_values *values, int64_t *ret_failures, struct fg_error *err)
{
    if (fg_screen_print(run, store, parts, sizeof parts / sizeof parts[0], values, err) < 0 ||
        write_reports(run, store, chosen, err) < 0)
        return -1;
    return fg_diff_count(store, ret_failures, err);
}

/* All of it, of one state of the database. */
static int compare(const struct fg_run *run, struct fg_store *store, const struct diff_options *chosen, int *ret_code,
                   struct fg_error *err)
{
    const struct fg_screen_values values = {chosen->lang, chosen->db, ROWS_MOST};
    int64_t failures = 0;
    if (fg_store_begin_read(store, err) < 0)
        return -1;
    int status = fg_diff_prepare(store, chosen->db, &chosen->choice, err);
    if (status == 0)
        status = tell(run, store, chosen, &values, &failures, err);
    else if (status > 0)
        status = fg_screen_print(run, store, first_parts, 1, &values, err);
    fg_store_rollback(store); /* it only read */
    *ret_code = failures > 0 && !chosen->exit_zero ? FG_FAILED_CONTROLS : FG_OK;
    return status;
}

static int run_diff(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct diff_options *chosen = parsed;
    struct fg_store *store;
    int code = FG_OK;
    if (chosen->db == NULL) {
        fg_error_set(err, FG_USAGE, "diff: --db is missing");
        return fg_error_hint(err, "name the audit's database: fargauge diff --db FILE");
    }
    if (chosen->format != NULL && chosen->out == NULL) {
        fg_error_set(err, FG_USAGE, "diff: --format is of no use without --out");
        return fg_error_hint(err, "say where the files go: fargauge diff --db FILE --out DIR");
    }
    if (fg_diff_check_formats(chosen->format, err) < 0 ||
        fg_store_open(chosen->db, false, run->resources, &store, err) < 0)
        return -1;
    int status = compare(run, store, chosen, &code, err);
    return fg_store_close_after(store, status, err) < 0 ? -1 : code;
}

const struct fg_command fg_command_diff = {
    .name = "diff",
    .options = options,
    .options_size = sizeof(struct diff_options),
    .run = run_diff,
};
