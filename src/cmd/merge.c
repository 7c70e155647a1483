/* SPDX-License-Identifier: MIT */
/* fargauge merge: the evidence of several audits in one. */
#include <sys/stat.h>

#include "cmd/steps.h"
#include "fargauge/merge.h"

struct merge_options {
    const char *into;
};

static const struct fg_option options[] = {
    {"into", FG_OPTION_OUTPUT, offsetof(struct merge_options, into), "FILE"},
    {NULL, FG_OPTION_FLAG, 0, ""},
};

static const char *plural(int64_t count)
{
    return count == 1 ? "" : "s";
}

static void on_merged(void *context, const char *path, const struct fg_merged *merged)
{
    const struct fg_run *run = context;
    int64_t files = merged->files + merged->known_files, runs = merged->runs + merged->known_runs;
    fg_log_line(run->log, "Read %s: %lld file%s in %lld run%s", path, (long long)files, plural(files), (long long)runs,
                plural(runs));
}

static void on_wait(void *context, const char *path)
{
    const struct fg_run *run = context;
    fg_step_tell_waiting(run->log, path);
}

static void tell_total(const struct fg_run *run, const char *into, const struct fg_merged *total)
{
    fg_log_line(run->log, "Merged into %s: %lld new file%s with %lld record%s, %lld known; %lld new run%s, %lld known", into,
                (long long)total->files, plural(total->files), (long long)total->records, plural(total->records),
                (long long)total->known_files, (long long)total->runs, plural(total->runs), (long long)total->known_runs);
    if (total->assessments > 0)
        fg_log_line(run->log, "%lld assessment%s stayed behind: %s judged other evidence. Next: fargauge assess --db %s",
                    (long long)total->assessments, plural(total->assessments), total->assessments == 1 ? "it" : "they",
                    into);
}

/* Whoever has all databases in one folder may think that naming it is enough. */
static int refuse_folders(const struct fg_run *run, struct fg_error *err)
{
    struct stat status;
    for (size_t i = 0; i < run->argument_count; i++)
        if (stat(run->arguments[i], &status) == 0 && S_ISDIR(status.st_mode)) {
            fg_error_set(err, FG_IO, "database: %s: it is a folder", run->arguments[i]);
            return fg_error_hint(err, "name the databases in it, the order counts: fargauge merge %s/*.db --into FILE",
                                 run->arguments[i]);
        }
    return 0;
}

static int run_merge(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct merge_options *chosen = parsed;
    struct fg_run told = *run;
    struct fg_merged total;
    const struct fg_merge_options merge = {.on_merged = on_merged, .on_wait = on_wait, .context = &told};
    if (chosen->into == NULL) {
        fg_error_set(err, FG_USAGE, "merge: --into is missing");
        return fg_error_hint(err, "name what gets it all: fargauge merge DB... --into FILE");
    }
    if (refuse_folders(run, err) < 0)
        return -1;
    if (fg_merge(chosen->into, run->arguments, run->argument_count, run->resources, &merge, &total, err) < 0)
        return -1;
    tell_total(run, chosen->into, &total);
    return FG_OK;
}

const struct fg_command fg_command_merge = {
    .name = "merge",
    .options = options,
    .options_size = sizeof(struct merge_options),
    .least = 1,
    .most = 65535,
    .argument_kind = FG_OPTION_INPUT,
    .run = run_merge,
};
