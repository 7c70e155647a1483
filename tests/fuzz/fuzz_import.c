/* SPDX-License-Identifier: MIT */
/* A file as fargauge import takes it: gzip, UTF-16, archives of files. The import never fails for what a file holds. */
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
    char *path = (char *)fuzz_file("export", data, size);
    const struct fg_limits limits = {.record = 1 << 20, .string = 1 << 20, .depth = 512, .total = 16 << 20, .ratio = 500,
                                     .members = 50};
    const struct fg_ingest_options options = {.run = 1, .strict = true, .limits = &limits, .on_file = on_file};
    struct fg_error err = {0};
    struct fg_store *store = fuzz_store();
    fuzz_must(fg_store_begin(store, &err), &err, "begin");
    fuzz_must(fg_ingest_files(store, &path, 1, &options, &err), &err, "import");
    fg_store_rollback(store);
    return 0;
}
