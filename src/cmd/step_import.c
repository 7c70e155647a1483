/* SPDX-License-Identifier: MIT */
/* The step that imports: which files, how they went, and telling it. */
#include "cmd/steps.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "fargauge/buf.h"

/* How the files of one import went, and who hears of it. */
struct tally {
    const struct fg_run *run;
    size_t loaded;
    size_t seen_before;
    size_t refused;
    size_t passed_over; /* in folders and archives */
    int64_t used;
    int64_t of_no_interest;
    int64_t rejected;
};

static void add_to_tally(struct tally *tally, const struct fg_ingest_report *report)
{
    tally->loaded += report->outcome == FG_INGEST_LOADED;
    tally->seen_before += report->outcome == FG_INGEST_SEEN_BEFORE;
    tally->refused += report->outcome == FG_INGEST_REFUSED;
    tally->passed_over += report->outcome == FG_INGEST_PASSED_OVER;
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

/* What lies in a folder or an archive and is not followed may hide evidence, so it is named, whatever --quiet
 * says. What is no export is only counted. */
static void tell_passed_over(struct fg_log *log, const char *path, const char *reason)
{
    static const struct {
        const char *reason, *words, *hint;
    } named[] = {
        {"symbolic_link", "a symbolic link", "to import what is behind it, name that on the command line"},
        {"hard_link", "a link to another member", "the member itself is read"},
        {"special_file", "not a regular file", "to read from a pipe, name it on the command line"},
        {"nested_archive", "an archive within an archive", "unpack it, and name it on the command line"},
    };
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++) {
        struct fg_error note;
        if (strcmp(named[i].reason, reason) != 0)
            continue;
        fg_error_set(&note, FG_OK, "%s: passed over: %s", path, named[i].words);
        fg_error_hint(&note, "%s", named[i].hint);
        fg_log_error(log, &note);
    }
}

/* One line per file, so that a run over a few can be followed. */
static void tell_file(struct fg_log *log, const struct fg_ingest_report *report)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    if (report->outcome == FG_INGEST_REFUSED || report->outcome == FG_INGEST_PASSED_OVER)
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
    fg_log_styled(log, FG_STYLE_PLAIN, fg_log_words(log, &line));
}

enum { TOLD = 100 }; /* files; a list that is longer is not read */

static void on_file(void *context, const struct fg_ingest_report *report)
{
    struct tally *tally = context;
    size_t before = tally->loaded + tally->seen_before;
    if (report->outcome == FG_INGEST_PASSED_OVER)
        tell_passed_over(tally->run->log, report->path, report->passed_over);
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

static void tell_tally(const struct tally *tally, bool dry_run)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    fg_buf_printf(&line, "%s %zu files: %lld records used, %lld of no interest, %lld rejected",
                  dry_run ? "Would import" : "Imported", tally->loaded, (long long)tally->used,
                  (long long)tally->of_no_interest, (long long)tally->rejected);
    if (tally->seen_before > 0)
        fg_buf_printf(&line, "; %zu files seen before", tally->seen_before);
    if (tally->refused > 0)
        fg_buf_printf(&line, "; %zu files refused", tally->refused);
    if (tally->passed_over > 0)
        fg_buf_printf(&line, "; %zu passed over (no exports)", tally->passed_over);
    fg_log_line(tally->run->log, "%s.", fg_log_words(tally->run->log, &line));
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

static int import_run(struct fg_store *store, const struct fg_inputs *inputs, const char *waivers,
                      struct fg_ingest_options *options, struct fg_error *err)
{
    if (fg_ingest_next_run(store, &options->run, err) < 0)
        return -1;
    return options->strict ? import_strictly(store, inputs, waivers, options, err)
                           : import_all(store, inputs, waivers, options, err);
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

static uint64_t or_default(uint64_t given, uint64_t standard)
{
    return given > 0 ? given : standard;
}

/* A limit that was not given is the default. */
static int choose_limits(struct fg_limits *limits, const struct fg_limits *given, struct fg_error *err)
{
    const struct fg_limits *standard = &fg_default_limits;
    *limits = (struct fg_limits){
        .record = or_default(given->record, standard->record),
        .string = or_default(given->string, standard->string),
        .depth = or_default(given->depth, standard->depth),
        .total = or_default(given->total, standard->total),
        .ratio = or_default(given->ratio, standard->ratio),
        .members = or_default(given->members, standard->members),
    };
    if (limits->depth <= fg_default_limits.depth)
        return 0;
    fg_error_set(err, FG_USAGE, "--max-depth: %llu: not a number up to %llu",
                 (unsigned long long)limits->depth, (unsigned long long)fg_default_limits.depth);
    return fg_error_hint(err, "leave it out: no export is that deep");
}

void fg_step_tell_waiting(void *context, const char *path)
{
    struct fg_error note;
    fg_error_set(&note, FG_OK, "database: %s: waiting for another process that writes to it", path);
    fg_error_hint(&note, "this one goes on when that is done; Ctrl-C gives up");
    fg_log_error(context, &note);
}

int fg_step_import(const struct fg_run *run, struct fg_store *store, const struct fg_inputs *inputs,
                   const struct fg_import_choice *choice, int *ret_code, struct fg_error *err)
{
    struct tally tally = {.run = run, .passed_over = inputs->passed_count};
    struct fg_limits limits;
    struct fg_ingest_options options = {
        .strict = choice->strict,
        .limits = &limits,
        .captured_at = choice->captured_at[0] != '\0' ? choice->captured_at : NULL,
        .on_file = on_file,
        .on_progress = on_progress,
        .context = &tally,
    };
    if (choose_limits(&limits, &choice->limits, err) < 0)
        return -1;
    fg_store_on_wait(store, fg_step_tell_waiting, run->log);
    for (size_t i = 0; i < inputs->passed_count; i++)
        tell_passed_over(run->log, inputs->passed[i].path, inputs->passed[i].reason);
    int status = import_run(store, inputs, choice->waivers, &options, err);
    fg_log_progress_end(run->log);
    bool rejected = tally.refused + (size_t)tally.rejected > 0;
    *ret_code = rejected ? FG_INPUT : FG_OK;
    if (status < 0)
        return -1;
    if (choice->strict && rejected) {
        fg_log_line(run->log, "Nothing was imported: --strict.");
        return 0;
    }
    tell_tally(&tally, choice->dry_run);
    return fg_ingest_passed_over(store, inputs, options.run, err);
}
