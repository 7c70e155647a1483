/* SPDX-License-Identifier: MIT */
#include "cmd/evidence.h"

#include <string.h>

#include "fargauge/mask.h"
#include "fargauge/reread.h"
#include "fargauge/visible.h"

/* A record longer than SHOWN_WHOLE is cut to its beginning and its end. */
enum { SHOWN_WHOLE = 8192, SHOWN_HEAD = 6144, SHOWN_TAIL = 1024 };

static const char *const state_messages[FG_REREAD_STATES] = {
    [FG_REREAD_UNCHANGED] = "explain.now.unchanged",
    [FG_REREAD_TOO_LONG] = "explain.now.too_long",
    [FG_REREAD_MISPLACED] = "explain.now.misplaced",
    [FG_REREAD_CHANGED] = "explain.now.changed",
    [FG_REREAD_GONE] = "explain.now.gone",
    [FG_REREAD_NO_FILE] = "explain.now.no_file",
    [FG_REREAD_UNREADABLE] = "explain.now.unreadable",
    [FG_REREAD_STANDARD_INPUT] = "explain.now.standard_input",
    [FG_REREAD_NO_MEMBER] = "explain.now.no_member",
};

int fg_evidence_lines(const struct fg_evidence_view *view, struct fg_statement *query,
                      struct fg_error *err)
{
    int step;
    while ((step = fg_step(query, err)) > 0) {
        enum fg_style style = fg_column_int(query, 1) > 0 ? FG_STYLE_ALARM : FG_STYLE_PLAIN;
        fg_log_styled(view->run->log, style, fg_column_text(query, 0));
    }
    return step;
}

/* Append the fixed text `key`. */
static int add_message(const struct fg_evidence_view *view, const char *key, struct fg_buf *out,
                       struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(view->store, "queries/message", &query, err) < 0)
        return -1;
    fg_bind_text(query, "lang", view->lang);
    fg_bind_text(query, "key", key);
    int step = fg_step(query, err);
    if (step > 0)
        fg_buf_add_text(out, fg_column_text(query, 0));
    fg_statement_reset(query);
    if (step == 0)
        return fg_error_set(err, FG_INTERNAL, "message: %s: there is none", key);
    return step < 0 ? -1 : 0;
}

static void print_line(const struct fg_evidence_view *view, enum fg_style style, const struct fg_buf *line)
{
    fg_log_styled(view->run->log, style, fg_log_words(view->run->log, line));
}

static int tell(const struct fg_evidence_view *view, enum fg_style style, const char *key,
                struct fg_error *err)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    fg_buf_add_text(&line, "  ");
    if (add_message(view, key, &line, err) < 0)
        return -1;
    print_line(view, style, &line);
    return 0;
}

static int tell_number(const struct fg_evidence_view *view, const char *key, size_t number,
                       struct fg_error *err)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    fg_buf_add_text(&line, "  ");
    if (add_message(view, key, &line, err) < 0)
        return -1;
    fg_buf_printf(&line, ": %zu", number);
    print_line(view, FG_STYLE_PLAIN, &line);
    return 0;
}

static int tell_state(const struct fg_evidence_view *view, const char *path,
                      const struct fg_reread *found, struct fg_error *err)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    bool good = found->state == FG_REREAD_UNCHANGED;
    fg_buf_add_text(&line, "  ");
    if (add_message(view, "explain.now", &line, err) < 0)
        return -1;
    fg_buf_printf(&line, ": %s: ", path);
    if (add_message(view, state_messages[found->state], &line, err) < 0)
        return -1;
    if (found->detail[0] != '\0')
        fg_buf_printf(&line, " %s", found->detail);
    print_line(view, good ? FG_STYLE_PLAIN : FG_STYLE_ALARM, &line);
    return 0;
}

/* ---- The bytes ---- */

/* The bar tells a record's lines from ours, whatever stands in them, NULs included. */
static void print_barred(const struct fg_evidence_view *view, const char *text, size_t len)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    for (const char *end = text + len; text < end;) {
        const char *feed = memchr(text, '\n', (size_t)(end - text));
        size_t piece = (size_t)((feed == NULL ? end : feed) - text);
        fg_buf_clear(&line);
        fg_buf_add_text(&line, "  | ");
        fg_visible_add_line(&line, text, piece);
        fg_log_text(view->run->log, fg_log_words(view->run->log, &line));
        text += piece + 1;
    }
}

/* A place to cut at or shortly before `at`: where a line begins, else a character. */
static size_t cut_before(const char *text, size_t at)
{
    enum { NEAR = 512 };
    for (size_t near = at; near > at - NEAR; near--)
        if (text[near - 1] == '\n')
            return near;
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static int print_text(const struct fg_evidence_view *view, const char *text, size_t len,
                      struct fg_error *err)
{
    if (tell(view, FG_STYLE_PLAIN, "explain.record", err) < 0)
        return -1;
    if (view->full || len <= SHOWN_WHOLE) {
        print_barred(view, text, len);
        return 0;
    }
    size_t head = cut_before(text, SHOWN_HEAD);
    size_t tail = cut_before(text, len - SHOWN_TAIL);
    print_barred(view, text, head);
    if (tell_number(view, "explain.left_out", tail - head, err) < 0)
        return -1;
    print_barred(view, text + tail, len - tail);
    return 0;
}

/* Nobody sees a JSON record but masked. */
static int print_json(const struct fg_evidence_view *view, const struct fg_buf *bytes,
                      struct fg_error *err)
{
    FG_BUF_AUTO masked = FG_BUF_INIT;
    size_t count;
    int status = fg_mask_environment(fg_buf_text(bytes), bytes->len, &masked, &count, err);
    if (status < 0 && err->code != FG_INPUT)
        return -1;
    if (status < 0)
        return tell(view, FG_STYLE_ALARM, "explain.not_masked", err);
    if (count > 0 && tell_number(view, "explain.masked", count, err) < 0)
        return -1;
    return print_text(view, fg_buf_text(&masked), masked.len, err);
}

/* Look at one name of the file: 1 where the bytes are there (and were printed where they can be), 0, or -1. */
static int try_name(const struct fg_evidence_view *view, struct fg_statement *name,
                    struct fg_error *err)
{
    FG_BUF_AUTO bytes = FG_BUF_INIT;
    struct fg_reread found;
    const struct fg_reread_place place = {
        .path = fg_column_text(name, 0),
        .archive = fg_column_or_null(name, 1),
        .sha256 = fg_column_text(name, 2),
        .encoding = fg_column_text(name, 3),
        .offset = (uint64_t)fg_column_int(name, 4),
        .length = (uint64_t)fg_column_int(name, 5),
    };
    bool json = fg_column_int(name, 6) != 0;
    if (fg_reread(&place, &bytes, &found, err) < 0 || tell_state(view, place.path, &found, err) < 0)
        return -1;
    if (found.state != FG_REREAD_UNCHANGED)
        return found.state == FG_REREAD_TOO_LONG || found.state == FG_REREAD_MISPLACED;
    int status = json ? print_json(view, &bytes, err)
                      : print_text(view, fg_buf_text(&bytes), bytes.len, err);
    return status < 0 ? -1 : 1;
}

int fg_evidence_bytes(const struct fg_evidence_view *view, int64_t record, struct fg_error *err)
{
    struct fg_statement *names;
    int step, shown = 0;
    if (fg_store_statement(view->store, "queries/explain_names", &names, err) < 0)
        return -1;
    fg_bind_int(names, "record_id", record);
    fg_bind_int(names, "assessment_id", view->assessment);
    while (shown == 0 && (step = fg_step(names, err)) != 0)
        shown = step < 0 ? -1 : try_name(view, names, err);
    fg_statement_reset(names);
    if (shown == 0)
        return tell(view, FG_STYLE_ALARM, "explain.nothing_shown", err);
    return shown < 0 ? -1 : 0;
}
