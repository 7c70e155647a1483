/* SPDX-License-Identifier: MIT */
/*
 * An ECS resource as one record saw it, whichever export the record stands in. Private to src/ingest/map.
 *
 * ECS's answers and AWS Config's items wrap a resource differently; what is inside is the same (part.h). So
 * a mapper of ECS's or of Config's makes a `struct fg_seen` and hands it to the one function that stores
 * such resources: fg_map_service() and its like, one per kind, in a file each.
 */
#ifndef FARGAUGE_INGEST_MAP_SEEN_H
#define FARGAUGE_INGEST_MAP_SEEN_H

#include "ingest/map/part.h"

struct fg_seen {
    struct fg_record *record;
    struct fg_part part;         /* the resource; without a value where it was deleted */
    const struct fg_value *tags; /* a list or a map; NULL: the export was made without tags */
    /* What only Config's items have; NULL and false for ECS's answers. */
    const char *type;            /* AWS::ECS::Service */
    const char *arn;             /* the item's own, or its resourceId, which may be one */
    const char *id, *name;       /* resourceId, resourceName */
    const char *account, *region;
    const char *captured_at;
    bool deleted;
};

/* A kind of resource: how its records become a row. */
struct fg_seen_kind {
    const char *kind;           /* in its ARN */
    const char *arn;            /* the member that holds the ARN */
    const char *config_arn;     /* Config's; NULL: the same */
    const char *cluster;        /* the member that names the cluster; NULL: the ARN does, or there is none */
    const char *config_cluster; /* Config's; NULL: the same */
    const char *statement;      /* the insert; it takes :record and :resource */
    const struct fg_binding *bindings;
    /* What the table cannot say; NULL: nothing. `insert` may be NULL. */
    void (*bind)(struct fg_load *load, struct fg_statement *insert, const struct fg_seen *seen);
    /* Where an item of Config's has no ARN anywhere: append what stands behind the account in it, as
     * "cluster/web". NULL: Config always has it. */
    void (*name)(const struct fg_seen *seen, struct fg_buf *out);
    bool empty_tags_are_unasked; /* this answer has an empty list also where no tags were asked for */
};

/* The rows a resource got; 0 while checking. */
struct fg_seen_rows {
    int64_t record, row;
};

/* Store the resource, the record, the row and the tags. 1: done; 0: nothing is stored, a problem may be
 * noted; -1. */
int fg_seen_store(struct fg_load *load, const struct fg_seen *seen, const struct fg_seen_kind *kind,
                  struct fg_seen_rows *ret_rows, struct fg_error *err);

/* The resource in a record of ECS's, with its tags inside. */
struct fg_seen fg_seen_in_ecs(struct fg_record *record, const struct fg_value *root);

/* Store one resource with all that belongs to it. 0 or -1. */
typedef int fg_map_seen_fn(struct fg_load *load, const struct fg_seen *seen, struct fg_error *err);
fg_map_seen_fn fg_map_service, fg_map_cluster, fg_map_task_definition, fg_map_task_set,
    fg_map_capacity_provider;

#endif
