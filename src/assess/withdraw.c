/* SPDX-License-Identifier: MIT */
#include "fargauge/assess.h"

#include "assess/steps.h"
#include "fargauge/version.h"

static int not_found(const char *word, struct fg_error *err)
{
    fg_error_set(err, FG_USAGE, "--withdraw: %s: no assessment has this label or number", word);
    return fg_error_hint(err, "see them with: fargauge status --db FILE --assessments");
}

int fg_assess_find(struct fg_store *store, const char *word, int64_t *ret_id, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "assess/80-find-standing", &query, err) < 0)
        return -1;
    fg_bind_text(query, "word", word);
    int step = fg_step(query, err);
    if (step == 0)
        return not_found(word, err);
    if (step > 0) {
        *ret_id = fg_column_int(query, 0);
        if (fg_column_int(query, 1)) {
            fg_error_set(err, FG_USAGE, "--withdraw: %s: %s", word, fg_column_text(query, 2));
            fg_error_hint(err, "it is withdrawn once; see why with: fargauge status --db FILE --assessments");
            step = -1;
        }
    }
    fg_statement_reset(query);
    return step < 0 ? -1 : 0;
}

static int insert(struct fg_store *store, const struct fg_withdrawal *withdrawal, struct fg_error *err)
{
    struct fg_statement *statement;
    if (fg_store_statement(store, "assess/81-withdraw", &statement, err) < 0)
        return -1;
    fg_bind_int(statement, "assessment", withdrawal->assessment);
    fg_bind_text(statement, "reason", withdrawal->reason);
    fg_bind_text(statement, "withdrawn_by", withdrawal->by);
    fg_bind_text(statement, "withdrawn_at", withdrawal->at);
    fg_bind_text(statement, "tool_version", fg_version());
    return fg_step_done(statement, NULL, err) < 0 ? -1
                                                  : fg_assess_step(store, "assess/82-free-label", withdrawal->assessment, err);
}

/* The newest assessment; 0 where there is none. */
static int newest(struct fg_store *store, int64_t *ret_id, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "queries/newest_assessment", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    *ret_id = step > 0 ? fg_column_int(query, 0) : 0;
    fg_statement_reset(query);
    return step < 0 ? -1 : 0;
}

/* What reports read besides results, as it was when `assessment` was made. */
static int make_facts(struct fg_store *store, int64_t assessment, struct fg_error *err)
{
    static const char *const waiver_steps[] = {"assess/70-waiver-matches", "assess/71-waiver-facts", "assess/72-waiver-issues"};
    if (fg_store_run(store, "assess/25-forget-facts", err) < 0 || fg_assess_step(store, "assess/83-services-again", assessment, err) < 0 ||
        fg_assess_steps(store, '3', assessment, err) < 0 || fg_assess_steps(store, '4', assessment, err) < 0)
        return -1;
    for (size_t i = 0; i < sizeof waiver_steps / sizeof waiver_steps[0]; i++)
        if (fg_assess_step(store, waiver_steps[i], assessment, err) < 0)
            return -1;
    return 0;
}

static int withdraw(struct fg_store *store, void *context, struct fg_error *err)
{
    const struct fg_withdrawal *withdrawal = context;
    int64_t before, after;
    if (newest(store, &before, err) < 0 || insert(store, withdrawal, err) < 0 || newest(store, &after, err) < 0)
        return -1;
    return after == 0 || after == before ? 0 : make_facts(store, after, err);
}

int fg_assess_withdraw(struct fg_store *store, const struct fg_withdrawal *withdrawal, struct fg_error *err)
{
    return fg_store_unkeyed(store, withdraw, (void *)withdrawal, err);
}
