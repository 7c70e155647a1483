/* SPDX-License-Identifier: MIT */
/* One look at a seal, which may take want of memory for a fault of the seal: fg_seal_check_…() look twice. Private to src/seal/. */
#ifndef FARGAUGE_SEAL_CHECK_H
#define FARGAUGE_SEAL_CHECK_H

#include "fargauge/seal.h"

/* As fg_seal_check_cms(); the result is zeroed before, and OpenSSL's list of errors is empty. A time-stamp has its own time, and
 * takes no notice of `at`. */
typedef int fg_seal_look_fn(struct fg_seal_bytes content, struct fg_seal_bytes seal, const struct fg_seal_trust *trust, int64_t at,
                            struct fg_seal_result *result, struct fg_error *err);

fg_seal_look_fn fg_seal_look_cms, fg_seal_look_ssh, fg_seal_look_time;

/* Was OpenSSL refused memory since its list of errors was cleared, or is there none now? Clears the list. */
bool fg_seal_memory_missing(void);

#endif
