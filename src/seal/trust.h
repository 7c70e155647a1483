/* SPDX-License-Identifier: MIT */
/* Certificates that vouch for others, and whether they do for one. */
#ifndef FARGAUGE_SEAL_TRUST_H
#define FARGAUGE_SEAL_TRUST_H

#include <openssl/x509.h>

#include "fargauge/seal.h"

#define FG_SEAL_CERTIFICATES_AUTO __attribute__((cleanup(fg_seal_certificates_done))) STACK_OF(X509)

/* All certificates of a PEM file, at least one. `what` begins the error's message: "trust". Errors: FG_USAGE, FG_IO. */
int fg_seal_certificates_read(const char *path, const char *what, STACK_OF(X509) **ret_certificates,
                              struct fg_error *err);
void fg_seal_certificates_done(STACK_OF(X509) **certificates);

/* Whether `path`'s certificates vouch for `certificate` at `at` (ms), for `purpose` (X509_PURPOSE_…), by way of `others`
 * where that is needed: sets the result's status, detail and judged_at. Each of them counts, be it a root or not. */
int fg_seal_judge(const char *path, X509 *certificate, STACK_OF(X509) *others, int purpose, int64_t at,
                  struct fg_seal_result *result, struct fg_error *err);

#endif
