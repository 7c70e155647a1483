/* SPDX-License-Identifier: MIT */
/*
 * check_csv FILE COLUMNS [NUMBER]: results.csv as another program sees it.
 *
 * Every row has COLUMNS cells and no cell starts as a formula does (OWASP, "CSV Injection"). With
 * NUMBER (from 0), that column's values are printed in hexadecimal, one per row, without the
 * apostrophe that marks a cell as text.
 */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct check {
    long columns, wanted;
    long row, column, empty;
    long broken;
};

static void print_value(const char *text, size_t len) {
    size_t at = len > 0 && text[0] == '\'' ? 1 : 0;
    for (; at < len; at++)
        printf("%02x", (unsigned)(unsigned char)text[at]);
    putchar('\n');
}

static void on_cell(void *bytes, size_t len, void *context) {
    static const char *const formulas[] = {"=",
                                           "+",
                                           "-",
                                           "@",
                                           "\t",
                                           "\r",
                                           "\n",
                                           "\xEF\xBC\x9D",
                                           "\xEF\xBC\x8B",
                                           "\xEF\xBC\x8D",
                                           "\xEF\xBC\xA0"};
    struct check *check = context;
    const char *text = bytes == NULL ? "" : bytes;
    for (size_t i = 0; i < sizeof formulas / sizeof formulas[0]; i++)
        if (len >= strlen(formulas[i]) && memcmp(text, formulas[i], strlen(formulas[i])) == 0) {
            fprintf(stderr, "row %ld, column %ld: a formula: %.40s\n", check->row, check->column,
                    text);
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

int main(int argc, char **argv) {
    struct csv_parser parser;
    static char buffer[65536];
    if (argc < 3 || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) {
        fputs("usage: check_csv FILE COLUMNS [NUMBER]\n", stderr);
        return 2;
    }
    struct check check = {.columns = atol(argv[2]), .wanted = argc > 3 ? atol(argv[3]) : -1};
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
    fclose(from);
    return check.broken > 0 || check.row < 2;
}
