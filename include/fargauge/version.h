/* SPDX-License-Identifier: MIT */
/* Which fargauge this is. Stored with every import and assessment. */
#ifndef FARGAUGE_VERSION_H
#define FARGAUGE_VERSION_H

/* "0.1.0" */
const char *fg_version(void);

#endif
