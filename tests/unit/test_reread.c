/* SPDX-License-Identifier: MIT */
/* A record's bytes read again: the right ones, or none and the reason. */
#include "fargauge/reread.h"

#include <errno.h>

#include "archive_fixture.h"
#include "place.h"
#include "unit.h"

/* The SHA-256 of the bytes. */
static void hash(const char *bytes, size_t len, char out[FG_SHA256_HEX_SIZE])
{
    struct fg_sha256 *sha256 = fg_sha256_new();
    ck_assert_int_eq(fg_sha256_add(sha256, bytes, len), 0);
    ck_assert_int_eq(fg_sha256_hex(sha256, out), 0);
    fg_sha256_free(sha256);
}

static enum fg_reread_state reread(const struct fg_reread_place *wanted, struct fg_buf *out,
                                   struct fg_reread *found)
{
    struct fg_error err = {0};
    fg_buf_clear(out);
    fg_buf_add_text(out, "before:");
    ck_assert_msg(fg_reread(wanted, out, found, &err) == 0, "%s", err.message);
    if (found->state != FG_REREAD_UNCHANGED)
        ck_assert_str_eq(fg_buf_text(out), "before:");
    return found->state;
}

START_TEST(decoded)
{
    static const char gzip[] = "\x1f\x8b\x08\0\0\0\0\0\0\x03\xab\xae\x05\0\x43\xbf\xa6\xa3\x02\0\0\0";
    static const struct {
        const char *bytes;
        size_t len;
        const char *encoding;
        uint64_t offset, length;
        const char *record;
    } samples[] = {
        {" {} ", 4, "utf-8", 1, 2, "{}"},
        {"\xEF\xBB\xBF{}", 5, "utf-8", 3, 2, "{}"}, /* offsets count the mark */
        {"\xFF\xFE[\0{\0}\0]\0", 10, "utf-16le", 1, 2, "{}"}, /* and here they do not */
        {"\xFE\xFF\0\"\x30\x42\0\"", 8, "utf-16be", 0, 5, "\"\xE3\x81\x82\""},
        {gzip, sizeof gzip - 1, "utf-8", 0, 2, "{}"},
        {"{}", 2, "utf-8", 2, 0, ""},
    };
    struct place place;
    FG_BUF_AUTO out = FG_BUF_INIT;
    struct fg_reread found;
    char sha256[FG_SHA256_HEX_SIZE];
    place_start(&place);
    for (size_t i = 0; i < LENGTH(samples); i++) {
        hash(samples[i].bytes, samples[i].len, sha256);
        const struct fg_reread_place wanted = {
            .path = place_write(&place, "file", samples[i].bytes, samples[i].len),
            .sha256 = sha256,
            .encoding = samples[i].encoding,
            .offset = samples[i].offset,
            .length = samples[i].length,
        };
        ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_UNCHANGED);
        ck_assert_str_eq(fg_buf_text(&out) + strlen("before:"), samples[i].record);
    }
    place_stop(&place);
}
END_TEST

/* Records over the edges of what is read at a time. */
START_TEST(pieces)
{
    enum { SIZE = 100000 };
    static char text[SIZE];
    struct place place;
    FG_BUF_AUTO out = FG_BUF_INIT;
    struct fg_reread found;
    char sha256[FG_SHA256_HEX_SIZE];
    for (size_t i = 0; i < SIZE; i++)
        text[i] = (char)('a' + i * 7 % 26);
    hash(text, SIZE, sha256);
    place_start(&place);
    const char *path = place_write(&place, "file", text, SIZE);
    for (uint64_t offset = 0; offset < SIZE; offset += 1021)
        for (uint64_t length = 1; offset + length <= SIZE; length = length * 5 + 3) {
            const struct fg_reread_place wanted = {
                .path = path, .sha256 = sha256, .encoding = "utf-8", .offset = offset, .length = length};
            ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_UNCHANGED);
            ck_assert_uint_eq(out.len, strlen("before:") + length);
            ck_assert_int_eq(memcmp(out.data + strlen("before:"), text + offset, length), 0);
        }
    place_stop(&place);
}
END_TEST

/* A member is found by its name; of several of one name, by its hash. */
START_TEST(members)
{
    static const char *const formats[] = {"zip", "pax", "pax.gz"};
    for (size_t i = 0; i < LENGTH(formats); i++) {
        struct place place;
        struct pack pack;
        struct fg_reread found;
        FG_BUF_AUTO bytes = FG_BUF_INIT;
        FG_BUF_AUTO path = FG_BUF_INIT;
        FG_BUF_AUTO out = FG_BUF_INIT;
        char sha256[FG_SHA256_HEX_SIZE];
        place_start(&place);
        pack_start(&pack, formats[i], NULL, &bytes);
        pack_text(&pack, "x/a.json", "[{}]");
        pack_text(&pack, "x/b!c.json", "[1]");
        pack_text(&pack, "x/b!c.json", "[{2}]");
        pack_text(&pack, "z.json", "[3]");
        pack_stop(&pack);
        const char *archive = place_write(&place, "a", bytes.data, bytes.len);
        fg_buf_printf(&path, "%s!x/b!c.json", archive);
        hash("[{2}]", 5, sha256);
        struct fg_reread_place wanted = {.path = path.data, .archive = archive, .sha256 = sha256,
                                         .encoding = "utf-8", .offset = 1, .length = 3};
        ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_UNCHANGED);
        ck_assert_str_eq(out.data, "before:{2}");
        hash("[{4}]", 5, sha256);
        ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_CHANGED);
        path.data[path.len - 1] = 'M';
        ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_NO_MEMBER);
        place_write(&place, "a", bytes.data, bytes.len / 2);
        ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_UNREADABLE);
        ck_assert_str_ne(found.detail, "");
        place_stop(&place);
    }
}
END_TEST

START_TEST(none)
{
    struct place place;
    FG_BUF_AUTO out = FG_BUF_INIT;
    struct fg_reread found;
    char sha256[FG_SHA256_HEX_SIZE], now[FG_SHA256_HEX_SIZE];
    place_start(&place);
    hash("[{}]", 4, sha256);
    struct fg_reread_place wanted = {
        .path = "-", .sha256 = sha256, .encoding = "utf-8", .offset = 1, .length = 2};
    ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_STANDARD_INPUT);
    wanted.archive = place_path(&place, "none.zip");
    wanted.path = "none.zip!-";
    ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_GONE);
    wanted.archive = NULL;
    wanted.path = place.dir;
    ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_NO_FILE);
    wanted.path = place_path(&place, "none");
    ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_GONE);
    ck_assert_int_eq(mkfifo(wanted.path, 0600), 0); /* nobody writes: opening it would wait for ever */
    ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_NO_FILE);
    wanted.path = place_write_text(&place, "file", "[{}] ");
    hash("[{}] ", 5, now);
    ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_CHANGED);
    ck_assert_str_eq(found.detail, now);
    wanted.path = place_write_text(&place, "file", "\x1f\x8b damaged");
    ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_CHANGED);
    wanted.path = place_path(&place, "file/below");
    ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_GONE);
    wanted.path = place_path(&place, "circle");
    ck_assert_int_eq(symlink("circle", wanted.path), 0);
    ck_assert_int_eq(reread(&wanted, &out, &found), FG_REREAD_UNREADABLE);
    ck_assert_str_eq(found.detail, strerror(ELOOP));
    place_stop(&place);
}
END_TEST

/* A database that was altered does not make anything up. */
START_TEST(altered)
{
    static const struct {
        uint64_t offset, length;
        enum fg_reread_state state;
    } samples[] = {
        {3, 2, FG_REREAD_MISPLACED},
        {4, 1, FG_REREAD_MISPLACED},
        {1000, 1, FG_REREAD_MISPLACED},
        {0, FG_REREAD_LIMIT, FG_REREAD_MISPLACED},
        {0, FG_REREAD_LIMIT + 1, FG_REREAD_TOO_LONG},
        {UINT64_MAX, 2, FG_REREAD_TOO_LONG},
        {0, UINT64_MAX, FG_REREAD_TOO_LONG},
    };
    struct place place;
    FG_BUF_AUTO out = FG_BUF_INIT;
    struct fg_reread found;
    char sha256[FG_SHA256_HEX_SIZE];
    place_start(&place);
    hash("[{}]", 4, sha256);
    const char *path = place_write_text(&place, "file", "[{}]");
    for (size_t i = 0; i < LENGTH(samples); i++) {
        const struct fg_reread_place wanted = {.path = path,
                                               .sha256 = sha256,
                                               .encoding = "utf-8",
                                               .offset = samples[i].offset,
                                               .length = samples[i].length};
        ck_assert_int_eq(reread(&wanted, &out, &found), samples[i].state);
    }
    place_stop(&place);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("reread");
    TCase *tests = tcase_create("records");
    tcase_add_test(tests, decoded);
    tcase_add_test(tests, pieces);
    tcase_add_test(tests, members);
    tcase_add_test(tests, none);
    tcase_add_test(tests, altered);
    suite_add_tcase(suite, tests);
    return fg_run_suite(suite);
}
