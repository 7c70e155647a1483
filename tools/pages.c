/* SPDX-License-Identifier: MIT */
/*
 * pages help OUTPUT SOURCES FOLDER PAGE...: write the C file of the program's help, and into FOLDER the completions of bash,
 * zsh and fish, from the scripts in SOURCES and the man pages.
 * pages expand PAGE PAGES...: print PAGE for scdoc; PAGES are all of them, for their summaries.
 */
#define _GNU_SOURCE
#include "pages.h"

#include <stdlib.h>
#include <string.h>

static struct pages pages;

/* What is made for each shell, and from what. */
static const struct {
    const char *shell, *source, *made;
    void (*tables)(FILE *to, const struct pages *pages);
} shells[] = {
    {"bash", "fargauge.bash", "fargauge.bash", pages_write_bash},
    {"zsh", "fargauge.zsh", "_fargauge", pages_write_zsh},
    {"fish", "fargauge.fish", "fargauge.fish", pages_write_fish},
};

enum { SHELLS = sizeof shells / sizeof shells[0] };

static FILE *open_file(const char *folder, const char *name, const char *mode)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, mode);
    if (file == NULL)
        page_die(path, "file", mode[0] == 'r' ? "it cannot be read" : "it cannot be written");
    return file;
}

/* The script with its tables; the caller's. */
static char *make_script(const char *sources, size_t shell)
{
    char *text = NULL, *line = NULL;
    size_t size = 0, line_size = 0;
    FILE *from = open_file(sources, shells[shell].source, "r");
    FILE *to = open_memstream(&text, &size);
    if (to == NULL)
        page_die(shells[shell].source, "memory", "none left");
    while (getline(&line, &line_size, from) >= 0) {
        if (strcmp(line, "@TABLES@\n") == 0)
            shells[shell].tables(to, &pages);
        else
            fputs(line, to);
    }
    free(line);
    fclose(from);
    fclose(to);
    return text;
}

static void finish(FILE *file, const char *path)
{
    if (ferror(file) != 0 || fclose(file) != 0)
        page_die(path, "file", "it cannot be written");
}

static void help(const char *output, const char *sources, const char *folder)
{
    const char *scripts[SHELLS][2];
    char *texts[SHELLS];
    for (size_t i = 0; i < SHELLS; i++) {
        texts[i] = make_script(sources, i);
        scripts[i][0] = shells[i].shell;
        scripts[i][1] = texts[i];
        FILE *to = open_file(folder, shells[i].made, "wb");
        fputs(texts[i], to);
        finish(to, shells[i].made);
    }
    FILE *to = fopen(output, "wb");
    if (to == NULL)
        page_die(output, "file", "it cannot be written");
    pages_write_c(to, &pages, scripts, SHELLS);
    finish(to, output);
    for (size_t i = 0; i < SHELLS; i++)
        free(texts[i]);
}

int main(int argc, char **argv)
{
    if (argc >= 6 && strcmp(argv[1], "help") == 0) {
        for (int i = 5; i < argc; i++)
            page_read(&pages, argv[i]);
        help(argv[2], argv[3], argv[4]);
        return 0;
    }
    if (argc >= 4 && strcmp(argv[1], "expand") == 0) {
        for (int i = 3; i < argc; i++)
            page_read(&pages, argv[i]);
        page_expand(&pages, argv[2], stdout);
        return fflush(stdout) == 0 ? 0 : 1;
    }
    fprintf(stderr, "usage: pages help OUTPUT SOURCES FOLDER PAGE..., or: pages expand PAGE PAGES...\n");
    return 2;
}
