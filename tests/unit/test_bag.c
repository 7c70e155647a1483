/* SPDX-License-Identifier: MIT */
#include <unistd.h>

#include "fargauge/pack.h"
#include "pack/bag.h"
#include "template_fixture.h"
#include "unit.h"

static struct fixture fixture;
static char place[128];

static void start(void)
{
    fixture_start(&fixture);
    snprintf(place, sizeof place, "%s/bag", fixture.dir);
}

static void stop(void)
{
    fixture_stop(&fixture);
}

static const struct {
    const char *path;
    enum fg_bag_form form;
    const char *top;
} named[] = {
    {"a", FG_BAG_FOLDER, "a"},
    {"x/2026-Q4.zip", FG_BAG_ZIP, "2026-Q4"},
    {"/x/a.b.tar.gz", FG_BAG_TAR_GZ, "a.b"},
    {"a.tgz", FG_BAG_TAR_GZ, "a"},
    {"a.ZIP", FG_BAG_ZIP, "a"},
    {"a.Tar.GZ", FG_BAG_TAR_GZ, "a"},
    {"a.TGZ", FG_BAG_TAR_GZ, "a"},
    {".zip", FG_BAG_FOLDER, ".zip"},
    {"x/.tar.gz", FG_BAG_FOLDER, ".tar.gz"},
    {"監査.zip", FG_BAG_ZIP, "監査"},
    {"a\n\x80\\:b.zip", FG_BAG_ZIP, "a____b"},
    {"\u202Eb.zip", FG_BAG_ZIP, "___b"},
    {"a.gz", FG_BAG_FOLDER, "a.gz"},
    {"..zip", FG_BAG_ZIP, "_"},
    {"x/...tar.gz", FG_BAG_TAR_GZ, "__"},
    {"....zip", FG_BAG_ZIP, "..."},
};

START_TEST(names)
{
    FG_BUF_AUTO top = FG_BUF_INIT;
    fg_bag_add_top(&top, named[_i].path);
    ck_assert_int_eq(fg_bag_form_of(named[_i].path), named[_i].form);
    ck_assert_str_eq(fg_buf_text(&top), named[_i].top);
}
END_TEST

static const struct {
    const char *path, *ending;
} others[] = {
    {"a.tar", ".tar"},    {"x/a.RAR", ".rar"}, {"a.tar.xz", ".xz"}, {"a.7z", ".7z"},  {"a.lzh", ".lzh"}, {"a.gz", ".gz"},
    {"a.tar.gz", NULL},   {"a.zip", NULL},     {"a", NULL},         {"tar", NULL},    {".tar", NULL},    {"a.tar/", NULL},
    {"2026.Q4", NULL},    {"a.tar/b", NULL},
};

START_TEST(other_endings)
{
    ck_assert_pstr_eq(fg_bag_other_ending(others[_i].path), others[_i].ending);
}
END_TEST

static void expect(const char *name, const char *text)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    char found[2048];
    fg_buf_printf(&path, "%s/%s", place, name);
    FILE *file = fopen(path.data, "rb");
    ck_assert_msg(file != NULL, "%s", path.data);
    found[fread(found, 1, sizeof found - 1, file)] = '\0';
    fclose(file);
    ck_assert_str_eq(found, text);
}

/* RFC 8493, 2.1.3: CR, LF and % of a path are encoded, spaces and asterisks are not; lines are in byte order. */
START_TEST(manifests)
{
    struct fg_bag_writer *bag;
    FG_BUF_AUTO tags = FG_BUF_INIT;
    char digest[FG_SHA256_HEX_SIZE];
    ck_assert_int_eq(fg_bag_writer_open(place, "bag", &bag, &fixture.err), 0);
    fg_bag_tell(bag, "Label", "one\ntwo\xFF");
    ck_assert_int_eq(fg_bag_put_bytes(bag, "data/b/c", "abc", 3, &fixture.err), 0);
    ck_assert_int_eq(fg_bag_put_bytes(bag, "data/\r\n%25 *", "", 0, &fixture.err), 0);
    ck_assert_int_eq(fg_bag_put_bytes(bag, "data/b-", "abc", 3, &fixture.err), 0);
    ck_assert_int_eq(fg_bag_write_manifests(bag, &tags, digest, &fixture.err), 0);
    ck_assert_int_eq(fg_bag_put_seal(bag, "seal", "x", 1, &fixture.err), 0);
    ck_assert_int_eq(fg_bag_finish(bag, &fixture.err), 0);
    fg_bag_writer_close(bag);
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    expect("manifest-sha256.txt", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/%0D%0A%2525 *\n"
                                  ABC "  data/b-\n" ABC "  data/b/c\n");
    expect("bag-info.txt", "Label: one\\u000Atwo\\xFF\nPayload-Oxum: 6.3\n");
    expect("tagmanifest-sha256.txt", tags.data);
    expect("seal", "x");
    ck_assert_ptr_null(strstr(tags.data, "seal"));
    char again[FG_SHA256_HEX_SIZE];
    ck_assert_int_lt(fg_pack_digest(place, again, &fixture.err), 0); /* no agent is named */
    ck_assert_int_eq(fixture.err.code, FG_USAGE);
}
END_TEST

/* What has another hash is told apart from what cannot be read. */
START_TEST(files)
{
    struct fg_bag_writer *bag;
    char from[160];
    snprintf(from, sizeof from, "%s/in", fixture.dir);
    fixture_file(&fixture, "in", "abc");
    ck_assert_int_eq(fg_bag_writer_open(place, "bag", &bag, &fixture.err), 0);
    ck_assert_int_eq(fg_bag_put_file(bag, "data/1", from, ABC, &fixture.err), 0);
    ck_assert_int_eq(fg_bag_put_file(bag, "data/2", from, "0" ABC, &fixture.err), 1);
    ck_assert_int_lt(fg_bag_put_file(bag, "data/3", "/nonexistent", NULL, &fixture.err), 0);
    ck_assert_int_eq(fixture.err.code, FG_IO);
    fg_bag_writer_close(bag);
    expect("data/1", "abc");
    ck_assert_int_lt(fg_bag_writer_open(place, "bag", &bag, &fixture.err), 0); /* something stands there */
    fg_bag_writer_close(NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("bag");
    TCase *all = tcase_create("bag");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_loop_test(all, names, 0, sizeof named / sizeof named[0]);
    tcase_add_loop_test(all, other_endings, 0, sizeof others / sizeof others[0]);
    tcase_add_test(all, manifests);
    tcase_add_test(all, files);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
