/* SPDX-License-Identifier: MIT */
/*
 * Copy the database, redacted or as it is, make everything else from the copy, look for the inputs, write the bag: in this order,
 * so that nothing in a pack comes from a later state than its database, and nothing that was redacted is asked for again.
 */
#include "fargauge/pack.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "pack/bag.h"
#include "pack/copy.h"
#include "pack/documents.h"
#include "pack/find.h"
#include "pack/hash.h"
#include "core/workplace.h"

struct pack {
    const struct fg_pack_options *options;
    const struct fg_resources *resources;
    struct fg_workplace *place;
    struct fg_pack_about about;
    struct fg_buf made;     /* a folder: what becomes data/, without inputs and rules */
    struct fg_buf database; /* in it */
    struct fg_buf reports;  /* in it */
    struct fg_buf bag;
};

static int make_folder(const char *path, struct fg_error *err)
{
    return mkdir(path, 0777) == 0 ? 0 : fg_error_set(err, FG_IO, "pack: %s: %s", path, strerror(errno));
}

/* What the pack says of itself: found out, or taken over from the one that is made once more. */
static int set_about(struct pack *pack, struct fg_error *err)
{
    const struct fg_pack_options *options = pack->options;
    const struct fg_pack_again *again = options->again;
    struct fg_pack_about *about = &pack->about;
    if (again != NULL) {
        about->inputs = again->inputs;
        snprintf(about->previous, sizeof about->previous, "%s", again->previous);
        snprintf(about->tool_sha256, sizeof about->tool_sha256, "%s", again->tool_sha256);
        return 0;
    }
    about->inputs = options->redact != NULL ? "redacted" : options->no_inputs ? "hashes" : "included";
    if (options->previous != NULL && fg_pack_digest(options->previous, about->previous, err) < 0)
        return -1;
    return fg_hash_self(about->tool_sha256, err);
}

static int set_up(struct pack *pack, struct fg_error *err)
{
    const struct fg_pack_options *options = pack->options;
    if (set_about(pack, err) < 0 || fg_workplace_open(options->out, &pack->place, err) < 0 ||
        fg_workplace_path(pack->place, "made", &pack->made, err) < 0 ||
        fg_workplace_path(pack->place, "made/fargauge.db", &pack->database, err) < 0 ||
        fg_workplace_path(pack->place, "made/reports", &pack->reports, err) < 0 ||
        fg_workplace_path(pack->place, "pack", &pack->bag, err) < 0)
        return -1;
    return make_folder(pack->made.data, err) < 0 || make_folder(pack->reports.data, err) < 0 ? -1 : 0;
}

static void tell_nobody(void *context, const char *path)
{
    (void)context;
    (void)path;
}

static int write_reports(const struct pack *pack, struct fg_store *copy, struct fg_error *err)
{
    struct fg_render_options render = pack->options->render;
    render.out = pack->reports.data;
    return fg_render_reports(copy, &render, tell_nobody, NULL, err);
}

/* The rules as they are in force: the program's, and those of the user's own that the database keeps. */
static int add_rules(const struct pack *pack, struct fg_store *copy, struct fg_bag_writer *bag, struct fg_error *err)
{
    static const char *const folders[] = {"sql/", "templates/"};
    static const char own[] = "sql/own/";
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        const struct fg_resource *files;
        size_t count = fg_resources_list(pack->resources, folders[i], &files);
        for (size_t j = 0; j < count; j++) {
            FG_BUF_AUTO name = FG_BUF_INIT;
            fg_buf_printf(&name, "data/ruleset/%s", files[j].path);
            if (name.failed)
                return fg_error_memory(err);
            if (strncmp(files[j].path, own, strlen(own)) != 0 &&
                fg_bag_put_bytes(bag, name.data, files[j].data, files[j].size, err) < 0)
                return -1;
        }
    }
    struct fg_statement *rules;
    int step;
    if (fg_store_statement(copy, "pack/own_rules", &rules, err) < 0)
        return -1;
    while ((step = fg_step(rules, err)) > 0) {
        FG_BUF_AUTO name = FG_BUF_INIT;
        const char *text = fg_column_text(rules, 2);
        fg_buf_printf(&name, "data/ruleset/own/%s", fg_column_text(rules, 1));
        if (name.failed)
            return fg_error_memory(err);
        if (fg_bag_put_bytes(bag, name.data, text, strlen(text), err) < 0)
            return -1;
    }
    return step;
}

static int fill(const struct pack *pack, struct fg_store *copy, struct fg_bag_writer *bag, struct fg_pack_facts *ret_facts,
                struct fg_error *err)
{
    FG_BUF_AUTO tag_manifest = FG_BUF_INIT;
    const struct fg_pack_again *again = pack->options->again;
    if (fg_bag_put_folder(bag, "data", pack->made.data, err) < 0 || fg_pack_add_inputs(copy, bag, err) < 0 ||
        add_rules(pack, copy, bag, err) < 0 || fg_pack_tell(copy, &pack->about, bag, err) < 0)
        return -1;
    if (again != NULL)
        again->info(again->context, fg_buf_text(fg_bag_told(bag)), fg_bag_told(bag)->len);
    if (fg_bag_write_manifests(bag, &tag_manifest, ret_facts->digest, err) < 0)
        return -1;
    return fg_bag_finish(bag, err);
}

static int write_bag(const struct pack *pack, struct fg_store *copy, struct fg_pack_facts *ret_facts, struct fg_error *err)
{
    const struct fg_pack_again *again = pack->options->again;
    struct fg_bag_writer *bag;
    if (fg_bag_writer_open(again != NULL ? NULL : pack->bag.data, pack->options->out, &bag, err) < 0)
        return -1;
    int status = fill(pack, copy, bag, ret_facts, err);
    if (status == 0 && again != NULL)
        fg_bag_members(bag, again->member, again->context);
    fg_bag_writer_close(bag);
    return status < 0 || again != NULL ? status : fg_workplace_deliver(pack->place, "pack", err);
}

static int make(const struct pack *pack, struct fg_store *copy, struct fg_pack_facts *ret_facts, struct fg_error *err)
{
    bool with_inputs = strcmp(pack->about.inputs, "included") == 0;
    if (fg_store_run(copy, "pack/tables", err) < 0 || (with_inputs && fg_pack_find(copy, pack->options, err) < 0) ||
        write_reports(pack, copy, err) < 0 ||
        fg_pack_write_documents(copy, pack->options, &pack->about, pack->made.data, err) < 0)
        return -1;
    return write_bag(pack, copy, ret_facts, err);
}

static int run(struct pack *pack, struct fg_store *store, struct fg_pack_facts *ret_facts, struct fg_error *err)
{
    struct fg_store *copy;
    if (set_up(pack, err) < 0 || fg_pack_copy(store, pack->options, pack->database.data, err) < 0 ||
        fg_store_open(pack->database.data, false, pack->resources, &copy, err) < 0)
        return -1;
    int status = make(pack, copy, ret_facts, err);
    fg_store_close(copy);
    return status;
}

int fg_pack(struct fg_store *store, const struct fg_pack_options *options, struct fg_pack_facts *ret_facts,
            struct fg_error *err)
{
    struct pack pack = {.options = options, .resources = fg_store_resources(store)};
    int status = run(&pack, store, ret_facts, err);
    fg_workplace_close(pack.place);
    fg_buf_done(&pack.made);
    fg_buf_done(&pack.database);
    fg_buf_done(&pack.reports);
    fg_buf_done(&pack.bag);
    return status;
}
