/* SPDX-License-Identifier: MIT */
#include "render/template_load.h"

#include <libxml/parser.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "fargauge/template.h"

/* The first thing that went wrong; later errors mostly follow from it. Kept in the context's
 * _private. */
struct trouble {
    int line; /* 0: nothing yet */
    char why[256];
    const char *hint;
};

static void note(xmlParserCtxt *parser, int line, const char *why, const char *hint)
{
    struct trouble *trouble = parser->_private;
    if (trouble->line > 0)
        return;
    trouble->line = line > 0 ? line : 1;
    snprintf(trouble->why, sizeof trouble->why, "%.*s", (int)strcspn(why, "\n"), why);
    trouble->hint = hint;
}

static void on_error(void *parser, xmlError *error)
{
    note(parser, error->line, error->message == NULL ? "not XML" : error->message,
         "templates are XML: close every element, quote every attribute, declare "
         "xmlns:fg=\"" FG_TEMPLATE_NAMESPACE "\"");
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
    note(context, context->input->line, "a document type with a subset or an identifier",
         "write <!DOCTYPE html>, or none at all, and characters instead of named entities");
    xmlStopParser(context);
}

static int parse(xmlParserCtxt *parser, const struct fg_resource *file, xmlDoc **ret_document,
                 struct fg_error *err)
{
    struct trouble trouble = {0};
    parser->_private = &trouble;
    parser->sax->internalSubset = on_doctype;
    parser->sax->serror = on_error;
    int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;
    xmlDoc *document =
        xmlCtxtReadMemory(parser, file->data, (int)file->size, file->path, NULL, options);
    parser->_private = NULL;
    if (trouble.line == 0 && document != NULL) {
        *ret_document = document;
        return 0;
    }
    xmlFreeDoc(document);
    if (trouble.line == 0)
        return fg_error_memory(err);
    fg_error_set(err, FG_INTERNAL, "template: %s:%d: %s", file->path, trouble.line, trouble.why);
    return fg_error_hint(err, "%s", trouble.hint);
}

int fg_template_load(const struct fg_resource *file, xmlDoc **ret_document, struct fg_error *err)
{
    if (file->size > INT_MAX)
        return fg_error_set(err, FG_INTERNAL, "template: %s: too long", file->path);
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (parser == NULL)
        return fg_error_memory(err);
    int status = parse(parser, file, ret_document, err);
    xmlFreeParserCtxt(parser);
    return status;
}
