/* SPDX-License-Identifier: MIT */
/*
 * What a mapper is, and what it works with. Private to src/ingest.
 *
 * A mapper turns the records of one export's array into rows. It names the members it wants; the
 * splitter copies those and passes over the rest, so a record costs what its wanted members cost.
 * Adding an input shape: write a mapper, list it in detect.c, add its kind to sql/schema.
 */
#ifndef FARGAUGE_INGEST_MAPPER_H
#define FARGAUGE_INGEST_MAPPER_H

#include <stdbool.h>
#include <stdint.h>

#include "fargauge/arn.h"
#include "fargauge/json_split.h"
#include "fargauge/store.h"
#include "ingest/value.h"

enum {
    FG_MEMBERS_MAX = 32,
    /* What a record may keep of itself. Real ones keep a few KB; the limit holds the memory flat. */
    FG_RECORD_LIMIT = 16 * 1024 * 1024,
};

struct fg_member {
    const char *name;
    bool first_only; /* of an array, only the first element */
};

/* One record as the splitter cut it: the wanted members as one JSON object of their own. */
struct fg_record {
    char pointer[96]; /* JSON Pointer into the file; see fg_document_load_json() for several documents */
    uint64_t offset;  /* of the record in the decoded text */
    uint64_t length;
    struct fg_buf text;                   /* {"wanted":…,…}, members in the file's order */
    struct {
        size_t at, len;                   /* the raw value inside `text`; len 0: absent */
    } member[FG_MEMBERS_MAX];
    struct fg_problem problem;            /* set where the record cannot be used */
};

struct fg_load;

struct fg_mapper {
    const char *kind; /* source.kind; NULL for arrays that only accompany another */
    const struct fg_member *members; /* ends with a NULL name */
    /* False for a record that is of no interest; its type, for the count, is then in *type. Looks at
     * the raw members only, so that what is not wanted is never parsed. NULL: all are wanted. */
    bool (*wants)(const struct fg_record *record, struct fg_buf *type);
    /* Store the record's rows, noting problems in it. Called twice: first with load->checking, when
     * nothing is stored, and again only where no problem was noted. So a record is in the database
     * whole or not at all. 0 or -1. */
    int (*map)(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
               struct fg_error *err);
    /* True where such records may stand without their envelope: in a bare array, or as a document each.
     * NULL: never. */
    bool (*recognises)(const struct fg_record *record);
};

extern const struct fg_mapper fg_ecs_services;
extern const struct fg_mapper fg_ecs_failures;
extern const struct fg_mapper fg_securityhub_findings;
extern const struct fg_mapper fg_config_items;

/* How many types of records of no interest are told apart; a file with more is counted as "other". */
enum { FG_TYPES_MAX = 200 };

/* The file being loaded. */
struct fg_load {
    struct fg_store *store;
    int64_t source_id;
    int64_t document;          /* which of the file's documents, from 0 */
    bool checking;             /* the pass that stores nothing */
    char newest[FG_TIME_SIZE]; /* newest time seen inside; "" for none */
    int64_t records;           /* met, whatever became of them */
    int64_t used;
    int64_t rejected;
    char first_rejection[384];
    struct {
        char *type;
        int64_t count;
    } no_interest[FG_TYPES_MAX];
    size_t no_interest_count;
};

/* Release what the load holds (not the store). */
void fg_load_done(struct fg_load *load);

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

/* Count a record that no mapper wants; fg_load_flush() stores the counts. */
int fg_load_no_interest(struct fg_load *load, const char *type, struct fg_error *err);
int fg_load_flush(struct fg_load *load, struct fg_error *err);

/* Keep a well-formed record that cannot be used, with its problem. */
int fg_load_reject(struct fg_load *load, const struct fg_record *record, struct fg_error *err);

/* Remember a time seen inside the file. `time` "" or NULL is passed over. */
void fg_load_saw_time(struct fg_load *load, const char *time);

/* The name at the end of a cluster's ARN, or the text itself where it is a name already. */
const char *fg_cluster_name(const char *cluster);

/* Bind a capacity provider strategy in the database's form. `names` are the members' spellings. */
struct fg_strategy_names {
    const char *provider, *weight, *base;
};
void fg_bind_strategy(struct fg_statement *insert, const struct fg_value *strategy,
                      const struct fg_strategy_names *names, struct fg_problem *problem);

/* Insert one tag of what the record (its row) describes; `value` may be NULL. Of a key that stands twice the
 * first counts. */
int fg_load_tag(struct fg_load *load, int64_t record, const char *key, const char *value,
                struct fg_error *err);

/* True for an ECS control's id: "ECS." and digits. */
bool fg_is_ecs_control(const char *id);

#endif
