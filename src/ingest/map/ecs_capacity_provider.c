/* SPDX-License-Identifier: MIT */
/*
 * Capacity providers: `aws ecs describe-capacity-providers`, {"capacityProviders": [...]}, and
 * AWS::ECS::CapacityProvider.
 * Sources: the ECS API's DescribeCapacityProviders response (CapacityProvider); AWS Config's published
 * schema of AWS::ECS::CapacityProvider, which has a name and no ARN.
 */
#include <string.h>

#include "ingest/map/seen.h"

enum { CAPACITY_PROVIDER_ARN };

static const struct fg_member members[] = {
    [CAPACITY_PROVIDER_ARN] = {"capacityProviderArn", 0},
    {"name", 0},
    {"status", 0},
    {"autoScalingGroupProvider", 0},
    {"tags", 0},
    {NULL, 0},
};

static const struct fg_binding bindings[] = {
    {"status", "status", FG_BINDS_TEXT, NULL},
    {"autoScalingGroupProvider.autoScalingGroupArn", "auto_scaling_group_arn", FG_BINDS_TEXT, NULL},
    {"autoScalingGroupProvider.managedTerminationProtection", "managed_termination_protection",
     FG_BINDS_TEXT, NULL},
    {"autoScalingGroupProvider.managedScaling.status", "managed_scaling_status", FG_BINDS_TEXT, NULL},
    {NULL, NULL, FG_BINDS_TEXT, NULL},
};

static void name(const struct fg_seen *seen, struct fg_buf *out)
{
    const char *own = fg_part_text(&seen->part, "name");
    if (own == NULL)
        own = seen->id;
    if (own != NULL && strpbrk(own, ":/") == NULL)
        fg_buf_printf(out, "capacity-provider/%s", own);
}

static const struct fg_seen_kind kind = {
    .kind = "capacity-provider",
    .arn = "capacityProviderArn",
    .statement = "store/capacity_provider",
    .bindings = bindings,
    .name = name,
    .empty_tags_are_unasked = true,
};

int fg_map_capacity_provider(struct fg_load *load, const struct fg_seen *seen, struct fg_error *err)
{
    struct fg_seen_rows rows;
    fg_part_text(&seen->part, "name"); /* the ARN says it; a number here is still wrong */
    return fg_seen_store(load, seen, &kind, &rows, err) < 0 ? -1 : 0;
}

static int map(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
               struct fg_error *err)
{
    struct fg_seen seen = fg_seen_in_ecs(record, root);
    return fg_map_capacity_provider(load, &seen, err);
}

static bool recognises(const struct fg_record *record)
{
    return fg_record_has(record, CAPACITY_PROVIDER_ARN);
}

const struct fg_mapper fg_ecs_capacity_providers = {
    .kind = "ecs_capacity_providers",
    .members = members,
    .map = map,
    .recognises = recognises,
};
