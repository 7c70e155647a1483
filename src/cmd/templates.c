/* SPDX-License-Identifier: MIT */
/* fargauge templates: a template of one's own, begun and checked. */
#include <string.h>

#include "cmd/steps.h"
#include "fargauge/buf.h"

struct templates_options {
    bool unused; /* the command has no options of its own */
};

static const struct fg_option options[] = {
    {NULL, FG_OPTION_FLAG, 0, ""},
};

/* FILE:LINE:COLUMN: why, as compilers say it, and the hint on a line of its own. */
static void print_fault(const struct fg_run *run, const struct fg_fault *fault)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    if (fault->line > 0)
        fg_buf_printf(&line, "%s:%u:%u: %s", fault->path, fault->line, fault->column, fault->why);
    else
        fg_buf_printf(&line, "%s: %s", fault->path, fault->why);
    fg_log_styled(run->log, FG_STYLE_ALARM, fg_log_words(run->log, &line));
    fg_buf_clear(&line);
    fg_buf_printf(&line, "  hint: %s", fault->hint);
    if (fault->hint[0] != '\0')
        fg_log_styled(run->log, FG_STYLE_PLAIN, fg_log_words(run->log, &line));
}

static void print_outputs(const struct fg_run *run, const struct fg_own_templates *templates)
{
    FG_BUF_AUTO names = FG_BUF_INIT;
    for (size_t i = 0; i < fg_own_count(templates); i++)
        fg_buf_printf(&names, "%s%s", i == 0 ? "" : ", ", fg_own_output(templates, i));
    fg_log_line(run->log, "Nothing is wrong. Writes: %s", fg_log_words(run->log, &names));
}

static int check(const struct fg_run *run, const char *dir, struct fg_error *err)
{
    struct fg_faults faults = {0};
    struct fg_own_templates *templates = NULL;
    int status = fg_own_check(dir, run->resources, &faults, err);
    for (size_t i = 0; i < faults.count && status == 0; i++)
        print_fault(run, &faults.list[i]);
    size_t found = faults.count;
    if (status == 0 && found == 0)
        status = fg_own_open(dir, run->resources, &faults, &templates, err);
    if (status == 0 && found == 0)
        print_outputs(run, templates);
    else if (status == 0)
        fg_log_line(run->log, "Errors: %zu", found);
    fg_own_close(templates);
    fg_faults_done(&faults);
    if (status < 0)
        return -1;
    return found > 0 ? FG_USAGE : FG_OK;
}

static void tell_written(void *context, const char *path)
{
    fg_log_line(context, "Wrote %s", path);
}

static int start(const struct fg_run *run, const char *dir, struct fg_error *err)
{
    if (fg_own_start(dir, run->resources, tell_written, run->log, err) < 0)
        return -1;
    fg_log_line(run->log, "Next: fargauge templates check %s, then: fargauge render --db FILE --out OUT --template %s",
                dir, dir);
    return FG_OK;
}

static int run_templates(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    (void)parsed;
    if (strcmp(run->arguments[0], "check") == 0)
        return check(run, run->arguments[1], err);
    if (strcmp(run->arguments[0], "new") == 0)
        return start(run, run->arguments[1], err);
    fg_error_set(err, FG_USAGE, "templates: %s: neither check nor new", run->arguments[0]);
    return fg_error_hint(err, "write: fargauge templates check DIR, or: fargauge templates new DIR");
}

const struct fg_command fg_command_templates = {
    .name = "templates",
    .options = options,
    .options_size = sizeof(struct templates_options),
    .least = 2,
    .most = 2,
    .argument_kind = FG_OPTION_OUTPUT_DIR,
    .run = run_templates,
};
