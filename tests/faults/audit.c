/* SPDX-License-Identifier: MIT */
#include "audit.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* FNV-1a */
static uint64_t add(uint64_t hash, const void *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ ((const unsigned char *)bytes)[i]) * UINT64_C(1099511628211);
    return hash;
}

static void read_table(sqlite3 *db, struct audit *audit, size_t table)
{
    char sql[128];
    sqlite3_stmt *query = NULL;
    snprintf(sql, sizeof sql, "select * from \"%s\"", audit->names[table]);
    audit->hashes[table] = UINT64_C(14695981039346656037);
    sqlite3_prepare_v2(db, sql, -1, &query, NULL);
    while (sqlite3_step(query) == SQLITE_ROW) {
        audit->rows[table]++;
        for (int i = 0; i < sqlite3_column_count(query); i++) {
            int type = sqlite3_column_type(query, i);
            const void *text = sqlite3_column_text(query, i);
            audit->hashes[table] = add(audit->hashes[table], &type, sizeof type);
            audit->hashes[table] = add(audit->hashes[table], text, (size_t)sqlite3_column_bytes(query, i));
        }
    }
    sqlite3_finalize(query);
}

/* Every row that the query gives is a fault, but "ok". */
static void look_for_faults(sqlite3 *db, struct audit *audit, const char *sql)
{
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &query, NULL) != SQLITE_OK)
        snprintf(audit->fault, sizeof audit->fault, "%s", sqlite3_errmsg(db));
    int step;
    while ((step = sqlite3_step(query)) == SQLITE_ROW) {
        const char *said = (const char *)sqlite3_column_text(query, 0);
        if (strcmp(said, "ok") != 0)
            snprintf(audit->fault, sizeof audit->fault, "%s: %s", sql, said);
    }
    if (step != SQLITE_DONE && audit->fault[0] == '\0')
        snprintf(audit->fault, sizeof audit->fault, "%s", sqlite3_errmsg(db));
    sqlite3_finalize(query);
}

void audit_read(const char *path, struct audit *ret_audit)
{
    struct stat status;
    sqlite3 *db = NULL;
    sqlite3_stmt *query = NULL;
    *ret_audit = (struct audit){0};
    if (stat(path, &status) < 0)
        return;
    sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL);
    look_for_faults(db, ret_audit, "pragma integrity_check");
    look_for_faults(db, ret_audit, "pragma foreign_key_check");
    sqlite3_prepare_v2(db, "select name from sqlite_schema where type = 'table' order by name", -1, &query, NULL);
    while (sqlite3_step(query) == SQLITE_ROW && ret_audit->count < TABLES_MAX)
        snprintf(ret_audit->names[ret_audit->count++], sizeof ret_audit->names[0], "%s", sqlite3_column_text(query, 0));
    sqlite3_finalize(query);
    for (size_t i = 0; i < ret_audit->count; i++)
        read_table(db, ret_audit, i);
    sqlite3_close(db);
}

static bool has_same(const struct audit *found, size_t table, const struct audit *other)
{
    for (size_t i = 0; i < other->count; i++)
        if (strcmp(found->names[table], other->names[i]) == 0)
            return found->hashes[table] == other->hashes[i];
    return found->rows[table] == 0;
}

/* What the program brings along is there as soon as the database is. */
static bool is_catalogue(const struct audit *found, size_t table)
{
    static const char *const names[] = {"catalog", "control", "framework", "message", "platform_version", "reason", "remedy",
                                        "requirement", "word", "sqlite_"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strncmp(found->names[table], names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

bool audit_is_same(const struct audit *found, const struct audit *a)
{
    for (size_t i = 0; i < found->count; i++)
        if (!is_catalogue(found, i) && !has_same(found, i, a))
            return false;
    for (size_t i = 0; i < a->count; i++)
        if (!is_catalogue(a, i) && !has_same(a, i, found))
            return false;
    return true;
}

bool audit_is_between(const struct audit *found, const struct audit *a, const struct audit *b)
{
    for (size_t i = 0; i < found->count; i++)
        if (!is_catalogue(found, i) && found->rows[i] > 0 && !has_same(found, i, a) && !has_same(found, i, b))
            return false;
    return true;
}
