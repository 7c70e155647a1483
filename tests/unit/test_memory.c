/* SPDX-License-Identifier: MIT */
/* SQLite's memory: blocks hold what was asked for, keep what was written, and are handed out again. */
#include "store/memory.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>

#include "unit.h"

enum { LIVE = 200, ROUNDS = 20000, LARGEST = 3000 };

static const sqlite3_mem_methods *memory;

static void start_with(bool keep)
{
    memory = fg_sqlite_memory(keep);
    ck_assert_int_eq(memory->xInit(memory->pAppData), SQLITE_OK);
}

static void start(void)
{
    start_with(true);
}

static void start_alone(void)
{
    start_with(false);
}

static void stop(void)
{
    memory->xShutdown(memory->pAppData);
}

/* A number that is not known beforehand, and the same in every run. */
static unsigned any(unsigned below)
{
    static uint32_t state = 1;
    state = state * 1664525 + 1013904223;
    return (state >> 8) % below;
}

static void fill(unsigned char *block, int size, unsigned char with)
{
    memset(block, with, (size_t)size);
}

static bool holds(const unsigned char *block, int size, unsigned char with)
{
    for (int i = 0; i < size; i++)
        if (block[i] != with)
            return false;
    return true;
}

START_TEST(sizes)
{
    for (int size = 1; size <= LARGEST; size++) {
        void *block = memory->xMalloc(size);
        ck_assert_ptr_nonnull(block);
        ck_assert_uint_eq((uintptr_t)block % 8, 0);
        ck_assert_int_ge(memory->xSize(block), size);
        ck_assert_int_ge(memory->xRoundup(size), size);
        ck_assert_int_eq(memory->xRoundup(memory->xRoundup(size)), memory->xRoundup(size));
        memory->xFree(block);
    }
}
END_TEST

/* SQLite uses a block up to its size, not up to what it asked for. */
START_TEST(blocks_do_not_overlap)
{
    struct { unsigned char *at; int size; unsigned char with; } live[LIVE] = {0};
    for (int round = 0; round < ROUNDS; round++) {
        unsigned i = any(LIVE);
        if (live[i].at != NULL)
            ck_assert_msg(holds(live[i].at, live[i].size, live[i].with), "block of %d", live[i].size);
        int size = (int)any(LARGEST) + 1;
        if (live[i].at == NULL) {
            live[i].at = memory->xMalloc(size);
        } else if (any(3) == 0) {
            memory->xFree(live[i].at);
            live[i].at = NULL;
            continue;
        } else {
            int least = live[i].size < size ? live[i].size : size;
            live[i].at = memory->xRealloc(live[i].at, size);
            ck_assert_ptr_nonnull(live[i].at);
            ck_assert_msg(holds(live[i].at, least, live[i].with), "from %d to %d", live[i].size, size);
        }
        live[i].size = memory->xSize(live[i].at);
        live[i].with = (unsigned char)round;
        fill(live[i].at, live[i].size, live[i].with);
    }
    for (size_t i = 0; i < LIVE; i++)
        if (live[i].at != NULL)
            memory->xFree(live[i].at);
}
END_TEST

START_TEST(small_blocks_are_handed_out_again)
{
    void *block = memory->xMalloc(100);
    memory->xFree(block);
    ck_assert_ptr_eq(memory->xMalloc(90), block);
    ck_assert_ptr_eq(memory->xRealloc(block, memory->xRoundup(90)), block);
    memory->xFree(block);
}
END_TEST

static void *other_thread(void *block)
{
    memory->xFree(block);
    void *mine = memory->xMalloc(100);
    fill(mine, 100, 7);
    return mine;
}

START_TEST(another_thread_gives_back)
{
    pthread_t thread;
    void *theirs, *mine = memory->xMalloc(100);
    ck_assert_int_eq(pthread_create(&thread, NULL, other_thread, mine), 0);
    void *others[LIVE];
    for (size_t i = 0; i < LIVE; i++)
        fill(others[i] = memory->xMalloc(100), 100, 8);
    ck_assert_int_eq(pthread_join(thread, &theirs), 0);
    ck_assert(holds(theirs, 100, 7));
    for (size_t i = 0; i < LIVE; i++) {
        ck_assert_ptr_ne(others[i], theirs);
        memory->xFree(others[i]);
    }
    memory->xFree(theirs);
}
END_TEST

/* A sanitizer is to answer as malloc() does. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

/* The largest block that SQLite asks anybody for, under a limit; valgrind's own malloc() ends the program instead. */
START_TEST(what_the_system_refuses_is_noted)
{
    const struct rlimit none = {.rlim_cur = 1 << 20, .rlim_max = RLIM_INFINITY};
    struct rlimit before;
    if (under_valgrind())
        return;
    ck_assert(!fg_sqlite_memory_refused());
    ck_assert_int_eq(getrlimit(RLIMIT_DATA, &before), 0);
    ck_assert_int_eq(setrlimit(RLIMIT_DATA, &none), 0);
    void *block = memory->xMalloc(0x7ffffeff);
    ck_assert_int_eq(setrlimit(RLIMIT_DATA, &before), 0);
    ck_assert_ptr_null(block);
    ck_assert(fg_sqlite_memory_refused());
}
END_TEST

START_TEST(what_sqlite_refuses_itself_is_not)
{
    ck_assert_int_eq(sqlite3_config(SQLITE_CONFIG_MALLOC, memory), SQLITE_OK);
    ck_assert_ptr_null(sqlite3_malloc64(0x7fffffff));
    ck_assert(!fg_sqlite_memory_refused());
    ck_assert_int_eq(sqlite3_shutdown(), SQLITE_OK);
}
END_TEST

START_TEST(nobody_knows_what_methods_not_in_use_were_refused)
{
    ck_assert(fg_sqlite_memory_refused());
}
END_TEST

static void add(Suite *suite, const char *name, void (*set_up)(void), const TTest *const *tests)
{
    TCase *group = tcase_create(name);
    tcase_add_checked_fixture(group, set_up, set_up == NULL ? NULL : stop);
    for (; *tests != NULL; tests++)
        tcase_add_test(group, *tests);
    suite_add_tcase(suite, group);
}

/* In this order, as what was noted stays for as long as the process lives. */
int main(void)
{
    const TTest *const unused[] = {nobody_knows_what_methods_not_in_use_were_refused, NULL};
    const TTest *const blocks[] = {sizes, blocks_do_not_overlap, another_thread_gives_back, NULL};
    const TTest *const kept[] = {small_blocks_are_handed_out_again, what_sqlite_refuses_itself_is_not,
                                 what_the_system_refuses_is_noted, NULL};
    Suite *suite = suite_create("memory");
    add(suite, "not in use", NULL, unused);
    add(suite, "blocks alone", start_alone, blocks);
    add(suite, "blocks", start, blocks);
    add(suite, "blocks that are kept", start, kept);
    return fg_run_suite(suite);
}
