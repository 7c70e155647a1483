/* SPDX-License-Identifier: MIT */
/*
 * A database in memory for many checks, one after the other. Schema and views are made once: that takes a hundred times what
 * forgetting rows does, and minutes under valgrind.
 *
 *     spare_store_take(&spare)    a store without evidence, the caller's until
 *     spare_store_give(&spare)    it is kept for the next one, or closed where one is kept already
 *
 * Whatever fails here is no check's to tell, and ends the program.
 */
#ifndef FARGAUGE_TESTS_SPARE_STORE_H
#define FARGAUGE_TESTS_SPARE_STORE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/buf.h"
#include "fargauge/store.h"

struct spare_store {
    struct fg_resources *resources;
    struct fg_store *store;
    char version[32]; /* of the schema; a check may have changed it */
    struct fg_buf forget; /* SQL; empties the tables that a new database has empty, for what is in the others is the program's */
};

static inline void spare_store_must(int status, const char *what, const char *why)
{
    if (status == 0)
        return;
    printf("Bail out! %s: %s\n", what, why);
    exit(EXIT_FAILURE);
}

static inline void spare_store_run(struct spare_store *spare, const char *sql, int (*each)(void *, int, char **, char **))
{
    sqlite3 *db = fg_store_handle(spare->store);
    int status = sqlite3_exec(db, sql, each, spare, NULL);
    spare_store_must(status, sql, sqlite3_errmsg(db));
}

static inline int spare_store_take_version(void *context, int count, char **values, char **names)
{
    struct spare_store *spare = context;
    (void)count, (void)names;
    snprintf(spare->version, sizeof spare->version, "%s", values[0]);
    return 0;
}

static inline int spare_store_add_table(void *context, int count, char **values, char **names)
{
    struct spare_store *spare = context;
    (void)count, (void)names;
    fg_buf_printf(&spare->forget, "delete from %s;", values[0]);
    return 0;
}

static inline int spare_store_ask_table(void *context, int count, char **values, char **names)
{
    char sql[256];
    (void)count, (void)names;
    snprintf(sql, sizeof sql, "select '%s' where not exists (select 1 from %s)", values[0], values[0]);
    spare_store_run(context, sql, spare_store_add_table);
    return 0;
}

static inline void spare_store_close(struct spare_store *spare)
{
    fg_store_close(spare->store);
    fg_resources_close(spare->resources);
    fg_buf_done(&spare->forget);
    *spare = (struct spare_store){0};
}

static inline struct spare_store *spare_store_kept(void)
{
    static struct spare_store kept;
    return &kept;
}

static inline void spare_store_at_exit(void)
{
    spare_store_close(spare_store_kept());
}

static inline void spare_store_new(struct spare_store *spare)
{
    struct fg_error err = {0};
    spare_store_must(fg_resources_open(NULL, &spare->resources, &err), "resources", err.message);
    spare_store_must(fg_store_open(":memory:", true, spare->resources, &spare->store, &err), "store", err.message);
    fg_buf_add_text(&spare->forget, "begin; pragma defer_foreign_keys = on;");
    spare_store_run(spare, "select name from sqlite_schema where type = 'table' and name not like 'sqlite%'", spare_store_ask_table);
    fg_buf_add_text(&spare->forget, "commit;");
    spare_store_run(spare, "pragma schema_version", spare_store_take_version);
}

/* False where its schema is no longer the program's. */
static inline bool spare_store_forget(struct spare_store *spare)
{
    char version[sizeof spare->version];
    memcpy(version, spare->version, sizeof version);
    spare_store_run(spare, "pragma schema_version", spare_store_take_version);
    if (strcmp(version, spare->version) != 0)
        return false;
    spare_store_run(spare, fg_buf_text(&spare->forget), NULL);
    return true;
}

static inline void spare_store_take(struct spare_store *ret_spare)
{
    struct spare_store *kept = spare_store_kept();
    *ret_spare = *kept;
    *kept = (struct spare_store){0};
    if (ret_spare->store == NULL || !spare_store_forget(ret_spare)) {
        spare_store_close(ret_spare);
        spare_store_new(ret_spare);
    }
}

static inline void spare_store_give(struct spare_store *spare)
{
    static bool at_exit;
    if (!at_exit)
        at_exit = atexit(spare_store_at_exit) == 0;
    if (spare_store_kept()->store != NULL) {
        spare_store_close(spare);
        return;
    }
    *spare_store_kept() = *spare;
    *spare = (struct spare_store){0};
}

#endif
