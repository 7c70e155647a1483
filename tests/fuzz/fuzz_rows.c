/* SPDX-License-Identifier: MIT */
#include "fuzz_rows.h"

#include "../hostile/payloads.h"
#include "fuzz.h"

static sqlite3 *db;
static struct fg_resources *layer;

static void close_rows(void)
{
    sqlite3_close(db);
}

static void run(const char *sql, const char *text, int len)
{
    sqlite3_stmt *statement = NULL;
    FUZZ_CHECK(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    if (sqlite3_bind_parameter_count(statement) > 0)
        sqlite3_bind_text(statement, 1, text, len, SQLITE_STATIC);
    FUZZ_CHECK(sqlite3_step(statement) == SQLITE_DONE, "%s", sqlite3_errmsg(db));
    sqlite3_finalize(statement);
}

static const char insert[] = "insert into t (name, url, n, time) values (?1, ?1, 1234567, '2026-10-01T09:00:00.000Z')";

sqlite3 *fuzz_rows(void)
{
    if (db != NULL)
        return db;
    FUZZ_CHECK(sqlite3_open(":memory:", &db) == SQLITE_OK, "SQLite");
    atexit(close_rows);
    run("create table t (name, url, n, time, nil)", NULL, 0);
    for (size_t i = 0; i < sizeof payloads / sizeof payloads[0]; i += 9)
        run(insert, payloads[i], -1);
    return db;
}

void fuzz_rows_set(const void *bytes, size_t len)
{
    fuzz_rows();
    run("delete from t", NULL, 0);
    run(insert, len == 0 ? "" : bytes, (int)len);
}

static void put(const char *path, const char *text)
{
    struct fg_error err = {0};
    char *copy = strdup(text);
    fuzz_must(fg_resources_put(layer, path, path, copy, strlen(text), &err), &err, path);
}

static void close_layer(void)
{
    fg_resources_close(layer);
}

const struct fg_resources *fuzz_rows_resources(void)
{
    struct fg_error err = {0};
    if (layer != NULL)
        return layer;
    const struct fg_resources *base = fuzz_resources();
    fuzz_must(fg_resources_open_over(base, &layer, &err), &err, "layer");
    atexit(close_layer);
    put("sql/queries/rows.sql", "select name, url, n, time, nil from t order by rowid");
    put("sql/queries/none.sql", "select name, url, n, time, nil from t where 0 order by rowid");
    put("sql/queries/one.sql", "select name, url, n, time, nil from t order by rowid limit 1");
    put("sql/queries/inner.sql", "select :name as name, n as n from t order by rowid limit 2");
    put("parts/p.xhtml", "<p xmlns='http://www.w3.org/1999/xhtml' xmlns:fg='urn:fargauge:template:1' fg:text='name'/>");
    put("parts/loop.xhtml", "<p xmlns='http://www.w3.org/1999/xhtml' xmlns:fg='urn:fargauge:template:1' "
                            "fg:include='parts/loop.xhtml'/>");
    return layer;
}
