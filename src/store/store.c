/* SPDX-License-Identifier: MIT */
#include "fargauge/store.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fargauge/buf.h"
#include "fargauge/stop.h"
#include "store/bound.h"
#include "store/changed.h"
#include "store/memory.h"
#include "store/migrate.h"
#include "store/statement.h"

/* Slots that remember a statement. */
enum { LAST = 32 };

/* How long a second import waits for the first one to be done, and when it says so. */
enum { PATIENCE_MS = 60 * 60 * 1000, SILENT_MS = 1000, NAP_MS = 20 };

struct fg_store {
    sqlite3 *handle;
    const struct fg_resources *resources;
    struct fg_statement **statements; /* prepared so far, for reuse */
    size_t count;
    size_t last[LAST]; /* where statements of some names were found last */
    bool in_transaction;
    char *path;
    void (*tell_waiting)(void *context, const char *path);
    void *tell_context;
    struct fg_bound bound;
    bool again; /* what was done before is done again */
};

sqlite3 *fg_store_handle(struct fg_store *store)
{
    return store->handle;
}

const struct fg_resources *fg_store_resources(const struct fg_store *store)
{
    return store->resources;
}

const char *fg_store_path(const struct fg_store *store)
{
    return store->path;
}

static int on_busy(void *context, int count)
{
    struct fg_store *store = context;
    if (count == SILENT_MS / NAP_MS && store->tell_waiting != NULL)
        store->tell_waiting(store->tell_context, store->path);
    nanosleep(&(struct timespec){.tv_nsec = NAP_MS * 1000000L}, NULL);
    return count < PATIENCE_MS / NAP_MS && !fg_stop_requested();
}

void fg_store_on_wait(struct fg_store *store, void (*tell)(void *context, const char *path),
                      void *context)
{
    store->tell_waiting = tell;
    store->tell_context = context;
}

/* Does a sanitizer look after every block of memory? */
#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
enum { WATCHED = 1 };
#else
enum { WATCHED = 0 };
#endif

/* SQLite's own account of its memory takes a lock at every allocation, and nothing here asks for it. Too late once
 * SQLite is in use, which does no harm. */
static void set_up_sqlite(void)
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_MALLOC, fg_sqlite_memory(!WATCHED));
}

static int open_handle(struct fg_store *store, const char *path, bool create, struct fg_error *err)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, set_up_sqlite);
    /* Debian's SQLite takes "file:…" for a URI, in which a database may be in memory; here it is a name. */
    FG_BUF_AUTO name = FG_BUF_INIT;
    fg_buf_printf(&name, "%s%s", strncmp(path, "file:", 5) == 0 ? "./" : "", path);
    if (name.failed)
        return fg_error_memory(err);
    int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX |
                SQLITE_OPEN_URI; /* for what is attached to be read only */
    if (sqlite3_open_v2(name.data, &store->handle, flags, NULL) != SQLITE_OK) {
        fg_sqlite_error(store->handle, "database", path, err);
        return create ? -1 : fg_error_hint(err, "make the database first: fargauge import INPUT --db %s", path);
    }
    sqlite3_extended_result_codes(store->handle, 1);
    sqlite3_busy_handler(store->handle, on_busy, store);
    fg_bound_watch(store->handle, &store->bound);
    /* Nothing in a database file that was handed over may run code or reach outside it. The schema
     * itself must be trusted: with TRUSTED_SCHEMA off SQLite 3.40 refuses JSON functions in views. */
    sqlite3_db_config(store->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(store->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL); /* we make none */
    sqlite3_db_config(store->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    return 0;
}

int fg_store_open(const char *path, bool create, const struct fg_resources *resources,
                  struct fg_store **ret_store, struct fg_error *err)
{
    return fg_store_open_as(path, path, create, resources, ret_store, err);
}

int fg_store_open_as(const char *path, const char *shown, bool create, const struct fg_resources *resources,
                     struct fg_store **ret_store, struct fg_error *err)
{
    struct fg_store *store = calloc(1, sizeof *store);
    if (store == NULL)
        return fg_error_memory(err);
    store->resources = resources;
    store->path = strdup(shown);
    if (store->path == NULL) {
        free(store);
        return fg_error_memory(err);
    }
    if (open_handle(store, path, create, err) < 0 || fg_store_migrate(store, shown, err) < 0) {
        fg_store_close(store);
        return -1;
    }
    *ret_store = store;
    return 0;
}

void fg_store_close(struct fg_store *store)
{
    if (store == NULL)
        return;
    fg_store_rollback(store);
    for (size_t i = 0; i < store->count; i++)
        fg_statement_free(store->statements[i]);
    free(store->statements);
    sqlite3_close(store->handle);
    free(store->path);
    free(store);
}

int fg_store_close_after(struct fg_store *store, int status, struct fg_error *err)
{
    if (store != NULL && status < 0)
        fg_store_blame(store, err);
    fg_store_close(store);
    return status;
}

int fg_store_damaged(struct fg_store *store, const char *why, struct fg_error *err)
{
    return fg_damaged_error(store->path, why, err);
}

int fg_store_run_text(struct fg_store *store, const char *name, const char *sql,
                      struct fg_error *err)
{
    char *message = NULL;
    if (sqlite3_exec(store->handle, sql, NULL, NULL, &message) == SQLITE_OK)
        return 0;
    sqlite3_free(message); /* the connection still knows it */
    return fg_sqlite_error(store->handle, "database", name, err);
}

static int find_sql(const struct fg_store *store, const char *name,
                    const struct fg_resource **ret_file, struct fg_error *err)
{
    char path[256];
    snprintf(path, sizeof path, "sql/%s.sql", name);
    return fg_resources_get(store->resources, path, ret_file, err);
}

int fg_store_run(struct fg_store *store, const char *name, struct fg_error *err)
{
    const struct fg_resource *file;
    if (find_sql(store, name, &file, err) < 0)
        return -1;
    return fg_store_run_text(store, name, file->data, err);
}

static int begin(struct fg_store *store, const char *name, struct fg_error *err)
{
    if (fg_store_run(store, name, err) < 0)
        return -1; /* a transaction that was open before still is */
    store->in_transaction = true;
    return 0;
}

int fg_store_begin(struct fg_store *store, struct fg_error *err)
{
    return begin(store, "store/begin", err);
}

int fg_store_begin_read(struct fg_store *store, struct fg_error *err)
{
    return begin(store, "store/begin_read", err);
}

int fg_store_commit(struct fg_store *store, struct fg_error *err)
{
    int status = fg_store_run(store, "store/commit", err);
    if (status == 0)
        store->in_transaction = false;
    return status;
}

void fg_store_rollback(struct fg_store *store)
{
    if (!store->in_transaction)
        return;
    for (size_t i = 0; i < store->count; i++)
        fg_statement_reset(store->statements[i]);
    fg_store_run(store, "store/rollback", NULL);
    store->in_transaction = false;
}

/* A row is some ten statements, asked for by name: most names have the length of few others. */
static struct fg_statement *find_statement(struct fg_store *store, const char *name)
{
    size_t *last = &store->last[strlen(name) % LAST];
    if (*last < store->count && strcmp(fg_statement_name(store->statements[*last]), name) == 0)
        return store->statements[*last];
    for (size_t i = 0; i < store->count; i++)
        if (strcmp(fg_statement_name(store->statements[i]), name) == 0) {
            *last = i;
            return store->statements[i];
        }
    return NULL;
}

static int keep_statement(struct fg_store *store, const char *name, const char *sql,
                          struct fg_statement **ret_statement, struct fg_error *err)
{
    void *statements =
        realloc(store->statements, (store->count + 1) * sizeof *store->statements);
    if (statements == NULL)
        return fg_error_memory(err);
    store->statements = statements;
    if (fg_statement_new(store->handle, name, sql, &store->statements[store->count], err) < 0)
        return -1;
    *ret_statement = store->statements[store->count++];
    return 0;
}

int fg_store_statement(struct fg_store *store, const char *name, struct fg_statement **ret_statement,
                       struct fg_error *err)
{
    struct fg_statement *found = find_statement(store, name);
    if (found != NULL) {
        fg_statement_reset(found);
        *ret_statement = found;
        return 0;
    }
    const struct fg_resource *file;
    if (find_sql(store, name, &file, err) < 0)
        return -1;
    return keep_statement(store, name, file->data, ret_statement, err);
}

static bool is_identifier(const char *text)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
    return text[0] != '\0' && text[strspn(text, letters)] == '\0';
}

int fg_store_statement_for(struct fg_store *store, const char *name, const char *view,
                           struct fg_statement **ret_statement, struct fg_error *err)
{
    static const char slot[] = "{view}";
    if (!is_identifier(view))
        return fg_error_set(err, FG_INTERNAL, "database: %s: %s: not a view's name", name, view);
    const struct fg_resource *file;
    if (find_sql(store, name, &file, err) < 0)
        return -1;
    FG_BUF_AUTO sql = FG_BUF_INIT;
    FG_BUF_AUTO key = FG_BUF_INIT;
    const char *at = file->data;
    for (const char *hit; (hit = strstr(at, slot)) != NULL; at = hit + strlen(slot)) {
        fg_buf_add(&sql, at, (size_t)(hit - at));
        fg_buf_add_text(&sql, view);
    }
    fg_buf_add_text(&sql, at);
    fg_buf_printf(&key, "%s(%s)", name, view);
    if (sql.failed || key.failed)
        return fg_error_memory(err);
    struct fg_statement *found = find_statement(store, key.data);
    if (found == NULL)
        return keep_statement(store, key.data, sql.data, ret_statement, err);
    fg_statement_reset(found);
    *ret_statement = found;
    return 0;
}

int fg_store_unkeyed(struct fg_store *store, fg_store_work_fn *work, void *context, struct fg_error *err)
{
    if (fg_store_run(store, "store/foreign_keys_off", err) < 0)
        return -1;
    int status = fg_store_begin(store, err);
    if (status == 0)
        status = work(store, context, err);
    if (status == 0)
        status = fg_store_commit(store, err);
    fg_store_rollback(store); /* nothing where it was committed */
    if (fg_store_run(store, "store/foreign_keys_on", status == 0 ? err : NULL) < 0)
        return -1;
    return status;
}

/* ---- What is not ours ---- */

/* A rule over no evidence may take three seconds or so, one over a million records five minutes. What a control of the
 * program's takes is a hundredth of that. */
enum { STEPS_AT_LEAST = 200 * 1000 * 1000, STEPS_PER_RECORD = 20 * 1000 };

int fg_store_bound(struct fg_store *store, struct fg_error *err)
{
    uint64_t steps = fg_resources_max_steps(store->resources);
    int64_t records = 0;
    if (steps == 0) {
        if (fg_store_number(store, "store/count_records", &records, err) < 0)
            return -1;
        steps = STEPS_AT_LEAST + STEPS_PER_RECORD * (uint64_t)records;
    }
    /* Where rows lie is not the same when evidence is imported again, and steps depend on it a little. */
    fg_bound_set(&store->bound, store->again ? steps + steps / 8 : steps);
    return 0;
}

void fg_store_unbound(struct fg_store *store)
{
    store->bound.on = false;
}

void fg_store_does_again(struct fg_store *store)
{
    store->again = true;
}

int fg_store_bound_error(const struct fg_store *store, const char *what, const char *which, struct fg_error *err)
{
    if (!store->bound.met)
        return -1;
    fg_error_set(err, FG_USAGE, "%s: %s: it does not end: stopped after %llu steps of SQLite's", what, which,
                 (unsigned long long)store->bound.steps);
    return fg_error_hint(err, "a recursive part needs an end; a rule that is only slow gets more with --max-steps N");
}
