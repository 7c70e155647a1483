/* SPDX-License-Identifier: MIT */
#include "redo/payload.h"

#include <stdlib.h>
#include <string.h>

#include "fargauge/pack.h"
#include "redo/inputs.h"

static const char database[] = "data/fargauge.db";

/* Where the pack's own inputs are, and why it lacks others. */
struct finding {
    struct fg_redo_inputs inputs;
    char **hashes, **reasons; /* in order of the hashes */
    size_t count;
};

static void finding_done(struct finding *finding)
{
    for (size_t i = 0; i < finding->count; i++) {
        free(finding->hashes[i]);
        free(finding->reasons[i]);
    }
    free(finding->hashes);
    free(finding->reasons);
    fg_redo_inputs_done(&finding->inputs);
}

static int add_reason(struct finding *finding, struct fg_statement *query, struct fg_error *err)
{
    char **hashes = realloc(finding->hashes, (finding->count + 1) * sizeof *hashes);
    if (hashes != NULL)
        finding->hashes = hashes;
    char **reasons = hashes == NULL ? NULL : realloc(finding->reasons, (finding->count + 1) * sizeof *reasons);
    if (reasons == NULL)
        return fg_error_memory(err);
    finding->reasons = reasons;
    const char *reason = fg_column_text(query, 1);
    hashes[finding->count] = strdup(fg_column_text(query, 0));
    reasons[finding->count] = strdup(reason == NULL ? "" : reason);
    finding->count++;
    return hashes[finding->count - 1] == NULL || reasons[finding->count - 1] == NULL ? fg_error_memory(err) : 0;
}

static int read_reasons(struct fg_store *store, const struct fg_bag *bag, struct finding *finding, struct fg_error *err)
{
    const struct fg_bag_file *file = fg_bag_find(bag, "data/pack.json");
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, "redo/reasons", &query, err) < 0)
        return -1;
    fg_bind_bytes(query, "text", fg_buf_text(&file->text), file->text.len);
    while ((step = fg_step(query, err)) > 0)
        if (add_reason(finding, query, err) < 0) {
            fg_statement_reset(query);
            return -1;
        }
    return step;
}

/* What the pack does not account for is gone: it will differ. */
static const char *find(void *context, const char *sha256, const char **ret_reason)
{
    struct finding *finding = context;
    const char *place = fg_redo_inputs_find(&finding->inputs, sha256);
    *ret_reason = "gone";
    for (size_t i = 0; place == NULL && i < finding->count; i++)
        if (strcmp(finding->hashes[i], sha256) == 0)
            *ret_reason = finding->reasons[i];
    return place;
}

/* ---- Packing ---- */

enum { STATUSES_MAX = 64 };

/* "A=b,C=d" as a list; `text` is cut. */
static size_t split_statuses(char *text, const char *statuses[STATUSES_MAX])
{
    size_t count = 0;
    for (char *at = text; at != NULL && count < STATUSES_MAX;) {
        char *comma = strchr(at, ',');
        if (comma != NULL)
            *comma++ = '\0';
        statuses[count++] = at;
        at = comma;
    }
    return count;
}

static void take_options(const struct fg_said *said, struct fg_render_options *render)
{
    *render = (struct fg_render_options){
        .formats = fg_said_text(said, FG_SAID_FORMAT),
        .lang = fg_said_text(said, FG_SAID_LANG),
        .csv_bom = fg_said_number(said, FG_SAID_CSV_BOM) != 0,
        .junit =
            {
                .profile = fg_said_text(said, FG_SAID_JUNIT_PROFILE),
                .group = fg_said_text(said, FG_SAID_JUNIT_GROUP),
                .max_cases = fg_said_number(said, FG_SAID_JUNIT_MAX_CASES),
                .max_size = fg_said_number(said, FG_SAID_JUNIT_MAX_SIZE),
            },
        .cover =
            {
                .organisation = fg_said_text(said, FG_SAID_ORGANISATION),
                .period = fg_said_text(said, FG_SAID_PERIOD),
                .scope = fg_said_text(said, FG_SAID_SCOPE),
                .prepared_by = fg_said_text(said, FG_SAID_PREPARED_BY),
                .prepared_for = fg_said_text(said, FG_SAID_PREPARED_FOR),
            },
    };
}

static int pack(struct fg_store *store, const struct fg_payload_options *options, const char *out, struct finding *finding,
                struct fg_error *err)
{
    const struct fg_said *said = options->said;
    const struct fg_pack_again again = {
        .tool_sha256 = fg_said_text(said, FG_SAID_TOOL_SHA256),
        .previous = fg_said_text(said, FG_SAID_PREVIOUS),
        .inputs = fg_said_text(said, FG_SAID_INPUTS),
        .find = find,
        .context = finding,
    };
    struct fg_pack_options packing = {.out = out, .again = &again};
    struct fg_pack_facts facts;
    const char *statuses[STATUSES_MAX];
    const char *listed = fg_said_text(said, FG_SAID_JUNIT_STATUS);
    char *text = listed == NULL ? NULL : strdup(listed);
    if (listed != NULL && text == NULL)
        return fg_error_memory(err);
    take_options(said, &packing.render);
    packing.render.junit.statuses = statuses;
    packing.render.junit.status_count = split_statuses(text, statuses);
    packing.render.own = options->own;
    int status = fg_render_check_formats(packing.render.formats, err) < 0 || fg_render_check_junit(&packing.render.junit, err) < 0
                     ? -1
                     : fg_pack(store, &packing, &facts, err);
    free(text);
    return status;
}

/* ---- Comparing ---- */

/* Manifests follow from the rest, and seals are made over them. */
static bool is_compared(const char *path)
{
    return strncmp(path, "data/", 5) == 0 || strcmp(path, "bag-info.txt") == 0 || strcmp(path, "bagit.txt") == 0;
}

/* Of the user's own templates, where they were used and are not at hand. */
static bool is_own_report(const struct fg_payload_options *options, const char *path)
{
    return options->own == NULL && fg_said_number(options->said, FG_SAID_OWN_TEMPLATES) != 0 &&
           strncmp(path, "data/reports/", strlen("data/reports/")) == 0;
}

static void compare_file(const struct fg_bag_file *packed, const struct fg_bag_file *made, struct fg_findings *findings,
                         struct fg_payload *payload)
{
    payload->compared++;
    bool same = made != NULL && strcmp(packed->sha256, made->sha256) == 0;
    payload->same += same;
    if (strcmp(packed->path, database) == 0)
        payload->database_same = same;
    else if (made == NULL)
        fg_findings_add(findings, "added", packed->path, "it does not come out when the audit is packed again");
    else if (!same)
        fg_findings_add(findings, "changed", packed->path, "other bytes come out when the audit is packed again");
}

static void compare(const struct fg_payload_options *options, const struct fg_bag *made, struct fg_findings *findings,
                    struct fg_payload *payload)
{
    const struct fg_bag *bag = options->bag;
    for (size_t i = 0; i < bag->count; i++) {
        const struct fg_bag_file *packed = &bag->files[i], *other = fg_bag_find(made, packed->path);
        if (!is_compared(packed->path) || packed->sha256[0] == '\0')
            continue;
        if (other == NULL && is_own_report(options, packed->path))
            payload->unmade++;
        else
            compare_file(packed, other, findings, payload);
    }
    for (size_t i = 0; i < made->count; i++)
        if (is_compared(made->files[i].path) && fg_bag_find(bag, made->files[i].path) == NULL)
            fg_findings_add(findings, "missing", made->files[i].path, "it comes out when the audit is packed again");
}

static int pack_and_compare(struct fg_store *store, const struct fg_payload_options *options, struct finding *finding,
                            struct fg_findings *findings, struct fg_payload *payload, struct fg_error *err)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    struct fg_bag *made;
    fg_buf_printf(&out, "%s/again", options->scratch);
    if (out.failed)
        return fg_error_memory(err);
    if (pack(store, options, out.data, finding, err) < 0) {
        if (err->code != FG_USAGE)
            return -1;
        fg_findings_add(findings, "not made", "data/pack.json", "%s", err->message);
        return 0;
    }
    if (fg_bag_open_folder_of_inputs(out.data, &made, err) < 0)
        return -1;
    compare(options, made, findings, payload);
    fg_bag_close(made);
    return fg_findings_check(findings, err);
}

int fg_payload_compare(struct fg_store *store, const struct fg_payload_options *options, struct fg_findings *findings,
                       struct fg_payload *ret_payload, struct fg_error *err)
{
    struct finding finding = {0};
    *ret_payload = (struct fg_payload){0};
    int status = fg_redo_inputs_open(options->bag, NULL, &finding.inputs, err);
    if (status == 0)
        status = read_reasons(store, options->bag, &finding, err);
    if (status == 0)
        status = pack_and_compare(store, options, &finding, findings, ret_payload, err);
    finding_done(&finding);
    return status;
}
