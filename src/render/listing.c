/* SPDX-License-Identifier: MIT */
#include "render/listing.h"

#include <string.h>

#include "fargauge/buf.h"
#include "fargauge/visible.h"
#include "render/pattern.h"
#include "render/query.h"

struct listing {
    sqlite3 *db;
    const char *name; /* of the query */
    sqlite3_stmt *row;
    struct fg_output *output;
    struct fg_error *err;
};

/* A row's column by name; NULL where it is NULL or not there. */
static const char *column(const struct listing *listing, const char *name, size_t len)
{
    for (int i = 0; i < sqlite3_column_count(listing->row); i++) {
        const char *found = sqlite3_column_name(listing->row, i);
        if (strlen(found) == len && memcmp(found, name, len) == 0)
            return (const char *)sqlite3_column_text(listing->row, i);
    }
    return NULL;
}

/* `text` without what cannot be seen; its line feeds and tabs stay. */
static void add_lines(struct fg_buf *out, const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        size_t same = fg_visible_span(text + at, len - at);
        fg_buf_add(out, text + at, same);
        at += same;
        char escape[FG_VISIBLE_ESCAPE_SIZE];
        if (at == len)
            break;
        at += fg_visible_escape(text + at, len - at, escape);
        fg_buf_add_text(out, escape);
    }
}

static bool is_quoted(const struct fg_ref *ref)
{
    return ref->filter_count > 0 && strcmp(ref->filters[ref->filter_count - 1]->name, "shell") == 0;
}

static void add_value(const struct listing *listing, const struct fg_ref *ref, struct fg_buf *out)
{
    const char *text = column(listing, ref->name, ref->name_len);
    FG_BUF_AUTO value = FG_BUF_INIT;
    fg_buf_add_text(&value, text == NULL ? "" : text);
    for (size_t i = 0; text != NULL && i < ref->filter_count; i++) {
        FG_BUF_AUTO before = value;
        value = FG_BUF_INIT;
        ref->filters[i]->apply(fg_buf_text(&before), before.len, &value);
        value.failed |= before.failed;
    }
    if (is_quoted(ref))
        add_lines(out, fg_buf_text(&value), value.len);
    else
        fg_visible_add_line(out, fg_buf_text(&value), value.len);
    out->failed |= value.failed;
}

/* The remedy's text, filled from its row. One pass: what a value brings in is not looked at again. */
static int fill(const struct listing *listing, const char *text, struct fg_buf *out)
{
    struct fg_pattern pattern = {.rest = text, .len = strlen(text)};
    struct fg_piece piece;
    int more;
    while ((more = fg_pattern_next(&pattern, &piece)) > 0)
        if (piece.literal != NULL)
            fg_buf_add(out, piece.literal, piece.len);
        else
            add_value(listing, &piece.ref, out);
    if (more == 0)
        return out->failed ? fg_error_memory(listing->err) : 0;
    fg_error_set(listing->err, FG_INTERNAL, "query: %s: the text of a remedy: %s", listing->name, pattern.why);
    return fg_error_hint(listing->err, "write {column} or {column|filter} there, and {{ for a brace");
}

static void write_comment(const struct listing *listing, const char *text)
{
    do {
        size_t len = strcspn(text, "\n");
        fg_output_text(listing->output, len > 0 ? "# " : "#");
        fg_output_write(listing->output, text, len);
        fg_output_text(listing->output, "\n");
        text += len + (text[len] == '\n');
    } while (*text != '\0');
}

/* One line, and two signs, so that taking the remedies' comment off leaves it one. */
static int write_heading(const struct listing *listing, const char *text)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    fg_visible_add_line(&line, text, strlen(text));
    fg_output_text(listing->output, "## ");
    fg_output_write(listing->output, fg_buf_text(&line), line.len);
    fg_output_text(listing->output, "\n");
    return line.failed ? fg_error_memory(listing->err) : 0;
}

static int write_head_row(const struct listing *listing)
{
    const char *live = column(listing, "live", strlen("live"));
    const char *note = column(listing, "note", strlen("note"));
    if (live != NULL) {
        fg_output_text(listing->output, live);
        fg_output_text(listing->output, "\n");
    }
    return note == NULL ? 0 : write_heading(listing, note);
}

static int write_remedy_row(const struct listing *listing)
{
    const char *heading = column(listing, "heading", strlen("heading"));
    const char *text = column(listing, "text", strlen("text"));
    FG_BUF_AUTO filled = FG_BUF_INIT;
    fg_output_text(listing->output, "\n");
    if (heading != NULL && write_heading(listing, heading) < 0)
        return -1;
    if (fill(listing, text == NULL ? "" : text, &filled) < 0)
        return -1;
    write_comment(listing, fg_buf_text(&filled));
    return 0;
}

static void bind(sqlite3_stmt *statement, const char *name, const char *value)
{
    int index = sqlite3_bind_parameter_index(statement, name);
    if (index > 0)
        sqlite3_bind_text(statement, index, value, -1, SQLITE_STATIC);
}

static int step_rows(struct listing *listing, int (*write_row)(const struct listing *listing))
{
    int step;
    while ((step = sqlite3_step(listing->row)) == SQLITE_ROW)
        if (write_row(listing) < 0)
            return -1;
    return step == SQLITE_DONE ? 0 : fg_query_error(listing->db, listing->name, listing->err);
}

int fg_listing_write(struct fg_store *store, const char *method, const char *lang, struct fg_output *output,
                     struct fg_error *err)
{
    static const struct {
        const char *name;
        int (*write_row)(const struct listing *listing);
    } parts[] = {{"remediation_head", write_head_row}, {"remediation", write_remedy_row}};
    struct listing listing = {.db = fg_store_handle(store), .output = output, .err = err};
    int status = 0;
    fg_query_guard(listing.db);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && status == 0; i++) {
        listing.name = parts[i].name;
        status = fg_query_prepare(listing.db, fg_store_resources(store), listing.name, &listing.row, err);
        if (status < 0)
            break;
        bind(listing.row, ":method", method);
        bind(listing.row, ":lang", lang);
        status = step_rows(&listing, parts[i].write_row);
        sqlite3_finalize(listing.row);
    }
    fg_query_unguard(listing.db);
    return status;
}
