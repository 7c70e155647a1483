/* SPDX-License-Identifier: MIT */
#include "fargauge/version.h"

/* FG_VERSION comes from meson.build's project version. */
const char *fg_version(void)
{
    return FG_VERSION;
}
