/* SPDX-License-Identifier: MIT */
/*
 * Service deployments, when which revision was rolled out: `aws ecs describe-service-deployments`,
 * {"serviceDeployments": [...], "failures": [...]}, and `list-service-deployments`, whose entries are shorter
 * and name the revision in a member of their own.
 * Source of the members: the ECS API's responses (ServiceDeployment, ServiceDeploymentBrief).
 */
#include "ingest/map/seen.h"

enum { SERVICE_DEPLOYMENT_ARN };

static const struct fg_member members[] = {
    [SERVICE_DEPLOYMENT_ARN] = {"serviceDeploymentArn", 0},
    {"serviceArn", 0},
    {"clusterArn", 0},
    {"status", 0},
    {"targetServiceRevision", 0},
    {"targetServiceRevisionArn", 0},
    {"createdAt", 0},
    {"startedAt", 0},
    {"finishedAt", 0},
    {NULL, 0},
};

static const struct fg_binding bindings[] = {
    {"serviceArn", "service", FG_BINDS_TEXT, NULL},
    {"status", "status", FG_BINDS_TEXT, NULL},
    {"createdAt", "created_at", FG_BINDS_TIME, NULL},
    {"startedAt", "started_at", FG_BINDS_TIME, NULL},
    {"finishedAt", "finished_at", FG_BINDS_TIME, NULL},
    {NULL, NULL, FG_BINDS_TEXT, NULL},
};

static void bind_revision(struct fg_load *load, struct fg_statement *insert, const struct fg_seen *seen)
{
    const char *revision = fg_part_text(&seen->part, "targetServiceRevision.arn");
    (void)load;
    if (revision == NULL)
        revision = fg_part_text(&seen->part, "targetServiceRevisionArn");
    fg_bind_text(insert, "target_revision", revision);
}

static const struct fg_seen_kind kind = {
    .kind = "service-deployment",
    .arn = "serviceDeploymentArn",
    .cluster = "clusterArn",
    .statement = "store/service_deployment",
    .bindings = bindings,
    .bind = bind_revision,
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
    return fg_record_has(record, SERVICE_DEPLOYMENT_ARN);
}

const struct fg_mapper fg_ecs_service_deployments = {
    .kind = "ecs_service_deployments",
    .members = members,
    .map = map,
    .recognises = recognises,
};
