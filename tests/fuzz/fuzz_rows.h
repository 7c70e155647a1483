/* SPDX-License-Identifier: MIT */
/* A small database for templates, and queries over it: `rows` (name, url, n, time, nil) and `none`, `inner`, `one`. */
#ifndef FARGAUGE_TESTS_FUZZ_ROWS_H
#define FARGAUGE_TESTS_FUZZ_ROWS_H

#include <sqlite3.h>

#include "fargauge/resource.h"

/* Both are opened once and closed when the program ends. */
sqlite3 *fuzz_rows(void);
const struct fg_resources *fuzz_rows_resources(void);

/* Make `name` and `url` of the only row these bytes. */
void fuzz_rows_set(const void *bytes, size_t len);

#endif
