/* SPDX-License-Identifier: MIT */
/* `failures`, beside the answer of every describe call of ECS's: what was asked for and not described. */
#include "ingest/mapper.h"

static const struct fg_member failure_members[] = {
    {"arn", 0},
    {"reason", 0},
    {"detail", 0},
    {NULL, 0},
};

static int map(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
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
    .map = map,
};
