/* SPDX-License-Identifier: MIT */
/* Private to json_split: the escapes in a member's name. */
#ifndef FARGAUGE_INGEST_JSON_NAME_H
#define FARGAUGE_INGEST_JSON_NAME_H

#include <stdbool.h>

#include "fargauge/buf.h"

/* Resolve the escapes of a string that was checked before (and is not empty), in place: what they
 * stand for is never longer. False for a name that cannot be handed on as a C string in UTF-8,
 * because \u0000 or half a surrogate pair stands in it. */
bool fg_json_decode_name(struct fg_buf *text);

#endif
