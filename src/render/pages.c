/* SPDX-License-Identifier: MIT */
#include "render/pages.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/buf.h"
#include "render/finished.h"
#include "render/pages_folder.h"

/* A page's size: what a browser opens at once, and what pages aim at, so that few are written twice. */
enum { MAX_SIZE = 5000000, AIMED_SIZE = 4200000 };
enum { MOST_RESOURCES = 2000, MOST_ROWS = 200 }; /* on a page; of each list on the index */

static const char INDEX[] = "templates/html/report.xhtml", PAGE[] = "templates/html/page.xhtml";

/* One writing of the report. */
struct pages {
    const struct fg_report_job *job;
    struct fg_template *index, *page;
    struct fg_finished files; /* the pages, then the index */
    int64_t resources; /* that the next page may take */
    bool end;          /* nothing is left for another page */
};

/* ---- One file ---- */

/* Write one file of the folder, and keep it finished. *ret_size is its size. 1: it would be larger than `limit` (0: none),
 * and nothing is kept. */
static int write_file(struct pages *pages, const struct fg_template *template, const char *name, bool split,
                      uint64_t limit, uint64_t *ret_size, struct fg_error *err)
{
    const struct fg_report_job *job = pages->job;
    const struct fg_param own[] = {
        {"paged", split ? "1" : NULL},
        {"index_file", template == pages->page ? "../report.html" : ""},
        {NULL, NULL},
    };
    FG_BUF_AUTO path = FG_BUF_INIT;
    FG_OUTPUT_AUTO *output = NULL;
    fg_buf_printf(&path, "%s/%s", job->options->out, name);
    if (path.failed)
        return fg_error_memory(err);
    if (fg_output_open(path.data, &output, err) < 0)
        return -1;
    fg_output_limit(output, limit);
    if (fg_report_render(job, template, own, output, err) < 0)
        return -1;
    if (fg_output_is_over(output))
        return 1;
    *ret_size = fg_output_size(output);
    return fg_finished_add(&pages->files, &output, err);
}

/* How much of each list is shown: -1 all of it. */
static int set_bounds(struct pages *pages, int64_t most, struct fg_error *err)
{
    struct fg_statement *forget, *fill;
    struct fg_store *store = pages->job->store;
    if (fg_store_statement(store, "render/forget_bounds", &forget, err) < 0 ||
        fg_step_done(forget, NULL, err) < 0 ||
        fg_store_statement(store, "render/bounds", &fill, err) < 0)
        return -1;
    fg_bind_int(fill, "most", most);
    return fg_step_done(fill, NULL, err);
}

/* ---- The pages ---- */

/* Plan the next page, with what it may take at most. Its file's name is appended to `name`. 1: nothing is left. */
static int plan_page(struct pages *pages, struct fg_buf *name, int64_t *ret_resources, struct fg_error *err)
{
    struct fg_statement *plan, *page;
    struct fg_store *store = pages->job->store;
    if (fg_store_statement(store, "render/plan_page", &plan, err) < 0)
        return -1;
    fg_bind_int(plan, "number", (int64_t)pages->files.count);
    fg_bind_int(plan, "most", pages->resources);
    if (fg_step_done(plan, NULL, err) < 0 || fg_store_statement(store, "queries/report_page", &page, err) < 0)
        return -1;
    int step = fg_step(page, err);
    if (step <= 0)
        return step < 0 ? -1 : 1;
    fg_buf_printf(name, FG_PAGES_FOLDER "/%s", fg_column_text(page, 0));
    *ret_resources = fg_column_int(page, 1);
    int done = fg_column_int(page, 2) <= (int64_t)pages->files.count;
    fg_statement_reset(page);
    return name->failed ? fg_error_memory(err) : done;
}

/* What the next page may take, if its resources are as long as those of this one. */
static int64_t next_resources(int64_t resources, uint64_t size)
{
    int64_t fit = size == 0 ? MOST_RESOURCES : resources * AIMED_SIZE / (int64_t)size;
    return fit < 1 ? 1 : fit > MOST_RESOURCES ? MOST_RESOURCES : fit;
}

/* The next page. Where it would be too large it takes half as much; a single resource is written whatever its size. */
static int write_page(struct pages *pages, struct fg_error *err)
{
    int64_t resources = 0;
    uint64_t size = 0;
    int status = 1;
    while (status == 1) {
        FG_BUF_AUTO name = FG_BUF_INIT;
        status = plan_page(pages, &name, &resources, err);
        pages->end = status == 1;
        if (status != 0)
            return status < 0 ? -1 : 0;
        status = write_file(pages, pages->page, name.data, true, resources > 1 ? MAX_SIZE : 0, &size, err);
        if (status == 1)
            pages->resources = resources / 2;
    }
    if (status == 0)
        pages->resources = next_resources(resources, size);
    return status;
}

/* All pages, then the index. 1: the index would be too large with so many rows of each list. */
static int write_split(struct pages *pages, int64_t most, struct fg_error *err)
{
    uint64_t size;
    fg_finished_done(&pages->files);
    pages->end = false;
    pages->resources = MOST_RESOURCES;
    if (fg_store_run(pages->job->store, "render/forget_pages", err) < 0 || set_bounds(pages, most, err) < 0)
        return -1;
    while (!pages->end)
        if (write_page(pages, err) < 0)
            return -1;
    return write_file(pages, pages->index, "report.html", true, most > 1 ? MAX_SIZE : 0, &size, err);
}

/* What is listed on the index is known to the pages, which link to it: with other bounds they are written anew. That
 * takes texts far longer than those of AWS. */
static int split(struct pages *pages, struct fg_error *err)
{
    int status = 1;
    for (int64_t most = MOST_ROWS; status == 1; most /= 2)
        status = write_split(pages, most, err);
    return status;
}

static int is_split(struct pages *pages, bool *ret_split, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(pages->job->store, "queries/report_page_size", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    if (step < 0)
        return -1;
    *ret_split = step > 0 && fg_column_int(query, 1) != 0;
    fg_statement_reset(query);
    return 0;
}

static int write_all(struct pages *pages, struct fg_error *err)
{
    bool many;
    uint64_t size;
    const char *out = pages->job->options->out;
    if (is_split(pages, &many, err) < 0 || set_bounds(pages, -1, err) < 0)
        return -1;
    int status = many ? 1 : write_file(pages, pages->index, "report.html", false, MAX_SIZE, &size, err);
    if (status != 1)
        return status;
    status = fg_pages_folder_make(out, err);
    return status < 0 ? -1 : split(pages, err);
}

/* ---- Their places ---- */

/* The index comes last: until then that of an earlier run stands. */
static int take_places(struct pages *pages, struct fg_error *err)
{
    const struct fg_report_job *job = pages->job;
    const struct fg_finished *files = &pages->files;
    if (fg_finished_commit(files, err) < 0)
        return -1;
    for (size_t i = 0; i < files->count; i++)
        job->notice(job->context, fg_output_path(files->files[i == 0 ? files->count - 1 : i - 1]));
    return fg_pages_folder_clean(job->store, job->options->out, err);
}

int fg_pages_write(const struct fg_report_job *job, const char *file, const char *what, struct fg_error *err)
{
    struct pages pages = {.job = job};
    const char *lang = job->options->lang;
    (void)file;
    (void)what;
    int status = fg_report_compile(job->store, INDEX, lang, &pages.index, err);
    if (status == 0)
        status = fg_report_compile(job->store, PAGE, lang, &pages.page, err);
    if (status == 0)
        status = write_all(&pages, err);
    if (status == 0)
        status = take_places(&pages, err);
    fg_finished_done(&pages.files);
    fg_template_free(pages.index);
    fg_template_free(pages.page);
    if (status < 0)
        fg_pages_folder_leave(job->options->out);
    return status;
}
