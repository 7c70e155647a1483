/* SPDX-License-Identifier: MIT */
#include "pack/findings.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/buf.h"

/* The detail, or NULL where there is none or no memory. */
static char *write_detail(const char *format, va_list values)
{
    va_list again;
    va_copy(again, values);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *detail = len < 0 ? NULL : malloc((size_t)len + 1);
    if (detail != NULL)
        vsnprintf(detail, (size_t)len + 1, format, values);
    return detail;
}

void fg_findings_add(struct fg_findings *findings, const char *kind, const char *which, const char *format, ...)
{
    struct fg_finding *list = realloc(findings->list, (findings->count + 1) * sizeof *list);
    if (list == NULL) {
        findings->failed = true;
        return;
    }
    findings->list = list;
    struct fg_finding *finding = &list[findings->count];
    *finding = (struct fg_finding){.kind = kind, .which = strdup(which[0] == '\0' ? "(a member without a name)" : which)};
    if (format != NULL) {
        va_list values;
        va_start(values, format);
        finding->detail = write_detail(format, values);
        va_end(values);
    }
    if (finding->which == NULL || (format != NULL && finding->detail == NULL)) {
        free(finding->which);
        free(finding->detail);
        findings->failed = true;
        return;
    }
    findings->count++;
}

static void finding_done(struct fg_finding *finding)
{
    free(finding->which);
    free(finding->detail);
}

size_t fg_findings_drop(struct fg_findings *findings, fg_finding_fn *is_one, const void *context)
{
    size_t before = findings->count, kept = 0;
    for (size_t i = 0; i < before; i++)
        if (is_one(context, &findings->list[i]))
            finding_done(&findings->list[i]);
        else
            findings->list[kept++] = findings->list[i];
    findings->count = kept;
    return before - kept;
}

void fg_findings_move(struct fg_findings *to, struct fg_findings *from)
{
    struct fg_finding *list = realloc(to->list, (to->count + from->count + 1) * sizeof *list);
    if (list == NULL) {
        to->failed = true;
        fg_findings_done(from);
        return;
    }
    if (from->count > 0)
        memcpy(list + to->count, from->list, from->count * sizeof *list);
    to->list = list;
    to->count += from->count;
    to->failed = to->failed || from->failed;
    free(from->list);
    *from = (struct fg_findings){0};
}

int fg_findings_check(const struct fg_findings *findings, struct fg_error *err)
{
    return findings->failed ? fg_error_memory(err) : 0;
}

void fg_findings_done(struct fg_findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        finding_done(&findings->list[i]);
    free(findings->list);
    *findings = (struct fg_findings){0};
}
