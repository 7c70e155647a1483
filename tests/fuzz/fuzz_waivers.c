/* SPDX-License-Identifier: MIT */
/* A waiver file, which people write by hand: as fargauge import --waivers takes it. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_import("waivers.csv", data, size, (struct fg_ingest_options){.waivers_only = true});
    return 0;
}
