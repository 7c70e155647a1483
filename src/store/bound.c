/* SPDX-License-Identifier: MIT */
#include "store/bound.h"

#include "fargauge/stop.h"

enum { STEPS = 1000 };

/* 1 ends the statement with SQLITE_INTERRUPT. */
static int may_not_go_on(void *context)
{
    struct fg_bound *bound = context;
    if (fg_stop_requested())
        return 1;
    if (!bound->on)
        return 0;
    bound->met = bound->met || bound->left < STEPS;
    bound->left -= bound->met ? 0 : STEPS;
    return bound->met;
}

void fg_bound_watch(sqlite3 *handle, struct fg_bound *bound)
{
    sqlite3_progress_handler(handle, STEPS, may_not_go_on, bound);
}

void fg_bound_set(struct fg_bound *bound, uint64_t steps)
{
    *bound = (struct fg_bound){.steps = steps, .left = steps, .on = true};
}
