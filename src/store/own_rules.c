/* SPDX-License-Identifier: MIT */
#include "store/own_rules.h"

#include <string.h>

#include "fargauge/resource.h"
#include "fargauge/stop.h"
#include "store/statement.h"

static const char folder[] = "sql/own/";

/* ---- which rules ---- */

static int hash_file(struct fg_sha256 *hash, const char *path, const char *text, struct fg_error *err)
{
    if (fg_sha256_add(hash, path, strlen(path) + 1) < 0 || fg_sha256_add(hash, text, strlen(text) + 1) < 0)
        return fg_error_memory(err);
    return 0;
}

/* Step to the next of the rules that are kept. Whoever uses one may rely on its path to be below the folder. */
static int next_kept(struct fg_store *store, struct fg_statement *query, struct fg_error *err)
{
    int step = fg_step(query, err);
    if (step <= 0 || fg_column_int(query, 2) != 0)
        return step;
    fg_store_damaged(store, "what stands in own_rule is no rule", err);
    fg_statement_reset(query);
    return -1;
}

static int hash_kept(struct fg_store *store, struct fg_sha256 *hash, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement_for(store, "store/own_rules", "main", &query, err) < 0)
        return -1;
    while ((step = next_kept(store, query, err)) > 0)
        if (hash_file(hash, fg_column_text(query, 0), fg_column_text(query, 1), err) < 0)
            return -1;
    return step;
}

int fg_own_rules_hash(struct fg_store *store, bool kept, struct fg_sha256 *hash, struct fg_error *err)
{
    const struct fg_resources *resources = fg_store_resources(store);
    const struct fg_resource *files;
    if (!fg_resources_has_own(resources))
        return kept ? hash_kept(store, hash, err) : 0;
    size_t count = fg_resources_list(resources, folder, &files);
    for (size_t i = 0; i < count; i++)
        if (hash_file(hash, files[i].path, files[i].data, err) < 0)
            return -1;
    return 0;
}

int fg_own_rules_keep(struct fg_store *store, struct fg_error *err)
{
    const struct fg_resources *resources = fg_store_resources(store);
    const struct fg_resource *files;
    struct fg_statement *insert;
    if (!fg_resources_has_own(resources))
        return 0;
    if (fg_store_run(store, "store/own_rules_forget", err) < 0 ||
        fg_store_statement(store, "store/own_rule", &insert, err) < 0)
        return -1;
    size_t count = fg_resources_list(resources, folder, &files);
    for (size_t i = 0; i < count; i++) {
        fg_bind_text(insert, "path", files[i].path);
        fg_bind_text(insert, "text", files[i].data);
        if (fg_step_done(insert, NULL, err) < 0)
            return -1;
    }
    return 0;
}

/* ---- running them ---- */

/* The tables that rules may add rows to, and whether each row is one control's. */
static const struct {
    const char *table;
    bool of_a_control;
} catalogue[] = {
    {"control", false},       {"control_parameter", true}, {"control_point", true}, {"control_requirement", true},
    {"control_successor", true}, {"control_text", true},   {"framework", false},    {"message", false},
    {"reason", true},         {"reason_text", true},       {"remedy", true},        {"requirement", false},
    {"requirement_text", false},
};
enum { CATALOGUE_COUNT = sizeof catalogue / sizeof catalogue[0] };

static int may_insert(const char *table)
{
    for (size_t i = 0; i < CATALOGUE_COUNT; i++)
        if (strcmp(catalogue[i].table, table) == 0)
            return SQLITE_OK;
    return strcmp(table, "sqlite_master") == 0 ? SQLITE_OK : SQLITE_DENY; /* where a view is made */
}

static int authorize(void *context, int action, const char *first, const char *second, const char *third,
                     const char *fourth)
{
    (void)context, (void)third, (void)fourth;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return strcmp(second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_INSERT:
        return may_insert(first);
    case SQLITE_UPDATE: /* of the schema itself, where a view is made */
        return strcmp(first, "sqlite_master") == 0 ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_CREATE_VIEW:
        return strncmp(first, "control_", strlen("control_")) == 0 ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

static int bad_rule(const char *path, const char *why, struct fg_error *err)
{
    fg_error_set(err, FG_USAGE, "controls: %s: %s", path + strlen(folder), why);
    return fg_error_hint(err, "sql/README.md tells what a control of one's own consists of");
}

/* Rules may come with a stranger's pack: no text of theirs may fill the memory. */
enum { TEXT_MAX = 1 << 20 };

static int run_rule(struct fg_store *store, const char *path, const char *text, struct fg_error *err)
{
    sqlite3 *db = fg_store_handle(store);
    char *message = NULL;
    if (fg_store_bound(store, err) < 0)
        return -1;
    sqlite3_set_authorizer(db, authorize, NULL);
    int longest = sqlite3_limit(db, SQLITE_LIMIT_LENGTH, TEXT_MAX);
    int status = sqlite3_exec(db, text, NULL, NULL, &message);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, longest);
    sqlite3_set_authorizer(db, NULL, NULL);
    fg_store_unbound(store);
    if (status == SQLITE_OK)
        return 0;
    if (status == SQLITE_INTERRUPT) {
        sqlite3_free(message);
        return fg_stop_check(err) < 0 ? -1 : fg_store_bound_error(store, "controls", path + strlen(folder), err);
    }
    struct fg_error why = {0};
    fg_sqlite_error(db, "controls", path + strlen(folder), &why);
    if (why.code == FG_IO) { /* the machine failed, not the rule */
        sqlite3_free(message);
        *err = why;
        return -1;
    }
    bad_rule(path, status == SQLITE_AUTH ? "it may only add rows to the catalogue and views named control_…"
             : message == NULL ? sqlite3_errmsg(db) : message, err);
    sqlite3_free(message);
    return -1;
}

/* A view that lacks a column is found here, not in the middle of an assessment. */
static int check_views(struct fg_store *store, struct fg_error *err)
{
    struct fg_statement *query, *shape;
    int step;
    if (fg_store_statement(store, "store/own_controls", &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0) {
        const char *view = fg_column_text(query, 1);
        struct fg_error found = {0};
        if (fg_store_statement_for(store, "store/own_control_shape", view, &shape, &found) < 0) {
            if (found.code == FG_IO) {
                *err = found;
                return -1;
            }
            fg_error_set(err, FG_USAGE, "controls: %s: %.300s", fg_column_text(query, 0), found.message);
            return fg_error_hint(err, "sql/README.md tells which columns a control's view has");
        }
    }
    return step;
}

static int check_rows(struct fg_store *store, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "store/own_rule_faults", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    if (step <= 0)
        return step;
    fg_error_set(err, FG_USAGE, "controls: %s: %s", fg_column_text(query, 0), fg_column_text(query, 1));
    fg_statement_reset(query);
    return fg_error_hint(err, "sql/README.md tells what a control of one's own consists of");
}

/* Remember what is the program's. */
static int remember_catalogue(struct fg_store *store, struct fg_error *err)
{
    static const char *const steps[] = {"store/own_rules_start", "store/own_rules_before"};
    for (size_t i = 0; i < CATALOGUE_COUNT; i++)
        for (size_t step = 0; step < sizeof steps / sizeof steps[0]; step++) {
            struct fg_statement *statement;
            if (fg_store_statement_for(store, steps[step], catalogue[i].table, &statement, err) < 0 ||
                fg_step_done(statement, NULL, err) < 0)
                return -1;
        }
    return 0;
}

static int check_table(struct fg_store *store, const char *name, const char *table, const char *fault, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement_for(store, name, table, &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    if (step <= 0)
        return step;
    fg_statement_reset(query);
    fg_error_set(err, FG_USAGE, "controls: %s: %s", table, fault);
    return fg_error_hint(err, "sql/README.md tells what a control of one's own consists of");
}

/* What is the program's must be what it was. */
static int check_catalogue(struct fg_store *store, struct fg_error *err)
{
    for (size_t i = 0; i < CATALOGUE_COUNT; i++)
        if (check_table(store, "store/own_rule_replaced", catalogue[i].table,
                        "a row of the program's was replaced; rules may only add", err) < 0 ||
            (catalogue[i].of_a_control &&
             check_table(store, "store/own_rule_added", catalogue[i].table,
                         "a row was added to a control of the program's; rules may only add controls of their own", err) < 0))
            return -1;
    return 0;
}

int fg_own_rules_load(struct fg_store *store, struct fg_error *err)
{
    struct fg_statement *query;
    size_t count = 0;
    int step;
    if (remember_catalogue(store, err) < 0 ||
        fg_store_statement_for(store, "store/own_rules", "main", &query, err) < 0)
        return -1;
    for (; (step = next_kept(store, query, err)) > 0; count++)
        if (run_rule(store, fg_column_text(query, 0), fg_column_text(query, 1), err) < 0) {
            fg_statement_reset(query);
            return -1;
        }
    if (step < 0 || count == 0)
        return step;
    return check_catalogue(store, err) < 0 || check_views(store, err) < 0 ? -1 : check_rows(store, err);
}
