/* SPDX-License-Identifier: MIT */
/* Archives that are sound: what is in them, under which names. */
#include "archive_fixture.h"
#include "unit.h"

static struct listing listing;

static void set_up(void)
{
    listing_start(&listing);
}

static void tear_down(void)
{
    listing_stop(&listing);
}

static const struct {
    const char *format;
    const char *options;
    const char *name;
} formats[] = {
    {"zip", NULL, "zip"},         {"zip", "compression=store", "zip"}, {"ustar", NULL, "tar"},
    {"pax", NULL, "tar"},         {"gnutar", NULL, "tar"},             {"ustar.gz", NULL, "tar.gz"},
    {"pax.gz", NULL, "tar.gz"},   {"gnutar.gz", NULL, "tar.gz"},
};

static const char TINY[] = "{\"services\":[]}";

START_TEST(read_in_order)
{
    static const size_t rooms[] = {1000, 4096, 1024 * 1024};
    FG_BUF_AUTO large = FG_BUF_INIT;
    add_lines(&large, 50000);
    for (size_t i = 0; i < LENGTH(formats) * LENGTH(rooms); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        FG_BUF_AUTO expected = FG_BUF_INIT;
        struct pack pack;
        pack_start(&pack, formats[i / LENGTH(rooms)].format, formats[i / LENGTH(rooms)].options, &packed);
        pack_entry(&pack, pack_header("b/", AE_IFDIR, 0), "", 0);
        pack_text(&pack, "b/x.json", TINY);
        pack_text(&pack, "a.json", "");
        pack_text(&pack, "b/x.json", "[]");
        pack_file(&pack, "large.json", large.data, large.len);
        pack_stop(&pack);
        fg_buf_printf(&expected, "2 b/x.json 15 bytes\n3 a.json 0 bytes\n4 b/x.json 2 bytes\n5 large.json %zu bytes\n",
                      large.len);
        listing.room = rooms[i % LENGTH(rooms)];
        expect_listing(&listing, &packed, expected.data);
        ck_assert_uint_eq(listing.last.len, large.len);
        ck_assert_int_eq(memcmp(listing.last.data, large.data, large.len), 0);
    }
}
END_TEST

START_TEST(facts_are_the_files)
{
    for (size_t i = 0; i < LENGTH(formats); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        struct pack pack;
        struct fg_archive *archive;
        struct fg_archive_member member;
        struct fg_error err;
        char hex[FG_SHA256_HEX_SIZE];
        pack_start(&pack, formats[i].format, formats[i].options, &packed);
        pack_text(&pack, "a.json", TINY);
        pack_stop(&pack);
        struct fg_sha256 *hash = fg_sha256_new();
        fg_sha256_add(hash, packed.data, packed.len);
        fg_sha256_hex(hash, hex);
        fg_sha256_free(hash);
        const char *path = place_write(&listing.place, "x", packed.data, packed.len);
        ck_assert_int_eq(fg_archive_open(path, &listing.limits, &archive, &err), 0);
        const struct fg_archive_facts *facts = fg_archive_facts(archive);
        ck_assert_str_eq(fg_archive_format_name(facts->format), formats[i].name);
        ck_assert_uint_eq(facts->size, packed.len);
        ck_assert_str_eq(facts->sha256, hex);
        ck_assert_int_eq(fg_archive_next(archive, &member, &err), 0);
        ck_assert_int_eq(member.size, sizeof TINY - 1);
        ck_assert_int_eq(fg_archive_next(archive, &member, &err), 1); /* not read at all */
        fg_archive_close(archive);
    }
}
END_TEST

START_TEST(nothing_in_it)
{
    FG_BUF_AUTO zip = FG_BUF_INIT;
    struct pack pack;
    pack_start(&pack, "zip", NULL, &zip);
    pack_stop(&pack);
    expect_listing(&listing, &zip, "");
}
END_TEST

/* ---- Names ---- */

static void check_name(const char *format, const char *options, bool flagged, const char *name, const char *label)
{
    FG_BUF_AUTO packed = FG_BUF_INIT;
    FG_BUF_AUTO expected = FG_BUF_INIT;
    struct pack pack;
    locale_t c = newlocale(LC_CTYPE_MASK, "C", (locale_t)0);
    pack_start(&pack, format, options, &packed);
    if (strcmp(format, "zip") == 0)
        uselocale(c); /* names are written as they are, without the mark for UTF-8 */
    pack_text(&pack, name, TINY);
    pack_stop(&pack);
    freelocale(c);
    if (flagged) {
        mark_all(&packed, "PK\3\4", 7, 8);
        mark_all(&packed, "PK\1\2", 9, 8);
    }
    fg_buf_printf(&expected, "1 %s 15 bytes\n", label);
    expect_listing(&listing, &packed, expected.data);
}

#define JAPANESE "\u76E3\u67FB/\u30B5\u30FC\u30D3\u30B9.json"
#define CP932 "\x8A\xC4\x8D\xB8/\x83\x54\x81\x5B.json" /* the second of two bytes may be an ASCII letter */

START_TEST(names)
{
    static const struct {
        const char *name, *label;
    } plain[] = {
        {"/etc/passwd", "/etc/passwd"},
        {"../../up.json", "../../up.json"},
        {"a\nb\x1B.json", "a\nb\x1B.json"},
        {JAPANESE, JAPANESE},
        {CP932, "\\x8A\\xC4\\x8D\\xB8/\\x83T\\x81[.json"},
        {"caf\x82.json", "caf\\x82.json"}, /* code page 437 */
    };
    for (int locale = 0; locale < 2; locale++) {
        setlocale(LC_ALL, locale == 0 ? "C" : "C.UTF-8");
        for (size_t i = 0; i < LENGTH(plain); i++) {
            check_name("zip", NULL, false, plain[i].name, plain[i].label);
            check_name("ustar", NULL, false, plain[i].name, plain[i].label);
            check_name("gnutar", NULL, false, plain[i].name, plain[i].label);
        }
        check_name("zip", NULL, true, JAPANESE, JAPANESE);
        check_name("zip", NULL, true, CP932, "#1"); /* marked as UTF-8, which it is not */
        check_name("pax", NULL, false, JAPANESE, JAPANESE);
        check_name("pax", "hdrcharset=BINARY", false, CP932, plain[4].label);
    }
    setlocale(LC_ALL, "C");
}
END_TEST

START_TEST(long_names)
{
    char name[3000];
    memset(name, 'n', sizeof name);
    name[sizeof name - 1] = '\0';
    for (size_t i = 60; i < sizeof name; i += 60)
        name[i] = '/';
    check_name("gnutar", NULL, false, name, name);
    check_name("pax", NULL, false, name, name);
    check_name("zip", NULL, false, name, name);
}
END_TEST

/* ---- Members that are no files ---- */

static void pack_link(struct pack *pack, const char *name, mode_t type, const char *target)
{
    struct archive_entry *entry = pack_header(name, type, 0);
    if (type == AE_IFLNK)
        archive_entry_set_symlink(entry, target);
    else
        archive_entry_set_hardlink(entry, target);
    pack_entry(pack, entry, "", 0);
}

START_TEST(links_and_devices)
{
    static const char *const tars[] = {"ustar", "pax.gz", "gnutar"};
    for (size_t i = 0; i < LENGTH(tars); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        struct pack pack;
        pack_start(&pack, tars[i], NULL, &packed);
        pack_text(&pack, "a.json", TINY);
        pack_link(&pack, "s.json", AE_IFLNK, "/etc/passwd");
        pack_link(&pack, "h.json", AE_IFREG, "a.json");
        pack_entry(&pack, pack_header("f", AE_IFIFO, 0), "", 0);
        pack_entry(&pack, pack_header("c", AE_IFCHR, 0), "", 0);
        pack_entry(&pack, pack_header("d", AE_IFBLK, 0), "", 0);
        pack_text(&pack, "z.json", TINY);
        pack_stop(&pack);
        expect_listing(&listing, &packed,
                       "1 a.json 15 bytes\n2 s.json - symbolic_link\n3 h.json - hard_link\n"
                       "4 f - special_file\n5 c - special_file\n6 d - special_file\n7 z.json 15 bytes\n");
    }
    FG_BUF_AUTO zip = FG_BUF_INIT;
    struct pack pack;
    pack_start(&pack, "zip", NULL, &zip);
    pack_link(&pack, "s.json", AE_IFLNK, "../a.json");
    pack_text(&pack, "a.json", TINY);
    pack_stop(&pack);
    expect_listing(&listing, &zip, "1 s.json - symbolic_link\n2 a.json 15 bytes\n");
}
END_TEST

START_TEST(archives_within)
{
    FG_BUF_AUTO packed = FG_BUF_INIT;
    struct pack pack;
    pack_start(&pack, "zip", NULL, &packed);
    for (size_t i = 0; i < LENGTH(formats); i++) {
        FG_BUF_AUTO inner = FG_BUF_INIT;
        struct pack within;
        pack_start(&within, formats[i].format, formats[i].options, &inner);
        pack_text(&within, "a.json", TINY);
        pack_stop(&within);
        pack_file(&pack, formats[i].name, inner.data, inner.len);
    }
    pack_file(&pack, "a.json.gz", "\x1F\x8B\x08\0\0\0\0\0\0\x03\x03\0\0\0\0\0\0\0\0\0", 20);
    pack_stop(&pack);
    expect_listing(&listing, &packed,
                   "1 zip - nested_archive\n2 zip - nested_archive\n3 tar - nested_archive\n"
                   "4 tar - nested_archive\n5 tar - nested_archive\n6 tar.gz - nested_archive\n"
                   "7 tar.gz - nested_archive\n8 tar.gz - nested_archive\n9 a.json.gz 20 bytes\n");
}
END_TEST

/* Holes come out as the zeros they stand for, at the end too. */
START_TEST(sparse_files)
{
    static const size_t ends[] = {300000, 310000};
    for (size_t i = 0; i < LENGTH(ends); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        FG_BUF_AUTO expected = FG_BUF_INIT;
        FG_BUF_AUTO content = FG_BUF_INIT;
        struct pack pack;
        ck_assert(fg_buf_reserve(&content, ends[i]));
        memset(content.data, 0, ends[i]);
        memset(content.data + 1000, 'a', 1000);
        memset(content.data + 290000, 'b', 10000);
        pack_start(&pack, "pax", NULL, &packed);
        struct archive_entry *entry = pack_header("s.json", AE_IFREG, ends[i]);
        archive_entry_sparse_add_entry(entry, 1000, 1000);
        archive_entry_sparse_add_entry(entry, 290000, 10000);
        pack_entry(&pack, entry, content.data, ends[i]);
        pack_text(&pack, "a.json", "");
        pack_stop(&pack);
        ck_assert_uint_lt(packed.len, 100000);
        fg_buf_printf(&expected, "1 s.json %zu bytes\n2 a.json 0 bytes\n", ends[i]);
        expect_listing(&listing, &packed, expected.data);

        struct fg_archive *archive;
        struct fg_archive_member member;
        FG_BUF_AUTO out = FG_BUF_INIT;
        size_t got = 1;
        const char *path = place_write(&listing.place, "s", packed.data, packed.len);
        ck_assert_int_eq(fg_archive_open(path, &listing.limits, &archive, &listing.err), 0);
        ck_assert_int_eq(fg_archive_next(archive, &member, &listing.err), 0);
        for (; got > 0; out.len += got) {
            ck_assert(fg_buf_reserve(&out, 777));
            ck_assert_int_eq(fg_archive_read(archive, out.data + out.len, 777, &got, &listing.err), 0);
        }
        ck_assert_uint_eq(out.len, ends[i]);
        ck_assert_int_eq(memcmp(out.data, content.data, ends[i]), 0);
        fg_archive_close(archive);
    }
}
END_TEST

/* ---- What is none ---- */

START_TEST(detected)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    for (size_t i = 0; i < LENGTH(formats); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        struct pack pack;
        pack_start(&pack, formats[i].format, formats[i].options, &packed);
        pack_text(&pack, "a.json", TINY);
        pack_stop(&pack);
        ck_assert_str_eq(fg_archive_format_name(fg_archive_detect(packed.data, packed.len)), formats[i].name);
        for (size_t len = 0; len < packed.len && len < 600; len++) {
            const char *name = fg_archive_format_name(fg_archive_detect(packed.data, len));
            ck_assert(strcmp(name, "") == 0 || strcmp(name, formats[i].name) == 0);
        }
    }
    for (int i = 0; i < 257; i++)
        fg_buf_add_char(&text, ' ');
    fg_buf_add_text(&text, "ustar  no NUL behind it");
    ck_assert_int_eq(fg_archive_detect(text.data, text.len), FG_ARCHIVE_NONE);
    ck_assert_int_eq(fg_archive_detect("PK and more", 11), FG_ARCHIVE_NONE);
    ck_assert_int_eq(fg_archive_detect("\x1F\x8B\x08\0\0\0\0\0\0\x03\x03\0\0\0\0\0\0\0\0\0", 20), FG_ARCHIVE_NONE);
    expect_refusal(&listing, &text, "neither");
}
END_TEST

START_TEST(not_a_regular_file)
{
    static const char *const others[] = {"-", "/dev/null", "/tmp", "/nowhere/at/all.zip"};
    for (size_t i = 0; i < LENGTH(others); i++) {
        ck_assert_int_eq(listing_of_path(&listing, others[i]), -1);
        ck_assert_int_eq(listing.err.code, FG_INPUT);
        ck_assert_str_ne(listing.err.hint, "");
    }
    ck_assert_int_eq(mkfifo(place_path(&listing.place, "pipe"), 0600), 0);
    ck_assert_int_eq(listing_of_path(&listing, place_path(&listing.place, "pipe")), -1);
    ck_assert_msg(strstr(listing.err.hint, "save it to a file") != NULL, "%s", listing.err.hint);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("archive");
    TCase *all = tcase_create("archive");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, read_in_order);
    tcase_add_test(all, facts_are_the_files);
    tcase_add_test(all, nothing_in_it);
    tcase_add_test(all, names);
    tcase_add_test(all, long_names);
    tcase_add_test(all, links_and_devices);
    tcase_add_test(all, archives_within);
    tcase_add_test(all, sparse_files);
    tcase_add_test(all, detected);
    tcase_add_test(all, not_a_regular_file);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
