/* SPDX-License-Identifier: MIT */
#include "ingest/looks.h"

#include <string.h>
#include <strings.h>

#include "ingest/csv_header.h"
#include "ingest/utf16.h"

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length > tail && strcasecmp(name + length - tail, ending) == 0;
}

bool fg_looks_named(const char *path)
{
    static const char *const endings[] = {".json", ".json.gz", ".jsonl", ".ndjson",
                                          ".zip",  ".tar",     ".tar.gz", ".tgz"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (ends_with(path, endings[i]))
            return true;
    return false;
}

bool fg_looks_named_ours(const char *path)
{
    return ends_with(path, "/oscal-ar.json") || strcmp(path, "oscal-ar.json") == 0;
}

bool fg_looks_ours(const char *text, size_t len)
{
    static const char *const beginnings[] = {
        "{\"assessment-results\":{\"uuid\":",                                    /* oscal-ar.json */
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":", /* results.sarif */
    };
    for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++)
        if (len >= strlen(beginnings[i]) && memcmp(text, beginnings[i], strlen(beginnings[i])) == 0)
            return true;
    return false;
}

bool fg_looks_begun(const char *text, size_t len)
{
    const struct fg_mapper *csv;
    struct fg_error none = {0};
    fg_csv_detect(text, len, &csv, &none); /* the import will say what is wrong with it */
    if (strcmp(fg_utf16_detect(text, len), "utf-8") != 0 || csv != NULL)
        return true;
    size_t at = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; /* byte order mark */
    while (at < len && strchr(" \t\r\n", text[at]) != NULL && text[at] != '\0')
        at++;
    return at < len && (text[at] == '{' || text[at] == '[');
}
