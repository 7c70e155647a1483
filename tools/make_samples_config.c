/* SPDX-License-Identifier: MIT */
/* AWS Config snapshots and one history file: compact, CloudFormation's PascalCase inside
 * "configuration". Config knows the platform version that was asked for, never the one that runs.
 */
#include "make_samples.h"

#include <inttypes.h>
#include <string.h>

static const struct ms_spelling spelling = {
    .strategy = "CapacityProviderStrategy",
    .provider = "CapacityProvider",
    .weight = "Weight",
    .base = "Base",
    .network = "NetworkConfiguration",
    .awsvpc = "AwsvpcConfiguration",
    .subnets = "Subnets",
    .groups = "SecurityGroups",
    .public_ip = "AssignPublicIp",
    .balancers = "LoadBalancers",
    .target_group = "TargetGroupArn",
    .container = "ContainerName",
    .port = "ContainerPort",
};

static const char service_linked_role[] = "aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS";

static void put_tag_map(struct ms_json *j, const struct ms_tag *tags, size_t count) {
    ms_json_open(j, "tags", '{');
    for (size_t i = 0; i < count; i++)
        ms_json_str(j, tags[i].key, tags[i].value);
    ms_json_close(j, '}');
}

void ms_config_item_end(struct ms_json *j, const struct ms_config_item *item) {
    ms_json_empty(j, "supplementaryConfiguration", "{}");
    put_tag_map(j, item->tags, item->tag_count);
    ms_json_str(j, "configurationItemVersion", "1.3");
    ms_json_time(j, "configurationItemCaptureTime", item->captured);
    ms_json_int(j, "configurationStateId", item->captured);
    ms_json_str(j, "awsAccountId", item->place->account);
    ms_json_str(j, "configurationItemStatus", item->status);
    ms_json_str(j, "resourceType", item->type);
    ms_json_str(j, "resourceId", item->id);
    ms_json_str(j, "resourceName", item->name);
    ms_json_str(j, "ARN", item->arn);
    ms_json_str(j, "awsRegion", item->place->region);
    ms_json_str(j, "availabilityZone", item->zone);
    ms_json_str(j, "configurationStateMd5Hash", "");
    if (item->created != 0)
        ms_json_time(j, "resourceCreationTime", item->created);
    ms_json_close(j, '}');
}

void ms_config_item_begin(struct ms_json *j) {
    ms_json_open(j, NULL, '{');
    ms_json_empty(j, "relatedEvents", "[]");
    ms_json_empty(j, "relationships", "[]");
}

/* ---------------------------------------------------------------- services */

static void put_service_deployment(struct ms_json *j, const struct ms_service *s) {
    static const char *const controllers[] = {"ECS", "CODE_DEPLOY", "EXTERNAL"};
    ms_json_open(j, "DeploymentConfiguration", '{');
    ms_json_int(j, "MaximumPercent", s->daemon ? 100 : 200);
    ms_json_int(j, "MinimumHealthyPercent", s->daemon ? 0 : 100);
    ms_json_close(j, '}');
    ms_json_open(j, "DeploymentController", '{');
    ms_json_str(j, "Type", controllers[s->controller]);
    ms_json_close(j, '}');
}

static void put_service_tags(struct ms_json *j, const struct ms_tag *tags) {
    ms_json_open(j, "Tags", '[');
    for (size_t i = 0; i < MS_TAGS; i++) {
        if (tags[i].value == NULL)
            continue;
        ms_json_open(j, NULL, '{');
        ms_json_str(j, "Key", tags[i].key);
        ms_json_str(j, "Value", tags[i].value);
        ms_json_close(j, '}');
    }
    ms_json_close(j, ']');
}

static void put_service_head(struct ms_json *j, const struct ms_service *s, const char *arn) {
    char cluster[MS_TEXT];
    ms_cluster_arn(&ms_clusters[s->cluster], cluster);
    ms_json_str(j, "ServiceArn", arn);
    ms_json_strategy(j, &spelling, s);
    ms_json_str(j, "Cluster", cluster);
    put_service_deployment(j, s);
    ms_json_int(j, "DesiredCount", ms_desired_count(s));
    ms_json_bool(j, "EnableECSManagedTags", true);
    ms_json_bool(j, "EnableExecuteCommand", false);
    ms_json_empty(j, "FargateEphemeralStorage", "[]");
    ms_json_int(j, "HealthCheckGracePeriodSeconds", s->port != 0 ? 60 : 0);
    ms_json_str(j, "LaunchType", ms_launches[s->launch].type);
    ms_json_balancers(j, &spelling, s);
    ms_json_str(j, "Name", s->name);
}

static void put_service_configuration(struct ms_json *j, const struct ms_service *s,
                                      const char *arn, const struct ms_tag *tags) {
    char task_definition[MS_TEXT];
    ms_task_definition_arn(s, task_definition);
    ms_json_open(j, "configuration", '{');
    put_service_head(j, s, arn);
    if (ms_has_network(s))
        ms_json_network(j, &spelling, s);
    ms_json_empty(j, "PlacementConstraints", "[]");
    ms_json_empty(j, "PlacementStrategies", "[]");
    ms_json_str(j, "PlatformVersion", s->asked);
    ms_json_str(j, "PropagateTags", "SERVICE");
    ms_json_fmt(j, "Role", "arn:aws:iam::%s:role/%s", ms_service_place(s)->account,
                service_linked_role);
    ms_json_str(j, "SchedulingStrategy", s->daemon ? "DAEMON" : "REPLICA");
    ms_json_empty(j, "ServiceConnectConfiguration", "[]");
    ms_json_str(j, "ServiceName", s->name);
    ms_json_empty(j, "ServiceRegistries", "[]");
    put_service_tags(j, tags);
    if (s->controller != CONTROLLER_EXTERNAL)
        ms_json_str(j, "TaskDefinition", task_definition);
    ms_json_empty(j, "VolumeConfigurations", "[]");
    ms_json_close(j, '}');
}

static void put_service(struct ms_json *j, const struct ms_service *s, int64_t at) {
    char arn[MS_TEXT];
    struct ms_tag tags[MS_TAGS];
    ms_service_arn(s, arn);
    ms_service_tags(s, tags);
    ms_config_item_begin(j);
    put_service_configuration(j, s, arn, tags);
    const struct ms_config_item item = {
        .place = ms_service_place(s),
        .type = "AWS::ECS::Service",
        .id = arn,
        .name = s->name,
        .arn = arn,
        .zone = "Regional",
        .status = "OK",
        .captured = at,
        .tags = tags,
        .tag_count = MS_TAGS,
    };
    ms_config_item_end(j, &item);
}

static void put_deleted_service(struct ms_json *j, const struct ms_service *s, int64_t at) {
    char arn[MS_TEXT];
    ms_service_arn(s, arn);
    ms_config_item_begin(j);
    ms_json_null(j, "configuration");
    const struct ms_config_item item = {
        .place = ms_service_place(s),
        .type = "AWS::ECS::Service",
        .id = arn,
        .zone = "Regional",
        .status = "ResourceDeleted",
        .captured = at,
    };
    ms_config_item_end(j, &item);
}

/* ---------------------------------------------------------------- files */

static bool recorded(const struct ms_service *s) {
    bool gone = s->status != NULL && strcmp(s->status, "INACTIVE") == 0;
    return s->known == KNOWN_ALL && !gone;
}

static void put_service_items(struct ms_json *j, const struct ms_service *s) {
    bool judged = s->hub != HUB_NONE && (recorded(s) || s->known == KNOWN_RULE);
    if (recorded(s)) {
        if (s->controller != CONTROLLER_EXTERNAL || s->runs != NULL)
            ms_config_task_definition(j, s);
        put_service(j, s, ms_recorded_at(s));
    }
    if (judged)
        ms_config_compliance(j, s);
}

void ms_write_config_snapshot(const char *dir, enum ms_place_id place) {
    const struct ms_place *p = &ms_places[place];
    char path[MS_TEXT];
    snprintf(path, sizeof path, "config/%s_Config_%s_ConfigSnapshot_20261001T060000Z_%s.json",
             p->account, p->region, p->snapshot);
    FILE *out = ms_file_open(dir, path);
    struct ms_json j = {.out = out, .fresh = true, .clock = CLOCK_UTC};
    ms_json_open(&j, NULL, '{');
    ms_json_str(&j, "fileVersion", "1.0");
    ms_json_str(&j, "configSnapshotId", p->snapshot);
    ms_json_open(&j, "configurationItems", '[');
    ms_config_other_items(&j, p);
    for (size_t i = 0; i < MS_CLUSTERS; i++)
        if (ms_clusters[i].place == place)
            ms_config_cluster(&j, &ms_clusters[i]);
    for (size_t i = 0; i < ms_service_count; i++)
        if (ms_service_place(&ms_services[i]) == p)
            put_service_items(&j, &ms_services[i]);
    ms_json_close(&j, ']');
    ms_json_close(&j, '}');
    ms_file_close(out, path);
}

/* A snapshot has no trace of what went away; the history of the last six hours has. AWS puts the
 * type into the name as AWS::ECS::Service, which no Windows folder can hold. */
void ms_write_config_history(const char *dir) {
    static const char path[] = "config/777788889999_Config_us-east-1_ConfigHistory_"
                               "AWS__ECS__Service_20260930T210000Z_20261001T030000Z_1.json";
    FILE *out = ms_file_open(dir, path);
    struct ms_json j = {.out = out, .fresh = true, .clock = CLOCK_UTC};
    ms_json_open(&j, NULL, '{');
    ms_json_str(&j, "fileVersion", "1.0");
    ms_json_open(&j, "configurationItems", '[');
    for (size_t i = 0; i < ms_service_count; i++) {
        if (ms_services[i].known != KNOWN_DELETED)
            continue;
        put_service(&j, &ms_services[i], ms_time("2026-10-01T01:31:07") + 412);
        put_deleted_service(&j, &ms_services[i], ms_time("2026-10-01T01:40:52") + 95);
    }
    ms_json_close(&j, ']');
    ms_json_close(&j, '}');
    ms_file_close(out, path);
}
