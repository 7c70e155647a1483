/* SPDX-License-Identifier: MIT */
/* What a command may touch follows from its option table and its arguments: a new option cannot be forgotten. */
#ifndef FARGAUGE_CMD_CONFINE_H
#define FARGAUGE_CMD_CONFINE_H

#include <stdio.h>

#include "cmd/command.h"
#include "fargauge/confine.h"

/* Confine the process to what the options `parsed`, the common ones and the arguments name. Errors: memory. */
int fg_confine_command(const struct fg_command *command, const void *parsed, const struct fg_common *common,
                       char *const *arguments, size_t count, struct fg_error *err);

/* Whether the options of this kind name a place, and for what. */
bool fg_option_names_place(enum fg_option_kind kind, enum fg_access *ret_access);

/* Confine the process to nothing, and print what is in force here. */
void fg_print_confinement(FILE *to);

#endif
