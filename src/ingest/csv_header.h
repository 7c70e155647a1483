/* SPDX-License-Identifier: MIT */
/* Private to src/ingest: which CSV is this? Told by the columns in its header, wherever they stand. */
#ifndef FARGAUGE_INGEST_CSV_HEADER_H
#define FARGAUGE_INGEST_CSV_HEADER_H

#include "ingest/mapper.h"

/* The mapper that reads the CSV which begins so, or is meant by one of its columns; NULL where the text is no
 * CSV. FG_INPUT with a hint for a CSV that nobody reads; *ret_mapper then is the one that would with commas
 * between the columns, or NULL. */
int fg_csv_detect(const char *text, size_t len, const struct fg_mapper **ret_mapper,
                  struct fg_error *err);

/* The member that a column of this name fills, or -1. *ret_rank: of several columns for one member the
 * one with the lowest counts. */
int fg_csv_column(const struct fg_mapper *mapper, const char *name, size_t len, int *ret_rank);

/* A column that the header must have and lacks; NULL where it has all. has[i] is true for a member that has
 * its column. */
const char *fg_csv_lacks(const struct fg_mapper *mapper, const bool has[FG_MEMBERS_MAX]);

#endif
