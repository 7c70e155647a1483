/* SPDX-License-Identifier: MIT */
#include "merge/one.h"

#include <stdio.h>
#include <string.h>

#include "fargauge/sha256.h"
#include "merge/other.h"

/* ---- what was handed over up to each run ---- */

static int note_history(struct fg_store *store, const char *side, int64_t run, struct fg_sha256 *hash,
                        struct fg_error *err)
{
    struct fg_statement *insert;
    char history[FG_SHA256_HEX_SIZE];
    if (fg_sha256_hex(hash, history) < 0)
        return fg_error_memory(err);
    if (fg_store_statement(store, "merge/history", &insert, err) < 0)
        return -1;
    fg_bind_text(insert, "side", side);
    fg_bind_int(insert, "run", run);
    fg_bind_text(insert, "history", history);
    if (fg_step_done(insert, NULL, err) < 0)
        return -1;
    /* the next run's begins with this one's */
    if (fg_sha256_reset(hash) < 0 || fg_sha256_add(hash, history, sizeof history) < 0)
        return fg_error_memory(err);
    return 0;
}

static int hash_histories(struct fg_store *store, const char *side, struct fg_sha256 *hash, struct fg_error *err)
{
    struct fg_statement *query;
    int64_t run = 0;
    int step;
    if (fg_store_statement_for(store, "merge/handed_over", side, &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0) {
        int64_t next = fg_column_int(query, 0);
        const char *text = fg_column_text(query, 1);
        int status = run != 0 && next != run ? note_history(store, side, run, hash, err) : 0;
        if (status == 0 && fg_sha256_add(hash, text, strlen(text) + 1) < 0)
            status = fg_error_memory(err);
        if (status < 0) {
            fg_statement_reset(query);
            return -1;
        }
        run = next;
    }
    return step == 0 && run != 0 ? note_history(store, side, run, hash, err) : step;
}

static int find_histories(struct fg_store *store, struct fg_error *err)
{
    static const char *const sides[] = {"main", "other"};
    int status = 0;
    for (size_t i = 0; status == 0 && i < sizeof sides / sizeof sides[0]; i++) {
        struct fg_sha256 *hash = fg_sha256_new();
        status = hash == NULL ? fg_error_memory(err) : hash_histories(store, sides[i], hash, err);
        fg_sha256_free(hash);
    }
    return status;
}

/* ---- own rules ---- */

static int check_own_rules(struct fg_store *store, const char *shown, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "merge/own_rule_clash", &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    const char *names = step > 0 ? fg_column_or_null(query, 0) : NULL;
    if (names != NULL) {
        fg_error_set(err, FG_USAGE, "merge: %s: its own controls are others than those before it: %.400s", shown, names);
        fg_error_hint(err, "give all of them the same ones: fargauge status --controls DIR --db FILE");
        step = -1;
    }
    fg_statement_reset(query);
    return step < 0 ? -1 : 0;
}

/* ---- the merge ---- */

static int run_steps(struct fg_store *store, struct fg_error *err)
{
    static const char folder[] = "sql/merge/steps/";
    const struct fg_resource *files;
    size_t count = fg_resources_list(fg_store_resources(store), folder, &files);
    for (size_t i = 0; i < count; i++) {
        char name[256];
        int len = (int)strlen(files[i].path) - (int)strlen("sql/.sql");
        snprintf(name, sizeof name, "%.*s", len, files[i].path + strlen("sql/"));
        if (fg_store_run(store, name, err) < 0)
            return -1;
    }
    return 0;
}

/* What it has brought, for the screen; *ret_rules: whether it has own rules, and the store none. */
static int tell(struct fg_store *store, struct fg_merged *ret_merged, bool *ret_rules, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, "merge/told", &query, err) < 0 || fg_step(query, err) < 0)
        return -1;
    ret_merged->files = fg_column_int(query, 0);
    ret_merged->known_files = fg_column_int(query, 1);
    ret_merged->runs = fg_column_int(query, 2);
    ret_merged->known_runs = fg_column_int(query, 3);
    ret_merged->records = fg_column_int(query, 4);
    ret_merged->assessments = fg_column_int(query, 5);
    *ret_rules = fg_column_int(query, 6) != 0;
    fg_statement_reset(query);
    return 0;
}

struct taking {
    const char *shown;
    struct fg_merged *merged;
};

/* What is read was checked, and the catalogue may be loaded anew: keys are not looked up. */
static int take(struct fg_store *store, void *context, struct fg_error *err)
{
    const struct taking *taking = context;
    bool rules;
    if (fg_store_run(store, "merge/tables", err) < 0 || check_own_rules(store, taking->shown, err) < 0 ||
        find_histories(store, err) < 0 || run_steps(store, err) < 0 || tell(store, taking->merged, &rules, err) < 0)
        return -1;
    if (!rules)
        return 0;
    if (fg_store_run(store, "merge/own_rules", err) < 0)
        return -1;
    return fg_store_renew_ruleset(store, err) < 0 ? fg_error_prepend(err, "%s", taking->shown) : 0;
}

int fg_merge_one(struct fg_store *store, const char *path, const char *shown, const char *copy,
                 struct fg_merged *ret_merged, struct fg_error *err)
{
    if (fg_other_attach(store, path, copy, err) < 0)
        return -1;
    int status = fg_store_unkeyed(store, take, &(struct taking){shown, ret_merged}, err);
    if (status < 0)
        fg_store_blame_values(shown, err);
    fg_other_detach(store, copy);
    return status;
}
