/* SPDX-License-Identifier: MIT */
/* Private to src/redact: parts of texts, and what becomes of them. */
#ifndef FARGAUGE_REDACT_SHAPE_H
#define FARGAUGE_REDACT_SHAPE_H

#include "redact/token.h"

/* A part of a text, borrowed. */
struct fg_span {
    const char *text;
    size_t len;
};

/* From `at` up to the first of the characters in `ends`, or `end`. */
struct fg_span fg_span_until(const char *at, const char *end, const char *ends);

bool fg_span_is_digits(struct fg_span span);
bool fg_span_is_account(struct fg_span span);
bool fg_span_is_arn(struct fg_span span);
/* A Region's name, by the words that AWS makes them of. */
bool fg_span_is_region(struct fg_span span);

/* Append its token; nothing for nothing. Twelve digits that are named are an account. Returns 0 or -1. */
int fg_span_token(struct fg_redaction *redaction, const char *kind, struct fg_span span, struct fg_buf *out);

/* Append an ARN with tokens for its parts; with `pattern`, wildcards stay. Returns 0 or -1. */
int fg_span_arn(struct fg_redaction *redaction, bool pattern, struct fg_span span, struct fg_buf *out);

/* Append a list word by word: numbers, versions, times, Regions and words that stay, tokens for all else. With `mixed`, a word
 * that is known as a name becomes its token. Returns 0 or -1. */
int fg_span_words(struct fg_redaction *redaction, bool mixed, struct fg_span span, struct fg_buf *out);

#endif
