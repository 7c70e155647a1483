/* SPDX-License-Identifier: MIT */
/* fargauge pack: an audit as one bag that anybody can check. */
#include <string.h>

#include "cmd/steps.h"
#include "fargauge/pack.h"
#include "fargauge/redact.h"
#include "pack/bag.h"

struct pack_options {
    const char *db;
    const char *out;
    const char *inputs;
    const char *previous;
    bool no_inputs, allow_missing;
    bool redact;
    const char *redact_key, *redact_map;
    struct fg_render_choice render;
};

#define AT(member) offsetof(struct pack_options, member)

static const struct fg_option options[] = {
    {"db", FG_OPTION_OUTPUT, AT(db), "FILE"},
    {"out", FG_OPTION_OUTPUT, AT(out), "PACK"},
    {"inputs", FG_OPTION_INPUT, AT(inputs), "DIR"},
    {"no-inputs", FG_OPTION_FLAG, AT(no_inputs), ""},
    {"allow-missing", FG_OPTION_FLAG, AT(allow_missing), ""},
    {"previous", FG_OPTION_INPUT, AT(previous), "PACK"},
    {"redact", FG_OPTION_FLAG, AT(redact), ""},
    {"redact-key", FG_OPTION_OUTPUT, AT(redact_key), "FILE"},
    {"redact-map", FG_OPTION_OUTPUT, AT(redact_map), "FILE"},
    FG_RENDER_OPTIONS(struct pack_options, render),
    {NULL, FG_OPTION_FLAG, 0, ""},
};

/* Whether `path` lies in what becomes the pack. */
static bool is_inside(const char *path, const char *pack)
{
    size_t len = strlen(pack);
    while (len > 1 && pack[len - 1] == '/')
        len--;
    return path != NULL && strncmp(path, pack, len) == 0 && (path[len] == '/' || path[len] == '\0');
}

static int check_redaction(const struct pack_options *chosen, struct fg_error *err)
{
    const char *key = chosen->redact_key, *map = chosen->redact_map;
    if (chosen->redact && key == NULL) {
        fg_error_set(err, FG_USAGE, "pack: --redact: --redact-key is missing");
        return fg_error_hint(err, "name a file for the key, which is made where it is missing: --redact-key FILE");
    }
    if (!chosen->redact && (key != NULL || map != NULL)) {
        fg_error_set(err, FG_USAGE, "pack: --%s: --redact is missing", key != NULL ? "redact-key" : "redact-map");
        return fg_error_hint(err, "without it nothing is redacted");
    }
    if (is_inside(key, chosen->out) || is_inside(map, chosen->out)) {
        fg_error_set(err, FG_USAGE, "--redact-%s: %s: it would lie in the pack", is_inside(key, chosen->out) ? "key" : "map",
                     is_inside(key, chosen->out) ? key : map);
        return fg_error_hint(err, "keep it apart: whoever has it and the pack reads every name");
    }
    if (chosen->redact && (chosen->inputs != NULL || chosen->allow_missing)) {
        fg_error_set(err, FG_USAGE, "pack: --redact: it says the opposite of --%s",
                     chosen->inputs != NULL ? "inputs" : "allow-missing");
        return fg_error_hint(err, "leave out one of them: inputs cannot be redacted");
    }
    return 0;
}

static int check(const struct fg_run *run, const struct pack_options *chosen, struct fg_error *err)
{
    if (chosen->db == NULL || chosen->out == NULL) {
        fg_error_set(err, FG_USAGE, "pack: --%s is missing", chosen->db == NULL ? "db" : "out");
        return fg_error_hint(err, "write: fargauge pack --db FILE --out PACK");
    }
    const char *ending = fg_bag_other_ending(chosen->out);
    if (ending != NULL) {
        fg_error_set(err, FG_USAGE, "--out: %s: archives called %s are not written", chosen->out, ending);
        return fg_error_hint(err, "name it NAME.zip or NAME.tar.gz; a name without such an ending is a folder");
    }
    if (chosen->no_inputs && (chosen->inputs != NULL || chosen->allow_missing)) {
        fg_error_set(err, FG_USAGE, "pack: --no-inputs: it says the opposite of --%s",
                     chosen->inputs != NULL ? "inputs" : "allow-missing");
        return fg_error_hint(err, "leave out one of them");
    }
    return check_redaction(chosen, err) < 0 ? -1 : fg_step_check_render(run, &chosen->render, err);
}

struct redaction {
    const char *map;
    unsigned char key[FG_REDACT_KEY_SIZE];
};

static int redact(void *context, struct fg_store *store, const char *database, struct fg_error *err)
{
    const struct redaction *redaction = context;
    return fg_redact(store, database, redaction->key, redaction->map, err);
}

static int pack(const struct fg_run *run, const struct pack_options *chosen, struct fg_store *store,
                const struct fg_own_templates *own, struct fg_error *err)
{
    struct fg_pack_options packing = {
        .out = chosen->out,
        .inputs_dir = chosen->inputs,
        .no_inputs = chosen->no_inputs,
        .allow_missing = chosen->allow_missing,
        .previous = chosen->previous,
        .render = fg_step_render_options(&chosen->render, NULL),
    };
    struct fg_pack_facts facts;
    struct redaction redaction = {.map = chosen->redact_map};
    packing.render.own = own;
    if (chosen->redact) {
        if (fg_redact_key(chosen->redact_key, redaction.key, err) < 0)
            return -1;
        packing.redact = redact;
        packing.redact_context = &redaction;
    }
    if (fg_pack(store, &packing, &facts, err) < 0)
        return -1;
    fg_log_line(run->log, "Wrote %s", chosen->out);
    fg_log_line(run->log, "Pack digest: sha256:%s", facts.digest);
    return FG_OK;
}

static int run_pack(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct pack_options *chosen = parsed;
    struct fg_own_templates *own = NULL;
    struct fg_store *store;
    if (check(run, chosen, err) < 0 || fg_step_open_templates(run, &chosen->render, &own, err) < 0)
        return -1;
    int code = fg_store_open(chosen->db, false, run->resources, &store, err);
    if (code == 0) {
        code = fg_step_need_assessment(store, "pack", chosen->db, err);
        if (code == 0)
            code = pack(run, chosen, store, own, err);
        code = fg_store_close_after(store, code, err);
    }
    fg_own_close(own);
    return code;
}

const struct fg_command fg_command_pack = {
    .name = "pack",
    .options = options,
    .options_size = sizeof(struct pack_options),
    .reads_anywhere = true,
    .run = run_pack,
};
