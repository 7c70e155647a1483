/* SPDX-License-Identifier: MIT */
/*
 * A growable byte buffer.
 *
 * Life cycle: a zeroed struct (or FG_BUF_INIT) is an empty buffer; fg_buf_done() gives its memory
 * back and leaves it empty again. FG_BUF_AUTO declares a local that cleans up after itself.
 * Content: `data` holds `len` bytes followed by a NUL that is not counted, so text can be handed to
 * C functions as it is. `data` is NULL until something was appended; fg_buf_text() never is.
 * Failure: the first append that finds no memory (or overflows a size) sets `failed`; later ones do
 * nothing. Append freely and check once, at the end.
 */
#ifndef FARGAUGE_BUF_H
#define FARGAUGE_BUF_H

#include <stdbool.h>
#include <stddef.h>

struct fg_buf {
    char *data;
    size_t len;
    size_t cap;
    bool failed;
};

#define FG_BUF_INIT ((struct fg_buf){0})
#define FG_BUF_AUTO __attribute__((cleanup(fg_buf_done))) struct fg_buf

void fg_buf_done(struct fg_buf *buf);

/* Forget the content, keep the memory. Clears `failed` too. */
void fg_buf_clear(struct fg_buf *buf);

/* Room for `more` further bytes; false (and `failed`) where there is none. */
bool fg_buf_reserve(struct fg_buf *buf, size_t more);

void fg_buf_add(struct fg_buf *buf, const void *bytes, size_t len);
void fg_buf_add_char(struct fg_buf *buf, char c);
void fg_buf_add_text(struct fg_buf *buf, const char *text);
void fg_buf_printf(struct fg_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The content as a C string; "" for an empty buffer. Borrowed until the next change. */
const char *fg_buf_text(const struct fg_buf *buf);

/* The memory itself, NUL-terminated, now the caller's to free(); the buffer is empty again.
 * NULL where an append failed. */
char *fg_buf_take(struct fg_buf *buf);

#endif
