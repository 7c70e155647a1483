/* SPDX-License-Identifier: MIT */
/*
 * Service revisions, what deployments are made from: `aws ecs describe-service-revisions`,
 * {"serviceRevisions": [...], "failures": [...]}.
 * Source of the members: the ECS API's DescribeServiceRevisions response (ServiceRevision).
 */
#include "ingest/map/seen.h"

enum { SERVICE_REVISION_ARN };

static const struct fg_member members[] = {
    [SERVICE_REVISION_ARN] = {"serviceRevisionArn", 0},
    {"serviceArn", 0},
    {"clusterArn", 0},
    {"launchType", 0},
    {"capacityProviderStrategy", 0},
    {"platformVersion", 0},
    {"platformFamily", 0},
    {"networkConfiguration", 0},
    {"taskDefinition", 0},
    {"createdAt", 0},
    {NULL, 0},
};

static const struct fg_binding bindings[] = {
    {"serviceArn", "service", FG_BINDS_TEXT, NULL},
    {"launchType", "launch_type", FG_BINDS_TEXT, NULL},
    {"capacityProviderStrategy", "capacity_provider_strategy", FG_BINDS_STRATEGY, NULL},
    {"platformVersion", "platform_version", FG_BINDS_TEXT, NULL},
    {"platformFamily", "platform_family", FG_BINDS_TEXT, NULL},
    {"networkConfiguration.awsvpcConfiguration.assignPublicIp", "assign_public_ip", FG_BINDS_TEXT, NULL},
    {"taskDefinition", "task_definition", FG_BINDS_TEXT, NULL},
    {"createdAt", "created_at", FG_BINDS_TIME, NULL},
    {NULL, NULL, FG_BINDS_TEXT, NULL},
};

static const struct fg_seen_kind kind = {
    .kind = "service-revision",
    .arn = "serviceRevisionArn",
    .cluster = "clusterArn",
    .statement = "store/service_revision",
    .bindings = bindings,
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
    return fg_record_has(record, SERVICE_REVISION_ARN);
}

const struct fg_mapper fg_ecs_service_revisions = {
    .kind = "ecs_service_revisions",
    .members = members,
    .map = map,
    .recognises = recognises,
};
