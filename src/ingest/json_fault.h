/* SPDX-License-Identifier: MIT */
/* What can be wrong with a JSON text, and how it is told. */
#ifndef FARGAUGE_INGEST_JSON_FAULT_H
#define FARGAUGE_INGEST_JSON_FAULT_H

#include "fargauge/error.h"

enum fg_fault {
    FG_FAULT_NONE,
    /* the structure */
    FG_FAULT_NOT_JSON,
    FG_FAULT_AFTER_DOCUMENT,
    FG_FAULT_VALUE,
    FG_FAULT_KEY,
    FG_FAULT_COLON,
    FG_FAULT_NEXT_MEMBER,
    FG_FAULT_NEXT_ELEMENT,
    FG_FAULT_TRAILING_COMMA,
    FG_FAULT_DEPTH,
    FG_FAULT_END, /* the text stops too early */
    FG_FAULT_NOTHING_LEFT,
    /* strings */
    FG_FAULT_CONTROL,
    FG_FAULT_ESCAPE,
    FG_FAULT_HEX,
    FG_FAULT_UTF8,
    FG_FAULT_KEY_CONTENT,
    FG_FAULT_KEY_LENGTH,
    /* numbers and words */
    FG_FAULT_LEADING_ZERO,
    FG_FAULT_MINUS,
    FG_FAULT_FRACTION,
    FG_FAULT_EXPONENT,
    FG_FAULT_NUMBER_TAIL,
    FG_FAULT_WORD,
};

/* Fill *err (FG_INPUT, with a hint) for a fault at a byte; returns -1. `inside` names what the text
 * was in ("an object"), for the faults that tell it. */
int fg_fault_report(enum fg_fault fault, unsigned char byte, const char *inside,
                    struct fg_error *err);

#endif
