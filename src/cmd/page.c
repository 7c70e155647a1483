/* SPDX-License-Identifier: MIT */
#include "cmd/page.h"

#include <stddef.h>
#include <string.h>

const struct fg_page *fg_page_find(const char *command)
{
    for (const struct fg_page *page = fg_pages; page->command != NULL; page++)
        if (strcmp(page->command, command) == 0)
            return page;
    return NULL;
}
