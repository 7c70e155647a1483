/* SPDX-License-Identifier: MIT */
#include "core/utf8_locale.h"

#include <stddef.h>

locale_t fg_utf8_locale(void)
{
    static const char *const names[] = {"C.UTF-8", "UTF-8", "en_US.UTF-8"};
    locale_t found = (locale_t)0;
    for (size_t i = 0; i < sizeof names / sizeof names[0] && found == (locale_t)0; i++)
        found = newlocale(LC_CTYPE_MASK, names[i], (locale_t)0);
    return found;
}
