/* SPDX-License-Identifier: MIT */
/*
 * sql/README.md tells the truth: its example queries give rows on the samples, and it names every column
 * of the views that auditors are told to read, and every folder.
 *
 *     test_readme sql/README.md SAMPLES
 */
#include <string.h>

#include "audit.h"
#include "tap.h"

static const char OPEN[] = "```sql\n", CLOSE[] = "```";

static void check_example(struct tap *tap, struct audit *audit, const char *sql, size_t len, int number)
{
    sqlite3_stmt *statement = NULL;
    int step = SQLITE_ERROR;
    if (sqlite3_prepare_v2(audit->db, sql, (int)len, &statement, NULL) == SQLITE_OK)
        step = sqlite3_step(statement);
    if (!tap_ok(tap, step == SQLITE_ROW, "example %d gives rows", number))
        tap_note("%s", sqlite3_errmsg(audit->db));
    sqlite3_finalize(statement);
}

static void check_examples(struct tap *tap, struct audit *audit, const char *text)
{
    int count = 0;
    for (const char *at = text; (at = strstr(at, OPEN)) != NULL;) {
        at += sizeof OPEN - 1;
        const char *end = strstr(at, CLOSE);
        if (end == NULL)
            break;
        check_example(tap, audit, at, (size_t)(end - at), ++count);
        at = end;
    }
    tap_ok(tap, count >= 3, "%d examples", count);
}

/* Every name that the statement gives stands in the text, as `name`. */
static void check_names(struct tap *tap, struct audit *audit, const char *text, const char *what,
                        const char *sql)
{
    char quoted[128];
    size_t missing = 0;
    sqlite3_stmt *names = audit_prepare(audit, sql);
    while (sqlite3_step(names) == SQLITE_ROW) {
        snprintf(quoted, sizeof quoted, "`%s`", (const char *)sqlite3_column_text(names, 0));
        if (strstr(text, quoted) != NULL)
            continue;
        missing++;
        tap_note("not there: %s", quoted);
    }
    sqlite3_finalize(names);
    tap_ok(tap, missing == 0, "%s", what);
}

/* The folders that hold a file of the program's. */
static void check_folders(struct tap *tap, struct audit *audit, const char *text)
{
    const struct fg_resource *files;
    char folder[64];
    size_t count = fg_resources_list(audit->resources, "sql/", &files), missing = 0;
    for (size_t i = 0; i < count; i++) {
        const char *name = files[i].path + 4;
        if (strchr(name, '/') == NULL)
            continue;
        snprintf(folder, sizeof folder, "| `%.*s/` |", (int)strcspn(name, "/"), name);
        missing += strstr(text, folder) == NULL;
    }
    tap_ok(tap, missing == 0, "every folder is told");
}

int main(int argc, char **argv)
{
    struct tap tap = {0};
    struct audit audit;
    if (argc != 3) {
        fputs("usage: test_readme README.md SAMPLES\n", stderr);
        return 2;
    }
    FG_BUF_AUTO readme = audit_read(argv[1]);
    const char *text = fg_buf_text(&readme);
    audit_open(&audit, ":memory:");
    audit_import_folder(&audit, argv[2], false);
    audit_assess(&audit, NULL, "");
    check_examples(&tap, &audit, text);
    check_folders(&tap, &audit, text);
    check_names(&tap, &audit, text, "every column of v_results",
                "select name from pragma_table_info('v_results')");
    check_names(&tap, &audit, text, "every column of v_record",
                "select name from pragma_table_info('v_record')");
    check_names(&tap, &audit, text, "every column of v_source",
                "select name from pragma_table_info('v_source')");
    check_names(&tap, &audit, text, "every column of v_control_counts",
                "select name from pragma_table_info('v_control_counts')");
    check_names(&tap, &audit, text, "every status, agreement and standing",
                "select status from v_status union select agreement from v_result"
                " union select standing from version_standing");
    audit_close(&audit);
    return tap_end(&tap);
}
