/* SPDX-License-Identifier: MIT */
/* fargauge explain: from a verdict back to the very bytes. SQL finds and lays out all but the bytes. */
#include <stdio.h>
#include <string.h>

#include "cmd/evidence.h"
#include "fargauge/buf.h"

struct explain_options {
    const char *db;
    const char *lang;
    bool full;
};

#define AT(member) offsetof(struct explain_options, member)

static const struct fg_option options[] = {
    {"db", FG_OPTION_OUTPUT, AT(db), "FILE"},
    {"lang", FG_OPTION_CHOICE, AT(lang), "en|ja"},
    {"full", FG_OPTION_FLAG, AT(full), ""},
    {NULL, FG_OPTION_FLAG, 0, ""},
};

/* What the argument named; 0 stands for null, which no id is. */
struct subject {
    int64_t result;
    int64_t assessment;
    char control[32];
    int64_t resource;
};

struct explanation {
    struct fg_evidence_view view;
    struct subject subject;
    struct fg_buf records; /* int64_t: those that results rest on, each once */
};

static void bind_id(struct fg_statement *query, const char *name, int64_t id)
{
    if (id != 0)
        fg_bind_int(query, name, id);
}

/* ---- What to explain ---- */

static int unknown_subject(const char *text, struct fg_error *err)
{
    bool number = text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
    if (strchr(text, ':') == NULL && !number)
        fg_error_set(err, FG_USAGE, "explain: %s: neither a result's number nor an ARN", text);
    else
        fg_error_set(err, FG_USAGE, "explain: %s: the database does not have it", text);
    return fg_error_hint(err, "results.csv has ARNs in resource_arn; narrow one down as CONTROL:ARN; numbers "
                              "are v_results.result_id in the database");
}

static int find_subject(struct explanation *explanation, const char *text, struct fg_error *err)
{
    struct subject *subject = &explanation->subject;
    struct fg_statement *query;
    if (fg_store_statement(explanation->view.store, "queries/explain_subject", &query, err) < 0)
        return -1;
    fg_bind_text(query, "resource_arn", text);
    int step = fg_step(query, err);
    if (step < 0)
        return -1;
    if (step == 0)
        return unknown_subject(text, err);
    subject->result = fg_column_int(query, 0);
    subject->assessment = explanation->view.assessment = fg_column_int(query, 1);
    snprintf(subject->control, sizeof subject->control, "%s", fg_column_text(query, 2));
    subject->resource = fg_column_int(query, 3);
    fg_statement_reset(query);
    return 0;
}

/* ---- Results ---- */

/* Remember the records that `query` gives and that are not remembered yet. */
static int gather_records(struct explanation *explanation, struct fg_statement *query,
                          struct fg_error *err)
{
    struct fg_buf *records = &explanation->records;
    int step;
    while ((step = fg_step(query, err)) > 0) {
        int64_t id = fg_column_int(query, 0), known = 0;
        size_t at = 0;
        for (; at < records->len && known != id; at += sizeof known)
            memcpy(&known, records->data + at, sizeof known);
        if (known != id)
            fg_buf_add(records, &id, sizeof id);
    }
    if (step == 0 && records->failed)
        return fg_error_memory(err);
    return step;
}

static int explain_result(struct explanation *explanation, int64_t id, struct fg_error *err)
{
    const struct fg_evidence_view *view = &explanation->view;
    struct fg_statement *query;
    if (fg_store_statement(view->store, "queries/explain_result", &query, err) < 0)
        return -1;
    fg_bind_int(query, "result_id", id);
    fg_bind_text(query, "lang", view->lang);
    if (fg_evidence_lines(view, query, err) < 0 ||
        fg_store_statement(view->store, "queries/explain_evidence", &query, err) < 0)
        return -1;
    fg_bind_int(query, "result_id", id);
    return gather_records(explanation, query, err);
}

static int explain_results(struct explanation *explanation, size_t *ret_count, struct fg_error *err)
{
    const struct subject *subject = &explanation->subject;
    struct fg_statement *query;
    int step;
    if (fg_store_statement(explanation->view.store, "queries/explain_results", &query, err) < 0)
        return -1;
    bind_id(query, "result_id", subject->result);
    bind_id(query, "assessment_id", subject->assessment);
    bind_id(query, "resource_id", subject->resource);
    if (subject->control[0] != '\0')
        fg_bind_text(query, "control_id", subject->control);
    for (*ret_count = 0; (step = fg_step(query, err)) > 0; ++*ret_count) {
        if (*ret_count > 0)
            fg_log_line(explanation->view.run->log, "%s", "");
        if (explain_result(explanation, fg_column_int(query, 0), err) < 0)
            return -1;
    }
    return step;
}

/* No result: say why, and take all that names the resource. */
static int explain_resource(struct explanation *explanation, struct fg_error *err)
{
    const struct fg_evidence_view *view = &explanation->view;
    struct fg_statement *query;
    if (fg_store_statement(view->store, "queries/explain_resource", &query, err) < 0)
        return -1;
    fg_bind_int(query, "resource_id", explanation->subject.resource);
    fg_bind_text(query, "lang", view->lang);
    if (fg_evidence_lines(view, query, err) < 0 ||
        fg_store_statement(view->store, "queries/explain_resource_records", &query, err) < 0)
        return -1;
    fg_bind_int(query, "resource_id", explanation->subject.resource);
    return gather_records(explanation, query, err);
}

/* ---- Evidence ---- */

static int explain_record(const struct fg_evidence_view *view, int64_t id, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(view->store, "queries/explain_record", &query, err) < 0)
        return -1;
    fg_bind_int(query, "record_id", id);
    bind_id(query, "assessment_id", view->assessment);
    fg_bind_text(query, "lang", view->lang);
    if (fg_evidence_lines(view, query, err) < 0)
        return -1;
    return fg_evidence_bytes(view, id, err);
}

static int explain_records(const struct explanation *explanation, struct fg_error *err)
{
    const struct fg_buf *records = &explanation->records;
    for (size_t at = 0; at < records->len; at += sizeof(int64_t)) {
        int64_t id;
        memcpy(&id, records->data + at, sizeof id);
        if (explain_record(&explanation->view, id, err) < 0)
            return -1;
    }
    return 0;
}

static int explain(struct explanation *explanation, const char *text, struct fg_error *err)
{
    size_t results;
    if (find_subject(explanation, text, err) < 0 || explain_results(explanation, &results, err) < 0)
        return -1;
    if (results == 0 && explain_resource(explanation, err) < 0)
        return -1;
    return explain_records(explanation, err);
}

static int run_explain(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct explain_options *chosen = parsed;
    struct fg_store *store;
    if (chosen->db == NULL) {
        fg_error_set(err, FG_USAGE, "explain: --db is missing");
        return fg_error_hint(err, "write: fargauge explain RESULT|ARN --db FILE");
    }
    if (fg_store_open(chosen->db, false, run->resources, &store, err) < 0)
        return -1;
    struct explanation explanation = {
        .view = {.run = run,
                 .store = store,
                 .lang = chosen->lang == NULL ? "en" : chosen->lang,
                 .full = chosen->full},
    };
    int status = fg_store_begin_read(store, err);
    if (status == 0) {
        status = explain(&explanation, run->arguments[0], err);
        fg_store_rollback(store); /* it only read */
    }
    fg_buf_done(&explanation.records);
    return fg_store_close_after(store, status, err) < 0 ? -1 : FG_OK;
}

const struct fg_command fg_command_explain = {
    .name = "explain",
    .options = options,
    .options_size = sizeof(struct explain_options),
    .least = 1,
    .most = 1,
    .argument_kind = FG_OPTION_TEXT,
    .reads_anywhere = true,
    .run = run_explain,
};
