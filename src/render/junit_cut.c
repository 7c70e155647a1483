/* SPDX-License-Identifier: MIT */
#include "render/junit_cut.h"

enum { LEAST_ROOM = 42 }; /* of elements, for a suite with one case */

int fg_junit_cut_begin(struct fg_junit_cut *cut, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(cut->store, "queries/junit_begin", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    if (step > 0) {
        cut->place = (struct fg_junit_place){fg_column_int(query, 0), fg_column_int(query, 1), fg_column_int(query, 2), false};
        cut->room = fg_column_int(query, 3);
        fg_statement_reset(query);
    }
    return step < 0 ? -1 : 0;
}

/* What a file still takes. */
struct room {
    int64_t cases, elements;
};

static bool is_behind(const struct fg_junit_place *place, const struct fg_junit_place *other)
{
    return place->first != other->first       ? place->first > other->first
           : place->from_key != other->from_key ? place->from_key > other->from_key
                                              : place->part > other->part;
}

/* One step from *place on; the suite's part is added to `parts` unless that is NULL. */
static int take_step(const struct fg_junit_cut *cut, struct fg_junit_place *place, struct room *room,
                     struct fg_buf *parts, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(cut->store, "queries/junit_step", &query, err) < 0)
        return -1;
    for (const struct fg_param *param = cut->params; param->name != NULL; param++)
        fg_bind_text(query, param->name, param->value);
    fg_bind_int(query, "first", place->first);
    fg_bind_int(query, "from_key", place->from_key);
    fg_bind_int(query, "part", place->part);
    fg_bind_int(query, "left", room->cases);
    fg_bind_int(query, "room", room->elements);
    int step = fg_step(query, err);
    if (step <= 0) {
        place->end = step == 0;
        return step;
    }
    if (parts != NULL && fg_column_int(query, 0) > 0) {
        fg_buf_add_text(parts, parts->len > 1 ? "," : "");
        fg_buf_add_text(parts, fg_column_text(query, 1));
    }
    struct fg_junit_place next = {fg_column_int(query, 2), fg_column_int(query, 3), fg_column_int(query, 4), false};
    if (!is_behind(&next, place)) { /* or it would never end */
        fg_statement_reset(query);
        return fg_store_damaged(cut->store, "its controls have no order", err);
    }
    *place = next;
    *room = (struct room){fg_column_int(query, 5), fg_column_int(query, 6)};
    fg_statement_reset(query);
    return 0;
}

/* Whether a case is left from `place` on. */
static int look_ahead(const struct fg_junit_cut *cut, struct fg_junit_place place, bool *ret_more, struct fg_error *err)
{
    for (*ret_more = false; !*ret_more && !place.end;) {
        struct room one = {1, LEAST_ROOM};
        if (take_step(cut, &place, &one, NULL, err) < 0)
            return -1;
        *ret_more = one.cases < 1;
    }
    return 0;
}

int fg_junit_cut_plan(const struct fg_junit_cut *cut, struct fg_junit_plan *plan, struct fg_error *err)
{
    struct room room = {cut->max_cases, cut->room};
    bool more;
    plan->next = cut->place;
    fg_buf_clear(&plan->parts);
    fg_buf_add_char(&plan->parts, '[');
    do
        if (take_step(cut, &plan->next, &room, &plan->parts, err) < 0)
            return -1;
    while (!plan->next.end && room.cases > 0 && room.elements >= LEAST_ROOM);
    fg_buf_add_char(&plan->parts, ']');
    if (plan->parts.failed)
        return fg_error_memory(err);
    if (look_ahead(cut, plan->next, &more, err) < 0)
        return -1;
    plan->cases = cut->max_cases - room.cases;
    plan->last = !more;
    return 0;
}
