/* SPDX-License-Identifier: MIT */
/*
 * Values of environment variables taken out of a JSON text before anyone sees it.
 *
 * Task definitions carry them in `environment`, AWS Config and Security Hub in `Environment`; both also
 * as JSON held in a string. People put passwords there, and no verdict needs them. Everything else of
 * the text stays byte for byte as it stands.
 *
 * What is masked, whatever the members' letter case or escapes: within a member `environment` (or
 * `environmentVariables`) that is an array, all of each element but the string that is its `name`;
 * where it is an object, each member's value; a plain word (a tag of that name) stays. A string
 * that holds JSON is masked inside, one that looks as if it held some but cannot be read is masked
 * whole. In doubt too much is masked.
 */
#ifndef FARGAUGE_MASK_H
#define FARGAUGE_MASK_H

#include <stddef.h>

#include "fargauge/buf.h"
#include "fargauge/error.h"

/* Append the JSON `text` (one value or several) to `out`, masked, and set *ret_masked to how many values
 * were. Errors: FG_INPUT for a text that cannot be walked; what was appended then must not be shown. */
int fg_mask_environment(const char *text, size_t len, struct fg_buf *out, size_t *ret_masked,
                        struct fg_error *err);

#endif
