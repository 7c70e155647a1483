/* SPDX-License-Identifier: MIT */
/*
 * check_html FILE [DIR]: report.html as libxml2's HTML parser reads it.
 *
 * No element and no attribute came out of data: elements are of a closed list, nothing can run or
 * load, links go to fragments or http(s). Markup errors other than elements that the parser is too
 * old to know are errors here. With DIR, the text of every AWS CLI remedy (pre.cli) is written to
 * DIR/N.sh, N going on behind those that are there.
 */
#include <errno.h>
#include <libxml/HTMLparser.h>
#include <libxml/hash.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *folder;
static int broken, remedies;
static xmlHashTable *ids;

static bool listed(const char *name, const char *const *list) {
    for (; *list != NULL; list++)
        if (strcmp(name, *list) == 0)
            return true;
    return false;
}

/* Nothing here loads or runs anything; `script` and `style` are the template's own, checked below.
 */
static const char *const elements[] = {
    "html",
    "head",
    "title",
    "meta",
    "style",
    "script",
    "body",
    "main",
    "header",
    "footer",
    "nav",
    "section",
    "article",
    "aside",
    "div",
    "span",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "a",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "col",
    "colgroup",
    "pre",
    "code",
    "kbd",
    "samp",
    "em",
    "strong",
    "b",
    "i",
    "small",
    "abbr",
    "time",
    "bdi",
    "br",
    "hr",
    "wbr",
    "details",
    "summary",
    "template",
    "figure",
    "figcaption",
    "blockquote",
    "q",
    "mark",
    "sup",
    "sub",
    "var",
    "dfn",
    "label",
    "input",
    "button",
    "select",
    "option",
    "fieldset",
    "legend",
    "form",
    "output",
    "meter",
    "progress",
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "use",
    "defs",
    "symbol",
    "pattern",
    "desc",
    "lineargradient",
    "linearGradient",
    "stop",
    "clippath",
    "clipPath",
    "link",
    "search",
    "hgroup",
    "address",
    "cite",
    "data",
    "del",
    "ins",
    "s",
    "u",
    "ruby",
    "rt",
    "rp",
    NULL,
};

static void complain(const xmlNode *node, const char *rule, const char *what) {
    if (broken++ < 40)
        printf("line %ld: <%s>: %s: %.200s\n", xmlGetLineNo(node), (const char *)node->name, rule,
               what);
}

static void on_error(void *context, xmlError *error) {
    (void)context;
    if (error->code == XML_HTML_UNKNOWN_TAG || error->code == XML_DTD_ID_REDEFINED)
        return; /* ids are checked below, with their values whole */
    if (broken++ < 40)
        printf("line %d: %s", error->line, error->message == NULL ? "?\n" : error->message);
}

static bool starts(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

/* A page of a split report: ../report.html or [report/]NAME.html, NAME of digits, small letters and '-', perhaps with a fragment. */
static bool is_page(const char *text) {
    size_t len = strcspn(text, "#"), end = strlen(".html");
    if (len == strlen("../report.html") && starts(text, "../report.html"))
        return true;
    size_t below = starts(text, "report/") ? strlen("report/") : 0;
    return len > below + end && strncmp(text + len - end, ".html", end) == 0 &&
           strspn(text + below, "abcdefghijklmnopqrstuvwxyz0123456789-") == len - below - end;
}

static void check_attribute(const xmlNode *node, const xmlAttr *attribute) {
    static const char *const never[] = {"style",      "srcdoc",     "src",      "srcset",
                                        "background", "action",     "poster",   "data",
                                        "ping",       "formaction", "manifest", NULL};
    const char *name = (const char *)attribute->name;
    xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
    const char *text = value == NULL ? "" : (const char *)value;
    if (starts(name, "on") || listed(name, never))
        complain(node, "an attribute that loads or runs", name);
    if (strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:") !=
        strlen(name))
        complain(node, "an odd attribute", name);
    bool link = strcmp(name, "href") == 0 || strcmp(name, "xlink:href") == 0;
    if (link && !starts(text, "#") && !is_page(text) && !starts(text, "https:") && !starts(text, "http:") &&
        !(strcmp((const char *)node->name, "link") == 0 && starts(text, "data:image/")))
        complain(node, "a link", text);
    xmlFree(value);
}

/* Ids are unique and without white space; links within the report lead somewhere. */
static void check_id(const xmlNode *node, const char *id) {
    if (id[0] == '\0' || strpbrk(id, " \t\r\n\f") != NULL)
        complain(node, "an id that is empty or has white space", id);
    if (xmlHashAddEntry(ids, (const xmlChar *)id, (void *)(size_t)node) != 0)
        complain(node, "an id that stands twice", id);
}

static void check_target(const xmlNode *node, const char *fragment) {
    char *id = (char *)xmlURIUnescapeString(fragment, 0, NULL);
    if (id == NULL || xmlHashLookup(ids, (const xmlChar *)id) == NULL)
        complain(node, "a link to nowhere", fragment);
    xmlFree(id);
}

/* What our payloads would run; no text of the template's own scripts and styles has it. */
static void check_code(xmlNode *node) {
    static const char *const marks[] = {"alert(1)", "display:none}</", "pwned", "payload",
                                        "123456789012"};
    xmlChar *text = xmlNodeGetContent(node);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (strstr((const char *)text, marks[i]) != NULL)
            complain(node, "data in it", marks[i]);
    xmlFree(text);
}

static bool is_cli_remedy(xmlNode *node) {
    xmlChar *value = xmlGetProp(node, (const xmlChar *)"class");
    bool found = false;
    if (value == NULL || strcmp((const char *)node->name, "pre") != 0) {
        xmlFree(value);
        return false;
    }
    for (char *word = strtok((char *)value, " "); word != NULL; word = strtok(NULL, " "))
        found = found || strcmp(word, "cli") == 0;
    xmlFree(value);
    return found;
}

static void write_remedy(xmlNode *node) {
    char path[4096];
    FILE *to;
    do { /* behind those of the report's other pages */
        snprintf(path, sizeof path, "%s/%d.sh", folder, ++remedies);
        to = fopen(path, "wx");
    } while (to == NULL && errno == EEXIST);
    if (to == NULL) {
        perror(path);
        exit(2);
    }
    xmlChar *text = xmlNodeGetContent(node);
    fprintf(to, "%s\n", (const char *)text);
    xmlFree(text);
    fclose(to);
}

/* First pass. */
static void note_id(xmlNode *node) {
    xmlChar *id = xmlGetProp(node, (const xmlChar *)"id");
    if (id != NULL)
        check_id(node, (const char *)id);
    xmlFree(id);
}

/* Second pass. */
static void check_node(xmlNode *node) {
    xmlChar *link = xmlGetProp(node, (const xmlChar *)"href");
    if (link != NULL && link[0] == '#')
        check_target(node, (const char *)link + 1);
    xmlFree(link);
    const char *name = (const char *)node->name;
    if (!listed(name, elements))
        complain(node, "an element that does not belong here", name);
    for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
        check_attribute(node, at);
    if (strcmp(name, "script") == 0 || strcmp(name, "style") == 0)
        check_code(node);
    if (folder != NULL && is_cli_remedy(node))
        write_remedy(node);
}

/* In document order, without recursion. */
static void walk(xmlNode *root, void (*visit)(xmlNode *node)) {
    for (xmlNode *at = root; at != NULL;) {
        if (at->type == XML_ELEMENT_NODE)
            visit(at);
        if (at->type == XML_COMMENT_NODE)
            complain(at->parent, "a comment", (const char *)at->content);
        if (at->children != NULL && at->type == XML_ELEMENT_NODE) {
            at = at->children;
            continue;
        }
        while (at != root && at->next == NULL)
            at = at->parent;
        at = at == root ? NULL : at->next;
    }
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("usage: check_html FILE [DIR]\n", stderr);
        return 2;
    }
    folder = argc > 2 ? argv[2] : NULL;
    xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)on_error);
    xmlDoc *document = htmlReadFile(argv[1], "UTF-8", HTML_PARSE_NONET);
    xmlNode *root = document == NULL ? NULL : xmlDocGetRootElement(document);
    if (root == NULL) {
        puts("it cannot be read");
        return 1;
    }
    ids = xmlHashCreate(1024);
    walk(root, note_id);
    walk(root, check_node);
    xmlHashFree(ids, NULL);
    xmlFreeDoc(document);
    xmlCleanupParser();
    if (folder != NULL)
        printf("%d remedies\n", remedies);
    return broken > 0;
}
