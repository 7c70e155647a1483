/* SPDX-License-Identifier: MIT */
/* What a ZIP holds besides its members, each put in so that readers of ZIPs unpack the same as before. */
#include "bag_fixture.h"
#include "unit.h"

static struct bag_fixture fixture;

static void start(void)
{
    bag_fixture_start(&fixture, "p.zip");
}

static void stop(void)
{
    bag_fixture_stop(&fixture);
}

/* ---- Bytes of the archive: APPNOTE 4.3.7, 4.3.12, 4.3.16 */

static uint32_t number(size_t at, int bytes)
{
    uint32_t value = 0;
    while (bytes-- > 0)
        value = value << 8 | (unsigned char)fixture.bytes.data[at + (size_t)bytes];
    return value;
}

static void set(size_t at, int bytes, uint32_t value)
{
    for (int i = 0; i < bytes; i++, value >>= 8)
        fixture.bytes.data[at + (size_t)i] = (char)(value & 0xFF);
}

static size_t end_at(void)
{
    return fixture.bytes.len - 22;
}

static size_t directory_at(void)
{
    return number(end_at() + 16, 4);
}

/* The directory's entry of the member p/NAME. */
static size_t entry_of(const char *name)
{
    char whole[64];
    size_t len = (size_t)snprintf(whole, sizeof whole, "p/%s", name);
    for (size_t at = directory_at(); at < end_at();
         at += 46 + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2))
        if (number(at + 28, 2) == len && memcmp(fixture.bytes.data + at + 46, whole, len) == 0)
            return at;
    ck_abort_msg("no %s", name);
    return 0;
}

static size_t member_of(const char *name)
{
    return number(entry_of(name) + 42, 4);
}

/* Put bytes in before `at`, and let all offsets fit again. */
static void insert(size_t at, const void *more, size_t len)
{
    size_t directory = directory_at();
    for (size_t entry = directory; entry < end_at();
         entry += 46 + number(entry + 28, 2) + number(entry + 30, 2) + number(entry + 32, 2))
        if (number(entry + 42, 4) >= at)
            set(entry + 42, 4, number(entry + 42, 4) + (uint32_t)len);
    if (at <= directory)
        set(end_at() + 16, 4, (uint32_t)(directory + len));
    put_in(&fixture.bytes, at, more, len);
}

/* The same in the directory's entry of NAME, whose field of two bytes at `field` tells how long that part is. */
static void insert_in_entry(const char *name, size_t at, size_t field, const void *more, size_t len)
{
    size_t entry = entry_of(name);
    set(entry + field, 2, number(entry + field, 2) + (uint32_t)len);
    set(end_at() + 12, 4, number(end_at() + 12, 4) + (uint32_t)len);
    put_in(&fixture.bytes, entry + at, more, len);
}

/* ---- */

START_TEST(honest)
{
    bag_fixture_expect(&fixture, "");
}
END_TEST

START_TEST(between)
{
    insert(member_of("data/b/c"), "hidden", 6);
    bag_fixture_expect(&fixture, "added: PACK: 6 bytes before p/data/b/c belong to no member\n");
}
END_TEST

/* It begins as an archive does, or it would be taken for none. */
START_TEST(before)
{
    insert(0, "PK\3\4hidden", 10);
    bag_fixture_expect(&fixture, "added: PACK: 10 bytes before p/data/a belong to no member\n");
}
END_TEST

/* A whole member that the directory does not list: it is unpacked by who reads members as they come. */
START_TEST(unlisted)
{
    size_t from = member_of("data/b/c");
    FG_BUF_AUTO copy = FG_BUF_INIT;
    fg_buf_add(&copy, fixture.bytes.data + from, member_of("data/b\u65E5") - from);
    insert(from, copy.data, copy.len);
    FG_BUF_AUTO expected = FG_BUF_INIT;
    fg_buf_printf(&expected, "added: PACK: %zu bytes before p/data/b/c belong to no member\n", copy.len);
    bag_fixture_expect(&fixture, expected.data);
}
END_TEST

START_TEST(before_directory)
{
    insert(directory_at(), "hidden", 6);
    bag_fixture_expect(&fixture, "added: PACK: 6 bytes before the directory belong to no member\n");
}
END_TEST

START_TEST(behind_directory)
{
    size_t size = number(end_at() + 12, 4);
    put_in(&fixture.bytes, end_at(), "PK\5\5hidden", 10); /* where a directory's signature may stand */
    set(end_at() + 12, 4, (uint32_t)size + 10);
    bag_fixture_expect_fault(&fixture);
}
END_TEST

START_TEST(behind_end)
{
    fg_buf_add(&fixture.bytes, "more", 4);
    bag_fixture_expect(&fixture, "added: PACK: something stands behind the archive's end\n");
}
END_TEST

START_TEST(comment)
{
    set(end_at() + 20, 2, 4);
    fg_buf_add(&fixture.bytes, "more", 4);
    bag_fixture_expect(&fixture, "added: PACK: something stands behind the archive's end\n");
}
END_TEST

/* Who reads members as they come shows p/data/x. */
START_TEST(other_name)
{
    fixture.bytes.data[member_of("data/a") + 30 + strlen("p/data/")] = 'x';
    bag_fixture_expect(&fixture,
                       "unsafe: p/data/a: its own header (p/data/x, 4 bytes) says something else than the directory\n");
}
END_TEST

START_TEST(other_size)
{
    set(member_of("data/a") + 22, 4, 3);
    bag_fixture_expect_fault(&fixture);
}
END_TEST

START_TEST(other_time)
{
    set(member_of("data/a") + 10, 2, 3);
    bag_fixture_expect(&fixture,
                       "unsafe: p/data/a: its own header (p/data/a, 4 bytes) says something else than the directory\n");
}
END_TEST

/* The descriptor stands right before the next member: mark, sum, two sizes. */
START_TEST(other_descriptor)
{
    set(member_of("data/b/c") - 4, 4, 3);
    bag_fixture_expect_part(&fixture, "unsafe: p/data/a: what stands behind its data tells another size or sum");
}
END_TEST

/* Behind the end of what was compressed, but counted with it. */
START_TEST(within_data)
{
    size_t entry = entry_of("data/a"), next = member_of("data/b/c");
    uint32_t packed = number(entry + 20, 4) + 6;
    set(entry + 20, 4, packed);
    set(next - 8, 4, packed); /* the descriptor's */
    insert(next - 16, "hidden", 6);
    bag_fixture_expect_fault(&fixture);
}
END_TEST

START_TEST(same_place)
{
    set(entry_of("data/b/c") + 42, 4, (uint32_t)member_of("data/a"));
    bag_fixture_expect_part(&fixture, "damaged: PACK: zip: members that its directory lists share a place");
}
END_TEST

START_TEST(entry_comment)
{
    size_t behind = 46 + number(entry_of("data/a") + 28, 2) + number(entry_of("data/a") + 30, 2);
    insert_in_entry("data/a", behind, 32, "hidden", 6);
    bag_fixture_expect(&fixture, "added: p/data/a: it has a comment of 6 bytes\n");
}
END_TEST

/* Info-ZIP's other name, which some readers prefer. */
START_TEST(extra_field)
{
    insert_in_entry("data/a", 46 + strlen("p/data/a"), 30, "\x75\x70\6\0\1\0\0\0\0x", 10);
    bag_fixture_expect(&fixture, "added: p/data/a: it has an extra field 0x7075 of 6 bytes, which a pack has not\n");
}
END_TEST

START_TEST(cut_extra_field)
{
    insert_in_entry("data/a", 46 + strlen("p/data/a"), 30, "\x55\x54\xFF", 3);
    bag_fixture_expect_fault(&fixture);
}
END_TEST

static void set_mode(const char *name, uint32_t mode)
{
    set(entry_of(name) + 40, 2, mode);
}

START_TEST(modes)
{
    set_mode("data/a", S_IFREG | 04755);
    set_mode("data/b/c", S_IFREG | 0666);
    bag_fixture_expect(&fixture, "unsafe: p/data/a: its mode is 4755, in a pack it is 0644 (and 1 more)\n");
}
END_TEST

/* In the extra field that tells it, in the directory or at the member. */
START_TEST(owner)
{
    size_t entry = entry_of("data/a");
    size_t field = entry + 46 + number(entry + 28, 2) + number(entry + 30, 2) - 11; /* the last one */
    set(field + 2, 4, 1000);
    bag_fixture_expect(&fixture, "unsafe: p/data/a: it is of user 1000 and group 0, in a pack of 0 and 0\n");
}
END_TEST

START_TEST(unmarked_name)
{
    size_t entry = entry_of("data/\u65E5"), member = member_of("data/\u65E5");
    set(entry + 8, 2, number(entry + 8, 2) & ~(1U << 11));
    set(member + 6, 2, number(member + 6, 2) & ~(1U << 11));
    bag_fixture_expect(&fixture, "unsafe: p/data/\u65E5: its name is not marked as UTF-8, so two readers show two names\n");
}
END_TEST

/* ---- ZIP64, as packs of more than 4 GiB or 65534 members have it: APPNOTE 4.3.14, 4.3.15, 4.5.3 */

/* Put its end and what leads there before the end, which tells nothing any more. */
static void add_end64(void)
{
    size_t end = end_at();
    unsigned char more[56 + 20] = "PK\6\6\x2C\0\0\0\0\0\0\0\x2D\0\x2D";
    memcpy(more + 56, "PK\6\7", 4);
    more[24] = more[32] = (unsigned char)number(end + 10, 2);
    memcpy(more + 40, fixture.bytes.data + end + 12, 4);
    memcpy(more + 48, fixture.bytes.data + end + 16, 4);
    for (int i = 0; i < 4; i++)
        more[56 + 8 + i] = (unsigned char)(end >> 8 * i);
    more[56 + 16] = 1;
    put_in(&fixture.bytes, end, more, sizeof more);
    memset(fixture.bytes.data + end_at() + 12, 0xFF, 8);
}

START_TEST(end64)
{
    add_end64();
    bag_fixture_expect(&fixture, "");
}
END_TEST

static const struct {
    size_t at; /* from where the end of ZIP64 begins */
    const char *bytes;
    size_t len;
    const char *found;
} ends[] = {
    {76 + 12, "\7\0\0\0", 4, "its two ends name two directories"},
    {76 + 16, "\7\0\0\0", 4, "its two ends name two directories"},
    {4, "\x2D", 1, "its end (ZIP64) is not where it should be"},
    {0, "PK\6\5", 4, ""},
    {56 + 8, "\1", 1, ""},
    {48, "\7", 1, ""},
    {40, "\7", 1, ""},
};

START_TEST(other_end64)
{
    size_t end = end_at();
    add_end64();
    memcpy(fixture.bytes.data + end + ends[_i].at, ends[_i].bytes, ends[_i].len);
    bag_fixture_expect_fault(&fixture);
    bag_fixture_expect_part(&fixture, ends[_i].found);
}
END_TEST

/* Sizes in a field of their own, and eight bytes long in the descriptor. */
static void widen(const char *name, const char *next)
{
    size_t entry = entry_of(name), behind = member_of(next);
    char field[4 + 16] = "\1\0\20\0";
    memcpy(field + 4, fixture.bytes.data + entry + 24, 4);
    memcpy(field + 12, fixture.bytes.data + entry + 20, 4);
    insert(behind - 4, "\0\0\0\0", 4);
    insert(behind + 4, "\0\0\0\0", 4);
    insert_in_entry(name, 46 + number(entry_of(name) + 28, 2), 30, field, sizeof field);
    memset(fixture.bytes.data + entry_of(name) + 20, 0xFF, 8);
}

START_TEST(sizes64)
{
    widen("data/a", "data/b/c");
    bag_fixture_expect(&fixture, "");
}
END_TEST

START_TEST(other_sizes64)
{
    widen("data/a", "data/b/c");
    set(member_of("data/b/c") - 8, 4, 3);
    bag_fixture_expect_fault(&fixture);
}
END_TEST

/* ---- Folders */

/* Put a folder, or what is called like one, before everything; its header needs no data. */
static void add_folder(const char *name, uint32_t mode, uint32_t size)
{
    size_t len = strlen(name);
    char local[30 + 64] = "PK\3\4\24\0\0\0\0\0\0\0\41\0";
    char entry[46 + 64] = "PK\1\2\24\3\24\0\0\0\0\0\0\0\41\0";
    memcpy(local + 30, name, len);
    memcpy(entry + 46, name, len);
    local[26] = entry[28] = (char)len;
    insert(0, local, 30 + len);
    size_t at = directory_at();
    put_in(&fixture.bytes, at, entry, 46 + len);
    set(at + 40, 2, mode);
    set(at + 24, 4, size);
    set(22, 4, size);
    set(end_at() + 12, 4, number(end_at() + 12, 4) + 46 + (uint32_t)len);
    set(end_at() + 8, 2, number(end_at() + 8, 2) + 1);
    set(end_at() + 10, 2, number(end_at() + 10, 2) + 1);
}

static const struct {
    const char *name;
    uint32_t mode, size;
    const char *found;
} folders[] = {
    {"p/", S_IFDIR | 0755, 0, ""},
    {"p/data/b/", S_IFDIR | 0755, 0, ""},
    {"p/data/b/", S_IFDIR | 01777, 0, "unsafe: p/data/b/: its mode is 1777, in a pack it is 0755\n"},
    {"p/../x/", S_IFDIR | 0755, 0, "unsafe: ../x: the name leads out of the pack\n"},
    {"../x/", S_IFDIR | 0755, 0, "unsafe: ../x: the name leads out of the pack\n"},
    {"/etc/x/", S_IFDIR | 0755, 0, "unsafe: /etc/x: the name is that of a place outside of the pack\n"},
    {"other/", S_IFDIR | 0755, 0, "added: other: the folder lies outside of the pack's folder p/\n"},
    {"p/data/a/", S_IFDIR | 0755, 0, "unsafe: data/a: it is a file and a folder\n"},
    {"p/data/none/", S_IFDIR | 0755, 0, "added: data/none: a folder with nothing in it\n"},
    {"p/data/b\\/", S_IFDIR | 0755, 0, "unsafe: data/b\\: the name has a backslash, which some systems take for \"/\"\n"},
    {"p/data/b/", S_IFDIR | 0755, 7, "unsafe: p/data/b/: it is a folder, and has 7 bytes\n"},
    {"p/data/b/", S_IFREG | 0644, 0, "unsafe: p/data/b/: whether it is a folder, its name and its mode tell differently\n"},
};

START_TEST(folder)
{
    add_folder(folders[_i].name, folders[_i].mode, folders[_i].size);
    bag_fixture_expect(&fixture, folders[_i].found);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {honest,      between,       before,        unlisted,        before_directory,
                                         behind_directory, behind_end,   comment,       other_name,      other_size,    other_time,
                                         other_descriptor, within_data, same_place, entry_comment, extra_field,   cut_extra_field,
                                         modes,       owner,         unmarked_name, end64,      sizes64,       other_sizes64};
    Suite *suite = suite_create("bag_zip");
    TCase *all = tcase_create("bag_zip");
    tcase_add_checked_fixture(all, start, stop);
    for (size_t i = 0; i < LENGTH(tests); i++)
        tcase_add_test(all, tests[i]);
    tcase_add_loop_test(all, other_end64, 0, LENGTH(ends));
    tcase_add_loop_test(all, folder, 0, LENGTH(folders));
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
