/* SPDX-License-Identifier: MIT */
#include "fargauge/render.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "fargauge/buf.h"
#include "fargauge/template.h"
#include "render/listing.h"

static const struct {
    const char *format;
    const char *template;
    const char *file;
    const char *method; /* not a template, but the listing of remedies by this method */
} reports[] = {
    {"html", "templates/html/report.xhtml", "report.html", NULL},
    {"html", NULL, "remediation.sh", "cli"},
    {"html", NULL, "remediation.tf", "terraform"},
    {"csv", "templates/csv/results.xml", "results.csv", NULL},
    {"junit", "templates/junit/junit.xml", "junit.xml", NULL},
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
            return fg_error_hint(err, "choose among html, csv and junit, separated by commas");
        }
        at += len + (at[len] == ',');
    }
    return 0;
}

/* Messages are looked up one by one while a template is compiled. */
struct messages {
    struct fg_store *store;
    const char *lang;
    struct fg_buf text; /* the last one looked up */
};

static const char *find_message(void *context, const char *key)
{
    struct messages *messages = context;
    struct fg_statement *query;
    struct fg_error ignored;
    if (fg_store_statement(messages->store, "queries/message", &query, &ignored) < 0)
        return NULL;
    fg_bind_text(query, "lang", messages->lang);
    fg_bind_text(query, "key", key);
    if (fg_step(query, &ignored) <= 0)
        return NULL;
    fg_buf_clear(&messages->text);
    fg_buf_add_text(&messages->text, fg_column_text(query, 0));
    fg_statement_reset(query);
    return messages->text.failed ? NULL : fg_buf_text(&messages->text);
}

static int write_report(struct fg_store *store, size_t report,
                        const struct fg_render_options *options, const char *assessment,
                        const char *path, struct fg_error *err)
{
    struct messages messages = {.store = store, .lang = options->lang};
    const struct fg_template_env env = {.message = find_message, .context = &messages};
    const struct fg_resources *resources = fg_store_resources(store);
    const struct fg_render_cover *cover = &options->cover;
    const struct fg_param params[] = {
        {"assessment", assessment},
        {"lang", options->lang},
        {"account", NULL}, /* of a page for one account; NULL: all */
        {"organisation", cover->organisation},
        {"period", cover->period},
        {"scope", cover->scope},
        {"prepared_by", cover->prepared_by},
        {"prepared_for", cover->prepared_for},
    };
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

static int write_listing(struct fg_store *store, size_t report, const struct fg_render_options *options,
                         const char *path, struct fg_error *err)
{
    FG_OUTPUT_AUTO *output = NULL;
    if (fg_output_open(path, &output, err) < 0 ||
        fg_listing_write(store, reports[report].method, options->lang, output, err) < 0)
        return -1;
    return fg_output_commit(output, err);
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
        if (!wanted(options->formats, reports[i].format))
            continue;
        fg_buf_printf(&path, "%s/%s", options->out, reports[i].file);
        if (path.failed)
            return fg_error_memory(err);
        int status = reports[i].method != NULL ? write_listing(store, i, options, path.data, err)
                                               : write_report(store, i, options, assessment, path.data, err);
        if (status < 0)
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
    return write_wanted(store, options, assessment, notice, context, err);
}
