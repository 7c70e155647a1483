/* SPDX-License-Identifier: MIT */
/* The texts at the top of a pack: the same bytes as a manifest, as bag-info.txt, and as the whole of a pack's tag files. */
#include "fuzz.h"
#include "pack/bag_check.h"
#include "pack/manifest.h"
#include "redo/said.h"

static void set(struct fg_bag_file *file, const char *path, const uint8_t *data, size_t size)
{
    *file = (struct fg_bag_file){.path = strdup(path), .size = size};
    fg_buf_add(&file->text, data, size);
    memset(file->sha256, 'a', sizeof file->sha256 - 1);
}

static void check_manifest(const struct fg_bag_file *file)
{
    struct fg_findings findings = {0};
    struct fg_manifest manifest;
    struct fg_error err = {0};
    fuzz_must(fg_manifest_read(file, &findings, &manifest, &err), &err, "manifest");
    for (size_t i = 1; i < manifest.count; i++)
        FUZZ_CHECK(strcmp(manifest.lines[i - 1].path, manifest.lines[i].path) < 0, "out of order or twice: %s",
                   manifest.lines[i].path);
    fg_manifest_done(&manifest);
    fg_findings_done(&findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"bag-info.txt", "bagit.txt", "data/pack.json", "manifest-sha256.txt",
                                        "tagmanifest-sha256.txt"};
    enum { COUNT = sizeof names / sizeof names[0] };
    struct fg_bag_file files[COUNT];
    struct fg_bag bag = {.files = files, .count = COUNT};
    struct fg_findings findings = {0};
    struct fg_error err = {0};
    struct fg_said said;
    FG_BUF_AUTO value = FG_BUF_INIT;
    for (size_t i = 0; i < COUNT; i++)
        set(&files[i], names[i], data, size);
    check_manifest(&files[3]);
    fuzz_must(fg_bag_check_structure(&bag, &findings, &err), &err, "structure");
    fuzz_must(fg_bag_check_manifests(&bag, &findings, &err), &err, "manifests");
    fuzz_must(fg_bag_info(&bag, "Payload-Oxum", &value, &err), &err, "bag-info");
    int status = fg_said_read(fuzz_store(), &bag, &findings, &said, &err);
    fuzz_must(status, &err, "pack.json");
    if (status == 0)
        fg_said_done(&said);
    fg_findings_done(&findings);
    for (size_t i = 0; i < COUNT; i++) {
        free(files[i].path);
        fg_buf_done(&files[i].text);
    }
    return 0;
}
