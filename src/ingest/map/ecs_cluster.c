/* SPDX-License-Identifier: MIT */
/*
 * Clusters: `aws ecs describe-clusters`, {"clusters": [...], "failures": [...]}, and AWS::ECS::Cluster.
 * Sources: the ECS API's DescribeClusters response (Cluster); AWS Config's published schema of
 * AWS::ECS::Cluster.
 *
 * Settings and tags are answered as empty lists also where --include did not ask for them. A cluster always
 * has a setting, so an empty list of those tells nothing; nor does one of tags.
 */
#include <string.h>

#include "ingest/map/seen.h"

enum { CLUSTER_ARN, CLUSTER_NAME };

static const struct fg_member members[] = {
    [CLUSTER_ARN] = {"clusterArn", 0},
    [CLUSTER_NAME] = {"clusterName", 0},
    {"status", 0},
    {"settings", 0},
    {"configuration", 0},
    {"capacityProviders", 0},
    {"defaultCapacityProviderStrategy", 0},
    {"activeServicesCount", 0},
    {"runningTasksCount", 0},
    {"pendingTasksCount", 0},
    {"registeredContainerInstancesCount", 0},
    {"tags", 0},
    {NULL, 0},
};

static const struct fg_binding bindings[] = {
    {"status", "status", FG_BINDS_TEXT, NULL},
    {"configuration.executeCommandConfiguration.logging", "execute_command_logging", FG_BINDS_TEXT, NULL},
    {"capacityProviders", "capacity_providers", FG_BINDS_NAMES, NULL},
    {"defaultCapacityProviderStrategy", "default_capacity_provider_strategy", FG_BINDS_STRATEGY, NULL},
    {"activeServicesCount", "active_services", FG_BINDS_COUNT, NULL},
    {"runningTasksCount", "running_tasks", FG_BINDS_COUNT, NULL},
    {"pendingTasksCount", "pending_tasks", FG_BINDS_COUNT, NULL},
    {"registeredContainerInstancesCount", "container_instances", FG_BINDS_COUNT, NULL},
    {NULL, NULL, FG_BINDS_TEXT, NULL},
};

static void bind_settings(struct fg_load *load, struct fg_statement *insert, const struct fg_seen *seen)
{
    const struct fg_part *part = &seen->part;
    const char *member = part->pascal ? "clusterSettings" : "settings";
    const char *insights = NULL;
    const struct fg_value *settings = fg_part_list(part, member);
    (void)load;
    for (const struct fg_value *at = fg_first(settings); at != NULL; at = fg_next(at)) {
        struct fg_part setting = fg_part_element(part, member, at);
        const char *name = fg_part_text(&setting, "name");
        const char *value = fg_part_text(&setting, "value");
        if (name != NULL && strcmp(name, "containerInsights") == 0)
            insights = value;
    }
    fg_bind_int(insert, "settings_known", fg_first(settings) != NULL);
    fg_bind_text(insert, "container_insights", insights);
}

static void name(const struct fg_seen *seen, struct fg_buf *out)
{
    if (seen->id != NULL && strpbrk(seen->id, ":/") == NULL)
        fg_buf_printf(out, "cluster/%s", seen->id);
}

static const struct fg_seen_kind kind = {
    .kind = "cluster",
    .arn = "clusterArn",
    .config_arn = "arn",
    .statement = "store/cluster",
    .bindings = bindings,
    .bind = bind_settings,
    .name = name,
    .empty_tags_are_unasked = true,
};

int fg_map_cluster(struct fg_load *load, const struct fg_seen *seen, struct fg_error *err)
{
    struct fg_seen_rows rows;
    fg_part_text(&seen->part, "clusterName"); /* the ARN says it; a number here is still wrong */
    return fg_seen_store(load, seen, &kind, &rows, err) < 0 ? -1 : 0;
}

static int map(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
               struct fg_error *err)
{
    struct fg_seen seen = fg_seen_in_ecs(record, root);
    return fg_map_cluster(load, &seen, err);
}

static bool recognises(const struct fg_record *record)
{
    return fg_record_has(record, CLUSTER_ARN) && fg_record_has(record, CLUSTER_NAME);
}

const struct fg_mapper fg_ecs_clusters = {
    .kind = "ecs_clusters",
    .members = members,
    .map = map,
    .recognises = recognises,
};
