/* SPDX-License-Identifier: MIT */
/*
 * A database for one test: opened as the program opens it, filled by the program's own import, judged by
 * its own assessment. Whatever fails on the way ends the test program ("Bail out!").
 */
#ifndef FARGAUGE_TESTS_AUDIT_H
#define FARGAUGE_TESTS_AUDIT_H

#include <cjson/cJSON.h>

#include "../spare_store.h"
#include "fargauge/assess.h"
#include "fargauge/buf.h"

struct audit {
    struct spare_store spare; /* in memory: whose the next two are */
    struct fg_resources *resources;
    struct fg_store *store;
    sqlite3 *db;     /* the store's */
    char folder[64]; /* for exports that are made; removed at the end */
    int made;        /* how many of them */
};

/* `path` may be ":memory:". */
void audit_open(struct audit *ret_audit, const char *path);
void audit_close(struct audit *audit);

/* Import one file. `captured_at` may be NULL. Every record must be taken. */
void audit_import(struct audit *audit, const char *path, const char *captured_at);

/* Import a document {"MEMBER": list}, or with NULL the list alone; `list` is consumed. An empty list is passed over. */
void audit_import_list(struct audit *audit, const char *member, cJSON *list, const char *captured_at);

/* Import a folder's files, in order of their paths or backwards. */
void audit_import_folder(struct audit *audit, const char *path, bool backwards);

/* `as_of` may be NULL. `parameters` is "CONTROL.NAME=VALUE; …" or "". */
void audit_assess(struct audit *audit, const char *as_of, const char *parameters);

/* The database's form of a time or a date. */
void audit_time(const char *text, char out[25]);

/* Prepare; what cannot be prepared ends the program. */
sqlite3_stmt *audit_prepare(struct audit *audit, const char *sql);

/* A file's text; the buffer is the caller's. */
struct fg_buf audit_read(const char *path);

#endif
