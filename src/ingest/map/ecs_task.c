/* SPDX-License-Identifier: MIT */
/*
 * Tasks: `aws ecs describe-tasks`, {"tasks": [...], "failures": [...]}. AWS Config records none.
 * Source of the members: the ECS API's DescribeTasks response (Task).
 *
 * `overrides` may hold values of environment variables: it is not wanted.
 */
#include <string.h>

#include "ingest/map/seen.h"

enum { TASK_ARN };

static const struct fg_member members[] = {
    [TASK_ARN] = {"taskArn", 0},
    {"clusterArn", 0},
    {"group", 0},
    {"startedBy", 0},
    {"lastStatus", 0},
    {"desiredStatus", 0},
    {"launchType", 0},
    {"capacityProviderName", 0},
    {"platformVersion", 0},
    {"platformFamily", 0},
    {"taskDefinitionArn", 0},
    {"createdAt", 0},
    {"startedAt", 0},
    {"stoppedAt", 0},
    {"tags", 0},
    {NULL, 0},
};

static const struct fg_binding bindings[] = {
    {"startedBy", "started_by", FG_BINDS_TEXT, NULL},
    {"lastStatus", "last_status", FG_BINDS_TEXT, NULL},
    {"desiredStatus", "desired_status", FG_BINDS_TEXT, NULL},
    {"launchType", "launch_type", FG_BINDS_TEXT, NULL},
    {"capacityProviderName", "capacity_provider", FG_BINDS_TEXT, NULL},
    {"platformVersion", "platform_version", FG_BINDS_TEXT, NULL},
    {"platformFamily", "platform_family", FG_BINDS_TEXT, NULL},
    {"taskDefinitionArn", "task_definition", FG_BINDS_TEXT, NULL},
    {"createdAt", "created_at", FG_BINDS_TIME, NULL},
    {"startedAt", "started_at", FG_BINDS_TIME, NULL},
    {"stoppedAt", "stopped_at", FG_BINDS_TIME, NULL},
    {NULL, NULL, FG_BINDS_TEXT, NULL},
};

/* group is service:NAME for a service's tasks, and family:NAME or anything else for others. */
static void bind_service(struct fg_load *load, struct fg_statement *insert, const struct fg_seen *seen)
{
    static const char mark[] = "service:";
    const char *group = fg_part_text(&seen->part, "group");
    (void)load;
    if (group != NULL && strncmp(group, mark, sizeof mark - 1) == 0)
        fg_bind_text(insert, "service_name", group + sizeof mark - 1);
}

static const struct fg_seen_kind kind = {
    .kind = "task",
    .arn = "taskArn",
    .cluster = "clusterArn",
    .statement = "store/task",
    .bindings = bindings,
    .bind = bind_service,
    .empty_tags_are_unasked = true,
};

static int map(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
               struct fg_error *err)
{
    struct fg_seen seen = fg_seen_in_ecs(record, root);
    struct fg_seen_rows rows;
    return fg_seen_store(load, &seen, &kind, &rows, err) < 0 ? -1 : 0;
}

static bool recognises(const struct fg_record *record)
{
    return fg_record_has(record, TASK_ARN);
}

const struct fg_mapper fg_ecs_tasks = {
    .kind = "ecs_tasks",
    .members = members,
    .map = map,
    .recognises = recognises,
};
