/* SPDX-License-Identifier: MIT */
/* The table that tools/embed.c writes at build time. Private to core/resource.c and its test. */
#ifndef FARGAUGE_CORE_EMBEDDED_H
#define FARGAUGE_CORE_EMBEDDED_H

#include "fargauge/resource.h"

extern const struct fg_resource fg_embedded[];
extern const size_t fg_embedded_count;

#endif
