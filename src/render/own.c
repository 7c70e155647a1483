/* SPDX-License-Identifier: MIT */
#include "render/own.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fargauge/buf.h"
#include "fargauge/template.h"
#include "fargauge/visible.h"
#include "render/messages.h"
#include "render/query.h"
#include "render/report.h"
#include "render/template_load.h"
#include "render/template_place.h"

static void fault(struct fg_faults *faults, const struct fg_resource *file, const char *why, const char *hint)
{
    fg_faults_add(faults, fg_resource_shown(file), 0, 0, why, hint);
}

/* What the program writes, or may come to write, beside a template's output: compared without regard to case, as some
 * file systems do. */
static bool is_reserved(const char *name)
{
    static const char *const patterns[] = {
        "fargauge.*",       "report.*",    "results.*",   "junit*.xml", "remediation.*",
        "requirements.csv", "sources.csv", "waivers.csv", "gaps.csv",   "summary.md",
        "history.csv",      "diff.*",
    };
    char lower[256]; /* no file has a longer name */
    size_t len = strlen(name);
    if (len >= sizeof lower)
        return false;
    for (size_t i = 0; i <= len; i++)
        lower[i] = (char)(name[i] >= 'A' && name[i] <= 'Z' ? name[i] + 32 : name[i]);
    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++)
        if (fnmatch(patterns[i], lower, 0) == 0)
            return true;
    return false;
}

struct trouble {
    const char *why; /* NULL: none */
    const char *hint;
};

static struct trouble name_trouble(const struct fg_own_templates *templates, const char *name)
{
    static const char another[] = "give it another name: it writes what its name says, without the last ending";
    const char *dot = strrchr(name, '.');
    if (dot == NULL || dot == name || dot[1] == '\0')
        return (struct trouble){"its name does not say what it writes",
                                "name it OUT.EXT.xhtml, such as team.html.xhtml; parts stand in a folder of their own"};
    if (fg_visible_span(name, strlen(name)) < strlen(name) || strpbrk(name, "\t\n") != NULL)
        return (struct trouble){"a character that cannot be seen in its name", another};
    if (is_reserved(name))
        return (struct trouble){"it would write over a file of the program's", another};
    for (size_t i = 0; i < templates->count; i++)
        if (strcmp(templates->outputs[i].name, name) == 0)
            return (struct trouble){"another template writes the same file", another};
    const struct fg_resource *files;
    size_t count = fg_resources_list(templates->resources, name, &files);
    bool taken = count > 0 && strcmp(files[0].path, name) == 0;
    return taken ? (struct trouble){"it would write over a file of this folder", another} : (struct trouble){NULL, NULL};
}

/* A file at the folder's top is a template. */
static int take_output(struct fg_own_templates *templates, const struct fg_resource *file, struct fg_faults *faults,
                       struct fg_error *err)
{
    if (strchr(file->path, '/') != NULL || !fg_own_is_markup(file->path) || strcmp(file->path, "messages.xml") == 0)
        return 0;
    char *name = strndup(file->path, (size_t)(strrchr(file->path, '.') - file->path));
    if (name == NULL)
        return fg_error_memory(err);
    struct trouble trouble = name_trouble(templates, name);
    if (trouble.why != NULL) {
        fault(faults, file, trouble.why, trouble.hint);
        free(name);
        return 0;
    }
    templates->outputs[templates->count++] = (struct fg_own_output){.name = name, .path = file->path};
    return 0;
}

static int find_outputs(struct fg_own_templates *templates, struct fg_faults *faults, struct fg_error *err)
{
    const struct fg_resource *files;
    size_t count = fg_resources_list(templates->resources, "", &files);
    int status = 0;
    templates->outputs = calloc(count + 1, sizeof *templates->outputs);
    if (templates->outputs == NULL)
        return fg_error_memory(err);
    for (size_t i = 0; i < count && status == 0; i++) {
        status = take_output(templates, &files[i], faults, err);
        if (strncmp(files[i].path, "sql/", 4) != 0)
            continue;
        FG_BUF_AUTO name = FG_BUF_INIT;
        fg_buf_add(&name, files[i].path + strlen("sql/queries/"),
                   strlen(files[i].path) - strlen("sql/queries/") - strlen(".sql"));
        if (!fg_query_is_name(fg_buf_text(&name)))
            fault(faults, &files[i], "not the name of a query", "use letters, digits, _ and -, in queries/ itself");
    }
    if (status == 0 && templates->count == 0 && faults->count == 0)
        fg_faults_add(faults, templates->dir, 0, 0, "there is no template in it",
                      "fargauge templates new DIR writes one to start from");
    return status;
}

int fg_own_open(const char *dir, const struct fg_resources *base, struct fg_faults *faults,
                struct fg_own_templates **ret_templates, struct fg_error *err)
{
    struct fg_own_templates *templates = calloc(1, sizeof *templates);
    if (templates == NULL)
        return fg_error_memory(err);
    templates->dir = strdup(dir);
    int status = templates->dir == NULL ? fg_error_memory(err) : 0;
    if (status == 0)
        status = fg_resources_open_over(base, &templates->resources, err);
    if (status == 0)
        status = fg_own_read(templates, faults, err);
    if (status == 0)
        status = fg_own_read_messages(templates, faults, err);
    if (status == 0)
        status = find_outputs(templates, faults, err);
    if (status == 0 && faults->failed)
        status = fg_error_memory(err);
    if (status == 0)
        *ret_templates = templates;
    else
        fg_own_close(templates);
    return status;
}

void fg_own_close(struct fg_own_templates *templates)
{
    if (templates == NULL)
        return;
    for (size_t i = 0; i < templates->count; i++)
        free(templates->outputs[i].name);
    for (size_t i = 0; i < templates->text_count; i++) {
        free(templates->texts[i].key);
        for (size_t lang = 0; lang < FG_LANGUAGES; lang++)
            free(templates->texts[i].texts[lang]);
    }
    free(templates->outputs);
    free(templates->texts);
    free(templates->dir);
    fg_resources_close(templates->resources);
    free(templates);
}

size_t fg_own_count(const struct fg_own_templates *templates)
{
    return templates->count;
}

const char *fg_own_output(const struct fg_own_templates *templates, size_t index)
{
    return templates->outputs[index].name;
}

static int render_to(const struct fg_own_templates *templates, const struct fg_own_output *output,
                     struct fg_messages *messages, const char *assessment, const char *path, struct fg_error *err)
{
    const struct fg_template_env env = {.message = fg_messages_find, .context = messages};
    const struct fg_param params[] = {{"assessment", assessment}, {"lang", messages->lang}, FG_REPORT_WHOLE};
    struct fg_template *template = NULL;
    FG_OUTPUT_AUTO *to = NULL;
    int status = fg_template_compile(templates->resources, output->path, &env, &template, err);
    status = fg_messages_check(messages, status, err);
    if (status == 0)
        status = fg_output_open(path, &to, err);
    if (status == 0)
        status = fg_store_bound(messages->store, err);
    if (status == 0 && fg_template_render(template, fg_store_handle(messages->store), templates->resources, params,
                                          sizeof params / sizeof params[0], to, err) < 0)
        status = fg_store_bound_error(messages->store, "template", output->name, err);
    fg_store_unbound(messages->store);
    if (status == 0)
        status = fg_output_commit(to, err);
    fg_template_free(template);
    return status;
}

/* The audit may bear any name, and lie in the same folder. */
static bool is_database(struct fg_store *store, const char *path)
{
    const char *database = sqlite3_db_filename(fg_store_handle(store), "main");
    struct stat ours, theirs;
    return database != NULL && stat(database, &ours) == 0 && stat(path, &theirs) == 0 &&
           ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

static int render_one(const struct fg_own_templates *templates, const struct fg_own_output *output,
                      struct fg_messages *messages, const char *out, const char *assessment, fg_own_notice_fn *notice,
                      void *context, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fg_buf_printf(&path, "%s/%s", out, output->name);
    if (path.failed)
        return fg_error_memory(err);
    if (is_database(messages->store, path.data)) {
        fg_error_set(err, FG_USAGE, "template: %s: it would write over the audit's database", output->name);
        return fg_error_hint(err, "give the template another name");
    }
    if (render_to(templates, output, messages, assessment, path.data, err) == 0) {
        notice(context, path.data);
        return 0;
    }
    if (err->code == FG_INTERNAL)
        err->code = FG_USAGE; /* the template is not ours */
    return -1;
}

int fg_own_render(const struct fg_own_templates *templates, struct fg_store *store, const char *out,
                  const char *assessment, const char *lang, fg_own_notice_fn *notice, void *context,
                  struct fg_error *err)
{
    struct fg_messages messages = {.store = store, .lang = lang, .own = templates};
    int status = 0;
    for (size_t i = 0; i < templates->count && status == 0; i++)
        status = render_one(templates, &templates->outputs[i], &messages, out, assessment, notice, context, err);
    fg_buf_done(&messages.text);
    return status;
}
