/* SPDX-License-Identifier: MIT */
#include "render/template_load.h"

#include <libxml/parser.h>
#include <libxml/xmlmemory.h>
#include <limits.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/template.h"

/* What went wrong; kept in the context's _private. Later errors mostly follow from the first. */
struct trouble {
    const struct fg_resource *file;
    struct fg_faults *faults; /* may be NULL */
    struct fg_error *err;     /* the first */
    bool found;
    bool no_memory; /* then what else is said is not so */
};

/* Where it gets no memory for a name, libxml2 finds fault with the document instead of saying so. All of its requests pass here. */
static _Thread_local bool refused;

static void *or_refused(void *block, size_t size)
{
    refused = refused || (block == NULL && size > 0);
    return block;
}

static void *xml_malloc(size_t size)
{
    return or_refused(malloc(size), size);
}

static void *xml_realloc(void *old, size_t size)
{
    return or_refused(realloc(old, size), size);
}

static char *xml_strdup(const char *text)
{
    return or_refused(strdup(text), 1);
}

static void watch_memory(void)
{
    xmlMemSetup(free, xml_malloc, xml_realloc, xml_strdup);
}

static void note(xmlParserCtxt *parser, int line, int column, const char *text, const char *hint)
{
    struct trouble *trouble = parser->_private;
    const char *shown = fg_resource_shown(trouble->file);
    unsigned at = line > 0 ? (unsigned)line : 1, from = column > 0 ? (unsigned)column : 1;
    char why[256];
    snprintf(why, sizeof why, "%.*s", (int)strcspn(text, "\n"), text);
    if (trouble->faults != NULL)
        fg_faults_add(trouble->faults, shown, at, from, why, hint);
    if (!trouble->found) {
        fg_error_set(trouble->err, FG_INTERNAL, "template: %s:%u:%u: %s", shown, at, from, why);
        fg_error_hint(trouble->err, "%s", hint);
    }
    trouble->found = true;
}

/* What to do about libxml2's words; the last is for all others. */
static const char *hint_for(const char *message)
{
    static const char *const hints[][2] = {
        {"Double hyphen", "two hyphens may not stand side by side in a comment"},
        {"Entity", "write the character itself instead of a named entity"},
        {"Namespace prefix", "declare it on the first element: xmlns:fg=\"" FG_TEMPLATE_NAMESPACE "\""},
        {"AttValue", "put the attribute's value between quotes"},
        {"xmlParseEntityRef", "write &amp; for an ampersand"},
        {"", "templates are XML: close every element, quote every attribute, write &amp; and &lt;"},
    };
    size_t i = 0;
    while (strstr(message, hints[i][0]) == NULL)
        i++;
    return hints[i][1];
}

/* Where libxml2 has no parser at hand it tells whoever asked to be told: of memory, as far as we care. */
static void on_stray_error(void *context, xmlError *error)
{
    struct trouble *trouble = context;
    trouble->no_memory = trouble->no_memory || error->code == XML_ERR_NO_MEMORY;
}

static void on_error(void *parser, xmlError *error)
{
    on_stray_error(((xmlParserCtxt *)parser)->_private, error);
    if (error->code == XML_ERR_NO_MEMORY)
        return;
    const char *message = error->message == NULL ? "not XML" : error->message;
    note(parser, error->line, error->int2, message, hint_for(message));
}

/* Called at the end of `<!DOCTYPE name …`, with the next character still unread: a '[' there opens
 * the internal subset. Not passing the call on to libxml2 is what ignores a bare document type. */
static void on_doctype(void *parser, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id)
{
    xmlParserCtxt *context = parser;
    (void)name;
    if (public_id == NULL && system_id == NULL && *context->input->cur == '>')
        return;
    note(context, context->input->line, context->input->col, "a document type with a subset or an identifier",
         "write <!DOCTYPE html>, or none at all, and characters instead of named entities");
    xmlStopParser(context);
}

int fg_template_load(const struct fg_resource *file, struct fg_faults *faults, xmlDoc **ret_document,
                     struct fg_error *err)
{
    if (file->size > INT_MAX)
        return fg_error_set(err, FG_INTERNAL, "template: %s: too long", fg_resource_shown(file));
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, watch_memory);
    refused = false;
    struct trouble trouble = {.file = file, .faults = faults, .err = err};
    xmlSetStructuredErrorFunc(&trouble, on_stray_error);
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (parser == NULL) {
        xmlSetStructuredErrorFunc(NULL, NULL);
        return fg_error_memory(err);
    }
    parser->_private = &trouble;
    parser->sax->internalSubset = on_doctype;
    parser->sax->serror = on_error;
    int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;
    xmlDoc *document = xmlCtxtReadMemory(parser, file->data, (int)file->size, file->path, NULL, options);
    xmlFreeParserCtxt(parser);
    xmlSetStructuredErrorFunc(NULL, NULL);
    trouble.no_memory = trouble.no_memory || refused;
    if (trouble.no_memory && faults != NULL)
        faults->failed = true;
    if (!trouble.found && !trouble.no_memory && document != NULL) {
        *ret_document = document;
        return 0;
    }
    xmlFreeDoc(document);
    return trouble.found && !trouble.no_memory ? -1 : fg_error_memory(err);
}
