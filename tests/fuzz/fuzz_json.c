/* SPDX-License-Identifier: MIT */
/* The JSON walker: its loops against each other, and against cJSON. */
#include "fuzz.h"
#include "json_oracle.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    json_oracle(data, size);
    return 0;
}
