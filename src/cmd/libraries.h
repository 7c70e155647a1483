/* SPDX-License-Identifier: MIT */
#ifndef FARGAUGE_CMD_LIBRARIES_H
#define FARGAUGE_CMD_LIBRARIES_H

#include <stdio.h>

/* One line per library that is linked, with the version that runs (not the one compiled against). */
void fg_print_libraries(FILE *to);

#endif
