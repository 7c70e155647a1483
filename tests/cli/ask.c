/* SPDX-License-Identifier: MIT */
/*
 * ask DB SQL: run SQL on a database, one line per row, columns joined by '|', NULL as '-'.
 *
 * The tests ask the database itself what is in it, without needing the sqlite3 command.
 */
#include <sqlite3.h>
#include <stdio.h>

static int print_row(void *context, int count, char **values, char **names) {
    (void)context, (void)names;
    for (int i = 0; i < count; i++)
        printf("%s%s", i > 0 ? "|" : "", values[i] == NULL ? "-" : values[i]);
    putchar('\n');
    return 0;
}

int main(int argc, char **argv) {
    sqlite3 *db = NULL;
    char *why = NULL;
    if (argc != 3) {
        fputs("usage: ask DB SQL\n", stderr);
        return 2;
    }
    int status = sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL);
    if (status == SQLITE_OK)
        status = sqlite3_exec(db, argv[2], print_row, NULL, &why);
    if (status != SQLITE_OK)
        fprintf(stderr, "ask: %s: %s\n", argv[1], why == NULL ? sqlite3_errmsg(db) : why);
    sqlite3_free(why);
    sqlite3_close(db);
    return status != SQLITE_OK;
}
