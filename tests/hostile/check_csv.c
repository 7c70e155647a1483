/* SPDX-License-Identifier: MIT */
/*
 * check_csv FILE COLUMNS [NUMBER]: a CSV of fargauge's as another program sees it.
 *
 * Every row has COLUMNS cells and no cell begins as a formula does (OWASP, "CSV Injection"), also where a program takes
 * semicolons or tabs for separators. With NUMBER (from 0), that column's values are printed in hexadecimal, one per
 * row, as docs/csv.md has them back: one apostrophe less, escapes as what they stand for.
 */
#include <csv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct check {
    long columns, wanted;
    long row, column;
    long broken;
    char delimiter;
};

/* ---- Values ---- */

/* The number in `digits` hexadecimal digits, -1 where they are none. */
static long hex_at(const char *text, const char *end, int digits) {
    char number[5] = "";
    if (end - text < digits || strspn(text, "0123456789ABCDEFabcdef") < (size_t)digits)
        return -1;
    memcpy(number, text, (size_t)digits);
    return strtol(number, NULL, 16);
}

static void print_character(long code) {
    int size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    printf("%02x", first[size] | (unsigned)(code >> 6 * (size - 1)));
    for (int i = size - 2; i >= 0; i--)
        printf("%02x", 0x80u | ((unsigned)(code >> 6 * i) & 0x3Fu));
}

/* Print the escape at `text`; returns its length, 0 where there is none. */
static size_t print_escape(const char *text, const char *end) {
    if (end - text < 2 || text[0] != '\\')
        return 0;
    long code = hex_at(text + 2, end, text[1] == 'u' ? 4 : 2);
    if (code < 0 || (text[1] != 'u' && text[1] != 'x'))
        return 0;
    if (text[1] == 'x') {
        printf("%02lx", (unsigned long)code);
        return 4;
    }
    if (code < 0xD800 || code > 0xDBFF) {
        print_character(code);
        return 6;
    }
    print_character(0x10000 + ((code - 0xD800) << 10) + (hex_at(text + 8, end, 4) - 0xDC00));
    return 12;
}

static void print_value(const char *text, size_t len) {
    const char *end = text + len;
    text += len > 0 && text[0] == '\'';
    while (text < end) {
        size_t size = print_escape(text, end);
        if (size == 0)
            printf("%02x", (unsigned)(unsigned char)*text);
        text += size == 0 ? 1 : size;
    }
    putchar('\n');
}

/* ---- Cells ---- */

/* Blanks and quotes that a program may drop before it looks. */
static size_t dropped(const char *text, size_t len) {
    static const char *const blanks[] = {" ", "\t", "\r", "\n", "\"", "\xC2\xA0", "\xE3\x80\x80"};
    size_t at = 0;
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++)
        if (len - at >= strlen(blanks[i]) && memcmp(text + at, blanks[i], strlen(blanks[i])) == 0) {
            at += strlen(blanks[i]);
            i = (size_t)-1;
        }
    return at;
}

static bool is_formula(const char *text, size_t len) {
    static const char *const formulas[] = {"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                           "\xEF\xBC\xA0"};
    size_t at = dropped(text, len);
    if (len > 0 && strchr("\t\r\n", text[0]) != NULL && text[0] != '\0')
        return true;
    for (size_t i = 0; i < sizeof formulas / sizeof formulas[0]; i++)
        if (len - at >= strlen(formulas[i]) && memcmp(text + at, formulas[i], strlen(formulas[i])) == 0)
            return true;
    return false;
}

static void on_cell(void *bytes, size_t len, void *context) {
    struct check *check = context;
    const char *text = bytes == NULL ? "" : bytes;
    if (is_formula(text, len)) {
        fprintf(stderr, "row %ld, column %ld (separator %d): a formula: %.40s\n", check->row, check->column,
                check->delimiter, text);
        check->broken++;
    }
    if (check->column == check->wanted && check->row > 0)
        print_value(text, len);
    check->column++;
}

static void on_row(int end, void *context) {
    struct check *check = context;
    if (end != '\r' && end != '\n' && end != -1) {
        fprintf(stderr, "row %ld: it ends with %d\n", check->row, end);
        check->broken++;
    }
    if (check->column != check->columns) {
        fprintf(stderr, "row %ld: %ld cells\n", check->row, check->column);
        check->broken++;
    }
    check->row++;
    check->column = 0;
}

/* What a program sees that knows no quotes and takes these characters for separators. */
static void read_bare(FILE *from, struct check *check) {
    char *line = NULL;
    size_t room = 0;
    for (ssize_t len; (len = getline(&line, &room, from)) >= 0;)
        for (char *cell = line; cell != NULL; cell = strchr(cell, check->delimiter)) {
            cell += *cell == check->delimiter;
            size_t size = strcspn(cell, check->delimiter == ';' ? ";\n" : "\t\n");
            if (size > 0 && is_formula(cell, size)) {
                fprintf(stderr, "separator %d: a formula: %.40s\n", check->delimiter, cell);
                check->broken++;
            }
        }
    free(line);
}

int main(int argc, char **argv) {
    struct csv_parser parser;
    static char buffer[65536];
    if (argc < 3 || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) {
        fputs("usage: check_csv FILE COLUMNS [NUMBER]\n", stderr);
        return 2;
    }
    struct check check = {.columns = atol(argv[2]), .wanted = argc > 3 ? atol(argv[3]) : -1, .delimiter = ','};
    FILE *from = fopen(argv[1], "r");
    if (from == NULL) {
        perror(argv[1]);
        return 2;
    }
    for (size_t got; (got = fread(buffer, 1, sizeof buffer, from)) > 0;)
        if (csv_parse(&parser, buffer, got, on_cell, on_row, &check) != got) {
            fprintf(stderr, "row %ld: %s\n", check.row, csv_strerror(csv_error(&parser)));
            return 1;
        }
    if (csv_fini(&parser, on_cell, on_row, &check) != 0) {
        fprintf(stderr, "row %ld: a quote is left open\n", check.row);
        check.broken++;
    }
    csv_free(&parser);
    for (const char *delimiter = ";\t"; *delimiter != '\0'; delimiter++) {
        check.delimiter = *delimiter;
        rewind(from);
        read_bare(from, &check);
    }
    fclose(from);
    return check.broken > 0 || check.row < 2;
}
