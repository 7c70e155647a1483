/* SPDX-License-Identifier: MIT */
/*
 * Lists of ARNs: `aws ecs list-services`, {"serviceArns": [...]}, list-clusters, list-tasks and
 * list-task-definitions; also the bare array that `--query serviceArns` prints. They say what exists, described
 * or not. list-task-definition-families lists names without account and region: it is not taken.
 */
#include <string.h>

#include "ingest/mapper.h"

enum { VALUE };

static const struct fg_member members[] = {
    [VALUE] = {"value", 0},
    {NULL, 0},
};

static int map_listing(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       const char *kind, struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    struct fg_arn arn;
    int64_t resource, row;
    struct fg_statement *insert;
    const char *text = fg_get_text(root, "value", problem);
    if (text == NULL)
        fg_problem_set(problem, "wrong_type", "the record is not text");
    else if (!fg_arn_parse(text, &arn) || strcmp(arn.service, "ecs") != 0 || strcmp(arn.kind, kind) != 0)
        fg_problem_set(problem, "bad_arn", "not a %s's ARN: %.100s", kind, text);
    if (problem->reason != NULL)
        return 0;
    if (fg_load_resource(load, &arn, text, NULL, NULL, &resource, err) < 0 ||
        fg_load_record(load, record, NULL, &row, err) < 0 ||
        fg_load_statement(load, "store/listing", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", row);
    fg_bind_int(insert, "resource", resource);
    return fg_load_insert(insert, NULL, err);
}

/* True where the raw text is an ARN of ECS's and of that kind: "arn:…:ecs:…:service/…". */
static bool lists(const struct fg_record *record, const char *kind)
{
    static const char begin[] = "\"arn:";
    const char *raw = fg_buf_text(&record->text) + record->member[VALUE].at;
    size_t len = record->member[VALUE].len, size = strlen(kind);
    if (len < sizeof begin || memcmp(raw, begin, sizeof begin - 1) != 0)
        return false;
    const char *slash = memchr(raw, '/', len);
    const char *ecs = strstr(raw, ":ecs:");
    return slash != NULL && ecs != NULL && ecs < slash && (size_t)(slash - ecs) > size + 1 &&
           slash[-(ptrdiff_t)size - 1] == ':' && memcmp(slash - size, kind, size) == 0;
}

static int map_service(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    return map_listing(load, record, root, "service", err);
}

static int map_cluster(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    return map_listing(load, record, root, "cluster", err);
}

static int map_task(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                    struct fg_error *err)
{
    return map_listing(load, record, root, "task", err);
}

static int map_task_definition(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                               struct fg_error *err)
{
    return map_listing(load, record, root, "task-definition", err);
}

static bool lists_services(const struct fg_record *record)
{
    return lists(record, "service");
}

static bool lists_clusters(const struct fg_record *record)
{
    return lists(record, "cluster");
}

static bool lists_tasks(const struct fg_record *record)
{
    return lists(record, "task");
}

static bool lists_task_definitions(const struct fg_record *record)
{
    return lists(record, "task-definition");
}

const struct fg_mapper fg_ecs_service_list = {
    .kind = "ecs_service_list",
    .members = members,
    .strings = FG_STRINGS_VALUE,
    .map = map_service,
    .recognises = lists_services,
};

const struct fg_mapper fg_ecs_cluster_list = {
    .kind = "ecs_cluster_list",
    .members = members,
    .strings = FG_STRINGS_VALUE,
    .map = map_cluster,
    .recognises = lists_clusters,
};

const struct fg_mapper fg_ecs_task_list = {
    .kind = "ecs_task_list",
    .members = members,
    .strings = FG_STRINGS_VALUE,
    .map = map_task,
    .recognises = lists_tasks,
};

const struct fg_mapper fg_ecs_task_definition_list = {
    .kind = "ecs_task_definition_list",
    .members = members,
    .strings = FG_STRINGS_VALUE,
    .map = map_task_definition,
    .recognises = lists_task_definitions,
};
