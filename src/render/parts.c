/* SPDX-License-Identifier: MIT */
#include "render/parts.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char ending[] = ".xml";

void fg_parts_add_name(struct fg_buf *path, const char *base, size_t number)
{
    if (number == 0)
        fg_buf_printf(path, "%s%s", base, ending);
    else
        fg_buf_printf(path, "%s-%03zu%s", base, number, ending);
}

/* True for a name that this report may have, except those of this run. */
static bool is_stale(const char *base, size_t count, const char *name)
{
    size_t base_len = strlen(base);
    if (strncmp(name, base, base_len) != 0)
        return false;
    name += base_len;
    if (strcmp(name, ending) == 0)
        return count > 1;
    if (name[0] != '-')
        return false;
    size_t len = strspn(name + 1, "0123456789");
    if (len < 3 || strcmp(name + 1 + len, ending) != 0)
        return false;
    return count == 1 || strtoull(name + 1, NULL, 10) > count;
}

static int remove_one(const char *folder, const char *name, struct fg_error *err)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    fg_buf_printf(&path, "%s/%s", folder, name);
    if (path.failed)
        return fg_error_memory(err);
    if (unlink(path.data) == 0 || errno == ENOENT)
        return 0;
    fg_error_set(err, FG_IO, "output: %s: %s", path.data, strerror(errno));
    return fg_error_hint(err, "it is of an earlier run and would be read with the new ones: remove it");
}

int fg_parts_remove_stale(const char *folder, const char *base, size_t count, struct fg_error *err)
{
    DIR *dir = opendir(folder);
    if (dir == NULL && count == 1)
        return 0; /* a folder that may be written but not listed: numbered files are not looked for */
    if (dir == NULL)
        return fg_error_set(err, FG_IO, "output: %s: %s", folder, strerror(errno));
    int status = 0;
    for (struct dirent *entry; status == 0 && (errno = 0, entry = readdir(dir)) != NULL;)
        if (is_stale(base, count, entry->d_name))
            status = remove_one(folder, entry->d_name, err);
    if (status == 0 && errno != 0)
        status = fg_error_set(err, FG_IO, "output: %s: %s", folder, strerror(errno));
    closedir(dir);
    return status;
}
