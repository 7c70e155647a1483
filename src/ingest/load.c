/* SPDX-License-Identifier: MIT */
/* What all mappers share: rows for records and resources, counts, rejections. */
#include <stdio.h>
#include <string.h>

#include "ingest/mapper.h"

int fg_load_statement(struct fg_load *load, const char *name, struct fg_statement **ret_insert,
                      struct fg_error *err)
{
    *ret_insert = NULL;
    return load->checking ? 0 : fg_store_statement(load->store, name, ret_insert, err);
}

int fg_load_insert(struct fg_statement *insert, int64_t *ret_id, struct fg_error *err)
{
    if (insert != NULL)
        return fg_step_done(insert, ret_id, err);
    if (ret_id != NULL)
        *ret_id = 0;
    return 0;
}

int fg_load_record(struct fg_load *load, const struct fg_record *record, const char *captured_at,
                   int64_t *ret_id, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/record", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "source", load->source_id);
    fg_bind_text(insert, "pointer", record->pointer);
    fg_bind_int(insert, "byte_offset", (int64_t)record->offset);
    fg_bind_int(insert, "byte_length", (int64_t)record->length);
    fg_bind_int(insert, "line", (int64_t)record->line);
    fg_bind_text(insert, "captured_at", captured_at);
    load->used += !load->checking;
    return fg_load_insert(insert, ret_id, err);
}

/* "" is what an ARN holds where a part does not apply; the database says null. */
static const char *or_null(const char *text)
{
    return text == NULL || text[0] == '\0' ? NULL : text;
}

/* 1 where the resource is there (and now has its cluster), 0 where not. An upsert that returns the id would be one
 * statement instead of up to two, and takes three times as long. */
static int find_resource(struct fg_load *load, const char *arn, const char *cluster, int64_t *ret_id,
                         struct fg_error *err)
{
    struct fg_statement *query, *update;
    if (fg_store_statement(load->store, "store/find_resource", &query, err) < 0)
        return -1;
    fg_bind_text(query, "arn", arn);
    int step = fg_step(query, err);
    if (step <= 0)
        return step;
    *ret_id = fg_column_int(query, 0);
    bool complete = fg_column_int(query, 1) != 0 || cluster == NULL;
    fg_statement_reset(query);
    if (complete)
        return 1;
    if (fg_store_statement(load->store, "store/resource_cluster", &update, err) < 0)
        return -1;
    fg_bind_int(update, "id", *ret_id);
    fg_bind_text(update, "cluster", cluster);
    return fg_step_done(update, NULL, err) < 0 ? -1 : 1;
}

int fg_load_resource(struct fg_load *load, const struct fg_arn *arn, const char *arn_text,
                     const char *type, const char *cluster, int64_t *ret_id, struct fg_error *err)
{
    struct fg_statement *insert;
    *ret_id = 0;
    if (load->checking)
        return 0;
    const char *own_cluster = or_null(arn->cluster != NULL ? arn->cluster : cluster);
    int found = find_resource(load, arn_text, own_cluster, ret_id, err);
    if (found != 0)
        return found < 0 ? -1 : 0;
    if (fg_store_statement(load->store, "store/resource", &insert, err) < 0)
        return -1;
    const char *own_type = fg_arn_resource_type(arn);
    fg_bind_text(insert, "arn", arn_text);
    fg_bind_text(insert, "partition", or_null(arn->partition));
    fg_bind_text(insert, "account_id", or_null(arn->account));
    fg_bind_text(insert, "region", or_null(arn->region));
    fg_bind_text(insert, "type", own_type != NULL ? own_type : type != NULL ? type : "unknown");
    fg_bind_text(insert, "cluster", own_cluster);
    fg_bind_text(insert, "name", arn->name);
    return fg_step_done(insert, ret_id, err);
}

int fg_load_no_interest(struct fg_load *load, const char *type, struct fg_error *err)
{
    return load->checking ? 0 : fg_tally_add(&load->no_interest, type, 1, err);
}

int fg_load_flush(struct fg_load *load, struct fg_error *err)
{
    const struct fg_tally *tally = &load->no_interest;
    for (size_t i = 0; i < tally->count; i++) {
        struct fg_statement *insert;
        if (fg_store_statement(load->store, "store/no_interest", &insert, err) < 0)
            return -1;
        fg_bind_int(insert, "source", load->source_id);
        fg_bind_text(insert, "type", tally->types[i].type);
        fg_bind_int(insert, "count", tally->types[i].count);
        if (fg_step_done(insert, NULL, err) < 0)
            return -1;
    }
    return 0;
}

/* Keep a well-formed record that cannot be used, with its problem. */
static int reject(struct fg_load *load, const struct fg_record *record, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_store_statement(load->store, "store/rejection", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "source", load->source_id);
    fg_bind_text(insert, "pointer", record->pointer);
    fg_bind_int(insert, "byte_offset", (int64_t)record->offset);
    fg_bind_int(insert, "byte_length", (int64_t)record->length);
    fg_bind_int(insert, "line", (int64_t)record->line);
    fg_bind_text(insert, "reason", record->problem.reason);
    fg_bind_text(insert, "detail", record->problem.detail);
    if (load->rejected++ == 0)
        snprintf(load->first_rejection, sizeof load->first_rejection, "%s: %s: %s", record->pointer,
                 record->problem.reason, record->problem.detail);
    return fg_step_done(insert, NULL, err);
}

int fg_load_take(struct fg_load *load, const struct fg_mapper *mapper, struct fg_record *record,
                 struct fg_error *err)
{
    bool taken = record->problem.reason == NULL;
    if (taken && mapper->map(load, record, record->root, err) < 0)
        return -1;
    if (fg_problem_is_memory(&record->problem)) /* nothing of the record was stored */
        return fg_error_memory(err);
    return taken ? 0 : reject(load, record, err);
}

void fg_load_saw_time(struct fg_load *load, const char *time)
{
    if (!load->checking && time != NULL && strcmp(time, load->newest) > 0)
        memcpy(load->newest, time, FG_TIME_SIZE);
}

const char *fg_cluster_name(const char *cluster)
{
    static const char mark[] = ":cluster/";
    const char *found = cluster == NULL ? NULL : strstr(cluster, mark);
    return found == NULL ? cluster : found + strlen(mark);
}

int fg_load_tag(struct fg_load *load, int64_t record, const char *key, const char *value,
                struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/tag", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", record);
    fg_bind_text(insert, "key", key);
    fg_bind_text(insert, "value", value);
    return fg_load_insert(insert, NULL, err);
}

bool fg_is_ecs_control(const char *id)
{
    static const char family[] = "ECS.";
    size_t length = sizeof family - 1;
    return id != NULL && strncmp(id, family, length) == 0 && id[length] != '\0' &&
           strspn(id + length, "0123456789") == strlen(id + length);
}
