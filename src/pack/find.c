/* SPDX-License-Identifier: MIT */
#include "pack/find.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pack/by_hash.h"
#include "pack/hash.h"

enum found { HERE, GONE, CHANGED, STANDARD_INPUT };

static const struct {
    const char *code; /* pack_found.reason */
    const char *words;
} outcomes[] = {
    [HERE] = {NULL, NULL},
    [GONE] = {"gone", "it is not there any more"},
    [CHANGED] = {"changed", "its bytes are not those that were handed over"},
    [STANDARD_INPUT] = {"standard_input", "it came through standard input, and nothing kept it"},
};

struct search {
    struct fg_store *copy;
    const char *dir;          /* --inputs; may be NULL */
    struct fg_bag *folder;    /* what lies below it, hashed when the first file is not where it was; NULL: not yet */
    struct fg_by_hash by_hash;
    struct fg_buf sha256; /* the file that is looked for; "": none yet */
    enum found outcome;
    struct fg_buf path; /* where it is */
};

/* Whether the file at `path` has these bytes. What this user may not read is as good as gone; a disk that fails is told. */
static int look(const char *path, const char *sha256, int64_t size, enum found *ret_found, struct fg_error *err)
{
    char hex[FG_SHA256_HEX_SIZE];
    struct stat status;
    *ret_found = GONE;
    if (stat(path, &status) < 0 || !S_ISREG(status.st_mode) || access(path, R_OK) < 0)
        return 0;
    *ret_found = CHANGED;
    if (size >= 0 && status.st_size != size)
        return 0;
    if (fg_hash_file(path, hex, err) < 0)
        return -1;
    if (strcmp(hex, sha256) == 0)
        *ret_found = HERE;
    return 0;
}

/* Where a recorded path is looked for, first to last: below the folder that was named, where it says, and by its name alone in that
 * folder. False: there is no such place. */
static bool place(const struct search *search, const char *path, int which, struct fg_buf *out)
{
    const char *slash = strrchr(path, '/');
    fg_buf_clear(out);
    if (which == 1)
        fg_buf_add_text(out, path);
    else if (search->dir != NULL)
        fg_buf_printf(out, "%s/%s", search->dir, which == 0 || slash == NULL ? path : slash + 1);
    return out->len > 0;
}

static int look_everywhere(struct search *search, const char *path, int64_t size, struct fg_error *err)
{
    enum { PLACES = 3 };
    if (strcmp(path, "-") == 0) {
        search->outcome = search->outcome == CHANGED ? CHANGED : STANDARD_INPUT;
        return 0;
    }
    for (int which = 0; which < PLACES && search->outcome != HERE; which++) {
        if (!place(search, path, which, &search->path))
            continue;
        if (search->path.failed)
            return fg_error_memory(err);
        enum found found;
        if (look(search->path.data, fg_buf_text(&search->sha256), size, &found, err) < 0)
            return -1;
        if (found != GONE)
            search->outcome = found;
    }
    return 0;
}

/* After a move, or a merge of what several machines were handed, no path says where a file is: its hash does. */
static int look_by_hash(struct search *search, struct fg_error *err)
{
    if (search->folder == NULL) {
        if (fg_bag_open_folder_of_inputs(search->dir, &search->folder, err) < 0)
            return fg_error_prepend(err, "--inputs");
        if (fg_by_hash_add(&search->by_hash, search->folder, false, err) < 0)
            return -1;
        fg_by_hash_sort(&search->by_hash);
    }
    const char *path = fg_by_hash_find(&search->by_hash, fg_buf_text(&search->sha256));
    if (path == NULL)
        return 0;
    search->outcome = HERE;
    fg_buf_clear(&search->path);
    fg_buf_add_text(&search->path, path);
    return search->path.failed ? fg_error_memory(err) : 0;
}

static int note(struct search *search, struct fg_error *err)
{
    struct fg_statement *found;
    if (search->sha256.len == 0)
        return 0;
    if (search->outcome != HERE && search->dir != NULL && look_by_hash(search, err) < 0)
        return -1;
    if (fg_store_statement(search->copy, "pack/found", &found, err) < 0)
        return -1;
    fg_bind_text(found, "sha256", search->sha256.data);
    fg_bind_text(found, "path", search->outcome == HERE ? search->path.data : NULL);
    fg_bind_text(found, "reason", outcomes[search->outcome].code);
    return fg_step_done(found, NULL, err);
}

static int begin(struct search *search, const char *sha256, struct fg_error *err)
{
    if (note(search, err) < 0)
        return -1;
    search->outcome = GONE;
    fg_buf_clear(&search->sha256);
    fg_buf_add_text(&search->sha256, sha256);
    return search->sha256.failed ? fg_error_memory(err) : 0;
}

static int search_all(struct search *search, struct fg_error *err)
{
    struct fg_statement *paths;
    int step;
    if (fg_store_statement(search->copy, "pack/paths", &paths, err) < 0)
        return -1;
    while ((step = fg_step(paths, err)) > 0) {
        const char *sha256 = fg_column_text(paths, 0);
        int64_t size = fg_column_or_null(paths, 1) == NULL ? -1 : fg_column_int(paths, 1);
        if (strcmp(fg_buf_text(&search->sha256), sha256) != 0 && begin(search, sha256, err) < 0)
            return -1;
        if (search->outcome != HERE && look_everywhere(search, fg_column_text(paths, 2), size, err) < 0)
            return -1;
    }
    return step < 0 ? -1 : note(search, err);
}

/* The first that is missing, if any. */
static int need_all(struct fg_store *copy, const char *dir, struct fg_error *err)
{
    struct fg_statement *missing;
    if (fg_store_statement(copy, "pack/missing", &missing, err) < 0)
        return -1;
    int step = fg_step(missing, err);
    if (step <= 0)
        return step;
    const char *code = fg_column_text(missing, 0), *words = "";
    long long more = (long long)fg_column_int(missing, 2) - 1;
    for (size_t i = GONE; i < sizeof outcomes / sizeof outcomes[0]; i++)
        if (strcmp(outcomes[i].code, code) == 0)
            words = outcomes[i].words;
    if (more > 0)
        fg_error_set(err, FG_IO, "input: %s: %s (and %lld more)", fg_column_text(missing, 1), words, more);
    else
        fg_error_set(err, FG_IO, "input: %s: %s", fg_column_text(missing, 1), words);
    fg_statement_reset(missing);
    if (dir != NULL)
        return fg_error_hint(err, "nor is there a file with its bytes below %.200s, whatever its name; --allow-missing packs the "
                                  "rest and says what is missing, --no-inputs packs hashes only", dir);
    return fg_error_hint(err, "it was looked for under this path only; name the folder where the inputs are now, under whatever "
                              "names, with --inputs DIR; --allow-missing packs the rest and says what is missing, --no-inputs "
                              "packs hashes only");
}

/* Of a pack that is made once more: its own bytes, and its own words for those that it lacks. */
static int find_again(struct fg_store *copy, const struct fg_pack_again *again, struct fg_error *err)
{
    struct fg_statement *paths, *found;
    int step;
    if (fg_store_statement(copy, "pack/paths", &paths, err) < 0)
        return -1;
    while ((step = fg_step(paths, err)) > 0) {
        const char *reason = NULL, *sha256 = fg_column_text(paths, 0);
        const char *path = again->find(again->context, sha256, &reason);
        if (fg_store_statement(copy, "pack/found", &found, err) < 0)
            return -1;
        fg_bind_text(found, "sha256", sha256);
        fg_bind_text(found, "path", path);
        fg_bind_text(found, "reason", path != NULL ? NULL : reason);
        if (fg_step_done(found, NULL, err) < 0)
            return -1;
    }
    return step;
}

int fg_pack_find(struct fg_store *copy, const struct fg_pack_options *options, struct fg_error *err)
{
    struct search search = {.copy = copy, .dir = options->inputs_dir};
    if (options->again != NULL)
        return find_again(copy, options->again, err);
    int status = search_all(&search, err);
    fg_buf_done(&search.sha256);
    fg_buf_done(&search.path);
    fg_by_hash_done(&search.by_hash);
    fg_bag_close(search.folder);
    return status < 0 || options->allow_missing ? status : need_all(copy, options->inputs_dir, err);
}

static int add(struct fg_bag_writer *bag, struct fg_statement *inputs, struct fg_error *err)
{
    const char *path = fg_column_text(inputs, 0);
    FG_BUF_AUTO name = FG_BUF_INIT;
    fg_buf_printf(&name, "data/inputs/%s", fg_column_text(inputs, 1));
    if (name.failed)
        return fg_error_memory(err);
    int status = fg_bag_put_file(bag, name.data, path, fg_column_text(inputs, 2), err);
    if (status <= 0)
        return status;
    fg_error_set(err, FG_IO, "input: %s: it changed while it was packed", path);
    return fg_error_hint(err, "pack again when nothing writes to it any more");
}

int fg_pack_add_inputs(struct fg_store *copy, struct fg_bag_writer *bag, struct fg_error *err)
{
    struct fg_statement *inputs;
    int step;
    if (fg_store_statement(copy, "pack/inputs", &inputs, err) < 0)
        return -1;
    while ((step = fg_step(inputs, err)) > 0)
        if (add(bag, inputs, err) < 0)
            return -1;
    return step;
}
