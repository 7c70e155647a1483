/* SPDX-License-Identifier: MIT */
#include "pack/documents.h"

#include <inttypes.h>
#include <stdio.h>

#include "fargauge/output.h"
#include "fargauge/template.h"
#include "fargauge/version.h"
#include "render/report.h"

static const struct {
    const char *file, *template, *lang;
} documents[] = {
    {"STATEMENT.txt", "templates/pack/statement.xhtml", "en"},
    {"STATEMENT.ja.txt", "templates/pack/statement.xhtml", "ja"},
    {"pack.json", "templates/pack/pack.xml", NULL}, /* in the reports' language, where any is shown */
    {"inputs.csv", "templates/pack/inputs.xml", NULL},
    {"import-log.csv", "templates/pack/import_log.xml", NULL},
};

enum { NUMBER_SIZE = 24, PARAMS_MAX = 32 };

/* Values for templates and queries, some of them made up here. */
struct values {
    struct fg_param params[PARAMS_MAX];
    size_t count;
    char schema[NUMBER_SIZE], cases[NUMBER_SIZE], size[NUMBER_SIZE];
    struct fg_buf ruleset, statuses;
};

static void give(struct values *values, const char *name, const char *value)
{
    values->params[values->count++] = (struct fg_param){name, value};
}

static const char *or_null(const char *text)
{
    return text == NULL || text[0] == '\0' ? NULL : text;
}

/* NULL for 0: the default. */
static const char *number(char out[NUMBER_SIZE], uint64_t value)
{
    snprintf(out, NUMBER_SIZE, "%" PRIu64, value);
    return value == 0 ? NULL : out;
}

static void give_report_options(struct values *values, const struct fg_pack_options *options)
{
    const struct fg_render_options *render = &options->render;
    bool own_templates = options->again != NULL ? options->again->own_templates : render->own != NULL;
    const struct fg_junit_options *junit = &render->junit;
    for (size_t i = 0; i < junit->status_count; i++)
        fg_buf_printf(&values->statuses, "%s%s", i > 0 ? "," : "", junit->statuses[i]);
    give(values, "format", render->formats);
    give(values, "csv_bom", render->csv_bom ? "1" : "0");
    give(values, "junit_profile", junit->profile);
    give(values, "junit_group", junit->group);
    give(values, "junit_status", or_null(fg_buf_text(&values->statuses)));
    give(values, "junit_max_cases", number(values->cases, junit->max_cases));
    give(values, "junit_max_size", number(values->size, junit->max_size));
    give(values, "organisation", render->cover.organisation);
    give(values, "period", render->cover.period);
    give(values, "scope", render->cover.scope);
    give(values, "prepared_by", render->cover.prepared_by);
    give(values, "prepared_for", render->cover.prepared_for);
    give(values, "own_templates", own_templates ? "1" : "0");
}

/* The one value of a query's one row, appended. */
static int ask(struct fg_store *copy, const char *name, struct fg_buf *out, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(copy, name, &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    if (step > 0)
        fg_buf_add_text(out, fg_column_text(query, 0));
    fg_statement_reset(query);
    if (step < 0)
        return -1;
    return out->failed ? fg_error_memory(err) : 0;
}

static int gather(struct fg_store *copy, const struct fg_pack_options *options, const struct fg_pack_about *about,
                  struct values *values, struct fg_error *err)
{
    FG_BUF_AUTO schema = FG_BUF_INIT;
    if (ask(copy, "store/user_version", &schema, err) < 0 || ask(copy, "store/ruleset_digest", &values->ruleset, err) < 0)
        return -1;
    snprintf(values->schema, sizeof values->schema, "%s", fg_buf_text(&schema));
    give(values, "tool_version", fg_version());
    give(values, "tool_sha256", or_null(about->tool_sha256));
    give(values, "previous", or_null(about->previous));
    give(values, "inputs", about->inputs);
    give(values, "schema_version", values->schema);
    give(values, "ruleset_digest", fg_buf_text(&values->ruleset));
    give_report_options(values, options);
    return values->statuses.failed ? fg_error_memory(err) : 0;
}

static int write_document(struct fg_store *copy, const char *file, const char *path, const char *lang,
                          const struct values *values, struct fg_error *err)
{
    FG_OUTPUT_AUTO *output = NULL;
    struct fg_template *template = NULL;
    struct values given = *values;
    give(&given, "lang", lang);
    if (fg_report_compile(copy, path, lang, &template, err) < 0)
        return -1;
    int status = fg_output_open(file, &output, err);
    if (status == 0)
        status = fg_template_render(template, fg_store_handle(copy), fg_store_resources(copy), given.params, given.count, output,
                                    err);
    fg_template_free(template);
    return status < 0 ? -1 : fg_output_commit(output, err);
}

static int write_documents(struct fg_store *copy, const struct values *values, const char *lang, const char *folder,
                           struct fg_error *err)
{
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
        FG_BUF_AUTO path = FG_BUF_INIT;
        fg_buf_printf(&path, "%s/%s", folder, documents[i].file);
        if (path.failed)
            return fg_error_memory(err);
        if (write_document(copy, path.data, documents[i].template, documents[i].lang == NULL ? lang : documents[i].lang,
                           values, err) < 0)
            return -1;
    }
    return 0;
}

int fg_pack_write_documents(struct fg_store *copy, const struct fg_pack_options *options, const struct fg_pack_about *about,
                            const char *folder, struct fg_error *err)
{
    struct values values = {0};
    int status = gather(copy, options, about, &values, err);
    if (status == 0)
        status = write_documents(copy, &values, options->render.lang, folder, err);
    fg_buf_done(&values.ruleset);
    fg_buf_done(&values.statuses);
    return status;
}

int fg_pack_tell(struct fg_store *copy, const struct fg_pack_about *about, struct fg_bag_writer *bag, struct fg_error *err)
{
    struct fg_statement *lines;
    int step;
    if (fg_store_statement(copy, "queries/pack_bag_info", &lines, err) < 0)
        return -1;
    fg_bind_text(lines, "tool_version", fg_version());
    fg_bind_text(lines, "inputs", about->inputs);
    fg_bind_text(lines, "previous", or_null(about->previous));
    while ((step = fg_step(lines, err)) > 0)
        fg_bag_tell(bag, fg_column_text(lines, 0), fg_column_text(lines, 1));
    return step;
}
