/* SPDX-License-Identifier: MIT */
/* A waiver file, which people write by hand: as fargauge import --waivers takes it. */
#include "fargauge/ingest.h"
#include "fuzz.h"

static void on_file(void *context, const struct fg_ingest_report *report)
{
    (void)context;
    if (report->outcome == FG_INGEST_REFUSED)
        fuzz_check_error(&report->refusal);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *path = (char *)fuzz_file("waivers.csv", data, size);
    const struct fg_ingest_options options = {.run = 1, .strict = true, .waivers_only = true, .on_file = on_file};
    struct fg_error err = {0};
    struct fg_store *store = fuzz_store();
    fuzz_must(fg_store_begin(store, &err), &err, "begin");
    fuzz_must(fg_ingest_files(store, &path, 1, &options, &err), &err, "import");
    fg_store_rollback(store);
    return 0;
}
