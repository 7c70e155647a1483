/* SPDX-License-Identifier: MIT */
/*
 * `aws configservice batch-get-resource-config`: {"baseConfigurationItems": [...],
 * "unprocessedResourceKeys": [...]}. The items are fg_config_items' records; the keys are what AWS Config was
 * asked for and did not answer.
 * Source of the members: the AWS Config API's ResourceKey.
 */
#include "ingest/map/config_shared.h"

enum { RESOURCE_TYPE };

static const struct fg_member key_members[] = {
    [RESOURCE_TYPE] = {"resourceType", 0},
    {"resourceId", 0},
    {NULL, 0},
};

static bool wants(const struct fg_record *record, struct fg_buf *type)
{
    fg_config_add_raw(record, RESOURCE_TYPE, type);
    return type->len == 0 || fg_config_raw_is_ecs(record, RESOURCE_TYPE);
}

static int map_key(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                   struct fg_error *err)
{
    int64_t row;
    struct fg_statement *insert;
    const char *type = fg_get_text(root, "resourceType", &record->problem);
    const char *id = fg_get_text(root, "resourceId", &record->problem);
    if (type == NULL || type[0] == '\0')
        fg_problem_set(&record->problem, "no_type", "resourceType: it is missing");
    if (id == NULL || id[0] == '\0')
        fg_problem_set(&record->problem, "no_resource", "resourceId: it is missing");
    if (record->problem.reason != NULL)
        return 0;
    if (fg_load_record(load, record, NULL, &row, err) < 0 ||
        fg_load_statement(load, "store/describe_failure", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", row);
    fg_bind_text(insert, "arn", id);
    fg_bind_text(insert, "reason", "UNPROCESSED");
    fg_bind_text(insert, "detail", type);
    return fg_load_insert(insert, NULL, err);
}

const struct fg_mapper fg_config_unprocessed = {
    .members = key_members,
    .wants = wants,
    .map = map_key,
};
