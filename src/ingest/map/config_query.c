/* SPDX-License-Identifier: MIT */
/*
 * `aws configservice select-resource-config` and `select-aggregate-resource-config`: {"Results": [...]}, each
 * result the JSON text of an item that has what was selected.
 * Sources: AWS Config Developer Guide, "Querying the current configuration state of AWS resources"; the
 * published resource schemas.
 *
 * A query may select a part of `configuration`. What it did not select would look like what the resource
 * does not have, so a resource of which only a part is there is rejected.
 */
#include <string.h>

#include "ingest/map/config_shared.h"

/* Members that a whole configuration of the type always has, and whoever wants only some columns would
 * hardly all select. */
enum { MARKS = 6 };
static const struct whole {
    const char *type;
    const char *marks[MARKS];
} wholes[] = {
    {"AWS::ECS::Service",
     {"Cluster", "EnableECSManagedTags", "SchedulingStrategy", "ServiceArn", "ServiceName"}},
    {"AWS::ECS::TaskDefinition", {"ContainerDefinitions", "Family", "Status", "TaskDefinitionArn"}},
    {"AWS::ECS::Cluster", {"Arn", "ClusterName", "ClusterSettings"}},
    {"AWS::ECS::TaskSet", {"Cluster", "Id", "Scale", "Service"}},
    {"AWS::ECS::CapacityProvider", {"Name", "AutoScalingGroupProvider"}},
    {"AWS::Config::ResourceCompliance",
     {"complianceType", "configRuleList", "targetResourceId", "targetResourceType"}},
};

/* ---- What is of interest ---- */

/* Where a result without a type may name an ECS resource. */
static const int named_by[] = {FG_CONFIG_FILE_ARN, FG_CONFIG_API_ARN, FG_CONFIG_ID};

static bool names_ecs(const struct fg_record *record)
{
    static const char mark[] = "\"arn:";
    for (size_t i = 0; i < sizeof named_by / sizeof named_by[0]; i++) {
        const char *raw = fg_buf_text(&record->text) + record->member[named_by[i]].at;
        bool arn = fg_record_has(record, named_by[i]) && strncmp(raw, mark, strlen(mark)) == 0;
        const char *service = arn ? strchr(raw + strlen(mark), ':') : NULL; /* behind the partition */
        if (service != NULL && strncmp(service, ":ecs:", 5) == 0)
            return true;
    }
    return false;
}

static bool wants(const struct fg_record *record, struct fg_buf *type)
{
    if (fg_record_has(record, FG_CONFIG_COUNT)) {
        fg_buf_add_text(type, "query results that count resources");
        return false;
    }
    if (fg_record_has(record, FG_CONFIG_TYPE))
        return fg_config_wants_item(record, type);
    if (names_ecs(record))
        return true;
    fg_buf_add_text(type, "query results without a resource type");
    return false;
}

/* ---- What is whole ---- */

/* The first member that a whole configuration would have and this one lacks; NULL for none. */
static const char *missing_mark(const struct whole *whole, const struct fg_value *configuration)
{
    for (int i = 0; i < MARKS && whole->marks[i] != NULL; i++)
        if (!fg_has(configuration, whole->marks[i]))
            return whole->marks[i];
    return NULL;
}

static const char *missing_member(const char *type, const struct fg_value *configuration)
{
    for (size_t i = 0; i < sizeof wholes / sizeof wholes[0]; i++)
        if (strcmp(wholes[i].type, type) == 0)
            return missing_mark(&wholes[i], configuration);
    return NULL;
}

static void check_whole(const char *type, const struct fg_value *root, struct fg_problem *problem)
{
    struct fg_value *owned = NULL;
    const struct fg_value *configuration = fg_get(root, "configuration");
    if (configuration != NULL && fg_is_text(configuration))
        configuration = owned = fg_value_parse_embedded(
            fg_as_text(configuration, "configuration", problem), problem);
    const char *missing = problem->reason != NULL ? NULL : missing_member(type, configuration);
    if (missing != NULL)
        fg_problem_set(problem, "partial_configuration",
                       "configuration: %s is missing; select the whole configuration, with arn, accountId, "
                       "awsRegion, resourceType and configurationItemCaptureTime", missing);
    fg_value_free(owned);
}

/* ---- Mapping ---- */

/* The type that the result's ARN tells; NULL where it tells none. */
static const char *type_of_arn(const struct fg_value *root, struct fg_problem *problem)
{
    struct fg_arn arn;
    for (size_t i = 0; i < sizeof named_by / sizeof named_by[0]; i++) {
        const char *text = fg_get_text(root, fg_config_members[named_by[i]].name, problem);
        const char *type = text != NULL && fg_arn_parse(text, &arn) ? fg_arn_resource_type(&arn) : NULL;
        if (type != NULL)
            return type;
    }
    return NULL;
}

/* The result, which has no type, as an item that has the one its ARN tells. */
static void add_type(const struct fg_record *record, const char *type, struct fg_record *ret_typed)
{
    struct fg_buf text = FG_BUF_INIT;
    fg_buf_printf(&text, "{\"%s\":", fg_config_members[FG_CONFIG_TYPE].name);
    size_t at = text.len;
    fg_add_json_string(&text, type);
    size_t len = text.len - at;
    fg_buf_add_char(&text, ',');
    size_t shift = text.len - 1; /* of the members, behind the brace that is there already */
    fg_buf_add_text(&text, fg_buf_text(&record->text) + 1);
    *ret_typed = *record;
    ret_typed->text = text;
    for (int i = 0; fg_config_members[i].name != NULL; i++)
        ret_typed->member[i].at += (uint32_t)shift;
    ret_typed->member[FG_CONFIG_TYPE].at = (uint32_t)at;
    ret_typed->member[FG_CONFIG_TYPE].len = (uint32_t)len;
}

static int map_typed(struct fg_load *load, struct fg_record *typed, const char *type,
                     struct fg_error *err)
{
    FG_BUF_AUTO unwanted = FG_BUF_INIT;
    if (typed->text.failed)
        return fg_error_memory(err);
    if (!fg_config_wants_item(typed, &unwanted))
        return fg_load_no_interest(load, type, err);
    struct fg_value *root =
        fg_value_parse(typed->text.data, typed->text.len, UINT64_MAX, &typed->problem);
    int status = root == NULL ? 0 : fg_config_map_item(load, typed, root, err);
    fg_value_free(root);
    return status;
}

static int map_untyped(struct fg_load *load, struct fg_record *record, const char *type,
                       struct fg_error *err)
{
    struct fg_record typed;
    add_type(record, type, &typed);
    int status = map_typed(load, &typed, type, err);
    record->problem = typed.problem;
    fg_buf_done(&typed.text);
    return status;
}

static int map_result(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                      struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    const char *given = fg_get_text(root, "resourceType", problem);
    const char *type = fg_record_has(record, FG_CONFIG_TYPE) ? given : type_of_arn(root, problem);
    if (type == NULL)
        fg_problem_set(problem, "no_type", "resourceType: it is missing, and no ARN tells it");
    else
        check_whole(type, root, problem);
    if (problem->reason != NULL)
        return 0;
    return given != NULL ? fg_config_map_item(load, record, root, err)
                         : map_untyped(load, record, type, err);
}

/* A result that was taken out of its answer: an item without what every item has and a query is rarely
 * asked for. */
static bool recognises(const struct fg_record *record)
{
    return fg_record_has(record, FG_CONFIG_TYPE) && fg_record_has(record, FG_CONFIG_TIME) &&
           !fg_record_has(record, FG_CONFIG_STATUS);
}

const struct fg_mapper fg_config_query = {
    .kind = "config_query",
    .members = fg_config_members,
    .strings = FG_STRINGS_JSON,
    .wants = wants,
    .map = map_result,
    .recognises = recognises,
};
