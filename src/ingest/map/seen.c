/* SPDX-License-Identifier: MIT */
#include "ingest/map/seen.h"

#include <string.h>

/* ---- The ARN ---- */

/* Regions outside the partition `aws`, by how their names begin. Source: AWS General Reference, "ARN
 * format"; botocore's partitions. */
static const struct {
    const char *region, *partition;
} partitions[] = {
    {"cn-", "aws-cn"},        {"us-gov-", "aws-us-gov"}, {"us-iso-", "aws-iso"},
    {"us-isob-", "aws-iso-b"}, {"eu-isoe-", "aws-iso-e"}, {"us-isof-", "aws-iso-f"},
    {"eusc-", "aws-eusc"},
};

static const char *partition_of(const char *region)
{
    for (size_t i = 0; i < sizeof partitions / sizeof partitions[0]; i++)
        if (strncmp(region, partitions[i].region, strlen(partitions[i].region)) == 0)
            return partitions[i].partition;
    return "aws";
}

/* What the ARN must be, put together from what the item says; "" where that does not do. */
static void make_arn(const struct fg_seen *seen, const struct fg_seen_kind *kind, struct fg_buf *out)
{
    if (kind->name == NULL || seen->account == NULL || seen->region == NULL)
        return;
    fg_buf_printf(out, "arn:%s:ecs:%s:%s:", partition_of(seen->region), seen->region, seen->account);
    size_t before = out->len;
    kind->name(seen, out);
    if (out->len == before)
        fg_buf_clear(out);
}

/* The first that is an ARN: the item's, the resource's own, the one put together. Where none is, what
 * stands where one should. */
static const char *find_arn(const struct fg_seen *seen, const struct fg_seen_kind *kind,
                            struct fg_buf *made, struct fg_arn *ret_arn, bool *ret_found)
{
    bool other = seen->part.pascal && kind->config_arn != NULL;
    const char *inner = fg_part_text(&seen->part, other ? kind->config_arn : kind->arn);
    make_arn(seen, kind, made);
    const char *candidates[] = {seen->arn, inner, made->len > 0 ? fg_buf_text(made) : NULL};
    *ret_found = true;
    for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++)
        if (candidates[i] != NULL && fg_arn_parse(candidates[i], ret_arn))
            return candidates[i];
    *ret_found = false;
    return inner != NULL ? inner : seen->arn;
}

static void check_arn(const struct fg_seen *seen, const struct fg_seen_kind *kind, const char *text,
                      bool found, const struct fg_arn *arn)
{
    const char *member = seen->part.pascal ? "ARN" : kind->arn;
    if (text == NULL)
        fg_problem_set(seen->part.problem, "no_arn", "%s: it is missing", member);
    else if (!found || strcmp(arn->service, "ecs") != 0 || strcmp(arn->kind, kind->kind) != 0)
        fg_problem_set(seen->part.problem, "bad_arn", "%s: not a %s's ARN: %.100s", member, kind->kind, text);
}

/* ---- Tags ---- */

static const char *tag_text(const struct fg_seen *seen, const struct fg_value *entry, const char *name,
                            const char *pascal)
{
    bool inner = seen->part.pascal && !fg_has(entry, name);
    return fg_get_text(entry, inner ? pascal : name, seen->part.problem);
}

/* A list of {key, value}; in Config's files and API answers a map, and in advanced queries a list again. */
static int insert_tags(struct fg_load *load, int64_t record, const struct fg_seen *seen,
                       struct fg_error *err)
{
    struct fg_problem *problem = seen->part.problem;
    if (seen->tags != NULL && !fg_is_object(seen->tags) && !fg_is_array(seen->tags))
        fg_problem_set(problem, "wrong_type", "tags: neither an object nor a list");
    for (const struct fg_value *at = fg_first(seen->tags); at != NULL; at = fg_next(at)) {
        bool entry = fg_is_object(at);
        const char *key = entry ? tag_text(seen, at, "key", "Key") : fg_name(at);
        const char *value = entry ? tag_text(seen, at, "value", "Value") : fg_as_text(at, "tags", problem);
        if (key == NULL) {
            fg_problem_set(problem, "wrong_type", "tags: an entry without a key");
            return 0;
        }
        if (fg_load_tag(load, record, key, value, err) < 0)
            return -1;
    }
    return 0;
}

static bool tags_known(const struct fg_seen *seen, const struct fg_seen_kind *kind)
{
    if (seen->tags == NULL)
        return false;
    return seen->part.pascal || !kind->empty_tags_are_unasked || fg_first(seen->tags) != NULL;
}

/* ---- Rows ---- */

/* What every kind's table has, where it has it. */
static void bind_common(struct fg_statement *insert, const struct fg_seen *seen,
                        const struct fg_seen_kind *kind)
{
    if (insert == NULL)
        return;
    if (fg_statement_takes(insert, "origin")) {
        fg_bind_text(insert, "origin", seen->part.pascal ? "config" : "ecs");
        fg_bind_int(insert, "deleted", seen->deleted);
    }
    if (fg_statement_takes(insert, "tags_known"))
        fg_bind_int(insert, "tags_known", tags_known(seen, kind));
}

static int insert_row(struct fg_load *load, const struct fg_seen *seen, const struct fg_seen_kind *kind,
                      int64_t record, int64_t resource, int64_t *ret_row, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_load_statement(load, kind->statement, &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", record);
    fg_bind_int(insert, "resource", resource);
    bind_common(insert, seen, kind);
    if (kind->bindings != NULL)
        fg_part_bind(load, insert, &seen->part, kind->bindings);
    if (kind->bind != NULL)
        kind->bind(load, insert, seen);
    return fg_load_insert(insert, ret_row, err);
}

int fg_seen_store(struct fg_load *load, const struct fg_seen *seen, const struct fg_seen_kind *kind,
                  struct fg_seen_rows *ret_rows, struct fg_error *err)
{
    FG_BUF_AUTO made = FG_BUF_INIT;
    struct fg_arn arn;
    bool found;
    int64_t resource;
    const char *text = find_arn(seen, kind, &made, &arn, &found);
    if (!found && seen->deleted && kind->name != NULL) { /* Config named it by what others share */
        FG_BUF_AUTO type = FG_BUF_INIT;
        fg_buf_printf(&type, "%s (deleted)", seen->type);
        return fg_load_no_interest(load, fg_buf_text(&type), err);
    }
    check_arn(seen, kind, text, found, &arn);
    bool other = seen->part.pascal && kind->config_cluster != NULL;
    const char *member = other ? kind->config_cluster : kind->cluster;
    const char *cluster = member == NULL ? NULL : fg_cluster_name(fg_part_text(&seen->part, member));
    if (seen->part.problem->reason != NULL)
        return 0;
    if (fg_load_resource(load, &arn, text, NULL, cluster, &resource, err) < 0 ||
        fg_load_record(load, seen->record, seen->captured_at, &ret_rows->record, err) < 0 ||
        insert_row(load, seen, kind, ret_rows->record, resource, &ret_rows->row, err) < 0 ||
        insert_tags(load, ret_rows->record, seen, err) < 0)
        return -1;
    return 1;
}

struct fg_seen fg_seen_in_ecs(struct fg_record *record, const struct fg_value *root)
{
    struct fg_part part = {.value = root, .problem = &record->problem};
    return (struct fg_seen){.record = record, .part = part, .tags = fg_part_list(&part, "tags")};
}
