/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "render/query.h"

/* Enough of SQL's lexical rules to see the words outside of comments, quotes and parentheses. SQLite has no interface
 * that tells whether a statement sorts: what comes in the order of an index has no plan for it. */

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
}

/* Behind `end`, or at the text's end. */
static const char *behind(const char *at, const char *end)
{
    const char *found = strstr(at, end);
    return found == NULL ? at + strlen(at) : found + strlen(end);
}

const char *fg_query_start(const char *sql)
{
    for (const char *at = sql;;) {
        at += strspn(at, " \t\r\n\f");
        if (strncmp(at, "--", 2) == 0)
            at += strcspn(at, "\n");
        else if (strncmp(at, "/*", 2) == 0)
            at = behind(at + 2, "*/");
        else
            return at;
    }
}

/* Behind what starts at `at`, which is not white. */
static const char *pass_token(const char *at)
{
    static const char quotes[] = "'\"`[", ends[] = "'\"`]";
    const char *quote = strchr(quotes, *at);
    if (quote != NULL)
        return behind(at + 1, (const char[]){ends[quote - quotes], '\0'});
    if (!is_word(*at))
        return at + 1;
    while (is_word(*at))
        at++;
    return at;
}

static bool is_token(const char *at, const char *end, const char *word)
{
    return (size_t)(end - at) == strlen(word) && strncasecmp(at, word, strlen(word)) == 0;
}

bool fg_query_has_order(const char *sql)
{
    long depth = 0;
    bool order = false, found = false;
    for (const char *at = fg_query_start(sql); *at != '\0';) {
        const char *end = pass_token(at);
        depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
        found |= depth == 0 && order && is_token(at, end, "by");
        order = depth == 0 && is_token(at, end, "order");
        at = fg_query_start(end);
    }
    return found;
}
