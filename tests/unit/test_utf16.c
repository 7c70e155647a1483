/* SPDX-License-Identifier: MIT */
/* UTF-16 on its way to the parser, whole and in pieces. */
#include "ingest/utf16.h"
#include "ingest_fixture.h"
#include "unit.h"

/* Hands a text out in pieces of `step` bytes. */
struct feed {
    const char *at;
    size_t left, step;
};

static int feed_read(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    struct feed *feed = context;
    (void)err;
    *ret_got = feed->left < feed->step ? feed->left : feed->step;
    *ret_got = *ret_got < room ? *ret_got : room;
    memcpy(to, feed->at, *ret_got);
    feed->at += *ret_got;
    feed->left -= *ret_got;
    return 0;
}

/* 0 and the UTF-8 in `out`, or -1 and the message in *err. */
static int turn(const char *text, size_t len, size_t step, size_t room, struct fg_buf *out,
                struct fg_error *err)
{
    struct feed feed = {text, len, step};
    struct fg_utf16 utf16 = {.read = feed_read,
                             .context = &feed,
                             .big_endian = strcmp(fg_utf16_detect(text, len), "utf-16be") == 0};
    char chunk[64];
    size_t got = 1;
    fg_buf_clear(out);
    while (got > 0) {
        if (fg_utf16_read(&utf16, chunk, room, &got, err) < 0)
            return -1;
        fg_buf_add(out, chunk, got);
    }
    return 0;
}

#define TEXT(literal) literal, sizeof literal - 1

START_TEST(detected)
{
    ck_assert_str_eq(fg_utf16_detect(TEXT("\xFF\xFE{\0")), "utf-16le");
    ck_assert_str_eq(fg_utf16_detect(TEXT("\xFE\xFF\0{")), "utf-16be");
    ck_assert_str_eq(fg_utf16_detect(TEXT("\xFF\xFE\0\0")), "utf-8"); /* UTF-32: left to be refused */
    ck_assert_str_eq(fg_utf16_detect(TEXT("\xEF\xBB\xBF{")), "utf-8");
    ck_assert_str_eq(fg_utf16_detect(TEXT("\xFF")), "utf-8");
    ck_assert_str_eq(fg_utf16_detect("", 0), "utf-8");
}
END_TEST

START_TEST(turned)
{
    static const struct {
        const char *text;
        size_t len;
        const char *utf8;
    } samples[] = {
        {TEXT("\xFF\xFE"), ""},
        {TEXT("\xFF\xFE{\0}\0"), "{}"},
        {TEXT("\xFE\xFF\0{\0}"), "{}"},
        {TEXT("\xFF\xFE\r\0\n\0\x80\0\xFF\x07\0\x08\x42\x30\xFF\xFF"), "\r\n\xC2\x80\u07FF\u0800\u3042\uFFFF"},
        {TEXT("\xFF\xFE\x3D\xD8\x00\xDE\xFF\xDB\xFF\xDF"), "\U0001F600\U0010FFFF"},
        {TEXT("\xFE\xFF\xD8\x3D\xDE\x00"), "\U0001F600"},
        {TEXT("\xFF\xFE\xFF\xFE"), "\uFEFF"}, /* only the first is a byte order mark */
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        for (size_t step = 1; step < 8; step++)
            for (size_t room = 4; room <= 64; room += 15) {
                FG_BUF_AUTO out = FG_BUF_INIT;
                struct fg_error err = {0};
                ck_assert_msg(turn(samples[i].text, samples[i].len, step, room, &out, &err) == 0, "%s",
                              err.message);
                ck_assert_str_eq(fg_buf_text(&out), samples[i].utf8);
            }
}
END_TEST

START_TEST(broken)
{
    static const struct {
        const char *text;
        size_t len;
        const char *part;
    } samples[] = {
        {TEXT("\xFF\xFE{"), "inside a character"},
        {TEXT("\xFF\xFE{\0}"), "inside a character"},
        {TEXT("\xFF\xFE\x3D\xD8"), "half of a surrogate"},
        {TEXT("\xFF\xFE\x3D\xD8{\0"), "half of a surrogate"},
        {TEXT("\xFF\xFE\x00\xDE{\0"), "half of a surrogate"},
        {TEXT("\xFF\xFE\x3D\xD8\x3D\xD8"), "half of a surrogate"},
        {TEXT("\xFF\xFE{\0\0\0}\0"), "U+0000"},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        for (size_t step = 1; step < 8; step++) {
            FG_BUF_AUTO out = FG_BUF_INIT;
            struct fg_error err = {0};
            ck_assert_int_eq(turn(samples[i].text, samples[i].len, step, 16, &out, &err), -1);
            ck_assert_int_eq(err.code, FG_INPUT);
            ck_assert_msg(strstr(err.message, samples[i].part) != NULL, "%s", err.message);
            ck_assert_str_ne(err.hint, "");
        }
}
END_TEST

/* An export in UTF-16, longer than any buffer, gives the rows that it gives in UTF-8. */
START_TEST(imported)
{
    FG_BUF_AUTO utf8 = FG_BUF_INIT;
    FG_BUF_AUTO wide = FG_BUF_INIT;
    FG_BUF_AUTO expected = FG_BUF_INIT;
    struct ingest ingest;
    fg_buf_add_text(&utf8, "{\"services\":[");
    for (int i = 0; i < 300; i++)
        fg_buf_printf(&utf8,
                      "%s\r\n{\"serviceArn\":\"arn:aws:ecs:us-east-1:011122223333:service/web/s%d\"}",
                      i > 0 ? "," : "", i);
    fg_buf_add_text(&utf8, "]}");
    fg_buf_add(&wide, "\xFF\xFE", 2);
    for (size_t i = 0; i < utf8.len; i++)
        fg_buf_add(&wide, (const char[]){utf8.data[i], '\0'}, 2);
    ingest_start(&ingest);
    ingest_bytes(&ingest, "wide.json", wide.data, wide.len);
    expect_loaded(&ingest, 300, 0, 0);
    fg_buf_printf(&expected, "utf-16le|none|%zu|%zu", wide.len, utf8.len - strlen("]}"));
    expect_rows(ingest.db,
                "select encoding, compression, size, (select max(byte_offset + byte_length) from record) "
                "from source",
                expected.data);
    ingest_bytes(&ingest, "wide.csv", TEXT("\xFF\xFEw\0a\0i\0v\0e\0r\0_\0i\0d\0\n\0"));
    expect_refused(&ingest, "lacks the column");
    ingest_stop(&ingest);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("utf16");
    TCase *all = tcase_create("utf16");
    tcase_add_test(all, detected);
    tcase_add_test(all, turned);
    tcase_add_test(all, broken);
    tcase_add_test(all, imported);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
