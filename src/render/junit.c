/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "fargauge/buf.h"
#include "fargauge/sha256.h"
#include "render/finished.h"
#include "render/junit_cut.h"
#include "render/parts.h"
#include "render/report.h"

enum { MAX_CASES = 100000, MAX_SIZE = 28 * 1024 * 1024 }; /* GitLab reads less than 30 MB and 250,000 elements */

/* Statuses, and the parameters that say what they count as; what that usually is stands in v_junit_outcome. */
static const struct {
    const char *status, *param;
} statuses[] = {
    {"PASSED", "as_passed"},
    {"FAILED", "as_failed"},
    {"INSUFFICIENT_DATA", "as_insufficient_data"},
    {"NOT_APPLICABLE", "as_not_applicable"},
    {"WAIVED", "as_waived"},
};
static const char *const outcomes[] = {"pass", "failure", "error", "skipped"};
enum { STATUSES = sizeof statuses / sizeof statuses[0], OUTCOMES = sizeof outcomes / sizeof outcomes[0] };

/* ---- What each status counts as ---- */

static int bad_status(const char *word, const char *why, struct fg_error *err)
{
    fg_error_set(err, FG_USAGE, "--junit-status: %s: %s", word, why);
    return fg_error_hint(err, "write STATUS=OUTCOME: PASSED, FAILED, INSUFFICIENT_DATA, NOT_APPLICABLE or WAIVED, "
                              "and pass, failure, error or skipped");
}

/* The status of `len` bytes at `word`, or STATUSES. */
static size_t find_status(const char *word, size_t len)
{
    size_t i = 0;
    while (i < STATUSES && (strlen(statuses[i].status) != len || strncmp(word, statuses[i].status, len) != 0))
        i++;
    return i;
}

static const char *find_outcome(const char *word)
{
    for (size_t i = 0; i < OUTCOMES; i++)
        if (strcmp(word, outcomes[i]) == 0)
            return outcomes[i];
    return NULL;
}

static int read_statuses(const struct fg_junit_options *options, const char *counts_as[STATUSES], struct fg_error *err)
{
    for (size_t i = 0; i < STATUSES; i++)
        counts_as[i] = NULL;
    for (size_t i = 0; i < options->status_count; i++) {
        const char *word = options->statuses[i];
        size_t status = find_status(word, strcspn(word, "="));
        if (status == STATUSES || strchr(word, '=') == NULL)
            return bad_status(word, "there is no such status", err);
        if (counts_as[status] != NULL)
            return bad_status(word, "this status was named before", err);
        counts_as[status] = find_outcome(strchr(word, '=') + 1);
        if (counts_as[status] == NULL)
            return bad_status(word, "there is no such outcome", err);
    }
    return 0;
}

/* What the user did not say. */
static int fill_usual(struct fg_store *store, const char *counts_as[STATUSES], struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "queries/junit_outcomes", &query, err) < 0)
        return -1;
    int step;
    while ((step = fg_step(query, err)) > 0) {
        const char *name = fg_column_text(query, 0);
        size_t status = find_status(name, strlen(name));
        if (status < STATUSES && counts_as[status] == NULL)
            counts_as[status] = find_outcome(fg_column_text(query, 1));
    }
    return step;
}

int fg_render_check_junit(const struct fg_junit_options *options, struct fg_error *err)
{
    const char *counts_as[STATUSES];
    return read_statuses(options, counts_as, err);
}

/* ---- Parameters ---- */

/* The digest of the lines that say what the results follow from, a line feed behind each. */
static int digest_inputs(struct fg_store *store, char out[FG_SHA256_HEX_SIZE], struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "queries/junit_inputs", &query, err) < 0)
        return -1;
    struct fg_sha256 *hash = fg_sha256_new();
    int step = 1, bad = hash == NULL;
    while (!bad && (step = fg_step(query, err)) > 0) {
        const char *line = fg_column_text(query, 0);
        bad = fg_sha256_add(hash, line, strlen(line)) < 0 || fg_sha256_add(hash, "\n", 1) < 0;
    }
    fg_statement_reset(query);
    bad = bad || (step == 0 && fg_sha256_hex(hash, out) < 0);
    fg_sha256_free(hash);
    return bad ? fg_error_memory(err) : step;
}

/* One writing of the report. */
struct junit {
    const struct fg_render_options *options;
    struct fg_template *template;
    char digest[FG_SHA256_HEX_SIZE];
    const char *counts_as[STATUSES];
    struct fg_param cut_params[STATUSES + 2]; /* the last one stays empty */
    struct fg_junit_cut cut;
    struct fg_junit_plan plan;
    struct fg_finished files;
};

static const char *or_else(const char *text, const char *other)
{
    return text == NULL ? other : text;
}

static int begin(struct junit *junit, struct fg_store *store, struct fg_error *err)
{
    const struct fg_junit_options *options = &junit->options->junit;
    if (read_statuses(options, junit->counts_as, err) < 0 || fill_usual(store, junit->counts_as, err) < 0)
        return -1;
    for (size_t i = 0; i < STATUSES; i++)
        junit->cut_params[i] = (struct fg_param){statuses[i].param, junit->counts_as[i]};
    junit->cut_params[STATUSES] = (struct fg_param){"junit_group", or_else(options->group, "control")};
    junit->cut = (struct fg_junit_cut){.store = store,
                                       .params = junit->cut_params,
                                       .max_cases = options->max_cases > 0 && options->max_cases < INT64_MAX
                                                        ? (int64_t)options->max_cases : MAX_CASES};
    if (digest_inputs(store, junit->digest, err) < 0 || fg_junit_cut_begin(&junit->cut, err) < 0)
        return -1;
    return fg_report_compile(store, "templates/junit/junit.xml", junit->options->lang, &junit->template, err);
}

static void done(struct junit *junit)
{
    fg_finished_done(&junit->files);
    fg_buf_done(&junit->plan.parts);
    fg_template_free(junit->template);
}

/* ---- One file ---- */

/* What the template's queries take. */
static int render(struct junit *junit, const char *assessment, struct fg_output *output, struct fg_error *err)
{
    struct fg_param params[STATUSES + 7] = {
        {"assessment", assessment},
        {"lang", junit->options->lang},
        {"junit_profile", or_else(junit->options->junit.profile, "default")},
        {"inputs_digest", junit->digest},
        {"junit_parts", fg_buf_text(&junit->plan.parts)},
        {"junit_last", junit->plan.last ? "1" : "0"},
    };
    memcpy(params + 6, junit->cut_params, (STATUSES + 1) * sizeof params[0]);
    struct fg_store *store = junit->cut.store;
    return fg_template_render(junit->template, fg_store_handle(store), fg_store_resources(store), params,
                              sizeof params / sizeof params[0], output, err);
}

/* Write what was planned. 1: it would be larger than `limit` (0: none), and nothing was written. */
static int write_planned(struct junit *junit, const char *assessment, uint64_t limit, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    FG_OUTPUT_AUTO *output = NULL;
    fg_buf_printf(&path, "%s/", junit->options->out);
    fg_parts_add_name(&path, "junit", junit->files.count == 0 && junit->plan.last ? 0 : junit->files.count + 1);
    if (path.failed)
        return fg_error_memory(err);
    if (fg_output_open(path.data, &output, err) < 0)
        return -1;
    fg_output_limit(output, limit);
    if (render(junit, assessment, output, err) < 0)
        return -1;
    if (fg_output_is_over(output))
        return 1;
    return fg_finished_add(&junit->files, &output, err);
}

/* The next file. Where it would be too large it takes half of the cases, and so do those that follow: which is a
 * file's first attempt at most some ten times in a whole audit. A single case is written whatever its size. */
static int write_next(struct junit *junit, const char *assessment, struct fg_error *err)
{
    uint64_t limit = junit->options->junit.max_size > 0 ? junit->options->junit.max_size : MAX_SIZE;
    int status;
    while ((status = fg_junit_cut_plan(&junit->cut, &junit->plan, err)) == 0) {
        status = write_planned(junit, assessment, junit->plan.cases > 1 ? limit : 0, err);
        if (status <= 0)
            break;
        junit->cut.max_cases = junit->plan.cases / 2;
    }
    junit->cut.place = junit->plan.next;
    return status;
}

/* ---- All of them ---- */

static int take_places(struct junit *junit, const struct fg_report_job *job, struct fg_error *err)
{
    if (fg_finished_commit(&junit->files, err) < 0)
        return -1;
    for (size_t i = 0; i < junit->files.count; i++)
        job->notice(job->context, fg_output_path(junit->files.files[i]));
    return 0;
}

int fg_junit_write(const struct fg_report_job *job, const char *file, const char *what, struct fg_error *err)
{
    struct junit junit = {.options = job->options};
    (void)file;
    (void)what;
    int status = begin(&junit, job->store, err);
    while (status == 0 && (junit.files.count == 0 || !junit.plan.last))
        status = write_next(&junit, job->assessment, err);
    if (status == 0)
        status = fg_parts_remove_stale(junit.options->out, "junit", junit.files.count, err);
    if (status == 0)
        status = take_places(&junit, job, err);
    done(&junit);
    return status;
}
