/* SPDX-License-Identifier: MIT */
#include "ingest/ahead.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCKS = 4, BLOCK = 256 * 1024 };

struct fg_ahead {
    fg_json_read_fn *read;
    void *context;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t change;
    size_t first, count; /* filled blocks */
    bool ended, stopped;
    int status;          /* of the last read, once ended */
    struct fg_error error;
    size_t at;           /* used of the first block */
    size_t len[BLOCKS];
    char block[BLOCKS][BLOCK];
};

/* The block to fill next, or NULL where nobody wants more. */
static char *wait_for_room(struct fg_ahead *ahead, size_t *ret_index)
{
    pthread_mutex_lock(&ahead->lock);
    while (ahead->count == BLOCKS && !ahead->stopped)
        pthread_cond_wait(&ahead->change, &ahead->lock);
    bool stopped = ahead->stopped;
    *ret_index = (ahead->first + ahead->count) % BLOCKS;
    pthread_mutex_unlock(&ahead->lock);
    return stopped ? NULL : ahead->block[*ret_index];
}

/* Fill a block: small reads (a pipe's, an inflated piece) are gathered. */
static int fill(struct fg_ahead *ahead, char *block, size_t *ret_len)
{
    size_t got = 1;
    int status = 0;
    *ret_len = 0;
    while (status == 0 && got > 0 && *ret_len < BLOCK / 2) {
        status = ahead->read(ahead->context, block + *ret_len, BLOCK - *ret_len, &got, &ahead->error);
        *ret_len += status == 0 ? got : 0;
    }
    if (status == 0 && got > 0)
        return 1;
    ahead->status = status;
    return 0;
}

static void *run(void *context)
{
    struct fg_ahead *ahead = context;
    size_t index, len;
    char *block;
    int more = 1;
    while (more > 0 && (block = wait_for_room(ahead, &index)) != NULL) {
        more = fill(ahead, block, &len);
        pthread_mutex_lock(&ahead->lock);
        ahead->len[index] = len;
        ahead->count += len > 0;
        ahead->ended = more == 0;
        pthread_cond_signal(&ahead->change);
        pthread_mutex_unlock(&ahead->lock);
    }
    return NULL;
}

int fg_ahead_open(fg_json_read_fn *read, void *context, struct fg_ahead **ret_ahead,
                  struct fg_error *err)
{
    struct fg_ahead *ahead = malloc(sizeof *ahead);
    if (ahead == NULL)
        return fg_error_memory(err);
    memset(ahead, 0, offsetof(struct fg_ahead, block));
    ahead->read = read;
    ahead->context = context;
    pthread_mutex_init(&ahead->lock, NULL);
    pthread_cond_init(&ahead->change, NULL);
    int failed = pthread_create(&ahead->thread, NULL, run, ahead);
    if (failed != 0) {
        free(ahead);
        fg_error_set(err, FG_IO, "thread: %s", strerror(failed));
        return fg_error_hint(err, "raise the limit on processes (ulimit -u)");
    }
    *ret_ahead = ahead;
    return 0;
}

/* The block before this one is used up. */
static void next_block(struct fg_ahead *ahead)
{
    ahead->first = (ahead->first + 1) % BLOCKS;
    ahead->count--;
    ahead->at = 0;
    pthread_cond_signal(&ahead->change);
}

int fg_ahead_read(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err)
{
    struct fg_ahead *ahead = context;
    pthread_mutex_lock(&ahead->lock);
    if (ahead->count > 0 && ahead->at == ahead->len[ahead->first])
        next_block(ahead);
    while (ahead->count == 0 && !ahead->ended)
        pthread_cond_wait(&ahead->change, &ahead->lock);
    bool more = ahead->count > 0;
    pthread_mutex_unlock(&ahead->lock);
    *ret_got = 0;
    if (!more) {
        if (ahead->status < 0 && err != NULL)
            *err = ahead->error;
        return ahead->status;
    }
    size_t left = ahead->len[ahead->first] - ahead->at;
    *ret_got = left < room ? left : room;
    memcpy(to, ahead->block[ahead->first] + ahead->at, *ret_got);
    ahead->at += *ret_got;
    return 0;
}

void fg_ahead_close(struct fg_ahead *ahead)
{
    if (ahead == NULL)
        return;
    pthread_mutex_lock(&ahead->lock);
    ahead->stopped = true;
    pthread_cond_signal(&ahead->change);
    pthread_mutex_unlock(&ahead->lock);
    pthread_join(ahead->thread, NULL);
    pthread_mutex_destroy(&ahead->lock);
    pthread_cond_destroy(&ahead->change);
    free(ahead);
}
