/* SPDX-License-Identifier: MIT */
#include "redo/redo.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fargauge/buf.h"
#include "fargauge/sha256.h"
#include "fargauge/stop.h"
#include "pack/hash.h"
#include "redo/again.h"
#include "redo/plan.h"

static const char packed_name[] = "data/fargauge.db";

/* ---- The packed database beside the one that is made ---- */

static int make_path(const struct fg_redo_options *options, struct fg_buf *path, struct fg_error *err)
{
    fg_buf_printf(path, "%s/redone.db", options->scratch);
    return path->failed ? fg_error_memory(err) : 0;
}

static int attach(struct fg_store *store, const char *path, struct fg_error *err)
{
    struct fg_statement *statement;
    if (fg_store_statement(store, "store/attach_audit", &statement, err) < 0)
        return -1;
    fg_bind_text(statement, "path", path);
    return fg_step_done(statement, NULL, err);
}

/* Every row of a query that tells of faults is a finding. */
static int find_faults(struct fg_store *store, const char *name, const char *kind, struct fg_findings *findings,
                       struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, name, &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0)
        if (strcmp(fg_column_text(query, 0), "ok") != 0)
            fg_findings_add(findings, kind, packed_name, "%s", fg_column_text(query, 0));
    return step;
}

static int find_broken_keys(struct fg_store *store, struct fg_findings *findings, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, "redo/broken_keys", &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0)
        fg_findings_add(findings, "damaged", packed_name, "%lld rows of %s point to none of %s",
                        (long long)fg_column_int(query, 2), fg_column_text(query, 0), fg_column_text(query, 1));
    return step;
}

/* Tables that are views, triggers, other columns: then nothing of it is asked further. */
static int compare_schema(struct fg_redo *redo, bool views, struct fg_findings *findings, struct fg_error *err)
{
    struct fg_statement *query;
    int64_t objects = 0, told = 0;
    int step;
    if (fg_store_run(redo->store, "store/made_schema", err) < 0 || fg_store_run(redo->store, "store/made_schema_of_ours", err) < 0 ||
        fg_store_statement_for(redo->store, "store/changed_schema", "audit", &query, err) < 0)
        return -1;
    fg_bind_int(query, "views", views);
    fg_bind_int(query, "added", 2);
    while ((step = fg_step(query, err)) > 0) {
        fg_findings_add(findings, "schema", packed_name, "%s: the %s %s", fg_column_text(query, 2),
                        fg_column_text(query, 0), fg_column_text(query, 1));
        redo->readable = redo->readable && strcmp(fg_column_text(query, 0), "view") == 0;
        objects = fg_column_int(query, 3);
        told++;
    }
    if (step == 0 && objects > told)
        fg_findings_add(findings, "schema", packed_name, "and %lld more", (long long)(objects - told));
    return step;
}

static int read_digests(struct fg_redo *redo, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(redo->store, "redo/digests", &query, err) < 0)
        return -1;
    if ((step = fg_step(query, err)) > 0) {
        snprintf(redo->packed_ruleset, sizeof redo->packed_ruleset, "%s", fg_column_text(query, 0));
        snprintf(redo->ruleset, sizeof redo->ruleset, "%s", fg_column_text(query, 1));
    }
    fg_statement_reset(query);
    if (step < 0 || fg_store_statement(redo->store, "redo/makers", &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0)
        snprintf(redo->maker, sizeof redo->maker, "%s", fg_column_text(query, 0));
    return step;
}

static bool same_ruleset(const struct fg_redo *redo)
{
    return strcmp(redo->packed_ruleset, redo->ruleset) == 0;
}

/* ---- Opening ---- */

/* Bring a packed database of an older schema to ours; it is a copy. */
static int bring_up(struct fg_redo *redo, const struct fg_redo_options *options, struct fg_error *err)
{
    struct fg_store *packed;
    if (fg_store_run(redo->store, "store/detach_audit", err) < 0 ||
        fg_store_open(options->packed, false, options->resources, &packed, err) < 0)
        return -1;
    fg_store_close(packed);
    return attach(redo->store, options->packed, err);
}

/* 1 where it is a database of ours that this program can read, 0 with a finding. */
static int is_readable(struct fg_redo *redo, const struct fg_redo_options *options, struct fg_findings *findings,
                       struct fg_error *err)
{
    int64_t application, ours, version, our_version;
    if (fg_store_number(redo->store, "store/audit_application_id", &application, err) < 0 ||
        fg_store_number(redo->store, "store/application_id", &ours, err) < 0 ||
        fg_store_number(redo->store, "store/audit_user_version", &version, err) < 0 ||
        fg_store_number(redo->store, "store/user_version", &our_version, err) < 0)
        return -1;
    if (application != ours) {
        fg_findings_add(findings, "damaged", packed_name, "it is no database of fargauge");
        return 0;
    }
    if (version > our_version) {
        fg_findings_add(findings, "newer", packed_name, "its schema %lld is newer than this program's %lld",
                        (long long)version, (long long)our_version);
        return 0;
    }
    if (version == our_version)
        return 1;
    if (sqlite3_db_readonly(fg_store_handle(redo->store), "audit") == 1) { /* it is a copy of ours: its own head says so */
        fg_findings_add(findings, "damaged", packed_name, "it says that it may not be written, as no pack's does");
        return 0;
    }
    return bring_up(redo, options, err) < 0 ? -1 : 1;
}

/* Run the statement, then open what is made again anew: a user's own rules take hold, or let go, when a database is opened. */
static int change_own_rules(struct fg_redo *redo, const struct fg_redo_options *options, const char *statement, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    if (fg_store_run(redo->store, statement, err) < 0 || make_path(options, &path, err) < 0)
        return -1;
    fg_store_close(redo->store);
    redo->store = NULL;
    if (fg_store_open(path.data, false, options->resources, &redo->store, err) < 0 ||
        fg_store_run(redo->store, "redo/no_sync", err) < 0)
        return -1;
    return attach(redo->store, options->packed, err);
}

/* They come first, as they are part of the ruleset. */
static int take_own_rules(struct fg_redo *redo, const struct fg_redo_options *options, struct fg_findings *findings,
                          struct fg_error *err)
{
    if (change_own_rules(redo, options, "redo/own_rules", err) == 0)
        return 0;
    if (err->code != FG_USAGE)
        return -1;
    fg_findings_add(findings, "not made", packed_name, "its own rules cannot be used: %s", err->message);
    redo->readable = false;
    return 0;
}

/* Errors here are about the packed database, which may be anything; 1 says so. */
static int look(struct fg_redo *redo, const struct fg_redo_options *options, struct fg_findings *findings, struct fg_error *err)
{
    size_t before = findings->count;
    if (attach(redo->store, options->packed, err) < 0)
        return 1;
    int readable = is_readable(redo, options, findings, err);
    if (readable <= 0)
        return readable < 0;
    if (find_faults(redo->store, "redo/integrity", "damaged", findings, err) < 0)
        return 1;
    redo->readable = findings->count == before;
    if (!redo->readable || compare_schema(redo, false, findings, err) < 0 || !redo->readable)
        return redo->readable;
    if (read_digests(redo, err) < 0)
        return 1;
    memcpy(redo->plain_ruleset, redo->ruleset, sizeof redo->ruleset);
    if (take_own_rules(redo, options, findings, err) < 0)
        return 1;
    if (!redo->readable)
        return 0;
    if (find_broken_keys(redo->store, findings, err) < 0 || read_digests(redo, err) < 0)
        return 1;
    return same_ruleset(redo) && compare_schema(redo, true, findings, err) < 0;
}

/* With connections of its own, which have read nothing yet. A machine that fails is no finding. */
static int look_once(const struct fg_redo_options *options, struct fg_findings *findings, struct fg_redo **ret_redo,
                     struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    if (make_path(options, &path, err) < 0)
        return -1;
    struct fg_redo *redo = calloc(1, sizeof *redo);
    if (redo == NULL)
        return fg_error_memory(err);
    if (fg_store_open(path.data, true, options->resources, &redo->store, err) < 0) {
        fg_redo_close(redo);
        return -1;
    }
    struct fg_error why = {0};
    int looked = look(redo, options, findings, &why);
    bool failed = looked != 0 && fg_error_is_machine(&why);
    if (failed) {
        *err = why;
        fg_error_prepend(err, "%s", packed_name);
    }
    if (fg_stop_check(err) < 0 || failed) {
        fg_redo_close(redo);
        return -1;
    }
    if (looked != 0) {
        fg_findings_add(findings, "damaged", packed_name, "%s", why.message);
        redo->readable = false;
    }
    *ret_redo = redo;
    return fg_findings_check(findings, err);
}

static const char *detail_of(const struct fg_findings *findings, size_t i)
{
    return findings->list[i].detail == NULL ? "" : findings->list[i].detail;
}

static bool is_damage(const struct fg_findings *findings)
{
    return findings->count > 0 && strcmp(findings->list[0].kind, "damaged") == 0;
}

/* Of a page that is damaged SQLite's check may read what is no part of it, and say something else each time. */
static bool same_findings(const struct fg_findings *a, const struct fg_findings *b)
{
    if (is_damage(a) && is_damage(b))
        return true;
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->list[i].kind, b->list[i].kind) != 0 || strcmp(a->list[i].which, b->list[i].which) != 0 ||
            strcmp(detail_of(a, i), detail_of(b, i)) != 0)
            return false;
    return true;
}

/* What was made so far, and what a failure may have left beside it. */
static int forget_database(const char *path, struct fg_error *err)
{
    FG_BUF_AUTO journal = FG_BUF_INIT;
    fg_buf_printf(&journal, "%s-journal", path);
    if (journal.failed)
        return fg_error_memory(err);
    if ((unlink(path) < 0 && errno != ENOENT) || (unlink(journal.data) < 0 && errno != ENOENT))
        return fg_error_set(err, FG_IO, "temporary folder: %s: %s", path, strerror(errno));
    return 0;
}

/* What SQLite's check says of a page may be said because reading it failed: no fault of the machine may be told as one of the
 * evidence. So all bytes must be readable, and another look must say the same. */
static int look_again(const struct fg_redo_options *options, const struct fg_findings *first, struct fg_redo **ret_redo,
                      struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    char hex[FG_SHA256_HEX_SIZE];
    struct fg_findings second = {0};
    int status = make_path(options, &path, err);
    if (status == 0)
        status = forget_database(path.data, err);
    if (status == 0)
        status = fg_hash_file(options->packed, hex, err);
    if (status == 0)
        status = look_once(options, &second, ret_redo, err);
    if (status == 0 && !same_findings(first, &second)) {
        fg_error_set(err, FG_IO, "%s: reading it failed the first time (%s), and a second look saw something else", packed_name,
                     detail_of(first, 0));
        status = fg_error_hint(err, "check the disk below $TMPDIR and the machine's memory, then verify once more");
    }
    fg_findings_done(&second);
    return status;
}

int fg_redo_open(const struct fg_redo_options *options, struct fg_findings *findings, struct fg_redo **ret_redo,
                 struct fg_error *err)
{
    struct fg_findings found = {0};
    struct fg_redo *redo = NULL;
    int status = look_once(options, &found, &redo, err);
    if (status == 0 && found.count > 0) {
        fg_redo_close(redo);
        redo = NULL;
        status = look_again(options, &found, &redo, err);
    }
    if (status < 0) {
        fg_redo_close(redo);
        fg_findings_done(&found);
        return -1;
    }
    fg_findings_move(findings, &found);
    *ret_redo = redo;
    return 0;
}

void fg_redo_close(struct fg_redo *redo)
{
    if (redo == NULL)
        return;
    fg_store_close(redo->store);
    free(redo);
}

/* ---- Doing it ---- */

static void look_for_inputs(struct fg_redo *redo, const struct fg_plan *plan, const struct fg_redo_options *options,
                            struct fg_findings *missing)
{
    enum { NAMED = 20 };
    for (size_t i = 0; i < plan->file_count; i++) {
        const struct fg_plan_file *file = &plan->files[i];
        if (file->sha256[0] == '\0' || options->find(options->find_context, file->sha256) != NULL)
            continue;
        if (redo->not_at_hand++ < NAMED && missing != NULL)
            fg_findings_add(missing, "not at hand", file->path, "SHA-256 %s", file->sha256);
    }
}

static void count_assessments(struct fg_redo *redo, const struct fg_plan *plan)
{
    redo->assessments = (int64_t)plan->assessment_count;
    for (size_t i = 0; i < plan->assessment_count; i++)
        redo->unsure += plan->assessments[i].run_unknown;
}

struct later {
    struct fg_redo *redo;
    const struct fg_redo_options *options;
};

static int take_later(void *context, struct fg_store **ret_store, struct fg_error *err)
{
    const struct later *later = context;
    int status = change_own_rules(later->redo, later->options, "redo/own_rules", err);
    *ret_store = later->redo->store;
    return status;
}

/* Whether the first assessments were made without the user's own rules. */
static bool came_later(const struct fg_redo *redo, const struct fg_plan *plan)
{
    return strcmp(redo->plain_ruleset, redo->ruleset) != 0 && plan->assessment_count > 0 &&
           strcmp(plan->assessments[0].rules, redo->plain_ruleset) == 0;
}

static int do_again(struct fg_redo *redo, const struct fg_plan *plan, const struct fg_redo_options *options,
                    struct fg_findings *findings, struct fg_error *err)
{
    struct later context = {redo, options};
    const struct fg_again_own own = {redo->plain_ruleset, take_later, &context};
    bool later = came_later(redo, plan);
    if (later && change_own_rules(redo, options, "store/own_rules_forget", err) < 0)
        return -1;
    return fg_again(redo->store, plan, options, later ? &own : NULL, findings, err);
}

int fg_redo_run(struct fg_redo *redo, const struct fg_redo_options *options, struct fg_findings *findings,
                struct fg_findings *missing, struct fg_error *err)
{
    struct fg_plan plan;
    int status = fg_plan_read(redo->store, &plan, err);
    if (status == 0) {
        count_assessments(redo, &plan);
        look_for_inputs(redo, &plan, options, missing);
    }
    if (status == 0 && redo->not_at_hand == 0) {
        status = do_again(redo, &plan, options, findings, err);
        if (status == 0)
            status = fg_store_number(redo->store, "redo/other_rules", &redo->other_rules, err);
        if (status == 0)
            status = fg_store_run(redo->store, "redo/claims", err);
        redo->made = status == 0;
    }
    fg_plan_done(&plan);
    return status;
}
