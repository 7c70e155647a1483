/* SPDX-License-Identifier: MIT */
/* Private to src/ingest: text in memory as something to read from (a fg_json_read_fn). */
#ifndef FARGAUGE_INGEST_MEMORY_H
#define FARGAUGE_INGEST_MEMORY_H

#include <stddef.h>
#include <string.h>

#include "fargauge/error.h"

struct fg_memory {
    const char *at; /* borrowed */
    size_t left;
};

static inline int fg_memory_read(void *context, void *to, size_t room, size_t *ret_got,
                                 struct fg_error *err)
{
    struct fg_memory *memory = context;
    (void)err;
    *ret_got = memory->left < room ? memory->left : room;
    memcpy(to, memory->at, *ret_got);
    memory->at += *ret_got;
    memory->left -= *ret_got;
    return 0;
}

#endif
