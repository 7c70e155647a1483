/* SPDX-License-Identifier: MIT */
/* What a tar, and the gzip around it, holds besides its members. */
#include <zlib.h>

#include "bag_fixture.h"
#include "unit.h"

enum { BLOCK = 512 };

static struct bag_fixture fixture;

static void start(void)
{
    bag_fixture_start(&fixture, "p.tar.gz");
}

static void stop(void)
{
    bag_fixture_stop(&fixture);
}

/* ---- Gzip */

static void unzip(void)
{
    static unsigned char room[64 * 1024];
    z_stream zlib = {.next_in = (Bytef *)fixture.bytes.data, .avail_in = (uInt)fixture.bytes.len, .next_out = room,
                     .avail_out = sizeof room};
    ck_assert_int_eq(inflateInit2(&zlib, 15 + 16), Z_OK);
    ck_assert_int_eq(inflate(&zlib, Z_FINISH), Z_STREAM_END);
    inflateEnd(&zlib);
    fg_buf_clear(&fixture.bytes);
    fg_buf_add(&fixture.bytes, room, sizeof room - zlib.avail_out);
}

/* Append `len` bytes as one gzip member to `out`. */
static void zip(const void *bytes, size_t len, gz_header *header, struct fg_buf *out)
{
    static unsigned char room[64 * 1024];
    z_stream zlib = {0};
    ck_assert_int_eq(deflateInit2(&zlib, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    if (header != NULL)
        ck_assert_int_eq(deflateSetHeader(&zlib, header), Z_OK);
    zlib.next_in = (Bytef *)(uintptr_t)bytes;
    zlib.avail_in = (uInt)len;
    zlib.next_out = room;
    zlib.avail_out = sizeof room;
    ck_assert_int_eq(deflate(&zlib, Z_FINISH), Z_STREAM_END);
    fg_buf_add(out, room, sizeof room - zlib.avail_out);
    deflateEnd(&zlib);
}

static void expect_zipped(gz_header *header, const char *expected)
{
    FG_BUF_AUTO zipped = FG_BUF_INIT;
    unzip();
    zip(fixture.bytes.data, fixture.bytes.len, header, &zipped);
    fg_buf_clear(&fixture.bytes);
    fg_buf_add(&fixture.bytes, zipped.data, zipped.len);
    bag_fixture_expect(&fixture, expected);
}

START_TEST(honest)
{
    bag_fixture_expect(&fixture, "");
    expect_zipped(NULL, "");
    unzip();
    bag_fixture_expect(&fixture, "");
}
END_TEST

START_TEST(gzip_name)
{
    expect_zipped(&(gz_header){.name = (Bytef *)"hidden"}, "added: PACK: its gzip header has a file's name\n");
}
END_TEST

START_TEST(gzip_comment)
{
    expect_zipped(&(gz_header){.comment = (Bytef *)"hidden"}, "added: PACK: its gzip header has a comment\n");
}
END_TEST

START_TEST(gzip_extra)
{
    expect_zipped(&(gz_header){.extra = (Bytef *)"hidden", .extra_len = 6, .hcrc = 1},
                  "added: PACK: its gzip header has a check sum of its own, which a pack's has not (and 1 more)\n");
}
END_TEST

START_TEST(gzip_members)
{
    FG_BUF_AUTO zipped = FG_BUF_INIT;
    unzip();
    zip(fixture.bytes.data, BLOCK, NULL, &zipped);
    zip(fixture.bytes.data + BLOCK, fixture.bytes.len - BLOCK, NULL, &zipped);
    fg_buf_clear(&fixture.bytes);
    fg_buf_add(&fixture.bytes, zipped.data, zipped.len);
    bag_fixture_expect(&fixture, "added: PACK: something stands behind the end of its gzip member\n");
}
END_TEST

/* Readers of gzip pass over one that holds nothing, and show its name to nobody. */
START_TEST(gzip_empty_member)
{
    zip("", 0, &(gz_header){.comment = (Bytef *)"hidden"}, &fixture.bytes);
    bag_fixture_expect(&fixture, "added: PACK: something stands behind the end of its gzip member\n");
}
END_TEST

/* ---- The tar itself */

/* Where the header of the member p/NAME begins. */
static size_t header_of(const char *name)
{
    char whole[64];
    snprintf(whole, sizeof whole, "p/%s", name);
    for (size_t at = 0; at < fixture.bytes.len; at += BLOCK)
        if (strcmp(fixture.bytes.data + at, whole) == 0 && memcmp(fixture.bytes.data + at + 257, "ustar", 6) == 0)
            return at;
    ck_abort_msg("no %s", name);
    return 0;
}

static void sum(size_t at)
{
    char *header = fixture.bytes.data + at;
    unsigned total = 0;
    memset(header + 148, ' ', 8);
    for (size_t i = 0; i < BLOCK; i++)
        total += (unsigned char)header[i];
    snprintf(header + 148, 8, "%06o", total);
}

static void set(const char *name, size_t field, const char *value)
{
    size_t at = header_of(name);
    memcpy(fixture.bytes.data + at + field, value, strlen(value));
    sum(at);
}

static const struct {
    size_t field;
    const char *value, *found;
} fields[] = {
    {100, "0000644", ""},
    {100, "0004755", "unsafe: p/data/a: its mode is 4755, in a pack it is 0644\n"},
    {100, "0000600", "unsafe: p/data/a: its mode is 0600, in a pack it is 0644\n"},
    {108, "0001750", "unsafe: p/data/a: it is of user 1000 and group 0, in a pack of 0 and 0\n"},
    {116, "0000144", "unsafe: p/data/a: it is of user 0 and group 100, in a pack of 0 and 0\n"},
    {265, "eve", "unsafe: p/data/a: it is of user \"eve\" and group \"\", in a pack of none\n"},
    {297, "eve", "unsafe: p/data/a: it is of user \"\" and group \"eve\", in a pack of none\n"},
    {50, "hidden", "added: p/data/a: bytes stand behind its name's end\n"},
    {400, "hidden", "added: p/data/a: bytes stand behind its name's end\n"},
    {157, "target", "added: p/data/a: its header has a link's target, a device's number or bytes of no field\n"},
    {329, "0000001", "added: p/data/a: its header has a link's target, a device's number or bytes of no field\n"},
    {505, "hidden", "added: p/data/a: its header has a link's target, a device's number or bytes of no field\n"},
    {263, "11", "added: p/data/a: its header is of another kind than a pack's (ustar and pax)\n"},
    {BLOCK + 4, "hidden", "added: p/data/a: bytes that belong to no member stand behind its end\n"},
};

START_TEST(field)
{
    unzip();
    set("data/a", fields[_i].field, fields[_i].value);
    bag_fixture_expect(&fixture, fields[_i].found);
}
END_TEST

START_TEST(behind_end)
{
    unzip();
    memcpy(fixture.bytes.data + fixture.bytes.len - 6, "hidden", 6); /* in the mark's second block */
    bag_fixture_expect_fault(&fixture);
}
END_TEST

START_TEST(short_block_behind_end)
{
    unzip();
    fg_buf_add(&fixture.bytes, "hidden", 6);
    bag_fixture_expect_fault(&fixture);
}
END_TEST

/* Where GNU tar stops, and others go on. */
START_TEST(second_archive)
{
    unzip();
    FG_BUF_AUTO copy = FG_BUF_INIT;
    size_t from = header_of("data/a");
    fg_buf_add(&copy, fixture.bytes.data + from, 2 * BLOCK);
    copy.data[strlen("p/data/")] = 'x';
    put_in(&fixture.bytes, fixture.bytes.len - BLOCK, copy.data, copy.len); /* between the two blocks of zeros */
    memcpy(fixture.bytes.data + fixture.bytes.len - 3 * BLOCK, copy.data, BLOCK);
    sum(fixture.bytes.len - 3 * BLOCK);
    fg_buf_add(&fixture.bytes, fixture.bytes.data + fixture.bytes.len - BLOCK, BLOCK);
    bag_fixture_expect(&fixture, "added: PACK: something stands behind the mark at its end\n");
}
END_TEST

/* ---- Further headers and folders, before the first member */

/* Put in a header of a kind, with data, before everything. */
static void put_header(const char *name, char type, const char *mode, const char *data, size_t declared)
{
    char blocks[3 * BLOCK] = {0};
    size_t len = strlen(data), used = BLOCK + (len + BLOCK - 1) / BLOCK * BLOCK;
    snprintf(blocks, 100, "%s", name);
    memcpy(blocks + 100, mode, 7);
    memcpy(blocks + 108, "0000000", 7);
    memcpy(blocks + 116, "0000000", 7);
    snprintf(blocks + 124, 12, "%011o", (unsigned)declared);
    memcpy(blocks + 136, "00000000000", 11);
    blocks[156] = type;
    memcpy(blocks + 257, "ustar\0" "00", 8);
    memcpy(blocks + BLOCK, data, len);
    put_in(&fixture.bytes, 0, blocks, used);
    sum(0);
}

static const struct {
    char type;
    const char *name, *data, *found;
} headers[] = {
    {'x', "PaxHeader", "17 path=p/data/a\n", ""},
    {'x', "PaxHeader", "20 comment=a comment\n", "added: PACK: a pax header tells \"comment\" of a member, which a pack does not\n"},
    {'x', "PaxHeader", "24 SCHILY.xattr.user.x=y\n", "added: PACK: a pax header tells \"SCHILY.xattr.user.x\" of a member, which a pack does not\n"},
    {'x', "PaxHeader", "10 uid=99\n", "added: PACK: a pax header tells \"uid\" of a member, which a pack does not\n"},
    {'x', "PaxHeader", "10 size=4\n", ""},
    {'x', "PaxHeader", "10 size=3\n", "added: p/data/a: bytes that belong to no member stand behind its end\n"
                                     "unsafe: p/data/a: its two headers tell two sizes\n"},
    {'g', "GlobalHead", "20 comment=a comment\n", "added: GlobalHead: it is a header of kind g, which a pack has not\n"},
};

/* Who does not know pax headers reads p/data/a. */
START_TEST(two_names)
{
    unzip();
    put_header("PaxHeader", 'x', "0000644", "17 path=p/data/x\n", 17);
    bag_fixture_expect(&fixture, "unsafe: p/data/x: its two headers tell two names: p/data/a is the other\n");
}
END_TEST

/* libarchive takes some of them, and then two readers may read two things. */
START_TEST(malformed_pax)
{
    static const char *const samples[] = {
        "path=p/data/a\n",       "99 path=p/data/a\n",     "16 path=p/data/a\n", "17 path=p/data/aX",
        "17-path=p/data/a\n",    "0 path=p/data/a\n",      "9 path=\n",          "10 size=x\n",
        "9 size=4\n9 size=4\n", "17 path=p/data/a\n17 path=p/data/a\n", "27 size=99999999999999999\n",
        "29 size=18446744073709551616\n", "29 size=99999999999999999999\n", "10 size=-\n",
    };
    unzip();
    FG_BUF_AUTO fresh = FG_BUF_INIT;
    fg_buf_add(&fresh, fixture.bytes.data, fixture.bytes.len);
    for (size_t i = 0; i < LENGTH(samples); i++) {
        put_header("PaxHeader", 'x', "0000644", samples[i], strlen(samples[i]));
        bag_fixture_expect_fault(&fixture);
        fg_buf_clear(&fixture.bytes);
        fg_buf_add(&fixture.bytes, fresh.data, fresh.len);
    }
    put_header("PaxHeader", 'x', "0000644", samples[9], strlen(samples[9]));
    bag_fixture_expect_part(&fixture, "a pax header before a member tells its path wrongly, or twice");
}
END_TEST

START_TEST(two_pax_headers)
{
    unzip();
    put_header("PaxHeader", 'x', "0000644", "17 path=p/data/a\n", 17);
    put_header("PaxHeader", 'x', "0000644", "13 mtime=1.5\n", 13);
    bag_fixture_expect_fault(&fixture);
}
END_TEST

/* The same member, in the other ways in which ustar tells a name and a size: a pack has them only where it needs them. */
START_TEST(prefix)
{
    unzip();
    size_t at = header_of("data/a");
    memset(fixture.bytes.data + at, 0, 100);
    memcpy(fixture.bytes.data + at, "a", 1);
    memcpy(fixture.bytes.data + at + 345, "p/data", 6);
    sum(at);
    bag_fixture_expect(&fixture, "");
    memcpy(fixture.bytes.data + at + 100, "0004755", 7);
    sum(at);
    bag_fixture_expect(&fixture, "unsafe: p/data/a: its mode is 4755, in a pack it is 0644\n");
}
END_TEST

START_TEST(binary_size)
{
    unzip();
    size_t at = header_of("data/a");
    memcpy(fixture.bytes.data + at + 124, "\x80\0\0\0\0\0\0\0\0\0\0\4", 12);
    sum(at);
    bag_fixture_expect(&fixture, "");
    memcpy(fixture.bytes.data + at + 124, "\x80\0\0\1\0\0\0\0\0\0\0\4", 12);
    sum(at);
    bag_fixture_expect_fault(&fixture);
    memcpy(fixture.bytes.data + at + 124, "0000000000x\0", 12);
    sum(at);
    bag_fixture_expect_fault(&fixture);
}
END_TEST

START_TEST(file_called_like_a_folder)
{
    unzip();
    put_header("p/data/b/", '0', "0000644", "", 0);
    bag_fixture_expect_part(&fixture, "whether it is a folder, its name and its kind tell differently");
}
END_TEST

START_TEST(header)
{
    char data[80];
    unzip();
    /* the length in front counts all of the line */
    size_t len = strlen(strchr(headers[_i].data, ' '));
    snprintf(data, sizeof data, "%zu%s", len + 2, strchr(headers[_i].data, ' '));
    put_header(headers[_i].name, headers[_i].type, "0000644", data, strlen(data));
    bag_fixture_expect(&fixture, headers[_i].found);
}
END_TEST

static const struct {
    const char *name, *mode, *found;
} folders[] = {
    {"p/", "0000755", ""},
    {"p", "0000755", ""},
    {"p/data/b/", "0000755", ""},
    {"p/data/b/", "0002755", "unsafe: p/data/b/: its mode is 2755, in a pack it is 0755\n"},
    {"p/../x/", "0000755", "unsafe: ../x: the name leads out of the pack\n"},
    {"../x", "0000755", "unsafe: ../x: the name leads out of the pack\n"},
    {"/x", "0000755", "unsafe: /x: the name is that of a place outside of the pack\n"},
    {"/", "0000755", "unsafe: /: the name is that of a place outside of the pack\n"},
    {"other", "0000755", "added: other: the folder lies outside of the pack's folder p/\n"},
    {"p/data/a", "0000755", "unsafe: data/a: it is a file and a folder\n"},
    {"p/data/none", "0000755", "added: data/none: a folder with nothing in it\n"},
};

START_TEST(folder)
{
    unzip();
    put_header(folders[_i].name, '5', folders[_i].mode, "", 0);
    bag_fixture_expect(&fixture, folders[_i].found);
}
END_TEST

/* Some readers take what follows for the folder's, others for the next header. */
START_TEST(folder_with_bytes)
{
    unzip();
    put_header("p/data/b/", '5', "0000755", _i == 0 ? "" : "hidden", 6);
    bag_fixture_expect_fault(&fixture);
}
END_TEST

START_TEST(file_as_folder)
{
    unzip();
    put_header("p/data/a/x", '0', "0000644", "x", 1);
    bag_fixture_expect(&fixture, "unsafe: data/a: others lie in it as if it were a folder\n");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {honest,       gzip_name,         gzip_comment, gzip_extra,
                                         gzip_members, gzip_empty_member, behind_end,   short_block_behind_end,
                                         second_archive, two_names, malformed_pax, two_pax_headers,
                                         prefix, binary_size, file_called_like_a_folder, file_as_folder};
    Suite *suite = suite_create("bag_tar");
    TCase *all = tcase_create("bag_tar");
    tcase_add_checked_fixture(all, start, stop);
    for (size_t i = 0; i < LENGTH(tests); i++)
        tcase_add_test(all, tests[i]);
    tcase_add_loop_test(all, field, 0, LENGTH(fields));
    tcase_add_loop_test(all, header, 0, LENGTH(headers));
    tcase_add_loop_test(all, folder_with_bytes, 0, 2);
    tcase_add_loop_test(all, folder, 0, LENGTH(folders));
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
