/* SPDX-License-Identifier: MIT */
/*
 * AWS Config: {"configurationItems": [...]}, as snapshots and history files have it and as the API
 * answers. Here an item is unwrapped; the ECS resource inside, in CloudFormation's PascalCase names, is
 * stored by the function that stores its like from ECS's own answers (seen.h).
 * Sources: AWS Config Developer Guide, "Components of a configuration item"; the published resource
 * schema of AWS::Config::ResourceCompliance.
 *
 * The envelope's spelling depends on the channel: files say ARN and awsAccountId, the API arn and
 * accountId; `configuration` is an object in files and JSON held as text in API answers.
 */
#include <string.h>

#include "ingest/map/seen.h"

enum { RESOURCE_TYPE, CAPTURE_TIME };

static const struct fg_member item_members[] = {
    [RESOURCE_TYPE] = {"resourceType", 0},
    [CAPTURE_TIME] = {"configurationItemCaptureTime", 0},
    {"ARN", 0},
    {"arn", 0},
    {"resourceId", 0},
    {"resourceName", 0},
    {"awsAccountId", 0},
    {"accountId", 0},
    {"awsRegion", 0},
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

static map_item_fn map_compliance;

/* The resource types that are mapped, as the raw JSON text has them: what is judged, and verdicts. */
static const struct {
    const char *raw;
    fg_map_seen_fn *resource;
    map_item_fn *verdict;
} types[] = {
    {"\"AWS::ECS::Service\"", fg_map_service, NULL},
    {"\"AWS::ECS::Cluster\"", fg_map_cluster, NULL},
    {"\"AWS::ECS::TaskDefinition\"", fg_map_task_definition, NULL},
    {"\"AWS::ECS::TaskSet\"", fg_map_task_set, NULL},
    {"\"AWS::ECS::CapacityProvider\"", fg_map_capacity_provider, NULL},
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

/* The first of the members that the item has. */
static const char *either(const struct fg_value *root, const char *name, const char *other,
                          struct fg_problem *problem)
{
    const char *text = fg_get_text(root, name, problem);
    return text != NULL ? text : fg_get_text(root, other, problem);
}

static const char *item_arn(const struct fg_value *root, struct fg_problem *problem)
{
    const char *arn = either(root, "ARN", "arn", problem);
    return arn != NULL ? arn : fg_get_text(root, "resourceId", problem);
}

/* Tags stand in the envelope; where it has none, in the configuration. */
static const struct fg_value *item_tags(const struct item *item, const struct fg_part *part)
{
    const struct fg_value *tags = fg_get(item->root, "tags");
    return tags != NULL ? tags : fg_part_list(part, "tags");
}

static int map_resource(struct fg_load *load, struct fg_record *record, const struct item *item,
                        fg_map_seen_fn *map, struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    struct fg_seen seen = {
        .record = record,
        .part = {.value = item->configuration, .pascal = true, .problem = problem},
        .type = fg_get_text(item->root, "resourceType", problem),
        .arn = item->arn,
        .id = fg_get_text(item->root, "resourceId", problem),
        .name = fg_get_text(item->root, "resourceName", problem),
        .account = either(item->root, "awsAccountId", "accountId", problem),
        .region = fg_get_text(item->root, "awsRegion", problem),
        .captured_at = item->captured_at,
        .deleted = item->deleted,
    };
    seen.tags = item_tags(item, &seen.part);
    return map(load, &seen, err);
}

static int map_type(struct fg_load *load, struct fg_record *record, const struct item *item, size_t type,
                    struct fg_error *err)
{
    if (types[type].resource != NULL)
        return map_resource(load, record, item, types[type].resource, err);
    return types[type].verdict(load, record, item, err);
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
    int status = problem->reason != NULL ? 0 : map_type(load, record, &item, type, err);
    fg_value_free(owned);
    return status;
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
