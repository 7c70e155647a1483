/* SPDX-License-Identifier: MIT */
/* What reaches the screen: standard output and error are files here. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "fargauge/log.h"
#include "unit.h"

/* Standard output or error, turned into a file for a while. */
struct capture {
    FILE *stream;
    int number, before;
    FILE *file;
};

static void capture_start(struct capture *capture, FILE *stream)
{
    fflush(stream);
    capture->stream = stream;
    capture->number = fileno(stream);
    capture->before = dup(capture->number);
    capture->file = tmpfile();
    ck_assert_ptr_nonnull(capture->file);
    ck_assert_int_ge(dup2(fileno(capture->file), capture->number), 0);
}

static void capture_stop(struct capture *capture, char *out, size_t room)
{
    fflush(capture->stream);
    dup2(capture->before, capture->number);
    close(capture->before);
    rewind(capture->file);
    out[fread(out, 1, room - 1, capture->file)] = '\0';
    fclose(capture->file);
}

START_TEST(colors)
{
    struct capture out;
    char text[16];
    struct fg_log log;
    capture_start(&out, stdout); /* a file is no terminal */
    fg_log_init(&log, false, FG_COLOR_AUTO, false);
    ck_assert(!log.color_out);
    fg_log_init(&log, false, FG_COLOR_ALWAYS, false);
    ck_assert(log.color_out && log.color_err);
    fg_log_init(&log, false, FG_COLOR_NEVER, false);
    ck_assert(!log.color_out && !log.color_err);
    fg_log_init(&log, true, FG_COLOR_AUTO, false);
    ck_assert(log.quiet && !log.progress);
    capture_stop(&out, text, sizeof text);
    ck_assert_str_eq(text, "");
}
END_TEST

START_TEST(lines)
{
    struct capture out;
    char text[512];
    struct fg_log log;
    fg_log_init(&log, false, FG_COLOR_NEVER, true);
    capture_start(&out, stdout);
    fg_log_line(&log, "a %d %s", 7, "\033[31mred\n\tx");
    fg_log_styled(&log, FG_STYLE_ALARM, "plain without colour");
    fg_log_text(&log, "one\ntwo\r\n\u202Ethree");
    fg_log_progress(&log, &(struct fg_progress){.item = 1, .items = 2, .what = "not on a terminal"});
    log.color_out = true;
    fg_log_styled(&log, FG_STYLE_ALARM, "red");
    fg_log_styled(&log, FG_STYLE_PLAIN, "plain");
    log.quiet = true;
    fg_log_line(&log, "%s", "unsaid");
    fg_log_text(&log, "unsaid");
    capture_stop(&out, text, sizeof text);
    ck_assert_str_eq(text, "a 7 \\u001B[31mred\\u000A\\u0009x\n"
                           "plain without colour\n"
                           "one\ntwo\\u000D\n\\u202Ethree\n"
                           "\033[1;31mred\033[0m\nplain\n");
}
END_TEST

START_TEST(errors)
{
    struct capture out;
    char text[512];
    struct fg_log log;
    struct fg_error err;
    fg_log_init(&log, true, FG_COLOR_NEVER, true);
    capture_start(&out, stderr);
    fg_error_set(&err, FG_INPUT, "file: a\nb: \033]0;x\007");
    fg_log_error(&log, &err); /* said although quiet */
    fg_error_hint(&err, "do %s", "this");
    fg_log_error(&log, &err);
    log.color_err = true;
    fg_log_error(&log, &err);
    capture_stop(&out, text, sizeof text);
    ck_assert_str_eq(text, "fargauge: file: a\\u000Ab: \\u001B]0;x\\u0007\n"
                           "fargauge: file: a\\u000Ab: \\u001B]0;x\\u0007\nhint: do this\n"
                           "\033[1;31mfargauge:\033[0m file: a\\u000Ab: \\u001B]0;x\\u0007\n"
                           "\033[1mhint:\033[0m do this\n");
}
END_TEST

START_TEST(progress)
{
    struct capture out;
    char text[256];
    struct fg_log log;
    fg_log_init(&log, false, FG_COLOR_NEVER, false);
    log.progress = true; /* as on a terminal */
    capture_start(&out, stderr);
    fg_log_progress(&log, &(struct fg_progress){.item = 1, .items = 2, .what = "a\033b"});
    fg_log_progress(&log, &(struct fg_progress){.item = 2, .items = 2, .what = "c"});
    fg_log_progress_end(&log);
    fg_log_progress_end(&log); /* nothing to take away */
    capture_stop(&out, text, sizeof text);
    ck_assert_str_eq(text, "\r\033[?7l[1/2] a\\u001Bb\033[?7h\033[K\r\033[?7l[2/2] c\033[?7h\033[K\r\033[K");
}
END_TEST

START_TEST(progress_in_words)
{
    static const struct {
        struct fg_progress progress;
        int64_t ms;
        const char *expected;
    } samples[] = {
        {{1, 1, 0, 0, "a"}, 0, "[1/1] a"},
        {{2, 3, 0, 999, "a"}, 499, "[2/3] 0 % of 999 B, a"},
        {{2, 3, 450, 1000, "a\nb"}, 499, "[2/3] 45 % of 1.0 kB, a\\u000Ab"},
        {{2, 3, 540000000, 1200000000, "a"}, 1000, "[2/3] 45 % of 1.2 GB, 540 MB/s, 0:02 left, a"},
        {{2, 3, 10, 12340, "a"}, 1000, "[2/3] 0 % of 12 kB, 10 B/s, 20:34 left, a"},
        {{1, 1, 20, 10, "grew"}, 1000, "[1/1] 100 % of 10 B, 20 B/s, grew"},
        {{1, 1, 5000, 0, "a pipe"}, 1000, "[1/1] 5.0 kB/s, a pipe"},
        {{1, 1, 0, UINT64_C(9000000000000000), "a"}, 0, "[1/1] 0 % of 9000 TB, a"},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        FG_BUF_AUTO line = FG_BUF_INIT;
        fg_progress_add(&line, &samples[i].progress, samples[i].ms);
        ck_assert_str_eq(fg_buf_text(&line), samples[i].expected);
    }
}
END_TEST

START_TEST(full_disk)
{
    struct fg_log log;
    struct fg_error err = {0};
    int full = open("/dev/full", O_WRONLY);
    if (full < 0)
        return; /* not every system has it */
    fg_log_init(&log, false, FG_COLOR_NEVER, true);
    fflush(stdout);
    int before = dup(STDOUT_FILENO);
    dup2(full, STDOUT_FILENO);
    fg_log_line(&log, "x");
    int status = fg_log_flush(&log, &err);
    dup2(before, STDOUT_FILENO);
    close(before);
    close(full);
    clearerr(stdout);
    ck_assert_int_eq(status, -1);
    ck_assert_int_eq(err.code, FG_IO);
    ck_assert_int_eq(fg_log_flush(&log, &err), 0);
}
END_TEST

/* A line that was lost for want of memory is not forgotten, however many are printed after it. */
START_TEST(unsaid)
{
    struct fg_log log;
    struct fg_error err = {0};
    FG_BUF_AUTO line = FG_BUF_INIT;
    fg_log_init(&log, false, FG_COLOR_NEVER, true);
    fg_buf_add_text(&line, "said");
    ck_assert_str_eq(fg_log_words(&log, &line), "said");
    ck_assert_int_eq(fg_log_flush(&log, &err), 0);
    line.failed = true;
    fg_log_words(&log, &line);
    fg_buf_clear(&line);
    ck_assert_str_eq(fg_log_words(&log, &line), "");
    ck_assert_int_eq(fg_log_flush(&log, &err), -1);
    ck_assert_int_eq(err.code, FG_IO);
    ck_assert_str_ne(err.hint, "");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("log");
    TCase *all = tcase_create("log");
    tcase_add_test(all, colors);
    tcase_add_test(all, lines);
    tcase_add_test(all, errors);
    tcase_add_test(all, progress);
    tcase_add_test(all, progress_in_words);
    tcase_add_test(all, full_disk);
    tcase_add_test(all, unsaid);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
