/* SPDX-License-Identifier: MIT */
#include "redo/again.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fargauge/buf.h"
#include "fargauge/version.h"

struct again {
    struct fg_store *store;
    const struct fg_plan *plan;
    const struct fg_redo_options *options;
    const struct fg_again_own *own; /* NULL from when they hold */
    struct fg_findings *findings;
};

/* ---- Import ---- */

/* Files of one run that one call can import: what the options say of them is the same. */
static bool go_together(const struct fg_plan_file *a, const struct fg_plan_file *b)
{
    bool same_time = a->captured_at == NULL || b->captured_at == NULL ? a->captured_at == b->captured_at
                                                                      : strcmp(a->captured_at, b->captured_at) == 0;
    return a->run == b->run && a->as_waivers == b->as_waivers && same_time && a->sha256[0] != '\0' &&
           b->sha256[0] != '\0';
}

/* What stood on standard input stands there again: an archive, for one, is refused from there. */
static int put_on_standard_input(const char *place, struct fg_error *err)
{
    int fd = open(place, O_RDONLY | O_CLOEXEC);
    int status = fd < 0 || dup2(fd, STDIN_FILENO) < 0 ? -1 : 0;
    if (status < 0)
        fg_error_set(err, FG_IO, "input: %s: %s", place, strerror(errno));
    if (fd >= 0)
        close(fd);
    return status;
}

static int import_files(const struct again *again, const struct fg_plan_run *run, const struct fg_plan_file *files,
                        size_t count, struct fg_error *err)
{
    char **paths = calloc(count, sizeof *paths);
    const char **names = calloc(count, sizeof *names);
    int status = paths == NULL || names == NULL ? fg_error_memory(err) : 0;
    for (size_t i = 0; status == 0 && i < count; i++) {
        const char *place = again->options->find(again->options->find_context, files[i].sha256);
        names[i] = files[i].path;
        paths[i] = (char *)place; /* only read */
        if (strcmp(files[i].path, "-") == 0) {
            status = put_on_standard_input(place, err);
            paths[i] = files[i].path;
        }
    }
    if (status == 0)
        status = fg_ingest_files(again->store, paths, count,
                                 &(struct fg_ingest_options){
                                     .captured_at = files->captured_at,
                                     .names = names,
                                     .waivers_only = files->as_waivers,
                                     .run = run->run,
                                     .limits = &run->limits,
                                     .on_progress = again->options->on_progress,
                                     .context = again->options->progress_context,
                                 },
                                 err);
    free(names);
    free(paths);
    return status;
}

static int note_run(const struct again *again, const struct fg_plan_run *run, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_store_statement(again->store, "store/import_run", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "run", run->run);
    fg_bind_text(insert, "tool_version", fg_version());
    fg_bind_int(insert, "record", (int64_t)run->limits.record);
    fg_bind_int(insert, "string", (int64_t)run->limits.string);
    fg_bind_int(insert, "depth", (int64_t)run->limits.depth);
    fg_bind_int(insert, "total", (int64_t)run->limits.total);
    fg_bind_int(insert, "ratio", (int64_t)run->limits.ratio);
    fg_bind_int(insert, "members", (int64_t)run->limits.members);
    return fg_step_done(insert, NULL, err);
}

/* A file that could not be read to its end then: nobody can do that again. */
static int note_unread(const struct again *again, const struct fg_plan_run *run, const struct fg_plan_file *file,
                       struct fg_error *err)
{
    struct fg_statement *insert;
    if (note_run(again, run, err) < 0 || fg_store_statement(again->store, "redo/unread", &insert, err) < 0)
        return -1;
    fg_bind_text(insert, "path", file->path);
    if (fg_step_done(insert, NULL, err) < 0 || fg_store_statement(again->store, "store/handed_over", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "run", run->run);
    fg_bind_text(insert, "path", file->path);
    fg_bind_text(insert, "sha256", "");
    fg_bind_int(insert, "is_archive", file->is_archive);
    fg_bind_text(insert, "captured_at", file->captured_at);
    fg_bind_int(insert, "as_waivers", file->as_waivers);
    fg_bind_text(insert, "outcome", "refused");
    return fg_step_done(insert, NULL, err);
}

static int pass_over(const struct again *again, int64_t run, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_store_statement(again->store, "redo/passed_over", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "run", run);
    return fg_step_done(insert, NULL, err);
}

static int import_run(const struct again *again, const struct fg_plan_run *run, struct fg_error *err)
{
    const struct fg_plan *plan = again->plan;
    size_t first = 0;
    while (first < plan->file_count && plan->files[first].run != run->run)
        first++;
    for (size_t next; first < plan->file_count && plan->files[first].run == run->run; first = next) {
        const struct fg_plan_file *file = &plan->files[first];
        next = first + 1;
        while (next < plan->file_count && go_together(file, &plan->files[next]))
            next++;
        if ((file->sha256[0] == '\0' ? note_unread(again, run, file, err)
                                     : import_files(again, run, file, next - first, err)) < 0)
            return -1;
    }
    return pass_over(again, run->run, err);
}

/* ---- Assess ---- */

static int take_own_rules(struct again *again, struct fg_error *err)
{
    const struct fg_again_own *own = again->own;
    again->own = NULL;
    if (own == NULL)
        return 0;
    if (own->take(own->context, &again->store, err) < 0)
        return -1;
    fg_store_does_again(again->store);
    return 0;
}

/* The packed audit may ask for what this program lacks: a parameter, a control. */
static int assess(struct again *again, const struct fg_plan_assessment *assessment, struct fg_error *err)
{
    FG_BUF_AUTO which = FG_BUF_INIT;
    int64_t id;
    if (again->own != NULL && strcmp(assessment->rules, again->own->plain) != 0 && take_own_rules(again, err) < 0)
        return -1;
    if (fg_assess(again->store, &assessment->options, &id, err) == 0)
        return 0;
    if (err->code != FG_USAGE)
        return -1;
    fg_buf_printf(&which, "assessment %lld", (long long)assessment->id);
    fg_findings_add(again->findings, "not made", fg_buf_text(&which), "%s", err->message);
    return 0;
}

/* What came behind import run `run`, the assessment `after` being the newest. What was not made cannot be withdrawn. */
static int withdraw_behind(const struct again *again, int64_t run, int64_t after, struct fg_error *err)
{
    for (size_t i = 0; i < again->plan->withdrawal_count; i++) {
        const struct fg_plan_withdrawal *one = &again->plan->withdrawals[i];
        if (one->run == run && one->after == after && fg_assess_withdraw(again->store, &one->withdrawal, err) < 0)
            return -1;
    }
    return 0;
}

static int assess_behind(struct again *again, int64_t run, struct fg_error *err)
{
    const struct fg_plan *plan = again->plan;
    int64_t before = 0;
    for (size_t i = 0; i < plan->assessment_count; i++)
        if (plan->assessments[i].run < run && plan->assessments[i].id > before)
            before = plan->assessments[i].id;
    if (withdraw_behind(again, run, before, err) < 0)
        return -1;
    for (size_t i = 0; i < plan->assessment_count; i++)
        if (plan->assessments[i].run == run && (assess(again, &plan->assessments[i], err) < 0 ||
                                                withdraw_behind(again, run, plan->assessments[i].id, err) < 0))
            return -1;
    return 0;
}

int fg_again(struct fg_store *store, const struct fg_plan *plan, const struct fg_redo_options *options,
             const struct fg_again_own *own, struct fg_findings *findings, struct fg_error *err)
{
    struct again again = {store, plan, options, own, findings};
    fg_store_does_again(store);
    if (assess_behind(&again, 0, err) < 0) /* of nothing */
        return -1;
    for (size_t i = 0; i < plan->run_count; i++)
        if (import_run(&again, &plan->runs[i], err) < 0 || assess_behind(&again, plan->runs[i].run, err) < 0)
            return -1;
    return take_own_rules(&again, err);
}
