/* SPDX-License-Identifier: MIT */
/* The other items of a Config snapshot: what stands around the services, and the rules' verdicts.
 */
#include "make_samples.h"

#include <inttypes.h>
#include <string.h>

/* ---------------------------------------------------------------- task definitions */

static void put_container(struct ms_json *j, const struct ms_service *s, const char *family) {
    const struct ms_place *p = ms_service_place(s);
    ms_json_open(j, NULL, '{');
    ms_json_str(j, "Name", s->name);
    ms_json_fmt(j, "Image", "%s.dkr.ecr.%s.amazonaws.com/%s:2026.%d", p->account, p->region, family,
                ms_task_definition_revision(s));
    ms_json_bool(j, "Essential", true);
    ms_json_empty(j, "Environment", "[]");
    ms_json_open(j, "LogConfiguration", '{');
    ms_json_str(j, "LogDriver", "awslogs");
    ms_json_open(j, "Options", '{');
    ms_json_fmt(j, "awslogs-group", "/ecs/%s", family);
    ms_json_str(j, "awslogs-region", p->region);
    ms_json_str(j, "awslogs-stream-prefix", "ecs");
    ms_json_close(j, '}');
    ms_json_close(j, '}');
    ms_json_bool(j, "ReadonlyRootFilesystem", s->port == 0);
    ms_json_close(j, '}');
}

static void put_runtime_platform(struct ms_json *j, const struct ms_service *s) {
    if (s->os == NULL)
        return;
    ms_json_open(j, "RuntimePlatform", '{');
    ms_json_str(j, "CpuArchitecture", "X86_64");
    ms_json_str(j, "OperatingSystemFamily", s->os);
    ms_json_close(j, '}');
}

static void put_task_definition_configuration(struct ms_json *j, const struct ms_service *s,
                                              const char *family, const char *arn) {
    bool fargate = s->launch == LAUNCH_FARGATE || s->launch == LAUNCH_NONE ||
                   (s->launch >= LAUNCH_BY_FARGATE && s->launch <= LAUNCH_BY_BOTH);
    ms_json_open(j, "configuration", '{');
    ms_json_open(j, "ContainerDefinitions", '[');
    put_container(j, s, family);
    ms_json_close(j, ']');
    ms_json_str(j, "Cpu", "512");
    ms_json_fmt(j, "ExecutionRoleArn", "arn:aws:iam::%s:role/ecsTaskExecutionRole",
                ms_service_place(s)->account);
    ms_json_str(j, "Family", family);
    ms_json_str(j, "Memory", "1024");
    ms_json_str(j, "NetworkMode", fargate ? "awsvpc" : "bridge");
    ms_json_open(j, "RequiresCompatibilities", '[');
    ms_json_str(j, NULL, fargate ? "FARGATE" : "EC2");
    ms_json_close(j, ']');
    put_runtime_platform(j, s);
    ms_json_str(j, "Status", "ACTIVE");
    ms_json_str(j, "TaskDefinitionArn", arn);
    ms_json_empty(j, "Volumes", "[]");
    ms_json_close(j, '}');
}

void ms_config_task_definition(struct ms_json *j, const struct ms_service *s) {
    char family[MS_TEXT], arn[MS_TEXT], name[2 * MS_TEXT];
    ms_task_definition_family(s, family);
    ms_task_definition_arn(s, arn);
    snprintf(name, sizeof name, "%s:%d", family, ms_task_definition_revision(s));
    ms_config_item_begin(j);
    put_task_definition_configuration(j, s, family, arn);
    const struct ms_config_item item = {
        .place = ms_service_place(s),
        .type = "AWS::ECS::TaskDefinition",
        .id = family,
        .name = name,
        .arn = arn,
        .zone = "Regional",
        .status = "OK",
        .captured = ms_recorded_at(s) - 30 * 1000,
    };
    ms_config_item_end(j, &item);
}

/* ---------------------------------------------------------------- clusters */

static void put_cluster_configuration(struct ms_json *j, const struct ms_cluster *c,
                                      const char *arn) {
    ms_json_open(j, "configuration", '{');
    ms_json_str(j, "Arn", arn);
    ms_json_open(j, "CapacityProviders", '[');
    ms_json_str(j, NULL, "FARGATE");
    ms_json_str(j, NULL, "FARGATE_SPOT");
    ms_json_close(j, ']');
    ms_json_str(j, "ClusterName", c->name);
    ms_json_open(j, "ClusterSettings", '[');
    ms_json_open(j, NULL, '{');
    ms_json_str(j, "Name", "containerInsights");
    ms_json_str(j, "Value", c->insights ? "enabled" : "disabled");
    ms_json_close(j, '}');
    ms_json_close(j, ']');
    ms_json_empty(j, "DefaultCapacityProviderStrategy", "[]");
    ms_json_close(j, '}');
}

void ms_config_cluster(struct ms_json *j, const struct ms_cluster *c) {
    char arn[MS_TEXT];
    const struct ms_tag tag = {"部署", c->department};
    ms_cluster_arn(c, arn);
    ms_config_item_begin(j);
    put_cluster_configuration(j, c, arn);
    const struct ms_config_item item = {
        .place = &ms_places[c->place],
        .type = "AWS::ECS::Cluster",
        .id = c->name,
        .name = c->name,
        .arn = arn,
        .zone = "Regional",
        .status = "OK",
        .captured = ms_time("2026-04-06T01:20:00") + (int64_t)(ms_hash(arn) % (10 * MS_MINUTE)),
        .tags = &tag,
        .tag_count = 1,
    };
    ms_config_item_end(j, &item);
}

/* ---------------------------------------------------------------- rules' verdicts */

static const char *const verdicts[MS_VERDICTS] = {
    [HUB_PASSED] = "COMPLIANT",
    [HUB_FAILED] = "NON_COMPLIANT",
    [HUB_WARNING] = "INSUFFICIENT_DATA",
    [HUB_NOT_AVAILABLE] = "NOT_APPLICABLE",
};

static void put_rule(struct ms_json *j, const struct ms_service *s, const char *name,
                     const char *verdict) {
    const struct ms_place *p = ms_service_place(s);
    char key[2 * MS_TEXT];
    snprintf(key, sizeof key, "%s/%s/%s", p->account, p->region, name);
    unsigned id = (unsigned)(ms_hash(key) & 0xffffff);
    bool linked = strncmp(name, "securityhub-", 12) == 0;
    ms_json_open(j, NULL, '{');
    ms_json_fmt(j, "configRuleArn", "arn:aws:config:%s:%s:config-rule/%sconfig-rule-%06x",
                p->region, p->account, linked ? "aws-service-rule/securityhub.amazonaws.com/" : "",
                id);
    ms_json_fmt(j, "configRuleId", "config-rule-%06x", id);
    ms_json_str(j, "configRuleName", name);
    ms_json_str(j, "complianceType", verdict);
    ms_json_close(j, '}');
}

/* The company's own copy of the rule runs in production, on a third of the services; it never ran
 * with the parameters that Security Hub once had. */
static bool has_own_rule(const struct ms_service *s) {
    return ms_service_hash(s, "own rule") % 3 == 0 && s->quirk != QUIRK_OLD_LATEST &&
           ms_clusters[s->cluster].place == PROD_TOKYO;
}

static void put_compliance_configuration(struct ms_json *j, const struct ms_service *s,
                                         const char *arn) {
    const char *suffix = ms_service_place(s)->rule_suffix;
    const char *verdict = verdicts[s->hub];
    char name[MS_TEXT];
    ms_json_open(j, "configuration", '{');
    ms_json_str(j, "complianceType", verdict);
    ms_json_str(j, "targetResourceId", arn);
    ms_json_str(j, "targetResourceType", "AWS::ECS::Service");
    ms_json_open(j, "configRuleList", '[');
    snprintf(name, sizeof name, "securityhub-ecs-fargate-latest-platform-version-%s", suffix);
    put_rule(j, s, name, verdict);
    if (has_own_rule(s))
        put_rule(j, s, "ecs-fargate-latest-platform-version", verdict);
    ms_json_close(j, ']');
    ms_json_close(j, '}');
}

void ms_config_compliance(struct ms_json *j, const struct ms_service *s) {
    char arn[MS_TEXT], id[2 * MS_TEXT];
    ms_service_arn(s, arn);
    snprintf(id, sizeof id, "AWS::ECS::Service/%s", arn);
    ms_json_open(j, NULL, '{');
    ms_json_empty(j, "relatedEvents", "[]");
    ms_json_open(j, "relationships", '[');
    ms_json_open(j, NULL, '{');
    ms_json_str(j, "resourceId", arn);
    ms_json_str(j, "resourceType", "AWS::ECS::Service");
    ms_json_str(j, "name", "Is associated with ");
    ms_json_close(j, '}');
    ms_json_close(j, ']');
    put_compliance_configuration(j, s, arn);
    const struct ms_config_item item = {
        .place = ms_service_place(s),
        .type = "AWS::Config::ResourceCompliance",
        .id = id,
        .status = "OK",
        .captured = ms_judged_at(s) - 45 * 1000,
    };
    ms_config_item_end(j, &item);
}

/* ---------------------------------------------------------------- nothing to do with ECS */

static void put_volume(struct ms_json *j, const char *id) {
    ms_json_str(j, "volumeId", id);
    ms_json_int(j, "size", 100);
    ms_json_str(j, "volumeType", "gp3");
    ms_json_bool(j, "encrypted", true);
    ms_json_str(j, "state", "in-use");
    ms_json_empty(j, "attachments", "[]");
}

static void put_security_group(struct ms_json *j, const char *id) {
    ms_json_str(j, "groupId", id);
    ms_json_str(j, "description", "社内から 443 のみ");
    ms_json_empty(j, "ipPermissions", "[]");
    ms_json_empty(j, "ipPermissionsEgress", "[]");
}

static void put_role(struct ms_json *j, const char *id) {
    ms_json_str(j, "path", "/");
    ms_json_str(j, "roleName", id);
    ms_json_empty(j, "attachedManagedPolicies", "[]");
    ms_json_int(j, "maxSessionDuration", 3600);
}

static void put_bucket(struct ms_json *j, const char *id) {
    ms_json_str(j, "name", id);
    ms_json_bool(j, "isRequesterPaysEnabled", false);
}

struct other_kind {
    const char *type;
    const char *ec2;    /* as its ARN calls it; NULL: recorded without an ARN */
    const char *prefix; /* of its ID */
    int count;
    void (*put)(struct ms_json *, const char *id);
};

static const struct other_kind other_kinds[] = {
    {"AWS::EC2::Volume", "volume", "vol-0", 5, put_volume},
    {"AWS::EC2::SecurityGroup", "security-group", "sg-0", 4, put_security_group},
    {"AWS::IAM::Role", NULL, "app-role-", 3, put_role},
    {"AWS::S3::Bucket", NULL, "tsukinowa-assets-", 2, put_bucket},
};

static void put_other_item(struct ms_json *j, const struct ms_place *p, const struct other_kind *k,
                           int number) {
    char id[MS_TEXT], arn[2 * MS_TEXT], key[MS_TEXT];
    snprintf(key, sizeof key, "%s %s %s %d", p->account, p->region, k->type, number);
    uint64_t hash = ms_hash(key);
    snprintf(id, sizeof id, "%s%016" PRIx64, k->prefix, hash);
    snprintf(arn, sizeof arn, "arn:aws:ec2:%s:%s:%s/%s", p->region, p->account,
             k->ec2 != NULL ? k->ec2 : "", id);
    ms_config_item_begin(j);
    ms_json_open(j, "configuration", '{');
    k->put(j, id);
    ms_json_close(j, '}');
    const struct ms_config_item item = {
        .place = p,
        .type = k->type,
        .id = id,
        .name = k->ec2 != NULL ? NULL : id,
        .arn = k->ec2 != NULL ? arn : NULL,
        .zone = "Not Applicable",
        .status = "OK",
        .captured = ms_time("2026-04-06T01:10:00") + (int64_t)(hash % (100 * MS_DAY)),
        .created = ms_time("2024-05-13") + (int64_t)(hash % (500 * MS_DAY)),
    };
    ms_config_item_end(j, &item);
}

void ms_config_other_items(struct ms_json *j, const struct ms_place *p) {
    for (size_t i = 0; i < sizeof other_kinds / sizeof *other_kinds; i++)
        for (int number = 0; number < other_kinds[i].count; number++)
            put_other_item(j, p, &other_kinds[i], number);
}
