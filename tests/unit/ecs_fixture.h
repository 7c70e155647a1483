/* SPDX-License-Identifier: MIT */
/* One resource in ECS's spelling and in AWS Config's, made from one text. */
#ifndef FARGAUGE_TESTS_ECS_FIXTURE_H
#define FARGAUGE_TESTS_ECS_FIXTURE_H

#include "ingest_fixture.h"

#define ECS "arn:aws:ecs:ap-northeast-1:011122223333:"

/* The apostrophe that ends the text which begins at `at`; an escaped one does not. */
static inline const char *text_end(const char *at)
{
    do
        at = strchr(at + 1, '\'');
    while (at != NULL && at[-1] == '\\');
    return at;
}

/* Append `json` with the first letter of every member's name a capital. */
static inline void add_pascal(struct fg_buf *out, const char *json)
{
    for (const char *at = json; *at != '\0'; at++) {
        const char *end = *at == '\'' ? text_end(at) : NULL;
        fg_buf_add_char(out, *at);
        if (end == NULL)
            continue;
        size_t len = (size_t)(end - at);
        char first = at[1];
        if (end[1] == ':' && first >= 'a' && first <= 'z')
            first = (char)(first - 'a' + 'A');
        if (len > 1) {
            fg_buf_add_char(out, first);
            fg_buf_add(out, at + 2, len - 2);
        }
        fg_buf_add_char(out, '\'');
        at = end;
    }
}

/* Import {'ARRAY':[{MEMBERS}],'failures':[]}. */
static inline void import_ecs(struct ingest *ingest, const char *array, const char *members)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_printf(&json, "{'%s':[{%s}],'failures':[]}", array, members);
    ingest_again(ingest);
    ingest_json(ingest, "export.json", json.data);
}

/* Import a snapshot with one item, captured on 2026-10-01; `envelope` ends with a comma or is empty.
 * `configuration` are ECS's members. */
static inline void import_config(struct ingest *ingest, const char *type, const char *envelope,
                                 const char *configuration)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_printf(&json, "{'fileVersion':'1.0','configurationItems':[{'resourceType':'%s',"
                  "'configurationItemStatus':'OK','configurationItemCaptureTime':"
                  "'2026-10-01T09:00:00.000Z',%s'configuration':{", type, envelope);
    add_pascal(&json, configuration);
    fg_buf_add_text(&json, "}}]}");
    ingest_again(ingest);
    ingest_json(ingest, "config.json", json.data);
}

/* Import an item of a deleted resource, which has no configuration. */
static inline void import_deleted(struct ingest *ingest, const char *type, const char *envelope)
{
    FG_BUF_AUTO json = FG_BUF_INIT;
    fg_buf_printf(&json, "{'configurationItems':[{'resourceType':'%s','configurationItemStatus':"
                  "'ResourceDeleted','configurationItemCaptureTime':'2026-10-01T09:00:00.000Z',"
                  "%s'configuration':null}]}", type, envelope);
    ingest_again(ingest);
    ingest_json(ingest, "config.json", json.data);
}

/* Imported from every place where such a record may stand, it gives the same rows: in its envelope (from which
 * `expected` comes), in a bare array, and, where `alone`, as a document and as JSON Lines. */
static inline void expect_places(struct ingest *ingest, const char *array, const char *members, bool alone,
                                 const char *sql, const char *expected)
{
    static const char *const forms[] = {"[{%s}]", "{%s}", "{%s}\n{%s}\n"};
    import_ecs(ingest, array, members);
    expect_rows(ingest->db, sql, expected);
    for (size_t i = 0; i < (alone ? LENGTH(forms) : 1); i++) {
        FG_BUF_AUTO json = FG_BUF_INIT;
        for (const char *at = forms[i]; *at != '\0'; at++)
            if (strncmp(at, "%s", 2) == 0) {
                fg_buf_add_text(&json, members);
                at++;
            } else {
                fg_buf_add_char(&json, *at);
            }
        ingest_again(ingest);
        ingest_json(ingest, "alone.json", json.data);
        expect_loaded(ingest, 1 + (i == 2), 0, 0);
        FG_BUF_AUTO first = FG_BUF_INIT;
        fg_buf_printf(&first, "select * from (%s) limit 1", sql);
        expect_rows(ingest->db, first.data, expected);
    }
}

#endif
