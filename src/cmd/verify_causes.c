/* SPDX-License-Identifier: MIT */
/* Causes are told, a line each; what follows from them is told in one line. */
#include "cmd/verify.h"

#include <stdlib.h>
#include <string.h>

/* ---- An archive that ended early */

static bool is_missing(const void *context, const struct fg_finding *finding)
{
    (void)context;
    return strcmp(finding->kind, "missing") == 0;
}

void fg_verify_sum_up_missing(const struct fg_bag *bag, struct fg_findings *findings, const char *path, const char *which)
{
    size_t count = bag->damaged ? fg_findings_drop(findings, is_missing, NULL) : 0;
    if (count > 0)
        fg_findings_add(findings, "missing", path, "%zu file%s %s; the archive could be read only in part", count,
                        count == 1 ? "" : "s", which);
}

int fg_verify_files(const struct fg_bag *bag, const char *path, struct fg_findings *structure, struct fg_findings *hashes,
                    struct fg_error *err)
{
    if (fg_bag_check_structure(bag, structure, err) < 0 || fg_bag_check_manifests(bag, hashes, err) < 0 ||
        fg_bag_check_oxum(bag, hashes, structure, err) < 0)
        return -1;
    fg_verify_sum_up_missing(bag, structure, path, "that every pack has");
    fg_verify_sum_up_missing(bag, hashes, path, "that the manifests list");
    return 0;
}

/* ---- Files that speak of others */

/* The files of which hashes have said that they are not what they were. */
struct told {
    const char **paths;
    size_t count;
};

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_of_hashes(const struct fg_finding *finding)
{
    static const char *const kinds[] = {"changed", "missing", "added", "renamed", "exchanged"};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i], finding->kind) == 0)
            return true;
    return false;
}

static int read_told(const struct fg_findings *findings, struct told *ret_told, struct fg_error *err)
{
    const char **paths = calloc(findings->count + 1, sizeof *paths);
    if (paths == NULL)
        return fg_error_memory(err);
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
        if (is_of_hashes(&findings->list[i]))
            paths[count++] = findings->list[i].which;
    qsort(paths, count, sizeof *paths, compare);
    *ret_told = (struct told){paths, count};
    return 0;
}

static bool was_told(const void *context, const struct fg_finding *finding)
{
    const struct told *told = context;
    const char *path = finding->which;
    return told->count > 0 && bsearch(&path, told->paths, told->count, sizeof *told->paths, compare) != NULL;
}

static bool has_input(const struct fg_findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        if (is_of_hashes(&findings->list[i]) && fg_bag_is_input(findings->list[i].which))
            return true;
    return false;
}

/* They name the inputs, count them, or count all bytes. */
static bool speaks_of_inputs(const void *context, const struct fg_finding *finding)
{
    static const char *const paths[] = {"bag-info.txt", "data/STATEMENT.txt", "data/STATEMENT.ja.txt", "data/inputs.csv",
                                        "data/pack.json"};
    (void)context;
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++)
        if (strcmp(paths[i], finding->which) == 0 && strcmp(finding->kind, "changed") == 0)
            return true;
    return false;
}

static void list_followers(const struct fg_findings *findings, struct fg_buf *out)
{
    for (size_t i = 0; i < findings->count; i++)
        if (speaks_of_inputs(NULL, &findings->list[i]))
            fg_buf_printf(out, "%s%s", out->len > 0 ? ", " : "", findings->list[i].which);
}

int fg_verify_drop_followers(struct fg_verify *verify, struct fg_findings *findings, struct fg_buf *ret_followers,
                             struct fg_error *err)
{
    struct told told = {0};
    bool inputs = has_input(&verify->told) || has_input(findings) || verify->bag->damaged;
    if (read_told(&verify->told, &told, err) < 0)
        return -1;
    fg_findings_drop(findings, was_told, &told);
    free(told.paths);
    if (inputs) {
        list_followers(findings, ret_followers);
        fg_findings_drop(findings, speaks_of_inputs, NULL);
    }
    return ret_followers->failed ? fg_error_memory(err) : 0;
}
