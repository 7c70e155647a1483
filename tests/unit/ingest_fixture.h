/* SPDX-License-Identifier: MIT */
/* A database in memory, files that a test writes, and what became of them. */
#ifndef FARGAUGE_TESTS_INGEST_FIXTURE_H
#define FARGAUGE_TESTS_INGEST_FIXTURE_H

#include "../spare_store.h"
#include "fargauge/ingest.h"
#include "place.h"
#include "rows.h"

struct ingest {
    struct place place;
    struct spare_store spare;
    struct fg_resources *resources; /* these three are the spare store's */
    struct fg_store *store;
    sqlite3 *db;
    struct fg_ingest_options options;
    struct fg_ingest_report report;
    struct fg_error err;
    char path[512]; /* of the file that was imported last */
};

static inline void ingest_start(struct ingest *ingest)
{
    *ingest = (struct ingest){0};
    place_start(&ingest->place);
    spare_store_take(&ingest->spare);
    ingest->resources = ingest->spare.resources;
    ingest->store = ingest->spare.store;
    ingest->db = fg_store_handle(ingest->store);
}

static inline void ingest_stop(struct ingest *ingest)
{
    spare_store_give(&ingest->spare);
    place_stop(&ingest->place);
}

/* Forget all that was imported. */
static inline void ingest_again(struct ingest *ingest)
{
    ck_assert(spare_store_forget(&ingest->spare));
}

static inline void ingest_told(void *context, const struct fg_ingest_report *report)
{
    struct ingest *ingest = context;
    ingest->report = *report;
    ingest->report.path = ingest->path;
}

/* Import what is at `path` (NULL: at ingest->path). 0 or -1. */
static inline int ingest_path(struct ingest *ingest, const char *given)
{
    char *path = ingest->path;
    if (given != NULL)
        snprintf(ingest->path, sizeof ingest->path, "%s", given);
    struct fg_ingest_options options = ingest->options;
    options.on_file = ingest_told;
    options.context = ingest;
    return fg_ingest_files(ingest->store, &path, 1, &options, &ingest->err);
}

static inline void ingest_bytes(struct ingest *ingest, const char *name, const void *bytes, size_t len)
{
    snprintf(ingest->path, sizeof ingest->path, "%s",
             place_write(&ingest->place, name, bytes, len));
    int status = ingest_path(ingest, NULL);
    ck_assert_msg(status == 0, "%s: %s", name, ingest->err.message);
}

/* Append `text` with its apostrophes as quotes, so that JSON reads well in C. */
static inline void add_json(struct fg_buf *out, const char *text)
{
    for (; *text != '\0'; text++)
        fg_buf_add_char(out, *text == '\'' ? '"' : *text);
}

/* Append `text` as a JSON string, in the same notation. */
static inline void add_json_text(struct fg_buf *out, const char *text)
{
    fg_buf_add_char(out, '\'');
    for (; *text != '\0'; text++) {
        if (*text == '\'' || *text == '\\')
            fg_buf_add_char(out, '\\');
        fg_buf_add_char(out, *text);
    }
    fg_buf_add_char(out, '\'');
}

static inline void ingest_json(struct ingest *ingest, const char *name, const char *json)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    add_json(&text, json);
    ingest_bytes(ingest, name, fg_buf_text(&text), text.len);
}

static inline void expect_loaded(const struct ingest *ingest, int64_t used, int64_t rejected,
                                 int64_t of_no_interest)
{
    const struct fg_ingest_report *report = &ingest->report;
    ck_assert_msg(report->outcome == FG_INGEST_LOADED, "%s", report->refusal.message);
    ck_assert_msg(report->used == used && report->rejected == rejected &&
                      report->of_no_interest == of_no_interest,
                  "used %d, rejected %d, of no interest %d; %s", (int)report->used,
                  (int)report->rejected, (int)report->of_no_interest, report->first_rejection);
}

/* Refused with a message that holds `part` and the path, and with a hint. */
static inline void expect_refused(const struct ingest *ingest, const char *part)
{
    const struct fg_error *refusal = &ingest->report.refusal;
    ck_assert_int_eq(ingest->report.outcome, FG_INGEST_REFUSED);
    ck_assert_int_eq(refusal->code, FG_INPUT);
    ck_assert_msg(strstr(refusal->message, part) != NULL, "%s", refusal->message);
    ck_assert_msg(strstr(refusal->message, ingest->path) != NULL, "%s", refusal->message);
    ck_assert_msg(refusal->hint[0] != '\0', "%s", refusal->message);
    ck_assert_int_eq(ingest->report.used + ingest->report.rejected + ingest->report.of_no_interest, 0);
}

/* Every table of evidence that has rows, and how many: "source 1, record 2". */
static inline void expect_evidence(const struct ingest *ingest, const char *expected)
{
    static const char *const tables[] = {
        "source",           "source_alias",      "record",           "rejection",
        "no_interest",      "resource",          "service",          "deployment",
        "tag",              "task_definition",   "describe_failure", "finding",
        "finding_resource", "finding_parameter", "config_evaluation", "config_compliance",
        "waiver",           "archive",
        "cluster",          "container",         "container_variable", "volume",
        "task_set",         "capacity_provider", "task",             "service_revision",
        "service_deployment", "listing",
    };
    FG_BUF_AUTO found = FG_BUF_INIT;
    for (size_t i = 0; i < LENGTH(tables); i++) {
        FG_BUF_AUTO sql = FG_BUF_INIT;
        FG_BUF_AUTO count = FG_BUF_INIT;
        fg_buf_printf(&sql, "select count(*) from %s", tables[i]);
        rows_read(ingest->db, sql.data, &count);
        if (strcmp(count.data, "0") != 0)
            fg_buf_printf(&found, "%s%s %s", found.len > 0 ? ", " : "", tables[i], count.data);
    }
    ck_assert_str_eq(fg_buf_text(&found), expected);
    expect_rows(ingest->db, "select * from pragma_foreign_key_check", "");
}

/* A record that must be rejected beside one that is good. */
struct rejected {
    const char *json;
    const char *reason;
    const char *detail; /* part of it */
};

/* For each sample: import `before` SAMPLE `after`, of which `after` holds one good record, and expect
 * the sample rejected as record 0 of `array`, the good one used, and only `evidence` stored. */
static inline void expect_rejections(struct ingest *ingest, const char *array, const char *after,
                                     const struct rejected *samples, size_t count,
                                     const char *evidence)
{
    for (size_t i = 0; i < count; i++) {
        FG_BUF_AUTO json = FG_BUF_INIT;
        FG_BUF_AUTO start = FG_BUF_INIT;
        fg_buf_printf(&json, "{'%s':[%s,%s]}", array, samples[i].json, after);
        fg_buf_printf(&start, "/%s/0: %s: ", array, samples[i].reason);
        ingest_again(ingest);
        ingest_json(ingest, "export.json", json.data);
        const char *first = ingest->report.first_rejection;
        ck_assert_msg(ingest->report.rejected == 1, "taken: %s", samples[i].json);
        ck_assert_msg(strncmp(first, start.data, start.len) == 0 &&
                          strstr(first, samples[i].detail) != NULL,
                      "%s: %s", samples[i].json, first);
        expect_loaded(ingest, 1, 1, 0);
        expect_evidence(ingest, evidence);
    }
}

#endif
