/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "fargauge/buf.h"
#include "fargauge/template.h"
#include "render/messages.h"
#include "render/own.h"
#include "render/query.h"
#include "render/report.h"
#include "render/template_load.h"
#include "render/template_place.h"

/* A program that opens a file goes by its name's ending: what is no HTML must not be taken for it. */
static bool fits(enum fg_mode mode, const char *name)
{
    static const struct {
        enum fg_mode mode;
        const char *ending;
    } endings[] = {
        {FG_MODE_HTML, ".html"}, {FG_MODE_HTML, ".htm"},   {FG_MODE_XML, ".xml"},     {FG_MODE_CSV, ".csv"},
        {FG_MODE_JSON, ".json"}, {FG_MODE_JSON, ".sarif"}, {FG_MODE_MARKDOWN, ".md"}, {FG_MODE_TEXT, ".txt"},
    };
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (endings[i].mode == mode && strcmp(endings[i].ending, dot) == 0)
            return true;
    return false;
}

static int check_template(const struct fg_own_templates *templates, const struct fg_own_output *output,
                          struct fg_messages *messages, struct fg_faults *faults, struct fg_error *err)
{
    const struct fg_template_env env = {.message = fg_messages_find, .context = messages};
    const struct fg_param params[] = {{"assessment", NULL}, {"lang", messages->lang}, FG_REPORT_WHOLE};
    const struct fg_resource *file = fg_resources_find(templates->resources, output->path);
    enum fg_mode mode = FG_MODE_HTML;
    size_t before = faults->count;
    int status = fg_template_check(templates->resources, output->path, &env, fg_store_handle(messages->store), params,
                                   sizeof params / sizeof params[0], faults, &mode, err);
    if (fg_messages_check(messages, status, err) < 0)
        return -1;
    if (faults->count == before && !fits(mode, output->name))
        fg_faults_add(faults, fg_resource_shown(file), 1, 1, "what it writes does not fit the name of what it writes",
                      "HTML is .html, XML .xml, CSV .csv, JSON .json or .sarif, Markdown .md, text .txt");
    return 0;
}

static int check_query(const struct fg_own_templates *templates, sqlite3 *db, const struct fg_resource *file,
                       struct fg_faults *faults, struct fg_error *err)
{
    static const char folder[] = "sql/queries/";
    FG_BUF_AUTO name = FG_BUF_INIT;
    sqlite3_stmt *statement = NULL;
    fg_buf_add(&name, file->path + strlen(folder), strlen(file->path) - strlen(folder) - strlen(".sql"));
    if (name.failed)
        return fg_error_memory(err);
    if (!fg_query_is_name(fg_buf_text(&name)))
        return 0; /* was said */
    fg_query_guard(db);
    int status = fg_query_check(db, templates->resources, name.data, faults, &statement, err);
    fg_query_unguard(db);
    sqlite3_finalize(statement);
    if (status == 0 && !fg_query_has_order(file->data))
        fg_faults_add(faults, fg_resource_shown(file), 1, 1, "the query has no order of its own",
                      "end it in order by, over columns that tell any two rows apart: reports come out the same each time");
    return status < 0 && err->code != FG_INTERNAL ? -1 : 0;
}

/* Parts that no template includes, too. */
static int check_files(const struct fg_own_templates *templates, struct fg_store *store, struct fg_faults *faults,
                       struct fg_error *err)
{
    const struct fg_resource *files;
    size_t count = fg_resources_list(templates->resources, "", &files);
    for (size_t i = 0; i < count; i++) {
        xmlDoc *document = NULL;
        if (!fg_own_is_markup(files[i].path)) {
            if (check_query(templates, fg_store_handle(store), &files[i], faults, err) < 0)
                return -1;
        } else if (fg_template_load(&files[i], faults, &document, NULL) == 0) {
            xmlFreeDoc(document);
        }
    }
    return 0;
}

static int check_all(const struct fg_own_templates *templates, struct fg_store *store, struct fg_faults *faults,
                     struct fg_error *err)
{
    int status = check_files(templates, store, faults, err);
    for (size_t lang = 0; lang < FG_LANGUAGES && status == 0; lang++) {
        struct fg_messages messages = {.store = store, .lang = fg_languages[lang], .own = templates};
        for (size_t i = 0; i < templates->count && status == 0; i++)
            status = check_template(templates, &templates->outputs[i], &messages, faults, err);
        fg_buf_done(&messages.text);
    }
    return status;
}

int fg_own_check(const char *dir, const struct fg_resources *base, struct fg_faults *faults, struct fg_error *err)
{
    struct fg_own_templates *templates;
    struct fg_store *store;
    if (fg_own_open(dir, base, faults, &templates, err) < 0)
        return -1;
    int status = fg_store_open(":memory:", true, base, &store, err);
    if (status == 0) {
        status = fg_report_prepare(store, "en", err);
        if (status == 0)
            status = check_all(templates, store, faults, err);
        fg_store_close(store);
    }
    fg_own_close(templates);
    fg_faults_sort(faults);
    return status == 0 && faults->failed ? fg_error_memory(err) : status;
}
