/* SPDX-License-Identifier: MIT */
#include "store/memory.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Blocks are of 16, 32 … 1024 bytes with their head; what is larger is malloc()'s own. */
enum { STEP = 16, KINDS = 64, SLAB = 64 * 1024 };

/* A block; SQLite sees it from `next` on, which is only there while it is not in use. */
struct block {
    uint64_t room; /* bytes from `next` on */
    struct block *next;
};
enum { HEAD = offsetof(struct block, next) };

static _Thread_local struct block *kept[KINDS + 1];
static _Thread_local char *slab; /* what is not cut into blocks yet */
static _Thread_local size_t slab_room;

static atomic_bool in_use, refused;

static size_t kind_of(size_t room)
{
    return (room + HEAD + STEP - 1) / STEP;
}

static struct block *block_of(void *memory)
{
    return (struct block *)((char *)memory - HEAD);
}

static void *refuse(void)
{
    atomic_store(&refused, true);
    return NULL;
}

static struct block *cut(size_t kind)
{
    size_t size = kind * STEP;
    if (slab_room < size) {
        slab = malloc(SLAB);
        slab_room = slab == NULL ? 0 : SLAB;
        if (slab == NULL)
            return refuse();
    }
    struct block *block = (struct block *)(void *)slab;
    slab += size;
    slab_room -= size;
    block->room = size - HEAD;
    return block;
}

static void *large(struct block *before, size_t room)
{
    struct block *block = realloc(before, room + HEAD);
    if (block == NULL)
        return refuse();
    block->room = room;
    return &block->next;
}

static void *take(int size)
{
    size_t kind = kind_of((size_t)size);
    if (kind > KINDS)
        return large(NULL, (size_t)size);
    struct block *block = kept[kind];
    if (block != NULL)
        kept[kind] = block->next;
    else if ((block = cut(kind)) == NULL)
        return NULL;
    return &block->next;
}

static void give_back(void *memory)
{
    struct block *block = block_of(memory);
    size_t kind = kind_of(block->room);
    if (kind > KINDS) {
        free(block);
        return;
    }
    block->next = kept[kind];
    kept[kind] = block;
}

static int size_of(void *memory)
{
    return (int)block_of(memory)->room;
}

static void *resize(void *memory, int size)
{
    struct block *block = block_of(memory);
    size_t before = kind_of(block->room), after = kind_of((size_t)size);
    if (before > KINDS && after > KINDS)
        return large(block, (size_t)size);
    if (before == after)
        return memory;
    void *other = take(size);
    if (other == NULL)
        return NULL;
    memcpy(other, memory, block->room < (size_t)size ? block->room : (size_t)size);
    give_back(memory);
    return other;
}

static int round_up_alone(int size)
{
    return (size + 7) & ~7;
}

static int round_up(int size)
{
    size_t kind = kind_of((size_t)size);
    return kind > KINDS ? round_up_alone(size) : (int)(kind * STEP - HEAD);
}

static void *take_alone(int size)
{
    return large(NULL, (size_t)size);
}

static void give_back_alone(void *memory)
{
    free(block_of(memory));
}

static void *resize_alone(void *memory, int size)
{
    return large(block_of(memory), (size_t)size);
}

/* SQLite calls this when it begins to use the methods. */
static int start(void *context)
{
    (void)context;
    atomic_store(&in_use, true);
    return SQLITE_OK;
}

static void stop(void *context)
{
    (void)context;
}

const sqlite3_mem_methods *fg_sqlite_memory(bool keep)
{
    static const sqlite3_mem_methods kept_blocks = {
        .xMalloc = take, .xFree = give_back, .xRealloc = resize, .xSize = size_of,
        .xRoundup = round_up, .xInit = start, .xShutdown = stop,
    };
    static const sqlite3_mem_methods blocks_alone = {
        .xMalloc = take_alone, .xFree = give_back_alone, .xRealloc = resize_alone, .xSize = size_of,
        .xRoundup = round_up_alone, .xInit = start, .xShutdown = stop,
    };
    return keep ? &kept_blocks : &blocks_alone;
}

bool fg_sqlite_memory_refused(void)
{
    return atomic_load(&refused) || !atomic_load(&in_use);
}
