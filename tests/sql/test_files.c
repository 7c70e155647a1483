/* SPDX-License-Identifier: MIT */
/* Every SQL file of the program says first what it is for, and writes keywords in lower case. */
#include <ctype.h>
#include <string.h>

#include <sqlite3.h>

#include "fargauge/resource.h"
#include "tap.h"

/* Behind a string, a quoted name or a comment that begins at `at`; `at` itself where none does. */
static const char *skip_quoted(const char *at)
{
    if (strncmp(at, "--", 2) == 0)
        return at + strcspn(at, "\n");
    if (*at != '\'' && *at != '"')
        return at;
    const char *end = strchr(at + 1, *at);
    return end == NULL ? at + strlen(at) : end + 1;
}

static bool has_capital(const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (isupper((unsigned char)word[i]))
            return true;
    return false;
}

/* The first keyword with a capital letter, of *ret_len bytes; NULL where there is none. */
static const char *shouted_keyword(const char *sql, size_t *ret_len)
{
    while (*sql != '\0') {
        const char *behind = skip_quoted(sql);
        if (behind != sql) {
            sql = behind;
            continue;
        }
        size_t len = 0;
        while (isalnum((unsigned char)sql[len]) || sql[len] == '_')
            len++;
        if (len > 0 && has_capital(sql, len) && sqlite3_keyword_check(sql, (int)len) != 0) {
            *ret_len = len;
            return sql;
        }
        sql += len > 0 ? len : 1;
    }
    return NULL;
}

int main(void)
{
    struct tap tap = {0};
    struct fg_error err = {0};
    struct fg_resources *resources;
    const struct fg_resource *files;
    if (fg_resources_open(NULL, &resources, &err) < 0)
        tap_bail("resources", &err);
    size_t count = fg_resources_list(resources, "sql/", &files);
    for (size_t i = 0; i < count; i++) {
        const char *ending = strrchr(files[i].path, '.');
        if (ending == NULL || strcmp(ending, ".sql") != 0)
            continue;
        size_t len = 0;
        const char *word = shouted_keyword(files[i].data, &len);
        tap_ok(&tap, strncmp(files[i].data, "-- ", 3) == 0, "%s: begins with a comment", files[i].path);
        if (!tap_ok(&tap, word == NULL, "%s: keywords in lower case", files[i].path))
            tap_note("%.*s", (int)len, word);
    }
    fg_resources_close(resources);
    return tap_end(&tap);
}
