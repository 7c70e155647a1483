/* SPDX-License-Identifier: MIT */
/* Parts of a screen: each a query and the table that its first columns fill. SQL counts, fg_table lays out. */
#ifndef FARGAUGE_CMD_SCREEN_H
#define FARGAUGE_CMD_SCREEN_H

#include "cmd/command.h"
#include "fargauge/store.h"
#include "fargauge/table.h"

enum { FG_SCREEN_NONE = -1 };

struct fg_screen_part {
    const char *query;
    const struct fg_table_column *columns;
    int count;
    int failed, open; /* columns whose numbers stand out, or FG_SCREEN_NONE */
    bool is_words;    /* a word and what it says: behind it stands whether that is an alarm. Else: heading, rows, sum */
};

/* What the queries may take. */
struct fg_screen_values {
    const char *lang; /* NULL: en */
    const char *db;   /* the database's path; bound as a word that a shell takes back */
    int64_t most;     /* rows of a list */
};

/* Print the parts, an empty line between them. */
int fg_screen_print(const struct fg_run *run, struct fg_store *store, const struct fg_screen_part *parts, size_t count,
                    const struct fg_screen_values *values, struct fg_error *err);

#endif
