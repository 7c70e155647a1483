/* SPDX-License-Identifier: MIT */
/* gzip and UTF-16 decoded: the same text, or the same refusal, in whatever pieces the bytes come. */
#include "fargauge/source.h"
#include "fuzz.h"
#include "ingest/utf16.h"

enum { ENOUGH = 4 << 20 }; /* of a text that a few bytes of gzip make */

static int read_source(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    return fg_source_read(context, to, room, ret_got, err);
}

/* All that `read` gives, in pieces of `room` at most. */
static int read_all(fg_json_read_fn *read, void *context, size_t room, struct fg_buf *out, struct fg_error *err)
{
    char piece[8192];
    size_t got = 1;
    int status = 0;
    while (status == 0 && got > 0 && out->len < ENOUGH) {
        status = read(context, piece, room, &got, err);
        if (status == 0)
            fg_buf_add(out, piece, got);
    }
    return status;
}

/* The first bytes say which encoding it is; what was looked at is read once more. */
static int decode(const uint8_t *data, size_t size, size_t step, size_t room, struct fg_buf *out, struct fg_error *err)
{
    struct fuzz_bytes from = {.data = data, .size = size, .step = step};
    struct fg_source *source = NULL;
    struct fg_source_facts facts;
    FG_BUF_AUTO text = FG_BUF_INIT;
    struct fg_error late = {0};
    fuzz_must(fg_source_over(fuzz_read, &from, &source, err), err, "source");
    int status = read_all(read_source, source, room, &text, err);
    fuzz_must(fg_source_finish(source, &facts, &late), &late, "finish");
    fg_source_close(source);
    FUZZ_CHECK(facts.size == size, "%ju bytes of %zu", (uintmax_t)facts.size, size);
    if (status < 0)
        return -1;
    const char *encoding = fg_utf16_detect(fg_buf_text(&text), text.len);
    struct fuzz_bytes decoded = {.data = (const uint8_t *)fg_buf_text(&text), .size = text.len, .step = step};
    struct fg_utf16 utf16 = {.read = fuzz_read, .context = &decoded, .big_endian = strcmp(encoding, "utf-16be") == 0};
    return strcmp(encoding, "utf-8") == 0 ? read_all(fuzz_read, &decoded, room, out, err)
                                          : read_all(fg_utf16_read, &utf16, room, out, err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fg_error first_err = {0}, second_err = {0};
    FG_BUF_AUTO first = FG_BUF_INIT;
    FG_BUF_AUTO second = FG_BUF_INIT;
    int status = decode(data, size, SIZE_MAX, 8192, &first, &first_err);
    int again = decode(data, size, 1, 4, &second, &second_err);
    if (status < 0)
        fuzz_check_error(&first_err);
    if (first.len >= ENOUGH)
        return 0;
    FUZZ_CHECK(status == again, "%s / %s", first_err.message, second_err.message);
    FUZZ_CHECK(strcmp(first_err.message, second_err.message) == 0, "%s / %s", first_err.message, second_err.message);
    size_t common = first.len < second.len ? first.len : second.len;
    FUZZ_CHECK(status < 0 || first.len == second.len, "%zu / %zu bytes", first.len, second.len);
    FUZZ_CHECK(memcmp(fg_buf_text(&first), fg_buf_text(&second), common) == 0, "another text");
    return 0;
}
