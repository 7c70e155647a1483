/* SPDX-License-Identifier: MIT */
/*
 * Made-up exports for measurements: what writes JSON, and what writes one record of each kind.
 *
 * Nothing here owns memory; a write error is left to the FILE, which is asked once at its end. Records
 * count what a correct extract of them finds.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define ACCOUNT "123456789012"
#define REGION "ap-northeast-1"

struct out {
    FILE *to;
    bool pretty;
    bool first; /* nothing stands in the innermost object or array yet */
    int depth;
    uint64_t written; /* bytes */
    uint64_t random;
    uint64_t rows, pass; /* Fargate services, or findings of ECS.10; those that pass the simple rule */
};

/* A pseudo-random number (splitmix64) from 0 to LIMIT - 1. */
unsigned below(struct out *out, unsigned limit);
uint64_t any(struct out *out);

#define PICK(out, list) ((list)[below(out, sizeof(list) / sizeof(list)[0])])

void put(struct out *out, char c);

/* Objects and arrays. NAME is NULL in an array and for the document itself. */
void begin(struct out *out, const char *name, char bracket);
void end(struct out *out, char bracket);

/* Members: a string; a number or a word; a UUID; a moment in May 2025. */
__attribute__((format(printf, 3, 4)))
void text(struct out *out, const char *name, const char *format, ...);
__attribute__((format(printf, 3, 4)))
void bare(struct out *out, const char *name, const char *format, ...);
void uuid(struct out *out, const char *name);
void moment(struct out *out, const char *name, const char *zone);

/* Two tags, under the names of the exporter: ECS begins them small, others do not. */
void tags(struct out *out, const char *name_key, const char *value_key);

/* The platform version of the next service, counted as a Fargate service. */
const char *fargate_version(struct out *out);

/* One record, the INDEXth: what kind it is and how long, see make_input.c. */
void service(struct out *out, unsigned index);
void lean_service(struct out *out, unsigned index);
void item(struct out *out, unsigned index);
void japanese_item(struct out *out, unsigned index);
void finding(struct out *out, unsigned index);
void estate_service(struct out *out, unsigned index);
void estate_definition(struct out *out, unsigned index);
