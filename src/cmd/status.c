/* SPDX-License-Identifier: MIT */
/* fargauge status: the newest assessment on the screen. SQL counts, fg_table lays out. */
#include "cmd/screen.h"
#include "cmd/steps.h"

struct status_options {
    const char *db;
    const char *lang;
    bool assessments;
    bool exit_zero;
};

#define AT(member) offsetof(struct status_options, member)

static const struct fg_option options[] = {
    {"db", FG_OPTION_OUTPUT, AT(db), "FILE"},
    {"lang", FG_OPTION_CHOICE, AT(lang), "en|ja"},
    {"assessments", FG_OPTION_FLAG, AT(assessments), ""},
    {"exit-zero", FG_OPTION_FLAG, AT(exit_zero), ""},
    {NULL, FG_OPTION_FLAG, 0, ""},
};

enum { ACCOUNTS_MOST = 20 };

static const struct fg_table_column words[] = {{FG_TABLE_LEFT, 0}, {FG_TABLE_WRAP, 0}};
static const struct fg_table_column controls[] = {
    {FG_TABLE_LEFT, 0},  {FG_TABLE_LEFT, 2},  {FG_TABLE_CUT, 1},   {FG_TABLE_RIGHT, 0},
    {FG_TABLE_RIGHT, 5}, {FG_TABLE_RIGHT, 6}, {FG_TABLE_RIGHT, 4}, {FG_TABLE_RIGHT, 3},
};
static const struct fg_table_column accounts[] = {{FG_TABLE_LEFT, 0}, {FG_TABLE_RIGHT, 0}, {FG_TABLE_RIGHT, 1}};

enum { CONTROLS_FAILED = 3, CONTROLS_OPEN = 4, ACCOUNTS_FAILED = 1 };

static const struct fg_screen_part parts[] = {
    {"queries/status_head", words, 2, FG_SCREEN_NONE, FG_SCREEN_NONE, true},
    {"queries/status_controls", controls, 8, CONTROLS_FAILED, CONTROLS_OPEN, false},
    {"queries/status_accounts", accounts, 3, ACCOUNTS_FAILED, FG_SCREEN_NONE, false},
    {"queries/status_notes", words, 2, FG_SCREEN_NONE, FG_SCREEN_NONE, true},
};

static const struct fg_table_column assessments[] = {
    {FG_TABLE_RIGHT, 0}, {FG_TABLE_LEFT, 0},  {FG_TABLE_LEFT, 0},  {FG_TABLE_RIGHT, 0},
    {FG_TABLE_RIGHT, 3}, {FG_TABLE_RIGHT, 4}, {FG_TABLE_RIGHT, 2}, {FG_TABLE_WRAP, 0},
};

enum { ASSESSMENTS_FAILED = 3 };

static const struct fg_screen_part list[] = {
    {"queries/status_assessments", assessments, 8, ASSESSMENTS_FAILED, FG_SCREEN_NONE, false},
};

/* Every assessment there is. Nothing fails by being listed. */
static int print_list(const struct fg_run *run, struct fg_store *store, const struct status_options *chosen,
                      struct fg_error *err)
{
    const struct fg_screen_values values = {chosen->lang, chosen->db, 0};
    int64_t count;
    if (fg_store_begin_read(store, err) < 0)
        return -1;
    int status = fg_store_number(store, "queries/count_assessments", &count, err);
    if (status == 0)
        status = count == 0 ? fg_step_need_assessment(store, "status", chosen->db, err)
                            : fg_screen_print(run, store, list, 1, &values, err);
    fg_store_rollback(store); /* it only read */
    return status;
}

/* All of it, of one state of the database. */
static int print_status(const struct fg_run *run, struct fg_store *store, const struct status_options *chosen,
                        int *ret_code, struct fg_error *err)
{
    const struct fg_screen_values values = {chosen->lang, chosen->db, ACCOUNTS_MOST};
    if (fg_store_begin_read(store, err) < 0)
        return -1;
    int status = fg_step_need_assessment(store, "status", chosen->db, err);
    if (status == 0)
        status = fg_screen_print(run, store, parts, sizeof parts / sizeof parts[0], &values, err);
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
    int status = chosen->assessments ? print_list(run, store, chosen, err) : print_status(run, store, chosen, &code, err);
    if (fg_store_close_after(store, status, err) < 0)
        return -1;
    return chosen->exit_zero ? FG_OK : code;
}

const struct fg_command fg_command_status = {
    .name = "status",
    .options = options,
    .options_size = sizeof(struct status_options),
    .run = run_status,
};
