/* SPDX-License-Identifier: MIT */
/* Files that hold keys: OpenSSH's, PEM with its certificates, PKCS#12, and the key of a redaction. */
#include "fargauge/redact.h"
#include "fargauge/seal.h"
#include "fuzz.h"

static void open_key(const struct fg_seal_key_place *place)
{
    FG_SEAL_KEY_AUTO *key = NULL;
    struct fg_error err = {0};
    if (fg_seal_key_open(place, &key, &err) < 0)
        fuzz_check_error(&err);
    else
        FUZZ_CHECK(key != NULL, "no key");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *path = fuzz_file("key", data, size);
    unsigned char key[FG_REDACT_KEY_SIZE];
    struct fg_error err = {0};
    open_key(&(struct fg_seal_key_place){.key = path});
    open_key(&(struct fg_seal_key_place){.key = path, .certificate = path, .chain = path});
    open_key(&(struct fg_seal_key_place){.p12 = path});
    if (fg_redact_key(path, key, &err) < 0)
        fuzz_check_error(&err);
    return 0;
}
