/* SPDX-License-Identifier: MIT */
/*
 * SQL of the user's own controls, which may come with a stranger's pack. It may add to the catalogue and make views; what is
 * the program's stays, and what is wrong with it is told.
 */
#include "fuzz.h"
#include "store/own_rules.h"

static void load(struct fg_store *store, const char *text, size_t len)
{
    struct fg_statement *insert = NULL;
    struct fg_error err = {0};
    fuzz_must(fg_store_statement(store, "store/own_rule", &insert, &err), &err, "rule");
    fg_bind_text(insert, "path", "sql/own/controls/x.sql");
    fg_bind_bytes(insert, "text", text, len);
    fuzz_must(fg_step_done(insert, NULL, &err), &err, "rule");
    int status = fg_own_rules_load(store, &err);
    FUZZ_CHECK(status == 0 || (err.code == FG_USAGE && err.hint[0] != '\0'), "%d: %s", (int)err.code, err.message);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fg_store *store = fuzz_store();
    struct fg_error err = {0};
    fuzz_must(fg_store_run(store, "store/foreign_keys_off", &err), &err, "keys");
    fuzz_must(fg_store_begin(store, &err), &err, "begin");
    load(store, (const char *)data, size);
    fg_store_rollback(store);
    fuzz_must(fg_store_run(store, "store/foreign_keys_on", &err), &err, "keys");
    return 0;
}
