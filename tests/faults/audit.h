/* SPDX-License-Identifier: MIT */
/* What a database holds, told by a hash of each table's rows. */
#ifndef FARGAUGE_TESTS_FAULTS_AUDIT_H
#define FARGAUGE_TESTS_FAULTS_AUDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TABLES_MAX = 100 };

struct audit {
    size_t count;
    char names[TABLES_MAX][64];
    uint64_t hashes[TABLES_MAX];
    int64_t rows[TABLES_MAX];
    char fault[256]; /* "" where it is whole */
};

/* Read it; what is not there, or empty, has no tables and no fault. Opening it ends what a journal left open. */
void audit_read(const char *path, struct audit *ret_audit);

/* True where each table that `found` has is as in `a`. Tables without rows do not count. */
bool audit_is_same(const struct audit *found, const struct audit *a);

/* True where each table that `found` has is as in `a`, as in `b`, or empty. */
bool audit_is_between(const struct audit *found, const struct audit *a, const struct audit *b);

#endif
