/* SPDX-License-Identifier: MIT */
/*
 * libcsv reads the text byte by byte here, because only then is it known where in the file a row begins.
 */
#include "ingest/csv_split.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/visible.h"
#include "ingest/csv_header.h"
#include "ingest/split.h"

enum { FIELDS_MAX = 256 };

struct reader {
    struct fg_cut *cut;
    const struct fg_mapper *mapper;
    struct fg_record *record; /* the row's; NULL for the header */
    struct fg_error *err;
    int status;               /* of what a callback did */
    int64_t row;              /* 0 for the header */
    int order[FIELDS_MAX];    /* file's column → the mapper's member, -1 for one that is not wanted */
    int rank[FIELDS_MAX];     /* how that column is spelled: 0 is the member's own name */
    size_t header_fields;
    size_t fields;            /* met so far in this row */
    uint64_t at;              /* bytes consumed */
    uint64_t row_start;
    uint64_t line, row_line;  /* of the text, and where the row begins; from 1 */
    bool not_utf8;
    const char *column_twice;
};

/* ---- The header ---- */

/* Of columns that fill one member, the one that is spelled best counts; which of two spelled alike, nobody
 * can say. */
static void take_column(struct reader *reader, size_t field, const char *name, size_t len)
{
    int rank, column = fg_csv_column(reader->mapper, name, len, &rank);
    reader->order[field] = column;
    reader->rank[field] = rank;
    for (size_t i = 0; column >= 0 && i < field; i++) {
        if (reader->order[i] != column)
            continue;
        if (reader->rank[i] == rank)
            reader->column_twice = reader->mapper->members[column].name;
        reader->order[reader->rank[i] > rank ? i : field] = -1;
    }
}

/* A column that must be there and is not; NULL where all are. */
static const char *missing_column(const struct reader *reader)
{
    bool has[FG_MEMBERS_MAX] = {false};
    for (size_t field = 0; field < reader->header_fields; field++)
        if (reader->order[field] >= 0)
            has[reader->order[field]] = true;
    return fg_csv_lacks(reader->mapper, has);
}

/* ---- Rows ---- */

static bool is_utf8(const char *bytes, size_t len)
{
    for (size_t at = 0; at < len;) {
        uint32_t code;
        size_t size = fg_utf8_decode(bytes + at, len - at, &code);
        if (size == 0)
            return false;
        at += size;
    }
    return true;
}

/* Without the marks that keep a spreadsheet from reading a text as a number or a formula: an apostrophe
 * before it, or ="…" around it. */
static const char *unmarked(char *bytes, size_t len)
{
    if (len >= 3 && memcmp(bytes, "=\"", 2) == 0 && bytes[len - 1] == '"') {
        bytes[len - 1] = '\0';
        return bytes + 2;
    }
    return bytes + (len > 0 && bytes[0] == '\'');
}

static void take_cell(struct reader *reader, int column, char *bytes, size_t len)
{
    struct fg_record *record = reader->record;
    fg_buf_printf(&record->text, "%s\"%s\":", record->text.len > 1 ? "," : "",
                  reader->mapper->members[column].name);
    size_t at = record->text.len;
    if (memchr(bytes, '\0', len) != NULL) {
        fg_problem_set(&record->problem, "bad_text", "%s: it holds the character U+0000",
                       reader->mapper->members[column].name);
        fg_buf_add_text(&record->text, "\"\"");
    } else {
        /* libcsv ends it with a NUL */
        fg_add_json_string(&record->text, reader->mapper->spellings != NULL ? unmarked(bytes, len) : bytes);
    }
    record->member[column].at = (uint32_t)at;
    record->member[column].len = (uint32_t)(record->text.len - at);
}

static void on_field(void *bytes, size_t len, void *context)
{
    struct reader *reader = context;
    size_t field = reader->fields++;
    bool utf8 = is_utf8(bytes, len);
    reader->not_utf8 = reader->not_utf8 || !utf8;
    if (!utf8 || field >= FIELDS_MAX)
        return;
    if (reader->row == 0)
        take_column(reader, field, bytes, len);
    else if (reader->record != NULL && field < reader->header_fields && reader->order[field] >= 0)
        take_cell(reader, reader->order[field], bytes, len);
}

static int push_row(struct reader *reader)
{
    char place[32];
    struct fg_record *record = reader->record;
    snprintf(place, sizeof place, "/%lld", (long long)reader->row - 1);
    fg_buf_add_char(&record->text, '}');
    if (record->text.failed)
        return fg_error_memory(reader->err);
    if (reader->fields > reader->header_fields)
        fg_problem_set(&record->problem, "too_many", "%zu cells under %zu columns (a comma without quotes?)",
                       reader->fields, reader->header_fields);
    fg_cut_place(reader->cut, record, place, reader->row_start, reader->at - reader->row_start, reader->row_line);
    return fg_cut_push(reader->cut, reader->mapper, record, reader->err);
}

static void on_row(int end, void *context)
{
    struct reader *reader = context;
    (void)end;
    if (reader->row == 0)
        reader->header_fields = reader->fields < FIELDS_MAX ? reader->fields : FIELDS_MAX;
    else if (reader->status == 0 && !reader->not_utf8)
        reader->status = push_row(reader);
    if (reader->status == 0)
        reader->status = fg_cut_slot(reader->cut, &reader->record, reader->err);
    if (reader->status == 0)
        fg_split_begin(reader->record);
    reader->fields = 0;
    reader->row++;
    reader->row_start = reader->at;
}

/* ---- The file ---- */

static int bad_csv(const struct reader *reader, struct fg_error *err, const char *what)
{
    fg_error_set(err, FG_INPUT, "CSV: %s", what);
    return fg_error_hint(err, "%s", reader->mapper->csv_hint);
}

static int bad_column(const struct reader *reader, struct fg_error *err, const char *what,
                      const char *column)
{
    fg_error_set(err, FG_INPUT, "CSV: the header %s the column %s", what, column);
    return fg_error_hint(err, "%s", reader->mapper->csv_hint);
}

/* The checks that end the whole file. */
static int check_reader(const struct reader *reader, struct fg_error *err)
{
    const char *missing = reader->row == 1 ? missing_column(reader) : NULL;
    if (reader->status < 0)
        return -1;
    if (reader->not_utf8) {
        fg_error_set(err, FG_INPUT, "CSV: the text is not UTF-8");
        return fg_error_hint(err, "saved by Excel? choose \"CSV UTF-8\" when saving");
    }
    if (reader->column_twice != NULL)
        return bad_column(reader, err, "has twice", reader->column_twice);
    if (missing != NULL)
        return bad_column(reader, err, "lacks", missing);
    if (reader->at - reader->row_start > reader->cut->limits->record)
        return bad_csv(reader, err, "a row is longer than --max-record (a quote left open?)");
    return 0;
}

static int read_byte(struct reader *reader, struct csv_parser *parser, char byte, struct fg_error *err)
{
    /* The line feed behind a carriage return, and empty lines, belong to no row. */
    if (reader->at == reader->row_start && (byte == '\n' || byte == '\r'))
        reader->row_start++;
    else if (reader->at == reader->row_start)
        reader->row_line = reader->line;
    reader->at++;
    if (csv_parse(parser, &byte, 1, on_field, on_row, reader) != 1)
        return bad_csv(reader, err, csv_strerror(csv_error(parser)));
    reader->line += byte == '\n';
    return 0;
}

static int read_rows(struct reader *reader, struct csv_parser *parser, fg_json_read_fn *read,
                     void *context, uint64_t *ret_line, struct fg_error *err)
{
    char chunk[16384];
    size_t got;
    for (;;) {
        if (read(context, chunk, sizeof chunk, &got, err) < 0)
            return -1;
        if (got == 0)
            break;
        size_t skip = reader->at == 0 && got >= 3 && memcmp(chunk, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
        reader->at += skip;
        for (size_t i = skip; i < got; i++) {
            if (read_byte(reader, parser, chunk[i], err) < 0)
                return -1;
            *ret_line += chunk[i] == '\n';
            if ((chunk[i] == '\n' || chunk[i] == '\r' || i + 1 == got) && check_reader(reader, err) < 0)
                return -1;
        }
    }
    if (csv_fini(parser, on_field, on_row, reader) != 0)
        return bad_csv(reader, err, "the file ends inside a quoted field");
    return check_reader(reader, err);
}

int fg_csv_split(struct fg_cut *cut, const struct fg_mapper *mapper, fg_json_read_fn *read,
                 void *context, struct fg_document *ret_document, struct fg_error *err)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
        return fg_error_memory(err);
    struct reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL) {
        csv_free(&parser);
        return fg_error_memory(err);
    }
    reader->cut = cut;
    reader->mapper = mapper;
    reader->err = err;
    reader->line = 1;
    int status = read_rows(reader, &parser, read, context, &ret_document->line, err);
    if (status == 0 && reader->row == 0)
        status = bad_csv(reader, err, "the file is empty");
    ret_document->offset = reader->at;
    ret_document->kind = mapper->kind;
    free(reader);
    csv_free(&parser);
    return status;
}
