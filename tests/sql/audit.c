/* SPDX-License-Identifier: MIT */
#include "audit.h"

#include <string.h>
#include <unistd.h>

#include "exports.h"
#include "fargauge/clock.h"
#include "fargauge/ingest.h"
#include "tap.h"

static const char GENERATED_AT[] = "2026-12-01T00:00:00.000Z";

void audit_open(struct audit *ret_audit, const char *path)
{
    struct fg_error err = {0};
    const char *base = getenv("TMPDIR");
    *ret_audit = (struct audit){0};
    if (strcmp(path, ":memory:") == 0) {
        spare_store_take(&ret_audit->spare);
        ret_audit->resources = ret_audit->spare.resources;
        ret_audit->store = ret_audit->spare.store;
    } else if (fg_resources_open(NULL, &ret_audit->resources, &err) < 0 ||
               fg_store_open(path, true, ret_audit->resources, &ret_audit->store, &err) < 0) {
        tap_bail("open", &err);
    }
    ret_audit->db = fg_store_handle(ret_audit->store);
    snprintf(ret_audit->folder, sizeof ret_audit->folder, "%s/fargauge-sql-XXXXXX",
             base != NULL && strlen(base) < 32 ? base : "/tmp");
    if (mkdtemp(ret_audit->folder) == NULL) {
        fg_error_set(&err, FG_IO, "no folder for made exports");
        tap_bail(ret_audit->folder, &err);
    }
}

void audit_close(struct audit *audit)
{
    char path[128];
    for (int i = 0; i < audit->made; i++) {
        snprintf(path, sizeof path, "%s/%d.json", audit->folder, i);
        unlink(path);
    }
    rmdir(audit->folder);
    if (audit->spare.store != NULL) {
        spare_store_give(&audit->spare);
        return;
    }
    fg_store_close(audit->store);
    fg_resources_close(audit->resources);
}

static void must_be_whole(void *context, const struct fg_ingest_report *report)
{
    struct fg_error err = {0};
    (void)context;
    if (report->outcome == FG_INGEST_REFUSED)
        tap_bail(report->path, &report->refusal);
    if (report->rejected == 0)
        return;
    fg_error_set(&err, FG_INPUT, "rejected: %s", report->first_rejection);
    tap_bail(report->path, &err);
}

void audit_import(struct audit *audit, const char *path, const char *captured_at)
{
    char time[FG_TIME_SIZE]; /* the database's form, as the program's options have it */
    if (captured_at != NULL)
        audit_time(captured_at, time);
    struct fg_ingest_options options = {.captured_at = captured_at == NULL ? NULL : time, .on_file = must_be_whole};
    struct fg_error err = {0};
    char copy[512];
    char *paths = copy;
    snprintf(copy, sizeof copy, "%s", path);
    if (fg_ingest_files(audit->store, &paths, 1, &options, &err) < 0)
        tap_bail(path, &err);
}

void audit_import_list(struct audit *audit, const char *member, cJSON *list, const char *captured_at)
{
    char path[128];
    struct fg_error err = {0};
    if (cJSON_GetArraySize(list) == 0) {
        cJSON_Delete(list);
        return;
    }
    snprintf(path, sizeof path, "%s/%d.json", audit->folder, audit->made++);
    if (export_write(path, member, list) < 0) {
        fg_error_set(&err, FG_IO, "cannot write");
        tap_bail(path, &err);
    }
    audit_import(audit, path, captured_at);
}

void audit_import_folder(struct audit *audit, const char *path, bool backwards)
{
    struct fg_inputs inputs;
    struct fg_error err = {0};
    if (fg_inputs_find(&path, 1, &inputs, &err) < 0)
        tap_bail(path, &err);
    for (size_t i = 0; i < inputs.count; i++)
        audit_import(audit, inputs.paths[backwards ? inputs.count - 1 - i : i], NULL);
    fg_inputs_done(&inputs);
}

/* "CONTROL.NAME=VALUE", in its own memory, taken apart. */
static bool split_parameter(char *text, struct fg_parameter *ret_parameter)
{
    char *value = strchr(text, '=');
    if (value == NULL)
        return false;
    *value++ = '\0';
    char *name = strrchr(text, '.');
    if (name == NULL)
        return false;
    *name++ = '\0';
    *ret_parameter = (struct fg_parameter){.control = text, .name = name, .value = value};
    return true;
}

void audit_assess(struct audit *audit, const char *as_of, const char *parameters)
{
    enum { PARAMETERS_MAX = 8 };
    char texts[PARAMETERS_MAX][128];
    struct fg_parameter split[PARAMETERS_MAX];
    struct fg_assess_options options = {
        .as_of = as_of, .generated_at = GENERATED_AT, .parameters = split};
    struct fg_error err = {0};
    int64_t id;
    while (options.parameter_count < PARAMETERS_MAX &&
           export_next(&parameters, ';', texts[options.parameter_count], sizeof texts[0]))
        if (split_parameter(texts[options.parameter_count], &split[options.parameter_count]))
            options.parameter_count++;
    if (fg_assess(audit->store, &options, &id, &err) < 0)
        tap_bail("assess", &err);
}

void audit_time(const char *text, char out[25])
{
    struct fg_error err = {0};
    int64_t ms;
    if (fg_time_parse(text, strlen(text), &ms) < 0) {
        fg_error_set(&err, FG_INPUT, "not a time");
        tap_bail(text, &err);
    }
    fg_time_format(ms, out);
}

sqlite3_stmt *audit_prepare(struct audit *audit, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    struct fg_error err = {0};
    if (sqlite3_prepare_v2(audit->db, sql, -1, &statement, NULL) == SQLITE_OK)
        return statement;
    fg_error_set(&err, FG_INTERNAL, "%s", sqlite3_errmsg(audit->db));
    tap_bail(sql, &err);
}

struct fg_buf audit_read(const char *path)
{
    struct fg_buf text = FG_BUF_INIT;
    struct fg_error err = {0};
    char bytes[4096];
    size_t len;
    FILE *file = fopen(path, "rb");
    while (file != NULL && (len = fread(bytes, 1, sizeof bytes, file)) > 0)
        fg_buf_add(&text, bytes, len);
    if (file != NULL && fclose(file) == 0 && !text.failed)
        return text;
    fg_error_set(&err, FG_IO, "cannot read");
    tap_bail(path, &err);
}
