/* SPDX-License-Identifier: MIT */
/* What pack.json says, read by SQLite, which knows JSON. */
#include "redo/said.h"

#include <stdlib.h>
#include <string.h>

enum { VALUES = FG_SAID_VALUES };

/* What an option of fargauge pack would refuse. */
static bool is_one_of(const char *text, const char *const *words)
{
    for (; text != NULL && *words != NULL; words++)
        if (strcmp(text, *words) == 0)
            return true;
    return text == NULL;
}

static bool is_sound(const struct fg_said *said)
{
    static const char *const inputs[] = {"included", "hashes", "redacted", NULL}, *const langs[] = {"en", "ja", NULL},
                             *const profiles[] = {"default", "extended", NULL},
                             *const groups[] = {"control", "account", "cluster", NULL};
    return is_one_of(said->texts[FG_SAID_INPUTS], inputs) && is_one_of(said->texts[FG_SAID_LANG], langs) &&
           is_one_of(said->texts[FG_SAID_JUNIT_PROFILE], profiles) && is_one_of(said->texts[FG_SAID_JUNIT_GROUP], groups);
}

static int copy_row(struct fg_statement *query, struct fg_said *said, struct fg_error *err)
{
    for (int i = 0; i < VALUES; i++) {
        const char *text = fg_column_or_null(query, i);
        said->texts[i] = text == NULL ? NULL : strdup(text);
        if (text != NULL && said->texts[i] == NULL)
            return fg_error_memory(err);
    }
    return 0;
}

int fg_said_read(struct fg_store *store, const struct fg_bag *bag, struct fg_findings *findings, struct fg_said *ret_said,
                 struct fg_error *err)
{
    static const char name[] = "data/pack.json";
    const struct fg_bag_file *file = fg_bag_find(bag, name);
    struct fg_statement *query;
    struct fg_error why = {0};
    *ret_said = (struct fg_said){0};
    if (file == NULL) {
        fg_findings_add(findings, "missing", name, "how the pack was made is not known");
        return 1;
    }
    if (fg_store_statement(store, "redo/options", &query, err) < 0)
        return -1;
    fg_bind_bytes(query, "text", fg_buf_text(&file->text), file->text.len);
    int step = fg_step(query, &why);
    if (step < 0 && fg_error_is_machine(&why)) {
        *err = why;
        return -1;
    }
    if (step <= 0) {
        fg_findings_add(findings, "malformed", name, "it is no JSON of ours");
        return 1;
    }
    int status = copy_row(query, ret_said, err);
    fg_statement_reset(query);
    if (status == 0 && !is_sound(ret_said)) {
        fg_findings_add(findings, "malformed", name, "it names what no fargauge pack takes as an option");
        status = 1;
    }
    if (status != 0)
        fg_said_done(ret_said);
    return status;
}

void fg_said_done(struct fg_said *said)
{
    for (int i = 0; i < VALUES; i++)
        free(said->texts[i]);
    *said = (struct fg_said){0};
}

const char *fg_said_text(const struct fg_said *said, enum fg_said_value value)
{
    return said->texts[value];
}

uint64_t fg_said_number(const struct fg_said *said, enum fg_said_value value)
{
    return said->texts[value] == NULL ? 0 : strtoull(said->texts[value], NULL, 10);
}
