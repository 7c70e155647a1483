/* SPDX-License-Identifier: MIT */
/* The fixed texts of reports, looked up one by one while a template is compiled. Private to render/. */
#ifndef FARGAUGE_RENDER_MESSAGES_H
#define FARGAUGE_RENDER_MESSAGES_H

#include "fargauge/buf.h"
#include "fargauge/own_templates.h"
#include "fargauge/store.h"

struct fg_messages {
    struct fg_store *store;
    const char *lang;
    const struct fg_own_templates *own; /* are asked first; may be NULL */
    struct fg_buf text;                 /* the last one looked up; the caller gives it back */
    struct fg_error err;                /* code 0, or why one could not be looked up */
};

/* As struct fg_template_env wants it; `context` is a struct fg_messages. */
const char *fg_messages_find(void *context, const char *key);

/* The status of what looked messages up; -1 where one was not found because it could not be looked up, with that error. */
int fg_messages_check(const struct fg_messages *messages, int status, struct fg_error *err);

#endif
