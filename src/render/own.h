/* SPDX-License-Identifier: MIT */
/*
 * What the files of own templates share:
 *   own_read.c      the folder's files
 *   own_messages.c  messages.xml
 *   own.c           which templates there are, checking and rendering them
 *   own_start.c     a folder to start from
 * Private to render/.
 */
#ifndef FARGAUGE_RENDER_OWN_H
#define FARGAUGE_RENDER_OWN_H

#include "fargauge/own_templates.h"

enum { FG_LANGUAGES = 2 };
extern const char *const fg_languages[FG_LANGUAGES];

struct fg_own_text {
    char *key;
    char *texts[FG_LANGUAGES]; /* in the order of fg_languages; NULL: missing, a fault */
};

struct fg_own_output {
    char *name;       /* of the file it writes */
    const char *path; /* of the template among the resources */
};

struct fg_own_templates {
    char *dir;
    struct fg_resources *resources; /* the folder's files over the program's */
    struct fg_own_output *outputs;
    size_t count;
    struct fg_own_text *texts;
    size_t text_count, text_room;
};

/* Read the files of templates->dir into templates->resources. */
int fg_own_read(struct fg_own_templates *templates, struct fg_faults *faults, struct fg_error *err);

/* Read messages.xml, where there is one. Errors: memory. */
int fg_own_read_messages(struct fg_own_templates *templates, struct fg_faults *faults, struct fg_error *err);

/* True for a path among the resources that is a template or a part. */
bool fg_own_is_markup(const char *path);

#endif
