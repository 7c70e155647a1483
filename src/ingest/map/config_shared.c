/* SPDX-License-Identifier: MIT */
#include "ingest/map/config_shared.h"

#include <string.h>

/* The spelling depends on the channel; see config_item.c. */
const struct fg_member fg_config_members[] = {
    [FG_CONFIG_TYPE] = {"resourceType", 0},
    [FG_CONFIG_ID] = {"resourceId", 0},
    [FG_CONFIG_FILE_ARN] = {"ARN", 0},
    [FG_CONFIG_API_ARN] = {"arn", 0},
    [FG_CONFIG_NAME] = {"resourceName", 0},
    [FG_CONFIG_COUNT] = {"COUNT(*)", 0}, /* of a query's groups; no item has it */
    [FG_CONFIG_TIME] = {"configurationItemCaptureTime", 0},
    [FG_CONFIG_STATUS] = {"configurationItemStatus", 0},
    {"accountId", 0},
    {"awsAccountId", 0},
    {"awsRegion", 0},
    {"configuration", 0},
    {"supplementaryConfiguration", 0},
    {"tags", 0},
    {NULL, 0},
};

/* ---- Items on their way to fg_config_items ---- */

void fg_config_as_item(const struct fg_record *record, struct fg_record *ret_item)
{
    *ret_item = *record;
    memset(ret_item->member, 0, sizeof ret_item->member);
    for (int to = 0; fg_config_items.members[to].name != NULL; to++)
        for (int from = 0; fg_config_members[from].name != NULL; from++)
            if (strcmp(fg_config_members[from].name, fg_config_items.members[to].name) == 0)
                ret_item->member[to] = record->member[from];
}

bool fg_config_wants_item(const struct fg_record *record, struct fg_buf *type)
{
    struct fg_record item;
    fg_config_as_item(record, &item);
    return fg_config_items.wants(&item, type);
}

int fg_config_map_item(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    struct fg_record item;
    fg_config_as_item(record, &item);
    int status = fg_config_items.map(load, &item, root, err);
    record->problem = item.problem;
    return status;
}

/* ---- Raw members ---- */

static const char family[] = "AWS::ECS::";

bool fg_config_is_ecs(const char *type)
{
    return type != NULL && strncmp(type, family, sizeof family - 1) == 0;
}

bool fg_config_raw_is_ecs(const struct fg_record *record, int member)
{
    const char *raw = fg_buf_text(&record->text) + record->member[member].at;
    return record->member[member].len > sizeof family && raw[0] == '"' && fg_config_is_ecs(raw + 1);
}

void fg_config_add_raw(const struct fg_record *record, int member, struct fg_buf *out)
{
    const char *raw = fg_buf_text(&record->text) + record->member[member].at;
    size_t len = record->member[member].len;
    if (len >= 2 && raw[0] == '"')
        fg_buf_add(out, raw + 1, len - 2);
}

/* ---- Resources and verdicts ---- */

static int load_named(struct fg_load *load, const char *type, const char *id, int64_t *ret_id,
                      struct fg_error *err)
{
    FG_BUF_AUTO known_as = FG_BUF_INIT;
    const struct fg_arn none = {
        .partition = "", .service = "", .region = "", .account = "", .kind = "", .name = id};
    fg_buf_printf(&known_as, "%s/%s", type, id);
    if (known_as.failed)
        return fg_error_memory(err);
    return fg_load_resource(load, &none, known_as.data, type, NULL, ret_id, err);
}

int fg_config_resource(struct fg_load *load, const char *type, const char *id, int64_t *ret_id,
                       struct fg_problem *problem, struct fg_error *err)
{
    struct fg_arn arn;
    *ret_id = 0;
    if (id == NULL || id[0] == '\0') {
        fg_problem_set(problem, "no_resource", "resource id: it is missing");
        return 0;
    }
    if (strncmp(id, "arn:", 4) != 0)
        return load_named(load, type, id, ret_id, err);
    const char *own = fg_arn_parse(id, &arn) ? fg_arn_resource_type(&arn) : NULL;
    if (own == NULL || strcmp(own, type) != 0) {
        fg_problem_set(problem, "bad_arn", "resource id: no ARN of an %.40s: %.100s", type, id);
        return 0;
    }
    return fg_load_resource(load, &arn, id, type, NULL, ret_id, err);
}

int fg_config_load_evaluation(struct fg_load *load, struct fg_record *record,
                              const struct fg_config_evaluation *evaluation, struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    int64_t resource, row;
    struct fg_statement *insert;
    if (evaluation->rule == NULL || evaluation->rule[0] == '\0')
        fg_problem_set(problem, "no_rule", "rule's name: it is missing");
    if (fg_config_resource(load, evaluation->type, evaluation->id, &resource, problem, err) < 0)
        return -1;
    if (problem->reason != NULL)
        return 0;
    if (fg_load_record(load, record, evaluation->recorded_at, &row, err) < 0 ||
        fg_load_statement(load, "store/config_evaluation", &insert, err) < 0)
        return -1;
    fg_load_saw_time(load, evaluation->recorded_at);
    fg_bind_int(insert, "record", row);
    fg_bind_int(insert, "resource", resource);
    fg_bind_text(insert, "rule_name", evaluation->rule);
    fg_bind_text(insert, "rule_arn", evaluation->rule_arn);
    fg_bind_text(insert, "compliance", evaluation->compliance);
    fg_bind_text(insert, "annotation", evaluation->annotation);
    return fg_load_insert(insert, NULL, err);
}
