/* SPDX-License-Identifier: MIT */
/* A folder's files, kept in memory: to be written out again, and to be compared with what became of them. */
#ifndef FARGAUGE_TESTS_FAULTS_TREE_H
#define FARGAUGE_TESTS_FAULTS_TREE_H

#include <stdbool.h>
#include <stddef.h>

struct entry {
    char *path; /* below the folder */
    char *bytes; /* NULL: a folder */
    size_t len;
    unsigned mode;
};

struct tree {
    struct entry *list;
    size_t count;
};

/* Both end the program where the disk fails. Folders come before what is in them. */
void tree_read(const char *folder, struct tree *ret_tree);
void tree_write(const struct tree *tree, const char *folder);
void tree_done(struct tree *tree);

/* NULL where there is none. */
const struct entry *tree_find(const struct tree *tree, const char *path);

/* Both absent, both folders, or files of the same bytes. */
bool entry_is_same(const struct entry *a, const struct entry *b);

/* Remove the folder with all that is in it. */
void tree_remove(const char *folder);

#endif
