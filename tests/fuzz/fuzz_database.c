/* SPDX-License-Identifier: MIT */
/*
 * A database that came with a pack, damaged or forged: an audit's own one, of which some bytes are others. The input is a list of
 * changes, five bytes each: where (three bytes, of all that is in the file), which byte, and how many times. It is looked
 * at as fargauge verify does, merged as fargauge merge does, and opened as every command does.
 */
#include <fcntl.h>
#include <unistd.h>

#include "fargauge/assess.h"
#include "fargauge/ingest.h"
#include "fargauge/merge.h"
#include "fuzz.h"
#include "redo/redo.h"

static struct fg_buf good; /* the audit */

static void forget(void)
{
    fg_buf_done(&good);
}

static void read_file(const char *path, struct fg_buf *out)
{
    char piece[65536];
    size_t got;
    FILE *file = fopen(path, "rb");
    FUZZ_CHECK(file != NULL, "%s", path);
    while ((got = fread(piece, 1, sizeof piece, file)) > 0)
        fg_buf_add(out, piece, got);
    fclose(file);
}

/* A small audit: a service, an assessment. */
static void make_audit(void)
{
    static const char export[] =
        "{\"services\":[{\"serviceArn\":\"arn:aws:ecs:eu-west-1:123456789012:service/web/api\",\"serviceName\":\"api\","
        "\"clusterArn\":\"arn:aws:ecs:eu-west-1:123456789012:cluster/web\",\"launchType\":\"FARGATE\",\"platformVersion\":\"1.3.0\","
        "\"platformFamily\":\"Linux\",\"deployments\":[]}]}";
    const struct fg_ingest_options options = {.run = 1, .captured_at = "2026-10-01T00:00:00.000Z"};
    const struct fg_assess_options assess = {.generated_at = "2026-10-01T00:00:00.000Z"};
    struct fg_error err = {0};
    struct fg_store *store = NULL;
    int64_t id = 0;
    char *input = strdup(fuzz_file("services.json", export, sizeof export - 1));
    char *path = strdup(fuzz_file("good.db", "", 0));
    fuzz_must(fg_store_open(path, true, fuzz_resources(), &store, &err), &err, "store");
    fuzz_must(fg_ingest_files(store, &input, 1, &options, &err), &err, "import");
    fuzz_must(fg_assess(store, &assess, &id, &err), &err, "assess");
    fg_store_close(store);
    read_file(path, &good);
    atexit(forget);
    free(input);
    free(path);
}

static void spoil(struct fg_buf *copy, const uint8_t *data, size_t size)
{
    for (; size >= 5; data += 5, size -= 5) {
        size_t at = ((size_t)data[0] << 16 | (size_t)data[1] << 8 | data[2]) % copy->len;
        for (size_t i = 0; i <= data[4] % 32 && at + i < copy->len; i++)
            copy->data[at + i] = (char)data[3];
    }
}

static void look(const char *path)
{
    const struct fg_redo_options options = {.packed = path, .scratch = fuzz_folder(), .resources = fuzz_resources()};
    struct fg_findings findings = {0};
    struct fg_redo *redo = NULL;
    struct fg_error err = {0};
    fuzz_must(fg_redo_open(&options, &findings, &redo, &err), &err, "looking at a database");
    FUZZ_CHECK(redo->readable || findings.count > 0, "not readable, and nobody says why");
    fg_redo_close(redo);
    fg_findings_done(&findings);
}

static void remove_made(const char *name)
{
    static const char *const tails[] = {"", "-journal", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        FG_BUF_AUTO path = FG_BUF_INIT;
        fg_buf_printf(&path, "%s/%s%s", fuzz_folder(), name, tails[i]);
        unlink(path.data);
    }
}

static void merge(char *path)
{
    struct fg_merged total;
    struct fg_error err = {0};
    FG_BUF_AUTO into = FG_BUF_INIT;
    fg_buf_printf(&into, "%s/into.db", fuzz_folder());
    if (fg_merge(into.data, &path, 1, fuzz_resources(), &(struct fg_merge_options){0}, &total, &err) < 0)
        fuzz_check_error(&err);
}

static void open_it(const char *path)
{
    struct fg_store *store = NULL;
    struct fg_error err = {0};
    if (fg_store_open(path, false, fuzz_resources(), &store, &err) < 0)
        fuzz_check_error(&err);
    fg_store_close(store);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FG_BUF_AUTO copy = FG_BUF_INIT;
    if (size < 5 || size > 200)
        return -1;
    if (good.len == 0)
        make_audit();
    fg_buf_add(&copy, good.data, good.len);
    spoil(&copy, data, size);
    char *path = strdup(fuzz_file("spoilt.db", copy.data, copy.len));
    switch (size % 5 == 0 ? data[size - 1] % 3 : size % 3) { /* each takes its time */
    case 0: look(path); break;
    case 1: merge(path); break;
    default: open_it(path); break;
    }
    remove_made("redone.db");
    remove_made("into.db");
    remove_made("spoilt.db");
    free(path);
    return 0;
}
