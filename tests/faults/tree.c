/* SPDX-License-Identifier: MIT */
#include "tree.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void give_up(const char *what, const char *path)
{
    fprintf(stderr, "faults: %s: %s\n", what, path);
    exit(1);
}

static void read_bytes(const char *path, struct entry *entry)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        give_up("cannot read", path);
    fseek(file, 0, SEEK_END);
    entry->len = (size_t)ftell(file);
    rewind(file);
    entry->bytes = malloc(entry->len + 1);
    if (entry->bytes == NULL || fread(entry->bytes, 1, entry->len, file) != entry->len)
        give_up("cannot read", path);
    fclose(file);
}

static void add(const char *folder, const char *below, struct tree *tree)
{
    char path[4096];
    struct stat status;
    snprintf(path, sizeof path, "%s/%s", folder, below);
    if (lstat(path, &status) < 0)
        give_up("cannot look at", path);
    tree->list = realloc(tree->list, (tree->count + 1) * sizeof *tree->list);
    if (tree->list == NULL)
        give_up("no memory", path);
    struct entry *entry = &tree->list[tree->count++];
    *entry = (struct entry){.path = strdup(below), .mode = status.st_mode & 0777};
    if (S_ISREG(status.st_mode))
        read_bytes(path, entry);
}

static void walk(const char *folder, const char *below, struct tree *tree)
{
    char path[4096];
    struct dirent **entries;
    snprintf(path, sizeof path, "%s/%s", folder, below);
    int count = scandir(path, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        char inner[2048];
        const char *name = entries[i]->d_name;
        snprintf(inner, sizeof inner, "%s%s%s", below, below[0] == '\0' ? "" : "/", name);
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0) {
            add(folder, inner, tree);
            if (tree->list[tree->count - 1].bytes == NULL)
                walk(folder, inner, tree);
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

void tree_read(const char *folder, struct tree *ret_tree)
{
    *ret_tree = (struct tree){0};
    walk(folder, "", ret_tree);
}

void tree_write(const struct tree *tree, const char *folder)
{
    mkdir(folder, 0777);
    for (size_t i = 0; i < tree->count; i++) {
        const struct entry *entry = &tree->list[i];
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, entry->path);
        if (entry->bytes == NULL) {
            mkdir(path, entry->mode);
            continue;
        }
        FILE *file = fopen(path, "wb");
        if (file == NULL || fwrite(entry->bytes, 1, entry->len, file) != entry->len || fclose(file) != 0)
            give_up("cannot write", path);
        chmod(path, entry->mode);
    }
}

void tree_done(struct tree *tree)
{
    for (size_t i = 0; i < tree->count; i++) {
        free(tree->list[i].path);
        free(tree->list[i].bytes);
    }
    free(tree->list);
    *tree = (struct tree){0};
}

const struct entry *tree_find(const struct tree *tree, const char *path)
{
    for (size_t i = 0; i < tree->count; i++)
        if (strcmp(tree->list[i].path, path) == 0)
            return &tree->list[i];
    return NULL;
}

bool entry_is_same(const struct entry *a, const struct entry *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    if (a->bytes == NULL || b->bytes == NULL)
        return a->bytes == b->bytes;
    return a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

void tree_remove(const char *folder)
{
    struct tree tree;
    tree_read(folder, &tree);
    for (size_t i = tree.count; i > 0; i--) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, tree.list[i - 1].path);
        remove(path);
    }
    remove(folder);
    tree_done(&tree);
}
