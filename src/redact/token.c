/* SPDX-License-Identifier: MIT */
#include "redact/token.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/sha256.h"

/* How many bytes of the HMAC a token shows, and what stands before them, so that none is taken for what it stands for. */
static const struct {
    const char *kind, *prefix;
    size_t bytes;
} kinds[] = {
    {"account", "acct-", 6},
    {"name", "n-", 8},
    {"path", "p-", 8},
    {"hash", "", 32},
};
enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

static int make_token(const struct fg_redaction *redaction, size_t kind, const char *text, size_t len,
                      struct fg_buf *token)
{
    FG_BUF_AUTO message = FG_BUF_INIT;
    unsigned char digest[FG_SHA256_SIZE];
    fg_buf_add(&message, kinds[kind].kind, strlen(kinds[kind].kind) + 1);
    fg_buf_add(&message, text, len);
    if (message.failed || HMAC(EVP_sha256(), redaction->key, FG_REDACT_KEY_SIZE, (const unsigned char *)message.data,
                               message.len, digest, NULL) == NULL)
        return fg_error_memory(redaction->err);
    fg_buf_add_text(token, kinds[kind].prefix);
    for (size_t i = 0; i < kinds[kind].bytes; i++) {
        static const char hex[] = "0123456789abcdef";
        fg_buf_add_char(token, hex[digest[i] >> 4]);
        fg_buf_add_char(token, hex[digest[i] & 15]);
    }
    return token->failed ? fg_error_memory(redaction->err) : 0;
}

/* 1 where the token is known for this very text, 0 where it is new, -1 where it stands for another. */
static int look_up(struct fg_redaction *redaction, const char *token, const char *kind, const char *text, size_t len)
{
    struct fg_statement *query;
    if (fg_store_statement(redaction->store, "redact/find_token", &query, redaction->err) < 0)
        return -1;
    fg_bind_text(query, "token", token);
    int step = fg_step(query, redaction->err);
    if (step <= 0)
        return step;
    const char *original = fg_column_text(query, 0);
    bool same = strlen(original) == len && memcmp(original, text, len) == 0 &&
                strcmp(fg_column_text(query, 1), kind) == 0;
    fg_statement_reset(query);
    if (same)
        return 1;
    fg_error_set(redaction->err, FG_USAGE, "redact: two %ss have the token %s", kind, token);
    return fg_error_hint(redaction->err, "use another key: --redact-key NEWFILE");
}

static size_t find_kind(const char *name)
{
    size_t kind = 0;
    while (kind + 1 < KIND_COUNT && strcmp(kinds[kind].kind, name) != 0)
        kind++;
    return kind;
}

int fg_token_add(struct fg_redaction *redaction, const char *kind, const char *text, size_t len, struct fg_buf *out)
{
    FG_BUF_AUTO token = FG_BUF_INIT;
    struct fg_statement *insert;
    if (make_token(redaction, find_kind(kind), text, len, &token) < 0)
        return -1;
    int known = look_up(redaction, token.data, kind, text, len);
    if (known < 0)
        return -1;
    fg_buf_add(out, token.data, token.len);
    if (known > 0)
        return 0;
    if (fg_store_statement(redaction->store, "redact/add_token", &insert, redaction->err) < 0)
        return -1;
    fg_bind_text(insert, "token", token.data);
    fg_bind_text(insert, "kind", kind);
    fg_bind_bytes(insert, "original", text, len);
    return fg_step_done(insert, NULL, redaction->err);
}

int fg_token_known(struct fg_redaction *redaction, const char *text, size_t len)
{
    FG_BUF_AUTO token = FG_BUF_INIT;
    if (make_token(redaction, find_kind("name"), text, len, &token) < 0)
        return -1;
    return look_up(redaction, token.data, "name", text, len);
}

const struct fg_word *fg_word_find(const struct fg_redaction *redaction, const char *text, size_t len)
{
    size_t low = 0, high = redaction->word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct fg_word *word = &redaction->words[middle];
        int order = strncmp(word->text, text, len);
        if (order == 0 && word->text[len] == '\0')
            return word;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
