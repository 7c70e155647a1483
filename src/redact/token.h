/* SPDX-License-Identifier: MIT */
/* Private to src/redact: what texts become. */
#ifndef FARGAUGE_REDACT_TOKEN_H
#define FARGAUGE_REDACT_TOKEN_H

#include <stdbool.h>

#include "fargauge/buf.h"
#include "fargauge/redact.h"
#include "fargauge/store.h"

struct fg_word {
    char *text;
    bool is_name; /* AWS gives it to what else customers name */
};

struct fg_redaction {
    struct fg_store *store;
    const unsigned char *key;
    struct fg_word *words; /* that stay, in byte order */
    size_t word_count;
    struct fg_error *err; /* of what failed within a statement */
    bool failed;
};

/* Append the token of `text` (`len` bytes), which is of a kind: account, name, path, hash. The same text and kind give the same
 * token, and another text another one, or it fails. Returns 0 or -1 with redaction->err filled. */
int fg_token_add(struct fg_redaction *redaction, const char *kind, const char *text, size_t len, struct fg_buf *out);

/* Whether a token of that name was given. Returns 1, 0 or -1. */
int fg_token_known(struct fg_redaction *redaction, const char *text, size_t len);

/* The word, if it is one that stays; NULL where not. */
const struct fg_word *fg_word_find(const struct fg_redaction *redaction, const char *text, size_t len);

/* Append what `text` becomes; `how` is one of sql/redact/columns.sql. Returns 0 or -1 with redaction->err filled. */
int fg_shape_add(struct fg_redaction *redaction, const char *how, const char *text, struct fg_buf *out);

#endif
