/* SPDX-License-Identifier: MIT */
/*
 * consistency.sql on the samples' database, and on an empty one: every statement's rows are breaches.
 *
 *     test_consistency consistency.sql SAMPLES
 */
#include <string.h>

#include "audit.h"
#include "tap.h"

/* The last line of the comment before the statement: the rule. */
static void read_rule(const char *sql, char *out, size_t room)
{
    snprintf(out, room, "unnamed");
    for (const char *line = sql + strspn(sql, " \n"); strncmp(line, "--", 2) == 0;) {
        size_t len = strcspn(line, "\n");
        snprintf(out, room, "%.*s", len > 3 ? (int)len - 3 : 0, line + 3);
        line += len;
        line += strspn(line, "\n");
    }
}

static void note_row(sqlite3_stmt *statement)
{
    FG_BUF_AUTO row = FG_BUF_INIT;
    for (int i = 0; i < sqlite3_column_count(statement); i++) {
        const char *text = (const char *)sqlite3_column_text(statement, i);
        fg_buf_printf(&row, "%s%s", i == 0 ? "" : " | ", text == NULL ? "(null)" : text);
    }
    tap_note("%s", fg_buf_text(&row));
}

static void check(struct tap *tap, struct audit *audit, sqlite3_stmt *statement, const char *rule,
                  const char *where)
{
    enum { SHOWN = 8 };
    int rows = 0, step;
    struct fg_error err;
    while ((step = sqlite3_step(statement)) == SQLITE_ROW)
        if (rows++ < SHOWN)
            note_row(statement);
    if (step != SQLITE_DONE) {
        fg_error_set(&err, FG_INTERNAL, "%s", sqlite3_errmsg(audit->db));
        tap_bail(rule, &err);
    }
    tap_ok(tap, rows == 0, "%s (%s)", rule, where);
}

static void check_all(struct tap *tap, struct audit *audit, const char *sql, const char *where)
{
    char rule[256];
    while (*sql != '\0') {
        sqlite3_stmt *statement = NULL;
        const char *tail = NULL;
        struct fg_error err;
        if (sqlite3_prepare_v2(audit->db, sql, -1, &statement, &tail) != SQLITE_OK) {
            fg_error_set(&err, FG_INTERNAL, "%s", sqlite3_errmsg(audit->db));
            tap_bail("consistency.sql", &err);
        }
        read_rule(sql, rule, sizeof rule);
        if (statement != NULL)
            check(tap, audit, statement, rule, where);
        sqlite3_finalize(statement);
        sql = tail;
    }
}

int main(int argc, char **argv)
{
    struct tap tap = {0};
    struct audit audit;
    if (argc != 3) {
        fputs("usage: test_consistency RULES.sql SAMPLES\n", stderr);
        return 2;
    }
    FG_BUF_AUTO rules = audit_read(argv[1]);
    audit_open(&audit, ":memory:");
    audit_assess(&audit, NULL, "");
    check_all(&tap, &audit, fg_buf_text(&rules), "nothing imported");
    audit_import_folder(&audit, argv[2], false);
    audit_assess(&audit, NULL, "");
    check_all(&tap, &audit, fg_buf_text(&rules), "the samples");
    audit_close(&audit);
    return tap_end(&tap);
}
