/* SPDX-License-Identifier: MIT */
/* What stands around the services of production in Tokyo, as the AWS CLI answers: task definitions, clusters,
 * capacity providers and a list of services. samples/README.md says which control each of them is for. */
#include "make_samples.h"

#include <string.h>

/* What is special about a service's task definition; all others are as they should be. */
struct definition {
    const char *service; /* its name */
    const char *secret;  /* an environment variable that holds a credential */
    const char *user;    /* NULL: 10001; "": none stated */
    const char *network, *pid;
    const char *volume; /* an EFS volume; encrypted where `encrypted` */
    bool encrypted, privileged, writable, no_logs, no_tags;
    bool sidecar; /* a second container, which is well-behaved */
    int newer;    /* further revisions, beyond the one that the service runs */
};

static const struct definition definitions[] = {
    {.service = "api", .sidecar = true},
    {.service = "checkout", .sidecar = true, .writable = true},
    {.service = "cart", .user = ""},
    {.service = "payment-gateway", .newer = 2},
    {.service = "catalog-api", .user = "1000:1000"},
    {.service = "search-indexer", .volume = "search-index", .encrypted = true},
    {.service = "image-resizer", .volume = "product-images", .writable = true},
    {.service = "mail-worker", .secret = "AWS_SECRET_ACCESS_KEY"},
    {.service = "review-api", .user = "root", .writable = true},
    {.service = "coupon-api", .no_tags = true},
    {.service = "gift-wrap", .no_logs = true},
    {.service = "nightly-sales", .network = "bridge", .user = "0:0"},
    {.service = "stock-sync", .network = "host", .pid = "host", .privileged = true, .sidecar = true},
    {.service = "invoice-pdf", .user = "ContainerUser"},
    {.service = "report-windows", .user = "ContainerAdministrator"},
    {.service = "erp-bridge", .secret = "AWS_ACCESS_KEY_ID", .writable = true},
    {.service = "keiri-api", .user = "keiri"},
    {.service = "jinji-portal", .writable = true, .user = "root"},
};

static const struct definition plain;

static const struct definition *definition_of(const struct ms_service *s) {
    for (size_t i = 0; i < sizeof definitions / sizeof *definitions; i++)
        if (strcmp(definitions[i].service, s->name) == 0)
            return &definitions[i];
    return &plain;
}

static void put_tags(struct ms_json *j, const struct ms_tag *tags, size_t count) {
    ms_json_open(j, "tags", '[');
    for (size_t i = 0; i < count; i++) {
        ms_json_open(j, NULL, '{');
        ms_json_str(j, "key", tags[i].key);
        ms_json_str(j, "value", tags[i].value);
        ms_json_close(j, '}');
    }
    ms_json_close(j, ']');
}

/* ---------------------------------------------------------------- task definitions */

static void put_variable(struct ms_json *j, const char *name, const char *value) {
    ms_json_open(j, NULL, '{');
    ms_json_str(j, "name", name);
    ms_json_str(j, "value", value);
    ms_json_close(j, '}');
}

static void put_environment(struct ms_json *j, const char *secret) {
    ms_json_open(j, "environment", '[');
    put_variable(j, "STAGE", "production");
    if (secret != NULL)
        put_variable(j, secret, "EXAMPLE-NOT-A-CREDENTIAL");
    ms_json_close(j, ']');
}

static void put_logs(struct ms_json *j, const struct ms_place *p, const char *family) {
    ms_json_open(j, "logConfiguration", '{');
    ms_json_str(j, "logDriver", "awslogs");
    ms_json_open(j, "options", '{');
    ms_json_fmt(j, "awslogs-group", "/ecs/%s", family);
    ms_json_str(j, "awslogs-region", p->region);
    ms_json_str(j, "awslogs-stream-prefix", "ecs");
    ms_json_close(j, '}');
    ms_json_close(j, '}');
}

static void put_container(struct ms_json *j, const struct ms_service *s, const struct definition *d,
                          const char *family, const char *name) {
    bool windows = s->os != NULL && strncmp(s->os, "WINDOWS", 7) == 0;
    const char *user = d->user != NULL ? d->user : windows ? "ContainerUser" : "10001";
    ms_json_open(j, NULL, '{');
    ms_json_str(j, "name", name);
    ms_json_fmt(j, "image", "%s.dkr.ecr.%s.amazonaws.com/%s:2026.%d", ms_service_place(s)->account,
                ms_service_place(s)->region, name, ms_task_definition_revision(s));
    ms_json_bool(j, "essential", true);
    put_environment(j, d->secret);
    ms_json_empty(j, "mountPoints", "[]");
    if (*user != '\0')
        ms_json_str(j, "user", user);
    if (d->privileged)
        ms_json_bool(j, "privileged", true);
    if (!windows)
        ms_json_bool(j, "readonlyRootFilesystem", !d->writable);
    if (!d->no_logs)
        put_logs(j, ms_service_place(s), family);
    ms_json_close(j, '}');
}

static void put_volumes(struct ms_json *j, const struct definition *d) {
    ms_json_open(j, "volumes", '[');
    if (d->volume != NULL) {
        ms_json_open(j, NULL, '{');
        ms_json_str(j, "name", d->volume);
        ms_json_open(j, "efsVolumeConfiguration", '{');
        ms_json_fmt(j, "fileSystemId", "fs-%016llx", (unsigned long long)ms_hash(d->volume));
        ms_json_str(j, "rootDirectory", "/");
        if (d->encrypted)
            ms_json_str(j, "transitEncryption", "ENABLED");
        ms_json_close(j, '}');
        ms_json_close(j, '}');
    }
    ms_json_close(j, ']');
}

static void put_platform(struct ms_json *j, const struct ms_service *s, bool fargate) {
    ms_json_open(j, "requiresCompatibilities", '[');
    ms_json_str(j, NULL, fargate ? "FARGATE" : "EC2");
    ms_json_close(j, ']');
    ms_json_str(j, "cpu", "512");
    ms_json_str(j, "memory", "1024");
    if (s->os == NULL)
        return;
    ms_json_open(j, "runtimePlatform", '{');
    ms_json_str(j, "cpuArchitecture", "X86_64");
    ms_json_str(j, "operatingSystemFamily", s->os);
    ms_json_close(j, '}');
}

static bool runs_on_fargate(const struct ms_service *s) {
    return s->launch == LAUNCH_FARGATE || s->launch == LAUNCH_NONE ||
           (s->launch >= LAUNCH_BY_FARGATE && s->launch <= LAUNCH_BY_BOTH);
}

static void put_containers(struct ms_json *j, const struct ms_service *s, const struct definition *d,
                           const char *family) {
    ms_json_open(j, "containerDefinitions", '[');
    put_container(j, s, d, family, s->name);
    if (d->sidecar)
        put_container(j, s, &plain, family, "log-router");
    ms_json_close(j, ']');
}

/* The revision `ahead` of the one that the service runs. */
static void put_definition(struct ms_json *j, const struct ms_service *s, int ahead) {
    const struct definition *d = definition_of(s);
    const struct ms_place *p = ms_service_place(s);
    char family[MS_TEXT];
    int revision = ms_task_definition_revision(s) + ahead;
    bool fargate = runs_on_fargate(s);
    ms_task_definition_family(s, family);
    ms_json_open(j, NULL, '{');
    ms_json_open(j, "taskDefinition", '{');
    ms_json_fmt(j, "taskDefinitionArn", "arn:aws:ecs:%s:%s:task-definition/%s:%d", p->region, p->account,
                family, revision);
    put_containers(j, s, d, family);
    ms_json_str(j, "family", family);
    ms_json_fmt(j, "executionRoleArn", "arn:aws:iam::%s:role/ecsTaskExecutionRole", p->account);
    ms_json_str(j, "networkMode", d->network != NULL ? d->network : fargate ? "awsvpc" : "bridge");
    ms_json_int(j, "revision", revision);
    put_volumes(j, d);
    ms_json_str(j, "status", "ACTIVE");
    put_platform(j, s, fargate);
    ms_json_str(j, "pidMode", d->pid);
    ms_json_time(j, "registeredAt", ms_deployed_at(s) - MS_HOUR + ahead * MS_DAY);
    ms_json_fmt(j, "registeredBy", "arn:aws:iam::%s:role/deploy-pipeline", p->account);
    ms_json_close(j, '}');
    struct ms_tag tags[MS_TAGS];
    ms_service_tags(s, tags);
    put_tags(j, tags, d->no_tags ? 0 : 2);
    ms_json_close(j, '}');
}

static bool is_described(const struct ms_service *s) {
    return ms_service_place(s) == &ms_places[PROD_TOKYO] && s->known == KNOWN_ALL && !s->short_arn;
}

/* One answer of describe-task-definition after the other, as a loop in a shell leaves them. */
static void write_definitions(const char *dir) {
    static const char path[] = "ecs/tsukinowa-prod/ap-northeast-1/task-definitions_20261001T090000Z.json";
    FILE *out = ms_file_open(dir, path);
    for (size_t i = 0; i < ms_service_count; i++)
        for (int ahead = 0; is_described(&ms_services[i]) && ahead <= definition_of(&ms_services[i])->newer; ahead++) {
            struct ms_json j = {.out = out, .pretty = true, .fresh = true, .clock = CLOCK_TOKYO};
            put_definition(&j, &ms_services[i], ahead);
            fputc('\n', out);
        }
    ms_file_close(out, path);
}

/* ---------------------------------------------------------------- clusters, capacity providers, lists */

static void put_cluster(struct ms_json *j, const struct ms_cluster *c) {
    char arn[MS_TEXT];
    const struct ms_tag department = {"部門", c->department};
    ms_cluster_arn(c, arn);
    ms_json_open(j, NULL, '{');
    ms_json_str(j, "clusterArn", arn);
    ms_json_str(j, "clusterName", c->name);
    ms_json_str(j, "status", "ACTIVE");
    ms_json_open(j, "settings", '[');
    put_variable(j, "containerInsights", c->insights ? "enabled" : "disabled");
    ms_json_close(j, ']');
    put_tags(j, &department, 1);
    ms_json_close(j, '}');
}

static void write_clusters(const char *dir) {
    static const char path[] = "ecs/tsukinowa-prod/ap-northeast-1/clusters_20261001T090000Z.json";
    FILE *out = ms_file_open(dir, path);
    struct ms_json j = {.out = out, .pretty = true, .fresh = true, .clock = CLOCK_TOKYO};
    ms_json_open(&j, NULL, '{');
    ms_json_open(&j, "clusters", '[');
    for (size_t i = 0; i < MS_CLUSTERS; i++)
        if (ms_clusters[i].place == PROD_TOKYO)
            put_cluster(&j, &ms_clusters[i]);
    ms_json_close(&j, ']');
    ms_json_empty(&j, "failures", "[]");
    ms_json_close(&j, '}');
    ms_file_close(out, path);
}

static void put_provider(struct ms_json *j, const char *name, bool group, bool protected) {
    const struct ms_place *p = &ms_places[PROD_TOKYO];
    ms_json_open(j, NULL, '{');
    ms_json_fmt(j, "capacityProviderArn", "arn:aws:ecs:%s:%s:capacity-provider/%s", p->region, p->account, name);
    ms_json_str(j, "name", name);
    ms_json_str(j, "status", "ACTIVE");
    if (group) {
        char uuid[37];
        ms_uuid(name, uuid);
        ms_json_open(j, "autoScalingGroupProvider", '{');
        ms_json_fmt(j, "autoScalingGroupArn", "arn:aws:autoscaling:%s:%s:autoScalingGroup:%s:autoScalingGroupName/%s",
                    p->region, p->account, uuid, name);
        ms_json_str(j, "managedTerminationProtection", protected ? "ENABLED" : "DISABLED");
        ms_json_close(j, '}');
    }
    ms_json_empty(j, "tags", "[]");
    ms_json_close(j, '}');
}

static void write_providers(const char *dir) {
    static const char path[] = "ecs/tsukinowa-prod/ap-northeast-1/capacity-providers_20261001T090000Z.json";
    FILE *out = ms_file_open(dir, path);
    struct ms_json j = {.out = out, .pretty = true, .fresh = true, .clock = CLOCK_TOKYO};
    ms_json_open(&j, NULL, '{');
    ms_json_open(&j, "capacityProviders", '[');
    put_provider(&j, "FARGATE", false, false);
    put_provider(&j, "FARGATE_SPOT", false, false);
    put_provider(&j, "batch-machines", true, true);
    put_provider(&j, "batch-gpu", true, false);
    ms_json_close(&j, ']');
    ms_json_close(&j, '}');
    ms_file_close(out, path);
}

/* list-services of the cluster shop: one more than was described, and one that was described is not in it. */
static void write_list(const char *dir) {
    static const char path[] = "ecs/tsukinowa-prod/ap-northeast-1/list-services-shop_20261001T090000Z.json";
    FILE *out = ms_file_open(dir, path);
    struct ms_json j = {.out = out, .pretty = true, .fresh = true, .clock = CLOCK_TOKYO};
    ms_json_open(&j, NULL, '{');
    ms_json_open(&j, "serviceArns", '[');
    for (size_t i = 0; i < ms_service_count; i++) {
        const struct ms_service *s = &ms_services[i];
        char arn[MS_TEXT];
        ms_service_arn(s, arn);
        if (s->cluster == SHOP && s->known == KNOWN_ALL && strcmp(s->name, "flash-sale") != 0)
            ms_json_str(&j, NULL, arn);
    }
    ms_json_fmt(&j, NULL, "arn:aws:ecs:%s:%s:service/shop/ar-fitting", ms_places[PROD_TOKYO].region,
                ms_places[PROD_TOKYO].account);
    ms_json_close(&j, ']');
    ms_json_close(&j, '}');
    ms_file_close(out, path);
}

void ms_write_estate(const char *dir) {
    write_definitions(dir);
    write_clusters(dir);
    write_providers(dir);
    write_list(dir);
}
