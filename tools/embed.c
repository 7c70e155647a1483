/* SPDX-License-Identifier: MIT */
/*
 * embed OUTPUT DEPFILE ROOT FOLDER...: write a C file that holds every SQL and template file below the
 * folders (paths below ROOT) as strings, and a depfile that names them and the folders, so that a file
 * that is changed, added or taken away is built in without being listed anywhere.
 *
 * Native C instead of `ld -r -b binary`: the objects that makes here ask for an executable stack.
 * Files are in byte order of their paths, so that the program does not depend on the file system.
 * A string per line keeps compilers quick and their errors readable.
 */
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct list {
    char **paths;
    size_t count;
};

static void die(const char *what, const char *path)
{
    fprintf(stderr, "embed: %s: %s: %s\n", what, path, strerror(errno));
    exit(1);
}

static void add(struct list *list, const char *path)
{
    list->paths = realloc(list->paths, (list->count + 1) * sizeof *list->paths);
    char *copy = list->paths == NULL ? NULL : strdup(path);
    if (copy == NULL)
        die("memory", path);
    list->paths[list->count++] = copy;
}

static void drop(struct list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->paths[i]);
    free(list->paths);
}

static bool wanted(const char *name)
{
    static const char *const endings[] = {".sql", ".xml", ".xhtml"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t tail = strlen(endings[i]);
        if (length > tail && strcmp(name + length - tail, endings[i]) == 0)
            return true;
    }
    return false;
}

static void walk(const char *root, const char *folder, struct list *files, struct list *folders)
{
    char path[8192], name[4096];
    snprintf(path, sizeof path, "%s/%s", root, folder);
    DIR *dir = opendir(path);
    if (dir == NULL)
        die("cannot read", path);
    add(folders, path);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        struct stat status;
        if (entry->d_name[0] == '.')
            continue;
        snprintf(name, sizeof name, "%s/%s", folder, entry->d_name);
        snprintf(path, sizeof path, "%s/%s", root, name);
        if (stat(path, &status) < 0)
            die("cannot read", path);
        if (S_ISDIR(status.st_mode))
            walk(root, name, files, folders);
        else if (wanted(entry->d_name))
            add(files, name);
    }
    closedir(dir);
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void put_byte(FILE *out, int c)
{
    if (c == '"' || c == '\\')
        fprintf(out, "\\%c", c);
    else if (c == '\n')
        fputs("\\n", out);
    else if (c >= 0x20 && c < 0x7f && c != '?') /* '?' could start a trigraph */
        fputc(c, out);
    else
        fprintf(out, "\\%03o", (unsigned)c);
}

/* Returns the number of bytes embedded. */
static size_t put_file(FILE *out, FILE *in)
{
    size_t size = 0;
    fputs("     \"", out);
    for (int c; (c = fgetc(in)) != EOF; size++) {
        put_byte(out, c);
        if (c == '\n')
            fputs("\"\n     \"", out);
    }
    fputs("\"", out);
    return size;
}

static void put_table(FILE *out, const char *root, const struct list *files)
{
    fputs("/* Made by tools/embed.c. */\n#include \"core/embedded.h\"\n\n", out);
    fputs("const struct fg_resource fg_embedded[] = {\n", out);
    for (size_t i = 0; i < files->count; i++) {
        char path[8192];
        snprintf(path, sizeof path, "%s/%s", root, files->paths[i]);
        FILE *in = fopen(path, "rb");
        if (in == NULL)
            die("cannot read", path);
        fprintf(out, "    {\"%s\",\n", files->paths[i]);
        size_t size = put_file(out, in);
        fprintf(out, ",\n     %zu, NULL},\n", size);
        if (ferror(in))
            die("cannot read", path);
        fclose(in);
    }
    fprintf(out, "};\n\nconst size_t fg_embedded_count = %zu;\n", files->count);
}

static FILE *create(const char *path)
{
    FILE *out = fopen(path, "wb");
    if (out == NULL)
        die("cannot write", path);
    return out;
}

int main(int argc, char **argv)
{
    struct list files = {0}, folders = {0};
    if (argc < 5) {
        fprintf(stderr, "usage: embed OUTPUT DEPFILE ROOT FOLDER...\n");
        return 2;
    }
    for (int i = 4; i < argc; i++)
        walk(argv[3], argv[i], &files, &folders);
    qsort(files.paths, files.count, sizeof *files.paths, compare);

    FILE *out = create(argv[1]);
    put_table(out, argv[3], &files);
    if (fclose(out) != 0)
        die("cannot write", argv[1]);

    FILE *depfile = create(argv[2]);
    fprintf(depfile, "%s:", argv[1]);
    for (size_t i = 0; i < folders.count; i++)
        fprintf(depfile, " %s", folders.paths[i]);
    for (size_t i = 0; i < files.count; i++)
        fprintf(depfile, " %s/%s", argv[3], files.paths[i]);
    fputc('\n', depfile);
    if (fclose(depfile) != 0)
        die("cannot write", argv[2]);
    drop(&files);
    drop(&folders);
    return 0;
}
