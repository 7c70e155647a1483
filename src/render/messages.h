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
};

/* As struct fg_template_env wants it; `context` is a struct fg_messages. */
const char *fg_messages_find(void *context, const char *key);

#endif
