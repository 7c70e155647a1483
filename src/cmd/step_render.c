/* SPDX-License-Identifier: MIT */
#include "cmd/steps.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "fargauge/buf.h"

int fg_make_folder(const char *path, struct fg_error *err)
{
    FG_BUF_AUTO part = FG_BUF_INIT;
    struct stat status;
    for (const char *at = path; *at != '\0'; at += strspn(at, "/")) {
        at += strcspn(at, "/");
        fg_buf_clear(&part);
        fg_buf_add(&part, path, (size_t)(at - path));
        if (part.failed)
            return fg_error_memory(err);
        if (part.len > 0 && mkdir(part.data, 0777) < 0 && errno != EEXIST)
            break;
    }
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return 0;
    fg_error_set(err, FG_IO, "folder: %s: %s", path, strerror(errno == EEXIST ? ENOTDIR : errno));
    return fg_error_hint(err, "name a folder that may be written with --out");
}

static void tell_written(void *context, const char *path)
{
    fg_log_line(context, "Wrote %s", path);
}

/* What the rendering takes of the choice. */
static struct fg_render_options make_options(const struct fg_render_choice *choice, const char *out)
{
    return (struct fg_render_options){
        .out = out,
        .formats = choice->format,
        .lang = choice->lang == NULL ? "en" : choice->lang,
    };
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
    if (fg_render_check_formats(choice->format, err) < 0)
        return -1;
    return choice->template_dir == NULL ? 0 : check_templates(run, choice->template_dir, err);
}

/* The templates of the choice, read once more: they were checked before all that took its time. */
static int open_templates(const struct fg_run *run, const struct fg_render_choice *choice,
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
    struct fg_render_options options = make_options(choice, out);
    struct fg_own_templates *own = NULL;
    if (fg_make_folder(out, err) < 0 || open_templates(run, choice, &own, err) < 0)
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
