/* SPDX-License-Identifier: MIT */
/* `aws ecs describe-services`: camelCase, what was asked for and what really runs. */
#include "make_samples.h"

#include <inttypes.h>
#include <string.h>

static const struct ms_spelling spelling = {
    .strategy = "capacityProviderStrategy",
    .provider = "capacityProvider",
    .weight = "weight",
    .base = "base",
    .network = "networkConfiguration",
    .awsvpc = "awsvpcConfiguration",
    .subnets = "subnets",
    .groups = "securityGroups",
    .public_ip = "assignPublicIp",
    .balancers = "loadBalancers",
    .target_group = "targetGroupArn",
    .container = "containerName",
    .port = "containerPort",
};

/* A deployment or a task set, before it is spelled as one of them. */
struct run {
    const char *status;
    const char *version;
    int desired;
    int running;
    int pending;
    int64_t started;
    bool finished;
};

static bool is_old_cli(const struct ms_service *s) {
    return ms_service_place(s)->clock == CLOCK_EPOCH;
}

static size_t runs_of(const struct ms_service *s, struct run out[2]) {
    bool task_sets = s->controller != CONTROLLER_ECS;
    if (s->status != NULL && strcmp(s->status, "INACTIVE") == 0)
        return 0;
    if (task_sets && s->runs == NULL)
        return 0;
    out[0] = (struct run){"PRIMARY",  s->runs,           ms_desired_count(s), s->n,
                          s->pending, ms_deployed_at(s), s->pending == 0};
    if (s->old == NULL)
        return 1;
    int64_t age = (int64_t)(300 + ms_service_hash(s, "old") % 300) * MS_DAY;
    out[1] = (struct run){"ACTIVE", s->old, s->old_n, s->old_n, 0, ms_deployed_at(s) - age, true};
    return 2;
}

static void put_launch(struct ms_json *j, const struct ms_service *s) {
    if (ms_launches[s->launch].providers[0].name != NULL)
        ms_json_strategy(j, &spelling, s);
    ms_json_str(j, "launchType", ms_launches[s->launch].type);
}

static void put_run_id(struct ms_json *j, const struct ms_service *s, const struct run *r) {
    uint64_t number = ms_service_hash(s, r->status) % 9000000000000000000u + 1000000000000000000u;
    ms_json_fmt(j, "id", "ecs-svc/%" PRIu64, number);
}

static int64_t settled_at(const struct ms_service *s, const struct run *r) {
    return r->started + 3 * MS_MINUTE + (int64_t)(ms_service_hash(s, r->status) % (5 * MS_MINUTE));
}

static void put_rollout(struct ms_json *j, const struct run *r) {
    ms_json_str(j, "rolloutState", r->finished ? "COMPLETED" : "IN_PROGRESS");
    ms_json_str(j, "rolloutStateReason",
                r->finished ? "ECS deployment completed." : "ECS deployment in progress.");
}

static void put_deployment(struct ms_json *j, const struct ms_service *s, const struct run *r) {
    char arn[MS_TEXT];
    ms_task_definition_arn(s, arn);
    ms_json_open(j, NULL, '{');
    put_run_id(j, s, r);
    ms_json_str(j, "status", r->status);
    ms_json_str(j, "taskDefinition", arn);
    ms_json_int(j, "desiredCount", r->desired);
    ms_json_int(j, "pendingCount", r->pending);
    ms_json_int(j, "runningCount", r->running);
    if (!is_old_cli(s))
        ms_json_int(j, "failedTasks", 0);
    ms_json_time(j, "createdAt", r->started);
    ms_json_time(j, "updatedAt", settled_at(s, r));
    put_launch(j, s);
    ms_json_str(j, "platformVersion", r->version);
    ms_json_str(j, "platformFamily", s->family);
    if (ms_has_network(s))
        ms_json_network(j, &spelling, s);
    if (!is_old_cli(s))
        put_rollout(j, r);
    ms_json_close(j, '}');
}

static void put_task_set_arns(struct ms_json *j, const struct ms_service *s, const struct run *r) {
    const struct ms_place *p = ms_service_place(s);
    char service[MS_TEXT], cluster[MS_TEXT];
    ms_service_arn(s, service);
    ms_cluster_arn(&ms_clusters[s->cluster], cluster);
    uint64_t number = ms_service_hash(s, r->status) % 9000000000000000000u + 1000000000000000000u;
    ms_json_fmt(j, "taskSetArn", "arn:aws:ecs:%s:%s:task-set/%s/%s/ecs-svc/%" PRIu64, p->region,
                p->account, ms_clusters[s->cluster].name, s->name, number);
    ms_json_str(j, "serviceArn", service);
    ms_json_str(j, "clusterArn", cluster);
}

static void put_task_set_counts(struct ms_json *j, const struct ms_service *s,
                                const struct run *r) {
    ms_json_int(j, "computedDesiredCount", r->desired);
    ms_json_int(j, "pendingCount", r->pending);
    ms_json_int(j, "runningCount", r->running);
    ms_json_time(j, "createdAt", r->started);
    ms_json_time(j, "updatedAt", settled_at(s, r));
}

static void put_task_set_end(struct ms_json *j, const struct ms_service *s, const struct run *r) {
    ms_json_balancers(j, &spelling, s);
    ms_json_empty(j, "serviceRegistries", "[]");
    ms_json_open(j, "scale", '{');
    ms_json_decimal(j, "value", "100.0");
    ms_json_str(j, "unit", "PERCENT");
    ms_json_close(j, '}');
    ms_json_str(j, "stabilityStatus", "STEADY_STATE");
    ms_json_time(j, "stabilityStatusAt", settled_at(s, r));
    ms_json_empty(j, "tags", "[]");
}

/* Task sets carry launch type, version and family themselves, whatever the service says. */
static void put_task_set(struct ms_json *j, const struct ms_service *s, const struct run *r) {
    char arn[MS_TEXT];
    ms_task_definition_arn(s, arn);
    ms_json_open(j, NULL, '{');
    put_run_id(j, s, r);
    put_task_set_arns(j, s, r);
    ms_json_str(j, "status", r->status);
    ms_json_str(j, "taskDefinition", arn);
    put_task_set_counts(j, s, r);
    ms_json_str(j, "launchType", "FARGATE");
    ms_json_str(j, "platformVersion", r->version);
    ms_json_str(j, "platformFamily", s->family != NULL ? s->family : "Linux");
    ms_json_network(j, &spelling, s);
    put_task_set_end(j, s, r);
    ms_json_close(j, '}');
}

static void put_runs(struct ms_json *j, const struct ms_service *s) {
    bool task_sets = s->controller != CONTROLLER_ECS;
    struct run runs[2];
    size_t count = runs_of(s, runs);
    if (task_sets) {
        ms_json_open(j, "taskSets", '[');
        for (size_t i = 0; i < count; i++)
            put_task_set(j, s, &runs[i]);
        ms_json_close(j, ']');
        count = 0;
    }
    ms_json_open(j, "deployments", '[');
    for (size_t i = 0; i < count; i++)
        put_deployment(j, s, &runs[i]);
    ms_json_close(j, ']');
}

/* ECS repeats "steady state" about every six hours. */
static void put_events(struct ms_json *j, const struct ms_service *s) {
    const struct ms_place *p = ms_service_place(s);
    int64_t at = ms_time(p->captured) - (int64_t)(ms_service_hash(s, "event") % (6 * MS_HOUR));
    int count = (int)(ms_service_hash(s, "events") % (unsigned)p->events) + 1;
    char text[2 * MS_TEXT], arn[MS_TEXT], id[37];
    if (s->status != NULL && strcmp(s->status, "INACTIVE") == 0)
        count = 0;
    ms_service_arn(s, arn);
    ms_json_open(j, "events", '[');
    for (int i = 0; i < count; i++) {
        snprintf(text, sizeof text, "%s event %d", arn, i);
        ms_uuid(text, id);
        ms_json_open(j, NULL, '{');
        ms_json_str(j, "id", id);
        ms_json_time(j, "createdAt", at - i * (6 * MS_HOUR + 17 * 1000));
        ms_json_fmt(j, "message", "(service %s) has reached a steady state.", s->name);
        ms_json_close(j, '}');
    }
    ms_json_close(j, ']');
}

static void put_deployment_configuration(struct ms_json *j, const struct ms_service *s) {
    bool rolling = s->controller == CONTROLLER_ECS && !is_old_cli(s);
    ms_json_open(j, "deploymentConfiguration", '{');
    if (rolling) {
        ms_json_open(j, "deploymentCircuitBreaker", '{');
        ms_json_bool(j, "enable", true);
        ms_json_bool(j, "rollback", true);
        ms_json_close(j, '}');
    }
    ms_json_int(j, "maximumPercent", s->daemon ? 100 : 200);
    ms_json_int(j, "minimumHealthyPercent", s->daemon ? 0 : 100);
    if (rolling) {
        ms_json_str(j, "strategy", "ROLLING");
        ms_json_int(j, "bakeTimeInMinutes", 0);
    }
    ms_json_close(j, '}');
}

/* Members that the service API gained after 2024; the old ARN form never shows them here. */
static void put_current_revision(struct ms_json *j, const struct ms_service *s) {
    const struct ms_place *p = ms_service_place(s);
    const char *cluster = ms_clusters[s->cluster].name;
    uint64_t number = ms_service_hash(s, "revision id") % 9000000000000000000u;
    if (is_old_cli(s) || s->short_arn || s->controller != CONTROLLER_ECS || s->status != NULL)
        return;
    ms_json_fmt(j, "currentServiceDeployment",
                "arn:aws:ecs:%s:%s:service-deployment/%s/%s/%016" PRIx64, p->region, p->account,
                cluster, s->name, number);
    ms_json_open(j, "currentServiceRevisions", '[');
    ms_json_open(j, NULL, '{');
    ms_json_fmt(j, "arn", "arn:aws:ecs:%s:%s:service-revision/%s/%s/%019" PRIu64, p->region,
                p->account, cluster, s->name, number);
    ms_json_int(j, "requestedTaskCount", ms_desired_count(s));
    ms_json_int(j, "runningTaskCount", s->n);
    ms_json_int(j, "pendingTaskCount", s->pending);
    ms_json_close(j, '}');
    ms_json_close(j, ']');
}

static void put_tags(struct ms_json *j, const struct ms_service *s) {
    struct ms_tag tags[MS_TAGS];
    if (!ms_service_place(s)->tags)
        return;
    ms_service_tags(s, tags);
    ms_json_open(j, "tags", '[');
    for (size_t i = 0; i < MS_TAGS; i++) {
        if (tags[i].value == NULL)
            continue;
        ms_json_open(j, NULL, '{');
        ms_json_str(j, "key", tags[i].key);
        ms_json_str(j, "value", tags[i].value);
        ms_json_close(j, '}');
    }
    ms_json_close(j, ']');
}

static void put_identity(struct ms_json *j, const struct ms_service *s) {
    char service[MS_TEXT], cluster[MS_TEXT];
    ms_service_arn(s, service);
    ms_cluster_arn(&ms_clusters[s->cluster], cluster);
    ms_json_str(j, "serviceArn", service);
    ms_json_str(j, "serviceName", s->name);
    ms_json_str(j, "clusterArn", cluster);
    ms_json_balancers(j, &spelling, s);
    ms_json_empty(j, "serviceRegistries", "[]");
    ms_json_str(j, "status", s->status != NULL ? s->status : "ACTIVE");
    ms_json_int(j, "desiredCount", ms_desired_count(s));
    ms_json_int(j, "runningCount", s->n + s->old_n);
    ms_json_int(j, "pendingCount", s->pending);
}

static void put_what_was_asked(struct ms_json *j, const struct ms_service *s) {
    char arn[MS_TEXT];
    ms_task_definition_arn(s, arn);
    put_launch(j, s);
    ms_json_str(j, "platformVersion", s->asked);
    ms_json_str(j, "platformFamily", s->family);
    /* With an EXTERNAL controller the task definition belongs to the task sets. */
    if (s->controller != CONTROLLER_EXTERNAL)
        ms_json_str(j, "taskDefinition", arn);
    put_deployment_configuration(j, s);
}

static void put_placement(struct ms_json *j, const struct ms_service *s) {
    ms_json_empty(j, "placementConstraints", "[]");
    ms_json_empty(j, "placementStrategy", "[]");
    if (ms_has_network(s))
        ms_json_network(j, &spelling, s);
    if (s->port != 0)
        ms_json_int(j, "healthCheckGracePeriodSeconds", 60);
    ms_json_str(j, "schedulingStrategy", s->daemon ? "DAEMON" : "REPLICA");
}

static void put_rest(struct ms_json *j, const struct ms_service *s) {
    static const char *const controllers[] = {"ECS", "CODE_DEPLOY", "EXTERNAL"};
    if (!is_old_cli(s)) {
        ms_json_open(j, "deploymentController", '{');
        ms_json_str(j, "type", controllers[s->controller]);
        ms_json_close(j, '}');
    }
    put_tags(j, s);
    ms_json_fmt(j, "createdBy", "arn:aws:iam::%s:role/deploy-pipeline",
                ms_service_place(s)->account);
    ms_json_bool(j, "enableECSManagedTags", true);
    ms_json_str(j, "propagateTags", is_old_cli(s) ? "NONE" : "SERVICE");
    if (is_old_cli(s))
        return;
    ms_json_bool(j, "enableExecuteCommand", false);
    ms_json_str(j, "availabilityZoneRebalancing", s->daemon ? "DISABLED" : "ENABLED");
    ms_json_str(j, "resourceManagementType", "CUSTOMER");
}

static void put_service(struct ms_json *j, const struct ms_service *s) {
    ms_json_open(j, NULL, '{');
    put_identity(j, s);
    put_what_was_asked(j, s);
    put_runs(j, s);
    ms_json_fmt(j, "roleArn",
                "arn:aws:iam::%s:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
                ms_service_place(s)->account);
    put_events(j, s);
    ms_json_time(j, "createdAt", ms_created_at(s));
    put_current_revision(j, s);
    put_placement(j, s);
    put_rest(j, s);
    ms_json_close(j, '}');
}

static void put_failure(struct ms_json *j, const struct ms_service *s) {
    char arn[MS_TEXT];
    ms_service_arn(s, arn);
    ms_json_open(j, NULL, '{');
    ms_json_str(j, "arn", arn);
    ms_json_str(j, "reason", "MISSING");
    ms_json_str(j, "detail", s->note);
    ms_json_close(j, '}');
}

static void put_all(struct ms_json *j, const struct ms_place *p, enum ms_known known,
                    void (*put)(struct ms_json *, const struct ms_service *)) {
    for (size_t i = 0; i < ms_service_count; i++)
        if (ms_service_place(&ms_services[i]) == p && ms_services[i].known == known)
            put(j, &ms_services[i]);
}

void ms_write_ecs(const char *dir, enum ms_place_id place) {
    const struct ms_place *p = &ms_places[place];
    char path[MS_TEXT];
    snprintf(path, sizeof path, "ecs/%s/%s/%s", p->alias, p->region, p->dump);
    FILE *out = ms_file_open(dir, path);
    struct ms_json j = {.out = out, .pretty = true, .fresh = true, .clock = p->clock};
    ms_json_open(&j, NULL, '{');
    ms_json_open(&j, "services", '[');
    put_all(&j, p, KNOWN_ALL, put_service);
    ms_json_close(&j, ']');
    ms_json_open(&j, "failures", '[');
    put_all(&j, p, KNOWN_MISSING, put_failure);
    ms_json_close(&j, ']');
    ms_json_close(&j, '}');
    ms_file_close(out, path);
}
