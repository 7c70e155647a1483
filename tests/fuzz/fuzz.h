/* SPDX-License-Identifier: MIT */
/*
 * What the fuzz targets share. A target is a program with one function, LLVMFuzzerTestOneInput(), which is handed any bytes
 * and must come back: libFuzzer and AFL++ call it with what they make up, run_files.c with the kept corpus.
 *
 * A target asks for more than that nothing crashes: FUZZ_CHECK() says what must hold whatever the bytes are.
 */
#ifndef FARGAUGE_TESTS_FUZZ_H
#define FARGAUGE_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/buf.h"
#include "fargauge/error.h"
#include "fargauge/ingest.h"
#include "fargauge/store.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program where the promise is broken: that is the finding. */
#define FUZZ_CHECK(holds, ...)                                                                                         \
    do {                                                                                                               \
        if (!(holds)) {                                                                                                \
            fprintf(stderr, "%s:%d: does not hold: %s: ", __FILE__, __LINE__, #holds);                                 \
            fprintf(stderr, __VA_ARGS__);                                                                              \
            fputc('\n', stderr);                                                                                       \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

/* Bytes that are read in pieces of at most `step`; a fg_json_read_fn over a struct fuzz_bytes. */
struct fuzz_bytes {
    const uint8_t *data;
    size_t size, at, step;
};
int fuzz_read(void *context, void *to, size_t room, size_t *ret_got, struct fg_error *err);

/* The target's own folder, empty at first; gone when the program ends by itself. */
const char *fuzz_folder(void);

/* Write `data` into the file NAME of that folder, for its owner alone. The path is good until the next call. */
const char *fuzz_file(const char *name, const void *data, size_t size);

/* The embedded files, and one database in memory for all inputs; opened once, closed when the program ends. */
const struct fg_resources *fuzz_resources(void);
struct fg_store *fuzz_store(void);

/* Memory that ran out is none of the findings asked for here; whatever else failed within is one. */
void fuzz_must(int status, const struct fg_error *err, const char *what);

/* A message is one line of UTF-8 that says something, and an input's fault has a hint. */
void fuzz_check_error(const struct fg_error *err);

/* One whole document that the walker takes. */
void fuzz_check_json(const struct fg_buf *text);

/* Import the bytes as a file `name`, strictly, as run 1; what else is wanted stands in `options`. */
void fuzz_import(const char *name, const uint8_t *data, size_t size, struct fg_ingest_options options);

#endif
