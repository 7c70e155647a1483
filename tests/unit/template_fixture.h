/* SPDX-License-Identifier: MIT */
/*
 * Resources made by a test: files in a temporary folder that stand in for the embedded ones, one
 * database in memory, and a rendering into memory.
 */
#ifndef FARGAUGE_TESTS_TEMPLATE_FIXTURE_H
#define FARGAUGE_TESTS_TEMPLATE_FIXTURE_H

#include <check.h>
#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fargauge/template.h"

struct fixture {
    char dir[64];
    struct fg_resources *resources;
    sqlite3 *db;
    struct fg_buf text; /* what was rendered last */
    struct fg_error err;
};

#define XMLNS "xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:fg=\"urn:fargauge:template:1\""

static inline void fixture_start(struct fixture *fixture)
{
    *fixture = (struct fixture){.dir = "/tmp/fargauge-test-XXXXXX"};
    ck_assert_ptr_nonnull(mkdtemp(fixture->dir));
    ck_assert_int_eq(sqlite3_open(":memory:", &fixture->db), SQLITE_OK);
}

/* Remove a file, or a folder with what is in it. */
static inline void fixture_remove(const char *path)
{
    DIR *dir = opendir(path);
    for (struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
        FG_BUF_AUTO inner = FG_BUF_INIT;
        fg_buf_printf(&inner, "%s/%s", path, entry->d_name);
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            fixture_remove(inner.data);
    }
    if (dir != NULL)
        closedir(dir);
    remove(path);
}

static inline void fixture_stop(struct fixture *fixture)
{
    fg_resources_close(fixture->resources);
    ck_assert_int_eq(sqlite3_close(fixture->db), SQLITE_OK); /* no statement is left behind */
    fg_buf_done(&fixture->text);
    fixture_remove(fixture->dir);
}

/* Write the resource `path`, its folders too. Resources are opened anew at the next use. */
static inline void fixture_file(struct fixture *fixture, const char *path, const char *text)
{
    FG_BUF_AUTO full = FG_BUF_INIT;
    fg_buf_printf(&full, "%s/%s", fixture->dir, path);
    for (char *slash = full.data + strlen(fixture->dir) + 1; (slash = strchr(slash, '/')) != NULL;) {
        *slash = '\0';
        mkdir(full.data, 0777);
        *slash++ = '/';
    }
    FILE *file = fopen(full.data, "wb");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    ck_assert_int_eq(fclose(file), 0);
    fg_resources_close(fixture->resources);
    fixture->resources = NULL;
}

static inline void fixture_query(struct fixture *fixture, const char *name, const char *sql)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fg_buf_printf(&path, "sql/queries/%s.sql", name);
    fixture_file(fixture, path.data, sql);
}

static inline const char *fixture_message(void *context, const char *key)
{
    static const char *const messages[][2] = {
        {"plain", "A & B"},
        {"count", "{n|number} of <{name}> {{x}"},
        {"unclosed", "{n"},
        {"unknown_filter", "{n|nope}"},
        {"link", "https://example.org/?a=1&b"},
        {"link_data", "https://{name}"},
        {"bad_link", "javascript:x"},
    };
    (void)context;
    for (size_t i = 0; i < sizeof messages / sizeof messages[0]; i++)
        if (strcmp(messages[i][0], key) == 0)
            return messages[i][1];
    return NULL;
}

/* Compile the resource `path`. Returns NULL with fixture->err filled. */
static inline struct fg_template *fixture_compile(struct fixture *fixture, const char *path)
{
    static const struct fg_template_env env = {.message = fixture_message};
    struct fg_template *template = NULL;
    if (fixture->resources == NULL)
        ck_assert_int_eq(fg_resources_open(fixture->dir, &fixture->resources, &fixture->err), 0);
    fixture->err = (struct fg_error){0};
    int status = fg_template_compile(fixture->resources, path, &env, &template, &fixture->err);
    ck_assert_msg((status == 0) == (template != NULL), "%s", fixture->err.message);
    return template;
}

/* Compile and render templates/t.xhtml, which becomes `text`. Returns what rendering returned. */
static inline int fixture_try(struct fixture *fixture, const char *text)
{
    static const struct fg_param params[] = {{"lang", "en"}, {"nothing", NULL}, {"name", "outer"}};
    fixture_file(fixture, "templates/t.xhtml", text);
    struct fg_template *template = fixture_compile(fixture, "templates/t.xhtml");
    ck_assert_msg(template != NULL, "%s", fixture->err.message);
    fg_buf_clear(&fixture->text);
    struct fg_output *output = fg_output_open_memory(&fixture->text);
    ck_assert_ptr_nonnull(output);
    int status = fg_template_render(template, fixture->db, fixture->resources, params, 3, output,
                                    &fixture->err);
    fg_output_close(output);
    fg_template_free(template);
    return status;
}

/* As above, successfully; returns the text, borrowed until the next rendering. */
static inline const char *fixture_render(struct fixture *fixture, const char *text)
{
    ck_assert_msg(fixture_try(fixture, text) == 0, "%s", fixture->err.message);
    return fg_buf_text(&fixture->text);
}

/* `inner` as the content of an HTML template's root, which is cut off the result again. */
static inline const char *fixture_html(struct fixture *fixture, const char *inner)
{
    static const char start[] = "<!DOCTYPE html>\n<html>", end[] = "</html>\n";
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_printf(&text, "<html " XMLNS " fg:mode=\"html\">%s</html>", inner);
    fixture_render(fixture, text.data);
    struct fg_buf *out = &fixture->text;
    ck_assert_uint_ge(out->len, sizeof start + sizeof end - 2);
    ck_assert_int_eq(memcmp(out->data, start, sizeof start - 1), 0);
    out->len -= sizeof end - 1;
    ck_assert_str_eq(out->data + out->len, end);
    out->data[out->len] = '\0';
    return out->data + sizeof start - 1;
}

/* `inner` as the content of an XML template's root <r>, as above. */
static inline const char *fixture_xml(struct fixture *fixture, const char *inner)
{
    static const char start[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<r>", end[] = "</r>\n";
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_printf(&text, "<r xmlns:fg=\"urn:fargauge:template:1\" fg:mode=\"xml\">%s</r>", inner);
    fixture_render(fixture, text.data);
    struct fg_buf *out = &fixture->text;
    ck_assert_uint_ge(out->len, sizeof start + sizeof end - 2);
    ck_assert_int_eq(memcmp(out->data, start, sizeof start - 1), 0);
    out->len -= sizeof end - 1;
    ck_assert_str_eq(out->data + out->len, end);
    out->data[out->len] = '\0';
    return out->data + sizeof start - 1;
}

#endif
