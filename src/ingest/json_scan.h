/* SPDX-License-Identifier: MIT */
/*
 * The JSON grammar over a piece of text in memory: the inner loops of json_split.
 *
 * The scanner knows nothing of files. It goes through the bytes from `at` to `end`, stops where
 * they run out, and goes on with the next piece: every state it can be in is in the struct, so a
 * piece may end anywhere. Only characters, escapes and words are never split: the few bytes from
 * `at` to `end` that are left over must come first in the next piece.
 *
 * There is no bounds check in the loops: the byte at `end` is a NUL, which JSON has no use for, so
 * everything stops there. Strings are tested up to 64 bytes at a time, hence the padding.
 *
 * The loops exist several times, for what different processors can do (json_run.h); all of them
 * give the same results.
 */
#ifndef FARGAUGE_INGEST_JSON_SCAN_H
#define FARGAUGE_INGEST_JSON_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "fargauge/json_split.h"
#include "ingest/json_fault.h"

enum { FG_SCAN_PADDING = 64 }; /* NULs behind the piece: `end` points at the first */

/* What the grammar expects next. */
enum fg_scan_state {
    FG_SCAN_FIRST_DOCUMENT,
    FG_SCAN_DOCUMENT,      /* another one */
    FG_SCAN_VALUE,         /* it must follow: after a colon, or announced by an array */
    FG_SCAN_FIRST_ELEMENT, /* or ] */
    FG_SCAN_ELEMENT,
    FG_SCAN_FIRST_KEY, /* or } */
    FG_SCAN_KEY,
    FG_SCAN_COLON,
    FG_SCAN_NEXT_MEMBER,  /* , or } */
    FG_SCAN_NEXT_ELEMENT, /* , or ] */
    FG_SCAN_IN_KEY,       /* within a string that is a key */
    FG_SCAN_IN_STRING,
    FG_SCAN_IN_NUMBER,
    FG_SCAN_STATES,
};

/* What a byte means in a state. */
enum fg_scan_action {
    FG_SCAN_DO_SPACE,
    FG_SCAN_DO_KEY,
    FG_SCAN_DO_COLON,
    FG_SCAN_DO_COMMA_MEMBER,
    FG_SCAN_DO_COMMA_ELEMENT,
    FG_SCAN_DO_CLOSE,
    FG_SCAN_DO_STRING,
    FG_SCAN_DO_NUMBER,
    FG_SCAN_DO_WORD,
    FG_SCAN_DO_OBJECT,
    FG_SCAN_DO_ARRAY,
    FG_SCAN_DO_REST_OF_STRING,
    FG_SCAN_DO_REST_OF_NUMBER,
    FG_SCAN_DO_STOP,  /* a NUL: the end of the piece, or a fault */
    FG_SCAN_DO_FAULT, /* plus an enum fg_fault */
};

struct fg_scan {
    const unsigned char *at;  /* the next byte to look at */
    const unsigned char *end; /* FG_SCAN_PADDING NULs stand here */
    bool last;                /* nothing comes behind `end` */
    uint64_t line;            /* of `at`, from 1 */
    enum fg_scan_state state;
    unsigned number; /* how far FG_SCAN_IN_NUMBER has come */
    unsigned depth;  /* open objects and arrays */
    unsigned max_depth; /* FG_JSON_MAX_DEPTH at most */
    unsigned char after[FG_JSON_MAX_DEPTH + 1]; /* the state behind a value, for each depth */
    enum fg_fault fault;
    const struct fg_scan_loops *loops;
};

enum fg_scan_result {
    FG_SCAN_DONE,
    FG_SCAN_MORE, /* hand in the next piece and call again */
    FG_SCAN_FAULT,
};

/* With the fastest loops that this machine has, or those that fg_scan_use() named. */
void fg_scan_init(struct fg_scan *scan);

/* The loops, slower ones first. */
enum fg_scan_kind { FG_SCAN_PORTABLE, FG_SCAN_SSE2, FG_SCAN_AVX2, FG_SCAN_KINDS };

/* For tests and measurements: every scanner that is initialised from now on has these loops.
 * Returns their name, or NULL (and nothing changes) where this machine does not have them. */
const char *fg_scan_use(enum fg_scan_kind kind);

/* Go to the next byte that is no white space and say what it means there. */
enum fg_scan_result fg_scan_look(struct fg_scan *scan, enum fg_scan_action *ret_action);

/* Go on until a value is complete that leaves `floor` objects and arrays open: the value that
 * starts here (floor = depth), or the rest of the innermost open one (floor = depth - 1). */
enum fg_scan_result fg_scan_run(struct fg_scan *scan, unsigned floor);

/* In FG_SCAN_IN_KEY or FG_SCAN_IN_STRING: go behind the closing quote. The state stays. */
enum fg_scan_result fg_scan_string(struct fg_scan *scan);

/* Go into the object or array whose opening bracket is at `at`; out, at its closing bracket. */
enum fg_scan_result fg_scan_open(struct fg_scan *scan);
void fg_scan_leave(struct fg_scan *scan);

/* For an action from FG_SCAN_DO_STOP on, at `at`: the end of the piece or of the text, or a byte
 * that breaks the grammar. */
enum fg_scan_result fg_scan_stop(struct fg_scan *scan, enum fg_scan_action action);

/* The byte at `at` breaks the grammar so. Where the text just ends there, that is said instead. */
enum fg_scan_result fg_scan_fail(struct fg_scan *scan, enum fg_fault fault);

#endif
