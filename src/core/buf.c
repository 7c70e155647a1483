/* SPDX-License-Identifier: MIT */
#include "fargauge/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fg_buf_done(struct fg_buf *buf)
{
    if (buf == NULL)
        return;
    free(buf->data);
    *buf = FG_BUF_INIT;
}

void fg_buf_clear(struct fg_buf *buf)
{
    buf->len = 0;
    buf->failed = false;
    if (buf->data != NULL)
        buf->data[0] = '\0';
}

bool fg_buf_reserve(struct fg_buf *buf, size_t more)
{
    size_t need;
    if (buf->failed || __builtin_add_overflow(buf->len, more, &need) ||
        __builtin_add_overflow(need, (size_t)1, &need)) {
        buf->failed = true;
        return false;
    }
    if (need <= buf->cap)
        return true;
    size_t cap = buf->cap < 64 ? 64 : buf->cap;
    while (cap < need)
        if (__builtin_mul_overflow(cap, (size_t)2, &cap))
            cap = need;
    char *data = realloc(buf->data, cap);
    if (data == NULL) {
        buf->failed = true;
        return false;
    }
    buf->data = data;
    buf->cap = cap;
    return true;
}

void fg_buf_add(struct fg_buf *buf, const void *bytes, size_t len)
{
    if (!fg_buf_reserve(buf, len))
        return;
    if (len > 0)
        memcpy(buf->data + buf->len, bytes, len);
    buf->len += len;
    buf->data[buf->len] = '\0';
}

void fg_buf_add_char(struct fg_buf *buf, char c)
{
    fg_buf_add(buf, &c, 1);
}

void fg_buf_add_text(struct fg_buf *buf, const char *text)
{
    fg_buf_add(buf, text, strlen(text));
}

void fg_buf_printf(struct fg_buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        buf->failed = true;
    else if (fg_buf_reserve(buf, (size_t)len)) {
        vsnprintf(buf->data + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}

const char *fg_buf_text(const struct fg_buf *buf)
{
    return buf->data == NULL ? "" : buf->data;
}

char *fg_buf_take(struct fg_buf *buf)
{
    if (!fg_buf_reserve(buf, 0)) {
        fg_buf_done(buf);
        return NULL;
    }
    buf->data[buf->len] = '\0';
    char *data = buf->data;
    *buf = FG_BUF_INIT;
    return data;
}
