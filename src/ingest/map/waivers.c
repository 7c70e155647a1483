/* SPDX-License-Identifier: MIT */
/*
 * Waiver files: CSV (RFC 4180) with a header row that begins with waiver_id.
 *
 * libcsv reads the text byte by byte here, because only then is it known where in the file a row
 * begins; waiver files are small.
 */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "fargauge/visible.h"
#include "ingest/document.h"

enum column {
    WAIVER_ID,
    CONTROL,
    RESOURCE,
    ACCOUNT_ID,
    REASON,
    OWNER,
    APPROVER,
    APPROVED_AT,
    EXPIRES_AT,
    TICKET,
    COLUMN_COUNT,
};

static const struct {
    const char *header;
    const char *parameter;
    bool required;
} columns[COLUMN_COUNT] = {
    [WAIVER_ID] = {"waiver_id", "waiver_id", true},
    [CONTROL] = {"control_id", "control_id", true},
    [RESOURCE] = {"resource", "resource", true},
    [ACCOUNT_ID] = {"account_id", "account_id", false},
    [REASON] = {"reason", "reason", true},
    [OWNER] = {"owner", "owner", true},
    [APPROVER] = {"approver", "approver", true},
    [APPROVED_AT] = {"approved_at", "approved_at", true},
    [EXPIRES_AT] = {"expires_at", "expires_at", true},
    [TICKET] = {"ticket", "ticket", false},
};

enum { FIELDS_MAX = 64, ROW_LIMIT = 1024 * 1024 };

struct reader {
    struct fg_load *load;
    struct fg_error *err;
    int status;                      /* of what a callback did */
    int64_t row;                     /* 0 for the header */
    int order[FIELDS_MAX];           /* file's column → ours, -1 for one we do not know */
    size_t header_fields;
    size_t fields;                   /* met so far in this row */
    struct fg_buf text[COLUMN_COUNT];
    struct fg_record record;
    uint64_t at;                     /* bytes consumed */
    uint64_t row_start;
    bool header_bad;
    bool not_utf8;
    const char *column_twice;
};

static int find_column(const char *name, size_t len)
{
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (strlen(columns[i].header) == len && memcmp(columns[i].header, name, len) == 0)
            return i;
    return -1;
}

static void take_header(struct reader *reader, size_t field, int column)
{
    for (size_t i = 0; column >= 0 && i < field; i++)
        if (reader->order[i] == column)
            reader->column_twice = columns[column].header;
    reader->order[field] = column;
}

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

static void on_field(void *bytes, size_t len, void *context)
{
    struct reader *reader = context;
    size_t field = reader->fields++;
    reader->not_utf8 = reader->not_utf8 || !is_utf8(bytes, len);
    if (field >= FIELDS_MAX)
        return;
    if (reader->row == 0)
        take_header(reader, field, find_column(bytes, len));
    else if (field < reader->header_fields && reader->order[field] >= 0)
        fg_buf_add(&reader->text[reader->order[field]], bytes, len);
}

static const char *text_of(const struct reader *reader, enum column column)
{
    return fg_buf_text(&reader->text[column]);
}

/* A date alone means the whole day, up to its last moment for an expiry. */
static bool read_time(const struct reader *reader, enum column column, char out[FG_TIME_SIZE])
{
    const struct fg_buf *text = &reader->text[column];
    int64_t ms;
    if (fg_time_parse(fg_buf_text(text), text->len, &ms) < 0)
        return false;
    if (text->len == strlen("2026-01-01") && column == EXPIRES_AT)
        ms += INT64_C(86400000) - 1;
    fg_time_format(ms, out);
    return true;
}

/* What makes a waiver worth nothing. */
static void check_row(struct reader *reader, char approved[FG_TIME_SIZE],
                      char expires[FG_TIME_SIZE])
{
    struct fg_problem *problem = &reader->record.problem;
    if (reader->fields > reader->header_fields)
        fg_problem_set(problem, "too_many", "%zu cells under %zu columns (a comma without quotes?)",
                       reader->fields, reader->header_fields);
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (columns[i].required && reader->text[i].len == 0)
            fg_problem_set(problem, "missing", "%s: it is empty", columns[i].header);
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (reader->text[i].len > 0 && strlen(reader->text[i].data) != reader->text[i].len)
            fg_problem_set(problem, "bad_text", "%s: it holds the character U+0000",
                           columns[i].header);
    if (!read_time(reader, APPROVED_AT, approved))
        fg_problem_set(problem, "bad_time", "approved_at: not a date or a time with a zone: %.60s",
                       text_of(reader, APPROVED_AT));
    if (!read_time(reader, EXPIRES_AT, expires))
        fg_problem_set(problem, "bad_time", "expires_at: not a date or a time with a zone: %.60s",
                       text_of(reader, EXPIRES_AT));
    if (problem->reason == NULL && strcmp(expires, approved) <= 0)
        fg_problem_set(problem, "bad_period", "expires_at: it is not after approved_at");
    const char *account = text_of(reader, ACCOUNT_ID);
    if (account[0] != '\0' && (strlen(account) != 12 || strspn(account, "0123456789") != 12))
        fg_problem_set(problem, "bad_account", "account_id: not 12 digits: %.60s", account);
    if (strcasecmp(text_of(reader, OWNER), text_of(reader, APPROVER)) == 0)
        fg_problem_set(problem, "same_person", "approver: the owner cannot approve");
}

static int insert_waiver(struct reader *reader, const char *approved, const char *expires)
{
    struct fg_statement *insert;
    int64_t row;
    if (fg_load_record(reader->load, &reader->record, NULL, &row, reader->err) < 0 ||
        fg_load_statement(reader->load, "store/waiver", &insert, reader->err) < 0)
        return -1;
    fg_bind_int(insert, "record", row);
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (reader->text[i].len > 0)
            fg_bind_text(insert, columns[i].parameter, text_of(reader, (enum column)i));
    fg_bind_text(insert, "approved_at", approved);
    fg_bind_text(insert, "expires_at", expires);
    return fg_load_insert(insert, NULL, reader->err);
}

static int take_row(struct reader *reader)
{
    char approved[FG_TIME_SIZE] = "", expires[FG_TIME_SIZE] = "";
    struct fg_record *record = &reader->record;
    snprintf(record->pointer, sizeof record->pointer, "/%lld", (long long)reader->row - 1);
    record->offset = reader->row_start;
    record->length = reader->at - reader->row_start;
    record->problem.reason = NULL;
    check_row(reader, approved, expires);
    if (record->problem.reason != NULL)
        return fg_load_reject(reader->load, record, reader->err);
    return insert_waiver(reader, approved, expires);
}

static void on_row(int end, void *context)
{
    struct reader *reader = context;
    (void)end;
    if (reader->row == 0) {
        reader->header_fields = reader->fields;
        for (int i = 0; i < COLUMN_COUNT; i++) {
            size_t field = 0;
            while (field < reader->fields && field < FIELDS_MAX && reader->order[field] != i)
                field++;
            if (columns[i].required && (field == reader->fields || field == FIELDS_MAX))
                reader->header_bad = true;
        }
    } else if (reader->status == 0) {
        reader->status = take_row(reader);
    }
    for (int i = 0; i < COLUMN_COUNT; i++)
        fg_buf_clear(&reader->text[i]);
    reader->fields = 0;
    reader->row++;
    reader->row_start = reader->at;
}

static int bad_csv(struct fg_error *err, const char *what)
{
    fg_error_set(err, FG_INPUT, "%s", what);
    return fg_error_hint(err, "a waiver file is CSV in UTF-8 with the columns waiver_id, control_id, "
                              "resource, account_id, reason, owner, approver, approved_at, expires_at, ticket");
}

/* The checks that end the whole file. */
static int check_reader(const struct reader *reader, struct fg_error *err)
{
    if (reader->status < 0)
        return -1;
    if (reader->not_utf8) {
        fg_error_set(err, FG_INPUT, "waivers: the text is not UTF-8");
        return fg_error_hint(err, "saved by Excel? choose \"CSV UTF-8\" when saving");
    }
    if (reader->column_twice != NULL) {
        fg_error_set(err, FG_INPUT, "waivers: the header has the column %s twice", reader->column_twice);
        return fg_error_hint(err, "take one of them out");
    }
    if (reader->header_bad)
        return bad_csv(err, "waivers: the header lacks a column");
    if (reader->at - reader->row_start > ROW_LIMIT)
        return bad_csv(err, "waivers: a row longer than 1 MiB (a quote left open?)");
    return 0;
}

static int read_rows(struct reader *reader, struct csv_parser *parser, fg_json_read_fn *read,
                     void *context, uint64_t *ret_line, struct fg_error *err)
{
    char chunk[4096];
    size_t got;
    for (;;) {
        if (read(context, chunk, sizeof chunk, &got, err) < 0)
            return -1;
        if (got == 0)
            break;
        size_t skip = reader->at == 0 && got >= 3 && memcmp(chunk, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
        reader->at += skip;
        for (size_t i = skip; i < got; i++) {
            /* The line feed behind a carriage return, and empty lines, belong to no row. */
            if (reader->at == reader->row_start && (chunk[i] == '\n' || chunk[i] == '\r'))
                reader->row_start++;
            reader->at++;
            if (csv_parse(parser, chunk + i, 1, on_field, on_row, reader) != 1)
                return bad_csv(err, csv_strerror(csv_error(parser)));
            *ret_line += chunk[i] == '\n';
            if (check_reader(reader, err) < 0)
                return -1;
        }
    }
    if (csv_fini(parser, on_field, on_row, reader) != 0)
        return bad_csv(err, "waivers: the file ends inside a quoted field");
    return check_reader(reader, err);
}

int fg_document_load_csv(struct fg_load *load, fg_json_read_fn *read, void *context,
                         struct fg_document *ret_document, struct fg_error *err)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
        return fg_error_memory(err);
    struct reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL) {
        csv_free(&parser);
        return fg_error_memory(err);
    }
    reader->load = load;
    reader->err = err;
    int status = read_rows(reader, &parser, read, context, &ret_document->line, err);
    if (status == 0 && reader->row == 0)
        status = bad_csv(err, "waivers: the file is empty");
    ret_document->offset = reader->at;
    ret_document->kind = "waivers";
    for (int i = 0; i < COLUMN_COUNT; i++)
        fg_buf_done(&reader->text[i]);
    free(reader);
    csv_free(&parser);
    return status;
}
