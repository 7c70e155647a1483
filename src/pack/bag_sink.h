/* SPDX-License-Identifier: MIT */
/* Where a bag's members go: a folder, or an archive. Private to src/pack/bag*.c. */
#ifndef FARGAUGE_PACK_BAG_SINK_H
#define FARGAUGE_PACK_BAG_SINK_H

#include <stddef.h>
#include <stdint.h>

#include "fargauge/error.h"
#include "pack/bag.h"

struct fg_bag_sink;

struct fg_bag_sink_class {
    /* One member after the other; `name` with '/' between parts, of exactly `size` bytes. */
    int (*begin)(struct fg_bag_sink *sink, const char *name, uint64_t size, struct fg_error *err);
    int (*write)(struct fg_bag_sink *sink, const void *bytes, size_t len, struct fg_error *err);
    int (*end)(struct fg_bag_sink *sink, struct fg_error *err);
    /* Everything is on the disk. */
    int (*finish)(struct fg_bag_sink *sink, struct fg_error *err);
    void (*close)(struct fg_bag_sink *sink);
};

/* The first member of each kind of sink. */
struct fg_bag_sink {
    const struct fg_bag_sink_class *class;
};

/* *ret_sink is the caller's, to be given back by its class. Errors: FG_IO. */
int fg_bag_open_folder(const char *place, struct fg_bag_sink **ret_sink, struct fg_error *err);
int fg_bag_open_archive(const char *place, const char *path, enum fg_bag_form form, struct fg_bag_sink **ret_sink,
                        struct fg_error *err);

#endif
