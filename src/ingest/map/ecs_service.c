/* SPDX-License-Identifier: MIT */
/*
 * Services: `aws ecs describe-services`, {"services": [...], "failures": [...]}, and AWS::ECS::Service.
 * Sources: the ECS API's DescribeServices response (Service, Deployment, TaskSet); AWS Config's published
 * schema of AWS::ECS::Service, which has neither deployments nor task sets.
 *
 * `events` is nine tenths of a service and tells nothing about it but when it was alive: only the
 * newest is looked at, for the capture time of exports that carry none.
 */
#include <string.h>

#include "ingest/map/seen.h"

enum { SERVICE_ARN, CLUSTER_ARN };

static const struct fg_member service_members[] = {
    [SERVICE_ARN] = {"serviceArn", 0},
    [CLUSTER_ARN] = {"clusterArn", 0},
    {"serviceName", 0},
    {"status", 0},
    {"launchType", 0},
    {"capacityProviderStrategy", 0},
    {"platformVersion", 0},
    {"platformFamily", 0},
    {"schedulingStrategy", 0},
    {"deploymentController", 0},
    {"networkConfiguration", 0},
    {"taskDefinition", 0},
    {"desiredCount", 0},
    {"runningCount", 0},
    {"pendingCount", 0},
    {"createdAt", 0},
    {"deployments", 0},
    {"taskSets", 0},
    {"tags", 0},
    {"events", FG_FIRST_ONLY},
    {NULL, 0},
};

static const struct fg_binding service_bindings[] = {
    {"status", "status", FG_BINDS_TEXT, NULL},
    {"launchType", "launch_type", FG_BINDS_TEXT, NULL},
    {"capacityProviderStrategy", "capacity_provider_strategy", FG_BINDS_STRATEGY, NULL},
    {"platformVersion", "platform_version", FG_BINDS_TEXT, NULL},
    {"platformFamily", "platform_family", FG_BINDS_TEXT, NULL},
    {"schedulingStrategy", "scheduling_strategy", FG_BINDS_TEXT, NULL},
    {"deploymentController.type", "deployment_controller", FG_BINDS_TEXT, NULL},
    {"networkConfiguration.awsvpcConfiguration.assignPublicIp", "assign_public_ip", FG_BINDS_TEXT, NULL},
    {"taskDefinition", "task_definition", FG_BINDS_TEXT, NULL},
    {"desiredCount", "desired_count", FG_BINDS_COUNT, NULL},
    {"runningCount", "running_count", FG_BINDS_COUNT, NULL},
    {"pendingCount", "pending_count", FG_BINDS_COUNT, NULL},
    {"createdAt", "created_at", FG_BINDS_TIME, NULL},
    {NULL, NULL, FG_BINDS_TEXT, NULL},
};

/* Of deployments and task sets alike. */
static const struct fg_binding deployment_bindings[] = {
    {"id", "deployment_id", FG_BINDS_TEXT, NULL},
    {"status", "status", FG_BINDS_TEXT, NULL},
    {"launchType", "launch_type", FG_BINDS_TEXT, NULL},
    {"capacityProviderStrategy", "capacity_provider_strategy", FG_BINDS_STRATEGY, NULL},
    {"platformVersion", "platform_version", FG_BINDS_TEXT, NULL},
    {"platformFamily", "platform_family", FG_BINDS_TEXT, NULL},
    {"networkConfiguration.awsvpcConfiguration.assignPublicIp", "assign_public_ip", FG_BINDS_TEXT, NULL},
    {"taskDefinition", "task_definition", FG_BINDS_TEXT, NULL},
    {"rolloutState", "rollout_state", FG_BINDS_TEXT, NULL},
    {"runningCount", "running_count", FG_BINDS_COUNT, NULL},
    {"pendingCount", "pending_count", FG_BINDS_COUNT, NULL},
    {"createdAt", "created_at", FG_BINDS_TIME, NULL},
    {"updatedAt", "updated_at", FG_BINDS_TIME, NULL},
    {NULL, NULL, FG_BINDS_TEXT, NULL},
};

/* The two lists of what runs: where they stand, what they are, and their one difference. */
static const struct list {
    const char *member, *kind;
    struct fg_binding desired[2];
} lists[] = {
    {"deployments", "deployment",
     {{"desiredCount", "desired_count", FG_BINDS_COUNT, NULL}, {NULL, NULL, FG_BINDS_TEXT, NULL}}},
    {"taskSets", "task_set",
     {{"computedDesiredCount", "desired_count", FG_BINDS_COUNT, NULL}, {NULL, NULL, FG_BINDS_TEXT, NULL}}},
};

static int insert_deployment(struct fg_load *load, int64_t service, const struct list *list, int position,
                             const struct fg_part *part, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/deployment", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "service", service);
    fg_bind_text(insert, "kind", list->kind);
    fg_bind_int(insert, "position", position);
    fg_part_bind(load, insert, part, deployment_bindings);
    fg_part_bind(load, insert, part, list->desired);
    return fg_load_insert(insert, NULL, err);
}

static int insert_deployments(struct fg_load *load, int64_t service, const struct list *list,
                              const struct fg_part *of, struct fg_error *err)
{
    int position = 0;
    for (const struct fg_value *at = fg_first(fg_part_list(of, list->member)); at != NULL; at = fg_next(at)) {
        struct fg_part part = fg_part_element(of, list->member, at);
        if (part.value == NULL)
            return 0;
        if (insert_deployment(load, service, list, position++, &part, err) < 0)
            return -1;
    }
    return 0;
}

/* The newest event's time, where the export has events (the splitter keeps only that one). */
static void saw_events(struct fg_load *load, const struct fg_part *part)
{
    char time[FG_TIME_SIZE];
    if (!part->pascal && fg_get_time(fg_part_object(part, "events").value, "createdAt", time, part->problem))
        fg_load_saw_time(load, time);
}

static const struct fg_seen_kind service_kind = {
    .kind = "service",
    .arn = "serviceArn",
    .cluster = "clusterArn",
    .config_cluster = "cluster",
    .statement = "store/service",
    .bindings = service_bindings,
};

int fg_map_service(struct fg_load *load, const struct fg_seen *seen, struct fg_error *err)
{
    struct fg_seen_rows rows;
    fg_part_text(&seen->part, "serviceName"); /* the ARN says it; a number here is still wrong */
    saw_events(load, &seen->part);
    int status = fg_seen_store(load, seen, &service_kind, &rows, err);
    for (size_t i = 0; status > 0 && i < sizeof lists / sizeof lists[0]; i++)
        if (insert_deployments(load, rows.row, &lists[i], &seen->part, err) < 0)
            return -1;
    return status < 0 ? -1 : 0;
}

static int map(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
               struct fg_error *err)
{
    struct fg_seen seen = fg_seen_in_ecs(record, root);
    return fg_map_service(load, &seen, err);
}

static bool recognises(const struct fg_record *record)
{
    return fg_record_has(record, SERVICE_ARN) && fg_record_has(record, CLUSTER_ARN);
}

const struct fg_mapper fg_ecs_services = {
    .kind = "ecs_services",
    .members = service_members,
    .map = map,
    .recognises = recognises,
};
