/* SPDX-License-Identifier: MIT */
/* The columns of a copy without a name are rewritten by statements that sql/redact/updates.sql makes from the table of all columns; what
 * a text becomes is the function redact(how, text). Then the rows move into a new file, so that no old page is left, and that a run
 * which is killed leaves nothing that names anybody. */
#include <stdlib.h>
#include <string.h>

#include "redact/map.h"
#include "redact/token.h"

/* ---- the words that stay ---- */

static int add_word(struct fg_redaction *redaction, const char *text, bool is_name, struct fg_error *err)
{
    struct fg_word *words = realloc(redaction->words, (redaction->word_count + 1) * sizeof *words);
    if (words == NULL)
        return fg_error_memory(err);
    redaction->words = words;
    words[redaction->word_count] = (struct fg_word){.text = strdup(text), .is_name = is_name};
    if (words[redaction->word_count].text == NULL)
        return fg_error_memory(err);
    redaction->word_count++;
    return 0;
}

static int read_words(struct fg_redaction *redaction, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(redaction->store, "redact/words", &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0)
        if (add_word(redaction, fg_column_text(query, 0), fg_column_int(query, 1) != 0, err) < 0) {
            fg_statement_reset(query);
            return -1;
        }
    return step;
}

static void forget_words(struct fg_redaction *redaction)
{
    for (size_t i = 0; i < redaction->word_count; i++)
        free(redaction->words[i].text);
    free(redaction->words);
}

/* ---- rewriting ---- */

static void redact_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct fg_redaction *redaction = sqlite3_user_data(context);
    const char *how = (const char *)sqlite3_value_text(values[0]);
    const char *text = (const char *)sqlite3_value_text(values[1]);
    FG_BUF_AUTO out = FG_BUF_INIT;
    (void)count;
    if (text == NULL || how == NULL)
        return; /* null stays null */
    if (!redaction->failed && fg_shape_add(redaction, how, text, &out) == 0 && !out.failed) {
        sqlite3_result_text64(context, fg_buf_text(&out), out.len, SQLITE_TRANSIENT, SQLITE_UTF8);
        return;
    }
    if (out.failed)
        fg_error_memory(redaction->err);
    redaction->failed = true;
    sqlite3_result_error(context, "redaction failed", -1);
}

/* A query of at most one row; 1 with its text in *out, 0 where there is none. */
static int ask(struct fg_store *store, const char *name, struct fg_buf *out, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, name, &query, err) < 0)
        return -1;
    int step = fg_step(query, err);
    if (step > 0)
        fg_buf_add_text(out, fg_column_text(query, 0));
    fg_statement_reset(query);
    return step > 0 && out->failed ? fg_error_memory(err) : step;
}

static int check(struct fg_store *store, struct fg_error *err)
{
    FG_BUF_AUTO found = FG_BUF_INIT;
    int unknown = ask(store, "redact/unknown_column", &found, err);
    if (unknown > 0)
        return fg_error_set(err, FG_INTERNAL, "redact: %s: nothing says what becomes of this column", found.data);
    int named = unknown < 0 ? -1 : ask(store, "redact/own_rule_names", &found, err);
    if (named > 0) {
        fg_error_set(err, FG_USAGE, "redact: %s: this control of your own names an account or an ARN", found.data);
        return fg_error_hint(err, "rules stay as they are: take it out of them, and assess with --controls DIR again");
    }
    return named;
}

static int list_updates(struct fg_store *store, struct fg_buf *script, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, "redact/updates", &query, err) < 0)
        return -1;
    while ((step = fg_step(query, err)) > 0) {
        fg_buf_add_text(script, fg_column_text(query, 0));
        fg_buf_add_char(script, '\n');
    }
    return step == 0 && script->failed ? fg_error_memory(err) : step;
}

static int rewrite(struct fg_redaction *redaction, struct fg_error *err)
{
    sqlite3 *handle = fg_store_handle(redaction->store);
    FG_BUF_AUTO script = FG_BUF_INIT;
    if (list_updates(redaction->store, &script, err) < 0)
        return -1;
    if (sqlite3_create_function_v2(handle, "redact", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, redaction, redact_function, NULL,
                                   NULL, NULL) != SQLITE_OK ||
        sqlite3_exec(handle, script.data, NULL, NULL, NULL) != SQLITE_OK)
        return redaction->failed ? -1 : fg_sqlite_error(handle, "database", "redact/updates", err);
    return 0;
}

static int redact_rows(struct fg_redaction *redaction, struct fg_error *err)
{
    struct fg_store *store = redaction->store;
    if (fg_store_run(store, "pack/forget_statistics", err) < 0 || fg_store_run(store, "redact/columns", err) < 0 || fg_store_run(store, "redact/tokens", err) < 0 ||
        check(store, err) < 0 || read_words(redaction, err) < 0 || fg_store_begin(store, err) < 0)
        return -1;
    int status = rewrite(redaction, err);
    if (status == 0)
        status = fg_store_commit(store, err);
    fg_store_rollback(store); /* nothing where it was committed */
    return status;
}

/* ---- the new file ---- */

static int copy_to(struct fg_store *store, const char *path, struct fg_error *err)
{
    struct fg_statement *copy;
    if (fg_store_statement(store, "redact/copy", &copy, err) < 0)
        return -1;
    fg_bind_text(copy, "path", path);
    return fg_step_done(copy, NULL, err);
}

int fg_redact(struct fg_store *store, const char *database, const unsigned char key[FG_REDACT_KEY_SIZE], const char *map,
              struct fg_error *err)
{
    struct fg_redaction redaction = {.key = key, .err = err};
    if (fg_store_copy(store, &redaction.store, err) < 0)
        return -1;
    int status = redact_rows(&redaction, err);
    if (status == 0)
        status = copy_to(redaction.store, database, err);
    if (status == 0 && map != NULL)
        status = fg_redact_write_map(redaction.store, map, err);
    forget_words(&redaction);
    fg_store_close(redaction.store);
    return status;
}
