/* SPDX-License-Identifier: MIT */
/* Private to src/confine: the walls. */
#ifndef FARGAUGE_CONFINE_WALLS_H
#define FARGAUGE_CONFINE_WALLS_H

#include "fargauge/confine.h"

/* Deny system calls; *ret_count says how many. Running programs stays possible with `runs`. Returns 0, or the errno of why this wall
 * does not stand. */
int fg_confine_calls(bool runs, int *ret_count);

/* Deny files, and say in *confined what came of it. */
void fg_confine_files(const struct fg_confinement *wanted, struct fg_confined *confined);

/* Note that `which` failed by `why`, where it is the machine's fault and the first. It would seem to be that the kernel lacks a
 * wall, or that this user may not use a place. */
void fg_confine_missed(struct fg_confined *confined, const char *which, int why);

#endif
