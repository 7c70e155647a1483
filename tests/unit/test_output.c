/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <signal.h>
#include <unistd.h>

#include "fargauge/output.h"
#include "template_fixture.h"
#include "unit.h"

static struct fixture fixture;
static char path[128];

static void start(void)
{
    fixture_start(&fixture);
    snprintf(path, sizeof path, "%s/report.html", fixture.dir);
}

static void stop(void)
{
    fixture_stop(&fixture);
}

static size_t count_files(void)
{
    size_t count = 0;
    DIR *dir = opendir(fixture.dir);
    ck_assert_ptr_nonnull(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(dir);
    return count;
}

static void expect_content(const char *expected)
{
    char text[256] = "";
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    ck_assert_str_eq(text, expected);
}

static void put(const char *text)
{
    struct fg_output *output;
    ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), 0);
    fg_output_text(output, text);
    ck_assert_int_eq(fg_output_commit(output, &fixture.err), 0);
    fg_output_close(output);
}

START_TEST(commit_replaces)
{
    put("old");
    struct fg_output *output;
    ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), 0);
    fg_output_text(output, "new");
    expect_content("old");
    ck_assert_int_eq(fg_output_commit(output, &fixture.err), 0);
    expect_content("new");
    fg_output_close(output);
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

START_TEST(close_without_commit_leaves_nothing)
{
    put("old");
    struct fg_output *output;
    ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), 0);
    fg_output_text(output, "new");
    ck_assert_uint_eq(count_files(), 2);
    fg_output_close(output);
    ck_assert_uint_eq(count_files(), 1);
    expect_content("old");
}
END_TEST

START_TEST(temporary_name_and_mode)
{
    char expected[256];
    struct stat status;
    mode_t before = umask(027);
    snprintf(expected, sizeof expected, "%s/.report.html.%ld.tmp", fixture.dir, (long)getpid());
    struct fg_output *output;
    ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), 0);
    ck_assert_int_eq(stat(expected, &status), 0);
    umask(before);
    ck_assert_uint_eq(status.st_mode & 0777, 0640);
    fg_output_close(output);
}
END_TEST

START_TEST(left_over_temporary_is_passed_over)
{
    char left[256];
    snprintf(left, sizeof left, "%s/.report.html.%ld.tmp", fixture.dir, (long)getpid());
    ck_assert_int_eq(symlink("/nowhere/at/all", left), 0);
    put("new");
    expect_content("new");
    ck_assert_uint_eq(count_files(), 2);
}
END_TEST

START_TEST(large_writes)
{
    static char large[300000];
    memset(large, 'x', sizeof large);
    struct fg_output *output;
    struct stat status;
    ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), 0);
    for (int i = 0; i < 1000; i++)
        fg_output_write(output, large, 1 + (size_t)i);
    fg_output_write(output, large, sizeof large);
    fg_output_write(output, NULL, 0);
    ck_assert_int_eq(fg_output_commit(output, &fixture.err), 0);
    fg_output_close(output);
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_int_eq(status.st_size, 500500 + 300000);
}
END_TEST

START_TEST(finished_files_wait_for_their_place)
{
    put("old");
    struct fg_output *output;
    ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), 0);
    fg_output_text(output, "new");
    ck_assert_int_eq(fg_output_finish(output, &fixture.err), 0);
    ck_assert_int_eq(fg_output_finish(output, &fixture.err), 0);
    expect_content("old");
    ck_assert_int_eq(fg_output_commit(output, &fixture.err), 0);
    expect_content("new");
    fg_output_close(output);
    ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), 0);
    fg_output_text(output, "newer");
    ck_assert_int_eq(fg_output_finish(output, &fixture.err), 0);
    fg_output_close(output);
    expect_content("new");
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

START_TEST(size_has_a_limit)
{
    static const struct {
        uint64_t limit;
        bool over;
    } samples[] = {{0, false}, {10, false}, {9, true}, {4, true}, {3, true}};
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        struct fg_output *output;
        put("old");
        ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), 0);
        fg_output_limit(output, samples[i].limit);
        fg_output_text(output, "12345");
        fg_output_text(output, "67890");
        ck_assert_int_eq(fg_output_is_over(output), samples[i].over);
        ck_assert_int_eq(fg_output_failed(output), samples[i].over);
        ck_assert_int_eq(fg_output_commit(output, &fixture.err), samples[i].over ? -1 : 0);
        expect_content(samples[i].over ? "old" : "1234567890");
        fg_output_close(output);
        ck_assert_uint_eq(count_files(), 1);
    }
}
END_TEST

START_TEST(missing_folder)
{
    char place[256], expected[512];
    snprintf(place, sizeof place, "%s/none/report.html", fixture.dir);
    snprintf(expected, sizeof expected, "output: %s: No such file or directory", place);
    struct fg_output *output = NULL;
    ck_assert_int_eq(fg_output_open(place, &output, &fixture.err), -1);
    ck_assert_ptr_null(output);
    ck_assert_int_eq(fixture.err.code, FG_IO);
    ck_assert_str_eq(fixture.err.message, expected);
    ck_assert_str_ne(fixture.err.hint, "");
}
END_TEST

START_TEST(unwritable_folder)
{
    if (geteuid() == 0)
        return; /* nothing is unwritable */
    struct fg_output *output;
    ck_assert_int_eq(chmod(fixture.dir, 0500), 0);
    ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), -1);
    ck_assert_int_eq(fixture.err.code, FG_IO);
    chmod(fixture.dir, 0700);
}
END_TEST

START_TEST(folder_in_the_way)
{
    struct fg_output *output;
    ck_assert_int_eq(mkdir(path, 0777), 0);
    ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), 0);
    ck_assert_int_eq(fg_output_commit(output, &fixture.err), -1);
    ck_assert_int_eq(fixture.err.code, FG_IO);
    ck_assert_str_ne(fixture.err.hint, "");
    ck_assert_uint_eq(count_files(), 1);
    fg_output_close(output);
    ck_assert_int_eq(fg_output_open("/tmp/", &output, &fixture.err), -1);
}
END_TEST

/* A full disk, played by the file size limit: the first failure sticks and commit reports it. */
START_TEST(failed_write_is_sticky)
{
    static char large[100000];
    put("old");
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit before, limit;
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    limit = (struct rlimit){.rlim_cur = 150000, .rlim_max = before.rlim_max};
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    struct fg_output *output;
    ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), 0);
    fg_output_write(output, large, sizeof large);
    ck_assert(!fg_output_failed(output));
    fg_output_write(output, large, sizeof large);
    ck_assert(fg_output_failed(output));
    fg_output_write(output, large, sizeof large);
    ck_assert_int_eq(fg_output_commit(output, &fixture.err), -1);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_DFL);
    ck_assert_ptr_nonnull(strstr(fixture.err.message, "File too large"));
    fg_output_close(output);
    expect_content("old");
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

START_TEST(memory)
{
    struct fg_output *output = fg_output_open_memory(&fixture.text);
    ck_assert_ptr_nonnull(output);
    fg_output_text(output, "a");
    fg_output_write(output, "b\0c", 3);
    ck_assert_uint_eq(fixture.text.len, 4);
    ck_assert_int_eq(fg_output_commit(output, &fixture.err), 0);
    fixture.text.failed = true;
    ck_assert(fg_output_failed(output));
    ck_assert_int_eq(fg_output_commit(output, &fixture.err), -1);
    fg_output_close(output);
    fg_output_close(NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("output");
    TCase *all = tcase_create("output");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, commit_replaces);
    tcase_add_test(all, close_without_commit_leaves_nothing);
    tcase_add_test(all, temporary_name_and_mode);
    tcase_add_test(all, left_over_temporary_is_passed_over);
    tcase_add_test(all, large_writes);
    tcase_add_test(all, finished_files_wait_for_their_place);
    tcase_add_test(all, size_has_a_limit);
    tcase_add_test(all, missing_folder);
    tcase_add_test(all, unwritable_folder);
    tcase_add_test(all, folder_in_the_way);
    tcase_add_test(all, failed_write_is_sticky);
    tcase_add_test(all, memory);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
