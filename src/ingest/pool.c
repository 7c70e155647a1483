/* SPDX-License-Identifier: MIT */
#include "ingest/pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    WORKERS = 8,
    AHEAD = 2, /* inputs that may be read to their end before they are taken, beside those being read */
    QUEUES = WORKERS + AHEAD,
};

struct fg_pool {
    char *const *paths;
    const char *const *names; /* NULL: the paths */
    size_t count;
    const struct fg_reading_options *options;
    pthread_mutex_t lock;
    pthread_cond_t room;
    size_t next;  /* to be read */
    size_t taken; /* inputs that are done with */
    bool closing;
    struct fg_queue *queues[QUEUES]; /* input i has queue i % queue_count */
    size_t queue_count;
    pthread_t workers[WORKERS];
    size_t worker_count;
};

/* The next input to read; false where there is none. */
static bool next_input(struct fg_pool *pool, size_t *ret_input)
{
    pthread_mutex_lock(&pool->lock);
    while (!pool->closing && pool->next < pool->count &&
           pool->next >= pool->taken + pool->queue_count)
        pthread_cond_wait(&pool->room, &pool->lock);
    bool more = !pool->closing && pool->next < pool->count;
    *ret_input = pool->next;
    pool->next += more;
    pthread_mutex_unlock(&pool->lock);
    return more;
}

static void *work(void *context)
{
    struct fg_pool *pool = context;
    size_t input;
    while (next_input(pool, &input))
        fg_reading_run(pool->paths[input], pool->names == NULL ? pool->paths[input] : pool->names[input], pool->options,
                       pool->queues[input % pool->queue_count]);
    return NULL;
}

/* The thread that stores is busy too, so one core is left to it. */
static size_t choose_workers(size_t inputs)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    size_t workers = cores <= 2 ? 1 : cores > WORKERS ? WORKERS : (size_t)cores - 1;
    return inputs < workers ? inputs : workers;
}

static int start_workers(struct fg_pool *pool, struct fg_error *err)
{
    size_t wanted = choose_workers(pool->count);
    pool->queue_count = wanted + AHEAD;
    for (size_t i = 0; i < pool->queue_count; i++)
        if (fg_queue_new(fg_mark_free, &pool->queues[i], err) < 0)
            return -1;
    for (; pool->worker_count < wanted; pool->worker_count++) {
        int failed = pthread_create(&pool->workers[pool->worker_count], NULL, work, pool);
        if (failed == 0)
            continue;
        fg_error_set(err, FG_IO, "thread: %s", strerror(failed));
        return fg_error_hint(err, "raise the limit on processes (ulimit -u)");
    }
    return 0;
}

int fg_pool_open(char *const *paths, const char *const *names, size_t count, const struct fg_reading_options *options,
                 struct fg_pool **ret_pool, struct fg_error *err)
{
    struct fg_pool *pool = calloc(1, sizeof *pool);
    if (pool == NULL)
        return fg_error_memory(err);
    pool->paths = paths;
    pool->names = names;
    pool->count = count;
    pool->options = options;
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->room, NULL);
    if (start_workers(pool, err) < 0) {
        fg_pool_close(pool);
        return -1;
    }
    *ret_pool = pool;
    return 0;
}

struct fg_queue *fg_pool_queue(struct fg_pool *pool)
{
    return pool->queues[pool->taken % pool->queue_count];
}

void fg_pool_next(struct fg_pool *pool)
{
    fg_queue_reset(fg_pool_queue(pool));
    pthread_mutex_lock(&pool->lock);
    pool->taken++;
    pthread_cond_signal(&pool->room);
    pthread_mutex_unlock(&pool->lock);
}

void fg_pool_close(struct fg_pool *pool)
{
    if (pool == NULL)
        return;
    pthread_mutex_lock(&pool->lock);
    pool->closing = true;
    pthread_cond_broadcast(&pool->room);
    pthread_mutex_unlock(&pool->lock);
    for (size_t i = 0; i < pool->queue_count && pool->queues[i] != NULL; i++)
        fg_queue_give_up(pool->queues[i]);
    for (size_t i = 0; i < pool->worker_count; i++)
        pthread_join(pool->workers[i], NULL);
    for (size_t i = 0; i < pool->queue_count; i++)
        fg_queue_free(pool->queues[i]);
    pthread_mutex_destroy(&pool->lock);
    pthread_cond_destroy(&pool->room);
    free(pool);
}
