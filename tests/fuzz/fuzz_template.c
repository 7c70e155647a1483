/* SPDX-License-Identifier: MIT */
/*
 * A template, compiled and filled from a small database of hostile values. What compiles and renders as XML is well-formed
 * XML, as JSON it is JSON; what the check of templates finds nothing in compiles.
 */
#include "fargauge/template.h"

#include <libxml/parser.h>

#include "fuzz.h"
#include "fuzz_rows.h"

static const char *message(void *context, const char *key)
{
    (void)context;
    return strcmp(key, "m") == 0 ? "A & {name|line} <{n|number}> {{x}" : strcmp(key, "u") == 0 ? "https://{name}" : NULL;
}

static void silent(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

static void check_xml(const struct fg_buf *text)
{
    xmlParserCtxt *parser = xmlNewParserCtxt();
    parser->sax->error = parser->sax->warning = silent;
    xmlDoc *doc = xmlCtxtReadMemory(parser, fg_buf_text(text), (int)text->len, "out", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    const xmlError *last = xmlCtxtGetLastError(parser);
    FUZZ_CHECK(doc != NULL, "%s: %s", last == NULL ? "" : last->message, fg_buf_text(text));
    xmlFreeDoc(doc);
    xmlFreeParserCtxt(parser);
}

/* A template may come from a stranger, so what is wrong with it is told: as a defect of ours it would be passed on. */
static void check_words(const struct fg_error *err)
{
    FUZZ_CHECK(err->message[0] != '\0' && (err->code == FG_INTERNAL || err->code == FG_IO), "%d: %s", (int)err->code,
               err->message);
}

static bool render(const struct fg_resources *resources, const struct fg_template *template, struct fg_buf *text)
{
    static const struct fg_param params[] = {{"lang", "en"}, {"nil", NULL}, {"name", "outer"}};
    struct fg_error err = {0};
    struct fg_output *output = fg_output_open_memory(text);
    FUZZ_CHECK(output != NULL, "memory");
    int status = fg_template_render(template, fuzz_rows(), resources, params, 3, output, &err);
    fg_output_close(output);
    if (status < 0)
        check_words(&err);
    return status == 0;
}

static void try(const struct fg_resources *resources)
{
    static const struct fg_template_env env = {.message = message};
    static const struct fg_param params[] = {{"lang", "en"}, {"nil", NULL}, {"name", "outer"}};
    struct fg_template *template = NULL;
    struct fg_faults faults = {0};
    struct fg_error err = {0};
    enum fg_mode mode = FG_MODE_HTML;
    FG_BUF_AUTO text = FG_BUF_INIT;
    fuzz_must(fg_template_check(resources, "t.xhtml", &env, fuzz_rows(), params, 3, &faults, &mode, &err), &err, "check");
    int compiled = fg_template_compile(resources, "t.xhtml", &env, &template, &err);
    if (compiled < 0)
        check_words(&err);
    FUZZ_CHECK(compiled == 0 || faults.count > 0, "not found by the check: %s", err.message);
    if (compiled == 0 && render(resources, template, &text)) {
        if (mode == FG_MODE_XML)
            check_xml(&text);
        else if (mode == FG_MODE_JSON)
            fuzz_check_json(&text);
    }
    fg_template_free(template);
    fg_faults_done(&faults);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fg_resources *layer = NULL;
    struct fg_error err = {0};
    fuzz_must(fg_resources_open_over(fuzz_rows_resources(), &layer, &err), &err, "layer");
    char *copy = malloc(size + 1);
    FUZZ_CHECK(copy != NULL, "memory");
    memcpy(copy, data, size);
    copy[size] = '\0';
    fuzz_must(fg_resources_put(layer, "t.xhtml", "t.xhtml", copy, size, &err), &err, "layer");
    try(layer);
    fg_resources_close(layer);
    return 0;
}
