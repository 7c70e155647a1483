/* SPDX-License-Identifier: MIT */
/* What a query gives, as one text: columns between bars, a line per row, "-" for null. */
#ifndef FARGAUGE_TESTS_ROWS_H
#define FARGAUGE_TESTS_ROWS_H

#include <check.h>
#include <sqlite3.h>
#include <string.h>

#include "fargauge/visible.h"

static inline void rows_read(sqlite3 *db, const char *sql, struct fg_buf *out)
{
    sqlite3_stmt *query;
    int code = sqlite3_prepare_v2(db, sql, -1, &query, NULL);
    ck_assert_msg(code == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    while ((code = sqlite3_step(query)) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(query); i++) {
            const char *text = (const char *)sqlite3_column_text(query, i);
            fg_buf_add_text(out, i > 0 ? "|" : out->len > 0 ? "\n" : "");
            fg_buf_add_text(out, text == NULL ? "-" : text);
        }
    ck_assert_msg(code == SQLITE_DONE, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_finalize(query);
}

/* A failure is told on one line: TAP knows no others. */
static inline void expect_rows(sqlite3 *db, const char *sql, const char *expected)
{
    FG_BUF_AUTO found = FG_BUF_INIT;
    FG_BUF_AUTO note = FG_BUF_INIT;
    rows_read(db, sql, &found);
    if (strcmp(fg_buf_text(&found), expected) == 0)
        return;
    fg_visible_add_line(&note, fg_buf_text(&found), found.len);
    fg_buf_add_text(&note, "; expected: ");
    fg_visible_add_line(&note, expected, strlen(expected));
    ck_abort_msg("%s; found: %s", sql, note.data);
}

#endif
