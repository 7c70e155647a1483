/* SPDX-License-Identifier: MIT */
/* messages.xml of a folder of own templates. */
#include "fargauge/own_templates.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fg_own_templates *templates = NULL;
    struct fg_faults faults = {0};
    struct fg_error err = {0};
    fuzz_file("messages.xml", data, size);
    fuzz_must(fg_own_open(fuzz_folder(), fuzz_resources(), &faults, &templates, &err), &err, "folder");
    const char *text = fg_own_message(templates, "team.title", "ja");
    FUZZ_CHECK(text == NULL || strlen(text) <= size, "longer than its file");
    for (size_t i = 0; i < faults.count; i++)
        FUZZ_CHECK(faults.list[i].why[0] != '\0', "a fault without words");
    fg_own_close(templates);
    fg_faults_done(&faults);
    return 0;
}
