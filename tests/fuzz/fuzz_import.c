/* SPDX-License-Identifier: MIT */
/* A file as fargauge import takes it: gzip, UTF-16, archives of files. The import never fails for what a file holds. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct fg_limits limits = {.record = 1 << 20, .string = 1 << 20, .depth = 512, .total = 16 << 20, .ratio = 500,
                                     .members = 50};
    fuzz_import("export", data, size, (struct fg_ingest_options){.limits = &limits});
    return 0;
}
