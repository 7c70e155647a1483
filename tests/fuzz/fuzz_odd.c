/* SPDX-License-Identifier: MIT */
/*
 * A pack's archive read by its format alone, ZIP and tar, whatever libarchive thinks of it: what it holds besides its members' bytes.
 * Where nothing is found in an archive that is whole, one byte more behind it is found.
 */
#include <fcntl.h>
#include <unistd.h>

#include "fargauge/archive.h"
#include "fargauge/pack.h"
#include "fuzz.h"
#include "pack/bag_odd.h"

static const struct fg_limits limits = {.total = 16 << 20, .ratio = 500, .members = 200};

typedef int check_fn(struct fg_bag_filling *filling, const char *path, struct fg_odd *odd, struct fg_error *err);

/* How much it has to say, each with words. */
static size_t tell(check_fn *check, const char *path)
{
    struct fg_bag bag = {0};
    struct fg_findings findings = {0};
    struct fg_bag_filling filling = {.bag = &bag, .findings = &findings, .limits = &limits};
    struct fg_odd odd = {0};
    struct fg_error err = {0};
    fuzz_must(check(&filling, path, &odd, &err), &err, "reading a file that is there");
    fuzz_must(fg_odd_tell(&odd, &findings, &err), &err, "telling");
    for (size_t i = 0; i < findings.count; i++)
        FUZZ_CHECK(findings.list[i].kind[0] != '\0' && findings.list[i].which[0] != '\0', "a finding of nothing");
    FUZZ_CHECK(findings.count > 0 || !fg_odd_is_habit(&odd), "another archiver's habit, and nothing to say of it");
    size_t count = findings.count;
    fg_bag_forget_folders(&filling);
    fg_findings_done(&findings);
    fg_odd_done(&odd);
    return count;
}

/* Whether verify has something to say about the archive itself. */
static bool is_told(check_fn *check, const char *path)
{
    struct fg_findings findings = {0};
    struct fg_bag *bag = NULL;
    struct fg_error err = {0};
    bool told = true;
    if (fg_bag_open(path, &limits, &findings, &bag, &err) == 0)
        told = bag->damaged || tell(check, path) > 0;
    fg_findings_done(&findings);
    fg_bag_close(bag);
    return told;
}

static void add_byte(const char *path)
{
    int fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    FUZZ_CHECK(fd >= 0 && write(fd, "x", 1) == 1 && close(fd) == 0, "%s", path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *path = fuzz_file("pack", data, size);
    enum fg_archive_format format = fg_archive_detect(data, size);
    check_fn *check = format == FG_ARCHIVE_ZIP ? fg_bag_check_zip : fg_bag_check_tar;
    size_t zip = tell(fg_bag_check_zip, path);
    size_t tar = tell(fg_bag_check_tar, path);
    if (format == FG_ARCHIVE_NONE || (check == fg_bag_check_zip ? zip : tar) > 0 || is_told(check, path))
        return 0;
    add_byte(path);
    FUZZ_CHECK(is_told(check, path), "a byte behind it is not found");
    return 0;
}
