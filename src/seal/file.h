/* SPDX-License-Identifier: MIT */
/* Small files read whole: keys, certificates, lists of signers. What was read is cleansed before it is given back. */
#ifndef FARGAUGE_SEAL_FILE_H
#define FARGAUGE_SEAL_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "fargauge/error.h"

struct fg_seal_secret {
    unsigned char *bytes; /* and a NUL that is not counted */
    size_t len, room;
};

#define FG_SEAL_SECRET_AUTO __attribute__((cleanup(fg_seal_secret_done))) struct fg_seal_secret

/* Room for `room` bytes and the NUL. */
int fg_seal_secret_init(struct fg_seal_secret *secret, size_t room, struct fg_error *err);
void fg_seal_secret_done(struct fg_seal_secret *secret);

/* Read `path`, at most FG_SEAL_LIMIT bytes. `what` begins the message: "key". Where it is `private`, a file that
 * others than its owner may read or write is refused (FG_USAGE); pipes are not asked. Errors: FG_IO, FG_USAGE. */
int fg_seal_file_read(const char *path, const char *what, bool private, struct fg_seal_secret *ret_secret,
                      struct fg_error *err);

#endif
