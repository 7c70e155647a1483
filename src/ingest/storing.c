/* SPDX-License-Identifier: MIT */
/* What the database keeps of a file as a whole: its source row, or the note that it was refused. */
#include "ingest/storing.h"

#include <string.h>

#include "fargauge/version.h"

/* ---- Savepoints ---- */

static int begin(struct fg_storing *storing, struct fg_error *err)
{
    return fg_store_run(storing->store, "store/savepoint", err);
}

static int commit(struct fg_storing *storing, struct fg_error *err)
{
    return fg_store_run(storing->store, "store/release", err);
}

static int undo(struct fg_storing *storing, struct fg_error *err)
{
    return fg_store_run(storing->store, "store/rollback_to", err);
}

/* ---- The source's row ---- */

/* The last two parts of a path: the file and the folder it lies in. */
static const char *last_two_parts(const char *path)
{
    const char *at = path + strlen(path);
    int slashes = 0;
    while (at > path && (at[-1] != '/' || ++slashes < 2))
        at--;
    return at;
}

/* When the export was taken, and how that is known. */
static const char *capture_time(const struct fg_storing *storing, char out[FG_TIME_SIZE],
                                const char **ret_from)
{
    int64_t ms;
    if (storing->options->captured_at != NULL) {
        *ret_from = "option";
        return storing->options->captured_at;
    }
    if (fg_time_find(last_two_parts(storing->mark->path), &ms) == 0) {
        fg_time_format(ms, out);
        *ret_from = "path";
        return out;
    }
    if (storing->load.newest[0] == '\0') {
        *ret_from = "none";
        return NULL;
    }
    *ret_from = "content";
    return storing->load.newest;
}

/* A file that is taken, new or not, makes up for what was refused under its name. */
static int forgive(struct fg_storing *storing, struct fg_error *err)
{
    struct fg_statement *update;
    if (fg_store_statement(storing->store, "store/forgive_source", &update, err) < 0)
        return -1;
    fg_bind_text(update, "sha256", storing->mark->facts.sha256);
    fg_bind_text(update, "path", storing->mark->path);
    return fg_step_done(update, NULL, err);
}

static int finish_source(struct fg_storing *storing, struct fg_error *err)
{
    char time[FG_TIME_SIZE];
    const char *from;
    const char *captured_at = capture_time(storing, time, &from);
    struct fg_statement *update;
    if (fg_store_statement(storing->store, "store/finish_source", &update, err) < 0)
        return -1;
    fg_bind_int(update, "id", storing->load.source_id);
    fg_bind_text(update, "path", storing->mark->path);
    if (storing->archive_id > 0)
        fg_bind_int(update, "archive", storing->archive_id);
    fg_bind_text(update, "sha256", storing->mark->facts.sha256);
    fg_bind_int(update, "size", (int64_t)storing->mark->facts.size);
    fg_bind_text(update, "kind", storing->mark->document.kind);
    fg_bind_text(update, "compression", storing->mark->facts.gzip ? "gzip" : "none");
    fg_bind_text(update, "encoding", storing->mark->encoding);
    fg_bind_text(update, "captured_at", captured_at);
    fg_bind_text(update, "captured_from", from);
    fg_bind_int(update, "more_pages", storing->mark->document.more_pages);
    if (fg_step_done(update, NULL, err) < 0 || fg_load_flush(&storing->load, err) < 0)
        return -1;
    return forgive(storing, err);
}

/* 1 where a file with the same bytes is in the database (its id in *ret_id), 0 where none is. */
static int seen_before(struct fg_storing *storing, int64_t *ret_id, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(storing->store, "store/find_source", &query, err) < 0)
        return -1;
    fg_bind_text(query, "sha256", storing->mark->facts.sha256);
    int step = fg_step(query, err);
    if (step > 0)
        *ret_id = fg_column_int(query, 0);
    fg_statement_reset(query);
    return step;
}

/* Bytes that are known: note where and when they were handed over again. */
static int note_again(struct fg_storing *storing, int64_t id, struct fg_error *err)
{
    static const char *const updates[] = {"store/source_alias", "store/option_time"};
    char time[FG_TIME_SIZE];
    const char *from;
    const char *captured_at = capture_time(storing, time, &from);
    for (size_t i = 0; i < sizeof updates / sizeof updates[0]; i++) {
        struct fg_statement *update;
        if (fg_store_statement(storing->store, updates[i], &update, err) < 0)
            return -1;
        fg_bind_int(update, "id", id);
        fg_bind_text(update, "path", storing->mark->path);
        fg_bind_text(update, "captured_at", captured_at);
        fg_bind_text(update, "captured_from", from);
        if (i == 0 && storing->archive_id > 0)
            fg_bind_int(update, "archive", storing->archive_id);
        if (fg_step_done(update, NULL, err) < 0)
            return -1;
    }
    struct fg_statement *run;
    if (fg_store_statement(storing->store, "store/source_run", &run, err) < 0)
        return -1;
    fg_bind_int(run, "id", id);
    fg_bind_int(run, "run", storing->options->run);
    return fg_step_done(run, NULL, err) < 0 ? -1 : forgive(storing, err);
}

static int note_refusal(struct fg_storing *storing, struct fg_error *err)
{
    const struct fg_error *refusal = storing->mark->error;
    bool hashed = storing->mark->facts.sha256[0] != '\0';
    struct fg_statement *insert;
    if (fg_store_statement(storing->store, "store/rejected_source", &insert, err) < 0)
        return -1;
    fg_bind_text(insert, "path", storing->mark->path);
    fg_bind_text(insert, "sha256", storing->mark->facts.sha256);
    if (hashed)
        fg_bind_int(insert, "size", (int64_t)storing->mark->facts.size);
    if (storing->mark->document.line > 0) { /* something was read */
        fg_bind_int(insert, "line", (int64_t)storing->mark->document.line);
        fg_bind_int(insert, "byte_offset", (int64_t)storing->mark->document.offset);
    }
    fg_bind_text(insert, "reason", refusal->message);
    fg_bind_text(insert, "hint", refusal->hint);
    return fg_step_done(insert, NULL, err);
}

static int insert_source(struct fg_storing *storing, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_store_statement(storing->store, "store/source", &insert, err) < 0)
        return -1;
    fg_bind_text(insert, "tool_version", fg_version());
    fg_bind_int(insert, "run", storing->options->run);
    return fg_step_done(insert, &storing->load.source_id, err);
}

/* The records of the first document get its number, now that others have followed. */
static int number_first(struct fg_storing *storing, struct fg_error *err)
{
    static const char *const updates[] = {"store/number_records", "store/number_rejections"};
    if (storing->mark->document.count < 2)
        return 0;
    for (size_t i = 0; i < sizeof updates / sizeof updates[0]; i++) {
        struct fg_statement *update;
        if (fg_store_statement(storing->store, updates[i], &update, err) < 0)
            return -1;
        fg_bind_int(update, "source", storing->load.source_id);
        fg_bind_int(update, "end", (int64_t)storing->mark->document.first_end);
        if (fg_step_done(update, NULL, err) < 0)
            return -1;
    }
    return 0;
}

/* What the cutting side has counted. */
static int add_no_interest(struct fg_storing *storing, struct fg_error *err)
{
    const struct fg_tally *cut = &storing->mark->no_interest;
    for (size_t i = 0; i < cut->count; i++)
        if (fg_tally_add(&storing->load.no_interest, cut->types[i].type, cut->types[i].count, err) < 0)
            return -1;
    return 0;
}

/* The file was loaded; now that its hash is known, keep it or find that it is there already. */
static int keep(struct fg_storing *storing, struct fg_error *err)
{
    int64_t earlier = 0;
    int seen = seen_before(storing, &earlier, err);
    if (seen < 0)
        return -1;
    if (seen == 0) {
        if (number_first(storing, err) < 0 || add_no_interest(storing, err) < 0)
            return -1;
        return finish_source(storing, err) < 0 ? -1 : commit(storing, err);
    }
    storing->outcome = FG_INGEST_SEEN_BEFORE;
    if (undo(storing, err) < 0 || begin(storing, err) < 0 || note_again(storing, earlier, err) < 0)
        return -1;
    return commit(storing, err);
}

/* The file cannot be loaded: nothing of it stays but the note that it was handed over. */
static int refuse(struct fg_storing *storing, struct fg_error *err)
{
    storing->outcome = FG_INGEST_REFUSED;
    if (undo(storing, err) < 0 || begin(storing, err) < 0 || note_refusal(storing, err) < 0)
        return -1;
    return commit(storing, err);
}

static int note_run(struct fg_storing *storing, struct fg_error *err)
{
    const struct fg_limits *limits = storing->options->limits != NULL ? storing->options->limits : &fg_default_limits;
    const struct {
        const char *name;
        uint64_t value;
    } values[] = {
        {"record", limits->record}, {"string", limits->string}, {"depth", limits->depth},
        {"total", limits->total},   {"ratio", limits->ratio},   {"members", limits->members},
    };
    struct fg_statement *insert;
    if (fg_store_statement(storing->store, "store/import_run", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "run", storing->options->run);
    fg_bind_text(insert, "tool_version", fg_version());
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        fg_bind_int(insert, values[i].name, values[i].value > INT64_MAX ? INT64_MAX : (int64_t)values[i].value);
    return fg_step_done(insert, NULL, err);
}

/* That the file, or archive, was handed over, and how that ended. */
static int note_handed_over(struct fg_storing *storing, bool is_archive, struct fg_error *err)
{
    static const char *const outcomes[] = {
        [FG_INGEST_LOADED] = "loaded",
        [FG_INGEST_SEEN_BEFORE] = "seen_before",
        [FG_INGEST_REFUSED] = "refused",
    };
    const struct fg_mark *mark = storing->mark;
    struct fg_statement *insert;
    if (note_run(storing, err) < 0 || fg_store_statement(storing->store, "store/handed_over", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "run", storing->options->run);
    fg_bind_text(insert, "path", mark->path);
    fg_bind_text(insert, "sha256", mark->facts.sha256);
    if (mark->facts.sha256[0] != '\0')
        fg_bind_int(insert, "size", (int64_t)mark->facts.size);
    fg_bind_int(insert, "is_archive", is_archive);
    fg_bind_text(insert, "captured_at", storing->options->captured_at);
    fg_bind_int(insert, "as_waivers", storing->options->waivers_only);
    fg_bind_text(insert, "outcome", outcomes[storing->outcome]);
    return fg_step_done(insert, NULL, err);
}

int fg_storing_begin(struct fg_storing *storing, struct fg_error *err)
{
    fg_tally_done(&storing->load.no_interest);
    storing->load = (struct fg_load){.store = storing->store};
    storing->outcome = FG_INGEST_LOADED;
    return begin(storing, err) < 0 ? -1 : insert_source(storing, err);
}

int fg_storing_end(struct fg_storing *storing, struct fg_mark *mark, struct fg_error *err)
{
    storing->mark = mark;
    if ((mark->status == 0 ? keep(storing, err) : refuse(storing, err)) < 0)
        return -1;
    return storing->archive_id > 0 ? 0 : note_handed_over(storing, false, err);
}

int fg_storing_archive(struct fg_storing *storing, const struct fg_mark *mark, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_store_run(storing->store, "store/savepoint", err) < 0 ||
        fg_store_statement(storing->store, "store/archive", &insert, err) < 0)
        return -1;
    fg_bind_text(insert, "path", mark->path);
    fg_bind_text(insert, "sha256", mark->facts.sha256);
    fg_bind_int(insert, "size", (int64_t)mark->facts.size);
    fg_bind_text(insert, "format", mark->detail);
    int step = fg_step(insert, err);
    if (step > 0)
        storing->archive_id = fg_column_int(insert, 0);
    fg_statement_reset(insert);
    return step < 0 ? -1 : 0;
}

int fg_storing_archive_end(struct fg_storing *storing, const struct fg_mark *mark, struct fg_error *err)
{
    storing->mark = mark;
    storing->archive_id = 0;
    storing->outcome = FG_INGEST_LOADED;
    if ((mark->status == 0 ? commit(storing, err) : refuse(storing, err)) < 0)
        return -1;
    return note_handed_over(storing, true, err);
}

int fg_storing_passed_over(struct fg_storing *storing, const struct fg_mark *mark, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_store_statement(storing->store, "store/passed_over", &insert, err) < 0)
        return -1;
    fg_bind_text(insert, "path", mark->path);
    fg_bind_text(insert, "reason", mark->detail);
    fg_bind_int(insert, "run", storing->options->run);
    return fg_step_done(insert, NULL, err);
}
