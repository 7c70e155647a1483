/* SPDX-License-Identifier: MIT */
/*
 * Schema steps are sql/schema/NNN_*.sql; step N itself sets user_version to N. application_id marks the
 * file as ours. Catalogue, views and controls are replaced whenever the digest of their
 * files differs from the one the database holds: they are the program's, not the audit's.
 */
#include "store/migrate.h"

#include <stdlib.h>
#include <string.h>

#include "fargauge/buf.h"
#include "fargauge/sha256.h"
#include "store/own_rules.h"

/* Statements as simple as those before are right: where SQLite refuses one, it is for what the file is. Returns -1. */
static int not_ours(struct fg_store *store, const struct fg_error *why, struct fg_error *err)
{
    if (why->code == FG_INTERNAL)
        return fg_store_damaged(store, why->message, err);
    if (err != NULL)
        *err = *why;
    return -1;
}

static int ask(struct fg_store *store, const char *name, int64_t *ret_number, struct fg_error *err)
{
    struct fg_error why = {0};
    return fg_store_number(store, name, ret_number, &why) == 0 ? 0 : not_ours(store, &why, err);
}

static int check_ours(struct fg_store *store, const char *path, int64_t version,
                      struct fg_error *err)
{
    int64_t application, tables, utf8;
    if (ask(store, "store/application_id", &application, err) < 0 || ask(store, "store/count_tables", &tables, err) < 0 ||
        ask(store, "store/encoding", &utf8, err) < 0)
        return -1;
    if (application == FG_APPLICATION_ID && !utf8)
        return fg_store_damaged(store, "its texts are in another encoding", err);
    if (application == FG_APPLICATION_ID && version < 1)
        return fg_store_damaged(store, "it says that it has no schema", err);
    if (application == FG_APPLICATION_ID || (application == 0 && version == 0 && tables == 0))
        return 0;
    fg_error_set(err, FG_IO, "database: %s: it belongs to another program", path);
    return fg_error_hint(err, "name another file with --db");
}

/* Views are dropped by statements that a query writes, so that none is forgotten. */
static int drop_views(struct fg_store *store, struct fg_error *err)
{
    struct fg_statement *statement;
    if (fg_store_statement(store, "store/drop_views", &statement, err) < 0)
        return -1;
    FG_BUF_AUTO script = FG_BUF_INIT;
    int step;
    while ((step = fg_step(statement, err)) > 0) {
        fg_buf_add_text(&script, fg_column_text(statement, 0));
        fg_buf_add_char(&script, '\n');
    }
    if (step < 0)
        return -1;
    return fg_store_run_text(store, "store/drop_views", fg_buf_text(&script), err);
}

int fg_store_check_version(const struct fg_store *store, const char *path, int64_t version, struct fg_error *err)
{
    const struct fg_resource *steps;
    size_t count = fg_resources_list(fg_store_resources(store), "sql/schema/", &steps);
    if (version <= (int64_t)count)
        return 0;
    fg_error_set(err, FG_IO, "database: %s: schema %lld is newer than this program's %zu", path,
                 (long long)version, count);
    return fg_error_hint(err, "use the fargauge that wrote it, or a later one");
}

/* The folders that make up the ruleset, in the order in which their files run. */
static const char *const ruleset[] = {"sql/catalog/", "sql/views/", "sql/controls/"};
enum { RULESET_COUNT = sizeof ruleset / sizeof ruleset[0] };

/* `kept`: the database has the table of the user's own rules. */
static int ruleset_digest(struct fg_store *store, bool kept, char out[FG_SHA256_HEX_SIZE], struct fg_error *err)
{
    const struct fg_resources *resources = fg_store_resources(store);
    struct fg_sha256 *hash = fg_sha256_new();
    int bad = hash == NULL;
    for (size_t i = 0; !bad && i < RULESET_COUNT; i++) {
        const struct fg_resource *files;
        size_t count = fg_resources_list(resources, ruleset[i], &files);
        for (size_t j = 0; !bad && j < count; j++)
            bad = fg_sha256_add(hash, files[j].path, strlen(files[j].path) + 1) < 0 ||
                  fg_sha256_add(hash, files[j].data, files[j].size + 1) < 0;
    }
    int own = bad ? 0 : fg_own_rules_hash(store, kept, hash, err);
    bad = bad || (own == 0 && fg_sha256_hex(hash, out) < 0);
    fg_sha256_free(hash);
    return bad ? fg_error_memory(err) : own;
}

/* 1 where the database holds this very ruleset, 0 where not. */
static int same_ruleset(struct fg_store *store, const char *digest, struct fg_error *err)
{
    struct fg_statement *statement;
    if (fg_store_statement(store, "store/ruleset_digest", &statement, err) < 0)
        return -1;
    int step = fg_step(statement, err);
    if (step <= 0)
        return step;
    int same = strcmp(fg_column_text(statement, 0), digest) == 0;
    fg_statement_reset(statement);
    return same;
}

static int load_ruleset(struct fg_store *store, const char *digest, struct fg_error *err)
{
    for (size_t i = 0; i < RULESET_COUNT; i++) {
        const struct fg_resource *files;
        size_t count = fg_resources_list(fg_store_resources(store), ruleset[i], &files);
        for (size_t j = 0; j < count; j++) {
            size_t len = strlen(files[j].path);
            if (len < 4 || strcmp(files[j].path + len - 4, ".sql") != 0)
                continue;
            if (fg_store_run_text(store, files[j].path, files[j].data, err) < 0)
                return -1;
        }
    }
    if (fg_own_rules_load(store, err) < 0)
        return -1;
    struct fg_statement *statement;
    if (fg_store_statement(store, "store/set_ruleset_digest", &statement, err) < 0)
        return -1;
    fg_bind_text(statement, "digest", digest);
    return fg_step_done(statement, NULL, err);
}

/* The steps of the schema from `version` on. */
static int take_steps(struct fg_store *store, int64_t version, struct fg_error *err)
{
    const struct fg_resource *steps;
    size_t count = fg_resources_list(fg_store_resources(store), "sql/schema/", &steps);
    int64_t broken = 0;
    for (size_t i = (size_t)version; i < count; i++)
        if (fg_store_run_text(store, steps[i].path, steps[i].data, err) < 0)
            return -1;
    if (version > 0 && fg_store_number(store, "store/count_broken_keys", &broken, err) < 0)
        return -1;
    if (broken == 0)
        return 0;
    return fg_error_set(err, FG_INTERNAL, "database: schema %zu: %lld rows point to nothing", count,
                        (long long)broken);
}

/* What reports show of waivers stands in working rows since schema 3: an older audit gets those of its newest
 * assessment, or its reports would name none until it is judged again. Results are not touched. */
static int make_up_waivers(struct fg_store *store, int64_t version, struct fg_error *err)
{
    static const char *const steps[] = {"assess/70-waiver-matches", "assess/71-waiver-facts",
                                        "assess/72-waiver-issues"};
    int64_t newest;
    if (version == 0 || version >= 3)
        return 0;
    if (fg_store_number(store, "queries/newest_assessment", &newest, err) < 0)
        return -1;
    for (size_t i = 0; newest > 0 && i < sizeof steps / sizeof steps[0]; i++) {
        struct fg_statement *step;
        if (fg_store_statement(store, steps[i], &step, err) < 0)
            return -1;
        if (fg_statement_takes(step, "assessment"))
            fg_bind_int(step, "assessment", newest);
        if (fg_step_done(step, NULL, err) < 0)
            return -1;
    }
    return 0;
}

/* Everything that is not up to date, whole or not at all. The views go first: they may name what a step
 * rebuilds. */
static int bring_up(struct fg_store *store, int64_t version, const char *digest, struct fg_error *err)
{
    if (drop_views(store, err) < 0 || take_steps(store, version, err) < 0 || fg_own_rules_keep(store, err) < 0 ||
        load_ruleset(store, digest, err) < 0)
        return -1;
    return make_up_waivers(store, version, err);
}

/* Does our SQL run in a database that nobody can have spoilt? */
static int try_elsewhere(const struct fg_resources *resources, struct fg_error *err)
{
    struct fg_store *empty;
    if (fg_store_open(":memory:", true, resources, &empty, err) < 0)
        return -1;
    fg_store_close(empty);
    return 0;
}

/* What SQLite refuses here is a mistake in our SQL only where it refuses it in an empty database as well. Otherwise this one is
 * not what its version says. */
static int bring_up_work(struct fg_store *store, void *digest, struct fg_error *err)
{
    int64_t version; /* as it is now: another process may have come before us */
    struct fg_error why = {0};
    if (fg_store_number(store, "store/user_version", &version, err) < 0)
        return -1;
    if (bring_up(store, version, digest, &why) == 0)
        return 0;
    struct fg_error elsewhere = {0};
    if (version > 0 && why.code == FG_INTERNAL && try_elsewhere(fg_store_resources(store), &elsewhere) == 0)
        return fg_store_damaged(store, why.message, err);
    if (err != NULL) /* the machine, or rules of the user's, may have failed there: that comes first */
        *err = elsewhere.message[0] != '\0' && elsewhere.code != FG_INTERNAL ? elsewhere : why;
    return -1;
}

int fg_store_migrate(struct fg_store *store, const char *path, struct fg_error *err)
{
    const struct fg_resource *steps;
    size_t count = fg_resources_list(fg_store_resources(store), "sql/schema/", &steps);
    char digest[FG_SHA256_HEX_SIZE];
    int64_t version;
    /* Look before the first pragma: "journal_mode" writes, and another program's file is not ours to
     * change. */
    if (fg_store_number(store, "store/user_version", &version, err) < 0)
        return fg_error_prepend(err, "%s", path);
    if (check_ours(store, path, version, err) < 0 || fg_store_check_version(store, path, version, err) < 0)
        return -1;
    if (fg_store_run(store, "store/open", err) < 0)
        return fg_error_prepend(err, "%s", path);
    struct fg_error why = {0};
    int same = ruleset_digest(store, version >= (int64_t)count, digest, &why);
    if (same == 0 && version >= (int64_t)count)
        same = same_ruleset(store, digest, &why);
    if (same < 0)
        return not_ours(store, &why, err);
    return same == 0 ? fg_store_unkeyed(store, bring_up_work, digest, err) : 0;
}

int fg_store_renew_ruleset(struct fg_store *store, struct fg_error *err)
{
    char digest[FG_SHA256_HEX_SIZE];
    if (ruleset_digest(store, true, digest, err) < 0)
        return -1;
    int same = same_ruleset(store, digest, err);
    if (same != 0)
        return same < 0 ? -1 : 0;
    return drop_views(store, err) < 0 ? -1 : load_ruleset(store, digest, err);
}
