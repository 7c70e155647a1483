/* SPDX-License-Identifier: MIT */
#include "ingest/tally.h"

#include <stdlib.h>
#include <string.h>

static int add_slot(struct fg_tally *tally, const char *type, struct fg_error *err)
{
    struct fg_tally_type *types = realloc(tally->types, (tally->count + 1) * sizeof *types);
    if (types == NULL)
        return fg_error_memory(err);
    tally->types = types;
    types[tally->count] = (struct fg_tally_type){.type = strdup(type)};
    if (types[tally->count].type == NULL)
        return fg_error_memory(err);
    tally->count++;
    return 0;
}

/* The slot that counts `type`; the last one counts all types that find no slot of their own. */
static int find_slot(struct fg_tally *tally, const char *type, size_t *ret_slot, struct fg_error *err)
{
    size_t slot = 0;
    while (slot < tally->count && strcmp(tally->types[slot].type, type) != 0)
        slot++;
    *ret_slot = slot < FG_TYPES_MAX ? slot : FG_TYPES_MAX - 1;
    if (slot < tally->count || slot == FG_TYPES_MAX)
        return 0;
    return add_slot(tally, slot == FG_TYPES_MAX - 1 ? "(other types)" : type, err);
}

int fg_tally_add(struct fg_tally *tally, const char *type, int64_t count, struct fg_error *err)
{
    size_t slot;
    if (find_slot(tally, type, &slot, err) < 0)
        return -1;
    tally->types[slot].count += count;
    return 0;
}

int64_t fg_tally_total(const struct fg_tally *tally)
{
    int64_t total = 0;
    for (size_t i = 0; i < tally->count; i++)
        total += tally->types[i].count;
    return total;
}

void fg_tally_done(struct fg_tally *tally)
{
    for (size_t i = 0; i < tally->count; i++)
        free(tally->types[i].type);
    free(tally->types);
    *tally = (struct fg_tally){0};
}
