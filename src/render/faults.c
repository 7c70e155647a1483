/* SPDX-License-Identifier: MIT */
#include "fargauge/faults.h"

#include <stdlib.h>
#include <string.h>

static void drop(struct fg_fault *fault)
{
    free(fault->path);
    free(fault->why);
    free(fault->hint);
}

static bool grow(struct fg_faults *faults)
{
    if (faults->count < faults->room)
        return true;
    size_t room = faults->room * 2 + 16;
    struct fg_fault *list = realloc(faults->list, room * sizeof *list);
    if (list == NULL)
        return false;
    faults->list = list;
    faults->room = room;
    return true;
}

void fg_faults_add(struct fg_faults *faults, const char *path, unsigned line, unsigned column, const char *why,
                   const char *hint)
{
    if (faults->count == FG_FAULTS_MAXIMUM)
        return;
    struct fg_fault fault = {.path = strdup(path),
                             .line = line,
                             .column = column,
                             .why = strdup(why),
                             .hint = strdup(hint == NULL ? "" : hint)};
    if (fault.path == NULL || fault.why == NULL || fault.hint == NULL || !grow(faults)) {
        drop(&fault);
        faults->failed = true;
        return;
    }
    faults->list[faults->count++] = fault;
}

static int compare_numbers(unsigned a, unsigned b)
{
    return a < b ? -1 : a > b;
}

static int compare(const void *left, const void *right)
{
    const struct fg_fault *a = left, *b = right;
    int order = strcmp(a->path, b->path);
    if (order == 0)
        order = compare_numbers(a->line, b->line);
    if (order == 0)
        order = compare_numbers(a->column, b->column);
    return order != 0 ? order : strcmp(a->why, b->why);
}

bool fg_faults_say_nothing(const struct fg_faults *faults, size_t before)
{
    return faults->count == before && before < FG_FAULTS_MAXIMUM;
}

void fg_faults_sort(struct fg_faults *faults)
{
    size_t kept = 0;
    if (faults->count > 0)
        qsort(faults->list, faults->count, sizeof *faults->list, compare);
    for (size_t i = 0; i < faults->count; i++)
        if (kept > 0 && compare(&faults->list[kept - 1], &faults->list[i]) == 0)
            drop(&faults->list[i]);
        else
            faults->list[kept++] = faults->list[i];
    faults->count = kept;
}

void fg_faults_done(struct fg_faults *faults)
{
    for (size_t i = 0; i < faults->count; i++)
        drop(&faults->list[i]);
    free(faults->list);
    *faults = (struct fg_faults){0};
}
