/* SPDX-License-Identifier: MIT */
#include "redo/payload.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fargauge/pack.h"
#include "pack/hash.h"
#include "redo/inputs.h"

static const char database[] = "data/fargauge.db", bag_info[] = "bag-info.txt";

/* Where the pack's own inputs are, and why it lacks others; and what comes out. */
struct making {
    struct fg_redo_inputs inputs;
    char **hashes, **reasons;
    size_t count;
    struct fg_bag made; /* paths and hashes only */
    struct fg_buf info; /* bag-info.txt without its last line */
    bool failed;        /* memory was missing */
};

static void making_done(struct making *making)
{
    for (size_t i = 0; i < making->count; i++) {
        free(making->hashes[i]);
        free(making->reasons[i]);
    }
    for (size_t i = 0; i < making->made.count; i++)
        free(making->made.files[i].path);
    free(making->made.files);
    fg_buf_done(&making->info);
    free(making->hashes);
    free(making->reasons);
    fg_redo_inputs_done(&making->inputs);
}

static int add_reason(struct making *making, struct fg_statement *query, struct fg_error *err)
{
    char **hashes = realloc(making->hashes, (making->count + 1) * sizeof *hashes);
    if (hashes != NULL)
        making->hashes = hashes;
    char **reasons = hashes == NULL ? NULL : realloc(making->reasons, (making->count + 1) * sizeof *reasons);
    if (reasons == NULL)
        return fg_error_memory(err);
    making->reasons = reasons;
    hashes[making->count] = strdup(fg_column_text(query, 0));
    reasons[making->count] = strdup(fg_column_text(query, 1));
    making->count++;
    return hashes[making->count - 1] == NULL || reasons[making->count - 1] == NULL ? fg_error_memory(err) : 0;
}

static int read_reasons(struct fg_store *store, const struct fg_bag *bag, struct making *making, struct fg_error *err)
{
    const struct fg_bag_file *file = fg_bag_find(bag, "data/pack.json");
    struct fg_statement *query;
    int step;
    if (fg_store_statement(store, "redo/reasons", &query, err) < 0)
        return -1;
    fg_bind_bytes(query, "text", fg_buf_text(&file->text), file->text.len);
    while ((step = fg_step(query, err)) > 0)
        if (add_reason(making, query, err) < 0) {
            fg_statement_reset(query);
            return -1;
        }
    return step;
}

/* What the pack does not account for is gone: it will differ. */
static const char *find(void *context, const char *sha256, const char **ret_reason)
{
    struct making *making = context;
    const char *place = fg_redo_inputs_find(&making->inputs, sha256);
    *ret_reason = "gone";
    for (size_t i = 0; place == NULL && i < making->count; i++)
        if (strcmp(making->hashes[i], sha256) == 0)
            *ret_reason = making->reasons[i];
    return place;
}

static void take_member(void *context, const char *name, const char *sha256)
{
    struct making *making = context;
    struct fg_bag *made = &making->made;
    struct fg_bag_file *files = realloc(made->files, (made->count + 1) * sizeof *files);
    char *path = strdup(name);
    if (files != NULL)
        made->files = files;
    if (files == NULL || path == NULL) {
        making->failed = true;
        free(path);
        return;
    }
    files[made->count] = (struct fg_bag_file){.path = path};
    memcpy(files[made->count++].sha256, sha256, FG_SHA256_HEX_SIZE);
}

static void take_info(void *context, const char *text, size_t len)
{
    struct making *making = context;
    fg_buf_add(&making->info, text, len);
}

/* ---- Packing ---- */

enum { STATUSES_MAX = 64 };

/* "A=b,C=d" as a list; `text` is cut. */
static size_t split_statuses(char *text, const char *statuses[STATUSES_MAX])
{
    size_t count = 0;
    for (char *at = text; at != NULL && count < STATUSES_MAX;) {
        char *comma = strchr(at, ',');
        if (comma != NULL)
            *comma++ = '\0';
        statuses[count++] = at;
        at = comma;
    }
    return count;
}

static void take_options(const struct fg_said *said, struct fg_render_options *render)
{
    *render = (struct fg_render_options){
        .formats = fg_said_text(said, FG_SAID_FORMAT),
        .lang = fg_said_text(said, FG_SAID_LANG),
        .csv_bom = fg_said_number(said, FG_SAID_CSV_BOM) != 0,
        .junit =
            {
                .profile = fg_said_text(said, FG_SAID_JUNIT_PROFILE),
                .group = fg_said_text(said, FG_SAID_JUNIT_GROUP),
                .max_cases = fg_said_number(said, FG_SAID_JUNIT_MAX_CASES),
                .max_size = fg_said_number(said, FG_SAID_JUNIT_MAX_SIZE),
            },
        .cover =
            {
                .organisation = fg_said_text(said, FG_SAID_ORGANISATION),
                .period = fg_said_text(said, FG_SAID_PERIOD),
                .scope = fg_said_text(said, FG_SAID_SCOPE),
                .prepared_by = fg_said_text(said, FG_SAID_PREPARED_BY),
                .prepared_for = fg_said_text(said, FG_SAID_PREPARED_FOR),
            },
    };
}

static int pack(struct fg_store *store, const struct fg_payload_options *options, const char *out, struct making *making,
                struct fg_error *err)
{
    const struct fg_said *said = options->said;
    const struct fg_pack_again again = {
        .tool_sha256 = fg_said_text(said, FG_SAID_TOOL_SHA256),
        .previous = fg_said_text(said, FG_SAID_PREVIOUS),
        .inputs = fg_said_text(said, FG_SAID_INPUTS),
        .own_templates = fg_said_number(said, FG_SAID_OWN_TEMPLATES) != 0,
        .find = find,
        .member = take_member,
        .info = take_info,
        .context = making,
    };
    struct fg_pack_options packing = {.out = out, .again = &again};
    struct fg_pack_facts facts;
    const char *statuses[STATUSES_MAX];
    const char *listed = fg_said_text(said, FG_SAID_JUNIT_STATUS);
    char *text = listed == NULL ? NULL : strdup(listed);
    if (listed != NULL && text == NULL)
        return fg_error_memory(err);
    take_options(said, &packing.render);
    packing.render.junit.statuses = statuses;
    packing.render.junit.status_count = split_statuses(text, statuses);
    packing.render.own = again.own_templates ? options->own : NULL;
    int status = fg_render_check_formats(packing.render.formats, err) < 0 || fg_render_check_junit(&packing.render.junit, err) < 0
                     ? -1
                     : fg_pack(store, &packing, &facts, err);
    free(text);
    return status;
}

/* ---- Comparing ---- */

/* Manifests follow from the rest, and seals are made over them. */
static bool is_compared(const char *path)
{
    return strncmp(path, "data/", 5) == 0 || strcmp(path, bag_info) == 0 || strcmp(path, "bagit.txt") == 0;
}

/* Of the user's own templates, where they were used and are not at hand. */
static bool is_own_report(const struct fg_payload_options *options, const char *path)
{
    return options->own == NULL && fg_said_number(options->said, FG_SAID_OWN_TEMPLATES) != 0 &&
           strncmp(path, "data/reports/", strlen("data/reports/")) == 0;
}

/* But for the size of the payload, which follows from the rest: whatever has another size is named itself. */
static bool is_same_info(const struct fg_bag_file *packed, const struct fg_buf *info)
{
    static const char size[] = "Payload-Oxum: ";
    const char *text = fg_buf_text(&packed->text);
    const char *last = text + info->len;
    if (packed->text.len < info->len + strlen(size) || memcmp(text, fg_buf_text(info), info->len) != 0 ||
        memcmp(last, size, strlen(size)) != 0)
        return false;
    const char *end = memchr(last, '\n', packed->text.len - info->len);
    return end != NULL && end + 1 == text + packed->text.len;
}

static void compare_file(const struct fg_bag_file *packed, const struct fg_bag_file *made, const struct making *making,
                         struct fg_findings *findings, struct fg_payload *payload)
{
    bool is_database = strcmp(packed->path, database) == 0;
    bool same = made != NULL && (strcmp(packed->sha256, made->sha256) == 0 ||
                                 (strcmp(packed->path, bag_info) == 0 && is_same_info(packed, &making->info)));
    payload->compared += !is_database;
    payload->same += same && !is_database;
    if (is_database)
        payload->database_same = same;
    else if (made == NULL)
        fg_findings_add(findings, "added", packed->path, "it does not come out when the audit is packed again");
    else if (!same)
        fg_findings_add(findings, "changed", packed->path, "other bytes come out when the audit is packed again");
}

static void compare(const struct fg_payload_options *options, const struct making *making, struct fg_findings *findings,
                    struct fg_payload *payload)
{
    const struct fg_bag *bag = options->bag, *made = &making->made;
    for (size_t i = 0; i < bag->count; i++) {
        const struct fg_bag_file *packed = &bag->files[i], *other = fg_bag_find(made, packed->path);
        if (!is_compared(packed->path) || packed->sha256[0] == '\0')
            continue;
        if (other == NULL && is_own_report(options, packed->path))
            fg_findings_add(findings, "not proved", packed->path, "it is by a template that is not packed; --template DIR makes it again");
        else
            compare_file(packed, other, making, findings, payload);
    }
    for (size_t i = 0; i < made->count; i++)
        if (is_compared(made->files[i].path) && fg_bag_find(bag, made->files[i].path) == NULL)
            fg_findings_add(findings, "missing", made->files[i].path, "it comes out when the audit is packed again");
}

/* https://sqlite.org/fileformat2.html, 1.3: at 96 stands the version of the SQLite that wrote the file, big-endian. */
static int is_by_this_sqlite(const char *path, struct fg_error *err)
{
    enum { VERSION = 96 };
    unsigned char said[4] = {0};
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool read = file >= 0 && pread(file, said, sizeof said, VERSION) >= 0;
    if (!read)
        fg_error_set(err, FG_IO, "%s: %s", database, strerror(errno));
    if (file >= 0)
        close(file);
    uint32_t version = (uint32_t)said[0] << 24 | (uint32_t)said[1] << 16 | (uint32_t)said[2] << 8 | said[3];
    return read ? version == (uint32_t)sqlite3_libversion_number() : -1;
}

static int find_out_who(const struct fg_payload_options *options, struct fg_payload *payload, struct fg_error *err)
{
    char self[FG_SHA256_HEX_SIZE];
    const struct fg_bag_file *file = fg_bag_find(options->bag, database);
    if (fg_hash_self(self, err) < 0)
        return -1;
    bool same_program = self[0] != '\0' && strcmp(self, fg_said_text(options->said, FG_SAID_TOOL_SHA256)) == 0;
    int same_sqlite = same_program && file != NULL && file->place != NULL ? is_by_this_sqlite(file->place, err) : 0;
    payload->by_us = same_sqlite > 0;
    return same_sqlite < 0 ? -1 : 0;
}

static int pack_and_compare(struct fg_store *store, const struct fg_payload_options *options, struct making *making,
                            struct fg_findings *findings, struct fg_payload *payload, struct fg_error *err)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    fg_buf_printf(&out, "%s/again", options->scratch);
    if (out.failed)
        return fg_error_memory(err);
    if (pack(store, options, out.data, making, err) < 0) {
        if (err->code != FG_USAGE)
            return -1;
        fg_findings_add(findings, "not made", "data/pack.json", "%s", err->message);
        return 0;
    }
    if (making->failed || making->info.failed)
        return fg_error_memory(err);
    fg_bag_sort(&making->made);
    compare(options, making, findings, payload);
    return fg_findings_check(findings, err);
}

int fg_payload_compare(struct fg_store *store, const struct fg_payload_options *options, struct fg_findings *findings,
                       struct fg_payload *ret_payload, struct fg_error *err)
{
    struct making making = {0};
    *ret_payload = (struct fg_payload){0};
    int status = fg_redo_inputs_open(options->bag, NULL, &making.inputs, err);
    if (status == 0)
        status = read_reasons(store, options->bag, &making, err);
    if (status == 0)
        status = find_out_who(options, ret_payload, err);
    if (status == 0)
        status = pack_and_compare(store, options, &making, findings, ret_payload, err);
    making_done(&making);
    return status;
}
