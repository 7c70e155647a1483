/* SPDX-License-Identifier: MIT */
/* A little pack in an archive, made as fargauge makes it, and what opening it finds once its bytes were changed. */
#ifndef FARGAUGE_TESTS_BAG_FIXTURE_H
#define FARGAUGE_TESTS_BAG_FIXTURE_H

#include "pack/bag.h"
#include "pack/bag_read.h"
#include "place.h"

struct bag_fixture {
    struct place place;
    struct fg_error err;
    struct fg_buf bytes; /* of the archive */
};

/* `name` is p.zip or p.tar.gz: p/data/a, p/data/b/c, p/data/b\u65E5, p/data/\u65E5 and the tag files. */
static inline void bag_fixture_start(struct bag_fixture *fixture, const char *name)
{
    struct fg_bag_writer *bag;
    FG_BUF_AUTO tags = FG_BUF_INIT;
    char digest[FG_SHA256_HEX_SIZE];
    *fixture = (struct bag_fixture){0};
    place_start(&fixture->place);
    const char *path = place_path(&fixture->place, name);
    ck_assert_int_eq(fg_bag_writer_open(path, name, &bag, &fixture->err), 0);
    ck_assert_int_eq(fg_bag_put_bytes(bag, "data/a", "an a", 4, &fixture->err), 0);
    ck_assert_int_eq(fg_bag_put_bytes(bag, "data/b/c", "c below b", 9, &fixture->err), 0);
    ck_assert_int_eq(fg_bag_put_bytes(bag, "data/b\u65E5", "", 0, &fixture->err), 0);
    ck_assert_int_eq(fg_bag_put_bytes(bag, "data/\u65E5", "", 0, &fixture->err), 0);
    ck_assert_int_eq(fg_bag_write_manifests(bag, &tags, digest, &fixture->err), 0);
    ck_assert_int_eq(fg_bag_finish(bag, &fixture->err), 0);
    fg_bag_writer_close(bag);
    place_read(path, &fixture->bytes);
}

static inline void bag_fixture_stop(struct bag_fixture *fixture)
{
    fg_buf_done(&fixture->bytes);
    place_stop(&fixture->place);
}

/* What opening the archive's bytes finds, as they are now: lines `kind: which: detail`, the archive itself as PACK. */
static inline void bag_fixture_find(struct bag_fixture *fixture, struct fg_buf *out)
{
    struct fg_findings findings = {0};
    struct fg_bag *bag = NULL;
    const char *path = place_write(&fixture->place, "spoilt", fixture->bytes.data, fixture->bytes.len);
    ck_assert_msg(fg_bag_open(path, &fg_bag_limits, &findings, &bag, &fixture->err) == 0, "%s", fixture->err.message);
    for (size_t i = 0; i < findings.count; i++) {
        const struct fg_finding *finding = &findings.list[i];
        fg_buf_printf(out, "%s: %s: %s\n", finding->kind, strcmp(finding->which, path) == 0 ? "PACK" : finding->which,
                      finding->detail == NULL ? "" : finding->detail);
    }
    fg_findings_done(&findings);
    fg_bag_close(bag);
}

/* Exactly these lines, and one of them. */
static inline void bag_fixture_expect(struct bag_fixture *fixture, const char *expected)
{
    FG_BUF_AUTO found = FG_BUF_INIT;
    bag_fixture_find(fixture, &found);
    ck_assert_str_eq(fg_buf_text(&found), expected);
}

static inline void bag_fixture_expect_part(struct bag_fixture *fixture, const char *line)
{
    FG_BUF_AUTO found = FG_BUF_INIT;
    bag_fixture_find(fixture, &found);
    ck_assert_msg(strstr(fg_buf_text(&found), line) != NULL, "%s", fg_buf_text(&found));
}

/* Something, which depends on libarchive's version. */
static inline void bag_fixture_expect_fault(struct bag_fixture *fixture)
{
    FG_BUF_AUTO found = FG_BUF_INIT;
    bag_fixture_find(fixture, &found);
    ck_assert_uint_gt(found.len, 0);
}

/* Put `len` bytes in before the byte `at`. */
static inline void put_in(struct fg_buf *bytes, size_t at, const void *more, size_t len)
{
    FG_BUF_AUTO whole = FG_BUF_INIT;
    fg_buf_add(&whole, bytes->data, at);
    fg_buf_add(&whole, more, len);
    fg_buf_add(&whole, bytes->data + at, bytes->len - at);
    ck_assert(!whole.failed);
    fg_buf_clear(bytes);
    fg_buf_add(bytes, whole.data, whole.len);
}

#endif
