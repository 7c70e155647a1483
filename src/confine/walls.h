/* SPDX-License-Identifier: MIT */
/* Private to src/confine: the walls. Each returns 0, or the errno of why it does not stand. */
#ifndef FARGAUGE_CONFINE_WALLS_H
#define FARGAUGE_CONFINE_WALLS_H

#include "fargauge/confine.h"

/* Deny system calls; *ret_count says how many. Running programs stays possible with `runs`. */
int fg_confine_calls(bool runs, int *ret_count);

/* Deny files; *ret_version is Landlock's. */
int fg_confine_files(const struct fg_confinement *wanted, int *ret_version);

#endif
