/* SPDX-License-Identifier: MIT */
/*
 * `aws ecs describe-services`: {"services": [...], "failures": [...]}.
 * Source of the members: the ECS API's DescribeServices response (Service, Deployment, TaskSet).
 *
 * `events` is nine tenths of a service and tells nothing about it but when it was alive: only the
 * newest is looked at, for the capture time of exports that carry none.
 */
#include <string.h>

#include "ingest/mapper.h"

static const struct fg_strategy_names strategy_names = {"capacityProvider", "weight", "base"};

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

/* Members that bind under a name of ours, for services and for their deployments and task sets. */
struct binding {
    const char *member;
    const char *parameter;
};

static const struct binding service_texts[] = {
    {"status", "status"},
    {"launchType", "launch_type"},
    {"platformVersion", "platform_version"},
    {"platformFamily", "platform_family"},
    {"schedulingStrategy", "scheduling_strategy"},
    {"taskDefinition", "task_definition"},
    {NULL, NULL},
};

static const struct binding service_counts[] = {
    {"desiredCount", "desired_count"},
    {"runningCount", "running_count"},
    {"pendingCount", "pending_count"},
    {NULL, NULL},
};

static const struct binding deployment_texts[] = {
    {"id", "deployment_id"},
    {"status", "status"},
    {"launchType", "launch_type"},
    {"platformVersion", "platform_version"},
    {"platformFamily", "platform_family"},
    {"taskDefinition", "task_definition"},
    {"rolloutState", "rollout_state"},
    {NULL, NULL},
};

static const struct binding deployment_counts[] = {
    {"desiredCount", "desired_count"},
    {"runningCount", "running_count"},
    {"pendingCount", "pending_count"},
    {NULL, NULL},
};

static const struct binding task_set_counts[] = {
    {"computedDesiredCount", "desired_count"},
    {"runningCount", "running_count"},
    {"pendingCount", "pending_count"},
    {NULL, NULL},
};

static void bind_texts(struct fg_statement *insert, const struct fg_value *from,
                       const struct binding *table, struct fg_problem *problem)
{
    for (; table->member != NULL; table++)
        fg_bind_text(insert, table->parameter, fg_get_text(from, table->member, problem));
}

static void bind_counts(struct fg_statement *insert, const struct fg_value *from,
                        const struct binding *table, struct fg_problem *problem)
{
    int64_t count;
    for (; table->member != NULL; table++)
        if (fg_get_int(from, table->member, &count, problem))
            fg_bind_int(insert, table->parameter, count);
}

static void bind_strategy(struct fg_statement *insert, const struct fg_value *from,
                          struct fg_problem *problem)
{
    fg_bind_strategy(insert, fg_get_array(from, "capacityProviderStrategy", problem),
                     &strategy_names, problem);
}

static const char *assign_public_ip(const struct fg_value *from, struct fg_problem *problem)
{
    const struct fg_value *network = fg_get_object(from, "networkConfiguration", problem);
    return fg_get_text(fg_get_object(network, "awsvpcConfiguration", problem), "assignPublicIp",
                       problem);
}

static void bind_time(struct fg_load *load, struct fg_statement *insert,
                      const struct fg_value *from, const struct binding *binding,
                      struct fg_problem *problem)
{
    char time[FG_TIME_SIZE];
    if (!fg_get_time(from, binding->member, time, problem))
        return;
    fg_bind_text(insert, binding->parameter, time);
    fg_load_saw_time(load, time);
}

/* One entry of `deployments` or `taskSets`. */
static int insert_deployment(struct fg_load *load, int64_t service, const char *kind, int position,
                             const struct fg_value *from, struct fg_problem *problem,
                             struct fg_error *err)
{
    static const struct binding created = {"createdAt", "created_at"};
    static const struct binding updated = {"updatedAt", "updated_at"};
    bool task_set = strcmp(kind, "task_set") == 0;
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/deployment", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "service", service);
    fg_bind_text(insert, "kind", kind);
    fg_bind_int(insert, "position", position);
    bind_texts(insert, from, deployment_texts, problem);
    bind_counts(insert, from, task_set ? task_set_counts : deployment_counts, problem);
    bind_strategy(insert, from, problem);
    fg_bind_text(insert, "assign_public_ip", assign_public_ip(from, problem));
    bind_time(load, insert, from, &created, problem);
    bind_time(load, insert, from, &updated, problem);
    return fg_load_insert(insert, NULL, err);
}

static int insert_deployments(struct fg_load *load, int64_t service, const char *kind,
                              const struct fg_value *list, struct fg_problem *problem,
                              struct fg_error *err)
{
    int position = 0;
    for (const struct fg_value *at = fg_first(list); at != NULL; at = fg_next(at)) {
        if (!fg_is_object(at)) {
            fg_problem_set(problem, "wrong_type", "%s: an entry that is not an object", kind);
            return 0;
        }
        if (insert_deployment(load, service, kind, position++, at, problem, err) < 0)
            return -1;
    }
    return 0;
}

static int insert_tags(struct fg_load *load, int64_t row, const struct fg_value *tags,
                       struct fg_problem *problem, struct fg_error *err)
{
    for (const struct fg_value *at = fg_first(tags); at != NULL; at = fg_next(at)) {
        const char *key = fg_is_object(at) ? fg_get_text(at, "key", problem) : NULL;
        if (key == NULL) {
            fg_problem_set(problem, "wrong_type", "tags: an entry without a key");
            return 0;
        }
        if (fg_load_tag(load, row, key, fg_get_text(at, "value", problem), err) < 0)
            return -1;
    }
    return 0;
}

static int insert_service(struct fg_load *load, int64_t record, int64_t resource,
                          const struct fg_value *root, struct fg_problem *problem,
                          int64_t *ret_id, struct fg_error *err)
{
    static const struct binding created = {"createdAt", "created_at"};
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/service", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", record);
    fg_bind_int(insert, "resource", resource);
    fg_bind_text(insert, "origin", "ecs");
    fg_bind_int(insert, "deleted", 0);
    bind_texts(insert, root, service_texts, problem);
    bind_counts(insert, root, service_counts, problem);
    bind_strategy(insert, root, problem);
    fg_bind_text(insert, "deployment_controller",
                 fg_get_text(fg_get_object(root, "deploymentController", problem), "type", problem));
    fg_bind_text(insert, "assign_public_ip", assign_public_ip(root, problem));
    bind_time(load, insert, root, &created, problem);
    fg_bind_int(insert, "tags_known", fg_has(root, "tags"));
    return fg_load_insert(insert, ret_id, err);
}

/* The newest event's time, where the export has events (the splitter keeps only that one). */
static void saw_events(struct fg_load *load, const struct fg_value *root, struct fg_problem *problem)
{
    const struct fg_value *event = fg_get_object(root, "events", problem);
    char time[FG_TIME_SIZE];
    if (fg_get_time(event, "createdAt", time, problem))
        fg_load_saw_time(load, time);
}

static int map_service(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    struct fg_arn arn;
    const char *arn_text = fg_get_text(root, "serviceArn", problem);
    const char *cluster = fg_cluster_name(fg_get_text(root, "clusterArn", problem));
    fg_get_text(root, "serviceName", problem); /* the ARN says it; a number here is still wrong */
    if (arn_text == NULL)
        fg_problem_set(problem, "no_arn", "serviceArn: it is missing");
    else if (!fg_arn_parse(arn_text, &arn) || strcmp(arn.service, "ecs") != 0 ||
             strcmp(arn.kind, "service") != 0)
        fg_problem_set(problem, "bad_arn", "serviceArn: not a service's ARN: %.100s", arn_text);
    saw_events(load, root, problem);
    if (problem->reason != NULL)
        return 0;

    int64_t resource, row, service;
    if (fg_load_resource(load, &arn, arn_text, NULL, cluster, &resource, err) < 0 ||
        fg_load_record(load, record, NULL, &row, err) < 0 ||
        insert_service(load, row, resource, root, problem, &service, err) < 0 ||
        insert_deployments(load, service, "deployment", fg_get_array(root, "deployments", problem),
                           problem, err) < 0 ||
        insert_deployments(load, service, "task_set", fg_get_array(root, "taskSets", problem),
                           problem, err) < 0)
        return -1;
    return insert_tags(load, row, fg_get_array(root, "tags", problem), problem, err);
}

static bool recognises(const struct fg_record *record)
{
    return fg_record_has(record, SERVICE_ARN) && fg_record_has(record, CLUSTER_ARN);
}

const struct fg_mapper fg_ecs_services = {
    .kind = "ecs_services",
    .members = service_members,
    .map = map_service,
    .recognises = recognises,
};

static const struct fg_member failure_members[] = {
    {"arn", 0},
    {"reason", 0},
    {"detail", 0},
    {NULL, 0},
};

/* What was asked for and not described. */
static int map_failure(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    int64_t row;
    struct fg_statement *insert;
    if (fg_load_record(load, record, NULL, &row, err) < 0 ||
        fg_load_statement(load, "store/describe_failure", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", row);
    for (const struct fg_member *member = failure_members; member->name != NULL; member++)
        fg_bind_text(insert, member->name, fg_get_text(root, member->name, &record->problem));
    return fg_load_insert(insert, NULL, err);
}

const struct fg_mapper fg_ecs_failures = {
    .members = failure_members,
    .map = map_failure,
};
