/* SPDX-License-Identifier: MIT */
/* Waiver files: CSV with the column waiver_id; one waiver a row. */
#include <string.h>
#include <strings.h>

#include "ingest/mapper.h"

static const struct fg_member columns[] = {
    {"waiver_id", FG_REQUIRED | FG_TELLING}, {"control_id", FG_REQUIRED}, {"resource", FG_REQUIRED},
    {"account_id", 0},           {"reason", FG_REQUIRED},      {"owner", FG_REQUIRED},
    {"requester", 0},            {"approver", FG_REQUIRED},    {"approved_at", FG_REQUIRED},
    {"expires_at", FG_REQUIRED}, {"ticket", 0},                {NULL, 0},
};

/* The column's text, "" where the row has none. */
static const char *cell(const struct fg_value *row, const char *column)
{
    struct fg_problem none = {0}; /* a row has texts only */
    const char *text = fg_get_text(row, column, &none);
    return text == NULL ? "" : text;
}

/* A date alone means the whole day, up to its last moment for an expiry. */
static void read_time(const struct fg_value *row, const char *column, bool last_moment,
                      char out[FG_TIME_SIZE], struct fg_problem *problem)
{
    const char *text = cell(row, column);
    int64_t ms;
    out[0] = '\0';
    if (fg_time_parse(text, strlen(text), &ms) < 0) {
        fg_problem_set(problem, "bad_time", "%s: not a date or a time with a zone: %.60s", column, text);
        return;
    }
    if (last_moment && strlen(text) == strlen("2026-01-01"))
        ms += INT64_C(86400000) - 1;
    fg_time_format(ms, out);
}

/* Bytes of the white space that `text` begins with: 3 for U+3000, as input methods leave it; 0 for none. */
static size_t space_at(const char *text)
{
    if (strncmp(text, "\xE3\x80\x80", 3) == 0)
        return 3;
    return text[0] != '\0' && strchr(" \t\r\n", text[0]) != NULL;
}

/* The length of *text without the space around it; *text is moved behind the space it begins with. */
static size_t trim(const char **text)
{
    size_t size, len = 0;
    while ((size = space_at(*text)) > 0)
        *text += size;
    for (size_t at = 0; (*text)[at] != '\0'; at += size > 0 ? size : 1) {
        size = space_at(*text + at);
        if (size == 0)
            len = at + 1;
    }
    return len;
}

static bool is_blank(const char *text)
{
    return trim(&text) == 0;
}

static bool same_name(const char *a, const char *b)
{
    size_t a_len = trim(&a), b_len = trim(&b);
    return a_len == b_len && strncasecmp(a, b, a_len) == 0;
}

/* Four eyes: who asks is the requester or, where the file names none, the owner. */
static void check_people(const struct fg_value *row, struct fg_problem *problem)
{
    bool has_requester = !is_blank(cell(row, "requester"));
    if (same_name(cell(row, has_requester ? "requester" : "owner"), cell(row, "approver")))
        fg_problem_set(problem, "same_person", "approver: the %s cannot approve",
                       has_requester ? "requester" : "owner");
}

/* What makes a waiver worth nothing. */
static void check(const struct fg_value *row, const char *approved, const char *expires,
                  struct fg_problem *problem)
{
    const char *account = cell(row, "account_id");
    if (problem->reason == NULL && strcmp(expires, approved) <= 0)
        fg_problem_set(problem, "bad_period", "expires_at: it is not after approved_at");
    if (account[0] != '\0' && (strlen(account) != 12 || strspn(account, "0123456789") != 12))
        fg_problem_set(problem, "bad_account", "account_id: not 12 digits: %.60s", account);
    if (strpbrk(cell(row, "control_id"), "*?[, ;") != NULL)
        fg_problem_set(problem, "bad_control", "control_id: one control a row, no pattern and no list: %.60s",
                       cell(row, "control_id"));
    check_people(row, problem);
}

static int map_waiver(struct fg_load *load, struct fg_record *record, const struct fg_value *row,
                      struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    char approved[FG_TIME_SIZE], expires[FG_TIME_SIZE];
    struct fg_statement *insert;
    int64_t id;
    for (const struct fg_member *column = columns; column->name != NULL; column++)
        if ((column->how & FG_REQUIRED) != 0 && is_blank(cell(row, column->name)))
            fg_problem_set(problem, "missing", "%s: it is empty", column->name);
    read_time(row, "approved_at", false, approved, problem);
    read_time(row, "expires_at", true, expires, problem);
    check(row, approved, expires, problem);
    if (fg_load_record(load, record, NULL, &id, err) < 0 ||
        fg_load_statement(load, "store/waiver", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", id);
    fg_bind_int(insert, "line", (int64_t)record->line);
    for (const struct fg_member *column = columns; column->name != NULL; column++)
        if (cell(row, column->name)[0] != '\0')
            fg_bind_text(insert, column->name, cell(row, column->name));
    fg_bind_text(insert, "approved_at", approved);
    fg_bind_text(insert, "expires_at", expires);
    return fg_load_insert(insert, NULL, err);
}

const struct fg_mapper fg_waivers = {
    .kind = "waivers",
    .members = columns,
    .map = map_waiver,
    .csv_hint = "a waiver file is CSV in UTF-8 with the columns waiver_id, control_id, resource, account_id, "
                "reason, owner, approver, approved_at, expires_at, ticket (and requester)",
};
