/* SPDX-License-Identifier: MIT */
/* What the mappers of AWS Config's answers and messages share. Private to src/ingest/map. */
#ifndef FARGAUGE_INGEST_MAP_CONFIG_SHARED_H
#define FARGAUGE_INGEST_MAP_CONFIG_SHARED_H

#include "ingest/mapper.h"

/* The places of some members in fg_config_members. */
enum {
    FG_CONFIG_TYPE,
    FG_CONFIG_ID,
    FG_CONFIG_FILE_ARN,
    FG_CONFIG_API_ARN,
    FG_CONFIG_NAME,
    FG_CONFIG_COUNT,
    FG_CONFIG_TIME,
    FG_CONFIG_STATUS,
};

/* What a configuration item has in any channel: at least all that fg_config_items wants. For mappers that
 * hand such records on to it. */
extern const struct fg_member fg_config_members[];

/* The record, cut by fg_config_members, as fg_config_items would have cut it. Its text stays the record's. */
void fg_config_as_item(const struct fg_record *record, struct fg_record *ret_item);

/* Whether fg_config_items wants the record; its type is else in *type. As fg_mapper.wants. */
bool fg_config_wants_item(const struct fg_record *record, struct fg_buf *type);

/* Map the record as fg_config_items does. As fg_mapper.map. */
int fg_config_map_item(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err);

/* Whether the type, or the member's raw JSON text, is that of an ECS resource: AWS::ECS::… */
bool fg_config_is_ecs(const char *type);
bool fg_config_raw_is_ecs(const struct fg_record *record, int member);

/* The member's raw text without its quotes, as a type to count; nothing where it is no text. */
void fg_config_add_raw(const struct fg_record *record, int member, struct fg_buf *out);

/*
 * The row of the ECS resource that AWS Config names by type and id. Where the id is no ARN (a cluster's name,
 * FAMILY:REVISION), it names no account: the resource is then known as TYPE/ID, as compliance items have it,
 * because resources of several types may bear one name. A problem (no_resource, bad_arn) where the id is
 * missing or is no ARN of that type. 0 or -1.
 */
int fg_config_resource(struct fg_load *load, const char *type, const char *id, int64_t *ret_id,
                       struct fg_problem *problem, struct fg_error *err);

/* One verdict of a rule on a resource. */
struct fg_config_evaluation {
    const char *type, *id;     /* of the resource */
    const char *rule;
    const char *rule_arn;      /* NULL where the answer has none */
    const char *compliance;    /* NULL: the rule judges it no more */
    const char *annotation;
    const char *recorded_at;   /* NULL: the file's time holds */
};

/* Its rows; nothing where the record has a problem. 0 or -1. */
int fg_config_load_evaluation(struct fg_load *load, struct fg_record *record,
                              const struct fg_config_evaluation *evaluation, struct fg_error *err);

#endif
