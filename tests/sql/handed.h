/* SPDX-License-Identifier: MIT */
/*
 * One exported file, from a short notation: which call made it, and what it holds.
 *
 * `holds` is documents with "|" between them, each of them items with ";" between them. An item is a resource as the
 * end of its ARN ("service/main/web") and words that say more about it; README.md lists them. "-" holds nothing;
 * "nextToken" or "NextToken" alone says that the document's answer goes on.
 */
#ifndef FARGAUGE_TESTS_HANDED_H
#define FARGAUGE_TESTS_HANDED_H

#include "fargauge/buf.h"

struct handed {
    const char *call;  /* "describe-services"; README.md lists them */
    const char *place; /* "REGION:ACCOUNT"; "" is HANDED_PLACE */
    const char *time;  /* of what carries a time of its own, unless its item says otherwise */
    const char *holds;
};

#define HANDED_PLACE "eu-west-1:111122223333"

/* The file's text; the buffer is the caller's. An unknown call or resource ends the program. */
struct fg_buf handed_text(const struct handed *file);

#endif
