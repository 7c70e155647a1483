/* SPDX-License-Identifier: MIT */
/* SQLite's memory: blocks hold what was asked for, keep what was written, and are handed out again. */
#include "store/memory.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "unit.h"

enum { LIVE = 200, ROUNDS = 20000, LARGEST = 3000 };

static const sqlite3_mem_methods *memory;

static void start(void)
{
    memory = fg_sqlite_memory();
    ck_assert_int_eq(memory->xInit(memory->pAppData), SQLITE_OK);
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

int main(void)
{
    Suite *suite = suite_create("memory");
    TCase *all = tcase_create("blocks");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, sizes);
    tcase_add_test(all, blocks_do_not_overlap);
    tcase_add_test(all, small_blocks_are_handed_out_again);
    tcase_add_test(all, another_thread_gives_back);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
