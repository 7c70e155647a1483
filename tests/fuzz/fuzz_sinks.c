/* SPDX-License-Identifier: MIT */
/*
 * Any value in every place of every kind of output, through every filter. Whatever it is, the output has the shape that it has
 * with a harmless value: as many tags, quotes, cells, lines and members; and it is UTF-8 without characters that are not seen.
 */
#include <csv.h>

#include "fargauge/template.h"
#include "fargauge/visible.h"
#include "fuzz.h"
#include "fuzz_rows.h"

#define FG "xmlns:fg='urn:fargauge:template:1'"
#define FILTERS(one)                                                                                                   \
    one("bytes") one("commonmark") one("date") one("dots") one("file_uri") one("hcl") one("hcl_id") one("id")          \
    one("junit_time") one("line") one("lower") one("number") one("rfc3339") one("sarif") one("sha256") one("shell")    \
    one("time") one("token") one("uuid") one("uuid_ref")

#define HTML_ONE(filter) "<p fg:text='name|" filter "' fg:attr-title='name|" filter "'/>"
#define CSV_ONE(filter) "<fg:column name='" filter "' fg:text='name|" filter "'/>"
#define JSON_ONE(filter) "<fg:string name='" filter "' fg:text='name|" filter "'/>"

struct sink {
    const char *name;
    const char *text;
    const char *marks; /* of which a value can make none more */
};

static const struct sink sinks[] = {
    {"html.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' " FG " fg:mode='html'><head><title fg:text='name'/></head>"
                   "<body><a fg:attr-href='url' fg:text='name'/><i fg:attr-id='name|id'/><pre fg:text='name'/>"
                   FILTERS(HTML_ONE) "</body></html>", "<>\""},
    {"xml.xml", "<r " FG " fg:mode='xml'><a fg:attr-href='url' fg:text='name'/>" FILTERS(HTML_ONE) "</r>", "<>\""},
    {"csv.xml", "<fg:csv " FG " fg:query='rows'><fg:column name='name'/><fg:column name='url'/>" FILTERS(CSV_ONE) "</fg:csv>", ""},
    {"json.xml", "<fg:json " FG "><fg:array name='a'><fg:object fg:each='rows'><fg:string name='name' fg:text='name'/>"
                 FILTERS(JSON_ONE) "</fg:object></fg:array></fg:json>", ""},
    {"md.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' " FG " fg:mode='markdown'><body><h1 fg:text='name'/>"
                 "<p fg:text='name'/><p><a fg:attr-href='url' fg:text='name'/></p><ul><li fg:text='name'/></ul>"
                 "<p><code fg:text='name'/></p><table><tr><th>a</th><th>b</th></tr><tr><td fg:text='name'/>"
                 "<td><code fg:text='name'/></td></tr></table></body></html>", "\n"},
    {"text.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' " FG " fg:mode='text'><body><h1 fg:text='name'/>"
                   "<p fg:text='name'/><ul><li fg:text='name'/></ul></body></html>", "\n"},
};
enum { SINKS = sizeof sinks / sizeof sinks[0] };

static struct fg_template *templates[SINKS];
static struct fg_resources *layer;
static size_t expected[SINKS]; /* marks, with a harmless value */

static void stop(void)
{
    for (size_t i = 0; i < SINKS; i++)
        fg_template_free(templates[i]);
    fg_resources_close(layer);
}

static void render(size_t sink, struct fg_buf *text)
{
    static const struct fg_param params[] = {{"name", "outer"}, {"url", "u"}};
    struct fg_error err = {0};
    struct fg_output *output = fg_output_open_memory(text);
    FUZZ_CHECK(output != NULL, "memory");
    fuzz_must(fg_template_render(templates[sink], fuzz_rows(), layer, params, 2, output, &err), &err, sinks[sink].name);
    fg_output_close(output);
}

static size_t count_marks(const struct fg_buf *text, const char *marks)
{
    size_t count = 0;
    for (size_t i = 0; i < text->len; i++)
        count += text->data[i] != '\0' && strchr(marks, text->data[i]) != NULL;
    return count;
}

static void start(void)
{
    struct fg_error err = {0};
    fuzz_must(fg_resources_open_over(fuzz_rows_resources(), &layer, &err), &err, "layer");
    atexit(stop);
    fuzz_rows_set("plain", 5);
    for (size_t i = 0; i < SINKS; i++) {
        FG_BUF_AUTO text = FG_BUF_INIT;
        fuzz_must(fg_resources_put(layer, sinks[i].name, sinks[i].name, strdup(sinks[i].text), strlen(sinks[i].text), &err),
                  &err, sinks[i].name);
        fuzz_must(fg_template_compile(layer, sinks[i].name, &(struct fg_template_env){0}, &templates[i], &err), &err,
                  sinks[i].name);
        render(i, &text);
        expected[i] = count_marks(&text, sinks[i].marks);
    }
}

struct cells {
    size_t cells, rows, dangerous;
};

static void on_cell(void *cell, size_t len, void *context)
{
    struct cells *cells = context;
    const char *text = cell;
    cells->cells++;
    cells->dangerous += len > 0 && strchr("=+-@\t\r\n", text[0]) != NULL && text[0] != '\0';
}

static void on_row(int c, void *context)
{
    struct cells *cells = context;
    (void)c;
    cells->rows++;
}

static void check_csv(const struct fg_buf *text)
{
    struct cells cells = {0};
    struct csv_parser parser;
    FUZZ_CHECK(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) == 0, "libcsv");
    FUZZ_CHECK(csv_parse(&parser, fg_buf_text(text), text->len, on_cell, on_row, &cells) == text->len, "%s", fg_buf_text(text));
    FUZZ_CHECK(csv_fini(&parser, on_cell, on_row, &cells) == 0, "%s", fg_buf_text(text));
    csv_free(&parser);
    FUZZ_CHECK(cells.rows == 2 && cells.cells == 2 * 22, "%zu rows, %zu cells: %s", cells.rows, cells.cells, fg_buf_text(text));
    FUZZ_CHECK(cells.dangerous == 0, "a formula: %s", fg_buf_text(text));
}

/* Tabs and line feeds are layout, and CSV's lines end in two characters; all else must be drawn as it stands. */
static void check_seen(const char *name, struct fg_buf *text)
{
    size_t kept = 0;
    for (size_t i = 0; i < text->len; i++)
        if (text->data[i] != '\r' || i + 1 == text->len || text->data[i + 1] != '\n')
            text->data[kept++] = text->data[i];
    text->len = kept;
    text->data[kept] = '\0';
    FUZZ_CHECK(fg_visible_span(fg_buf_text(text), text->len) == text->len, "%s: something that is not seen: %s", name,
               fg_buf_text(text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (layer == NULL)
        start();
    if (size > 4096)
        return -1;
    fuzz_rows_set(data, size);
    for (size_t i = 0; i < SINKS; i++) {
        FG_BUF_AUTO text = FG_BUF_INIT;
        render(i, &text);
        FUZZ_CHECK(count_marks(&text, sinks[i].marks) == expected[i], "%s: another shape: %s", sinks[i].name, fg_buf_text(&text));
        if (strcmp(sinks[i].name, "json.xml") == 0)
            fuzz_check_json(&text);
        if (strcmp(sinks[i].name, "csv.xml") == 0)
            check_csv(&text);
        check_seen(sinks[i].name, &text);
    }
    return 0;
}
