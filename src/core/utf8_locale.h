/* SPDX-License-Identifier: MIT */
/*
 * Private: a locale in which names are UTF-8, whatever the user's is. libarchive takes and gives names in the thread's
 * character set: in the C locale, which is ours, those that are not ASCII would be lost.
 */
#ifndef FARGAUGE_CORE_UTF8_LOCALE_H
#define FARGAUGE_CORE_UTF8_LOCALE_H

#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

/* The caller's, for freelocale(). (locale_t)0 where the system has none. */
locale_t fg_utf8_locale(void);

#endif
