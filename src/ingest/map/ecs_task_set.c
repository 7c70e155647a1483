/* SPDX-License-Identifier: MIT */
/*
 * Task sets on their own: `aws ecs describe-task-sets`, {"taskSets": [...], "failures": [...]}, and
 * AWS::ECS::TaskSet. Those inside a described service are the service's (ecs_service.c).
 * Sources: the ECS API's DescribeTaskSets response (TaskSet); AWS Config's published schema of
 * AWS::ECS::TaskSet.
 */
#include <string.h>

#include "ingest/map/seen.h"

enum { TASK_SET_ARN };

static const struct fg_member members[] = {
    [TASK_SET_ARN] = {"taskSetArn", 0},
    {"id", 0},
    {"serviceArn", 0},
    {"clusterArn", 0},
    {"status", 0},
    {"launchType", 0},
    {"capacityProviderStrategy", 0},
    {"platformVersion", 0},
    {"platformFamily", 0},
    {"networkConfiguration", 0},
    {"taskDefinition", 0},
    {"computedDesiredCount", 0},
    {"runningCount", 0},
    {"pendingCount", 0},
    {"stabilityStatus", 0},
    {"createdAt", 0},
    {"updatedAt", 0},
    {"tags", 0},
    {NULL, 0},
};

static const struct fg_binding bindings[] = {
    {"serviceArn", "service", FG_BINDS_TEXT, "service"},
    {"id", "task_set_id", FG_BINDS_TEXT, NULL},
    {"status", "status", FG_BINDS_TEXT, NULL},
    {"launchType", "launch_type", FG_BINDS_TEXT, NULL},
    {"capacityProviderStrategy", "capacity_provider_strategy", FG_BINDS_STRATEGY, NULL},
    {"platformVersion", "platform_version", FG_BINDS_TEXT, NULL},
    {"platformFamily", "platform_family", FG_BINDS_TEXT, NULL},
    {"networkConfiguration.awsvpcConfiguration.assignPublicIp", "assign_public_ip", FG_BINDS_TEXT, NULL},
    {"taskDefinition", "task_definition", FG_BINDS_TEXT, NULL},
    {"computedDesiredCount", "desired_count", FG_BINDS_COUNT, NULL},
    {"runningCount", "running_count", FG_BINDS_COUNT, NULL},
    {"pendingCount", "pending_count", FG_BINDS_COUNT, NULL},
    {"stabilityStatus", "stability_status", FG_BINDS_TEXT, NULL},
    {"createdAt", "created_at", FG_BINDS_TIME, NULL},
    {"updatedAt", "updated_at", FG_BINDS_TIME, NULL},
    {NULL, NULL, FG_BINDS_TEXT, NULL},
};

/* The name at the end of a service's ARN, of either form, or the text itself. */
static const char *last_part(const char *text)
{
    const char *slash = text == NULL ? NULL : strrchr(text, '/');
    return slash == NULL ? text : slash + 1;
}

static void name(const struct fg_seen *seen, struct fg_buf *out)
{
    const char *cluster = last_part(fg_part_text(&seen->part, "cluster"));
    const char *service = last_part(fg_part_text(&seen->part, "service"));
    const char *id = fg_part_text(&seen->part, "id");
    if (cluster != NULL && service != NULL && id != NULL)
        fg_buf_printf(out, "task-set/%s/%s/%s", cluster, service, id);
}

static const struct fg_seen_kind kind = {
    .kind = "task-set",
    .arn = "taskSetArn",
    .cluster = "clusterArn",
    .config_cluster = "cluster",
    .statement = "store/task_set",
    .bindings = bindings,
    .name = name,
};

int fg_map_task_set(struct fg_load *load, const struct fg_seen *seen, struct fg_error *err)
{
    struct fg_seen_rows rows;
    return fg_seen_store(load, seen, &kind, &rows, err) < 0 ? -1 : 0;
}

static int map(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
               struct fg_error *err)
{
    struct fg_seen seen = fg_seen_in_ecs(record, root);
    return fg_map_task_set(load, &seen, err);
}

static bool recognises(const struct fg_record *record)
{
    return fg_record_has(record, TASK_SET_ARN);
}

const struct fg_mapper fg_ecs_task_sets = {
    .kind = "ecs_task_sets",
    .members = members,
    .map = map,
    .recognises = recognises,
};
