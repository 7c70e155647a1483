/* SPDX-License-Identifier: MIT */
/*
 * cells text|default CSV FODS: a CSV file, and the spreadsheet that an office suite made of it, cell by cell.
 *
 *   text      every column was imported as text: each cell holds what the CSV holds, and is text
 *   default   the program guessed: what it took for text is unchanged. The columns of what became a number, a date or
 *             a truth value are printed, one `COLUMN TYPE` a line
 *
 * No cell may hold a formula, either way. A text that is longer than a cell can be is compared as far as it goes. A Flat XML OpenDocument spreadsheet (.fods) is read; libcsv reads the CSV.
 */
#include <csv.h>
#include <libxml/tree.h>
#include <libxml/parser.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    char *bytes;
    size_t len, room;
};

static void add(struct text *text, const void *bytes, size_t len) {
    if (text->len + len + 1 > text->room) {
        text->room = 2 * (text->len + len + 1);
        text->bytes = realloc(text->bytes, text->room);
        if (text->bytes == NULL)
            abort();
    }
    if (len > 0)
        memcpy(text->bytes + text->len, bytes, len);
    text->len += len;
    text->bytes[text->len] = '\0';
}

/* ---- The spreadsheet: rows and cells as they stand, walked in step with the CSV ---- */

static bool is(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static long number_of(const xmlNode *node, const char *name, long otherwise) {
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    long number = value == NULL ? otherwise : strtol((const char *)value, NULL, 10);
    xmlFree(value);
    return number;
}

static const xmlNode *next_named(const xmlNode *node, const char *name) {
    while (node != NULL && !is(node, name))
        node = node->next;
    return node;
}

/* What a paragraph says: its blanks are elements where there is more than one. */
static void add_words(struct text *out, const xmlNode *parent) {
    for (const xmlNode *node = parent->children; node != NULL; node = node->next)
        if (node->type == XML_TEXT_NODE)
            add(out, node->content, strlen((const char *)node->content));
        else if (is(node, "s"))
            for (long i = number_of(node, "c", 1); i > 0; i--)
                add(out, " ", 1);
        else if (is(node, "tab"))
            add(out, "\t", 1);
        else if (is(node, "line-break"))
            add(out, "\n", 1);
        else
            add_words(out, node);
}

static void read_cell(struct text *out, const xmlNode *cell) {
    bool first = true;
    out->len = 0;
    add(out, "", 0);
    for (const xmlNode *p = next_named(cell->children, "p"); p != NULL; p = next_named(p->next, "p")) {
        add(out, "\n", first ? 0 : 1);
        add_words(out, p);
        first = false;
    }
}

/* ---- In step ---- */

struct walk {
    bool all_text;
    const xmlNode *row, *cell;
    long repeated; /* how often the cell has stood already */
    long row_number, column, broken;
    char *types[64]; /* of the columns: what became of some cell */
    char *names[64];
    struct text text;
};

static void complain(struct walk *walk, const char *why, const char *wanted) {
    fprintf(stderr, "row %ld, column %ld: %s\n  CSV:  %.200s\n  here: %.200s\n", walk->row_number, walk->column, why,
            wanted, walk->text.bytes);
    walk->broken++;
}

/* LibreOffice cuts a cell at 65,535 characters of UTF-16. */
static bool is_cut(const struct text *here, const char *wanted, size_t len) {
    size_t units = 0;
    for (size_t i = 0; i < here->len; i++)
        units += ((unsigned char)here->bytes[i] & 0xC0) != 0x80 ? 1 + ((unsigned char)here->bytes[i] >= 0xF0) : 0;
    return units >= 65534 && here->len < len && memcmp(here->bytes, wanted, here->len) == 0;
}

static void check_type(struct walk *walk, const char *type, const char *wanted, size_t len) {
    if (strcmp(type, "string") == 0) {
        bool same = walk->text.len == len && memcmp(walk->text.bytes, wanted, len) == 0;
        if (!same && !is_cut(&walk->text, wanted, len))
            complain(walk, "another text", wanted);
        return;
    }
    if (walk->all_text && len > 0)
        complain(walk, "no text", wanted);
    if (len > 0 && walk->column < 64 && walk->types[walk->column] == NULL)
        walk->types[walk->column] = strdup(type);
}

static void check_cell(struct walk *walk, const char *wanted, size_t len) {
    xmlChar *formula = xmlGetProp(walk->cell, (const xmlChar *)"formula");
    xmlChar *type = xmlGetProp(walk->cell, (const xmlChar *)"value-type");
    read_cell(&walk->text, walk->cell);
    if (formula != NULL)
        complain(walk, "a formula", wanted);
    else if (type == NULL && len > 0)
        complain(walk, "an empty cell", wanted);
    else if (type != NULL)
        check_type(walk, (const char *)type, wanted, len);
    xmlFree(formula);
    xmlFree(type);
}

static void on_cell(void *bytes, size_t len, void *context) {
    struct walk *walk = context;
    const char *wanted = bytes == NULL ? "" : bytes;
    if (walk->cell != NULL)
        check_cell(walk, wanted, len);
    else if (len > 0)
        complain(walk, "a missing cell", wanted);
    if (walk->row_number == 0 && walk->column < 64)
        walk->names[walk->column] = strdup(wanted);
    if (walk->cell != NULL && ++walk->repeated >= number_of(walk->cell, "number-columns-repeated", 1)) {
        walk->cell = next_named(walk->cell->next, "table-cell");
        walk->repeated = 0;
    }
    walk->column++;
}

static void enter_row(struct walk *walk) {
    walk->cell = walk->row == NULL ? NULL : next_named(walk->row->children, "table-cell");
    walk->repeated = 0;
    walk->column = 0;
}

static void on_row(int end, void *context) {
    struct walk *walk = context;
    (void)end;
    walk->row = walk->row == NULL ? NULL : next_named(walk->row->next, "table-row");
    walk->row_number++;
    enter_row(walk);
}

static const xmlNode *find(const xmlNode *node, const char *name) {
    const xmlNode *found = NULL;
    for (; node != NULL && found == NULL; node = node->next)
        found = is(node, name) ? node : find(node->children, name);
    return found;
}

/* Whatever is left of the sheet must be empty. */
static void check_rest(struct walk *walk) {
    for (; walk->row != NULL; walk->row = next_named(walk->row->next, "table-row"))
        for (const xmlNode *cell = walk->row->children; cell != NULL; cell = cell->next) {
            if (!is(cell, "table-cell"))
                continue;
            read_cell(&walk->text, cell);
            if (walk->text.len > 0)
                complain(walk, "a cell that the CSV does not have", "");
        }
}

static int read_csv(const char *path, struct walk *walk) {
    struct csv_parser parser;
    static char buffer[65536];
    FILE *from = fopen(path, "r");
    if (from == NULL || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) {
        perror(path);
        return -1;
    }
    size_t got = fread(buffer, 1, 3, from);
    if (got == 3 && memcmp(buffer, "\xEF\xBB\xBF", 3) == 0)
        got = 0; /* the mark is no part of the first cell */
    do
        csv_parse(&parser, buffer, got, on_cell, on_row, walk);
    while ((got = fread(buffer, 1, sizeof buffer, from)) > 0);
    csv_fini(&parser, on_cell, on_row, walk);
    csv_free(&parser);
    fclose(from);
    return 0;
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fputs("usage: cells text|default CSV FODS\n", stderr);
        return 2;
    }
    xmlDoc *document = xmlReadFile(argv[3], NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    const xmlNode *table = document == NULL ? NULL : find(xmlDocGetRootElement(document), "table");
    if (table == NULL) {
        fprintf(stderr, "cells: %s: no spreadsheet\n", argv[3]);
        return 2;
    }
    struct walk walk = {.all_text = strcmp(argv[1], "text") == 0, .row = next_named(table->children, "table-row")};
    enter_row(&walk);
    if (read_csv(argv[2], &walk) < 0)
        return 2;
    check_rest(&walk);
    for (size_t i = 0; i < 64; i++) {
        if (walk.types[i] != NULL)
            printf("%s %s\n", walk.names[i], walk.types[i]);
        free(walk.types[i]);
        free(walk.names[i]);
    }
    free(walk.text.bytes);
    xmlFreeDoc(document);
    return walk.broken > 0 || walk.row_number < 2;
}
