/* SPDX-License-Identifier: MIT */
/* The pack before, and whether the same comes out again. */
#include "cmd/verify.h"

#include <string.h>

#include "redo/inputs.h"
#include "redo/redo.h"

/* ---- The pack of the period before ---- */

static int read_previous(struct fg_verify *verify, char digest[FG_SHA256_HEX_SIZE], struct fg_error *err)
{
    struct fg_findings ignored = {0};
    struct fg_bag *bag;
    int status = fg_bag_open(verify->chosen->previous, &fg_bag_limits, &ignored, &bag, err);
    fg_findings_done(&ignored);
    if (status < 0)
        return fg_error_prepend(err, "--previous");
    memcpy(digest, fg_bag_digest(bag), strlen(fg_bag_digest(bag)) + 1);
    fg_bag_close(bag);
    return 0;
}

int fg_verify_previous(struct fg_verify *verify, struct fg_error *err)
{
    FG_BUF_AUTO said = FG_BUF_INIT;
    char digest[FG_SHA256_HEX_SIZE] = "";
    int none = fg_bag_info(verify->bag, "Fargauge-Previous-Pack", &said, err);
    if (none < 0)
        return -1;
    if (verify->chosen->previous == NULL) {
        if (none == 0)
            fg_verify_note(verify, "Previous", "%s; not looked at: --previous was not given", fg_buf_text(&said));
        return 0;
    }
    if (read_previous(verify, digest, err) < 0)
        return -1;
    if (digest[0] == '\0')
        fg_findings_add(&verify->findings, "no pack", verify->chosen->previous, "it has no tag manifest");
    else if (none == 1)
        fg_findings_add(&verify->findings, "previous", "bag-info.txt", "the pack names none before it");
    else if (strncmp(said.data, "sha256:", 7) != 0 || strcmp(said.data + 7, digest) != 0)
        fg_findings_add(&verify->findings, "previous", "bag-info.txt",
                        "the pack before was %s, but %s is sha256:%s: a period was left out or exchanged",
                        fg_buf_text(&said), verify->chosen->previous, digest);
    fg_verify_tell(verify, "Previous", "%s is the pack before: sha256:%s", verify->chosen->previous, digest);
    return 0;
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
                       "another than this program's: the pack was made by fargauge %s with sha256:%s. If another answer comes "
                       "out below, let that version do it: --with-tool PROGRAM",
                       redo->maker, redo->packed_ruleset);
}

static void tell_not_at_hand(struct fg_verify *verify, const struct fg_redo *redo, struct fg_findings *missing)
{
    FG_BUF_AUTO kind = FG_BUF_INIT;
    bool included = fg_bag_info(verify->bag, "Fargauge-Inputs", &kind, NULL) == 0 &&
                    strcmp(fg_buf_text(&kind), "included") == 0;
    fg_buf_printf(&verify->results, "results NOT made again: %zu inputs are not at hand", redo->not_at_hand);
    if (included || verify->chosen->inputs != NULL) {
        verify->findings = *missing;
        *missing = (struct fg_findings){0};
        if (redo->not_at_hand > verify->findings.count)
            fg_findings_add(&verify->findings, "not at hand", "inputs", "and %zu more",
                            redo->not_at_hand - verify->findings.count);
        fg_verify_tell(verify, "Results", "%s", "");
        return;
    }
    fg_verify_note(verify, "Results",
                   "not made again: the pack holds only the hashes of its %zu inputs. That the results follow from the "
                   "evidence is not proved. With --inputs DIR the originals are looked for by their hashes",
                   redo->not_at_hand);
}

static void tell_compared(struct fg_verify *verify, const struct fg_redo *redo)
{
    fg_verify_tell(verify, "Results", "%lld assessment%s made again: %lld of %lld results the same, %lld of %lld rows",
                   (long long)redo->assessments, redo->assessments == 1 ? "" : "s", (long long)redo->same,
                   (long long)redo->results, (long long)redo->rows_same, (long long)redo->rows);
    if (redo->unsure > 0)
        fg_verify_note(verify, "Results", "%lld assessments are by a fargauge that did not note what they were made of: they were made again "
                       "of all that older versions had imported", (long long)redo->unsure);
    fg_buf_printf(&verify->results, "results made again: %lld of %lld the same", (long long)redo->same,
                  (long long)redo->results);
}

static int redo_and_compare(struct fg_verify *verify, struct fg_redo *redo, const struct fg_redo_options *options,
                            struct fg_findings *missing, struct fg_error *err)
{
    tell_ruleset(verify, redo);
    int status = fg_redo_run(redo, options, &verify->findings, missing, err);
    fg_log_progress_end(verify->run->log);
    if (status < 0)
        return -1;
    if (!redo->made) {
        tell_not_at_hand(verify, redo, missing);
        return 0;
    }
    if (fg_redo_compare(redo, &verify->findings, err) < 0)
        return -1;
    tell_compared(verify, redo);
    return 0;
}

static int redo(struct fg_verify *verify, const struct fg_bag_file *database, struct fg_redo_inputs *inputs,
                struct fg_error *err)
{
    const struct fg_redo_options options = {
        .packed = database->place,
        .scratch = verify->bag->scratch,
        .resources = verify->run->resources,
        .find = fg_redo_inputs_find,
        .find_context = inputs,
        .on_progress = on_progress,
        .progress_context = verify,
    };
    struct fg_findings missing = {0};
    struct fg_redo *redo;
    if (fg_redo_open(&options, &verify->findings, &redo, err) < 0)
        return -1;
    if (verify->findings.count > 0)
        fg_verify_tell(verify, "Database", "%s", "");
    int status = 0;
    if (redo->readable)
        status = redo_and_compare(verify, redo, &options, &missing, err);
    else
        fg_buf_add_text(&verify->results, "results NOT made again: the database cannot be used");
    fg_redo_close(redo);
    fg_findings_done(&missing);
    return status;
}

int fg_verify_results(struct fg_verify *verify, struct fg_error *err)
{
    const struct fg_bag_file *database = fg_bag_find(verify->bag, "data/fargauge.db");
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
    if (fg_redo_inputs_open(verify->bag, verify->chosen->inputs, &inputs, err) < 0)
        return -1;
    int status = redo(verify, database, &inputs, err);
    fg_redo_inputs_done(&inputs);
    return status;
}
