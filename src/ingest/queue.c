/* SPDX-License-Identifier: MIT */
#include "ingest/queue.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

enum {
    SLOTS = 128,
    BYTES = 4 * 1024 * 1024, /* queued at once, but always one record, however large */
    KEEP = 16 * 1024,        /* a slot's buffer that has grown larger is given back */
    BATCH = 32,              /* records that are worth waking the other side for */
};

struct slot {
    struct fg_record record;
    const struct fg_mapper *mapper; /* NULL: a mark */
    void *mark;
    size_t size;
};

struct fg_queue {
    pthread_mutex_t lock;
    pthread_cond_t room, items;
    size_t first, count; /* filled slots */
    size_t bytes;
    bool taken;          /* the first one is being looked at */
    bool closed, given_up;
    bool filler_waits, taker_waits;
    void (*free_mark)(void *);
    struct slot slots[SLOTS];
};

int fg_queue_new(void (*free_mark)(void *), struct fg_queue **ret_queue, struct fg_error *err)
{
    struct fg_queue *queue = calloc(1, sizeof *queue);
    if (queue == NULL)
        return fg_error_memory(err);
    queue->free_mark = free_mark;
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_mutex_init(&queue->lock, NULL);
    pthread_cond_init(&queue->room, &monotonic);
    pthread_cond_init(&queue->items, &monotonic);
    pthread_condattr_destroy(&monotonic);
    *ret_queue = queue;
    return 0;
}

/* What a slot holds is over; its buffer stays for the next record. */
static void empty_slot(struct slot *slot)
{
    fg_value_free(slot->record.root);
    slot->record.root = NULL;
    if (slot->record.text.cap > KEEP)
        fg_buf_done(&slot->record.text);
}

/* On the taking side: only what is large. The rest is left to the filling side, which has the time. */
static void empty_large_slot(struct slot *slot)
{
    if (slot->record.text.cap > KEEP)
        empty_slot(slot);
}

void fg_queue_reset(struct fg_queue *queue)
{
    for (; queue->count > 0; queue->count--, queue->first = (queue->first + 1) % SLOTS) {
        struct slot *slot = &queue->slots[queue->first];
        if (slot->mapper == NULL && !queue->taken)
            queue->free_mark(slot->mark);
        queue->taken = false; /* that was the first one */
        empty_slot(slot);
    }
    queue->bytes = 0;
    queue->taken = queue->closed = queue->given_up = false;
}

void fg_queue_free(struct fg_queue *queue)
{
    if (queue == NULL)
        return;
    fg_queue_reset(queue);
    for (size_t i = 0; i < SLOTS; i++) {
        empty_slot(&queue->slots[i]);
        fg_buf_done(&queue->slots[i].record.text);
    }
    pthread_mutex_destroy(&queue->lock);
    pthread_cond_destroy(&queue->room);
    pthread_cond_destroy(&queue->items);
    free(queue);
}

/* ---- The filling side ---- */

static bool has_room(const struct fg_queue *queue)
{
    return queue->count == 0 || (queue->count < SLOTS && queue->bytes < BYTES);
}

/* The slot to fill; NULL where the other side has given up. */
static struct slot *wait_for_room(struct fg_queue *queue)
{
    pthread_mutex_lock(&queue->lock);
    while (!has_room(queue) && !queue->given_up) {
        queue->filler_waits = true;
        pthread_cond_signal(&queue->items); /* whatever the batch: nothing more can come */
        pthread_cond_wait(&queue->room, &queue->lock);
    }
    queue->filler_waits = false;
    struct slot *slot =
        queue->given_up ? NULL : &queue->slots[(queue->first + queue->count) % SLOTS];
    pthread_mutex_unlock(&queue->lock);
    if (slot != NULL)
        empty_slot(slot);
    return slot;
}

static struct fg_record *slot_to_fill(void *context)
{
    struct slot *slot = wait_for_room(context);
    return slot == NULL ? NULL : &slot->record;
}

static void publish(struct fg_queue *queue, const struct fg_mapper *mapper, void *mark, bool wake)
{
    pthread_mutex_lock(&queue->lock);
    struct slot *slot = &queue->slots[(queue->first + queue->count) % SLOTS];
    slot->mapper = mapper;
    slot->mark = mark;
    slot->size = mapper == NULL ? 0 : slot->record.text.cap;
    queue->bytes += slot->size;
    queue->count++;
    if (queue->taker_waits && (wake || queue->count >= BATCH))
        pthread_cond_signal(&queue->items);
    pthread_mutex_unlock(&queue->lock);
}

static void push_record(void *context, const struct fg_mapper *mapper)
{
    publish(context, mapper, NULL, false);
}

struct fg_sink fg_queue_sink(struct fg_queue *queue)
{
    return (struct fg_sink){.slot = slot_to_fill, .push = push_record, .context = queue};
}

int fg_queue_mark(struct fg_queue *queue, void *mark)
{
    if (wait_for_room(queue) == NULL)
        return -1;
    publish(queue, NULL, mark, true);
    return 0;
}

void fg_queue_close(struct fg_queue *queue)
{
    pthread_mutex_lock(&queue->lock);
    queue->closed = true;
    pthread_cond_signal(&queue->items);
    pthread_mutex_unlock(&queue->lock);
}

/* ---- The taking side ---- */

static struct timespec after(int ms)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    time.tv_sec += ms / 1000;
    time.tv_nsec += (long)(ms % 1000) * 1000000;
    if (time.tv_nsec >= 1000000000) {
        time.tv_sec++;
        time.tv_nsec -= 1000000000;
    }
    return time;
}

/* The slot that was taken before is free again. */
static void release(struct fg_queue *queue)
{
    if (!queue->taken)
        return;
    struct slot *slot = &queue->slots[queue->first];
    queue->bytes -= slot->size;
    queue->first = (queue->first + 1) % SLOTS;
    queue->count--;
    queue->taken = false;
    if (queue->filler_waits && queue->count <= SLOTS / 2 && queue->bytes <= BYTES / 2)
        pthread_cond_signal(&queue->room);
}

enum fg_queue_item fg_queue_take(struct fg_queue *queue, int patience_ms, struct fg_taken *ret_taken)
{
    if (queue->taken)
        empty_large_slot(&queue->slots[queue->first]); /* its own until released */
    pthread_mutex_lock(&queue->lock);
    release(queue);
    if (queue->count == 0 && !queue->closed) {
        struct timespec until = after(patience_ms);
        queue->taker_waits = true;
        pthread_cond_timedwait(&queue->items, &queue->lock, &until);
        queue->taker_waits = false;
    }
    enum fg_queue_item item = FG_QUEUE_NOTHING_YET;
    if (queue->count > 0) {
        const struct slot *slot = &queue->slots[queue->first];
        item = slot->mapper != NULL ? FG_QUEUE_RECORD : FG_QUEUE_MARK;
        *ret_taken = (struct fg_taken){slot->mapper, &queue->slots[queue->first].record, slot->mark};
        queue->taken = true;
    } else if (queue->closed) {
        item = FG_QUEUE_END;
    }
    pthread_mutex_unlock(&queue->lock);
    return item;
}

void fg_queue_give_up(struct fg_queue *queue)
{
    pthread_mutex_lock(&queue->lock);
    queue->given_up = true;
    pthread_cond_signal(&queue->room);
    pthread_mutex_unlock(&queue->lock);
}
