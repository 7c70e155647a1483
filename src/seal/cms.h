/* SPDX-License-Identifier: MIT */
/* What CMS signatures and the tokens of time-stamps, which are ones too, have in common. */
#ifndef FARGAUGE_SEAL_CMS_H
#define FARGAUGE_SEAL_CMS_H

#include <openssl/cms.h>

#include "fargauge/seal.h"

/* Whether the one signature in `cms` is right, whoever made it, over `content` (NULL: over what it holds itself). Returns 0 with
 * *ret_signer (borrowed from cms) where it is; 1 with the result's status and detail where it is not. The result's facts
 * are filled in as far as they are known. */
int fg_seal_cms_is_right(CMS_ContentInfo *cms, const struct fg_seal_bytes *content, X509 **ret_signer,
                         struct fg_seal_result *result);

#endif
