/* SPDX-License-Identifier: MIT */
/*
 * bill FILE SQL: run SQL in which bill() is the text of FILE, one line per row, columns joined by '|'.
 *
 * SQLite reads the JSON, so that a bill of materials is judged by another program than the one that wrote it.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static char *text;
static size_t size;

static void give(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count, (void)values;
    sqlite3_result_text(context, text, (int)size, SQLITE_STATIC);
}

static int print_row(void *context, int count, char **values, char **names)
{
    (void)context, (void)names;
    for (int i = 0; i < count; i++)
        printf("%s%s", i > 0 ? "|" : "", values[i] == NULL ? "-" : values[i]);
    putchar('\n');
    return 0;
}

static int read_file(const char *path)
{
    FILE *from = fopen(path, "rb");
    text = malloc(8 << 20);
    if (from == NULL || text == NULL)
        return -1;
    size = fread(text, 1, 8 << 20, from);
    int status = ferror(from) || !feof(from) ? -1 : 0;
    fclose(from);
    return status;
}

int main(int argc, char **argv)
{
    sqlite3 *db = NULL;
    if (argc != 3 || read_file(argv[1]) < 0) {
        fputs("usage: bill FILE SQL\n", stderr);
        return 2;
    }
    int status = sqlite3_open(":memory:", &db);
    if (status == SQLITE_OK)
        status = sqlite3_create_function(db, "bill", 0, SQLITE_UTF8, NULL, give, NULL, NULL);
    if (status == SQLITE_OK)
        status = sqlite3_exec(db, argv[2], print_row, NULL, NULL);
    if (status != SQLITE_OK)
        fprintf(stderr, "bill: %s\n", sqlite3_errmsg(db));
    sqlite3_close(db);
    free(text);
    return status != SQLITE_OK;
}
