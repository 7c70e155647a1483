/* SPDX-License-Identifier: MIT */
#include "fargauge/diff.h"

#include <string.h>

#include "fargauge/buf.h"
#include "fargauge/clock.h"
#include "render/diff_junit.h"
#include "render/finished.h"
#include "render/report.h"

static const struct {
    const char *format, *file, *template;
} reports[] = {
    {"html", "diff.html", "templates/diff/diff.xhtml"},
    {"csv", "diff.csv", "templates/diff/diff.xml"},
    {"junit", NULL, NULL}, /* in one file or several: diff_junit.c */
};
enum { REPORT_COUNT = sizeof reports / sizeof reports[0] };

/* What a list of the page shows at most; diff.csv has everything. */
static const char PAGE_MOST[] = "500";

/* How many labels a hint names. */
enum { LABELS_MOST = 10, MS_PER_DAY = 24 * 60 * 60 * 1000 };

/* ---- which two ---- */

static int64_t too_early(const char *option, const char *word, const char *oldest, struct fg_error *err)
{
    if (oldest == NULL) {
        fg_error_set(err, FG_USAGE, "--%s: %s: nothing was assessed yet", option, word);
        return fg_error_hint(err, "assess first: fargauge assess --db FILE");
    }
    fg_error_set(err, FG_USAGE, "--%s: %s: nothing was assessed at or before this time: the oldest assessment is of %s", option,
                 word, oldest);
    return fg_error_hint(err, "a date means the end of that day, UTC; times are like 2026-10-01T00:00:00Z");
}

static int64_t no_label(const char *option, const char *word, const char *labels, struct fg_error *err)
{
    fg_error_set(err, FG_USAGE, "--%s: %s: no assessment has this label, and it is no RFC 3339 time", option, word);
    if (labels == NULL)
        return fg_error_hint(err, "labels are given by: fargauge assess --label NAME; times are like 2026-10-01T00:00:00Z");
    return fg_error_hint(err, "the newest labels are: %s; times are like 2026-10-01T00:00:00Z", labels);
}

static int64_t unknown(struct fg_store *store, const char *option, const char *word, bool is_time, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "queries/diff_known", &query, err) < 0)
        return -1;
    fg_bind_int(query, "most", LABELS_MOST);
    if (fg_step(query, err) < 0)
        return -1;
    int64_t status = is_time ? too_early(option, word, fg_column_or_null(query, 0), err)
                             : no_label(option, word, fg_column_or_null(query, 1), err);
    fg_statement_reset(query);
    return status;
}

/* True where `word` is a time; a date alone is the end of its day. */
static bool parse_time(const char *word, int64_t *ret_ms)
{
    size_t len = strlen(word);
    if (fg_time_parse(word, len, ret_ms) < 0)
        return false;
    if (len == strlen("2026-10-01"))
        *ret_ms += MS_PER_DAY - 1;
    return true;
}

/* The assessment that `word` names, or -1. */
static int64_t find(struct fg_store *store, const char *option, const char *word, struct fg_error *err)
{
    struct fg_statement *query;
    char time[FG_TIME_SIZE];
    int64_t ms;
    bool is_time = parse_time(word, &ms);
    if (is_time)
        fg_time_format(ms, time);
    if (fg_store_statement(store, "queries/diff_find", &query, err) < 0)
        return -1;
    fg_bind_text(query, "word", word);
    fg_bind_text(query, "time", is_time ? time : NULL);
    int step = fg_step(query, err);
    int64_t id = step > 0 ? fg_column_int(query, 0) : -1;
    fg_statement_reset(query);
    return step == 0 ? unknown(store, option, word, is_time, err) : id;
}

/* Refuse what cannot be compared; 1 where nothing is there yet to compare with. */
static int check_pair(struct fg_statement *pair, const char *db, struct fg_error *err)
{
    if (fg_column_int(pair, 1) == 0) {
        fg_error_set(err, FG_USAGE, "diff: %s: there is no assessment in the database yet", db);
        return fg_error_hint(err, "assess first: fargauge assess --db FILE");
    }
    if (fg_column_int(pair, 0) == 0)
        return 1;
    if (fg_column_int(pair, 2))
        return 0;
    if (fg_column_int(pair, 0) == fg_column_int(pair, 1)) {
        fg_error_set(err, FG_USAGE, "diff: %s: --from and --to are the same assessment, of %s", db, fg_column_text(pair, 3));
        return fg_error_hint(err, "leave out --from: the one before it is what is compared then");
    }
    fg_error_set(err, FG_USAGE, "diff: %s: --from is not before --to", db);
    return fg_error_hint(err, "they are %s and %s: name the earlier one with --from", fg_column_text(pair, 3),
                         fg_column_text(pair, 4));
}

static int bind_word(struct fg_store *store, const char *option, const char *word, int64_t *ret_id, struct fg_error *err)
{
    *ret_id = word == NULL ? 0 : find(store, option, word, err);
    return *ret_id < 0 ? -1 : 0;
}

static int find_pair(struct fg_store *store, const char *db, const struct fg_diff_choice *choice, int64_t pair[2],
                     struct fg_error *err)
{
    struct fg_statement *query;
    int64_t from, to;
    if (bind_word(store, "from", choice->from, &from, err) < 0 || bind_word(store, "to", choice->to, &to, err) < 0 ||
        fg_store_statement(store, "queries/diff_pair", &query, err) < 0)
        return -1;
    fg_bind_int(query, "from_id", from);
    fg_bind_int(query, "to_id", to);
    if (fg_step(query, err) < 0)
        return -1;
    int status = check_pair(query, db, err);
    pair[0] = fg_column_int(query, 0);
    pair[1] = fg_column_int(query, 1);
    fg_statement_reset(query);
    return status;
}

int fg_diff_prepare(struct fg_store *store, const char *db, const struct fg_diff_choice *choice, struct fg_error *err)
{
    struct fg_statement *statement;
    int64_t pair[2];
    int found = find_pair(store, db, choice, pair, err);
    if (found != 0)
        return found;
    if (fg_store_run(store, "render/difference_tables", err) < 0 ||
        fg_store_statement(store, "render/difference_pair", &statement, err) < 0)
        return -1;
    fg_bind_int(statement, "from_id", pair[0]);
    fg_bind_int(statement, "to_id", pair[1]);
    fg_bind_int(statement, "only_new", choice->only_new);
    if (fg_step_done(statement, NULL, err) < 0 || fg_store_run(store, "render/difference_presence", err) < 0)
        return -1;
    return fg_store_run(store, "render/difference", err);
}

int fg_diff_count(struct fg_store *store, int64_t *ret_failures, struct fg_error *err)
{
    return fg_store_number(store, "queries/diff_verdict", ret_failures, err);
}

/* ---- the files ---- */

/* True where the `len` bytes at `name` are a format. */
static bool is_format(const char *name, size_t len, size_t i)
{
    return strlen(reports[i].format) == len && strncmp(reports[i].format, name, len) == 0;
}

int fg_diff_check_formats(const char *formats, struct fg_error *err)
{
    for (const char *at = formats; at != NULL && *at != '\0';) {
        size_t len = strcspn(at, ","), i = 0;
        while (i < REPORT_COUNT && !is_format(at, len, i))
            i++;
        if (i == REPORT_COUNT) {
            fg_error_set(err, FG_USAGE, "--format: %.*s: there is no such format", (int)len, at);
            return fg_error_hint(err, "choose among html, csv and junit, separated by commas");
        }
        at += len + (at[len] == ',');
    }
    return 0;
}

static bool wanted(const char *formats, size_t i)
{
    for (const char *at = formats; at != NULL && *at != '\0';) {
        size_t len = strcspn(at, ",");
        if (is_format(at, len, i))
            return true;
        at += len + (at[len] == ',');
    }
    return formats == NULL;
}

static int render(struct fg_store *store, const struct fg_diff_output *chosen, size_t i, struct fg_output *output,
                  struct fg_error *err)
{
    const struct fg_param params[] = {{"lang", chosen->lang}, {"most", PAGE_MOST}};
    struct fg_template *template = NULL;
    if (fg_report_compile(store, reports[i].template, chosen->lang, &template, err) < 0)
        return -1;
    if (chosen->csv_bom && strcmp(reports[i].format, "csv") == 0)
        fg_output_text(output, "\xEF\xBB\xBF");
    int status = fg_template_render(template, fg_store_handle(store), fg_store_resources(store), params,
                                    sizeof params / sizeof params[0], output, err);
    fg_template_free(template);
    return status;
}

static int write_one(struct fg_store *store, const struct fg_diff_output *chosen, size_t i, struct fg_finished *files,
                     struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    FG_OUTPUT_AUTO *output = NULL;
    if (reports[i].file == NULL)
        return fg_diff_junit_write(store, chosen, files, err);
    fg_buf_printf(&path, "%s/%s", chosen->out, reports[i].file);
    if (path.failed)
        return fg_error_memory(err);
    if (fg_output_open(path.data, &output, err) < 0 || render(store, chosen, i, output, err) < 0)
        return -1;
    return fg_finished_add(files, &output, err);
}

int fg_diff_write(struct fg_store *store, const struct fg_diff_output *output, fg_render_notice_fn *notice, void *context,
                  struct fg_error *err)
{
    struct fg_finished files = {0};
    int status = fg_diff_check_formats(output->formats, err);
    for (size_t i = 0; status == 0 && i < REPORT_COUNT; i++)
        if (wanted(output->formats, i))
            status = write_one(store, output, i, &files, err);
    if (status == 0)
        status = fg_finished_commit(&files, err);
    for (size_t i = 0; status == 0 && i < files.count; i++)
        notice(context, fg_output_path(files.files[i]));
    fg_finished_done(&files);
    return status;
}
