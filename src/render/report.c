/* SPDX-License-Identifier: MIT */
#include "fargauge/render.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "fargauge/buf.h"
#include "fargauge/template.h"
#include "render/messages.h"

static const struct {
    const char *format;
    const char *template; /* NULL: nothing is written */
    const char *file;
    bool asked;           /* only where it is named */
} reports[] = {
    {"html", "templates/html/report.xhtml", "report.html", false},
    {"csv", "templates/csv/results.xml", "results.csv", false},
    {"junit", "templates/junit/junit.xml", "junit.xml", false},
    {"sarif", "templates/sarif/results.xml", "results.sarif", true},
    {"markdown", "templates/markdown/summary.xhtml", "summary.md", true},
    {"none", NULL, NULL, true}, /* for those who want their own template's output alone */
};
enum { REPORT_COUNT = sizeof reports / sizeof reports[0] };

/* True where `name` is one of the comma-separated `formats`; NULL means all. */
static bool wanted(const char *formats, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = formats; at != NULL; at = strchr(at, ',')) {
        at += *at == ',';
        if (strncmp(at, name, len) == 0 && (at[len] == ',' || at[len] == '\0'))
            return true;
    }
    return formats == NULL;
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
            return fg_error_hint(err, "choose among html, csv, junit, sarif and markdown, separated by commas, or none");
        }
        at += len + (at[len] == ',');
    }
    return 0;
}

static int write_report(struct fg_store *store, size_t report,
                        const struct fg_render_options *options, const char *assessment,
                        const char *path, struct fg_error *err)
{
    struct fg_messages messages = {.store = store, .lang = options->lang};
    const struct fg_template_env env = {.message = fg_messages_find, .context = &messages};
    const struct fg_resources *resources = fg_store_resources(store);
    const struct fg_param params[] = {{"assessment", assessment}, {"lang", options->lang}};
    struct fg_template *template = NULL;
    FG_OUTPUT_AUTO *output = NULL;
    int status = fg_template_compile(resources, reports[report].template, &env, &template, err);
    fg_buf_done(&messages.text);
    if (status == 0)
        status = fg_output_open(path, &output, err);
    if (status == 0)
        status = fg_template_render(template, fg_store_handle(store), resources, params,
                                    sizeof params / sizeof params[0], output, err);
    if (status == 0)
        status = fg_output_commit(output, err);
    fg_template_free(template);
    return status;
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

static int write_wanted(struct fg_store *store, const struct fg_render_options *options,
                        const char *assessment, fg_render_notice_fn *notice, void *context,
                        struct fg_error *err)
{
    for (size_t i = 0; i < REPORT_COUNT; i++) {
        FG_BUF_AUTO path = FG_BUF_INIT;
        if (!wanted(options->formats, reports[i].format) || reports[i].template == NULL ||
            (options->formats == NULL && reports[i].asked))
            continue;
        fg_buf_printf(&path, "%s/%s", options->out, reports[i].file);
        if (path.failed)
            return fg_error_memory(err);
        if (write_report(store, i, options, assessment, path.data, err) < 0)
            return -1;
        notice(context, path.data);
    }
    return 0;
}

int fg_render_reports(struct fg_store *store, const struct fg_render_options *options,
                      fg_render_notice_fn *notice, void *context, struct fg_error *err)
{
    char assessment[32];
    if (fg_render_check_formats(options->formats, err) < 0 ||
        find_assessment(store, assessment, sizeof assessment, err) < 0)
        return -1;
    if (write_wanted(store, options, assessment, notice, context, err) < 0)
        return -1;
    return options->own == NULL ? 0
                                : fg_own_render(options->own, store, options->out, assessment, options->lang, notice,
                                                context, err);
}
