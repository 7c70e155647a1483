/* SPDX-License-Identifier: MIT */
/*
 * The strict JSON walker against itself and against cJSON: what each of its loops makes of a text, in pieces of several
 * sizes, is the same; and what it takes, cJSON takes, with the same values. Used by fuzz_json.c and json_generated.c.
 */
#ifndef FARGAUGE_TESTS_FUZZ_JSON_ORACLE_H
#define FARGAUGE_TESTS_FUZZ_JSON_ORACLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Ends the program where they disagree. Returns whether the walker took it as one document. */
bool json_oracle(const uint8_t *data, size_t size);

#endif
