/* SPDX-License-Identifier: MIT */
/*
 * The rules that our junit.xml keeps, checked on files:
 *
 *   junit_rules FILE...               our own rules (the default profile)
 *   junit_rules --extended FILE...    our own rules of the extended profile
 *   junit_rules --schema XSD FILE...  an XML Schema of somebody else
 *
 * The default profile is what CI servers agree on. Several files are those of one report that was split. Nothing of
 * fargauge is linked: this is a second reading of the contract. Prints one line per broken rule; exit code 1 where
 * there is any.
 */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What GitLab reads of one file. */
enum { MOST_ELEMENTS = 250000, MOST_BYTES = 30 * 1000 * 1000 };

static const char *file;
static bool extended;
static int broken;

static void complain(const xmlNode *node, const char *rule, const char *what) {
    broken++;
    printf("%s:%ld: <%s>: %s%s%s\n", file, node == NULL ? 0L : xmlGetLineNo(node),
           node == NULL ? "" : (const char *)node->name, rule, what == NULL ? "" : ": ",
           what == NULL ? "" : what);
}

static bool is(const xmlNode *node, const char *name) {
    return strcmp((const char *)node->name, name) == 0;
}

static xmlNode *first_element(const xmlNode *parent) {
    return xmlFirstElementChild((xmlNode *)(size_t)parent);
}

static bool has(const xmlNode *node, const char *name) {
    return xmlHasProp((xmlNode *)(size_t)node, (const xmlChar *)name) != NULL;
}

/* Exactly these attributes, in any order, none in a namespace; `or_not` may stand there besides. */
static void check_attributes_or(const xmlNode *node, const char *const *names, const char *const *or_not) {
    size_t wanted = 0, found = 0;
    for (const char *const *at = names; *at != NULL; at++, wanted++)
        if (!has(node, *at))
            complain(node, "an attribute is missing", *at);
    for (const char *const *at = or_not; *at != NULL; at++)
        wanted += has(node, *at);
    for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
        found++;
    if (found != wanted)
        complain(node, "other attributes than its own", NULL);
    if (node->nsDef != NULL || node->ns != NULL)
        complain(node, "a namespace", NULL);
}

static void check_attributes(const xmlNode *node, const char *const *names) {
    static const char *const none[] = {NULL};
    check_attributes_or(node, names, none);
}

/* An attribute's value; "" where it is missing. The caller frees. */
static char *value_of(const xmlNode *node, const char *name) {
    xmlChar *value = xmlGetNoNsProp((xmlNode *)(size_t)node, (const xmlChar *)name);
    return value == NULL ? strdup("") : (char *)value;
}

/* `d` stands for a digit, `D` for one or more, everything else for itself. */
static bool matches(const char *text, const char *form) {
    static const char digits[] = "0123456789";
    for (; *form != '\0'; form++) {
        size_t span = strspn(text, digits);
        if (*form == 'D' ? span == 0 : *form == 'd' ? span == 0 : *text != *form)
            return false;
        text += *form == 'D' ? span : 1;
    }
    return *text == '\0';
}

static void check_form(const xmlNode *node, const char *name, const char *form) {
    char *value = value_of(node, name);
    if (!matches(value, form))
        complain(node, name, value);
    xmlFree(value);
}

static void check_value(const xmlNode *node, const char *name, const char *wanted) {
    char *value = value_of(node, name);
    if (strcmp(value, wanted) != 0)
        complain(node, name, value);
    xmlFree(value);
}

/* xs:token, not empty: no white space but single spaces inside. */
static void check_token(const xmlNode *node, const char *name) {
    char *value = value_of(node, name);
    size_t len = strlen(value);
    if (len == 0 || value[0] == ' ' || value[len - 1] == ' ' || strstr(value, "  ") != NULL ||
        strpbrk(value, "\t\r\n") != NULL)
        complain(node, "not a token", name);
    xmlFree(value);
}

struct totals {
    long tests, failures, errors, skipped;
};

static void check_total(const xmlNode *suite, const char *name, long wanted) {
    char text[32];
    snprintf(text, sizeof text, "%ld", wanted);
    check_value(suite, name, text);
}

/* The message, and where there is a body the message first: some readers show only the one, some only the other. */
static void check_message(const xmlNode *outcome, bool body) {
    char *message = value_of(outcome, "message");
    xmlChar *text = xmlNodeGetContent((xmlNode *)(size_t)outcome);
    if (message[0] == '\0')
        complain(outcome, "an empty message", NULL);
    if (body && strncmp((const char *)text, message, strlen(message)) != 0)
        complain(outcome, "its text does not begin with its message", message);
    if (!body && text[0] != '\0')
        complain(outcome, "it holds text", NULL);
    xmlFree(text);
    xmlFree(message);
}

static void check_outcome(const xmlNode *outcome, struct totals *totals) {
    static const char *const skipped[] = {"message", NULL};
    static const char *const other[] = {"type", "message", NULL};
    bool skip = is(outcome, "skipped");
    if (!skip && !is(outcome, "failure") && !is(outcome, "error")) {
        complain(outcome, "it does not belong into a testcase", NULL);
        return;
    }
    totals->skipped += skip;
    totals->failures += is(outcome, "failure");
    totals->errors += is(outcome, "error");
    check_attributes(outcome, skip ? skipped : other);
    check_message(outcome, !skip || extended);
    if (!skip)
        check_token(outcome, "type");
    if (first_element(outcome) != NULL)
        complain(outcome, "it holds elements", NULL);
}

/* classname and name, joined by a character that neither can hold. */
struct names {
    char **list;
    size_t count;
};

/* A test case by its classname and name; a suite by its name alone. */
static void remember(struct names *names, const xmlNode *node) {
    char *classname = value_of(node, "classname"), *name = value_of(node, "name");
    size_t size = strlen(classname) + strlen(name) + 2;
    char *both = malloc(size);
    char **list = realloc(names->list, (names->count + 1) * sizeof *list);
    if (both == NULL || list == NULL)
        abort();
    snprintf(both, size, "%s\n%s", classname, name);
    names->list = list;
    names->list[names->count++] = both;
    xmlFree(classname);
    xmlFree(name);
}

static int compare(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void check_unique(struct names *names, const char *what) {
    if (names->count > 0)
        qsort(names->list, names->count, sizeof *names->list, compare);
    for (size_t i = 1; i < names->count; i++)
        if (strcmp(names->list[i], names->list[i - 1]) == 0)
            complain(NULL, what, names->list[i]);
    for (size_t i = 0; i < names->count; i++)
        free(names->list[i]);
    free(names->list);
}

/* CONTROL.ACCOUNT.REGION.CLUSTER without other dots; the control alone where nothing is in scope.
 */
static void check_classname(const xmlNode *testcase) {
    char *classname = value_of(testcase, "classname");
    size_t dots = 0;
    for (const char *at = classname; *at != '\0'; at++)
        dots += *at == '.';
    if (dots != 3 && dots != 0)
        complain(testcase, "classname has not three dots", classname);
    if (strstr(classname, "..") != NULL || classname[0] == '.')
        complain(testcase, "classname has an empty part", classname);
    xmlFree(classname);
}

static void check_testcase(const xmlNode *testcase, struct totals *totals, struct names *names) {
    static const char *const attributes[] = {"name", "classname", "time", NULL};
    static const char *const place[] = {"file", "line", NULL};
    totals->tests++;
    check_attributes_or(testcase, attributes, extended ? place : place + 2);
    if (has(testcase, "line"))
        check_form(testcase, "line", "D");
    if (has(testcase, "line") && !has(testcase, "file"))
        complain(testcase, "a line without its file", NULL);
    check_form(testcase, "time", "D.ddd");
    check_token(testcase, "name");
    check_token(testcase, "classname");
    check_classname(testcase);
    remember(names, testcase);
    const xmlNode *outcome = first_element(testcase);
    if (outcome == NULL)
        return;
    check_outcome(outcome, totals);
    if (xmlNextElementSibling((xmlNode *)(size_t)outcome) != NULL)
        complain(testcase, "more than one outcome", NULL);
}

static void check_properties(const xmlNode *properties) {
    static const char *const attributes[] = {"name", "value", NULL};
    for (xmlNode *at = first_element(properties); at != NULL; at = xmlNextElementSibling(at)) {
        if (!is(at, "property"))
            complain(at, "it does not belong into properties", NULL);
        check_attributes(at, attributes);
        check_token(at, "name");
    }
}

/* Where a child may stand: properties, testcase…, system-out, system-err. */
static int stage_of(const xmlNode *child) {
    static const char *const stages[] = {"properties", "testcase", "system-out", "system-err"};
    for (int i = 0; i < 4; i++)
        if (is(child, stages[i]))
            return i;
    return -1;
}

static void check_children(const xmlNode *suite, struct totals *totals, struct names *names) {
    int stage = -1;
    bool met[4] = {false};
    for (xmlNode *at = first_element(suite); at != NULL; at = xmlNextElementSibling(at)) {
        int now = stage_of(at);
        if (now < 0) {
            complain(at, "it does not belong into a testsuite", NULL);
            continue;
        }
        if (now < stage || (met[now] && now != 1))
            complain(at, "it stands at the wrong place", NULL);
        stage = now;
        met[now] = true;
        if (now == 0)
            check_properties(at);
        if (now == 1)
            check_testcase(at, totals, names);
    }
    for (int i = 0; i < 4; i++)
        if (!met[i])
            complain(suite, "a part is missing (or the suite is empty)", NULL);
}

static void check_totals(const xmlNode *node, const struct totals *totals) {
    check_total(node, "tests", totals->tests);
    check_total(node, "failures", totals->failures);
    check_total(node, "errors", totals->errors);
    check_total(node, "skipped", totals->skipped);
}

static void check_suite(const xmlNode *suite, long id, struct names *suites, struct names *names, struct totals *all) {
    static const char *const attributes[] = {"name",     "package", "id",       "timestamp",
                                             "hostname", "tests",   "failures", "errors",
                                             "skipped",  "time",    NULL};
    struct totals totals = {0};
    if (!is(suite, "testsuite")) {
        complain(suite, "it does not belong into testsuites", NULL);
        return;
    }
    check_attributes(suite, attributes);
    check_token(suite, "name");
    check_token(suite, "package");
    check_total(suite, "id", id);
    check_form(suite, "timestamp", "dddd-dd-ddTdd:dd:dd");
    check_value(suite, "hostname", "localhost");
    check_form(suite, "time", "D.ddd");
    check_children(suite, &totals, names);
    remember(suites, suite);
    check_totals(suite, &totals);
    all->tests += totals.tests;
    all->failures += totals.failures;
    all->errors += totals.errors;
    all->skipped += totals.skipped;
}

static long count_elements(const xmlNode *node) {
    long count = 1;
    for (const xmlNode *at = first_element(node); at != NULL; at = xmlNextElementSibling((xmlNode *)(size_t)at))
        count += count_elements(at);
    return count;
}

static void check_size(const xmlNode *root) {
    struct stat status;
    if (count_elements(root) > MOST_ELEMENTS)
        complain(root, "more elements than GitLab reads", NULL);
    if (stat(file, &status) < 0 || status.st_size >= MOST_BYTES)
        complain(root, "larger than GitLab reads", NULL);
}

static void check_rules(xmlDoc *document, struct names *suites, struct names *names) {
    static const char *const sums[] = {"name", "tests", "failures", "errors", "skipped", "time", NULL};
    struct totals totals = {0};
    const xmlNode *root = xmlDocGetRootElement(document);
    long id = 0;
    if (!is(root, "testsuites"))
        complain(root, "the first element is not testsuites", NULL);
    check_attributes(root, extended ? sums : sums + 6);
    check_size(root);
    for (xmlNode *at = first_element(root); at != NULL; at = xmlNextElementSibling(at))
        check_suite(at, id++, suites, names, &totals);
    if (id == 0)
        complain(root, "no testsuite", NULL);
    if (extended)
        check_totals(root, &totals);
}

static void check_schema(xmlDoc *document, const char *path) {
    xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt(path);
    xmlSchema *schema = xmlSchemaParse(parser);
    xmlSchemaValidCtxt *context = schema == NULL ? NULL : xmlSchemaNewValidCtxt(schema);
    if (context == NULL || xmlSchemaValidateDoc(context, document) != 0)
        complain(xmlDocGetRootElement(document), "it does not validate against", path);
    xmlSchemaFreeValidCtxt(context);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
}

int main(int argc, char **argv) {
    const char *schema = argc > 3 && strcmp(argv[1], "--schema") == 0 ? argv[2] : NULL;
    struct names suites = {0}, names = {0};
    extended = argc > 1 && strcmp(argv[1], "--extended") == 0;
    int first = schema != NULL ? 3 : extended ? 2 : 1;
    if (argc <= first) {
        fputs("usage: junit_rules [--extended | --schema XSD] FILE...\n", stderr);
        return 2;
    }
    for (int i = first; i < argc; i++) {
        file = argv[i];
        xmlDoc *document = xmlReadFile(file, NULL, XML_PARSE_NONET | XML_PARSE_NOENT);
        if (document == NULL)
            complain(NULL, "not well-formed", NULL);
        else if (schema == NULL)
            check_rules(document, &suites, &names);
        else
            check_schema(document, schema);
        xmlFreeDoc(document);
    }
    check_unique(&suites, "two suites of one name");
    check_unique(&names, "two test cases of one classname and name");
    xmlCleanupParser();
    return broken > 0;
}
