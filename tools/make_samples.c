/* SPDX-License-Identifier: MIT */
/* make_samples DIR: writes the sample exports below DIR. See make_samples.h. */
#define _POSIX_C_SOURCE 200809L

#include "make_samples.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static _Noreturn void fail(const char *path) {
    fprintf(stderr, "make_samples: %s: %s\n", path, strerror(errno));
    exit(4);
}

/* Makes every folder on the way to `path`, a modifiable copy. */
static void make_folders(char *path) {
    for (char *p = path + 1; (p = strchr(p, '/')) != NULL; p++) {
        *p = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            fail(path);
        *p = '/';
    }
}

FILE *ms_file_open(const char *dir, const char *path) {
    char full[4096];
    int length = snprintf(full, sizeof full, "%s/%s", dir, path);
    if (length < 0 || (size_t)length >= sizeof full) {
        errno = ENAMETOOLONG;
        fail(dir);
    }
    make_folders(full);
    FILE *out = fopen(full, "wb");
    if (out == NULL)
        fail(full);
    return out;
}

void ms_file_close(FILE *out, const char *path) {
    bool bad = ferror(out) != 0;
    if (fclose(out) != 0 || bad)
        fail(path);
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fputs("usage: make_samples DIR\n", stderr);
        return 2;
    }
    for (enum ms_place_id place = 0; place < MS_PLACES; place++) {
        if (ms_places[place].dump != NULL)
            ms_write_ecs(argv[1], place);
        if (ms_places[place].snapshot != NULL)
            ms_write_config_snapshot(argv[1], place);
    }
    ms_write_config_history(argv[1]);
    ms_write_findings(argv[1], false);
    ms_write_findings(argv[1], true);
    ms_write_waivers(argv[1]);
    ms_write_estate(argv[1]);
    return 0;
}
