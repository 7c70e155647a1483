/* SPDX-License-Identifier: MIT */
/* Archives that are not sound, hidden, or too large: never read as if they were whole. */
#include "archive_fixture.h"
#include "unit.h"

#include <utime.h>

static struct listing listing;
static struct fg_buf lines;

static void set_up(void)
{
    listing_start(&listing);
    add_lines(&lines, 200);
}

static void tear_down(void)
{
    listing_stop(&listing);
    fg_buf_done(&lines);
}

static void make(const char *format, const char *options, struct fg_buf *out)
{
    struct pack pack;
    pack_start(&pack, format, options, out);
    pack_text(&pack, "a.json", "{}");
    pack_file(&pack, "b.json", lines.data, lines.len);
    pack_text(&pack, "c.json", "[]");
    pack_stop(&pack);
}

/* True where all three members came out as they went in and nothing was complained about. */
static bool is_whole(const struct fg_buf *packed)
{
    FG_BUF_AUTO expected = FG_BUF_INIT;
    fg_buf_printf(&expected, "1 a.json 2 bytes\n2 b.json %zu bytes\n3 c.json 2 bytes\n", lines.len);
    return listing_of(&listing, packed) == 1 && strcmp(fg_buf_text(&listing.text), expected.data) == 0;
}

static const struct {
    const char *format, *options;
} formats[] = {{"zip", NULL},   {"zip", "compression=store"}, {"ustar", NULL}, {"pax", NULL},
               {"gnutar", NULL}, {"ustar.gz", NULL},           {"pax.gz", NULL}};

START_TEST(cut_short)
{
    for (size_t i = 0; i < LENGTH(formats); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        make(formats[i].format, formats[i].options, &packed);
        ck_assert(is_whole(&packed));
        /* Of the zeros at the end of a tar one block says enough. */
        bool plain_tar = packed.data[0] == 'a';
        size_t end = packed.len;
        while (plain_tar && packed.data[end - 1] == '\0')
            end--;
        end = plain_tar ? (end + 511) / 512 * 512 + 1 : packed.len;
        for (size_t len = 0; len < end; len += len + 64 < end - 64 ? 64 : 1) {
            struct fg_buf cut = packed;
            cut.len = len;
            ck_assert_msg(listing_of(&listing, &cut) == -1, "%s cut to %zu of %zu: %s", formats[i].format, len,
                          packed.len, fg_buf_text(&listing.text));
            ck_assert_int_eq(listing.err.code, FG_INPUT);
            ck_assert_str_ne(listing.err.hint, "");
        }
    }
}
END_TEST

/* A byte changed: no member of a ZIP comes out changed (tar has no check sum for data), nothing crashes. */
START_TEST(a_byte_changed)
{
    for (size_t i = 0; i < LENGTH(formats); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        FG_BUF_AUTO good = FG_BUF_INIT;
        size_t noticed = 0;
        make(formats[i].format, formats[i].options, &packed);
        fg_buf_printf(&good, "2 b.json %zu bytes\n", lines.len);
        for (size_t at = 0; at < packed.len; at += 13) {
            packed.data[at] ^= 0x55;
            bool failed = listing_of(&listing, &packed) < 0;
            const char *line = strstr(listing.text.data, "2 b.json ");
            if (line != NULL && line[9] >= '0' && line[9] <= '9' && formats[i].format[0] == 'z')
                ck_assert_msg(strncmp(line, good.data, good.len) == 0, "%zu: %s", at, listing.text.data);
            noticed += failed || strchr(listing.text.data, '!') != NULL;
            packed.data[at] ^= 0x55;
        }
        ck_assert_uint_gt(noticed, 0);
    }
}
END_TEST

/* Where the `number`th `mark` stands. */
static size_t find(const struct fg_buf *bytes, const char *mark, int number)
{
    for (size_t i = 0; i + 4 <= bytes->len; i++)
        if (memcmp(bytes->data + i, mark, 4) == 0 && --number == 0)
            return i;
    ck_abort_msg("no such mark");
}

static void put(struct fg_buf *bytes, size_t at, const char *value, size_t len)
{
    ck_assert_uint_le(at + len, bytes->len);
    memcpy(bytes->data + at, value, len);
}

START_TEST(zip_check_sums)
{
    FG_BUF_AUTO packed = FG_BUF_INIT;
    make("zip", "compression=store", &packed);
    size_t at = find(&packed, "{\"li", 1);
    packed.data[at + 100] ^= 1;
    ck_assert_int_eq(listing_of(&listing, &packed), 1); /* the others can be read */
    ck_assert_msg(strstr(listing.text.data, "1 a.json 2 bytes\n2 b.json ! zip: ZIP bad CRC") != NULL, "%s",
                  listing.text.data);
    ck_assert_msg(strstr(listing.text.data, "3 c.json 2 bytes\n") != NULL, "%s", listing.text.data);
    packed.data[at + 100] ^= 1;
    put(&packed, find(&packed, "PK\1\2", 2) + 16, "\1\2\3\4", 4);
    ck_assert(!is_whole(&packed));
}
END_TEST

START_TEST(zip_directory_disagrees)
{
    FG_BUF_AUTO fresh = FG_BUF_INIT;
    make("zip", "compression=store", &fresh);
    size_t local = find(&fresh, "PK\3\4", 1), entry = find(&fresh, "PK\1\2", 1), end = find(&fresh, "PK\5\6", 1);
    const struct {
        size_t at;
        const char *bytes;
        size_t len;
        const char *part;
    } samples[] = {
        {local + 14, "\1\2\3\4", 4, "Inconsistent CRC32"},
        {local + 18, "\3\0\0\0", 4, "Inconsistent compressed size"},
        {local + 22, "\3\0\0\0", 4, "Inconsistent uncompressed size"},
        {find(&fresh, "PK\3\4", 2), "PK\3\5", 4, "behind a.json: zip: Damaged"},
        {entry, "PK\1\3", 4, "directory is damaged"},
        {entry + 28, "\xFF\xFF", 2, "directory"},
        {end + 8, "\4\0\4\0", 4, "does not have the entries"},
        {end + 8, "\2\0\2\0", 4, "does not have the entries"},
        {end + 8, "\2\0\3\0", 4, "split"},
        {end + 4, "\1\0", 2, "split"},
        {end + 12, "\xFF\xFF\xFF\x7F", 4, "lies outside"},
        {end + 12, "\0\0\0\0", 4, "does not have the entries"},
        {end, "PK\5\7", 4, "directory at its end is missing"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        fg_buf_add(&packed, fresh.data, fresh.len);
        put(&packed, samples[i].at, samples[i].bytes, samples[i].len);
        expect_refusal(&listing, &packed, samples[i].part);
    }
}
END_TEST

/* The same archive with an end as ZIP64 has it, whose record says `count` entries, and a locator. */
static void make_zip64(int count, struct fg_buf *out)
{
    FG_BUF_AUTO plain = FG_BUF_INIT;
    make("zip", "compression=store", &plain);
    size_t end = find(&plain, "PK\5\6", 1);
    fg_buf_add(out, plain.data, end);
    fg_buf_add(out, "PK\6\6\x2C\0\0\0\0\0\0\0\x2D\0\x2D\0\0\0\0\0\0\0\0\0", 24);
    for (int i = 0; i < 2; i++) {
        fg_buf_add_char(out, (char)count);
        fg_buf_add(out, "\0\0\0\0\0\0\0", 7);
    }
    for (size_t i = 0; i < 2; i++) { /* the directory's size and place */
        fg_buf_add(out, plain.data + end + 12 + 4 * i, 4);
        fg_buf_add(out, "\0\0\0\0", 4);
    }
    fg_buf_add(out, "PK\6\7\0\0\0\0", 8);
    for (size_t i = 0; i < 8; i++)
        fg_buf_add_char(out, (char)(end >> 8 * i & 0xFF));
    fg_buf_add(out, "\1\0\0\0", 4);
    fg_buf_add(out, plain.data + end, plain.len - end);
    memset(out->data + out->len - 14, 0xFF, 12); /* what is too large for the old end stands in the new one */
}

START_TEST(zip64)
{
    FG_BUF_AUTO fresh = FG_BUF_INIT;
    make_zip64(3, &fresh);
    ck_assert_msg(is_whole(&fresh), "%s", listing.err.message);
    size_t end = find(&fresh, "PK\6\6", 1), locator = find(&fresh, "PK\6\7", 1);
    const struct {
        size_t at;
        const char *bytes;
        size_t len;
        const char *part;
    } samples[] = {
        {locator + 8, "\0\0\0\0\0\0\0\x10", 8, "points outside"},
        {locator + 8, "\0\0\0\0\0\0\0\0", 8, "not where it should be"},
        {locator + 16, "\2", 1, "split"},
        {end, "PK\6\5", 4, "not where it should be"},
        {end + 32, "\2", 1, "does not have the entries"},
        {end + 32, "\4", 1, "directory"},
        {end + 32, "\3\0\0\0\1", 5, "directory"},
        {end + 48, "\xFF\xFF\xFF\x7F", 4, "lies outside"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        fg_buf_add(&packed, fresh.data, fresh.len);
        put(&packed, samples[i].at, samples[i].bytes, samples[i].len);
        expect_refusal(&listing, &packed, samples[i].part);
    }
}
END_TEST

/* Two entries of the directory that lead to one member: as overlapping bombs are made. */
START_TEST(zip_entries_share_a_place)
{
    FG_BUF_AUTO packed = FG_BUF_INIT;
    make("zip", "compression=store", &packed);
    size_t first = find(&packed, "PK\1\2", 1), second = find(&packed, "PK\1\2", 2);
    put(&packed, second + 42, packed.data + first + 42, 4);
    expect_refusal(&listing, &packed, "share a place");
}
END_TEST

START_TEST(encrypted)
{
    static const char *const options[] = {"encryption=traditional", "encryption=aes128", "encryption=aes256"};
    for (size_t i = 0; i < LENGTH(options); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        make("zip", options[i], &packed);
        expect_listing(&listing, &packed, "1 a.json ! encrypted\n2 b.json ! encrypted\n3 c.json ! encrypted\n");
    }
    FG_BUF_AUTO mixed = FG_BUF_INIT;
    make("zip", "compression=store", &mixed);
    mixed.data[find(&mixed, "PK\3\4", 1) + 6] |= 1;
    ck_assert_int_eq(listing_of(&listing, &mixed), 1);
    ck_assert_msg(strstr(listing.text.data, "1 a.json ! encrypted\n2 b.json 6") != NULL, "%s", listing.text.data);
    put(&mixed, find(&mixed, "PK\3\4", 1) + 6, "\x41\x20", 2); /* the directory too */
    expect_refusal(&listing, &mixed, "encrypted");
}
END_TEST

START_TEST(unknown_compression)
{
    FG_BUF_AUTO packed = FG_BUF_INIT;
    make("zip", "compression=store", &packed);
    packed.data[find(&packed, "PK\3\4", 1) + 8] = 9; /* deflate64, which Windows uses above 2 GiB */
    ck_assert_int_eq(listing_of(&listing, &packed), 1);
    ck_assert_msg(strstr(listing.text.data, "1 a.json ! zip: Unsupported ZIP compression method (9") != NULL, "%s",
                  listing.text.data);
}
END_TEST

START_TEST(behind_the_end)
{
    static const char *const tars[] = {"ustar", "ustar.gz"};
    for (size_t i = 0; i < LENGTH(tars); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        FG_BUF_AUTO more = FG_BUF_INIT;
        make(tars[i], NULL, &packed);
        make(tars[i], NULL, &more);
        fg_buf_add(&packed, more.data, more.len); /* cat a.tar b.tar: nothing of b is lost */
        ck_assert_int_eq(listing_of(&listing, &packed), 1);
        ck_assert_msg(strstr(listing.text.data, "6 c.json 2 bytes\n") != NULL, "%s", listing.text.data);
        for (int j = 0; j < 600; j++)
            fg_buf_add_char(&packed, 'x');
        ck_assert_int_eq(listing_of(&listing, &packed), -1);
    }
}
END_TEST

START_TEST(the_file_changes)
{
    FG_BUF_AUTO packed = FG_BUF_INIT;
    struct fg_archive *archive;
    struct fg_archive_member member;
    make("zip", NULL, &packed);
    const char *path = place_write(&listing.place, "x", packed.data, packed.len);
    ck_assert_int_eq(fg_archive_open(path, &listing.limits, &archive, &listing.err), 0);
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(fg_archive_next(archive, &member, &listing.err), 0);
    ck_assert_int_eq(utime(path, &(struct utimbuf){1, 1}), 0);
    ck_assert_int_eq(fg_archive_next(archive, &member, &listing.err), -1);
    ck_assert_msg(strstr(listing.err.message, "changed while") != NULL, "%s", listing.err.message);
    fg_archive_close(archive);
}
END_TEST

/* ---- Limits ---- */

START_TEST(too_many_members)
{
    static const char *const all[] = {"zip", "ustar", "ustar.gz"};
    for (size_t i = 0; i < LENGTH(all); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        make(all[i], NULL, &packed);
        listing.limits.members = 3;
        ck_assert(is_whole(&packed));
        listing.limits.members = 2;
        expect_refusal(&listing, &packed, "more than 2 members");
        ck_assert_msg(strstr(listing.err.hint, "--max-members") != NULL, "%s", listing.err.hint);
    }
}
END_TEST

START_TEST(too_many_bytes)
{
    static const char *const all[] = {"zip", "ustar", "ustar.gz"};
    for (size_t i = 0; i < LENGTH(all); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        make(all[i], NULL, &packed);
        listing.limits.total = lines.len + 20000;
        ck_assert(is_whole(&packed));
        listing.limits.total = lines.len;
        expect_refusal(&listing, &packed, "bytes decoded");
        ck_assert_msg(strstr(listing.err.hint, "--max-total") != NULL, "%s", listing.err.hint);
    }
}
END_TEST

/* Zeros, 17 MiB and more of them, beside what does not compress. */
static void make_bomb(const char *format, const char *options, size_t zeros, size_t noise, struct fg_buf *out)
{
    FG_BUF_AUTO random = FG_BUF_INIT;
    struct pack pack;
    char *content = calloc(1, zeros);
    uint32_t state = 1;
    for (size_t i = 0; i < noise; i++) {
        state = state * 1664525u + 1013904223u;
        fg_buf_add_char(&random, (char)(state >> 24));
    }
    pack_start(&pack, format, options, out);
    pack_file(&pack, "noise", random.data, noise);
    pack_file(&pack, "bomb", content, zeros);
    pack_text(&pack, "c.json", "[]");
    pack_stop(&pack);
    free(content);
}

START_TEST(bombs)
{
    static const char *const all[] = {"zip", "ustar.gz"};
    for (size_t i = 0; i < LENGTH(all); i++) {
        FG_BUF_AUTO packed = FG_BUF_INIT;
        make_bomb(all[i], NULL, (size_t)17 << 20, 100, &packed);
        expect_refusal(&listing, &packed, "archive: it holds more than 500 times its size");
        ck_assert_msg(strstr(listing.err.hint, "--max-ratio") != NULL, "%s", listing.err.hint);
        listing.limits.ratio = 1100;
        ck_assert_int_eq(listing_of(&listing, &packed), 1);
        listing.limits.ratio = 500;
    }
    FG_BUF_AUTO hidden = FG_BUF_INIT;
    make_bomb("zip", NULL, (size_t)17 << 20, 1000000, &hidden);
    ck_assert_int_eq(listing_of(&listing, &hidden), 1); /* the others can be read */
    ck_assert_msg(strstr(listing.text.data, "2 bomb ! archive member: it holds more than 500") != NULL, "%s",
                  listing.text.data);
    FG_BUF_AUTO small = FG_BUF_INIT;
    make_bomb("zip", NULL, (size_t)8 << 20, 100, &small);
    ck_assert_int_eq(listing_of(&listing, &small), 1);
}
END_TEST

/* A hole costs nothing in the archive, whatever its size. */
START_TEST(holes_count)
{
    FG_BUF_AUTO packed = FG_BUF_INIT;
    struct pack pack;
    size_t size = (size_t)17 << 20;
    char *content = calloc(1, size);
    struct archive_entry *entry = pack_header("hole", AE_IFREG, size);
    archive_entry_sparse_add_entry(entry, (la_int64_t)size - 10, 10);
    pack_start(&pack, "pax", NULL, &packed);
    pack_entry(&pack, entry, content, size);
    pack_stop(&pack);
    free(content);
    ck_assert_uint_lt(packed.len, 20000);
    expect_refusal(&listing, &packed, "more than 500 times");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("archive_damage");
    TCase *all = tcase_create("archive_damage");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, cut_short);
    tcase_add_test(all, a_byte_changed);
    tcase_add_test(all, zip_check_sums);
    tcase_add_test(all, zip_directory_disagrees);
    tcase_add_test(all, zip64);
    tcase_add_test(all, zip_entries_share_a_place);
    tcase_add_test(all, encrypted);
    tcase_add_test(all, unknown_compression);
    tcase_add_test(all, behind_the_end);
    tcase_add_test(all, the_file_changes);
    tcase_add_test(all, too_many_members);
    tcase_add_test(all, too_many_bytes);
    tcase_add_test(all, bombs);
    tcase_add_test(all, holes_count);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
