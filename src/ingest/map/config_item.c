/* SPDX-License-Identifier: MIT */
/*
 * AWS Config: {"configurationItems": [...]}, as snapshots and history files have it and as the API
 * answers. Inside `configuration` ECS resources have CloudFormation's PascalCase names.
 * Sources: AWS Config Developer Guide, "Components of a configuration item"; the published resource
 * schemas of AWS::ECS::Service, AWS::ECS::TaskDefinition and AWS::Config::ResourceCompliance.
 *
 * The envelope's spelling depends on the channel: files say ARN and awsAccountId, the API arn and
 * accountId; `configuration` is an object in files and JSON held as text in API answers.
 */
#include <string.h>

#include "ingest/mapper.h"

enum { RESOURCE_TYPE, CAPTURE_TIME };

static const struct fg_member item_members[] = {
    [RESOURCE_TYPE] = {"resourceType", 0},
    [CAPTURE_TIME] = {"configurationItemCaptureTime", 0},
    {"ARN", 0},
    {"arn", 0},
    {"resourceId", 0},
    {"configurationItemStatus", 0},
    {"configuration", 0},
    {"tags", 0},
    {NULL, 0},
};

/* One configuration item, taken apart. */
struct item {
    const char *arn;
    const char *captured_at; /* NULL where the item has no time */
    char time[FG_TIME_SIZE];
    bool deleted;
    const struct fg_value *configuration; /* NULL for a deleted resource */
    const struct fg_value *root;
};

typedef int map_item_fn(struct fg_load *load, struct fg_record *record, const struct item *item,
                        struct fg_error *err);

static map_item_fn map_service, map_task_definition, map_compliance;

/* The resource types that are mapped. */
static const struct {
    const char *raw; /* as the raw JSON text has it */
    const char *kind; /* of the ARN; NULL: the item's own ARN does not matter */
    map_item_fn *map;
} types[] = {
    {"\"AWS::ECS::Service\"", "service", map_service},
    {"\"AWS::ECS::TaskDefinition\"", "task-definition", map_task_definition},
    {"\"AWS::Config::ResourceCompliance\"", NULL, map_compliance},
};
enum { TYPE_COUNT = sizeof types / sizeof types[0] };

/* The index into `types`, or TYPE_COUNT. */
static size_t find_type(const struct fg_record *record)
{
    const char *raw = fg_buf_text(&record->text) + record->member[RESOURCE_TYPE].at;
    size_t len = record->member[RESOURCE_TYPE].len;
    size_t i = 0;
    while (i < TYPE_COUNT && (strlen(types[i].raw) != len || memcmp(types[i].raw, raw, len) != 0))
        i++;
    return i;
}

static bool wants(const struct fg_record *record, struct fg_buf *type)
{
    const char *raw = fg_buf_text(&record->text) + record->member[RESOURCE_TYPE].at;
    size_t len = record->member[RESOURCE_TYPE].len;
    if (find_type(record) < TYPE_COUNT || len < 2 || raw[0] != '"')
        return true; /* without a type: map() says what is wrong */
    fg_buf_add(type, raw + 1, len - 2);
    return false;
}

/* `configuration`: an object, JSON held as text, or null ("null") for a deleted resource. An embedded
 * text is parsed into *ret_owned. */
static const struct fg_value *configuration(const struct fg_value *root, struct fg_value **ret_owned,
                                            struct fg_problem *problem)
{
    const struct fg_value *found = fg_get(root, "configuration");
    if (found == NULL || !fg_is_text(found))
        return fg_get_object(root, "configuration", problem);
    *ret_owned = fg_value_parse_embedded(fg_as_text(found, "configuration", problem), problem);
    return *ret_owned != NULL && fg_is_object(*ret_owned) ? *ret_owned : NULL;
}

/* True where the item's status begins with `word`: ResourceDeleted stands for ResourceDeletedNotRecorded too. */
static bool has_status(const struct fg_value *root, const char *word, struct fg_problem *problem)
{
    const char *status = fg_get_text(root, "configurationItemStatus", problem);
    return status != NULL && strncmp(status, word, strlen(word)) == 0;
}

static const char *item_arn(const struct fg_value *root, struct fg_problem *problem)
{
    const char *arn = fg_get_text(root, "ARN", problem);
    if (arn == NULL)
        arn = fg_get_text(root, "arn", problem);
    if (arn == NULL)
        arn = fg_get_text(root, "resourceId", problem);
    return arn;
}

static int map_item(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                    struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    size_t type = find_type(record);
    if (type == TYPE_COUNT) {
        fg_problem_set(problem, "no_type", "resourceType: it is missing or not text");
        return 0;
    }
    /* Config was told not to record the resource: such an item has no configuration by nature. */
    if (has_status(root, "ResourceNotRecorded", problem))
        return fg_load_no_interest(load, "items not recorded by AWS Config", err);
    struct fg_value *owned = NULL;
    struct item item = {.root = root, .arn = item_arn(root, problem)};
    item.configuration = configuration(root, &owned, problem);
    item.deleted = has_status(root, "ResourceDeleted", problem);
    if (fg_get_time(root, "configurationItemCaptureTime", item.time, problem))
        item.captured_at = item.time;
    fg_load_saw_time(load, item.captured_at);
    if (!item.deleted && item.configuration == NULL)
        fg_problem_set(problem, "no_configuration", "configuration: it is missing");
    int status = problem->reason != NULL ? 0 : types[type].map(load, record, &item, err);
    fg_value_free(owned);
    return status;
}

/* The resource and record rows of an item that is itself the evidence. 1: done, 0: problem, -1. */
static int load_evidence(struct fg_load *load, struct fg_record *record, const struct item *item,
                         const char *kind, const char *arn_text, const char *cluster,
                         int64_t *ret_resource, int64_t *ret_row, struct fg_error *err)
{
    struct fg_arn arn;
    if (arn_text == NULL) {
        fg_problem_set(&record->problem, "no_arn", "ARN: it is missing");
        return 0;
    }
    if (!fg_arn_parse(arn_text, &arn) || strcmp(arn.service, "ecs") != 0 ||
        strcmp(arn.kind, kind) != 0) {
        fg_problem_set(&record->problem, "bad_arn", "ARN: not a %s's: %.100s", kind, arn_text);
        return 0;
    }
    if (fg_load_resource(load, &arn, arn_text, NULL, cluster, ret_resource, err) < 0 ||
        fg_load_record(load, record, item->captured_at, ret_row, err) < 0)
        return -1;
    return 1;
}

/* An ARN that the item's envelope lacks may stand in the configuration. */
static const char *own_arn(const struct item *item, const char *member, struct fg_problem *problem)
{
    struct fg_arn arn;
    if (item->arn != NULL && fg_arn_parse(item->arn, &arn))
        return item->arn;
    const char *inner = fg_get_text(item->configuration, member, problem);
    return inner != NULL ? inner : item->arn;
}

static const struct fg_strategy_names strategy_names = {"CapacityProvider", "Weight", "Base"};

static const struct {
    const char *member, *parameter;
} service_texts[] = {
    {"LaunchType", "launch_type"},
    {"PlatformVersion", "platform_version"},
    {"SchedulingStrategy", "scheduling_strategy"},
    {"TaskDefinition", "task_definition"},
};

/* Tags: a map in files and API answers, a list of {key, value, tag} in advanced queries. */
static int insert_tags(struct fg_load *load, int64_t row, const struct fg_value *tags,
                       struct fg_problem *problem, struct fg_error *err)
{
    if (tags != NULL && !fg_is_object(tags) && !fg_is_array(tags))
        fg_problem_set(problem, "wrong_type", "tags: neither an object nor a list");
    for (const struct fg_value *at = fg_first(tags); at != NULL; at = fg_next(at)) {
        bool entry = fg_is_object(at);
        const char *key = entry ? fg_get_text(at, "key", problem) : fg_name(at);
        const char *value = entry ? fg_get_text(at, "value", problem) : fg_as_text(at, "tags", problem);
        if (key == NULL) {
            fg_problem_set(problem, "wrong_type", "tags: an entry without a key");
            return 0;
        }
        if (fg_load_tag(load, row, key, value, err) < 0)
            return -1;
    }
    return 0;
}

static void bind_service(struct fg_statement *insert, const struct item *item,
                         struct fg_problem *problem)
{
    const struct fg_value *from = item->configuration;
    const struct fg_value *network = fg_get_object(from, "NetworkConfiguration", problem);
    const struct fg_value *vpc = fg_get_object(network, "AwsvpcConfiguration", problem);
    int64_t desired;
    fg_bind_text(insert, "origin", "config");
    fg_bind_int(insert, "deleted", item->deleted);
    for (size_t i = 0; i < sizeof service_texts / sizeof service_texts[0]; i++)
        fg_bind_text(insert, service_texts[i].parameter,
                     fg_get_text(from, service_texts[i].member, problem));
    fg_bind_strategy(insert, fg_get_array(from, "CapacityProviderStrategy", problem), &strategy_names,
                     problem);
    fg_bind_text(insert, "deployment_controller",
                 fg_get_text(fg_get_object(from, "DeploymentController", problem), "Type", problem));
    fg_bind_text(insert, "assign_public_ip", fg_get_text(vpc, "AssignPublicIp", problem));
    if (fg_get_int(from, "DesiredCount", &desired, problem))
        fg_bind_int(insert, "desired_count", desired);
    fg_bind_int(insert, "tags_known", fg_has(item->root, "tags"));
}

static int map_service(struct fg_load *load, struct fg_record *record, const struct item *item,
                       struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    const char *cluster = fg_cluster_name(fg_get_text(item->configuration, "Cluster", problem));
    const char *arn = own_arn(item, "ServiceArn", problem);
    int64_t resource, row, service;
    int done = load_evidence(load, record, item, "service", arn, cluster, &resource, &row, err);
    if (done <= 0)
        return done;
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/service", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", row);
    fg_bind_int(insert, "resource", resource);
    bind_service(insert, item, problem);
    if (fg_load_insert(insert, &service, err) < 0)
        return -1;
    return insert_tags(load, row, fg_get(item->root, "tags"), problem, err);
}

/* Here only for its operating system, which services in Config do not have. */
static int map_task_definition(struct fg_load *load, struct fg_record *record,
                               const struct item *item, struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    const struct fg_value *from = item->configuration;
    int64_t resource, row, revision;
    const char *arn = fg_get_text(from, "TaskDefinitionArn", problem);
    if (arn == NULL)
        arn = item->arn;
    if (item->deleted && (arn == NULL || strncmp(arn, "arn:", 4) != 0))
        return fg_load_no_interest(load, "AWS::ECS::TaskDefinition (deleted)", err);
    int done = load_evidence(load, record, item, "task-definition", arn, NULL, &resource, &row, err);
    if (done <= 0)
        return done;
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/task_definition", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", row);
    fg_bind_int(insert, "resource", resource);
    fg_bind_text(insert, "origin", "config");
    fg_bind_int(insert, "deleted", item->deleted);
    fg_bind_text(insert, "family", fg_get_text(from, "Family", problem));
    if (fg_get_int(from, "Revision", &revision, problem))
        fg_bind_int(insert, "revision", revision);
    fg_bind_text(insert, "status", fg_get_text(from, "Status", problem));
    fg_bind_text(insert, "operating_system_family",
                 fg_get_text(fg_get_object(from, "RuntimePlatform", problem), "OperatingSystemFamily",
                             problem));
    return fg_load_insert(insert, NULL, err);
}

static int insert_evaluation(struct fg_load *load, int64_t row, int64_t resource,
                             const struct fg_value *rule, struct fg_problem *problem,
                             struct fg_error *err)
{
    const char *name = fg_get_text(rule, "configRuleName", problem);
    if (name == NULL || name[0] == '\0') {
        fg_problem_set(problem, "no_rule", "configRuleName: it is missing");
        return 0;
    }
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/config_evaluation", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", row);
    fg_bind_int(insert, "resource", resource);
    fg_bind_text(insert, "rule_name", name);
    fg_bind_text(insert, "rule_arn", fg_get_text(rule, "configRuleArn", problem));
    fg_bind_text(insert, "compliance", fg_get_text(rule, "complianceType", problem));
    return fg_load_insert(insert, NULL, err);
}

/* The compliance item itself: what an earlier one said holds no more, also where this one is deleted. */
static int insert_item(struct fg_load *load, int64_t row, int64_t resource, const char *compliance,
                       struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/config_evaluation", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", row);
    fg_bind_int(insert, "resource", resource);
    fg_bind_text(insert, "rule_name", "");
    fg_bind_text(insert, "compliance", compliance);
    return fg_load_insert(insert, NULL, err);
}

/* What the item judges: configuration.targetResourceType and -Id, or, for a deleted item, its own id,
 * TYPE/ID. False where that is no ECS resource named by ARN. */
static bool find_target(const struct item *item, struct fg_arn *ret_arn, const char **ret_id,
                        struct fg_problem *problem)
{
    static const char family[] = "AWS::ECS::";
    const char *type = fg_get_text(item->configuration, "targetResourceType", problem);
    const char *id = fg_get_text(item->configuration, "targetResourceId", problem);
    if (type == NULL || id == NULL) {
        type = fg_get_text(item->root, "resourceId", problem);
        id = type == NULL ? NULL : strchr(type, '/');
        id = id == NULL ? NULL : id + 1;
    }
    *ret_id = id;
    return id != NULL && strncmp(type, family, sizeof family - 1) == 0 && fg_arn_parse(id, ret_arn);
}

/* The verdicts of all rules on one resource. */
static int map_compliance(struct fg_load *load, struct fg_record *record, const struct item *item,
                          struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    const struct fg_value *from = item->configuration;
    const char *id;
    struct fg_arn arn;
    int64_t resource, row;
    if (!find_target(item, &arn, &id, problem))
        return fg_load_no_interest(load, "AWS::Config::ResourceCompliance", err);
    if (fg_load_resource(load, &arn, id, NULL, NULL, &resource, err) < 0 ||
        fg_load_record(load, record, item->captured_at, &row, err) < 0 ||
        insert_item(load, row, resource, fg_get_text(from, "complianceType", problem), err) < 0)
        return -1;
    const struct fg_value *rules = fg_get_array(from, "configRuleList", problem);
    for (const struct fg_value *at = fg_first(rules); at != NULL; at = fg_next(at)) {
        if (!fg_is_object(at))
            fg_problem_set(problem, "wrong_type", "configRuleList: an entry that is not an object");
        else if (insert_evaluation(load, row, resource, at, problem, err) < 0)
            return -1;
    }
    return 0;
}

/* Members that every item has; together nothing else has them. */
static bool recognises(const struct fg_record *record)
{
    return fg_record_has(record, RESOURCE_TYPE) && fg_record_has(record, CAPTURE_TIME);
}

const struct fg_mapper fg_config_items = {
    .kind = "config_items",
    .members = item_members,
    .wants = wants,
    .map = map_item,
    .recognises = recognises,
};
