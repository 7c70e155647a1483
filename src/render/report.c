/* SPDX-License-Identifier: MIT */
#include "render/report.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "fargauge/buf.h"
#include "render/listing.h"
#include "render/messages.h"
#include "render/pages.h"

static fg_report_write_fn write_page, write_table, write_listing, write_oscal;

static const struct {
    const char *format;
    const char *file; /* NULL: the writer names its files */
    fg_report_write_fn *write;
    const char *what;
} reports[] = {
    {"html", "report.html", fg_pages_write, NULL},
    {"html", "remediation.sh", write_listing, "cli"},
    {"html", "remediation.tf", write_listing, "terraform"},
    {"csv", "results.csv", write_table, "templates/csv/results.xml"},
    {"csv", "requirements.csv", write_table, "templates/csv/requirements.xml"},
    {"csv", "sources.csv", write_table, "templates/csv/sources.xml"},
    {"csv", "waivers.csv", write_table, "templates/csv/waivers.xml"},
    {"csv", "gaps.csv", write_table, "templates/csv/gaps.xml"},
    {"csv", "history.csv", write_table, "templates/csv/history.xml"},
    {"junit", NULL, fg_junit_write, NULL},
    {"sarif", "results.sarif", write_page, "templates/sarif/results.xml"},
    {"markdown", "summary.md", write_page, "templates/markdown/summary.xhtml"},
    {"oscal", "oscal-ar.json", write_oscal, "templates/oscal/results.xml"},
    {"none", NULL, NULL, NULL}, /* for those who want their own templates' output alone */
};
enum { REPORT_COUNT = sizeof reports / sizeof reports[0] };

/* What is written where no format is named. */
static const char EVERYDAY[] = "html,csv,junit";

/* True where `name` is one of the comma-separated `formats`. */
static bool wanted(const char *formats, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = formats == NULL ? EVERYDAY : formats; at != NULL; at = strchr(at, ',')) {
        at += *at == ',';
        if (strncmp(at, name, len) == 0 && (at[len] == ',' || at[len] == '\0'))
            return true;
    }
    return false;
}

static bool known(const char *name, size_t len)
{
    for (size_t i = 0; i < REPORT_COUNT; i++)
        if (strlen(reports[i].format) == len && strncmp(reports[i].format, name, len) == 0)
            return true;
    return false;
}

int fg_render_check_formats(const char *formats, struct fg_error *err)
{
    for (const char *at = formats; at != NULL && *at != '\0';) {
        size_t len = strcspn(at, ",");
        if (!known(at, len)) {
            fg_error_set(err, FG_USAGE, "--format: %.*s: there is no such format", (int)len, at);
            return fg_error_hint(err, "choose among html, csv, junit, sarif, markdown and oscal, separated by commas, or none");
        }
        at += len + (at[len] == ',');
    }
    return 0;
}

const char *fg_render_file(const char *formats, size_t index)
{
    for (size_t i = 0; i < REPORT_COUNT; i++)
        if (reports[i].file != NULL && wanted(formats, reports[i].format) && index-- == 0)
            return reports[i].file;
    return NULL;
}

int fg_report_compile(struct fg_store *store, const char *path, const char *lang, struct fg_template **ret_template,
                      struct fg_error *err)
{
    struct fg_messages messages = {.store = store, .lang = lang};
    const struct fg_template_env env = {.message = fg_messages_find, .context = &messages};
    struct fg_template *template = NULL;
    int status = fg_template_compile(fg_store_resources(store), path, &env, &template, err);
    fg_buf_done(&messages.text);
    if (fg_messages_check(&messages, status, err) < 0) {
        fg_template_free(template);
        return -1;
    }
    *ret_template = template;
    return 0;
}

/* Start writing `file` of the folder; its path is appended to `path`. */
static int open_file(const struct fg_report_job *job, const char *file, struct fg_buf *path, struct fg_output **ret_output,
                     struct fg_error *err)
{
    fg_buf_printf(path, "%s/%s", job->options->out, file);
    return path->failed ? fg_error_memory(err) : fg_output_open(path->data, ret_output, err);
}

static int commit(const struct fg_report_job *job, struct fg_output *output, const struct fg_buf *path, struct fg_error *err)
{
    if (fg_output_commit(output, err) < 0)
        return -1;
    job->notice(job->context, path->data);
    return 0;
}

int fg_report_render(const struct fg_report_job *job, const struct fg_template *template, const struct fg_param *own,
                     struct fg_output *output, struct fg_error *err)
{
    enum { OWN_MAX = 2 };
    const struct fg_render_cover *cover = &job->options->cover;
    const struct fg_param common[] = {
        {"assessment", job->assessment},
        {"lang", job->options->lang},
        {"organisation", cover->organisation},
        {"period", cover->period},
        {"scope", cover->scope},
        {"prepared_by", cover->prepared_by},
        {"prepared_for", cover->prepared_for},
        FG_REPORT_WHOLE,
    };
    struct fg_param params[OWN_MAX + sizeof common / sizeof common[0]];
    size_t count = 0;
    for (; own != NULL && own[count].name != NULL && count < OWN_MAX; count++)
        params[count] = own[count];
    memcpy(params + count, common, sizeof common);
    return fg_template_render(template, fg_store_handle(job->store), fg_store_resources(job->store), params,
                              count + sizeof common / sizeof common[0], output, err);
}

/* The file that the template `what` makes, behind `before`. */
static int write_template(const struct fg_report_job *job, const char *file, const char *what, const char *before,
                          struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    FG_OUTPUT_AUTO *output = NULL;
    struct fg_template *template = NULL;
    if (fg_report_compile(job->store, what, job->options->lang, &template, err) < 0)
        return -1;
    int status = open_file(job, file, &path, &output, err);
    if (status == 0) {
        fg_output_text(output, before);
        status = fg_report_render(job, template, NULL, output, err);
    }
    fg_template_free(template);
    return status < 0 ? -1 : commit(job, output, &path, err);
}

static int write_page(const struct fg_report_job *job, const char *file, const char *what, struct fg_error *err)
{
    return write_template(job, file, what, "", err);
}

static int write_table(const struct fg_report_job *job, const char *file, const char *what, struct fg_error *err)
{
    return write_template(job, file, what, job->options->csv_bom ? "\xEF\xBB\xBF" : "", err);
}

static int write_oscal(const struct fg_report_job *job, const char *file, const char *what, struct fg_error *err)
{
    return fg_store_run(job->store, "render/oscal", err) < 0 ? -1 : write_template(job, file, what, "", err);
}

static int write_listing(const struct fg_report_job *job, const char *file, const char *what, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    FG_OUTPUT_AUTO *output = NULL;
    if (open_file(job, file, &path, &output, err) < 0 ||
        fg_listing_write(job->store, what, job->options->lang, output, err) < 0)
        return -1;
    return commit(job, output, &path, err);
}

/* The newest assessment's id as text. */
static int find_assessment(struct fg_store *store, char *out, size_t room, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "queries/newest_assessment", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    if (step < 0)
        return -1;
    if (step == 0) {
        fg_error_set(err, FG_USAGE, "render: there is no assessment in the database yet");
        return fg_error_hint(err, "assess first: fargauge assess --db FILE");
    }
    snprintf(out, room, "%lld", (long long)fg_column_int(query, 0));
    fg_statement_reset(query);
    return 0;
}

int fg_report_prepare(struct fg_store *store, const char *lang, struct fg_error *err)
{
    struct fg_statement *failures;
    if (fg_store_run(store, "render/tables", err) < 0 || fg_store_statement(store, "render/failures", &failures, err) < 0)
        return -1;
    fg_bind_text(failures, "lang", lang);
    return fg_step_done(failures, NULL, err) < 0 ? -1 : fg_store_run(store, "render/history", err);
}

/* What the formats that are written need of it. */
static int prepare(const struct fg_report_job *job, struct fg_error *err)
{
    const struct fg_render_options *options = job->options;
    if (wanted(options->formats, "html") || options->own != NULL)
        return fg_report_prepare(job->store, options->lang, err);
    if (!wanted(options->formats, "csv"))
        return 0;
    return fg_store_run(job->store, "render/tables", err) < 0 ? -1 : fg_store_run(job->store, "render/history", err);
}

static int write_wanted(const struct fg_report_job *job, struct fg_error *err)
{
    for (size_t i = 0; i < REPORT_COUNT; i++)
        if (reports[i].write != NULL && wanted(job->options->formats, reports[i].format) &&
            reports[i].write(job, reports[i].file, reports[i].what, err) < 0)
            return -1;
    return 0;
}

int fg_render_reports(struct fg_store *store, const struct fg_render_options *options,
                      fg_render_notice_fn *notice, void *context, struct fg_error *err)
{
    char assessment[32];
    const struct fg_report_job job = {store, options, assessment, notice, context};
    if (fg_render_check_formats(options->formats, err) < 0 ||
        find_assessment(store, assessment, sizeof assessment, err) < 0 || prepare(&job, err) < 0)
        return -1;
    if (write_wanted(&job, err) < 0)
        return -1;
    return options->own == NULL ? 0
                                : fg_own_render(options->own, store, options->out, assessment, options->lang, notice,
                                                context, err);
}
