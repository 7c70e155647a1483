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

#ifdef FG_STATIC
#include <langinfo.h>

/* In place of libc's. A program that has its libc inside may stand on a machine without locales, or with those of another
 * libc, where the function above finds none; but libarchive asks for nothing else than this name when it decides whether
 * names need a conversion, and fargauge's are always UTF-8. */
char *nl_langinfo(nl_item item)
{
    static char utf8[] = "UTF-8", none[] = "";
    return item == CODESET ? utf8 : none;
}
#endif
