/* SPDX-License-Identifier: MIT */
/*
 * What a mapper is, and what it works with. Private to src/ingest.
 *
 * A mapper turns the records of one kind of export into rows. It names the members it wants; the cutter
 * (cut.h) copies those and passes over the rest, so a record costs what its wanted members cost.
 * Adding an input shape: write a mapper in src/ingest/map, list it in src/meson.build, below and in
 * detect.c, give its kind a text (message kind.*), a row in docs/inputs.md, a golden case and a malformed
 * twin.
 */
#ifndef FARGAUGE_INGEST_MAPPER_H
#define FARGAUGE_INGEST_MAPPER_H

#include <stdbool.h>
#include <stdint.h>

#include "fargauge/arn.h"
#include "fargauge/json_split.h"
#include "fargauge/limits.h"
#include "fargauge/store.h"
#include "ingest/tally.h"
#include "ingest/value.h"

enum { FG_MEMBERS_MAX = 128 };

/* How a member is wanted. */
enum {
    FG_FIRST_ONLY = 1, /* of an array, only the first element */
    FG_REQUIRED = 2,   /* a CSV without this column is refused */
    FG_ONE_OF = 4,     /* so is one without any of the columns marked so */
    FG_TELLING = 8,    /* a CSV with this column is meant for the mapper, whatever it lacks */
};

struct fg_member {
    const char *name;
    unsigned how; /* 0: whole, where it is there */
};

/* What else a column of a CSV may be called. Its own name goes before, then the order of the list. */
struct fg_spelling {
    const char *column;
    const char *member;
};

/* One record as the cutter cut it: the wanted members as one JSON object of their own. */
struct fg_record {
    char pointer[96]; /* JSON Pointer into the file; see document.h for several documents */
    uint64_t offset;  /* of the record in the decoded text */
    uint64_t length;
    uint64_t line; /* where it begins in the decoded text, from 1 */
    struct fg_buf text;                   /* {"wanted":…,…}, members in the file's order */
    struct {
        uint32_t at, len;                 /* the raw value inside `text`; len 0: absent */
    } member[FG_MEMBERS_MAX];             /* in the order of the mapper's `members` */
    struct fg_problem problem;            /* set where the record cannot be used */
    struct fg_value *root;                /* `text` parsed; NULL where there is a problem */
};

struct fg_load;

/* What a record that is a string instead of an object means. */
enum fg_strings {
    FG_STRINGS_WRONG,
    FG_STRINGS_JSON,  /* the object as text, as select-resource-config prints it */
    FG_STRINGS_VALUE, /* the record is {"value": STRING} to the mapper: an ARN in a list */
};

struct fg_mapper {
    const char *kind; /* source.kind; NULL for arrays that only accompany another */
    const struct fg_member *members; /* ends with a NULL name; for CSV, the columns */
    enum fg_strings strings;
    const char *csv_hint; /* for CSV: what such a file looks like */
    /* For CSV, may be NULL; ends with a NULL column. With it, names are compared by their letters and
     * digits alone, and what spreadsheets put before a cell's text ('…, ="…") is taken off. */
    const struct fg_spelling *spellings;
    /* False for a record that is of no interest; its type, for the count, is then in *type. Looks at
     * the raw members only, so that what is not wanted is never parsed; called on another thread than
     * map(). NULL: all are wanted. */
    bool (*wants)(const struct fg_record *record, struct fg_buf *type);
    /* Store the record's rows, noting problems in it. Called twice: first with load->checking, on the thread
     * that cuts, when nothing is stored, and again only where no problem was noted. So a record is in
     * the database whole or not at all. 0 or -1. */
    int (*map)(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
               struct fg_error *err);
    /* True where such records may stand without their envelope: in a bare array, or as a document each
     * (detect.c says which). NULL: never. */
    bool (*recognises)(const struct fg_record *record);
};

/* Every mapper; detect.c says what stands where. One file each in src/ingest/map. */
extern const struct fg_mapper fg_ecs_services, fg_ecs_clusters, fg_ecs_task_definitions, fg_ecs_task_sets,
    fg_ecs_capacity_providers, fg_ecs_tasks, fg_ecs_service_revisions, fg_ecs_service_deployments,
    fg_ecs_service_list, fg_ecs_cluster_list, fg_ecs_task_list, fg_ecs_task_definition_list,
    fg_ecs_failures, fg_securityhub_findings, fg_ocsf_findings, fg_securityhub_csv,
    fg_config_items, fg_config_evaluations, fg_config_rule_compliance, fg_config_resource_compliance,
    fg_config_unprocessed, fg_config_query, fg_config_messages, fg_config_message_items,
    fg_config_summaries, fg_waivers;

/* Whether the member stands in the record, and its raw JSON text. */
static inline bool fg_record_has(const struct fg_record *record, int member)
{
    return record->member[member].len > 0;
}

/* The file being loaded. */
struct fg_load {
    struct fg_store *store;
    int64_t source_id;
    bool checking;             /* the pass that stores nothing */
    char newest[FG_TIME_SIZE]; /* newest time seen inside; "" for none */
    int64_t used;
    int64_t rejected;
    char first_rejection[384];
    struct fg_tally no_interest;
};

/* Take one record that was checked: store it, or keep it as a rejection. 0 or -1. */
int fg_load_take(struct fg_load *load, const struct fg_mapper *mapper, struct fg_record *record,
                 struct fg_error *err);

/* The insert "store/NAME" to bind; NULL while checking, when binding to it does nothing. */
int fg_load_statement(struct fg_load *load, const char *name, struct fg_statement **ret_insert,
                      struct fg_error *err);

/* Step an insert that a mapper has bound; NULL (while checking) is passed over. *ret_id may be NULL. */
int fg_load_insert(struct fg_statement *insert, int64_t *ret_id, struct fg_error *err);

/* Give the record its row. `captured_at` NULL: the file's time holds. */
int fg_load_record(struct fg_load *load, const struct fg_record *record, const char *captured_at,
                   int64_t *ret_id, struct fg_error *err);

/* The row of the resource with this ARN; `cluster` (a name) may be NULL. `type` NULL: from the ARN. */
int fg_load_resource(struct fg_load *load, const struct fg_arn *arn, const char *arn_text,
                     const char *type, const char *cluster, int64_t *ret_id, struct fg_error *err);

/* Count a record that turned out to be of no interest; nothing while checking. fg_load_flush() stores the
 * counts. */
int fg_load_no_interest(struct fg_load *load, const char *type, struct fg_error *err);
int fg_load_flush(struct fg_load *load, struct fg_error *err);

/* Remember a time seen inside the file. `time` "" or NULL is passed over. */
void fg_load_saw_time(struct fg_load *load, const char *time);

/* The name at the end of a cluster's ARN, or the text itself where it is a name already. */
const char *fg_cluster_name(const char *cluster);

/* Insert one tag of what the record (its row) describes; `value` may be NULL. Of a key that stands twice the
 * first counts. */
int fg_load_tag(struct fg_load *load, int64_t record, const char *key, const char *value,
                struct fg_error *err);

/* True for an ECS control's id: "ECS." and digits. */
bool fg_is_ecs_control(const char *id);

#endif
