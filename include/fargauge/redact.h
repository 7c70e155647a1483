/* SPDX-License-Identifier: MIT */
/*
 * Redaction: a copy of an audit in which nobody is named.
 *
 * Accounts, ARNs, names, paths and the like become tokens: HMAC-SHA256 under a key that only the holder of the data has, so the
 * same name is the same token everywhere, and in every pack made with that key, and without the key nobody can try names out.
 * What a result says stays: statuses, reasons, versions, times, counts, Regions, AWS's own words. Free text goes. What becomes
 * of which column is a table, sql/redact/columns.sql; a column that is not in it stops a redaction. docs/redaction.md tells
 * what can still be seen.
 *
 * Only words on a list stay within texts, instead of known names being looked for: what nobody thought of is gone, not left.
 */
#ifndef FARGAUGE_REDACT_H
#define FARGAUGE_REDACT_H

#include "fargauge/error.h"
#include "fargauge/store.h"

enum { FG_REDACT_KEY_SIZE = 32 };

/* The key in the file at `path`, 64 hexadecimal digits; a file that is not there is made, with a new key, for its owner
 * alone. Errors: FG_USAGE where others may read it or it holds something else; FG_IO. */
int fg_redact_key(const char *path, unsigned char key[FG_REDACT_KEY_SIZE], struct fg_error *err);

/* Write a redacted copy of the audit in `store` into the new file at `database`, in which nothing is left of what stood there before; what is
 * copied in between has no name on any disk. `map`, where it is not NULL, is a new file that says what the tokens stand for, as CSV, for its
 * owner alone. The same audit and key give the same bytes. Errors: FG_USAGE where own controls name what would be redacted, or
 * something stands at `map`; FG_IO; FG_INTERNAL where a column is not known. The file is then of no use. */
int fg_redact(struct fg_store *store, const char *database, const unsigned char key[FG_REDACT_KEY_SIZE], const char *map,
              struct fg_error *err);

#endif
