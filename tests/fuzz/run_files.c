/* SPDX-License-Identifier: MIT */
/* run_files FOLDER...: give the target every file in the folders, in order, as TAP. A crash or a broken promise ends it. */
#include <dirent.h>

#include "fuzz.h"

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void run_file(const char *path)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    char piece[8192];
    size_t got;
    FILE *file = fopen(path, "rb");
    FUZZ_CHECK(file != NULL, "%s", path);
    while ((got = fread(piece, 1, sizeof piece, file)) > 0)
        fg_buf_add(&text, piece, got);
    fclose(file);
    /* A copy of just that size, so that a sanitizer sees a read behind it. */
    uint8_t *data = malloc(text.len + (text.len == 0));
    FUZZ_CHECK(data != NULL && !text.failed, "memory");
    memcpy(data, fg_buf_text(&text), text.len);
    LLVMFuzzerTestOneInput(data, text.len);
    free(data);
}

int main(int argc, char **argv)
{
    int number = 0;
    for (int i = 1; i < argc; i++) {
        struct dirent **entries;
        int count = scandir(argv[i], &entries, is_shown, alphasort);
        for (int n = 0; n < count; n++) {
            FG_BUF_AUTO path = FG_BUF_INIT;
            fg_buf_printf(&path, "%s/%s", argv[i], entries[n]->d_name);
            run_file(fg_buf_text(&path));
            printf("ok %d - %s\n", ++number, entries[n]->d_name);
            fflush(stdout);
            free(entries[n]);
        }
        if (count >= 0)
            free(entries);
    }
    printf("1..%d\n", number);
    return number > 0 ? 0 : 1; /* a corpus that is not there tests nothing */
}
