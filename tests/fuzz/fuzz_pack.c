/* SPDX-License-Identifier: MIT */
/* An evidence pack in a file, ZIP or tar.gz, read as fargauge verify does up to the database, and as fargauge sign does. */
#include "fargauge/pack.h"
#include "fuzz.h"
#include "pack/bag_check.h"
#include "redo/inputs.h"
#include "redo/said.h"
#include "seal/pack.h"

static const struct fg_limits limits = {.total = 16 << 20, .ratio = 500, .members = 200};

static void check_findings(const struct fg_findings *findings)
{
    FUZZ_CHECK(!findings->failed, "memory");
    for (size_t i = 0; i < findings->count; i++)
        FUZZ_CHECK(findings->list[i].kind[0] != '\0' && findings->list[i].which != NULL, "a finding of nothing");
}

static void check_bag(const struct fg_bag *bag, struct fg_findings *findings)
{
    struct fg_error err = {0};
    struct fg_said said;
    struct fg_redo_inputs inputs;
    FG_BUF_AUTO value = FG_BUF_INIT;
    for (size_t i = 1; i < bag->count; i++)
        FUZZ_CHECK(strcmp(bag->files[i - 1].path, bag->files[i].path) < 0, "out of order: %s", bag->files[i].path);
    fuzz_must(fg_bag_check_structure(bag, findings, &err), &err, "structure");
    fuzz_must(fg_bag_check_manifests(bag, findings, &err), &err, "manifests");
    fuzz_must(fg_bag_info(bag, "Payload-Oxum", &value, &err), &err, "bag-info");
    int status = fg_said_read(fuzz_store(), bag, findings, &said, &err);
    fuzz_must(status, &err, "pack.json");
    if (status == 0)
        fg_said_done(&said);
    fuzz_must(fg_redo_inputs_open(bag, NULL, &inputs, &err), &err, "inputs");
    fg_redo_inputs_done(&inputs);
    FUZZ_CHECK(strlen(fg_bag_digest(bag)) <= 64, "digest");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *path = fuzz_file("pack", data, size);
    struct fg_findings findings = {0};
    struct fg_error err = {0};
    struct fg_bag *bag = NULL;
    FG_SEAL_PACK_AUTO pack = {0};
    if (fg_bag_open(path, &limits, &findings, &bag, &err) < 0)
        fuzz_check_error(&err);
    else
        check_bag(bag, &findings);
    check_findings(&findings);
    fg_findings_done(&findings);
    fg_bag_close(bag);
    if (fg_seal_pack_read(path, &pack, &err) < 0)
        fuzz_check_error(&err);
    return 0;
}
