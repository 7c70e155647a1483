/* SPDX-License-Identifier: MIT */
#include "fargauge/source.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

#include "fargauge/buf.h"
#include "unit.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

/* ---- A folder of its own, gone after each test ---- */

static char folder[] = "/tmp/fargauge-test-XXXXXX";
static char path[sizeof folder + 16];

static void set_up(void)
{
    strcpy(folder + sizeof folder - 7, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/input", folder);
}

static void tear_down(void)
{
    unlink(path);
    rmdir(folder);
}

static void write_file(const struct fg_buf *content)
{
    ck_assert(!content->failed);
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(fg_buf_text(content), 1, content->len, file), content->len);
    ck_assert_int_eq(fclose(file), 0);
}

/* ---- Content ---- */

/* Text that compresses, but not to nothing. */
static void add_lines(struct fg_buf *out, unsigned lines)
{
    uint32_t random = 1;
    for (unsigned i = 0; i < lines; i++) {
        random = random * 1664525u + 1013904223u;
        fg_buf_printf(out, "{\"line\": %u, \"value\": \"%08x\"}\n", i, (unsigned)random);
    }
}

static void add_gzip(struct fg_buf *out, const void *bytes, size_t len)
{
    z_stream zlib = {0};
    ck_assert_int_eq(deflateInit2(&zlib, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    size_t room = deflateBound(&zlib, (uLong)len);
    ck_assert(fg_buf_reserve(out, room));
    zlib.next_in = (Bytef *)(uintptr_t)bytes;
    zlib.avail_in = (uInt)len;
    zlib.next_out = (Bytef *)out->data + out->len;
    zlib.avail_out = (uInt)room;
    ck_assert_int_eq(deflate(&zlib, Z_FINISH), Z_STREAM_END);
    out->len += room - zlib.avail_out;
    deflateEnd(&zlib);
}

static void add_zeros(struct fg_buf *out, size_t count)
{
    while (count-- > 0)
        fg_buf_add_char(out, '\0');
}

static void hash_of(const struct fg_buf *content, char out[FG_SHA256_HEX_SIZE])
{
    struct fg_sha256 *hash = fg_sha256_new();
    ck_assert_ptr_nonnull(hash);
    ck_assert_int_eq(fg_sha256_add(hash, fg_buf_text(content), content->len), 0);
    ck_assert_int_eq(fg_sha256_hex(hash, out), 0);
    fg_sha256_free(hash);
}

/* ---- Reading ---- */

static struct fg_source *open_source(const char *name)
{
    struct fg_source *source = NULL;
    struct fg_error err;
    ck_assert_msg(fg_source_open(name, &source, &err) == 0, "%s", err.message);
    return source;
}

/* All that can be read, `room` bytes at a time; 0 or -1. */
static int read_all(struct fg_source *source, size_t room, struct fg_buf *out, struct fg_error *err)
{
    char *part = malloc(room);
    size_t got = 0;
    int status;
    while ((status = fg_source_read(source, part, room, &got, err)) == 0 && got > 0)
        fg_buf_add(out, part, got);
    free(part);
    return status;
}

static void check_facts(struct fg_source *source, const struct fg_buf *content, bool gzip)
{
    struct fg_source_facts facts;
    struct fg_error err;
    char hash[FG_SHA256_HEX_SIZE];
    hash_of(content, hash);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(fg_source_finish(source, &facts, &err), 0);
        ck_assert_uint_eq(facts.size, content->len);
        ck_assert_str_eq(facts.sha256, hash);
        ck_assert_int_eq(facts.gzip, gzip);
    }
}

/* The file with `content` must read as `expected`, however it is read. */
static void check_reads(const struct fg_buf *content, const struct fg_buf *expected, bool gzip)
{
    static const size_t rooms[] = {7, 4096, 256 * 1024, 1024 * 1024};
    write_file(content);
    for (size_t i = 0; i < LENGTH(rooms); i++) {
        struct fg_source *source = open_source(path);
        FG_BUF_AUTO out = FG_BUF_INIT;
        struct fg_error err;
        ck_assert_msg(read_all(source, rooms[i], &out, &err) == 0, "%s", err.message);
        ck_assert_uint_eq(out.len, expected->len);
        ck_assert_int_eq(memcmp(fg_buf_text(&out), fg_buf_text(expected), out.len), 0);
        check_facts(source, content, gzip);
        fg_source_close(source);
    }
}

/* The file with `content` is a damaged gzip; all of it is accounted for nevertheless. */
static void check_fails(const struct fg_buf *content, const char *message)
{
    write_file(content);
    struct fg_source *source = open_source(path);
    FG_BUF_AUTO out = FG_BUF_INIT;
    struct fg_error err, again;
    ck_assert_int_eq(read_all(source, 10000, &out, &err), -1);
    ck_assert_int_eq(err.code, FG_INPUT);
    ck_assert_str_eq(err.message, message);
    ck_assert_str_ne(err.hint, "");
    ck_assert_int_eq(read_all(source, 10000, &out, &again), -1);
    ck_assert_str_eq(again.message, err.message);
    check_facts(source, content, true);
    fg_source_close(source);
}

/* ---- Plain files ---- */

START_TEST(reads_plain_files)
{
    static const unsigned sizes[] = {0, 1, 100, 30000};
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        FG_BUF_AUTO text = FG_BUF_INIT;
        add_lines(&text, sizes[i]);
        check_reads(&text, &text, false);
    }
}
END_TEST

START_TEST(half_a_magic_is_plain)
{
    static const char *const texts[] = {"\x1F", "\x1F\x8A", "\x8B\x1F", "x"};
    for (size_t i = 0; i < LENGTH(texts); i++) {
        FG_BUF_AUTO text = FG_BUF_INIT;
        fg_buf_add_text(&text, texts[i]);
        check_reads(&text, &text, false);
    }
}
END_TEST

START_TEST(hash_is_sha256)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_add_text(&text, "abc");
    write_file(&text);
    struct fg_source *source = open_source(path);
    struct fg_source_facts facts;
    struct fg_error err;
    ck_assert_int_eq(fg_source_finish(source, &facts, &err), 0); /* nothing was read before */
    ck_assert_str_eq(facts.sha256,
                     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    ck_assert_uint_eq(facts.size, 3);
    fg_source_close(source);
}
END_TEST

/* ---- gzip ---- */

START_TEST(reads_gzip_whatever_its_name)
{
    static const unsigned sizes[] = {0, 1, 100, 30000};
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        FG_BUF_AUTO text = FG_BUF_INIT, packed = FG_BUF_INIT;
        add_lines(&text, sizes[i]);
        add_gzip(&packed, fg_buf_text(&text), text.len);
        check_reads(&packed, &text, true);
    }
}
END_TEST

START_TEST(members_are_one_text)
{
    FG_BUF_AUTO text = FG_BUF_INIT, packed = FG_BUF_INIT;
    add_lines(&text, 20000);
    size_t half = text.len / 2;
    add_gzip(&packed, text.data, half);
    add_gzip(&packed, "", 0);
    add_gzip(&packed, text.data + half, 1);
    add_gzip(&packed, text.data + half + 1, text.len - half - 1);
    check_reads(&packed, &text, true);
}
END_TEST

START_TEST(padding_is_allowed)
{
    static const size_t counts[] = {1, 2, 512, 600000};
    for (size_t i = 0; i < LENGTH(counts); i++) {
        FG_BUF_AUTO text = FG_BUF_INIT, packed = FG_BUF_INIT;
        add_lines(&text, 100);
        add_gzip(&packed, text.data, text.len);
        add_zeros(&packed, counts[i]);
        check_reads(&packed, &text, true);
    }
}
END_TEST

static const char EARLY[] = "gzip: the file ends early";
static const char GARBAGE[] = "gzip: something else follows the compressed data";

START_TEST(cut_short_is_an_error)
{
    FG_BUF_AUTO text = FG_BUF_INIT, packed = FG_BUF_INIT;
    add_lines(&text, 2000);
    add_gzip(&packed, text.data, text.len);
    for (size_t len = 2; len < packed.len; len += len < 40 || len > packed.len - 40 ? 1 : 37) {
        struct fg_buf cut = packed;
        cut.len = len;
        check_fails(&cut, EARLY);
    }
}
END_TEST

START_TEST(second_member_cut_short_is_an_error)
{
    FG_BUF_AUTO text = FG_BUF_INIT, packed = FG_BUF_INIT;
    add_lines(&text, 10);
    add_gzip(&packed, text.data, text.len);
    size_t first = packed.len;
    add_gzip(&packed, text.data, text.len);
    for (size_t len = first + 1; len < packed.len; len++) {
        struct fg_buf cut = packed;
        cut.len = len;
        check_fails(&cut, EARLY);
    }
}
END_TEST

START_TEST(damage_is_an_error)
{
    FG_BUF_AUTO text = FG_BUF_INIT, packed = FG_BUF_INIT;
    add_lines(&text, 100);
    add_gzip(&packed, text.data, text.len);
    packed.data[packed.len - 8] ^= 1;
    check_fails(&packed, "gzip: incorrect data check");
    packed.data[packed.len - 8] ^= 1;
    packed.data[packed.len - 1] ^= 1;
    check_fails(&packed, "gzip: incorrect length check");
    packed.data[packed.len - 1] ^= 1;
    packed.data[2] = 9;
    check_fails(&packed, "gzip: unknown compression method");
}
END_TEST

START_TEST(garbage_behind_is_an_error)
{
    static const char *const garbage[] = {"x", "\n", "{}", "\x8B", "\x1F\x8A"};
    for (size_t i = 0; i < LENGTH(garbage); i++)
        for (size_t zeros = 0; zeros < 3; zeros++) {
            FG_BUF_AUTO packed = FG_BUF_INIT;
            add_gzip(&packed, "[]", 2);
            add_zeros(&packed, zeros);
            fg_buf_add_text(&packed, garbage[i]);
            check_fails(&packed, GARBAGE);
        }
}
END_TEST

/* A flipped bit is either told or, in the header's time or name, harmless. */
START_TEST(no_flipped_bit_goes_unnoticed)
{
    FG_BUF_AUTO text = FG_BUF_INIT, packed = FG_BUF_INIT;
    add_lines(&text, 20);
    add_gzip(&packed, text.data, text.len);
    for (size_t bit = 16; bit < packed.len * 8; bit++) {
        packed.data[bit / 8] ^= (char)(1 << bit % 8);
        write_file(&packed);
        packed.data[bit / 8] ^= (char)(1 << bit % 8);
        struct fg_source *source = open_source(path);
        FG_BUF_AUTO out = FG_BUF_INIT;
        struct fg_error err;
        if (read_all(source, 100000, &out, &err) == 0) {
            ck_assert_uint_eq(out.len, text.len);
            ck_assert_int_eq(memcmp(out.data, text.data, text.len), 0);
        } else {
            ck_assert_int_eq(err.code, FG_INPUT);
        }
        fg_source_close(source);
    }
}
END_TEST

/* ---- What is no file ---- */

static void check_refused(const char *name, const char *message)
{
    struct fg_source *source = NULL;
    struct fg_error err;
    ck_assert_int_eq(fg_source_open(name, &source, &err), -1);
    ck_assert_ptr_null(source);
    ck_assert_int_eq(err.code, FG_INPUT);
    ck_assert_str_eq(err.message, message);
    ck_assert_str_ne(err.hint, "");
}

START_TEST(refuses_what_is_no_file)
{
    check_refused(folder, "a folder that cannot be read");
    check_refused("/dev/zero", "not a regular file");
    check_refused(path, "cannot open: No such file or directory");
    fg_source_close(NULL);
}
END_TEST

START_TEST(refuses_what_may_not_be_read)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    write_file(&text);
    ck_assert_int_eq(chmod(path, 0), 0);
    if (geteuid() != 0) /* root may read everything */
        check_refused(path, "cannot open: Permission denied");
}
END_TEST

/* ---- Pipes ---- */

/* Write `content` in small parts, from another process, to a descriptor that is closed then. */
static pid_t write_slowly(int to, const struct fg_buf *content)
{
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child > 0)
        return child;
    signal(SIGPIPE, SIG_IGN);
    for (size_t at = 0; at < content->len; at += 1000) {
        size_t size = content->len - at < 1000 ? content->len - at : 1000;
        if (write(to, content->data + at, size) < 0)
            _exit(1);
        nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
    }
    _exit(0);
}

static void check_pipe(const char *name, const struct fg_buf *content)
{
    struct fg_source *source = open_source(name);
    FG_BUF_AUTO out = FG_BUF_INIT;
    struct fg_error err;
    ck_assert_msg(read_all(source, 100000, &out, &err) == 0, "%s", err.message);
    ck_assert_uint_eq(out.len, content->len);
    ck_assert_int_eq(memcmp(out.data, content->data, out.len), 0);
    check_facts(source, content, false);
    fg_source_close(source);
}

START_TEST(reads_named_pipes)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    add_lines(&text, 500);
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        int to = open(path, O_WRONLY);
        _exit(to < 0 || write(to, text.data, text.len) != (ssize_t)text.len);
    }
    check_pipe(path, &text);
    waitpid(child, NULL, 0);
}
END_TEST

static void on_alarm(int number)
{
    (void)number;
}

/* Standard input as a pipe that may be non-blocking, while signals come in. */
START_TEST(reads_standard_input)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    add_lines(&text, 1000);
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    if (_i == 1)
        ck_assert_int_eq(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    pid_t child = write_slowly(ends[1], &text);
    close(ends[1]);
    int kept = dup(STDIN_FILENO);
    ck_assert_int_eq(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    close(ends[0]);

    struct sigaction action = {.sa_handler = on_alarm}; /* without SA_RESTART */
    sigaction(SIGALRM, &action, NULL);
    struct itimerval often = {.it_interval = {.tv_usec = 700}, .it_value = {.tv_usec = 700}};
    setitimer(ITIMER_REAL, &often, NULL);
    check_pipe("-", &text);
    setitimer(ITIMER_REAL, &(struct itimerval){0}, NULL);

    ck_assert_int_ge(fcntl(STDIN_FILENO, F_GETFD), 0); /* still open */
    waitpid(child, NULL, 0);
    dup2(kept, STDIN_FILENO);
    close(kept);
}
END_TEST

START_TEST(read_failure_is_io)
{
    int kept = dup(STDIN_FILENO);
    int fd = open(folder, O_RDONLY);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(dup2(fd, STDIN_FILENO), STDIN_FILENO);
    close(fd);
    struct fg_source *source = open_source("-");
    struct fg_source_facts facts;
    struct fg_error err;
    FG_BUF_AUTO out = FG_BUF_INIT;
    ck_assert_int_eq(read_all(source, 100, &out, &err), -1);
    ck_assert_int_eq(err.code, FG_IO);
    ck_assert_str_eq(err.message, "cannot read: Is a directory");
    ck_assert_int_eq(fg_source_finish(source, &facts, &err), -1);
    ck_assert_int_eq(err.code, FG_IO);
    fg_source_close(source);
    dup2(kept, STDIN_FILENO);
    close(kept);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("source");
    TCase *files = tcase_create("files");
    tcase_set_timeout(files, 120);
    tcase_add_checked_fixture(files, set_up, tear_down);
    tcase_add_test(files, reads_plain_files);
    tcase_add_test(files, half_a_magic_is_plain);
    tcase_add_test(files, hash_is_sha256);
    tcase_add_test(files, reads_gzip_whatever_its_name);
    tcase_add_test(files, members_are_one_text);
    tcase_add_test(files, padding_is_allowed);
    tcase_add_test(files, cut_short_is_an_error);
    tcase_add_test(files, second_member_cut_short_is_an_error);
    tcase_add_test(files, damage_is_an_error);
    tcase_add_test(files, garbage_behind_is_an_error);
    tcase_add_test(files, no_flipped_bit_goes_unnoticed);
    tcase_add_test(files, refuses_what_is_no_file);
    tcase_add_test(files, refuses_what_may_not_be_read);
    tcase_add_test(files, reads_named_pipes);
    tcase_add_loop_test(files, reads_standard_input, 0, 2);
    tcase_add_test(files, read_failure_is_io);
    suite_add_tcase(suite, files);
    return suite;
}

int main(void)
{
    return fg_run_suite(suite());
}
