/* SPDX-License-Identifier: MIT */
/* Whether the same comes out again. */
#include "cmd/verify.h"

#include <string.h>

#include "cmd/steps.h"
#include "fargauge/version.h"
#include "redo/inputs.h"
#include "redo/payload.h"
#include "redo/redo.h"

static const char *plural(int64_t count)
{
    return count == 1 ? "" : "s";
}

/* ---- Again ---- */

static void on_progress(void *context, const struct fg_ingest_progress *progress)
{
    const struct fg_verify *verify = context;
    fg_log_progress(verify->run->log, &(struct fg_progress){.item = progress->file,
                                                            .items = progress->files,
                                                            .bytes = progress->bytes,
                                                            .total = progress->total,
                                                            .what = progress->path});
}

/* Another ruleset may judge otherwise, and honestly so. */
static void tell_ruleset(struct fg_verify *verify, const struct fg_redo *redo)
{
    if (strcmp(redo->packed_ruleset, redo->ruleset) == 0)
        fg_verify_tell(verify, "Ruleset", "the same as this program's: sha256:%s", redo->ruleset);
    else
        fg_verify_note(verify, "Ruleset",
                       "another than this program's: the pack was made by fargauge %s with sha256:%s. Where another answer "
                       "comes out below, that version may give the same: --with-tool PROGRAM",
                       redo->maker, redo->packed_ruleset);
}

static int tell_not_at_hand(struct fg_verify *verify, const struct fg_redo *redo, struct fg_findings *missing, struct fg_error *err)
{
    FG_BUF_AUTO kind = FG_BUF_INIT;
    if (fg_bag_info(verify->bag, "Fargauge-Inputs", &kind, err) < 0)
        return -1;
    bool included = strcmp(fg_buf_text(&kind), "included") == 0;
    const char *are = redo->not_at_hand == 1 ? " is" : "s are";
    fg_buf_printf(&verify->results, "results NOT made again: %zu input%s not at hand", redo->not_at_hand, are);
    if (strcmp(fg_buf_text(&kind), "redacted") == 0) {
        if (verify->chosen->inputs != NULL) /* asked for, and cannot be: no pack becomes whole by calling itself redacted */
            fg_findings_add(&verify->findings, "not at hand", "inputs",
                            "the pack is redacted, so no originals can be found by its hashes: verify the one that is not");
        fg_verify_note(verify, "Results",
                       "not made again: the pack is redacted. That the results follow from the evidence, and that the tokens stand "
                       "for what they should, is proved only by the pack that is not");
        return 0;
    }
    if (included || verify->chosen->inputs != NULL) {
        verify->findings = *missing;
        *missing = (struct fg_findings){0};
        if (redo->not_at_hand > verify->findings.count)
            fg_findings_add(&verify->findings, "not at hand", "inputs", "and %zu more",
                            redo->not_at_hand - verify->findings.count);
        fg_verify_tell(verify, "Results", "%s", "");
        return 0;
    }
    if (strcmp(fg_buf_text(&kind), "hashes") != 0 || verify->bag->damaged) {
        fg_verify_note(verify, "Results",
                       "not made again: %zu input%s not at hand, and whether the pack held %s %s", redo->not_at_hand, are,
                       redo->not_at_hand == 1 ? "it" : "them", verify->bag->damaged ? "cannot be told of a damaged archive" : "is not known: bag-info.txt does not say");
        return 0;
    }
    fg_verify_note(verify, "Results",
                   "not made again: the pack holds only the hashes of its %zu input%s. That the results follow from the "
                   "evidence is not proved. With --inputs DIR the originals are looked for by their hashes",
                   redo->not_at_hand, plural((int64_t)redo->not_at_hand));
    return 0;
}

static void tell_compared(struct fg_verify *verify, const struct fg_redo *redo)
{
    fg_verify_tell(verify, "Results", "%lld assessment%s made again of %lld record%s: %lld of %lld result%s the same",
                   (long long)redo->assessments, plural(redo->assessments), (long long)redo->records, plural(redo->records),
                   (long long)redo->same, (long long)redo->results, plural(redo->results));
    if (redo->other_rules > 0)
        fg_verify_note(verify, "Results", "%lld of the assessments %s judged by other rules then, and made again by this program's",
                       (long long)redo->other_rules, redo->other_rules == 1 ? "was" : "were");
    if (redo->unsure > 0)
        fg_verify_note(verify, "Results",
                       "%lld assessment%s by a fargauge that did not note what went into %s: made again of all that older "
                       "versions had imported",
                       (long long)redo->unsure, redo->unsure == 1 ? " is" : "s are", redo->unsure == 1 ? "it" : "them");
    verify->made_again = true;
    fg_buf_printf(&verify->results, "results made again: %lld of %lld the same", (long long)redo->same,
                  (long long)redo->results);
}

/* Everything that making again needs to know, for one pack. */
struct again {
    struct fg_verify *verify;
    struct fg_redo_inputs *inputs;
    struct fg_redo_options options;
    struct fg_redo *redo;
    struct fg_said said;
    bool said_anything;
    struct fg_findings missing;          /* inputs that are not at hand */
    struct fg_findings payload_findings; /* told behind the results */
    struct fg_payload payload;
    bool rows_same;                      /* all rows of the packed database, and no others, came out */
};

/* Whether packing again can give the same bytes at all. */
static bool is_ours(const struct again *again)
{
    return again->said_anything && strcmp(again->redo->packed_ruleset, again->redo->ruleset) == 0 &&
           strcmp(fg_said_text(&again->said, FG_SAID_TOOL_VERSION), fg_version()) == 0;
}

/* From what was made again; else from the packed database, so that at least the reports are known to follow from that. */
static int pack_again(struct again *again, const struct fg_own_templates *own, struct fg_error *err)
{
    const struct fg_payload_options options = {
        .own = own,
        .bag = again->verify->bag,
        .said = &again->said,
        .scratch = again->options.scratch,
    };
    struct fg_store *store = again->redo->store;
    if (!is_ours(again))
        return 0;
    if (!again->redo->made && fg_store_open(again->options.packed, false, again->options.resources, &store, err) < 0)
        return -1;
    int status = fg_payload_compare(store, &options, &again->payload_findings, &again->payload, err);
    if (store != again->redo->store)
        fg_store_close(store);
    return status;
}

static int tell_payload(struct again *again, struct fg_error *err)
{
    FG_BUF_AUTO followers = FG_BUF_INIT;
    struct fg_verify *verify = again->verify;
    const struct fg_payload *payload = &again->payload;
    if (!again->said_anything)
        return 0; /* told of */
    if (!is_ours(again)) {
        fg_findings_add(&verify->findings, "not proved", "reports, statements and rules",
                        "fargauge %s made them by rules that this program does not have; --with-tool PROGRAM lets that one "
                        "verify them",
                        fg_said_text(&again->said, FG_SAID_TOOL_VERSION));
        fg_verify_tell(verify, "Payload", "%s", "");
        return 0;
    }
    verify->findings = again->payload_findings;
    again->payload_findings = (struct fg_findings){0};
    if (fg_verify_drop_followers(verify, &verify->findings, &followers, err) < 0)
        return -1;
    fg_verify_sum_up_missing(verify->bag, &verify->findings, verify->path, "that come out when the audit is packed again");
    if (payload->compared > 0 && payload->by_us && !payload->database_same)
        fg_findings_add(&verify->findings, "changed", "data/fargauge.db",
                        again->rows_same ? "its rows come out, but not its bytes: something is written where no row is, or some were moved"
                                         : "other bytes come out when the audit is packed again");
    fg_verify_tell(verify, "Payload", "%zu of %zu files come out byte for byte when the audit is packed again%s", payload->same,
                   payload->compared, again->redo->made ? "" : " from the packed database");
    if (followers.len > 0)
        fg_verify_note(verify, "Payload",
                       "%s differ%s too, as files do that name or count the inputs: whether in more than that is not known",
                       followers.data, strchr(followers.data, ',') == NULL ? "s" : "");
    if (!again->redo->made)
        fg_verify_note(verify, "Payload", "data/fargauge.db was not made again, so not compared");
    else if (payload->compared > 0 && !payload->database_same && !payload->by_us && again->rows_same)
        fg_verify_note(verify, "Payload", "data/fargauge.db has the rows that come out, but not the same bytes: another build of "
                       "fargauge or another SQLite wrote it. What is written in it beside its rows was not looked at");
    return 0;
}

static int compare_results(struct again *again, struct fg_error *err)
{
    struct fg_redo *redo = again->redo;
    struct fg_verify *verify = again->verify;
    if (!redo->made)
        return tell_not_at_hand(verify, redo, &again->missing, err);
    size_t before = verify->findings.count;
    if (fg_redo_count(redo, err) < 0 ||
        (!again->payload.database_same && fg_redo_compare(redo, &verify->findings, err) < 0))
        return -1;
    again->rows_same = verify->findings.count == before;
    tell_compared(verify, redo);
    return 0;
}

static int pack_again_by_templates(struct again *again, struct fg_error *err)
{
    const struct fg_render_choice choice = {.template_dir = again->verify->chosen->template_dir};
    struct fg_own_templates *own = NULL;
    if (fg_step_open_templates(again->verify->run, &choice, &own, err) < 0)
        return -1;
    int status = pack_again(again, own, err);
    fg_own_close(own);
    return status;
}

static int run_again(struct again *again, struct fg_error *err)
{
    struct fg_verify *verify = again->verify;
    int status = fg_said_read(again->redo->store, verify->bag, &verify->findings, &again->said, err);
    if (status < 0)
        return -1;
    again->said_anything = status == 0;
    tell_ruleset(verify, again->redo);
    status = fg_redo_run(again->redo, &again->options, &verify->findings, &again->missing, err);
    fg_log_progress_end(verify->run->log);
    if (status < 0 || pack_again_by_templates(again, err) < 0 || compare_results(again, err) < 0)
        return -1;
    return tell_payload(again, err);
}

static int open_and_run(struct again *again, struct fg_error *err)
{
    struct fg_verify *verify = again->verify;
    if (fg_redo_open(&again->options, &verify->findings, &again->redo, err) < 0)
        return -1;
    if (verify->findings.count > 0)
        fg_verify_tell(verify, "Database", "%s", "");
    if (again->redo->readable)
        return run_again(again, err);
    fg_buf_add_text(&verify->results, "results NOT made again: the database cannot be used");
    return 0;
}

static int redo(struct fg_verify *verify, const struct fg_bag_file *database, struct fg_redo_inputs *inputs,
                struct fg_error *err)
{
    struct again again = {
        .verify = verify,
        .inputs = inputs,
        .options =
            {
                .packed = database->place,
                .scratch = verify->bag->scratch,
                .resources = verify->run->resources,
                .find = fg_redo_inputs_find,
                .find_context = inputs,
                .on_progress = on_progress,
                .progress_context = verify,
            },
    };
    int status = open_and_run(&again, err);
    fg_redo_close(again.redo);
    fg_said_done(&again.said);
    fg_findings_done(&again.missing);
    fg_findings_done(&again.payload_findings);
    return status;
}

int fg_verify_results(struct fg_verify *verify, struct fg_error *err)
{
    const struct fg_bag_file *database = fg_bag_find(verify->bag, "data/fargauge.db");
    const struct fg_render_choice choice = {.template_dir = verify->chosen->template_dir};
    struct fg_redo_inputs inputs;
    if (verify->chosen->no_redo) {
        fg_verify_note(verify, "Results", "not made again: --no-redo");
        fg_buf_add_text(&verify->results, "results NOT made again");
        return 0;
    }
    if (database == NULL || database->sha256[0] == '\0') {
        fg_findings_add(&verify->findings, "missing", "data/fargauge.db", "nothing can be made again without it");
        fg_verify_tell(verify, "Database", "%s", "");
        fg_buf_add_text(&verify->results, "results NOT made again");
        return 0;
    }
    if (fg_step_check_render(verify->run, &choice, err) < 0 ||
        fg_redo_inputs_open(verify->bag, verify->chosen->inputs, &inputs, err) < 0)
        return -1;
    int status = redo(verify, database, &inputs, err);
    fg_redo_inputs_done(&inputs);
    return status;
}
