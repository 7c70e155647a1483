/* SPDX-License-Identifier: MIT */
/* Texts that stand within records: times, ARNs, JSON to be masked, words to be redacted, names to be drawn. */
#include "fargauge/arn.h"
#include "fargauge/clock.h"
#include "fargauge/csv.h"
#include "fargauge/json_split.h"
#include "fargauge/mask.h"
#include "fargauge/visible.h"
#include "fargauge/width.h"
#include "fuzz.h"

static void check_times(const char *text, size_t len)
{
    int64_t ms = 0, again = 0;
    char form[FG_TIME_SIZE];
    if (fg_time_parse(text, len, &ms) == 0) {
        fg_time_format(ms, form);
        FUZZ_CHECK(fg_time_parse(form, strlen(form), &again) == 0 && again == ms, "%s: %s", text, form);
    }
    if (fg_time_parse_epoch(text, len, &ms) == 0)
        fg_time_format(ms, form);
    if (fg_time_find(text, &ms) == 0)
        fg_time_format(ms, form);
}

/* What is masked is JSON still, and masking it again finds as much and changes nothing. */
static void check_mask(const char *text, size_t len)
{
    FG_BUF_AUTO masked = FG_BUF_INIT;
    FG_BUF_AUTO twice = FG_BUF_INIT;
    struct fg_error err = {0};
    size_t count = 0, again = 0;
    if (fg_mask_environment(text, len, &masked, &count, &err) < 0) {
        FUZZ_CHECK(err.code == FG_INPUT, "%s", err.message);
        return;
    }
    fuzz_must(fg_mask_environment(fg_buf_text(&masked), masked.len, &twice, &again, &err), &err, "what was masked");
    FUZZ_CHECK(masked.len == twice.len && memcmp(fg_buf_text(&masked), fg_buf_text(&twice), masked.len) == 0, "%s / %s",
               fg_buf_text(&masked), fg_buf_text(&twice));
}

static void check_seen(const char *text, size_t len)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    FG_BUF_AUTO cell = FG_BUF_INIT;
    fg_visible_add_line(&line, text, len);
    FUZZ_CHECK(fg_visible_span(fg_buf_text(&line), line.len) == line.len, "%s", fg_buf_text(&line));
    FUZZ_CHECK(strpbrk(fg_buf_text(&line), "\t\n") == NULL, "%s", fg_buf_text(&line));
    fg_csv_add_cell(&cell, text, len);
    FUZZ_CHECK(fg_visible_span(fg_buf_text(&cell), cell.len) == cell.len, "%s", fg_buf_text(&cell));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fg_arn arn;
    char *text = malloc(size + 1);
    FUZZ_CHECK(text != NULL, "memory");
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    check_times(text, strlen(text));
    check_mask(text, size);
    check_seen(text, size);
    if (fg_arn_parse(text, &arn))
        FUZZ_CHECK(arn.name != NULL && arn.account != NULL && arn.region != NULL, "%s", text);
    for (size_t next = 0, at = 0; at < size; at += next) {
        size_t fits = fg_width_line(text + at, size - at, 20, &next);
        FUZZ_CHECK(fits <= next && next > 0 && next <= size - at, "%zu of %zu", fits, next);
    }
    free(text);
    return 0;
}
