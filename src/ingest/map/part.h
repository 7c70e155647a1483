/* SPDX-License-Identifier: MIT */
/*
 * A part of an ECS resource, in either of its two spellings. Private to src/ingest/map.
 *
 * ECS's API and AWS Config give a resource's members the same names but for the first letter: camelCase
 * here, PascalCase there. So every getter takes ECS's spelling, and what a member becomes is said once, in a
 * table, for both. The few members that are named differently in Config say so in the table, or, where Config
 * itself is of two minds about capitals, in part.c.
 *
 * As in value.h, what is not there is NULL or false; what has the wrong type is noted in the problem.
 */
#ifndef FARGAUGE_INGEST_MAP_PART_H
#define FARGAUGE_INGEST_MAP_PART_H

#include "ingest/mapper.h"

struct fg_part {
    const struct fg_value *value; /* NULL: it is not there, and has no members */
    bool pascal;                  /* AWS Config's spelling */
    struct fg_problem *problem;   /* the record's */
};

/* One member. `name` is ECS's, and may be a path: "deploymentController.type". */
const char *fg_part_text(const struct fg_part *part, const char *name);
const struct fg_value *fg_part_list(const struct fg_part *part, const char *name);
struct fg_part fg_part_object(const struct fg_part *part, const char *name);
bool fg_part_has(const struct fg_part *part, const char *name);

/* An element of a list that must hold objects; where it is something else, a problem and an absent part. */
struct fg_part fg_part_element(const struct fg_part *list_of, const char *name,
                               const struct fg_value *element);

/* How a member is bound. */
enum fg_binds {
    FG_BINDS_TEXT,
    FG_BINDS_COUNT,
    FG_BINDS_FLAG,     /* 1 or 0; unbound where absent */
    FG_BINDS_TIME,     /* and the file is not older than that */
    FG_BINDS_NAMES,    /* a list of texts, as JSON; "[]" where absent */
    FG_BINDS_STRATEGY, /* a capacity provider strategy, as JSON; "[]" where absent */
};

struct fg_binding {
    const char *member;    /* ECS's name or path; NULL ends a table */
    const char *parameter; /* of the insert */
    enum fg_binds how;
    const char *config;    /* Config's name or path, in ECS's spelling; NULL: the same */
};

/* Bind all members of the table. */
void fg_part_bind(struct fg_load *load, struct fg_statement *insert, const struct fg_part *part,
                  const struct fg_binding *table);

#endif
