/* SPDX-License-Identifier: MIT */
#include "cmd/steps.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/buf.h"
#include "fargauge/visible.h"

int fg_make_folder(const char *path, struct fg_error *err)
{
    FG_BUF_AUTO part = FG_BUF_INIT;
    struct stat status;
    int why = 0;
    for (const char *at = path; *at != '\0'; at += strspn(at, "/")) {
        at += strcspn(at, "/");
        fg_buf_clear(&part);
        fg_buf_add(&part, path, (size_t)(at - path));
        if (part.failed)
            return fg_error_memory(err);
        if (part.len > 0 && mkdir(part.data, 0777) < 0 && errno != EEXIST) {
            why = errno;
            break;
        }
    }
    int there = stat(path, &status);
    if (there == 0 && S_ISDIR(status.st_mode))
        return 0;
    fg_error_set(err, FG_IO, "folder: %s: %s", path, strerror(why != 0 ? why : there < 0 ? errno : ENOTDIR));
    return fg_error_hint(err, "name a folder that may be written with --out");
}

static void tell_written(void *context, const char *path)
{
    fg_log_line(context, "Wrote %s", path);
}

struct fg_render_options fg_step_render_options(const struct fg_render_choice *choice, const char *out)
{
    return (struct fg_render_options){
        .out = out,
        .formats = choice->format,
        .lang = choice->lang == NULL ? "en" : choice->lang,
        .csv_bom = choice->csv_bom,
        .junit = {choice->junit_profile, choice->junit_group, choice->junit_status.values, choice->junit_status.count,
                  choice->junit_max_cases, choice->junit_max_size},
        .cover = choice->cover,
    };
}

int fg_step_check_line(const char *option, const char *text, struct fg_error *err)
{
    if (text == NULL || (fg_visible_span(text, strlen(text)) == strlen(text) && strpbrk(text, "\n\t") == NULL))
        return 0;
    fg_error_set(err, FG_USAGE, "--%s: %s: a character that cannot be shown in a line", option, text);
    return fg_error_hint(err, "give it as one line of UTF-8 text without control characters");
}

/* The cover's texts go into the page as they are. */
static int check_cover(const struct fg_render_cover *cover, struct fg_error *err)
{
    const struct {
        const char *option, *text;
    } texts[] = {
        {"organisation", cover->organisation}, {"period", cover->period},
        {"scope", cover->scope},               {"prepared-by", cover->prepared_by},
        {"prepared-for", cover->prepared_for},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (fg_step_check_line(texts[i].option, texts[i].text, err) < 0)
            return -1;
    return 0;
}

/* Refuse a folder with anything wrong, with the first of it. */
static int check_templates(const struct fg_run *run, const char *dir, struct fg_error *err)
{
    struct fg_faults faults = {0};
    int status = fg_own_check(dir, run->resources, &faults, err);
    if (status == 0 && faults.count > 0) {
        const struct fg_fault *first = &faults.list[0];
        if (first->line > 0)
            fg_error_set(err, FG_USAGE, "template: %s:%u:%u: %s", first->path, first->line, first->column, first->why);
        else
            fg_error_set(err, FG_USAGE, "template: %s: %s", first->path, first->why);
        status = fg_error_hint(err, "%s; see everything with: fargauge templates check %s", first->hint, dir);
    }
    fg_faults_done(&faults);
    return status;
}

int fg_step_check_render(const struct fg_run *run, const struct fg_render_choice *choice, struct fg_error *err)
{
    const struct fg_render_options options = fg_step_render_options(choice, NULL);
    if (fg_render_check_formats(choice->format, err) < 0 || fg_render_check_junit(&options.junit, err) < 0 ||
        check_cover(&choice->cover, err) < 0)
        return -1;
    return choice->template_dir == NULL ? 0 : check_templates(run, choice->template_dir, err);
}

int fg_step_check_out(const char *out, const struct fg_render_choice *choice, struct fg_error *err)
{
    const char *file;
    struct stat status;
    for (size_t i = 0; (file = fg_render_file(choice->format, i)) != NULL; i++) {
        FG_BUF_AUTO path = FG_BUF_INIT;
        fg_buf_printf(&path, "%s/%s", out, file);
        if (path.failed)
            return fg_error_memory(err);
        if (stat(path.data, &status) < 0 || !S_ISREG(status.st_mode) || access(path.data, R_OK) < 0)
            continue;
        int is_export = fg_inputs_is_export(path.data, err);
        if (is_export == 0)
            continue;
        if (is_export < 0) {
            err->code = FG_IO;
            return fg_error_prepend(err, "output: %s", path.data);
        }
        fg_error_set(err, FG_USAGE, "--out: %s: an export or a waiver file stands there, which the report would replace",
                     path.data);
        return fg_error_hint(err, "name another folder, or give that file another name");
    }
    return 0;
}

int fg_step_open_templates(const struct fg_run *run, const struct fg_render_choice *choice,
                           struct fg_own_templates **ret_templates, struct fg_error *err)
{
    struct fg_faults faults = {0};
    int status = choice->template_dir == NULL
                     ? 0
                     : fg_own_open(choice->template_dir, run->resources, &faults, ret_templates, err);
    fg_faults_done(&faults);
    return status;
}

int fg_step_render(const struct fg_run *run, struct fg_store *store, const char *out,
                   const struct fg_render_choice *choice, int *ret_code, struct fg_error *err)
{
    struct fg_render_options options = fg_step_render_options(choice, out);
    struct fg_own_templates *own = NULL;
    if (fg_make_folder(out, err) < 0 || fg_step_open_templates(run, choice, &own, err) < 0)
        return -1;
    options.own = own;
    if (fg_store_begin_read(store, err) < 0) {
        fg_own_close(own);
        return -1;
    }
    int status = fg_render_reports(store, &options, tell_written, run->log, err);
    if (status == 0)
        status = fg_step_verdict(store, ret_code, err);
    fg_store_rollback(store); /* it only read */
    fg_own_close(own);
    return status;
}
