/* SPDX-License-Identifier: MIT */
/*
 * A library to be preloaded, which lets the n-th call of a kind fail, from main() on:
 *   FAULT_KIND    write, fsync, rename, open, memory, mkdir, truncate, close, read, unlink; shortwrite and shortread do half;
 *                 page is read again, but pread() only, as SQLite reads its pages;
 *                 place is memory again, but counts the places in the code that ask for some, each at its first call
 *   FAULT_N       which call, from 1; 0: none
 *   FAULT_ERRNO   the error's number
 *   FAULT_COUNT   a file to which, at the end, the number of calls of that kind is written
 * Calls that the C library makes within itself (stdio's writing) are not seen. For glibc, which has another name for its
 * allocator: asking for the next malloc() needs memory itself.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <ucontext.h>
#include <unistd.h>

#include "library.h"

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

enum kind { WRITE, FSYNC, RENAME, OPEN, MEMORY, MKDIR, TRUNCATE, CLOSE, READ, UNLINK, SHORT_WRITE, SHORT_READ, PAGE, PLACE, KINDS, NONE = KINDS };

static const char *const names[KINDS] = {"write", "fsync", "rename", "open", "memory", "mkdir", "truncate", "close", "read",
                                         "unlink", "shortwrite", "shortread", "page", "place"};

static enum kind armed = NONE;
static long wanted;
static int error;
static atomic_long calls;

/* True where this call shall fail; errno is set. */
static bool fails(enum kind kind)
{
    if (armed != kind || atomic_fetch_add(&calls, 1) + 1 != wanted)
        return false;
    errno = error;
    return true;
}

static int count_file = -1;

static void tell(void)
{
    char text[32];
    armed = NONE;
    int len = snprintf(text, sizeof text, "%ld\n", atomic_load(&calls));
    syscall(SYS_write, count_file, text, (size_t)len);
}

/* Ends with this code where it is libarchive that cannot bear a failure, by its own instruction: 3.6 uses entries of a ZIP for which it
 * got no memory. A crash of ours, or anywhere else, is a crash. */
static void on_crash(int number, siginfo_t *info, void *context)
{
    Dl_info where = {0};
    void *at = NULL;
    (void)info;
#if defined __x86_64__
    at = (void *)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
#elif defined __aarch64__
    at = (void *)((ucontext_t *)context)->uc_mcontext.pc;
#endif
    if (at != NULL && dladdr(at, &where) != 0 && where.dli_fname != NULL && strstr(where.dli_fname, "/libarchive.so") != NULL)
        _exit(LIBRARY_CRASHED);
    signal(number, SIG_DFL);
}

static int (*real_main)(int, char **, char **);

static int armed_main(int argc, char **argv, char **environment)
{
    const char *kind = getenv("FAULT_KIND"), *n = getenv("FAULT_N"), *number = getenv("FAULT_ERRNO");
    wanted = n == NULL ? 0 : atol(n);
    error = number == NULL ? EIO : atoi(number);
    /* Before the program confines itself to its own files. */
    if (getenv("FAULT_COUNT") != NULL)
        count_file = (int)syscall(SYS_openat, AT_FDCWD, getenv("FAULT_COUNT"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    atexit(tell);
    sigaction(SIGSEGV, &(struct sigaction){.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO}, NULL);
    for (enum kind i = 0; kind != NULL && i < KINDS; i++)
        if (strcmp(names[i], kind) == 0)
            armed = i;
    return real_main(argc, argv, environment);
}

int __libc_start_main(int (*program)(int, char **, char **), int argc, char **argv, void (*init)(void), void (*fini)(void),
                      void (*rtld_fini)(void), void *stack_end);
int __libc_start_main(int (*program)(int, char **, char **), int argc, char **argv, void (*init)(void), void (*fini)(void),
                      void (*rtld_fini)(void), void *stack_end)
{
    int (*next)(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void), void (*)(void), void *);
    *(void **)&next = dlsym(RTLD_NEXT, "__libc_start_main");
    real_main = program;
    return next(armed_main, argc, argv, init, fini, rtld_fini, stack_end);
}

/* The next library's function of this name. */
#define NEXT(result, name, ...)                                                                                        \
    static result (*next)(__VA_ARGS__);                                                                                \
    if (next == NULL)                                                                                                  \
        *(void **)&next = dlsym(RTLD_NEXT, name)

/* ---- memory */

/* Places in the code that have asked, by where they go on. */
enum { PLACES = 1 << 14 };
static void *_Atomic places[PLACES];

/* True for a place that was not met before: it is noted. */
static bool is_new(void *from)
{
    size_t at = (uintptr_t)from * UINT64_C(0x9E3779B97F4A7C15) >> 50;
    for (size_t tries = 0; tries < PLACES; tries++, at = (at + 1) % PLACES) {
        void *free_place = NULL;
        if (places[at] == from)
            return false;
        if (places[at] == NULL && atomic_compare_exchange_strong(&places[at], &free_place, from))
            return true;
        if (free_place == from)
            return false;
    }
    return false;
}

/* libseccomp 2.5 frees twice, or worse, where it gets no memory; that is before anything is done, and spoils the allocator, so
 * that nobody could tell whose crash it is. */
static bool is_spared(void *from)
{
    Dl_info where = {0};
    return dladdr(from, &where) != 0 && where.dli_fname != NULL && strstr(where.dli_fname, "/libseccomp.so") != NULL;
}

#define HERE __builtin_return_address(0)
#define NO_MEMORY ((fails(MEMORY) || (armed == PLACE && is_new(HERE) && fails(PLACE))) && !is_spared(HERE))

void *malloc(size_t size)
{
    return NO_MEMORY ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return NO_MEMORY ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return NO_MEMORY ? NULL : __libc_realloc(old, size);
}

/* ---- writing and reading */

/* Half of it, for the n-th call of one byte and more. */
static size_t shorter(enum kind kind, size_t len)
{
    int before = errno;
    bool cut = len > 1 && fails(kind);
    errno = before;
    return cut ? len / 2 : len;
}

ssize_t write(int fd, const void *bytes, size_t len)
{
    NEXT(ssize_t, "write", int, const void *, size_t);
    return fails(WRITE) ? -1 : next(fd, bytes, shorter(SHORT_WRITE, len));
}

ssize_t pwrite(int fd, const void *bytes, size_t len, off_t at)
{
    NEXT(ssize_t, "pwrite", int, const void *, size_t, off_t);
    return fails(WRITE) ? -1 : next(fd, bytes, shorter(SHORT_WRITE, len), at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t len, off64_t at)
{
    NEXT(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    return fails(WRITE) ? -1 : next(fd, bytes, shorter(SHORT_WRITE, len), at);
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    NEXT(ssize_t, "writev", int, const struct iovec *, int);
    return fails(WRITE) ? -1 : next(fd, parts, count);
}

ssize_t read(int fd, void *to, size_t len)
{
    NEXT(ssize_t, "read", int, void *, size_t);
    return fails(READ) ? -1 : next(fd, to, shorter(SHORT_READ, len));
}

ssize_t pread(int fd, void *to, size_t len, off_t at)
{
    NEXT(ssize_t, "pread", int, void *, size_t, off_t);
    return fails(READ) || fails(PAGE) ? -1 : next(fd, to, shorter(SHORT_READ, len), at);
}

ssize_t pread64(int fd, void *to, size_t len, off64_t at)
{
    NEXT(ssize_t, "pread64", int, void *, size_t, off64_t);
    return fails(READ) || fails(PAGE) ? -1 : next(fd, to, shorter(SHORT_READ, len), at);
}

int fsync(int fd)
{
    NEXT(int, "fsync", int);
    return fails(FSYNC) ? -1 : next(fd);
}

int fdatasync(int fd)
{
    NEXT(int, "fdatasync", int);
    return fails(FSYNC) ? -1 : next(fd);
}

int ftruncate(int fd, off_t size)
{
    NEXT(int, "ftruncate", int, off_t);
    return fails(TRUNCATE) ? -1 : next(fd, size);
}

int ftruncate64(int fd, off64_t size)
{
    NEXT(int, "ftruncate64", int, off64_t);
    return fails(TRUNCATE) ? -1 : next(fd, size);
}

/* It is closed all the same, as Linux does. */
int close(int fd)
{
    NEXT(int, "close", int);
    if (!fails(CLOSE))
        return next(fd);
    next(fd);
    errno = error;
    return -1;
}

/* ---- names */

#define MODE(flags, mode)                                                                                              \
    if (((flags) & (O_CREAT | O_TMPFILE)) != 0) {                                                                      \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode = va_arg(more, mode_t);                                                                                   \
        va_end(more);                                                                                                  \
    }

int open(const char *path, int flags, ...)
{
    NEXT(int, "open", const char *, int, ...);
    mode_t mode = 0;
    MODE(flags, mode)
    return fails(OPEN) ? -1 : next(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    NEXT(int, "open64", const char *, int, ...);
    mode_t mode = 0;
    MODE(flags, mode)
    return fails(OPEN) ? -1 : next(path, flags, mode);
}

int openat(int dir, const char *path, int flags, ...)
{
    NEXT(int, "openat", int, const char *, int, ...);
    mode_t mode = 0;
    MODE(flags, mode)
    return fails(OPEN) ? -1 : next(dir, path, flags, mode);
}

int openat64(int dir, const char *path, int flags, ...)
{
    NEXT(int, "openat64", int, const char *, int, ...);
    mode_t mode = 0;
    MODE(flags, mode)
    return fails(OPEN) ? -1 : next(dir, path, flags, mode);
}

FILE *fopen(const char *path, const char *mode)
{
    NEXT(FILE *, "fopen", const char *, const char *);
    return fails(OPEN) ? NULL : next(path, mode);
}

FILE *fopen64(const char *path, const char *mode)
{
    NEXT(FILE *, "fopen64", const char *, const char *);
    return fails(OPEN) ? NULL : next(path, mode);
}

DIR *opendir(const char *path)
{
    NEXT(DIR *, "opendir", const char *);
    return fails(OPEN) ? NULL : next(path);
}

struct dirent *readdir(DIR *dir)
{
    NEXT(struct dirent *, "readdir", DIR *);
    return fails(READ) ? NULL : next(dir);
}

struct dirent64 *readdir64(DIR *dir)
{
    NEXT(struct dirent64 *, "readdir64", DIR *);
    return fails(READ) ? NULL : next(dir);
}

int mkdir(const char *path, mode_t mode)
{
    NEXT(int, "mkdir", const char *, mode_t);
    return fails(MKDIR) ? -1 : next(path, mode);
}

int mkdirat(int dir, const char *path, mode_t mode)
{
    NEXT(int, "mkdirat", int, const char *, mode_t);
    return fails(MKDIR) ? -1 : next(dir, path, mode);
}

char *mkdtemp(char *path)
{
    NEXT(char *, "mkdtemp", char *);
    return fails(MKDIR) ? NULL : next(path);
}

int rename(const char *from, const char *to)
{
    NEXT(int, "rename", const char *, const char *);
    return fails(RENAME) ? -1 : next(from, to);
}

int renameat(int from_dir, const char *from, int to_dir, const char *to)
{
    NEXT(int, "renameat", int, const char *, int, const char *);
    return fails(RENAME) ? -1 : next(from_dir, from, to_dir, to);
}

int link(const char *from, const char *to)
{
    NEXT(int, "link", const char *, const char *);
    return fails(RENAME) ? -1 : next(from, to);
}

int unlink(const char *path)
{
    NEXT(int, "unlink", const char *);
    return fails(UNLINK) ? -1 : next(path);
}

int unlinkat(int dir, const char *path, int flags)
{
    NEXT(int, "unlinkat", int, const char *, int);
    return fails(UNLINK) ? -1 : next(dir, path, flags);
}
