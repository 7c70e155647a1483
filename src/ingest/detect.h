/* SPDX-License-Identifier: MIT */
/* Private to src/ingest: which shape is this? Told by the members at the top, never by a name. */
#ifndef FARGAUGE_INGEST_DETECT_H
#define FARGAUGE_INGEST_DETECT_H

#include "ingest/mapper.h"

/* What stands under a member at the top of an export. */
enum fg_form {
    FG_FORM_LIST,     /* an array of records */
    FG_FORM_RECORD,   /* a record, or an array of them */
    FG_FORM_ENVELOPE, /* a document within the document, perhaps as text: an event's detail */
};

struct fg_shape {
    const char *member;
    enum fg_form form;
    const struct fg_mapper *mapper; /* NULL for an envelope */
    const struct fg_mapper *other;  /* meant where the first record looks like its; or NULL */
};

/* The shape that stands under `key`; NULL where none does. */
const struct fg_shape *fg_detect_member(const struct fg_json_key *key);

/* Where a record stands that has no envelope to say what it is. */
enum fg_alone {
    FG_IN_LIST,     /* an element of a bare array */
    FG_AS_DOCUMENT, /* a document of its own */
};

/* A mapper of nothing, whose members are those of all mappers that recognise records standing so. */
const struct fg_mapper *fg_detect_any(enum fg_alone where);

/* Choose the mapper for a record that was read as fg_detect_any() says, and turn its members into that
 * mapper's. With `shape`, the choice is between its two mappers. NULL where none recognises it. */
const struct fg_mapper *fg_detect_choose(enum fg_alone where, struct fg_record *record,
                                         const struct fg_shape *shape);

/* True for the member that says that pages were left behind. */
bool fg_detect_next_token(const struct fg_json_key *key);

/* Every mapper, one row after the other; NULL behind the last. One may come more than once. */
const struct fg_mapper *fg_detect_mapper(size_t row);

/* What a document of no known shape seems to be, from one of its top members; NULL where unknown. */
const char *fg_detect_known_stranger(const struct fg_json_key *key);

#endif
