/* SPDX-License-Identifier: MIT */
/* Private to src/store: bring a database file to this program's schema, catalogue and views. */
#ifndef FARGAUGE_STORE_MIGRATE_H
#define FARGAUGE_STORE_MIGRATE_H

#include "fargauge/store.h"

/* What sql/schema/001 writes into the file's head: "fgau". */
enum { FG_APPLICATION_ID = 0x66676175 };

/* `path` is for error texts. Errors: FG_IO for a file that is not ours or is newer than we are. */
int fg_store_migrate(struct fg_store *store, const char *path, struct fg_error *err);

/* Refuse a schema that is newer than this program's, of the database at `path`. Errors: FG_IO. */
int fg_store_check_version(const struct fg_store *store, const char *path, int64_t version, struct fg_error *err);

/* Run SQL text as it stands; `name` is for error texts. */
int fg_store_run_text(struct fg_store *store, const char *name, const char *sql,
                      struct fg_error *err);

#endif
