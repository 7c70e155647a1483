/* SPDX-License-Identifier: MIT */
#include "cmd/steps.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fargauge/buf.h"

/* How the files of one import went, and who hears of it. */
struct tally {
    const struct fg_run *run;
    size_t loaded;
    size_t seen_before;
    size_t refused;
    int64_t used;
    int64_t of_no_interest;
    int64_t rejected;
};

static void add_to_tally(struct tally *tally, const struct fg_ingest_report *report)
{
    tally->loaded += report->outcome == FG_INGEST_LOADED;
    tally->seen_before += report->outcome == FG_INGEST_SEEN_BEFORE;
    tally->refused += report->outcome == FG_INGEST_REFUSED;
    tally->used += report->used;
    tally->of_no_interest += report->of_no_interest;
    tally->rejected += report->rejected;
}

/* Rejections are told at once, whatever --quiet says: bad input never passes silently. */
static void tell_rejections(struct fg_log *log, const struct fg_ingest_report *report)
{
    struct fg_error note;
    if (report->outcome == FG_INGEST_REFUSED)
        fg_log_error(log, &report->refusal);
    if (report->rejected == 0)
        return;
    fg_error_set(&note, FG_INPUT, "%s: %lld of its records rejected: %s", report->path,
                 (long long)report->rejected, report->first_rejection);
    fg_error_hint(&note, "the report's sources and the table `rejection` list each of them");
    fg_log_error(log, &note);
}

/* One line per file, so that a run over a few can be followed. */
static void tell_file(struct fg_log *log, const struct fg_ingest_report *report)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    if (report->outcome == FG_INGEST_REFUSED)
        return;
    fg_buf_printf(&line, "%s: %s", report->path, report->kind);
    if (report->outcome == FG_INGEST_SEEN_BEFORE)
        fg_buf_add_text(&line, ", seen before");
    else
        fg_buf_printf(&line, ", %lld used", (long long)report->used);
    if (report->of_no_interest > 0)
        fg_buf_printf(&line, ", %lld of no interest (%s)", (long long)report->of_no_interest,
                      report->types);
    if (report->rejected > 0)
        fg_buf_printf(&line, ", %lld rejected", (long long)report->rejected);
    fg_log_styled(log, FG_STYLE_PLAIN, fg_buf_text(&line));
}

enum { TOLD = 100 }; /* files; a list that is longer is not read */

static void on_file(void *context, const struct fg_ingest_report *report)
{
    struct tally *tally = context;
    size_t before = tally->loaded + tally->seen_before;
    tell_rejections(tally->run->log, report);
    add_to_tally(tally, report);
    if (before < TOLD)
        tell_file(tally->run->log, report);
    else if (before == TOLD)
        fg_log_line(tally->run->log, "… and more files: the report's sources and the view `v_source` list all");
}

static void on_progress(void *context, const struct fg_ingest_progress *progress)
{
    const struct tally *tally = context;
    fg_log_progress(tally->run->log,
                    &(struct fg_progress){.item = progress->file,
                                          .items = progress->files,
                                          .bytes = progress->bytes,
                                          .total = progress->total,
                                          .what = progress->path});
}

static int import_all(struct fg_store *store, const struct fg_inputs *inputs, const char *waivers,
                      struct fg_ingest_options *options, struct fg_error *err)
{
    char *paths[] = {(char *)waivers}; /* only read */
    if (inputs->count > 0 && fg_ingest_files(store, inputs->paths, inputs->count, options, err) < 0)
        return -1;
    if (waivers == NULL)
        return 0;
    options->waivers_only = true;
    return fg_ingest_files(store, paths, 1, options, err);
}

static void tell_tally(struct fg_log *log, const struct tally *tally, size_t passed_over)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    fg_buf_printf(&line, "Imported %zu files: %lld records used, %lld of no interest, %lld rejected",
                  tally->loaded, (long long)tally->used, (long long)tally->of_no_interest,
                  (long long)tally->rejected);
    if (tally->seen_before > 0)
        fg_buf_printf(&line, "; %zu files seen before", tally->seen_before);
    if (tally->refused > 0)
        fg_buf_printf(&line, "; %zu files refused", tally->refused);
    if (passed_over > 0)
        fg_buf_printf(&line, "; %zu passed over (no exports)", passed_over);
    fg_log_line(log, "%s.", fg_buf_text(&line));
}

/* With --strict one transaction holds everything. */
static int import_strictly(struct fg_store *store, const struct fg_inputs *inputs, const char *waivers,
                           struct fg_ingest_options *options, struct fg_error *err)
{
    if (fg_store_begin(store, err) < 0)
        return -1;
    const struct tally *tally = options->context;
    int status = import_all(store, inputs, waivers, options, err);
    if (status == 0 && tally->refused + (size_t)tally->rejected == 0)
        return fg_store_commit(store, err);
    fg_store_rollback(store);
    return status;
}

int fg_step_find_inputs(const struct fg_run *run, const char *waivers, struct fg_inputs *ret_inputs,
                        struct fg_error *err)
{
    struct stat status;
    if (waivers != NULL && stat(waivers, &status) < 0) {
        fg_error_set(err, FG_IO, "waivers: %s: %s", waivers, strerror(errno));
        return fg_error_hint(err, "check the name");
    }
    return fg_inputs_find((const char *const *)run->arguments, run->argument_count, ret_inputs, err);
}

int fg_step_import(const struct fg_run *run, struct fg_store *store, const struct fg_inputs *inputs,
                   const char *waivers, const char *captured_at, bool strict, int *ret_code,
                   struct fg_error *err)
{
    struct tally tally = {.run = run};
    struct fg_ingest_options options = {
        .strict = strict,
        .on_file = on_file,
        .on_progress = on_progress,
        .context = &tally,
    };
    if (captured_at[0] != '\0')
        options.captured_at = captured_at;
    if (fg_ingest_next_run(store, &options.run, err) < 0)
        return -1;
    int status = strict ? import_strictly(store, inputs, waivers, &options, err)
                        : import_all(store, inputs, waivers, &options, err);
    fg_log_progress_end(run->log);
    bool rejected = tally.refused + (size_t)tally.rejected > 0;
    *ret_code = rejected ? FG_INPUT : FG_OK;
    if (status == 0 && strict && rejected)
        fg_log_line(run->log, "Nothing was imported: --strict.");
    else if (status == 0)
        tell_tally(run->log, &tally, inputs->passed_over);
    return status;
}

/* FG_FAILED_CONTROLS where the newest assessment has something FAILED, else FG_OK. */
static int read_verdict(struct fg_store *store, int *ret_code, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "queries/count_failed", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    if (step < 0)
        return -1;
    *ret_code = step > 0 && fg_column_int(query, 0) > 0 ? FG_FAILED_CONTROLS : FG_OK;
    fg_statement_reset(query);
    return 0;
}

/* The screen's table: lines are laid out by SQL. */
static int tell_counts(const struct fg_run *run, struct fg_store *store, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, "queries/screen_counts", &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0) {
        enum fg_style style = fg_column_int(query, 1) > 0 ? FG_STYLE_ALARM : FG_STYLE_PLAIN;
        fg_log_styled(run->log, style, fg_column_text(query, 0));
    }
    return step;
}

/* An assessment of nothing looks like one without failures: say so, whatever --quiet says. */
static int tell_emptiness(const struct fg_run *run, struct fg_store *store, struct fg_error *err)
{
    struct fg_statement *query;
    struct fg_error note;
    if (fg_store_statement(store, "queries/count_judged", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    bool empty = step > 0 && fg_column_int(query, 0) == 0;
    fg_statement_reset(query);
    if (empty) {
        fg_error_set(&note, FG_OK, "nothing was judged: no service export at or before the as-of time");
        fg_error_hint(&note, "is this the right folder? exports are *.json and *.json.gz; see --as-of");
        fg_log_error(run->log, &note);
    }
    return step < 0 ? -1 : 0;
}

int fg_step_assess(const struct fg_run *run, struct fg_store *store,
                   const struct fg_assess_choice *choice, int *ret_code, struct fg_error *err)
{
    struct fg_parameter parameters[2];
    struct fg_assess_options options = {.parameters = parameters};
    char generated_at[FG_TIME_SIZE];
    int64_t now, id;
    if (fg_time_now(&now, err) < 0)
        return -1;
    fg_time_format(now - now % 1000, generated_at); /* milliseconds tell a reader nothing here */
    options.generated_at = generated_at;
    options.as_of = choice->as_of[0] != '\0' ? choice->as_of : NULL;
    if (choice->latest_linux != NULL)
        parameters[options.parameter_count++] =
            (struct fg_parameter){"ECS.10", "latestLinuxVersion", choice->latest_linux};
    if (choice->latest_windows != NULL)
        parameters[options.parameter_count++] =
            (struct fg_parameter){"ECS.10", "latestWindowsVersion", choice->latest_windows};
    if (fg_assess(store, &options, &id, err) < 0 || tell_counts(run, store, err) < 0 ||
        tell_emptiness(run, store, err) < 0)
        return -1;
    return read_verdict(store, ret_code, err);
}

int fg_make_folder(const char *path, struct fg_error *err)
{
    FG_BUF_AUTO part = FG_BUF_INIT;
    struct stat status;
    for (const char *at = path; *at != '\0'; at += strspn(at, "/")) {
        at += strcspn(at, "/");
        fg_buf_clear(&part);
        fg_buf_add(&part, path, (size_t)(at - path));
        if (part.failed)
            return fg_error_memory(err);
        if (part.len > 0 && mkdir(part.data, 0777) < 0 && errno != EEXIST)
            break;
    }
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return 0;
    fg_error_set(err, FG_IO, "folder: %s: %s", path, strerror(errno == EEXIST ? ENOTDIR : errno));
    return fg_error_hint(err, "name a folder that may be written with --out");
}

static void tell_written(void *context, const char *path)
{
    fg_log_line(context, "Wrote %s", path);
}

int fg_step_render(const struct fg_run *run, struct fg_store *store,
                   const struct fg_render_options *options, int *ret_code, struct fg_error *err)
{
    if (fg_make_folder(options->out, err) < 0 || fg_store_begin_read(store, err) < 0)
        return -1;
    int status = fg_render_reports(store, options, tell_written, run->log, err);
    if (status == 0)
        status = read_verdict(store, ret_code, err);
    fg_store_rollback(store); /* it only read */
    return status;
}
