/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/walk.h"
#include "fargauge/json_split.h"

static char folder[256];
static struct fg_resources *resources;
static struct fg_store *store;

int fuzz_read(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    struct fuzz_bytes *from = context;
    size_t size = from->size - from->at;
    (void)err;
    if (size > room)
        size = room;
    if (size > from->step)
        size = from->step;
    if (size > 0)
        memcpy(to, from->data + from->at, size);
    from->at += size;
    *ret_got = size;
    return 0;
}

static void remove_folder(void)
{
    fg_remove_tree(folder);
}

const char *fuzz_folder(void)
{
    if (folder[0] != '\0')
        return folder;
    const char *place = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/fargauge-fuzz-XXXXXX", place == NULL ? "/tmp" : place);
    FUZZ_CHECK(mkdtemp(folder) != NULL, "%s", folder);
    atexit(remove_folder);
    return folder;
}

const char *fuzz_file(const char *name, const void *data, size_t size)
{
    static char path[512];
    snprintf(path, sizeof path, "%s/%s", fuzz_folder(), name);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FUZZ_CHECK(fd >= 0, "%s", path);
    for (size_t at = 0; at < size;) {
        ssize_t got = write(fd, (const char *)data + at, size - at);
        FUZZ_CHECK(got > 0, "%s", path);
        at += (size_t)got;
    }
    close(fd);
    return path;
}

static void close_resources(void)
{
    fg_resources_close(resources);
}

const struct fg_resources *fuzz_resources(void)
{
    struct fg_error err = {0};
    if (resources != NULL)
        return resources;
    fuzz_must(fg_resources_open(NULL, &resources, &err), &err, "resources");
    atexit(close_resources);
    return resources;
}

static void close_store(void)
{
    fg_store_close(store);
}

struct fg_store *fuzz_store(void)
{
    struct fg_error err = {0};
    if (store != NULL)
        return store;
    const struct fg_resources *files = fuzz_resources();
    fuzz_must(fg_store_open(":memory:", true, files, &store, &err), &err, "store");
    atexit(close_store);
    return store;
}

void fuzz_must(int status, const struct fg_error *err, const char *what)
{
    FUZZ_CHECK(status >= 0, "%s: %s", what, err->message);
}

void fuzz_check_error(const struct fg_error *err)
{
    FUZZ_CHECK(err->message[0] != '\0', "an error without words");
    FUZZ_CHECK(err->code == FG_USAGE || err->code == FG_INPUT || err->code == FG_IO, "%d: %s", (int)err->code, err->message);
    FUZZ_CHECK(err->code != FG_INPUT || err->hint[0] != '\0', "no hint: %s", err->message);
}

void fuzz_check_json(const struct fg_buf *text)
{
    struct fuzz_bytes from = {.data = (const uint8_t *)fg_buf_text(text), .size = text->len, .step = SIZE_MAX};
    struct fg_json *json = NULL;
    struct fg_error err = {0};
    enum fg_json_type type;
    fuzz_must(fg_json_open(fuzz_read, &from, &json, &err), &err, "walker");
    fuzz_must(fg_json_skip(json, &err), &err, "JSON that was written");
    fuzz_must(fg_json_peek(json, &type, &err), &err, "JSON that was written");
    FUZZ_CHECK(type == FG_JSON_END, "more than a document: %s", fg_buf_text(text));
    fg_json_close(json);
}

/* Each refusal has words; the import itself never fails for what a file holds. */
static void on_file(void *context, const struct fg_ingest_report *report)
{
    (void)context;
    if (report->outcome == FG_INGEST_REFUSED)
        fuzz_check_error(&report->refusal);
}

void fuzz_import(const char *name, const uint8_t *data, size_t size, struct fg_ingest_options options)
{
    char *path = (char *)fuzz_file(name, data, size);
    struct fg_error err = {0};
    struct fg_store *into = fuzz_store();
    options.run = 1;
    options.strict = true;
    options.on_file = on_file;
    fuzz_must(fg_store_begin(into, &err), &err, "begin");
    fuzz_must(fg_ingest_files(into, &path, 1, &options, &err), &err, "import");
    fg_store_rollback(into);
}
