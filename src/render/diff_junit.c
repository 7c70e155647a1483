/* SPDX-License-Identifier: MIT */
#include "render/diff_junit.h"

#include <stdio.h>

#include "fargauge/buf.h"
#include "render/parts.h"
#include "render/report.h"

/* GitLab reads less than 30 MB and 250,000 elements: two a case, and some of each suite. */
enum { MAX_CASES = 100000, MOST_CASES = 120000, MAX_SIZE = 28 * 1024 * 1024 };

static const char base[] = "diff.junit";

struct writing {
    struct fg_store *store;
    const struct fg_diff_output *options;
    struct fg_template *template;
    struct fg_finished *files;
    size_t count; /* of this report's */
    int64_t cases, max_cases;
    int64_t from, to; /* which go into the next file, from 1 */
};

static int render(const struct writing *writing, struct fg_output *output, struct fg_error *err)
{
    char from[24], to[24];
    const struct fg_param params[] = {{"lang", writing->options->lang}, {"from_place", from}, {"to_place", to}};
    snprintf(from, sizeof from, "%lld", (long long)writing->from);
    snprintf(to, sizeof to, "%lld", (long long)writing->to);
    return fg_template_render(writing->template, fg_store_handle(writing->store), fg_store_resources(writing->store), params,
                              sizeof params / sizeof params[0], output, err);
}

/* Write the cases that are next. 1: the file would be larger than `limit` (0: none), and nothing was written. */
static int write_range(struct writing *writing, uint64_t limit, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    FG_OUTPUT_AUTO *output = NULL;
    bool only = writing->count == 0 && writing->to == writing->cases;
    fg_buf_printf(&path, "%s/", writing->options->out);
    fg_parts_add_name(&path, base, only ? 0 : writing->count + 1);
    if (path.failed)
        return fg_error_memory(err);
    if (fg_output_open(path.data, &output, err) < 0)
        return -1;
    fg_output_limit(output, limit);
    if (render(writing, output, err) < 0)
        return -1;
    if (fg_output_is_over(output))
        return 1;
    writing->count++;
    return fg_finished_add(writing->files, &output, err);
}

/* So that the next file knows which part of a suite it has. */
static int note_file(const struct writing *writing, struct fg_error *err)
{
    struct fg_statement *update;
    if (fg_store_statement(writing->store, "render/difference_file", &update, err) < 0)
        return -1;
    fg_bind_int(update, "file", (int64_t)writing->count);
    fg_bind_int(update, "from_place", writing->from);
    fg_bind_int(update, "to_place", writing->to);
    return fg_step_done(update, NULL, err);
}

/* The next file. Where it would be too large it takes half of the cases, and so do those that follow; a single case is
 * written whatever its size. */
static int write_next(struct writing *writing, struct fg_error *err)
{
    uint64_t limit = writing->options->junit_max_size > 0 ? writing->options->junit_max_size : MAX_SIZE;
    int status = 1;
    while (status > 0) {
        int64_t left = writing->cases - writing->from + 1;
        writing->to = writing->from - 1 + (left < writing->max_cases ? left : writing->max_cases);
        int64_t taken = writing->to - writing->from + 1;
        status = write_range(writing, taken > 1 ? limit : 0, err);
        if (status > 0)
            writing->max_cases = taken / 2;
    }
    return status < 0 ? -1 : note_file(writing, err);
}

static int write_all(struct writing *writing, struct fg_error *err)
{
    uint64_t most = writing->options->junit_max_cases > 0 ? writing->options->junit_max_cases : MAX_CASES;
    writing->max_cases = most < MOST_CASES ? (int64_t)most : MOST_CASES;
    if (fg_store_run(writing->store, "render/difference_cases", err) < 0 ||
        fg_store_number(writing->store, "queries/diff_case_count", &writing->cases, err) < 0)
        return -1;
    for (writing->from = 1; writing->count == 0 || writing->from <= writing->cases; writing->from = writing->to + 1)
        if (write_next(writing, err) < 0)
            return -1;
    return fg_parts_remove_stale(writing->options->out, base, writing->count, err);
}

int fg_diff_junit_write(struct fg_store *store, const struct fg_diff_output *options, struct fg_finished *files,
                        struct fg_error *err)
{
    struct writing writing = {.store = store, .options = options, .files = files};
    if (fg_report_compile(store, "templates/diff/junit.xml", options->lang, &writing.template, err) < 0)
        return -1;
    int status = write_all(&writing, err);
    fg_template_free(writing.template);
    return status;
}
